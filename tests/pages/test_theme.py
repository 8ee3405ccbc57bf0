"""Where a site's look comes from: the project's templates before the shipped ones, and static/ as it is."""

import errno
import os

import pytest

from digest.errors import printable
from digest.model import OutputFile
from digest.pages.theme import read_static, template_folders


def test_a_project_without_templates_has_the_shipped_ones(tmp_path):
    [shipped] = template_folders(tmp_path / "templates")
    assert (shipped / "base.html").is_file()


def test_a_projects_templates_come_before_the_shipped_ones(tmp_path):
    (tmp_path / "templates").mkdir()
    [own, shipped] = template_folders(tmp_path / "templates")
    assert own == tmp_path / "templates"
    assert template_folders(shipped) == (shipped,)


def test_static_files_are_copied_hidden_ones_too_in_the_order_of_their_paths(tmp_path, put):
    put(tmp_path, {"b.txt": "b", "a/c.bin": b"\x00\xff", ".well-known/security.txt": "s"})
    assert tuple(read_static(tmp_path)) == (
        OutputFile(".well-known/security.txt", b"s"),
        OutputFile("a/c.bin", b"\x00\xff"),
        OutputFile("b.txt", b"b"),
    )


def test_a_link_within_static_files_is_copied_as_what_it_leads_to(tmp_path, put):
    put(tmp_path, {"static/a.txt": "a", "static/deep/c.txt": "c"})
    (tmp_path / "static/b.txt").symlink_to("a.txt")
    (tmp_path / "static/again").symlink_to("deep")
    (tmp_path / "static/.#a.txt").symlink_to("nobody@nowhere.1")
    assert tuple(read_static(tmp_path / "static")) == (
        OutputFile("a.txt", b"a"),
        OutputFile("b.txt", b"a"),
        OutputFile("deep/c.txt", b"c"),
    )


def test_links_out_of_static_are_all_named_and_nothing_is_copied(tmp_path, put):
    put(tmp_path, {"home/secret.txt": "secret", "static/a.txt": "a"})
    (tmp_path / "static/secret.txt").symlink_to(tmp_path / "home/secret.txt")
    (tmp_path / "static/home").symlink_to("../home")
    with pytest.raises(ExceptionGroup) as error:
        read_static(tmp_path / "static")
    assert [str(each) for each in error.value.exceptions] == [
        "static/home:1: this link leads out of static/. Copy what it leads to here, or remove it.",
        "static/secret.txt:1: this link leads out of static/. Copy what it leads to here, or remove it.",
    ]


def test_static_is_no_link(tmp_path, put):
    put(tmp_path, {"home/secret.txt": "secret"})
    (tmp_path / "static").symlink_to("home")
    with pytest.raises(ExceptionGroup) as error:
        read_static(tmp_path / "static")
    assert [str(each) for each in error.value.exceptions] == [
        "static:1: this folder is a link. Copy the folder itself here."
    ]


def test_without_static_there_is_nothing(tmp_path):
    assert tuple(read_static(tmp_path / "static")) == ()


def test_a_folder_of_static_files_that_cannot_be_read_stops_the_build(tmp_path, put, monkeypatch):
    put(tmp_path, {"static/a.txt": "a", "static/shut/b.txt": "b"})
    scandir = os.scandir

    def shut(path):  # by hand, since the rights of files mean nothing to root
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", shut)
    with pytest.raises(ExceptionGroup) as failed:
        read_static(tmp_path / "static")
    assert [str(each) for each in failed.value.exceptions] == [
        "static/shut:1: this folder cannot be read: Permission denied. Give yourself the right to read it."
    ]


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\x0b", "\x0c", "\x1c", "\x1e", "\x7f", "\x85", "\u2028", "\u2029"])
def test_a_name_with_what_may_end_a_line_is_refused(sign, tmp_path, put):
    put(
        tmp_path,
        {f"static/notes{sign}private.txt": "a", f"static/dee{sign}p/b.txt": "b", "static/caf\u00e9 1.txt": "c"},
    )
    with pytest.raises(ExceptionGroup) as failed:
        read_static(tmp_path / "static")
    said, what = printable(sign), "this has a line break or another control sign in its name. Rename it."
    assert [str(each) for each in failed.value.exceptions] == [
        f"static/dee{said}p:1: {what}",
        f"static/notes{said}private.txt:1: {what}",
    ]


def test_a_name_that_is_no_utf8_is_refused(tmp_path, put):
    put(tmp_path, {"static/caf\udce9.txt": "a"})
    with pytest.raises(ExceptionGroup) as failed:
        read_static(tmp_path / "static")
    assert [str(each) for each in failed.value.exceptions] == [
        "static/caf\\udce9.txt:1: this has a name that is no UTF-8. Rename it."
    ]
