"""What a candidate for the title looks like: the features by which a title is told from other lines of the head.

A title's words come again in the body; it stands above the lead, below menus, beside a byline and a date. A measure
counts steps ("share:3"), and the learner gives each step its own weight on top of the ones below, so that few pages
teach enough. Candidates of long lines have weights of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from digest.articles.scrape.headkinds import Head
from digest.articles.scrape.lines import beginning, ending
from digest.articles.scrape.titlecandidates import Candidate
from digest.articles.scrape.titleglances import (
    Looks,
    Seen,
    common,
    compared,
    height,
    kinds,
    likeliest,
    placed,
    words_of,
)

_FIRST_SIGNS = 400  # of the first line
_BETWEEN = (0, 1, 2, 4, 8)
_TOP = (0, 1, 2, 4)
_TO_SENTENCE = (0, 1, 2, 3, 5, 8)
_OF_FIRST = (0.3, 0.6, 0.9)
_NEIGHBOUR = 30  # signs of a neighbouring line that are looked at

_FIGURE = re.compile(r"\d")


def title_looks(
    head: Head, candidates: Sequence[Candidate], body: frozenset[str], looks: Looks | None = None
) -> Iterator[tuple[Candidate, list[str]]]:
    """Yield each candidate with the names of the features that hold for it; of many the likeliest by `looks`."""
    agreed = any(candidate.on_top and candidate.at for candidate in candidates)
    first = set(words_of(head.lines[0].prose[:_FIRST_SIGNS])) if head.lines else set()
    headings = min(2, sum(line.marks.startswith("# ") for line in head.lines[: head.lead + 1]))
    for seen in likeliest(compared(head, candidates, body), head, looks):
        names = [*_look(seen), *_standing(seen, head, agreed=agreed), *_like_first(seen, first)]
        if seen.candidate.way == "span":
            yield seen.candidate, [*(f"span {name}" for name in names), *seen.candidate.signs]
        else:
            yield seen.candidate, [*names, *_around(seen.candidate, head, headings)]


def _look(seen: Seen) -> tuple[str, ...]:
    """Return the shape of a candidate, and what it shares with the body."""
    return *common("", *seen.steps[1:]), *_shape(seen.candidate.text)


def _shape(text: str) -> tuple[str, ...]:
    """Return what the signs of a candidate tell."""
    words = text.split()
    capitals = sum([word[0].isupper() for word in words]) / (len(words) or 1)
    held = ("shouted", text.isupper()), ("figures", _FIGURE.search(text)), ("bar", "|" in text)
    return (
        f"start={beginning(text)}",
        f"end={ending(text)}",
        f"capitals={int(capitals * 4.99)}",
        *[name for name, holds in held if holds],
    )


def _standing(seen: Seen, head: Head, *, agreed: bool) -> Iterator[str]:
    """Yield where a candidate stands."""
    candidate, lead = seen.candidate, head.lead
    yield f"way={candidate.way}{candidate.at == 0:d}"
    yield f"top={candidate.on_top:d}{candidate.at > 0:d}{agreed:d}"
    yield f"times={min(3, candidate.times)}"
    yield f"top:{bisect_left(_TOP, candidate.at)}"
    yield from placed("", *height(candidate.at, lead))
    if candidate.at < lead:
        yield f"between:{bisect_left(_BETWEEN, seen.between)}"


def _like_first(seen: Seen, first: set[str]) -> Iterator[str]:
    """Yield what a candidate shares with the first line, where browsers' titles stand."""
    if seen.candidate.at:
        shared = len(first.intersection(seen.words))
        yield f"in first:{bisect_left(_OF_FIRST, shared / (len(seen.words) or 1))}"
        yield f"of first:{bisect_left(_OF_FIRST, shared / (len(first) or 1))}"


def _around(candidate: Candidate, head: Head, headings: int) -> Iterator[str]:
    """Yield what stands around a line."""
    index, kind = candidate.at, head.kind
    yield from kinds(kind(index - 1), kind(index), kind(index + 1))
    yield f"-2={kind(index - 2)}"
    yield f"+2={kind(index + 2)}"
    yield f"+3={kind(index + 3)}"
    yield f"marks={head.lines[index].marks.strip()[:3]}{headings}"
    yield f"sentence:{bisect_left(_TO_SENTENCE, head.to_sentence(index))}"
    yield f"date={head.to_date(index)}"
    yield f"above={head.lines[index - 1].prose[:_NEIGHBOUR].lower() if index else '^'}"
    yield f"below={head.lines[index + 1].prose[:_NEIGHBOUR].lower() if index + 1 < len(head.lines) else '$'}"
