"""What is kept of a naive scrape and what is cut, in the order of the file: a curator can see it and undo it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter, itemgetter

from digest.articles.extract import Block
from digest.articles.scrape.segments import Segment

_LINE = attrgetter("line")


def blocks_of(lines: Sequence[Segment], verdicts: Sequence[str | None]) -> Iterator[Block]:
    """Yield a block for each line; of a very long one, for the sentences side by side that one verdict is on."""
    if len(set(map(_LINE, lines))) == len(lines):  # of most pages no line is parted, and each is quickly told
        yield from map(_block, lines, verdicts)
        return
    rules = iter(verdicts)
    for _, group in groupby(lines, key=_LINE):
        first, *others = group
        rule = next(rules)
        if others:
            yield from _parts([first, *others], [rule, *islice(rules, len(others))])
        else:
            yield _block(first, rule)


def _block(line: Segment, rule: str | None) -> Block:
    return Block(line.line, line.text if rule else line.prose or line.text, rule)


def _parts(pieces: Sequence[Segment], rules: Sequence[str | None]) -> Iterator[Block]:
    """Yield the blocks of the pieces of one line."""
    goes_on = False
    for rule, group in groupby(zip(pieces, rules, strict=True), key=itemgetter(1)):
        some = [piece for piece, _ in group]
        text = " ".join([piece.text for piece in some]) if rule or goes_on else _paragraph(some)
        yield Block(some[0].line, text, rule, goes_on)
        goes_on = True


def _paragraph(some: Sequence[Segment]) -> str:
    """Return the text of a line, of which list and quote marks are taken off its beginning only."""
    first, *others = some
    return " ".join([first.prose or first.text, *(line.text for line in others)])
