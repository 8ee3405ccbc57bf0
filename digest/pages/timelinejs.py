"""A thread in the JSON that TimelineJS shows: one slide a day, with the few sentences that tell most of it.

TimelineJS takes the texts of slides for HTML, so all that an article says is escaped here.
"""

from collections.abc import Mapping
from html import escape

from digest.pages.calendar import long_day
from digest.pages.quotes import SentenceView, SourceView
from digest.pages.site import SiteSettings
from digest.pages.threadviews import DayView, ThreadView


def timeline(view: ThreadView, site: SiteSettings) -> Mapping[str, object]:
    """Return a thread's timeline as one JSON object, the oldest day first."""
    return {
        "title": {"text": {"headline": escape(view.title), "text": escape(view.standfirst or "")}},
        "events": [_event(day, site) for day in reversed(view.days)],
    }


def _event(day: DayView, site: SiteSettings) -> Mapping[str, object]:
    year, month, number = map(int, day.value.split("-"))
    return {
        "unique_id": f"d-{day.value}",
        "start_date": {"year": year, "month": month, "day": number},
        "text": {
            "headline": escape(day.title or long_day(day.value, site.language)),
            "text": "".join(map(_paragraph, day.foremost)),
        },
    }


def _paragraph(sentence: SentenceView) -> str:
    sources = ", ".join(map(_credit, sentence.marks))
    return f"<p>{escape(sentence.text)}{f' ({sources})' if sources else ''}</p>"


def _credit(source: SourceView) -> str:
    name = escape(source.outlet or source.title)
    return f'<a href="{escape(source.link)}">{name}</a>' if source.link else name
