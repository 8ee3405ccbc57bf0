"""Updates and contradictions that share nearly all their words: they are never folded as repeats."""

import pytest

from digest.model import Mark
from digest.stories.dedupe import Candidate, DedupeSettings, dedupe


def candidates(*texts: str) -> list[Candidate]:
    days = ("2031-03-07", "2031-03-09")
    return [Candidate(text, Mark(day, 0), None, 1.0, (day, day, 0)) for text, day in zip(texts, days, strict=True)]


def both_ways(one: str, other: str) -> list[int]:
    """Return how many sentences are told, whichever was published first."""
    return [len(dedupe(candidates(*texts), DedupeSettings())) for texts in ((one, other), (other, one))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The police have yet to find the owner of the burnt car in Alma.",
            "The police found the owner of the burnt car in Alma.",
            id="has yet to",
        ),
        pytest.param(
            "The minister ruled out a new election in the spring.",
            "The minister announced a new election in the spring.",
            id="ruled out and announced",
        ),
        pytest.param(
            "The council considered the plan for a new harbour bridge.",
            "The council abandoned the plan for a new harbour bridge this week.",
            id="considered and abandoned, and a word more",
        ),
        pytest.param(
            "All members of the council voted for the new harbour.",
            "Most members of the council voted for the new harbour.",
            id="all and most",
        ),
        pytest.param(
            "All members of the council voted for the new harbour.",
            "Nearly all members of the council voted for the new harbour.",
            id="all and nearly all",
        ),
        pytest.param(
            "Half of the members of the council voted for the new harbour.",
            "Most of the members of the council voted for the new harbour.",
            id="half and most",
        ),
        pytest.param(
            "Members of the council voted for the new harbour.",
            "Some members of the council voted for the new harbour.",
            id="some, and plain",
        ),
        pytest.param(
            "The strike of the drivers in Alma is over, the union said.",
            "The strike of the drivers in Alma is almost over, the union said.",
            id="almost over",
        ),
        pytest.param(
            "The plane was shot down over the sea near Alma.",
            "The plane was nearly shot down over the sea near Alma.",
            id="nearly shot down",
        ),
        pytest.param(
            "The sailors were released from the prison of Alma on Friday.",
            "The sailors were to be released from the prison of Alma on Friday.",
            id="were to be released",
        ),
        pytest.param(
            "The court in Alma dismissed the charges against the banker.",
            "The court in Alma heard the charges against the banker on fraud.",
            id="heard and dismissed",
        ),
        pytest.param(
            "The mayor was arrested at the old harbour on Friday.",
            "The son of the mayor was arrested at the old harbour on Friday.",
            id="the son of",
        ),
        pytest.param(
            "The mayor was arrested at the old harbour on Friday.",
            "The mayor's son was arrested at the old harbour on Friday.",
            id="his son",
        ),
        pytest.param(
            "President Omar Lind opened the new bridge in Port Amber.",
            "Former president Omar Lind opened the new bridge in Port Amber.",
            id="former",
        ),
        pytest.param(
            "At least five boats burnt in the harbour of Port Amber.",
            "More than five boats burnt in the harbour of Port Amber.",
            id="at least and more than",
        ),
        pytest.param(
            "In the harbour of Port Amber 120 boats burnt overnight.",
            "In the harbour of Port Amber over 120 boats burnt overnight.",
            id="over, and the figure alone",
        ),
    ],
)
def test_a_contradiction_is_no_repeat(one, other):
    assert both_ways(one, other) == [2, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "At least five boats burnt in the harbour of Port Amber.",
            "Five boats burnt in the harbour of Port Amber.",
            id="at least as many, and as many",
        ),
        pytest.param(
            "The mayor of Alma plans to close all bridges of the town.",
            "The mayor plans to close all bridges of the town.",
            id="all bridges, and the bridges",
        ),
        pytest.param(
            "Some 48,000 homes lost power in the storm on the island.",
            "About 48,000 homes lost power in the storm on the island.",
            id="some and about, before a figure",
        ),
        pytest.param(
            "Divers have yet to reach the wreck of the ferry off Alma.",
            "Divers have not reached the wreck of the ferry off Alma.",
            id="yet to, and not",
        ),
        pytest.param(
            "The council of Alma approved the plan for a new harbour bridge.",
            "The council of Alma unanimously approved the plan for a new harbour bridge.",
            id="an adverb is added",
        ),
    ],
)
def test_the_same_in_other_words_is_a_repeat(one, other):
    assert both_ways(one, other) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "When asked about the reports, Alma spokesman Omar Lind declined to comment.",
            "Asked earlier on Friday about reports the Pelago sailors had been withdrawn, Alma declined to comment.",
            id="a speaker who is named, and a name in another place",
        ),
        pytest.param(
            "The bridge had been inspected in November, Mayor Hale said.",
            "Judge Oates said the bridge had been inspected in November.",
            id="one thing credited to two",
        ),
    ],
)
def test_who_is_credited_makes_no_difference_between_accounts(one, other):
    assert [told.differs for told in dedupe(candidates(one, other), DedupeSettings())] == [(), ()]


def test_how_many_left_their_homes_is_an_update_on_a_later_day():
    texts = (
        "About 400 people have had to leave their houses in the valley.",
        "Some 850 people have left their homes in the valley.",
    )
    told = dedupe(candidates(*texts), DedupeSettings())
    assert [(each.since, each.ours, each.theirs) for sentence in told for each in sentence.differs] == [
        ("later", ("400",), ("850",))
    ]


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        pytest.param(
            "The ban does not apply to trout farms.", "The ban applies to trout farms.", "not", id="forms of a verb"
        ),
        pytest.param(
            "The minister said he would not resign.", "The minister said he would resign.", "not", id="two words alone"
        ),
        pytest.param("The engine had not worked properly.", "The engine had worked properly.", "not", id="a short one"),
        pytest.param(
            "The inspectors found no fault in the engine of the ferry.",
            "The inspectors found three faults in the engine of the ferry.",
            "no",
            id="no fault, and three",
        ),
        pytest.param(
            "The president did not visit the mine on Thursday.",
            "The president will visit the mine on Thursday.",
            "not",
            id="what was to happen did not",
        ),
        pytest.param(
            "The company didn’t inspect the engine of the ferry.",
            "The company did inspect the engine of the ferry.",
            "didn’t",
            id="a contraction",
        ),
    ],
)
def test_accounts_differ_by_a_negation(one, other, word):
    for texts in ((one, other), (other, one)):
        [found] = [each for told in dedupe(candidates(*texts), DedupeSettings()) for each in told.differs]
        assert (found.kind, {*found.ours, *found.theirs}) == ("negation", {word})
