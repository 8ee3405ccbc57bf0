"""The title of a naive scrape: a line of its head, or else the beginning of its first sentence.

A scrape does not say which line is the title. What tells it: a title stands above the lead, its words come again in
the body, and pages say it twice, once for the browser ("Title | Outlet") and once for the reader. How much each sign
tells is learnt (bench/train_lines.py). A crosshead within the body has the look of a title too; it stands below the
lead, and so never comes into question.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.articles.scrape.lines import beginning, ending
from digest.articles.scrape.regression import probability
from digest.articles.scrape.segments import Segment

_LONGEST = 40  # words of a title
_LONGEST_SIGNS = 260
_NEAR = 80  # lines above the lead that may be its title; further up stand menus
_TOP = 5  # lines of the page's beginning, where the browser's title stands
_LEAST = 2  # words that stand before the outlet's name, or twice
_BODY_LINES = 60
_BODY_SIGNS = 4_000  # of the body that a title's words are looked for in
_LEAST_PROBABILITY = 0.12  # of the best line; below it a derived title is more honest

_COUNTS = (2, 3, 4, 5, 6, 8, 11, 15, 20, 28)
_DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22, 35, 60)
_SHARES = (0.01, 0.2, 0.35, 0.5, 0.65, 0.8, 0.99)
_WORD = re.compile(r"\w{3,}")
_SITE = re.compile(r"\s[|–—·-]\s")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title, and the index of the segment it was read from."""

    text: str
    index: int


def title_line(
    lines: Sequence[Segment], rules: Sequence[str | None], lead: int, weights: Mapping[str, float]
) -> TitleLine | None:
    """Return the line above the segment `lead` that looks most like a title of what follows, if one does."""
    best, title = _LEAST_PROBABILITY, None
    for candidate, features in title_features(lines, rules, lead):
        chance = probability(features, weights)
        if chance > best:
            best, title = chance, candidate
    return title


def title_features(
    lines: Sequence[Segment], rules: Sequence[str | None], lead: int
) -> Iterator[tuple[TitleLine, list[str]]]:
    """Yield what may be the title, nearest to the lead first, with the names of the features that hold for it."""
    candidates = list(_candidates(lines, rules, lead))
    body = set(_words(" ".join(line.prose for line in lines[lead : lead + _BODY_LINES])[:_BODY_SIGNS]))
    shares = [_share(candidate.text, body) for candidate in candidates]
    times = Counter(line.prose for line in lines)
    most = max(shares, default=0.0)
    for candidate, share in zip(candidates, shares, strict=True):
        place = _place(candidate, lines, rules, lead)
        among = (f"best={share == most}", f"times={min(3, times[candidate.text])}")
        yield candidate, [*_look(candidate.text, share), *place, *among]


def _look(text: str, share: float) -> Iterator[str]:
    """Yield the shape of a line, and the share of its words that stand in the body."""
    words, grade = bisect(_COUNTS, len(text.split())), bisect(_SHARES, share)
    yield "bias"
    yield f"words={words}"
    yield f"words,share={words // 3}{grade}"
    yield f"share={grade}"
    yield f"start={beginning(text)}"
    yield f"end={ending(text)}"
    yield f"site={bool(_SITE.search(text))}"


def _place(candidate: TitleLine, lines: Sequence[Segment], rules: Sequence[str | None], lead: int) -> Iterator[str]:
    """Yield where a line stands, and what stands around it."""
    text, index = candidate.text, candidate.index
    whole, top = text == lines[index].prose, min(index, _TOP)
    named = any(line.prose.startswith(text) and line.prose != text for line in lines[:_TOP])
    yield f"distance={bisect(_DISTANCES, lead - index)}"
    yield f"index={top}{whole}"
    yield f"named={named}{whole}{index < _TOP}"
    yield f"marks={lines[index].marks.strip()[:3]}"
    yield f"above={(rules[index - 1] or 'line') if index else 'top'}"
    yield f"below={rules[index + 1] or 'line' if index + 1 < lead else 'lead'}"


def _candidates(lines: Sequence[Segment], rules: Sequence[str | None], lead: int) -> Iterator[TitleLine]:
    near = max(0, lead - _NEAR)
    for index in (*range(lead - 1, near - 1, -1), *range(min(near, _TOP))):
        if not rules[index]:
            yield from (TitleLine(text, index) for text in _readings(lines[index].prose))


def _readings(text: str) -> Iterator[str]:
    """Yield what of a line may be a title: the line; and if it names the outlet at its end, the line without that."""
    if len(text) > _LONGEST_SIGNS:
        return
    if len(text.split()) <= _LONGEST:
        yield text
    for end in _SITE.finditer(text):
        if text.count(" ", 0, end.start()) >= _LEAST:
            yield text[: end.start()]


def _share(text: str, body: set[str]) -> float:
    words = _words(text)
    return sum(word in body for word in words) / (len(words) or 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
