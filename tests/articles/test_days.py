"""Which days a sentence names, which it speaks of."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.dates.days import date_sentence, date_sentences, find_mentions
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
    pytest.param("The leaders meet again Monday.", {"Monday": "2025-02-03"}, id="the plain verb is of the present"),
    pytest.param("He flew in to meet Monday.", {"Monday": "2025-01-27"}, id="but not one behind to"),
    pytest.param("He left by the Monday deadline.", {"the Monday": "2025-01-27"}, id="a deadline can be over"),
    pytest.param(
        "They expect the water to pass it on Tuesday.", {"on Tuesday": "2025-02-04"}, id="expects ... to looks ahead"
    ),
    pytest.param("It is forecast to stop on Tuesday.", {"on Tuesday": "2025-02-04"}, id="forecast looks ahead"),
    pytest.param("It is expected to stop on Tuesday.", {"on Tuesday": "2025-02-04"}, id="expected looks ahead"),
    pytest.param("It is due to stop on Tuesday.", {"on Tuesday": "2025-02-04"}, id="due to looks ahead"),
    pytest.param("It should have been shut on Tuesday.", {"on Tuesday": "2025-01-28"}, id="should have looks back"),
    pytest.param("They could not have met on Tuesday.", {"on Tuesday": "2025-01-28"}, id="could not have looks back"),
    pytest.param("They would have to meet on Tuesday.", {"on Tuesday": "2025-02-04"}, id="would have to looks ahead"),
    pytest.param("They should have enough boats by Tuesday.", {"Tuesday": "2025-02-04"}, id="should have a thing"),
    pytest.param("On Tuesday they should have met.", {"On Tuesday": "2025-01-28"}, id="should have behind the day"),
    # days near publication
    pytest.param("Today's ships and many of today's men", {"Today": "2025-01-31"}, id="today that means these times"),
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
    # holidays (FRIDAY is 31 January 2025)
    pytest.param("He came on Christmas.", {"on Christmas": "2024-12-25"}, id="Christmas as a day"),
    pytest.param("He won on Election Day.", {"Election Day": "2024-11-05"}, id="the Tuesday after the first Monday"),
    pytest.param("It opens on Memorial Day.", {"Memorial Day": "2025-05-26"}, id="the last Monday of May"),
    pytest.param("It closed on Labor Day.", {"Labor Day": "2024-09-02"}, id="the first Monday of September"),
    pytest.param("It sank on Halloween.", {"Halloween": "2024-10-31"}, id="Halloween"),
    pytest.param("It burnt on the Fourth of July.", {"the Fourth of July": "2024-07-04"}, id="a day in words"),
    pytest.param("It is shut on Easter Monday.", {"Easter Monday": "2025-04-21"}, id="a feast that moves"),
    pytest.param("The Good Friday Agreement held.", {}, id="a treaty that is named for a day"),
    pytest.param("It will open by year-end.", {"by year-end": "2025-12-31"}, id="the end of the year"),
    pytest.param("It rose 5% since year-end.", {"since year-end": "2024-12-31"}, id="the end of the last year"),
    # ranges and pairs
    pytest.param("On April 24 and 25 it will rain.", {"On April 24": "2025-04-24", "25": "2025-04-25"}, id="a pair"),
    pytest.param("It will run May 3-5.", {"May 3": "2025-05-03", "5": "2025-05-05"}, id="a range"),
    pytest.param("Shut 24-26 March.", {"24": "2025-03-24", "26 March": "2025-03-26"}, id="a range, the day first"),
    pytest.param("It ran May 3-5, 2019.", {"May 3": "2019-05-03", "5, 2019": "2019-05-05"}, id="a range and its year"),
    pytest.param(
        "It ran from Dec. 30 to Jan. 2, 2020.",
        {"Dec. 30": "2019-12-30", "Jan. 2, 2020": "2020-01-02"},
        id="a range over the turn of the year",
    ),
    pytest.param("On May 3 and 12 men sank.", {"On May 3": "2024-05-03"}, id="a count is no second day"),
    # days of the story
    pytest.param(
        "Shot on Monday, he died the next day.",
        {"on Monday": "2025-01-27", "the next day": "2025-01-28"},
        id="the next day",
    ),
    pytest.param(
        "Shot Monday, he died two days later.",
        {"Monday": "2025-01-27", "two days later": "2025-01-29"},
        id="days later",
    ),
    pytest.param(
        "Shot Jan. 8, he had fled the previous Friday.",
        {"Jan. 8": "2025-01-08", "the previous Friday": "2025-01-03"},
        id="the previous Friday",
    ),
    pytest.param(
        "Shot Jan. 8, he died the following Friday.",
        {"Jan. 8": "2025-01-08", "the following Friday": "2025-01-10"},
        id="the following Friday",
    ),
    pytest.param("He died the next day, and later that night", {}, id="without a day before they come to nothing"),
    pytest.param(
        "It fell the day before last Tuesday.",
        {"the day before last Tuesday": "2025-01-27"},
        id="a day beside a weekday",
    ),
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
    pytest.param("Five years ago it closed.", {"Five years ago": "2020"}, id="a count with a capital"),
    pytest.param("A week ago it rose.", {"A week ago": "2025-01-24"}, id="a week ago at the head"),
    pytest.param("Two days ago it rose.", {"Two days ago": "2025-01-29"}, id="days ago at the head"),
    pytest.param("Three weeks ago it rose.", {"Three weeks ago": "2025-01"}, id="weeks ago at the head are no day"),
    pytest.param("It closed five years ago.", {"five years ago": "2020"}, id="years ago"),
    pytest.param("In the 1990s, of 2000 men, in 2,022 cases, in 2022-23", {}, id="no years"),
    pytest.param("this week, in the morning", {}, id="what no value can express"),
    # several, and what only looks like one, in a sentence
    pytest.param("At Christmas he sang, two days ago he left.", {"two days ago": "2025-01-29"}, id="behind a feast"),
    pytest.param("The 2024 model, sold todayMore", {"today": "2025-01-31"}, id="glued to the next word"),
    pytest.param(
        "Every day in May and on Tuesday night, a fortnight ago and on the 23rd.",
        {"in May": "2024-05", "on Tuesday night": "2025-01-28", "on the 23rd": "2025-01-23"},
        id="beside words that might have been some",
    ),
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
    pytest.param(
        "It burnt over the weekend.", resolved("2025-01-25", "over the weekend"), id="a weekend is its Saturday"
    ),
    pytest.param("They will vote this weekend.", resolved("2025-02-01", "this weekend"), id="the weekend ahead"),
    pytest.param("It sank last weekend.", resolved("2025-01-25", "last weekend"), id="the last weekend"),
    pytest.param(
        "It sank over the weekend, on Sunday.", resolved("2025-01-26", "on Sunday"), id="a day before a weekend"
    ),
    pytest.param(
        "It sank on Monday night, officials said on Tuesday.",
        resolved("2025-01-27", "on Monday night"),
        id="the event before its saying",
    ),
    pytest.param(
        "Officials said on Tuesday that it sank on Monday night.",
        resolved("2025-01-27", "on Monday night"),
        id="the event behind its saying",
    ),
    pytest.param(
        "The mayor on Tuesday said it sank Monday.", resolved("2025-01-27", "Monday"), id="a saying behind its day"
    ),
    pytest.param(
        "Ada Alm told the Harbour Post in an interview on Tuesday that it sank Monday.",
        resolved("2025-01-27", "Monday"),
        id="a saying with its place",
    ),
    pytest.param("The mill burnt, police said Tuesday.", resolved("2025-01-28", "Tuesday"), id="a saying and no event"),
    pytest.param("It sank Monday, said Roe.", resolved("2025-01-27", "Monday"), id="a day before a comma and a saying"),
    pytest.param(
        "They will vote at the end of the month.", resolved("2025-01-31", "at the end of the month"), id="end"
    ),
    pytest.param("It is due by the end of May.", resolved("2025-05-31", "by the end of May"), id="the end of a month"),
    pytest.param(
        "It is due by the end of February 2028.",
        resolved("2028-02-29", "by the end of February 2028"),
        id="of its year",
    ),
    pytest.param(
        "It was shut until the end of May.", resolved("2025-05-31", "until the end of May"), id="the end of what lasts"
    ),
    pytest.param(
        "It will open by the end of next month.",
        resolved("2025-02-28", "by the end of next month"),
        id="of the next month",
    ),
    pytest.param(
        "It will open by the end of the year.",
        resolved("2025-12-31", "by the end of the year"),
        id="the end of the year",
    ),
    pytest.param("At the end of May it fell.", resolved("2024-05", "At the end of May"), id="an end that is over"),
    pytest.param(
        "It will open on Tuesday, not at the end of the month.",
        resolved("2025-02-04", "on Tuesday"),
        id="a day before the end of a month",
    ),
    pytest.param("In the flood of 2022 it rose.", resolved("2022", "of 2022"), id="a year by what happened in it"),
    pytest.param("In the first weeks of 2025 it rose.", PUBLISHED, id="the article's own year"),
    pytest.param("The flood of 2022 is not forgotten.", PUBLISHED, id="a year that only tells which"),
    pytest.param("Eight lines were served, one fewer than on Wednesday.", PUBLISHED, id="a day to compare with"),
    pytest.param("The price is the lowest since Tuesday.", PUBLISHED, id="a day to look back to"),
    pytest.param("The curfew, in force since Jan. 1, was lifted.", PUBLISHED, id="the day that something began"),
    pytest.param("It has rained since the storm on Tuesday.", PUBLISHED, id="what happened since"),
    pytest.param("It will be shut until Tuesday.", PUBLISHED, id="the day that something ends"),
    pytest.param("It must open no later than Tuesday.", resolved("2025-02-04", "Tuesday"), id="no later than a day"),
    pytest.param(
        "Shut since Monday, it burnt on Thursday.", resolved("2025-01-30", "on Thursday"), id="a day since another"
    ),
    pytest.param(
        "He was born on May 3, 1960 and died on Tuesday.",
        resolved("2025-01-28", "on Tuesday"),
        id="a birth and a death",
    ),
    pytest.param("A seal was born on Tuesday.", resolved("2025-01-28", "on Tuesday"), id="a birth that is the news"),
    pytest.param("In 2022 it opened, and it burnt Monday.", resolved("2025-01-27", "Monday"), id="a day before a year"),
]


@pytest.mark.parametrize(("text", "when"), TIMES)
def test_a_sentence_speaks_of_a_time(text: str, when: When) -> None:
    assert date_sentence(text, 3, FRIDAY) == Sentence(text, 3, when, find_mentions(text, FRIDAY))


MONDAY = resolved("2025-01-27", "on Monday")
TOLD_ON = [
    pytest.param("Half an hour later the mill burnt.", "Half an hour later", id="half an hour later"),
    pytest.param("Minutes later the mill burnt.", "Minutes later", id="minutes later"),
    pytest.param("About two hours later, it burnt.", "About two hours later", id="hours later"),
    pytest.param("That night the mill burnt.", "That night", id="that night"),
    pytest.param("The same evening the mill burnt.", "The same evening", id="the same evening"),
]


@pytest.mark.parametrize(("text", "words"), TOLD_ON)
def test_a_sentence_tells_on_from_the_day_of_the_one_before(text: str, words: str) -> None:
    after, later = resolved("2025-01-27", words), resolved("2025-01-27", "Moments later")
    found = date_sentences([(0, "It rained on Monday."), (0, text), (1, "Moments later it fell.")], FRIDAY)
    assert [one.when for one in found] == [MONDAY, after, later]
    assert [one.paragraph for one in found] == [0, 0, 1]
    assert found[1].mentions == ()  # it names no day of its own


@pytest.mark.parametrize(
    ("before", "text", "when"),
    [
        pytest.param("It rained.", "Minutes later it fell.", PUBLISHED, id="no day before"),
        pytest.param("In 2022 it opened.", "Minutes later it fell.", PUBLISHED, id="no day but a year before"),
        pytest.param("It rained on Monday.", "It fell.", PUBLISHED, id="nothing that tells on"),
        pytest.param("It rained on Monday.", "It fell minutes later.", PUBLISHED, id="not at the head"),
        pytest.param(
            "It rained on Monday.",
            "Hours later, on Tuesday, it fell.",
            resolved("2025-01-28", "on Tuesday"),
            id="its own",
        ),
    ],
)
def test_a_sentence_keeps_its_own_day(before: str, text: str, when: When) -> None:
    assert [one.when for one in date_sentences([(0, before), (0, text)], FRIDAY)][1] == when


def test_an_undated_sentence_of_an_undated_article_has_no_time() -> None:
    assert date_sentence("It burnt on Monday.", 0, None) == Sentence("It burnt on Monday.", 0, None)


WORDS = (
    "on the of In last next this Friday Sunday May March Feb. 29 30 31st 1999 2024, 11/25/97 0 99 ago years weeks"
    " Christmas Eve 9/11 Oct. 7 attack tomorrow will was early mid- ٣ month year night 14th. 2025-02-30 1.1.2000"
    " the next day weekend Easter Monday Election Day year-end and 3-5 said märz 3. abril de 月 日 previous"
    " am Freitag el viernes Samedi sábado letzte 8日未明 2024年 3月 السبت عام в пятницу by the end of"
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
    "piece",
    [
        "on ",
        "in early ",
        "Friday ",
        "1",
        "the 2014 ",
        "May ",
        "a",
        " ",
        "last ",
        "after ",
        "the next day ",
        "3 de ",
        "3 märz 2024 ",
        "May 3-",
        "24 and ",
        "said on Monday ",
    ],
)
def test_hostile_text_is_dated_in_linear_time_for_in_quadratic_time_this_would_run_for_minutes(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + " Friday"
    assert date_sentence(text, 0, FRIDAY).text == text
