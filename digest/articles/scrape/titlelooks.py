"""What a candidate for the title looks like: the features by which a title is told from other lines of the head.

A title's words come again in the body; it stands above the lead, below menus, beside a byline and a date. A measure
counts steps ("share:3"), and the learner gives each step its own weight on top of the ones below, so that few pages
teach enough. Candidates of long lines have weights of their own.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.articles.scrape.headkinds import Head
from digest.articles.scrape.lines import beginning, ending
from digest.articles.scrape.titlecandidates import Candidate

_BODY_LINES, _BODY_SIGNS = 40, 4_000
_FIRST_SIGNS = 400  # of the first line
_COUNTS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 28)
_SHARES = (0.01, 0.2, 0.35, 0.5, 0.65, 0.8, 0.99)
_HITS = (0, 1, 2, 3, 5, 7)
_ABOVE = (1, 2, 3, 4, 6, 9, 14, 22, 35, 60)
_BELOW = (0, 1, 2, 4)
_BETWEEN = (0, 1, 2, 4, 8)
_TOP = (0, 1, 2, 4)
_TO_SENTENCE = (0, 1, 2, 3, 5, 8)
_OF_FIRST = (0.3, 0.6, 0.9)
_STRONG_WORDS, _STRONG_SHARE = 4, 0.3
_NEIGHBOUR = 30  # signs of a neighbouring line that are looked at

_FIGURE = re.compile(r"\d")
_SPACED = re.compile(r"\w{3,}")
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)  # Thai, Lao, Chinese, Japanese, Korean


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate with what its words share with others."""

    candidate: Candidate
    words: list[str]
    hits: int
    share: float
    best: str
    between: int = 0


def title_looks(head: Head, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, list[str]]]:
    """Yield each candidate with the names of the features that hold for it."""
    agreed = any(candidate.on_top and candidate.index for candidate in candidates)
    first = set(words_of(head.lines[0].prose[:_FIRST_SIGNS])) if head.lines else set()
    headings = min(2, sum(line.marks.startswith("# ") for line in head.lines[: head.lead + 1]))
    for seen in _seen(head, candidates):
        looks = [*_look(seen), *_standing(seen, head, agreed=agreed), *_like_first(seen, first)]
        if seen.candidate.way == "span":
            yield seen.candidate, [*(f"span {name}" for name in looks), *seen.candidate.signs]
        else:
            yield seen.candidate, [*looks, *_around(seen.candidate, head, headings)]


def words_of(text: str) -> list[str]:
    """Return the longer words of `text` in lower case; pairs of signs in scripts that write no spaces."""
    words = _SPACED.findall(text.lower())
    if text.isascii() or not _UNSPACED.search(text):
        return words
    return [pair for word in words for pair in map("".join, pairwise(word))]


def _seen(head: Head, candidates: Sequence[Candidate]) -> list[_Seen]:
    """Return what each candidate shares with the body, compared with the others, and how many stand below it."""
    lead = head.lead
    text = " ".join(line.prose for line in head.lines[lead : lead + _BODY_LINES])[:_BODY_SIGNS]
    body = set(words_of(text))
    words = [words_of(candidate.text) for candidate in candidates]
    hits = [sum(word in body for word in each) for each in words]
    shares = [many / (len(each) or 1) for many, each in zip(hits, words, strict=True)]
    most, best = max(hits, default=0), max(shares, default=0.0)
    strong = sorted(
        candidate.index
        for candidate, share in zip(candidates, shares, strict=True)
        if share >= _STRONG_SHARE and candidate.text.count(" ") >= _STRONG_WORDS - 1
    )
    return [
        _Seen(
            candidate, each, many, share, f"{share == best:d}{many == most:d}",
            bisect_left(strong, lead) - bisect(strong, candidate.index) if candidate.index < lead else 0,
        )
        for candidate, each, many, share in zip(candidates, words, hits, shares, strict=True)
    ]  # fmt: skip


def _look(seen: _Seen) -> Iterator[str]:
    """Yield the shape of a candidate, and what it shares with the body."""
    text = seen.candidate.text
    words = text.split()
    capitals = sum(word[0].isupper() for word in words) / (len(words) or 1)
    yield "bias"
    yield f"words:{bisect_left(_COUNTS, max(len(words), len(seen.words) // 2 if len(words) == 1 else 0))}"
    yield f"share:{bisect_left(_SHARES, seen.share)}"
    yield f"hits:{bisect_left(_HITS, seen.hits)}"
    yield f"best={seen.best}"
    yield f"start={beginning(text)}"
    yield f"end={ending(text)}"
    yield f"capitals={int(capitals * 4.99)}"
    if text.isupper():
        yield "shouted"
    if _FIGURE.search(text):
        yield "figures"
    if "|" in text:
        yield "bar"


def _standing(seen: _Seen, head: Head, *, agreed: bool) -> Iterator[str]:
    """Yield where a candidate stands."""
    candidate, lead = seen.candidate, head.lead
    yield f"way={candidate.way}{candidate.index == 0:d}"
    yield f"top={candidate.on_top:d}{candidate.index > 0:d}{agreed:d}"
    yield f"times={min(3, candidate.times)}"
    yield f"top:{bisect_left(_TOP, candidate.index)}"
    if candidate.index < lead:
        yield f"above:{bisect_left(_ABOVE, lead - candidate.index)}"
        yield f"between:{bisect_left(_BETWEEN, seen.between)}"
    else:
        yield f"below:{1 + bisect_left(_BELOW, candidate.index - lead)}"


def _like_first(seen: _Seen, first: set[str]) -> Iterator[str]:
    """Yield what a candidate shares with the first line, where browsers' titles stand."""
    if seen.candidate.index:
        shared = len(first.intersection(seen.words))
        yield f"in first:{bisect_left(_OF_FIRST, shared / (len(seen.words) or 1))}"
        yield f"of first:{bisect_left(_OF_FIRST, shared / (len(first) or 1))}"


def _around(candidate: Candidate, head: Head, headings: int) -> Iterator[str]:
    """Yield what stands around a line."""
    index = candidate.index
    yield f"kind={head.kind(index)}"
    for step in (-2, -1, 1, 2, 3):
        yield f"{step:+}={head.kind(index + step)}"
    yield f"marks={head.lines[index].marks.strip()[:3]}{headings}"
    yield f"sentence:{bisect_left(_TO_SENTENCE, head.to_sentence(index))}"
    yield f"date={head.to_date(index)}"
    yield f"above={head.lines[index - 1].prose[:_NEIGHBOUR].lower() if index else '^'}"
    yield f"below={head.lines[index + 1].prose[:_NEIGHBOUR].lower() if index + 1 < len(head.lines) else '$'}"
