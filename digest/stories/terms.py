"""What a sentence says, as far as a machine can compare it: its content words, figures, names and negations."""

import re
from dataclasses import dataclass
from functools import lru_cache

from digest.stories.figures import figures
from digest.stories.wordlists import CALENDAR, FUNCTION_WORDS, MODALS, NEGATIONS, NUMBERS, SCALES
from digest.tools.text import words

_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]{0,40}")
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL = re.compile(r"(?<=[^\Ws]{3})s$")


@dataclass(frozen=True, slots=True)
class Terms:
    """The parts of a sentence that decide whether another says the same."""

    content: frozenset[str]
    figures: frozenset[str]
    measures: frozenset[tuple[str, str]]  # those figures that have a unit, with it
    names: frozenset[str]  # capitalised words, in lower case; also the first, which may be a name or not
    wording: tuple[str, ...]  # the content words but numbers, in order
    negated: bool
    modal: frozenset[str]


@lru_cache(maxsize=200_000)
def terms(text: str) -> Terms:
    """Return what can be compared of a sentence.

    >>> sorted(terms("Five boats, not 1,200, burnt in Port Amber.").figures)
    ['1200', '5']
    """
    found = words(text)
    plain = [word for word in map(_stem, found) if word not in FUNCTION_WORDS and len(word) > 1]
    counted = frozenset(figures(text))
    return Terms(
        content=frozenset(plain),
        figures=frozenset(figure for figure, _ in counted),
        measures=frozenset((figure, unit) for figure, unit in counted if unit),
        names=_names(text),
        wording=tuple(word for word in plain if not _is_number(word)),
        negated=any(word in NEGATIONS or word.endswith("n't") for word in found),
        modal=frozenset(found) & MODALS,
    )


def _names(text: str) -> frozenset[str]:
    names = {_stem(name.casefold().replace("’", "'")) for name in _NAME.findall(text)}
    return frozenset(name for name in names - FUNCTION_WORDS - CALENDAR if not _is_number(name.partition("-")[0]))


def _is_number(word: str) -> bool:
    return word in NUMBERS or word in SCALES or word[0].isdigit()


def _stem(word: str) -> str:
    return _PLURAL.sub("", _POSSESSIVE.sub("", word))
