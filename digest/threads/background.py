"""How much a word tells of an event: common words tell nothing, rare ones most (IDF; Spärck Jones 1972).

A young digest has no document frequencies of its own, so those of a background of news count like so many articles
more. The articles at hand count too: in a digest of one war the war's name tells little. The background is English; in
other languages short words are taken for common ones, which they are (Zipf 1935), and the commonest are listed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COUNTS_AS = 500  # articles
_COMMON = 0.15  # share of background documents from which a word tells nothing of the event
_RARE = 4.0  # documents that a word counts for which the background does not know
_SHARES = (1.0, 1.0, 1.0, 1.0, 0.1, 0.05, 0.02, 0.01)  # of documents with a foreign word, by its signs
_LONG = 0.002  # of documents with a longer one
_UNSPACED_FROM = 0x0E00  # scripts from here on write pairs of signs or syllables, of which few are common


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
    if not word.isascii() and ord(word[0]) >= _UNSPACED_FROM:
        return _LONG
    return _SHARES[len(word)] if len(word) < len(_SHARES) else _LONG


@cache
def background() -> Background:
    """Return the table that `bench/count_words.py` made. Read when first needed: it costs some milliseconds."""
    table = json.loads(files("digest.threads").joinpath("background.json").read_text("utf-8"))
    return Background(table["documents"], table["counts"])
