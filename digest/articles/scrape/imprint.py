"""The lines beside a scrape's title, where pages say who wrote the article and when.

Elsewhere the same forms speak of other things: the day on which the page was fetched, captions, other stories. So only
what stands shortly below the title is asked, and of a long line only what follows the title in it. Where nothing there
is dated or signed, the lines above the lead are asked too, for a caption may part the title from what belongs to it.
"""

import re
from collections.abc import Sequence

from digest.articles.scrape.notes import Note
from digest.articles.scrape.segments import Segment
from digest.articles.scrape.titles import TitleLine

_ABOVE, _BELOW = 3, 22  # lines beside the title
_ABOVE_LEAD = 15  # lines, where no title was found
_LONGEST = 200  # signs; a longer line is prose
_LEAST_SPACES = 12  # in a sentence; a shorter one may be a note: "Published on 3 March 2024."
_SENTENCE_ENDS = (".", "!", "?", "”", '."')
_AFTER_TITLE = 240  # signs of a long line
_DATELINE = re.compile(
    r"[^\W\d][^\d()]{1,60}\d[^()]{3,20}\d\s?\([^()\d]{2,30}\)\s?[–—-]"
)  # "ALMA, March 1, 2024 (AFP) —"


def notes_beside(lines: Sequence[Segment], title: TitleLine | None, lead: int) -> tuple[Note, ...]:
    """Return what stands beside the title, from it on, and then what stands above it; without it, above the lead."""
    if title is None:
        return notes_above(lines, lead)
    own = lines[title.index]
    rest = own.prose.partition(title.text)[2][:_AFTER_TITLE] if len(own.prose) > len(title.text) else ""
    below, above = lines[title.index + 1 : title.index + _BELOW], lines[max(0, title.index - _ABOVE) : title.index]
    return (*([Note(own.line, rest.strip(), opens=True)] if rest.strip() else []), *_notes(below), *_notes(above))


def notes_above(lines: Sequence[Segment], lead: int) -> tuple[Note, ...]:
    """Return what stands above the lead."""
    return tuple(_notes(lines[max(0, lead - _ABOVE_LEAD) : lead]))


def _notes(lines: Sequence[Segment]) -> list[Note]:
    return [Note(line.line, text) for line in lines if (text := _note(line.prose))]


def _note(text: str) -> str:
    """Return a short line whole, of a sentence its dateline, and nothing of other prose."""
    if not _is_prose(text):
        return text
    dateline = _DATELINE.match(text)
    return dateline[0] if dateline else ""


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST or (text.endswith(_SENTENCE_ENDS) and text.count(" ") >= _LEAST_SPACES)
