"""Read the dates of a line that is a date and little else: "By Ada Alm | Published 2 March 2025, 10:05".

A date within a sentence is one of the story, so what stands beside the dates has to be labels, names and hours. On such
a line a year of two digits is read too, which elsewhere may be anything.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from digest.articles.writtendates import DayOrder, Written, short_day, written_day

PUBLISHED = re.compile(
    r"publi|pubbli|posted|issued|erstellt|veröffentlicht|erschienen|gepubliceerd|geplaatst|julkaistu|yayın|"
    r"опубликован|опубліков|نشر|公開|发布|發布|掲載|입력|등록",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"updat|modified|revised|aktualisiert|akt\.:|stand:|mis à jour|modifié|actualiza|aggiorna|atualiza|bijgewerkt|"
    r"zaktualizowan|aktualizace|güncel|обновл|оновл|تحديث|更新|수정",
    re.IGNORECASE,
)
_LONGEST = 300  # signs of a line that are looked at
_MOST_DATES = 6
_REMEMBERED = 500  # lines; those beside a title are asked for up to five times
_MOST_WORDS = 9  # beside each date, such as "By Ada Alm, Staff Writer | Updated"
_PLAIN, _PLAIN_BESIDE_LABEL = 1, 3  # words in lower case that are neither a label's nor a clock's
_LABEL_WORDS = frozenset(
    "published posted updated on at by in of the last first modified min mins minute minutes read am pm gmt and date "
    "um uhr von vom den le la les à par el los las por de del il di alle ore op om uur door kl klo da do às em em "
    "dnia godz hour hours day days ago comments".split()
)
_DIGITS = re.compile(r"\d\d")  # every date has them, few lines do, and they are cheap to see
_WORD = re.compile(r"[^\W\d_]{2,}")  # "p.m." is none
_SENTENCE_ENDS = (".", "!", "?", "。", "”")
_BOTH_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})\s?([/-])\s?(\d{1,2})\s?\2\s?(?:19|20)\d\d(?!\d)")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Labelled:
    """A date and what stands before it on its line, from the date before it on."""

    label: str
    written: Written


@lru_cache(_REMEMBERED)
def dates_on(text: str, order: DayOrder | None = None, *, opens: bool = False) -> tuple[Labelled, ...]:
    """Return the dates of a date line, none of a sentence; where `text` only `opens` a line, what follows is ignored.

    >>> [date.written.day for date in dates_on("Published 2 March 25 at 14:05")]
    ['2025-03-02']
    >>> dates_on("A new wall is to be ready on 2 March 2025.")
    ()
    """
    line = text[:_LONGEST]
    if not _DIGITS.search(line):
        return ()
    found = tuple(islice(_dates(line, order), _MOST_DATES))
    if opens:
        return tuple(takewhile(lambda date: _is_label(date.label, 1), found))
    return found if found and _is_label(_without(line, found), len(found)) else ()


def order_shown(texts: Iterable[str]) -> DayOrder | None:
    """Return the order that a date such as 25/03/2025 shows; None too where two of them differ."""
    pairs = ((int(found[1]), int(found[3])) for text in texts for found in _BOTH_FIGURES.finditer(text[:_LONGEST]))
    shown = {first > _MONTHS for first, second in pairs if (first > _MONTHS) != (second > _MONTHS)}
    return None if len(shown) != 1 else "DMY" if shown.pop() else "MDY"


def _dates(text: str, order: DayOrder | None) -> Iterator[Labelled]:
    rest = text
    while written := written_day(rest, order) or short_day(rest, order):
        label, _, rest = rest.partition(written.text)
        yield Labelled(label, written)


def _without(text: str, dates: Iterable[Labelled]) -> str:
    for date in dates:
        text = text.replace(date.written.text, " ", 1)
    return text.strip()


def _is_label(text: str, dates: int) -> bool:
    """Tell whether the words beside so many dates are labels and names, and no sentence's."""
    words: list[str] = [word for word in _WORD.findall(text) if word.casefold() not in _LABEL_WORDS]
    if len(words) > _MOST_WORDS * dates:
        return False
    plain = sum(map(str.islower, words))
    if PUBLISHED.search(text) or UPDATED.search(text):
        return plain <= _PLAIN_BESIDE_LABEL * dates
    return plain == 0 or (plain <= _PLAIN and not text.endswith(_SENTENCE_ENDS))
