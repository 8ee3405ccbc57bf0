"""What may be the title of a scrape: lines of the head, as they stand and without what is glued to them.

Browsers' titles name the outlet at their end, lists number their entries, and long lines hold more than the title: each
way to read a line is a candidate of its own. The same text may stand in the head several times, for the browser and for
the reader, so candidates of the same words are one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.articles.scrape.segments import Segment

_NEAR = 50  # lines above the lead that may be its title; further up stand menus
_TOP = 6  # lines of the page's beginning, where the browser's title stands
_BELOW = 12  # lines from the lead on: what seems to be the lead may stand above the title
_LONGEST = 260  # signs
_SHORTEST = 9  # signs of a line of one word
_LEAST_BEFORE, _LEAST_AFTER = 1, 2  # spaces in what is left beside the outlet's name
_SITE = re.compile(r"\s[|–—·•»-]\s|\s?[|｜]\s?|\s::\s")
_MOST_SITES = 4
_SAME_HEAD = 3  # lines between a title and its repetition before the same text
_LEAST_SPACES = 10  # in a sentence of the body
_SENTENCE_ENDS = (".", ".”", '."', ".»", "。")
_REMEMBERED = 20_000  # lines; menus recur on page after page
_NUMBER = re.compile(r"\d{1,2}\.\s")
_WORD = re.compile(r"\w+")
# A caption or a copyright; but "In photos: ..." opens a headline.
_CAPTION = re.compile(r"©|\(c\)\s?[^\W\d_]|.{40}[\s.()\[](?:fotos?|photos?|bild)\s?:.{1,60}$", re.IGNORECASE)


class Candidate(NamedTuple):
    """What may be a title, and how it was read."""

    text: str
    at: int  # index of the segment in which it begins
    way: str  # "line", "before site", "after site", "numbered" or "span"
    signs: tuple[str, ...] = ()  # features that only the way knows
    times: int = 1  # how often its words are a candidate
    on_top: bool = False  # they are one in the first line

    @property
    def plain(self) -> str:
        """Return its words, by which candidates are the same."""
        return _plain(self.text)


def candidates(
    lines: Sequence[Segment], rules: Sequence[str | None], lead: int, spans: Iterable[Candidate]
) -> list[Candidate]:
    """Return the candidates of the head, each with other words."""
    merged: dict[str, Candidate] = {}
    for found in (*_readings_of(lines, rules, lead), *spans):
        if plain := found.plain:
            merged[plain] = _merged(merged[plain], found, lead) if plain in merged else found
    return [found if found.at else found._replace(on_top=True) for found in merged.values()]


def _merged(one: Candidate, other: Candidate, lead: int) -> Candidate:
    """Return the one that stands where titles stand, and that the other is there too; of two in one head the first."""
    same_head = one.way == other.way == "line" and other.at - one.at <= _SAME_HEAD
    best = one if same_head else max((one, other), key=lambda each: _rank(each, lead))
    return best._replace(times=one.times + 1, on_top=one.on_top or not one.at or not other.at)


def _rank(candidate: Candidate, lead: int) -> tuple[bool, bool, int]:
    above = candidate.at if candidate.at <= lead else -candidate.at
    return 0 < candidate.at <= lead, candidate.way == "line", above


def _readings_of(lines: Sequence[Segment], rules: Sequence[str | None], lead: int) -> Iterator[Candidate]:
    near, end = max(0, lead - _NEAR), min(len(lines), lead + _BELOW)
    for index in (*range(min(near, _TOP)), *range(near, end)):
        prose = lines[index].prose
        looked_at = not rules[index] and len(prose) <= 2 * _LONGEST and (" " in prose or len(prose) >= _SHORTEST)
        if looked_at and (index < lead or not _is_sentence(prose)) and not _CAPTION.search(prose):
            yield from [Candidate(text, index, way) for text, way in _readings(prose)]


def _is_sentence(prose: str) -> bool:
    return prose.endswith(_SENTENCE_ENDS) and prose.count(" ") >= _LEAST_SPACES


@lru_cache(_REMEMBERED)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


@lru_cache(_REMEMBERED)
def _readings(prose: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to read a line, each with its name."""
    found = ((prose, "line"), *_beside_sites(prose))
    if number := _NUMBER.match(prose):
        found = (*found, (prose[number.end() :], "numbered"))
    return tuple((text, way) for text, way in found if len(text) <= _LONGEST)


def _beside_sites(prose: str) -> Iterator[tuple[str, str]]:
    sites = list(_SITE.finditer(prose))
    for site in sites if len(sites) <= _MOST_SITES else (*sites[:2], *sites[-2:]):
        if prose.count(" ", 0, site.start()) >= _LEAST_BEFORE:
            yield prose[: site.start()], "before site"
        if prose.count(" ", site.end()) >= _LEAST_AFTER:
            yield prose[site.end() :], "after site"
