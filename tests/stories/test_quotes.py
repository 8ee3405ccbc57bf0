"""What was said, by whom, and how many carried it."""

import pytest

from digest.model import Mark, Quote, Repeat, Told
from digest.stories.quotes import quotes


def told(text: str, article: str = "a", repeats: tuple[Repeat, ...] = ()) -> Told:
    return Told(text, Mark(article, 0), None, repeats=repeats)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        pytest.param(
            "“The harbour stays closed,” said Ada Alm, the mayor.", "The harbour stays closed", "Ada Alm", id="said Alm"
        ),
        pytest.param('"The harbour stays closed," Ada Alm said.', "The harbour stays closed", "Ada Alm", id="Alm said"),
        pytest.param(
            'Ada Alm, the mayor of Alma, said: "The harbour stays closed."',
            "The harbour stays closed.",
            "Ada Alm",
            id="an apposition before the verb",
        ),
        pytest.param(
            '"The harbour stays closed," said harbour master Omar Lind.',
            "The harbour stays closed",
            "Omar Lind",
            id="a function before the name",
        ),
        pytest.param(
            '"The harbour stays closed," according to Omar Lind.',
            "The harbour stays closed",
            "Omar Lind",
            id="according to",
        ),
        pytest.param(
            'According to Moen, "the harbour stays closed"',
            "the harbour stays closed",
            "Moen",
            id="According to, at the head",
        ),
        pytest.param(
            '"The harbour stays closed," a spokesman for Jonas Hale said.',
            "The harbour stays closed",
            None,
            id="the spokesman of somebody",
        ),
        pytest.param(
            '"The harbour stays closed," the wife of Jonas Hale said.',
            "The harbour stays closed",
            None,
            id="the wife of somebody",
        ),
        pytest.param(
            '"The harbour stays closed," a friend of Berg told Ada Alm.',
            "The harbour stays closed",
            None,
            id="a friend of somebody, to a hearer",
        ),
        pytest.param(
            '"The harbour stays closed," said Hale\'s wife.', "The harbour stays closed", None, id="somebody's wife"
        ),
        pytest.param(
            'The mayor of Alma, Ada Berg, said: "The harbour stays closed."',
            "The harbour stays closed.",
            "Ada Berg",
            id="an office, then the name",
        ),
        pytest.param(
            '"The harbour stays closed," said Alma-based analyst Karl Lund.',
            "The harbour stays closed",
            "Karl Lund",
            id="where an analyst is based",
        ),
        pytest.param(
            'Stone denied what Hale said: "The harbour stays closed."',
            "The harbour stays closed.",
            None,
            id="what is denied",
        ),
        pytest.param(
            "'It's closed and won't open,' said Ada Alm.",
            "It's closed and won't open",
            "Ada Alm",
            id="straight British marks",
        ),
        pytest.param(
            "‘The sailors’ harbour stays closed’, Ada Alm said.",
            "The sailors’ harbour stays closed",
            "Ada Alm",
            id="curved British marks",
        ),
        pytest.param('"The harbour stays closed," he told Ada Alm.', "The harbour stays closed", None, id="the hearer"),
        pytest.param('"The harbour stays closed," he said on Friday.', "The harbour stays closed", None, id="he said"),
    ],
)
def test_a_quotation_and_its_speaker(text, said, speaker):
    assert [(each.text, each.speaker) for each in quotes([told(text)])] == [(said, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The "old town" burnt.', id="a term"),
        pytest.param('"The harbour stays closed, said Ada Alm.', id="a mark without its fellow"),
        pytest.param("The harbour stays closed, said Ada Alm.", id="no marks"),
        pytest.param("The sailors' and the drivers' unions did well in the '90s, it's said.", id="apostrophes"),
    ],
)
def test_no_quotation(text):
    assert quotes([told(text)]) == ()


def test_wordings_are_folded_and_the_most_carried_comes_first():
    found = quotes(
        [
            told('"We have seen nothing of the kind before," said Omar Lind.', "a"),
            told('"The harbour stays closed for as long as it takes," Ada Alm said.', "b"),
            told(
                '"The harbour stays closed," she said.',
                "c",
                (Repeat("“The harbour stays closed!” she said.", Mark("d", 3), 1.0),),
            ),
        ]
    )
    assert found == (
        Quote(
            "The harbour stays closed for as long as it takes", "Ada Alm", (Mark("b", 0), Mark("c", 0), Mark("d", 3)),
            ("The harbour stays closed", "The harbour stays closed!"),
        ),
        Quote("We have seen nothing of the kind before", "Omar Lind", (Mark("a", 0),)),
    )  # fmt: skip
