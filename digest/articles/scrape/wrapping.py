"""Join the lines of text that was broken by hand or by a mail program, at some 70 signs, into its paragraphs.

Only a text that is broken throughout is joined, for elsewhere a line is a paragraph: nearly all lines that another line
follows at once are of the usual width, and none is much longer.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

_WIDTH = range(50, 91)  # signs of a line that was broken
_BROKEN = 0.75  # of the lines that go on, at least, are of that width
_LEAST = 4  # of them
_LONGER = 0.05  # of all lines, at most, are longer
_MARKS = ("#", ">", "*", "•", "·", "-", "–", "—")


def paragraphs(lines: Sequence[str], first_line: int) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text, each with the number of its first line; if it is not broken, its lines."""
    if not _is_broken(lines):
        yield from enumerate(lines, first_line)
        return
    start, parts = first_line, list(lines[:1])
    for here, line in enumerate(lines[1:], first_line + 1):
        if not _goes_on(parts[-1], line):
            yield start, " ".join(parts)
            start, parts = here, []
        parts.append(line)
    yield start, " ".join(parts)


def _is_broken(lines: Sequence[str]) -> bool:
    sizes = list(map(len, lines))
    longer = sum(size >= _WIDTH.stop for size in sizes)
    if longer > _LONGER * len(lines):
        return False
    going = [size for size, below in pairwise(sizes) if size and below]
    return sum(size in _WIDTH for size in going) >= max(_LEAST, _BROKEN * len(going))


def _goes_on(line: str, below: str) -> bool:
    """Return whether the line below continues this one: no list entry does, and none after a line that ends early."""
    return len(line) >= _WIDTH.start and bool(below) and not below.startswith(_MARKS)
