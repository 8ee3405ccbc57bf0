"""Where a site's look comes from: the project's templates before the shipped ones, and static/ as it is."""

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


def test_a_link_among_static_files_is_not_followed(tmp_path, put):
    put(tmp_path, {"secret.txt": "secret", "static/a.txt": "a"})
    (tmp_path / "static/secret.txt").symlink_to(tmp_path / "secret.txt")
    assert tuple(read_static(tmp_path / "static")) == (OutputFile("a.txt", b"a"),)


def test_without_static_there_is_nothing(tmp_path):
    assert tuple(read_static(tmp_path / "static")) == ()
