"""What is cheap to see of a candidate for the title: its length, its place, and the words that it shares with the body.

Most lines of a head are no title at a glance, so only the likeliest by these few features are looked at closely.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from digest.articles.scrape.headkinds import Head
from digest.articles.scrape.segments import Segment
from digest.articles.scrape.titlecandidates import Candidate
from digest.articles.scrape.titleplaces import Sums

_MOST = 12  # candidates that are looked at closely
_BODY_LINES, _BODY_SIGNS = 30, 2_500
_COUNTS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 28)
_SHARES = (0.01, 0.2, 0.35, 0.5, 0.65, 0.8, 0.99)
_HITS = (0, 1, 2, 3, 5, 7)
_ABOVE = (1, 2, 3, 4, 6, 9, 14, 22, 35, 60)
_BELOW = (0, 1, 2, 4)
_STRONG_WORDS, _STRONG_SHARE = 4, 0.3
_LEAST_WORD = 3  # signs
_SPACED = re.compile(r"\w{3,}")
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)  # Thai, Lao, Chinese, Japanese, Korean


class Looks:
    """The weights of the features, and what those weigh that are cheap to see."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._common, self._place, self._kinds = (Sums(names, weights) for names in (common, placed, kinds))

    def weight(self, names: Iterable[str]) -> float:
        """Return what the features come to."""
        weights = self.weights
        return sum([weights[name] for name in names if name in weights])

    def at_a_glance(self, seen: "Seen", head: Head) -> float:
        """Return what those features come to that are cheap to see."""
        candidate, lead = seen.candidate, head.lead
        common = self._common[seen.steps]
        place = self._place[seen.steps[0], *height(candidate.at, lead)]
        if candidate.way == "span":
            return common + place + self.weight(candidate.signs)
        index, kind = candidate.at, head.kind
        return common + place + self._kinds[kind(index - 1), kind(index), kind(index + 1)]


class Seen(NamedTuple):
    """A candidate with what its words share with others."""

    candidate: Candidate
    words: Sequence[str]
    steps: tuple[str, int, int, int, str]  # the key of what it shares with the body
    between: int = 0


def likeliest(seen: list[Seen], head: Head, looks: Looks | None) -> list[Seen]:
    """Return the candidates that are the likeliest at a glance, in order; without `looks` all."""
    if looks is None or len(seen) <= _MOST:
        return seen
    scores = [looks.at_a_glance(each, head) for each in seen]
    best = sorted(range(len(seen)), key=scores.__getitem__, reverse=True)[:_MOST]
    return [seen[number] for number in sorted(best)]


def compared(head: Head, candidates: Sequence[Candidate], body: frozenset[str]) -> list[Seen]:
    """Return what each candidate shares with the body, compared with the others, and how many stand below it."""
    lead = head.lead
    body = body.union(words_of(head.lines[lead].prose[:_BODY_SIGNS])) if head.lines else body
    words = [_compared_by(candidate.plain) for candidate in candidates]
    hits = [sum(map(body.__contains__, each)) for each in words]
    shares = [many / (len(each) or 1) for many, each in zip(hits, words, strict=True)]
    most, best = max(hits, default=0), max(shares, default=0.0)
    strong = sorted(
        candidate.at
        for candidate, share in zip(candidates, shares, strict=True)
        if share >= _STRONG_SHARE and candidate.text.count(" ") >= _STRONG_WORDS - 1
    )
    return [
        Seen(
            candidate, each,
            (
                "span " if candidate.way == "span" else "", bisect_left(_COUNTS, _count(candidate.text, each)),
                bisect_left(_SHARES, share), bisect_left(_HITS, many), f"{share == best:d}{many == most:d}",
            ),
            bisect_left(strong, lead) - bisect(strong, candidate.at) if candidate.at < lead else 0,
        )
        for candidate, each, many, share in zip(candidates, words, hits, shares, strict=True)
    ]  # fmt: skip


def body_words(lines: Sequence[Segment], lead: int) -> frozenset[str]:
    """Return the longer words of what follows the lead."""
    text = " ".join([line.prose for line in lines[lead + 1 : lead + _BODY_LINES]])
    return frozenset(words_of(text[:_BODY_SIGNS]))


def words_of(text: str) -> list[str]:
    """Return the longer words of `text` in lower case; pairs of signs in scripts that write no spaces."""
    words = _SPACED.findall(text.lower())
    return words if text.isascii() else _compared_by(" ".join(words))


def _compared_by(plain: str) -> list[str]:
    """Return the longer ones of words that are parted by spaces; pairs of signs in scripts that write none."""
    words = [word for word in plain.split(" ") if len(word) >= _LEAST_WORD]
    if plain.isascii() or not _UNSPACED.search(plain):
        return words
    return [pair for word in words for pair in map("".join, pairwise(word))]


def _count(text: str, words: Sequence[str]) -> int:
    """Return the number of the words of a candidate; an estimate for scripts that write no spaces."""
    spaces = text.count(" ")
    return spaces + 1 if spaces else max(1, len(words) // 2)


def common(way: str, words: int, share: int, hits: int, best: str) -> tuple[str, ...]:
    """Return the features of how long a candidate is, and of what it shares with the body."""
    return f"{way}bias", f"{way}words:{words}", f"{way}share:{share}", f"{way}hits:{hits}", f"{way}best={best}"


def height(index: int, lead: int) -> tuple[str, int]:
    """Return on which side of the lead a candidate stands, and how far from it."""
    if index < lead:
        return "above", bisect_left(_ABOVE, lead - index)
    return "below", 1 + bisect_left(_BELOW, index - lead)


def placed(way: str, side: str, steps: int) -> tuple[str, ...]:
    """Return the feature of a candidate's height."""
    return (f"{way}{side}:{steps}",)


def kinds(before: str, own: str, after: str) -> tuple[str, ...]:
    """Return the features of the kinds of a line and of its neighbours."""
    return f"-1={before}", f"kind={own}", f"+1={after}"
