"""The search page, what can be found on it, and what is said where the index cannot be made."""

import re
import sys
from types import SimpleNamespace

import pytest

from digest.pages import searchindex
from digest.pages.quotes import RepeatView, SentenceView, SourceView
from digest.pages.search import view_search
from digest.pages.searchtexts import SearchText, search_texts
from digest.pages.threadviews import DayView, ThreadView, Volume

MEND = '. Run `pip install --upgrade "pagefind_bin<2"`, or write `search: false`'
LISTED = "; the search page only lists the threads for now.\n"
HEAD = "title: Ferry burns\ndate: 2031-03-07\nsource: Harbour Post\nlink: https://post.example/a"
FERRY = f"---\n{HEAD}\n---\nTwo boats burnt.\n"


def source(number: int, outlet: str | None, title: str = "Boats burn", **more) -> SourceView:
    given = {"derived": False, "lang": "en", "wire": None, "authors": (), "published": "2031-03-07", "link": None}
    return SourceView(number=number, article=f"a-{number}", title=title, outlet=outlet, **{**given, **more})


def sentence(text: str, *marks: SourceView, lang: str = "en", repeats: tuple[RepeatView, ...] = ()) -> SentenceView:
    return SentenceView("s-1", text, lang, marks, None, repeats=repeats)


def day(*sentences: SentenceView, value: str = "2031-03-07", **more) -> DayView:
    given = {"value": value, "url": "/2031/03/07/", "title": "", "lang": "en", "foremost": sentences[:1]}
    return DayView(sentences=sentences, **{**given, **more})


def thread(slug: str = "fire", **more) -> ThreadView:
    nothing = dict.fromkeys(("glance", "days", "ahead", "background", "undated", "sources"), ())
    given = {
        "url": f"/threads/{slug}/", "title": "The fire", "lang": "en", "standfirst": None, "status": None, "note": None,
        "first": "2031-03-07", "last": "2031-03-07", "reports": 1, "outlets": 1, **nothing,
    }  # fmt: skip
    given = {**given, **more}
    volumes = tuple(Volume(each.value, len(each.sentences), 1, None, "") for each in given["days"])
    return ThreadView(slug=slug, **given, volumes=volumes, card=SimpleNamespace(slug=slug), parts=None)


def found(view: ThreadView) -> list[SearchText]:
    """Return what can be found of a thread, but for its head."""
    return [text for text in search_texts([view], "en") if text.anchor != "main"]


POST, WIRE = source(1, "Harbour Post"), source(2, "Coast Wire", "Two boats lost")


class TestWhatCanBeFound:
    def test_the_head_of_a_thread_is_its_title_standfirst_and_tags(self):
        view = thread(standfirst="All on the fire.", tags=("boats",), lang="de")
        assert list(search_texts([view], "en")) == [
            SearchText("fire", "main", "de", ("The fire",)),
            SearchText("fire", "main", "en", ("· All on the fire.", "· boats")),
        ]

    def test_a_day_has_its_date_and_the_outlets_of_its_sentences_and_of_what_is_folded_under_them(self):
        told = sentence("Two boats burnt.", POST, repeats=(RepeatView("A pair of boats burnt.", "en", WIRE),))
        assert found(thread(days=(day(told, note="At dawn."),))) == [
            SearchText(
                "fire", "d-2031-03-07", "en", ("At dawn.", "Two boats burnt.", "A pair of boats burnt."),
                ("Coast Wire", "Harbour Post"), "2031-03-07",
            )
        ]  # fmt: skip

    def test_each_language_of_a_day_is_found_by_itself_with_its_own_outlets(self):
        one, other = sentence("Two boats burnt.", POST), sentence("Zwei Boote brannten.", WIRE, lang="de")
        assert found(thread(days=(day(one, other),))) == [
            SearchText("fire", "d-2031-03-07", "de", ("Zwei Boote brannten.",), ("Coast Wire",), "2031-03-07"),
            SearchText("fire", "d-2031-03-07", "en", ("Two boats burnt.",), ("Harbour Post",), "2031-03-07"),
        ]

    @pytest.mark.parametrize("anchor", ["ahead", "undated", "announced", "background"])
    def test_a_part_without_a_day_is_found_too(self, anchor):
        view = thread(**{anchor: (sentence("A verdict is due.", POST),)})
        assert found(view) == [SearchText("fire", anchor, "en", ("A verdict is due.",), ("Harbour Post",))]

    @pytest.mark.parametrize(
        ("glance", "expected"),
        [
            pytest.param("Two boats burnt.", [], id="a sentence of the timeline is not found twice"),
            pytest.param("Boats burnt, in short.", ["Boats burnt, in short."], id="a line of the curator's is found"),
        ],
    )
    def test_at_a_glance(self, glance, expected):
        view = thread(days=(day(sentence("Two boats burnt.", POST)),), glance=(sentence(glance, POST),))
        assert [text for each in found(view) if each.anchor == "glance" for text in each.paragraphs] == expected

    @pytest.mark.parametrize(
        ("headline", "anchors"),
        [
            pytest.param(source(1, "Harbour Post"), ["source-1"], id="a headline"),
            pytest.param(source(1, "Harbour Post", retracted=True), [], id="what was retracted is not"),
            pytest.param(source(1, "Harbour Post", derived=True), [], id="a first sentence is no headline"),
            pytest.param(source(1, "Harbour Post", "The fire"), [], id="the thread's own title is not found twice"),
        ],
    )
    def test_headlines(self, headline, anchors):
        assert [text.anchor for text in found(thread(sources=(headline,)))] == anchors

    @pytest.mark.parametrize(
        ("title", "texts"),
        [
            pytest.param("Boats burn", ("Two boats burnt.",), id="a report's headline is found beside its source"),
            pytest.param("The night", ("The night", "Two boats burnt."), id="the curator's headline of a day is found"),
        ],
    )
    def test_the_headline_of_a_day(self, title, texts):
        view = thread(days=(day(sentence("Two boats burnt.", POST), title=title),), sources=(POST,))
        assert next(text.paragraphs for text in found(view) if text.day and text.anchor.startswith("d-")) == texts

    def test_signs_of_chinese_and_japanese_are_found_one_by_one(self):
        (text,) = found(thread(undated=(sentence("死者5人 in Alma", POST, lang="ja"),)))
        assert text.paragraphs == ("死 \u2060者 \u20605 \u2060人 in Alma",)


class TestThePage:
    def test_threads_stand_by_their_latest_report_and_outlets_by_name(self):
        threads = [
            thread("b", last="2031-03-07", sources=(source(1, "harbour post"), source(2, None))),
            thread("c", last=None),
            thread("a", last="2031-03-07", sources=(source(1, "Coast Wire"), source(2, "Zealot"))),
            thread("d", last="2031-03-09"),
        ]
        view = view_search(threads)
        assert [each.slug for each in view.threads] == ["d", "a", "b", "c"]
        assert view.outlets == ("Coast Wire", "harbour post", "Zealot")

    def test_the_days_to_choose_from_are_those_that_have_a_page(self):
        days = tuple(day(value=value) for value in ("2031-03-09", "2031-03-07"))
        view = view_search([thread(days=days), thread("other")])
        assert (view.first, view.last) == ("2031-03-07", "2031-03-09")
        assert (view_search([]).first, view_search([]).last) == (None, None)


@pytest.fixture
def project(tmp_path, put):
    return put(tmp_path / "project", {"digest.yaml": "title: Boats\nsearch: true\n", "content/articles/a.md": FERRY})


@pytest.fixture
def page(project):
    """Return a function that returns the search page of the project."""
    return (project / "site/search/index.html").read_text


@pytest.fixture
def pagefind(monkeypatch, tmp_path):
    """Return a function that puts another program, a shell script, in the place of Pagefind."""

    def replace(script: str) -> None:
        program = tmp_path / "program"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setitem(sys.modules, "pagefind_bin", SimpleNamespace(get_executable=lambda: program))

    return replace


class TestWithoutAnIndex:
    def test_a_project_that_does_not_ask_has_a_page_of_threads_without_form_or_script(self, project, page, digest):
        (project / "digest.yaml").write_text("title: Boats\n")
        digest("-q", "-C", project, "build")
        assert re.findall(r'data-thread="([^"]*)"', page()) == ["ferry-burns"]
        assert not re.search("<form|<script|<input", page())
        assert not (project / "site/pagefind").exists()

    def test_where_pagefind_is_not_installed_the_build_says_how_to_mend_it_and_the_page_has_no_form(
        self, project, page, digest, monkeypatch
    ):
        monkeypatch.setitem(sys.modules, "pagefind_bin", None)
        done = digest("-q", "-C", project, "build")
        what = "digest.yaml:2: search needs Pagefind, which is not installed"
        assert (done.status, done.stderr) == (0, f"{what}{MEND}{LISTED}")
        assert re.findall(r'data-thread="([^"]*)"', page()) == ["ferry-burns"]
        assert "<form" not in page()

    @pytest.mark.parametrize(
        ("script", "what"),
        [
            pytest.param(
                "echo more >&2; echo 'no room' >&2; echo >&2; exit 1",
                "Pagefind failed: no room",
                id="it fails",
            ),
            pytest.param("exit 3", "Pagefind failed: it does not say why", id="in silence"),
            pytest.param(
                "exit 0",
                "Pagefind's index cannot be used: 'pagefind-entry.json'",
                id="it makes nothing",
            ),
            pytest.param(
                "mkdir index; echo '{}' > index/pagefind-entry.json",
                "Pagefind's index cannot be used: 'languages'",
                id="it makes something else",
            ),
        ],
    )
    def test_where_pagefind_fails_the_site_is_built_without(self, script, what, project, digest, pagefind):
        pagefind(script)
        done = digest("-q", "-C", project, "build")
        assert (done.status, done.stderr) == (0, f"digest.yaml:2: {what}{MEND}{LISTED}")
        assert "<form" not in (project / "site/search/index.html").read_text()

    def test_pagefind_is_stopped_in_the_end(self, project, digest, pagefind, monkeypatch):
        monkeypatch.setattr(searchindex, "_TIMEOUT", 0.2)
        pagefind("exec sleep 60")
        done = digest("-q", "-C", project, "build")
        what = "digest.yaml:2: Pagefind was stopped after 0.2 seconds. Build again"
        assert (done.status, done.stderr) == (0, f"{what}, or write `search: false`{LISTED}")
        assert "<form" not in (project / "site/search/index.html").read_text()

    def test_an_index_that_is_no_more_asked_for_is_removed(self, project, digest):
        pytest.importorskip("pagefind_bin")
        digest("-q", "-C", project, "build")
        assert (project / "site/pagefind/pagefind.js").is_file()
        (project / "digest.yaml").write_text("title: Boats\nsearch: false\n")
        digest("-q", "-C", project, "build")
        assert not (project / "site/pagefind").exists()

    def test_a_setting_that_is_neither_yes_nor_no_stops_the_build(self, project, digest):
        (project / "digest.yaml").write_text("title: Boats\nsearch: auto\n")
        done = digest("-q", "-C", project, "build")
        assert (done.status, done.stderr) == (1, 'digest.yaml:2: search is "auto". Write true or false.\n')


class TestWithAnIndex:
    @pytest.fixture(autouse=True)
    def installed(self):
        pytest.importorskip("pagefind_bin")

    def test_the_same_project_has_the_same_index_each_time(self, project, digest, contents, put):
        more = {
            f"content/articles/{name}.md": FERRY.replace("Ferry", name).replace("Harbour Post", f"Paper {name}")
            for name in "bcdefghijk"
        }
        put(project, more)
        digest("-q", "-C", project, "build", "--out", project.parent / "one")
        digest("-q", "-C", project, "build", "--out", project.parent / "other")
        one = contents(project.parent / "one")
        assert one == contents(project.parent / "other")
        assert len([path for path in one if path.endswith(".pf_filter")]) == 3

    def test_neither_a_file_of_settings_nor_the_environment_changes_it(self, project, digest, contents, monkeypatch):
        digest("-q", "-C", project, "build", "--out", project.parent / "one")
        (project / "pagefind.yml").write_text("exclude_selectors: [span]\n")
        monkeypatch.chdir(project)
        monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "span")
        digest("-q", "-C", project, "build", "--out", project.parent / "other")
        assert contents(project.parent / "one") == contents(project.parent / "other")

    def test_nothing_of_pagefind_s_own_interfaces_is_on_the_site(self, project, digest, contents):
        digest("-q", "-C", project, "build")
        files = contents(project / "site/pagefind")
        programs = [name for name in files if "/" not in name and not name.endswith(".pf_meta")]
        assert programs == [
            "pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.en.pagefind", "wasm.unknown.pagefind",
        ]  # fmt: skip

    def test_a_site_without_threads_has_no_index(self, project, page, digest):
        (project / "content/articles/a.md").unlink()
        assert digest("-q", "-C", project, "build").stderr == ""
        assert "<form" not in page()
        assert not (project / "site/pagefind").exists()
