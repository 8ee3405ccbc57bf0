"""Which sentence a curator's file names: by its article, its number in it, and the words that stood there.

An article may be edited after that, and its sentences then have other numbers. So the words decide: where they stand
at another number alone, that sentence is meant; where they stand nowhere, the word is of a sentence that is no more.
"""

import re

from digest.model import Article, Mark
from digest.tools.text import normalise

_NAMED = re.compile(r"\s{0,9}(\S.{0,399}?)#(\d{1,6})(?:\s+(\S.*))?", re.DOTALL)
_GOES_ON = "…"
_WRITTEN = 300  # signs of a sentence that a file has at most; of a longer one it has the beginning


def named(name: str) -> tuple[str, int, str] | None:
    """Return the article, the number and the words of a sentence's name; None where it is none.

    >>> named("a-7f3c91d2e4#5 Two boats burnt."), named("boats.md#0"), named("Two boats burnt.")
    (('a-7f3c91d2e4', 5, 'Two boats burnt.'), ('boats.md', 0, ''), None)
    """
    found = _NAMED.fullmatch(name)
    return (found[1], int(found[2]), _plain(found[3] or "")) if found else None


def number_of(article: Article, number: int, words: str) -> int | None:
    """Return the number of the sentence that is meant, which an edit may have changed; None where there is none."""
    if not words:
        return number if number < len(article.sentences) else None
    with_words = [place for place, each in enumerate(article.sentences) if _has(each.text, words)]
    if number in with_words:
        return number
    return with_words[0] if len(with_words) == 1 else None


def spelled(article: Article, number: int) -> str:
    """Return how a file names a sentence: the mark and the words, of a long one the beginning."""
    words = _plain(article.sentences[number].text)
    if len(words) > _WRITTEN:
        words = f"{words[:_WRITTEN].rsplit(' ', 1)[0]}{_GOES_ON}"
    return f"{Mark(article.id, number)} {words}".rstrip()


def _has(text: str, words: str) -> bool:
    """Return whether a sentence ends with these words: `digest explain` leaves out the place that a report is from."""
    plain = _plain(text)
    return words[:-1] in plain if words.endswith(_GOES_ON) else plain.endswith(words)


def _plain(text: str) -> str:
    return " ".join(normalise(text).split())
