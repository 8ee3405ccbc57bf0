"""content/threads/SLUG.md: each key, and what is said where a value is not what its key asks for."""

import os

import pytest

from digest.errors import Fault
from digest.model import DayWord, Fold, Glance, Reference, Split, ThreadWord
from digest.threads.curation import Curation, read_curation

PATH = "content/threads/fire.md"


def curation(folder, front_matter: str, note: str = "") -> Curation:
    (folder / "fire.md").write_text(f"---\n{front_matter}\n---\n{note}")
    return read_curation(folder, "content/threads")


@pytest.mark.parametrize(
    ("front_matter", "word"),
    [
        pytest.param("title: The fire", {"title": "The fire"}, id="title"),
        pytest.param("standfirst: What burnt", {"standfirst": "What burnt"}, id="standfirst"),
        pytest.param("pin: true\nhide: true", {"pin": True, "hide": True}, id="pin and hide"),
        pytest.param("status: dormant", {"status": "dormant"}, id="status"),
        pytest.param("tags: [fire, 0123]", {"tags": ("fire", "0123")}, id="tags stay as they are typed"),
        pytest.param("include: a.md", {"include": (Reference("a.md", PATH, 2),)}, id="one article instead of a list"),
        pytest.param("exclude:\n- a.md", {"exclude": (Reference("a.md", PATH, 3),)}, id="a reference knows its line"),
        pytest.param("merge: [old]", {"merge": (Reference("old", PATH, 2),)}, id="merge"),
        pytest.param(
            "split: [{into: New Thread, articles: [a.md]}]",
            {"split": (Split("new-thread", (Reference("a.md", PATH, 2),)),)},
            id="split",
        ),
        pytest.param(
            "at_a_glance: [{text: It burnt., from: [a.md]}]",
            {"at_a_glance": (Glance("It burnt.", (Reference("a.md", PATH, 2),)),)},
            id="at a glance",
        ),
        pytest.param(
            "days:\n  2031-03-08: {hide: true}\n  2031-03-07: {title: NO, note: 14:05}",
            {"days": (DayWord("2031-03-07", "NO", note="14:05"), DayWord("2031-03-08", hide=True))},
            id="days, in their order",
        ),
        pytest.param("aliases: [Old Name]", {"aliases": ("old-name",)}, id="aliases"),
        pytest.param(
            "pin: false\nstoryline:  The  long\n  trial ",
            {"storyline": Reference("The long trial", PATH, 3)},
            id="a storyline, on one line",
        ),
        pytest.param(
            "fold:\n- into: a.md#3 It burnt.\n  sentences: [b.md#0 Fire!, b.md#1]",
            {
                "fold": (
                    Fold(
                        Reference("a.md#3 It burnt.", PATH, 3),
                        (Reference("b.md#0 Fire!", PATH, 4), Reference("b.md#1", PATH, 4)),
                    ),
                )
            },
            id="fold",
        ),
        pytest.param(
            "unfold:\n- 'a.md#3 It: burnt.'", {"unfold": (Reference("a.md#3 It: burnt.", PATH, 3),)}, id="unfold"
        ),
        pytest.param("title:\ntags:\npin:\nstoryline:\nfold:\nunfold:", {}, id="empty values say nothing"),
    ],
)
def test_a_key_says_what_it_says(front_matter, word, tmp_path):
    assert curation(tmp_path, front_matter) == Curation({"fire": ThreadWord("fire", PATH, **word)})


def test_the_body_is_the_editors_note(tmp_path):
    assert curation(tmp_path, "pin: false", "\n*Mind* this.\n").word("fire").note == "*Mind* this."


def test_of_a_thread_without_a_file_nothing_is_said(tmp_path):
    assert read_curation(tmp_path / "none", "content/threads").word("fire") == ThreadWord("fire")


@pytest.mark.parametrize(
    ("front_matter", "message"),
    [
        pytest.param("pin: perhaps", ':2: pin is "perhaps". Write true or false.', id="a flag"),
        pytest.param("\nstatus: asleep", ':3: status is "asleep". Write developing, dormant or closed.', id="a status"),
        pytest.param("days: [a]", ":2: days is a list. Write `key: value` lines.", id="days as a list"),
        pytest.param(
            "split: x", ':2: split is "x". Write a list, each item after a hyphen.', id="a split that is no list"
        ),
        pytest.param(
            "split: [{articles: a.md}]",
            ":2: an item of split has no `into`. Write `into: new-slug` and `articles: [...]`.",
            id="a split into nothing",
        ),
        pytest.param(
            "at_a_glance: [{from: a.md}]",
            ":2: an item of at_a_glance has no `text`. Write `text: ...` and `from: [article]`.",
            id="a glance without text",
        ),
        pytest.param(
            "fold: [{sentences: [a.md#1]}]",
            ":2: an item of fold has no `into`. Name the sentence to fold under: `into: a-7f3c91d2e4#5 Two boats "
            "burnt.`.",
            id="folded under nothing",
        ),
        pytest.param(
            "fold:\n- into: [a.md#1, a.md#2]",
            ":3: into is a list. Write one sentence, and an item for each other one.",
            id="folded under two",
        ),
        pytest.param(
            "unfold:\n- a.md#1\n- Two boats burnt.",
            ':4: "Two boats burnt." names no sentence. Write its article, its number and its words, as `digest '
            "explain` shows them: `a-7f3c91d2e4#5 Two boats burnt.`.",
            id="a sentence without its article",
        ),
        pytest.param("title: {a: b}", ":2: title is a mapping. Write one value.", id="a title that is a mapping"),
    ],
)
def test_a_fault_names_its_line_and_the_rest_of_the_file_counts(front_matter, message, tmp_path):
    found = curation(tmp_path, f"{front_matter}\naliases: [the-harbour]")
    assert [str(fault) for fault in found.faults] == [f"{PATH}{message}"]
    assert found.words == {"fire": ThreadWord("fire", PATH, aliases=("the-harbour",))}


def test_a_thread_that_somebody_meant_to_hide_stays_hidden(tmp_path):
    found = curation(tmp_path, "hide: yes\ntitel: x")
    assert [str(fault) for fault in found.faults] == [
        f'{PATH}:2: hide is "yes". Write true or false.',
        f'{PATH}:3: the key "titel" is unknown. Did you mean "title"?',
    ]
    assert found.words["fire"].hide


def test_unknown_keys_are_all_named_and_the_others_count(tmp_path):
    found = curation(tmp_path, "titel: x\npin: true\nhidden: true")
    assert [str(fault) for fault in found.faults] == [
        f'{PATH}:2: the key "titel" is unknown. Did you mean "title"?',
        f'{PATH}:4: the key "hidden" is unknown. Did you mean "hide"?',
    ]
    assert [word.pin for word in found.words.values()] == [True]


@pytest.mark.parametrize(
    ("front_matter", "messages", "word"),
    [
        pytest.param(
            "split: [{into: new, article: a.md}]",
            ['2: the key "article" is unknown. Did you mean "articles"?'],
            {"split": (Split("new", ()),)},
            id="split",
        ),
        pytest.param(
            "at_a_glance: [{text: It burnt., form: a.md}]",
            ['2: the key "form" is unknown. Did you mean "from"?'],
            {"at_a_glance": ()},
            id="at a glance",
        ),
        pytest.param(
            "pini: 1\ndays:\n  2031-03-07: {hiden: true}\n  2031-03-08: {notes: x, hide: true}",
            [
                '2: the key "pini" is unknown. Did you mean "pin"?',
                '4: the key "hiden" is unknown. Did you mean "hide"?',
                '5: the key "notes" is unknown. Did you mean "note"?',
            ],
            {"days": (DayWord("2031-03-07"), DayWord("2031-03-08", hide=True))},
            id="days, and each of them",
        ),
        pytest.param(
            "days:\n  7 March:\n  2031-13-45: {hide: true}\n  20310307:\n  2031-03-08: {hide: true}",
            [
                '3: the day is "7 March". Write it as 2026-11-20.',
                '4: the day is "2031-13-45". Write it as 2026-11-20.',
                '5: the day is "20310307". Write it as 2026-11-20.',
            ],
            {"days": (DayWord("2031-03-08", hide=True),)},
            id="a day that is none",
        ),
    ],
)
def test_what_an_item_cannot_say_is_named_and_the_files_other_words_count(front_matter, messages, word, tmp_path):
    found = curation(tmp_path, front_matter)
    assert [str(fault) for fault in found.faults] == [f"{PATH}:{message}" for message in messages]
    assert found.words == {"fire": ThreadWord("fire", PATH, **word)}


def test_what_an_editor_leaves_is_passed_over_and_what_is_no_file_is_named(tmp_path):
    (tmp_path / ".#fire.md").symlink_to("nobody@nowhere.1")
    (tmp_path / ".fire.md").write_text("")
    (tmp_path / "folder.md").mkdir()
    named = "content/threads/folder.md:1: this is a folder. Move it elsewhere."
    found = read_curation(tmp_path, "content/threads")
    assert (found.words, [str(fault) for fault in found.faults]) == ({}, [named])


@pytest.mark.skipif(os.geteuid() == 0, reason="the rights of files mean nothing to root")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    (tmp_path / "fire.md").write_text("")
    (tmp_path / "fire.md").chmod(0)
    [fault] = read_curation(tmp_path, "content/threads").faults
    assert str(fault) == f"{PATH}:1: this file cannot be read: Permission denied. Give yourself the right to read it."


def test_a_file_whose_name_is_no_slug_is_passed_over(tmp_path):
    (tmp_path / "The Fire.md").write_text("---\npin: true\n---\n")
    assert read_curation(tmp_path, "content/threads") == Curation(
        {}, (Fault("content/threads/The Fire.md", 1, "the file's name is no slug", "Call it the-fire.md"),)
    )
