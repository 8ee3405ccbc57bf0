"""The lines of scrapes as numbers, so that those that stand on several pages are found without keeping a text.

Most lines of a batch stand in it once. A first reading marks each line's place in a table of fixed size, and only lines
whose place is marked by two pages get a key of their own in a second reading (the filter of Park, Chen and Yu 1995).
What shares a place by chance falls out again, so nothing depends on how a text is hashed.
"""

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import compress, islice
from zlib import crc32

from digest.articles.references import unescaped
from digest.articles.scrape.segments import segments
from digest.tools.text import SENTENCE_ENDS

_PLACES = 1 << 24  # of the filter, a byte each
_MARKS = "#>*•·▪● "  # of lists and quotes, before a line; they come and go with the scraper
_MOST_LINES = 5_000  # of a page; the longest honest ones have some hundred
_UNCUT = 1_200  # signs of a line that is not cut into sentences
_STOPS = SENTENCE_ENDS + "\"”’»')]"
_SHORTEST_SENTENCE = 20  # signs; shorter ones are labels ("Sign in.")
_LONGEST_LABEL = 140  # signs; what is longer is prose, whatever it ends with
_LONG_WORD, _SHORT_WORD, _PAIR = re.compile(r"\w{6,}"), re.compile(r"\w{2,}"), re.compile(r"\w{2}")
_SIGNS_PER_SPACE = 12  # where a text has fewer spaces, its script parts no words
_WORDS_PER_LONG_WORD = 8  # where fewer are long, as in Korean, short ones tell as much
_WORD_BITS = 8_192
_REMEMBERED = 50_000  # lines; menus recur on page after page
_LINE_LOOKED_AT, _LINES_LOOKED_AT = 160, 60  # signs of a line of prose, and such lines: what an article is about


@dataclass(frozen=True, slots=True)
class PageLines:
    """What a page has in common with others, and what it takes to say how much that is."""

    labels: frozenset[int]  # the keys of its lines that are no sentences and stand on other pages too
    prose: frozenset[int]  # those of its sentences and paragraphs
    lines: int  # different ones, wherever else they stand
    paragraphs: int  # different ones that are prose
    words: int  # those of its prose, a bit each; two words may share one


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is kept of the first reading of a page."""

    places: Sequence[int]  # in the filter, of its lines in order
    lines: int
    paragraphs: int
    words: int


def key_of(prose: str) -> int:
    """Return the number (BLAKE2b, 64 bits) that stands for a line, whatever its case, spaces and list marks."""
    return _remembered(prose) if len(prose) <= _LONGEST_LABEL else _key(_normal(prose))


@lru_cache(_REMEMBERED)
def _remembered(prose: str) -> int:
    return _key(_normal(prose))


def page_lines(texts: Sequence[str]) -> tuple[list[PageLines], Mapping[int, int]]:
    """Return what each of `texts` has in common with the others, and the words of each line of prose that is shared."""
    readings = [_reading(text) for text in texts]
    marked = _marked_twice(readings)
    keys: dict[str, int] = {}
    words: dict[int, int] = {}
    found = [_shared(text, reading, marked, keys, words) for text, reading in zip(texts, readings, strict=True)]
    times = Counter(key for own in found for key in own)
    alone = frozenset(key for key, many in times.items() if many == 1)
    return [_page(reading, set(own) - alone, words) for reading, own in zip(readings, found, strict=True)], words


def _reading(text: str) -> _Reading:
    lines = [_normal(line) for line in _lines(text)]
    different = dict.fromkeys(lines)
    prose = [line for line in different if len(line) >= _SHORTEST_SENTENCE and _is_prose(line)]
    places = array("I", [hash(line) % _PLACES for line in lines])
    return _Reading(
        places,
        len(different),
        len(prose),
        _word_bits("\n".join([line[:_LINE_LOOKED_AT] for line in prose[:_LINES_LOOKED_AT]])),
    )


def _marked_twice(readings: Sequence[_Reading]) -> bytearray:
    """Return a table of all places, with 1 where two pages at least have a line."""
    once, twice = bytearray(_PLACES), bytearray(_PLACES)
    for reading in readings:
        for place in set(reading.places):
            (twice if once[place] else once)[place] = 1
    return twice


def _shared(
    text: str, reading: _Reading, marked: bytearray, keys: dict[str, int], words: dict[int, int]
) -> Sequence[int]:
    """Return the keys of lines that may stand on other pages; `keys` grows by new lines, `words` by those of prose."""
    some = set(compress(_lines(text), map(marked.__getitem__, reading.places)))
    for raw in some.difference(keys):
        line = _normal(raw)
        keys[raw] = key = 0 if _is_fragment(raw) else _key(line)
        if key and _is_prose(line):
            words[key] = _word_bits(line)
    return array("Q", {keys[raw] for raw in some if keys[raw]})  # a set of a whole batch would take ten times as much


def _page(reading: _Reading, shared: set[int], words: Mapping[int, int]) -> PageLines:
    prose = frozenset(key for key in shared if key in words)
    return PageLines(frozenset(shared - prose), prose, reading.lines, reading.paragraphs, reading.words)


def _is_fragment(raw: str) -> bool:
    """Return whether a line has no word, or is a piece of a sentence: some scrapers break lines at links."""
    first = raw.strip().lstrip(_MARKS)[:1]
    return first.islower() or not any(map(str.isalpha, raw))


def _lines(text: str) -> list[str]:
    some = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    lines = [unescaped(line) if "&" in line else line for line in some if line]
    if max(map(len, lines), default=0) <= _UNCUT:
        return lines
    return list(islice((piece for line in lines for piece in _pieces(line)), _MOST_LINES))


def _pieces(line: str) -> Sequence[str]:
    return [segment.text for segment in segments(line, 1)] if len(line) > _UNCUT else (line,)


def _normal(line: str) -> str:
    return " ".join(line.casefold().split()).lstrip(_MARKS)


def _key(normal: str) -> int:
    return int.from_bytes(blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _is_prose(normal: str) -> bool:
    signs = len(normal)
    return signs > _LONGEST_LABEL or (signs >= _SHORTEST_SENTENCE and normal[-1] in _STOPS)


def _word_bits(text: str) -> int:
    """Return the long words of a text, a bit each."""
    bits = bytearray(b"0" * _WORD_BITS)
    for place in map(crc32, {word.encode(errors="surrogatepass") for word in _words(text)}):
        bits[place % _WORD_BITS] = ord("1")
    return int(bits, 2)


def _words(text: str) -> list[str]:
    spaces = text.count(" ")
    if spaces * _SIGNS_PER_SPACE < len(text):
        return _PAIR.findall(text)
    long = _LONG_WORD.findall(text)
    return long if len(long) * _WORDS_PER_LONG_WORD > spaces else _SHORT_WORD.findall(text)
