"""A feed's full content is told from a mere summary."""

import pytest

from digest.articles.feedtext import FeedText, Words, feed_text

STORY = "Two boats burnt in the harbour of Alma on Friday night, and nobody was hurt, the fire brigade said."
LONG = " ".join([STORY] * 16)


def html(text: str) -> Words:
    return Words(f"<p>{text}</p>", is_html=True)


@pytest.mark.parametrize(
    ("content", "summary", "expected"),
    [
        pytest.param(None, None, FeedText(), id="neither"),
        pytest.param(html(LONG), None, FeedText(html(LONG)), id="a content alone"),
        pytest.param(None, html(STORY), FeedText(html(STORY), excerpt=True), id="a summary alone is an excerpt"),
        pytest.param(None, html(LONG), FeedText(html(LONG)), id="a summary as long as an article is the article"),
        pytest.param(
            None, html(f"{LONG} [&hellip;]"), FeedText(html(f"{LONG} [&hellip;]"), excerpt=True),
            id="a long summary that breaks off is an excerpt",
        ),
        pytest.param(
            html(LONG), html("Nobody was hurt."), FeedText(html(LONG), "Nobody was hurt."),
            id="beside a content the summary is the lead",
        ),
        pytest.param(
            html(LONG), html(f"{STORY} [...]"), FeedText(html(LONG)), id="the content's own beginning is no lead"
        ),
        pytest.param(
            html(LONG), html("Nobody was hurt. [&#8230;]"), FeedText(html(LONG), "Nobody was hurt."),
            id="a lead loses the mark where it breaks off",
        ),
        pytest.param(
            html(f"{STORY} [&#8230;] Read more"), None, FeedText(html(f"{STORY} [&#8230;] Read more"), excerpt=True),
            id="a content that breaks off is an excerpt",
        ),
        pytest.param(
            html("A boat."), html(STORY), FeedText(html(STORY), excerpt=True),
            id="the summary says more than the content",
        ),
    ],
)  # fmt: skip
def test_the_content_is_the_body_and_the_summary_stands_in_for_it(content, summary, expected):
    assert feed_text(content, summary) == expected
