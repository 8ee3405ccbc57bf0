"""What is new: told from the editions that are recorded, so the same files give the same page on any day."""

import pytest

from digest.pages.news import News, news

MONDAY, TUESDAY, WEDNESDAY = "2031-03-03", "2031-03-04", "2031-03-05"


@pytest.mark.parametrize(
    ("stamps", "today", "found"),
    [
        pytest.param({"a": MONDAY, "b": TUESDAY}, TUESDAY, News(frozenset("b"), MONDAY), id="what came today"),
        pytest.param({"a": MONDAY, "b": TUESDAY}, WEDNESDAY, News(frozenset(), TUESDAY), id="nothing came today"),
        pytest.param({"a": MONDAY, "b": MONDAY}, MONDAY, News(), id="the first edition"),
        pytest.param({}, MONDAY, News(), id="articles from before there were stamps"),
        pytest.param({"a": MONDAY, "b": WEDNESDAY}, TUESDAY, News(frozenset(), MONDAY), id="an edition built again"),
        pytest.param({"a": MONDAY}, None, News(), id="a site without a day"),
    ],
)
def test_news_is_what_came_with_the_edition_of_today(stamps, today, found):
    assert news(stamps, today) == found
