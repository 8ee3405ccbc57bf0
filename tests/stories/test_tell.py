"""On which day of the page a sentence stands, and whose sentences are told."""

from datetime import date

import pytest

from digest.model import Article, DayWord, Mark, Mention, Origins, Outlet, Sentence, Thread, ThreadWord, When
from digest.stories.settings import ExcerptSettings, StorySettings
from digest.stories.tell import tell

SETTINGS = StorySettings(summary_sentences=2, background_days=30, excerpts=ExcerptSettings(share=1))


def resolved(value: str) -> When:
    return When(value, ("year", "month", "day")[value.count("-")], "resolved", "then")


def sentence(text: str, when: When | None) -> Sentence:
    return Sentence(text, 0, when, (Mention("then", when.value),) if when and when.expression else ())


def article(name: str, *sentences: Sentence, day: int | None = 7, source: str | None = None, **more) -> Article:
    return Article(
        f"a-{name}", f"{name}.md", f"Headline {name}", date(2031, 3, day) if day else None, None, (), source, None,
        None, more.get("lang", "en"), None, None, (), None, None, more.get("status", "published"),
        more.get("rights", "excerpt"), Origins(more.get("origin", "front-matter")), ("",), sentences, (),
    )  # fmt: skip


def story(*articles: Article, outlets: dict[str, Outlet] | None = None, **word):
    [told] = tell([Thread("fire", "The fire", articles, ThreadWord("fire", **word))], outlets or {}, SETTINGS)
    return told


@pytest.mark.parametrize(
    ("when", "place"),
    [
        pytest.param(When("2031-03-07", "day", "published"), "2031-03-07", id="the day of publication"),
        pytest.param(resolved("2031-03-06"), "2031-03-06", id="a day that is named"),
        pytest.param(resolved("2031-02-05"), "2031-02-05", id="a day not long before the thread"),
        pytest.param(resolved("2031-02-04"), "background", id="a day long before the thread"),
        pytest.param(resolved("2030"), "background", id="a year past"),
        pytest.param(resolved("2031"), "2031-03-07", id="the year of publication"),
        pytest.param(resolved("2031-02"), "background", id="a month past"),
        pytest.param(resolved("2031-03"), "2031-03-07", id="the month of publication"),
        pytest.param(resolved("2031-03-08"), "ahead", id="a day to come"),
        pytest.param(resolved("2031-04"), "ahead", id="a month to come"),
        pytest.param(None, "undated", id="no day"),
    ],
)
def test_a_sentence_stands_where_its_time_puts_it(when, place):
    told = story(article("a", sentence("Six boats burnt.", when)))
    places = {"background": told.background, "ahead": told.ahead, "undated": told.undated}
    places |= {day.value: day.sentences for day in told.days}
    assert [name for name, sentences in places.items() if sentences] == [place]


def test_what_is_announced_stands_in_the_order_of_its_days():
    told = story(
        article(
            "a",
            *(sentence(f"They meet {value}.", resolved(value)) for value in ("2031-04-24", "2031-04", "2031-03-11")),
        )
    )
    assert [each.when.value for each in told.ahead] == ["2031-03-11", "2031-04", "2031-04-24"]


def test_the_background_stands_in_the_order_of_its_times():
    told = story(
        article("a", *(sentence(f"It was so in {value}.", resolved(value)) for value in ("2027", "2024", "2025-06")))
    )
    assert [each.when.value for each in told.background] == ["2024", "2025-06", "2027"]


def test_an_announcement_makes_no_day_by_itself_and_stands_where_it_was_made():
    planned = sentence("Divers will search on Saturday.", resolved("2031-03-08"))
    told = story(
        article("a", planned, day=7),
        article("b", sentence("It rained.", When("2031-03-10", "day", "published")), day=10),
    )
    assert {day.value: [each.text for each in day.sentences] for day in told.days} == {
        "2031-03-07": ["Divers will search on Saturday."],
        "2031-03-10": ["It rained."],
    }


def test_an_announcement_stands_on_its_day_beside_a_report_of_it():
    planned = sentence("Divers will search on Saturday.", resolved("2031-03-08"))
    found = sentence("Two bodies were found in the wreck at noon.", resolved("2031-03-08"))
    told = story(article("a", planned, day=7), article("b", found, day=10))
    assert [(day.value, len(day.sentences)) for day in told.days] == [("2031-03-08", 2)]


def test_an_article_without_a_date_moves_nothing():
    told = story(article("a", sentence("Six boats burnt.", None), day=None))
    assert (told.days, [each.text for each in told.undated]) == ((), ["Six boats burnt."])


@pytest.mark.parametrize(
    ("more", "outlet", "marks"),
    [
        pytest.param({}, None, [Mark("a-a", 0)], id="an excerpt"),
        pytest.param({"rights": "link"}, None, [], id="of an article that may only be linked nothing is told"),
        pytest.param({"status": "retracted"}, None, [], id="of a retracted article nothing is told"),
        pytest.param({}, Outlet("echo", "Echo", rights="link"), [], id="nor of an outlet that may only be linked"),
        pytest.param(
            {"rights": "full"}, Outlet("echo", "Echo", rights="link"), [Mark("a-a", 0)], id="unless its article says so"
        ),
    ],
)
def test_only_what_may_be_told_is_told(more, outlet, marks):
    told = story(
        article("a", sentence("Six boats burnt.", resolved("2031-03-07")), source="echo", **more),
        outlets={"echo": outlet} if outlet else {},
    )
    assert [each.mark for day in told.days for each in day.sentences] == marks


def test_a_subhead_is_not_told_but_where_there_is_nothing_else():
    when = When("2031-03-07", "day", "published")
    both = story(article("a", sentence("The night", when), sentence("Six boats burnt.", when)))
    assert [each.text for day in both.days for each in day.sentences] == ["Six boats burnt."]
    alone = story(article("a", sentence("The night", when)))
    assert [each.text for day in alone.days for each in day.sentences] == ["The night"]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Six boats burnt.", f"{'Boats burnt and ' * 5}no stop"], id="a long text without a full stop"),
        pytest.param(
            ["火事です。", "港で船が六隻焼けたと市の消防が昨日の夜に発表している"],
            id="a long text in a script without spaces",
        ),
        pytest.param(["သင်္ဘော၊", "မီးလောင်သည်၊", "Six boats burnt!"], id="signs that we do not know"),
    ],
)
def test_what_may_be_a_sentence_is_told(texts):
    told = story(article("a", *(sentence(text, When("2031-03-07", "day", "published")) for text in texts)))
    assert sorted(each.text for day in told.days for each in day.sentences) == sorted(texts)


def test_the_curator_titles_notes_and_hides_days():
    days = [sentence(f"Boats burnt on day {day}.", resolved(f"2031-03-0{day}")) for day in (5, 6, 7)]
    words = (DayWord("2031-03-05", title="The night", note="Disputed."), DayWord("2031-03-06", hide=True))
    told = story(article("a", *days), days=words)
    assert [(day.value, day.title, day.note) for day in told.days] == [
        ("2031-03-05", "The night", "Disputed."),
        ("2031-03-07", "Headline a", None),
    ]


def test_a_day_is_called_by_a_headline_of_its_own_reports_never_by_a_derived_one():
    told = story(
        article("a", sentence("Five boats burnt.", resolved("2031-03-05")), day=7),
        article("b", sentence("The mayor spoke of ferries.", resolved("2031-03-06")), day=6),
        article("c", sentence("Rain fell for hours.", resolved("2031-03-08")), day=8, origin="derived"),
    )
    assert [(day.value, day.title) for day in told.days] == [
        ("2031-03-05", ""),
        ("2031-03-06", "Headline b"),
        ("2031-03-08", ""),
    ]


def test_a_day_weighs_what_was_published_on_it_and_what_names_it():
    told = story(
        article("a", sentence("Five boats burnt.", resolved("2031-03-06")), day=7),
        article("b", sentence("The mayor spoke of ferries.", resolved("2031-03-06")), day=8),
        article("c", sentence("Rain fell for hours.", resolved("2031-03-08")), day=8),
    )
    assert [(day.value, day.weight) for day in told.days] == [("2031-03-06", 0.6667), ("2031-03-08", 1.0)]


def test_a_report_that_was_taken_back_makes_no_day_matter():
    named = sentence("Five boats burnt.", resolved("2031-03-06"))
    other = sentence("The mayor spoke of ferries.", resolved("2031-03-05"))
    told = story(article("a", named, other), *(article(name, named, status="retracted") for name in "bcd"))
    assert [(day.value, day.weight) for day in told.days] == [("2031-03-05", 1.0), ("2031-03-06", 1.0)]


def test_a_day_is_told_first_by_what_its_reports_share_not_by_what_the_thread_is_about():
    fire = [
        sentence(f"Boats burnt in the harbour, said watchman {number}.", resolved("2031-03-05")) for number in "123"
    ]
    named = [
        sentence("The harbour of Port Amber was dark when boats burnt.", resolved("2031-03-06")),
        sentence("A judge in the town of Alma heard the ferry's captain.", resolved("2031-03-06")),
    ]
    heard = sentence("Before the judge of Alma the captain was silent.", resolved("2031-03-06"))
    told = story(article("a", *fire, *named), article("b", *fire, heard, day=9))
    assert told.days[1].sentences[0].text == named[1].text


def test_a_day_is_headed_in_the_language_of_most_reports():
    boats = sentence("Six boats burnt in the harbour of the old town.", None)
    texts = (
        "Sechs Boote verbrannten im Hafen der alten Stadt am frühen Morgen.",
        "Ninety litres of oil ran into the basin.",
    )
    german, english = (sentence(text, When("2031-03-07", "day", "published")) for text in texts)
    told = story(article("a", german, lang="de"), article("b", english), article("c", boats, day=8))
    assert [day.title for day in told.days if day.value == "2031-03-07"] == ["Headline b"]


def test_a_dateline_is_not_told():
    told = story(article("a", sentence("ALMA (Coast Wire) - Six boats burnt in the harbour.", None)))
    assert [each.text for each in told.undated] == ["Six boats burnt in the harbour."]
