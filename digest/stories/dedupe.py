"""Say everything once.

Two sentences say the same when the words of the shorter one are found in the longer (containment; Broder 1997,
section 2) and nothing that an editor would call news differs: figures, names, negation, modality, the day. No measure
of similarity alone, neural or not, can tell "five dead" from "six dead", so the guards decide, and in doubt a
sentence is kept: a repeat that is shown twice costs a reader two seconds, an update that is hidden misleads.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digest.model import DifferenceKind, Mark, Repeat, Told, When
from digest.stories.compare import between, other_day
from digest.stories.differ import Report, days_apart, difference, is_recounted, kind_of, recount
from digest.stories.quotes import one_voice, quotation
from digest.stories.settings import DedupeSettings
from digest.stories.terms import Terms, terms

_FEW = 5  # words that say something; with fewer ("He declined to comment.") a sentence repeats only the same words
_WORDS = 6  # of a sentence that is a repeat where another has all of them in a row
_FEWEST = 3  # of such; below, there is too little to compare
_FOR_SHORTER = 0.4  # share of words that a sentence must have more in common with one much longer: it has more to find
_AGO = 2  # days between two reports, from which the later one hardly says again in other words what the first said
_LOOSEST_AGO = 0.85  # least likeness of such: who "offered to mediate" is not yet "the councillor who mediates"
_COMMONEST = 300  # kept sentences with one word; a word in more of them does not help to find a twin
_SHARED = 3  # rare words that two sentences share before all their words are counted
_MOST_TRIED = 40  # kept sentences that are compared with one, the most alike first

_Key = tuple[tuple[str, ...], frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that a story may tell, with what decides which of several twins is told."""

    text: str
    mark: Mark
    when: When | None
    weight: float  # of its source
    order: tuple[str, str, int]  # day of publication, article, number


def dedupe(candidates: Sequence[Candidate], settings: DedupeSettings) -> tuple[Told, ...]:
    """Return each fact once, in the order of publication, with its repeats folded under it and what differs beside it.

    The fullest of several twins is told, then the one of the weightiest source, then the earliest.
    """
    kept = _Kept(settings, _frequencies(candidates))
    for candidate in sorted(candidates, key=_fullness):
        kept.take(candidate)
    kept.recount()
    return tuple(twin.told() for twin in sorted(kept.twins, key=lambda twin: twin.best.order))


def _fullness(candidate: Candidate) -> tuple[int, int, float, tuple[str, str, int]]:
    """Return what the fullest sorts first by: what it says, then who is credited with it."""
    those = terms(candidate.text)
    return -len(those.told), -len(those.spelling), -candidate.weight, candidate.order


def _frequencies(candidates: Sequence[Candidate]) -> Mapping[str, int]:
    return Counter(key for candidate in candidates for key in terms(candidate.text).keys)


@dataclass(slots=True)
class _Twins:
    """A kept sentence and what was folded under it."""

    best: Candidate
    terms: Terms
    repeats: list[tuple[float, Candidate]] = field(default_factory=list)
    differs: list[tuple[DifferenceKind, Candidate]] = field(default_factory=list)

    def told(self) -> Told:
        repeats = sorted(self.repeats, key=lambda pair: pair[1].order)
        return Told(
            self.best.text, self.best.mark, self._when(),
            repeats=tuple(Repeat(each.text, each.mark, round(likeness, 2)) for likeness, each in repeats),
            differs=tuple(
                difference(kind, _report(self.best), _report(each))
                for kind, each in sorted(self.differs, key=lambda pair: pair[1].order)
            ),
        )  # fmt: skip

    def _when(self) -> When | None:
        """Return the day that any twin names; else the earliest on which one was published: it was known by then."""
        whens = [each.when for each in (self.best, *(each for _, each in self.repeats)) if each.when]
        resolved = [when for when in whens if when.origin == "resolved"]
        return resolved[0] if resolved else min(whens, key=lambda when: when.value, default=None)


def _report(candidate: Candidate) -> Report:
    return Report(candidate.text, candidate.mark, candidate.order[0])


class _Kept:
    """The sentences kept so far, found by their words."""

    def __init__(self, settings: DedupeSettings, frequencies: Mapping[str, int]) -> None:
        self.twins: list[_Twins] = []
        self._settings = settings
        self._frequencies = frequencies
        self._exact: dict[_Key, int] = {}
        self._quoted: dict[tuple[str, ...], int] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)

    def take(self, candidate: Candidate) -> None:
        those = terms(candidate.text)
        spelling = (those.spelling, those.measures)
        likeness, twin, differing = self._twin(candidate, spelling, those)
        if twin is not None:
            twin.repeats.append((likeness, candidate))
            return
        if differing is not None:
            differing[1].differs.append((differing[0], candidate))
        self._exact.setdefault(spelling, len(self.twins))
        if said := quotation(candidate.text):
            self._quoted.setdefault(said, len(self.twins))
        for key in those.keys:
            self._postings[key].append(len(self.twins))
        self.twins.append(_Twins(candidate, those))

    def recount(self) -> None:
        """Set beside each other what was counted and the sentence in which somebody puts the number at another."""
        at = {each.mark: twin for twin in self.twins for each in (twin.best, *(each for _, each in twin.repeats))}
        differing = {each.mark for twin in self.twins for _, each in twin.differs}
        for twin in self.twins:
            mark, counted = twin.best.mark, recount(twin.best.text)
            if counted is None or twin.differs or mark in differing:
                continue
            before = at.get(Mark(mark.article, mark.number - 1), twin)
            others = (each for each in (self._counting(counted) if counted else (before,)) if each is not twin)
            if other := next((each for each in others if is_recounted(each.terms, twin.terms, counted)), None):
                other.differs.append(("figures", twin.best))

    def _counting(self, counted: frozenset[str]) -> Iterator[_Twins]:
        """Yield the kept sentences with the rarest of some words, two at least: "people" alone tells too little."""
        rarest = min(counted, key=lambda key: (self._frequencies[key], key))
        if len(counted) > 1:
            yield from (self.twins[number] for number in self._postings.get(rarest, ())[:_COMMONEST])

    def _twin(
        self, candidate: Candidate, spelling: _Key, those: Terms
    ) -> tuple[float, _Twins | None, tuple[DifferenceKind, _Twins] | None]:
        """Return the sentence that one repeats, with their likeness, or else the one that it differs from, and how."""
        same = self._exact.get(spelling)
        if same is not None and not other_day(candidate.when, self.twins[same].best.when):
            return 1.0, self.twins[same], None
        quoted = self._quoted.get(quotation(candidate.text))
        if quoted is not None and one_voice(candidate.text, self.twins[quoted].best.text):
            return 1.0, self.twins[quoted], None
        differing: tuple[DifferenceKind, _Twins] | None = None
        for likeness, twin in self._alike(those):
            found = between(those, twin.terms)
            on_other_day = other_day(candidate.when, twin.best.when)
            if not found and not on_other_day:
                days = days_apart(candidate.order[0], twin.best.order[0])
                if self._is_enough(likeness, those, twin.terms, days):
                    return likeness, twin, None
            kind = kind_of(found, those, twin.terms, self._settings.difference)
            differing = differing or ((kind, twin) if kind else None)
        return 0.0, None, differing

    def _is_enough(self, likeness: float, mine: Terms, theirs: Terms, days: int) -> bool:
        """Return whether enough of a sentence is told by another: more must be, the less the two are of one length."""
        keys, others = frozenset(mine.told), frozenset(theirs.told)
        if len(mine.spelling) >= _WORDS and f" {' '.join(mine.spelling)} " in f" {' '.join(theirs.spelling)} ":
            return True
        if len(keys) < _FEW:
            return keys == others
        # A figure in common shows that both tell of one thing, however long ago.
        if days >= _AGO and likeness < _LOOSEST_AGO and not mine.figures:
            return False
        # Who is credited with the one is no part of what it says, though it may be what the other tells of.
        if len(keys & others) < self._settings.containment * len(keys):
            return False
        shorter = max(0.0, 1 - len(keys) / max(1, len(others)))
        return likeness >= min(1.0, self._settings.containment + _FOR_SHORTER * shorter)

    def _alike(self, those: Terms) -> Iterator[tuple[float, _Twins]]:
        """Yield the kept sentences that share words with one, most alike first, with the containment."""
        keys = frozenset(those.told)
        if len(keys) < _FEWEST:
            return
        least = math.ceil(min(self._settings.containment, self._settings.difference) * len(keys))
        # Who shares that many words shares some of the others too: the rarest are looked up (prefix filtering).
        fewest = min(_SHARED, least)
        rarest = sorted(keys, key=lambda key: (self._frequencies[key], key))[: len(keys) - least + fewest]
        counts: Counter[int] = Counter()
        for key in rarest:
            counts.update(self._postings.get(key, ())[:_COMMONEST])
        tried = (number for number, count in counts.items() if count >= fewest)
        shared = ((len(keys & self.twins[number].terms.keys), number) for number in tried)
        found = sorted((-count, number) for count, number in shared if count >= least)
        for count, number in found[:_MOST_TRIED]:
            yield -count / len(keys), self.twins[number]
