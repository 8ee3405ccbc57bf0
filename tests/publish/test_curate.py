"""A curator's edits are written so that the next build has what was wanted, whatever was said before."""

import json
import os
from random import Random

import pytest

from digest.build import compose
from digest.config import read_config
from digest.errors import UsageError
from digest.project import open_project
from digest.publish.curate import curate, survey
from digest.threads import edit, folding

ARTICLES = {
    "boats.md": ("Boats burn in Alma harbour", "Six boats burnt in the harbour of Alma."),
    "inquiry.md": ("Magistrate opens inquiry", "A magistrate opened an inquiry into the blaze."),
    "wall.md": ("Town council votes for a wall", "The council voted for a breakwater of stone."),
    "2031/bees.md": ("Bees return to the orchard", "A keeper counted forty hives near the mill."),
    "2032/bees.md": ("Beekeepers elect Ada Alm", "Ada Alm was elected by the keepers of bees."),
}
HOMES = {"boats.md": "fire", "inquiry.md": "fire", "wall.md": "wall", "2031/bees.md": "bees", "2032/bees.md": "bees"}


@pytest.fixture
def project(tmp_path, put, digest):
    texts = {
        f"content/articles/{name}": f"---\ntitle: {title}\nlink: https://post.example/{name}\nsource: Harbour Post\n"
        f"date: 2031-03-07\nlang: en\n---\n{text}\n"
        for name, (title, text) in ARTICLES.items()
    }
    put(tmp_path, {"digest.yaml": "title: Alma\n", **texts})
    rows = map(json.loads, digest("-q", "-C", tmp_path, "list", "articles", "--json").stdout.splitlines())
    ids = {row["path"].removeprefix("content/articles/"): row["id"] for row in rows}
    lock = "".join(f"{ids[name]} {home}\n" for name, home in HOMES.items())
    return put(tmp_path, {"content/threads.lock": lock})


@pytest.fixture
def threads(project, digest):
    """Return a function that returns which articles are in which thread, and what a build has to say of it."""

    def listed() -> tuple[dict[str, list[str]], str]:
        done = digest("-q", "-C", project, "list", "threads", "--json")
        rows = map(json.loads, digest("-q", "-C", project, "list", "articles", "--json").stdout.splitlines())
        names = {row["id"]: row["path"].removeprefix("content/articles/") for row in rows}
        found = map(json.loads, done.stdout.splitlines())
        return {row["slug"]: sorted(names[one] for one in row["articles"]) for row in found}, done.stderr

    return listed


@pytest.fixture
def say(project):
    """Return a function that carries out one of the edits, and returns what is said of it."""

    def run(name: str, *words: object) -> list[str]:
        here = open_project(project)
        return curate(
            here, read_config(here), lambda now: (getattr(edit, name, None) or getattr(folding, name))(now, *words)
        )

    return run


@pytest.fixture(params=[False, True], ids=["at once", "after a build"])
def built(request, project, digest):
    """Return a function that builds the project, in one of two tests, so that the lock knows of the last edit."""
    return lambda: digest("-q", "-C", project, "build") if request.param else None


@pytest.fixture
def file(project):
    """Return a function that returns the file of a thread, or None where there is none."""

    def read(slug: str) -> str | None:
        path = project / f"content/threads/{slug}.md"
        return path.read_text() if path.exists() else None

    return read


BEES = ["2031/bees.md", "2032/bees.md"]


class TestMerge:
    def test_brings_all_articles_together(self, say, threads, file):
        assert say("merge", "fire", ["wall"]) == ["content/threads/fire.md: merge: wall added"]
        assert file("fire") == "---\nmerge:\n  - wall\n---\n"
        assert threads() == ({"bees": BEES, "fire": ["boats.md", "inquiry.md", "wall.md"]}, "")

    def test_said_twice_changes_nothing(self, say, file):
        say("merge", "fire", ["wall"])
        assert say("merge", "fire", ["wall", "bees"]) == [
            "content/threads/fire.md: merge: bees added",
            '"wall" is merged into "fire" already.',
        ]
        assert file("fire") == "---\nmerge:\n  - wall\n  - bees\n---\n"

    @pytest.mark.parametrize(
        ("into", "others", "message"),
        [
            pytest.param("fire", ["fire"], '"fire" cannot be merged into itself. Name another thread.', id="itself"),
            pytest.param(
                "wall",
                ["bees"],
                '"wall" is merged into "bees": this would be a circle. Take it out of that thread\'s `merge` first.',
                id="a circle",
            ),
            pytest.param(
                "wall", ["fire"], '"wall" is merged into "bees". Name that thread instead.', id="a merged one"
            ),
            pytest.param(
                "fire",
                ["wall", "bes", "xyzzy"],
                '"wall" is merged into "bees" already. Name that thread instead.\n'
                'there is no thread "bes". Did you mean "bees"?\n'
                'there is no thread "xyzzy". Write a thread\'s slug; `digest list threads` shows them.',
                id="all that cannot be, at once",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, into, others, message, say, file):
        say("merge", "bees", ["wall"])
        with pytest.raises(UsageError) as raised:
            say("merge", into, others)
        assert (str(raised.value), file("fire"), file("wall")) == (message, None, None)


class TestUnmerge:
    def test_gives_the_threads_back_what_they_had(self, say, threads, file, project, digest):
        before = threads()
        say("merge", "fire", ["wall", "bees"])
        digest("-q", "-C", project, "build")
        assert say("unmerge", "fire", ["wall"]) == ["content/threads/fire.md: merge: wall dropped"]
        assert file("fire") == "---\nmerge:\n  - bees\n---\n"
        say("unmerge", "fire", ["bees"])
        assert threads() == before

    @pytest.mark.parametrize(
        ("into", "others", "message"),
        [
            pytest.param(
                "fire",
                ["wall", "xyzzy"],
                '"wall" is merged into "bees", not into "fire". Name that thread instead.\n'
                '"xyzzy" is merged into no thread. `merge:` in a thread\'s file names those that are.',
                id="what is not merged there",
            ),
            pytest.param(
                "wall",
                ["bees"],
                '"bees" is merged into no thread. `merge:` in a thread\'s file names those that are.',
                id="the wrong way round",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, into, others, message, say):
        say("merge", "bees", ["wall"])
        with pytest.raises(UsageError) as raised:
            say("unmerge", into, others)
        assert str(raised.value) == message


class TestSplit:
    def test_takes_articles_into_a_new_thread(self, say, threads, file):
        assert say("split", "fire", "fire-inquiry", ["inquiry.md"]) == [
            "content/threads/fire.md: split: inquiry.md into fire-inquiry"
        ]
        assert file("fire") == "---\nsplit:\n  - into: fire-inquiry\n    articles:\n      - inquiry.md\n---\n"
        assert threads() == (
            {"bees": BEES, "fire": ["boats.md"], "fire-inquiry": ["inquiry.md"], "wall": ["wall.md"]},
            "",
        )

    def test_said_twice_changes_nothing(self, say, file):
        say("split", "fire", "fire-inquiry", ["inquiry.md"])
        once = file("fire")
        assert say("split", "fire", "fire-inquiry", ["inquiry.md"]) == ['"inquiry.md" is in "fire-inquiry" already.']
        assert file("fire") == once

    def test_more_articles_join_those_that_were_split_before(self, say, threads, file):
        say("merge", "fire", ["wall"])
        say("split", "fire", "news", ["inquiry.md"])
        assert say("split", "fire", "news", ["wall.md"]) == ["content/threads/fire.md: split: wall.md into news"]
        assert file("fire") == (
            "---\nmerge:\n  - wall\nsplit:\n  - into: news\n    articles:\n      - inquiry.md\n      - wall.md\n---\n"
        )
        assert threads()[0] == {"bees": BEES, "fire": ["boats.md"], "news": ["inquiry.md", "wall.md"]}

    def test_drops_what_would_keep_the_articles_where_they_are(self, say, threads, file, put, project):
        put(project, {
            "content/threads/fire.md": "---\ninclude: [inquiry.md, boats.md]\n---\n",
            "content/threads/wall.md": "---\nexclude:\n- inquiry.md  # not yet\n- boats.md\n---\nA note.",
        })  # fmt: skip
        assert say("split", "fire", "wall", ["inquiry.md"]) == [
            "content/threads/fire.md: include: inquiry.md dropped",
            "content/threads/wall.md: exclude: inquiry.md dropped",
            "content/threads/fire.md: split: inquiry.md into wall",
        ]
        assert file("wall") == "---\nexclude:\n- boats.md\n---\nA note."
        assert threads() == ({"bees": BEES, "fire": ["boats.md"], "wall": ["inquiry.md", "wall.md"]}, "")

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            pytest.param(
                ("fire", "new", ["wall.md", "boats.md"]),
                '"wall.md" is in "wall", not in "fire". Name articles of that thread only.',
                id="an article of another thread",
            ),
            pytest.param(
                ("fire", "new", ["boats.md", "inquiry.md"]),
                'these are all articles of "fire", whose address would be lost. Leave one of them there.',
                id="all articles",
            ),
            pytest.param(
                ("fire", "fire", ["boats.md"]),
                '"fire" cannot be split into itself. Name another thread, or a new slug.',
                id="into itself",
            ),
            pytest.param(
                ("fire", "The Inquiry", ["boats.md"]), '"The Inquiry" is no slug. Write the-inquiry.', id="no slug"
            ),
            pytest.param(
                ("fire", "new", ["boots.md", "bees.md", "xyzzy"]),
                'there is no article "boots.md". Did you mean "boats.md"?\n'
                '"bees.md" means {bees}. Write the id of the one you mean.\n'
                'there is no article "xyzzy". Write an article\'s id, path or file name; `digest list articles` shows '
                "them.",
                id="all names that mean no article, or several, at once",
            ),
            pytest.param(
                ("fir", "new", ["boats.md"]), 'there is no thread "fir". Did you mean "fire"?', id="no thread"
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, words, message, say, project):
        lock = (project / "content/threads.lock").read_text()
        bees = ", ".join(sorted(line.split()[0] for line in lock.splitlines() if line.endswith(" bees")))
        with pytest.raises(UsageError) as raised:
            say("split", *words)
        assert str(raised.value) == message.format(bees=bees)
        assert not (project / "content/threads").exists()


class TestMove:
    def test_puts_articles_into_another_thread(self, say, threads, file):
        assert say("move", ["content/articles/inquiry.md", "2031/bees.md"], "wall") == [
            "content/threads/wall.md: include: inquiry.md, 2031/bees.md added"
        ]
        assert file("wall") == "---\ninclude:\n  - inquiry.md\n  - 2031/bees.md\n---\n"
        expected = {"bees": ["2032/bees.md"], "fire": ["boats.md"], "wall": ["2031/bees.md", "inquiry.md", "wall.md"]}
        assert threads() == (expected, "")

    def test_into_the_thread_where_it_is_changes_nothing(self, say, file):
        assert say("move", ["boats.md"], "fire") == ['"boats.md" is in "fire" already.']
        assert file("fire") is None

    def test_there_and_back_is_as_before(self, say, threads, file):
        before = threads()
        say("move", ["inquiry.md"], "wall")
        assert say("move", ["inquiry.md"], "fire") == [
            "content/threads/wall.md: include: inquiry.md dropped",
            "content/threads/fire.md: include: inquiry.md added",
        ]
        assert (threads(), file("wall")) == (before, "---\n---\n")

    def test_undoes_a_split(self, say, threads):
        before = threads()
        say("split", "fire", "fire-inquiry", ["inquiry.md"])
        say("move", ["inquiry.md"], "fire")
        assert threads() == before

    def test_leaves_the_address_of_a_thread_without_articles(self, say, project, digest):
        assert say("move", ["wall.md"], "fire") == [
            "content/threads/fire.md: include: wall.md added",
            "content/threads/fire.md: aliases: wall added",
        ]
        digest("-q", "-C", project, "build")
        assert "fire" in (project / "site/threads/wall/index.html").read_text()

    def test_back_to_a_thread_that_lost_all_articles_gives_it_its_address_again(self, say, threads, file, built):
        before = threads()
        say("move", ["wall.md"], "fire")
        built()
        assert say("move", ["wall.md"], "wall") == [
            "content/threads/fire.md: include: wall.md dropped",
            "content/threads/wall.md: include: wall.md added",
            "content/threads/fire.md: aliases: wall dropped",
        ]
        assert (threads(), file("fire")) == (before, "---\n---\n")

    def test_of_what_stood_in_a_thread_and_of_that_thread_itself_loses_no_address(self, say, threads, file):
        say("move", ["wall.md"], "fire")
        say("move", ["boats.md", "inquiry.md", "wall.md"], "wall")
        assert threads() == ({"bees": BEES, "wall": ["boats.md", "inquiry.md", "wall.md"]}, "")
        assert (file("wall") or "").endswith("aliases:\n  - fire\n---\n")

    def test_takes_an_alias_away_as_it_was_typed(self, say, put, project, file):
        put(project, {"content/threads/bees.md": "---\naliases: [The Wall, hives]\n---\n"})
        say("split", "fire", "the-wall", ["inquiry.md"])
        assert file("bees") == "---\naliases: [hives]\n---\n"

    def test_of_an_article_whose_front_matter_names_a_thread_is_refused(self, say, project):
        path = project / "content/articles/boats.md"
        path.write_text(path.read_text().replace("lang: en", "thread: fire"))
        with pytest.raises(UsageError) as raised:
            say("move", ["boats.md"], "wall")
        assert str(raised.value) == (
            "content/articles/boats.md:1: the front matter says `thread: fire`, which wins. Change it there."
        )

    def test_names_an_entry_of_a_feed_by_its_id(self, say, put, project, file):
        entries = [{"id": str(n), "title": f"Entry {n}", "content_text": f"Word{n} of Alma."} for n in (1, 2)]
        put(project, {"content/articles/feed.json": json.dumps({"items": entries})})
        with pytest.raises(UsageError) as raised:
            say("move", ["feed.json"], "fire")
        one = str(raised.value).split()[2].rstrip(",")
        assert say("move", [one], "wall")[0] == f"content/threads/wall.md: include: {one} added"
        assert f"\n  - {one}\n" in (file("wall") or "")


class TestFlags:
    @pytest.mark.parametrize(
        ("verb", "front_matters", "said"),
        [
            ("pin", ("", "pin: true\n"), "content/threads/fire.md: pin: true"),
            ("pin", ("pin: true # why\n", "pin: true # why\n"), '"fire" is pinned already.'),
            ("unpin", ("pin: true # why\n", "# why\n"), "content/threads/fire.md: pin: true dropped"),
            ("unpin", ("", ""), '"fire" is not pinned.'),
            ("hide", ("pin: true\n", "pin: true\nhide: true\n"), "content/threads/fire.md: hide: true"),
            ("hide", ("hide: true\n", "hide: true\n"), '"fire" is hidden already.'),
            ("show", ("pin: true\nhide: true\n", "pin: true\n"), "content/threads/fire.md: hide: true dropped"),
            ("show", ("", ""), '"fire" is not hidden.'),
        ],
    )
    def test_are_set_and_said(self, verb, front_matters, said, say, project):
        before, after = (f"---\n{each}---\nNote" for each in front_matters)
        path = project / "content/threads/fire.md"
        path.parent.mkdir()
        path.write_text(before)
        assert (say("flag", "fire", verb), path.read_text()) == ([said], after)


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize(
    ("there", "back"),
    [
        pytest.param(("split", "fire", "inquiry", ["inquiry.md"]), ("move", ["inquiry.md"], "fire"), id="split, move"),
        pytest.param(("merge", "fire", ["wall"]), ("unmerge", "fire", ["wall"]), id="merge, unmerge"),
        pytest.param(("flag", "fire", "pin"), ("flag", "fire", "unpin"), id="pin, unpin"),
        pytest.param(("flag", "fire", "hide"), ("flag", "fire", "show"), id="hide, show"),
    ],
)
def test_there_and_back_leaves_no_more_than_the_words_that_hold(there, back, say, project):
    before = "---\n# Mine\ntitle: 'The fire' # agreed\n\n# The rest\ntags:  [a,b]\n---\nNote"
    path = project / "content/threads/fire.md"
    path.parent.mkdir()
    path.write_text(before)
    say(*there)
    assert path.read_text() != before
    say(*back)
    holds = "include:\n  - inquiry.md\naliases:\n  - inquiry\n" if back[0] == "move" else ""
    assert path.read_text() == before.replace("[a,b]\n", f"[a,b]\n{holds}")


class TestRename:
    def test_gives_a_title_and_other_addresses(self, say, file):
        assert say("rename", "fire", " Alma: the   fire ", ["blaze"]) == [
            "content/threads/fire.md: title: Alma: the fire",
            "content/threads/fire.md: aliases: blaze added",
        ]
        assert file("fire") == '---\ntitle: "Alma: the fire"\naliases:\n  - blaze\n---\n'
        assert say("rename", "fire", "Alma: the fire", ["blaze"]) == ['"fire" is called so already.']

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            pytest.param(("fire", " "), "the title is empty. Write one between quotes.", id="no title"),
            pytest.param(
                ("fire", "Fire", ["wall", "A b"]),
                '"wall" is the slug of a thread. Write another one.\n"A b" is no slug. Write a-b.',
                id="aliases",
            ),
            pytest.param(
                ("fire", "Fire", ["hives"]),
                '"hives" leads to "bees" already. Take it out of that thread\'s file first.',
                id="an alias of another thread",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, words, message, say, file):
        say("rename", "bees", "Bees", ["hives"])
        with pytest.raises(UsageError) as raised:
            say("rename", *words)
        assert (str(raised.value), file("fire")) == (message, None)


def test_a_faulty_file_is_not_touched_nor_is_another_one(say, put, project, file):
    put(project, {
        "content/threads/fire.md": "---\ninclude: [inquiry.md]\npin: perhaps\nstatus: asleep\n---\n",
        "content/threads/bees.md": "---\ntitel: Bees\n---\n",
    })  # fmt: skip
    with pytest.raises(ExceptionGroup) as raised:
        say("move", ["inquiry.md"], "wall")
    assert [str(error) for error in raised.value.exceptions] == [
        'content/threads/fire.md:3: pin is "perhaps". Write true or false.',
        'content/threads/fire.md:4: status is "asleep". Write developing, dormant or closed.',
    ]
    assert file("wall") is None


def test_a_thread_file_that_is_a_pipe_is_named_and_not_written_over(say, project):
    (project / "content/threads").mkdir()
    os.mkfifo(project / "content/threads/fire.md")
    with pytest.raises(ExceptionGroup) as raised:
        say("move", ["wall.md"], "fire")
    assert [str(error) for error in raised.value.exceptions] == [
        "content/threads/fire.md:1: this is no regular file. Remove it."
    ]
    assert (project / "content/threads/fire.md").is_fifo()


STORY = "The ferry sank off Alma. Nobody was hurt: all swam. The # 1 boat of the port is lost."
KEPT, REPEAT = "a-fe77f00001#0 The ferry sank off Alma.", "a-fe77f00002#0 The ferry sank off Alma."
QUOTED = '"a-fe77f00001#1 Nobody was hurt: all swam."'


@pytest.fixture
def ferry(project, put):
    """Return a function that returns what the thread of two reports of one text folds under what."""
    texts = {
        f"content/articles/ferry-{number}.md": f"---\ntitle: Ferry {number}\nsource: Post {number}\ndate: 2031-03-08\n"
        f"lang: en\nid: a-fe77f0000{number}\nthread: ferry\n---\n{STORY}\n"
        for number in (1, 2)
    }
    put(project, {"digest.yaml": "title: Alma\nstories:\n  excerpts: {share: 1}\n", **texts})

    def folded() -> dict[str, str]:
        here = open_project(project)
        built = compose(here, read_config(here))
        (story,) = [each for each in built.stories if each.thread.slug == "ferry"]
        told = [each for day in story.days for each in day.sentences]
        return {
            str(each.mark)[-3:]: " ".join(str(repeat.mark)[-3:] for repeat in each.repeats)
            for each in sorted(told, key=lambda each: each.mark)
        }

    return folded


class TestFold:
    def test_lists_a_sentence_below_another_with_its_repeats(self, ferry, say, file):
        assert ferry() == {"1#0": "2#0", "1#1": "2#1", "1#2": "2#2"}
        said = say("fold", "ferry", "a-fe77f00001#1", "ferry-1.md#0")
        assert said == ["content/threads/ferry.md: fold: a-fe77f00001#1 into a-fe77f00001#0"]
        assert file("ferry") == f"---\nfold:\n  - into: {KEPT}\n    sentences:\n      - {QUOTED}\n---\n"
        assert ferry() == {"1#0": "1#1 2#0 2#1", "1#2": "2#2"}

    def test_goes_to_the_item_of_the_sentence_that_it_goes_under(self, ferry, say, file):
        say("fold", "ferry", "a-fe77f00001#1", "a-fe77f00001#0")
        say("fold", "ferry", "a-fe77f00001#2", "ferry-1.md#0 The ferry sank off Alma.")
        assert file("ferry") == (
            f"---\nfold:\n  - into: {KEPT}\n    sentences:\n      - {QUOTED}\n"
            '      - "a-fe77f00001#2 The # 1 boat of the port is lost."\n---\n'
        )
        assert ferry() == {"1#0": "1#1 1#2 2#0 2#1 2#2"}

    def test_under_another_one_drops_the_word_before_it(self, ferry, say):
        say("fold", "ferry", "a-fe77f00001#1", "a-fe77f00001#0")
        assert say("fold", "ferry", "a-fe77f00001#1", "a-fe77f00001#2") == [
            "content/threads/ferry.md: fold: a-fe77f00001#1 dropped",
            "content/threads/ferry.md: fold: a-fe77f00001#1 into a-fe77f00001#2",
        ]
        assert ferry() == {"1#0": "2#0", "1#2": "1#1 2#1 2#2"}

    def test_the_other_way_round_drops_what_would_close_a_circle(self, ferry, say, threads):
        say("fold", "ferry", "a-fe77f00001#1", "a-fe77f00001#0")
        say("fold", "ferry", "a-fe77f00001#2", "a-fe77f00001#1")
        assert say("fold", "ferry", "a-fe77f00001#0", "a-fe77f00001#2") == [
            "content/threads/ferry.md: fold: a-fe77f00001#2 dropped",
            "content/threads/ferry.md: fold: a-fe77f00001#0 into a-fe77f00001#2",
        ]
        assert ferry() == {"1#2": "1#0 1#1 2#0 2#1 2#2"}
        assert threads()[1] == ""

    def test_of_what_was_unfolded_drops_that_word(self, ferry, say, file):
        say("unfold", "ferry", "a-fe77f00002#0")
        say("fold", "ferry", "a-fe77f00002#0", "a-fe77f00001#1")
        assert file("ferry") == (f"---\nfold:\n  - into: {QUOTED}\n    sentences:\n      - {REPEAT}\n---\n")
        assert ferry() == {"1#0": "", "1#1": "2#0 2#1", "1#2": "2#2"}

    @pytest.mark.usefixtures("ferry")
    def test_said_twice_changes_nothing(self, say, file):
        say("fold", "ferry", "a-fe77f00001#1", "a-fe77f00001#0")
        before = file("ferry")
        said = say("fold", "ferry", "ferry-1.md#1", "ferry-1.md#0")
        assert said == ["a-fe77f00001#1 is folded under a-fe77f00001#0 already."]
        assert file("ferry") == before

    @pytest.mark.usefixtures("ferry")
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            pytest.param(
                ("ferry-1.md#0", "a-fe77f00001#0"),
                "a-fe77f00001#0 cannot be folded under itself. Name another sentence.",
                id="itself",
            ),
            pytest.param(
                ("ferry-1.md#9", "the ferry"),
                '"ferry-1.md#9" names no sentence of "ferry". `digest explain ferry` shows their marks.\n'
                '"the ferry" names no sentence of "ferry". `digest explain ferry` shows their marks.',
                id="no sentences, all at once",
            ),
            pytest.param(
                ("wall.md#0", "ferry-1.md#0"),
                '"wall.md#0" names no sentence of "ferry". `digest explain ferry` shows their marks.',
                id="of another thread",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, words, message, say, file):
        with pytest.raises(UsageError) as raised:
            say("fold", "ferry", *words)
        assert (str(raised.value), file("ferry")) == (message, None)


class TestUnfold:
    def test_tells_on_its_own_what_the_machine_folded(self, ferry, say, file, digest, project):
        assert say("unfold", "ferry", "ferry-2.md#0") == ["content/threads/ferry.md: unfold: a-fe77f00002#0 added"]
        assert file("ferry") == f"---\nunfold:\n  - {REPEAT}\n---\n"
        for _ in range(2):
            assert ferry() == {"1#0": "", "1#1": "2#1", "1#2": "2#2", "2#0": ""}
            digest("-q", "-C", project, "build")

    def test_holds_when_a_sentence_comes_before_it(self, ferry, say, project):
        say("unfold", "ferry", "ferry-2.md#0")
        path = project / "content/articles/ferry-2.md"
        path.write_text(path.read_text().replace(STORY, f"Divers found a bell. {STORY}"))
        assert ferry() == {"1#0": "", "1#1": "2#2", "1#2": "2#3", "2#0": "", "2#1": ""}

    def test_of_what_was_folded_drops_that_word(self, ferry, say, file):
        say("fold", "ferry", "a-fe77f00001#1", "a-fe77f00001#0")
        assert say("unfold", "ferry", "a-fe77f00001#1") == [
            "content/threads/ferry.md: fold: a-fe77f00001#1 dropped",
            "content/threads/ferry.md: unfold: a-fe77f00001#1 added",
        ]
        assert file("ferry") == f"---\nunfold:\n  - {QUOTED}\n---\n"
        assert ferry() == {"1#0": "2#0", "1#1": "2#1", "1#2": "2#2"}

    @pytest.mark.usefixtures("ferry")
    def test_said_twice_changes_nothing(self, say):
        say("unfold", "ferry", "ferry-2.md#0")
        assert say("unfold", "ferry", REPEAT) == ["a-fe77f00002#0 is told on its own already."]


def homes(project) -> dict[str, str]:
    """Return the thread of each article, by its name."""
    here = open_project(project)
    now = survey(here, read_config(here))
    return {now.articles[one].path.removeprefix("content/articles/"): home for one, home in now.homes.items()}


def wish(chance: Random, before: dict[str, str]) -> tuple[list[object], dict[str, str]]:
    """Return the words of some edit, and in which threads the articles shall be after it."""
    slugs = [*sorted({*before.values(), *HOMES.values()}), "new"]
    one, other = chance.choices(slugs, k=2)
    names = chance.sample(sorted(before), k=chance.choice((1, 1, 2)))
    moved = {**before, **dict.fromkeys(names, other)}
    merged = {name: one if home == other else home for name, home in before.items()}
    edits = (["move", names, other], moved), (["split", one, other, names], moved), (["merge", one, [other]], merged)
    return chance.choices(edits, weights=(3, 3, 1))[0]


@pytest.mark.parametrize("seed", [0, 1, 2, 121])
def test_after_any_edits_and_builds_the_last_edit_holds_and_moves_nothing_else(seed, say, project, contents, digest):
    chance, done = Random(seed), 0
    for _ in range(25):
        before, files = homes(project), contents(project / "content")
        words, wanted = wish(chance, before)
        try:
            said = say(*words)
        except UsageError:
            assert contents(project / "content") == files
        else:
            done += 1
            assert (words, said, homes(project)) == (words, said, wanted)
            if chance.random() < 1 / 3:
                digest("-q", "-C", project, "build")
                assert homes(project) == wanted
    assert done >= 4
