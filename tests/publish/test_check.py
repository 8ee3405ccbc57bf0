"""A tiny project for each rule of `digest check`, with the exact finding; then levels, formats and exit codes."""

import ast
import json
import re
from pathlib import Path

import pytest

from digest.errors import Fault
from digest.publish.checkformat import Finding, lines, summary
from digest.rules import RULES, SEVERITIES

ROOT = Path(__file__).parent.parent.parent
ARTICLE = """\
---
title: {title}
link: {link}
source: {source}
date: {date}
---
{text}
"""


def article(**given: str) -> str:
    """Return the file of an article; a value of "" takes its key out."""
    values = {
        "title": "Regatta of Port Amber is called off", "link": "https://courier.example/regatta",
        "source": "courier", "date": "2031-03-07", "text": "The regatta was called off on Friday for want of wind.",
    } | given  # fmt: skip
    return re.sub(r"^\w+: \n", "", ARTICLE.format(**values), flags=re.MULTILINE)


GOOD = {
    "digest.yaml": "title: Amber watch\ncheck: {stale-lock: off}\n",
    "content/sources.yaml": "courier: {name: The Amber Courier, home: 'https://courier.example/'}\n",
    "content/articles/good.md": article(),
    "content/pages/about.md": "About this digest.\n",
}
SLUG = "regatta-of-port-amber-is-called-off"
A, P, T = "content/articles", "content/pages", "content/threads"
OTHER = "Eleven cranes were sold to the shipyard of Alma for scrap."


@pytest.fixture
def project(tmp_path, put) -> Path:
    return put(tmp_path / "amber", GOOD)


def found(done, rule: str) -> list[str]:
    """Return the lines about a rule; those about others are for other tests."""
    return [line for line in done.stdout.splitlines() if line.endswith(f" [{rule}]")]


CASES = [
    pytest.param(
        "missing-link",
        {f"{A}/a.txt": "Eleven cranes were sold.\n"},
        [(f"{A}/a.txt:1: no link is recorded. Add `link: https://...` to its front matter, between two lines of three "
         "hyphens (---) at its top. [missing-link]")],
        id="an article without a link",
    ),
    pytest.param(
        "unusable-link",
        {f"{A}/a.md": article(link="javascript:alert(1)", text=OTHER)},
        [(f'{A}/a.md:3: link is "javascript:alert(1)", which no page may carry. Write a link that begins with '
         "https://. [unusable-link]")],
        id="a link that no page may carry",
    ),
    pytest.param(
        "duplicate-link",
        {f"{A}/twin.md": article(link="http://www.courier.example/regatta/?utm_source=letter", text=OTHER)},
        [(f"{A}/twin.md:1: this article has the link of {A}/good.md, "
         "http://www.courier.example/regatta/?utm_source=letter. Delete one of the two, or mend its link. "
         "[duplicate-link]")],
        id="two articles with one link, written in two ways",
    ),
    pytest.param(
        "undated",
        {f"{A}/a.md": article(date="", link="https://courier.example/a", text=OTHER)},
        [(f"{A}/a.md:1: no date is recorded. Add `date: 2026-11-20` to its front matter, between two lines of three "
         "hyphens (---) at its top. [undated]")],
        id="an article without a date",
    ),
    pytest.param(
        "ambiguous-date",
        {f"{A}/a.txt": "Cranes sold to the shipyard\n01/02/2031\n\nEleven cranes were sold to the shipyard of Alma.\n"},
        [(f'{A}/a.txt:2: the date "01/02/2031" can be read in two ways. Set dates.order to DMY or MDY in digest.yaml, '
         "or write date: in the front matter. [ambiguous-date]")],
        id="a date that can be read in two ways",
    ),
    pytest.param(
        "bad-date",
        {f"{A}/a.md": article(date="7/3/31"), f"{T}/{SLUG}.md": "---\ndays: {7 March: {note: n}}\n---\n"},
        [f'{A}/a.md:5: date is "7/3/31". Write it as 2026-11-20 or 2026-11-20T09:00Z. [bad-date]',
         f'{T}/{SLUG}.md:2: the day is "7 March". Write it as 2026-11-20. [bad-date]'],
        id="dates of front matter and of a thread's file",
    ),
    pytest.param(
        "future-date",
        {f"{A}/a.md": article(date="2031-03-10", link="https://courier.example/a"),
         f"{A}/b.md": article(date="2031-03-09", link="https://courier.example/b")},
        [(f"{A}/a.md:1: this article is dated 2031-03-10, and today is 2031-03-08. Write `date: 2026-11-20` in its "
         "front matter. [future-date]")],
        id="later than tomorrow",
    ),
    pytest.param(
        "derived-title",
        {f"{A}/a.md": article(title="", link="https://courier.example/a", text=OTHER)},
        [(f'{A}/a.md:1: the title "{OTHER[:-1]}" is made of the first words, since none was found. Write '
         "`title: ...` in its front matter. [derived-title]")],
        id="a title made of the first sentence",
    ),
    pytest.param(
        "missing-source",
        {f"{A}/a.md": article(source="", link="", text=OTHER)},
        [f"{A}/a.md:1: no outlet of it is known. Write `source: ...` in its front matter. [missing-source]"],
        id="no outlet",
    ),
    pytest.param(
        "unknown-source",
        {f"{A}/a.md": article(source="Harbour Post", link="https://post.example/a", text=OTHER),
         f"{A}/b.md": article(source="Harbour Post", link="https://post.example/b", text=OTHER)},
        [(f'{A}/a.md:1: the outlet "Harbour Post" of 2 articles is not in content/sources.yaml. Add it there, or its '
         "other name under `aliases:` of an outlet that is in content/sources.yaml. [unknown-source]")],
        id="an outlet that sources.yaml does not know is named once",
    ),
    pytest.param(
        "over-budget",
        {"digest.yaml": "check: {stale-lock: off}\nstories: {excerpts: {words: 5}}\n"},
        [(f"{A}/good.md:1: nothing of it is shown, since no sentence of it fits the budget of 5 words or 40 %. Give "
         "its outlet more `words:` or `share:` in content/sources.yaml, or write `rights: link` where that is meant. "
         "[over-budget]")],
        id="an article of which nothing may be shown",
    ),
    pytest.param(
        "no-sentence",
        {f"{A}/a.md": article(link="https://courier.example/a", text="")},
        [f"{A}/a.md:1: no sentence of its text is left. Run `digest explain` on it to see why. [no-sentence]"],
        id="an article of a title alone",
    ),
    pytest.param(
        "empty-article",
        {f"{A}/a.txt": " \n"},
        [f"{A}/a.txt:1: there is no text here. Put the article's text in, or delete the file. [empty-article]"],
        id="an empty file",
    ),
    pytest.param(
        "unreadable",
        {f"{A}/a.txt": b"\x00\x01\x02\x03" * 50},
        [f"{A}/a.txt:1: this is no text. Save the article as text, Markdown or HTML. [unreadable]"],
        id="a picture called .txt",
    ),
    pytest.param(
        "unknown-format",
        {f"{A}/a.docx": "x"},
        [(f'{A}/a.docx:1: digest reads no ".docx" files. Save it as one of .txt, .text, .html, .htm, .xhtml, .md, '
         ".markdown, .atom, .json, .rss, .xml, or move it elsewhere. [unknown-format]")],
        id="a file of another kind",
    ),
    pytest.param(
        "duplicate-id",
        {f"{A}/a.md": "---\nid: x\n---\nOne.\n", f"{A}/b.md": "---\nid: x\n---\nTwo.\n"},
        [f"{A}/b.md:1: this article has the same id as {A}/a.md. Give one of the two another id. [duplicate-id]"],
        id="two articles with one id",
    ),
    pytest.param(
        "bad-feed",
        {f"{A}/a.json": "{}"},
        [f'{A}/a.json:1: The feed has no list of "items". Save it again from its source. [bad-feed]'],
        id="a feed that is none",
    ),
    pytest.param(
        "duplicate-entry",
        {f"{A}/a.json": json.dumps({"items": [{"id": "7", "content_text": text} for text in ("One.", "Two.")]})},
        [(f"{A}/a.json:1: this entry has the guid of the one in line 1. Give one of the two another guid. "
         "[duplicate-entry]")],
        id="two entries of a feed with one guid",
    ),
    pytest.param(
        "bad-yaml",
        {f"{A}/a.md": "---\ntitle: one: two\n---\nText.\n"},
        [(f"{A}/a.md:2: this is no YAML: mapping values are not allowed in this context. Put a value with a colon or a "
         "quotation mark in it between quotes. [bad-yaml]")],
        id="front matter that is no YAML",
    ),
    pytest.param(
        "bad-value",
        {f"{A}/a.md": "---\nstatus: hiden\n---\nText.\n"},
        [f'{A}/a.md:2: status is "hiden". Write published, draft, hidden or retracted. [bad-value]'],
        id="a value that its key does not take",
    ),
    pytest.param(
        "unknown-key",
        {f"{T}/{SLUG}.md": "---\ntitel: T\n---\n"},
        [f'{T}/{SLUG}.md:2: the key "titel" is unknown. Did you mean "title"? [unknown-key]'],
        id="an unknown key of a thread's file",
    ),
    pytest.param(
        "misspelt-key",
        {f"{A}/good.md": article().replace("title:", "tilte:")},
        [f'{A}/good.md:2: the key "tilte" is unknown. Did you mean "title"? [misspelt-key]'],
        id="a key of front matter that is nearly a known one",
    ),
    pytest.param(
        "contradiction",
        {f"{T}/{SLUG}.md": f"---\nmerge: [{SLUG}]\n---\n"},
        [f'{T}/{SLUG}.md:2: the thread "{SLUG}" cannot be merged into itself. Delete this word. [contradiction]'],
        id="a thread that is merged into itself",
    ),
    pytest.param(
        "dangling-word",
        {f"{T}/{SLUG}.md": "---\ninclude: [gone.md]\nmerge: [no-such]\ndays: {1999-01-01: {note: n}}\n---\n",
         f"{T}/renamed.md": "---\npin: true\n---\n"},
        [(f'{T}/{SLUG}.md:2: there is no article "gone.md". Write an article\'s id, path or file name; '
         "`digest list articles` shows them. [dangling-word]"),
         (f'{T}/{SLUG}.md:3: there is no thread "no-such". Write a thread\'s slug; `digest list threads` shows them. '
         "[dangling-word]"),
         (f"{T}/{SLUG}.md:4: the thread has no day 1999-01-01. Write a day that the thread's page shows, or delete it. "
         "[dangling-word]"),
         (f'{T}/renamed.md:1: there is no thread "renamed". Rename this file to a thread\'s slug, or delete it. '
         "[dangling-word]")],
        id="words that name nothing",
    ),
    pytest.param(
        "unanswered-correction",
        {f"{A}/a.txt": "---\ncut: [Share this article]\n---\nEleven cranes were sold to the shipyard of Alma.\n"},
        [(f'{A}/a.txt:2: no line of the article reads "Share this article". Copy the line from what `digest explain` '
         "prints. [unanswered-correction]")],
        id="a correction that no line answers to",
    ),
    pytest.param(
        "bad-lock",
        {"content/threads.lock": "nonsense\n"},
        [('content/threads.lock:1: this line is "nonsense". Write an article\'s id, a space and a slug, or delete the '
         "line. [bad-lock]")],
        id="a line of the lock that says nothing",
    ),
    pytest.param(
        "stale-lock",
        {"digest.yaml": "title: Amber watch\n"},
        [(f'content/threads.lock:1: this build would add 1 article (a-7f383aadf1 to "{SLUG}"). Run `digest build` '
         "without --frozen, and commit this file. [stale-lock]")],
        id="a lock that a build would change",
    ),
    pytest.param(
        "bad-template",
        {"templates/404.html": "{{ nothing }}"},
        [("templates/404.html:1: 'nothing' is undefined. Compare it with the shipped template, or delete it to use "
         "that one. [bad-template]")],
        id="a template that cannot be rendered",
    ),
    pytest.param(
        "page-clash",
        {f"{P}/sources.md": "Ours.\n"},
        [(f'{P}/sources.md:1: "Sources" and {P}/sources.md are both to be the page /sources/. Rename one of the two. '
         "[page-clash]")],
        id="two pages at one address",
    ),
    pytest.param(
        "path-clash",
        {"static/Photo.txt": "1", "static/photo.TXT": "2"},
        [("Photo.txt:1: Photo.txt and photo.TXT are two files that many disks take for one. Rename the one in static/; "
         "what is shipped is replaced in templates/. [path-clash]")],
        id="paths that differ in capitals alone",
    ),
    pytest.param(
        "reserved-name",
        {"static/aux.txt": "1", f"{A}/what?.md": article(link="https://courier.example/a", text=OTHER)},
        [(f'{A}/what?.md:1: Windows can have no file or folder called "what?.md". Call it something else. '
         "[reserved-name]"),
         ('site/aux.txt:1: Windows can have no file or folder called "aux.txt". Call it something else. '
         "[reserved-name]")],
        id="names that Windows cannot have",
    ),
    pytest.param(
        "empty-page",
        {f"{P}/blank.md": "---\ntitle: Blank\n---\n\n"},
        [f"{P}/blank.md:1: this page has no text. Write it below the front matter, or delete the file. [empty-page]"],
        id="a page of the curator's without text",
    ),
    pytest.param(
        "empty-page",
        {f"{A}/good.md": article().replace("---\n", "---\nstatus: draft\n", 1)},
        [(f"{A}:1: there is no article that the site shows. Put articles there, or take `hide` or `status: draft` off "
         "some. [empty-page]")],
        id="a site without an article",
    ),
    pytest.param(
        "broken-link",
        {f"{P}/about.md": "About us.\n\nSee [this](../nowhere/), [that](/elsewhere/), [home](../index.html).\n",
         f"{T}/{SLUG}.md": "---\npin: true\n---\nSee [the note](../gone/index.html).\n"},
        [(f'{P}/about.md:3: the link "../nowhere/" leads nowhere in the site. Write the address of a page that is '
         "there, or delete the link. [broken-link]"),
         (f'{P}/about.md:3: the link "/elsewhere/" leads nowhere in the site. Write the address of a page that is '
         "there, or delete the link. [broken-link]"),
         (f'{T}/{SLUG}.md:4: the link "../gone/index.html" leads nowhere in the site. Write the address of a page that '
         "is there, or delete the link. [broken-link]")],
        id="links of the curator's pages and notes",
    ),
    pytest.param(
        "broken-link",
        {"digest.yaml": "base_url: https://amber.example/news/\ncheck: {stale-lock: off}\n",
         f"{P}/about.md": "[One](/about/), [two](https://amber.example/news/two/), [us](https://amber.example/news/about/).\n"},
        [(f'{P}/about.md:1: the link "/about/" leads nowhere in the site. Write the address of a page that is there, '
         "or delete the link. [broken-link]"),
         (f'{P}/about.md:1: the link "https://amber.example/news/two/" leads nowhere in the site. Write the address of '
         "a page that is there, or delete the link. [broken-link]")],
        id="below a path, a link from the host's root leads out of the site",
    ),
    pytest.param(
        "broken-link",
        {"templates/404.html": '\n<p><a href="lost/">Lost</a></p>\n', "templates/home.html": '<img src="lost/">',
         "static/raw.html": '<p>\n<img src="lost/"></p>'},
        [('site/404.html:2: the link "lost/" leads nowhere in the site (so does it on 1 other page). Write the address '
         "of a page that is there, or delete the link. [broken-link]"),
         ('static/raw.html:2: the link "lost/" leads nowhere in the site. Write the address of a page that is there, '
         "or delete the link. [broken-link]")],
        id="links of templates and static files",
    ),
    pytest.param(
        "broken-anchor",
        {f"{P}/about.md": "[Top](#), [source](../sources/index.html#nobody), [text](#:~:text=us).\n"},
        [(f'{P}/about.md:1: the link "../sources/index.html#nobody" leads to a place that its page does not have. '
         "Write an id of that page behind the #, or leave it out. [broken-anchor]")],
        id="an anchor that is not there",
    ),
]  # fmt: skip
ELSEWHERE = {
    "dead-link": "test_check_external.py", "moved-link": "test_check_external.py",
    "silent-link": "test_check_external.py", "edited-workflow": "test_deploy.py",
    "large-file": "test_check_site.py", "large-site": "test_check_site.py", "near-limit": "test_check_site.py",
    "low-confidence": "test_check_site.py", "no-search": "test_check_site.py",
    "unwritable-site": "test_check_site.py",
}  # fmt: skip


@pytest.mark.parametrize(("rule", "files", "expected"), CASES)
def test_a_rule_finds_what_it_is_for_and_says_where_and_how_to_mend_it(project, put, digest, *, rule, files, expected):
    put(project, files)
    done = digest("-C", project, "check", "--now", "2031-03-08")
    assert found(done, rule) == expected
    assert done.status == int("error" in {RULES[line.rsplit("[")[-1][:-1]].level for line in done.stdout.splitlines()})


def test_a_digest_without_a_fault_is_told_so(project, digest):
    done = digest("-C", project, "check", "--strict", "--now", "2031-03-08")
    assert (done.stdout, done.stderr, done.status) == ("", "Nothing to mend.\n", 0)


def test_each_rule_has_its_test():
    assert sorted({case.values[0] for case in CASES} | ELSEWHERE.keys()) == sorted(RULES)
    here = Path(__file__).parent
    assert [rule for rule, name in ELSEWHERE.items() if rule not in (here / name).read_text()] == []


def test_every_fault_that_the_program_makes_names_a_rule():
    unnamed, unknown = [], []
    for path in sorted((ROOT / "digest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fault":
                rule = next((each.value for each in node.keywords if each.arg == "rule"), None)
                if rule is None:
                    unnamed.append(f"{path.name}:{node.lineno}")
                elif isinstance(rule, ast.Constant) and rule.value not in RULES:
                    unknown.append(rule.value)
    assert (unnamed, unknown) == ([], [])


BAD = {f"{A}/a.md": article(date="", link="", text=OTHER)}  # undated, which is an error, and without a link: a warning


@pytest.mark.parametrize(
    ("levels", "strict", "status", "told"),
    [
        pytest.param("", "", 1, "1 error (1 undated), 1 warning (1 missing-link)", id="as the rules say"),
        pytest.param("undated: warn", "", 0, "2 warnings (1 missing-link, 1 undated)", id="warnings do not fail"),
        pytest.param("undated: warn", "--strict", 1, "2 warnings (1 missing-link, 1 undated)", id="but with --strict"),
        pytest.param("undated: off", "", 0, "1 warning (1 missing-link)", id="what is off is not told"),
        pytest.param("undated: off, missing-link: off", "--strict", 0, "Nothing to mend.", id="all off"),
        pytest.param(
            "undated: off, missing-link: error", "", 1, "1 error (1 missing-link)", id="a warning made an error"
        ),
    ],
)
def test_levels_are_the_curators(project, put, digest, *, levels, strict, status, told):
    put(project, BAD | {"digest.yaml": f"check: {{stale-lock: off, {levels}}}\n"})
    done = digest("-C", project, "check", "--now", "2031-03-08", *strict.split())
    assert (done.stderr, done.status) == (f"{told}\n", status)


def test_what_stops_a_build_is_an_error_whatever_its_level_and_the_rest_is_told_beside_it(project, put, digest):
    put(
        project, BAD | {"digest.yaml": "check: {stale-lock: off, bad-template: off}\n", "templates/404.html": "{{ x }}"}
    )
    done = digest("-C", project, "check", "--now", "2031-03-08")
    assert [line.rsplit(" ", 1)[1] for line in done.stdout.splitlines()] == [
        "[undated]", "[missing-link]", "[bad-template]"
    ]  # fmt: skip
    assert done.stderr == "2 errors (1 bad-template, 1 undated), 1 warning (1 missing-link)\n"
    assert done.status == 1


def test_faults_of_digest_yaml_are_findings_too(project, put, digest):
    put(project, {"digest.yaml": "language: x!\ncheck:\n  undatd: off\n  undated: never\n"})
    done = digest("-C", project, "check", "--format", "json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["line"], row["rule"], row["what"], row["mend"]) for row in rows] == [
        (1, "bad-value", 'language is "x!"', "Write a language tag such as en or pt-BR"),
        (3, "unknown-key", 'the key "undatd" is unknown', 'Did you mean "undated"?'),
        (4, "bad-value", 'undated is "never"', "Write error, warn or off"),
    ]  # fmt: skip
    assert done.status == 1


def test_a_folder_that_is_no_digest_is_wrong_usage(tmp_path, digest):
    assert digest("-C", tmp_path, "check").status == 2


def test_nothing_is_written_but_the_cache(project, digest, contents):
    before = contents(project)
    digest("-C", project, "check")
    assert {path for path in contents(project).keys() - before.keys() if not path.startswith(".digest-cache/")} == set()
    assert before.items() <= contents(project).items()


def test_quiet_says_what_is_wrong_and_no_more(project, put, digest):
    put(project, BAD)
    done = digest("-q", "-C", project, "check", "--now", "2031-03-08")
    assert (len(done.stdout.splitlines()), done.stderr) == (2, "")


FAULT = Fault("content/a, b:1.md", 3, 'title is "100 %\r\n::error"', "Write it on one line", rule="bad-value")


@pytest.mark.parametrize(
    ("form", "line"),
    [
        pytest.param(
            "text",
            'content/a, b:1.md:3: title is "100 %\\r\\n::error". Write it on one line. [bad-value]',
            id="what would break the line is escaped",
        ),
        pytest.param(
            "json",
            '{"path": "content/a, b:1.md", "line": 3, "rule": "bad-value", "level": "warn", '
            '"what": "title is \\"100 %\\r\\n::error\\"", "mend": "Write it on one line"}',
            id="json",
        ),
        pytest.param(
            "github",
            "::warning file=content/a%2C b%3A1.md,line=3,title=bad-value::"
            'title is "100 %25\\r\\n::error". Write it on one line. [bad-value]',
            id="a workflow command, escaped as GitHub asks",
        ),
    ],
)
def test_a_finding_is_one_line_in_each_format(form, line):
    assert list(lines([Finding(FAULT, "warn")], form)) == [line]


def test_a_path_that_could_steer_a_terminal_is_escaped_for_github():
    fault = Fault("evil\x1b[2J.md", 1, "no date is recorded", "Add one", rule="undated")
    assert list(lines([Finding(fault, "error")], "github")) == [
        "::error file=evil\\x1b[2J.md,line=1,title=undated::no date is recorded. Add one. [undated]"
    ]


def test_github_is_told_errors_as_errors(project, put, digest):
    put(project, BAD)
    done = digest("-q", "-C", project, "check", "--format", "github", "--now", "2031-03-08")
    assert [line.split("::")[1] for line in done.stdout.splitlines()] == [
        f"error file={A}/a.md,line=1,title=undated",
        f"warning file={A}/a.md,line=1,title=missing-link",
    ]


def test_the_summary_counts_errors_then_warnings_by_rule():
    two = [Finding(FAULT, "warn"), Finding(FAULT, "error"), Finding(FAULT, "warn")]
    assert summary(two) == "1 error (1 bad-value), 2 warnings (2 bad-value)"


def test_every_rule_is_documented_with_its_level():
    page = (ROOT / "docs/checks.md").read_text()
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", page, flags=re.MULTILINE))
    assert rows == {code: rule.level for code, rule in RULES.items()}
    assert {rule.level for rule in RULES.values()} <= set(SEVERITIES)
