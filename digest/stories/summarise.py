"""Choose the few sentences that tell a story, and the order of those of each day.

Sentences are ranked by their likeness to a centroid (Radev et al. 2004, MEAD), that of the thread or of one day
(`daywords.py`), and by how many reports carried them, then taken one by one, each dearer the more it repeats what is
there already (maximal marginal relevance; Carbonell and Goldstein 1998). At a glance a reader is told how things
stand too, and is spared what only colours them: quotations and scenes. What cannot be read on its own is no summary,
and on its day it stands behind what can.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from digest.model import Mark, Told
from digest.stories.readable import stands_alone
from digest.stories.terms import terms

_CAREFULLY = 12  # sentences that are weighed against each other; the rest stays by rank
_FIELD = 80  # sentences from which they are taken; what ranks lower would not be, and a day may have thousands
_NOVELTY = 0.6  # how much likeness to what was taken costs, against likeness to the story
_SMOOTHING = 7  # content words; without them the shortest sentence would always be the most alike
_STANDING = 2  # sentences at most that tell how things stand; a summary of no more would leave out what happened
_LATEST = timedelta(days=1)  # before the last day that is told of; evening news are in the reports of the next day
_QUOTES = ('"', "“", "„", "«", "'", "‘")
# "Blankets, tea from a union: the hall became a waiting room": what sets a scene, and leads to a quotation or a list.
_COLON = re.compile(r"[^\W\d_]: ")
_COLOURED = 0.5  # how much of its score a quotation or a scene keeps: it colours what happened, and seldom tells it
_OUTDATED = 0.4  # the same, of a figure that a later report gives anew
_COUNTING = 1.1  # times one counts that has figures at all


def centroid(sentences: Iterable[Told]) -> Mapping[str, float]:
    """Return the weight of each content word of a thread: in how many sentences it stands, and of how many articles."""
    counts: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    for told in sentences:
        for word in terms(told.text).content:
            counts[word] += len(told.marks)
            articles[word].update(mark.article for mark in told.marks)
    return {word: math.log1p(count) * math.log1p(len(articles[word])) for word, count in counts.items() if count > 1}


def best_first(sentences: Iterable[Told], weights: Mapping[str, float]) -> tuple[Told, ...]:
    """Return sentences in the order in which they best tell what happened; those that lean on others come last."""
    alone: list[tuple[float, Told]] = []
    leaning: list[tuple[float, Told]] = []
    for told in sentences:
        (alone if stands_alone(told.text) else leaning).append((score(told, weights), told))
    return (*_diverse(alone), *_diverse(leaning))


def summarise(sentences: Sequence[Told], weights: Mapping[str, float], most: int) -> tuple[Told, ...]:
    """Return at most `most` sentences that can be read on their own, in the order of the story's telling.

    The first that are chosen tell how things stand, for a reader who comes back: the best sentence of the last days,
    and the best that gives a figure anew which an earlier report had lower or higher.
    """
    alone = [told for told in sentences if stands_alone(told.text)]
    outdated, updates = _anew(sentences)
    scored = [(score(told, weights) * _fitness(told, outdated), told) for told in alone]
    anew = (pair for pair in scored if pair[1].mark in updates)
    standing = dict.fromkeys((*_best(_of_last_days(scored)), *_best(anew))) if most > _STANDING else ()
    chosen = set(_diverse(scored, tuple(standing))[:most])
    return tuple(told for told in alone if told in chosen)


def _best(scored: Iterable[tuple[float, Told]]) -> tuple[Told, ...]:
    return tuple(told for _, told in sorted(scored, key=lambda pair: (-pair[0], pair[1].mark))[:1])


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


def _fitness(told: Told, outdated: frozenset[Mark]) -> float:
    """Return by how much a sentence is fitter for a summary than its words tell."""
    fitness = _early(told)
    if told.mark in outdated:
        return fitness * _OUTDATED
    if told.text.lstrip().startswith(_QUOTES) or _COLON.search(told.text):
        fitness *= _COLOURED
    return fitness * (_COUNTING if terms(told.text).figures else 1.0)


def _diverse(scored: Iterable[tuple[float, Told]], first: tuple[Told, ...] = ()) -> tuple[Told, ...]:
    """Return sentences by their scores, the first of them also by what they add to those before; `first` before all."""
    ranked = sorted((pair for pair in scored if pair[1] not in first), key=lambda pair: (-pair[0], pair[1].mark))
    left, rest = ranked[:_FIELD], ranked[_FIELD:]
    taken = list(first)
    covered = {word for told in first for word in terms(told.text).content}
    while left and len(taken) < _CAREFULLY:
        best = max(left, key=lambda pair: pair[0] * (1 - _NOVELTY * _share(pair[1], covered)))
        left.remove(best)
        taken.append(best[1])
        covered |= terms(best[1].text).content
    return (*taken, *(told for _, told in (*left, *rest)))


def score(told: Told, weights: Mapping[str, float]) -> float:
    """Return how well a sentence tells its story, from 0; only the order of scores means something."""
    content = terms(told.text).content
    if not content:
        return 0.0
    # A plain sum depends on the order of the set, which differs from run to run.
    likeness = math.fsum(weights.get(word, 0.0) for word in content) / math.sqrt(len(content) + _SMOOTHING)
    return likeness * (1 + 0.25 * math.log(len(told.marks)))


def _early(told: Told) -> float:
    """Return how much less a sentence counts for standing low in its report, which tells the whole story first."""
    return 0.5 + 0.5 / (1 + 0.08 * told.mark.number)


def _share(told: Told, covered: set[str]) -> float:
    content = terms(told.text).content
    return len(content & covered) / len(content) if content else 1.0
