"""Tell how two accounts of one thing differ: by a figure, a name, or a negation; and whether the later is an update.

Accounts differ where all else is the same; two sentences with two differences are two facts. A toll that a report of
a later day gives anew is an update: the earlier report was right when it was written.
"""

import re
from dataclasses import dataclass
from datetime import date

from digest.model import Difference, DifferenceKind, Mark, Since
from digest.stories.senses import sense
from digest.stories.terms import Terms, terms
from digest.stories.wordlists import NEGATIONS, PRONOUNS

_KINDS: dict[str, DifferenceKind] = {"figures": "figures", "names": "names", "negation": "negation"}
_COUNTED = """
    killed injured missing infected displaced evacuated arrested rescued toll cases left fled homeless stranded trapped
    """
_TOLLS = frozenset(map(sense, _COUNTED.split()))
_UNDATED = "9999"  # how the day begins that stands for none
_FEWEST_SHARED = 3  # words; two that share fewer are hardly accounts of one thing
_LEAST_OF_LONGER = 0.5  # of the longer sentence's words; one that tells much more is another account
_CLOSE = 1.5  # times a count is as high as another of one thing, at most; a toll may rise by more
_PLAIN = re.compile(r"\d{1,18}(?:\.\d{1,9})?")
_SOME = r"(?=(?:[a-z]{1,12} ){0,3}[€$£]?\d)"  # words such as "about" before the figure
# "CalBus put the figure at 1,700", "put the number of people on board at 219", "spoke of 6.1 metres".
_RECOUNT = re.compile(
    r"\b(?:put|puts|placed|places) (?:the|its|his|her|their|that) (?:[a-z]{1,12} )?(?:figure|number|toll|count|total)"
    rf"(?: of ([^,;:.\d]{{3,60}}))? at {_SOME}|\b(?:spoke|speaks|talked) of {_SOME}"
)
_MOST_NAMES = 6  # words of names on both sides; where more differ, so does the thing


@dataclass(frozen=True, slots=True)
class Report:
    """One of two accounts."""

    text: str
    mark: Mark
    published: str  # YYYY-MM-DD


def kind_of(found: frozenset[str], mine: Terms, theirs: Terms, least: float) -> DifferenceKind | None:
    """Return by what alone two sentences differ of which `found` is what stands between them, or None."""
    # A toll is often told anew with the day on which it was told: "... , officials said on Wednesday".
    others = found - {"days"}
    kind = _KINDS.get(next(iter(others))) if len(others) == 1 else None
    if kind is None or (kind != "figures" and "days" in found):
        return None
    return kind if _each_has(kind, mine, theirs) and _is_one_matter(mine, theirs, least) else None


def _each_has(kind: DifferenceKind, mine: Terms, theirs: Terms) -> bool:
    """Return whether there is something to show on the page: figures or names of both, or a negation of one."""
    if kind == "figures":
        return bool(_rivals(mine, theirs))
    if kind == "negation":
        return (mine.raws & NEGATIONS) != (theirs.raws & NEGATIONS)
    ours, others = _apart(mine, theirs), _apart(theirs, mine)
    return len(ours | others) <= _MOST_NAMES and _in_one_slot(mine, theirs)


def _in_one_slot(mine: Terms, theirs: Terms) -> bool:
    """Return whether a name of one stands where one of the other does.

    Who is credited is no part of the account, unless "it" stands for him, or the words are his own.
    """
    own = bool((mine.raws | theirs.raws) & PRONOUNS) or (mine.quoting and theirs.quoting)
    unsaid: frozenset[str] = frozenset() if own else mine.speakers | theirs.speakers
    return bool(_slots(mine, theirs, unsaid) & _slots(theirs, mine, unsaid))


def _slots(mine: Terms, theirs: Terms, unsaid: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return what stands before and after the names that only the first sentence has."""
    apart = _apart(mine, theirs)
    keys = (key for key, raw in mine.written.items() if raw in apart and key not in unsaid)
    places = [mine.places[key] for key in keys if key in mine.places]
    beside = {("before", place.before) for place in places} | {("after", place.after) for place in places}
    return frozenset(each for each in beside if each[1])


def _rivals(mine: Terms, theirs: Terms) -> frozenset[tuple[str, str]]:
    """Return the pairs of figures, one of each sentence alone, that may tell how many of one thing there are.

    "Seven days" is no other account of "the sixth day" or of "eleven years", but six days would be.
    """
    ours, others = mine.figures - theirs.figures, theirs.figures - mine.figures
    pairs = ((one, other) for one in ours for other in others)
    return frozenset(pair for pair in pairs if _sort(pair[0], mine) == _sort(pair[1], theirs))


def _told_apart(mine: Terms, theirs: Terms) -> frozenset[tuple[str, str]]:
    """Return the rivals that stand for each other: those of nearly one size, then those that are left."""
    pairs = _rivals(mine, theirs)
    close = frozenset(pair for pair in pairs if _is_close(*pair))
    ours, others = {one for one, _ in close}, {other for _, other in close}
    return close | {(one, other) for one, other in pairs if one not in ours and other not in others}


def _is_close(one: str, other: str) -> bool:
    """Return whether two figures are of nearly one size, as two counts of one thing are."""
    if not (_PLAIN.fullmatch(one) and _PLAIN.fullmatch(other)):
        return False
    low, high = sorted((float(one), float(other)))
    return high <= _CLOSE * low


def recount(text: str) -> frozenset[str] | None:
    """Return the words for what a sentence counts anew: none, where the sentence before tells it; None for no count.

    >>> sorted(recount("The coastguard put the number of blue bottles at 21.") or "none")
    ['blu', 'botl']
    >>> recount("Mayor Ada Alm spoke of 6.1 metres."), recount("The mayor spoke of hope.")
    (frozenset(), None)
    """
    found = _RECOUNT.search(text)
    return frozenset(terms(found[1] or "").told) if found else None


def is_recounted(mine: Terms, theirs: Terms, counted: frozenset[str]) -> bool:
    """Return whether a sentence has a figure that another, which counts anew, gives otherwise."""
    return counted <= mine.keys and any(_is_close(*pair) for pair in _rivals(mine, theirs))


def _sort(figure: str, those: Terms) -> tuple[bool, frozenset[str]]:
    """Return whether a figure is an ordinal, and its units."""
    is_ordinal = figure[0].isdigit() and figure.endswith(("st", "nd", "rd", "th"))
    return is_ordinal, frozenset(unit for value, unit in those.measures if value == figure)


def _is_one_matter(mine: Terms, theirs: Terms, least: float) -> bool:
    """Return whether two sentences say enough in the same words, names and negations apart, to be of one thing."""
    keys, others = set(mine.told) - NEGATIONS, set(theirs.told) - NEGATIONS
    shared = len(keys & theirs.keys)
    return (
        shared >= _FEWEST_SHARED
        and shared >= least * len(keys - set(_keys_apart(mine, theirs)))
        and shared >= _LEAST_OF_LONGER * len(others - set(_keys_apart(theirs, mine)))
    )


def _keys_apart(mine: Terms, theirs: Terms) -> frozenset[str]:
    return frozenset(mine.names) - theirs.keys


def days_apart(one: str, other: str) -> int:
    """Return how many days lie between two days of publication; 0 where one of them is not known."""
    if one == other or not (one and other) or _UNDATED in (one[:4], other[:4]):
        return 0
    return abs(date.fromisoformat(one) - date.fromisoformat(other)).days


def difference(kind: DifferenceKind, mine: Report, other: Report) -> Difference:
    """Return how a report differs from the one that is told."""
    ours, theirs = terms(mine.text), terms(other.text)
    if kind == "figures":
        rivals = _told_apart(ours, theirs)
        words = tuple(sorted({one for one, _ in rivals})), tuple(sorted({other for _, other in rivals}))
    elif kind == "names":
        words = _written(mine.text, _apart(ours, theirs)), _written(other.text, _apart(theirs, ours))
    else:
        words = _written(mine.text, ours.raws & NEGATIONS), _written(other.text, theirs.raws & NEGATIONS)
    return Difference(other.text, other.mark, *words, kind=kind, since=_since(kind, mine, other))


def _since(kind: DifferenceKind, mine: Report, other: Report) -> Since | None:
    days = mine.published, other.published
    dated = not any(day.startswith(_UNDATED) for day in days) and days[0] != days[1]
    if kind != "figures" or not dated or not all(_TOLLS & terms(each.text).keys for each in (mine, other)):
        return None
    return "earlier" if other.published < mine.published else "later"


def _apart(mine: Terms, theirs: Terms) -> frozenset[str]:
    """Return the names, as they stand in lower case, that only the first sentence has."""
    return frozenset(raw for key, raw in mine.written.items() if key not in theirs.written and raw not in theirs.raws)


def _written(text: str, raws: frozenset[str]) -> tuple[str, ...]:
    """Return words as the text writes them, in its order; those that follow each other are one name."""
    runs: list[str] = []
    last = -1
    for found in re.finditer(r"[^\W_]+", text):
        if found[0].casefold() in raws:
            goes_on = bool(runs) and text[last : found.start()] == " "
            runs[-1:] = [f"{runs[-1]} {found[0]}"] if goes_on else [*runs[-1:], found[0]]
            last = found.end()
    return tuple(dict.fromkeys(runs))
