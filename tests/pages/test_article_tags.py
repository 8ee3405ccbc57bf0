"""Tags of articles: a thread has those of its own file first, then those of its articles, each once."""

import pytest


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a thread of two articles with these tags and returns the folder of its site."""

    def run(first, second, word="", status="published"):
        head = "---\nthread: fire\nsource: Post\ndate: 2031-03-07\n"
        files = {
            "digest.yaml": "title: Alma watch\n",
            "content/articles/a.md": f"{head}title: Boats burn\ntags: {first}\n---\nBoats burnt.",
            "content/articles/b.md": f"{head}title: It is out\ntags: {second}\nstatus: {status}\n---\nIt is out now.",
            "content/threads/fire.md": f"---\n{word}\n---\n",
        }
        project = put(tmp_path / "project", files)
        assert digest("-q", "-C", project, "build").status == 0
        return project / "site"

    return run


def tags(site):
    nav = (site / "threads/fire/index.html").read_text().partition('<ul class="inline tags">')[2].partition("</ul>")[0]
    return [line.partition('">')[2].partition("<")[0] for line in nav.splitlines() if line]


def test_those_of_the_thread_come_first_and_each_stands_once_whatever_its_case(build):
    site = build("[boats, HARBOUR]", "[Rescue, Boats]", "tags: [Harbour]")
    assert tags(site) == ["Harbour", "boats", "Rescue"]
    assert sorted(path.name for path in (site / "tags").iterdir() if path.is_dir()) == ["boats", "harbour", "rescue"]


def test_those_of_a_retracted_report_do_not_count(build):
    assert tags(build("[boats]", "[rescue]", status="retracted")) == ["boats"]


def test_without_any_there_is_no_page_of_tags(build):
    assert not (build("[]", "[]") / "tags").exists()
