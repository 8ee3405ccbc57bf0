"""The pieces of a naive scrape that are judged one by one: its lines, and the sentences of lines that are whole pages.

Most scrapers write a paragraph, a menu entry or a headline on a line of its own, so the line is the natural unit. Some
write a page on one line; there the sentence takes its place, and pieces that are kept side by side are joined again.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from digest.articles.references import unescaped
from digest.articles.scrape.wrapping import paragraphs

_LONGEST_PARAGRAPH = 1_200  # signs; longer lines are pages or chapters, and nearly never all body or all boilerplate
_MOST_PIECES = 5_000  # of a line; the longest pages that were scraped onto one have some hundred sentences
_SENTENCE_END = re.compile(r"[.!?…।॥؟۔][\"”’»')\]]{0,3} ")
_MARKUP = re.compile(r"(?:#{1,6}|>|\*|•|·|▪|●)(?: |$)")
_MARKS = ("#", ">", "*", "•", "·", "▪", "●")  # with one of them begins what the pattern finds
_MARKS_IN_A_ROW = 4  # as in "> > * ## "


class Segment(NamedTuple):  # a page has hundreds, and a dataclass that is frozen takes twice as long to make
    """A line, or a sentence of a very long line, with its white space normalised."""

    line: int  # of the file, from 1
    text: str  # as it stands in the file
    prose: str  # without the list, heading and quote marks before it; may be empty
    marks: str  # those marks


def segments(text: str, first_line: int) -> list[Segment]:
    """Return the segments of `text` in order; together they hold every word of it."""
    return [
        _segment(number, piece) if piece.startswith(_MARKS) else Segment(number, piece, piece, "")
        for number, paragraph in paragraphs(_normal(text), first_line)
        if paragraph
        for piece in (_pieces(paragraph) if len(paragraph) > _LONGEST_PARAGRAPH else (paragraph,))
    ]


def _normal(text: str) -> list[str]:
    lines = text.split("\n")
    if "&" in text:
        lines = [unescaped(line) if "&" in line else line for line in lines]
    return [" ".join(line.split()) for line in lines]


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
    for end in islice(_SENTENCE_END.finditer(line), _MOST_PIECES):
        yield line[start : end.end() - 1]
        start = end.end()
    if line[start:]:
        yield line[start:]
