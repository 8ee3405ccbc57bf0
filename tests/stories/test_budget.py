"""No article shows more than it may, what matters most is shown first, and all the rest is accounted for."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, DayWord, LeftOut, Mark, Origins, Outlet, Sentence, Story, Thread, ThreadWord, When
from digest.stories.allowances import Allowance, allowances
from digest.stories.budget import within_budget
from digest.stories.countwords import count_words
from digest.stories.settings import ExcerptSettings, StorySettings
from digest.stories.tell import tell

BOATS = "Six boats burnt in the harbour of Port Amber on the night of the regatta."
CREWS = "Crews from four towns fought the flames on the water until the morning came."
MAYOR = "Mayor Ada Alm asked the harbour guard why no alarm bell was rung in Alma."
SHORT = "Nobody was hurt there."


def article(name: str, *texts: str, day: int = 7, **more) -> Article:
    days = more.get("days") or [day] * len(texts)
    sentences = tuple(
        Sentence(text, 0, When(f"2031-03-{of:02}", "day", "resolved", "then"))
        for text, of in zip(texts, days, strict=True)
    )
    return Article(
        f"a-{name}", f"{name}.md", f"Headline {name}", date(2031, 3, day), None, (), more.get("source"), None,
        None, "en", None, None, (), None, None, more.get("status", "published"), more.get("rights", "excerpt"),
        Origins("front-matter"), ("",), sentences, (),
    )  # fmt: skip


def story(*articles: Article, outlets: dict[str, Outlet] | None = None, share: float = 1, words: int = 120, **word):
    settings = StorySettings(excerpts=ExcerptSettings(words, share))
    [told] = tell([Thread("fire", "The fire", articles, ThreadWord("fire", **word))], outlets or {}, settings)
    return told


def texts(told: Story) -> list[list[str]]:
    parts = [*(day.sentences for day in told.days), told.ahead, told.background, told.undated]
    return [[each.text for each in part] for part in parts if part]


def every(told: Story):
    return [*(each for day in told.days for each in day.sentences), *told.ahead, *told.background, *told.undated]


@pytest.mark.parametrize(
    ("one", "outlet", "expected"),
    [
        pytest.param({}, None, Allowance(24, 24, "30 words or 40 %"), id="the share of its words"),
        pytest.param({"rights": "full"}, None, Allowance(float("inf"), float("inf")), id="all, with full rights"),
        pytest.param(
            {}, Outlet("post", "Post", rights="full"), Allowance(float("inf"), float("inf")), id="its outlet's"
        ),
        pytest.param(
            {}, Outlet("post", "Post", words=20), Allowance(20, 20, "20 words or 40 %"), id="an outlet's words"
        ),
        pytest.param(
            {}, Outlet("post", "Post", share=0.1), Allowance(6, 6, "30 words or 10 %"), id="an outlet's share"
        ),
        pytest.param({}, Outlet("post", "Post", share=0), Allowance(0, 0, "30 words or 0 %"), id="nothing"),
    ],
)
def test_an_article_may_show_the_lesser_of_words_and_share(one, outlet, expected):
    report = article("a", *[SHORT] * 15, source="post", **one)
    assert allowances([report], {"post": outlet} if outlet else {}, ExcerptSettings(30, 0.4)) == {"a-a": expected}


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(10, Allowance(16, 40, "50 words or 40 %"), id="40 words may show one sentence"),
        pytest.param(11, Allowance(17, 17, "50 words or 40 %"), id="44 words may not"),
    ],
)
def test_a_short_article_may_show_one_sentence(count, expected):
    assert allowances([article("a", *[SHORT] * count)], {}, ExcerptSettings(50, 0.4)) == {"a-a": expected}


def test_a_short_article_shows_one_sentence_and_no_more():
    assert texts(story(article("a", BOATS, CREWS), share=0.4)) == [[BOATS]]


def test_every_day_has_its_first_sentence_before_any_has_its_second():
    told = story(article("a", BOATS, CREWS, MAYOR, days=[6, 7, 7]), words=30)
    assert [len(part) for part in texts(told)] == [1, 1]


def test_a_sentence_that_does_not_fit_is_passed_over_and_a_shorter_one_is_told():
    assert texts(story(article("a", BOATS, CREWS, SHORT), words=20)) in ([[BOATS, SHORT]], [[CREWS, SHORT]])


def test_a_repeat_that_fits_is_told_in_the_place_of_a_sentence_that_does_not():
    told = story(
        article("a", BOATS, source="post"), article("b", BOATS, source="echo"),
        outlets={"post": Outlet("post", "Post", words=3)},
    )  # fmt: skip
    assert [(each.mark, each.repeats[0].mark, each.repeats[0].shown) for each in every(told)] == [
        (Mark("a-b", 0), Mark("a-a", 0), False)
    ]


def test_a_day_without_a_sentence_that_fits_is_no_day():
    told = story(article("a", BOATS, SHORT, days=[6, 7]), words=5)
    assert ([day.value for day in told.days], [each.numbers for each in told.left_out]) == (["2031-03-07"], [(0,)])


def test_a_quotation_is_shown_only_where_its_sentence_is():
    said = 'Ada Alm, the mayor, said: "The harbour stays closed until the divers come."'
    assert [quote.speaker for quote in story(article("a", said)).quotes] == ["Ada Alm"]
    assert story(article("a", said), words=5).quotes == ()


def test_what_differs_from_a_sentence_that_is_left_out_differs_from_none():
    six, seven = BOATS, BOATS.replace("Six", "Seven")
    both = [article("a", six, source="post"), article("b", seven, source="echo")]
    assert any(each.differs for each in every(story(*both)))
    cut = story(*both, outlets={"echo": Outlet("echo", "Echo", words=3)})
    assert [(each.text, each.differs) for each in every(cut)] == [(six, ())]


def test_what_is_left_out_bears_its_reason():
    told = story(
        article("a", "Harbour still closed", BOATS, days=[7, 7]), article("b", CREWS, rights="link"),
        article("c", MAYOR, status="retracted"), article("d", SHORT, day=6), article("e", CREWS, source="post"),
        outlets={"post": Outlet("post", "Post", words=2)}, days=(DayWord("2031-03-06", hide=True),),
    )  # fmt: skip
    assert told.left_out == (
        LeftOut("a-a", "subhead", (0,)),
        LeftOut("a-b", "rights: link", (0,)),
        LeftOut("a-c", "status: retracted", (0,)),
        LeftOut("a-d", "day 2031-03-06, hidden", (0,)),
        LeftOut("a-e", "budget of 2 words or 100 %", (0,)),
    )


SAYINGS = st.sampled_from([BOATS, BOATS.replace("Six", "Seven"), CREWS, MAYOR, SHORT, "The harbour wall", "He fled."])
ARTICLES = st.lists(
    st.tuples(
        st.lists(st.tuples(SAYINGS, st.integers(5, 9)), min_size=1, max_size=8),
        st.sampled_from(["excerpt", "link", "full"]),
    ),
    min_size=1,
    max_size=4,
)


class TestLaws:
    @given(ARTICLES, st.integers(0, 60), st.floats(0, 1))
    def test_no_article_shows_more_than_it_may(self, drawn, words, share):
        told = story(*made(drawn), words=words, share=share)
        allowed = allowances(told.thread.articles, {}, ExcerptSettings(words, share))
        for one in told.thread.articles:
            spoken = [count_words(text) for mark, text in shown(told).items() if mark.article == one.id]
            most = allowed[one.id]
            assert sum(spoken) <= (most.words if len(spoken) > 1 else max(most.words, most.alone))

    @given(ARTICLES, st.integers(0, 60), st.floats(0, 1))
    def test_every_sentence_is_shown_folded_or_left_out_and_only_one_of_these(self, drawn, words, share):
        told = story(*made(drawn), words=words, share=share)
        marks = [mark for each in every(told) for mark in each.marks] + [
            mark for each in told.left_out for mark in each.marks
        ]
        assert sorted(marks) == [
            Mark(one.id, number) for one in told.thread.articles for number in range(len(one.sentences))
        ]

    @given(ARTICLES, st.integers(0, 60), st.floats(0, 1))
    def test_the_glance_and_what_differs_are_of_what_is_shown(self, drawn, words, share):
        told = story(*made(drawn), words=words, share=share)
        assert set(told.summary) <= set(every(told))
        assert {other.mark for each in every(told) for other in each.differs} <= {each.mark for each in every(told)}

    @given(ARTICLES)
    def test_a_budget_for_all_changes_nothing(self, drawn):
        told = story(*made(drawn), words=10_000)
        assert within_budget(told, {one.id: Allowance(10_000, 10_000) for one in told.thread.articles}) == told


def made(drawn) -> list[Article]:
    reports = [
        article(str(number), *(text for text, _ in said), days=[day for _, day in said])
        for number, (said, _) in enumerate(drawn)
    ]
    return [replace(report, rights=rights) for report, (_, rights) in zip(reports, drawn, strict=True)]


def shown(told: Story) -> dict[Mark, str]:
    texts = {each.mark: each.text for each in every(told)}
    return texts | {twin.mark: twin.text for each in every(told) for twin in each.repeats if twin.shown}


LEANING = "She kept her word."


def test_what_leans_on_a_sentence_is_told_only_where_that_one_is():
    every_word = story(article("a", BOATS, MAYOR, LEANING))
    assert {LEANING} <= {each.text for each in every(every_word)}
    told = story(article("a", CREWS, f"{MAYOR[:-1]} {'and of Port Amber ' * 4}at all.", LEANING), words=25)
    assert texts(told) == [[CREWS]]
    assert told.left_out == (
        LeftOut("a-a", "budget of 25 words or 100 %", (1,)),
        LeftOut("a-a", "leans on a sentence that is not shown", (2,)),
    )


def test_what_leans_waits_for_the_sentence_that_it_leans_on():
    told = story(article("a", SHORT, LEANING, CREWS, days=[6, 7, 7]), article("b", BOATS, day=7), words=25)
    assert LEANING in {each.text for each in every(told)}


def test_what_leans_is_told_where_nothing_else_may_be():
    assert texts(story(article("a", MAYOR, LEANING), words=5)) == [[LEANING]]


def test_what_lies_ahead_still_is_shown_before_what_lay_ahead_once():
    past = "The divers of Port Amber will search the harbour on Sunday."
    coming = "A ferry of Port Amber will sail to the island on the Sunday after."
    told = story(
        article("a", BOATS, past, coming, days=[7, 9, 16]),
        article("b", CREWS, day=12),
        words=count_words(f"{BOATS} {coming}"),
    )
    assert [each.text for each in told.ahead] == [coming]
