"""YAML that is read without the parser means what the parser says."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import DigestError
from digest.tools import yamlfile
from digest.tools.plainyaml import plain_pairs
from digest.tools.yamlfile import Node, read_yaml

PLAIN = [
    pytest.param("title: Boats burn in Alma", "Boats burn in Alma", id="words"),
    pytest.param("title: It's 5 o'clock: http://a.example/b#c  ", None, id="a colon before a space"),
    pytest.param("title: It's http://a.example/b#c  ", "It's http://a.example/b#c", id="signs within words"),
    pytest.param("title: Boats # burnt", None, id="a comment"),
    pytest.param("title: 'Boats: burnt # in Alma ' ", "Boats: burnt # in Alma ", id="a quotation"),
    pytest.param("title: 'Alma''s boats'", None, id="a quotation in a quotation"),
    pytest.param('title: "Boats \\n burn"', None, id="an escape"),
    pytest.param("title: 2031-03-03T09:00Z", "2031-03-03T09:00Z", id="a moment"),
    pytest.param("title: 12", 12, id="a number"),
    pytest.param("title: 0123", "0123", id="no number"),
    pytest.param("title: true", True, id="a flag"),
    pytest.param("title:", None, id="nothing"),
    pytest.param("title: *boats", None, id="an alias"),
    pytest.param("title: -boats", None, id="a sign first"),
    pytest.param("title: Boats\n  burn", None, id="more on the next line"),
    pytest.param("title: Boats\ntitle: Mills", None, id="a key twice"),
    pytest.param("true: Boats", None, id="a key that is no word"),
]


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_only_what_means_one_thing_is_read(text, value):
    assert [*plain_pairs(text)] == (["title"] if value is not None or text == "title:" else [])
    if value is not None:
        assert read_yaml(text, "a.md").fields("it")["title"].value == value


def test_each_value_has_its_line():
    found = read_yaml("title: Boats\n\ntags: [a, b c,1.5]\n", "a.md", first_line=2)
    tags = (Node("a", "a.md", 4, "a"), Node("b c", "a.md", 4, "b c"), Node(1.5, "a.md", 4, "1.5"))
    assert found == Node({"title": Node("Boats", "a.md", 2, "Boats"), "tags": Node(tags, "a.md", 4)}, "a.md", 2)


SIGNS = st.text(string.ascii_letters[:4] + "  ::##--\"\"'',,[]{}&*!?|>%@`\\~.+_/0159é日\u200d\n", max_size=30)
LINES = st.lists(st.tuples(st.sampled_from(["title", "tags", "x-1", "null"]), SIGNS), min_size=1, max_size=4)


def outcome(text: str) -> object:
    try:
        return read_yaml(text, "a.md")
    except DigestError as error:
        return error.fault


@given(LINES)
def test_the_parser_says_the_same(lines):
    text = "\n".join(f"{key}: {value}" for key, value in lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamlfile, "plain_pairs", lambda _: {})
        by_parser = outcome(text)
    assert outcome(text) == by_parser
