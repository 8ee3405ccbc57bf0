"""What the badge tells of a build: links missing, what was set aside, what nobody looked at, and what is proposed."""

import json
import os

import pytest

from digest.build import build
from digest.config import read_config
from digest.project import open_project
from digest.publish.badge import LISTED, Board, Pinned

ARTICLE = "---\ntitle: {}\nsource: Harbour Post\ndate: {}\nlang: en\n{}---\n{}\n"
LINK = "link: https://post.example/1\n"


@pytest.fixture
def board(tmp_path):
    """Return a function that builds the project, and returns what the badge tells, by the name of the group."""
    board = Board()

    def pinned() -> dict[str, dict]:
        here = open_project(tmp_path)
        config = read_config(here)
        board.pin(Pinned(here, config, build(here, config)))
        groups = [*board.groups(""), *board.groups("proposals")]
        assert json.loads(json.dumps(groups)) == groups
        return {group["name"]: group for group in groups}

    return pinned


@pytest.fixture
def project(tmp_path, put):
    return put(tmp_path, {
        "digest.yaml": "title: Alma\n",
        "content/articles/boats.md": ARTICLE.format("Boats burn", "2031-03-01", LINK, "Six boats burnt in Alma."),
    })  # fmt: skip


def notes(group: dict) -> list[tuple[str, str]]:
    assert group["count"] == len(group["notes"])
    return [(note["file"], note["what"]) for note in group["notes"]]


def test_before_the_first_good_build_there_is_nothing_to_tell():
    assert (Board().groups(""), Board().groups("proposals")) == ([], [])


def test_an_article_without_a_link_is_named_with_what_mends_it(project, put, board):
    put(project, {"content/articles/bees.md": ARTICLE.format("Bees", "2031-03-01", "", "Ada Alm keeps forty hives.")})
    mend = "Add `link: https://...` to its front matter, between two lines of three hyphens (---) at its top."
    assert notes(board()["links missing"]) == [("content/articles/bees.md:1", f"no link is recorded. {mend}")]


def test_what_was_set_aside_is_named_with_its_line_and_an_undated_article_is_not(project, put, board):
    put(project, {
        "content/articles/bad.md": "---\ntitle: [\n---\nText.\n",
        "content/articles/undated.md": "---\ntitle: No day\nlink: https://post.example/2\n---\nBread was baked.\n",
        "content/threads/boats-burn.md": "---\npin: perhaps\n---\n",
    })  # fmt: skip
    assert [file for file, _ in notes(board()["set aside"])] == [
        "content/articles/bad.md:3", "content/threads/boats-burn.md:2",
    ]  # fmt: skip


def test_what_the_machine_placed_in_this_edition_is_unreviewed_until_the_curator_places_it(project, put, board):
    assert notes(board()["unreviewed"]) == [("content/articles/boats.md:1", '"Boats burn", in boats-burn')]
    put(project, {
        "content/articles/bees.md": ARTICLE.format("Bees", "2031-03-09", LINK + "thread: bees\n", "Forty hives stand."),
        "content/articles/wall.md": ARTICLE.format("A wall", "2031-03-09", LINK, "The council wants stone."),
    })  # fmt: skip
    assert notes(board()["unreviewed"]) == [("content/articles/wall.md:1", '"A wall", in a-wall')]
    put(project, {"content/threads/a-wall.md": "---\ninclude: [wall.md]\n---\n"})
    assert notes(board()["unreviewed"]) == []


def test_a_proposal_comes_with_the_threads_file_and_the_command(project, put, board):
    text = (
        "Six boats burnt in the harbour of Alma on Friday. Ada Alm of the fire brigade said a stove was the cause. {}"
    )
    put(project, {
        f"content/articles/fire{n}.md": ARTICLE.format(
            "Six boats burn in Alma harbour", "2031-03-01", f"{LINK}thread: fire-{n}\n", text.format(more)
        )
        for n, more in enumerate(("Nobody was hurt.", "The quay is closed."))
    })  # fmt: skip
    board()
    for path in project.glob("content/articles/fire*.md"):  # what front matter says is not proposed again
        path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if "thread:" not in line))
    merges = [note for note in board()["proposals"]["notes"] if note["what"].startswith("merge ")]
    assert len(merges) == 1
    command = merges[0]["command"].split()
    assert (command[:3], sorted(command[3:])) == (["digest", "thread", "merge"], ["fire-0", "fire-1"])
    assert merges[0]["file"] == f"content/threads/{command[3]}.md:1"


def test_all_are_counted_and_the_first_are_listed(project, put, board):
    texts = {f"Notice {n}": f"Word{n} is the word of day {n}." for n in range(LISTED + 5)}
    put(project, {
        f"content/articles/{title}.md": ARTICLE.format(title, "2031-03-01", "", text) for title, text in texts.items()
    })  # fmt: skip
    group = board()["links missing"]
    assert (group["count"], len(group["notes"])) == (LISTED + 5, LISTED)


def test_what_was_made_for_one_page_is_not_made_again_for_the_next(project):
    here = open_project(project)
    config = read_config(here)
    board = Board()
    board.pin(Pinned(here, config, build(here, config)))
    for query in ("", "proposals"):
        assert [*map(id, board.groups(query))] == [*map(id, board.groups(query))]


@pytest.mark.skipif(os.name == "nt", reason="no such name there")
def test_a_name_that_no_encoding_has_is_told_all_the_same(project, put, board):
    path = os.fsencode(project) + b"/content/articles/b\xff.md"
    with open(path, "wb") as file:  # noqa: PTH123  # Path takes no bytes
        file.write(ARTICLE.format("Bees", "2031-03-01", "", "Ada Alm keeps forty hives.").encode())
    assert board()["links missing"]["count"] == 1
