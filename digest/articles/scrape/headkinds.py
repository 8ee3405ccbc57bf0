"""What the lines around a scrape's lead are, at a glance: a byline, a date, a menu entry, a headline, a sentence.

A title gives itself away less by its own look than by what stands above and below it. The kinds are coarse, since what
is rare teaches nothing, and hold in any language that writes spaces.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.articles.scrape.segments import Segment

_BY = frozenset("by von par por di door av af autor text przez od автор текст".split())
_FIGURE = re.compile(r"\d")
_SHORT, _LABEL, _HEADLINE, _LONG = 9, 4, 10, 25  # words
_SENTENCE = 8  # words
_ENDS = (".", "!", "?", "…", "”", '"')
_BELOW = 16  # lines below the lead that are looked at
_ABOVE = 74  # lines above it
_TOP = 10
_FAR = 99  # lines
_NOTHING = "-"
_REMEMBERED, _LINE = 20_000, 200  # short lines, and their signs; menus recur on page after page
_DATES = frozenset({"lone-date", "byline", "reading-time", "by", "9"})
_SENTENCES = frozenset({"S", "L", "*S", "*L"})


@dataclass(frozen=True, slots=True)
class Head:
    """The lines around the lead, each with its kind."""

    lines: Sequence[Segment]
    lead: int
    kinds: Mapping[int, str]  # of those that are looked at, by their index
    sentences: Mapping[int, int]  # how many lines stand between each and the next sentence

    def kind(self, index: int) -> str:
        """Return the kind of a line; "^" above the first, "$" where none is looked at."""
        return "^" if index < 0 else self.kinds.get(index, "$")

    def to_sentence(self, index: int) -> int:
        """Return how many lines stand between the line and the next sentence."""
        return self.sentences.get(index, _FAR)

    def to_date(self, index: int) -> int:
        """Return how many lines stand between the line and a date or a byline: 3 at most, else 9."""
        return next((step for step in range(4) if self.kind(index + 1 + step).lstrip("*") in _DATES), 9)


def head_of(lines: Sequence[Segment], rules: Sequence[str | None], lead: int) -> Head:
    """Return the lines at the top and around the lead, with their kinds."""
    top, around = min(len(lines), _TOP), range(max(0, lead - _ABOVE), min(len(lines), lead + _BELOW))
    kinds = {index: kind(lines[index], rules[index]) for index in (*range(min(top, around.start)), *around)}
    return Head(lines, lead, kinds, _to_sentences(kinds))


def _to_sentences(kinds: Mapping[int, str]) -> dict[int, int]:
    found, distance = {}, _FAR
    for index in reversed(tuple(kinds)):
        found[index] = distance
        distance = 0 if kinds[index] in _SENTENCES else distance + 1
    return found


def kind(line: Segment, rule: str | None) -> str:
    """Return the rule that cuts the line, or what it looks like; a star stands for a list mark before it."""
    if rule:
        return rule
    look = _remembered(line.prose) if len(line.prose) <= _LINE else _look(line.prose)
    return f"*{look}" if line.marks and look != _NOTHING else look


def _look(prose: str) -> str:
    words = prose.split(maxsplit=_LONG)
    count = len(words)
    if not words:
        return _NOTHING
    if count <= _SHORT and words[0].lower().strip(":") in _BY:
        return "by"
    if count <= _SHORT and _FIGURE.search(prose):
        return "9"
    if count <= _LABEL:
        return "1" if count == 1 else "N" if all(word[0].isupper() for word in words) else "s"
    if count >= _SENTENCE and prose.endswith(_ENDS):
        return "S" if count < _LONG else "L"
    return "h" if count < _HEADLINE else "H" if count < _LONG else "L"


_remembered = lru_cache(_REMEMBERED)(_look)
