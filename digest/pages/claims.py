"""Who says all that a sentence says: the articles that may stand beside it.

A sentence that says less is folded under one that says more, and its article then seems to tell what it never did:
"A ferry sank" does not bear out that nine people died. So the mark of a folded sentence stands beside the shown one
only where it has all of its figures; else it stands in the folded list alone. Number words are read in English, as
they are where sentences are compared; in other languages digits alone are. Names are not looked at, as "the mayor" is
often the very person whom another report names.
"""

import re
from decimal import Decimal, InvalidOperation

from digest.model import Told

_UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {  # "one" is more often a pronoun, or stands for no count at all
    **{word: number for number, word in enumerate([*_UNITS.split(), "nineteen"], start=2)},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), start=2)},
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PART = rf"(?:\d[\d.,:]{{0,30}}\d|\d|\b(?:{'|'.join([*_NUMBERS, *_SCALES])})\b)"
_RUN = re.compile(rf"{_PART}(?:[\s-]{_PART}){{0,12}}")
_PARTS = re.compile(_PART)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
# A day is not counted, and one report calls it "Monday" where another has its date.
_DATE = re.compile(
    rf"\b\d\d?(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b(?:\s\d{{4}}\b)?|\b(?:{_MONTH})\s\d\d?\b(?:,?\s\d{{4}}\b)?"
)


def claimants(told: Told) -> tuple[str, ...]:
    """Return the ids of the articles that say a sentence with all of its figures, its own the first."""
    if not told.repeats:
        return (told.mark.article,)
    wanted = figures(told.text)
    saying = (repeat.mark.article for repeat in told.repeats if not wanted or wanted <= figures(repeat.text))
    return tuple(dict.fromkeys((told.mark.article, *saying)))


def figures(text: str) -> frozenset[str]:
    """Return the figures of a text in digits, without those of dates.

    >>> sorted(figures("On 3 March twenty-five boats and 2,000 nets burnt, worth 1.2 million."))
    ['1200000', '2000', '25']
    >>> figures("Two thousand nets") == figures("2,000 nets")
    True
    """
    runs = _RUN.findall(_DATE.sub(" ", text.casefold()))
    return frozenset(figure for run in runs for figure in _values(_PARTS.findall(run)))


def _values(parts: list[str]) -> list[str]:
    """Return the numbers of a run of them: "two thousand" is one, "2 3" are two."""
    found: list[Decimal | str] = []
    for before, part in zip(["", *parts], parts, strict=False):
        value = _number(part)
        last = found[-1] if found else None
        if part in _SCALES:
            found[-1:] = [last * _SCALES[part] if isinstance(last, Decimal) else Decimal(_SCALES[part])]
        elif isinstance(last, Decimal) and isinstance(value, Decimal) and _goes_on(before, part):
            found[-1] = last + value
        else:
            found.append(value)
    return [f"{each.normalize():f}" if isinstance(each, Decimal) else each for each in found]


def _goes_on(before: str, part: str) -> bool:
    """Return whether a number belongs to the one before it: "twenty-five", "hundred twenty"."""
    return part in _NUMBERS and (before in _SCALES or (before in _TENS.split() and _NUMBERS[part] < 10))


def _number(part: str) -> Decimal | str:
    """Return the number that a part writes; a time or a version stays as it is."""
    try:
        return Decimal(_NUMBERS[part]) if part in _NUMBERS else Decimal(_THOUSANDS.sub("", part))
    except InvalidOperation:
        return part
