"""A day to come that the past tense announces: "announced a strike for Wednesday". Issue 5."""

from datetime import date, timedelta

import pytest

from digest.articles.dates.days import date_sentence, find_mentions
from digest.articles.dates.tense import looks_ahead

MONDAY = date(2033, 1, 3)
TO_COME = [
    pytest.param("The union announced a strike for Wednesday.", 2, id="announced for"),
    pytest.param("The council scheduled a debate for Wednesday.", 2, id="scheduled for"),
    pytest.param("The mayor called a meeting for Wednesday evening.", 2, id="called for the evening"),
    pytest.param("Ferries were cancelled for Wednesday and Thursday.", 2, id="cancelled for"),
    pytest.param("The union booked the hall for 6:30 p.m. on Wednesday.", 2, id="for an hour of the day"),
    pytest.param("She invited everybody to a meeting on Saturday.", 5, id="invited to an event"),
    pytest.param("Invitations to the opening on Friday have gone out.", 4, id="invitations to an event"),
    pytest.param("The minister summoned both sides to talks on Friday.", 4, id="summoned to an event"),
    pytest.param("Opponents called for a march in the square on Saturday.", 5, id="called for a gathering"),
    pytest.param("The drivers gave notice of a strike on Wednesday.", 2, id="notice of"),
    pytest.param("It plans another round of strikes on Friday.", 4, id="plans another"),
    pytest.param("She asked the neighbours to come on Saturday.", 5, id="asked to come"),
    pytest.param("Ada Alm called on the drivers to march on Saturday.", 5, id="called on to march"),
    pytest.param("It set a deadline of Friday.", 4, id="a deadline that was set"),
    pytest.param("It gave the union an ultimatum to answer by Friday.", 4, id="an ultimatum that was given"),
    pytest.param("The match was moved to Saturday.", 5, id="moved to"),
    pytest.param("The debate was brought forward to Friday.", 4, id="brought forward to"),
    pytest.param("The vote was put off until noon on Saturday.", 5, id="put off until"),
    pytest.param("The judge adjourned the case until Friday.", 4, id="adjourned until"),
]


@pytest.mark.parametrize(("text", "days"), TO_COME)
def test_what_was_announced_for_a_day_is_on_the_coming_one(text: str, days: int) -> None:
    when = date_sentence(text, 0, MONDAY).when
    assert when is not None
    assert (when.value, when.origin) == ((MONDAY + timedelta(days)).isoformat(), "resolved")


OVER = [
    pytest.param("The mayor called a meeting on Saturday.", id="called on a day"),
    pytest.param("The union announced a strike on Saturday.", id="announced on a day"),
    pytest.param("The mayor called for calm on Saturday.", id="called for no gathering"),
    pytest.param("The king summoned the guests on Saturday.", id="summoned to no event"),
    pytest.param("Members had been invited to a dinner on Saturday.", id="had been invited"),
    pytest.param("It had given the town a deadline of Saturday to leave.", id="had been given"),
    pytest.param("They called for a strike that ended on Saturday.", id="a later verb of the past"),
    pytest.param("The death toll for Saturday was five.", id="counted for a day"),
    pytest.param("The mayor apologised for Saturday.", id="what somebody apologised for"),
    pytest.param("They met for Saturday prayers.", id="named for a day"),
    pytest.param("He was jailed for Saturday's attack.", id="an attack named for a day"),
    pytest.param("He was moved to Alma on Saturday.", id="moved to a place"),
    pytest.param("Ada Alm moved the boat from Alma on Saturday.", id="moved from a place"),
    pytest.param("On Saturday the union called for a march.", id="the day before called for"),
    pytest.param("On Saturday the board agreed to pay.", id="the day before agreed to"),
    pytest.param("On Saturday Ada Alm asked the board to pay.", id="the day before asked to"),
]


@pytest.mark.parametrize("text", OVER)
def test_the_day_of_the_announcing_is_the_latest(text: str) -> None:
    when = date_sentence(text, 0, MONDAY).when
    assert when is not None
    assert (when.value, when.origin) == ("2033-01-01", "resolved")


ENDS = [
    pytest.param("He said his door was open until midnight on Tuesday.", "2033-01-04", id="open until, as was said"),
    pytest.param("The offer is open until noon on Friday.", "2033-01-07", id="is open until"),
    pytest.param("The council imposed a curfew until at least Friday.", "2033-01-07", id="imposed until"),
    pytest.param("The bar was open until midnight on Saturday.", "2033-01-01", id="was open until"),
    pytest.param("The union postponed Friday's march.", "2033-01-07", id="what was postponed"),
    pytest.param("The curfew, extended until Friday, has worked.", "2033-01-07", id="extended until"),
    pytest.param("The hearing, put off from Saturday, has begun.", "2033-01-01", id="the day it was put off from"),
]


@pytest.mark.parametrize(("text", "value"), ENDS)
def test_a_day_that_ends_something_or_was_given_up_does_not_date_the_sentence(text: str, value: str) -> None:
    sentence = date_sentence(text, 0, MONDAY)
    assert [mention.value for mention in sentence.mentions] == [value]
    assert sentence.when is not None
    assert (sentence.when.value, sentence.when.origin) == ("2033-01-03", "published")


def test_what_was_put_off_from_a_day_to_come_is_on_the_other() -> None:
    text = "The vote was postponed from Friday to 21 January."
    assert [mention.value for mention in find_mentions(text, MONDAY)] == ["2033-01-07", "2033-01-21"]
    sentence = date_sentence(text, 0, MONDAY)
    assert sentence.when is not None
    assert sentence.when.value == "2033-01-21"


def test_a_day_that_something_was_announced_for_is_over_where_it_came_to_nothing() -> None:
    assert looks_ahead("A strike that the union had called for ", " was called off.") is False
