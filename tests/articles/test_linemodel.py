"""The short cuts of the line model change nothing: it finds the features by their names, and sees the lines around."""

from math import exp

import numpy as np
import pytest

from digest.articles.scrape.linemodel import numbered, placed, shipped_model
from digest.articles.scrape.lines import line_features
from digest.articles.scrape.network import Layer, Network
from digest.articles.scrape.patterns import rule_of
from digest.articles.scrape.segments import Segment, segments
from digest.articles.scrape.wrapping import paragraphs

PAGE = [
    "Home",
    "• Sport | Weather",
    "> ## Storm closes the harbour",
    "By Ada Alm",
    "12 min read",
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    "“It’s the worst in forty years,” said Åsa Dàl – who has fished here “all her life”, she says… and longer.",
    "Гавань закрыли в пятницу, сообщил мэр.",
    "港は金曜日に閉鎖された。",
    "Write to @harbourpost or see www.harbour.example/storm #alma",
    "© 2026 Harbour Post",
    "***",
    "Nobody was hurt. " * 30,
    "Home",
]


def as_names(lines: list[Segment], rules: list[str | None], repeats: list[int]) -> list[list[int]]:
    """Return the numbers of all features of each line, found by their names one by one."""
    numbers, there = shipped_model().numbers, placed(lines, rules, repeats)
    named = [[*line_features(line.prose, line.marks), *names] for line, names in zip(lines, there, strict=True)]
    return [sorted(numbers[name] for name in names if name in numbers) for names in named]


def test_the_numbers_of_a_line_are_those_of_the_names_of_its_features() -> None:
    lines = segments("\n".join(PAGE), 1)
    rules = [rule_of(line.prose) for line in lines]
    repeats = [place % 5 for place in range(len(lines))]
    found = numbered(lines, rules, repeats, shipped_model())
    assert [sorted(numbers) for numbers in found] == as_names(lines, rules, repeats)


@pytest.mark.parametrize(
    ("text", "marks", "some"),
    [
        pytest.param("Home", "# ", {"words=1", "end=a", "start=Aa", "marks=#", "whome", "firstwhome"}, id="a label"),
        pytest.param("STORM'S END", "", {"start=A", "wstorm", "ws", "wend", "lastwend"}, id="capitals, an apostrophe"),
        pytest.param("“Åsa’s harbour…”", "", {"start=q", "end=…", "quote", "wåsa", "ws"}, id="typographic signs"),
        pytest.param("Гавань закрыта", "", {"script,signs=Cyrillic2", "wгавань"}, id="another script"),
        pytest.param("see www.alma.example", "", {"link", "wexample"}, id="a link"),
        pytest.param("a.com b", "", {"link"}, id="a bare domain"),
        pytest.param("a.community b", "", {"wcommunity"}, id="no domain"),
        pytest.param("word " * 13, "", {"pword", "firstpword", "lastpword"}, id="prose"),
        pytest.param("word " * 41, "", {"pword", "firstpword", "long"}, id="long prose"),
    ],
)
def test_a_line_has_the_features(text: str, marks: str, some: set[str]) -> None:
    assert some <= set(line_features(text, marks))


@pytest.mark.parametrize(
    ("text", "none"),
    [
        pytest.param("a.community b", "link", id="a word that only begins as a domain does"),
        pytest.param("word " * 40, "long", id="forty words"),
        pytest.param("1 " * 60, "long", id="no words"),
        pytest.param("word " * 41, "lastpword", id="the last word of what is cut"),
    ],
)
def test_a_line_has_not_the_feature(text: str, none: str) -> None:
    assert none not in line_features(text, "")


def test_a_layer_weighs_the_line_above_the_line_itself_and_the_line_below() -> None:
    layer = Layer(2, np.array([[1.0, 2.0, 4.0]]), np.zeros(1))
    network = Network(np.array([[0], [1]], dtype=np.int8), 1.0, np.zeros(1), (layer,), np.ones(1), 0.0)
    found = network.scores([[0], [0], [1, 0], [0], [0]])
    assert found == [round(1 / (1 + exp(-logit)), 5) for logit in (4, 0, 1 + 2, 0, 1)]


@pytest.mark.parametrize("lines", [1, 2, 16, 17])
def test_a_text_shorter_than_the_layers_reach_has_a_score_for_each_line(lines: int) -> None:
    found = shipped_model().network.scores([[number] for number in range(lines)])
    assert len(found) == lines
    assert all(0 <= score <= 1 for score in found)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("Reading time: 4 minutes", "reading-time", id="reading time in words"),
        pytest.param("٤ min", "reading-time", id="other digits"),
        pytest.param("(Reuters)", "wire-credit", id="an agency"),
        pytest.param("via: AFP", "wire-credit", id="via an agency"),
        pytest.param("SOURCE: Harbour Post", "source-credit", id="an outlet"),
        pytest.param("updated on 2026-11-20", "lone-date", id="a stamp"),
        pytest.param("October 3, 2026", "lone-date", id="a month"),
        pytest.param("Thursday, 3 Dec 2026", "lone-date", id="a weekday"),
        pytest.param("BY Ada Alm", "byline", id="a byline in capitals"),
        pytest.param("Mail this story", "share-button", id="mail"),
        pytest.param("STORY CONTINUES BELOW", "advertisement", id="capitals"),
        pytest.param("more from Harbour Post", "related-heading", id="more from"),
        pytest.param("(C) Harbour Post", "copyright", id="copyright in brackets"),
        pytest.param("Harbour Post 2026. All Rights Reserved.", "copyright", id="copyright at the end"),
        pytest.param("SUBSCRIBE TO OUR NEWSLETTER", "newsletter", id="an appeal in capitals"),
        pytest.param("The harbour was closed", None, id="a headline"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_rule_of_a_line_by_whatever_sign_it_begins_with(text: str, rule: str | None) -> None:
    assert rule_of(text) == rule


def test_a_text_with_a_longer_line_in_twenty_is_still_joined() -> None:
    lines = ["x" * 70] * 19 + ["y" * 91]
    assert len(list(paragraphs(lines, 1))) == 1
    assert len(list(paragraphs([*lines, "y" * 91], 1))) == 21
