"""Say everything once.

Two sentences say the same when the words of the shorter one are found in the longer (containment; Broder 1997,
section 2) and nothing that an editor would call news differs: figures, names, negation, modality, the day. No measure
of similarity alone, neural or not, can tell "five dead" from "six dead", so the guards decide, and in doubt a
sentence is kept: a repeat that is shown twice costs a reader two seconds, an update that is hidden misleads.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

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
    twins = _Twins.of(judged.crowd, final.verdicts)
    _recount(judged.crowd, final.verdicts, twins)
    return tuple([twins.told(best, final.apart) for best in sorted(twins.kept.values(), key=attrgetter("order"))])


@dataclass(frozen=True, slots=True)
class _Twins:
    """The kept sentences by their marks, in the order of the crowd, and for some of them what belongs under it."""

    kept: Mapping[Mark, Candidate]
    repeats: dict[Mark, list[tuple[float, Candidate]]]
    differs: dict[Mark, list[tuple[tuple[str, str, int], Difference]]]  # in the order of the other

    @classmethod
    def of(cls, crowd: Crowd, verdicts: Sequence[Verdict]) -> "_Twins":
        """Return what was kept, each with what belongs under it."""
        pairs = [*zip(crowd.candidates, verdicts, strict=True)]
        kept = {candidate.mark: candidate for candidate, verdict in pairs if not verdict.twin}
        twins = cls(kept, defaultdict(list), defaultdict(list))
        for candidate, verdict in pairs:
            if verdict.twin:
                twins.repeats[verdict.twin].append((verdict.likeness, candidate))
            if verdict.rival and verdict.differs:
                mine = twins.kept[verdict.twin or verdict.mark]
                twins.differs[verdict.rival].append((mine.order, verdict.differs))
        return twins

    def told(self, best: Candidate, apart: Collection[Mark]) -> Told:
        """Return a sentence with what belongs under it; what is `apart` does not take it to another day."""
        repeats, differs = self.repeats.get(best.mark, ()), self.differs.get(best.mark, ())
        if not (repeats or differs):
            return Told(best.text, best.mark, best.when)
        return Told(
            best.text, best.mark, _when([best, *(each for _, each in repeats if each.mark not in apart)]),
            repeats=tuple(
                Repeat(each.text, each.mark, round(likeness, 2))
                for likeness, each in sorted(repeats, key=lambda pair: pair[1].order)
            ),
            differs=tuple(each for _, each in sorted(differs, key=itemgetter(0))),
        )  # fmt: skip


def _when(twins: Iterable[Candidate]) -> When | None:
    """Return the earliest day that a twin names; else of those on which they came out: it was known by then."""
    whens = [each.when for each in twins if each.when]
    resolved = [when for when in whens if when.origin == "resolved"]
    return min(resolved or whens, key=lambda when: when.value, default=None)


def _recount(crowd: Crowd, verdicts: Sequence[Verdict], twins: _Twins) -> None:
    """Set beside each other what was counted and the sentence in which somebody puts the number at another."""
    linked = {(verdict.twin or verdict.mark, verdict.rival) for verdict in verdicts if verdict.rival}
    having_rivals = {mark for mark, _ in linked}
    for best in [each for each in twins.kept.values() if wording(each.text).recounts]:
        counted = recount(best.text)
        is_linked = best.mark in twins.differs or best.mark in having_rivals
        if counted is None or (is_linked and not counted):
            continue
        others = _counting(crowd, twins, counted) if counted else _before(best.mark, verdicts, twins)
        mine = terms(best.text)
        found = [each for each in others if each is not best and is_recounted(terms(each.text), mine, counted)]
        other = min(found, key=lambda each: _nearness(best, each), default=None)
        pair = (best.mark, other.mark) if other else ()
        if other and pair not in linked and pair[::-1] not in linked:
            one, another = (best, other) if is_linked else (other, best)
            twins.differs[one.mark].append((another.order, difference("figures", one.report, another.report)))


def _nearness(mine: Candidate, other: Candidate) -> tuple[bool, int, float, tuple[str, str, int]]:
    """Return by what the count is found that another updates: first an earlier one, then that of the nearest day."""
    return other.order > mine.order, *distance(mine.report, other.report), other.order


def _counting(crowd: Crowd, twins: _Twins, counted: frozenset[str]) -> Iterator[Candidate]:
    """Yield the kept sentences with figures and some words."""
    rarest = min(counted, key=lambda key: (crowd.frequencies.get(key, 0), key))
    for number in crowd.with_word.get(rarest, ()) if is_told_enough(counted) else ():
        those = crowd.wordings[number]
        if those.counts and counted.issubset(those.keys) and (found := twins.kept.get(crowd.candidates[number].mark)):
            yield found


def _before(mark: Mark, verdicts: Iterable[Verdict], twins: _Twins) -> Iterator[Candidate]:
    """Yield what tells the sentence before one, if there is any."""
    wanted = Mark(mark.article, mark.number - 1)
    yield from (twins.kept[verdict.twin or wanted] for verdict in verdicts if verdict.mark == wanted)
