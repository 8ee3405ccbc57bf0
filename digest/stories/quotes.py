"""Find what was said in so many words, by whom, and how many articles carried it.

A quotation that one article cuts shorter is a wording of the fuller one, and so is one that a speaker is given with a
word or two changed.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from digest.model import Mark, Quote, Told
from digest.stories.compare import between
from digest.stories.speakers import full_names
from digest.stories.terms import terms
from digest.stories.wording import wording
from digest.stories.wordlists import FUNCTION_WORDS
from digest.tools.text import words

_LEAST = 4  # words of a part of a quotation that another is found by
_LONGEST_PART = 40  # the same
_IN_A_ROW = 0.5  # of a quotation's words, if another that has them so is to be the same
_COMPARED = 4  # quotations of a speaker that one is compared with
_TELLING = frozenset({"figures", "units", "names", "negation", "modality", "days"})  # what no other wording changes


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation in one sentence."""

    text: str
    key: tuple[str, ...]
    speaker: str | None
    marks: tuple[Mark, ...]


def quotes(told: Iterable[Told]) -> tuple[Quote, ...]:
    """Return the quotations of a story: most carried first, then as they were read, with their wordings folded."""
    every = [*told]
    found = [each for sentence in every for each in _of(sentence)]
    names = full_names({each.speaker for each in found if each.speaker}, (sentence.text for sentence in every))
    by_length = sorted(found, key=lambda each: (-len(each.key), each.marks))
    folded = (_quote(group, names) for group in _reworded(_shortened(by_length), names))
    return tuple(sorted(folded, key=lambda quote: (-len({mark.article for mark in quote.marks}), quote.marks)))


def _shortened(found: Iterable[_Found]) -> list[list[_Found]]:
    """Return quotations, the fullest of each first, with those that open or end as it does."""
    groups: list[list[_Found]] = []
    at: dict[tuple[str, ...], int] = {}
    for each in found:
        number = at.get(each.key)
        if number is None:
            number = len(groups)
            groups.append([])
            at.update((run, number) for run in _openings(each.key) if run not in at)
        groups[number].append(each)
    return groups


def _reworded(groups: Iterable[list[_Found]], names: Mapping[str, str]) -> Iterable[list[_Found]]:
    """Return groups of quotations, those joined that give what one speaker said with a word or two changed."""
    kept: list[list[_Found]] = []
    with_run: dict[tuple[str, tuple[str, ...]], list[list[_Found]]] = defaultdict(list)
    for group in groups:
        speaker, key = _speaker(group, names), group[0].key
        runs = [(speaker, key[start : start + _LEAST]) for start in range(len(key) - _LEAST + 1)] if speaker else []
        near = islice((other for run in runs for other in with_run.get(run, ())), _COMPARED)
        same = next((other for other in near if _is_reworded(group[0], other[0])), None)
        if same is not None:
            same += group
            continue
        kept.append(group)
        for run in runs:
            with_run[run].append(group)
    return kept


def _is_reworded(shorter: _Found, longer: _Found) -> bool:
    """Return whether most words of a quotation stand in a row in another, and the rest of it tells nothing else."""
    if len(shorter.key) > _LONGEST_PART or not FUNCTION_WORDS.issuperset(set(shorter.key) - set(longer.key)):
        return False
    length = max(_LEAST, math.ceil(_IN_A_ROW * len(shorter.key)))
    whole = f" {' '.join(longer.key)} "
    starts = range(len(shorter.key) - length + 1)
    in_a_row = any(f" {' '.join(shorter.key[start : start + length])} " in whole for start in starts)
    return in_a_row and not between(terms(shorter.text), terms(longer.text)) & _TELLING


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


def _quote(group: Sequence[_Found], names: Mapping[str, str]) -> Quote:
    marks = tuple(sorted({mark for each in group for mark in each.marks}))
    wordings = dict.fromkeys(each.text for each in group[1:] if each.text != group[0].text)
    return Quote(group[0].text, _speaker(group, names), marks, tuple(wordings))


def _speaker(group: Sequence[_Found], names: Mapping[str, str]) -> str | None:
    """Return the fullest name of who is quoted, None where nobody tells."""
    told = (names.get(each.speaker, each.speaker) for each in group if each.speaker)
    return max(told, key=lambda name: (len(name), name), default=None)
