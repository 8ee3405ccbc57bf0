"""Where a scraped article came from: the agency that wrote it, and the outlet that printed it.

An agency stands in a dateline ("OSLO, Jan 31 (Reuters) -"), in a credit line or in the byline. An outlet stands behind
the title that the page gives the browser ("Storm closes harbour | Harbour Post"), but so do sections; it counts only
where the page says it elsewhere too, as the owner of its copyright or as its address.
"""

import re
from collections.abc import Iterable, Sequence

from digest.articles.extract import Found
from digest.articles.monthnames import month_of
from digest.articles.scrape.creditlines import outlet_of, wire_of
from digest.articles.scrape.notes import Note
from digest.articles.scrape.segments import Segment

_LOOKED_AT = 300  # signs
_FIRST = 3  # paragraphs that may have a dateline: a standfirst may stand above it
_TOP = 3  # lines among which the browser's title stands
_LONGEST_NAME = 40  # signs of an outlet's name
_MOST_WORDS = 5
_PLACE = r"[^\W\d_a-z][^\W\d_()]*(?:[ /,.'’-]{1,2}[^\W\d_()]+){0,5}"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_AGENCY = r"(?P<agency>[^\W\d_][\w -]{1,30})"
_DATELINE = re.compile(rf"(?:{_PLACE}{_DAY}[ ,]{{0,2}}(?:[-–—]{{1,2}} ?)?)?\({_AGENCY}(?:/\w{{2,12}})?\)(?=\s|[-–—:.])")
_AGENCY_SHORT = _AGENCY.replace("}", "}?")  # takes no more than it must, so that "Staff" is no part of the name
_STAFF = (
    r"\s(?:news\s)?(?:staff|reporters?|writers?|correspondents?|desk|newsroom|team|agency)(?: writers?| reporters?)?"
)
_BY_AGENCY = re.compile(
    rf"(?:by|von|par|por|source|quelle)(?: ?:)?\s{_AGENCY_SHORT}(?:{_STAFF})?(?=\s?[,|.]|$)", re.IGNORECASE
)
_STAFF_ALONE = re.compile(rf"{_AGENCY_SHORT}{_STAFF}", re.IGNORECASE)
_TAIL = re.compile(r"\s[|–—·-]\s|\s?[|｜]\s?")
_HOST = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,24}){1,3}", re.IGNORECASE)
_OWNED = re.compile(r"©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(
    r"(?:^|(?:article|story|piece|post|column|essay|report|interview|version)\b[\w ]{0,20} )"
    r"(?:[Ff]irst|[Oo]riginally) (?:published|appeared) (?:on|in|at|by) "
    r"(?P<outlet>[A-Z][\w.'’& -]{2,40}?|[\w-]{2,40}\.[\w.-]{2,40}?)"
    r"(?:\.?$|[.,;](?=\s)| on (?=\w+ \d)|(?= and | with | under ))"
)
_PUBLISHED = tuple(f"{when} {verb} " for when in ("irst", "riginally") for verb in ("published", "appeared"))
_NO_OUTLET = re.compile(
    r"[_@]|getty|unsplash|shutterstock|pexels|pixabay|istock|flickr|wikimedia|instagram|twitter|facebook|bureau|ministry|"
    r"department|agencies|research",
    re.IGNORECASE,
)


def wire(credits_: Iterable[Segment], paragraphs: Sequence[Segment], notes: Iterable[Note] = ()) -> Found | None:
    """Return the agency that a credit line, a dateline of the first paragraphs or the byline names."""
    for line in credits_:
        if agency := wire_of(line.prose):
            return Found(agency, f"line {line.line}")
    named = [(line.line, _DATELINE.match(line.prose[:_LOOKED_AT])) for line in paragraphs[:_FIRST]]
    named += [(note.line, _signature(note.text[:_LOOKED_AT])) for note in notes]
    agencies = ((number, agency_named(match["agency"].strip())) for number, match in named if match)
    return next((Found(agency, f"line {number}") for number, agency in agencies if agency), None)


def dateline_name(text: str) -> str | None:
    """Return the name in the brackets of a dateline, be it an agency's or not.

    >>> dateline_name("ALMA, March 5 (Coast Wire) - Two boats burnt."), dateline_name("Two boats burnt.")
    ('Coast Wire', None)
    """
    found = _DATELINE.match(text[:_LOOKED_AT])
    return found["agency"].strip() if found else None


def _signature(text: str) -> re.Match[str] | None:
    """Return the agency that signs as an author does, "By Reuters Staff", or with its staff: "Reuters Staff"."""
    return _BY_AGENCY.match(text) or _STAFF_ALONE.fullmatch(text)


def agency_named(name: str) -> str | None:
    """Return the agency that is called `name`, or None.

    >>> agency_named("The Associated Press"), agency_named("Ada Alm")
    ('The Associated Press', None)
    """
    return wire_of(f"({name})")


def outlet(lines: Sequence[Segment], credits_: Iterable[Segment], title: str | None) -> Found | None:
    """Return the outlet that a credit line names, a note of first publication, or the browser's title."""
    credited = ((line, outlet_of(line.prose)) for line in credits_)
    first = next((Found(name, f"line {line.line}") for line, name in credited if name and _may_be_outlet(name)), None)
    return first or _first_published(lines) or (_behind(title, lines) if title else None)


def _first_published(lines: Sequence[Segment]) -> Found | None:
    whole = "\n".join([line.prose for line in lines])
    if not any(verb in whole for verb in _PUBLISHED):  # as in most pages
        return None
    likely = (line for line in lines if any(verb in line.prose for verb in _PUBLISHED))
    found = ((line, _FIRST_PUBLISHED.search(line.prose[:_LOOKED_AT])) for line in likely)
    named = ((line, match["outlet"].strip()) for line, match in found if match)
    return next((Found(name, f"line {line.line}") for line, name in named if not _is_day(name)), None)


def _is_day(name: str) -> bool:
    return any(sign.isdigit() for sign in name) or month_of(name.split(maxsplit=1)[0]) is not None


def _may_be_outlet(name: str) -> bool:
    return (
        not _NO_OUTLET.search(name)
        and not _is_day(name)
        and len(name.split()) <= _MOST_WORDS
        and (name[0].isupper() or "." in name[1:-1])
    )


def _behind(title: str, lines: Sequence[Segment]) -> Found | None:
    """Return what stands behind the title in the browser's one, if the page says elsewhere that it is its name."""
    for line in lines[:_TOP]:
        start, _, rest = line.prose[:_LOOKED_AT].partition(title)
        tail = _TAIL.split(rest)[-1].strip()
        if not start and tail and _TAIL.match(rest) and len(tail) <= _LONGEST_NAME and _may_be_outlet(tail):
            return Found(tail, f"line {line.line}") if _is_named(tail, lines) else None
    return None


def _is_named(name: str, lines: Sequence[Segment]) -> bool:
    if _HOST.fullmatch(name):
        return True
    address = "".join(sign for sign in name.casefold() if sign.isalnum()).removeprefix("the") + "."
    short = [line.prose for line in lines if len(line.prose) <= _LOOKED_AT]
    return any(name in text and _OWNED.search(text) for text in short) or address in "\n".join(short).casefold()
