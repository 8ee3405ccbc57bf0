"""What a sentence says, as far as every sentence is asked for it: its words and figures.

What compares two sentences in depth (`terms.py`) is asked only of those that these bring together.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from digest.stories.forms import Known, Token
from digest.stories.tokens import Tokens, credit, tokens
from digest.stories.wordlists import FUNCTION_WORDS
from digest.tools.text import words

_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL = re.compile(r"(?<=[^\Ws]{3})s$")
_LONGEST = 150  # words; what is longer is no sentence, and is a repeat only of its own words
_UNSAID = frozenset({"ignored", "figure", "day"})


class Gist(NamedTuple):
    """The words of a sentence."""

    tokens: Tokens  # no more than can be compared
    credited: Collection[int]  # places of those that only tell who said the rest
    spelling: Sequence[str]  # all words
    told: Sequence[str]  # the keys without those of who said it, in order; all, where little else is left
    keys: frozenset[str]  # of all words but figures, and of the days of dates
    measures: frozenset[tuple[str, str]]  # those figures that have a unit, with it
    counts: bool  # it has figures
    whole: bool  # not too long to be compared


def gist(text: str) -> Gist:
    """Return what a sentence says.

    >>> gist("Five boats burnt in Port Amber.").told
    ['56:5', '90:0', 'port', 'amb']
    """
    every = tokens(text)
    whole = len(every.found) <= _LONGEST
    those = every if whole else Tokens(every.found[:_LONGEST], every.pieces[:_LONGEST], every.written, every.plain)
    found, credited = those.found, credit(those)
    body = [token for place, token in enumerate(found) if place not in credited] if credited else found
    figures = [token for token in found if token.kind == "figure"]
    return Gist(
        those, credited, _spelling(text, every),
        told=_told(body, found),
        keys=frozenset([key for _, key, kind, _ in found if kind not in _UNSAID or kind == "day"]),
        measures=frozenset([(token.raw, unit) for token in figures if (unit := token.key.rpartition("|")[2])]),
        counts=bool(figures), whole=whole,
    )  # fmt: skip


def _spelling(text: str, every: Tokens) -> Sequence[str]:
    return [*map(str.casefold, every.written)] if every.plain else words(text)


def _told(body: Sequence[Token], every: Sequence[Token]) -> Sequence[str]:
    keys = _compared(body)
    return keys if len(keys) > 2 or body is every else _compared(every)


def _compared(found: Iterable[Token]) -> Sequence[str]:
    return [key for raw, key, kind, _ in found if kind not in _UNSAID and len(raw) > 1]


def content(spelling: Iterable[str]) -> tuple[str, ...]:
    """Return all words but those that stand in every sentence, each once.

    >>> sorted(content(["the", "mayor's", "boats", "burnt"]))
    ['boat', 'burnt', 'mayor']
    """
    found = {*map(_CONTENT.__getitem__, spelling)}
    found.discard("")
    return tuple(found)


def _content(word: str) -> str:
    """Return a word without its ending, or "" for one that stands in every sentence."""
    stem = _PLURAL.sub("", _POSSESSIVE.sub("", word))
    return stem if len(stem) > 1 and stem not in FUNCTION_WORDS else ""


_CONTENT = Known(_content)
