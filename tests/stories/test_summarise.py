"""Which sentences tell a story at a glance, and which cannot stand alone."""

import math

import pytest

from digest.model import Mark, Repeat, Told
from digest.stories.summarise import best_first, centroid, ends_as_sentence, score, stands_alone, summarise

FIRE = "Six boats burnt in the old harbour of Port Amber overnight."
BRIGADE = "The fire brigade fought the boats' flames in the harbour until dawn."
REGATTA = "The regatta of the upper school was called off for want of wind."
SHE = "She said that boats in the harbour of Port Amber burnt overnight."


def told(text: str, number: int = 0, *, article: str = "a", repeats: int = 0) -> Told:
    return Told(
        text, Mark(article, number), None, tuple(Repeat(text, Mark(f"r{each}", 0), 1.0) for each in range(repeats))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FIRE, True, id="a whole sentence"),
        pytest.param("“The old harbour of Port Amber is open again.”", True, id="a whole quotation"),
        pytest.param("Harbour of Port Amber reopens after the fire", False, id="a headline"),
        pytest.param("Six boats burnt overnight.", False, id="too short"),
        pytest.param(f"Six boats burnt {'and burnt ' * 30}overnight.", False, id="too long"),
        pytest.param(SHE, False, id="a pronoun that names nobody"),
        pytest.param("But the old harbour of Port Amber stayed open.", False, id="an answer to the sentence before"),
        pytest.param(
            '"This old harbour burnt before," he added to the reporters.', False, id="a speaker who is not named"
        ),
        pytest.param('"The old harbour of Port Amber burnt overnight.', False, id="a quotation that does not end"),
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


def test_the_summary_has_what_the_reports_share_in_the_order_of_the_telling():
    sentences = [told(BRIGADE, 0), told(REGATTA, 1), told(FIRE, 2)]
    assert summarise(sentences, centroid(sentences), most=2) == (sentences[0], sentences[2])


def test_the_summary_has_no_more_than_there_is_to_say_and_nothing_that_does_not_stand_alone():
    sentences = [told(SHE, 0), told(FIRE, 1)]
    assert summarise(sentences, centroid(sentences), most=4) == (sentences[1],)
    assert summarise([], {}, most=4) == ()


def test_what_many_reports_carried_comes_first():
    sentences = [told(FIRE, 0, article="a"), told(FIRE.replace("Six", "Seven"), 0, article="b", repeats=5)]
    assert best_first(sentences, centroid(sentences)) == (sentences[1], sentences[0])


def test_what_repeats_the_first_comes_after_what_is_new():
    boats = [told(FIRE, 0), told("Six boats burnt in the harbour of Port Amber.", 1)]
    ferries = [
        told("Ferries and police left the quay before dawn.", 2),
        told("Ferries and police left the quay at dawn.", 3),
    ]
    sentences = [*boats, *ferries]
    order = best_first(sentences, centroid(sentences))
    assert [each in boats for each in order] == [True, False, True, False]


def test_the_order_is_the_same_whatever_order_the_sentences_come_in():
    sentences = [told(text, number) for number, text in enumerate([FIRE, BRIGADE, REGATTA, SHE] * 5)]
    weights = centroid(sentences)
    assert best_first(sentences[::-1], weights) == best_first(sentences, weights)


def test_a_score_does_not_depend_on_the_order_in_which_a_set_gives_its_words():
    large = {"boat": 1e17, "harbour": -1e17}
    small = "amber brigade calder ferry gravel mayor quay regatta school town".split()
    text = f"boat harbour {' '.join(small)}"
    assert score(told(text), large | dict.fromkeys(small, 1.0)) == 10 / math.sqrt(12 + 7)


def test_no_sentence_is_lost():
    sentences = [told(f"{number} boats burnt in the harbour of Port Amber.", number) for number in range(40)]
    assert sorted(best_first(sentences, centroid(sentences)), key=lambda each: each.mark) == sentences
