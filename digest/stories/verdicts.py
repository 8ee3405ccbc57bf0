"""What was found out about the sentences of a thread, kept so that the next build need not find it out again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from digest.model import Article, Difference, Mark, When
from digest.stories.differ import Report
from digest.stories.wording import key_of
from digest.tools.keys import content_key


class Candidate(NamedTuple):  # since there is one for each sentence, of what is made quickest
    """A sentence that a story may tell, with what decides which of several twins is told."""

    text: str
    mark: Mark
    when: When | None
    weight: float  # of its source
    order: tuple[str, str, int]  # day of publication, article, number
    source: str = ""  # who published it; "", where that is not known

    @property
    def report(self) -> Report:
        """Return the sentence as one of two accounts."""
        return Report(self.text, self.mark, self.order[0])


class Verdict(NamedTuple):
    """What is known of a sentence: the one it is folded under, or else the one it differs from; or it is just told."""

    mark: Mark
    twin: Mark | None = None
    likeness: float = 0.0  # to its twin
    rival: Mark | None = None
    differs: Difference | None = None  # as its rival tells it


@dataclass(frozen=True, slots=True)
class Heard:
    """An article whose sentences were judged, and what stands for all that the verdicts depend on."""

    id: str
    wordings: str  # the key of its wordings, for its words
    rest: str  # for the days and the weight of its sentences


@dataclass(frozen=True, slots=True)
class Folding:
    """The verdicts on all sentences of a thread."""

    articles: tuple[Heard, ...] = ()
    common: tuple[str, ...] = ()  # words that were too common to find a twin by
    verdicts: tuple[Verdict, ...] = ()  # but of the sentences that are just told

    def still_holds(self, heard: Iterable[Heard]) -> frozenset[str]:
        """Return the ids of the articles that are what they were."""
        return frozenset(each.id for each in {*self.articles} & {*heard})


def heard(articles: Iterable[Article], candidates: Sequence[Candidate]) -> tuple[Heard, ...]:
    """Return what the verdicts on some candidates, in the order of their articles, depend on."""
    groups = {name: [*group] for name, group in groupby(candidates, lambda each: each.mark.article)}
    return tuple(
        Heard(article.id, key_of(article), _rest(groups[article.id]))
        for article in articles if article.id in groups
    )  # fmt: skip


def _rest(candidates: Sequence[Candidate]) -> str:
    first = candidates[0]
    return content_key(
        first.weight, first.source, first.order[0], [(each.mark.number, each.when) for each in candidates]
    )
