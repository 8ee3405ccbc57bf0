"""What can be found: of each thread its head, each day and other part of its page, and each headline of its sources.

These are the smallest parts that a link can lead to and a reader still understands. Each has one day and the outlets
that report it, so that a filter is exact: whole pages would be found for a day because of a word of another day. Each
has one language too, which the page of results needs for its `lang`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.pages.quotes import RepeatView, SentenceView
from digest.pages.threadviews import DayView, ThreadView

# Chinese and Japanese are written without spaces, so their signs are indexed one by one, and found as a phrase. Between
# them stand a space and a word joiner, by which search.js tells these spaces from the text's own, and takes them out.
_SIGN = "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_BESIDE = re.compile(rf"(?<={_SIGN})(?=\S)|(?<=\S)(?={_SIGN})")
_JOINT = " \u2060"


@dataclass(frozen=True, slots=True)
class SearchText:
    """A part of a thread's page, in one language."""

    thread: str  # its slug
    anchor: str  # on the thread's page
    lang: str
    paragraphs: tuple[str, ...]
    outlets: tuple[str, ...] = ()  # by name
    day: str | None = None  # YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class _Line:
    lang: str
    text: str
    outlets: tuple[str | None, ...] = ()


def search_texts(threads: Iterable[ThreadView], language: str) -> Iterable[SearchText]:
    """Yield all that can be found; no two have one thread, anchor and language. `language` is the site's."""
    for view in threads:
        for anchor, day, lines in _parts(view, language):
            for lang in sorted({line.lang for line in lines}):
                yield _text(view.slug, anchor, day, [line for line in lines if line.lang == lang])


def _parts(view: ThreadView, language: str) -> Iterable[tuple[str, str | None, list[_Line]]]:
    """Yield the parts of a thread's page: the anchor, the day, the lines of each."""
    words = (*([view.standfirst] if view.standfirst else []), *view.tags)
    yield "main", None, [_Line(view.lang, view.title), *(_Line(language, f"· {text}") for text in words)]
    yield "glance", None, list(_own_glance(view))
    for day in view.days:
        yield f"d-{day.value}", day.value, [*_day_head(view, day, language), *_sentences(day.sentences)]
    for anchor in ("ahead", "undated", "announced", "background"):
        yield anchor, None, list(_sentences(getattr(view, anchor)))
    for source in view.sources:
        # What was retracted is not told any more, and what is found as something else already is not found twice.
        if not source.retracted and not source.derived and source.title != view.title:
            line = _Line(source.lang, source.title, (source.outlet,))
            yield f"source-{source.number}", source.published, [line]


def _own_glance(view: ThreadView) -> Iterable[_Line]:
    """Yield the lines at a glance that the curator wrote; the machine's are sentences of the timeline."""
    told = (*(each for day in view.days for each in day.sentences), *view.ahead, *view.announced, *view.undated)
    known = {each.text for each in (*told, *view.background)}
    return _sentences(each for each in view.glance if each.text not in known)


def _day_head(view: ThreadView, day: DayView, language: str) -> Iterable[_Line]:
    """Yield the headline of a day, unless it is that of a report, which is found beside its source; and the note."""
    if day.title and day.title not in {view.title, *(source.title for source in view.sources)}:
        yield _Line(day.lang, day.title)
    if day.note:
        yield _Line(language, day.note)


def _sentences(sentences: Iterable[SentenceView]) -> Iterable[_Line]:
    """Yield what stands below one anchor; repeats too, which are folded there."""
    repeats: list[RepeatView] = []
    for each in sentences:
        yield _Line(each.lang, each.text, tuple(source.outlet for source in each.marks))
        repeats += each.repeats
    for repeat in repeats:
        yield _Line(repeat.lang, repeat.text, (repeat.source.outlet,))


def _text(thread: str, anchor: str, day: str | None, lines: Iterable[_Line]) -> SearchText:
    lines = tuple(lines)
    paragraphs = dict.fromkeys(_BESIDE.sub(_JOINT, line.text) for line in lines)
    outlets = sorted({outlet for line in lines for outlet in line.outlets if outlet})
    return SearchText(thread, anchor, lines[0].lang, tuple(paragraphs), tuple(outlets), day)
