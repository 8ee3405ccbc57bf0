"""The day on which a scraped article was published, as the lines beside its title say it.

A page may give several dates. The one that is called that of publication counts first, then one without a name, then
that of the last update. A date within a sentence is one of the story. What can be read in two ways is not read.
"""

import re
from collections.abc import Iterator, Sequence

from digest.articles.extract import Found
from digest.articles.scrape.imprint import Note
from digest.articles.writtendates import Written, written_day

_MOST_WORDS = 9  # beside the date in its line, such as "By Ada Alm, Staff Writer | Updated"
_LABEL_WORDS = 3  # of a label on the line above the date
_LABEL_SIGNS = 40  # before the date that may hold its label
_YEAR = re.compile(r"\d{4}")  # few notes have one, and it is cheap to see
_PUBLISHED = re.compile(
    r"publi|pubbli|posted|issued|erstellt|veröffentlicht|erschienen|gepubliceerd|geplaatst|julkaistu|yayın|"
    r"опубликован|опубліков|نشر|公開|发布|發布|掲載|입력|등록",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|modified|revised|aktualisiert|akt\.:|stand:|mis à jour|modifié|actualiza|aggiorna|atualiza|bijgewerkt|"
    r"zaktualizowan|aktualizace|güncel|обновл|оновл|تحديث|更新|수정",
    re.IGNORECASE,
)
_UNNAMED, _LATER = 1, 2


def published_on(notes: Sequence[Note]) -> Found | None:
    """Return the day of publication that `notes` give; None too where that day can be read in two ways."""
    _, _, note, written = min(_dates(notes), default=(0, 0, None, None), key=lambda date: date[:2])
    return Found(written.day, f"line {note.line}") if note and written and written.day else None


def _dates(notes: Sequence[Note]) -> Iterator[tuple[int, int, Note, Written]]:
    """Yield each date that may be the article's, with its rank: 0 is best, and its number."""
    before = ""
    for number, note in enumerate(notes):
        rest = note.text
        while _YEAR.search(rest) and (written := written_day(rest)):
            label, _, rest = rest.partition(written.text)
            if len(label.split()) <= _MOST_WORDS:
                yield _rank(f"{before} {label}"), number, note, written
            before = ""
        before = note.text if note.text.count(" ") < _LABEL_WORDS else ""


def _rank(label: str) -> int:
    published, updated = (_last(pattern, label[-_LABEL_SIGNS:]) for pattern in (_PUBLISHED, _UPDATED))
    return _LATER if updated > published else 0 if published > updated else _UNNAMED


def _last(pattern: re.Pattern[str], label: str) -> int:
    return max((found.end() for found in pattern.finditer(label)), default=0)
