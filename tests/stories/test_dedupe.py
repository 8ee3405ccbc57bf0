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
            "differs",
            id="a negation",
        ),
        pytest.param(
            "The harbour master didn't close the old harbour of Port Amber to ferries.",
            "The harbour master did close the old harbour of Port Amber to ferries.",
            "differs",
            id="a negation in a contraction",
        ),
        pytest.param(
            "The council confirmed that ferries from Port Amber carried the gravel.",
            "The council denied that ferries from Port Amber carried the gravel.",
            "differs",
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
            "differs",
            id="another name",
        ),
        pytest.param(
            "Fishing boats burnt in the old harbour of Port Amber overnight.",
            "Fishing boats burnt in the old harbour of Lower Wick overnight.",
            "differs",
            id="another place",
        ),
        pytest.param(
            "Ukraine said it had captured two villages near Kursk during a night raid.",
            "Russia said it had captured two villages near Kursk during a night raid.",
            "differs",
            id="another name at the beginning",
        ),
        pytest.param(
            "Kyiv shelled the border town of Port Amber during the night.",
            "Moscow shelled the border town of Port Amber during the night.",
            "differs",
            id="another place at the beginning",
        ),
        pytest.param(
            "Kyiv said its army shelled the border town of Lower Wick.",
            "The Kremlin said its army shelled the border town of Lower Wick.",
            "differs",
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
            "Ada Alm reopened the old bridge in Kyiv for the lorries of the town.",
            "Ada Alm reopened the old bridge in Kiev for the lorries of the town.",
            "same",
            id="two spellings of a place",
        ),
        pytest.param(
            "The United Nations sent lorries with blankets to Port Amber.",
            "The U.N. sent lorries with blankets to Port Amber overnight.",
            "same",
            id="a name and its initials",
        ),
        pytest.param(
            "President Omar Lind opened the new bridge of Port Amber to lorries.",
            "Omar Lind opened the new bridge of Port Amber to lorries.",
            "same",
            id="a title dropped",
        ),
        pytest.param(
            "Six boats burnt in the old harbour of Port Amber, officials said.",
            "According to witnesses, six boats burnt in the old harbour of Port Amber.",
            "same",
            id="credited to somebody else without a name",
        ),
        pytest.param(
            "The harbour police seized six boats in the old harbour of Port Amber.",
            "Six boats in the old harbour of Port Amber were seized by the harbour police.",
            "same",
            id="the passive voice",
        ),
        pytest.param(
            "On Friday, the council of Port Amber closed the bridge to lorries.",
            "The council of Port Amber closed the bridge to lorries on Friday.",
            "same",
            id="clauses in another order",
        ),
        pytest.param(
            "The council of Port Amber will close the north bridge to lorries.",
            "The council of Port Amber would shut the north bridge to trucks, officials said.",
            "same",
            id="reported speech and words of one sense",
        ),
        pytest.param(
            "Police killed a wolf near the old mill of Lower Wick.",
            "Police injured a wolf near the old mill of Lower Wick, officials said.",
            "separate",
            id="words that exclude each other",
        ),
        pytest.param(
            "The council of Port Amber closed the bridge to lorries on Friday.",
            "The council of Port Amber closed the bridge to lorries on Saturday, officials said.",
            "separate",
            id="another weekday",
        ),
        pytest.param(
            "More than 200 boats burnt in the old harbour of Port Amber.",
            "Fewer than 200 boats burnt in the old harbour of Port Amber.",
            "separate",
            id="more than and fewer than",
        ),
        pytest.param(
            "Five sailors died and six fishermen fled from the fire in Port Amber.",
            "Six sailors died and five fishermen fled from the fire in Port Amber.",
            "separate",
            id="two figures swapped",
        ),
        pytest.param(
            "Estoria attacked the trawlers of Veria off the coast on Friday.",
            "Veria attacked the trawlers of Estoria off the coast on Friday.",
            "separate",
            id="who attacked whom",
        ),
        pytest.param(
            "The council did not close the bridge and did not ban lorries in Port Amber.",
            "The council did close the bridge and did not ban lorries in Port Amber.",
            "separate",
            id="one of two negations",
        ),
        pytest.param(
            "The town council closed the bridge to lorries, and did not answer questions about the tolls.",
            "The town council closed the bridge to lorries.",
            "same",
            id="a negation in a part that only one has",
        ),
        pytest.param(
            "Losses were put at $5 million by the insurers of the harbour.",
            "Losses were put at €5 million by the insurers of the harbour.",
            "separate",
            id="another currency",
        ),
        pytest.param(
            "The council may close the bridge of Port Amber to lorries in May.",
            "The council will close the bridge of Port Amber to lorries in May.",
            "separate",
            id="a month is no modality",
        ),
        pytest.param(
            "Ferries stayed in the harbour of Sandvale because of the storm.",
            "Ferries stayed in the harbour of Niger because of the storm.",
            "differs",
            id="another place within",
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
            "The company had brought no new figure, said union chairman Omar Lind.",
            "Union chairman Omar Lind recommends it.",
            "separate",
            id="of the one only who is credited is in the other",
        ),
        pytest.param("No one is missing any longer.", "Nobody is missing any longer.", "same", id="no one is nobody"),
        pytest.param(
            "No one of the crew is missing any longer.",
            "The crew is missing no longer.",
            "separate",
            id="no one of some",
        ),
        pytest.param(
            '"We heard a bang and then the lights went out," said Ada Alm, a nurse from Grey Island.',
            '"We heard a bang and then the lights went out," said Ada Alm, 44, who works in the town.',
            "same",
            id="one quotation with two attributions",
        ),
        pytest.param(
            '"Take your papers and your neighbour," mayor Ada Alm said on the local wavelength of Radio Alma.',
            '"Take your papers and your neighbour," Alm told people over the air.',
            "same",
            id="one quotation and a shorter attribution",
        ),
        pytest.param(
            '"We heard a bang and then the lights went out," said Ada Alm, a nurse from Grey Island.',
            '"We heard a bang and then the lights went out," said Omar Lind, a sailor of the ferry.',
            "differs",
            id="one quotation of two speakers",
        ),
        pytest.param(
            '"We heard a bang and then the lights went out," Ada Alm said after two sailors had died.',
            '"We heard a bang and then the lights went out," Ada Alm said after three sailors had drowned.',
            "separate",
            id="one quotation and two tolls",
        ),
        pytest.param(
            "The drivers of Alma will stay away from work for a sixth day.",
            "After seven days the drivers of Alma are back at work.",
            "separate",
            id="the sixth day and seven days",
        ),
        pytest.param(
            "After seven days the bus strike in Alma is over.",
            "It is the first bus strike in Alma for eleven years.",
            "separate",
            id="days and years",
        ),
        pytest.param(
            "For six days the drivers of Alma stayed away from work.",
            "For seven days the drivers of Alma stayed away from work.",
            "differs",
            id="six days and seven days",
        ),
        pytest.param(
            "The ferry, which belongs to Amber Line, had 214 people on board, the company said.",
            "The coastguard put the number of people on board at 219, because children need no ticket.",
            "differs",
            id="somebody else puts the number at another",
        ),
        pytest.param(
            "The ferry, which belongs to Amber Line, had 21 people on board, the company said.",
            "The coastguard put the number of people on board at 219, because children need no ticket.",
            "separate",
            id="a number of another size is hardly of the same people",
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


@pytest.mark.parametrize(
    ("days", "texts", "expected"),
    [
        pytest.param(
            (6, 10),
            (
                "City councillor Ada Alm offered to mediate.",
                "Ada Alm, the city councillor who mediates, has taken a room at the hotel.",
            ),
            2,
            id="days apart, and who did it is the same but not what was done",
        ),
        pytest.param(
            (7, 9),
            (
                "The grammar school's gymnasium was opened as a shelter.",
                "Most are with relatives; 210 slept in the gymnasium of the grammar school.",
            ),
            2,
            id="days apart, and the place is the same",
        ),
        pytest.param(
            (4, 11),
            (
                "Power companies estimate the cost at 12 million crowns a year.",
                "The power companies, which would have to pay, put the cost at 12 million crowns a year.",
            ),
            1,
            id="days apart, with one figure",
        ),
        pytest.param(
            (4, 11),
            (
                "The fishermen of the bay had sued together with a society.",
                "The fishermen of the bay had sued together with a society for the protection of birds.",
            ),
            1,
            id="days apart, in the same words",
        ),
    ],
)
def test_reports_of_days_apart_say_the_same_only_in_nearly_the_same_words(days, texts, expected):
    candidates = [
        Candidate(text, Mark(name, 0), published(day), 1.0, (f"2031-03-{day:02}", name, 0))
        for name, day, text in zip("ab", days, texts, strict=True)
    ]
    assert len(dedupe(candidates, DedupeSettings())) == expected


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        pytest.param(
            "About 1,900 drivers followed the call of their union, it said.",
            "Alma Lines, the transport company, put the figure at 1,700.",
            [(("1900",), ("1700",))],
            id="the figure",
        ),
        pytest.param(
            "The flood reached its crest at noon, at 5.8 metres, the flood office said.",
            "Mayor Ada Alm spoke of 6.1 metres, which had been read at the mill bridge.",
            [(("5.8",), ("6.1",))],
            id="a unit",
        ),
        pytest.param(
            "The flood reached its crest at noon, at 5.8 metres, the flood office said.",
            "Mayor Ada Alm spoke of 6.1 million crowns for the mill bridge.",
            [],
            id="another unit",
        ),
        pytest.param(
            "About 1,900 drivers followed the call of their union, it said.",
            "Alma Lines, the transport company, has 1,700 buses.",
            [],
            id="nobody puts a figure at another",
        ),
    ],
)
def test_a_figure_that_the_next_sentence_puts_at_another_differs(one, other, figures):
    told = dedupe([candidate("a", one, number=3), candidate("a", other, number=4)], DedupeSettings())
    assert [(each.ours, each.theirs) for sentence in told for each in sentence.differs] == figures


def test_a_figure_is_put_at_another_only_by_the_very_next_sentence():
    texts = "About 1,900 drivers followed the call of their union.", "Alma Lines put the figure at 1,700."
    told = dedupe([candidate("a", text, number=2 * place) for place, text in enumerate(texts)], DedupeSettings())
    assert [each.differs for each in told] == [(), ()]


def test_only_figures_that_stand_for_each_other_are_shown_as_differing():
    one = "The ferry, which belongs to Amber Line, had 214 people on board, the company said."
    other = "The coastguard put the number of people on board at 219, five more than the company had named."
    told = dedupe([candidate("a", one), candidate("b", other)], DedupeSettings())
    assert [(each.ours, each.theirs) for sentence in told for each in sentence.differs] == [(("214",), ("219",))]


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


FIVE, SIX = "Five people were killed in the fire of Port Amber.", "Six people were killed in the fire of Port Amber."


@pytest.mark.parametrize(
    ("days", "texts", "expected"),
    [
        pytest.param(("2031-03-07", "2031-03-08"), (FIVE, SIX), "later", id="the toll rose"),
        pytest.param(("2031-03-08", "2031-03-07"), (FIVE, SIX), "earlier", id="the later one is told"),
        pytest.param(("2031-03-07", "2031-03-07"), (FIVE, SIX), None, id="on one day accounts differ"),
        pytest.param(("9999-12-31", "2031-03-07"), (FIVE, SIX), None, id="of one the day is not known"),
        pytest.param(
            ("2031-03-07", "2031-03-08"),
            ("Five boats lie in the harbour of Port Amber.", "Six boats lie in the harbour of Port Amber."),
            None,
            id="no toll",
        ),
    ],
)
def test_a_toll_that_a_later_day_gives_anew_is_an_update(days, texts, expected):
    one, other = (
        Candidate(text, Mark(name, 0), None, weight, (day, name, 0))
        for name, day, text, weight in zip("ab", days, texts, (2.0, 1.0), strict=True)
    )
    [told] = [each for each in dedupe([one, other], DedupeSettings()) if each.differs]
    assert [(each.kind, each.since) for each in told.differs] == [("figures", expected)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "The police of the town arrested Ines Calder at the old harbour.",
            "The police of the town arrested Omar Lind at the old harbour.",
            ("names", ("Ines Calder",), ("Omar Lind",)),
            id="names as they are written",
        ),
        pytest.param(
            "The council has not closed the old harbour of Port Amber to ferries.",
            "The council has closed the old harbour of Port Amber to ferries.",
            ("negation", ("not",), ()),
            id="a negation",
        ),
    ],
)
def test_accounts_differ_by_names_or_a_negation(one, other, expected):
    told = dedupe([candidate("a", one, weight=2), candidate("b", other)], DedupeSettings())
    [found] = [difference for each in told for difference in each.differs]
    assert (found.kind, found.ours, found.theirs) == expected
    assert found.figures == ()


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


REPRINTS = [
    pytest.param("harbour-post", 8, True, id="another outlet, a day later"),
    pytest.param("harbour-post", 10, False, id="another outlet, days later"),
    pytest.param("amber-courier", 8, False, id="the same outlet writes so every day"),
    pytest.param("", 8, False, id="nobody knows who printed it"),
]


@pytest.mark.parametrize(("outlet", "day", "folded"), REPRINTS)
def test_a_reprint_tells_of_the_day_of_the_first_print(outlet, day, folded):
    def printed(name: str, source: str, published: int) -> Candidate:
        night = When(f"2031-03-{published - 1:02}", "day", "resolved", "overnight")
        order = f"2031-03-{published:02}", name, 0
        return Candidate("Relatives gathered at the gate overnight.", Mark(name, 0), night, 1.0, order, source)

    told = dedupe([printed("a", "amber-courier", 7), printed("b", outlet, day)], DedupeSettings())
    assert len(told) == (1 if folded else 2)
    assert told[0].when is not None
    assert told[0].when.value == "2031-03-06"
