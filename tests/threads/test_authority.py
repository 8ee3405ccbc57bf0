"""Who put an article where it stands is told by file and line, whatever else the machine thinks of it."""

from datetime import date
from pathlib import Path

import pytest

from digest.model import Article, Origins, Sentence
from digest.threads.authority import decided_by
from digest.threads.curation import read_curation
from digest.threads.lock import Lock
from digest.threads.settings import GroupSettings
from digest.threads.thread import thread


def article(name: str, text: str, given: str | None = None) -> Article:
    return Article(
        f"a-{name * 10}", f"content/articles/{name}.md", text[:30], date(2031, 3, 7), None, (), None, None, None, "en",
        None, None, (), given, None, "published", "excerpt", Origins("front-matter"), (text,),
        (Sentence(text, 0, None),), (),
    )  # fmt: skip


A = article("a", "Fishing boats burnt in the harbour of Port Amber on Friday night.")
B = article("b", "The chess club of Nettlebay won its match against Lower Wick.")
LOCKED = {A.id: "fire", B.id: "chess"}


def placed(folder: Path, *articles: Article, lock: dict[str, str] = LOCKED, **files: str) -> dict[str, str]:
    """Return who put which article, by its letter, of curator's files called by their slugs."""
    for name, text in files.items():
        (folder / f"{name}.md").write_text(f"---\n{text}\n---\n")
    curation, before = read_curation(folder, "content/threads"), Lock(lock)
    threading = thread(articles, curation, before, GroupSettings())
    found = decided_by(threading.threads, curation, before, threading.lock)
    return {name[-1]: why for name, why in found.items()}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param({}, {"a": "kept by the lock", "b": "kept by the lock"}, id="the lock"),
        pytest.param(
            {"fire": "title: Fire\ninclude:\n  - b.md"},
            {"a": "kept by the lock", "b": "include in content/threads/fire.md:4"}, id="an include",
        ),
        pytest.param(
            {"chess": "split:\n  - into: fire\n    articles: [b.md]"},
            {"a": "kept by the lock", "b": "split in content/threads/chess.md:4"}, id="a split",
        ),
        pytest.param(
            {"fire": "merge: [chess]"},
            {"a": "kept by the lock", "b": "kept by the lock, merged from chess by content/threads/fire.md:2"},
            id="a merge",
        ),
        pytest.param(
            {"league": "merge: [chess]", "fire": "merge: [league]\ninclude: [b.md]\nexclude: [a.md]"},
            {"b": "include in content/threads/fire.md:3"}, id="an include against a merge; an article that was let go",
        ),
    ],
)  # fmt: skip
def test_it_is_told_by_the_line_that_says_so(tmp_path, files, told):
    assert placed(tmp_path, A, B, **files) == told


def test_front_matter_is_told_before_the_lock(tmp_path):
    asked = article("c", "A strike closed the salt works of Dunmere.", given="Fire")
    assert placed(tmp_path, A, asked, lock={**LOCKED, asked.id: "fire"}) == {
        "a": "kept by the lock", "c": "thread: in its front matter",
    }  # fmt: skip


def test_a_merge_of_what_the_machine_put_there_now_is_told_alone(tmp_path):
    wanted = placed(tmp_path, A, B, lock={A.id: "fire"}, fire="merge: [the-chess-club-of-nettlebay-wo]")
    assert wanted == {
        "a": "kept by the lock", "b": "merged from the-chess-club-of-nettlebay-wo by content/threads/fire.md:2",
    }  # fmt: skip


def test_of_what_the_machine_put_there_now_nothing_is_told(tmp_path):
    assert placed(tmp_path, A, B, lock={}) == {}
