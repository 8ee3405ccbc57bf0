"""What stands around the body of a web page: every paragraph of the page that its extractor left out, in its place.

An extractor gives the body and forgets the rest. A curator who wonders where a paragraph went, or wants it back, needs
the rest too, so it is found by laying the body over the words of the page. That is done only where somebody asks.
"""

from collections.abc import Iterator, Mapping, Sequence

from digest.articles.extract import Block, Extract
from digest.articles.web.pagewords import PageWords, Span
from digest.model import Cut
from digest.tools.tags import numbered_paragraphs

EXTRACTOR = "extractor"  # the rule of what is no cut of ours, but was never taken for the body
_ANCHOR = 8  # words; so long a text stands in one place of a page, while a short one may stand in its menu too


def page_blocks(html: str, first_line: int, found: Extract) -> tuple[Block, ...]:
    """Return the paragraphs that were found, in their order, and between them what was left out of the page.

    A text that cannot be found in the page keeps its place among the others; a cut that cannot comes last.
    """
    page = PageWords((line + first_line - 1, text) for line, text in numbered_paragraphs(html))
    body = _spans(page, found.paragraphs)
    spans = list(zip(found.cuts, _spans(page, [cut.text for cut in found.cuts]), strict=True))
    lost = (Block(cut.line, cut.text, cut.rule) for cut, span in spans if not span)
    return (*_laid_out(page, found.paragraphs, body, {span[0]: cut for cut, span in spans if span}), *lost)


def _spans(page: PageWords, texts: Sequence[str]) -> list[Span | None]:
    """Return where each text stands in the page: long ones first, in their order, and short ones between them."""
    spans: list[Span | None] = [None] * len(texts)
    place = 0
    for number, text in enumerate(texts):
        if len(text.split()) >= _ANCHOR:
            spans[number] = page.take(text, (place, len(page))) or (page.take(text, (0, place)) if place else None)
            place = max(place, (spans[number] or (0, 0))[1])
    below = _below(spans, len(page))
    above: int | None = None
    for number, text in enumerate(texts):
        if spans[number] is None and len(text.split()) < _ANCHOR:
            # Above all long ones the nearest is meant: a menu may stand further up.
            spans[number] = page.take(text, (above or 0, below[number]), last=above is None)
        above = (spans[number] or (0, above))[1]
    return spans


def _below(spans: Sequence[Span | None], end: int) -> list[int]:
    """Return, for each text, the word at which the next one begins whose place is known."""
    below = []
    for span in reversed(spans):
        below.append(end)
        end = span[0] if span else end
    return below[::-1]


def _laid_out(
    page: PageWords, paragraphs: Sequence[str], body: Sequence[Span | None], cuts: Mapping[int, Cut]
) -> Iterator[Block]:
    place = 0
    for text, span in zip(paragraphs, body, strict=True):
        if span and span[0] >= place:
            yield from _left_out(page, (place, span[0]), cuts)
        yield Block(page.line_of(span[0] if span else place), text, None)
        place = max(place, span[1]) if span else place
    yield from _left_out(page, (place, len(page)), cuts)


def _left_out(page: PageWords, span: Span, cuts: Mapping[int, Cut]) -> Iterator[Block]:
    for first, last, is_taken in page.pieces(span):
        if not is_taken:
            yield Block(page.line_of(first), page.text_of(first, last), EXTRACTOR)
        elif first in cuts:
            yield Block(page.line_of(first), cuts[first].text, cuts[first].rule)
