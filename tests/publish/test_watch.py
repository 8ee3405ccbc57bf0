import errno
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
)
from watchdog.observers import Observer

from digest.errors import UsageError
from digest.publish import watch
from digest.publish.roots import roots
from digest.publish.watch import Watch, matters, rest


@pytest.mark.parametrize(
    ("event", "counts"),
    [
        pytest.param(FileModifiedEvent("/p/content/articles/a.md"), True, id="an article is edited"),
        pytest.param(FileCreatedEvent("/p/content/articles/b.md"), True, id="an article is added"),
        pytest.param(FileDeletedEvent("/p/content/articles/b.md"), True, id="an article is removed"),
        pytest.param(
            FileMovedEvent("/p/content/.a.md.swp", "/p/content/a.md"), True, id="an editor puts the new one in"
        ),
        pytest.param(FileMovedEvent("/p/content/a.md", "/elsewhere/a.md"), True, id="an article is taken out"),
        pytest.param(DirMovedEvent("/elsewhere/b", "/p/content/b"), True, id="a folder of articles is put in"),
        pytest.param(FileModifiedEvent("/p/digest.yaml"), True, id="a single file is watched too"),
        pytest.param(DirCreatedEvent("/p/templates"), True, id="a watched folder comes into being"),
        pytest.param(DirCreatedEvent("/p"), True, id="all that is watched comes into being"),
        pytest.param(FileOpenedEvent("/p/content/a.md"), False, id="opening is no change"),
        pytest.param(FileClosedNoWriteEvent("/p/content/a.md"), False, id="reading is no change"),
        pytest.param(FileClosedEvent("/p/content/a.md"), False, id="closing is no change: writing was told before"),
        pytest.param(DirModifiedEvent("/p/content"), False, id="a folder's files speak for it"),
        pytest.param(FileModifiedEvent("/p/content/threads.lock"), False, id="the lock is written by the build"),
        pytest.param(FileCreatedEvent("/p/content/threads.lock.new"), False, id="the lock on its way"),
        pytest.param(FileModifiedEvent("/p/content/site/index.html"), False, id="the site is written by the build"),
        pytest.param(FileModifiedEvent("/p/notes.txt"), False, id="a file that is not watched"),
        pytest.param(FileModifiedEvent("/p/content/a.md~"), False, id="a backup"),
        pytest.param(FileModifiedEvent("/p/content/.a.md.swp"), False, id="an editor's own file"),
        pytest.param(FileCreatedEvent("/p/content/.#a.md"), False, id="an editor's lock"),
        pytest.param(FileCreatedEvent("/p/content/#a.md#"), False, id="an editor's autosave"),
        pytest.param(FileCreatedEvent("/p/content/4913"), False, id="an editor's trial"),
        pytest.param(FileModifiedEvent("/p/content/.git/index"), False, id="a file in a dotted folder"),
    ],
)
def test_only_what_a_curator_changes_counts(event, counts):
    watched = [Path("/p/content"), Path("/p/templates"), Path("/p/digest.yaml")]
    assert matters(event, watched, Path("/p/content/site")) is counts


class Saves:
    """Saves at their times, on a clock of their own, which runs while they are waited for."""

    def __init__(self, times: Sequence[float]) -> None:
        self.now, self._times = 0.0, [*times]

    def clear(self) -> None:
        self._times = [each for each in self._times if each > self.now]

    def wait(self, seconds: float) -> bool:
        comes = bool(self._times) and self._times[0] <= self.now + seconds
        self.now = max(self.now, self._times[0]) if comes else self.now + seconds
        return comes


@pytest.mark.parametrize(
    ("times", "rested"),
    [
        pytest.param([0], 0.05, id="one save"),
        pytest.param([0, 0.03, 0.06], 0.11, id="an editor's three steps"),
        pytest.param([number / 500 for number in range(500)], 1.048, id="five hundred saves in a second are one build"),
        pytest.param([number / 100 for number in range(10_000)], 2.0, id="what never rests is built all the same"),
        pytest.param([0, 1], 0.05, id="a save after a rest is another build"),
    ],
)
def test_a_build_waits_until_files_are_at_rest(times, rested):
    saves = Saves(times)
    rest(saves, lambda: saves.now)
    assert saves.now == pytest.approx(rested)


@pytest.fixture
def shy(monkeypatch):
    """Return a function that lets the system refuse to watch a folder, as often as is said."""

    def run(folder: Path, number: int, times: int) -> list[str]:
        refused: list[str] = []

        class Shy(Observer):
            def schedule(self, handler, path, **options):
                if path == str(folder) and len(refused) < times:
                    refused.append(path)
                    raise OSError(number, "Refused")
                return super().schedule(handler, path, **options)

        monkeypatch.setattr(watch, "Observer", Shy)
        return refused

    return run


@pytest.mark.parametrize("times", [1, watch.TRIES], ids=["for a moment", "until something else happens"])
def test_a_folder_that_goes_while_it_is_to_be_watched_is_watched_once_it_is_back(times, tmp_path, shy):
    (tmp_path / "content").mkdir()
    refused = shy(tmp_path / "content", errno.ENOENT, times)
    with Watch([tmp_path / "content", tmp_path / "digest.yaml"], tmp_path / "site") as eye:
        assert len(refused) == times
        (tmp_path / "digest.yaml").write_text("title: Alma")
        eye.wait()
        (tmp_path / "content/a.md").write_text("text")
        assert eye.wait() == (tmp_path / "content/a.md",)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE], ids=["watches", "instances"])
def test_where_the_system_watches_no_more_files_the_curator_is_told(number, tmp_path, shy):
    (tmp_path / "content").mkdir()
    shy(tmp_path / "content", number, 1)
    eye = Watch([tmp_path / "content"], tmp_path / "site")
    with pytest.raises(UsageError, match=r"^Cannot watch the files: Refused\. Run `digest build` instead\.$"), eye:
        pass
    eye.__exit__(None, None, None)


class TestLinks:
    @pytest.fixture
    def eye(self, tmp_path):
        """Return a function that watches a project in which the folders are links."""
        for name in ("project/content/threads", "project/templates", "scrapes/march", "house", "more"):
            (tmp_path / name).mkdir(parents=True)
        (tmp_path / "project/content/articles").symlink_to("../../scrapes")
        (tmp_path / "scrapes/april").symlink_to(tmp_path / "more")
        (tmp_path / "project/templates/house").symlink_to(tmp_path / "house")
        (tmp_path / "project/templates/all").symlink_to("..")
        (tmp_path / "project/templates/self").symlink_to("self")
        (tmp_path / "project/templates/.git").symlink_to("/")
        (tmp_path / "more/again").symlink_to(tmp_path / "scrapes")
        watched = [tmp_path / "project" / name for name in ("content", "templates", "static", "digest.yaml")]
        return Watch(watched, tmp_path / "project/site")

    @pytest.mark.usefixtures("eye")
    def test_are_followed_once_and_in_no_circle(self, tmp_path):
        watched = [tmp_path / "project/content", tmp_path / "project/templates"]
        assert roots(watched, tmp_path / "project/site") == {
            tmp_path / "project/content": tmp_path / "project/content",
            tmp_path / "project/templates": tmp_path / "project/templates",
            tmp_path / "house": tmp_path / "project/templates/house",
            tmp_path / "scrapes": tmp_path / "project/content/articles",
            tmp_path / "more": tmp_path / "project/content/articles/april",
        }

    @pytest.mark.parametrize(
        ("place", "known"),
        [
            ("scrapes/march/a.md", "content/articles/march/a.md"),
            ("more/a.md", "content/articles/april/a.md"),
            ("house/page.html", "templates/house/page.html"),
            ("project/content/threads/a.md", "content/threads/a.md"),
        ],
    )
    def test_a_change_where_they_lead_is_told_as_the_curator_knows_it(self, eye, tmp_path, place, known):
        with eye:
            (tmp_path / place).write_text("new")
            assert eye.wait() == (tmp_path / "project" / known,)

    def test_may_come_and_lead_elsewhere(self, eye, tmp_path):
        (tmp_path / "other").mkdir()
        link = tmp_path / "project/content/articles"
        with eye:
            link.unlink()
            link.symlink_to("../../other")
            eye.wait()
            (tmp_path / "other/a.md").write_text("new")
            assert eye.wait() == (link / "a.md",)

    def test_may_stand_in_the_place_of_a_whole_folder_or_a_file(self, tmp_path):
        (tmp_path / "texts").mkdir()
        (tmp_path / "alma.yaml").write_text("title: Alma")
        (tmp_path / "project").mkdir()
        (tmp_path / "project/content").symlink_to("../texts")
        (tmp_path / "project/digest.yaml").symlink_to("../alma.yaml")
        watched = [tmp_path / "project/content", tmp_path / "project/digest.yaml"]
        with Watch(watched, tmp_path / "project/site") as eye:
            (tmp_path / "texts/a.md").write_text("new")
            assert eye.wait() == (tmp_path / "project/content/a.md",)
            (tmp_path / "alma.yaml").write_text("title: Bay")
            assert eye.wait() == (tmp_path / "project/digest.yaml",)
            shutil.rmtree(tmp_path / "texts")
            eye.wait()
            (tmp_path / "texts").mkdir()
            eye.wait()
            (tmp_path / "texts/b.md").write_text("new")
            assert eye.wait() == (tmp_path / "project/content/b.md",)
