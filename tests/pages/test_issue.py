"""What is new: told from the editions that are recorded, so the same files give the same page on any day."""

from datetime import date

import pytest

from digest.pages.issue import Issue, issue

MONDAY, TUESDAY, WEDNESDAY = "2031-03-03", "2031-03-04", "2031-03-05"


@pytest.mark.parametrize(
    ("stamps", "today", "found"),
    [
        pytest.param(
            {"a": MONDAY, "b": TUESDAY}, TUESDAY, Issue(TUESDAY, frozenset("b"), MONDAY), id="what came today"
        ),
        pytest.param(
            {"a": MONDAY, "b": TUESDAY}, WEDNESDAY, Issue(WEDNESDAY, frozenset(), TUESDAY), id="nothing came today"
        ),
        pytest.param({"a": MONDAY, "b": MONDAY}, MONDAY, Issue(MONDAY), id="the first edition"),
        pytest.param({}, MONDAY, Issue(MONDAY), id="articles from before there were stamps"),
        pytest.param(
            {"a": MONDAY, "b": WEDNESDAY}, TUESDAY, Issue(TUESDAY, frozenset(), MONDAY), id="an edition built again"
        ),
        pytest.param({"a": MONDAY}, None, Issue(None), id="a site without a day"),
    ],
)
def test_news_is_what_came_with_the_edition_of_today(stamps, today, found):
    assert issue(stamps, date.fromisoformat(today) if today else None) == found
