"""The words of a date expression, as they are read: which month, which weekday, which figures, and from what day.

The patterns of `expressions` say where an expression stands and of what kind it is; the few words in it are then
read again here, one by one, so that no pattern needs names for its parts.
"""

import re
from dataclasses import dataclass
from datetime import date

from digest.articles.dates.expressions import COUNTS, MONTHS, WEEKDAYS
from digest.articles.dates.tense import looks_ahead

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MONTH_OF = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_OF = {name[:3]: number for number, name in enumerate(WEEKDAYS)}
_MONTH_WORDS = {*MONTHS, *_MONTH_OF, "sept"}
_WEEKDAY_WORDS = {*WEEKDAYS, *_WEEKDAY_OF, "tues", "thur", "thurs"}
_COUNT_OF = {"a": 1, "an": 1} | {name: number for number, name in enumerate(COUNTS)}
_BACK = {"last", "past"}
_AHEAD = {"next", "coming"}


@dataclass(frozen=True, slots=True)
class Wording:
    """An expression, and from where it is read."""

    text: str
    before: str  # the sentence up to it
    after: str  # the sentence behind it
    published: date
    told: date | None = None  # the day that the sentence named last before it

    @property
    def ahead(self) -> bool | None:
        """Return whether the sentence looks ahead there, or back (False), or does not tell."""
        return looks_ahead(self.before, self.after)

    @property
    def words(self) -> list[str]:
        """Return the words and figures, in lower case, in order."""
        return _WORD.findall(self.text.lower())

    @property
    def figures(self) -> list[int]:
        """Return the figures, in order."""
        return [int(word) for word in self.words if word.isdecimal()]

    @property
    def month(self) -> int | None:
        """Return the month that is named, from 1."""
        return next((_MONTH_OF[word[:3]] for word in self.words if word in _MONTH_WORDS), None)

    @property
    def weekday(self) -> int | None:
        """Return the weekday that is named, from 0 for Monday."""
        return next((_WEEKDAY_OF[word[:3]] for word in self.words if word in _WEEKDAY_WORDS), None)

    @property
    def count(self) -> int:
        """Return the number that is written in figures or in words; 0 without one."""
        return next(
            (int(word) if word.isdecimal() else _COUNT_OF[word] for word in self.words if self._counts(word)), 0
        )

    @property
    def step(self) -> int:
        """Return -1 for "last" and its like, 1 for "next", 0 for "this" or neither."""
        words = set(self.words)
        return -1 if words & _BACK else 1 if words & _AHEAD else 0

    @staticmethod
    def _counts(word: str) -> bool:
        return word.isdecimal() or word in _COUNT_OF
