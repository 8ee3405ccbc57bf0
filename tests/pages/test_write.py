"""The output folder becomes equal to the files, all or nothing, and what digest did not write is left alone."""

import os
import re
import threading
from functools import partial

import pytest

from digest.errors import DigestError
from digest.model import OutputFile
from digest.pages import stage
from digest.pages import write as writing
from digest.pages.write import Written
from digest.tools.exchange import exchange
from digest.tools.means import Means


@pytest.fixture(params=[True, False], ids=["at once", "one after another"])
def write(request):
    """Return the function that writes, in one step or file by file."""
    return partial(writing.write, means=Means(at_once=request.param))


def files(**contents: str) -> tuple[OutputFile, ...]:
    """Return files called by their names, with `__` for "/" and `_` for "."."""
    return tuple(
        OutputFile(name.replace("__", "/").replace("_", "."), text.encode()) for name, text in contents.items()
    )


def test_a_first_build_writes_all_and_lists_it(write, tmp_path, contents):
    written = write(files(index_html="Home", threads__fire__index_html="Fire"), tmp_path / "site")
    assert written == Written(("index.html", "threads/fire/index.html"), (), 0)
    assert contents(tmp_path / "site") == {
        ".digest": b"index.html\nthreads/fire/index.html\n",
        "index.html": b"Home",
        "threads/fire/index.html": b"Fire",
    }


def test_only_what_differs_is_written(write, tmp_path):
    write(files(a_html="a", b_html="b"), tmp_path)
    before = (tmp_path / "a.html").stat().st_ino, (tmp_path / "b.html").stat().st_ino
    assert write(files(a_html="a", b_html="other"), tmp_path) == Written(("b.html",), (), 1)
    after = (tmp_path / "a.html").stat().st_ino, (tmp_path / "b.html").stat().st_ino
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


def test_what_is_no_more_is_removed_with_the_folders_that_it_leaves_empty(write, tmp_path, contents):
    write(files(index_html="Home", threads__a__index_html="a", threads__b__index_html="b"), tmp_path)
    (tmp_path / "threads/b/mine.txt").write_text("mine")
    assert write(files(index_html="Home"), tmp_path) == Written((), ("threads/a/index.html", "threads/b/index.html"), 1)
    assert contents(tmp_path) == {".digest": b"index.html\n", "index.html": b"Home", "threads/b/mine.txt": b"mine"}
    assert not (tmp_path / "threads/a").exists()


def test_a_file_of_somebody_else_stays(write, tmp_path):
    (tmp_path / "CNAME").write_text("digest.example")
    write(files(index_html="Home"), tmp_path)
    write(files(), tmp_path)
    assert (tmp_path / "CNAME").read_text() == "digest.example"


@pytest.mark.parametrize("line", ["../mine.txt", "/etc/hostname", "a/../../mine.txt"])
def test_a_list_that_leads_out_of_the_folder_removes_nothing_there(write, line, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.digest").write_text(f"{line}\n")
    assert write(files(index_html="Home"), tmp_path / "site").removed == ()
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_a_line_of_the_list_is_one_path_whatever_sign_is_in_it(write, sign, tmp_path, contents):
    (tmp_path / "private.txt").write_text("mine")
    write([OutputFile(f"notes{sign}private.txt", b"ours")], tmp_path)
    assert write([], tmp_path).removed == (f"notes{sign}private.txt",)
    assert contents(tmp_path) == {".digest": b"", "private.txt": b"mine"}


def test_a_path_that_would_be_two_lines_of_the_list_is_not_written(write, tmp_path, contents):
    with pytest.raises(
        DigestError, match=re.escape(r"a file of the site is to be 'notes\nprivate.txt', which is no path")
    ):
        write([OutputFile("notes\nprivate.txt", b"ours")], tmp_path / "site")
    assert contents(tmp_path) == {}


def test_a_link_in_the_place_of_a_page_is_replaced_not_followed(write, tmp_path):
    (tmp_path / "mine.txt").write_text("Home")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").symlink_to(tmp_path / "mine.txt")
    write(files(index_html="Home"), tmp_path / "site")
    assert not (tmp_path / "site/index.html").is_symlink()
    assert (tmp_path / "mine.txt").read_text() == "Home"


def test_what_a_broken_build_left_in_the_stage_is_swept_out(write, tmp_path, contents):
    (tmp_path / ".digest-new").mkdir()
    (tmp_path / ".digest-new/half.html").write_text("half")
    write(files(index_html="Home"), tmp_path)
    assert sorted(contents(tmp_path)) == [".digest", "index.html"]


@pytest.mark.parametrize(
    ("in_the_way", "place"),
    [
        pytest.param("z.html/mine.txt", "z.html", id="a folder where a file is to be"),
        pytest.param("z", "z", id="a file where a folder is to be"),
    ],
)
def test_what_stands_in_the_way_stops_the_build_before_any_file_moves(write, in_the_way, place, tmp_path, contents):
    site = tmp_path / "site"
    write(files(a_html="old"), site)
    (site / in_the_way).parent.mkdir(exist_ok=True)
    (site / in_the_way).write_text("mine")
    before = contents(site)
    mend = "Free the disk, give yourself the right to write, or move away what stands there"
    message = rf"^{re.escape(str(site / place))}:1: the site cannot be written: .+\. {mend}\.$"
    with pytest.raises(DigestError, match=message):
        write(files(a_html="new", z_html="new", z__y_html="new"), site)
    assert contents(site) == before
    assert not (site / ".digest-new").exists()


def test_two_files_of_one_path_stop_the_build_before_any_file_moves(write, tmp_path, contents):
    write(files(a_html="old"), tmp_path)
    before = contents(tmp_path)
    with pytest.raises(ExceptionGroup) as caught:
        write((*files(a_html="page", b_html="b"), *files(a_html="static")), tmp_path)
    mend = "Rename the one in static/; what is shipped is replaced in templates/."
    assert [str(error) for error in caught.value.exceptions] == [
        f"a.html:1: two files of the site are to be a.html. {mend}"
    ]
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("paths", "what"),
    [
        pytest.param([".digest"], ".digest:1: digest keeps a file of its own here", id="digest's list"),
        pytest.param([".Digest/a"], ".Digest/a:1: digest keeps a file of its own here", id="below the list"),
        pytest.param([".digest-new/a"], ".digest-new/a:1: digest keeps a file of its own here", id="the stage"),
        pytest.param(["a", "a/b/c", "a/d"], "a:1: a file and the folder of a/b/c are both to be a", id="file, folder"),
        pytest.param(["a-b", "A", "a/b"], "A:1: a file and the folder of a/b are both to be A", id="but for capitals"),
        pytest.param(["a", "A"], "A:1: A and a are two files that many disks take for one", id="capitals"),
        pytest.param(["stra\u00dfe", "STRASSE"],
                     "STRASSE:1: STRASSE and stra\u00dfe are two files that many disks take for one", id="folded"),
    ],
)  # fmt: skip
def test_paths_that_cannot_stand_beside_each_other_stop_the_build_before_any_file_moves(
    write, paths, what, tmp_path, contents
):
    write(files(z_html="old"), tmp_path)
    before = contents(tmp_path)
    with pytest.raises(ExceptionGroup) as caught:
        write([*files(z_html="new"), *(OutputFile(path, b"") for path in paths)], tmp_path)
    mend = "Rename the one in static/; what is shipped is replaced in templates/."
    assert [str(error) for error in caught.value.exceptions] == [f"{what}. {mend}"]
    assert contents(tmp_path) == before


def test_names_that_only_begin_alike_stand_beside_each_other(write, tmp_path, contents):
    paths = [".digested", ".well-known/a", "a", "a.html", "a-b/c", "sub/.digest"]
    write([OutputFile(path, b"") for path in paths], tmp_path)
    assert sorted(contents(tmp_path)) == sorted([".digest", *paths])


@pytest.mark.skipif(os.geteuid() == 0, reason="the rights of files mean nothing to root")
def test_a_folder_without_the_right_to_write_keeps_its_site(write, tmp_path, contents):
    write(files(a_html="old"), tmp_path)
    before = contents(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DigestError):
            write(files(a_html="new"), tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [pytest.param("notes", "notes/a.txt", id="a file"), pytest.param("notes/a.txt", "notes", id="a folder")],
)
def test_what_digest_wrote_makes_way_for_a_file_of_another_shape(write, before, after, tmp_path, contents):
    write((OutputFile(before, b"old"),), tmp_path)
    write((OutputFile(after, b"new"),), tmp_path)
    assert contents(tmp_path) == {after: b"new", ".digest": f"{after}\n".encode()}


def test_a_file_that_digest_did_not_write_is_not_written_over(write, tmp_path, contents):
    (tmp_path / "index.html").write_text("mine")
    message = rf"^{re.escape(str(tmp_path / 'index.html'))}:1: .* a file that digest did not write is in the way\."
    with pytest.raises(DigestError, match=message):
        write(files(index_html="ours"), tmp_path)
    assert contents(tmp_path) == {"index.html": b"mine"}


def test_a_fault_at_the_last_file_leaves_the_old_site(write, tmp_path, contents):
    write(files(a_html="old"), tmp_path / "site")
    before = contents(tmp_path)

    def failing():
        yield from files(a_html="new", b_html="new")
        raise LookupError("the last template")

    with pytest.raises(LookupError, match="the last template"):
        write(failing(), tmp_path / "site")
    assert contents(tmp_path) == before


def test_what_a_killed_build_left_beside_the_site_is_swept_out(write, tmp_path, contents):
    (tmp_path / ".site.digest-new/site").mkdir(parents=True)
    (tmp_path / ".site.digest-new/site/half.html").write_text("half")
    write(files(index_html="Home"), tmp_path / "site")
    assert sorted(contents(tmp_path)) == ["site/.digest", "site/index.html"]


def test_a_file_where_the_site_is_to_be_is_left_alone(write, tmp_path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(DigestError, match=r"site:1: the site cannot be written: Not a directory\."):
        write(files(index_html="Home"), tmp_path / "site")
    assert (tmp_path / "site").read_text() == "mine"


def test_links_and_empty_folders_of_somebody_else_stay(write, tmp_path):
    site = tmp_path / "site"
    write(files(index_html="Home"), site)
    (site / "empty/within").mkdir(parents=True)
    (site / "latest").symlink_to("nowhere")
    (site / "folder").symlink_to(tmp_path)
    write(files(index_html="New", b_html="b"), site)
    assert (site / "empty/within").is_dir()
    assert ((site / "latest").readlink().name, (site / "folder").readlink()) == ("nowhere", tmp_path)


def test_the_rights_of_the_folder_stay(write, tmp_path):
    (tmp_path / "site").mkdir(mode=0o750)
    write(files(index_html="Home"), tmp_path / "site")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


def test_a_folder_that_is_a_link_stays_one(write, tmp_path, contents):
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    write(files(index_html="Home"), tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert sorted(contents(tmp_path / "real")) == [".digest", "index.html"]


@pytest.mark.parametrize("able", ["exchange", "link_all"])
def test_where_the_system_can_exchange_or_link_nothing_each_file_comes_by_itself(able, tmp_path, monkeypatch, contents):
    def unable(*_):
        if able == "exchange":
            return False
        raise OSError("no links here")

    writing.write(files(a_html="old", c_html="c"), tmp_path / "site")
    monkeypatch.setattr(stage, able, unable)
    written = writing.write(files(a_html="new", b_html="b"), tmp_path / "site")
    assert written == Written(("a.html", "b.html"), ("c.html",), 0)
    assert contents(tmp_path) == {
        "site/.digest": b"a.html\nb.html\n", "site/a.html": b"new", "site/b.html": b"b",
    }  # fmt: skip


def test_at_once_nobody_sees_the_site_missing_or_mixed(tmp_path):
    """Look at two files, one after the other, as fast as can be while sites take each other's place."""
    if not exchange(*map(made, (tmp_path / "one", tmp_path / "other"))):
        pytest.skip("this system exchanges no folders")
    site, over, seen = tmp_path / "site", threading.Event(), set()
    writing.write(files(a_html="0", b_html="0"), site)

    def look():
        while not over.is_set():
            folder = os.open(site, os.O_RDONLY)
            seen.add(tuple(read_at(folder, name) for name in ("a.html", "b.html")))
            os.close(folder)

    watcher = threading.Thread(target=look)
    watcher.start()
    for number in range(1, 60):
        writing.write(files(a_html=f"{number}", b_html=f"{number}"), site)
    over.set()
    watcher.join()
    assert len(seen) > 1
    assert all(len({*each} - {None}) <= 1 for each in seen)


def made(folder):
    folder.mkdir()
    return folder


def read_at(folder: int, name: str) -> bytes | None:
    """Return what a file holds below an open folder; None where somebody has removed the folder since."""
    try:
        file = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    try:
        return os.read(file, 99)
    finally:
        os.close(file)
