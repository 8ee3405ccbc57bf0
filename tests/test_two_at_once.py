"""Two commands in one digest at one moment, a checkout amid a build: nothing is mixed, and no address is lost."""

import subprocess
import sys

import pytest

from digest import build as building
from digest.build import build
from digest.config import read_config
from digest.errors import DigestError
from digest.project import open_project
from digest.tools.means import Means

ARTICLE = "---\ntitle: Report {number}\ndate: 2031-03-{day:02d}\n---\n\nBoat {number} burnt in Alma on Monday.\n"


@pytest.fixture
def project(tmp_path, put):
    """Return a project of forty articles."""
    articles = {f"content/articles/{n}.md": ARTICLE.format(number=n, day=1 + n % 28) for n in range(40)}
    return put(tmp_path, {"digest.yaml": "title: Alma\n", **articles})


def building_with(project, address):
    command = [sys.executable, "-m", "digest", "-C", str(project), "build", "--base-url", address]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def test_of_two_builds_at_once_the_last_one_leaves_its_own_site_whole(project, digest, contents):
    sites = {}
    for address in ("https://one.example/", "https://other.example/"):
        assert digest("-q", "-C", project, "build", "--no-cache", "--base-url", address).status == 0
        sites[address] = contents(project / "site")
    for _ in range(3):
        both = [building_with(project, address) for address in sites]
        assert [(each.communicate()[1], each.returncode)[1] for each in both] == [0, 0]
        assert contents(project / "site") in sites.values()
        for address, site in sites.items():
            assert digest("-q", "-C", project, "build", "--base-url", address).status == 0
            assert contents(project / "site") == site


def test_who_waits_says_so(project, digest):
    with Locked(project):
        process = building_with(project, "https://one.example/")
        line = process.stderr.readline()
    assert line == "another build of this digest is running; this one waits for it\n"
    process.communicate()
    assert process.returncode == 0


class Locked:
    """Holds the turn of a project as another command does."""

    def __init__(self, project) -> None:
        code = (
            "import sys; from pathlib import Path; from digest.tools.turns import in_turn\n"
            "with in_turn(Path(sys.argv[1]), print): print('held', flush=True); sys.stdin.read()"
        )
        command = [sys.executable, "-c", code, str(project / ".digest-cache/lock")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        assert self.process.stdout.readline() == "held\n"

    def __exit__(self, *_):
        self.process.communicate()


def meddled(monkeypatch, meddle, times):
    """Do something to the files each time that a site is ready to be written, so many times."""
    left, write = [meddle] * times, building.write

    def writing(files, output, means, *, ready):
        def after():
            if left:
                left.pop()()
            ready()

        return write(files, output, means, ready=after)

    monkeypatch.setattr(building, "write", writing)


def built(root):
    project = open_project(root)
    return build(project, read_config(project), means=Means())


def test_a_lock_that_a_checkout_brings_amid_a_build_is_built_with(project, monkeypatch):
    built(project)
    lock = project / "content/threads.lock"
    slug = lock.read_text().splitlines()[1].split()[1]
    other = lock.read_text().replace(f" {slug} ", " an-old-address ")
    (project / "content/articles/new.md").write_text(ARTICLE.format(number=99, day=9))
    meddled(monkeypatch, lambda: lock.write_text(other), 1)
    built(project)
    assert {*lock.read_text().splitlines()} > {*other.splitlines()}
    assert (project / "site/threads/an-old-address/index.html").is_file()


def test_a_lock_that_never_rests_stops_the_build_and_keeps_the_site(project, monkeypatch, contents):
    built(project)
    before, lock, numbers = contents(project / "site"), project / "content/threads.lock", iter(range(99))
    (project / "content/articles/new.md").write_text(ARTICLE.format(number=99, day=9))
    meddled(monkeypatch, lambda: lock.write_text(f"a-0123456789 other-{next(numbers)}\n"), 9)
    with pytest.raises(DigestError) as caught:
        built(project)
    assert str(caught.value) == (
        "content/threads.lock:1: this file is being changed by something else. Build again when it is at rest."
    )
    assert contents(project / "site") == before


def test_where_the_lock_cannot_be_written_the_old_site_stands(project, monkeypatch, contents):
    built(project)
    before = contents(project / "site")
    (project / "content/articles/new.md").write_text(ARTICLE.format(number=99, day=9))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("digest.threads.lock.write_whole", full)
    with pytest.raises(DigestError, match=r"threads\.lock:1: this file cannot be written: No space left on device\."):
        built(project)
    assert contents(project / "site") == before
