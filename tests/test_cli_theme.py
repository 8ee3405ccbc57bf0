"""`digest theme`: the shipped templates are named, and copied into a digest without harm to what is there."""

import re

import pytest

from digest import __version__
from digest.pages.theme import shipped_folder, shipped_templates

TAKEN = f"Taken from digest {__version__}. Delete this file to have the shipped one again."


@pytest.fixture
def project(tmp_path, put):
    files = {
        "digest.yaml": "title: Alma watch\nbase_url: https://alma.example/\n",
        "content/articles/boats.md": "---\ntitle: Boats burn\ndate: 2031-03-07\nthread: fire\n---\nBoats burnt.\n",
        "content/articles/count.md": "---\ntitle: The count\ndate: 2031-03-08\nthread: fire\n---\nThey were six.\n",
    }
    return put(tmp_path / "project", files)


class TestList:
    def test_names_each_shipped_template_and_asset(self, project, digest):
        done = digest("-C", project, "theme", "list")
        assert (done.status, done.stderr) == (0, "")
        assert done.stdout.splitlines() == list(shipped_templates())
        assert {"base.html", "thread.html", "robots.txt", "assets/style.css"} <= set(done.stdout.splitlines())

    def test_says_which_of_them_the_digest_replaces(self, project, digest, put):
        put(project, {"templates/404.html": "Gone.", "templates/mine.html": "Mine."})
        lines = digest("-C", project, "theme", "list").stdout.splitlines()
        assert [line for line in lines if " " in line] == ["404.html  (replaced by templates/404.html)"]

    def test_needs_a_digest(self, tmp_path, digest):
        assert digest("-C", tmp_path, "theme", "list").status == 2


class TestEject:
    def test_copies_a_template_with_a_line_on_where_it_is_from(self, project, digest):
        done = digest("-C", project, "theme", "eject", "thread.html", "assets/style.css")
        assert (done.status, done.stdout) == (0, "")
        assert done.stderr == (
            "templates/thread.html is written. It replaces the shipped one.\n"
            "templates/assets/style.css is written. It replaces the shipped one.\n"
        )
        shipped = shipped_folder()
        copies = ((project / "templates" / name).read_text() for name in ("thread.html", "assets/style.css"))
        assert tuple(copies) == (
            f"{{# {TAKEN} #}}\n{(shipped / 'thread.html').read_text()}",
            f"/* {TAKEN} */\n{(shipped / 'assets/style.css').read_text()}",
        )

    def test_of_all_changes_no_page(self, project, digest, contents):
        def built() -> dict[str, bytes]:
            assert digest("-q", "-C", project, "build").status == 0
            pages = {name: content for name, content in contents(project / "site").items() if "assets/" not in name}
            del pages[".digest"]
            named = re.compile(rb"(assets/\w+)\.[0-9a-f]{10}\.")
            return {name: named.sub(rb"\1.", content) for name, content in pages.items()}

        before = built()
        assert digest("-q", "-C", project, "theme", "eject", "--all").stderr == ""
        assert set(contents(project / "templates")) == set(shipped_templates())
        assert built() == before

    def test_of_all_leaves_what_is_there(self, project, digest, put):
        put(project, {"templates/404.html": "Gone."})
        done = digest("-C", project, "theme", "eject", "--all")
        assert done.status == 0
        assert done.stderr.splitlines()[-1] == "templates/404.html is there already, and stays as it is."
        assert (project / "templates/404.html").read_text() == "Gone."

    def test_writes_over_no_file_and_then_writes_none(self, project, digest, put, contents):
        put(project, {"templates/404.html": "Gone."})
        done = digest("-C", project, "theme", "eject", "base.html", "404.html")
        assert (done.status, done.stdout) == (2, "")
        assert done.stderr == (
            "templates/404.html is there already. Rename or delete it to take the shipped one anew.\n"
        )
        assert contents(project / "templates") == {"404.html": b"Gone."}

    def test_writes_through_no_link(self, project, digest):
        (project / "templates").mkdir()
        (project / "templates/404.html").symlink_to(project / "elsewhere.html")
        assert digest("-C", project, "theme", "eject", "404.html").status == 2
        assert not (project / "elsewhere.html").exists()

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            pytest.param("thred.html", 'Did you mean "thread.html"?', id="a slip"),
            pytest.param("style.css", 'Did you mean "assets/style.css"?', id="an asset without its folder"),
            pytest.param("templates/base.html", 'Did you mean "base.html"?', id="with the folder"),
            pytest.param("../digest.yaml", "`digest theme list` names them all.", id="nothing like it"),
        ],
    )
    def test_names_the_template_that_may_have_been_meant(self, name, hint, project, digest):
        done = digest("-C", project, "theme", "eject", name)
        assert (done.status, done.stdout) == (2, "")
        assert done.stderr == f'There is no shipped template "{name}". {hint}\n'
        assert not (project / "templates").exists()

    @pytest.mark.parametrize("arguments", [(), ("base.html", "--all")])
    def test_is_told_either_names_or_all(self, arguments, project, digest):
        done = digest("-C", project, "theme", "eject", *arguments)
        assert done.status == 2
        assert done.stderr == "Name the templates to copy, or say --all. `digest theme list` names them all.\n"
