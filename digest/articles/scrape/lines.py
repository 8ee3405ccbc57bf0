"""What one line looks like: the features by which the line model tells prose from boilerplate.

Every feature is a name that holds or does not ("a full stop ends it", "10 to 14 words"). Measures are cut into ranges,
so that a linear model can learn that both very short and very long lines are suspect, and the weights stay readable.
Names are made of groups of such small values, of which there are few: who asks for many lines need not make each anew.
Words count one by one: "subscribe" and "newsletter" tell more than any measure. Languages share one model; the function
words of the languages that feeds come in stand for "this is a sentence".
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import compress
from typing import Any, NamedTuple

LOOKED_AT = 5_000  # signs; hostile lines are longer
_WORDS_LOOKED_AT = 40  # what a line is shows in its first words
_SIGNS_LOOKED_AT = 600  # for them
_SHORT = 12  # words; up to here a line may be a label, and its words mean something else than in prose
_SIGNS_PER_WORD = 12  # of scripts that write no spaces, as a bound for the count of words

_WORD_COUNTS = (1, 2, 3, 4, 5, 7, 10, 15, 20, 28, 40, 60, 90)
_TENTHS = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_FEW = (1, 2, 3, 5)
_LENGTHS = (2, 3, 4, 5, 6, 7, 9)
_SIGNS = (3, 8, 15, 30, 60, 120)
_SCRIPTS = ("Latin", "Greek", "Cyrillic", "-", "Hebrew", "Arabic", "Indic", "-", "Kana", "-", "Han", "-", "Hangul", "-")
_SCRIPT_ENDS = (0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0xE80, 0x3040, 0x3100, 0x4E00, 0xA000, 0xAC00, 0xD7B0)
_SIGNS_OF_SCRIPT = 20  # looked at

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = bytes(
    code + 32 if 65 <= code <= 90 else code if 97 <= code <= 122 else 32 for code in range(256)
)  # of ASCII
_TYPOGRAPHY = "’‘“”–—…"  # of text that else is ASCII
_LINK = re.compile(r"https?:|www\.|\.com\b|@\w|#\w")
_REMEMBERED = 10_000  # first or last signs
_FUNCTION_WORDS = frozenset(
    "the a an of to in on at for with by from as that this it its is are was were be been has have had will would "
    "not but and or who which he she they his her their we you i said says than when after over into about more "
    "also if there der die das den dem des ein eine einer und oder ist sind war im zu von mit auf für nicht auch "
    "sich dass als bei le la les l un une du de et ou est sont dans pour que qui sur pas au aux avec ce plus par ne "
    "se il elle el los las del y en por con una su sus al lo como más fue ha o na no os da do em um uma com para "
    "não di che non per è sono nel della het van een dat met op te zijn voor niet och att som på av är med til nie "
    "się z w jest v je že".split()
)


Group = tuple[Callable[..., list[str]], tuple[Any, ...]]  # features that go together: who names them, by what values


class Vocabulary(NamedTuple):
    """What begins the names of the features of words: of each word of a line, of its first, and of its last one."""

    each: str
    first: str
    last: str  # "" where the last word is not known


class Look(NamedTuple):  # of which there is one for each line: a dataclass that is frozen takes twice as long to make
    """A line's features: as values that are few, so that names need not be made for each line, and as its words."""

    groups: tuple[Group, ...]
    words: list[str]
    vocabulary: Vocabulary


# Of labels, of prose, and of long prose, whose end is not looked at.
VOCABULARIES = (Vocabulary("w", "firstw", "lastw"), Vocabulary("p", "firstp", "lastp"), Vocabulary("p", "firstp", ""))
_LONG = 2  # the number of the last


def line_features(text: str, marks: str) -> list[str]:
    """Return the names of the features that hold for a line, without those of its place."""
    groups, words, named = look(text, marks)
    names = [*names_of(groups), *[named.each + word for word in dict.fromkeys(words)]]
    if words:
        names += [named.first + words[0], *([named.last + words[-1]] if named.last else [])]
    return names


def names_of(groups: Iterable[Group]) -> list[str]:
    """Return the names of all features of some groups."""
    return [name for names, values in groups for name in names(*values)]


def look(text: str, marks: str) -> Look:
    """Return what a line looks like by itself."""
    text = text[:LOOKED_AT]
    parts, words = text.split(), _words(text[:_SIGNS_LOOKED_AT])[:_WORDS_LOOKED_AT]
    count = max(len(parts), len(text) // _SIGNS_PER_WORD)
    size, kind = bisect(_WORD_COUNTS, count), bisect((_SHORT + 1, _WORDS_LOOKED_AT + 1), count)
    shape = size, _ending(text[-4:]), _beginning(text[:3]), marks[:2]
    signs = *_signs_of(text), kind == _LONG and bool(words)
    shares = size, *_shares_of(parts[:_WORDS_LOOKED_AT]), _function_words(words)
    return Look(((_shape, shape), (_signs, signs), (_shares, shares)), words, VOCABULARIES[kind])


def _words(text: str) -> list[str]:
    """Return the runs of letters, in lower case; those of plain text in less time than the pattern takes."""
    if not text.isascii():
        for sign in _TYPOGRAPHY:
            text = text.replace(sign, " ")
    if text.isascii():
        return text.encode("ascii").translate(_LETTERS).decode("ascii").split()
    return _WORD.findall(text.lower())


def _function_words(words: list[str]) -> int | None:
    """Return the range of the share of function words; None without words."""
    return bisect(_TENTHS, sum(map(_FUNCTION_WORDS.__contains__, words)) / len(words)) if words else None


def _signs_of(text: str) -> tuple[str, int, int, int, bool, bool, bool, bool]:
    """Return the script of a line, the ranges of its length, its commas and its sentences; whether others are in it."""
    commas, stops = bisect(_FEW, text.count(",")), bisect(_FEW, text.count(". "))
    has_quote = '"' in text or "“" in text or "„" in text or "«" in text
    # What the pattern finds is found sooner, if it is not there.
    may_link = "http" in text or "www." in text or ".com" in text or "@" in text or "#" in text
    has_link = may_link and _LINK.search(text) is not None
    return script(text), bisect(_SIGNS, len(text)), commas, stops, "|" in text, "©" in text, has_quote, has_link


def _shares_of(parts: list[str]) -> tuple[int, int, int]:
    """Return the ranges of the shares of words that begin with a capital or a digit, and of their mean length."""
    count, firsts = len(parts) or 1, [part[0] for part in parts]
    capitals, digits = sum(map(str.isupper, firsts)) / count, sum(map(str.isdigit, firsts)) / count
    return bisect(_TENTHS, capitals), bisect(_TENTHS, digits), bisect(_LENGTHS, len("".join(parts)) / count)


def _shape(size: int, end: str, start: str, marks: str) -> list[str]:
    ends = [f"end={end}", f"words,end={size}{end}"]
    starts = [f"start={start}", f"words,start={min(size, 6)}{start}"]
    return ["bias", f"words={size}", *ends, *starts, f"marks={marks.strip()}"]


def _signs(its_script: str, signs: int, commas: int, stops: int, *others: bool) -> list[str]:
    names = [f"script,signs={its_script}{signs}", f"commas={commas}", f"stops={stops}"]
    return [*names, *compress(("bar", "copyright", "quote", "link", "long"), others)]


def _shares(size: int, capitals: int, digits: int, length: int, function: int | None) -> list[str]:
    names = [f"words,capitals={min(size, 9)}{capitals}", f"digits={digits}", f"length={length}"]
    return names if function is None else [*names, f"words,function={size}{function}"]


def ending(text: str) -> str:
    """Return the last sign of `text` that is no closing quote, as itself or as the kind of it."""
    return _ending(text[-4:])


def beginning(text: str) -> str:
    """Return the first sign of `text`, as the kind of it."""
    return _beginning(text[:3])


@lru_cache(_REMEMBERED)
def _ending(text: str) -> str:
    bare = text.rstrip("\"”’»')] ")
    last = bare[-1:] or text[-1:]
    if last.isalpha():
        return "a"
    return "9" if last.isdigit() else last if last in ".!?:;,…" else "-"


@lru_cache(_REMEMBERED)
def _beginning(text: str) -> str:
    first = text[:1]
    if first.isalpha():
        return "A" if text.isupper() else "a" if first.islower() else "Aa"
    return "9" if first.isdigit() else "q" if first in "\"“‘'«„" else "-"


def script(text: str) -> str:
    """Return the script of the first letters of `text`, by Unicode block; "-" without letters, or for a rare one."""
    text = text[:_SIGNS_OF_SCRIPT]
    if text.isascii():
        return "Latin"
    codes = [ord(sign) for sign in text if sign.isalpha()]
    middle = sorted(codes)[len(codes) // 2] if codes else 0
    return _SCRIPTS[bisect(_SCRIPT_ENDS, middle)]
