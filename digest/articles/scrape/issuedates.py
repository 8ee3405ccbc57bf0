"""The day on which a scraped article was published, as the lines beside its title say it.

A page may give several dates. The one that is called that of publication counts first, then one without a name, then
that of the last update. A date within a sentence is one of the story. What can be read in two ways is not read.
"""

import re
from collections.abc import Iterator, Sequence

from digest.articles.datelines import PUBLISHED, UPDATED, dates_on, order_shown
from digest.articles.extract import Found
from digest.articles.scrape.notes import Note
from digest.articles.writtendates import DayOrder, Written

_LABEL_WORDS = 3  # of a label on the line above the date
_LABEL_SIGNS = 40  # before the date that may hold its label
_FIGURES = re.compile(r"\d\s?[/-]")  # without them a date shows no order
_UNNAMED, _LATER = 1, 2


def published_on(notes: Sequence[Note]) -> Found | None:
    """Return the day of publication that `notes` give; None too where that day can be read in two ways."""
    order = order_shown(
        note.text for note in notes if _FIGURES.search(note.text) and dates_on(note.text, opens=note.opens)
    )
    _, _, note, written = min(_dates(notes, order), default=(0, 0, None, None), key=lambda date: date[:2])
    return Found(written.day, f"line {note.line}") if note and written and written.day else None


def _dates(notes: Sequence[Note], order: DayOrder | None) -> Iterator[tuple[int, int, Note, Written]]:
    """Yield each date that may be the article's, with its rank: 0 is best, and its number."""
    before = ""
    for number, note in enumerate(notes):
        dates = dates_on(note.text, order, opens=note.opens)
        for date in dates:
            yield _rank(f"{before} {date.label}"), number, note, date.written
            before = ""
        before = note.text if note.text.count(" ") < _LABEL_WORDS else ""


def _rank(label: str) -> int:
    published, updated = (_last(pattern, label[-_LABEL_SIGNS:]) for pattern in (PUBLISHED, UPDATED))
    return _LATER if updated > published else 0 if published > updated else _UNNAMED


def _last(pattern: re.Pattern[str], label: str) -> int:
    return max((found.end() for found in pattern.finditer(label)), default=0)
