"""The curator's word on single lines: `keep` and `cut` in front matter win over every rule of a cleaner.

A line is named by its text, as `digest explain` prints it, so a correction outlives a new version of the cleaner and
lines that are added above it. What is copied from a terminal has other white space, or was shortened, so the text is
compared without white space, marks of lists and quotes and signs that cannot be seen; with "…" at its end it is the
beginning of a line. YAML takes quotation marks around a line, or behind a colon in it, for its own, so without a line
that has the same ones, those do not count either.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.articles.doubts import no_line_reads
from digest.articles.extract import Block, Extract, Found, cuts_of, paragraphs_of
from digest.articles.linetexts import QUOTES, folded, unquoted
from digest.articles.nearlines import nearest_lines
from digest.articles.scrape.segments import segments
from digest.articles.sentences import split_sentences
from digest.articles.web.margins import EXTRACTOR
from digest.model import Correction, Doubt, Given

CURATOR = "curator"
_LEAST_BEGINNING = 20  # signs; what is shorter may be the beginning of any line
_MOST_PARTED = 2_000_000  # signs of lines that are parted into sentences, for all corrections together
_TRIES = 50  # places of a line at which its sentences are compared


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The text of a correction, folded."""

    text: str
    is_beginning: bool

    def names(self, text: str) -> bool:
        """Tell whether the folded line `text` is meant."""
        return text.startswith(self.text) if self.is_beginning else text == self.text

    def unquoted(self) -> "_Wanted":
        """Return it without quotation marks."""
        return replace(self, text=unquoted(self.text))

    def quoted(self) -> Iterator["_Wanted"]:
        """Yield it as it is, then with quotation marks that YAML may have taken from around it."""
        yield self
        for mark in QUOTES if self.text else ():
            yield replace(self, text=f"{mark}{self.text}" if self.is_beginning else f"{mark}{self.text}{mark}")


def corrected(found: Extract, blocks: Sequence[Block], given: Given) -> Extract:
    """Return what a cleaner found with the curator's corrections made in `blocks`, which hold the whole article.

    A correction that no line answers to is a doubt; any other answers the doubt about the body, since the curator has
    looked at it. What an extractor left out of a page is no cut here either.
    """
    lines = _Lines(blocks)
    missed = [each for each in given.keep if not lines.keep(_wanted(each.text))]
    missed += [each for each in given.cut if not lines.cut(_wanted(each.text))]
    is_answered = len(missed) < len(given.keep) + len(given.cut)
    open_doubts = (doubt for doubt in found.doubts if not (is_answered and doubt.about == "body"))
    return replace(
        found, paragraphs=paragraphs_of(lines.blocks), blocks=tuple(lines.blocks),
        doubts=(*open_doubts, *_unanswered(missed, blocks)),
        cuts=cuts_of(block for block in lines.blocks if block.rule != EXTRACTOR),
        title=_title(found.title, lines.blocks),
    )  # fmt: skip


def _title(title: Found | None, blocks: Iterable[Block]) -> Found | None:
    """Return the title, unless it was made of the body, which is another now, or read from a line that is cut here."""
    if title is None or title.origin == "derived":
        return None
    own = (block for block in blocks if block.rule == CURATOR and title.origin == f"line {block.line}")
    return None if any(title.value in block.text for block in own) else title


def _unanswered(missed: Sequence[Correction], blocks: Sequence[Block]) -> Iterator[Doubt]:
    near = nearest_lines([folded(each.text) for each in missed], ((folded(each.text), each.line) for each in blocks))
    return (no_line_reads(each.line, each.text, line) for each, line in zip(missed, near, strict=True))


class _Lines:
    """The blocks of an article, as one correction after the other changes them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = list(blocks)
        self._texts = [folded(block.text) for block in blocks]
        self._left = _MOST_PARTED

    def keep(self, wanted: _Wanted) -> bool:
        """Keep the first line that is wanted, unless one is kept already, and return whether there is any."""
        meant = self._named(wanted)
        if meant and all(self.blocks[index].rule for index in meant):
            self._rule(meant[0], None)
        return bool(meant) or self._part(wanted, None)

    def cut(self, wanted: _Wanted) -> bool:
        """Cut every line that is wanted, and return whether there is any."""
        meant = self._named(wanted)
        for index in meant:
            self._rule(index, CURATOR)
        return bool(meant) or self._part(wanted, CURATOR)

    def _named(self, wanted: _Wanted) -> list[int]:
        """Return the places of the lines that are wanted; without any, of those with other quotation marks."""
        if not wanted.text:
            return []
        meant = [index for index, text in enumerate(self._texts) if wanted.names(text)]
        bare = wanted.unquoted()
        if meant or not bare.text:
            return meant
        return [index for index, text in enumerate(self._texts) if bare.names(unquoted(text))]

    def _rule(self, index: int, rule: str | None) -> None:
        block = self.blocks[index]
        self.blocks[index] = replace(block, text=block.text if rule else _unmarked(block), rule=rule)

    def _part(self, wanted: _Wanted, rule: str | None) -> bool:
        """Set the rule of the first sentences of a line that are wanted, and return whether there are any."""
        return any(self._part_as(each, rule) for each in wanted.quoted())

    def _part_as(self, wanted: _Wanted, rule: str | None) -> bool:
        for index in (index for index, text in enumerate(self._texts) if wanted.text and wanted.text in text):
            self._left -= len(self.blocks[index].text)
            parts = _parted(self.blocks[index], wanted, rule) if self._left > 0 else []
            if parts:
                self.blocks[index : index + 1] = parts
                self._texts[index : index + 1] = [folded(part.text) for part in parts]
                return True
        return False


def _wanted(text: str) -> _Wanted:
    bare = text.strip().removesuffix("...").removesuffix("…")
    is_beginning = bare != text.strip() and len(folded(bare)) >= _LEAST_BEGINNING
    return _Wanted(folded(bare if is_beginning else text), is_beginning)


def _unmarked(block: Block) -> str:
    """Return the text of a cut as the body shows it."""
    if not block.rule:
        return block.text
    marks = next((segment.marks for segment in segments(block.text, block.line)), "")
    return block.text.removeprefix(marks) or block.text


def _parted(block: Block, wanted: _Wanted, rule: str | None) -> list[Block]:
    """Return the block in up to three, of which one is the sentences that are wanted; [] where they are none of it."""
    sentences = split_sentences(block.text)
    run = _run([folded(sentence) for sentence in sentences], wanted)
    if run is None:
        return []
    pieces = ((sentences[: run[0]], block.rule), (sentences[run[0] : run[1]], rule), (sentences[run[1] :], block.rule))
    first, *others = (replace(block, text=" ".join(some), rule=verdict) for some, verdict in pieces if some)
    return [first, *(replace(part, goes_on=True) for part in others)]


def _run(texts: Sequence[str], wanted: _Wanted) -> tuple[int, int] | None:
    """Return the bounds of the folded sentences that together read as is wanted."""
    starts = {place: number for number, place in enumerate(_places(texts))}
    line = "".join(texts)
    for start in _finds(line, wanted.text):
        end = start + len(wanted.text)
        if start in starts and wanted.is_beginning:
            return starts[start], starts[start] + 1
        if start in starts and (end in starts or end == len(line)):
            return starts[start], starts.get(end, len(texts))
    return None


def _places(texts: Iterable[str]) -> Iterator[int]:
    place = 0
    for text in texts:
        yield place
        place += len(text)


def _finds(line: str, text: str) -> Iterator[int]:
    place = -1
    for _ in range(_TRIES):
        place = line.find(text, place + 1)
        if place < 0:
            return
        yield place
