"""Keep a story within what may be shown of each article, and account for what is left out.

What a reader misses most is spent first: the best sentence of each day, the weightiest day before the others, since a
day without one falls out of the timeline; the glance; what several articles carry or tell otherwise. Then come the
first of what is ahead, of the background and of the undated, and the second of each day, and so on, so that no part of
the page starves another; at last the other wordings. A sentence that does not fit is passed over, and a shorter one may
still. Where a repeat of it fits, since its article has words left, that one is told in its place: the fact stays, and
so do all its marks. One that leans on another is told only where that one is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from operator import itemgetter

from digest.model import Difference, LeftOut, Mark, Quote, Repeat, Story, Told
from digest.stories.allowances import Allowance
from digest.stories.supports import supports
from digest.stories.wording import wording

_ALONE = "leans on a sentence that is not shown"


def within_budget(story: Story, allowed: Mapping[str, Allowance]) -> Story:
    """Return a story that shows no more of any article than is allowed; what it shows no more is left out.

    A day without a sentence is no day of it, and what differs from a sentence that is left out differs from none.
    """
    purse = _Purse(allowed)
    told = {each.mark: each for each in _in_order_of_spending(story)}
    leaning = supports([*told.values()])
    # Where nothing else can be told, a sentence that leans on another is better than none.
    chosen = _choose(told, leaning, purse) or _choose(told, {}, purse)
    shown = {mark: _with_wordings(each, purse) for mark, each in chosen.items()}
    shown = {
        mark: each._replace(differs=tuple(_differing(each, mark, shown))) if each.differs else each
        for mark, each in shown.items()
    }
    left = [each for mark, each in told.items() if mark not in shown]
    return replace(
        _with_only(story, shown),
        quotes=tuple(_quotes(story.quotes, _texts(shown.values()))),
        left_out=tuple(sorted((*story.left_out, *left_out(_reasons(left, leaning, allowed), withheld=True)))),
    )


@dataclass(slots=True)
class _Purse:
    """What may still be spent of each article."""

    allowed: Mapping[str, Allowance]
    spent: Counter[str] = field(default_factory=Counter)

    def pays(self, text: str, mark: Mark) -> bool:
        """Return whether a sentence may be shown; if so, it is spent."""
        allowance, spent, words = self.allowed[mark.article], self.spent.get(mark.article, 0), wording(text).words
        if words > (allowance.words - spent if spent else allowance.alone):
            return False
        self.spent[mark.article] += words
        return True


def _in_order_of_spending(story: Story) -> Iterator[Told]:
    """Yield the sentences of a story; some twice."""
    days = sorted(story.days, key=lambda day: (-day.weight, day.value))
    parts = [*(day.sentences for day in days), _soonest(story), story.background, story.undated]
    ranked = [(rank, number, each) for number, part in enumerate(parts) for rank, each in enumerate(part)]
    rounds = [each for *_, each in sorted(ranked, key=itemgetter(0, 1))]
    yield from (day.sentences[0] for day in days)
    yield from story.summary
    differing = {other.mark for each in rounds for other in each.differs}
    yield from (each for each in rounds if each.differs or each.mark in differing or _is_carried(each))
    yield from rounds


def _soonest(story: Story) -> tuple[Told, ...]:
    """Return what lies ahead in the order of its days, and last what lay ahead once and of which nothing is told."""
    last = max((each.published for each in story.thread.articles if each.published), default=date.min).isoformat()
    return tuple(sorted(story.ahead, key=lambda each: bool(each.when and each.when.value <= last)))


def _choose(told: Mapping[Mark, Told], leaning: Mapping[Mark, Mark], purse: _Purse) -> Mapping[Mark, Told]:
    """Return what can be told, by what it is told for; a sentence that leans on another only where that one is."""
    chosen: dict[Mark, Told] = {}
    waiting = sorted(mark for mark in told if mark in leaning)  # each after the one before it
    for mark, each in chain(told.items(), ((mark, told[mark]) for mark in waiting)):
        supported = mark not in leaning or leaning[mark] in chosen
        if supported and mark not in chosen and (instead := _affordable(each, purse)):
            chosen[mark] = instead
    return chosen


def _is_carried(told: Told) -> bool:
    return any(repeat.mark.article != told.mark.article for repeat in told.repeats)


def _affordable(told: Told, purse: _Purse) -> Told | None:
    """Return a sentence as it may be told: itself, or the first of its repeats that may be shown; else None."""
    if purse.pays(told.text, told.mark):
        return told
    instead = next((repeat for repeat in told.repeats if purse.pays(repeat.text, repeat.mark)), None)
    if instead is None:
        return None
    unsaid = Repeat(told.text, told.mark, instead.resemblance, shown=False)
    others = tuple(each for each in told.repeats if each is not instead)
    return told._replace(text=instead.text, mark=instead.mark, repeats=(unsaid, *others))


def _with_wordings(told: Told, purse: _Purse) -> Told:
    """Return a sentence with those of its repeats shown that may be."""
    if not told.repeats:
        return told
    return told._replace(
        repeats=tuple(
            replace(each, shown=each.shown and purse.pays(each.text, each.mark)) for each in told.repeats
        ),
    )  # fmt: skip


def _differing(told: Told, was: Mark, shown: Mapping[Mark, Told]) -> Iterator[Difference]:
    """Yield what differs from a sentence and is shown too; `was` is the mark of what was to be told."""
    for each in told.differs:
        if other := shown.get(each.mark):
            # Which of two reports is the earlier is known of those that were compared, not of their repeats.
            same = told.mark == was and other.mark == each.mark
            yield replace(each, text=other.text, mark=other.mark, since=each.since if same else None)


def _with_only(story: Story, shown: Mapping[Mark, Told]) -> Story:
    def those(told: Iterable[Told]) -> tuple[Told, ...]:
        return tuple(shown[each.mark] for each in told if each.mark in shown)

    days = (replace(day, sentences=those(day.sentences)) for day in story.days)
    return replace(
        story, summary=those(story.summary), days=tuple(day for day in days if day.sentences),
        ahead=those(story.ahead), background=those(story.background), undated=those(story.undated),
    )  # fmt: skip


def _texts(told: Iterable[Told]) -> Mapping[Mark, str]:
    """Return all sentences that are shown, by their marks."""
    texts = {}
    for each in told:
        texts[each.mark] = each.text
        texts.update((repeat.mark, repeat.text) for repeat in each.repeats if repeat.shown)
    return texts


def _quotes(quotes: Iterable[Quote], texts: Mapping[Mark, str]) -> Iterator[Quote]:
    """Yield the quotations that stand in a sentence that is shown, with those of their wordings that do."""
    for quote in quotes:
        around = [texts[mark] for mark in quote.marks if mark in texts]
        said = [words for words in (quote.text, *quote.wordings) if any(words in text for text in around)]
        if said:
            yield replace(quote, text=said[0], wordings=tuple(said[1:]))


def _reasons(
    told: Sequence[Told], leaning: Mapping[Mark, Mark], allowed: Mapping[str, Allowance]
) -> Iterator[tuple[Mark, str]]:
    """Yield each sentence of what is not told, with the reason."""
    left = {each.mark for each in told}
    bounds = {article: f"budget of {allowance.bound}" for article, allowance in allowed.items()}
    for each in told:
        alone = leaning.get(each.mark) in left
        for mark in each.marks:
            yield mark, _ALONE if alone else bounds[mark.article]


def left_out(reasons: Iterable[tuple[Mark, str]], *, withheld: bool = False) -> Iterator[LeftOut]:
    """Yield what is left out of a story, of sentences each with its reason."""
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for mark, why in reasons:
        numbers[mark.article, why].append(mark.number)
    for (article, why), those in numbers.items():
        yield LeftOut(article, why, tuple(sorted(those)), withheld)
