"""Tell a slip of the pen from another word: "kep" for "keep", but not "layout" for "author".

A key that nobody knows may be meant for another program, so only one that is a single slip away is told of: a letter
too many or too few, two that changed places, or a wrong one, unless that makes another word: "data" is no "date".
"""

from collections.abc import Iterable

_LEAST, _LEAST_CHANGED = 3, 4  # signs of a key that may be a slip, and of one with a wrong letter
_LONGEST = 40  # signs
# Words that another program may have as keys, each a wrong letter away from a short key of ours.
_WORDS = frozenset(
    "data rate mate gate head read load leaf lend lean line lint land lane long hang deep "
    "tabs taps bags plug snug slog glug".split()
)


def meant_key(key: str, known: Iterable[str]) -> str | None:
    """Return the first of `known` that `key` is a slip for, or None; capitals are one too.

    >>> meant_key("titel", ("title", "date")), meant_key("Date", ("title", "date")), meant_key("data", ("date",))
    ('title', 'date', None)
    """
    folded = key.casefold()
    if not _LEAST <= len(folded) <= _LONGEST:
        return None
    return next((other for other in known if folded == other or _is_slip(folded, other)), None)


def _is_slip(key: str, other: str) -> bool:
    short, long = sorted((key, other), key=len)
    same = next((place for place, (one, two) in enumerate(zip(short, long, strict=False)) if one != two), len(short))
    mine, theirs = key[same:], other[same:]
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    has_changed_places = mine[:2] == theirs[:2][::-1] and mine[2:] == theirs[2:]
    has_wrong_letter = len(key) >= _LEAST_CHANGED and key not in _WORDS and mine[1:] == theirs[1:]
    return has_changed_places or has_wrong_letter
