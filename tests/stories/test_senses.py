"""Which words mean one thing, which exclude each other, and which are forms of one."""

from collections import Counter

import pytest

from digest.stories.senses import MATTERS, exclude, root, sense


def test_no_word_stands_in_two_places_of_the_table():
    """The second place would say nothing, or take the word from the first."""
    counts = Counter(MATTERS.replace(" / ", " ").split())
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("fire", "blaze", id="a fire"),
        pytest.param("huge", "enormous", id="size"),
        pytest.param("won", "victory", id="to win"),
        pytest.param("fired", "sacked", id="to be sacked"),
    ],
)
def test_words_of_one_sense(one, other):
    assert sense(one) == sense(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("fired", "hired", True, id="hired and fired"),
        pytest.param("fire", "appointed", False, id="a fire and an appointment"),
        pytest.param("lower", "higher", True, id="lower and higher"),
    ],
)
def test_words_that_exclude_each_other(one, other, expected):
    assert exclude(sense(one), sense(other)) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "apply applies applied applying",
        "supply supplies supplied",
        "reply replies replied",
        "family families",
        "comply complies complied",
        "carry carries carried",
        "assembly assemblies",
        "quick quickly",
        "heavy heavily",
        "spy spies",
        "movie movies",
    ],
)
def test_forms_of_one_word_have_one_root(forms):
    assert len({root(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("party", "part"), ("county", "counts"), ("army", "arms"), ("apply", "april")]
)
def test_words_that_begin_alike_have_two_roots(one, other):
    assert root(one) != root(other)
