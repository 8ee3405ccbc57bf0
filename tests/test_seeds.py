"""What the two seeds in content/articles/ must become: the first promises of this program, held on real scrapes."""

import json
import re
from pathlib import Path

import html5lib
import pytest

SLUG = "kremlin-declines-to-comment-on-north-korean-troops"
QUOTE = "There are a lot of different arguments out there, both right and wrong,"
FIRST, SECOND = "000_075294eac8d6567d.txt", "004_b9e44c5a9df14ae5.txt"


@pytest.fixture
def listed(repository, digest):
    def run(what: str) -> list[dict]:
        done = digest("-C", repository, "list", what, "--json")
        assert done.status == 0
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


@pytest.fixture
def seeds(listed) -> dict[str, dict]:
    return {Path(article["path"]).name: article for article in listed("articles")}


@pytest.fixture
def site(repository, digest) -> Path:
    assert digest("-q", "-C", repository, "build").status == 0
    return repository / "site"


def page(path: Path):
    return html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


class TestArticles:
    def test_they_are_two_in_the_order_of_date(self, listed):
        assert [(each["path"], each["date"]) for each in listed("articles")] == [
            (f"content/articles/{FIRST}", "2025-01-31"),
            (f"content/articles/{SECOND}", "2025-02-01"),
        ]

    def test_the_first_says_its_title_and_its_agency_and_no_link_is_made_up(self, seeds):
        first = seeds[FIRST]
        keys = ("title", "title_origin", "wire", "link", "authors", "lang")
        assert {key: first[key] for key in keys} == {
            "title": "Kremlin declines to comment on North Korean troops' withdrawal reports",
            "title_origin": "source", "wire": "afp", "link": None, "authors": [], "lang": "en-GB",
        }  # fmt: skip

    def test_the_second_has_a_derived_title_which_is_not_its_crosshead(self, seeds):
        second = seeds[SECOND]
        assert second["title_origin"] == "derived"
        assert second["paragraphs"][0].startswith(second["title"].removesuffix("…").rstrip())
        assert (second["wire"], second["link"]) == (None, None)

    def test_the_first_begins_and_ends_with_its_text(self, seeds):
        paragraphs = seeds[FIRST]["paragraphs"]
        assert len(paragraphs) == 10
        assert paragraphs[0].startswith("The Kremlin has declined to comment on reports that North Korean soldiers")
        assert "'Not worth commenting'" in paragraphs
        assert paragraphs[-1] == (
            "Kiev and the West decried the deployment of North Korean fighters as a major escalation"
            " in the three-year conflict."
        )

    def test_the_second_begins_and_ends_with_its_text(self, seeds):
        paragraphs = seeds[SECOND]["paragraphs"]
        assert paragraphs[0].startswith(
            "Western, South Korean and Ukrainian intelligence agencies say Pyongyang deployed"
        )
        assert paragraphs[-1].endswith("but has not publicly made territorial claims on Dnipropetrovsk.")

    @pytest.mark.parametrize(
        ("line", "begins", "rule"),
        [
            pytest.param(1, "date 2025-01-31 WORLD", "header", id="the scraper's header"),
            pytest.param(2, "2 MIN READ", "reading-time", id="the reading time"),
            pytest.param(3, "Kremlin declines to comment", "title", id="the title"),
            pytest.param(5, "Kremlin declines to comment", "repeated-title", id="the title again"),
            pytest.param(6, '"There are a lot of different', "caption", id="the caption with its credit"),
            pytest.param(7, "January 31, 2025", "lone-date", id="the date"),
            pytest.param(17, "RelatedRussia's Putin", "related-link", id="a related headline"),
            pytest.param(21, "Recommended", "related-heading", id="a heading of teasers"),
            pytest.param(33, "RelatedRussian drone strike", "related-link", id="another related headline"),
            pytest.param(34, "SOURCE:AFP", "wire-credit", id="the agency"),
            pytest.param(36, "Colombia cuts US arms deal", "headline-list", id="the first teaser"),
            pytest.param(51, "Is Russia's drone tactic", "headline-list", id="the last teaser"),
        ],
    )
    def test_what_is_cut_of_the_first_is_told_with_its_line_and_rule(self, line, begins, rule, seeds):
        cuts = [cut for cut in seeds[FIRST]["cuts"] if cut["line"] == line]
        assert [(cut["text"][: len(begins)], cut["rule"]) for cut in cuts] == [(begins, rule)]

    def test_each_line_of_the_first_is_kept_or_cut(self, seeds, repository):
        told = {cut["line"] for cut in seeds[FIRST]["cuts"]}
        for number, line in enumerate((repository / "content/articles" / FIRST).read_text().splitlines(), start=1):
            assert number in told or not line.strip() or " ".join(line.split()) in seeds[FIRST]["paragraphs"], line

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            pytest.param("on Thursday", "2025-01-30", id="Thursday"),
            pytest.param("on Wednesday", "2025-01-29", id="Wednesday"),
        ],
    )
    def test_a_weekday_of_the_first_is_the_day_before_its_publication(self, text, value, seeds):
        mentions = [mention for sentence in seeds[FIRST]["sentences"] for mention in sentence["mentions"]]
        assert {"text": text, "value": value} in mentions

    def test_a_weekday_of_the_second_is_the_day_before_its_publication(self, seeds):
        mentions = [mention for sentence in seeds[SECOND]["sentences"] for mention in sentence["mentions"]]
        assert {"2025-01-31"} == {mention["value"] for mention in mentions if "Friday" in mention["text"]}


class TestThread:
    def test_both_are_one_thread_called_by_the_headline(self, listed, seeds):
        threads = [(each["slug"], each["title"], each["articles"]) for each in listed("threads")]
        assert threads == [(SLUG, seeds[FIRST]["title"], [seeds[FIRST]["id"], seeds[SECOND]["id"]])]

    def test_the_quote_is_told_once_with_the_other_one_folded_under_it(self, listed, seeds):
        told = [each for day in listed("threads")[0]["days"] for each in day["sentences"] if QUOTE in each["text"]]
        assert [[*each["from"], *(twin["from"] for twin in each["repeats"])] for each in told] == [
            [f"{seeds[SECOND]['id']}#{mark(seeds[SECOND])}", f"{seeds[FIRST]['id']}#{mark(seeds[FIRST])}"]
        ]

    def test_its_days_hold_what_the_weekdays_say(self, listed):
        days = {day["date"]: [each["text"] for each in day["sentences"]] for day in listed("threads")[0]["days"]}
        assert list(days) == ["2025-01-29", "2025-01-30", "2025-01-31", "2025-02-01"]
        assert any("Podolyak on Wednesday said" in text for text in days["2025-01-29"])
        assert any("the New York Times on Thursday reported" in text for text in days["2025-01-30"])
        assert any("Moscow's army on Friday said" in text for text in days["2025-01-31"])

    def test_what_happened_in_another_year_is_background(self, listed):
        background = [(each["date"], each["text"][:14]) for each in listed("threads")[0]["background"]]
        assert ("2022", "Russia in 2022") in background


def mark(article: dict) -> int:
    return next(number for number, each in enumerate(article["sentences"]) if QUOTE in each["text"])


class TestSite:
    def test_the_page_shows_the_quote_once_with_the_marks_of_both(self, site):
        sentences = [
            each for each in page(site / "threads" / SLUG / "index.html").iter("div") if each.get("class") == "sentence"
        ]
        quotes = [each.find("p") for each in sentences if QUOTE in words(each.find("p"))]
        assert [[link.get("href") for link in quote.iter("a")] for quote in quotes] == [["#source-1", "#source-2"]]

    def test_the_page_has_thursday_and_wednesday_under_their_days(self, site):
        days = {}
        for item in page(site / "threads" / SLUG / "index.html").iter("li"):
            if item.get("class") == "day":
                days[item.find("h3").get("id")] = words(item)
        assert "on Thursday reported" in days["d-2025-01-30"]
        assert "Podolyak on Wednesday said" in days["d-2025-01-29"]
        assert [words for words in days.values() if "on Thursday reported" in words] == [days["d-2025-01-30"]]

    def test_the_page_says_twice_that_no_link_is_recorded_and_once_that_a_title_is_derived(self, site):
        sources = [
            words(each)
            for each in page(site / "threads" / SLUG / "index.html").iter("ol")
            if each.get("class") == "sources"
        ]
        assert len(sources) == 1
        assert sources[0].count("no link recorded") == 2
        assert sources[0].count("title taken from the first sentence") == 1

    def test_there_is_a_page_for_each_day(self, site):
        assert sorted(path.parent.relative_to(site).as_posix() for path in site.glob("20*/*/*/index.html")) == [
            "2025/01/29", "2025/01/30", "2025/01/31", "2025/02/01",
        ]  # fmt: skip

    def test_nothing_that_was_cut_is_on_any_page(self, site):
        for path in site.rglob("*"):
            if path.suffix in {".html", ".xml"}:
                assert not re.search("2 MIN READ|Recommended|Murat Sofuoglu|Colombia|Reuters Archive", path.read_text())


def test_the_curator_is_told_which_file_to_mend_and_how(repository, digest):
    mend = "Add `link: https://...` to its front matter, between two lines of three hyphens (---) at its top."
    assert digest("-C", repository, "list", "articles").stderr.splitlines() == [
        f"content/articles/{name}:1: no link is recorded. {mend}" for name in (FIRST, SECOND)
    ]


def test_the_lock_in_the_repository_is_what_a_build_makes(repository, digest):
    committed = (repository / "content/threads.lock").read_bytes()
    (repository / "content/threads.lock").unlink()
    digest("-q", "-C", repository, "build")
    assert (repository / "content/threads.lock").read_bytes() == committed
