"""The sentences of a thread, the fullest first, found by the words that few of them have.

Two sentences that share enough words share some of their rarest, so only those are looked up (prefix filtering;
Chaudhuri et al. 2006). A word of very many sentences brings none together. Which sentences are found for one depends
on nothing but the two and on which words are so common: a sentence that comes in changes nothing for those that it
shares no words with.
"""

import math
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter

from digest.stories.verdicts import Candidate
from digest.stories.wording import Wording, wording

_FEWEST = 2  # words that say something; below, there is too little to compare: "He would not resign."
_COMMONEST = 1000  # sentences with one word; a word of more of them does not help to find a twin
_SHARED = 3  # rare words that two sentences share before all their words are counted


class Crowd:
    """All candidates of a thread in the order in which they are judged: the fullest first, then who is credited."""

    def __init__(self, candidates: Iterable[Candidate], least: float) -> None:
        """Make them findable; `least` is the share of a sentence's words that two must have in common, 0..1."""
        ranked = sorted([(wording(candidate.text), candidate) for candidate in candidates], key=_rank)
        self.candidates = tuple([candidate for _, candidate in ranked])
        self.wordings = tuple([those for those, _ in ranked])
        found = self._with_each_word()
        self.frequencies = dict(zip(found, map(len, found.values()), strict=True))
        self.common = frozenset(self._too_common())
        # The numbers of the sentences that have a word, in order, for each word that is not too common.
        self.with_word = {key: found[key] for key in found if key not in self.common} if self.common else found
        self._least = least

    def _too_common(self) -> Iterable[str]:
        """Return the words of too many sentences; few threads have so many at all."""
        if len(self.wordings) <= _COMMONEST:
            return ()
        return (key for key, count in self.frequencies.items() if count > _COMMONEST)

    def _with_each_word(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, those in enumerate(self.wordings):
            for key in those.keys:
                found[key].append(number)
        return found

    def alike(self, number: int, kept: Sequence[bool]) -> list[tuple[float, int]]:
        """Return the kept sentences before one that have enough of its words, with their share, most alike first."""
        told = self.wordings[number].told
        if len(told) < _FEWEST:
            return []
        least = self._least_shared(told)
        first = self._first
        met = [key for key in told if first[key] < number]
        if len(met) < least:
            return []  # too few of its words stand in any sentence before it
        fewest = min(_SHARED, least)
        looked_up = (self.with_word[key] for key in self._rare(met)[: len(met) - least + fewest])
        # At once, since a counter that is brought up to date word by word takes several times as long.
        counts = Counter(chain.from_iterable(numbers[: bisect(numbers, number - 1)] for numbers in looked_up))
        if max(counts.values(), default=0) < fewest:
            return []
        keys = frozenset(told)
        tried = (other for other, count in counts.items() if count >= fewest and kept[other])
        shared = ((len(keys.intersection(self.wordings[other].keys)), other) for other in tried)
        found = sorted((-count, other) for count, other in shared if count >= least)
        return [(-count / len(keys), other) for count, other in found]

    def seekers(self, of: Wording) -> Iterator[int]:
        """Yield the numbers of the sentences for which `alike` may find one that is worded so."""
        counts: Counter[int] = Counter()
        for key in of.keys:
            counts.update(self.with_word.get(key, ()))
        keys = frozenset(of.keys)
        for number, count in counts.items():
            if count >= self._fewest[number]:
                told = self.wordings[number].told
                if len(keys.intersection(told)) >= self._least_shared(told):
                    yield number

    @cached_property
    def _first(self) -> Mapping[str, int]:
        """Return for each word the number of the first sentence that has it; -1 where it is too common to matter."""
        first = dict(zip(self.with_word, map(itemgetter(0), self.with_word.values()), strict=True))
        return first | dict.fromkeys(self.common, -1) if self.common else first

    @cached_property
    def _fewest(self) -> Sequence[int]:
        """Return for each sentence how many words that are not too common one must share with it."""
        return [min(_SHARED, self._least_shared(those.told)) for those in self.wordings]

    def _least_shared(self, told: Sequence[str]) -> int:
        return math.ceil(self._least * len(told))

    def _rare(self, keys: Sequence[str]) -> list[str]:
        """Return the words that are not too common, the rarest first; of equally rare ones any may stand first."""
        rare = [key for key in keys if key not in self.common] if self.common else keys
        return sorted(rare, key=self.frequencies.__getitem__)


def _rank(worded: tuple[Wording, Candidate]) -> tuple[int, int, float, tuple[str, str, int]]:
    those, candidate = worded
    return -those.telling, -those.length, -candidate.weight, candidate.order
