"""Which figures a sentence gives, whether in digits or in words."""

import pytest

from digest.stories.figures import figures


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
