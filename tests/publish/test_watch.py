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

from digest.publish.watch import matters


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
