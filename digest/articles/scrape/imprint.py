"""The lines beside a scrape's title, where pages say who wrote the article and when.

Elsewhere the same forms speak of other things: the day on which the page was fetched, captions, other stories. So only
what stands shortly below the title is asked, and of a long line only what follows the title in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from digest.articles.scrape.segments import Segment
from digest.articles.scrape.titles import TitleLine

_ABOVE, _BELOW = 3, 22  # lines beside the title
_ABOVE_LEAD = 15  # lines, where no title was found
_LONGEST = 200  # signs; a longer line is prose
_LEAST_SPACES = 12  # in a sentence; a shorter one may be a note: "Published on 3 March 2024."
_SENTENCE_ENDS = (".", "!", "?", "”", '."')
_AFTER_TITLE = 240  # signs of a long line


@dataclass(frozen=True, slots=True)
class Note:
    """A short line, or the beginning of what follows the title in a long one."""

    line: int  # of the file
    text: str


def notes_beside(lines: Sequence[Segment], title: TitleLine | None, lead: int) -> tuple[Note, ...]:
    """Return what stands beside the title, from it on, and then what stands above it; without it, above the lead."""
    if title is None:
        return tuple(_notes(lines[max(0, lead - _ABOVE_LEAD) : lead]))
    own = lines[title.index]
    rest = own.prose.partition(title.text)[2][:_AFTER_TITLE] if len(own.prose) > len(title.text) else ""
    below, above = lines[title.index + 1 : title.index + _BELOW], lines[max(0, title.index - _ABOVE) : title.index]
    return (*([Note(own.line, rest.strip())] if rest.strip() else []), *_notes(below), *_notes(above))


def _notes(lines: Sequence[Segment]) -> list[Note]:
    return [Note(line.line, line.prose) for line in lines if line.prose and not _is_prose(line.prose)]


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST or (text.endswith(_SENTENCE_ENDS) and text.count(" ") >= _LEAST_SPACES)
