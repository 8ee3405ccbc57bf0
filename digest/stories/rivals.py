"""Which figures of two sentences stand for each other: two counts of one thing.

Three dead and 17 trapped here, ten dead and eight trapped there: ten stands for three, though eight is nearer. So
figures are paired by what they count, then by size; and what counts another thing is no other account of it.
"""

import math
import re

from digest.stories.terms import Terms

_CLOSE = 1.5  # times a count is as high as another of one thing, at most; a toll may rise by more
_PLAIN = re.compile(r"\d{1,18}(?:\.\d{1,9})?")
_BEFORE_YEARS = frozenset("in since from until by of early late mid during before after around".split())
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def told_apart(mine: Terms, theirs: Terms) -> tuple[tuple[str, str], ...]:
    """Return the pairs of figures, one of each sentence, that count one thing; in the order of the first.

    Each figure stands in one pair at most.
    """
    ranked = sorted(
        (-_things_shared(one, other, mine, theirs), ratio(one, other), one, other)
        for one, other in rivals(mine, theirs)
        if _of_one_thing(one, other, mine, theirs)
    )
    pairs: dict[str, str] = {}
    for _, _, one, other in ranked:
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    order = {figure: place for place, (figure, _, _) in enumerate(mine.counted)}
    return tuple(sorted(pairs.items(), key=lambda pair: order[pair[0]]))


def rivals(mine: Terms, theirs: Terms) -> frozenset[tuple[str, str]]:
    """Return the pairs of figures, one that each sentence alone tells, that may tell how many of one thing there are.

    "Seven days" is no other account of "the sixth day" or of "eleven years", but six days would be.
    """
    pairs = ((one, other) for one in _plain(mine) - _plain(theirs) for other in _plain(theirs) - _plain(mine))
    return frozenset(pair for pair in pairs if _sort(pair[0], mine) == _sort(pair[1], theirs))


def is_correction(mine: Terms, theirs: Terms) -> bool:
    """Return whether one sentence takes back what the other tells: "6,000, not 4,000"."""
    return bool(_plain(mine) & theirs.withdrawn or _plain(theirs) & mine.withdrawn)


def _plain(those: Terms) -> frozenset[str]:
    return those.figures - those.withdrawn


def things_shared(pair: tuple[str, str], mine: Terms, theirs: Terms) -> frozenset[str]:
    """Return the keys of what both figures of a pair count."""
    return mine.things.get(pair[0], frozenset()) & theirs.things.get(pair[1], frozenset())


def _things_shared(one: str, other: str, mine: Terms, theirs: Terms) -> int:
    return len(things_shared((one, other), mine, theirs))


def _of_one_thing(one: str, other: str, mine: Terms, theirs: Terms) -> bool:
    """Return whether two figures count things of one name, stand in one place, or are of nearly one size."""
    if is_close(one, other) or _things_shared(one, other, mine, theirs):
        return True
    ours, others = ({each[1:] for each in those.counted if each[0] == n} for n, those in ((one, mine), (other, theirs)))
    return any(a == c != "" or b == d != "" for a, b in ours for c, d in others)


def is_close(one: str, other: str, most: float = _CLOSE) -> bool:
    """Return whether two figures are of nearly one size, as two counts of one thing are."""
    return ratio(one, other) <= most


def ratio(one: str, other: str) -> float:
    """Return how many times the one figure is as high as the other, 1 or more; infinite, where nobody can tell."""
    if not (_PLAIN.fullmatch(one) and _PLAIN.fullmatch(other)):
        return math.inf
    low, high = sorted((float(one), float(other)))
    return high / low if low else math.inf


def _sort(figure: str, those: Terms) -> tuple[bool, bool, frozenset[str]]:
    """Return whether a figure is an ordinal, whether it is a year, and its units."""
    is_ordinal = figure[0].isdigit() and figure.endswith(("st", "nd", "rd", "th"))
    units = frozenset(unit for value, unit in those.measures if value == figure)
    return is_ordinal, bool(_YEAR.fullmatch(figure)) and _is_year(figure, those), units


def _is_year(figure: str, those: Terms) -> bool:
    """Return whether a figure stands where years do: "in 1961"; 1,700 drivers are no year."""
    return any(before in _BEFORE_YEARS for value, before, _ in those.counted if value == figure)
