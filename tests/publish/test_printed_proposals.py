"""What `digest threads` prints, as a table and as JSON; and what `digest explain` says of a thread's articles."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digest.articles.outlets import Outlets
from digest.desk import Manuscript
from digest.publish.proposals import because, proposal_rows, proposal_table
from digest.threads.kinship import Kinship
from digest.threads.lock import Lock
from digest.threads.storylines import StorylineProposal

FIRE = (
    "Boats burn in Port Amber",
    (
        "Six fishing boats burnt in the harbour of Port Amber on Friday night.",
        "The fire began on the trawler Wanderer, the harbour master Ines Calder said.",
    ),
)
ARSON = (
    "Harbour fire was arson, police say",
    (
        "Police say the fire that burnt six boats in Port Amber was arson.",
        "The harbour master Ines Calder saw two men running from the trawler Wanderer.",
    ),
)
CHESS = (
    "Nettlebay wins chess league",
    (
        "The chess club of Nettlebay beat that of Lower Wick by four boards to two.",
        "Grandmaster Tomas Brill played a Sicilian defence on the first board.",
    ),
)
SHARED = "ines calder, port amber, wanderer, harbour, burnt, trawler, master, boats"
ROW_KEYS = {"kind", "thread", "other", "articles", "confidence", "reasons", "command"}
REASON_KEYS = {"article", "other", "likelihood", "words", "sentences", "days_apart"}
LIKELIHOOD = re.compile(r"[01]\.\d\d")


def article(text: tuple[str, tuple[str, ...]], day: int, more: str = "") -> str:
    title, sentences = text
    fields = f"title: {title}\nlink: https://post.example/{day}\nsource: Harbour Post\ndate: 2031-03-{day:02d}\n{more}"
    return f"---\n{fields}---\n" + "\n\n".join(sentences) + "\n"


@pytest.fixture
def project(tmp_path, put) -> Path:
    """Return a digest that was built before the report on the arson came."""
    files = {"content/articles/fire.md": article(FIRE, 7), "content/articles/chess.md": article(CHESS, 8)}
    return put(tmp_path / "project", {"digest.yaml": "title: Port Amber\n", **files})


@pytest.fixture
def listed(project, digest):
    """Return a function that gives the rows of `digest threads --json`."""
    return lambda: [json.loads(line) for line in digest("-q", "-C", project, "threads", "--json").stdout.splitlines()]


def ids(project: Path, digest) -> dict[str, str]:
    lines = digest("-q", "-C", project, "list", "articles", "--json").stdout.splitlines()
    return {Path(row["path"]).stem: row["id"] for row in map(json.loads, lines)}


def arrive(project: Path, text=ARSON, day: int = 9, more: str = "") -> None:
    (project / "content/articles/arson.md").write_text(article(text, day, more))


def stand_apart(project: Path, digest) -> None:
    """Build with the report on the arson in a thread of its own, by hand, and take the hand away."""
    digest("-q", "-C", project, "build")
    arrive(project, more="thread: arson\n")
    assert digest("-q", "-C", project, "build").status == 0
    arrive(project)


class TestTheTable:
    def test_tells_what_is_new(self, project, digest):
        done = digest("-q", "-C", project, "threads")
        assert (done.status, done.stderr) == (0, "")
        assert LIKELIHOOD.sub("N", done.stdout) == (
            "new     N  boats-burn-in-port-amber: 1 article\nnew     N  nettlebay-wins-chess-league: 1 article\n"
        )

    def test_tells_who_joined_and_why(self, project, digest):
        digest("-q", "-C", project, "build")
        arrive(project)
        names = ids(project, digest)
        assert LIKELIHOOD.sub("N", digest("-q", "-C", project, "threads").stdout) == (
            f"joined  N  boats-burn-in-port-amber: {names['arson']} Harbour fire was arson, police say\n"
            f"              {names['fire']} and {names['arson']}: N likely of one event: 2 days apart, "
            f"both say {SHARED}\n"
        )

    def test_tells_what_to_merge_and_how(self, project, digest):
        stand_apart(project, digest)
        names = ids(project, digest)
        assert LIKELIHOOD.sub("N", digest("-q", "-C", project, "threads").stdout) == (
            "merge   N  boats-burn-in-port-amber: with arson, 1 article\n"
            f"              {names['fire']} and {names['arson']}: N likely of one event: 2 days apart, "
            f"both say {SHARED}\n"
            "              > digest thread merge boats-burn-in-port-amber arson\n"
        )

    def test_tells_what_to_split_and_how(self, project, digest):
        arrive(project)
        names = ids(project, digest)
        fresh = f"nettlebay-wins-chess-league-{names['chess'].removeprefix('a-')}"
        (project / "content/threads.lock").write_text("".join(f"{name} news\n" for name in names.values()))
        assert digest("-q", "-C", project, "threads").stdout == (
            "split   1.00  news: 1 article off\n"
            f"              {names['chess']} Nettlebay wins chess league\n"
            f"              > digest thread split news {fresh} {names['chess']}\n"
        )

    def test_says_so_where_there_is_nothing(self, project, digest):
        digest("-q", "-C", project, "build")
        done = digest("-C", project, "threads")
        assert (done.status, done.stdout) == (0, "")
        assert done.stderr == "nothing came since the last build, and nothing is proposed\n"


class TestTheJson:
    def test_has_all_its_keys(self, project, digest, listed):
        stand_apart(project, digest)
        (row,) = listed()
        names = ids(project, digest)
        assert row.keys() == ROW_KEYS
        assert [reason.keys() for reason in row["reasons"]] == [REASON_KEYS]
        (reason,) = row["reasons"]
        assert 0 < reason["likelihood"] <= 1
        assert 0 < row["confidence"] <= 1
        del reason["likelihood"], row["confidence"]
        words = SHARED.split(", ")
        assert row == {
            "kind": "merge", "thread": "boats-burn-in-port-amber", "other": "arson", "articles": [names["arson"]],
            "reasons": [
                {"article": names["fire"], "other": names["arson"], "words": words, "sentences": 0, "days_apart": 2}
            ],
            "command": "digest thread merge boats-burn-in-port-amber arson",
        }  # fmt: skip

    def test_of_what_happened_has_no_command(self, project, digest, listed):
        digest("-q", "-C", project, "build")
        arrive(project)
        assert [(row["kind"], row["command"]) for row in listed()] == [("joined", None)]

    def test_is_empty_where_there_is_nothing(self, project, digest, listed):
        digest("-q", "-C", project, "build")
        assert listed() == []


def test_writes_nothing(project, digest):
    digest("-q", "-C", project, "build")
    arrive(project)
    paths = [path for path in project.rglob("*") if path.is_file() and ".digest-cache" not in path.parts]
    before = {path: path.read_bytes() for path in paths}
    digest("-C", project, "threads")
    now = [path for path in project.rglob("*") if path.is_file() and ".digest-cache" not in path.parts]
    assert {path: path.read_bytes() for path in now} == before


class TestExplain:
    def test_tells_why_each_article_is_in_its_thread(self, project, digest):
        arrive(project)
        names = ids(project, digest)
        lines = digest("-C", project, "explain", "boats-burn-in-port-amber").stdout.splitlines()
        assert [LIKELIHOOD.sub("N", line) for line in lines[:6]] == [
            "boats-burn-in-port-amber: Boats burn in Port Amber",
            "articles: 2",
            f"  {names['fire']}  2031-03-07  content/articles/fire.md  Boats burn in Port Amber",
            f"    with {names['arson']}: N likely of one event: 2 days apart, both say {SHARED}",
            f"  {names['arson']}  2031-03-09  content/articles/arson.md  Harbour fire was arson, police say",
            f"    with {names['fire']}: N likely of one event: 2 days apart, both say {SHARED}",
        ]

    def test_tells_which_article_is_like_none(self, project, digest):
        digest("-q", "-C", project, "build")
        arrive(project, CHESS, 9, "thread: boats-burn-in-port-amber\n")
        (project / "content/articles/chess.md").unlink()
        lines = digest("-C", project, "explain", "boats-burn-in-port-amber").stdout.splitlines()
        assert [lines[3], lines[6]] == ["    kept by the lock", "    thread: in its front matter"]
        assert lines[4] == lines[7] == "    shares no telling word with the others"


@pytest.mark.parametrize(
    ("kinship", "said"),
    [
        pytest.param(Kinship("a-1", "a-2", 0.5, (), 0, 0), "0.50 likely of one event: of one day", id="of one day"),
        pytest.param(Kinship("a-1", "a-2", 0.5, (), 0, 1), "0.50 likely of one event: 1 day apart", id="a day apart"),
        pytest.param(Kinship("a-1", "a-2", 0.5, (), 0, None), "0.50 likely of one event: undated", id="undated"),
        pytest.param(
            Kinship("a-1", "a-2", 0.5, ("fire", "quay"), 3, 1),
            "0.50 likely of one event: 1 day apart, 3 same sentences, both say fire, quay",
            id="sentences and words",
        ),
    ],
)
def test_a_reason_is_told_in_words(kinship, said):
    assert because(kinship) == said


class TestAStoryline:
    proposal = StorylineProposal(
        ("fire", "trial"), "harbour", 0.8, ("port amber", "wanderer"), date(2031, 3, 7), date(2031, 6, 1)
    )
    manuscript = Manuscript((), Outlets({}), (), (), Lock())

    def test_is_told_with_its_days_names_and_threads(self):
        assert list(proposal_table([self.proposal], self.manuscript)) == [
            "storyline  0.80  harbour: 2031-03-07 to 2031-06-01; port amber, wanderer",
            "              fire",
            "              trial",
        ]

    def test_is_a_new_one_where_none_is_declared(self):
        (line, *_) = proposal_table([replace(self.proposal, storyline=None)], self.manuscript)
        assert line == "storyline  0.80  a new one: 2031-03-07 to 2031-06-01; port amber, wanderer"

    def test_has_keys_of_its_own(self):
        (line,) = proposal_rows([self.proposal], self.manuscript)
        assert json.loads(line) == {
            "kind": "storyline", "threads": ["fire", "trial"], "storyline": "harbour", "confidence": 0.8,
            "names": ["port amber", "wanderer"], "first": "2031-03-07", "last": "2031-06-01",
        }  # fmt: skip


class TestTheCommand:
    def test_of_a_merge_carries_it_out(self, project, digest, listed):
        stand_apart(project, digest)
        (row,) = listed()
        assert digest("-q", "-C", project, *row["command"].split()[1:]).status == 0
        assert listed() == []

    def test_of_a_split_carries_it_out(self, project, digest, listed):
        arrive(project)
        names = ids(project, digest)
        (project / "content/threads.lock").write_text("".join(f"{name} news\n" for name in names.values()))
        (row,) = listed()
        assert digest("-q", "-C", project, *row["command"].split()[1:]).status == 0
        assert [each["kind"] for each in listed()] == []
