"""Which articles are one independent report."""

from datetime import date

import pytest

from digest.model import Article, Mark, Origins, Repeat, Sentence, Told
from digest.stories.reports import reports


def article(name: str, sentences: int = 4, wire: str | None = None) -> Article:
    each = tuple(Sentence(f"{name} {number}.", 0, None, ()) for number in range(sentences))
    return Article(
        name, f"{name}.md", name, date(2031, 3, 7), None, (), None, wire, None, "en", None, None, (), None, None,
        "published", "excerpt", Origins("front-matter"), ("",), each, (),
    )  # fmt: skip


def told(number: int, *carriers: str, likeness: float = 1.0) -> Told:
    first, *others = carriers
    repeats = tuple(Repeat("Text.", Mark(other, number), likeness) for other in others)
    return Told("Text.", Mark(first, number), None, repeats=repeats)


@pytest.mark.parametrize(
    ("articles", "sentences", "expected"),
    [
        pytest.param([article("a"), article("b")], [], [("a",), ("b",)], id="nothing in common"),
        pytest.param(
            [article("a"), article("b")],
            [told(0, "a", "b"), told(1, "b", "a"), told(2, "a", "b")],
            [("a", "b")],
            id="most sentences in common",
        ),
        pytest.param(
            [article("a", 1), article("b", 2)], [told(0, "a", "b")], [("a",), ("b",)], id="one sentence in common"
        ),
        pytest.param([article("a", 1), article("b", 1)], [told(0, "a", "b")], [("a", "b")], id="the only sentence"),
        pytest.param(
            [article("a", 9), article("b", 2)],
            [told(0, "a", "b"), told(1, "a", "b")],
            [("a", "b")],
            id="most of the shorter article",
        ),
        pytest.param(
            [article("a"), article("b")],
            [told(number, "a", "b", likeness=0.7) for number in range(4)],
            [("a",), ("b",)],
            id="told in other words",
        ),
        pytest.param(
            [article("a", wire="afp"), article("b", wire="afp")],
            [told(0, "a", "b")],
            [("a", "b")],
            id="one sentence of one agency",
        ),
        pytest.param(
            [article("a", wire="afp"), article("b", wire="afp")],
            [],
            [("a",), ("b",)],
            id="two texts of one agency",
        ),
        pytest.param(
            [article("a"), article("b"), article("c")],
            [*(told(number, "b", "c") for number in range(3)), *(told(number, "a", "b") for number in range(3))],
            [("a", "b", "c")],
            id="a chain",
        ),
    ],
)
def test_articles_of_one_report(articles, sentences, expected):
    assert list(reports(articles, sentences)) == expected


def test_a_text_that_many_carry_is_one_report():
    names = [f"a{number:03}" for number in range(60)]
    assert reports([article(name, 1) for name in names], [told(0, *names)]) == (tuple(names),)
