"""A word of the curator's that contradicts another, or names what a thread has not, is a fault with its line."""

from datetime import date
from pathlib import Path

import pytest

from digest.model import Article, Origins, Sentence, When
from digest.threads.curation import Curation, read_curation
from digest.threads.lock import Lock
from digest.threads.settings import GroupSettings
from digest.threads.thread import Threading, thread

HOMES = {"a": "one", "b": "two", "c": "three"}


def article(name: str, title: str, text: str, *, day: int = 7, lang: str = "en") -> Article:
    return Article(
        f"a-{name * 10}", f"content/articles/{name}.md", title, date(2031, 3, day), None, (), None, None, None, lang,
        None, None, (), None, None, "published", "excerpt", Origins("front-matter"), (text,),
        (Sentence(text, 0, When(f"2031-03-{day:02}", "day", "published")),), (),
    )  # fmt: skip


A = article("a", "Boats burn in Port Amber", "Fishing boats burnt in the harbour of Port Amber until dawn.")
B = article("b", "Hives return", "A keeper counted forty hives near the old mill of Upper Wick.", day=8)
C = article("c", "Chess club wins away", "The chess club of Nettlebay won its match by four boards to two.", day=9)


def curated(folder: Path, **files: str) -> Curation:
    """Return the curation of files called by their slugs, with the front matter given."""
    for name, text in files.items():
        (folder / f"{name}.md").write_text(f"---\n{text}\n---\n")
    return read_curation(folder, "content/threads")


def threaded(*articles: Article, lock: dict[str, str], curation: Curation | None = None) -> Threading:
    slugs = {f"a-{name * 10}": slug for name, slug in lock.items()}
    return thread(articles, curation or Curation({}), Lock(slugs), GroupSettings())


def members(threading: Threading) -> dict[str, str]:
    """Return the letters of the articles of each thread, in their order there."""
    return {each.slug: "".join(article.id[-1] for article in each.articles) for each in threading.threads}


def faults(folder, **files: str) -> list[str]:
    """Return what is said of the curator's files on the threads one (of A), two (of B) and three (of C)."""
    found = threaded(A, B, C, curation=curated(folder, **files), lock=HOMES).faults
    return [str(fault).removeprefix("content/threads/") for fault in found]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            {"one": "pin: true\naliases: [two]"},
            'one.md:3: "two" is the address of a thread, and does not lead to another. '
            "Delete this alias, or merge that thread: `merge: [two]`.",
            id="an alias that is a thread's address",
        ),
        pytest.param(
            {"one": "aliases: [The Blaze]", "two": "aliases:\n- blaze\n- the-blaze"},
            'two.md:4: the address "the-blaze" leads to "one" by content/threads/one.md:2 already. '
            "Delete one of the two.",
            id="an alias of two threads",
        ),
        pytest.param(
            {"one": "aliases: [three]", "two": "merge: [three]"},
            'one.md:2: the address "three" leads to "two" already. Delete one of the two.',
            id="an alias that is merged elsewhere",
        ),
        pytest.param(
            {"one": "merge: [three]", "two": "merge: [three]"},
            'two.md:2: the thread "three" is merged by content/threads/one.md:2 already. '
            "Delete one of the two; the other one counts.",
            id="a thread that two files merge",
        ),
        pytest.param(
            {"one": "merge: [one]"},
            'one.md:2: the thread "one" cannot be merged into itself. Delete this word.',
            id="a thread that is merged into itself",
        ),
        pytest.param(
            {"one": "include: [c.md]", "two": "include: [c.md]"},
            'two.md:2: "c.md" is to be in "two", and by content/threads/one.md:2 in "one". '
            "Delete one of the two; this one counts.",
            id="an article that two files include",
        ),
        pytest.param(
            {"three": "include: [b.md]\nsplit: [{into: one, articles: [b.md]}]"},
            'three.md:3: "b.md" is to be in "one", and by content/threads/three.md:2 in "three". '
            "Delete one of the two; this one counts.",
            id="an article that is included and split off",
        ),
        pytest.param(
            {"one": "include: [c.md]\nexclude: [c.md]"},
            'one.md:2: "c.md" is to be in "one", and content/threads/one.md:3 excludes it. '
            "Delete one of the two; `exclude` counts.",
            id="an article that is included and excluded",
        ),
        pytest.param(
            {"two": "include: [c.md]", "one": "merge: [two]\nexclude: [c.md]"},
            'two.md:2: "c.md" is to be in "two", and content/threads/one.md:3 excludes it. '
            "Delete one of the two; `exclude` counts.",
            id="an article that is included in what is merged, and excluded there",
        ),
        pytest.param(
            {"one": "pin: true\ndays:\n  2031-03-07: {title: Fire}\n  2031-05-09: {title: Trial, note: Later.}"},
            "one.md:5: the thread has no day 2031-05-09. Write a day that the thread's page shows, or delete it.",
            id="a word on a day that the thread has not",
        ),
        pytest.param(
            {"one": "at_a_glance:\n- text: It burnt.\n  from: [c.md]"},
            'one.md:4: "c.md" is in the thread "three", and bears out no line here. '
            "Name an article of this thread, or move that one here.",
            id="a line at a glance that an article of another thread bears out",
        ),
    ],
)
def test_what_contradicts_or_dangles_is_told_with_its_line(files, said, tmp_path):
    assert faults(tmp_path, **files) == [said]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"one": "aliases: [three]\nmerge: [three]"}, id="an alias that is merged here"),
        pytest.param({"one": "aliases: [one, blaze, Blaze]"}, id="an alias said twice, and the thread's own address"),
        pytest.param({"one": "merge: [three, three]"}, id="a merge said twice"),
        pytest.param({"one": "include: [c.md]", "two": "split: [{into: one, articles: [c.md]}]"}, id="one aim"),
        pytest.param({"two": "aliases: [one]", "one": "merge: [two]"}, id="an alias of what was merged"),
    ],
)
def test_what_agrees_is_no_fault(files, tmp_path):
    assert faults(tmp_path, **files) == []


def test_a_line_at_a_glance_without_a_mark_of_the_thread_is_not_shown(tmp_path):
    text = "at_a_glance: [{text: It burnt., from: [c.md]}, {text: It was out., from: [c.md, a.md]}]"
    found = threaded(A, C, curation=curated(tmp_path, one=text), lock=HOMES)
    glance = next(each.glance for each in found.threads if each.slug == "one")
    assert [(line.text, line.articles) for line in glance] == [("It was out.", (A.id,))]


@pytest.mark.parametrize(
    ("files", "lock"),
    [
        pytest.param({"one": "aliases: [Boats burn in Port Amber]"}, {"c": "one"}, id="an alias"),
        pytest.param(
            {"one": "merge: [boats-burn-in-port-amber]"},
            {"c": "one", "x": "boats-burn-in-port-amber"},
            id="a merged thread whose articles are gone",
        ),
    ],
)
def test_an_old_address_is_not_given_to_another_story(files, lock, tmp_path):
    curation = curated(tmp_path, **files)
    first = threaded(A, C, curation=curation, lock=lock)
    assert members(first) == {"one": "c", "boats-burn-in-port-amber-aaaaaaaaaa": "a"}
    assert [each.aliases for each in first.threads] == [("boats-burn-in-port-amber",), ()]
    assert thread([A, C], curation, first.lock, GroupSettings()) == first


def test_a_name_with_an_id_that_is_taken_too_gets_a_number():
    taken = {"b": "news", "c": "news-aaaaaaaaaa"}
    found = threaded(article("a", "News", "Zehn Boote brannten."), B, C, lock=taken)
    assert members(found)["news-aaaaaaaaaa-2"] == "a"


def test_an_address_that_two_threads_claim_leads_to_the_first(tmp_path):
    curation = curated(tmp_path, one="aliases: [blaze]", two="aliases: [blaze]")
    found = threaded(A, B, curation=curation, lock=HOMES)
    assert {each.slug: each.aliases for each in found.threads} == {"one": ("blaze",), "two": ()}


def test_without_a_word_nothing_is_said():
    assert threaded(A, B, C, lock=HOMES).faults == ()
