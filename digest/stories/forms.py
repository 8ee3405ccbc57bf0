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
from digest.stories.wordlists import BEGINNINGS, CALENDAR, IGNORED, MONTHS, NUMBERS, SCALES, TITLES, VAGUE_WORDS

Result = TypeVar("Result")
Kind = Literal["word", "name", "start", "figure", "day", "ignored"]

_MANY = 100_000  # written words that are remembered; a language's news has about half as many
_POSSESSIVE = re.compile(r"['’]s?$")
_NAMES_TOO = frozenset({"may", "will"})  # with a capital within a sentence
_COUNTING = frozenset({*NUMBERS, *SCALES, *VAGUE_WORDS})


class Token(NamedTuple):
    """A word of a sentence."""

    raw: str  # in lower case, without 's
    key: str  # the same for all words of one sense; of a figure its value and unit, "#5|percent"
    kind: Kind  # "start": a capital that only the sentence's beginning may account for
    possessive: bool = False  # "the mayor's"


class Known(dict[str, Result]):
    """What a pure function told of words, asked for where it is needed first; a look-up is quicker than a call."""

    def __init__(self, ask: Callable[[str], Result]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Result:
        found = self[word] = self._ask(word)
        if len(self) > _MANY:  # an attacker makes words up
            self.clear()
        return found


def _may_count(written: str) -> bool:
    """Return whether a word may belong to a figure, or is the month that is a verb too."""
    parts = written.casefold().split("'")
    is_may = written[0] == "M" and "may" in parts
    return is_may or not _COUNTING.isdisjoint(parts) or any(sign.isdecimal() for sign in written)


def _is_month(written: str) -> bool:
    """Return whether a word, or what is before its apostrophe, is a month's name or is short for one."""
    return not MONTHS.isdisjoint(written.casefold().split("'"))


def _token(written: str, *, opens: bool) -> Token:
    full = written.casefold()
    raw = _POSSESSIVE.sub("", full) if "'" in full else full
    upper = written[0].isupper()
    if raw in IGNORED and not (upper and _is_name_too(written, raw, opens=opens)):
        return Token(raw, raw, "ignored")
    key = sense(raw)
    if not upper or raw in CALENDAR or raw in TITLES or (opens and (raw in BEGINNINGS or ":" in key)):
        return Token(raw, key, "word", raw != full)
    return Token(raw, name_key(written), "start" if opens else "name", raw != full)


def _is_name_too(written: str, raw: str, *, opens: bool) -> bool:
    """Return whether a word that else says nothing is a name here: WHO, US, in May."""
    return (len(written) > 1 and written.isupper()) or (raw in _NAMES_TOO and not opens)


TOKENS = Known(partial(_token, opens=False))
OPENING = Known(partial(_token, opens=True))  # where a sentence begins with the word
COUNTING = Known(_may_count)
IN_DATES = Known(_is_month)
