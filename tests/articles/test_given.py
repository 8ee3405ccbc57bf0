"""Front matter is checked at the door: all that is wrong in it is told at once, with its lines."""

import pytest

from digest.articles.given import FrontMatterError, open_front_matter
from digest.errors import Fault, Level

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
