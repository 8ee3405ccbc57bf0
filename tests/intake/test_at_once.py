"""Two commands that add at the same time: each finds the names that were free before, and nothing is lost."""

import os
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest

from digest.config import read_config
from digest.intake.add import World, add
from digest.intake.create import create
from digest.intake.front import Word
from digest.intake.known import survey
from digest.intake.outcomes import Added, There
from digest.intake.store import Desk
from digest.project import open_project

ROOT = Path(__file__).parents[2]
COUNT = 40  # articles that each command adds


@pytest.fixture
def articles(project, contents):
    """Return a function that returns the texts of the articles' folder by their names."""
    return lambda: {
        name: content.decode() for name, content in contents(project / "content/articles").items() if name != ".keep"
    }


def started(project: Path, who: str, inbox: Path) -> subprocess.Popen[bytes]:
    """Return a command that has looked for what is there, and waits for the standard input before it goes on."""
    (inbox / f"{who}.md").write_text(f"{who} is here.\n")
    command = [sys.executable, "-m", "digest", "-C", project, "add", inbox / f"{who}.md", "-", inbox / "more"]
    known = {"PATH": os.environ["PATH"], "HOME": str(project), "PYTHONPATH": str(ROOT)}
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*map(str, command)], env=known, **pipes)


def test_two_processes_that_add_equal_names_lose_nothing(project, put, tmp_path, articles):
    texts = [[f"{who} counted {number} boats.\n" for number in range(COUNT)] for who in ("Ada", "Bo")]
    with ExitStack() as ends:
        processes = []
        for who, said in zip(("ada", "bo"), texts, strict=True):
            inbox = put(tmp_path / who, {f"more/story-{number}.txt": text for number, text in enumerate(said)})
            processes.append(process := ends.enter_context(started(project, who, inbox)))
            ends.callback(process.kill)
            assert process.stderr.readline().startswith(f"content/articles/{who}.md is added".encode())
        for process in processes:
            process.stdin.write(b"The harbour is quiet.\n")
            process.stdin.close()
        counts = [process.stderr.read().splitlines()[-1] for process in processes]
    # One of them finds the text that both were told already there.
    assert sorted(counts) == [b"41 added, 1 there already, 0 refused", b"42 added, 0 there already, 0 refused"]
    wanted = ["ada is here.\n", "bo is here.\n", "The harbour is quiet.\n", *texts[0], *texts[1]]
    assert Counter(articles().values()) == Counter(wanted)


@pytest.fixture
def desk(project):
    here = open_project(project)
    return lambda: Desk(here.articles, survey(here, read_config(here)), Word(), here.shown)


def test_a_name_that_was_taken_meanwhile_is_left_and_the_next_one_taken(desk, put, tmp_path, articles):
    put(tmp_path, {"ada/fire.txt": "Five boats burnt.\n", "bo/fire.txt": "Six boats burnt.\n"})
    one, other = desk(), desk()
    outcomes = [
        each for name, here in {"ada": one, "bo": other}.items()
        for each in add([str(tmp_path / name)], here, World(print, bytes))
    ]  # fmt: skip
    assert [each.path.name for each in outcomes] == ["fire.txt", "fire-2.txt"]
    assert articles() == {"fire.txt": "Five boats burnt.\n", "fire-2.txt": "Six boats burnt.\n"}


def test_what_another_has_added_meanwhile_is_there_already(desk, put, tmp_path, articles):
    put(tmp_path, {"ada/fire.txt": "Five boats burnt.\n"})
    one, other = desk(), desk()
    place = str(tmp_path / "ada/fire.txt")
    assert [type(each) for here in (one, other) for each in add([place], here, World(print, bytes))] == [Added, There]
    assert articles() == {"fire.txt": "Five boats burnt.\n"}


@pytest.mark.parametrize("links", [True, False], ids=["with links", "on a disk that knows none"])
def test_a_file_is_made_whole_and_never_over_another(tmp_path, links, monkeypatch):
    def no_links(path: Path, target: Path) -> None:
        raise PermissionError

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    create(tmp_path / "in/fire.txt", b"Five boats burnt.")
    with pytest.raises(FileExistsError):
        create(tmp_path / "in/fire.txt", b"Six boats burnt.")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "in").iterdir()] == [
        ("fire.txt", b"Five boats burnt.")
    ]
