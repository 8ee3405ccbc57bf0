"""What outlets corrected in their own reports is shown within what may be shown of them, whole or not at all."""

from datetime import date

import pytest

from digest.model import Article, Cut, Notice, Origins, Outlet, Sentence, Thread, ThreadWord, When
from digest.stories.countwords import count_words
from digest.stories.settings import ExcerptSettings, StorySettings
from digest.stories.tell import tell

NOTICE = "Correction, 6 March: The mill of Alma closed in 1890, not in 1892."  # 13 words
BODY = (
    "Six boats burnt in the harbour of Port Amber on the night of the regatta.",
    "Crews from four towns fought the flames on the water until the morning came.",
    "Mayor Ada Alm asked the harbour guard why no alarm bell was rung in Alma.",
    "An insurer of Caldmoor counts the burnt hulls on Friday, and pays in the spring.",
)


def article(*cuts: str, texts: tuple[str, ...] = BODY, status="published", rights="excerpt") -> Article:
    when = When("2031-03-07", "day", "resolved", "then")
    return Article(
        "a-7f3c91d2e4", "a.md", "Boats burn", date(2031, 3, 7), None, (), "post", None, None, "en", None, None, (),
        None, None, status, rights, Origins("front-matter"), ("",), tuple(Sentence(text, 0, when) for text in texts),
        tuple(Cut(9, text, "correction-notice") for text in cuts),
    )  # fmt: skip


def story(one: Article, words: int = 120, share: float = 1, **outlet):
    settings = StorySettings(excerpts=ExcerptSettings(words, share))
    [told] = tell(
        [Thread("fire", "The fire", (one,), ThreadWord("fire"))], {"post": Outlet("post", "Post", **outlet)}, settings
    )
    return told


def texts(told) -> list[str]:
    return [notice.text for notice in told.notices]


@pytest.mark.parametrize(
    ("one", "more", "expected"),
    [
        pytest.param(article(NOTICE), {}, [NOTICE], id="verbatim"),
        pytest.param(article(NOTICE, NOTICE), {}, [NOTICE], id="that stands twice, once"),
        pytest.param(article(), {}, [], id="none"),
        pytest.param(article(NOTICE), {"words": 26}, [NOTICE], id="of half of what may be shown"),
        pytest.param(article(NOTICE), {"words": 25}, [""], id="of more than half"),
        pytest.param(article(NOTICE, f"{NOTICE} Sorry."), {"words": 30}, [NOTICE, ""], id="two that together are more"),
        pytest.param(article("Correction: " + "so " * 60), {"words": 400}, [""], id="of more than 60 words"),
        pytest.param(
            article("Correction: " + "so " * 60, rights="full"), {}, ["Correction: " + "so " * 60],
            id="of any length with full rights",
        ),
        pytest.param(article(NOTICE, rights="link"), {}, [""], id="of a report that is linked alone"),
        pytest.param(article(NOTICE), {"rights": "link"}, [""], id="of an outlet that is linked alone"),
        pytest.param(article(NOTICE, status="retracted"), {}, [], id="of a retracted report, which is named anyway"),
        pytest.param(
            article("Correction: Five.", texts=BODY[:1]), {"share": 0.4}, [""],
            id="of a brief, which may show one sentence alone",
        ),
    ],
)  # fmt: skip
def test_a_notice(one, more, expected):
    assert texts(story(one, **more)) == expected


def test_its_id_is_made_of_the_article_and_the_notice():
    assert story(article(NOTICE)).notices == (Notice("n-7f3c91d2e4-78e1454e9c", "a-7f3c91d2e4", NOTICE),)


@pytest.mark.parametrize("words", [pytest.param(each, id=f"{each} words") for each in (26, 40, 60)])
def test_a_report_shows_no_more_than_it_may_with_its_notice(words):
    told = story(article(NOTICE), words)
    shown = [*texts(told), *(each.text for day in told.days for each in day.sentences)]
    assert NOTICE in shown
    assert sum(map(count_words, shown)) <= words
    assert len(story(article(), words).days[0].sentences) >= len(shown) - 1


def test_a_notice_is_no_sentence_of_the_timeline():
    told = story(article(NOTICE))
    assert not [each for day in told.days for each in day.sentences if "Correction" in each.text]


def test_what_the_budget_keeps_off_the_page_is_withheld_and_a_subhead_is_not():
    one = article(texts=(*BODY[:3], "Harbour closed"))
    assert [each.withheld for each in story(one, words=30).left_out] == [True, False]
