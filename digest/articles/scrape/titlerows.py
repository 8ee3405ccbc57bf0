"""A long line of a scrape's head as a row of tokens, with what is known of each place between two of them.

Such a line is a page that was scraped onto one line, or the texts of elements glued together. Only a bounded piece of
the head is looked at, and what is known of places is kept as running sums, so that it is cheap to ask for.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from digest.articles.scrape.segments import Segment

EDGE = 3  # empty words and shapes on either side of a row, so that every token has neighbours
_LONG = 260  # signs; a shorter line is judged as a whole
_BELOW = 4  # segments from the lead on that may still be head: the lead of such a page is an uncertain thing
_HEAD = 3_000  # signs of a line that are looked at
_MOST_TOKENS = 450  # of a line
_TRIGRAMS = 3_000  # of the head that are looked at for what stands there twice
_BODY_SEGMENTS, _BODY_SIGNS = 40, 4_000
_LEAST_BODY_WORD = 4  # signs; shorter words are shared by all texts
_PROSE, _PROSE_SHARE, _LEAST_PROSE = 40, 0.55, 15  # tokens; how many of them are in lower case

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŘĎŤŇŮĞİŞČŠŽΑ-ΩА-ЯЁІЇЄ"
# A new token begins at a capital too, so that glued words come apart; a name such as "McAlm" does no harm.
_TOKEN = re.compile(rf"[\"“‘'(«„¿¡#$£€]{{0,4}}(?:[{_UPPER}]+[^\s{_UPPER}]*|\d[^\s{_UPPER}]*|[^\s{_UPPER}\d]+)")
_WORD = re.compile(r"\w+")
_SIGNS = "\"“”‘’'().,:;!?…«»„"
_DIVIDERS = frozenset("|–—-·•/»>:→")


@dataclass(frozen=True, slots=True)
class Row:
    """A long line; a place is the number of the token before which it lies."""

    first: int  # index of its first segment
    ends: Sequence[int]  # where each of its segments ends
    text: str
    begins: Sequence[int]  # where each token begins
    stops: Sequence[int]  # where each token ends
    words: Sequence[str]  # the tokens in lower case without signs, with an edge
    shapes: Sequence[str]  # "A" all capitals, "Aa", "a", "9", "|" divider, "p" sign, "c" a script without case
    glued: Sequence[bool]  # whether no space is at the place
    known: Sequence[int]  # tokens before the place that are words of the body
    capitals: Sequence[int]  # tokens before the place that are not in lower case
    ahead: Sequence[int]  # trigrams in a row, from the place on, that stand in the head twice
    behind: Sequence[int]  # the same, up to the place
    prose: int  # the first token from which on most are in lower case


def long_rows(lines: Sequence[Segment], lead: int) -> list[Row]:
    """Return the long lines of the head."""
    last = min(len(lines), lead + _BELOW)
    groups = [
        [lines[index].text for index in group] for _, group in groupby(range(last), lambda index: lines[index].line)
    ]
    long = [sum(map(len, texts)) > _LONG for texts in groups]
    if not any(long):
        return []
    firsts = accumulate(map(len, groups), initial=0)
    body, times = _body_words(lines[lead + 1 :]), _trigrams(lines[:last])
    return [
        _row(first, texts, body, times) for first, texts, is_long in zip(firsts, groups, long, strict=False) if is_long
    ]


def _row(first: int, texts: Sequence[str], body: frozenset[str], times: Counter[tuple[str, ...]]) -> Row:
    text = " ".join(texts)[:_HEAD]
    found = list(_TOKEN.finditer(text))[:_MOST_TOKENS]
    tokens = [match[0] for match in found]
    words, shapes = [_plain(token) for token in tokens], [_shape(token) for token in tokens]
    begins, stops = [match.start() for match in found], [match.end() for match in found]
    twice = [times[trigram] > 1 for trigram in zip(words, words[1:], words[2:], strict=False)]
    return Row(
        first, list(accumulate(len(piece) + 1 for piece in texts)), text, begins, stops,
        words=["^"] * EDGE + words + ["$"] * EDGE, shapes=["^"] * EDGE + shapes + ["$"] * EDGE,
        glued=[True, *(end == start for end, start in zip(stops, begins[1:], strict=False)), True],
        known=list(accumulate((word in body for word in words), initial=0)),
        capitals=list(accumulate((shape != "a" for shape in shapes), initial=0)),
        ahead=[*reversed(_runs(reversed(twice))), *[0] * min(EDGE, len(words) + 1)][: len(words) + 1],
        behind=[*[0] * EDGE, *_runs(twice)][: len(words) + 1],
        prose=_prose(shapes),
    )  # fmt: skip


def _runs(marks: Iterable[bool]) -> list[int]:
    """Return, for each mark, how many in a row hold up to it."""
    runs, run = [], 0
    for mark in marks:
        run = run + 1 if mark else 0
        runs.append(run)
    return runs


def _prose(shapes: Sequence[str]) -> int:
    lower = list(accumulate((shape in {"a", "c"} for shape in shapes), initial=0))
    for place, shape in enumerate(shapes):
        end = min(len(shapes), place + _PROSE)
        if shape != "a" and end - place >= _LEAST_PROSE and lower[end] - lower[place] >= _PROSE_SHARE * (end - place):
            return place
    return len(shapes)


def _body_words(lines: Sequence[Segment]) -> frozenset[str]:
    text = " ".join(line.text for line in lines[:_BODY_SEGMENTS])[:_BODY_SIGNS].lower()
    return frozenset(word for word in _WORD.findall(text) if len(word) >= _LEAST_BODY_WORD)


def _trigrams(lines: Sequence[Segment]) -> Counter[tuple[str, ...]]:
    words: list[str] = []
    for line in lines:
        if len(words) > _TRIGRAMS:
            break
        words += map(_plain, _TOKEN.findall(line.text[:_HEAD]))
    return Counter(zip(words, words[1:], words[2:], strict=False))


def _plain(token: str) -> str:
    return token.lower().strip(_SIGNS)


def _shape(token: str) -> str:
    first = next((sign for sign in token[:5] if sign.isalnum()), token[0])
    if first.isdigit():
        return "9"
    if first.isalpha():
        return "a" if first.islower() else "c" if not first.isupper() else "A" if token[1:].isupper() else "Aa"
    return "|" if first in _DIVIDERS else "p"
