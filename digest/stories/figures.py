"""Read the figures of a sentence, in digits whether it writes them in digits or in words, with their units.

"Two thousand" and "2,000" are one figure, or two reports of one fact would be called different accounts. "Dozens" and
"tens of thousands" are figures too, each equal to itself alone: nobody can tell how many they are.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
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
    return ((figure.value, figure.unit) for figure in placed_figures(text.casefold()))


def placed_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text in lower case; several that one run of number words makes stand in one place."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run["vague"]:
            yield Figure(" ".join(run["vague"].split()), "", start, end)
        else:
            *others, last = _numbers(_PARTS.findall(run["parts"]))
            yield from (Figure(other, "", start, end) for other in others)
            sign = CURRENCIES.get(text[start - 1 : start], "")
            yield Figure(last, UNITS.get(run["unit"], sign), start, end)


def _numbers(parts: list[str]) -> list[str]:
    """Return the numbers that a run of number words makes; "2025 five" makes two."""
    found: list[list[str]] = []
    for part in parts:
        if found and _goes_on(found[-1], part):
            found[-1].append(part)
        else:
            found.append([part])
    return [_written(number) for number in found]


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
