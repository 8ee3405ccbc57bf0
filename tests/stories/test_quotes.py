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
            "The harbour stays closed",
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
            "The harbour stays closed",
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
            "The harbour stays closed",
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
        pytest.param(
            'Ada Alm had said: "The harbour stays closed."', "The harbour stays closed", "Ada Alm", id="had said"
        ),
        pytest.param(
            'Ada Alm spoke of "a very good day for the lake".', "a very good day for the lake", "Ada Alm", id="spoke of"
        ),
        pytest.param(
            'Ada Alm called it "a very good day for the lake".',
            "a very good day for the lake",
            "Ada Alm",
            id="called it",
        ),
        pytest.param(
            'The crew called Ada Alm "a very good friend of the lake".',
            "a very good friend of the lake",
            None,
            id="who is called something",
        ),
        pytest.param(
            'Ada Alm said: "The harbour of Alma is closed..."',
            "The harbour of Alma is closed...",
            "Ada Alm",
            id="three stops",
        ),
        pytest.param(
            'Ada Alm said: "The boats came from the U.S."',
            "The boats came from the U.S.",
            "Ada Alm",
            id="an abbreviation",
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


@pytest.mark.parametrize(
    ("others", "speaker"),
    [
        pytest.param(["Ruth Halloran, who commands the coastguard, wept."], "Ruth Halloran", id="one of that name"),
        pytest.param(["Commander Ruth Halloran wept.", "Halloran slept."], "Ruth Halloran", id="without her office"),
        pytest.param(["Anna Ruth Halloran wept.", "Ruth Halloran slept."], "Anna Ruth Halloran", id="the fullest form"),
        pytest.param(["Ruth Halloran wept.", "Tom Halloran slept."], "Halloran", id="two of that name"),
        pytest.param(["Yesterday Halloran wept."], "Halloran", id="a sentence that begins before the name"),
        pytest.param(["Inspector Halloran wept."], "Halloran", id="an office alone"),
        pytest.param(["Coast Wire's Halloran wept."], "Halloran", id="who employs somebody"),
    ],
)
def test_a_speaker_has_the_fullest_name_that_the_story_tells(others, speaker):
    said = told('"They were forty steps from the deck," Halloran told reporters.')
    found = quotes([said, *(told(text, f"b{number}") for number, text in enumerate(others))])
    assert [each.speaker for each in found] == [speaker]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        pytest.param(
            "We stay here before every man is up", "We stay here until every man is up", 1, id="a word changed"
        ),
        pytest.param(
            "until every man is up", "nobody goes home before every man is up", 1, id="a part with a word changed"
        ),
        pytest.param("We stay until six men are up", "We stay until nine men are up", 2, id="another figure"),
        pytest.param("We will go before every man is up", "We will not go before every man is up", 2, id="a negation"),
        pytest.param("We will rebuild the harbour wall", "We will rebuild the harbour bridge", 2, id="another thing"),
        pytest.param("We stay here in the cold", "every man stays here until morning", 2, id="few words in a row"),
    ],
)
def test_what_a_speaker_said_in_nearly_those_words_is_said_once(one, other, count):
    found = quotes([told(f'"{one}," Ada Alm said.', "a"), told(f'"{other}," Ada Alm said.', "b")])
    assert len(found) == count


def test_what_two_speakers_said_in_nearly_the_same_words_is_said_twice():
    one, other = (
        '"We stay here before every man is up," Ada Alm said.',
        '"We stay here until every man is up," Lind said.',
    )
    assert len(quotes([told(one, "a"), told(other, "b")])) == 2
