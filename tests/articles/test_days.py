"""Which days a sentence names, which it speaks of."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.dates.days import date_sentence, find_mentions
from digest.model import Mention, Sentence, When

FRIDAY = date(2025, 1, 31)

MENTIONS = [
    # weekdays
    pytest.param("The mill burnt on Thursday.", {"on Thursday": "2025-01-30"}, id="a weekday is the latest one"),
    pytest.param("The mill burnt Friday.", {"Friday": "2025-01-31"}, id="the day of publication included"),
    pytest.param("Saturday's vote was close.", {"Saturday": "2025-01-25"}, id="a weekday with an apostrophe"),
    pytest.param("It rained Sunday night.", {"Sunday night": "2025-01-26"}, id="a part of the day"),
    pytest.param("It burnt last Friday.", {"last Friday": "2025-01-24"}, id="last is before publication"),
    pytest.param("They meet next Friday.", {"next Friday": "2025-02-07"}, id="next is after publication"),
    pytest.param("He will meet her on Tuesday.", {"on Tuesday": "2025-02-04"}, id="the verb looks ahead"),
    pytest.param("The vote is due on Tuesday.", {"on Tuesday": "2025-02-04"}, id="due looks ahead"),
    pytest.param("A vote is scheduled for Tuesday.", {"Tuesday": "2025-02-04"}, id="scheduled looks ahead"),
    pytest.param("She plans to leave on Tuesday.", {"on Tuesday": "2025-02-04"}, id="a plan looks ahead"),
    pytest.param("On Monday, the court will rule.", {"On Monday": "2025-02-03"}, id="the verb after the day"),
    pytest.param("He would say no more, but he left Monday.", {"Monday": "2025-01-27"}, id="the verb of the clause"),
    pytest.param("It had been due to end on Monday.", {"on Monday": "2025-01-27"}, id="a past plan"),
    pytest.param("The Sunday Times and Black Friday", {}, id="names with a weekday"),
    pytest.param("They pray on Fridays and every Monday.", {}, id="habits"),
    pytest.param("He came back the following Monday.", {}, id="a weekday counted from elsewhere"),
    # days near publication
    pytest.param("It burnt yesterday, not today.", {"yesterday": "2025-01-30", "today": "2025-01-31"}, id="yesterday"),
    pytest.param("It burnt last night.", {"last night": "2025-01-30"}, id="last night"),
    pytest.param("Come this evening or tomorrow.", {"this evening": "2025-01-31", "tomorrow": "2025-02-01"}, id="soon"),
    pytest.param("Drones struck overnight.", {"overnight": "2025-01-31"}, id="overnight, to publication"),
    pytest.param("He was an overnight success.", {}, id="overnight as an adjective"),
    pytest.param("It burnt the day before yesterday.", {"the day before yesterday": "2025-01-29"}, id="two days off"),
    pytest.param("It sank 10 days ago.", {"10 days ago": "2025-01-21"}, id="days ago"),
    pytest.param("It sank a week ago.", {"a week ago": "2025-01-24"}, id="a week ago"),
    pytest.param("It sank two weeks ago.", {"two weeks ago": "2025-01-17"}, id="weeks ago"),
    pytest.param("It sank six weeks ago.", {"six weeks ago": "2024-12"}, id="many weeks ago are no day"),
    # days of a month
    pytest.param("It sank on Nov. 25.", {"on Nov. 25": "2024-11-25"}, id="a day without a year is the nearest"),
    pytest.param("It sank on 25 November.", {"on 25 November": "2024-11-25"}, id="the day first"),
    pytest.param("The talks are on March 3.", {"on March 3": "2025-03-03"}, id="the nearest may be ahead"),
    pytest.param("He was seen on Aug. 20.", {"on Aug. 20": "2024-08-20"}, id="far off the verb decides"),
    pytest.param("It will open on July 20.", {"on July 20": "2025-07-20"}, id="far off, ahead"),
    pytest.param("It is Friday, Oct. 14.", {"Friday, Oct. 14": "2024-10-14"}, id="a weekday that fits no near year"),
    pytest.param("It sank Sunday, Nov. 24.", {"Sunday, Nov. 24": "2024-11-24"}, id="a weekday and a day"),
    pytest.param("He died on the 14th.", {"on the 14th": "2025-01-14"}, id="the day alone"),
    pytest.param("It opened on the 14th floor.", {}, id="an ordinal that is no day"),
    pytest.param("It sank on Feb. 30.", {}, id="no such day"),
    pytest.param("He came on Christmas Eve.", {"Christmas Eve": "2024-12-24"}, id="a holiday"),
    pytest.param("It is since the Oct. 7 attack.", {"Oct. 7": "2023-10-07"}, id="a day that became a name"),
    # with a year
    pytest.param("Born May 5, 1961.", {"May 5, 1961": "1961-05-05"}, id="a full date"),
    pytest.param("Born the 5th of May 1961.", {"the 5th of May 1961": "1961-05-05"}, id="a full date in words"),
    pytest.param("2024-02-03 11/25/97", {"2024-02-03": "2024-02-03", "11/25/97": "1997-11-25"}, id="figures"),
    pytest.param("3.2.2024 and 5/6/2024", {"3.2.2024": "2024-02-03"}, id="ambiguous figures are left"),
    # months and years
    pytest.param("It began in August.", {"in August": "2024-08"}, id="a month is the latest"),
    pytest.param("It will begin in August.", {"in August": "2025-08"}, id="a month ahead"),
    pytest.param("In May 2024 and last March", {"In May 2024": "2024-05", "last March": "2024-03"}, id="months"),
    pytest.param("It may march on.", {}, id="verbs that look like months"),
    pytest.param("May Roe and April Poe sang.", {}, id="names that look like months"),
    pytest.param("Last month, last year", {"Last month": "2024-12", "last year": "2024"}, id="the last month or year"),
    pytest.param("In 2022 and the 2014 war", {"In 2022": "2022", "the 2014": "2014"}, id="years"),
    pytest.param("Five years ago it closed.", {}, id="a count with a capital is left"),
    pytest.param("It closed five years ago.", {"five years ago": "2020"}, id="years ago"),
    pytest.param("In the 1990s, of 2000 men, in 2,022 cases, in 2022-23", {}, id="no years"),
    pytest.param("this week, in the morning", {}, id="what no value can express"),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_an_expression_is_resolved(text: str, expected: dict[str, str]) -> None:
    assert {mention.text: mention.value for mention in find_mentions(text, FRIDAY)} == expected


def test_without_a_day_of_publication_only_written_years_count() -> None:
    text = "On Monday, 3 May 2021, in 2022, in May, on 2021-03-04, last year, Friday"
    assert find_mentions(text, None) == (
        Mention("On Monday, 3 May 2021", "2021-05-03"),
        Mention("in 2022", "2022"),
        Mention("2021-03-04", "2021-03-04"),
    )


def resolved(value: str, expression: str) -> When:
    return When(value, "day" if value.count("-") == 2 else "month" if "-" in value else "year", "resolved", expression)


PUBLISHED = When("2025-01-31", "day", "published")
TIMES = [
    pytest.param("The mill burnt.", PUBLISHED, id="no date: the day of publication"),
    pytest.param("The mill burnt on Monday.", resolved("2025-01-27", "on Monday"), id="the day that is named"),
    pytest.param("It burnt Monday and sank Tuesday.", resolved("2025-01-27", "Monday"), id="the first of two days"),
    pytest.param(
        "After talks on Monday, he resigned on Wednesday.", resolved("2025-01-29", "on Wednesday"), id="the main clause"
    ),
    pytest.param("Norway in 2022 said it would pay.", resolved("2022", "in 2022"), id="a year at the head"),
    pytest.param("In August, the bridge fell.", resolved("2024-08", "In August"), id="a month at the head"),
    pytest.param("He spoke in Oslo, where a bridge had fallen in August.", PUBLISHED, id="a month in a late clause"),
    pytest.param("Since 2014, it has been closed.", PUBLISHED, id="a year that only begins a span"),
    pytest.param("In 2022 it opened, and it burnt Monday.", resolved("2025-01-27", "Monday"), id="a day before a year"),
]


@pytest.mark.parametrize(("text", "when"), TIMES)
def test_a_sentence_speaks_of_a_time(text: str, when: When) -> None:
    assert date_sentence(text, 3, FRIDAY) == Sentence(text, 3, when, find_mentions(text, FRIDAY))


def test_an_undated_sentence_of_an_undated_article_has_no_time() -> None:
    assert date_sentence("It burnt on Monday.", 0, None) == Sentence("It burnt on Monday.", 0, None)


WORDS = (
    "on the of In last next this Friday Sunday May March Feb. 29 30 31st 1999 2024, 11/25/97 0 99 ago years weeks"
    " Christmas Eve 9/11 Oct. 7 attack tomorrow will was early mid- ٣ month year night 14th. 2025-02-30 1.1.2000"
)
NEWS = st.lists(st.sampled_from(WORDS.split())).map(" ".join)


@given(st.one_of(NEWS, st.text()), st.one_of(st.none(), st.dates()))
def test_mentions_are_verbatim_in_order_and_well_formed(text: str, published: date | None) -> None:
    place = 0
    for mention in find_mentions(text, published):
        place = text.index(mention.text, place) + len(mention.text)
        assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", mention.value)
        date.fromisoformat((mention.value + "-01-01")[: len("YYYY-MM-DD")])


@pytest.mark.parametrize(
    "piece", ["on ", "in early ", "Friday ", "1", "the 2014 ", "May ", "a", " ", "last ", "after "]
)
def test_hostile_text_is_dated_in_linear_time_for_in_quadratic_time_this_would_run_for_minutes(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + " Friday"
    assert date_sentence(text, 0, FRIDAY).text == text
