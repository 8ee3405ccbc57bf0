"""Tell how two accounts of one thing differ, and whether the later is an update.

A toll that a report of a later day gives anew is an update: the earlier report was right when it was written. Of
several earlier tolls the one of the nearest day is updated.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Difference, DifferenceKind, Mark, Since
from digest.stories.kinds import are_tolls, names_apart, negations
from digest.stories.rivals import is_close, is_correction, ratio, rivals, told_apart
from digest.stories.senses import sense
from digest.stories.terms import Terms, terms
from digest.stories.wordlists import NUMBERS, SCALES

_UNDATED = "9999"  # how the day begins that stands for none
_SOME = r"(?=(?:[a-z]{1,12} ){0,3}[€$£]?\d)"  # words such as "about" before the figure
# "CalBus put the figure at 1,700", "put the number of people on board at 219", "spoke of 6.1 metres".
_RECOUNT = re.compile(
    r"\b(?:put|puts|placed|places) (?:the|its|his|her|their|that) (?:[a-z]{1,12} )?(?:figure|number|toll|count|total)"
    rf"(?: of (?P<counted>[^,;:.\d]{{3,60}}))? at {_SOME}|\b(?:spoke|speaks|talked) of {_SOME}"
)
_SPELT = rf"(?=(?:[a-z]{{1,12}} ){{0,3}}(?:\d|(?:{'|'.join(sorted({*NUMBERS, *SCALES}))})\b))"
# "The death toll of the fire in Alma has risen to six".
_TOLL = re.compile(
    r"\b[Dd]eath toll(?: (?:of|from|in|after) (?P<counted>[^,;:.\d]{3,60}?))?(?: (?:has|had|have|now|also|since)){0,2}"
    r" (?:risen|rose|rises|climbed|climbs|jumped|increased|stands|stood|reached|is|was) (?:now )?(?:(?:to|at) )?"
    rf"{_SPELT}"
)
_DEATH = frozenset({sense("death")})
_GENERAL = frozenset(map(sense, "people men women children houses cases".split()))  # whatever happens, they are counted
_RISES = 3.0  # times a count is as high as that of the same thing before it, at most


@dataclass(frozen=True, slots=True)
class Report:
    """One of two accounts."""

    text: str
    mark: Mark
    published: str  # YYYY-MM-DD


def recount(text: str) -> frozenset[str] | None:
    """Return the words for what a sentence counts anew: none, where the sentence before tells it; None for no count.

    >>> sorted(recount("The coastguard put the number of blue bottles at 21.") or "none")
    ['blu', 'botl']
    >>> recount("Mayor Ada Alm spoke of 6.1 metres."), recount("The mayor spoke of hope.")
    (frozenset(), None)
    >>> recount("The death toll has risen to six.") == {sense("died")}
    True
    """
    if found := _RECOUNT.search(text):
        return frozenset(terms(found["counted"] or "").told)
    found = _TOLL.search(text)
    return _DEATH | frozenset(terms(found["counted"] or "").told) if found else None


def is_told_enough(counted: frozenset[str]) -> bool:
    """Return whether it is plain what is counted: "people" alone tells too little."""
    return len(counted) > 1 or bool(counted - _GENERAL)


def is_recounted(mine: Terms, theirs: Terms, counted: frozenset[str]) -> bool:
    """Return whether a sentence has a figure that another, which counts anew, gives otherwise.

    Where one word tells what is counted, the figure must be of that; else one of nearly the same size is.
    """
    if not counted <= mine.keys or (len(counted) == 1 and _are_elsewhere(mine, theirs)):
        return False
    pairs = rivals(mine, theirs)
    if len(counted) != 1 and any(is_close(*pair) for pair in pairs):
        return True
    return any(mine.things[one] & counted and is_close(one, other, _RISES) for one, other in pairs)


def _are_elsewhere(mine: Terms, theirs: Terms) -> bool:
    """Return whether each names somebody or some place, and both nobody and none in common."""
    ours, others = frozenset(mine.names) - mine.speakers, frozenset(theirs.names) - theirs.speakers
    return bool(ours and others) and not ours & others


def nearest(mine: Report, others: Sequence[tuple[DifferenceKind, Report]]) -> int:
    """Return which of some reports one is told beside: the first, but of tolls that of the nearest day and size."""
    tolls = [number for number, (kind, other) in enumerate(others) if kind == "figures" and _are_tolls(mine, other)]
    return min(tolls, key=lambda number: distance(mine, others[number][1])) if 0 in tolls else 0


def distance(mine: Report, other: Report) -> tuple[int, float]:
    """Return how many days lie between two counts, and how many times as high the one is."""
    pairs = rivals(terms(mine.text), terms(other.text))
    return days_apart(mine.published, other.published), min((ratio(*pair) for pair in pairs), default=1.0)


def _are_tolls(mine: Report, other: Report) -> bool:
    return are_tolls(terms(mine.text), terms(other.text))


def days_apart(one: str, other: str) -> int:
    """Return how many days lie between two days of publication; 0 where one of them is not known."""
    if one == other or not (one and other) or _UNDATED in (one[:4], other[:4]):
        return 0
    return abs(date.fromisoformat(one) - date.fromisoformat(other)).days


def difference(kind: DifferenceKind, mine: Report, other: Report) -> Difference:
    """Return how a report differs from the one that is told."""
    ours, theirs = terms(mine.text), terms(other.text)
    if kind == "figures":
        pairs = told_apart(ours, theirs)
        words = tuple(one for one, _ in pairs), tuple(other for _, other in pairs)
    elif kind == "names":
        words = _written(mine.text, names_apart(ours, theirs)), _written(other.text, names_apart(theirs, ours))
    else:
        words = _written(mine.text, negations(ours)), _written(other.text, negations(theirs))
    return Difference(other.text, other.mark, *words, kind=kind, since=_since(kind, mine, other))


def _since(kind: DifferenceKind, mine: Report, other: Report) -> Since | None:
    days = mine.published, other.published
    dated = not any(day.startswith(_UNDATED) for day in days) and days[0] != days[1]
    if kind != "figures" or not dated:
        return None
    if not _are_tolls(mine, other) and not is_correction(terms(mine.text), terms(other.text)):
        return None
    return "earlier" if other.published < mine.published else "later"


def _written(text: str, raws: frozenset[str]) -> tuple[str, ...]:
    """Return words as the text writes them, in its order; those that follow each other are one name."""
    runs: list[str] = []
    last = -1
    for found in re.finditer(r"[^\W_]+(?:['’]t\b)?", text):
        if found[0].casefold().replace("’", "'") in raws:
            goes_on = bool(runs) and text[last : found.start()] == " "
            runs[-1:] = [f"{runs[-1]} {found[0]}"] if goes_on else [*runs[-1:], found[0]]
            last = found.end()
    return tuple(dict.fromkeys(runs))
