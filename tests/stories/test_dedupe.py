"""When two sentences say the same, when they differ by a figure, and when they are two facts; in doubt, two."""

import pytest

from digest.model import Difference, Mark, Repeat, Told, When
from digest.stories.dedupe import Candidate, DedupeSettings, dedupe

FRIDAY = When("2031-03-07", "day", "resolved", "on Friday")
THURSDAY = When("2031-03-06", "day", "resolved", "on Thursday")


def published(day: int) -> When:
    return When(f"2031-03-{day:02}", "day", "published")


def candidate(name: str, text: str, *, number: int = 0, when: When | None = None, weight: float = 1.0) -> Candidate:
    return Candidate(text, Mark(name, number), when, weight, ("2031-03-07", name, number))


def verdict(one: Candidate, other: Candidate) -> str:
    """Return "same", "differs" or "separate"; it may not depend on which of the two comes first."""
    found = {_verdict(dedupe(pair, DedupeSettings())) for pair in ((one, other), (other, one))}
    assert len(found) == 1
    return found.pop()


def _verdict(told: tuple[Told, ...]) -> str:
    if len(told) == 1:
        return "same"
    return "differs" if any(each.differs for each in told) else "separate"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "Six boats burnt in the harbour of Port Amber.",
            "Six boats burnt in the harbour of Port Amber.",
            "same",
            id="the same words",
        ),
        pytest.param(
            "“Six boats burnt,” the harbour police of Port Amber said.",
            '"Six boats burnt," the harbour police of Port Amber said.',
            "same",
            id="other quotation marks",
        ),
        pytest.param(
            "Ines Calder's office closed the harbour of Port Amber.",
            "Ines Calder’s office closed the harbour of Port Amber.",
            "same",
            id="another apostrophe",
        ),
        pytest.param(
            "Six boats burnt in the harbour of Port Amber.",
            "Six boats burnt in the harbour of Port Amber, the invented town on the western shore.",
            "same",
            id="more is said",
        ),
        pytest.param(
            '"We will open the bridge when the engineers are satisfied," he told reporters.',
            '"We will open the bridge when the engineers are satisfied," harbour master Ines Calder told reporters.',
            "same",
            id="the speaker is named",
        ),
        pytest.param(
            "Officials had decried the closure of the harbour as an escalation in the dispute.",
            "Officials decried the closing of the harbour as a major escalation in the dispute.",
            "same",
            id="retold in nearly the same words",
        ),
        pytest.param(
            "Five boats burnt in the harbour of Port Amber.",
            "Six boats burnt in the harbour of Port Amber.",
            "differs",
            id="a number word changed",
        ),
        pytest.param(
            "Five boats burnt in the harbour of Port Amber, the harbour master said on Tuesday.",
            "Six boats burnt in the harbour of Port Amber, the harbour master said on Wednesday.",
            "differs",
            id="a number word changed, and the day on which it was said",
        ),
        pytest.param(
            "Five boats burnt in the harbour.",
            "Six boats burnt in the harbour.",
            "differs",
            id="a number word changed in a short sentence",
        ),
        pytest.param(
            "Some 5 boats burnt in the harbour of Port Amber.",
            "Some 6 boats burnt in the harbour of Port Amber.",
            "differs",
            id="a figure changed",
        ),
        pytest.param(
            "Five boats burnt in the harbour of Port Amber.",
            "Some 5 boats burnt in the harbour of Port Amber.",
            "same",
            id="a number word became a figure",
        ),
        pytest.param(
            "Losses were put at 1,200,000 crowns by insurers of the harbour.",
            "Losses were put at 1200000 crowns by insurers of the harbour.",
            "same",
            id="a comma between thousands",
        ),
        pytest.param(
            "Losses were put at 1.2 crowns a share by insurers of the harbour.",
            "Losses were put at 12 crowns a share by insurers of the harbour.",
            "differs",
            id="a decimal point",
        ),
        pytest.param(
            "Twenty-five boats burnt in the harbour of Port Amber.",
            "Twenty-six boats burnt in the harbour of Port Amber.",
            "differs",
            id="the second half of a number word changed",
        ),
        pytest.param(
            "The harbour master closed the old harbour of Port Amber to ferries.",
            "The harbour master has not closed the old harbour of Port Amber to ferries.",
            "separate",
            id="a negation",
        ),
        pytest.param(
            "The harbour master didn't close the old harbour of Port Amber to ferries.",
            "The harbour master did close the old harbour of Port Amber to ferries.",
            "separate",
            id="a negation in a contraction",
        ),
        pytest.param(
            "The council confirmed that ferries from Port Amber carried the gravel.",
            "The council denied that ferries from Port Amber carried the gravel.",
            "separate",
            id="a denial",
        ),
        pytest.param(
            "The council closes the old harbour of Port Amber to ferries.",
            "The council may close the old harbour of Port Amber to ferries.",
            "separate",
            id="what is and what may be",
        ),
        pytest.param(
            "The police of the town arrested Ines Calder at the old harbour.",
            "The police of the town arrested Omar Lind at the old harbour.",
            "separate",
            id="another name",
        ),
        pytest.param(
            "Fishing boats burnt in the old harbour of Port Amber overnight.",
            "Fishing boats burnt in the old harbour of Lower Wick overnight.",
            "separate",
            id="another place",
        ),
        pytest.param(
            "Ukraine said it had captured two villages near Kursk during a night raid.",
            "Russia said it had captured two villages near Kursk during a night raid.",
            "separate",
            id="another name at the beginning",
        ),
        pytest.param(
            "Kyiv shelled the border town of Port Amber during the night.",
            "Moscow shelled the border town of Port Amber during the night.",
            "separate",
            id="another place at the beginning",
        ),
        pytest.param(
            "Kyiv said its army shelled the border town of Lower Wick.",
            "The Kremlin said its army shelled the border town of Lower Wick.",
            "separate",
            id="another name at the beginning, after an article",
        ),
        pytest.param(
            "The Kremlin declined to discuss the report on the harbour fire.",
            "Kremlin declined to discuss the report on the harbour fire.",
            "same",
            id="a name at the beginning with an article and without",
        ),
        pytest.param(
            "Al-Jabir closed the old harbour of Port Amber to ferries.",
            "On Friday Al-Jabir closed the old harbour of Port Amber to all ferries.",
            "same",
            id="a name with a hyphen",
        ),
        pytest.param(
            '"There are a lot of different arguments out there, both right and wrong," he told reporters.',
            '"There are a lot of different arguments out there, both right and wrong," '
            "Kremlin spokesman Dmitry Peskov told reporters.",
            "same",
            id="a quotation that begins with a function word",
        ),
        pytest.param(
            "Police arrested a suspect in the harbour fire of Port Amber.",
            "Police released a suspect in the harbour fire of Port Amber.",
            "separate",
            id="another verb",
        ),
        pytest.param(
            "Police arrested five suspects in the harbour fire of Port Amber.",
            "Police released six suspects in the harbour fire of Port Amber.",
            "separate",
            id="another verb and another figure",
        ),
        pytest.param(
            "A judge convicted the owner of the boats at Port Amber.",
            "A judge convinced the owner of the boats at Port Amber.",
            "separate",
            id="another verb that begins alike",
        ),
        pytest.param(
            "The brigade reported flames in the old harbour of Port Amber.",
            "The brigade reports flames in the old harbour of Port Amber.",
            "same",
            id="another form of the verb",
        ),
        pytest.param(
            "Hundreds of soldiers left the harbour of Port Amber overnight.",
            "Thousands of soldiers left the harbour of Port Amber overnight.",
            "differs",
            id="hundreds and thousands",
        ),
        pytest.param(
            "Dozens of soldiers left the harbour of Port Amber overnight.",
            "Scores of soldiers left the harbour of Port Amber overnight.",
            "differs",
            id="dozens and scores",
        ),
        pytest.param(
            "Tens of thousands of soldiers left the harbour of Port Amber overnight.",
            "Thousands of soldiers left the harbour of Port Amber overnight.",
            "differs",
            id="thousands and tens of thousands",
        ),
        pytest.param(
            "Fares of the Port Amber ferries rose by 5 percent.",
            "Fares of the Port Amber ferries rose by 5 points, the council said.",
            "separate",
            id="another unit",
        ),
        pytest.param(
            "Fares of the Port Amber ferries rose by 5 percent.",
            "Fares of the Port Amber ferries rose by 5%, the town council said.",
            "same",
            id="a unit as a sign",
        ),
        pytest.param(
            "Fares of the Port Amber ferries rose by five per cent.",
            "Fares of the Port Amber ferries rose by 5 percent, the council said.",
            "same",
            id="a unit as two words",
        ),
        pytest.param(
            "Twenty-five boats burnt in the old harbour of Port Amber.",
            "Some 25 boats burnt in the old harbour of Port Amber.",
            "same",
            id="a number of two words",
        ),
        pytest.param(
            "Two thousand boats burnt in the old harbour of Port Amber.",
            "Some 2,000 boats burnt in the old harbour of Port Amber.",
            "same",
            id="thousands in words",
        ),
        pytest.param(
            "Three hundred boats burnt in the old harbour of Port Amber.",
            "Some 300 boats burnt in the old harbour of Port Amber.",
            "same",
            id="hundreds in words",
        ),
        pytest.param(
            "Two hundred boats burnt in the old harbour of Port Amber.",
            "Three hundred boats burnt in the old harbour of Port Amber.",
            "differs",
            id="two hundred and three hundred",
        ),
        pytest.param(
            "Insurers of the old harbour of Port Amber lost 1.2 million crowns.",
            "Insurers of the old harbour of Port Amber lost 1,200,000 crowns.",
            "same",
            id="millions in digits and words",
        ),
        pytest.param(
            "A dozen boats burnt in the old harbour of Port Amber.",
            "Some 12 boats burnt in the old harbour of Port Amber.",
            "same",
            id="a dozen",
        ),
        pytest.param(
            "He declined to comment.", "He declined to comment.", "same", id="short sentences that are the same"
        ),
        pytest.param(
            "He declined to comment.",
            "He declined to comment further.",
            "separate",
            id="short sentences only if the same",
        ),
        pytest.param(
            "Rain fell on the upper town for most of the afternoon.",
            "The regatta was called off for want of wind.",
            "separate",
            id="nothing in common",
        ),
    ],
)
def test_two_sentences(one, other, expected):
    assert verdict(candidate("a", one), candidate("b", other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(FRIDAY, THURSDAY, "separate", id="another day that is named"),
        pytest.param(FRIDAY, FRIDAY, "same", id="the same day"),
        pytest.param(FRIDAY, published(8), "same", id="a day that is named and one of publication"),
        pytest.param(published(7), published(8), "same", id="two days of publication"),
        pytest.param(None, FRIDAY, "same", id="an undated article"),
    ],
)
def test_two_sentences_with_the_same_words_and_days(one, other, expected):
    text = "Ferries collided in the old harbour of Port Amber."
    assert verdict(candidate("a", text, when=one), candidate("b", text, when=other)) == expected


FULL = "Six boats burnt in the harbour of Port Amber, the fire brigade said."
SHORT = "Six boats burnt in the harbour of Port Amber."


def test_the_fullest_is_told_and_the_others_are_folded_under_it_with_their_likeness():
    assert dedupe([candidate("a", SHORT), candidate("b", FULL), candidate("c", SHORT)], DedupeSettings()) == (
        Told(FULL, Mark("b", 0), None, repeats=(Repeat(SHORT, Mark("a", 0), 1.0), Repeat(SHORT, Mark("c", 0), 1.0))),
    )


def test_of_equally_full_ones_that_of_the_weightier_source_is_told():
    told = dedupe([candidate("a", SHORT), candidate("b", SHORT, weight=2)], DedupeSettings())
    assert [(each.mark, each.repeats) for each in told] == [(Mark("b", 0), (Repeat(SHORT, Mark("a", 0), 1.0),))]


def test_of_equally_weighty_ones_the_earliest_is_told():
    told = dedupe([candidate("b", SHORT), candidate("a", SHORT)], DedupeSettings())
    assert [each.mark for each in told] == [Mark("a", 0)]


def test_a_sentence_that_differs_is_told_itself_and_shown_beside_the_other_with_both_figures():
    five, six = "Five boats burnt in the harbour of Port Amber.", "Six boats burnt in the harbour of Port Amber."
    assert dedupe([candidate("a", five), candidate("b", six)], DedupeSettings()) == (
        Told(five, Mark("a", 0), None, differs=(Difference(six, Mark("b", 0), ("5",), ("6",)),)),
        Told(six, Mark("b", 0), None),
    )


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        pytest.param([published(8), published(7)], published(7), id="the earliest day of publication"),
        pytest.param([published(6), FRIDAY], FRIDAY, id="a day that is named wins over one of publication"),
        pytest.param([None, published(8)], published(8), id="a day wins over none"),
        pytest.param([None, None], None, id="no day"),
    ],
)
def test_a_fact_stands_on_the_day_that_its_twins_know_best(whens, expected):
    twins = [candidate(name, SHORT, when=when) for name, when in zip("ab", whens, strict=True)]
    assert [each.when for each in dedupe(twins, DedupeSettings())] == [expected]


def test_facts_are_told_in_the_order_of_publication():
    told = dedupe(
        [
            candidate("b", "Rain fell on the upper town for hours.", number=1),
            candidate("b", "The mayor of the town spoke.", number=0),
            candidate("a", "Ferries stayed in the harbour overnight.", number=7),
        ],
        DedupeSettings(),
    )
    assert [str(each.mark) for each in told] == ["a#7", "b#0", "b#1"]


def test_no_sentence_is_lost():
    many = [
        candidate("a", f"{count} boats burnt in harbour {harbour}.", number=10 * count + harbour)
        for count in range(9)
        for harbour in range(9)
    ]
    marks = [mark for told in dedupe(many, DedupeSettings()) for mark in told.marks]
    assert sorted(marks) == sorted(each.mark for each in many)


@pytest.mark.parametrize("share", [0.4, 1.1])
def test_a_setting_that_makes_no_sense_is_refused(share):
    with pytest.raises(ValueError, match=rf"^(containment|difference) is {share}\. Write a number from 0\.5 to 1$"):
        DedupeSettings(containment=share)
