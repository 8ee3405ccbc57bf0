"""Links that came with somebody's repository lead no build out of its folder; leftovers of killed builds go."""

import os
import re
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

from digest.errors import DigestError, UsageError
from digest.model import OutputFile
from digest.pages import write as writing
from digest.pages.write import Written
from digest.project import open_project
from digest.tools import leftovers
from digest.tools.exchange import exchange
from digest.tools.means import Means

ARTICLE = "---\ntitle: Boats burn\ndate: 2031-03-03\nsource: Harbour Post\n---\n\nBoats burnt in Alma on Monday.\n"
FILES = {"digest.yaml": "title: Alma\nbase_url: https://example.org/\n", "content/articles/fire.md": ARTICLE}
LOCK = "a-0123456789 boats-burn\n"
HOUR = 3600


@pytest.fixture(params=[True, False], ids=["at once", "one after another"])
def write(request):
    """Return the function that writes, in one step or file by file."""
    return partial(writing.write, means=Means(at_once=request.param))


@pytest.fixture
def site(tmp_path, put):
    """Return a site that was written, beside a folder of what is the curator's own."""
    put(tmp_path, {"content/threads.lock": LOCK, "content/deep/note.txt": "mine"})
    writing.write(pages("index.html"), tmp_path / "site")
    return tmp_path / "site"


def pages(*paths: str, text: str = "Home") -> list[OutputFile]:
    return [OutputFile(path, text.encode()) for path in paths]


def listed(site, *paths: str) -> None:
    """Let paths stand in the list of what earlier builds wrote."""
    (site / ".digest").write_text("".join(f"{path}\n" for path in paths))


@pytest.mark.parametrize(
    ("link", "target", "path"),
    [
        pytest.param("x", "../content", "x/index.html", id="a folder beside the site"),
        pytest.param("x", "../content", "x/a/b/index.html", id="far above the page"),
        pytest.param("threads/x", "../../content", "threads/x/index.html", id="below a folder"),
        pytest.param("x", ".", "x/index.html", id="the site itself"),
        pytest.param("x", "../nowhere", "x/index.html", id="nothing"),
        pytest.param("x", "x", "x/index.html", id="itself"),
        pytest.param("x", "../content/threads.lock", "x/index.html", id="a file"),
    ],
)
def test_a_link_in_the_place_of_a_folder_is_never_written_through(  # noqa: PLR0917 - a case, and its fixtures
    write, link, target, path, site, tmp_path, contents
):
    (site / link).parent.mkdir(exist_ok=True)
    (site / link).symlink_to(target)
    before = contents(tmp_path)
    with pytest.raises(DigestError) as caught:
        write(pages("index.html", path, text="New"), site)
    assert str(caught.value) == (
        f"{site / link}:1: the site cannot be written: a link stands in the way of {path}. "
        "Remove the link; what it leads to stays as it is."
    )
    assert caught.value.fault.rule == "unwritable-site"
    assert contents(tmp_path) == before


def test_a_link_whose_place_the_list_claims_is_not_written_through_either(write, site, tmp_path, contents):
    (site / "x").symlink_to("../content")
    listed(site, "index.html", "x", "x/threads.lock")
    before = contents(tmp_path)
    with pytest.raises(DigestError, match=r"a link stands in the way of x/threads\.lock"):
        write(pages("index.html", "x/threads.lock"), site)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("path", ["x/threads.lock", "x/deep/note.txt"])
def test_a_file_behind_a_link_is_not_ours_to_remove(write, path, site, tmp_path):
    (site / "x").symlink_to("../content")
    listed(site, "index.html", path)
    assert write(pages("index.html"), site) == Written((), (), 1)
    assert (tmp_path / "content/threads.lock").read_text() == LOCK
    assert (tmp_path / "content/deep/note.txt").read_text() == "mine"
    assert (site / "x").is_symlink()
    assert (site / ".digest").read_text() == "index.html\n"


@pytest.mark.parametrize(
    "line", ["deep", "nowhere/a.html", "index.html/a.html", "a\0b", "a//b", "./mine.txt", "a" * 5000, "a/" * 5000]
)
def test_a_line_of_the_list_that_names_no_file_removes_nothing(write, line, site, put):
    put(site, {"deep/mine.txt": "mine", "mine.txt": "mine"})
    listed(site, "index.html", line)
    assert write(pages("index.html"), site) == Written((), (), 1)
    assert (site / "deep/mine.txt").read_text() == (site / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("lines", ["mine.txt\nindex.html\n", "index.html\n"], ids=["another", "the same"])
def test_a_list_that_is_a_link_is_not_believed(write, lines, site, tmp_path):
    (site / "mine.txt").write_text("mine")
    (tmp_path / "list").write_text(lines)
    (site / ".digest").unlink()
    (site / ".digest").symlink_to("../list")
    assert write(pages("index.html"), site) == Written((), (), 1)
    assert (site / "mine.txt").read_text() == "mine"
    assert (tmp_path / "list").read_text() == lines
    assert not (site / ".digest").is_symlink()


def test_a_link_in_a_folder_that_makes_way_stops_the_build_before_any_file_moves(write, site, tmp_path, contents):
    write(pages("index.html", "z/a.html"), site)
    (site / "z/x").symlink_to("../../content")
    before = contents(tmp_path)
    with pytest.raises(DigestError, match=re.escape(f"{site / 'z'}:1: the site cannot be written: Is a directory.")):
        write(pages("index.html", "z", text="New"), site)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "path", ["", ".", "..", "/a", "a/", "a//b", "./a", "a/./b", "a/..", "../a", "a/../../b", "a\0b", "/"]
)
def test_a_path_that_leads_out_of_the_site_is_a_fault(write, path, site, tmp_path, contents):
    before = contents(tmp_path)
    with pytest.raises(DigestError) as caught:
        write(pages("index.html", path, text="New"), site)
    shown = repr(path)
    assert str(caught.value) == (
        f"{site}:1: a file of the site is to be {shown}, which is no path in it. Delete .digest-cache/ and build "
        "again; if it is told again, it is a fault of digest's: report it."
    )
    assert contents(tmp_path) == before


def test_names_with_dots_in_them_are_paths_like_others(write, site, contents):
    names = ["...", "..a/b..", ".well-known/a", "a.", "index.html"]
    write(pages(*names), site)
    assert sorted(contents(site)) == sorted([".digest", *names])


@pytest.fixture
def exchanges(tmp_path):
    """Skip where the system exchanges no folders."""
    one, other = (tmp_path / name for name in ("one", "other"))
    one.mkdir()
    other.mkdir()
    done = exchange(one, other)
    one.rmdir()
    other.rmdir()
    if not done:
        pytest.skip("this system exchanges no folders")


@pytest.mark.usefixtures("exchanges")
@pytest.mark.parametrize("target", ["content", "nowhere", ".site.digest-new"])
def test_a_link_in_the_place_of_the_stage_is_removed_and_not_followed(target, site, tmp_path):
    before = site.stat().st_ino
    for place in (tmp_path / ".site.digest-new", site / ".digest-new"):
        place.symlink_to(tmp_path / target)
    writing.write(pages("index.html", text="New"), site)
    assert site.stat().st_ino != before  # it came at once
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"]
    assert sorted(path.name for path in (tmp_path / "content").iterdir()) == ["deep", "threads.lock"]
    assert sorted(path.name for path in site.iterdir()) == [".digest", "index.html"]


@pytest.mark.parametrize(("at_once", "place"), [(True, ".site.digest-new"), (False, "site/.digest-new")])
def test_a_link_in_the_place_of_the_stage_that_stays_is_a_fault(at_once, place, site, contents, monkeypatch):
    tmp_path = site.parent
    monkeypatch.setattr(leftovers, "remove", lambda _: None)  # as where the folder is not ours
    (tmp_path / place).symlink_to(tmp_path / "content")
    before = contents(tmp_path)
    with pytest.raises(DigestError, match=re.escape(f"{tmp_path / place}:1: the site cannot be written: File exists.")):
        writing.write(pages("index.html", text="New"), site, Means(at_once=at_once))
    assert contents(tmp_path) == before


@pytest.mark.usefixtures("exchanges")
def test_the_exchange_is_forced_to_the_disk_when_it_is_done(site, tmp_path, monkeypatch):
    forced = []
    monkeypatch.setattr(os, "fsync", lambda file: forced.append((os.fstat(file).st_ino, read(site / "index.html"))))
    writing.write(pages("index.html", text="New"), site)
    assert forced == [(tmp_path.stat().st_ino, "New")]


def read(path):
    return path.read_text()


@pytest.fixture
def project(tmp_path, put, digest):
    """Return a project that was built."""
    put(tmp_path, FILES)
    assert digest("-C", tmp_path, "build").status == 0
    return tmp_path


def test_a_build_writes_nothing_through_a_link_in_its_site(project, digest, contents):
    archive = project / "site/archive"
    archive.rename(project / "elsewhere")
    archive.symlink_to("../elsewhere")
    (project / "content/articles/frost.md").write_text(ARTICLE.replace("-03-03", "-04-04").replace("Boats", "Pipes"))
    before = contents(project / "elsewhere"), contents(project / "site")
    done = digest("-C", project, "build")
    assert (done.status, "a link stands in the way of archive/" in done.stderr) == (1, True)
    assert (contents(project / "elsewhere"), contents(project / "site")) == before


@pytest.mark.parametrize("stage", [".site.digest-new", "site/.digest-new"], ids=["of a build", "of a preview"])
@pytest.mark.parametrize("kind", ["a link", "a folder", "an empty folder"])
def test_a_stage_that_a_killed_command_left_goes_where_the_site_stands(stage, kind, project, digest, put):
    left = project / stage
    put(project / "elsewhere", {"mine.txt": "mine"})
    if kind == "a link":
        left.symlink_to(project / "elsewhere")
    else:
        left.mkdir()
        put(left, {"site/half.html": "half"} if kind == "a folder" else {})
    assert ": 0 files written, 0 removed" in digest("-C", project, "build").stderr
    assert not os.path.lexists(left)
    assert (project / "elsewhere/mine.txt").read_text() == "mine"


def aged(path, seconds: float):
    """Let a file be so old."""
    os.utime(path, (time.time() - seconds,) * 2, follow_symlinks=False)


@pytest.mark.parametrize("writer", ["tools.files import write_whole", "intake.create import create"])
def test_a_file_that_a_killed_command_left_half_written_goes_after_an_hour(project, digest, writer):
    code = (
        f"import os, signal, sys; from pathlib import Path; from digest.{writer} as write\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write(Path(sys.argv[1]), b'half')"
    )
    threads = project / "content/threads"
    threads.mkdir()
    killed = subprocess.run([sys.executable, "-c", code, str(threads / "fire.md")], check=False)
    [left] = threads.iterdir()
    assert killed.returncode == -signal.SIGKILL
    assert digest("-C", project, "build").status == 0
    assert left.exists()
    aged(left, 2 * HOUR)
    assert digest("-C", project, "build").status == 0
    assert list(threads.iterdir()) == []


def test_no_other_file_of_a_curator_goes_however_old(project, digest, put):
    names = [
        ".digest-short",
        ".digest-toolong_9",
        ".digest-UPPER123",
        "digest-abcd1234",
        ".digest-abcd1234.md",
        ".note",
    ]
    put(project / "content/threads", dict.fromkeys(names, "mine"))
    put(project / "elsewhere", {".digest-abcd1234": "mine"})
    (project / "content/threads/.digest-folder_1").mkdir()
    (project / "content/threads/.digest-link_to1").symlink_to("../../elsewhere/.digest-abcd1234")
    (project / "content/linked").symlink_to("../elsewhere")
    every = [*(project / "content/threads").iterdir(), project / "elsewhere/.digest-abcd1234"]
    for path in every:
        aged(path, 99 * HOUR)
    assert digest("-C", project, "build").status == 0
    assert [path for path in every if not os.path.lexists(path)] == []


@pytest.mark.parametrize("leads_to", ["content", ".", ".git", "content/articles", ".git/hooks"])
def test_a_site_that_is_a_link_to_what_it_is_made_of_is_refused(leads_to, tmp_path):
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / ".git/hooks").mkdir(parents=True)
    (tmp_path / "digest.yaml").write_text("title: Alma\n")
    (tmp_path / "site").symlink_to(leads_to)
    with pytest.raises(UsageError) as caught:
        open_project(tmp_path)
    what = "the site would be written over what it is made of. Name a folder of its own."
    assert str(caught.value) == f"{tmp_path / 'site'}:1: {what}"
