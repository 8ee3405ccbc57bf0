"""Front matter is checked at the door: all that is wrong in it is told at once, with its lines."""

import pytest

from digest.articles.given import FrontMatterError, open_front_matter
from digest.errors import DigestError, Fault, Level

MEND_KEEP = "Keep one of the two"


def faults(*lines: str) -> tuple[Fault, ...]:
    with pytest.raises(FrontMatterError) as raised:
        open_front_matter("\n".join(["---", *lines, "---", "Text."]), "a.txt")
    assert raised.value.fault in raised.value.faults
    return raised.value.faults


def test_all_values_that_are_wrong_are_told_at_once() -> None:
    found = faults("title: [a, b]", "lang: [c, d]", "date: foo", "keep: {a: {b: c}}", "draft: perhaps", "id: [e]")
    assert found == (
        Fault("a.txt", 2, "title is a list", "Write one value"),
        Fault("a.txt", 3, "lang is a list", "Write one value"),
        Fault("a.txt", 4, 'date is "foo"', "Write it as 2026-11-20 or 2026-11-20T09:00Z"),
        Fault(
            "a.txt",
            5,
            "a line of keep is a mapping",
            "Put the line in single quotes, and write each ' within it twice",
        ),
        Fault("a.txt", 6, 'draft is "perhaps"', "Write true or false"),
        Fault("a.txt", 7, "id is a list", "Write one value"),
    )


def test_each_listed_line_that_is_wrong_is_told() -> None:
    found = faults("cut:", "  - [Photo]", "  - Menu", "  - {a: b, c: d}")
    assert [(fault.line, fault.what) for fault in found] == [
        (3, "a line of cut is a list"),
        (5, "a line of cut is a mapping"),
    ]


def test_advice_is_told_beside_a_fault() -> None:
    found = faults("kepp: Menu", "link: javascript:alert(1)", "date: foo")
    assert [(fault.line, fault.what, fault.level) for fault in found] == [
        (2, 'the key "kepp" is unknown', Level.ADVICE),
        (3, 'link is "javascript:alert(1)", which no page may carry', Level.ADVICE),
        (4, 'date is "foo"', Level.FAULT),
    ]


def test_the_message_is_that_of_the_first_fault_and_of_no_advice() -> None:
    with pytest.raises(FrontMatterError) as raised:
        open_front_matter("---\nkepp: Menu\nlang: what is it\ndate: foo\n---\nText.", "a.txt")
    assert str(raised.value).startswith('a.txt:3: lang is "what is it".')


@pytest.mark.parametrize(
    ("kept", "cut"),
    [
        pytest.param("Nobody was hurt.", "Nobody was hurt.", id="the same words"),
        pytest.param("> Nobody  was hurt.", "Nobody was hurt.", id="with other white space and a mark"),
        pytest.param("“Nobody” was hurt.", '"Nobody" was hurt.', id="with other quotation marks"),
    ],
)
def test_a_line_under_keep_and_under_cut_is_a_fault_that_names_both_lines(kept: str, cut: str) -> None:
    found = faults("cut:", "  - Menu", f"  - '{cut}'", "keep:", f"  - '{kept}'")
    assert found == (Fault("a.txt", 6, f'the line "{kept}" stands under keep, and in line 4 under cut', MEND_KEEP),)


@pytest.mark.parametrize(
    ("kept", "cut"),
    [
        pytest.param("Nobody was hurt. The port opens.", "Nobody was hurt.", id="a sentence of a kept line"),
        pytest.param("Nobody was hurt.", "Nobody was hurt", id="another line"),
    ],
)
def test_other_lines_may_stand_under_keep_and_cut(kept: str, cut: str) -> None:
    given = open_front_matter(f"---\nkeep: '{kept}'\ncut: '{cut}'\n---\nText.", "a.txt").given
    assert ([each.text for each in given.keep], [each.text for each in given.cut]) == ([kept], [cut])


def test_an_empty_link_is_no_link() -> None:
    opened = open_front_matter("---\nlink: ~\n---\nText.", "a.txt")
    assert (opened.given.link, opened.advice) == (None, ())


@pytest.mark.parametrize(
    ("typed", "title", "sign"),
    [
        pytest.param("!!!", "!!!", "!", id="what YAML takes for a tag"),
        pytest.param("&amp; so on", "&amp; so on", "&", id="for an anchor"),
        pytest.param("*Fire* at the quay: it's out", "*Fire* at the quay: it's out", "*", id="for an alias"),
        pytest.param("@harbour", "@harbour", "@", id="for nothing that it knows"),
        pytest.param("%d boats", "%d boats", "%", id="for a directive"),
        pytest.param("`code`  ", "`code`", "`", id="with blanks behind"),
    ],
)
def test_words_that_begin_with_a_sign_of_yamls_own_are_read_as_typed_and_told_of(typed, title, sign) -> None:
    opened = open_front_matter(f"---\nlang: en\ntitle: {typed}\n---\nText.", "a.txt")
    what = f'title begins with "{sign}", which means something else in YAML, and was read as it is typed'
    assert (opened.given.title, opened.given.lang, opened.text, opened.first_line) == (title, "en", "Text.", 5)
    assert opened.advice == (Fault("a.txt", 3, what, "Put it between quotes", Level.ADVICE),)


def test_several_such_words_are_told_of_each() -> None:
    opened = open_front_matter("---\ntitle: @a\nauthor: @b\nsource: @c\n---\nText.", "a.txt")
    assert (opened.given.title, opened.given.authors, opened.given.source) == ("@a", ("@b",), "@c")
    assert [fault.line for fault in opened.advice] == [2, 3, 4]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param(
            "status: !hidden",
            "a.txt:2: an anchor, an alias or a tag (&, * or !) stands here. "
            "Write the value itself, between quotes if it begins so.",
            id="a key whose value is no words",
        ),
        pytest.param(
            "title: @a\ntitle: @b",
            'a.txt:3: the key "title" stands here and in line 2. Keep one of the two.',
            id="a key that stands twice",
        ),
        pytest.param(
            "\n".join(["title: @a"] * 20),
            "a.txt:11: this is no YAML: found character that cannot start any token. "
            "Put a value with a colon or a quotation mark in it between quotes.",
            id="more such lines than there are keys",
        ),
    ],
)
def test_what_else_is_no_yaml_stays_at_fault(lines: str, message: str) -> None:
    with pytest.raises(DigestError) as raised:
        open_front_matter(f"---\n{lines}\n---\nText.", "a.txt")
    assert str(raised.value) == message
