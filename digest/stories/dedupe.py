"""Say everything once.

Two sentences say the same when the words of the shorter one are found in the longer (containment; Broder 1997,
section 2) and nothing that an editor would call news differs: figures, names, negation, modality, the day. No measure
of similarity alone, neural or not, can tell "five dead" from "six dead", so the guards decide, and in doubt a
sentence is kept: a repeat that is shown twice costs a reader two seconds, an update that is hidden misleads.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.model import Difference, Mark, Repeat, Told, When
from digest.stories.terms import Terms, terms
from digest.stories.wordlists import CALENDAR
from digest.tools.text import words

_FEW = 5  # content words; a sentence with fewer ("He declined to comment.") is a repeat only if it is the same
_FEW_TO_DIFFER = 3  # content words; to call two short sentences different accounts hides neither
_COMMONEST = 300  # kept sentences with one word; a word in more of them does not help to find a twin
_STEM = 5  # signs; forms of one word begin with as many
_ENDING = 3  # signs; "-ing", "-ion": what follows the stem


@dataclass(frozen=True, slots=True)
class DedupeSettings:
    """How alike two sentences are that say the same."""

    containment: float = 0.6  # least share of the shorter sentence's content words found in the longer, 0..1
    difference: float = 0.75  # the same, for two that differ by their figures alone

    def __post_init__(self) -> None:
        for key, share in (("containment", self.containment), ("difference", self.difference)):
            if not 0.5 <= share <= 1:
                raise ValueError(f"{key} is {share}. Write a number from 0.5 to 1")


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
    kept = _Kept(settings)
    for candidate in sorted(candidates, key=lambda each: (-len(words(each.text)), -each.weight, each.order)):
        kept.take(candidate)
    return tuple(twin.told() for twin in sorted(kept.twins, key=lambda twin: twin.best.order))


@dataclass(slots=True)
class _Twins:
    """A kept sentence and what was folded under it."""

    best: Candidate
    repeats: list[tuple[float, Candidate]] = field(default_factory=list)
    differs: list[Candidate] = field(default_factory=list)

    def told(self) -> Told:
        repeats = sorted(self.repeats, key=lambda pair: pair[1].order)
        return Told(
            self.best.text, self.best.mark, self._when(),
            repeats=tuple(Repeat(each.text, each.mark, round(likeness, 2)) for likeness, each in repeats),
            differs=tuple(self._difference(each) for each in sorted(self.differs, key=lambda each: each.order)),
        )  # fmt: skip

    def _when(self) -> When | None:
        """Return the day that any twin names; else the earliest on which one was published: it was known by then."""
        whens = [each.when for each in (self.best, *(each for _, each in self.repeats)) if each.when]
        resolved = [when for when in whens if when.origin == "resolved"]
        return resolved[0] if resolved else min(whens, key=lambda when: when.value, default=None)

    def _difference(self, other: Candidate) -> Difference:
        ours, theirs = terms(self.best.text).figures, terms(other.text).figures
        return Difference(other.text, other.mark, tuple(sorted(ours - theirs)), tuple(sorted(theirs - ours)))


class _Kept:
    """The sentences kept so far, found by their words."""

    def __init__(self, settings: DedupeSettings) -> None:
        self.twins: list[_Twins] = []
        self._settings = settings
        self._exact: dict[tuple[str, ...], int] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)

    def take(self, candidate: Candidate) -> None:
        spelling = tuple(words(candidate.text))
        likeness, twin = self._twin(candidate, spelling)
        if twin is not None:
            twin.repeats.append((likeness, candidate))
            return
        differing = self._differing(candidate)
        if differing is not None:
            differing.differs.append(candidate)
        self._exact.setdefault(spelling, len(self.twins))
        for word in terms(candidate.text).content:
            self._postings[word].append(len(self.twins))
        self.twins.append(_Twins(candidate))

    def _twin(self, candidate: Candidate, spelling: tuple[str, ...]) -> tuple[float, _Twins | None]:
        same = self._exact.get(spelling)
        if same is not None and not _other_day(candidate.when, self.twins[same].best.when):
            return 1.0, self.twins[same]
        for likeness, twin in self._alike(candidate, _FEW):
            if likeness >= self._settings.containment and says_the_same(candidate, twin.best):
                return likeness, twin
        return 0.0, None

    def _differing(self, candidate: Candidate) -> _Twins | None:
        for likeness, twin in self._alike(candidate, _FEW_TO_DIFFER):
            if likeness >= self._settings.difference and differs_in_figures(candidate, twin.best):
                return twin
        return None

    def _alike(self, candidate: Candidate, fewest: int) -> list[tuple[float, _Twins]]:
        """Return the kept sentences that share words with a candidate, most alike first, with the containment."""
        content = terms(candidate.text).content
        if len(content) < fewest:
            return []
        shared = Counter(number for word in sorted(content) for number in self._postings.get(word, ())[:_COMMONEST])
        least = min(self._settings.containment, self._settings.difference) * len(content)
        found = [(count / len(content), number) for number, count in shared.items() if count >= least]
        return [
            (likeness, self.twins[number]) for likeness, number in sorted(found, key=lambda pair: (-pair[0], pair[1]))
        ]


def says_the_same(one: Candidate, other: Candidate) -> bool:
    """Return whether nothing that is news stands between two sentences that share most of their words."""
    mine, theirs = terms(one.text), terms(other.text)
    return (
        mine.figures <= theirs.figures
        and mine.negated == theirs.negated
        and mine.modal == theirs.modal
        and not _other_units(mine, theirs)
        and not _other_names(mine, theirs)
        and not _other_word(mine, theirs)
        and not _other_day(one.when, other.when)
    )


def differs_in_figures(one: Candidate, other: Candidate) -> bool:
    """Return whether two sentences that share most of their words differ by the figures that both have."""
    mine, theirs = terms(one.text), terms(other.text)
    differ = mine.figures - theirs.figures and theirs.figures - mine.figures
    # A toll is often told anew with the day on which it was told: "... , officials said on Wednesday".
    return bool(differ) and not _other_names(mine, theirs) and not _other_word(mine, theirs, of_days=False)


def _other_units(mine: Terms, theirs: Terms) -> bool:
    """Return whether both give one figure with another unit: 5 percent, 5 points."""
    ours, others = mine.measures - theirs.measures, theirs.measures - mine.measures
    return bool({figure for figure, _ in ours} & {figure for figure, _ in others})


def _other_names(mine: Terms, theirs: Terms) -> bool:
    """Return whether each has a name that the other lacks; a name with a hyphen is found among names only."""
    return bool(mine.names - theirs.names - theirs.content and theirs.names - mine.names - mine.content)


def _other_word(mine: Terms, theirs: Terms, *, of_days: bool = True) -> bool:
    """Return whether one word alone was swapped: who was arrested in one report was released in the other.

    In a sentence that was retold more words differ, and then the share of words decides. `of_days` tells whether
    the name of a day or a month counts as a word.
    """
    if len(mine.wording) != len(theirs.wording):
        return False
    swapped = [pair for pair in zip(mine.wording, theirs.wording, strict=True) if pair[0] != pair[1]]
    counted = [pair for pair in swapped if of_days or not CALENDAR.issuperset(pair)]
    return len(counted) == 1 and not _one_stem(*counted[0])


def _one_stem(one: str, other: str) -> bool:
    """Return whether two words are forms of one: "captured" and "capturing", but not "convicted" and "convinced"."""
    stem = max(_STEM, max(len(one), len(other)) - _ENDING)
    return min(len(one), len(other)) >= stem and one[:stem] == other[:stem]


def _other_day(mine: When | None, theirs: When | None) -> bool:
    both_resolved = mine and theirs and mine.origin == theirs.origin == "resolved"
    return bool(both_resolved and mine and theirs and mine.value != theirs.value)
