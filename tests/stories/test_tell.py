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


def test_an_announcement_that_nobody_reports_on_makes_no_day_and_stays_ahead():
    # Issue 5: on the day of its report its label named another day than its heading.
    planned = sentence("Divers will search on Saturday.", resolved("2031-03-08"))
    told = story(
        article("a", planned, sentence("It snowed.", When("2031-03-07", "day", "published")), day=7),
        article("b", sentence("It rained.", When("2031-03-10", "day", "published")), day=10),
    )
    assert {day.value: [each.text for each in day.sentences] for day in told.days} == {
        "2031-03-07": ["It snowed."],
        "2031-03-10": ["It rained."],
    }
    assert [(each.text, each.when) for each in told.ahead] == [(planned.text, planned.when)]


def test_no_sentence_of_a_day_names_another_day_than_the_days():
    told = story(
        article("a", sentence("Divers will search on Saturday.", resolved("2031-03-08")), day=7),
        article("b", sentence("The mayor rang the bell.", resolved("2031-03-09")), day=10),
        article(
            "c", sentence("The mayor spoke.", resolved("2031-03-05")), sentence("She wept.", resolved("2031-02-20"))
        ),
    )
    assert {each.when.value == day.value for day in told.days for each in day.sentences} == {True}


def test_what_was_announced_for_a_day_comes_after_what_was_reported_of_it():
    planned = "The appeal of the harbour company will be filed by Wednesday."
    lodged = "The harbour company lodged its appeal with the court of Alma."
    told = story(
        article("a", sentence(planned, resolved("2031-03-12")), day=7),
        article("b", sentence(lodged, resolved("2031-03-12")), day=12),
    )
    assert [[each.text for each in day.sentences] for day in told.days] == [[lodged, planned]]


BROUGHT = "Two men were arrested on Monday at the station of Alma."


def leaning(text: str, when: When, *more, before: str = BROUGHT):
    return story(article("a", sentence(before, resolved("2031-03-10")), sentence(text, when), day=11), *more)


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(resolved("2031-03-14"), id="ahead"),
        pytest.param(resolved("2024"), id="in the background"),
        pytest.param(resolved("2031-02-25"), id="on a day before the first report"),
        pytest.param(When("2031-03-11", "day", "published"), id="on the day of publication"),
    ],
)
def test_what_leans_on_a_sentence_and_would_stand_alone_stands_with_it(when):
    told = leaning("They will be brought before a judge.", when)
    assert (told.ahead, told.background) == ((), ())
    assert [(day.value, [(each.text, each.when) for each in day.sentences]) for day in told.days] == [
        (
            "2031-03-10",
            [
                (BROUGHT, resolved("2031-03-10")),
                ("They will be brought before a judge.", When("2031-03-10", "day", "resolved")),
            ],
        )
    ]


def test_what_leans_on_a_sentence_stays_on_its_day_beside_what_others_tell_of_it():
    other = article("b", sentence("The court of Alma heard two men in a closed room.", resolved("2031-03-12")), day=13)
    told = leaning("They were heard for hours.", resolved("2031-03-12"), other)
    assert [(day.value, len(day.sentences)) for day in told.days] == [("2031-03-10", 1), ("2031-03-12", 2)]


def test_what_leans_follows_a_sentence_that_leans_itself():
    told = story(
        article(
            "a",
            sentence(BROUGHT, resolved("2031-03-10")),
            sentence("They were silent.", resolved("2031-03-04")),
            sentence("She kept her word.", resolved("2031-03-03")),
            day=11,
        )
    )
    assert [(day.value, len(day.sentences)) for day in told.days] == [("2031-03-10", 3)]


def test_what_begins_a_report_leans_on_nothing():
    told = story(article("a", sentence("She kept her word.", resolved("2031-03-06"))))
    assert [(day.value, [each.text for each in day.sentences]) for day in told.days] == [
        ("2031-03-06", ["She kept her word."])
    ]


def test_of_two_expressions_for_a_day_the_one_with_its_figure_is_told():
    when = When("2031-03-02", "day", "resolved", "A week ago")
    both = Sentence(
        "A week ago, on 2 March, six boats burnt.", 0, when,
        (Mention("A week ago", "2031-03-02"), Mention("on 2 March", "2031-03-02"), Mention("2 April", "2031-04-02")),
    )  # fmt: skip
    told = story(article("a", both, day=9))
    assert [each.when.expression for day in told.days for each in day.sentences] == ["on 2 March"]


def test_the_glance_tells_what_most_reports_tell_of_the_day_that_matters_most():
    ban = "Parliament forbade salmon farms in the lake of Alma."
    voted = [article(name, sentence(ban, resolved("2031-03-06")), day=6) for name in "abcd"]
    march = [
        article(
            "e",
            *(
                sentence(text, resolved("2031-03-03"))
                for text in (
                    "Friends of the lake marched through the streets of the old town.",
                    "Friends of the lake marched with lanterns to the old town of Alma.",
                    "Friends of the lake and of the old town sued for the lake's sake.",
                )
            ),
            day=3,
        )
    ]
    end = article("f", sentence("Friends of the lake danced in the old town.", resolved("2031-03-12")), day=12)
    settings = StorySettings(summary_sentences=3, excerpts=ExcerptSettings(share=1))
    [told] = tell([Thread("lake", "Lake", (*march, *voted, end), ThreadWord("lake"))], {}, settings)
    assert ban in [each.text for each in told.summary]


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
