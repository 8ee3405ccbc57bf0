"""What one line looks like: the features by which the line model tells prose from boilerplate.

Every feature is a name that holds or does not ("a full stop ends it", "10 to 14 words"). Measures are cut into ranges,
so that a linear model can learn that both very short and very long lines are suspect, and the weights stay readable.
Words count one by one: "subscribe" and "newsletter" tell more than any measure. Languages share one model; the function
words of the languages that feeds come in stand for "this is a sentence".
"""

import re
from bisect import bisect
from collections.abc import Iterator

_LOOKED_AT = 5_000  # signs; hostile lines are longer
_WORDS_LOOKED_AT = 40  # what a line is shows in its first words
_SIGNS_LOOKED_AT = 600  # for them
_SHORT = 12  # words; up to here a line may be a label, and its words mean something else than in prose
_SIGNS_PER_WORD = 12  # of scripts that write no spaces, as a bound for the count of words

_WORD_COUNTS = (1, 2, 3, 4, 5, 7, 10, 15, 20, 28, 40, 60, 90)
_TENTHS = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_FEW = (1, 2, 3, 5)
_SIGNS = (3, 8, 15, 30, 60, 120)
_SCRIPTS = ("Latin", "Greek", "Cyrillic", "-", "Hebrew", "Arabic", "Indic", "-", "Kana", "-", "Han", "-", "Hangul", "-")
_SCRIPT_ENDS = (0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0xE80, 0x3040, 0x3100, 0x4E00, 0xA000, 0xAC00, 0xD7B0)
_SIGNS_OF_SCRIPT = 20  # looked at

_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile('["“„«]')
_LINK = re.compile(r"https?:|www\.|\.com\b|@\w|#\w")
_FUNCTION_WORDS = frozenset(
    "the a an of to in on at for with by from as that this it its is are was were be been has have had will would "
    "not but and or who which he she they his her their we you i said says than when after over into about more "
    "also if there der die das den dem des ein eine einer und oder ist sind war im zu von mit auf für nicht auch "
    "sich dass als bei le la les l un une du de et ou est sont dans pour que qui sur pas au aux avec ce plus par ne "
    "se il elle el los las del y en por con una su sus al lo como más fue ha o na no os da do em um uma com para "
    "não di che non per è sono nel della het van een dat met op te zijn voor niet och att som på av är med til nie "
    "się z w jest v je že".split()
)


def line_features(text: str, marks: str) -> list[str]:
    """Return the names of the features that hold for a line, without those of its place."""
    text = text[:_LOOKED_AT]
    words = text.split()
    count = max(len(words), len(text) // _SIGNS_PER_WORD)
    size, start, end = bisect(_WORD_COUNTS, count), beginning(text), ending(text)
    return [
        "bias",
        f"words={size}",
        f"end={end}",
        f"words,end={size}{end}",
        f"start={start}",
        f"words,start={min(size, 6)}{start}",
        f"marks={marks[:2].strip()}",
        f"script,signs={script(text)}{bisect(_SIGNS, len(text))}",
        *_measures(text, words[:_WORDS_LOOKED_AT], size),
        *_vocabulary(text, count, size),
    ]


def _vocabulary(text: str, count: int, size: int) -> list[str]:
    """Return the words of a line, each once, and the share of function words in it; "w" begins those of a label."""
    lower = _WORD.findall(text[:_SIGNS_LOOKED_AT].lower())[:_WORDS_LOOKED_AT]
    if not lower:
        return []
    prefix = "w" if count <= _SHORT else "p"
    function = sum(map(_FUNCTION_WORDS.__contains__, lower)) / len(lower)
    last = f"last{prefix}{lower[-1]}" if count <= _WORDS_LOOKED_AT else "long"
    names = [f"words,function={size}{bisect(_TENTHS, function)}", f"first{prefix}{lower[0]}", last]
    return [*names, *[prefix + word for word in dict.fromkeys(lower)]]


def ending(text: str) -> str:
    """Return the last sign of `text` that is no closing quote, as itself or as the kind of it."""
    bare = text[-4:].rstrip("\"”’»')] ")
    last = bare[-1:] or text[-1:]
    if last.isalpha():
        return "a"
    return "9" if last.isdigit() else last if last in ".!?:;,…" else "-"


def beginning(text: str) -> str:
    """Return the first sign of `text`, as the kind of it."""
    first = text[:1]
    if first.isalpha():
        return "A" if text[:3].isupper() else "a" if first.islower() else "Aa"
    return "9" if first.isdigit() else "q" if first in "\"“‘'«„" else "-"


def script(text: str) -> str:
    """Return the script of the first letters of `text`, by Unicode block; "-" without letters, or for a rare one."""
    if text[:_SIGNS_OF_SCRIPT].isascii():
        return "Latin"
    codes = [ord(sign) for sign in text[:_SIGNS_OF_SCRIPT] if sign.isalpha()]
    middle = sorted(codes)[len(codes) // 2] if codes else 0
    return _SCRIPTS[bisect(_SCRIPT_ENDS, middle)]


def _measures(text: str, words: list[str], size: int) -> Iterator[str]:
    """Yield what is counted in a line: capitals, digits, commas, sentences, links."""
    count = len(words) or 1
    firsts = [word[0] for word in words]
    yield f"words,capitals={min(size, 9)}{bisect(_TENTHS, sum(map(str.isupper, firsts)) / count)}"
    yield f"digits={bisect(_TENTHS, sum(map(str.isdigit, firsts)) / count)}"
    yield f"length={bisect((2, 3, 4, 5, 6, 7, 9), sum(map(len, words)) / count)}"
    yield f"commas={bisect(_FEW, text.count(','))}"
    yield f"stops={bisect(_FEW, text.count('. '))}"
    if "|" in text:
        yield "bar"
    if "©" in text:
        yield "copyright"
    if _QUOTE.search(text):
        yield "quote"
    if _LINK.search(text):
        yield "link"
