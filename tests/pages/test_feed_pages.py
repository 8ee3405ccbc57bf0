"""Feeds of threads, tags and corrections: three formats with the same entries, whose ids outlive every new title."""

import json
import re

import feedparser
import pytest

ADDRESS = "https://alma.example/news/"
NAMES = ("feed.xml", "rss.xml", "feed.json")
FILES = {
    "digest.yaml": f"title: Alma watch\nbase_url: {ADDRESS}\nstories: {{excerpts: {{share: 1}}}}\n",
    "content/articles/a.md": "---\nthread: fire\ntitle: Boats burn\ndate: 2031-03-07\nsource: Post\n---\nBoats burnt.",
    "content/articles/b.md": "---\nthread: fire\ntitle: Fire is out\ndate: 2031-03-09\nsource: Post\n---\nIt is out.",
    "content/threads/fire.md": "---\ntags: [Harbour]\n---\n",
}
CHESS = {
    "content/articles/c.md": "---\nthread: chess\ntitle: Alma wins\ndate: 2031-03-12\n---\nThe chess club won.",
}
RETRACTED = {
    "content/articles/d.md": (
        "---\nid: a-00000000d1\nthread: fire\ntitle: Mayor did it\ndate: 2031-03-08\nsource: Post\nstatus: retracted\n"
        "---\nNo."
    )
}


@pytest.fixture
def project(tmp_path, put):
    return put(tmp_path / "project", FILES)


@pytest.fixture
def build(project, digest, put):
    """Return a function that builds the project with some more files and returns its folder."""

    def run(more=None):
        put(project, more or {})
        done = digest("-q", "-C", project, "build")
        assert done.status == 0, done.stderr
        return project / "site"

    return run


def ids(folder):
    """Return the ids of the entries of a folder's three feeds."""
    feeds = []
    for name in NAMES[:2]:
        feed = feedparser.parse((folder / name).read_bytes())
        assert not feed.bozo, feed.get("bozo_exception")
        feeds.append([entry["id"] for entry in feed.entries])
    return [*feeds, [item["id"] for item in json.loads((folder / NAMES[2]).read_text())["items"]]]


def contents(folder):
    return [(folder / name).read_bytes() for name in NAMES]


class TestAThread:
    def test_its_three_feeds_have_the_same_entries_one_a_day(self, build):
        page = f"{ADDRESS}threads/fire/"
        assert ids(build() / "threads/fire") == [[f"{page}#d-2031-03-09", f"{page}#d-2031-03-07"]] * 3

    def test_json_feed_says_whose_it_is_and_where(self, build):
        feed = json.loads((build() / "threads/fire/feed.json").read_text())
        page = f"{ADDRESS}threads/fire/"
        assert (feed["home_page_url"], feed["feed_url"]) == (page, f"{page}feed.json")
        assert feed["title"] == "Boats burn · Alma watch"

    def test_a_rename_changes_its_title_and_no_id(self, build, project, digest):
        before = ids(build() / "threads/fire")
        assert digest("-q", "-C", project, "thread", "rename", "fire", "The night of the boats").status == 0
        site = build()
        assert (
            json.loads((site / "threads/fire/feed.json").read_text())["title"] == "The night of the boats · Alma watch"
        )
        assert ids(site / "threads/fire") == before

    def test_an_article_of_another_thread_changes_no_byte(self, build):
        before = contents(build() / "threads/fire")
        site = build(CHESS)
        assert (site / "threads/chess/feed.xml").exists()
        assert contents(site / "threads/fire") == before

    def test_a_new_report_is_news_of_its_own_day_alone(self, build):
        before = json.loads((build() / "threads/fire/feed.json").read_text())["items"]
        more = {"content/articles/e.md": "---\nthread: fire\ndate: 2031-03-11\n---\nThe harbour master resigned."}
        after = json.loads((build(more) / "threads/fire/feed.json").read_text())["items"]
        assert after[1:] == before
        assert (after[0]["id"], after[0]["date_modified"]) == (
            f"{ADDRESS}threads/fire/#d-2031-03-11",
            "2031-03-11T12:00:00+00:00",
        )

    def test_all_three_are_at_each_address_that_it_had(self, build):
        site = build({"content/threads/fire.md": "---\naliases: [blaze]\n---\n"})
        assert contents(site / "threads/blaze") == contents(site / "threads/fire")


class TestATag:
    def test_its_three_feeds_have_an_entry_a_thread(self, build):
        assert ids(build() / "tags/harbour") == [[f"{ADDRESS}threads/fire/"]] * 3

    def test_it_is_called_after_the_tag(self, build):
        feed = json.loads((build() / "tags/harbour/feed.json").read_text())
        assert (feed["title"], feed["home_page_url"]) == ("Harbour · Alma watch", f"{ADDRESS}tags/harbour/")

    def test_a_thread_without_it_changes_no_byte(self, build):
        before = contents(build() / "tags/harbour")
        assert contents(build(CHESS) / "tags/harbour") == before

    def test_one_of_undated_threads_has_none_and_names_none(self, build):
        undated = {
            "content/articles/c.md": "---\nthread: chess\ntitle: Alma wins\n---\nThe chess club won.",
            "content/threads/chess.md": "---\ntags: [Chess]\n---\n",
        }
        site = build(undated)
        assert [path.name for path in (site / "tags/chess").iterdir()] == ["index.html"]
        assert 'title="Chess"' not in (site / "tags/chess/index.html").read_text()


class TestCorrections:
    def test_the_three_feeds_have_an_entry_a_retracted_report_that_leads_to_it_on_the_page(self, build):
        site = build(RETRACTED)
        assert ids(site / "corrections") == [[f"{ADDRESS}corrections/#a-00000000d1"]] * 3
        assert '<li id="a-00000000d1">' in (site / "corrections/index.html").read_text()

    def test_an_entry_has_the_headline_the_outlet_and_the_thread_and_none_of_the_text(self, build):
        (item,) = json.loads((build(RETRACTED) / "corrections/feed.json").read_text())["items"]
        assert (item["title"], item["content_text"]) == ("Mayor did it", "Post · Boats burn")
        assert item["date_published"] == "2031-03-08T12:00:00+00:00"

    def test_ids_stay_when_the_report_gets_another_title_and_another_file(self, build, project):
        before = ids(build(RETRACTED) / "corrections")
        (text,) = RETRACTED.values()
        (project / "content/articles/d.md").unlink()
        moved = {"content/articles/later/moved.md": text.replace("Mayor did it", "Who did it")}
        assert ids(build(moved) / "corrections") == before

    def test_an_article_that_stands_changes_no_byte(self, build):
        before = contents(build(RETRACTED) / "corrections")
        assert contents(build(CHESS) / "corrections") == before


@pytest.mark.parametrize(
    ("page", "name"),
    [
        pytest.param("threads/fire", "Boats burn", id="a thread"),
        pytest.param("tags/harbour", "Harbour", id="a tag"),
        pytest.param("corrections", "Corrections", id="corrections"),
    ],
)
def test_a_page_names_its_three_feeds_before_those_of_the_site(build, page, name):
    text = (build(RETRACTED) / page / "index.html").read_text()
    links = re.findall(r'<link rel="alternate" type="application/([^"]*)" title="([^"]*)" href="([^"]*)">', text)
    assert [link for link in links if link[0] != "json"][:4] == [
        ("atom+xml", name, "feed.xml"),
        ("rss+xml", name, "rss.xml"),
        ("feed+json", name, "feed.json"),
        ("atom+xml", "Alma watch", "../" * len(page.split("/")) + "feed.xml"),
    ]


def test_without_an_address_no_page_has_a_feed(build):
    site = build({"digest.yaml": "title: Bare\n", **RETRACTED})
    assert sorted(path.name for path in site.rglob("*") if path.name in NAMES) == []
