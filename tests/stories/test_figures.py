"""Which figures a sentence gives, whether in digits or in words."""

import pytest

from digest.stories.figures import dates, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("two hundred thousand boats", [("200000", "")], id="scales one upon another"),
        pytest.param("two thousand five hundred boats", [("2500", "")], id="scales one beside another"),
        pytest.param("two thousand twenty-five boats", [("2025", "")], id="all parts of a number"),
        pytest.param("1.2 million euros", [("1200000", "euro")], id="a decimal with a scale and a unit"),
        pytest.param("half a million, half a dozen", [("500000", ""), ("6", "")], id="half of a scale"),
        pytest.param("a hundred boats", [("100", "")], id="a scale alone"),
        pytest.param("in 2025 five boats", [("2025", ""), ("5", "")], id="two numbers side by side"),
        pytest.param(
            "two or three, one two", [("2", ""), ("3", ""), ("1", ""), ("2", "")], id="words that make no number"
        ),
        pytest.param("1.20 crowns at 7:30", [("1.20", ""), ("7:30", "")], id="as written"),
        pytest.param("5%, 5 per cent, five percent", [("5", "percent")] * 3, id="one unit in three spellings"),
        pytest.param("12-km, 5 kilometres", [("12", "kilometre"), ("5", "kilometre")], id="a unit after a hyphen"),
        pytest.param("Hundreds of  thousands", [("hundreds of thousands", "")], id="nobody knows how many"),
        pytest.param("someone often tended boats", [], id="number words within words"),
    ],
)
def test_figures_of_a_text(text, expected):
    assert list(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It opened on 21 January with one abstention.", ["21 January"], id="day and month"),
        pytest.param("On 3 May 2031 and on the 5th of March", ["3 May 2031", "5th of March"], id="a year, an ordinal"),
        pytest.param("On May 10 three died; on Jan. 5, 2031, none.", ["May 10", "Jan. 5, 2031"], id="month first"),
        pytest.param("10-12 May, or 3 and 4 June", ["10-12 May", "3 and 4 June"], id="several days"),
        pytest.param("since May 2031", ["May 2031"], id="month and year"),
        pytest.param("Of the 31 miners 17 may be trapped.", [], id="what may be is no month"),
        pytest.param("In May 10 people died, in March 12 boats sank.", [], id="people are counted in a month"),
        pytest.param("He paid $10 March rent, 1.10 May be.", [], id="a price"),
        pytest.param("In 2031 five boats burnt.", [], id="a year alone"),
    ],
)
def test_the_days_of_dates_are_no_figures(text, expected):
    assert [text[start:end] for start, end in dates(text)] == expected
