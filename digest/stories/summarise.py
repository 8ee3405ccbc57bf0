"""Choose the few sentences that tell a story, and the order of those of each day.

Sentences are ranked by their likeness to a centroid (Radev et al. 2004, MEAD), that of the thread or of one day
(`daywords.py`), and by how many reports carried them, then taken one by one, each dearer the more it repeats what is
there already (maximal marginal relevance; Carbonell and Goldstein 1998). At a glance a reader is told how things
stand too, and is spared what only colours them: quotations and scenes. What cannot be read on its own is no summary,
and on its day it stands behind what can.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from heapq import heappop, heapreplace
from itertools import chain, repeat

from digest.model import Mark, Told
from digest.stories.wording import wording

_CAREFULLY = 12  # sentences that are weighed against each other; the rest stays by rank
_FIELD = 80  # sentences from which they are taken; what ranks lower would not be, and a day may have thousands
_NOVELTY = 0.6  # how much likeness to what was taken costs, against likeness to the story
_SMOOTHING = 7  # content words; without them the shortest sentence would always be the most alike
_STANDING = 2  # sentences at most that tell how things stand; a summary of no more would leave out what happened
_LATEST = timedelta(days=1)  # before the last day that is told of; evening news are in the reports of the next day
_COLOURED = 0.5  # how much of its score a quotation or a scene keeps
_OUTDATED = 0.4  # the same, of a figure that a later report gives anew, and of a plan whose day has passed
_COUNTING = 1.1  # times one counts that has figures at all


def centroid(sentences: Iterable[Told]) -> Mapping[str, float]:
    """Return the weight of each content word of a thread: in how many sentences it stands, and of how many articles."""
    said: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for told in sentences:
        content = wording(told.text).content
        said[told.mark.article].append(content)
        for each in told.repeats:
            said[each.mark.article].append(content)
    words = [[*chain.from_iterable(contents)] for contents in said.values()]
    counts, articles = Counter(chain.from_iterable(words)), Counter(chain.from_iterable(map(frozenset, words)))
    return {word: math.log1p(count) * math.log1p(articles[word]) for word, count in counts.items() if count > 1}


def best_first(
    sentences: Iterable[Told], weights: Mapping[str, float], announced: Container[Mark] = ()
) -> tuple[Told, ...]:
    """Return sentences in the order in which they best tell what happened.

    What was only `announced` for the day comes after what was reported of it, and what leans on others last.
    """
    ranks: tuple[list[tuple[float, Told]], ...] = ([], [], [])
    for told in sentences:
        rank = (1 if told.mark in announced else 0) if wording(told.text).alone else 2
        ranks[rank].append((score(told, weights), told))
    return tuple(told for rank in ranks for told in _diverse(rank))


def summarise(
    sentences: Sequence[Told], weights: Mapping[str, float], most: int, event: Container[Mark] = ()
) -> tuple[Told, ...]:
    """Return at most `most` sentences that can be read on their own, in the order of the story's telling.

    The first that are chosen tell how things stand, for a reader who comes back: the best sentence of the last days,
    and the best that gives a figure anew which an earlier report had lower or higher. Next comes the `event`, what
    most reports tell of the day that matters most: of those sentences the best.
    """
    alone = [told for told in sentences if wording(told.text).alone]
    outdated, updates = _anew(sentences)
    outdated |= _past_plans(sentences)
    scored = [(score(told, weights) * _fitness(told, outdated), told) for told in alone]
    anew = (pair for pair in scored if pair[1].mark in updates)
    happened = (pair for pair in scored if pair[1].mark in event and pair[1].mark not in outdated)
    foremost = (*_best(_of_last_days(scored)), *_best(anew), *_best(happened))
    first = tuple({told.mark: told for told in foremost}.values()) if most > _STANDING else ()
    chosen = {told.mark for told in _diverse(scored, first, min(most, _CAREFULLY))[:most]}
    return tuple(told for told in alone if told.mark in chosen)


def _best(scored: Iterable[tuple[float, Told]]) -> tuple[Told, ...]:
    best = min(scored, key=_by_score, default=None)
    return (best[1],) if best else ()


def _by_score(scored: tuple[float, Told]) -> tuple[float, Mark]:
    return -scored[0], scored[1].mark


def _of_last_days(scored: Sequence[tuple[float, Told]]) -> Iterator[tuple[float, Told]]:
    """Yield what is told of the last days; nothing, where no day is known."""
    days = [told.when.value for _, told in scored if told.when and told.when.precision == "day"]
    if days:
        since = (date.fromisoformat(max(days)) - _LATEST).isoformat()
        yield from (pair for pair in scored if pair[1].when and pair[1].when.value >= since)


def _anew(sentences: Iterable[Told]) -> tuple[frozenset[Mark], frozenset[Mark]]:
    """Return the sentences whose figures a later report gives anew, and those that give the last of such figures."""
    pairs = [(told.mark, each) for told in sentences for each in told.differs if each.since]
    outdated = frozenset(mark if each.since == "later" else each.mark for mark, each in pairs)
    return outdated, frozenset(each.mark if each.since == "later" else mark for mark, each in pairs) - outdated


def _past_plans(sentences: Sequence[Told]) -> frozenset[Mark]:
    """Return what was announced for a day after which more is told: what came of it is the news, if anything did."""
    days = [told.when.value for told in sentences if told.when and told.when.precision == "day"]
    last = max(days, default="")
    plans = (told for told in sentences if told.when and told.when.expression and told.when.value < last)
    return frozenset(told.mark for told in plans if wording(told.text).announces)


def _fitness(told: Told, outdated: frozenset[Mark]) -> float:
    """Return by how much a sentence is fitter for a summary than its words tell."""
    fitness = _early(told)
    if told.mark in outdated:
        return fitness * _OUTDATED
    those = wording(told.text)
    return fitness * (_COLOURED if those.colours else 1.0) * (_COUNTING if those.counts else 1.0)


def _diverse(
    scored: Sequence[tuple[float, Told]], first: tuple[Told, ...] = (), carefully: int = _CAREFULLY
) -> tuple[Told, ...]:
    """Return sentences by their scores, `first` before all; so many `carefully`, by what they add to those before."""
    if not first and len(scored) < 2:
        return tuple([told for _, told in scored])
    held = {told.mark for told in first}
    others = [pair for pair in scored if pair[1].mark not in held] if held else scored
    ranked = sorted(others, key=_by_score)
    left, rest = ranked[:_FIELD], ranked[_FIELD:]
    taken = list(first)
    covered = {word for told in first for word in wording(told.text).content}
    # What is taken makes the others worth less, never more: who is best by an old worth and keeps it is the best.
    heap = [(-score, rank) for rank, (score, _) in enumerate(left)]
    while heap and len(taken) < carefully:
        worth, rank = heap[0]
        now = left[rank][0] * (_NOVELTY * _share(left[rank][1], covered) - 1)
        if now > worth:
            heapreplace(heap, (now, rank))
            continue
        heappop(heap)
        taken.append(left[rank][1])
        covered.update(wording(left[rank][1].text).content)
    over = sorted(rank for _, rank in heap)
    return (*taken, *(left[rank][1] for rank in over), *(told for _, told in rest))


def score(told: Told, weights: Mapping[str, float]) -> float:
    """Return how well a sentence tells its story, from 0; only the order of scores means something."""
    content = wording(told.text).content
    if not content:
        return 0.0
    # A plain sum depends on the order of the set, which differs from run to run.
    likeness = math.fsum(map(weights.get, content, repeat(0.0))) / math.sqrt(len(content) + _SMOOTHING)
    return likeness * (1 + 0.25 * math.log(1 + len(told.repeats))) if told.repeats else likeness


def _early(told: Told) -> float:
    """Return how much less a sentence counts for standing low in its report, which tells the whole story first."""
    return 0.5 + 0.5 / (1 + 0.08 * told.mark.number)


def _share(told: Told, covered: set[str]) -> float:
    content = wording(told.text).content
    return len(covered.intersection(content)) / len(content) if content else 1.0
