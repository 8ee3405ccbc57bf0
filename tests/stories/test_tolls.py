"""Counts of one thing that were told anew: which stand beside each other, as two accounts, earlier or later."""

import pytest

from digest.model import Mark
from digest.stories.dedupe import Candidate, DedupeSettings, dedupe

Report = tuple[int, str]  # the day of March on which it was published, and its text


def compared(*reports: Report) -> list[tuple[str, str, str | None, tuple[str, ...], tuple[str, ...]]]:
    """Return each pair that is shown as differing: its articles, whether the second is older, and the figures."""
    candidates = [
        Candidate(text, Mark(name, 0), None, 1.0, (f"2031-03-{day:02}", name, 0))
        for name, (day, text) in zip("abcd", reports, strict=False)
    ]
    told = dedupe(candidates, DedupeSettings())
    assert len(told) == len(reports)
    return [
        (each.mark.article, found.mark.article, found.since, found.ours, found.theirs)
        for each in told for found in each.differs
    ]  # fmt: skip


STORM = "The death toll from the storm rose to five on Wednesday."


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param(
            [(5, STORM), (7, "The death toll from the storm rose to six on Friday.")],
            [("a", "b", "later", ("5",), ("6",))],
            id="on another weekday",
        ),
        pytest.param(
            [
                (3, "Three people were injured in the protests of the farmers on Monday."),
                (10, "Eight people were injured in the protests of the farmers on 10 May."),
            ],
            [("b", "a", "earlier", ("8",), ("3",))],
            id="on a weekday, and on a date in May",
        ),
        pytest.param(
            [
                (3, "Three miners died and 17 were trapped in the mine of Alma on 10 May."),
                (9, "Ten miners died and eight were trapped in the mine of Alma on 17 May."),
            ],
            [("a", "b", "later", ("3", "17"), ("10", "8"))],
            id="the dead with the dead, the trapped with the trapped, and no days",
        ),
        pytest.param(
            [
                (5, "The council approved the new budget for the harbour with one abstention."),
                (5, "The council approved the new budget for the harbour with 21 members."),
            ],
            [],
            id="one abstention and 21 members are no counts of one thing",
        ),
    ],
)
def test_two_tolls(reports, expected):
    assert compared(*reports) == expected


def test_a_repeat_with_a_date_is_a_repeat():
    texts = (
        "The council of Alma approved the budget for the new harbour on 21 January with one abstention.",
        "The council of Alma approved the budget for the new harbour with one abstention, the mayor said.",
    )
    candidates = [
        Candidate(text, Mark(name, 0), None, 1.0, ("", name, 0)) for name, text in zip("ab", texts, strict=True)
    ]
    assert len(dedupe(candidates, DedupeSettings())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("on 10 May", "on 17 May", id="days of one month"),
        pytest.param("on 10 May", "on 10 June", id="one day of two months"),
        pytest.param("on 10 May 2030", "on 10 May 2031", id="one day of two years"),
        pytest.param("on May 10", "on the 12th of May", id="in other words"),
        pytest.param("on 10 May", "on Friday, when it met for the last time", id="a date and a weekday"),
    ],
)
def test_two_dates_make_two_facts(one, other):
    text = "The council of Alma approved the budget for the new harbour"
    assert compared((5, f"{text} {one}."), (5, f"{text} {other}.")) == []


def test_two_names_are_shown_though_one_names_the_weekday_and_the_other_the_date():
    candidates = [
        Candidate(text, Mark(name, 0), None, 1.0, ("", name, 0))
        for name, text in (
            ("a", "The police of the town arrested Ines Calder at the old harbour on Monday."),
            ("b", "The police of the town arrested Omar Lind at the old harbour on 10 May."),
        )
    ]
    found = [each for told in dedupe(candidates, DedupeSettings()) for each in told.differs]
    assert [(each.kind, each.ours, each.theirs) for each in found] == [("names", ("Omar Lind",), ("Ines Calder",))]


MARCH = "About 4,000 people marched through Alma on Sunday"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            (5, f"{MARCH}."),
            (5, f"{MARCH.replace('4', '6')}, the police said, correcting an earlier figure of 4,000."),
            ("b", "a", None, ("6000",), ("4000",)),
            id="an earlier figure is corrected",
        ),
        pytest.param(
            (5, f"{MARCH}."),
            (6, f"{MARCH.replace('4', '6')}, not 4,000."),
            ("b", "a", "earlier", ("6000",), ("4000",)),
            id="on a later day",
        ),
        pytest.param(
            (5, "The bridge opened in 1961."),
            (5, "The bridge opened in 1963, not in 1961, as the Gazette wrote."),
            ("b", "a", None, ("1963",), ("1961",)),
            id="a year, in a short sentence",
        ),
        pytest.param(
            (5, "The storm on the islands killed 4,000 people."),
            (6, "The storm on the islands killed 6,000 people, up from 4,000 the day before."),
            ("b", "a", "earlier", ("6000",), ("4000",)),
            id="up from",
        ),
        pytest.param(
            (5, "The ferry had 214 people on board, the company said."),
            (5, "The ferry had 219 people on board instead of the 214 previously reported, the company said."),
            ("b", "a", None, ("219",), ("214",)),
            id="instead of",
        ),
    ],
)
def test_a_correction_differs_from_what_it_corrects(one, other, expected):
    assert compared(one, other) == [expected]


def test_a_repeat_of_a_correction_is_a_repeat():
    texts = (
        "Fares of the ferries from Alma rose from 5 to 6 crowns.",
        "The company said that fares of the ferries from Alma had risen from 5 crowns to 6 crowns.",
    )
    candidates = [
        Candidate(text, Mark(name, 0), None, 1.0, ("", name, 0)) for name, text in zip("ab", texts, strict=True)
    ]
    assert len(dedupe(candidates, DedupeSettings())) == 1


FIRE = (
    (1, "A fire on board the Marigold killed at least two of them."),
    (
        2,
        "Five people died in the fire on the ferry Marigold, after divers had found three passengers who were missing.",
    ),
    (4, "The death toll of the fire on the Marigold has risen to six."),
)
FLOOD = (
    (1, "In Alma about 400 people have had to leave their houses because of the rising Sella."),
    (
        2,
        "Some 600 people had left their homes in the lower town of Alma by late Friday as the Sella rose to the wall.",
    ),
    (3, "Some 850 people have left their homes."),
)


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param(
            FIRE,
            [("c", "a", "earlier", ("6",), ("2",)), ("c", "b", "earlier", ("6",), ("5",))],
            id="the nearest toll is linked, in whatever words",
        ),
        pytest.param(
            FLOOD,
            [("b", "a", "earlier", ("600",), ("400",)), ("b", "c", "later", ("600",), ("850",))],
            id="a short count in the words of a long sentence",
        ),
        pytest.param(
            [
                (1, "About 400 people have had to leave their houses in the valley."),
                (2, "About 600 people have had to leave their houses in the valley."),
                (3, "About 850 people have had to leave their houses in the valley."),
            ],
            [("a", "b", "later", ("400",), ("600",)), ("b", "c", "later", ("600",), ("850",))],
            id="each is linked to the one before it, not to the oldest",
        ),
        pytest.param(
            [(2, "Five people died in the storm on the islands."), (4, "The death toll has risen to six.")],
            [("a", "b", "later", ("5",), ("6",))],
            id="of a toll alone",
        ),
        pytest.param(
            [(2, "Five people died in a fire in Lower Wick."), (4, "The death toll in Port Amber has risen to six.")],
            [],
            id="of a toll elsewhere",
        ),
        pytest.param(
            [
                (5, "About 4,000 people marched through Alma, police said."),
                (5, "The organisers put the number of marchers at 9,000."),
            ],
            [("a", "b", None, ("4000",), ("9000",))],
            id="one word tells what is counted",
        ),
        pytest.param(
            [
                (5, "About 4,000 people live in the upper town of Alma."),
                (5, "The organisers put the number of people at 6,000."),
            ],
            [],
            id="people may be counted for anything",
        ),
    ],
)
def test_chains_of_counts(reports, expected):
    assert compared(*reports) == expected
