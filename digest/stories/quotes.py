"""Find what was said in so many words, by whom, and how many articles carried it.

A quotation that one article cuts shorter is a wording of the fuller one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digest.model import Mark, Quote, Told
from digest.stories.wording import wording
from digest.tools.text import words

_LEAST = 4  # words of a part of a quotation that another is found by
_LONGEST_PART = 40  # the same


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation in one sentence."""

    text: str
    key: tuple[str, ...]
    speaker: str | None
    marks: tuple[Mark, ...]


def quotes(told: Iterable[Told]) -> tuple[Quote, ...]:
    """Return the quotations of a story: most carried first, then as they were read, with their wordings folded."""
    found = [each for sentence in told for each in _of(sentence)]
    groups: list[list[_Found]] = []
    at: dict[tuple[str, ...], int] = {}
    for each in sorted(found, key=lambda each: (-len(each.key), each.marks)):
        number = at.get(each.key)
        if number is None:
            number = len(groups)
            groups.append([])
            at.update((run, number) for run in _openings(each.key) if run not in at)
        groups[number].append(each)
    every = map(_quote, groups)
    return tuple(sorted(every, key=lambda quote: (-len({mark.article for mark in quote.marks}), quote.marks)))


def _of(told: Told) -> Iterator[_Found]:
    """Yield the quotations of a sentence, and those of its repeats."""
    for text, mark in ((told.text, told.mark), *((repeat.text, repeat.mark) for repeat in told.repeats)):
        for saying in wording(text).sayings:
            yield _Found(saying.text, tuple(words(saying.text)), saying.speaker, (mark,))


def _openings(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a quotation that another article may quote alone: its openings and its endings."""
    for length in range(_LEAST, min(len(key), _LONGEST_PART) + 1):
        yield key[:length]
        yield key[-length:]
    yield key


def _quote(group: Sequence[_Found]) -> Quote:
    marks = tuple(sorted({mark for each in group for mark in each.marks}))
    speaker = max((each.speaker for each in group if each.speaker), key=lambda name: (len(name), name), default=None)
    wordings = dict.fromkeys(each.text for each in group[1:] if each.text != group[0].text)
    return Quote(group[0].text, speaker, marks, tuple(wordings))
