"""The curator's rulings on single sentences, put over the machine's verdicts.

A ruling moves the sentence that it names, and no other is judged anew: what the machine folded under it goes where it
goes, and what differs from it is told beside the one that it is folded under. Where a sentence is to be folded under
one of its own repeats, the two change places.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Difference, Mark, Ruling
from digest.stories.crowd import Crowd
from digest.stories.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Overruled:
    """What holds in the end."""

    verdicts: tuple[Verdict, ...]  # one on a folded sentence may have a rival: of the one that it is folded under
    apart: frozenset[Mark] = frozenset()  # folded sentences that the machine does not take for one with that


def overruled(crowd: Crowd, verdicts: Sequence[Verdict], rulings: Sequence[Ruling]) -> Overruled:
    """Return the verdicts, in their order, so that all rulings hold; one on what cannot be told holds for nothing."""
    heads = _heads(verdicts, rulings)
    ends = {verdict.mark: [*_way(verdict.mark, heads)][-1] for verdict in verdicts}
    links = _links(crowd, verdicts, ends)
    numbers = {candidate.mark: number for number, candidate in enumerate(crowd.candidates)}
    groups = {verdict.mark: verdict.twin or verdict.mark for verdict in verdicts}
    found = []
    for verdict in verdicts:
        end = ends[verdict.mark]
        twin, likeness = (None, 0.0) if end == verdict.mark else (end, _likeness(crowd, numbers, verdict, end))
        found.append(Verdict(verdict.mark, twin, likeness, *links.get(verdict.mark, ())))
    return Overruled(tuple(found), frozenset(mark for mark, end in ends.items() if groups[mark] != groups[end]))


def _heads(verdicts: Sequence[Verdict], rulings: Sequence[Ruling]) -> Mapping[Mark, Mark]:
    """Return under which sentence each folded one is folded at first; no chain of them runs in a circle."""
    known = {verdict.mark for verdict in verdicts}
    alone = {ruling.mark for ruling in rulings if not ruling.into}
    folds = {ruling.mark: ruling.into for ruling in rulings if ruling.into and {ruling.mark, ruling.into} <= known}
    ruled = {*alone, *folds}
    heads = {each.mark: each.twin for each in verdicts if each.twin and each.mark not in ruled}
    for mark, into in folds.items():
        way = [*_way(into, heads)]
        if way[-1] == mark:  # by the machine's word somewhere, since the curator's alone never run in a circle
            del heads[next(each for each in way if each not in folds)]
        heads[mark] = into
    return heads


def _way(mark: Mark, heads: Mapping[Mark, Mark]) -> Iterator[Mark]:
    """Yield a sentence, the one that it is folded under, and so on, up to the one that is told."""
    yield mark
    while mark in heads:
        mark = heads[mark]
        yield mark


def _links(
    crowd: Crowd, verdicts: Sequence[Verdict], ends: Mapping[Mark, Mark]
) -> Mapping[Mark, tuple[Mark, Difference]]:
    """Return the rival of each sentence that has one, and how they differ: each two that are told once at most."""
    texts = {candidate.mark: candidate.text for candidate in crowd.candidates}
    found: dict[Mark, tuple[Mark, Difference]] = {}
    paired: set[frozenset[Mark]] = set()
    for verdict in sorted(verdicts, key=lambda each: not _is_told(each, ends)):
        if verdict.rival is None or verdict.differs is None:
            continue
        end, rival = ends[verdict.mark], ends[verdict.rival]
        if end != rival and (pair := frozenset((end, rival))) not in paired:
            paired.add(pair)
            # Which is the earlier is known of the two that were compared, not of those that stand for them.
            moved = replace(verdict.differs, text=texts[end], mark=end, since=None)
            found[verdict.mark] = rival, verdict.differs if _is_told(verdict, ends) else moved
    return found


def _is_told(verdict: Verdict, ends: Mapping[Mark, Mark]) -> bool:
    """Return whether a sentence and its rival are told themselves."""
    return all(ends[mark] == mark for mark in (verdict.mark, verdict.rival) if mark)


def _likeness(crowd: Crowd, numbers: Mapping[Mark, int], verdict: Verdict, end: Mark) -> float:
    """Return how like a sentence is to that which it is folded under: the share of its words that the other has."""
    if verdict.twin == end:
        return verdict.likeness
    keys = frozenset(crowd.wordings[numbers[verdict.mark]].told)
    return len(keys.intersection(crowd.wordings[numbers[end]].keys)) / max(1, len(keys))
