"""A site that stands is not built again; one touch of anything that a build reads or writes, and it is."""

import os

import pytest

from digest import standing
from digest.commands import anew
from digest.standing import Seal

ARTICLE = "---\ntitle: Boats burn\ndate: 2031-03-03\nsource: Harbour Post\n---\n\nBoats burnt in Alma on Monday.\n"
FILES = {
    "digest.yaml": "title: Alma\nbase_url: https://example.org/\n",
    "content/articles/fire.md": ARTICLE,
    "content/sources.yaml": "harbour-post:\n  name: Harbour Post\n",
    "content/pages/about.md": "We follow the harbour.\n",
    "templates/404.html": "{% extends 'shipped/404.html' %}",
    "static/note.txt": "User-agent: *\n",
}


@pytest.fixture
def project(tmp_path, put, digest):
    """Return a project that was built."""
    put(tmp_path, FILES)
    assert digest("-C", tmp_path, "build").status == 0
    return tmp_path


@pytest.fixture
def builds(monkeypatch, digest):
    """Return a function that runs a build, and tells whether anything was made."""
    asked: list[object] = []
    build = anew.build

    def counted(*arguments, **named):
        asked.append(arguments)
        return build(*arguments, **named)

    monkeypatch.setattr(anew, "build", counted)

    def run(project, *options: str) -> bool:
        asked.clear()
        assert digest("-q", "-C", project, "build", *options).status == 0
        return bool(asked)

    return run


def test_what_stands_is_not_made_again(project, builds):
    assert not builds(project)


def test_what_stands_is_told_as_it_was(project, digest):
    again = digest("-C", project, "build")
    assert "1 article in 1 thread" in again.stderr
    assert ": 0 files written, 0 removed, " in again.stderr


def same_size_and_time(project):
    path = project / "content/articles/fire.md"
    before = path.stat()
    path.write_text(ARTICLE.replace("Monday", "Sunday"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


TOUCHES = {
    "an article edited": lambda root: (root / "content/articles/fire.md").write_text(ARTICLE + "More.\n"),
    "an article edited, of the same size and time": same_size_and_time,
    "an article more": lambda root: (root / "content/articles/two.md").write_text(ARTICLE),
    "an article less": lambda root: (root / "content/articles/fire.md").unlink(),
    "an article renamed": lambda root: (root / "content/articles/fire.md").rename(root / "content/articles/blaze.md"),
    "a thread's file": lambda root: (root / "content/threads/boats-burn.md").write_text("pin\n"),
    "the settings": lambda root: (root / "digest.yaml").write_text("title: Bergen\n"),
    "the outlets": lambda root: (root / "content/sources.yaml").unlink(),
    "a page": lambda root: (root / "content/pages/about.md").write_text("We follow the town.\n"),
    "a template": lambda root: (root / "templates/404.html").write_text("Gone"),
    "a file as it is": lambda root: (root / "static/note.txt").unlink(),
    "the lock": lambda root: (root / "content/threads.lock").unlink(),
    "a page of the site": lambda root: (root / "site/index.html").write_text("broken"),
    "a page of the site gone": lambda root: (root / "site/index.html").unlink(),
    "the site gone": lambda root: (root / "site").rename(root / "elsewhere"),
    "the cache's word damaged": lambda root: (root / ".digest-cache/standing.json").write_text('{"read": 1}'),
    "the cache's word no text": lambda root: (root / ".digest-cache/standing.json").write_bytes(b"\xff\x00"),
    "the cache gone": lambda root: (root / ".digest-cache").rename(root / "elsewhere"),
}


@pytest.mark.parametrize("name", TOUCHES)
def test_one_touch_and_it_is_built(name, project, builds, contents):
    (project / "content/threads").mkdir()
    assert not builds(project)
    TOUCHES[name](project)
    assert builds(project)
    built = contents(project / "site")
    assert not builds(project)
    assert builds(project, "--no-cache")
    assert contents(project / "site") == built


@pytest.mark.parametrize(
    ("place", "name", "touched"),
    [
        ("content/articles", "fire.md", ARTICLE + "More.\n"),
        ("templates/mine", "foot.html", "other"),
    ],
)
def test_a_touch_behind_a_link_to_a_folder_is_seen(  # noqa: PLR0917 - cases and fixtures
    place, name, touched, project, builds, put, tmp_path_factory
):
    elsewhere = put(tmp_path_factory.mktemp("elsewhere"), {name: "old"})
    if (project / place).exists():
        for file in (project / place).iterdir():
            file.replace(elsewhere / file.name)
        (project / place).rmdir()
    (project / place).symlink_to(elsewhere)
    builds(project)
    assert not builds(project)
    (elsewhere / name).write_text(touched)
    assert builds(project)


def test_folders_that_lead_to_each_other_are_looked_into_once(project, builds):
    (project / "static/loop").symlink_to(project / "static")
    builds(project)
    assert not builds(project)


def test_what_is_changed_while_it_is_built_is_built_again(project, digest, monkeypatch, contents):
    build = anew.build

    def slow(*arguments, **named):
        built = build(*arguments, **named)
        (project / "content/threads.lock").write_text("a-0123456789 another-branch\n")
        (project / "content/articles/fire.md").write_text(ARTICLE.replace("Alma", "Cove"))
        return built

    monkeypatch.setattr(anew, "build", slow)
    (project / "content/articles/two.md").write_text(ARTICLE)
    assert digest("-q", "-C", project, "build").status == 0
    monkeypatch.setattr(anew, "build", build)
    assert digest("-q", "-C", project, "build").status == 0
    assert any(b"Cove" in page for page in contents(project / "site").values())
    assert "another-branch" in (project / "content/threads.lock").read_text()


def test_a_lock_with_a_fault_fails_a_frozen_build_of_a_site_that_stands(project, digest):
    with (project / "content/threads.lock").open("a") as file:
        file.write("<<<<<<< ours\n")
    digest("-C", project, "build")
    assert digest("-C", project, "build", "--frozen").status == 1


@pytest.mark.parametrize("options", [("--base-url", "https://example.com/"), ("--now", "2031-04-01"), ("--timings",)])
def test_other_options_build(options, project, builds):
    assert builds(project, *options)


def test_the_day_of_the_edition_builds(project, builds, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1932000000")
    assert builds(project)


def test_what_is_wrong_is_told_again_and_still_fails_a_strict_build(project, digest):
    (project / "content/articles/bad.md").write_text("---\ndate: 20/11/26\n---\nText.\n")
    first = digest("-C", project, "build", "--strict")
    again = digest("-C", project, "build", "--strict")
    assert (again.status, first.status) == (1, 1)
    assert "bad.md:2: " in again.stderr
    assert again.stderr.splitlines()[:-1] == first.stderr.splitlines()[:-1]


def test_a_build_that_failed_left_nothing_that_stands(project, digest):
    (project / "templates/404.html").write_text("{% extends")
    assert digest("-C", project, "build").status == 1
    assert digest("-C", project, "build").status == 1


def test_what_was_changed_a_moment_ago_is_known_by_its_content(tmp_path):
    (tmp_path / "a").write_text("old")
    before = Seal("stamps", ((str(tmp_path / "a"), "another digest"),))
    assert not Seal("stamps").holds(before)
    assert Seal("stamps").holds(Seal("stamps"))
    assert not Seal("other").holds(Seal("stamps"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO")
def test_what_is_no_file_is_not_opened(project, builds):
    os.mkfifo(project / "content/pages/pipe")
    assert builds(project)
    assert not builds(project)


def test_files_that_have_come_to_rest_are_known_by_their_times_alone(project, builds, monkeypatch):
    """Otherwise each article that was new to a build would be read again by all that follow."""
    note, article = project / ".digest-cache/standing.json", str(project / "content/articles/fire.md")
    assert article in note.read_text()
    monkeypatch.setattr(standing, "COARSEST", -1_000_000_000_000)
    assert not builds(project)
    assert article not in note.read_text()
    (project / "content/articles/fire.md").write_text(ARTICLE + "More.\n")
    assert builds(project)


def test_a_young_file_that_is_too_large_to_be_looked_at_is_built_again_until_it_has_come_to_rest(
    project, builds, monkeypatch
):
    monkeypatch.setattr(standing, "_LARGEST", 5000)
    (project / "static/film.bin").write_bytes(b"a" * 5001)
    assert builds(project)
    assert builds(project)
    monkeypatch.setattr(standing, "COARSEST", -1_000_000_000_000)
    assert builds(project)
    assert not builds(project)
    (project / "static/film.bin").write_bytes(b"a" * 5002)
    assert builds(project)


def test_a_young_file_is_looked_at_a_part_at_a_time(project, builds, monkeypatch):
    monkeypatch.setattr(standing, "_CHUNK", 7)
    builds(project)
    assert not builds(project)
    same_size_and_time(project)
    assert builds(project)


def test_static_that_becomes_a_link_no_longer_stands(project, digest):
    (project / "static/note.txt").unlink()
    (project / "static").rmdir()
    assert digest("-C", project, "build").status == 0
    (project / "static").symlink_to("/")
    assert digest("-C", project, "build").status == 1


@pytest.mark.parametrize("name", ["content/articles/my__pycache__note.md", "content/threads.lock-old/note.md"])
def test_an_article_whose_name_is_like_one_that_is_left_out_is_seen(name, project, builds, put):
    named = ("--content", str(project / "content/threads.lock-old")) if "lock-old" in name else ()
    put(project, {name: ARTICLE.replace("Boats burn", "A first title")})
    assert builds(project, *named)
    assert not builds(project, *named)
    put(project, {name: ARTICLE.replace("Boats burn", "A later title")})
    assert builds(project, *named)
