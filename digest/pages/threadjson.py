"""A thread as JSON, on the site and in `digest list threads`: keys are added, never renamed or removed.

It has no text of an article that the thread's page could not show: the budget of excerpts was kept when it was told.
"""

from collections.abc import Mapping

from digest.model import Day, Story, Told


def thread_row(story: Story) -> Mapping[str, object]:
    """Return a story as one JSON object; docs/commands.md tells its keys."""
    return {
        "slug": story.thread.slug, "title": story.thread.title,
        "articles": [article.id for article in story.thread.articles],
        "summary": [_marked(told) for told in story.summary],
        "reports": [list(report) for report in story.reports],
        "days": [_day(day, story.report_of) for day in story.days],
        "background": [_dated(told) for told in story.background],
        "ahead": [_dated(told) for told in story.ahead],
        "undated": [_marked(told) for told in story.undated],
        "quotes": [
            {
                "text": quote.text, "speaker": quote.speaker, "from": [str(mark) for mark in quote.marks],
                "wordings": list(quote.wordings),
            }
            for quote in story.quotes
        ],
        "left_out": [{"from": f"{article}#{number}", "why": why} for article, number, why in _left_out(story)],
    }  # fmt: skip


def _left_out(story: Story) -> list[tuple[str, int, str]]:
    """Return the sentences that are left out, in the order of their marks."""
    return sorted((each.article, number, each.why) for each in story.left_out for number in each.numbers)


def _day(day: Day, report_of: Mapping[str, int]) -> Mapping[str, object]:
    sentences = [_told(told, report_of) for told in day.sentences]
    return {"date": day.value, "precision": "day", "title": day.title, "weight": day.weight, "sentences": sentences}


def _told(told: Told, report_of: Mapping[str, int]) -> Mapping[str, object]:
    when = told.when
    return {
        "text": told.text, "from": [str(told.mark)],
        "date_origin": when.origin if when else None, "expression": when.expression if when else None,
        "repeats": [
            {"text": each.text if each.shown else "", "from": str(each.mark), "resemblance": each.resemblance}
            for each in told.repeats
        ],
        "differs": [
            {
                "text": each.text, "from": str(each.mark), "figures": list(each.figures),
                "kind": each.kind, "ours": list(each.ours), "theirs": list(each.theirs), "since": each.since,
            }
            for each in told.differs
        ],
        "reports": len({report_of[mark.article] for mark in told.marks}),
    }  # fmt: skip


def _marked(told: Told) -> dict[str, object]:
    return {"text": told.text, "from": [str(mark) for mark in told.marks]}


def _dated(told: Told) -> Mapping[str, object]:
    when = told.when
    return {**_marked(told), "date": when.value if when else None, "precision": when.precision if when else None}
