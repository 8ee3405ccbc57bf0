"""Which sentences a thread's file folds or unfolds, when articles are edited, and what is said of a word in vain."""

from datetime import date
from pathlib import Path

import pytest

from digest.model import Article, Mark, Origins, Ruling, Sentence
from digest.threads.curation import read_curation
from digest.threads.lock import Lock
from digest.threads.sentences import spelled
from digest.threads.settings import GroupSettings
from digest.threads.thread import Threading, thread

BOATS = ("Two boats burnt.", "Nobody was hurt.", "The quay is closed.")
PATH = "content/threads/fire.md"
MEND = "Write it as `digest explain` shows it now, or delete it."


def identity(name: str) -> str:
    return f"a-{name * 10}"


def article(name: str, texts: tuple[str, ...] = BOATS, home: str = "fire") -> Article:
    return Article(
        identity(name), f"content/articles/{name}.md", f"Headline {name}", date(2031, 3, 7), None, (), None, None, None,
        "en", None, None, (), home, None, "published", "excerpt", Origins("front-matter"), texts,
        tuple(Sentence(text, number, None) for number, text in enumerate(texts)), (),
    )  # fmt: skip


def threaded(folder: Path, *articles: Article, **files: str) -> Threading:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(f"---\n{text}\n---\n")
    return thread(articles, read_curation(folder, "content/threads"), Lock({}), GroupSettings())


def ruled(threading: Threading) -> list[tuple[str, str | None, int]]:
    """Return what is ruled in the thread "fire": each sentence, the one that it goes under, the line that says so."""
    fire = next(each for each in threading.threads if each.slug == "fire")
    return [(_short(each.mark), each.into and _short(each.into), each.line) for each in fire.rulings]


def _short(mark: Mark) -> str:
    return f"{mark.article[-1]}{mark.number}"


def test_each_word_is_about_a_sentence_and_knows_its_line(tmp_path):
    found = threaded(
        tmp_path, article("a"), article("b"),
        fire="fold:\n- into: a-aaaaaaaaaa#0 Two boats burnt.\n  sentences:\n  - b.md#0 Two boats burnt.\n"
        "  - b.md#2\nunfold: b.md#1",
    )  # fmt: skip
    first = Mark(identity("a"), 0)
    assert found.threads[0].rulings == (
        Ruling(Mark(identity("b"), 0), first, PATH, 5),
        Ruling(Mark(identity("b"), 1), None, PATH, 7),
        Ruling(Mark(identity("b"), 2), first, PATH, 6),
    )
    assert found.faults == ()


@pytest.mark.parametrize(
    ("words", "texts", "number"),
    [
        pytest.param("#1 Nobody was hurt.", BOATS, 1, id="as it was"),
        pytest.param("#1 Nobody was hurt.", ("Dense smoke rose.", *BOATS), 2, id="a sentence came before it"),
        pytest.param("#1 Nobody was hurt.", BOATS[1:], 0, id="a sentence before it is gone"),
        pytest.param("#1 Nobody was hurt.", (BOATS[1], BOATS[1]), 1, id="the same words twice, and one at its number"),
        pytest.param("#4 Nobody was hurt.", (BOATS[1], BOATS[1]), None, id="the same words twice, elsewhere"),
        pytest.param("#1 Nobody was hurt.", ("Two boats burnt.", "Five were hurt."), None, id="other words"),
        pytest.param("#1 Nobody was…", BOATS, 1, id="the beginning"),
        pytest.param("#1 Nobody was…", ("Smoke rose.", *BOATS), 2, id="the beginning, at another number"),
        pytest.param("#0 Two boats burnt.", ("ALMA (Post) – Two boats burnt.",), 0, id="without the place"),
        pytest.param("#0 Two boats burnt.", ("Two boats burnt. Five died.",), None, id="more was added"),
        pytest.param("#2", BOATS, 2, id="a number alone"),
        pytest.param("#3", BOATS, None, id="a number that no sentence has"),
        pytest.param("#999999 Nobody was hurt.", BOATS, 1, id="a number out of all bounds"),
    ],
)
def test_the_words_decide_where_an_article_was_edited(words, texts, number, tmp_path):
    found = threaded(tmp_path, article("a", texts), fire=f"pin: true\nunfold: ['a.md{words}']")
    assert ruled(found) == ([] if number is None else [(f"a{number}", None, 3)])
    what = f'{PATH}:3: "a.md{words}" is no sentence of content/articles/a.md, or no longer. {MEND}'
    assert [str(fault) for fault in found.faults] == ([what] if number is None else [])
    assert found.threads[0].word.pin


def test_a_sentence_is_named_as_it_is_found_again(tmp_path):
    texts = ("Two boats: burnt.", "Six " + "boats and " * 50 + "no more.", "“Hash” # is – no comment.")
    names = [spelled(article("a", texts), number) for number in range(3)]
    assert [names[0], names[1][-10:], len(names[1]) < 320] == ["a-aaaaaaaaaa#0 Two boats: burnt.", "and boats…", True]
    listed = "".join(f"\n- '{name}'" for name in names)
    assert ruled(threaded(tmp_path, article("a", texts), fire=f"unfold:{listed}")) == [
        ("a0", None, 3), ("a1", None, 4), ("a2", None, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "left", "message"),
    [
        pytest.param(
            "unfold: x.md#0",
            [],
            '2: there is no article "x.md". Write an article\'s id, path or file name; `digest list articles` shows '
            "them.",
            id="no article",
        ),
        pytest.param(
            "unfold: c.md#0 Two boats burnt.",
            [],
            '2: "c.md#0 Two boats burnt." is of an article in the thread "wall". Name a sentence of this thread, or '
            "delete this word.",
            id="an article of another thread",
        ),
        pytest.param(
            "fold:\n- into: a.md#9\n  sentences: b.md#0",
            [],
            f'3: "a.md#9" is no sentence of content/articles/a.md, or no longer. {MEND}',
            id="no sentence to fold under",
        ),
        pytest.param(
            "fold:\n- into: a.md#0\n  sentences: b.md#0\nunfold: b.md#0",
            [("b0", None, 5)],
            f"4: a-bbbbbbbbbb#0 is told on its own by {PATH}:5, so it is not folded. Delete one of the two.",
            id="folded and unfolded",
        ),
        pytest.param(
            "fold:\n- into: a.md#0\n  sentences: b.md#0\n- into: a.md#1\n  sentences: [b.md#0, b.md#1]",
            [("b0", "a0", 4), ("b1", "a1", 6)],
            f"6: a-bbbbbbbbbb#0 is folded under a-aaaaaaaaaa#0 by {PATH}:4 already. Delete one of the two.",
            id="folded twice",
        ),
        pytest.param(
            "fold:\n- into: a.md#0\n  sentences: a.md#0",
            [],
            "4: sentences are folded in a circle: a-aaaaaaaaaa#0, a-aaaaaaaaaa#0. Delete one of these words.",
            id="under itself",
        ),
        pytest.param(
            "fold:\n- into: a.md#0\n  sentences: b.md#0\n- into: b.md#0\n  sentences: a.md#1\n"
            "- into: a.md#1\n  sentences: a.md#0",
            [("a1", "b0", 6), ("b0", "a0", 4)],
            "8: sentences are folded in a circle: a-aaaaaaaaaa#0, a-aaaaaaaaaa#1, a-bbbbbbbbbb#0, a-aaaaaaaaaa#0. "
            "Delete one of these words.",
            id="in a circle",
        ),
    ],
)
def test_a_word_in_vain_is_named_with_its_line_and_the_others_count(words, left, message, tmp_path):
    found = threaded(tmp_path, article("a"), article("b"), article("c", home="wall"), fire=words)
    assert [str(fault) for fault in found.faults] == [f"{PATH}:{message}"]
    assert ruled(found) == left


def test_what_is_said_twice_of_one_sentence_needs_no_second_word(tmp_path):
    found = threaded(
        tmp_path, article("a"),
        fire="fold:\n- into: a.md#0\n  sentences: [a.md#1, a.md#1 Nobody was hurt.]\nunfold: [a.md#2, a.md#2]",
    )  # fmt: skip
    assert (ruled(found), found.faults) == ([("a1", "a0", 4), ("a2", None, 5)], ())


def test_the_words_of_a_merged_thread_go_with_its_articles(tmp_path):
    found = threaded(
        tmp_path, article("a"), article("b", home="blaze"),
        fire="merge: [blaze]\nunfold: a.md#0", blaze="fold:\n- into: b.md#0\n  sentences: b.md#2",
    )  # fmt: skip
    assert (ruled(found), found.faults) == ([("a0", None, 3), ("b2", "b0", 4)], ())
