"""What an entry of a feed says and when it changed: each sentence with outlets, each real change with a date."""

import json
import re
from xml.etree import ElementTree as ET

import feedparser
import pytest

ADDRESS = "https://alma.example/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SETTINGS = f"title: Alma watch\nbase_url: {ADDRESS}\nstories: {{excerpts: {{share: 1}}}}\n"
BOATS = "Five boats burnt in the harbour of Alma while all the crews slept ashore."
MAYOR = "The mayor of the town spoke to all the families on the pier that same evening."
MORNING = f"---\nthread: fire\ntitle: Boats burn\ndate: 2025-01-05T08:00Z\nsource: Harbour Post\n---\n{BOATS}"
EVENING = f"---\nthread: fire\ntitle: Mayor speaks\ndate: 2025-01-05T21:30Z\nsource: Coast Wire\n---\n{MAYOR}"
OLDER = "---\nthread: fire\ntitle: Dry spell\ndate: 2025-01-02\nsource: Coast Wire\n---\nThe pier of Alma was very dry."
LATER = "---\nthread: chess\ntitle: Alma wins\ndate: 2025-01-09\n---\nThe chess club won."


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that puts files into the project, builds it, and returns the folder of the site."""
    project = put(tmp_path / "project", {"digest.yaml": SETTINGS, "content/articles/a.md": MORNING})

    def run(more=None, *arguments):
        put(project, more or {})
        done = digest("-q", "-C", project, "build", *arguments)
        assert done.status == 0, done.stderr
        return project / "site"

    return run


def changed(folder):
    """Return when each entry changed, as Atom and JSON Feed say alike, by its id without the address of the site."""
    feed = feedparser.parse((folder / "feed.xml").read_bytes())
    atom = {entry["id"].removeprefix(ADDRESS): entry["updated"] for entry in feed.entries}
    items = json.loads((folder / "feed.json").read_text())["items"]
    assert {item["id"].removeprefix(ADDRESS): item["date_modified"] for item in items} == atom
    return atom


def text_of(folder, place=0):
    return json.loads((folder / "feed.json").read_text())["items"][place]["content_text"]


class TestWhenAnEntryChanged:
    def test_a_report_with_a_time_dates_it_to_the_minute(self, build):
        assert changed(build()) == {"threads/fire/": "2025-01-05T08:00:00+00:00"}

    def test_a_second_report_of_the_same_day_moves_it(self, build):
        build()
        site = build({"content/articles/b.md": EVENING})
        assert changed(site) == {"threads/fire/": "2025-01-05T21:30:01+00:00"}
        assert changed(site / "threads/fire") == {"threads/fire/#d-2025-01-05": "2025-01-05T21:30:01+00:00"}

    @pytest.mark.parametrize(
        "more",
        [
            pytest.param(EVENING.replace("T21:30Z", ""), id="of the same day, without a time"),
            pytest.param(EVENING.replace("T21:30Z", "T06:00Z"), id="of an earlier hour"),
            pytest.param(OLDER, id="of an earlier day"),
            pytest.param(OLDER.replace("date: 2025-01-02\n", ""), id="without a date"),
        ],
    )
    def test_every_further_report_moves_it(self, more, build):
        (before,) = changed(build()).values()
        (after,) = changed(build({"content/articles/b.md": more})).values()
        assert after > before

    def test_an_old_report_that_comes_later_moves_it_to_the_day_of_its_edition(self, build):
        build()
        site = build({"content/articles/b.md": OLDER}, "--now", "2025-01-08")
        assert changed(site) == {"threads/fire/": "2025-01-08T12:00:01+00:00"}
        assert changed(site / "threads/fire") == {
            "threads/fire/#d-2025-01-05": "2025-01-05T08:00:00+00:00",
            "threads/fire/#d-2025-01-02": "2025-01-08T12:00:00+00:00",
        }

    def test_what_came_with_the_first_edition_is_dated_by_its_reports(self, build):
        site = build({"content/articles/c.md": LATER}, "--now", "2025-02-02")
        assert changed(site)["threads/fire/"] == "2025-01-05T08:00:00+00:00"

    def test_a_retraction_moves_it(self, build):
        (before,) = changed(build({"content/articles/b.md": EVENING})).values()
        gone = EVENING.replace("thread:", "status: retracted\nthread:")
        (after,) = changed(build({"content/articles/b.md": gone})).values()
        assert after > before

    def test_a_correction_of_ours_moves_it_to_its_day(self, build):
        site = build({"content/corrections.yaml": "- {date: 2025-01-07, thread: fire, text: It was six boats.}\n"})
        assert changed(site) == {"threads/fire/": "2025-01-07T12:00:01+00:00"}

    def test_the_thread_that_changed_last_comes_first(self, build):
        build({"content/articles/c.md": LATER})
        site = build({"content/articles/b.md": OLDER}, "--now", "2025-01-10")
        assert list(changed(site)) == ["threads/fire/", "threads/chess/"]

    def test_another_thread_a_later_edition_and_another_build_do_not(self, build):
        before = changed(build({"content/articles/b.md": EVENING}))
        after = changed(build({"content/articles/c.md": LATER}, "--now", "2025-03-03"))
        assert after["threads/fire/"] == before["threads/fire/"]
        content = (build() / "feed.xml").read_bytes()
        assert (build() / "feed.xml").read_bytes() == content

    def test_a_stamp_that_is_no_day_is_passed_over(self, build, tmp_path):
        build({"content/articles/b.md": EVENING})
        lock = tmp_path / "project/content/threads.lock"
        head, first, second = lock.read_text().splitlines()
        lock.write_text("\n".join([head, first, second.rpartition(" ")[0] + " 2025-99-99", ""]))
        assert changed(build()) == {"threads/fire/": "2025-01-05T21:30:01+00:00"}


class TestRss:
    def test_an_item_is_dated_by_its_newest_news_and_keeps_its_guid(self, build):
        site = build({"content/articles/b.md": EVENING})
        root = ET.parse(site / "rss.xml").getroot()
        assert root.findtext("channel/item/pubDate") == "Sun, 05 Jan 2025 21:30:01 +0000"
        assert root.findtext("channel/item/guid") == f"{ADDRESS}threads/fire/"


class TestWhatAnEntrySays:
    @pytest.mark.parametrize("page", ["", "tags/harbour"])
    def test_each_sentence_names_the_outlets_that_say_so(self, page, build):
        copy = MORNING.replace("Harbour Post", "Coast Wire").replace("08:00Z", "09:00Z")
        more = {
            "content/articles/b.md": copy,
            "content/articles/c.md": EVENING,
            "content/threads/fire.md": "---\ntags: [Harbour]\n---\n",
        }
        text = text_of(build(more) / page)
        assert f"{BOATS} (Harbour Post, Coast Wire)" in text
        assert f"{MAYOR} (Coast Wire)" in text

    def test_a_sentence_of_no_known_outlet_says_that(self, build):
        site = build({"content/articles/a.md": MORNING.replace("source: Harbour Post\n", "")})
        assert text_of(site) == f"{BOATS} (source not recorded)"
        assert text_of(site / "threads/fire") == f"{BOATS} (source not recorded)"

    def test_the_curator_s_standfirst_comes_first(self, build):
        site = build({"content/threads/fire.md": "---\nstandfirst: A night of fire.\n---\n"})
        assert text_of(site) == f"A night of fire. {BOATS} (Harbour Post)"

    @pytest.mark.parametrize(("name", "tag"), [("feed.xml", "{http://www.w3.org/2005/Atom}entry"), ("rss.xml", "item")])
    def test_an_entry_names_its_language_where_that_is_not_the_site_s(self, name, tag, build):
        german = "---\nthread: feuer\ntitle: Feuer\nlang: de\ndate: 2025-01-03\n---\nDie Boote im Hafen sind verbrannt."
        root = ET.parse(build({"content/articles/d.md": german}) / name).getroot()
        assert [each.get(LANG) for each in root.iter(tag)] == [None, "de"]


class TestTheFooter:
    @pytest.fixture
    def site(self, build):
        gone = EVENING.replace("thread:", "status: retracted\nthread:")
        return build({"content/articles/b.md": gone, "content/threads/fire.md": "---\ntags: [Harbour]\n---\n"})

    @staticmethod
    def links(page):
        return re.findall(r'<a href="([^"]*)">([^<]*)</a>', page.read_text().partition("<footer>")[2])

    def test_every_page_names_the_feeds_of_the_site(self, site):
        feeds = [("feed.xml", "Atom"), ("rss.xml", "RSS"), ("feed.json", "JSON Feed")]
        assert [link for link in self.links(site / "index.html") if link in feeds] == feeds
        assert ("../rss.xml", "RSS") in self.links(site / "search/index.html")

    @pytest.mark.parametrize("page", ["threads/fire", "tags/harbour", "corrections"])
    def test_a_page_with_feeds_names_its_own(self, page, site):
        found = self.links(site / page / "index.html")
        assert {("feed.xml", "Atom"), ("rss.xml", "RSS"), ("feed.json", "JSON Feed")} <= set(found)

    def test_a_thread_names_itself_as_data(self, site):
        found = self.links(site / "threads/fire/index.html")
        assert {("thread.json", "JSON"), ("timeline.json", "TimelineJS")} <= set(found)
        assert "This page as data" not in (site / "tags/harbour/index.html").read_text()

    def test_without_an_address_a_thread_is_data_all_the_same(self, build):
        site = build({"digest.yaml": "title: Bare\n"})
        names = [name for _, name in self.links(site / "threads/fire/index.html")]
        assert names == ["JSON", "TimelineJS"]
