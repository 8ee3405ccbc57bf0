"""Choose the few sentences that tell a story, and the order of those of each day.

Sentences are ranked by their likeness to the centroid of the thread (Radev et al. 2004, MEAD), by how early they
stand, and by how many reports carried them, then taken one by one, each dearer the more it repeats what is there
already (maximal marginal relevance; Carbonell and Goldstein 1998). What cannot be read on its own is no summary.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from digest.model import Told
from digest.stories.terms import terms
from digest.tools.text import SENTENCE_ENDS

_LONGEST = 45  # words; nobody reads a longer one at a glance
_SHORTEST = 7
_CAREFULLY = 12  # sentences of a day that are weighed against each other; the rest stays by rank
_NOVELTY = 0.6  # how much likeness to what was taken costs, against likeness to the story
_DANGLING = re.compile(
    r"[\"'“‘(\[]?(?:He|She|It|They|We|I|You|This|That|These|Those|But|And|Or|So|Yet|However|Also|Then|There|His|Her|Their|Its|Our|My"
    r"|Such|Meanwhile|Asked|Earlier|Later|Nevertheless|Instead)\b"
)
_SPEAKER_UNKNOWN = re.compile(r"\b(?:he|she|they) (?:said|told|added|says|wrote)\b|[\"'”’] (?:he|she|they|it) \w+")
_ENDS = re.compile(rf"[{SENTENCE_ENDS}:;][\"'”’»›)\]」』）》]{{0,3}}$")


def centroid(sentences: Iterable[Told]) -> Mapping[str, float]:
    """Return the weight of each content word of a thread: in how many reports' sentences it stands, dampened."""
    counts: Counter[str] = Counter()
    for told in sentences:
        for word in terms(told.text).content:
            counts[word] += len(told.marks)
    return {word: math.log1p(count) for word, count in counts.items() if count > 1}


def best_first(sentences: Sequence[Told], weights: Mapping[str, float]) -> tuple[Told, ...]:
    """Return sentences in the order in which they best tell what happened."""
    left = sorted(sentences, key=lambda told: (-score(told, weights), told.mark))
    taken: list[Told] = []
    covered: set[str] = set()
    while left:
        best = max(left, key=lambda told: score(told, weights) * (1 - _NOVELTY * _share(told, covered)))
        left.remove(best)
        taken.append(best)
        covered |= terms(best.text).content
        if len(taken) >= _CAREFULLY:
            break
    return (*taken, *left)


def summarise(sentences: Sequence[Told], weights: Mapping[str, float], most: int) -> tuple[Told, ...]:
    """Return at most `most` sentences that can be read on their own, in the order of the story's telling."""
    readable = [told for told in sentences if stands_alone(told.text)]
    chosen = set(best_first(readable, weights)[:most])
    return tuple(told for told in sentences if told in chosen)


def score(told: Told, weights: Mapping[str, float]) -> float:
    """Return how well a sentence tells its story, from 0; only the order of scores means something."""
    content = terms(told.text).content
    if not content:
        return 0.0
    # A plain sum depends on the order of the set, which differs from run to run.
    likeness = math.fsum(weights.get(word, 0.0) for word in content) / math.sqrt(len(content) + _SHORTEST)
    early = 1 / (1 + 0.08 * told.mark.number)
    return likeness * (0.5 + 0.5 * early) * (1 + 0.25 * math.log(len(told.marks)))


def stands_alone(text: str) -> bool:
    """Return whether a sentence can be understood without the one before it.

    >>> stands_alone("Six boats burnt in the harbour of Port Amber.")
    True
    >>> stands_alone('"It was dark in the harbour," he added to the reporters.')
    False
    """
    count = len(text.split())
    whole = _SHORTEST <= count <= _LONGEST and ends_as_sentence(text)
    return whole and not _DANGLING.match(text) and not _SPEAKER_UNKNOWN.search(text) and text.count('"') % 2 == 0


def ends_as_sentence(text: str) -> bool:
    """Return whether a text ends as sentences do; a subhead or a caption does not."""
    return bool(_ENDS.search(text))


def _share(told: Told, covered: set[str]) -> float:
    content = terms(told.text).content
    return len(content & covered) / len(content) if content else 1.0
