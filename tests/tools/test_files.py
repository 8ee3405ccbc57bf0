"""What is read is a file that fits, and lies where it should; what is written is whole, and as private as it was."""

import errno
import os
import stat
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.tools import files
from digest.tools.files import (
    Home,
    leads_out,
    open_regular,
    read_regular,
    read_text,
    read_whole,
    text_files,
    write_whole,
)

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
LIMIT = 1024 * 1024


def refused(path: Path, home: Home | None = None) -> str:
    with pytest.raises(DigestError) as error:
        read_whole(path, "note.md", home, LIMIT)
    return str(error.value)


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_a_fault(tmp_path):
    path = tmp_path / "note.md"
    path.write_bytes(b"a" * LIMIT)
    assert read_whole(path, "note.md", limit=LIMIT) == b"a" * LIMIT
    path.write_bytes(b"a" * (LIMIT + 1))
    assert refused(path) == "note.md:1: this file has more than 1 MB. Keep in it what is needed alone, or remove it."
    assert read_regular(path, "note.md", LIMIT) == b"a" * (LIMIT + 1)
    assert read_regular(path, "note.md", 5) == b"a" * 6


@needs_pipes
def test_a_pipe_is_refused_and_not_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "note.md:1: this is no regular file. Remove it."
    monkeypatch.setattr(os.path, "isfile", lambda _: True)  # it took the place of a file a moment ago
    assert refused(tmp_path / "pipe") == "note.md:1: this is no regular file. Remove it."
    with pytest.raises(OSError), open_regular(tmp_path / "pipe"):  # noqa: PT011 - one of ours
        pass


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", "this is a folder. Move it elsewhere."),
        ("nothing", "this is no regular file. Remove it."),
        ("loop", "this is no regular file. Remove it."),
    ],
)
def test_what_is_no_file_is_refused(name, message, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    assert refused(tmp_path / name) == f"note.md:1: {message}"


@pytest.mark.parametrize(
    ("target", "is_out"),
    [
        pytest.param("b.md", False, id="beside it"),
        pytest.param("deep/c.md", False, id="below"),
        pytest.param("../private.md", True, id="above"),
        pytest.param("way/../../private.md", True, id="through another link"),
        pytest.param("/proc/self/environ", True, id="the environment"),
        pytest.param("nowhere", False, id="nothing"),
        pytest.param("a.md", False, id="itself"),
    ],
)
def test_a_link_may_lead_within_its_home_only(target, is_out, tmp_path, put):
    put(tmp_path, {"home/b.md": "b", "home/deep/c.md": "c", "private.md": "private"})
    (tmp_path / "home/way").symlink_to("deep/..")
    (tmp_path / "home/a.md").symlink_to(target)
    home = Home("the content folder", (tmp_path / "home",))
    assert leads_out(tmp_path / "home/a.md", home.folders) is is_out
    if is_out:
        message = "note.md:1: this link leads out of the content folder. Copy the file itself here."
        assert refused(tmp_path / "home/a.md", home) == message


def test_a_home_may_be_a_link_itself(tmp_path, put):
    put(tmp_path, {"elsewhere/b.md": "b"})
    (tmp_path / "home").symlink_to("elsewhere")
    (tmp_path / "elsewhere/a.md").symlink_to("b.md")
    assert read_whole(tmp_path / "home/a.md", "a.md", Home("home", (tmp_path / "home",))) == b"b"


def test_a_text_comes_without_its_mark_and_with_plain_line_ends(tmp_path):
    (tmp_path / "note.md").write_bytes(b"\xef\xbb\xbfa\r\nb\rc")
    assert read_text(tmp_path / "note.md", "note.md") == "a\nb\nc"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_written_anew_keeps_its_mode(mode, tmp_path):
    path = tmp_path / "private.md"
    path.write_text("old")
    path.chmod(mode)
    assert write_whole(path, b"new")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o644)])
def test_a_new_file_has_the_mode_that_the_user_gives_new_files(umask, mode, tmp_path):
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "new.md", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == mode


def test_what_stands_already_is_not_written(tmp_path):
    assert write_whole(tmp_path / "a", b"same")
    before = (tmp_path / "a").stat()
    assert not write_whole(tmp_path / "a", b"same")
    assert (tmp_path / "a").stat().st_ino == before.st_ino


def test_the_folder_is_told_to_keep_the_new_name(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(files.os, "fsync", lambda handle: told.append(stat.S_ISDIR(os.fstat(handle).st_mode)))
    write_whole(tmp_path / "a", b"new")
    assert told == [False, True]


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    def full(_):
        raise OSError("full")

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_whole(tmp_path / "a", b"new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "old")]


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.EACCES, "Permission denied. Give yourself the right to read it."),
        (errno.ENOTDIR, "Not a directory. Move it elsewhere."),
        (errno.ELOOP, "Too many levels of symbolic links. Remove it, or bring back what it leads to."),
        (errno.EMFILE, "Too many open files. Build again; if it stays so, look after the disk that it lies on."),
        (errno.EIO, "Input/output error. Build again; if it stays so, look after the disk that it lies on."),
    ],
)
def test_nobody_is_told_to_remove_a_folder_that_may_be_whole(number, mend, tmp_path, monkeypatch):
    def fails(folder):
        raise OSError(number, os.strerror(number), str(folder))

    monkeypatch.setattr(Path, "iterdir", fails)
    with pytest.raises(DigestError) as refused:
        text_files(tmp_path, "content/pages", ".md")
    assert str(refused.value) == f"content/pages:1: this folder cannot be read: {mend}"
