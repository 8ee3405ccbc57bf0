"""What a sentence says that has figures or credits somebody: its words, its figures, and which words tell who said it.

Of other sentences the words alone are asked (`outline.py`); what compares two in depth (`terms.py`) begins with this.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from digest.stories.forms import Token
from digest.stories.tokens import Cut, Tokens, credit, tokens
from digest.tools.text import words

LONGEST = 150  # words; what is longer is no sentence, and is a repeat only of its own words
_UNSAID = frozenset({"ignored", "figure", "day"})


class Gist(NamedTuple):
    """The words of a sentence."""

    tokens: Tokens  # no more than can be compared
    credited: Collection[int]  # places of those that only tell who said the rest
    told: Sequence[str]  # the keys without those of who said it, in order; all, where little else is left
    keys: frozenset[str]  # of all words but figures, and of the days of dates
    measures: frozenset[tuple[str, str]]  # those figures that have a unit, with it
    counts: bool  # it has figures
    whole: bool  # not too long to be compared


def gist(sentence: Cut) -> Gist:
    """Return what a sentence says.

    >>> from digest.stories.tokens import cut
    >>> gist(cut("Five boats burnt in Port Amber.")).told
    ['56:5', '90:0', 'port', 'amb']
    """
    every = tokens(sentence)
    short = len(every.found) <= LONGEST
    those = every if short else Tokens(every.found[:LONGEST], every.pieces[:LONGEST])
    found, credited = those.found, credit(those)
    body = [token for place, token in enumerate(found) if place not in credited] if credited else found
    figures = [token for token in found if token.kind == "figure"]
    return Gist(
        those, credited,
        told=_told(body, found),
        keys=frozenset([key for _, key, kind, _ in found if kind not in _UNSAID or kind == "day"]),
        measures=frozenset([(token.raw, unit) for token in figures if (unit := token.key.rpartition("|")[2])]),
        counts=bool(figures), whole=short and sentence.whole,
    )  # fmt: skip


def spelling(sentence: Cut) -> Sequence[str]:
    """Return all words of a sentence in lower case."""
    return [form.reading.folded for form in sentence.forms] if sentence.plain else words(sentence.text)


def _told(body: Sequence[Token], every: Sequence[Token]) -> Sequence[str]:
    keys = _compared(body)
    return keys if len(keys) > 2 or body is every else _compared(every)


def _compared(found: Iterable[Token]) -> Sequence[str]:
    return [key for raw, key, kind, _ in found if kind not in _UNSAID and len(raw) > 1]
