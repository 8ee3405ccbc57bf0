from pathlib import Path

import pytest
import yaml

from digest import __version__
from digest.errors import UsageError
from digest.publish.new import new_project

FILES = [
    ".gitignore",
    "README.md",
    "content/articles/port-amber-ferry.md",
    "content/articles/port-amber-fire.txt",
    "content/pages/about.md",
    "content/sources.yaml",
    "digest.yaml",
    "requirements.txt",
]


def starter(tmp_path: Path) -> Path:
    new_project(tmp_path / "mine")
    return tmp_path / "mine"


def test_a_new_project_is_these_files_in_this_order(tmp_path):
    written = new_project(tmp_path / "mine")
    assert [path.relative_to(tmp_path / "mine").as_posix() for path in written] == FILES
    assert sorted(path for path in (tmp_path / "mine").rglob("*") if path.is_file()) == sorted(written)


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "mine").mkdir()
    assert len(new_project(tmp_path / "mine")) == len(FILES)


@pytest.mark.parametrize(
    "path", [pytest.param("mine/notes.txt", id="a folder with a file in it"), pytest.param("mine", id="a file")]
)
def test_what_is_there_already_is_never_touched(tmp_path, path):
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text("kept")
    with pytest.raises(UsageError) as refusal:
        new_project(tmp_path / "mine")
    assert str(refusal.value) == "mine is there already and is not an empty folder. Choose another name."
    assert [(p, p.read_text()) for p in tmp_path.rglob("*") if p.is_file()] == [(tmp_path / path, "kept")]


def test_the_project_needs_the_version_that_made_it(tmp_path):
    assert (starter(tmp_path) / "requirements.txt").read_text() == f"news-digest=={__version__}\n"


def test_the_output_is_not_committed(tmp_path):
    assert (starter(tmp_path) / ".gitignore").read_text().splitlines()[0] == "/site/"


def test_the_settings_are_few(tmp_path):
    assert yaml.safe_load((starter(tmp_path) / "digest.yaml").read_text()) == {
        "title": "My digest",
        "base_url": "https://example.org/",
        "language": "en",
        "timezone": "Europe/London",
    }


def test_every_outlet_is_described_whole(tmp_path):
    outlets = yaml.safe_load((starter(tmp_path) / "content/sources.yaml").read_text())
    assert [(key, " ".join(outlet)) for key, outlet in outlets.items()] == [
        ("harbour-post", "name home kind country weight rights"),
        ("coast-wire", "name home kind country weight rights"),
    ]


@pytest.mark.parametrize("name", ["port-amber-fire.txt", "port-amber-ferry.md"])
def test_the_articles_say_that_they_are_invented(tmp_path, name):
    assert "invented" in (starter(tmp_path) / "content/articles" / name).read_text()


def test_the_articles_share_a_sentence_and_differ_in_a_figure(tmp_path):
    articles = starter(tmp_path) / "content/articles"
    scrape, told = (" ".join((articles / f"port-amber-{n}").read_text().split()) for n in ("fire.txt", "ferry.md"))
    shared = "The fire began shortly before midnight on a trawler that was moored at the north quay."
    assert shared in scrape
    assert shared in told
    assert "Five boats burnt in the harbour of Port Amber on Monday night, the harbour master said" in scrape
    assert "Six boats burnt in the harbour of Port Amber on Monday night, the harbour master said" in told


def test_it_passes_its_own_check_once_it_is_built(tmp_path, digest):
    mine = starter(tmp_path)
    assert digest("-q", "-C", mine, "build").status == 0
    done = digest("-C", mine, "check", "--strict", "--now", "2026-03-05")
    assert (done.status, done.stdout, done.stderr) == (0, "", "Nothing to mend.\n")


def test_before_it_is_built_the_check_says_what_the_first_deploy_needs(tmp_path, digest):
    done = digest("-C", starter(tmp_path), "check", "--strict", "--now", "2026-03-05")
    assert (done.status, done.stdout.count("[stale-lock]"), len(done.stdout.splitlines())) == (1, 1, 1)


def test_the_readme_says_to_commit_what_the_machine_remembers(tmp_path):
    assert "commit `content/threads.lock`" in " ".join((starter(tmp_path) / "README.md").read_text().split())
