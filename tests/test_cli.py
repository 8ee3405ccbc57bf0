"""The command line: what is printed where, with which exit status; and that help costs next to nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from digest import __version__
from digest.cli import COMMANDS

HEAVY = (
    "trafilatura", "feedparser", "markdown_it", "nh3", "numpy", "jinja2", "babel", "yaml", "watchdog", "sqlite3",
    "ruamel",
)  # fmt: skip
ARTICLE = """\
---
title: Regatta of Port Amber is called off
link: https://courier.example/regatta
source: The Amber Courier
date: 2031-03-07
---
The regatta of the invented town of Port Amber was called off on Friday for want of wind.

He will sail another day.
"""
FIRST_SENTENCE = "The regatta of the invented town of Port Amber was called off on Friday for want of wind."
SCRAPE = """\
date 2031-03-08
Bees return to the town wall

Bees have returned to the wall of the invented town, a keeper said on Saturday.
"""
ARTICLE_KEYS = {
    "id", "path", "title", "title_origin", "source", "wire", "link", "date", "authors", "lang", "status", "tags",
    "section", "lead", "excerpt", "paragraphs", "sentences", "cuts",
}  # fmt: skip
THREAD_KEYS = {
    "slug", "title", "articles", "summary", "days", "background", "ahead", "undated", "quotes", "left_out", "reports",
}  # fmt: skip
TRY = "Usage: digest [OPTIONS] COMMAND [ARGS]...\nTry 'digest --help' for help.\n\nError: "


@pytest.fixture
def project(tmp_path, put) -> Path:
    files = {
        "digest.yaml": "title: Port Amber\n",
        "content/articles/regatta.md": ARTICLE,
        "content/articles/bees.txt": SCRAPE,
    }
    return put(tmp_path / "project", files)


def edition(project: Path) -> str:
    """Return the day of the edition that the first page names."""
    return (project / "site/index.html").read_text().partition('<time datetime="')[2][:10]


class TestHelp:
    def test_version_is_one_line_on_stdout(self, isolated_digest):
        done = isolated_digest("--version")
        assert (done.status, done.stdout, done.stderr) == (0, f"digest {__version__}\n", "")

    def test_help_names_each_command_with_what_it_does(self, isolated_digest):
        done = isolated_digest("--help")
        assert (done.status, done.stderr) == (0, "")
        for name, line in COMMANDS.items():
            assert f"  {name:7s}  {line}\n" in done.stdout

    @pytest.mark.parametrize("name", COMMANDS)
    def test_each_command_has_a_help_with_an_example(self, name, digest):
        done = digest(name, "--help")
        assert (done.status, done.stderr) == (0, "")
        assert done.stdout.startswith(f"Usage: digest {name} ")
        assert f"    digest {name}" in done.stdout

    @pytest.mark.parametrize("option", ["--help", "--version"])
    def test_help_imports_no_heavy_library(self, option):
        program = (
            "import sys\nfrom digest.cli import main\n"
            f"try: main([{option!r}])\nexcept SystemExit: print(*({set(HEAVY)} & set(sys.modules)), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stderr.split() == []

    def test_a_warm_build_imports_no_parser_of_pages_feeds_or_markdown(self, project, digest):
        digest("-q", "-C", project, "build")
        program = (
            "import sys\nfrom digest.cli import main\n"
            f"try: main(['-q', '-C', {str(project)!r}, 'build'])\n"
            "except SystemExit: print(*({'trafilatura', 'feedparser', 'numpy'} & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.split() == []


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            pytest.param(
                ["bild"], f"{TRY}No such command 'bild'. Did you mean \"build\"?\n", id="a command that is misspelt"
            ),
            pytest.param(["xyzzy"], f"{TRY}No such command 'xyzzy'.\n", id="a command like none"),
            pytest.param(
                ["-C", "nowhere", "build"],
                "nowhere: there is no such folder. Name the folder of a digest after -C.\n",
                id="a folder that is not there",
            ),
        ],
    )
    def test_is_answered_with_the_right_one_and_status_2(self, arguments, message, digest, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        done = digest(*arguments)
        assert (done.status, done.stdout, done.stderr) == (2, "", message)

    def test_of_explain_is_answered_with_where_to_look(self, project, digest):
        done = digest("-C", project, "explain", "nothing")
        assert (done.status, done.stdout) == (2, "")
        assert done.stderr == (
            '"nothing" is no file, article or thread of this digest. '
            "`digest list articles` and `digest list threads` show what there is.\n"
        )

    @pytest.mark.parametrize("day", ["soon", "20/11/26", "2031-02-30", ""])
    def test_of_now_shows_the_form(self, day, project, digest):
        done = digest("-C", project, "build", "--now", day)
        assert (done.status, done.stderr) == (2, f'--now is "{day}". Write a day as 2026-11-20.\n')
        assert not (project / "site").exists()

    @pytest.mark.parametrize("epoch", ["soon", "9" * 30])
    def test_of_source_date_epoch_shows_the_form(self, epoch, project, isolated_digest):
        done = isolated_digest("-C", project, "build", SOURCE_DATE_EPOCH=epoch)
        assert (done.status, done.stderr) == (2, f'SOURCE_DATE_EPOCH is "{epoch}". Write seconds since 1970.\n')

    def test_without_a_command_is_answered_with_help(self, isolated_digest):
        done = isolated_digest()
        assert done.status == 2
        assert "Commands:\n  new" in done.stdout + done.stderr


class TestBuild:
    def test_prints_advice_and_a_summary_to_stderr_and_nothing_to_stdout(self, project, digest):
        done = digest("-C", project, "build")
        assert (done.status, done.stdout) == (0, "")
        advice, summary = done.stderr.splitlines()
        assert advice == (
            "content/articles/bees.txt:1: no link is recorded. "
            "Add `link: https://...` to its front matter, between two lines of three hyphens (---) at its top."
        )
        assert summary.startswith("2 articles in 2 threads, ")
        assert summary.endswith(" removed, 0 unchanged")

    def test_quiet_is_quiet(self, project, digest):
        done = digest("-q", "-C", project, "build")
        assert (done.status, done.stdout, done.stderr) == (0, "", "")

    def test_works_where_it_is_called(self, project, digest, monkeypatch):
        monkeypatch.chdir(project)
        assert digest("-q", "build").status == 0
        assert (project / "site/index.html").is_file()

    @pytest.mark.parametrize(
        ("arguments", "environment", "day"),
        [
            pytest.param([], {}, "2031-03-08", id="the newest article's"),
            pytest.param([], {"SOURCE_DATE_EPOCH": "1924905600"}, "2030-12-31", id="SOURCE_DATE_EPOCH's"),
            pytest.param(["--now", "2031-04-01"], {}, "2031-04-01", id="the given one"),
            pytest.param(
                ["--now", "2031-04-01"],
                {"SOURCE_DATE_EPOCH": "0"},
                "2031-04-01",
                id="the given one before SOURCE_DATE_EPOCH's",
            ),
        ],
    )
    def test_the_day_of_the_edition_is(self, arguments, environment, day, project, isolated_digest):
        done = isolated_digest("-q", "-C", project, "build", *arguments, TZ="Pacific/Pago_Pago", **environment)
        assert done.status == 0
        assert edition(project) == day

    def test_a_base_url_on_the_command_line_wins(self, project, digest):
        digest("-q", "-C", project, "build", "--base-url", "https://digest.example/news/")
        assert "https://digest.example/news/threads/" in (project / "site/feed.xml").read_text()
        done = digest("-q", "-C", project, "build", "--base-url", "digest.example")
        assert (done.status, done.stderr) == (
            1,
            '--base-url:1: base_url is "digest.example". Write the address of the site, such as https://example.org/news/.\n',
        )

    def test_a_folder_of_articles_alone_is_built_too(self, tmp_path, digest, put):
        put(tmp_path / "some", {"regatta.md": ARTICLE})
        done = digest("-q", "-C", tmp_path, "build", "--content", tmp_path / "some", "--out", tmp_path / "out")
        assert done.status == 0
        assert (tmp_path / "out/threads/regatta-of-port-amber-is-called-off/index.html").is_file()

    def test_a_digest_without_articles_says_so(self, tmp_path, digest, put):
        put(tmp_path, {"digest.yaml": "title: Empty\n", "content/sources.yaml": ""})
        done = digest("-C", tmp_path, "build")
        assert done.status == 0
        assert "There is nothing here yet." in (tmp_path / "site/index.html").read_text()

    def test_a_digest_whose_content_is_gone_keeps_its_site(self, tmp_path, digest, put):
        put(tmp_path, {"digest.yaml": "title: Empty\n", "site/index.html": "old"})
        done = digest("-C", tmp_path, "build")
        assert (done.status, done.stderr) == (
            2,
            f"{tmp_path}/content:1: there is no such folder. Make it, and put articles/ into it.\n",
        )
        assert (tmp_path / "site/index.html").read_text() == "old"

    @pytest.mark.parametrize("output", [".", "..", "content", "content/site"])
    def test_no_site_is_written_over_what_it_is_made_of(self, output, repository, digest):
        done = digest("-C", repository, "build", "--out", repository / output)
        assert done.status == 2
        assert "the site would be written over what it is made of. Name a folder of its own." in done.stderr

    def test_a_new_digest_is_built_at_once(self, tmp_path, digest):
        assert digest("-q", "-C", tmp_path, "new", "mine").status == 0
        done = digest("-C", tmp_path / "mine", "build", "--strict")
        assert done.status == 0
        assert (tmp_path / "mine/site/index.html").is_file()


class TestList:
    def test_articles_as_json_have_these_keys(self, project, digest):
        done = digest("-q", "-C", project, "list", "articles", "--json")
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["path"] for row in rows] == ["content/articles/regatta.md", "content/articles/bees.txt"]
        assert all(set(row) == ARTICLE_KEYS for row in rows)
        assert {key: rows[0][key] for key in ("id", "title_origin", "source", "link", "date", "cuts")} == {
            "id": "a-87d7ddd88a", "title_origin": "editor", "source": "The Amber Courier",
            "link": "https://courier.example/regatta", "date": "2031-03-07", "cuts": [],
        }  # fmt: skip
        assert rows[0]["sentences"] == [
            {
                "text": FIRST_SENTENCE,
                "paragraph": 0, "date": "2031-03-07", "precision": "day", "date_origin": "resolved",
                "mentions": [{"text": "on Friday", "value": "2031-03-07"}],
            },
            {
                "text": "He will sail another day.",
                "paragraph": 1, "date": "2031-03-07", "precision": "day", "date_origin": "published", "mentions": [],
            },
        ]  # fmt: skip
        assert rows[1]["title_origin"] == "source"
        assert rows[1]["cuts"] == [
            {"line": 1, "text": "date 2031-03-08", "rule": "header"},
            {"line": 2, "text": "Bees return to the town wall", "rule": "title"},
        ]

    def test_threads_as_json_have_these_keys(self, project, digest):
        done = digest("-q", "-C", project, "list", "threads", "--json")
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["slug"] for row in rows] == ["bees-return-to-the-town-wall", "regatta-of-port-amber-is-called-off"]
        assert all(set(row) == THREAD_KEYS for row in rows)
        assert rows[1]["summary"] == [
            {
                "text": FIRST_SENTENCE,
                "from": ["a-87d7ddd88a#0"],
            }
        ]
        [day] = rows[1]["days"]
        assert {key: day[key] for key in ("date", "precision", "weight")} == {
            "date": "2031-03-07",
            "precision": "day",
            "weight": 1.0,
        }
        assert day["sentences"][0] == {
            "text": FIRST_SENTENCE,
            "from": ["a-87d7ddd88a#0"], "date_origin": "resolved", "expression": "on Friday",
            "repeats": [], "differs": [], "reports": 1,
        }  # fmt: skip

    def test_sources_as_json_are_those_recorded_and_those_named(self, project, digest, put):
        put(project, {"content/sources.yaml": "post: {name: The Harbour Post, home: https://post.example/}\n"})
        done = digest("-q", "-C", project, "list", "sources", "--json")
        assert [json.loads(line) for line in done.stdout.splitlines()] == [
            {
                "key": "The Amber Courier", "name": "The Amber Courier", "home": None, "kind": None, "country": None,
                "known": False, "articles": 1,
            },
            {
                "key": "post", "name": "The Harbour Post", "home": "https://post.example/", "kind": None,
                "country": None, "known": True, "articles": 0,
            },
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("what", "lines"),
        [
            pytest.param(
                "articles",
                [
                    "a-87d7ddd88a  2031-03-07  Regatta of Port Amber is called off",
                    "a-8ab694e60b  2031-03-08  Bees return to the town wall",
                ],
                id="articles",
            ),
            pytest.param(
                "threads",
                [
                    "    1  bees-return-to-the-town-wall  Bees return to the town wall",
                    "    1  regatta-of-port-amber-is-called-off  Regatta of Port Amber is called off",
                ],
                id="threads",
            ),
            pytest.param("sources", ["    1  The Amber Courier  The Amber Courier"], id="sources"),
        ],
    )
    def test_for_people_it_is_a_line_each(self, what, lines, project, digest):
        done = digest("-q", "-C", project, "list", what)
        assert (done.status, done.stdout.splitlines(), done.stderr) == (0, lines, "")

    def test_nothing_is_written_but_the_cache(self, project, digest, contents):
        before = set(contents(project))
        digest("-C", project, "list", "threads", "--json")
        assert set(contents(project)) - before == {".digest-cache/results.sqlite"}


class TestExplain:
    @pytest.mark.parametrize(
        "name", ["a-8ab694e60b", "content/articles/bees.txt", "bees.txt"], ids=["id", "path", "name"]
    )
    def test_tells_of_an_article_what_was_found_where_and_what_was_cut(self, name, project, digest):
        done = digest("-C", project, "explain", name)
        assert (done.status, done.stderr) == (0, "")
        assert done.stdout == (
            "content/articles/bees.txt (a-8ab694e60b)\n"
            "\n"
            "  title     Bees return to the town wall (line 2)\n"
            "  date      2031-03-08 (header)\n"
            "  authors   not recorded\n"
            "  source    not recorded\n"
            "  wire      not recorded\n"
            "  section   not recorded\n"
            "  lead      not recorded\n"
            "  link      not recorded\n"
            "  language  en (derived)\n"
            "  thread    bees-return-to-the-town-wall (threads.lock, or proposed)\n"
            "\n"
            "the article as it came: 1 paragraph kept, 2 lines cut\n"
            "\n"
            "     1  header            date 2031-03-08\n"
            "     2  title             Bees return to the town wall\n"
            "     4                    Bees have returned to the wall of the invented town, a keeper said on\n"
            "                          Saturday.\n"
            "\n"
            "1 sentence, each with the day it speaks of\n"
            "\n"
            '  #0    2031-03-08, from "on Saturday"  '
            "Bees have returned to the wall of the invented town, a keep…\n"
        )

    def test_tells_first_what_is_in_doubt(self, project, digest, put):
        text = f"---\ncut: Nothing\n---\n{SCRAPE}".replace("date 2031-03-08\n", "01/02/2031\n")
        put(project / "content/articles", {"bees.txt": text})
        assert digest("-C", project, "explain", "bees.txt").stdout.splitlines()[1:5] == [
            '  ! line 4: the date "01/02/2031" can be read in two ways. Set dates.order to DMY or MDY in',
            "    digest.yaml, or write date: in the front matter.",
            '  ! line 2: no line of the article reads "Nothing". Copy the line from what `digest explain` prints.',
            "",
        ]

    def test_tells_where_a_feed_has_no_more_than_a_summary(self, project, digest, put):
        entry = "<item><title>Fire</title><guid>1</guid><description>It burnt. [...]</description></item>"
        put(project / "content/articles", {"feed.rss": f"<rss version='2.0'><channel>\n{entry}\n</channel></rss>"})
        lines = digest("-C", project, "explain", "feed.rss").stdout.splitlines()
        assert "  text      only the summary that the feed gives (feed)" in lines
        assert lines[lines.index("the article as it came: 1 paragraph kept, 1 line cut") :][1:4] == [
            "",
            "     2                    It burnt.",
            "     2  feed-notice       [...]",
        ]

    def test_is_as_wide_as_the_terminal_between_80_and_120_columns(self, project, digest, monkeypatch):
        text = "The regatta of the invented town was called off for want of wind, and " * 9
        (project / "content/articles/bees.txt").write_text(f"---\ndate: 2031-03-08\n---\n{text}\n{'a' * 300}\n")
        for columns, widest in (("10", 80), ("90", 90), ("500", 120)):
            monkeypatch.setenv("COLUMNS", columns)
            lines = digest("-C", project, "explain", "bees.txt").stdout.splitlines()
            assert max(map(len, lines)) == widest

    def test_shows_what_a_pages_extractor_left_out(self, project, digest, put):
        story = "".join(f"<p>{FIRST_SENTENCE[:-1]}, and nobody minded it in the town of {name}.</p>" for name in "ABC")
        page = (
            f"<html><head><title>Regatta</title></head><body>\n<nav><a href='/'>Front page of the Courier</a></nav>\n"
            f"<article><h1>Regatta</h1>\n{story}</article>\n<footer>Terms of the Courier</footer></body></html>"
        )
        put(project / "content/articles", {"page.html": f"---\ndate: 2031-03-07\n---\n{page}"})
        lines = digest("-C", project, "explain", "page.html").stdout.splitlines()
        shown = [line.split() for line in lines if line[:6].strip().isdigit()]
        assert [(int(words[0]), *words[1:3]) for words in shown] == [
            (5, "extractor", "Front"),
            (6, "repeated-title", "Regatta"),
            (7, "The", "regatta"),
            (7, "The", "regatta"),
            (7, "The", "regatta"),
            (8, "extractor", "Terms"),
        ]

    def test_tells_of_a_thread_its_articles_and_its_days(self, project, digest):
        done = digest("-C", project, "explain", "bees-return-to-the-town-wall")
        assert (done.status, done.stderr) == (0, "")
        assert done.stdout == (
            "bees-return-to-the-town-wall: Bees return to the town wall\n"
            "articles: 1\n"
            "  a-8ab694e60b  2031-03-08  content/articles/bees.txt  Bees return to the town wall\n"
            "2031-03-08: 1 sentence\n"
            "  a-8ab694e60b#0  Bees have returned to the wall of the invented town, a keeper said on Saturday.\n"
        )

    def test_tells_who_put_an_article_into_a_thread_beside_what_the_machine_makes_of_it(self, project, digest, put):
        text = "---\ndate: 2031-03-07\n---\n{}"
        put(project / "content/articles", {
            "win.md": text.format("The chess club of Nettlebay beat that of Lower Wick, grandmaster Tomas Brill said."),
            "title.md": text.format("Tomas Brill led the chess club of Nettlebay to its third title in the league."),
        })  # fmt: skip
        put(project / "content/threads", {"chess.md": "---\ninclude:\n  - win.md\n---\n"})
        lines = digest("-C", project, "explain", "chess").stdout.splitlines()
        told = [line.partition(" with a-")[0].strip() for line in lines if line.startswith("    ")]
        assert sorted(told) == ["", "", "include in content/threads/chess.md:3"]

    def test_tells_what_was_folded_and_what_differs(self, project, digest, put):
        text = "---\ndate: 2031-03-07\nthread: fire\n---\n{} boats burnt in Port Amber's harbour.\n\nRain fell on it."
        put(project, {"digest.yaml": "stories:\n  excerpts: {share: 1}\n"})
        put(project / "content/articles", {f"{count}.md": text.format(count) for count in ("Five", "Six")})
        lines = digest("-C", project, "explain", "fire").stdout.splitlines()
        assert [line.split(": a-")[0] for line in lines if line.startswith(("    differs", "    folded"))] == [
            "    differs in 5, 6",
            "    folded, 1.00 alike",
        ]

    def test_tells_what_the_curator_folded_and_unfolded(self, tmp_path, digest, put):
        text = "---\ndate: 2031-03-07\nthread: fire\nid: a-000000000{0}\n{1}---\n{2}"
        twice = "Five boats burnt in Port Amber's harbour. The quay is closed. Bees returned to the old mill."
        put(tmp_path / "own", {
            "digest.yaml": "title: Alma\nstories:\n  excerpts: {share: 1}\n",
            "content/articles/1.md": text.format(1, "", twice),
            "content/articles/2.md": text.format(2, "", twice),
            "content/articles/3.md": text.format(3, "status: retracted\n", "Nobody was hurt."),
            "content/threads/fire.md": "---\nfold:\n- into: 1.md#0\n  sentences: [1.md#2]\n"
            "- into: 3.md#0\n  sentences: 1.md#1\nunfold: [2.md#0]\n---\n",
        })  # fmt: skip
        lines = digest("-C", tmp_path / "own", "explain", "fire").stdout.splitlines()
        assert lines[lines.index("2031-03-07: 3 sentences") :] == [
            "2031-03-07: 3 sentences",
            "  a-0000000001#0  Five boats burnt in Port Amber's harbour.",
            "    folded by content/threads/fire.md:4, 0.00 alike: a-0000000001#2  Bees returned to the old mill.",
            "    folded, 0.00 alike: a-0000000002#2  Bees returned to the old mill.",
            "  a-0000000002#0  Five boats burnt in Port Amber's harbour.",
            "    told on its own by content/threads/fire.md:7",
            "  a-0000000001#1  The quay is closed.",
            "    folded, 1.00 alike: a-0000000002#1  The quay is closed.",
            "left out: 1 sentence of a-0000000003, status: retracted",
            "  a-0000000003#0  Nobody was hurt.",
            "content/threads/fire.md:6 changes nothing, since the story does not tell a-0000000003#0",
        ]

    def test_tells_of_a_folded_sentence_that_stands_in_the_place_of_the_one_it_is_folded_under(
        self, tmp_path, digest, put
    ):
        text = "---\ndate: 2031-03-07\nthread: fire\nid: a-000000000{0}\n---\n{1}"
        put(tmp_path / "own", {
            "digest.yaml": "title: Alma\nstories:\n  excerpts: {words: 6, share: 1}\n",
            "content/articles/1.md": text.format(1, "Five boats burnt in the port of Alma."),
            "content/articles/2.md": text.format(2, "Nobody was hurt."),
            "content/threads/fire.md": "---\nfold: [{into: 1.md#0, sentences: 2.md#0}]\n---\n",
        })  # fmt: skip
        lines = digest("-C", tmp_path / "own", "explain", "fire").stdout.splitlines()
        assert lines[lines.index("2031-03-07: 1 sentence") + 1 :] == [
            "  a-0000000002#0  Nobody was hurt.",
            "    in the place of a-0000000001#0, under which it is folded by content/threads/fire.md:2",
            "    folded, 0.00 alike, its words not shown: a-0000000001#0  Five boats burnt in the port of Alma.",
        ]


def test_a_reader_that_has_seen_enough_is_no_failure(repository):
    command = [sys.executable, "-m", "digest", "-q", "-C", str(repository), "list", "articles", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


def test_json_is_utf_8_in_every_locale(repository):
    (repository / "content/articles/a.md").write_text(
        "---\ntitle: Nachrichten aus Östern\ndate: 2031-03-07\n---\nText."
    )
    command = [sys.executable, "-m", "digest", "-q", "-C", str(repository), "list", "articles", "--json"]
    done = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, capture_output=True, check=True)
    assert "Nachrichten aus Östern".encode() in done.stdout


def test_a_workflow_is_written_only_where_github_reads_it(repository, digest):
    done = digest("-C", repository, "deploy", "github")
    assert done.status == 2
    assert done.stderr.startswith("GitHub reads workflows at the top of a git repository only, which this folder is")
    subprocess.run(["git", "init", "--quiet", str(repository)], check=True)
    assert digest("-C", repository, "deploy", "github").status == 0
    assert (repository / ".github/workflows/digest.yml").is_file()


def test_explain_tells_why_a_file_is_set_aside(repository, digest):
    (repository / "content/articles/bad.md").write_text("---\ndate: soon\n---\nText.\n")
    assert digest("-q", "-C", repository, "explain", "bad.md").stdout == (
        "this file is set aside:\n"
        'content/articles/bad.md:2: date is "soon". Write it as 2026-11-20 or 2026-11-20T09:00Z.\n'
    )


def test_what_is_missing_in_an_entry_of_a_feed_is_mended_in_a_file_of_its_own(tmp_path, digest, put):
    put(tmp_path, {
        "digest.yaml": "title: A test\n",
        "content/articles/feed.json": '{"items": [{"id": "1", "title": "Fire", "content_text": "It burnt."}]}',
    })  # fmt: skip
    mend = "Save the entry as an article of its own, with `{}` in its front matter."
    assert digest("-C", tmp_path, "list", "articles").stderr.splitlines() == [
        f'content/articles/feed.json:1: no date of "Fire" is recorded. {mend.format("date: 2026-11-20")}',
        f'content/articles/feed.json:1: no link of "Fire" is recorded. {mend.format("link: https://...")}',
    ]


def test_the_table_of_times_counts_as_cached_only_what_was_kept(project, digest):
    # A file that was touched a moment ago is not kept: it may be touched again within the same tick of the clock.
    first = digest("-C", project, "build", "--timings").stderr
    [read] = [line.split() for line in first.splitlines() if line.startswith("read ")]
    assert read[2] == "0"


class TestTheSurroundings:
    @pytest.mark.parametrize("zone", [":/etc/passwd", "../../etc/passwd", ".", "Nowhere/Nothing"])
    def test_no_zone_of_the_machine_matters(self, zone, project, isolated_digest):
        assert isolated_digest("-C", project, "build", TZ=zone).status == 0
        assert (project / "site/index.html").is_file()

    @pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes it")
    def test_a_build_needs_no_stderr(self, project):
        command = [sys.executable, "-m", "digest", "-C", str(project), "build"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        done = subprocess.run(["sh", "-c", '"$@" 2>&-', "sh", *command], env=environment, check=False)
        assert done.returncode == 0
        assert (project / "site/index.html").is_file()

    @pytest.mark.parametrize("name", ["content", "content/articles", "templates"])
    def test_a_link_to_what_has_the_digest_in_it_is_refused(self, name, project, digest):
        if (project / name).exists():
            shutil.rmtree(project / name)
        (project / name).symlink_to(project.parent)
        (project / "content").mkdir(exist_ok=True)
        done = digest("-C", project, "build")
        what = f"{project / name}:1: this link leads to a folder that has the digest itself in it"
        message = f"{what}. Let it lead to the files alone, or put them here.\n"
        assert (done.status, done.stderr) == (2, message)
