"""What a sentence says, as far as a machine can compare it: its content words, figures, names and negations."""

import re
from dataclasses import dataclass
from functools import lru_cache

from digest.stories.wordlists import FUNCTION_WORDS, MODALS, NEGATIONS, NUMBERS
from digest.tools.text import words

_FIGURE = re.compile(r"\d[\d.,:]{0,30}\d|\d")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]{0,40}")
_FIRST = re.compile(r"\W{0,9}\w{1,40}")  # it has a capital whether it is a name or not
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL = re.compile(r"(?<=[^\Ws]{3})s$")


@dataclass(frozen=True, slots=True)
class Terms:
    """The parts of a sentence that decide whether another says the same."""

    content: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]  # capitalised words that do not begin the sentence, in lower case
    negated: bool
    modal: frozenset[str]


@lru_cache(maxsize=200_000)
def terms(text: str) -> Terms:
    """Return what can be compared of a sentence.

    >>> sorted(terms("Five boats, not 1,200, burnt in Port Amber.").figures)
    ['1200', '5']
    """
    found = words(text)
    plain = [_stem(word) for word in found]
    return Terms(
        content=frozenset(word for word in plain if word not in FUNCTION_WORDS and len(word) > 1),
        figures=figures(text),
        names=_names(text),
        negated=any(word in NEGATIONS or word.endswith("n't") for word in found),
        modal=frozenset(found) & MODALS,
    )


def _names(text: str) -> frozenset[str]:
    first = _FIRST.match(text)
    found = _NAME.findall(text, first.end() if first else 0)
    names = {_stem(name.casefold().replace("’", "'")) for name in found}
    return frozenset(names - FUNCTION_WORDS)


def figures(text: str) -> frozenset[str]:
    """Return the numbers of a text, in digits, whether it writes them in digits or in words."""
    digits = {_THOUSANDS.sub("", figure) for figure in _FIGURE.findall(text)}
    return frozenset(digits | {NUMBERS[word] for word in words(text.replace("-", " ")) if word in NUMBERS})


def _stem(word: str) -> str:
    return _PLURAL.sub("", _POSSESSIVE.sub("", word))
