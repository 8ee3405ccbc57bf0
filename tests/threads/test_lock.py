"""content/threads.lock survives everything: other hands, merges, a missing last line."""

from dataclasses import replace
from datetime import date

import pytest

from digest.errors import DigestError, Fault
from digest.threads.lock import HEADER, Lock, LockMovedError, check_frozen, read_lock, write_lock

NAME = "content/threads.lock"
BAD_LINE = "Write an article's id, a space and a slug, or delete the line"
CONFLICT = Fault(
    NAME,
    1,
    "git left a merge conflict here",
    "Keep the lines of both sides, but of two lines on one article only one, and delete the marks",
)
KEEP_ONE = "Keep one of the two lines; write `aliases:` in content/threads/KEPT.md for the other slug"


def test_what_is_written_is_read_back(tmp_path):
    lock = Lock({"a-bbbbbbbbbb": "東京の地震", "a-aaaaaaaaaa": "port-amber"})
    write_lock(tmp_path / "threads.lock", NAME, lock)
    assert read_lock(tmp_path / "threads.lock", NAME) == lock


def test_it_is_one_article_a_line_in_the_order_of_ids(tmp_path):
    write_lock(tmp_path / "threads.lock", NAME, Lock({"a-bbbbbbbbbb": "two", "a-aaaaaaaaaa": "one"}))
    assert (tmp_path / "threads.lock").read_text() == f"{HEADER}a-aaaaaaaaaa one\na-bbbbbbbbbb two\n"


def test_what_came_with_an_edition_bears_its_day_and_keeps_it(tmp_path):
    path = tmp_path / "threads.lock"
    old = Lock({"a-aaaaaaaaaa": "one"})  # as it was written before there were stamps
    write_lock(path, NAME, old.joined_by({"a-aaaaaaaaaa": "one", "a-bbbbbbbbbb": "one"}).stamped(date(2031, 3, 7)))
    later = read_lock(path, NAME).joined_by({"a-cccccccccc": "two"}).stamped(date(2031, 3, 8))
    assert later.text() == f"{HEADER}a-aaaaaaaaaa one\na-bbbbbbbbbb one 2031-03-07\na-cccccccccc two 2031-03-08\n"


def test_an_edition_without_a_day_stamps_nothing():
    assert Lock().joined_by({"a-aaaaaaaaaa": "one"}).stamped(None).text() == f"{HEADER}a-aaaaaaaaaa one\n"


def test_a_lock_with_a_fault_is_left_to_the_curator(tmp_path):
    path = tmp_path / "threads.lock"
    path.write_text("<<<<<<< ours\na-aaaaaaaaaa one\n=======\na-aaaaaaaaaa two\n>>>>>>> theirs\n")
    before = path.read_bytes()
    write_lock(path, NAME, read_lock(path, NAME))
    assert path.read_bytes() == before


def test_a_lock_that_is_not_there_holds_no_article(tmp_path):
    assert read_lock(tmp_path / "threads.lock", NAME) == Lock()


def test_a_lock_of_no_article_is_not_begun_and_an_old_one_is_emptied(tmp_path):
    write_lock(tmp_path / "threads.lock", NAME, Lock())
    assert not (tmp_path / "threads.lock").exists()
    write_lock(tmp_path / "threads.lock", NAME, Lock({"a-aaaaaaaaaa": "one"}))
    write_lock(tmp_path / "threads.lock", NAME, replace(read_lock(tmp_path / "threads.lock", NAME), slugs={}))
    assert (tmp_path / "threads.lock").read_text() == HEADER


@pytest.mark.parametrize("now", ["a-aaaaaaaaaa other\n", None], ids=["another lock", "no lock"])
def test_a_lock_that_changed_since_it_was_read_is_not_written_over(now, tmp_path):
    path = tmp_path / "threads.lock"
    path.write_text("a-aaaaaaaaaa one\n")
    lock = read_lock(path, NAME).joined_by({"a-bbbbbbbbbb": "one"})
    path.write_text(now) if now else path.unlink()
    with pytest.raises(LockMovedError):
        write_lock(path, NAME, lock)
    assert (path.read_text() if path.exists() else None) == now


def test_a_lock_whose_folder_is_gone_does_not_bring_it_back(tmp_path):
    with pytest.raises(DigestError, match=r"threads\.lock:1: this file cannot be written: No such file or directory"):
        write_lock(tmp_path / "content/threads.lock", NAME, Lock({"a-aaaaaaaaaa": "one"}))
    assert not (tmp_path / "content").exists()


@pytest.mark.parametrize(
    ("text", "slugs", "faults"),
    [
        pytest.param("a-aaaaaaaaaa one", {"a-aaaaaaaaaa": "one"}, [], id="no end of the last line"),
        pytest.param("\r\na-aaaaaaaaaa one\r\n\r\n", {"a-aaaaaaaaaa": "one"}, [], id="line ends of Windows"),
        pytest.param(
            "\na-aaaaaaaaaa one\na-bbbbbbbbbb one\na-aaaaaaaaaa two\n",
            {"a-aaaaaaaaaa": "one", "a-bbbbbbbbbb": "one"},
            [Fault(NAME, 4, 'a-aaaaaaaaaa is put into "two" here, and into "one" in line 2', KEEP_ONE)],
            id="two words on one article",
        ),
        pytest.param(
            "a-aaaaaaaaaa one\na-aaaaaaaaaa one\n", {"a-aaaaaaaaaa": "one"}, [], id="one word on an article, twice"
        ),
        pytest.param("<<<<<<< HEAD\n", {}, [CONFLICT], id="a mark of a merge"),
        pytest.param("||||||| 1a2b3c4\n", {}, [CONFLICT], id="the mark of what was before, which git can be asked for"),
        pytest.param("one two\n", {}, [Fault(NAME, 1, 'this line is "one two"', BAD_LINE)], id="no id"),
        pytest.param(
            "a-aaaaaaaaaa ../up\n", {}, [Fault(NAME, 1, 'this line is "a-aaaaaaaaaa ../up"', BAD_LINE)], id="no slug"
        ),
        pytest.param(
            "a-aaaaaaaaaa Port-Amber\n",
            {},
            [Fault(NAME, 1, 'this line is "a-aaaaaaaaaa Port-Amber"', BAD_LINE)],
            id="a slug with a capital",
        ),
    ],
)
def test_a_lock_that_others_touched_is_read_as_far_as_it_says_something(text, slugs, faults, tmp_path):
    (tmp_path / "threads.lock").write_bytes(text.encode())
    assert read_lock(tmp_path / "threads.lock", NAME) == Lock(slugs, tuple(faults))


class TestFrozen:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param(Lock({"a-aaaaaaaaaa": "one"}).text(), Lock({"a-aaaaaaaaaa": "one"}), id="what it says stays"),
            pytest.param(None, Lock(), id="there is none, and nothing to write"),
        ],
    )
    def test_a_lock_that_stays_as_it_is_is_let_through(self, before, after, tmp_path):
        if before is not None:
            (tmp_path / "threads.lock").write_text(before)
        check_frozen(tmp_path / "threads.lock", NAME, after)

    @pytest.mark.parametrize(
        ("before", "after", "change"),
        [
            pytest.param(None, {"a-aaaaaaaaaa": "one"}, 'add 1 article (a-aaaaaaaaaa to "one")', id="a first article"),
            pytest.param(
                Lock({"a-aaaaaaaaaa": "one"}).text(),
                {"a-aaaaaaaaaa": "one", "a-cccccccccc": "two", "a-bbbbbbbbbb": "one"},
                'add 2 articles (a-bbbbbbbbbb to "one", ...)',
                id="more articles",
            ),
            pytest.param(
                Lock({"a-aaaaaaaaaa": "one"}).text(),
                {"a-aaaaaaaaaa": "two", "a-bbbbbbbbbb": "one"},
                'add 1 article (a-bbbbbbbbbb to "one") and move 1 article (a-aaaaaaaaaa to "two")',
                id="an article that the curator moved",
            ),
            pytest.param("a-aaaaaaaaaa one\n", {"a-aaaaaaaaaa": "one"}, "put its lines in order", id="its form"),
        ],
    )
    def test_what_would_change_is_named_in_a_line(self, before, after, change, tmp_path):
        if before is not None:
            (tmp_path / "threads.lock").write_text(before)
        with pytest.raises(DigestError) as caught:
            check_frozen(tmp_path / "threads.lock", NAME, Lock(after))
        assert str(caught.value) == (
            f"{NAME}:1: this build would {change}. Run `digest build` without --frozen, and commit this file."
        )

    def test_a_lock_with_a_fault_is_not_let_through(self, tmp_path):
        (tmp_path / "threads.lock").write_text(f"{HEADER}a-aaaaaaaaaa one\n<<<<<<< HEAD\n")
        lock = read_lock(tmp_path / "threads.lock", NAME)
        with pytest.raises(ExceptionGroup) as caught:
            check_frozen(tmp_path / "threads.lock", NAME, lock)
        assert [str(error) for error in caught.value.exceptions] == [
            f"{NAME}:3: git left a merge conflict here. {CONFLICT.mend}."
        ]
