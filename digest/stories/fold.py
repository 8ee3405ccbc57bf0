"""Judge each sentence of a thread once: told, or folded under one that says the same.

The sentences are judged one after the other, the fullest first, each against those that were kept before it. What was
judged before an article came in holds, but for the sentences of which one that they could be compared with came, went,
or is kept no more: those are judged anew, in the same order, so that the verdicts are those of a first time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digest.model import DifferenceKind, Mark
from digest.stories.compare import between, other_day
from digest.stories.crowd import Crowd
from digest.stories.differ import Report, days_apart, difference, nearest
from digest.stories.kinds import kind_of
from digest.stories.quoted import one_voice
from digest.stories.settings import DedupeSettings
from digest.stories.terms import Terms, terms
from digest.stories.verdicts import Candidate, Folding, Heard, Verdict
from digest.stories.wording import Wording

_FEW = 5  # words that say something; with fewer ("He declined to comment.") a sentence repeats only the same words
_FEWER = 2  # such words at most are never enough: "The mayor declined."
_WORDS = 6  # of a sentence that is a repeat where another has all of them in a row
_FOR_SHORTER = 0.4  # share of words that a sentence must have more in common with one much longer: it has more to find
_AGO = 2  # days between two reports, from which the later one hardly says again in other words what the first said
_LOOSEST_AGO = 0.85  # least likeness of such: who "offered to mediate" is not yet "the councillor who mediates"
_REPRINTED = 2  # days after which another outlet may still print the same text
_MUCH = 4  # where one sentence in so many has changed, to judge all anew takes no longer than to find out which
_MOST_TRIED = 40  # kept sentences that are compared with one, the most alike first


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the sentences of a crowd from an earlier time."""

    verdicts: Mapping[Mark, Verdict] = field(default_factory=dict)
    doubted: frozenset[int] = frozenset()  # the numbers of the sentences whose verdicts may hold no more
    changed: tuple[Wording, ...] = ()  # the words of the sentences that have come or gone since

    @classmethod
    def of(cls, folding: Folding, crowd: Crowd, heard: Sequence[Heard], gone: Iterable[Wording]) -> "Known":
        """Return what an earlier folding tells of a crowd; `gone` are the words of its articles that are no more so."""
        if not folding.articles:
            return cls()
        same = folding.still_holds(heard)
        stored = {verdict.mark: verdict for verdict in folding.verdicts}
        flipped = crowd.common.symmetric_difference(folding.common)
        verdicts, doubted, changed = {}, set(), [*gone]
        for number, candidate in enumerate(crowd.candidates):
            if candidate.mark.article not in same:
                changed.append(crowd.wordings[number])
                continue
            verdicts[candidate.mark] = stored.get(candidate.mark) or Verdict(candidate.mark)
            if not flipped.isdisjoint(crowd.wordings[number].keys):
                doubted.add(number)
        if _MUCH * len(changed) > len(crowd.candidates):
            return cls()
        return cls(verdicts, frozenset(doubted), tuple(changed))


class Judge:
    """Who goes through the sentences of a thread; `kept` are those that are told, by their numbers in the crowd."""

    def __init__(self, crowd: Crowd, settings: DedupeSettings) -> None:
        self.crowd = crowd
        self.kept = [False] * len(crowd.candidates)
        self._settings = settings
        self._spelled: dict[str, int] = {}
        self._quoting: dict[str, int] = {}

    def verdicts(self, known: Known) -> tuple[Verdict, ...]:
        """Return the verdict on each sentence, in the order of the crowd."""
        anew = _Anew(self.crowd, known.doubted)
        for those in known.changed:
            anew.look_at(those)
        verdicts = []
        for number, candidate in enumerate(self.crowd.candidates):
            before = known.verdicts.get(candidate.mark) if known.verdicts else None
            verdict = before if before and number not in anew.numbers else self.judge(number)
            verdicts.append(verdict)
            if before and (before.twin is None) != (verdict.twin is None):
                anew.look_at(self.crowd.wordings[number])
            if verdict.twin is None:
                self._keep(number)
        return tuple(verdicts)

    def _keep(self, number: int) -> None:
        those = self.crowd.wordings[number]
        self.kept[number] = True
        self._spelled.setdefault(those.spelling, number)
        if those.quotation:
            self._quoting.setdefault(those.quotation, number)

    def judge(self, number: int) -> Verdict:
        """Return which sentence one repeats, with their likeness, or else which it differs from, and how."""
        mine = self.crowd.candidates[number]
        if (same := self._same(number)) is not None:
            return Verdict(mine.mark, self.crowd.candidates[same].mark, 1.0)
        rivals: list[tuple[DifferenceKind, Report]] = []
        for likeness, other in self.crowd.alike(number, self.kept)[:_MOST_TRIED]:
            theirs = self.crowd.candidates[other]
            those, others = terms(mine.text), terms(theirs.text)
            found = between(those, others)
            if not found and not other_day(mine.when, theirs.when):
                days = days_apart(mine.order[0], theirs.order[0])
                if self._is_enough(likeness, those, others, days):
                    return Verdict(mine.mark, theirs.mark, likeness)
            if kind := kind_of(found, those, others, self._settings.difference):
                rivals.append((kind, theirs.report))
        if not rivals:
            return Verdict(mine.mark)
        kind, rival = rivals[nearest(mine.report, rivals)]
        return Verdict(mine.mark, rival=rival.mark, differs=difference(kind, rival, mine.report))

    def _same(self, number: int) -> int | None:
        """Return the kept sentence that has the very words of one, or quotes the same and no more."""
        those, mine = self.crowd.wordings[number], self.crowd.candidates[number]
        same = self._spelled.get(those.spelling)
        if same is not None and _is_one(mine, self.crowd.candidates[same]):
            return same
        quoted = self._quoting.get(those.quotation) if those.quotation else None
        if quoted is not None and one_voice(mine.text, self.crowd.candidates[quoted].text):
            return quoted
        return None

    def _is_enough(self, likeness: float, mine: Terms, theirs: Terms, days: int) -> bool:
        """Return whether enough of a sentence is told by another: more must be, the less the two are of one length."""
        keys, others = frozenset(mine.told), frozenset(theirs.told)
        if len(mine.spelling) >= _WORDS and f" {' '.join(mine.spelling)} " in f" {' '.join(theirs.spelling)} ":
            return True
        if len(keys) < _FEW:
            return keys == others and len(keys) > _FEWER
        # A figure in common shows that both tell of one thing, however long ago.
        if days >= _AGO and likeness < _LOOSEST_AGO and not mine.figures:
            return False
        # Who is credited with the one is no part of what it says, though it may be what the other tells of.
        if len(keys & others) < self._settings.containment * len(keys):
            return False
        shorter = max(0.0, 1 - len(keys) / max(1, len(others)))
        return likeness >= min(1.0, self._settings.containment + _FOR_SHORTER * shorter)


def _is_one(mine: Candidate, theirs: Candidate) -> bool:
    """Return whether two sentences of the same words tell of one thing: they do not, where each has its own day.

    But another outlet that prints a text a day later has the sentence "overnight" a day later too.
    """
    if not other_day(mine.when, theirs.when):
        return True
    if not (mine.when and theirs.when and mine.source and theirs.source) or mine.source == theirs.source:
        return False
    later = days_apart(mine.order[0], theirs.order[0])
    is_day = mine.when.precision == theirs.when.precision == "day"
    return is_day and 0 < later <= _REPRINTED and later == days_apart(mine.when.value, theirs.when.value)


class _Anew:
    """The sentences that must be judged anew, since one that they are compared with came or went."""

    def __init__(self, crowd: Crowd, numbers: Iterable[int]) -> None:
        self.numbers = set(numbers)
        self._crowd = crowd
        self._of: dict[str, list[int]] = {}

    def look_at(self, those: Wording) -> None:
        """Judge anew whoever could be compared with a sentence that is worded so."""
        if not self._of:
            self._of = _by_looks(self._crowd.wordings)
        for look in _looks(those):
            self.numbers.update(self._of.get(look, ()))
        self.numbers.update(self._crowd.seekers(those))


def _by_looks(wordings: Sequence[Wording]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, those in enumerate(wordings):
        for look in _looks(those):
            found[look].append(number)
    return found


def _looks(those: Wording) -> Iterator[str]:
    """Yield what is the same for sentences that are known for twins without their words."""
    yield those.spelling
    if those.quotation:
        yield those.quotation
