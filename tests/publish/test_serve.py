import contextlib
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from digest.publish.extras import Extras
from digest.publish.serve import serve
from digest.publish.watch import QUIET

SECONDS = 10  # until a test gives up; none is meant to take so long


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Desk:
    """A curator's desk: a served project, and a build that copies the article to the front page."""

    folder: Path
    urls: queue.Queue = field(default_factory=queue.Queue)
    builds: queue.Queue = field(default_factory=queue.Queue)
    changed: list[list[str]] = field(default_factory=list)  # before each build
    closing: threading.Event = field(default_factory=threading.Event)
    meanwhile: list[str] = field(default_factory=list)  # what the curator writes during the next builds

    def build(self, changed: Sequence[Path]) -> str | None:
        if self.closing.is_set():
            raise KeyboardInterrupt
        self.changed.append([path.relative_to(self.folder.resolve()).as_posix() for path in changed])
        article = (self.folder / "content/a.md").read_text()
        (self.folder / "content/threads.lock").write_text("written by each build")
        if self.meanwhile:
            self.write(self.meanwhile.pop())
        if article != "bad":
            (self.folder / "site").mkdir(exist_ok=True)
            (self.folder / "site/index.html").write_text(article)
        self.builds.put(article)
        return "content/a.md:1: it is bad. Mend it." if article == "bad" else None

    def write(self, text: str, path: str = "content/a.md") -> None:
        (self.folder / path).parent.mkdir(exist_ok=True)
        (self.folder / path).write_text(text)

    def built(self) -> str:
        return self.builds.get(timeout=SECONDS)

    def at_rest(self) -> bool:
        """Tell whether no build follows for longer than changes are gathered."""
        try:
            self.builds.get(timeout=0.4)
        except queue.Empty:
            return True
        return False


@contextlib.contextmanager
def serving(desk: Desk, extras: Extras | None = None):
    watched = [desk.folder / name for name in ("content", "templates", "digest.yaml")]
    known = {"port": free_port(), "announce": desk.urls.put, "extras": extras}
    thread = threading.Thread(target=serve, args=(desk.folder / "site", watched, desk.build), kwargs=known)
    thread.start()
    try:
        yield desk.urls.get(timeout=SECONDS)
    finally:
        desk.closing.set()
        desk.write("the end")
        thread.join(SECONDS)
    assert not thread.is_alive()


def read(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=SECONDS) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.write("one")
    return desk


def test_a_site_is_built_served_and_built_again(desk):
    with serving(desk) as url:
        assert (desk.built(), read(url)) == ("one", (200, "one"))
        desk.write("two")
        assert (desk.built(), read(url)) == ("two", (200, "two"))


def test_a_build_never_calls_for_the_next(desk):
    with serving(desk):
        desk.built()
        desk.write("written", "content/threads.lock")
        desk.write("swap", "content/.a.md.swp")
        desk.write("copied", "site/page.html")
        (desk.folder / "content/a.md").read_text()
        assert desk.at_rest()


def test_many_changes_are_one_build(desk):
    with serving(desk):
        desk.built()
        for number in range(50):
            desk.write(f"version {number}")
            desk.write("text", f"content/b{number}.md")
        assert desk.built() == "version 49"
        assert desk.at_rest()


def replaced(folder: Path, text: str) -> None:
    (folder / "content/.a.md.tmp").write_text(text)
    (folder / "content/.a.md.tmp").replace(folder / "content/a.md")


def backed_up(folder: Path, text: str) -> None:
    (folder / "content/4913").write_text("")
    (folder / "content/4913").unlink()
    (folder / "content/a.md").rename(folder / "content/a.md~")
    (folder / "content/a.md").write_text(text)
    (folder / "content/a.md~").unlink()


def emptied_first(folder: Path, text: str) -> None:
    (folder / "content/a.md").unlink()
    (folder / "content/a.md").write_text("")
    (folder / "content/a.md").write_text(text)


def put_in_from_elsewhere(folder: Path, text: str) -> None:
    (folder / "a.md.new").write_text(text)
    (folder / "a.md.new").replace(folder / "content/a.md")


@pytest.mark.parametrize("save", [replaced, backed_up, emptied_first, put_in_from_elsewhere])
def test_however_an_editor_saves_it_is_one_build_of_the_new_text(save, desk):
    with serving(desk):
        desk.built()
        save(desk.folder, "saved")
        assert desk.built() == "saved"
        assert desk.at_rest()
    assert desk.changed[1] == ["content/a.md"]


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ada Alm", "-c", "user.email=ada@post.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_a_checkout_of_hundreds_of_files_is_one_build_of_the_last_content(desk):
    git(desk.folder, "init")
    for branch in ("main", "other"):
        for name in ("a", *(f"b{number}" for number in range(300))):
            desk.write(branch, f"content/{name}.md")
        git(desk.folder, "checkout", "-B", branch)
        git(desk.folder, "add", "content")
        git(desk.folder, "commit", "-m", branch)
    with serving(desk) as url:
        desk.built()
        git(desk.folder, "checkout", "main")
        assert (desk.built(), read(url)) == ("main", (200, "main"))
        assert desk.at_rest()
    assert len(desk.changed[1]) == 301


def test_however_often_a_file_is_saved_each_build_waits_for_a_moment_of_rest_and_the_last_is_of_the_last_save(desk):
    # On a busy machine there are moments without a save, so what holds of a free one stands in test_watch.py.
    with serving(desk) as url:
        desk.built()
        began = time.monotonic()
        for number in range(500):
            desk.write(f"save {number}")
            time.sleep(0.002)
        built = [desk.built()]
        while not desk.at_rest():
            built.append("another")
        assert read(url) == (200, "save 499")
        assert len(built) <= (time.monotonic() - began) / QUIET


def test_while_nothing_happens_but_reading_nothing_is_built(desk):
    with serving(desk) as url:
        desk.built()
        for _ in range(20):
            read(url)
            [path.read_bytes() for path in desk.folder.rglob("*.*") if path.is_file()]
            time.sleep(0.05)
        assert desk.at_rest()


def test_a_build_is_told_what_changed_since_the_last(desk):
    with serving(desk):
        desk.built()
        desk.write("text", "content/b.md")
        desk.built()
        (desk.folder / "content/b.md").unlink()
        desk.write("new", "digest.yaml")
        desk.built()
    assert desk.changed == [[], ["content/b.md"], ["content/b.md", "digest.yaml"]]


def test_a_change_during_a_build_is_built_after_it(desk):
    with serving(desk):
        desk.built()
        desk.meanwhile.append("while it was building")
        desk.write("begin")
        assert [desk.built(), desk.built()] == ["begin", "while it was building"]
        assert desk.at_rest()


def test_folders_and_files_may_come_later_and_be_exchanged(desk):
    with serving(desk):
        desk.built()
        for path in ("digest.yaml", "templates/page.html", "templates/other.html"):
            desk.write("new", path)
            desk.built()
        (desk.folder / "content").rename(desk.folder / "old")
        desk.write("exchanged")
        assert desk.built() == "exchanged"
        desk.write("and edited")
        assert desk.built() == "and edited"


def test_a_failed_build_leaves_the_old_site_and_tells_why(desk):
    with serving(desk) as url, urllib.request.urlopen(f"{url}__reload", timeout=SECONDS) as stream:
        desk.write("bad")
        wanted = [b"retry: 1000", b"", b"event: fault", b"data: content/a.md:1: it is bad. Mend it.", b""]
        assert [stream.readline().strip() for _ in wanted] == wanted
        assert read(url) == (200, "one")
        desk.write("good")
        assert stream.readline() == b"event: reload\n"
        assert re.fullmatch(rb"data: [0-9a-f]{16}-2\n", stream.readline())


def test_a_first_build_that_fails_is_served_as_its_message(desk):
    desk.write("bad")
    with serving(desk) as url:
        status, page = read(url)
        assert status == 503
        assert "<pre>content/a.md:1: it is bad. Mend it.</pre>" in page
        desk.builds.get()
        desk.write("good")
        desk.built()
        assert read(url) == (200, "good")


def test_ctrl_c_stops_it_without_a_word(tmp_path):
    script = (
        "import signal, sys; from pathlib import Path; from digest.publish.serve import serve; p = Path(sys.argv[1])\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job is born deaf to it
        "serve(p / 'site', [p], lambda _: None, port=int(sys.argv[2]), announce=lambda url: print(url, flush=True))"
    )
    command = [sys.executable, "-c", script, str(tmp_path), str(free_port())]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            url = process.stdout.readline().strip()
            with urllib.request.urlopen(f"{url}__reload", timeout=SECONDS):
                process.send_signal(signal.SIGINT)
                assert process.communicate(timeout=SECONDS) == ("", "")
        finally:
            process.kill()
    assert process.returncode == 0


def test_the_address_is_that_below_which_the_site_will_lie(desk):
    with serving(desk, Extras(mount=lambda: "/news/")) as url:
        assert url.endswith("/news/")
        assert read(url) == (200, "one")


def test_pages_are_as_they_lie_on_the_disk_where_no_script_is_wanted(desk):
    with serving(desk, Extras(live=False)) as url:
        request = urllib.request.Request(url, headers={"Accept": "text/html"})
        with urllib.request.urlopen(request, timeout=SECONDS) as reply:
            assert reply.read() == b"one"
        for path in ("__reload", "__reload.js", "__badge", "__badge.js", "__edit", "__edit.js"):
            assert read(f"{url}{path}")[0] == 404
        desk.builds.get()
        desk.write("two")
        assert (desk.built(), read(url)) == ("two", (200, "two"))
