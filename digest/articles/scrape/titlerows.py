"""A long line of a scrape's head as a row of tokens, with what is known of each place between two of them.

Such a line is a page that was scraped onto one line, or the texts of elements glued together. Only a bounded piece of
the head is looked at, and what is known of places is kept as running sums, so that it is cheap to ask for.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, islice
from operator import attrgetter, eq

from digest.articles.scrape.segments import Segment

EDGE = 3  # empty words and shapes on either side of a row, so that every token has neighbours
_LONG = 260  # signs; a shorter line is judged as a whole
_BELOW = 4  # segments from the lead on that may still be head: the lead of such a page is an uncertain thing
_HEAD = 3_000  # signs of a line that are looked at
_MOST_TOKENS = 450  # of a line
_TRIGRAMS = 3_000  # of the head that are looked at for what stands there twice
_LEAST_BODY_WORD = 4  # signs; shorter words are shared by all texts
_REMEMBERED = 20_000  # tokens; most of a page's are the words of the pages before it
_LONGEST_TOKEN = 60  # signs
_PROSE, _PROSE_SHARE, _LEAST_PROSE = 40, 0.55, 15  # tokens; how many of them are in lower case

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŘĎŤŇŮĞİŞČŠŽΑ-ΩА-ЯЁІЇЄ"
# A new token begins at a capital too, so that glued words come apart; a name such as "McAlm" does no harm.
_TOKEN = re.compile(rf"[\"“‘'(«„¿¡#$£€]{{0,4}}(?:[{_UPPER}]+[^\s{_UPPER}]*|\d[^\s{_UPPER}]*|[^\s{_UPPER}\d]+)")
_SIGNS = "\"“”‘’'().,:;!?…«»„"
_LINE = attrgetter("line")
_DIVIDERS = frozenset("|–—-·•/»>:→")

Token = tuple[str, str, str]  # a word, its shape, and its last sign


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
    signs: Sequence[str]  # the last sign before each place, as itself or as the kind of it
    glued: Sequence[bool]  # whether no space is at the place
    known: Sequence[int]  # tokens before the place that are words of the body
    capitals: Sequence[int]  # tokens before the place that are not in lower case
    ahead: Sequence[int]  # trigrams in a row, from the place on, that stand in the head twice
    behind: Sequence[int]  # the same, up to the place
    prose: int  # the first token from which on most are in lower case


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a long line."""

    first: int
    ends: Sequence[int]
    text: str
    found: Sequence[re.Match[str]]
    read: Sequence[Token]


def long_rows(lines: Sequence[Segment], lead: int, body: frozenset[str]) -> list[Row]:
    """Return the long lines of the head; one that begins below the lead is of the body, whose words are `body`."""
    head = lines[: min(len(lines), lead + _BELOW)]
    if not _has_long(head):
        return []
    groups = [list(group) for _, group in groupby(head, key=_LINE)]
    firsts = list(accumulate(map(len, groups), initial=0))
    long = [
        number
        for number, group in enumerate(groups)
        if firsts[number] <= lead and (len(group) > 1 or len(group[0].text) > _LONG)
    ]
    if not long:
        return []
    tokens = {number: _tokens(firsts[number], groups[number]) for number in long}
    known = frozenset([word for word in body if len(word) >= _LEAST_BODY_WORD])
    times = _trigrams(groups, tokens)
    return [_row(tokens[number], known, times) for number in long]


def _has_long(head: Sequence[Segment]) -> bool:
    """Return whether a line is long, or parted into segments: in most heads none is, and that is cheap to see."""
    return max([len(line.text) for line in head], default=0) > _LONG or len(set(map(_LINE, head))) < len(head)


def _tokens(first: int, group: Sequence[Segment]) -> _Tokens:
    text = " ".join([line.text for line in group])[:_HEAD]
    ends = accumulate(len(line.text) + 1 for line in group)
    found = list(islice(_TOKEN.finditer(text), _MOST_TOKENS))
    return _Tokens(first, list(ends), text, found, [_token(match[0][-_LONGEST_TOKEN:]) for match in found])


def _row(tokens: _Tokens, body: frozenset[str], times: Counter[tuple[str, ...]]) -> Row:
    read, found = tokens.read, tokens.found
    words, shapes = tuple(word for word, _, _ in read), tuple(shape for _, shape, _ in read)
    begins, stops = [match.start() for match in found], [match.end() for match in found]
    twice = [times[trigram] > 1 for trigram in zip(words, words[1:], words[2:], strict=False)]
    return Row(
        tokens.first, tokens.ends, tokens.text, begins, stops,
        words=("^",) * EDGE + words + ("$",) * EDGE, shapes=("^",) * EDGE + shapes + ("$",) * EDGE,
        signs=["^", *[sign for _, _, sign in read]],
        glued=[True, *map(eq, stops, begins[1:]), True],
        known=list(accumulate(map(body.__contains__, words), initial=0)),
        capitals=list(accumulate([shape != "a" for shape in shapes], initial=0)),
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


def _trigrams(groups: Sequence[Sequence[Segment]], long: Mapping[int, _Tokens]) -> Counter[tuple[str, ...]]:
    """Return how often three words in a row stand in the head; of `long` lines the tokens that are looked at."""
    words: list[str] = []
    for number, group in enumerate(groups):
        if len(words) > _TRIGRAMS:
            break
        tokens = long[number].read if number in long else map(_token, _TOKEN.findall(group[0].text[:_HEAD]))
        words += [word for word, _, _ in tokens]
    return Counter(zip(words, words[1:], words[2:], strict=False))


@lru_cache(_REMEMBERED)
def _token(token: str) -> Token:
    """Return the word of a token, its shape, and its last sign."""
    last = token[-1]
    return _plain(token), _shape(token), "a" if last.isalpha() else "9" if last.isdigit() else last


def _plain(token: str) -> str:
    return token.lower().strip(_SIGNS)


def _shape(token: str) -> str:
    first = next((sign for sign in token[:5] if sign.isalnum()), token[0])
    if first.isdigit():
        return "9"
    if first.isalpha():
        return "a" if first.islower() else "c" if not first.isupper() else "A" if token[1:].isupper() else "Aa"
    return "|" if first in _DIVIDERS else "p"
