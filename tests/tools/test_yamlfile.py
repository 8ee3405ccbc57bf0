"""YAML as YAML 1.2 reads it, each value with its line, and nothing that can grow or run."""

import math

import pytest

from digest.errors import DigestError
from digest.tools.yamlfile import as_choice, as_flag, as_number, as_text, as_texts, did_you_mean, read_yaml

REFUSED = (
    "an anchor, an alias or a tag (&, * or !) stands here. Write the value itself, between quotes if it begins so."
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        pytest.param("14:05", "14:05", id="a time is no base-60 number"),
        pytest.param("NO", "NO", id="Norway is not false"),
        pytest.param("on", "on", id="on is not true"),
        pytest.param("yes", "yes", id="yes is not true"),
        pytest.param("0123", "0123", id="a leading zero is no octal number"),
        pytest.param("1_000", "1_000", id="an underscore is no thousands separator"),
        pytest.param("2031-03-07", "2031-03-07", id="a day is what was typed"),
        pytest.param("0x1F", "0x1F", id="a hexadecimal number is what was typed"),
        pytest.param(".inf", ".inf", id="infinity is what was typed"),
        pytest.param("null", None, id="null"),
        pytest.param("~", None, id="a tilde"),
        pytest.param("", None, id="nothing"),
        pytest.param("nil", "nil", id="another word for nothing"),
        pytest.param("true", True, id="true"),
        pytest.param("FALSE", False, id="false in capitals"),
        pytest.param("tRUE", "tRUE", id="true in mixed letters"),
        pytest.param("7", 7, id="a whole number"),
        pytest.param("-7", -7, id="a negative number"),
        pytest.param("0", 0, id="zero"),
        pytest.param("0.5", 0.5, id="a decimal number"),
        pytest.param(".5", 0.5, id="a decimal number without a zero"),
        pytest.param("1.5e3", 1500.0, id="a decimal number with an exponent"),
        pytest.param("1e3", "1e3", id="an exponent without a point is what was typed"),
        pytest.param("9" * 30, "9" * 30, id="a number that is too long is what was typed"),
        pytest.param('"7"', "7", id="a number between quotes"),
        pytest.param("'null'", "null", id="null between quotes"),
        pytest.param("東京", "東京", id="another script"),
    ],
)
def test_a_scalar_is_what_yaml_1_2_says(typed, value):
    found = read_yaml(f"key: {typed}", "a.yaml").fields("a.yaml")["key"].value
    assert (type(found), found) == (type(value), value)


def test_a_scalar_keeps_how_it_was_typed():
    fields = read_yaml("a: 1.50\nb: TRUE\nc: 007", "a.yaml").fields("a.yaml")
    assert [as_text(fields[key], key) for key in "abc"] == ["1.50", "TRUE", "007"]


def test_each_value_knows_the_line_of_its_key():
    fields = read_yaml("a: 1\n\nb:\n  - 2\n  - 3\nc: |\n  text\n", "a.yaml", first_line=10).fields("a.yaml")
    assert {key: node.line for key, node in fields.items()} == {"a": 10, "b": 12, "c": 15}
    assert [each.line for each in fields["b"].value] == [13, 14]


def test_a_text_block_keeps_its_lines():
    assert read_yaml("a: |\n  one\n  two\n", "a.yaml").fields("a")["a"].value == "one\ntwo\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "a: 1\nb: 2\na: 3", '3: the key "a" stands here and in line 1. Keep one of the two.', id="a key twice"
        ),
        pytest.param(
            "x:\n  a: 1\n  a: 2",
            '3: the key "a" stands here and in line 2. Keep one of the two.',
            id="a key twice within",
        ),
        pytest.param(
            "a: b: c",
            "1: this is no YAML: mapping values are not allowed in this context."
            " Put a value with a colon or a quotation mark in it between quotes.",
            id="a colon in a value",
        ),
        pytest.param(
            "a: 1\n\tb: 2",
            "2: this is no YAML: found a tab character that violates indentation."
            " Use spaces, not tabs, in front of a key.",
            id="a tab",
        ),
        pytest.param(
            "a: &x 1",
            f"1: {REFUSED}",
            id="an anchor",
        ),
        pytest.param(
            "a: 1\nb: *x",
            f"2: {REFUSED}",
            id="an alias",
        ),
        pytest.param(
            "a: !!python/object/apply:os.system [date]",
            f"1: {REFUSED}",
            id="a tag that would run something",
        ),
        pytest.param(
            "a: 1\n---\nb: 2", "2: a second document begins here (---). Keep one document.", id="two documents"
        ),
        pytest.param("[" * 30, "1: this is nested deeper than 20. Make it flatter.", id="thirty lists"),
        pytest.param("? [a, b]\n: 1", "1: a key is a list. Write one value.", id="a key that is a list"),
        pytest.param("a: \x07", "1: this is no YAML. Remove signs that cannot be printed.", id="a control sign"),
    ],
)
def test_what_is_no_plain_yaml_is_a_fault_with_its_line(text, message):
    with pytest.raises(DigestError) as caught:
        read_yaml(text, "a.yaml")
    assert str(caught.value) == f"a.yaml:{message}"


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        pytest.param(as_text, "", "", id="no text"),
        pytest.param(as_texts, "[a, '', 07]", ("a", "07"), id="texts"),
        pytest.param(as_texts, "a", ("a",), id="one text in the place of texts"),
        pytest.param(as_texts, "", (), id="no texts"),
        pytest.param(as_flag, "true", True, id="a flag"),
        pytest.param(as_number, "7", 7.0, id="a number"),
    ],
)
def test_a_value_is_read_as_its_key_asks(read, typed, value):
    assert read(read_yaml(f"key: {typed}", "a.yaml").fields("a.yaml")["key"], "key") == value


@pytest.mark.parametrize(
    ("read", "typed", "message"),
    [
        pytest.param(as_text, "[a]", "key is a list. Write one value.", id="a list for a text"),
        pytest.param(as_texts, "[[a]]", "key is a list. Write one value.", id="a list within a list"),
        pytest.param(as_flag, "yes", 'key is "yes". Write true or false.', id="yes for a flag"),
        pytest.param(as_number, "true", 'key is "true". Write a number.', id="a flag for a number"),
        pytest.param(as_number, "0123", 'key is "0123". Write a number.', id="a leading zero for a number"),
        pytest.param(
            lambda node, name: as_choice(node, name, ("a", "b", "c")),
            "d",
            'key is "d". Write a, b or c.',
            id="a choice",
        ),
    ],
)
def test_a_value_that_is_not_what_its_key_asks_for_is_shown(read, typed, message):
    with pytest.raises(DigestError) as caught:
        read(read_yaml(f"\nkey: {typed}", "a.yaml").fields("a.yaml")["key"], "key")
    assert str(caught.value) == f"a.yaml:2: {message}"


def test_a_key_that_is_misspelt_is_answered_with_the_likeliest_one():
    assert did_you_mean("titel", ("title", "date")) == 'Did you mean "title"?'
    assert did_you_mean("zzz", ("title", "date")) == "Known are: title, date"


def test_a_number_is_finite():
    assert math.isfinite(as_number(read_yaml("a: 1.5e99", "a.yaml").fields("a")["a"], "a"))
