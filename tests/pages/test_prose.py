"""content/pages/*.md: which files are pages, and that what an editor leaves beside them is none."""

import os

import pytest

from digest.pages.prose import Prose, read_prose


def urls(prose: Prose) -> list[str]:
    return [page.url for page in prose.pages]


def test_what_is_hidden_is_no_page_and_what_is_no_file_is_named(tmp_path, put):
    put(tmp_path, {"about.md": "About.", ".hidden.md": "Hidden.", "folder.md/notes.txt": "Notes.", "notes.txt": "No."})
    (tmp_path / ".#about.md").symlink_to("nobody@nowhere.1")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    prose = read_prose(tmp_path, "content/pages", "en")
    assert urls(prose) == ["/about/"]
    assert [str(fault) for fault in prose.faults] == [
        "content/pages/folder.md:1: this is a folder. Move it elsewhere.",
        "content/pages/gone.md:1: this is no regular file. Remove it.",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the rights of files mean nothing to root")
def test_a_page_that_may_not_be_read_is_named_and_the_others_stand(tmp_path, put):
    put(tmp_path, {"about.md": "About.", "secret.md": "Secret."})
    (tmp_path / "secret.md").chmod(0)
    prose = read_prose(tmp_path, "content/pages", "en")
    assert urls(prose) == ["/about/"]
    assert [str(fault) for fault in prose.faults] == [
        "content/pages/secret.md:1: this file cannot be read: Permission denied. Give yourself the right to read it."
    ]
