"""What was left in the output is known again by its version, as long as nobody touched it."""

import os
import time

import pytest

from digest.tools.cache import NO_CACHE, Cache
from digest.tools.left import Answers, Left

ASKED = Answers(("/archive/",), ("/search/",), None)
PAGE = "a/index.html"


def yes(_):
    return True


@pytest.fixture
def output(tmp_path):
    (tmp_path / "site/a").mkdir(parents=True)
    (tmp_path / "site" / PAGE).write_text("one")
    return tmp_path / "site"


@pytest.fixture
def cache(output):
    """Return the cache of a build that wrote a page."""
    kept = Cache(output.parent / "results.sqlite")
    left = Left(output, kept)
    left.made(PAGE, "v1", ASKED)
    left.keep()
    time.sleep(0.02)  # a disk's clock ticks every few milliseconds
    return kept


def test_a_file_of_the_same_version_stands(output, cache):
    left = Left(output, cache)
    assert left.standing({PAGE: "v1", "b/index.html": "v1"}, yes) == {PAGE: ASKED}
    assert left.found(PAGE)


def rewritten(page, text):
    """Write a text into a file that is as long, and give it back its time."""
    its = page.stat()
    page.write_text(text)
    os.utime(page, ns=(its.st_atime_ns, its.st_mtime_ns))
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (its.st_ino, its.st_mtime_ns)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda page: page.write_text("two, by hand"), id="changed"),
        pytest.param(lambda page: rewritten(page, "eno"), id="changed to as many signs, and its time set back"),
        pytest.param(lambda page: page.unlink(), id="gone"),
        pytest.param(lambda page: (page.rename(page.with_name("b")), page.symlink_to("b")), id="a link"),
        pytest.param(lambda page: (page.unlink(), page.mkdir()), id="a folder"),
    ],
)
def test_one_that_was_touched_does_not(change, output, cache):
    change(output / PAGE)
    assert Left(output, cache).standing({PAGE: "v1"}, yes) == {}


def test_one_of_another_version_does_not(output, cache):
    assert Left(output, cache).standing({PAGE: "v2"}, yes) == {}


def test_one_whose_answers_do_not_hold_still_does_not(output, cache):
    assert Left(output, cache).standing({PAGE: "v1"}, lambda answers: answers != ASKED) == {}


def test_another_output_has_nothing(output, cache):
    assert Left(output.with_name("other"), cache).standing({PAGE: "v1"}, yes) == {}


def test_it_stands_when_the_folder_was_exchanged_for_one_of_links(output, cache):
    other = output.with_name("new")
    (other / "a").mkdir(parents=True)
    (other / PAGE).hardlink_to(output / PAGE)
    output.rename(output.with_name("old"))
    other.rename(output)
    Left(output, cache).keep()
    assert Left(output, cache).standing({PAGE: "v1"}, yes) == {PAGE: ASKED}


def test_what_a_build_made_that_began_anew_is_not_kept(output, cache):
    left = Left(output, cache)
    left.made(PAGE, "v2", ASKED)
    left.standing({}, yes)
    left.keep()
    assert Left(output, cache).standing({PAGE: "v2"}, yes) == {}


def test_without_a_cache_nothing_is_known(output):
    left = Left(output, NO_CACHE)
    left.made(PAGE, "v1", ASKED)
    left.keep()
    assert not left.is_kept
    assert left.standing({PAGE: "v1"}, yes) == {}


def test_an_output_whose_path_is_no_utf8_is_known_again(tmp_path):
    output = tmp_path / "site\udcff"
    output.mkdir()
    (output / "index.html").write_text("one")
    cache = Cache(tmp_path / "results.sqlite")
    left = Left(output, cache)
    left.made("index.html", "v1", ASKED)
    left.keep()
    time.sleep(0.02)
    assert Left(output, cache).standing({"index.html": "v1"}, yes) == {"index.html": ASKED}
