"""The line that a curator likely meant by a text that no line reads as: the one that shares most threes of signs.

A slip changes a few of a line's threes, whatever the script; another line shares few. Only so many lines and texts are
compared that it stays a hint, which costs little.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

_MOST_SOUGHT = 20  # texts
_MOST_COMPARED = 2_000  # lines
_LONGEST = 300  # signs
_NEAR = 0.5  # of 1; two lines on one matter have about .2


def nearest_lines(texts: Sequence[str], lines: Iterable[tuple[str, int]]) -> list[int | None]:
    """Return, for each of `texts`, the number of the line most like it, the first of equals; None where none is near.

    Likeness is Dice's coefficient of their threes of signs.

    >>> nearest_lines(["Readmoore", "Elsewhere"], [("Advertisement", 4), ("Readmore", 7)])
    [7, None]
    """
    compared = [(_threes(text), number) for text, number in islice(lines, _MOST_COMPARED)] if texts else []
    sought = [_nearest(_threes(text), compared) for text in texts[:_MOST_SOUGHT]]
    return [*sought, *(None for _ in texts[_MOST_SOUGHT:])]


def _nearest(threes: frozenset[str], lines: Sequence[tuple[frozenset[str], int]]) -> int | None:
    alike = ((2 * len(threes & others) / (len(threes) + len(others) or 1), -number) for others, number in lines)
    likeness, number = max(alike, default=(0.0, 0))
    return -number if likeness >= _NEAR else None


def _threes(text: str) -> frozenset[str]:
    folded = text[:_LONGEST].casefold()
    return frozenset(folded[place : place + 3] for place in range(len(folded) - 2))
