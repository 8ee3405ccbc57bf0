"""Rules that change a sentence of bench/edits.txt so that it says another thing.

Each takes a sentence and its number, by which it chooses among its words, and yields the sentences that it makes.
"""

import re
from collections.abc import Iterator

from edit_rules import lowered
from edit_words import DAYS, NAMES, PLACES, WORDS, Rule, swapped

NEW_PLACES = "Oldcastle|Maribor|New Fenwick|Drummond|Sandvale".split("|")
NEW_NAMES = "Vera Polk|Igor Stanek|Ruth Adeyemi|Hugo Brandt".split("|")
OPPOSED = (
    ("killed", "injured"), ("arrested", "released"), ("rose", "fell"), ("close", "open"), ("approved", "rejected"),
    ("won", "lost"), ("bought", "sold"), ("before", "after"), ("north", "south"), ("accepted", "rejected"),
    ("first", "last"), ("morning", "evening"), ("exports", "imports"), ("men", "women"), ("reopened", "closed"),
)  # fmt: skip


ANOTHER_VERB = (
    ("approved", "considered"), ("bought", "exhibited"), ("cancelled", "announced"), ("fined", "praised"),
    ("accused", "absolved"), ("sentenced", "summoned"), ("detained", "questioned"), ("blocked", "cleared"),
    ("seized", "inspected"), ("discovered", "photographed"), ("recalled", "delivered"),
)  # fmt: skip
DONE = (
    ("killed", "kill"), ("met", "meet"), ("found", "find"), ("bought", "buy"), ("approved", "approve"),
    ("sent", "send"), ("arrested", "arrest"), ("won", "win"), ("signed", "sign"), ("seized", "seize"),
)  # fmt: skip


def another_figure(text: str, number: int) -> Iterator[str]:
    for found in re.finditer(r"\d[\d,.]*\d|\d", text):
        digits = found[0].replace(",", "")
        more = (
            f"{float(digits) + (0.1 if '.' in digits else (1, -1, 10)[number % 3]):g}"
            if len(digits) < 6
            else f"1{digits}"
        )
        yield text[: found.start()] + more + text[found.end() :]
    for value, word in enumerate(WORDS[:-1]):
        if value > 1:
            yield from swapped(text, word, WORDS[value + 1])
            yield from swapped(text, word.capitalize(), WORDS[value + 1].capitalize())
            yield from swapped(text, word, str(value + 3))


def another_unit(text: str, _: int) -> Iterator[str]:
    pairs = (
        ("percent", "points"),
        ("euros", "dollars"),
        ("weeks", "months"),
        ("years", "months"),
        ("million", "billion"),
    )
    for pair in (*pairs, ("kilometres", "miles"), ("hours", "days"), ("litres", "tonnes"), ("days", "weeks")):
        yield from swapped(text, *pair)


def another_name(text: str, number: int) -> Iterator[str]:
    for name in NAMES:
        yield from swapped(text, name, NEW_NAMES[number % len(NEW_NAMES)])
        yield from swapped(text, name, NAMES[(NAMES.index(name) + 3) % len(NAMES)])


def another_place(text: str, number: int) -> Iterator[str]:
    for place in PLACES:
        yield from swapped(text, place, NEW_PLACES[number % len(NEW_PLACES)])
        yield from swapped(text, place, PLACES[(PLACES.index(place) + 5) % len(PLACES)])


def negated(text: str, _: int) -> Iterator[str]:
    for word in ("was", "were", "will", "would", "had", "may", "has", "must", "can"):
        if re.search(rf"\b{word}\b(?! not| never)", text):
            yield re.sub(rf"\b{word}\b", f"{word} not", text, count=1)
    for word, base in (("killed", "kill"), ("met", "meet"), ("sent", "send"), ("rose", "rise"), ("found", "find"),
                       ("won", "win"), ("bought", "buy"), ("arrested", "arrest"), ("approved", "approve")):  # fmt: skip
        if re.search(rf"(?<!was )(?<!were )(?<!been )\b{word}\b", text):
            yield re.sub(rf"\b{word}\b", f"did not {base}", text, count=1)
    yield from (text.replace(f" {gone} ", " ", 1) for gone in ("not", "never") if f" {gone} " in text)


def another_modality(text: str, _: int) -> Iterator[str]:
    pairs = ("will", "may"), ("may", "will"), ("would", "could"), ("must", "may"), ("can", "will"), ("plans to", "may")
    for pair in pairs:
        yield from swapped(text, *pair)


def another_day(text: str, number: int) -> Iterator[str]:
    for place, day in enumerate(DAYS):
        for shift in (1, 3):
            yield from swapped(text, day, DAYS[(place + shift + number % 2) % 7])


def opposite(text: str, _: int) -> Iterator[str]:
    for one, other in OPPOSED:
        yield from swapped(text, one, other)
        yield from swapped(text, other, one)


def bound(text: str, _: int) -> Iterator[str]:
    yield from swapped(text, "more than", "less than")
    yield from swapped(text, "at least", "at most")


def roles(text: str, _: int) -> Iterator[str]:
    """Yield the sentence with the two outermost places swapped; "A and B" and "between" say the same."""
    present = sorted({name for name in PLACES if re.search(rf"\b{name}\b", text)}, key=text.index)
    if len(present) >= 2 and "between" not in text and f"{present[0]} and {present[1]}" not in text:
        first, second = present[0], present[-1]
        yield text.replace(first, "\0", 1).replace(second, first, 1).replace("\0", second, 1)


def aspect(text: str, _: int) -> Iterator[str]:
    """Yield the sentence with what was done not done yet, nearly done, or still to be done."""
    plain = r"(?<!was )(?<!were )(?<!been )(?<!had )"
    for done, base in DONE:
        if re.search(rf"{plain}\b{done}\b", text):
            yield re.sub(rf"{plain}\b{done}\b", f"had yet to {base}", text, count=1)
            yield re.sub(rf"{plain}\b{done}\b", f"almost {done}", text, count=1)
    yield from (text.replace(f" {be} ", f" {be} nearly ", 1) for be in ("was", "were") if f" {be} " in text)
    yield from (
        text.replace(f" {be} ", f" {be} to be ", 1) for be in ("was", "were") if re.search(rf" {be} \w+ed ", text)
    )


def quantifier(text: str, number: int) -> Iterator[str]:
    """Yield the sentence told of some only of those that it is told of."""
    share = ("Most", "Some", "Few", "Nearly all")[number % 4]
    found = re.match(
        r"(Farmers|Teachers|Doctors|Voters|Members|Judges|Inspectors|Zookeepers|Engineers|Prosecutors)", text
    )
    if found:
        yield f"{share} {lowered(text)}"
        yield f"{share} of the {lowered(text)}"


def swapped_and_added(text: str, number: int) -> Iterator[str]:
    """Yield the sentence with another verb, and with a word more."""
    added = ("suddenly", "unanimously", "hastily")[number % 3]
    for one, other in ANOTHER_VERB:
        yield from swapped(text, one, f"{added} {other}")


def bounded(text: str, number: int) -> Iterator[str]:
    """Yield the sentence with another bound to a figure that had none."""
    bound = ("over", "more than", "up to", "fewer than")[number % 4]
    yield from (re.sub(r"(?<=[a-z] )(?=\d\d[\d,]* [a-z]+s )", f"{bound} ", text, count=1) for _ in "1"
                if re.search(r"\b(?!about|than|least|of|to|over)[a-z]+ \d\d[\d,]* [a-z]+s ", text))  # fmt: skip


def another_person(text: str, number: int) -> Iterator[str]:
    """Yield the sentence told of somebody near the one whom it is told of."""
    kin = ("son", "wife", "lawyer", "driver")[number % 4]
    found = re.match(r"(?:The|President) (?:[a-z]+ )?[A-Z]\w+ [A-Z]\w+(?= [a-z])", text)
    if found:
        yield f"The {kin} of {lowered(text)}"
    yield from swapped(text, "President", "Former president")
    yield from swapped(text, "the foreign minister", "the former foreign minister")


CHANGES: tuple[Rule, ...] = (
    another_figure, another_unit, another_name, another_place, negated, another_modality, another_day, opposite, bound,
    roles, aspect, quantifier, swapped_and_added, bounded, another_person,
)  # fmt: skip
