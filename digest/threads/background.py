"""How much a word tells of an event: common words tell nothing, rare ones most (IDF; Spärck Jones 1972).

A young digest has no document frequencies of its own, so those of a background of news count like so many articles
more. The articles at hand count too: in a digest of one war the war's name tells little. The background is English; in
other languages short words are taken for common ones, which they are (Zipf 1935), and the commonest are listed.

It also tells a headline that is not English from one that may be: where nobody said or showed its language, the site's
stands in, and the names in a foreign one would join it to English articles.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.model import Article
from digest.threads.terms import stem
from digest.tools.text import primary_language, words

COUNTS_AS = 500  # articles
_COMMON = 0.15  # share of background documents from which a word tells nothing of the event
_RARE = 4.0  # documents that a word counts for which the background does not know
_SHARES = (1.0, 1.0, 1.0, 1.0, 0.1, 0.05, 0.02, 0.01)  # of documents with a foreign word, by its signs
_LONG = 0.002  # of documents with a longer one
_UNSPACED_FROM = 0x0E00  # scripts from here on are compared by pairs of signs, or write syllables
_LEAST_WORDS = 3  # of a text of which can be said that it is not English
_KNOWN = 0.4  # of the words of an English headline, at least; one in two hundred knows fewer
_SIGNS = 1_000  # of an article in which is looked; a longer one shows its language otherwise
_UNKNOWN = "und-latn"
_PAIRS = (0.002, 0.05, 1.0)  # of documents with a pair of signs, by how many are hiragana, which write little words


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of how many documents of English news each stem stands."""

    documents: int
    counts: Mapping[str, int]

    def share(self, word: str, language: str) -> float:
        """Return the share of documents with `word` that is expected, 0..1; 1 for what tells nothing."""
        if len(word) == 1 and word.isascii():
            return 1.0
        if language == "en" or not word.isalpha() or not word[0].isalpha():
            share = self.counts.get(word, _RARE) / self.documents
            return 1.0 if share > _COMMON else share
        return _foreign(word)


def _foreign(word: str) -> float:
    if word.isascii() or ord(word[0]) < _UNSPACED_FROM:
        return _SHARES[len(word)] if len(word) < len(_SHARES) else _LONG
    little = sum(_is_hiragana(sign) for sign in word)
    return _PAIRS[little] if len(word) == 2 else _LONG


def _is_hiragana(sign: str) -> bool:
    return "\u3040" <= sign <= "\u309f"


def language(article: Article) -> str:
    """Return the language that an article is compared in; articles of two are never of one event by the machine."""
    found = primary_language(article.lang)
    is_assumed = article.origins.lang == "digest.yaml"
    return _UNKNOWN if is_assumed and found == "en" and not _may_be_english(article) else found


def _may_be_english(article: Article) -> bool:
    text = f"{article.title} {' '.join(article.paragraphs[:1])}"[:_SIGNS]
    told = [stem(word) for word in words(text) if word.isalpha() and len(word) > 1]
    known = sum(word in background().counts for word in told)
    return len(told) < _LEAST_WORDS or known >= _KNOWN * len(told)


@cache
def background() -> Background:
    """Return the table that `bench/count_words.py` made. Read when first needed: it costs some milliseconds."""
    table = json.loads(files("digest.threads").joinpath("background.json").read_text("utf-8"))
    return Background(table["documents"], table["counts"])
