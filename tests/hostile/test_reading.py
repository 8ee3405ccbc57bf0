"""To build what somebody else has made: no file of it fills the memory, is waited for, or shows what is private."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "---\ntitle: Boats burn\ndate: 2031-03-03\nsource: Harbour Post\n---\n\nBoats burnt in Alma on Monday.\n"
FILES = {"digest.yaml": "title: Alma\nbase_url: https://example.org/\n", "content/articles/fire.md": ARTICLE}
HUGE = 50 * 1024**3  # bytes; a file with a hole, which takes no room on the disk
MEMORY = 4 * 1024**3  # bytes of addresses; most of them are never used
TOO_LONG = "this file has more than 16 MB. Keep in it what is needed alone, or remove it."
NO_MEMORY = (
    "digest: there is not enough memory for this. Close other programs, build with `-j 1`, or look for a file that is "
    "far too large; the site stands as it was.\n"
)
LIBRARY = "liba.so.1: failed to map segment from shared object"
NO_LIBRARY = (
    f"digest: {LIBRARY}. There is not enough memory for it, or its disk is mounted so that nothing on it may run; the "
    "site stands as it was.\n"
)
NO_FILE = "this is no regular file. Remove it."
NO_FOLDER = "this folder cannot be read: Not a directory. Move it elsewhere."
LEADS_OUT = "this link leads out of the content folder. Copy the file itself here."
MAIN = "import os, sys\nfrom digest.cli import main\n{first}\nmain(sys.argv[1:])"


def build(project: Path, first: str = "", ignored: int | None = None, memory: int = MEMORY) -> tuple[int, str]:
    """Return the exit status and the messages of a build by a process with a bound to its memory."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        for asks in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):  # who runs the tests may ignore some
            signal.signal(asks, signal.SIG_DFL)
        if ignored is not None:
            signal.signal(ignored, signal.SIG_IGN)

    done = subprocess.run(
        [sys.executable, "-c", MAIN.format(first=first), "-q", "-C", str(project), "build", "-j", "1"],
        env={**os.environ, "PRIVATE": "the word of Ada Alm", "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,  # only of a build that waits for ever
        preexec_fn=bound,
    )
    return done.returncode, done.stderr


def site(project: Path) -> dict[str, bytes]:
    found = sorted(path for path in (project / "site").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def project(tmp_path, put) -> Path:
    return put(tmp_path / "project", FILES)


def huge(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, HUGE)


@pytest.mark.parametrize(
    ("name", "status", "message"),
    [
        ("content/articles/big.txt", 0, "this file has more than 8 MB. Keep the article's text alone."),
        ("content/sources.yaml", 0, TOO_LONG),
        ("content/corrections.yaml", 0, TOO_LONG),
        ("content/pages/about.md", 0, TOO_LONG),
        ("content/threads/boats-burn.md", 0, TOO_LONG),
        ("digest.yaml", 1, TOO_LONG),
        ("content/threads.lock", 1, TOO_LONG.replace("16", "32")),
        ("static/film.bin", 1, TOO_LONG.replace("16", "256")),
        ("templates/base.html", 1, TOO_LONG),
        ("templates/assets/film.bin", 1, TOO_LONG.replace("16", "256")),
    ],
)
def test_a_file_as_large_as_a_disk_is_named(name, status, message, project):
    huge(project / name)
    assert build(project) == (status, f"{name}:1: {message}\n")
    assert build(project) == (status, f"{name}:1: {message}\n")


def test_what_is_kept_of_the_last_build_may_be_as_large_as_a_disk_too(project):
    assert build(project) == (0, "")
    before = site(project)
    huge(project / ".digest-cache/standing.json")
    assert build(project) == (0, "")
    assert site(project) == before


def test_what_is_kept_of_the_last_build_may_be_nested_without_end(project):
    build(project)
    (project / ".digest-cache/standing.json").write_text("[" * 1_000_000)
    assert build(project) == (0, "")


@pytest.mark.parametrize(
    ("name", "status", "message"),
    [
        (".digest-cache/standing.json", 0, ""),
        (".digest-cache/lock", 1, NO_FILE),
        ("templates/pipe.html", 0, ""),
        ("content/articles/pipe.md", 0, NO_FILE),
        ("content/sources.yaml", 0, NO_FILE),
        ("content/corrections.yaml", 0, NO_FILE),
        ("content/pages/pipe.md", 0, NO_FILE),
        ("content/threads/pipe.md", 0, NO_FILE),
        ("content/threads.lock", 1, NO_FILE),
        ("static/pipe", 1, NO_FILE),
        ("static/deep/pipe", 1, NO_FILE),
        ("static", 1, "this is no folder. Remove it."),
        ("content/threads", 1, NO_FOLDER),
        ("content/pages", 1, NO_FOLDER),
    ],
)
def test_a_pipe_keeps_nobody_waiting_and_is_named(name, status, message, project):
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(project / name)
    for _ in range(2):
        assert build(project) == (status, message and f"{name}:1: {message}\n")


@pytest.mark.parametrize("name", ["sources.yaml", "corrections.yaml", "pages/about.md", "threads/boats-burn.md"])
@pytest.mark.parametrize(
    ("target", "message"),
    [
        pytest.param(None, "this is a folder. Move it elsewhere.", id="a folder"),
        pytest.param(
            "/dev/zero", "this link leads out of the content folder. Copy the file itself here.", id="a device"
        ),
        pytest.param("nowhere", NO_FILE, id="a link that leads nowhere"),
    ],
)
def test_what_stands_in_the_place_of_a_curators_file_is_named(name, target, message, project, put):
    path = project / "content" / name
    if target:
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(target)
    else:
        put(path, {"note.txt": "mine"})
    assert build(project) == (0, f"content/{name}:1: {message}\n")


def test_digest_yaml_as_a_link_out_is_refused_and_shows_nothing_of_what_it_leads_to(project, tmp_path):
    (tmp_path / "private.txt").write_text("the word of Ada Alm: [\n")
    (project / "digest.yaml").unlink()
    (project / "digest.yaml").symlink_to("../private.txt")
    out = "digest.yaml:1: this link leads out of the digest's folder. Copy the file itself here.\n"
    assert build(project) == (1, out)


def test_digest_yaml_may_be_a_link_within_the_project(project):
    (project / "settings").mkdir()
    (project / "digest.yaml").rename(project / "settings/alma.yaml")
    (project / "digest.yaml").symlink_to("settings/alma.yaml")
    assert build(project) == (0, "")


@pytest.mark.parametrize(("is_folder", "what"), [(False, "this file"), (True, "this folder")])
def test_an_article_that_is_shut_and_a_folder_of_them_are_named_alike(is_folder, what, project, digest):
    shut = project / "content/articles/shut.md"
    if is_folder:
        shut.mkdir()
    else:
        shut.write_text(ARTICLE)
    shut.chmod(0)
    if os.access(shut, os.R_OK):
        pytest.skip("the rights of files mean nothing to root")
    message = (
        f"content/articles/shut.md:1: {what} cannot be read: Permission denied. Give yourself the right to read it.\n"
    )
    done = [digest("-q", "-C", project, "build", *options) for options in ([], ["--strict"])]
    shut.chmod(0o700)
    assert [(each.status, each.stderr) for each in done] == [(0, message), (1, message)]


@pytest.mark.parametrize("target", ["/proc/self/environ", "PRIVATE"])
@pytest.mark.parametrize("name", ["pages/env.md", "threads/boats-burn.md", "sources.yaml", "corrections.yaml"])
def test_a_link_to_what_is_private_is_named_and_not_read(name, target, project, tmp_path):
    (tmp_path / "private.txt").write_text("the word of Ada Alm")
    path = project / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(target.replace("PRIVATE", str(tmp_path / "private.txt")))
    assert build(project) == (0, f"content/{name}:1: {LEADS_OUT}\n")
    assert not [name for name, content in site(project).items() if b"Ada Alm" in content]


def test_a_lock_that_leads_out_stops_the_build_and_the_file_that_it_leads_to_stays(project, tmp_path):
    (tmp_path / "private.txt").write_text("the word of Ada Alm")
    (project / "content/threads.lock").symlink_to("../../private.txt")
    assert build(project) == (1, f"content/threads.lock:1: {LEADS_OUT}\n")
    assert (project / "content/threads.lock").is_symlink()
    assert (tmp_path / "private.txt").read_text() == "the word of Ada Alm"


def test_a_link_within_the_content_is_read(project, put):
    put(project, {"content/notes/about.txt": "We follow the harbour.", "content/pages/other.md": "Other."})
    (project / "content/pages/about.md").symlink_to("../notes/about.txt")
    assert build(project) == (0, "")
    assert b"We follow the harbour." in site(project)["site/about/index.html"]


def test_a_whole_folder_of_pages_may_lie_elsewhere(project, put, tmp_path):
    put(tmp_path, {"elsewhere/about.md": "We follow the harbour."})
    (tmp_path / "elsewhere/we.md").symlink_to("about.md")
    (project / "content/pages").symlink_to(tmp_path / "elsewhere")
    assert build(project) == (0, "")
    assert {"site/about/index.html", "site/we/index.html"} <= site(project).keys()


def test_links_of_static_that_lead_out_stop_the_build_and_the_old_site_stands(project, put, tmp_path):
    put(tmp_path, {"home/private.txt": "the word of Ada Alm", "project/static/note.txt": "A note."})
    (project / "static/again.txt").symlink_to("note.txt")
    (project / "static/.#note.txt").symlink_to("ada@alma.example.1")
    assert build(project) == (0, "")
    before = site(project)
    assert before["site/again.txt"] == b"A note."
    (project / "static/a.txt").symlink_to(tmp_path / "home/private.txt")
    (project / "static/home").symlink_to(tmp_path / "home")
    out = "this link leads out of static/. Copy what it leads to here, or remove it."
    assert build(project) == (1, f"static/a.txt:1: {out}\nstatic/home:1: {out}\n")
    assert site(project) == before


def test_static_as_a_link_stops_the_build_and_the_old_site_stands(project, put, tmp_path):
    put(tmp_path, {"home/private.txt": "the word of Ada Alm"})
    assert build(project) == (0, "")
    before = site(project)
    (project / "static").symlink_to(tmp_path / "home")
    for _ in range(2):
        assert build(project) == (1, "static:1: this folder is a link. Copy the folder itself here.\n")
    assert site(project) == before


def test_without_enough_memory_one_line_says_so_and_the_old_site_stands(project, put):
    assert build(project) == (0, "")
    before = site(project)
    put(project, {"content/articles/two.md": ARTICLE})
    fills = "def fill(_): bytes(10**15)\nos.fsync = fill"
    assert build(project, fills) == (1, NO_MEMORY)
    assert site(project) == before


@pytest.mark.skipif(sys.platform != "linux", reason="where the system counts addresses otherwise, the bound is another")
@pytest.mark.parametrize("megabytes", [90, 100, 120])
def test_without_room_for_numpy_one_line_says_so(megabytes, project):
    assert build(project, memory=megabytes * 1000**2) == (1, NO_MEMORY)
    assert build(project) == (0, "")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(f"ImportError('{LIBRARY}')", NO_LIBRARY, id="a library"),
        pytest.param(f"ImportError('long advice') from ImportError('{LIBRARY}')", NO_LIBRARY, id="told by another"),
        pytest.param("ImportError('cannot import name')", None, id="a bug of an import"),
        pytest.param("ImportError() from OSError(12, 'Cannot allocate memory')", NO_MEMORY, id="the system"),
    ],
)
def test_a_library_for_which_there_is_no_memory_is_told_in_one_line(error, message, project):
    status, told = build(project, f"def fill(_): raise {error}\nos.fsync = fill")
    assert (status, told if "Traceback" not in told else None) == (1, message)


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_a_build_that_is_asked_to_end_leaves_the_old_site_and_nothing_else(name, status, project, put):
    assert build(project) == (0, "")
    before, names = site(project), sorted(path.name for path in [*project.iterdir(), *project.glob("content/*")])
    put(project, {"content/articles/two.md": ARTICLE.replace("Boats", "Nets")})
    asks = f"import signal\nos.fsync = lambda _: os.kill(os.getpid(), signal.{name})"
    ended, messages = build(project, asks)
    assert (ended, messages.strip()) == (status, "interrupted")
    assert site(project) == before
    assert sorted(path.name for path in [*project.iterdir(), *project.glob("content/*")]) == names


def test_nohup_is_left_what_it_asked_for(project):
    hangs_up = "import signal\nos.fsync = lambda _: os.kill(os.getpid(), signal.SIGHUP)"
    assert build(project, hangs_up, ignored=signal.SIGHUP) == (0, "")


def test_a_worker_that_is_asked_to_end_does_not_end_the_build(project):
    forks = (
        "import signal\nfsync = os.fsync\n"
        "def ask(handle):\n"
        "    child = os.fork()\n"
        "    if not child:\n"
        "        try: os.kill(os.getpid(), signal.SIGTERM)\n"
        "        finally: os._exit(1)\n"
        "    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=sys.stderr)\n"
        "    os.fsync = fsync\n"
        "os.fsync = ask"
    )
    assert build(project, forks) == (0, "143\n")


def test_a_list_of_the_site_that_is_as_large_as_a_disk_is_named(project):
    assert build(project) == (0, "")
    with (project / "site/.digest").open("r+b") as file:
        file.truncate(50 * 1024**3)
    ended, messages = build(project)
    what = "this file has more than 64 MB. Keep in it what is needed alone, or remove it."
    assert (ended, messages) == (1, f"{project}/site/.digest:1: {what}\n")
