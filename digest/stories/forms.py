"""Written words and what each of them stands for in a sentence, found out once for each.

A language uses few words very often: of a hundred words of news ninety have been met before. So what can be told of a
word by itself is remembered, and a sentence costs one look-up a word.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple, TypeVar

from digest.stories.names import name_key
from digest.stories.senses import sense
from digest.stories.signs import COUNTS, LEANING, LEANS, LETTER, signs_of
from digest.stories.wordlists import BEGINNINGS, CALENDAR, FUNCTION_WORDS, IGNORED, TITLES

Result = TypeVar("Result")
Kind = Literal["word", "name", "start", "figure", "day", "ignored"]

_MANY = 100_000  # written words that are remembered; a language's news has about half as many
_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL = re.compile(r"(?<=[^\Ws]{3})s$")
_UNSAID = frozenset({"ignored", "figure", "day"})
_NAMES_TOO = frozenset({"may", "will"})  # with a capital within a sentence


class Token(NamedTuple):
    """A word of a sentence."""

    raw: str  # in lower case, without 's
    key: str  # the same for all words of one sense; of a figure its value and unit, "#5|percent"
    kind: Kind  # "start": a capital that only the sentence's beginning may account for
    possessive: bool = False  # "the mayor's"


class Reading(NamedTuple):
    """What a word tells in a sentence without figures in which nobody is credited."""

    folded: str  # in lower case
    key: str  # the token's, where the word says something; else ""
    content: str  # without its ending; "" for a word that stands in every sentence
    signs: int  # of what its sentence must be searched for


class Form(NamedTuple):
    """All that a word stands for."""

    token: Token
    reading: Reading
    counts: int  # its sign of a figure, or 0


class Known(dict[str, Result]):
    """What a pure function told of words, asked for where it is needed first; a look-up is quicker than a call."""

    def __init__(self, ask: Callable[[str], Result], most: float = _MANY) -> None:
        super().__init__()
        self._ask, self._most = ask, most

    def __missing__(self, word: str) -> Result:
        found = self[word] = self._ask(word)
        if len(self) > self._most:  # an attacker makes words up
            self.clear()
        return found


def _form(written: str, *, opens: bool) -> Form:
    folded = written.casefold()
    folded = written if folded == written else folded  # one of two equal texts is met in memory more quickly
    token = _token(written, folded, opens=opens)
    key, signs = "" if token.kind in _UNSAID else token.key, signs_of(written)
    if opens and folded.partition("'")[0] in LEANING:
        signs |= LEANS
    if key and len(token.raw) == 1:
        signs |= LETTER
    return Form(token, Reading(folded, key, _content(folded), signs), signs & COUNTS)


def _token(written: str, folded: str, *, opens: bool) -> Token:
    raw = _POSSESSIVE.sub("", folded) if "'" in folded else folded
    upper = written[0].isupper()
    if raw in IGNORED and not (upper and _is_name_too(written, raw, opens=opens)):
        return Token(raw, raw, "ignored")
    key = sense(raw)
    if not upper or raw in CALENDAR or raw in TITLES or (opens and (raw in BEGINNINGS or ":" in key)):
        return Token(raw, key, "word", raw != folded)
    return Token(raw, name_key(written), "start" if opens else "name", raw != folded)


def _is_name_too(written: str, raw: str, *, opens: bool) -> bool:
    """Return whether a word that else says nothing is a name here: WHO, US, in May."""
    return (len(written) > 1 and written.isupper()) or (raw in _NAMES_TOO and not opens)


def _content(word: str) -> str:
    """Return a word without its ending, or "" for one that stands in every sentence."""
    bare = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
    stem = _PLURAL.sub("", bare) if bare.endswith("s") else bare
    return stem if len(stem) > 1 and stem not in FUNCTION_WORDS else ""


CONTENT = Known(_content)  # of words in lower case
FORMS = Known(partial(_form, opens=False))
OPENING = Known(partial(_form, opens=True))  # where a sentence begins with the word
