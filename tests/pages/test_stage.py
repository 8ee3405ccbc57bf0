"""Nothing that somebody else put into the site is lost, nor changed, when a new one takes its place."""

import os
import re
import signal
import subprocess
import sys
from errno import EACCES
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.model import OutputFile
from digest.pages import stage
from digest.pages.write import write
from digest.tools import rescue
from digest.tools.exchange import exchange
from digest.tools.leftovers import sweep_stage

LONG_AGO = 1_000_000_000  # seconds since 1970


@pytest.fixture(autouse=True)
def exchanges(tmp_path_factory):
    """Skip where the system exchanges no folders."""
    if not exchange(tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")):
        pytest.skip("this system exchanges no folders")


@pytest.fixture
def site(tmp_path):
    """Return a site that was written."""
    write(pages("Old", "index.html", "gone/index.html", "fire/index.html"), tmp_path / "site")
    return tmp_path / "site"


def pages(text: str, *paths: str) -> list[OutputFile]:
    return [OutputFile(path, text.encode()) for path in paths]


def renewed(site: Path) -> bool:
    """Write the site anew, and return whether it came at once."""
    before = site.stat().st_ino
    write(pages("New", "index.html", "fire/index.html"), site)
    assert (site / "index.html").read_text() == (site / "fire/index.html").read_text() == "New"
    assert not (site / "gone").exists()
    assert list(site.parent.iterdir()) == [site]
    return site.stat().st_ino != before


def shut(monkeypatch, name: str):
    """Let nobody look into a folder of this name, as its rights would have it for all but root."""
    scandir = os.scandir

    def refusing(path="."):
        if str(path).endswith(f"/{name}"):
            raise PermissionError(EACCES, os.strerror(EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)


def test_a_folder_that_cannot_be_listed_stays_with_what_is_in_it(site, put, contents, monkeypatch):
    put(site, {"private/deep/mine.txt": "mine"})
    with monkeypatch.context() as meanwhile:
        shut(meanwhile, "private")
        assert not renewed(site)
    assert sorted(contents(site)) == [".digest", "fire/index.html", "index.html", "private/deep/mine.txt"]


def test_a_folder_that_nothing_can_be_taken_out_of_stays_where_it_is(site, put, monkeypatch):
    put(site, {"private/mine.txt": "mine"})
    before = (site / "private").stat().st_ino
    monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith("/private"))
    assert not renewed(site)
    assert (site / "private").stat().st_ino == before


def meanwhile(monkeypatch, act):
    """Let something happen when all is linked, and nothing exchanged yet; return how often folders were exchanged."""
    done = []

    def exchanging(one, other):
        if not done:
            act()
        done.append(other.name)
        return exchange(one, other)

    monkeypatch.setattr(stage, "exchange", exchanging)
    return done


def test_what_comes_while_the_site_is_put_together_comes_over(site, put, contents, monkeypatch):
    put(site, {"changed.txt": "before", "note.txt": "mine"})

    def act():
        put(site, {"mine.txt": "mine", "fire/mine.txt": "mine", "new/deep/mine.txt": "mine", "other.txt": "after"})
        (site / "other.txt").replace(site / "changed.txt")
        (site / "empty/within").mkdir(parents=True)
        (site / "empty/within").chmod(0o2750)
        (site / "latest").symlink_to("nowhere")

    assert len(meanwhile(monkeypatch, act)) == 0
    assert renewed(site)
    assert contents(site) == {
        ".digest": b"fire/index.html\nindex.html\n",
        "changed.txt": b"after",
        "fire/index.html": b"New",
        "fire/mine.txt": b"mine",
        "index.html": b"New",
        "mine.txt": b"mine",
        "new/deep/mine.txt": b"mine",
        "note.txt": b"mine",
    }
    assert (site / "empty/within").stat().st_mode & 0o7777 == 0o2750
    assert (site / "latest").readlink() == Path("nowhere")


def test_where_what_came_cannot_come_over_the_old_site_comes_back(site, contents, monkeypatch):
    def act():
        (site / "private").mkdir()
        (site / "private/mine.txt").write_text("mine")
        shut(monkeypatch, "private")

    done = meanwhile(monkeypatch, act)
    assert not renewed(site)
    assert done == ["site", "site"]
    monkeypatch.undo()
    assert sorted(contents(site)) == [".digest", "fire/index.html", "index.html", "private/mine.txt"]


def test_what_came_in_the_place_of_a_folder_is_not_written_through(site, tmp_path, monkeypatch):
    """A folder is made where a link was linked: its files would land where that leads."""
    elsewhere = tmp_path.parent / "elsewhere"
    elsewhere.mkdir()
    (site / "x").symlink_to(elsewhere)

    def act():
        (site / "x").unlink()
        (site / "x").mkdir()
        (site / "x/mine.txt").write_text("mine")

    meanwhile(monkeypatch, act)
    assert not renewed(site)
    assert (site / "x/mine.txt").read_text() == "mine"
    assert list(elsewhere.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from digest.model import OutputFile
from digest.pages import stage
from digest.pages.write import write
site, exchange = Path(sys.argv[1]), stage.exchange
def late(one, other):
    (site / "new").mkdir()
    (site / "new/mine.txt").write_text("mine")
    if sys.argv[2] == "after":
        exchange(one, other)
    os.kill(os.getpid(), signal.SIGKILL)
stage.exchange = late
write([OutputFile("index.html", b"New"), OutputFile("fire/index.html", b"New")], site)
"""


def killed(site: Path, when: str) -> None:
    """Let a build be killed right before or after the exchange, when somebody has put new/mine.txt into the site."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(site), when], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (site.parent / ".site.digest-new/site").is_dir()


@pytest.mark.parametrize("when", ["before", "after"])
def test_what_a_build_that_was_killed_took_out_of_the_site_comes_back(when, site, put, contents):
    put(site, {"mine.txt": "before", "removed.txt": "mine"})
    killed(site, when)
    if when == "before":  # then it is no old site that lies in the stage
        (site / "removed.txt").unlink()
    (site / "mine.txt").write_text("later")
    sweep_stage(site)
    kept = [] if when == "before" else ["removed.txt"]
    assert not (site.parent / ".site.digest-new").exists()
    assert [path for path in sorted(contents(site)) if "index" not in path] == [
        ".digest", "mine.txt", "new/mine.txt", *kept,
    ]  # fmt: skip
    assert (site / "gone/index.html").exists() == (when == "before")
    assert (site / "mine.txt").read_text() == "later"


def test_what_was_written_after_a_build_was_killed_is_not_replaced_by_what_was_there_before(site, put):
    put(site, {"mine.txt": "before"})
    killed(site, "after")
    (site / "mine.txt").unlink()
    put(site, {"mine.txt": "later"})
    os.utime(site / "mine.txt", (LONG_AGO, LONG_AGO))
    sweep_stage(site)
    assert (site / "mine.txt").read_text() == "later"


def test_a_stage_with_what_cannot_come_back_stays_and_is_named(site, contents, monkeypatch):
    killed(site, "after")
    before = contents(site)
    left = site.parent / ".site.digest-new/site/new"
    with monkeypatch.context() as meanwhile:
        shut(meanwhile, ".site.digest-new/site/new")
        with pytest.raises(DigestError, match=re.escape(f"{left}:1: the site cannot be written: Permission denied.")):
            write(pages("Newest", "index.html"), site)
    assert (left / "mine.txt").read_text() == "mine"
    assert contents(site) == before


@pytest.mark.parametrize("content", ["", "\n", "17\n", "x", "\ufffd\n"])
def test_a_mark_that_names_another_folder_brings_nothing(content, site, put, contents):
    put(site.parent, {".site.digest-new/old": content, ".site.digest-new/site/strange.txt": "strange"})
    before = contents(site)
    sweep_stage(site)
    assert contents(site.parent) == {f"site/{path}": content for path, content in before.items()}


@pytest.mark.parametrize(
    ("folder", "mode"),
    [
        pytest.param("private", 0o700, id="of somebody"),
        pytest.param("shared", 0o2775, id="whose group is handed down"),
        pytest.param("empty", 0o1777, id="an empty one"),
        pytest.param("fire", 0o750, id="of pages that change"),
        pytest.param("outer/inner", 0o711, id="within another"),
        pytest.param("outer", 0o711, id="with another in it"),
        pytest.param("", 0o2750, id="the site"),
    ],
)
def test_a_folder_keeps_its_rights(folder, mode, site, put):
    put(site, {"private/mine.txt": "mine", "shared/mine.txt": "mine", "outer/inner/mine.txt": "mine"})
    (site / "empty").mkdir()
    (site / folder).chmod(mode)
    assert renewed(site)
    assert (site / folder).stat().st_mode & 0o7777 == mode


@pytest.mark.parametrize("folder", ["private", "outer", "outer/inner", "empty"])
def test_a_folder_in_which_nothing_changes_keeps_its_time(folder, site, put):
    put(site, {"private/mine.txt": "mine", "outer/inner/mine.txt": "mine"})
    (site / "empty").mkdir()
    os.utime(site / folder, (LONG_AGO, LONG_AGO))
    assert renewed(site)
    assert (site / folder).stat().st_mtime == LONG_AGO


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders away")
@pytest.mark.parametrize("folder", ["private", ""])
@pytest.mark.parametrize("able", [True, False])
def test_a_folder_keeps_its_owner(able, folder, site, put, monkeypatch):
    put(site, {"private/mine.txt": "mine"})
    os.chown(site / folder, 4321, 1234)
    if not able:
        monkeypatch.setattr(os, "chown", refused)
    assert renewed(site) == able
    its = (site / folder).stat()
    assert (its.st_uid, its.st_gid) == (4321, 1234)


def refused(path, *_):
    raise PermissionError(EACCES, os.strerror(EACCES), path)


def test_where_the_rights_of_a_folder_cannot_be_kept_each_file_comes_by_itself(site, monkeypatch):
    """A group that the user is not in is taken from a folder without a word."""
    (site / "shared").mkdir()
    (site / "shared").chmod(0o2775)
    chmod = os.chmod
    monkeypatch.setattr(os, "chmod", lambda path, mode, **given: chmod(path, mode & 0o777, **given))
    assert not renewed(site)
    assert (site / "shared").stat().st_mode & 0o7777 == 0o2775


@pytest.mark.parametrize("inside", [["mine.txt"], []], ids=["with a file", "an empty one"])
def test_a_folder_in_the_place_of_the_list_is_named_where_it_stands(inside, site, contents):
    (site / ".digest").unlink()
    (site / ".digest").mkdir()
    for name in inside:
        (site / ".digest" / name).write_text("mine")
    before = contents(site)
    with pytest.raises(DigestError) as caught:
        write(pages("Old", "index.html", "gone/index.html", "fire/index.html"), site)
    mend = "Free the disk, give yourself the right to write, or move away what stands there"
    assert str(caught.value) == f"{site / '.digest'}:1: the site cannot be written: Is a directory. {mend}."
    assert contents(site) == before


def test_the_mark_of_an_old_site_is_gone_with_it(site, monkeypatch):
    marks = []
    monkeypatch.setattr(stage, "rescue", lambda *given: marks.append((rescue.rescue(*given), os.listdir(given[0]))))  # noqa: PTH208
    assert renewed(site)
    assert marks == [(None, ["site"])]
