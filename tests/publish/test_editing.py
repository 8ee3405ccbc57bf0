"""What a page may ask to have edited, who may ask, and what comes of it."""

import contextlib
import http.client
import json
import socket
from importlib import resources
from random import Random

import pytest

from digest.build import build
from digest.config import read_config
from digest.desk import gather
from digest.project import open_project
from digest.publish.badge import Board, Pinned
from digest.publish.curate import curate
from digest.publish.editing import EDITS, Editor
from digest.publish.extras import Extras
from digest.publish.preview import bound, running
from digest.publish.reload import Bulletin
from digest.tools.text import slug

SECONDS = 10  # until a test gives up; none is meant to take so long
BOATS = (
    "---\ntitle: Boats burn\nlink: https://post.example/1\nsource: Harbour Post\ndate: 2031-03-07\nlang: en\n"
    "id: a-b0a75b0a75\n---\nSix boats burnt in the harbour of Alma. A pier is lost.\n"
)
ARTICLE = "---\ntitle: {}\nlink: https://post.example/{}\nsource: Harbour Post\ndate: 2031-03-07\nlang: en\n---\n{}\n"


@pytest.fixture
def project(tmp_path, put):
    put(tmp_path, {
        "digest.yaml": "title: Alma\nstories:\n  excerpts: {share: 1}\n",
        "content/articles/boats.md": BOATS,
        "content/articles/wall.md": ARTICLE.format("A wall for Alma", 2, "The council wants a wall of stone."),
        "content/articles/bees.md": ARTICLE.format("Bees return", 3, "A keeper counted forty hives."),
    })  # fmt: skip
    here = open_project(tmp_path)
    homes = "".join(f"{each.id} {slug(each.title)}\n" for each in gather(here, read_config(here)).articles)
    return put(tmp_path, {"content/threads.lock": homes})


@pytest.fixture
def server(project):
    here = open_project(project)
    config = read_config(here)
    board = Board()
    board.pin(Pinned(here, config, build(here, config)))
    extras = Extras(board=board, editor=Editor(lambda decide: curate(here, config, decide), board))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with running(server := bound("127.0.0.1", port, here.output, Bulletin(), extras)):
        yield server


@pytest.fixture
def file(project):
    """Return a function that returns the file of a thread, or None where there is none."""

    def read(slug: str) -> str | None:
        path = project / f"content/threads/{slug}.md"
        return path.read_text() if path.exists() else None

    return read


def headers(server, **other: str | None) -> dict[str, str]:
    """Return the headers that a page of the preview sends, but for those that are given."""
    own = {
        "Host": f"127.0.0.1:{server.server_address[1]}",
        "Origin": f"http://127.0.0.1:{server.server_address[1]}",
        "Content-Type": "application/json",
        "X-Digest-Token": server.extras.editor.token,
    }
    return {name: value for name, value in (own | other).items() if value is not None}


def send(server, body: bytes, sent: dict[str, str], path: str = "/__edit") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=SECONDS)
    with contextlib.closing(connection):
        connection.request("POST", path, body, sent)
        reply = connection.getresponse()
        return reply.status, reply.read()


def say(server, **words: str) -> tuple[int, dict[str, list[str]]]:
    status, body = send(server, json.dumps(words).encode(), headers(server))
    return status, json.loads(body)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param({"do": "pin"}, {"boats-burn.md: pin: true": "---\npin: true\n---\n"}, id="pin"),
        pytest.param({"do": "hide"}, {"boats-burn.md: hide: true": "---\nhide: true\n---\n"}, id="hide"),
        pytest.param(
            {"do": "rename", "title": "The fire"},
            {"boats-burn.md: title: The fire": "---\ntitle: The fire\n---\n"},
            id="rename",
        ),
        pytest.param(
            {"do": "merge", "into": "a-wall-for-alma"},
            {"a-wall-for-alma.md: merge: boats-burn added": "---\nmerge:\n  - boats-burn\n---\n"},
            id="merge into another",
        ),
        pytest.param(
            {"do": "move", "article": "boats.md", "into": "a-wall-for-alma"},
            {
                "a-wall-for-alma.md: include: boats.md added": None,  # the file as the second edit left it
                "a-wall-for-alma.md: aliases: boats-burn added": "---\ninclude:\n  - boats.md\naliases:\n"
                "  - boats-burn\n---\n",
            },
            id="move an article out",
        ),
        pytest.param(
            {"do": "unfold", "sentence": "boats.md#0"},
            {
                "boats-burn.md: unfold: a-b0a75b0a75#0 added": "---\nunfold:\n"
                "  - a-b0a75b0a75#0 Six boats burnt in the harbour of Alma.\n---\n"
            },
            id="unfold",
        ),
        pytest.param(
            {"do": "fold", "sentence": "a-b0a75b0a75#1", "into": "a-b0a75b0a75#0"},
            {
                "boats-burn.md: fold: a-b0a75b0a75#1 into a-b0a75b0a75#0": "---\nfold:\n"
                "  - into: a-b0a75b0a75#0 Six boats burnt in the harbour of Alma.\n    sentences:\n"
                "      - a-b0a75b0a75#1 A pier is lost.\n---\n"
            },
            id="fold",
        ),
    ],
)
def test_an_edit_is_written_as_the_command_writes_it(words, written, server, file):
    lines = [f"content/threads/{line}" for line in written]
    assert say(server, thread="boats-burn", **words) == (200, {"said": lines})
    *_, (line, text) = written.items()
    assert file(line.partition(".md")[0]) == text


def test_an_article_is_split_off_into_a_new_thread(server, file, project, put):
    put(project, {"content/threads/boats-burn.md": "---\ninclude: [wall.md]\n---\n"})
    status, answer = say(server, do="split", thread="boats-burn", article="wall.md", into="the-wall")
    assert (status, answer["said"][-1]) == (200, "content/threads/boats-burn.md: split: wall.md into the-wall")
    assert "into: the-wall\n    articles:\n      - wall.md\n" in (file("boats-burn") or "")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param({"do": "pin", "thread": "boat-burns"}, 'there is no thread "boat-burns". Did you mean '
                     '"boats-burn"?', id="no thread"),
        pytest.param({"do": "burn", "thread": "boats-burn"}, 'there is no edit "burn". Write one of rename, merge, '
                     "move, split, fold, unfold, pin, unpin, hide, show.", id="no edit"),
        pytest.param({"do": "fold", "thread": "boats-burn", "sentence": "boats.md#0"}, '"Under the sentence" is '
                     "empty. Fill it in.", id="nothing to fold under"),
        pytest.param({"do": "unfold", "thread": "boats-burn", "sentence": "wall.md#0"}, '"wall.md#0" names no sentence '
                     'of "boats-burn". `digest explain boats-burn` shows their marks.', id="no sentence of it"),
        pytest.param({"do": "merge", "thread": "boats-burn"}, '"Merge this thread into" is empty. Fill it in.',
                     id="no word"),
        pytest.param({"do": "merge", "thread": "boats-burn", "into": " "},
                     '"Merge this thread into" is empty. Fill it in.', id="an empty word"),
        pytest.param({"do": "rename", "thread": "boats-burn", "title": ""}, '"Title" is empty. Fill it in.',
                     id="no title"),
        pytest.param({"do": "move", "into": "x"}, "the edit names no thread. Load the page again.", id="no thread"),
        pytest.param({"do": "merge", "thread": "boats-burn", "into": "../../x"}, 'there is no thread "../../x". Write '
                     "a thread's slug; `digest list threads` shows them.", id="a path for a slug"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_answered_with_the_reason_and_nothing_is_written(words, line, server, project):
    assert say(server, **words) == (422, {"faults": [line]})
    assert not (project / "content/threads").exists()


def test_all_empty_fields_are_named_at_once_as_the_form_names_them(server):
    assert say(server, do="split", thread="boats-burn", article="", into="") == (
        422, {"faults": ['"Take out the article" is empty. Fill it in.', '"To the thread" is empty. Fill it in.']}
    )  # fmt: skip


def test_the_form_has_the_labels_that_answers_name():
    script = resources.files("digest.publish").joinpath("edit.js").read_text()
    labels = {label for words, _ in EDITS.values() for label in words.values()}
    assert [label for label in sorted(labels) if f'"{label}"' not in script] == []


def test_a_fault_in_a_file_that_would_change_names_its_line(server, project, put):
    put(project, {"content/threads/boats-burn.md": "---\ntitle: The fire\npin: perhaps\n---\n"})
    status, answer = say(server, do="hide", thread="boats-burn")
    assert (status, len(answer["faults"])) == (422, 1)
    assert answer["faults"][0].startswith("content/threads/boats-burn.md:3: ")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"pin"', b'{"do": 1}', b"[" * 9999, b"\xff", b'{"do": ["pin"]}'])
def test_what_is_no_edit_is_refused(body, server):
    status, answer = send(server, body, headers(server))
    assert status == 422
    assert json.loads(answer)["faults"][0].endswith("Load the page again.")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"X-Digest-Token": None}, id="no token"),
        pytest.param({"X-Digest-Token": ""}, id="an empty token"),
        pytest.param({"X-Digest-Token": "x" * 43}, id="another token"),
        pytest.param({"X-Digest-Token": "\xe9"}, id="a token that is not ASCII"),
        pytest.param({"Origin": None}, id="no origin"),
        pytest.param({"Origin": "https://evil.example"}, id="a page of another site"),
        pytest.param({"Origin": "null"}, id="a page that hides where it is from"),
        pytest.param({"Host": "evil.example"}, id="a name that was pointed here"),
        pytest.param({"Content-Type": "text/plain"}, id="what a form of any page can send"),
        pytest.param({"Content-Type": None}, id="no type"),
        pytest.param({"Content-Length": "x"}, id="no length"),
        pytest.param({"Content-Length": "-1"}, id="less than nothing"),
        pytest.param({"Content-Length": "999999999"}, id="a flood"),
    ],
)
def test_whoever_is_no_page_of_this_preview_writes_nothing(other, server, project):
    body = b'{"do": "pin", "thread": "boats-burn"}'
    assert send(server, body, headers(server, **other))[0] == 403
    assert not (project / "content/threads").exists()


def test_elsewhere_nothing_is_taken(server):
    for path in ("/", "/threads/boats-burn/", "/__badge", "/__edit/", "/__edit.js"):
        assert send(server, b"{}", headers(server), path)[0] == 405


def test_a_preview_without_it_takes_no_edits(server):
    with running(other := bound("127.0.0.1", server.server_address[1] + 1, server.site, Bulletin())):
        sent = headers(server) | {name: headers_of(other)[name] for name in ("Host", "Origin")}
        assert send(other, b'{"do": "pin", "thread": "boats-burn"}', sent)[0] == 405


def headers_of(server) -> dict[str, str]:
    host = f"127.0.0.1:{server.server_address[1]}"
    return {"Host": host, "Origin": f"http://{host}"}


def test_each_preview_has_a_token_of_its_own(server):
    tokens = {Editor(list, Board()).token for _ in range(5)} | {server.extras.editor.token}
    assert (len(tokens), min(map(len, tokens))) == (6, 43)


def test_the_token_stands_in_pages_for_readers_and_nowhere_else(server, project):
    def read(path: str, **sent: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=SECONDS)
        with contextlib.closing(connection):
            connection.request("GET", path, headers=sent)
            return connection.getresponse().read()

    token = server.extras.editor.token.encode()
    assert token in read("/threads/boats-burn/", Accept="text/html")
    for path in ("/threads/boats-burn/", "/__edit.js", "/__edit?thread=boats-burn", "/__badge", "/__reload.js"):
        assert token not in read(path)
    assert not any(token in path.read_bytes() for path in project.rglob("*") if path.is_file())


def test_a_page_is_told_what_can_be_edited_of_its_thread(server):
    shown = server.extras.editor.standing("thread=boats-burn")
    article = {"id": shown["articles"][0]["id"], "title": "Boats burn", "path": "content/articles/boats.md"}
    assert {**shown, "others": sorted(each["slug"] for each in shown["others"])} == {
        "thread": "boats-burn", "title": "Boats burn", "pin": False, "hide": False, "articles": [article],
        "others": ["a-wall-for-alma", "bees-return"],
        "sentences": [
            {"place": "s-b0a75b0a75-0", "mark": "a-b0a75b0a75#0", "text": "Six boats burnt in the harbour of Alma.",
             "folded": []},
            {"place": "s-b0a75b0a75-1", "mark": "a-b0a75b0a75#1", "text": "A pier is lost.", "folded": []},
        ],
    }  # fmt: skip
    assert server.extras.editor.standing("thread=xyzzy") is None
    assert server.extras.editor.standing("") is None


def test_noise_never_ends_the_preview(server):
    random = Random(7)
    for _ in range(100):
        body = bytes(random.randrange(256) for _ in range(random.randrange(60)))
        assert send(server, body, headers(server))[0] == 422
    assert say(server, do="pin", thread="boats-burn")[0] == 200
