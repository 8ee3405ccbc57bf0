"""Say everything once.

Two sentences say the same when the words of the shorter one are found in the longer (containment; Broder 1997,
section 2) and nothing that an editor would call news differs: figures, names, negation, modality, the day. No measure
of similarity alone, neural or not, can tell "five dead" from "six dead", so the guards decide, and in doubt a
sentence is kept: a repeat that is shown twice costs a reader two seconds, an update that is hidden misleads.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from digest.model import Difference, Mark, Repeat, Ruling, Told, When
from digest.stories.crowd import Crowd
from digest.stories.differ import difference, distance, is_recounted, is_told_enough, recount
from digest.stories.fold import Judge, Known
from digest.stories.overrule import Overruled, overruled
from digest.stories.settings import DedupeSettings
from digest.stories.terms import terms
from digest.stories.verdicts import Candidate, Folding, Heard, Verdict
from digest.stories.wording import Wording, wording


def dedupe(candidates: Sequence[Candidate], settings: DedupeSettings) -> tuple[Told, ...]:
    """Return each fact once, in the order of publication, with its repeats folded under it and what differs beside it.

    The fullest of several twins is told, then the one of the weightiest source, then the earliest.
    """
    return say_once(judge_again(candidates, settings, (), Folding(), ()))


@dataclass(frozen=True, slots=True)
class Judged:
    """What the machine makes of the sentences of a thread."""

    crowd: Crowd
    verdicts: tuple[Verdict, ...]  # in the order of the crowd
    folding: Folding  # to begin with when next an article comes in


def judge_again(
    candidates: Sequence[Candidate], settings: DedupeSettings, heard: Sequence[Heard], before: Folding,
    gone: Sequence[Wording],
) -> Judged:  # fmt: skip
    """Return what the machine makes of some sentences, of which it knows how they were folded another time.

    `before` is the folding of that time, `gone` are the words of those of its articles that are not `heard` now.
    """
    crowd = Crowd(candidates, min(settings.containment, settings.difference))
    verdicts = Judge(crowd, settings).verdicts(Known.of(before, crowd, heard, gone))
    found = tuple(verdict for verdict in verdicts if verdict.twin or verdict.rival)
    return Judged(crowd, verdicts, Folding(tuple(heard), tuple(sorted(crowd.common)), found))


def say_once(judged: Judged, rulings: Sequence[Ruling] = ()) -> tuple[Told, ...]:
    """Return what `dedupe` does, of sentences that are judged; the curator's rulings count more than the machine's."""
    final = overruled(judged.crowd, judged.verdicts, rulings) if rulings else Overruled(judged.verdicts)
    twins = _twins(judged.crowd, final.verdicts)
    _recount(judged.crowd, final.verdicts, twins)
    return tuple(each.told(final.apart) for each in sorted(twins.values(), key=lambda twin: twin.best.order))


@dataclass(slots=True)
class _Twins:
    """A kept sentence and what was folded under it."""

    best: Candidate
    repeats: list[tuple[float, Candidate]] = field(default_factory=list)
    differs: list[tuple[tuple[str, str, int], Difference]] = field(default_factory=list)  # in the order of the other

    def told(self, apart: Collection[Mark]) -> Told:
        """Return the sentence with what belongs under it; what is `apart` does not take it to another day."""
        if not (self.repeats or self.differs):
            return Told(self.best.text, self.best.mark, self.best.when)
        repeats = sorted(self.repeats, key=lambda pair: pair[1].order)
        return Told(
            self.best.text, self.best.mark, self._when(apart),
            repeats=tuple(Repeat(each.text, each.mark, round(likeness, 2)) for likeness, each in repeats),
            differs=tuple(each for _, each in sorted(self.differs, key=itemgetter(0))),
        )  # fmt: skip

    def _when(self, apart: Collection[Mark]) -> When | None:
        """Return the earliest day that a twin names; else of those on which they came out: it was known by then."""
        twins = (self.best, *(each for _, each in self.repeats if each.mark not in apart))
        whens = [each.when for each in twins if each.when]
        resolved = [when for when in whens if when.origin == "resolved"]
        return min(resolved or whens, key=lambda when: when.value, default=None)


def _twins(crowd: Crowd, verdicts: Sequence[Verdict]) -> dict[Mark, _Twins]:
    """Return the kept sentences by their marks, in the order of the crowd, each with what belongs under it."""
    pairs = [*zip(crowd.candidates, verdicts, strict=True)]
    twins = {candidate.mark: _Twins(candidate) for candidate, verdict in pairs if not verdict.twin}
    for candidate, verdict in pairs:
        mine = twins[verdict.twin or verdict.mark]
        if verdict.twin:
            mine.repeats.append((verdict.likeness, candidate))
        if verdict.rival and verdict.differs:
            twins[verdict.rival].differs.append((mine.best.order, verdict.differs))
    return twins


def _recount(crowd: Crowd, verdicts: Sequence[Verdict], twins: Mapping[Mark, _Twins]) -> None:
    """Set beside each other what was counted and the sentence in which somebody puts the number at another."""
    linked = {(verdict.twin or verdict.mark, verdict.rival) for verdict in verdicts if verdict.rival}
    having_rivals = {mark for mark, _ in linked}
    for twin in [each for each in twins.values() if wording(each.best.text).recounts]:
        counted = recount(twin.best.text)
        is_linked = bool(twin.differs) or twin.best.mark in having_rivals
        if counted is None or (is_linked and not counted):
            continue
        others = _counting(crowd, twins, counted) if counted else _before(twin.best.mark, verdicts, twins)
        mine = terms(twin.best.text)
        found = [each for each in others if each is not twin and is_recounted(terms(each.best.text), mine, counted)]
        other = min(found, key=lambda each: _nearness(twin.best, each.best), default=None)
        pair = (twin.best.mark, other.best.mark) if other else ()
        if other and pair not in linked and pair[::-1] not in linked:
            one, another = (twin, other) if is_linked else (other, twin)
            one.differs.append((another.best.order, difference("figures", one.best.report, another.best.report)))


def _nearness(mine: Candidate, other: Candidate) -> tuple[bool, int, float, tuple[str, str, int]]:
    """Return by what the count is found that another updates: first an earlier one, then that of the nearest day."""
    return other.order > mine.order, *distance(mine.report, other.report), other.order


def _counting(crowd: Crowd, twins: Mapping[Mark, _Twins], counted: frozenset[str]) -> Iterator[_Twins]:
    """Yield the kept sentences with figures and some words."""
    rarest = min(counted, key=lambda key: (crowd.frequencies.get(key, 0), key))
    for number in crowd.with_word.get(rarest, ()) if is_told_enough(counted) else ():
        those = crowd.wordings[number]
        if those.counts and counted.issubset(those.keys) and (found := twins.get(crowd.candidates[number].mark)):
            yield found


def _before(mark: Mark, verdicts: Iterable[Verdict], twins: Mapping[Mark, _Twins]) -> Iterator[_Twins]:
    """Yield what tells the sentence before one, if there is any."""
    wanted = Mark(mark.article, mark.number - 1)
    yield from (twins[verdict.twin or wanted] for verdict in verdicts if verdict.mark == wanted)
