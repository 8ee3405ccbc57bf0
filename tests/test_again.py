"""The law of a process that builds again and again: whatever was edited, it makes what a first build would make."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from digest.build import build
from digest.config import open_project, read_config
from digest.tools import files
from digest.tools.cache import NO_CACHE
from digest.tools.means import PLAIN, Means
from digest.tools.memo import Memo

ARTICLES = {
    "fire": "Boats burnt in the harbour of Alma on Monday. Five people were hurt, officials said.",
    "fire-two": "Boats burnt in the harbour of Alma on Monday. Six people were hurt, the mayor said on Tuesday.",
    "vote": "The council of Bergen votes on the bridge on Friday. The bridge has stood since 1931.",
    "rain": "Rain flooded three streets of Cove on Sunday.",
}


def article(name: str, body: str, day: int, more: str = "") -> str:
    return f"---\ntitle: About {name}\ndate: 2031-03-{day:02d}\nsource: post\n{more}---\n\n{body}\n"


@pytest.fixture
def digest(tmp_path, monkeypatch) -> Path:
    """Return a project, whose files are known by their stamps however short ago they were written."""
    monkeypatch.setattr(files, "COARSEST", -1_000_000_000_000)
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "digest.yaml").write_text("title: Alma\nbase_url: https://example.org/\n")
    for number, (name, body) in enumerate(ARTICLES.items(), 3):
        (tmp_path / f"content/articles/{name}.md").write_text(article(name, body, number))
    return tmp_path


def made(root: Path, means: Means, output: str) -> dict[str, bytes]:
    project = replace(open_project(root), output=root / output)
    build(project, read_config(project), means=means)
    found = sorted((root / output).rglob("*"))
    return {path.relative_to(root / output).as_posix(): path.read_bytes() for path in found if path.is_file()}


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text()
    assert old in text
    (root / name).write_text(text.replace(old, new))


EDITS = {
    "nothing": lambda _: None,
    "a sentence more": lambda root: edit(root, "content/articles/fire.md", "said.", "said. The quay is closed."),
    "another day": lambda root: edit(root, "content/articles/rain.md", "2031-03-06", "2031-03-09"),
    "another title": lambda root: edit(root, "content/articles/vote.md", "About vote", "A vote"),
    "a tag": lambda root: edit(root, "content/articles/vote.md", "\ndate:", "\ntags: [council]\ndate:"),
    "another source": lambda root: edit(root, "content/articles/rain.md", "source: post", "source: Coast Wire"),
    "a draft": lambda root: edit(root, "content/articles/rain.md", "\ndate:", "\nstatus: draft\ndate:"),
    "taken back": lambda root: edit(root, "content/articles/fire.md", "\ndate:", "\nstatus: retracted\ndate:"),
    "an article more": lambda root: write(root, "content/articles/new.md", article("new", ARTICLES["fire"], 10)),
    "an article less": lambda root: (root / "content/articles/fire-two.md").unlink(),
    "front matter broken": lambda root: edit(root, "content/articles/vote.md", "\ndate:", "\nauthor: [\ndate:"),
    "a thread pinned": lambda root: write(root, "content/threads/about-rain.md", "---\npin: true\n---\n"),
    "a thread renamed": lambda root: write(root, "content/threads/about-rain.md", "---\ntitle: Flood\n---\nA note.\n"),
    "a thread hidden": lambda root: write(root, "content/threads/about-vote.md", "---\nhide: true\n---\n"),
    "a page of the curator's": lambda root: write(root, "content/pages/about.md", "---\ntitle: We\n---\nHello.\n"),
    "an outlet": lambda root: write(root, "content/sources.yaml", "post:\n  name: Harbour Post\n  weight: 2\n"),
    "a correction": lambda root: write(root, "content/corrections.yaml", "- date: 2031-03-08\n  text: It was six.\n"),
    "another language": lambda root: edit(root, "digest.yaml", "title: Alma", "title: Alma\nlanguage: de"),
    "no address": lambda root: edit(root, "digest.yaml", "base_url: https://example.org/\n", ""),
    "a template": lambda root: write(
        root, "templates/home.html", "{% extends 'shipped/home.html' %}{% block title %}Mine{% endblock %}\n"
    ),
    "a template that lists every address": lambda root: write(
        root,
        "templates/404.html",
        "{% extends 'shipped/404.html' %}{% block main %}{{ addresses | sort }}{% endblock %}\n",
    ),
    "a style": lambda root: write(root, "templates/assets/style.css", "body { color: red }\n"),
    "a file as it is": lambda root: write(root, "static/CNAME", "example.org\n"),
}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_process_makes_what_a_first_build_makes(name, digest):
    again = Means(memo=Memo())
    made(digest, again, "site")
    EDITS[name](digest)
    assert made(digest, again, "site") == made(digest, PLAIN, "anew")


@pytest.mark.parametrize("seed", range(3))
def test_after_every_edit_in_any_order_too(seed, digest):
    again, order = Means(memo=Memo()), random.Random(seed).sample([*EDITS], len(EDITS))
    for name in order:
        EDITS[name](digest)
        shutil.rmtree(digest / "anew", ignore_errors=True)
        assert made(digest, again, "site") == made(digest, PLAIN, "anew"), (name, order)


def test_only_what_an_edit_touches_is_made_again(digest):
    again = Means(NO_CACHE, Memo())
    before = made(digest, again, "site")
    EDITS["a sentence more"](digest)
    project = open_project(digest)
    changed = build(project, read_config(project), means=again).written.changed
    assert "threads/about-fire/index.html" in changed
    assert not [path for path in changed if path.startswith(("threads/about-rain/", "threads/about-vote/"))]
    assert {*changed} < {*before}
