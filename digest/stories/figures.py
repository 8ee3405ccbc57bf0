"""Read the figures of a sentence, in digits whether it writes them in digits or in words, with their units.

"Two thousand" and "2,000" are one figure, or two reports of one fact would be called different accounts. "Dozens" and
"tens of thousands" are figures too, each equal to itself alone: nobody can tell how many they are. The 10 and the
year of "10 May 2031" count nothing: they are days, and are told apart from figures.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from digest.stories.wordlists import CURRENCIES, NUMBERS, SCALES, UNITS, VAGUE_FIGURES

_DIGITS = r"\d[\d.,:]{0,30}\d|\d"
_SPELT = "|".join(sorted([*NUMBERS, *SCALES], key=lambda word: (-len(word), word)))
_PART = rf"(?:(?:{_DIGITS})(?:(?:st|nd|rd|th)\b)?|(?:(?<=\d)|\b)(?:{_SPELT})\b)"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=lambda word: (-len(word), word)))
# Number words that follow each other, such as "two hundred thousand", "1.2 million", "half a million"; then the unit.
_RUN = re.compile(
    rf"(?P<vague>\b(?:{VAGUE_FIGURES})\b)|(?P<parts>{_PART}(?:[\s-]{{0,3}}(?:a\s)?{_PART}){{0,12}})(?:[\s-]{{0,3}}(?P<unit>{_UNIT})(?!\w))?"
)
_PARTS = re.compile(_PART)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
# "May" and "March" with a capital: a text in lower case does not tell whether 17 may be trapped.
_MONTH = (
    r"(?:(?i:January|February|April|June|July|August|September|October|November|December)|March|MARCH|May|MAY"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?:1[5-9]|20)\d\d\b(?![.,]\d))?"
_DATE = re.compile(
    # "10 May", "10-12 May", "10 and 12 May 2031", "the 10th of May"
    rf"(?<![\d.,:$€£])\b{_DAY}(?:(?:\s?[-–—/]\s?|, |\s(?:and|to|or|until|through)\s){_DAY}){{0,3}}"
    rf"\s(?:of\s)?{_MONTH}\b{_YEAR}"
    # "May 10", "May 10-12, 2031"; but in "in May 10 people died" it is the people who are counted.
    rf"|(?<![Ii]n\s)\b{_MONTH}\s(?:the\s)?{_DAY}(?:\s?[-–—]\s?{_DAY})?\b(?![.,:]\d|%){_YEAR}"
    rf"|\b{_MONTH},?\s(?:of\s)?(?:1[5-9]|20)\d\d\b(?![.,]\d)"  # "May 2031"
)
_TENS = frozenset(str(ten) for ten in range(20, 100, 10))
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


class Figure(NamedTuple):
    """A figure in digits, its unit or "", and where it stands in the text in lower case."""

    value: str
    unit: str
    start: int
    end: int


def figures(text: str) -> Iterator[tuple[str, str]]:
    """Yield the figures of a text with the unit that follows, or "".

    >>> list(figures("Twenty-five boats and 1.2 million litres, or 5 per cent, burnt; dozens fled."))
    [('25', ''), ('1200000', 'litre'), ('5', 'percent'), ('dozens', '')]
    """
    folded = text.casefold()
    return ((figure.value, figure.unit) for figure in placed_figures(folded, [(0, len(folded))]))


def dates(text: str) -> list[tuple[int, int]]:
    """Return where the days, months and years of a text stand that are written as dates.

    >>> dates("In May 10 boats burnt, on 3 May two, and 17 may burn.")
    [(26, 31)]
    """
    return [found.span() for found in _DATE.finditer(text)]


def placed_figures(text: str, places: Iterable[tuple[int, int]]) -> Iterator[Figure]:
    """Yield the figures of a text in lower case, in order; `places` are where the words stand that may be some."""
    end = 0
    for start, stop in places:
        while stop > end:
            run = _RUN.search(text, max(start, end))  # from the beginning of the text it would take many times as long
            if run is None:
                return
            yield from _figures(run)
            end = run.end()


def _figures(run: re.Match[str]) -> Iterator[Figure]:
    start = run.start()
    before = run.string[max(0, start - 1) : start]
    for value, unit, first, last in _read(run[0], run["vague"], run["parts"], run["unit"], before):
        yield Figure(value, unit, start + first, start + last)


@lru_cache(maxsize=20_000)
def _read(run: str, vague: str | None, parts: str, unit: str | None, before: str) -> tuple[Figure, ...]:
    """Return the figures of a run, placed from its beginning; `before` is the sign before it, "$" or another."""
    if vague:
        return (Figure(" ".join(vague.split()), "", 0, len(run)),)
    *others, last = _numbers(_PARTS.finditer(parts))
    first = last[0].start()
    sign = CURRENCIES.get(parts[first - 1] if first else before, "")
    figure = _placed(last, UNITS.get(unit or "", sign))
    return (*(_placed(number, "") for number in others), figure._replace(end=len(run)))


def _placed(number: list[re.Match[str]], unit: str) -> Figure:
    return Figure(_written([part[0] for part in number]), unit, number[0].start(), number[-1].end())


def _numbers(parts: Iterable[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Return the numbers that a run of number words makes; "2025 five" makes two."""
    found: list[list[re.Match[str]]] = []
    for part in parts:
        if found and _goes_on([each[0] for each in found[-1]], part[0]):
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _goes_on(number: list[str], part: str) -> bool:
    """Return whether a part belongs to the number before it: "two thousand", "thousand five", "twenty-five"."""
    if part in SCALES:
        return number[-1] in SCALES or _is_plain(number[-1])
    last, value = number[-1], NUMBERS.get(part, "")
    if last in SCALES:
        return last != "dozen" and value.isdigit() and part in NUMBERS
    return NUMBERS.get(last, "") in _TENS and len(value) == 1 and value != "0"


def _is_plain(part: str) -> bool:
    return bool(_PLAIN.fullmatch(_digits(part)))


def _digits(part: str) -> str:
    return NUMBERS.get(part) or _THOUSANDS.sub("", part)


def _written(number: list[str]) -> str:
    """Return a number in digits; a lone one as it is written, so that 1.20 stays 1.20."""
    if len(number) == 1 and number[0] not in SCALES:
        return _digits(number[0])
    one, total, current = Decimal(1), Decimal(0), Decimal(0)
    for part in number:
        if part not in SCALES:
            current += Decimal(_digits(part))
        elif SCALES[part] < 1000:
            current = (current or one) * SCALES[part]
        else:
            total, current = total + (current or one) * SCALES[part], Decimal(0)
    return f"{(total + current).normalize():f}"
