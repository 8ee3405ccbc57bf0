"""Who wrote a scraped article, as the lines beside its title say it.

A byline begins with "By", in one of a few languages, on the line of the name or on the line above it. Without that
word it is a bare name, or several, with a date or a trade below; or the line below the title that holds two names, or
one and an outlet. Only what has the shape of a person's name counts, so that no section, place or agency becomes an
author: no author is better than a wrong one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from digest.articles.extract import Found
from digest.articles.scrape.credits import agency_named
from digest.articles.scrape.notes import Note
from digest.articles.scrape.ourreporters import names_from
from digest.articles.scrape.scriptbylines import script_names
from digest.articles.writtendates import written_day

_MOST_NOTES = 12  # below the title that may hold its byline
_MOST_PARTS = 8  # lines of a byline: a name, "and", a name ...
_BARE = 5  # notes below the title among which a bare name is looked for
_LONGEST_TRADE, _TRADE_WORDS = 60, 5  # signs and words of a line such as "Senior Editor, Harbour Post"

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŘĎŤŇŮĞİŞČŠŽА-ЯЁІЇЄΑ-Ω"
_BY = re.compile(
    r"(?:(?:written|reported|posted|published|story|words|text|analysis|opinion|comment|exclusive|author|escrit[oa]|"
    r"publicad[oa]|redactado|écrit|rédigé|publié|scritto|geschrieben|skrevet|skriven|napisane) )?"
    r"(?:(?:by|von|par|por|di|door|av|af|przez|oleh|text|autor|author)(?: ?:)?|"
    r"(?:autor(?:a|es|en|in)|authors|auteurs?|autor[ei]|autorzy|penulis|yazan|текст|автор(?:ы|и|ка)?) ?:)(?=\s|$)",
    re.IGNORECASE,
)
_GLUED_BY = re.compile(rf"(?:^|[\w.”\"')])\s?By\s(?=[{_UPPER}])")
_PIECE = rf"[{_UPPER}][\w'’.-]{{0,24}}"
_PARTICLE = r"(?:de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ter|ten|al|el|bin|ibn|y|e|af|av|zu|du|dal)"
_NAME = re.compile(rf"{_PIECE}(?: (?:{_PARTICLE} ){{0,2}}{_PIECE}){{1,4}}")
_AND = re.compile(r"\s?,\s(?:and\s|und\s|et\s|y\s)?|\s(?:and|und|et|y|en|och|og|i|&|with|mit|avec|con)\s|\s?;\s?")
_END = re.compile(
    r"\s?[|•·/@(<]|\s[–—-]+\s|\d|\s(?:in|aus|for|für|pour|on|at)\s|"
    r"(?:Last |First )?(?:Updated|Published|Posted|Modified|Share|Comments?|Follow|View|Read)\b|"
    r"(?<=[^\W\d_A-Z])(?:Published|Updated|Posted)|\sFor\s|"
    r"(?:^|\s|(?<=[^\W\d_A-Z]))(?:January|February|September|October|November|December)\b",
)
_NO_NAME = re.compile(
    r"\b(?:Press|News|Staff|Agency|Agencies|Desk|Team|Editors?|Editorial|Reuters|Media|Network|Times|Post|Herald|Journal|"
    r"Magazine|Report|Reporters?|Writers?|Correspondent|Redaktion|Redakteur|Getty|Images|The|This|How|Why|What|"
    r"Follow|Read|More|Share|Contributor|Associated|Service|Company|University|Institute|Street|City|Television|TV|"
    r"Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
)
_TRADE = re.compile(
    r"\b(?:reporter|writer|editor|correspondent|contributor|columnist|journalist|staff|redakteur(?:in)?|redaktion|"
    r"journaliste|periodista|giornalista|redacteur|dziennikarz)\b",
    re.IGNORECASE,
)
_LONGEST_NAMES, _NAME_WORDS = 120, 4  # signs of names without a label, and words of each
_JOINED = re.compile(r"\s(?:and|und|et|y|en|och|og|&)\s")
_WORD = re.compile(r"\w{3,}")
_SHOUTED = re.compile(rf"[{_UPPER}]{{3,}}")
_WORKPLACE = re.compile(
    rf"(?:[{_UPPER}][\w'’.-]{{0,24}} ){{0,3}}(?:Post|Times|News|Herald|Journal|Tribune|Gazette|Press|Chronicle|"
    r"Observer|Courier|Guardian|Telegraph|Magazine|Network|Radio|Today|Zeitung|Agency|Wire)(?: (?:Staff|Service))?"
)
_NO_PERSON = re.compile(
    r"\b(?:World|Local|Sports?|Arts?|Culture|Health|Science|Policy|Business|Politics|Opinion|Life|Style|Travel|Food|"
    r"Tech(?:nology)?|Law|Crime|Courts?|Education|Environment|Climate|Energy|Money|Markets?|Economy|Finance|Real|"
    r"Estate|Home|Books|Music|Film|Games|Videos?|Photos?|Top|Stories|Latest|Breaking|Middle|East|West|North|South|New|"
    r"United|States|Kingdom|Republic|Central|Latin|Asia|Africa|Europe|America|National|International|Government|"
    r"President|Minister|Council|County|Police|Community|Public|Security|Defen[cs]e|Human|Rights|War|Party|Group|"
    r"Bank|League|Cup|Show|Your|Our|My|All|Best|Big|Cookie|Privacy|Terms|Contact|About|Sign|Log|Subscribe)\b"
)


def authors_of(notes: Sequence[Note], title: str = "") -> tuple[Found, ...]:
    """Return the persons of the first byline among `notes`, such as "By Ada Alm and Bo Berg"; each once.

    The first of the notes stands below `title`, if that is known.
    """
    near = notes[:_MOST_NOTES]
    found = next((names for number in range(len(near)) if (names := _signed(near[number:]))), ()) or _bare(near, title)
    found = found or (_below_title(near[0], title) if near and title else ())
    once = {name.value.casefold(): name for name in reversed(found)}
    return tuple(name for name in found if once[name.value.casefold()] is name)


def _signed(notes: Sequence[Note]) -> tuple[Found, ...]:
    """Return the names of the byline that begins with the first of `notes`."""
    first = notes[0]
    start = _end_of_label(first.text)
    if start is None:
        return tuple(Found(name, f"line {first.line}") for name in script_names(first.text))
    own = tuple(names_in(first.text[start:]))
    if own or first.text[start:].strip():
        return tuple(Found(name, f"line {first.line}") for name in own)
    return tuple(_below(notes[1 : 1 + _MOST_PARTS]))


def _end_of_label(text: str) -> int | None:
    """Return where the names begin behind "By" or "From our reporter"; None where neither stands."""
    ours = names_from(text)
    by = _BY.match(text) or _GLUED_BY.search(text) if ours is None else None
    return by.end() if by else ours


def _below(notes: Iterable[Note]) -> Iterator[Found]:
    """Yield the names of a byline whose words stand on lines of their own: "By", "Ada Alm", "and", "Bo Berg"."""
    wanted = True
    for note in notes:
        names = list(names_in(note.text))
        joins = note.text.strip().casefold() in {"and", "und", "et", "y", "en", ",", "&", "with"}
        if not joins and not (wanted and names):
            return
        yield from (Found(name, f"line {note.line}") for name in names if not joins)
        wanted = joins or note.text.endswith(",")


def _bare(notes: Sequence[Note], title: str) -> tuple[Found, ...]:
    """Return the names that stand alone on a line, with a date or a trade on the next."""
    for note, after in pairwise(notes[: _BARE + 1]):
        names = _names_alone(note.text, title) if _tells(after.text[:_LONGEST_TRADE]) else ()
        if names:
            return tuple(Found(name, f"line {note.line}") for name in names)
    return ()


def _names_alone(text: str, title: str) -> tuple[str, ...]:
    """Return the names of a line that holds nothing else, not even a label."""
    if len(text) > _LONGEST_NAMES or _BY.match(text):
        return ()
    parts = [part.strip() for part in _AND.split(text.rstrip(" ,|"))]
    are_names = all(map(_is_name, parts)) and (len(parts) == 1 or _are_persons(parts, title))
    return tuple(map(_cased, parts)) if are_names else ()


def _below_title(note: Note, title: str) -> tuple[Found, ...]:
    """Return the names of a line below the title that holds two, or one and an outlet or a trade, and says no more."""
    joined = _names_alone(note.text, title) if _JOINED.search(note.text) else ()
    first, _, rest = note.text.partition(",")
    is_signed = _is_name(first) and _is_workplace(rest.strip()) and _are_persons([first], title)
    signed = joined or ((_cased(first),) if is_signed else ())
    return tuple(Found(name, f"line {note.line}") for name in signed)


def _are_persons(names: Iterable[str], title: str) -> bool:
    """Tell whether none is a section, a place or an office, nor in the title: without a label, more is asked."""
    told = {word.casefold() for word in _WORD.findall(title)}
    return all(
        name.count(" ") < _NAME_WORDS
        and not _NO_PERSON.search(name)
        and (name.isupper() or not _SHOUTED.search(name))
        and told.isdisjoint(_WORD.findall(name.casefold()))
        for name in names
    )


def _is_workplace(text: str) -> bool:
    is_short = 0 < len(text) <= _LONGEST_TRADE and text.count(" ") < _TRADE_WORDS
    return is_short and bool(_TRADE.search(text) or _WORKPLACE.fullmatch(text) or agency_named(text))


def _tells(text: str) -> bool:
    """Tell whether a line below a name shows that the name is an author's."""
    return (text.count(" ") < _TRADE_WORDS and _TRADE.search(text) is not None) or written_day(text) is not None


def names_in(text: str) -> Iterator[str]:
    """Yield the names at the beginning of `text`, up to what is no name.

    >>> list(names_in("Ada Alm, BO BERG and Cy van der Dahl in Oslo | Harbour Post"))
    ['Ada Alm', 'Bo Berg', 'Cy van der Dahl']
    >>> list(names_in("Ada Alm, Staff Writer")), list(names_in("our staff"))
    (['Ada Alm'], [])
    """
    line = _END.split(text.strip(), maxsplit=1)[0]
    yield from map(_cased, takewhile(_is_name, (part.strip(" .,:") for part in _AND.split(line))))


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _NO_NAME.search(text) and agency_named(text) is None


def _cased(name: str) -> str:
    """Return a shouted name as names are written."""
    return re.sub(r"[^\W\d_]{2,}", lambda word: word[0].capitalize(), name) if name.isupper() else name
