"""What is too long to be a sentence is compared by its beginning, and is a repeat only of its own words."""

from digest.stories.compare import between
from digest.stories.outline import outline
from digest.stories.terms import terms
from digest.stories.tokens import cut, tokens

LONG = "Five boats burnt in the harbour of Alma on 3 May 2031, "


def test_a_long_text_is_cut_into_words_at_its_beginning_alone() -> None:
    assert cut(LONG * 1000).parts == cut((LONG * 1000)[:5000]).parts


def test_an_ordinary_sentence_is_cut_into_all_its_words() -> None:
    assert cut(LONG).written == [
        "Five",
        "boats",
        "burnt",
        "in",
        "the",
        "harbour",
        "of",
        "Alma",
        "on",
        "3",
        "May",
        "2031",
    ]


def test_long_texts_that_end_otherwise_are_not_the_same() -> None:
    one, other = LONG * 1000 + "five.", LONG * 1000 + "six."
    assert outline(one).spelling != outline(other).spelling
    assert outline(one).spelling == outline(one.upper()).spelling


def test_long_texts_of_few_words_are_too_long_to_be_compared() -> None:
    one, other = "港で火事があった" * 1000, "港で火事があった" * 1000 + "六"
    assert between(terms(one), terms(other)) >= {"length"}


def test_each_day_and_year_of_many_dates_counts_nothing() -> None:
    found = tokens(cut("On 3 May 2031, 4 May 2031 and 10 June 2032 five boats burnt.")).found
    assert [(each.raw, each.kind) for each in found if each.kind in {"day", "figure"}] == [
        ("3", "day"), ("2031", "day"), ("4", "day"), ("2031", "day"), ("10", "day"), ("2032", "day"), ("5", "figure"),
    ]  # fmt: skip
