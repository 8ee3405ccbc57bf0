"""Whether a day that is named was or will be."""

import pytest

from digest.articles.dates.tense import looks_ahead

PAST = [
    "A car was set on fire on",
    "She set a record on",
    "Police set up a checkpoint on",
    "They set off for Alma on",
    "Lawmakers approved the bill in a vote on",
    "The party won the vote on",
    "He resigned after the vote on",
    "It failed at the start on",
    "She was on leave on",
    "The minister could not be reached for comment on",
    "The mayor would not comment on",
    "The mayor would not say on",
    "Police could not say on",
    "The firm missed a deadline on",
    "The fighting lasted until",
    "The body was not found until",
    "Rebels agreed to a truce on",
    "The council asked for help on",
    "The road was closed due to rain on",
    "The launch went as planned on",
    "Prices rose less than expected on",
    "The team went ahead on",
    "The shop remained open on",
    "Shots could be heard on",
    "Police could see smoke on",
    "They couldn't land on",
    "It wouldn't comment on",
    "He had hoped to leave on",
    "It had been due to end on",
    "The pump proved effective on",
    "It should have opened on",
    "The mill burnt on",
    "Ada Alm beat her rival on",
    "The talks broke up on",
    "The town agreed to the plan on",
    "The choir sang the play on",
]
AHEAD = [
    "The court will rule on",
    "The mayor won't speak on",
    "They would meet on",
    "It could rain on",
    "The ship may sail on",
    "He cannot travel on",
    "The vote is due on",
    "The ship was due to sail on",
    "The ship, due to sail on",
    "The trial is set for",
    "The trial is set to begin on",
    "The hearing was scheduled for",
    "Snow is expected on",
    "They planned a march on",
    "A march is planned for",
    "She plans to leave on",
    "He agreed to resign on",
    "The mayor promised to return on",
    "Rain is forecast for",
    "He is likely to speak on",
    "The bridge is about to open on",
    "They are to meet on",
    "The trial begins on",
    "The fair opens on",
    "The leaders meet",
    "Hale and Berg meet again",
    "They vote",
    "The schools open",
    "The vote was postponed until",
    "The road is closed until",
    "The rule is effective",
    "They expect the river to rise on",
    "The talks are going to resume on",
    "The deadline is",
    "They gathered ahead of a vote on",
    "He needs to decide by",
    "They wouldn't meet before",
]


@pytest.mark.parametrize("words", PAST)
def test_what_happened_is_dated_by_the_latest_such_day(words: str) -> None:
    assert not looks_ahead(f"{words} ", ".")


@pytest.mark.parametrize("words", AHEAD)
def test_what_is_announced_is_dated_by_the_coming_day(words: str) -> None:
    assert looks_ahead(f"{words} ", ".")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("A march planned for ", " was called off.", id="called off"),
        pytest.param("It was due on ", " but never arrived.", id="never came"),
        pytest.param("The train was expected on ", ", but did not arrive.", id="did not come"),
    ],
)
def test_a_plan_that_came_to_nothing_is_over(before: str, after: str) -> None:
    assert looks_ahead(before, after) is False


def test_without_a_verb_the_question_stays_open() -> None:
    assert looks_ahead("After the vote on ", ".") is None
