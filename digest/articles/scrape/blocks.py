"""What is kept of a naive scrape and what is cut, in the order of the file: a curator can see it and undo it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from digest.articles.extract import Block
from digest.articles.scrape.segments import Segment


def blocks_of(lines: Sequence[Segment], verdicts: Sequence[str | None]) -> Iterator[Block]:
    """Yield a block for each line; of a very long one, for the sentences side by side that one verdict is on."""
    before = None
    judged = zip(lines, verdicts, strict=True)
    for (number, rule), group in groupby(judged, key=lambda pair: (pair[0].line, pair[1])):
        some = [line for line, _ in group]
        goes_on = number == before
        text = " ".join(line.text for line in some) if rule or goes_on else _paragraph(some)
        yield Block(number, text, rule, goes_on)
        before = number


def _paragraph(some: Sequence[Segment]) -> str:
    """Return the text of a line, of which list and quote marks are taken off its beginning only."""
    first, *others = some
    return " ".join([first.prose or first.text, *(line.text for line in others)])
