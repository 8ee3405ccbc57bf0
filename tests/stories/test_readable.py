"""Which sentences can be read on their own."""

import pytest

from digest.stories.readable import announces, ends_as_sentence, leans, stands_alone

FIRE = "Six boats burnt in the old harbour of Port Amber overnight."
SHE = "She said that boats in the harbour of Port Amber burnt overnight."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FIRE, True, id="a whole sentence"),
        pytest.param("“The old harbour of Port Amber is open again.”", True, id="a whole quotation"),
        pytest.param("Harbour of Port Amber reopens after the fire", False, id="a headline"),
        pytest.param("Six boats burnt overnight.", False, id="too short"),
        pytest.param(f"Six boats {'and nets ' * 18}burnt overnight.", True, id="forty words"),
        pytest.param(f"Six boats {'and nets ' * 18}burnt there overnight.", False, id="too long"),
        pytest.param(SHE, False, id="a pronoun that names nobody"),
        pytest.param(
            'The Green Party of Alma called it "a good day for the lake".', False, id="an object nobody named"
        ),
        pytest.param(
            "The mayor of Alma backed the ban and called it a good day.", True, id="an object that was named before"
        ),
        pytest.param("In the flood of 2024 it rose to 5.4 metres.", False, id="a pronoun after a time"),
        pytest.param("But the old harbour of Port Amber stayed open.", False, id="an answer to the sentence before"),
        pytest.param("Half an hour later the river ran over the wall.", False, id="counted from the sentence before"),
        pytest.param("Two days later the river ran over the wall.", False, id="days after another sentence"),
        pytest.param("The next morning the river ran over the wall.", False, id="the morning after another sentence"),
        pytest.param("Two days of rain filled the river near the wall.", True, id="days that are counted from nothing"),
        pytest.param(
            '"This old harbour burnt before," he added to the reporters.', False, id="a speaker who is not named"
        ),
        pytest.param(
            '" We saw the old harbour of Port Amber burn."', False, id="a pronoun after a loose quotation mark"
        ),
        pytest.param('"The old harbour of Port Amber burnt overnight.', False, id="a quotation that does not end"),
        pytest.param("“The old harbour of Port Amber burnt overnight.", False, id="a curved one that does not end"),
        pytest.param("on camera): The old harbour of Port Amber burnt.", False, id="a bracket that does not begin"),
        pytest.param("PORT AMBER (Reuters) - Six boats burnt in the old harbour.", True, id="a dateline"),
        pytest.param(
            "Photograph of the harbour on Friday morning PORT AMBER (AFP) - Six boats burnt.",
            False,
            id="a dateline that does not stand first",
        ),
        pytest.param("Home | News | Six boats burnt in the old harbour.", False, id="a menu"),
        pytest.param("Six boats burnt in the harbour, says www.outlet.example today.", False, id="a web address"),
        pytest.param("Last updated on Friday: six boats burnt in the harbour.", False, id="a stamp"),
        pytest.param("Six boats burnt in the harbour, 10.44 GMT, Port Amber.", False, id="a time with its zone"),
        pytest.param("Six boats burnt at 4.30 in the harbour of Port Amber.", True, id="a time that is told"),
        pytest.param("By Ada Alm Six boats burnt in the old harbour.", False, id="a byline"),
        pytest.param("(Reporting by Ada Alm in the town of Alma.)", False, id="credits"),
        pytest.param("Smoke over Port Amber The fire brigade said six boats burnt.", False, id="a caption before it"),
        pytest.param(
            "The owner of The Anchor said that six boats burnt.", True, id="a name that begins with an article"
        ),
    ],
)
def test_a_sentence_stands_alone(text, expected):
    assert stands_alone(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It burnt.", True, id="a full stop"),
        pytest.param("“It burnt!”", True, id="a mark within quotation marks"),
        pytest.param("火事です。", True, id="a Chinese or Japanese full stop"),
        pytest.param("متى؟", True, id="an Arabic question mark"),
        pytest.param("یہ جل گیا۔", True, id="an Urdu full stop"),
        pytest.param("नाव जल गई॥", True, id="a double danda"),
        pytest.param("火事です｡", True, id="a full stop of half width"),
        pytest.param("「火事です。」", True, id="a full stop within Japanese quotation marks"),
        pytest.param("'Not worth commenting'", False, id="a subhead"),
    ],
)
def test_a_sentence_ends_as_sentences_do(text, expected):
    assert ends_as_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She kept her word.", True, id="a pronoun"),
        pytest.param("They will be brought before a judge on Friday.", True, id="several"),
        pytest.param("Her house burnt to the ground.", True, id="whose"),
        pytest.param("Its roof fell in at noon.", True, id="of which thing"),
        pytest.param("This was what the mayor had feared.", True, id="a pointer as the subject"),
        pytest.param("But then she left the harbour.", True, id="a tie before the pronoun"),
        pytest.param("By late Friday it had passed the wall of the harbour.", True, id="a time before the pronoun"),
        pytest.param("“But not here.”", True, id="a short answer"),
        pytest.param("But the harbour of Alma stayed open.", False, id="an answer that tells what it is about"),
        pytest.param("It rained.", False, id="it of the weather"),
        pytest.param("It is not known how the fire began.", False, id="it of what follows"),
        pytest.param("It will take weeks until the harbour opens.", False, id="it of a time"),
        pytest.param("This year the harbour stays open.", False, id="a time that is pointed at"),
        pytest.param(
            "In return the fishermen said they would drop their case.", False, id="a subject before the pronoun"
        ),
        pytest.param("Her Majesty opened the harbour.", False, id="a title"),
        pytest.param('"They were forty steps from the deck," Ada Alm said.', False, id="a quotation"),
        pytest.param("Er hielt Wort.", False, id="another language"),
    ],
)
def test_a_sentence_leans_on_the_one_before_it(text, expected):
    assert leans(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The council will vote on Friday.", True, id="will"),
        pytest.param("The council is expected to vote on Friday.", True, id="is expected to"),
        pytest.param("“We’ll vote on Friday,” Ada Alm said.", True, id="shortened"),
        pytest.param("The council voted on the will of Ada Alm's father.", True, id="a noun is taken for a plan"),
        pytest.param("The council voted on Friday.", False, id="the past"),
    ],
)
def test_a_sentence_tells_a_plan(text, expected):
    assert announces(text) is expected
