"""The law of building again, in one process or in many: whatever was edited, it makes what a first build would make."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from digest.build import build, compose
from digest.config import read_config
from digest.model import Article, RawArticle, Story
from digest.pages import keyedviews
from digest.pages.abstracts import Abstract
from digest.pages.threadviews import CardView, PartsView, ThreadView
from digest.project import open_project
from digest.tools import files
from digest.tools.cache import NO_CACHE, Cache
from digest.tools.means import PLAIN, Means
from digest.tools.memo import Memo
from digest.tools.progress import SILENT, Timings

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


def link(root: Path, name: str, target: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).symlink_to(target)


ENTRY = "<item><title>On the quay</title><guid>w1</guid><pubDate>Fri, 07 Mar 2031 08:00:00 GMT</pubDate>"
SAYS = "<description>Two boats sank.</description></item>"
FEED = f'<rss version="2.0"><channel><title>Wire</title>{ENTRY}{SAYS}</channel></rss>'
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
    "an article that may be shown whole": lambda root: edit(
        root, "content/articles/rain.md", "\ndate:", "\nrights: full\ndate:"
    ),
    "a stamp of a later edition": lambda root: edit(root, "content/threads.lock", "2031-03-06\n", "2031-03-26\n"),
    "a feed": lambda root: write(root, "content/articles/wire.xml", FEED),
    "its entry once more, corrected": lambda root: write(
        root, "content/articles/wire-2.xml", FEED.replace("Two boats", "Six boats")
    ),
    "a link to nothing among the templates": lambda root: link(root, "templates/.#home.html", "nobody@nowhere"),
    "plans": lambda root: edit(root, "content/articles/vote.md", "1931.", "1931. It will close on 2 April 2031."),
    "a page of the site changed by hand": lambda root: edit(root, "site/index.html", "<body", "<body hidden"),
    "a page of the site gone": lambda root: (root / "site/index.html").unlink(),
    "the cache gone": lambda root: shutil.rmtree(root / ".digest-cache", ignore_errors=True),
    "the cache damaged": lambda root: write(root, CACHE, "no database"),
}
CACHE = ".digest-cache/results.sqlite"
WAYS = ("one process", "a process each", "a preview that begins where a build ended")


def builder(way: str, root: Path) -> Callable[[], Means]:
    """Return what gives the means of each build."""
    memo, cache = Memo(), Cache(root / CACHE)
    if way == "a process each":
        return lambda: Means(Cache(root / CACHE))
    if way == "one process":
        return lambda: Means(memo=memo)
    made(root, Means(Cache(root / CACHE)), "site")
    return lambda: Means(cache, memo)


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_a_build_makes_what_a_first_one_makes(name, digest):
    again = builder("a process each", digest)
    made(digest, again(), "site")
    EDITS[name](digest)
    assert made(digest, again(), "site") == made(digest, PLAIN, "anew")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(2))
def test_after_every_edit_in_any_order_too(seed, way, digest):
    again, order = builder(way, digest), random.Random(seed).sample([*EDITS], len(EDITS))
    made(digest, again(), "site")
    for name in order:
        EDITS[name](digest)
        shutil.rmtree(digest / "anew", ignore_errors=True)
        assert made(digest, again(), "site") == made(digest, PLAIN, "anew"), (name, order)


def test_what_another_process_tells_of_the_same_thread_is_not_taken_for_ours(digest):
    cache, memo = Cache(digest / CACHE), Memo()
    made(digest, Means(cache), "site")
    made(digest, Means(cache, memo), "site")  # a preview, which has not read the stories
    EDITS["a sentence more"](digest)
    compose(open_project(digest), read_config(open_project(digest)), Means(Cache(digest / CACHE)))  # `digest list`
    edit(digest, "content/articles/fire.md", " The quay is closed.", "")
    EDITS["a template"](digest)
    assert made(digest, Means(cache, memo), "site") == made(digest, PLAIN, "anew")


def test_a_part_of_the_articles_by_itself_changes_nothing_for_the_whole(digest):
    write(digest, "content/articles/2031/note.txt", "A note\nby Ada Alm\nThe quay of Alma was closed on Friday.\n")
    part = open_project(digest, digest / "content/articles/2031", digest / "part")
    build(part, read_config(part), means=Means(Cache(digest / CACHE)))
    assert made(digest, Means(Cache(digest / CACHE)), "site") == made(digest, PLAIN, "anew")


@pytest.mark.parametrize("most", [0, 1, 2])
def test_however_few_records_fit_into_the_memory_the_site_is_the_same(most, digest, monkeypatch):
    for kind in (RawArticle, Article, Story, Abstract, ThreadView, CardView, PartsView):
        monkeypatch.setattr(kind, "MOST", most, raising=False)
    first = made(digest, Means(Cache(digest / CACHE)), "site")
    EDITS["a sentence more"](digest)
    again = made(digest, Means(Cache(digest / CACHE)), "site")
    monkeypatch.undo()
    assert again == made(digest, PLAIN, "anew")
    assert again != first


def test_a_build_of_its_own_lays_out_and_renders_only_what_an_edit_touches(digest, monkeypatch):
    made(digest, Means(Cache(digest / CACHE)), "site")
    EDITS["a sentence more"](digest)
    told: list[str] = []
    retell = keyedviews.retell
    monkeypatch.setattr(
        keyedviews, "retell", lambda story, *more: told.append(story.thread.slug) or retell(story, *more)
    )
    means = Means(Cache(digest / CACHE), progress=Timings(SILENT))
    made(digest, means, "site")
    assert set(told) == {"about-fire"}
    by_stage = {each.stage: (each.things, each.known) for each in means.progress.stages}
    assert by_stage["read"] == (4, 3)
    assert by_stage["clean"] == (4, 3)
    assert by_stage["tell"] == (3, 2)
    pages, stood = by_stage["render and write"]
    assert 0 < pages - stood < pages / 2


def test_only_what_an_edit_touches_is_made_again(digest):
    again = Means(NO_CACHE, Memo())
    before = made(digest, again, "site")
    EDITS["a sentence more"](digest)
    project = open_project(digest)
    changed = build(project, read_config(project), means=again).written.changed
    assert "threads/about-fire/index.html" in changed
    assert not [path for path in changed if path.startswith(("threads/about-rain/", "threads/about-vote/"))]
    assert {*changed} < {*before}
