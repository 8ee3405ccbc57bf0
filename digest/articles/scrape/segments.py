"""The pieces of a naive scrape that are judged one by one: its lines, and the sentences of lines that are whole pages.

Most scrapers write a paragraph, a menu entry or a headline on a line of its own, so the line is the natural unit. Some
write a page on one line; there the sentence takes its place, and pieces that are kept side by side are joined again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from digest.articles.references import unescaped
from digest.articles.scrape.wrapping import paragraphs

_LONGEST_PARAGRAPH = 1_200  # signs; longer lines are pages or chapters, and nearly never all body or all boilerplate
_MOST_PIECES = 5_000  # of a line; the longest pages that were scraped onto one have some hundred sentences
_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]{0,3} ")
_MARKUP = re.compile(r"(?:#{1,6}|>|\*|•|·|▪|●)(?: |$)")
_MARKS_IN_A_ROW = 4  # as in "> > * ## "


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, or a sentence of a very long line, with its white space normalised."""

    line: int  # of the file, from 1
    text: str  # as it stands in the file
    prose: str  # without the list, heading and quote marks before it; may be empty
    marks: str  # those marks


def segments(text: str, first_line: int) -> list[Segment]:
    """Return the segments of `text` in order; together they hold every word of it."""
    return [
        _segment(number, piece)
        for number, paragraph in paragraphs([_normal(line) for line in text.split("\n")], first_line)
        for piece in _pieces(paragraph)
    ]


def _normal(line: str) -> str:
    return " ".join((unescaped(line) if "&" in line else line).split())


def _segment(number: int, text: str) -> Segment:
    start = 0
    for _ in range(_MARKS_IN_A_ROW):
        found = _MARKUP.match(text, start)
        if not found:
            break
        start = found.end()
    return Segment(number, text, text[start:], text[:start])


def _pieces(line: str) -> Iterator[str]:
    start = 0
    if len(line) > _LONGEST_PARAGRAPH:
        for end in islice(_SENTENCE_END.finditer(line), _MOST_PIECES):
            yield line[start : end.end() - 1]
            start = end.end()
    if line[start:]:
        yield line[start:]
