"""Rules that edit a sentence of bench/edits.txt so that it still says the same.

Each takes a sentence and its number, by which it chooses among its words, and yields the sentences that it makes.
"""

import re
from collections.abc import Iterator

from edit_words import DAYS, NAMES, PLACES, WORDS, Rule, swapped

KEPT = (*NAMES, *PLACES, "Halden", "Norvia", "Quill", "Orlo", "Lumen", "Fjord", "Jon", "Dockers", "UN ", "EU ")
SPEAKERS = (
    "officials|the mayor's office|a spokesman|local media|witnesses|the interior ministry|the Harbour Post".split("|")
)
SPELLINGS = (
    ("Kyiv", "Kiev"), ("Kharkiv", "Kharkov"), ("Zelensky", "Zelenskyy"), ("United Nations", "U.N."),
    ("European Union", "EU"), ("World Health Organization", "WHO"), ("percent", "per cent"), ("percent", "%"),
    ("Russian foreign ministry", "foreign ministry of Russia"), ("kilometres", "km"), ("euros", "euro"),
)  # fmt: skip
SYNONYMS = (
    ("houses", "homes"), ("lorries", "trucks"), ("because", "since"), ("people", "persons"), ("began", "started"),
    ("wounded", "injured"), ("agreement", "deal"), ("near", "close to"), ("about", "around"), ("city", "town"),
    ("destroyed", "wrecked"), ("company", "firm"), ("largest", "biggest"), ("attacked", "assaulted"),
)  # fmt: skip
TITLES = r"(?:President|Mayor|General|Secretary|Finance Minister) (?=[A-Z])"
SAID = re.compile(r",? ((?:the |a |an |their |his )?[\w' ]{3,40}?|Mayor Ada Alm) (said|reported|announced)\.$")


def lowered(text: str) -> str:
    """Return a sentence as it stands after others words; a name keeps its capital."""
    first = text.split(maxsplit=1)[0].removesuffix("'s")
    kept = first in {"President", "Zelensky", "China", "NATO", "General"} or any(
        name.startswith(first) for name in KEPT
    )
    return text if kept else text[0].lower() + text[1:]


def shortened(text: str, _: int) -> Iterator[str]:
    pieces = re.split(r"(?<=[a-z]), (?=and |forcing |killing |which |beating |but |damag)", text.rstrip("."))
    if len(pieces) > 1:
        yield f"{pieces[0]}."
    found = re.match(
        r"(.{50,}?) (?:because|after|when|while|in protest|for|as|to discuss|from|in which|with) [^,]*\.$", text
    )
    if found:
        yield f"{found[1]}."


def credit_dropped(text: str, _: int) -> Iterator[str]:
    if SAID.search(text):
        yield SAID.sub(".", text)


def credit_added(text: str, number: int) -> Iterator[str]:
    plain, speaker = SAID.sub(".", text).rstrip("."), SPEAKERS[number % len(SPEAKERS)]
    yield f"{plain}, {speaker} said."
    yield f"According to {speaker}, {lowered(plain)}."
    yield f"{speaker[0].upper()}{speaker[1:]} said that {lowered(plain)}."
    yield f"{plain}, {speaker} told reporters at a news conference."


def verb_of_saying(text: str, _: int) -> Iterator[str]:
    for verb in ("says", "stated", "has said", "added"):
        yield from swapped(text, "said", verb)


def numerals(text: str, _: int) -> Iterator[str]:
    for number, word in enumerate(WORDS):
        if number > 1:
            yield from swapped(text, word, str(number))
            yield from swapped(text, word.capitalize(), str(number))
            if not re.search(rf"[\d.,-]{number}|{number}[\d.,-]", text):
                yield from swapped(text, str(number), word)


def spelling(text: str, _: int) -> Iterator[str]:
    for pair in SPELLINGS:
        yield from swapped(text, *pair)


def synonym(text: str, _: int) -> Iterator[str]:
    for pair in SYNONYMS:
        yield from swapped(text, *pair)


def punctuation(text: str, number: int) -> Iterator[str]:
    yield text.replace(", ", " – ", 1) if number % 2 else text.replace(", and ", "; ").rstrip(".") + " …"


def title_dropped(text: str, _: int) -> Iterator[str]:
    if re.search(TITLES, text):
        yield re.sub(TITLES, "", text)


def adverb(text: str, number: int) -> Iterator[str]:
    added = ("also", "later", "again", "then", "meanwhile")[number % 5]
    for word in (" was ", " were ", " will ", " had ", " may "):
        if word in text:
            yield text.replace(word, f"{word}{added} ", 1)
            return
    yield f"{added.capitalize()}, {lowered(text)}"


def reordered(text: str, _: int) -> Iterator[str]:
    found = re.search(rf" on (?:{'|'.join(DAYS)})(?: night| morning)?\b", text)
    if found:
        yield f"{found[0][1].upper()}{found[0][2:]}, {lowered(text.replace(found[0], '', 1))}"
    told = SAID.search(text)
    if told:
        yield f"{told[1][0].upper()}{told[1][1:]} {told[2]} {lowered(SAID.sub('.', text))}"


EDITS: tuple[Rule, ...] = (
    shortened, credit_dropped, credit_added, verb_of_saying, numerals, spelling, synonym, punctuation, title_dropped,
    adverb, reordered,
)  # fmt: skip
