"""Join the lines of text that was broken by hand or by a mail program, at some 70 signs, into its paragraphs.

Only a text that is broken throughout is joined, for elsewhere a line is a paragraph: nearly all lines that another line
follows at once are of the usual width, and none is much longer. Width alone is no sign of it, since a list of headlines
has it too, and a page that writes a sentence a line: where a width broke the lines, most end in mid-sentence, and many
of those below begin in the middle of one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_WIDTH = range(50, 91)  # signs of a line that was broken
_BROKEN = 0.75  # of the lines that go on, at least, are of that width
_LEAST = 4  # of them
_LONGER = 0.05  # of all lines, at most, are longer
_ENDED = 0.4  # of the full lines, at most, end a sentence; where a width broke them, one in ten does by chance
_SHORT = 8  # one full line in so many, and at least one, a headline, may be shorter than the usual width
_CAPITALS = 0.75  # of the lines below, at most, begin with one; German has most of them in mid-sentence, about .4
_MARKS = ("#", ">", "*", "•", "·", "-", "–", "—")
# The marks that end a sentence in any script; Thai and Lao have none, so any line of theirs may be a whole sentence.
_END = re.compile(r"[.!?…。．！？｡।॥؟۔։።။។།\u0e00-\u0eff][\"'”’»“」』）)\]]{0,3}$")
_LONGEST_END = 4  # signs that the pattern finds
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{2}")  # Han, Kana and the punctuation among them


def paragraphs(lines: Sequence[str], first_line: int) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text, each with the number of its first line; if it is not broken, its lines."""
    full = [(line, below) for line, below in pairwise(lines) if below and len(line) in _WIDTH]
    if not _is_broken(lines, full):
        yield from enumerate(lines, first_line)
        return
    width = sorted(len(line) for line, _ in full)[max(1, len(full) // _SHORT)]
    start, parts = first_line, list(lines[:1])
    for here, (line, below) in enumerate(pairwise(lines), first_line + 1):
        if not _goes_on(line, below, width):
            yield start, "".join(parts)
            start, parts = here, []
        elif not _UNSPACED.fullmatch(line[-1] + below[0]):
            parts.append(" ")
        parts.append(below)
    yield start, "".join(parts)


def ends_sentence(line: str) -> bool:
    """Return whether the line may end a sentence, in any script."""
    return bool(_END.search(line[-_LONGEST_END:]))


def _is_broken(lines: Sequence[str], full: Sequence[tuple[str, str]]) -> bool:
    """Return whether a width broke the lines; `full` are those of that width, each with the line below it."""
    longer = sum(len(line) >= _WIDTH.stop for line in lines)
    going = sum(bool(line and below) for line, below in pairwise(lines))
    return (
        longer <= _LONGER * len(lines)
        and len(full) >= max(_LEAST, _BROKEN * going)
        and sum(ends_sentence(line) for line, _ in full) <= _ENDED * len(full)
        and sum(below[0].isupper() for _, below in full) <= _CAPITALS * len(full)
    )


def _goes_on(line: str, below: str, width: int) -> bool:
    """Return whether the line below continues this one: no list entry does, and none after a line that ends early.

    A headline ends early too, though it may be long: the first word of the line below had still found room there.
    """
    if len(line) < _WIDTH.start or not below or below.startswith(_MARKS):
        return False
    word = below[: _WIDTH.stop].split(" ", 1)[0]
    return not below[0].isupper() or len(line) + 1 + len(word) > width
