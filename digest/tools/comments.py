"""The comments of a piece of YAML whose values go: they are a curator's words, and stay.

A `#` may as well be a part of a text, between quotes or in lines of its own. So what counts is where values end.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key, a mark or a text stands; lines and columns count from 0."""

    first: int  # line
    last: int  # line
    end: int  # column of the last line, behind it


def comments_alone(lines: Sequence[str], gone: Container[int], spans: Iterable[Span]) -> str:
    """Return YAML in which the lines that are `gone` hold their comments only; each keeps its indentation."""
    ends: dict[int, int] = {}
    inside: set[int] = set()
    for span in spans:
        ends[span.last] = max(span.end, ends.get(span.last, 0))
        inside.update(range(span.first + 1, span.last))
    kept = (
        line if number not in gone else "" if number in inside else _comment(line, ends.get(number, 0))
        for number, line in enumerate(lines)
    )
    return "".join(kept)


def _comment(line: str, end: int) -> str:
    """Return the comment of a line, or the empty line that it is."""
    rest = line[end:].lstrip(" \t")
    if rest.startswith("#"):
        return line[: len(line) - len(line.lstrip(" "))] + rest
    return "" if line.strip() else line
