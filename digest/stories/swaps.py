"""Tell whether one word was put in the place of another: who was arrested in one report was released in the other.

In a sentence that was retold more words differ, and then the share of words decides.
"""

from collections.abc import Iterable, Sequence

from digest.stories.daykeys import DAYS
from digest.stories.senses import sense
from digest.stories.terms import Terms

_STEM = 5  # signs; forms of one word begin with as many
_DAY = "day"  # stands for any
_ENDING = 3  # signs; "-ing", "-ion": what follows the stem
_MOST_ADDED = 3  # words that the longer of two sentences may have besides; with more it was retold


def other_word(mine: Terms, theirs: Terms) -> bool:
    """Return whether all that one sentence tells in other words than the other is one word in the same place."""
    ours, others = _undated(mine.told), _undated(theirs.told)
    if len(ours) == len(others):
        pairs = [pair for pair in zip(ours, others, strict=True) if pair[0] != pair[1]]
        return len(pairs) == 1 and _is_another(*pairs[0], mine, theirs)
    if len(others) - len(ours) > _MOST_ADDED:
        return False
    manners = _manners(mine) | _manners(theirs)
    shared = _with_day(theirs.keys, others)
    apart = [key for key in ours if key not in shared and key not in manners]
    if len(apart) != 1:
        return False
    beside = next(iter(_gaps([key for key in ours if key not in manners], shared)))
    there = _gaps([key for key in others if key not in manners], _with_day(mine.keys, ours)).get(beside, ())
    return len(there) == 1 and _is_another(apart[0], there[0], mine, theirs)


def _undated(keys: Iterable[str]) -> list[str]:
    """Return the keys with all days alike: a toll is told anew on another day, which another guard looks at."""
    return [_DAY if key in DAYS else key for key in keys]


def _with_day(keys: frozenset[str], told: Sequence[str]) -> frozenset[str]:
    """Return keys, and the one that stands for all days where a day is told."""
    return keys | {_DAY} if _DAY in told else keys


def _manners(those: Terms) -> frozenset[str]:
    """Return the keys of adverbs: one more of them is what is added, and stands for no verb."""
    return frozenset(sense(raw) for raw in those.raws if raw.endswith("ly"))


def _gaps(told: Sequence[str], shared: frozenset[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the words that are not shared, by the shared ones before and after them."""
    gaps: dict[tuple[str, str], tuple[str, ...]] = {}
    before, gap = "", list[str]()
    for key in (*told, ""):
        if key and key not in shared:
            gap.append(key)
            continue
        if gap:
            gaps[before, key] = tuple(gap)
        before, gap = key, []
    return gaps


def _is_another(one: str, other: str, mine: Terms, theirs: Terms) -> bool:
    """Return whether two words are no forms of one; whether two names are one, another guard tells."""
    return not one_stem(one, other) and not (one in mine.names and other in theirs.names)


def one_stem(one: str, other: str) -> bool:
    """Return whether two words are forms of one: "captured" and "capturing", but not "convicted" and "convinced"."""
    stem = max(_STEM, max(len(one), len(other)) - _ENDING)
    return min(len(one), len(other)) >= stem and one[:stem] == other[:stem]
