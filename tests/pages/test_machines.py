"""What the site offers machines: each file is read by the machine's own reader, and says whose words it has."""

import json
import re
from xml.etree import ElementTree as ET

import feedparser
import pytest

ADDRESS = "https://alma.example/news/"
ATOM = "{http://www.w3.org/2005/Atom}"
SOURCES = "post: {name: Harbour & Post, home: https://post.example/}\ncourier: {name: Alma Courier}\n"
FIRST = "---\nthread: fire\ntitle: Boats <burn> & sink\ndate: 2031-03-07\nsource: post\nlink: https://post.example/?a=1&b=2\n---\n"
SECOND = (
    "---\nthread: fire\ntitle: Harbour of Alma reopens\ndate: 2031-03-09\nsource: courier\nauthors: [Ada Alm]\n---\n"
)
FILES = {
    "digest.yaml": f"title: Alma & watch\nbase_url: {ADDRESS}\nstories: {{excerpts: {{share: 1}}}}\n",
    "content/sources.yaml": SOURCES,
    "content/articles/a.md": f"{FIRST}Five boats burnt in the harbour of Alma when 3 < 5 crews slept ashore.",
    "content/articles/b.md": f"{SECOND}The harbour of Alma was opened again to all fishing crews on Sunday morning.",
}


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds the site with some more files and returns its folder."""

    def run(more=None, *arguments):
        project = put(tmp_path / "project", {**FILES, **(more or {})})
        done = digest("-q", "-C", project, "build", *arguments)
        assert done.status == 0, done.stderr
        return project / "site"

    return run


def entries(path):
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    # feedparser itself would give `published` for a missing `updated`, and warn.
    plain = [dict(each) for each in feed.entries]
    return [(each["id"], each["title"], each["summary"], each["published"], each.get("updated")) for each in plain]


def linked_data(page):
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(), re.DOTALL)
    return json.loads(block)


def open_graph(page):
    return dict(re.findall(r'<meta property="([^"]*)" content="([^"]*)">', page.read_text()))


def alternates(page):
    return re.findall(r'<link rel="alternate" type="([^"]*)" title="[^"]*" href="([^"]*)">', page.read_text())


class TestTheFeedsOfTheSite:
    def test_rss_has_an_item_a_thread_with_the_id_of_its_address(self, build):
        site = build()
        root = ET.parse(site / "rss.xml").getroot()
        assert (root.tag, root.get("version")) == ("rss", "2.0")
        (entry,) = entries(site / "rss.xml")
        assert entry[0] == f"{ADDRESS}threads/fire/"
        assert entry[3] == "Sun, 09 Mar 2031 12:00:01 +0000"
        assert root.findtext("channel/lastBuildDate") == "Sun, 09 Mar 2031 12:00:01 +0000"
        assert "3 &lt; 5 crews" in root.findtext("channel/item/description")

    def test_json_feed_has_an_item_a_thread(self, build):
        feed = json.loads((build() / "feed.json").read_text())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert (feed["home_page_url"], feed["feed_url"]) == (ADDRESS, f"{ADDRESS}feed.json")
        (item,) = feed["items"]
        assert (item["id"], item["url"]) == (f"{ADDRESS}threads/fire/",) * 2
        assert item["date_published"] == "2031-03-07T12:00:00+00:00"
        assert item["date_modified"] == "2031-03-09T12:00:01+00:00"
        assert "when 3 < 5 crews slept" in item["content_text"]

    def test_the_three_feeds_have_the_same_entries(self, build):
        site = build()
        items = json.loads((site / "feed.json").read_text())["items"]
        ids = [[entry[0] for entry in entries(site / name)] for name in ("feed.xml", "rss.xml")]
        assert ids == [[item["id"] for item in items]] * 2

    def test_a_feed_without_an_entry_is_dated_by_no_clock(self, build):
        site = build(
            {"content/articles/a.md": "---\ndraft: true\n---\nA.", "content/articles/b.md": "---\ndraft: true\n---\nB."}
        )
        root = ET.parse(site / "rss.xml").getroot()
        assert root.findtext("channel/lastBuildDate") == "Thu, 01 Jan 1970 00:00:00 +0000"
        assert json.loads((site / "feed.json").read_text())["items"] == []


class TestTheFeedOfAThread:
    def test_it_has_an_entry_a_day_with_the_outlets_that_reported_it(self, build):
        found = entries(build() / "threads/fire/feed.xml")
        assert [entry[0] for entry in found] == [f"{ADDRESS}threads/fire/#d-2031-03-{day}" for day in ("09", "07")]
        assert found[0][2].endswith("on Sunday morning. (Alma Courier)")
        assert found[1][2].endswith("3 &lt; 5 crews slept ashore. (Harbour &amp; Post)")

    def test_an_entry_is_dated_by_the_reports_of_its_day_and_not_by_those_of_others(self, build):
        found = entries(build() / "threads/fire/feed.xml")
        assert [entry[4] for entry in found] == ["2031-03-09T12:00:00+00:00", "2031-03-07T12:00:00+00:00"]

    def test_each_entry_leads_to_its_day_on_the_page(self, build):
        site = build()
        page = (site / "threads/fire/index.html").read_text()
        fragments = [entry[0].partition("#")[2] for entry in entries(site / "threads/fire/feed.xml")]
        assert [f'id="{fragment}"' in page for fragment in fragments] == [True, True]

    def test_a_later_edition_and_another_build_change_nothing(self, build):
        before = (build() / "threads/fire/feed.xml").read_bytes()
        assert (build(None, "--now", "2035-05-05") / "threads/fire/feed.xml").read_bytes() == before

    def test_ids_stay_when_the_thread_gets_another_title(self, build):
        before = [entry[0] for entry in entries(build() / "threads/fire/feed.xml")]
        site = build({"content/threads/fire.md": "---\ntitle: The night of the boats\n---\n"})
        feed = ET.parse(site / "threads/fire/feed.xml").getroot()
        assert feed.findtext(f"{ATOM}title") == "The night of the boats · Alma & watch"
        assert [entry[0] for entry in entries(site / "threads/fire/feed.xml")] == before
        assert feed.findtext(f"{ATOM}id") == f"{ADDRESS}threads/fire/"

    def test_it_is_at_each_address_that_the_thread_had(self, build):
        site = build({"content/threads/fire.md": "---\naliases: [blaze]\n---\n"})
        assert (site / "threads/blaze/feed.xml").read_bytes() == (site / "threads/fire/feed.xml").read_bytes()

    def test_an_undated_thread_has_none_and_names_none(self, build):
        site = build({"content/articles/c.md": "---\nthread: chess\ntitle: Chess\n---\nThe chess club of Alma won."})
        assert not (site / "threads/chess/feed.xml").exists()
        page = site / "threads/chess/index.html"
        assert [link for kind, link in alternates(page) if not link.startswith("../")] == ["thread.json"]


class TestAThreadAsJson:
    def test_it_is_the_line_of_digest_list_threads(self, build, digest):
        site = build()
        listed = digest("-q", "-C", site.parent, "list", "threads", "--json").stdout
        assert (site / "threads/fire/thread.json").read_text() == listed

    def test_timelinejs_gets_a_slide_a_day_with_the_texts_escaped(self, build):
        timeline = json.loads((build() / "threads/fire/timeline.json").read_text())
        assert [event["start_date"] for event in timeline["events"]] == [
            {"year": 2031, "month": 3, "day": 7},
            {"year": 2031, "month": 3, "day": 9},
        ]
        assert timeline["events"][0]["text"]["text"] == (
            "<p>Five boats burnt in the harbour of Alma when 3 &lt; 5 crews slept ashore. "
            '(<a href="https://post.example/?a=1&amp;b=2">Harbour &amp; Post</a>)</p>'
        )

    def test_a_hidden_thread_has_neither(self, build):
        site = build({"content/threads/fire.md": "---\nhide: true\n---\n"})
        assert not (site / "threads").exists()

    def test_a_thread_without_a_day_has_no_timeline(self, build):
        site = build({"content/articles/c.md": "---\nthread: chess\ntitle: Chess\n---\nThe chess club of Alma won."})
        assert not (site / "threads/chess/timeline.json").exists()
        assert (site / "threads/chess/thread.json").exists()


class TestTheOutlines:
    def test_an_outlet_with_a_home_page_is_a_link(self, build):
        site = build()
        root = ET.parse(site / "sources/outlets.opml").getroot()
        assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "Alma & watch")
        assert [dict(each.attrib) for each in root.iter("outline")] == [
            {"text": "Alma Courier"},
            {"type": "link", "text": "Harbour & Post", "url": "https://post.example/"},
        ]
        assert ("text/x-opml", "outlets.opml") in alternates(site / "sources/index.html")

    def test_where_no_outlet_is_known_there_is_no_file_and_none_is_named(self, build):
        bare = "---\ndate: 2031-03-07\n---\nThe chess club of Alma won."
        site = build({"content/articles/a.md": bare, "content/articles/b.md": f"{bare} Twice."})
        assert not (site / "sources/outlets.opml").exists()
        assert "text/x-opml" not in dict(alternates(site / "sources/index.html"))


class TestTheSitemap:
    def test_a_page_changed_with_the_newest_report_on_it_and_not_with_the_edition(self, build):
        more = {
            "content/threads/fire.md": "---\ntags: [Harbour]\nstoryline: The blaze\n---\n",
            "content/articles/c.md": "---\nthread: chess\ntitle: Chess\ndate: 2031-03-12\nsource: Chess Now\n---\nWon.",
            "content/articles/d.md": "---\nthread: go\ntitle: Go\n---\nThe go club of Alma won.",
            "content/pages/about.md": "Who we are.",
        }
        text = (build(more, "--now", "2035-05-05") / "sitemap.xml").read_text()
        rows = re.findall(r"<loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", text)
        assert {url.removeprefix(ADDRESS): day for url, day in rows if "search" not in url} == {
            "": "2031-03-12",
            "2031/03/07/": "2031-03-07",
            "2031/03/09/": "2031-03-09",
            "2031/03/12/": "2031-03-12",
            "about/": "",
            "archive/": "",
            "sources/": "2031-03-12",
            "sources/chess-now/": "2031-03-12",
            "sources/courier/": "2031-03-09",
            "sources/not-recorded/": "",
            "sources/post/": "2031-03-07",
            "storylines/the-blaze/": "2031-03-09",
            "tags/": "2031-03-09",
            "tags/harbour/": "2031-03-09",
            "threads/chess/": "2031-03-12",
            "threads/fire/": "2031-03-09",
            "threads/go/": "",
        }

    def test_a_late_report_of_an_early_day_changes_the_page_of_that_day(self, build):
        late = "---\nthread: fire\ntitle: More\ndate: 2031-03-11\n---\nTwo of the crews were hurt on 7 March 2031."
        text = (build({"content/articles/c.md": late}) / "sitemap.xml").read_text()
        assert f"<loc>{ADDRESS}2031/03/07/</loc><lastmod>2031-03-11</lastmod>" in text


class TestWhatAPageSaysOfItself:
    def test_a_thread_cites_the_reports_of_others_and_names_no_author_of_its_own(self, build):
        data = linked_data(build() / "threads/fire/index.html")
        assert (data["@context"], data["@type"]) == ("https://schema.org", "CollectionPage")
        assert (data["url"], data["dateModified"]) == (f"{ADDRESS}threads/fire/", "2031-03-09")
        assert not {"author", "publisher", "description"} & data.keys()
        assert data["citation"] == [
            {
                "@type": "NewsArticle", "headline": "Boats <burn> & sink", "url": "https://post.example/?a=1&b=2",
                "inLanguage": "en", "datePublished": "2031-03-07",
                "publisher": {"@type": "Organization", "name": "Harbour & Post"},
            },
            {
                "@type": "NewsArticle", "headline": "Harbour of Alma reopens", "inLanguage": "en",
                "datePublished": "2031-03-09", "author": [{"@type": "Person", "name": "Ada Alm"}],
                "publisher": {"@type": "Organization", "name": "Alma Courier"},
            },
        ]  # fmt: skip

    def test_a_title_that_we_made_is_not_called_the_publisher_s_headline(self, build):
        site = build(
            {"content/articles/c.md": "---\nthread: chess\ndate: 2031-03-08\n---\nThe chess club of Alma won."}
        )
        (cited,) = linked_data(site / "threads/chess/index.html")["citation"]
        assert "headline" not in cited
        assert cited["name"]

    def test_a_retracted_report_is_cited_as_that(self, build):
        site = build({"content/articles/b.md": SECOND.replace("thread:", "status: retracted\nthread:") + "Nothing."})
        cited = linked_data(site / "threads/fire/index.html")["citation"]
        assert [each.get("creativeWorkStatus") for each in cited] == [None, "Retracted"]

    def test_the_home_page_lists_the_threads_and_is_dated_by_the_newest_report(self, build):
        data = linked_data(build(None, "--now", "2035-05-05") / "index.html")
        assert data["dateModified"] == "2031-03-09"
        assert [each["url"] for each in data["mainEntity"]["itemListElement"]] == [f"{ADDRESS}threads/fire/"]

    def test_a_day_lists_its_threads_and_cites_its_reports(self, build):
        data = linked_data(build() / "2031/03/07/index.html")
        assert data["temporalCoverage"] == "2031-03-07"
        assert [each["name"] for each in data["mainEntity"]["itemListElement"]] == ["Boats <burn> & sink"]
        assert [each["headline"] for each in data["citation"]] == ["Boats <burn> & sink"]

    def test_an_outlet_is_about_it_and_cites_its_reports(self, build):
        data = linked_data(build() / "sources/post/index.html")
        assert data["about"] == {"@type": "Organization", "name": "Harbour & Post", "url": "https://post.example/"}
        assert [each["headline"] for each in data["citation"]] == ["Boats <burn> & sink"]
        assert data["dateModified"] == "2031-03-07"

    @pytest.mark.parametrize("page", ["tags/harbour", "storylines/the-blaze"])
    def test_a_tag_and_a_storyline_list_their_threads(self, page, build):
        site = build({"content/threads/fire.md": "---\ntags: [Harbour]\nstoryline: The blaze\n---\n"})
        data = linked_data(site / page / "index.html")
        assert [each["url"] for each in data["mainEntity"]["itemListElement"]] == [f"{ADDRESS}threads/fire/"]
        assert data["dateModified"] == "2031-03-09"

    @pytest.mark.parametrize(
        ("page", "names"),
        [
            pytest.param("threads/fire", ["Alma & watch", "The blaze", "Boats <burn> & sink"], id="a thread"),
            pytest.param("storylines/the-blaze", ["Alma & watch", "The blaze"], id="a storyline"),
            pytest.param("tags/harbour", ["Alma & watch", "Tags", "Harbour"], id="a tag"),
            pytest.param("sources/post", ["Alma & watch", "Sources", "Harbour & Post"], id="an outlet"),
            pytest.param("2031/03/07", ["Alma & watch", "Archive", "Friday, March 7, 2031"], id="a day"),
        ],
    )
    def test_a_page_says_on_which_way_it_lies(self, page, names, build):
        site = build({"content/threads/fire.md": "---\ntags: [Harbour]\nstoryline: The blaze\n---\n"})
        steps = linked_data(site / page / "index.html")["breadcrumb"]["itemListElement"]
        assert [(step["position"], step["name"]) for step in steps] == list(enumerate(names, start=1))
        assert (steps[0]["item"], steps[-1]["item"]) == (ADDRESS, f"{ADDRESS}{page}/")

    def test_a_page_that_is_not_here_or_moved_is_not_to_be_indexed(self, build):
        site = build({"content/threads/fire.md": "---\naliases: [blaze]\n---\n"})
        found = [path for path in site.rglob("*.html") if '<meta name="robots" content="noindex">' in path.read_text()]
        assert sorted(path.relative_to(site).as_posix() for path in found) == ["404.html", "threads/blaze/index.html"]

    def test_an_article_cannot_end_the_script_element(self, build):
        hostile = FIRST.replace("Boats <burn> & sink", "'</script><script>alert(1)</script><!--'")
        page = build({"content/articles/a.md": f"{hostile}Five boats burnt."}) / "threads/fire/index.html"
        assert "<script>alert" not in page.read_text()
        assert linked_data(page)["citation"][0]["headline"] == "</script><script>alert(1)</script><!--"

    def test_open_graph_tells_of_a_thread_what_its_head_does(self, build):
        site = build({"content/threads/fire.md": '---\nstandfirst: A night "of fire".\n---\n'})
        assert open_graph(site / "threads/fire/index.html") == {
            "og:type": "article",
            "og:site_name": "Alma &amp; watch",
            "og:locale": "en_US",
            "og:title": "Boats &lt;burn&gt; &amp; sink",
            "og:description": "A night &#34;of fire&#34;.",
            "og:url": f"{ADDRESS}threads/fire/",
            "article:published_time": "2031-03-07",
            "article:modified_time": "2031-03-09",
        }

    def test_open_graph_names_a_day_in_words(self, build):
        assert open_graph(build() / "2031/03/07/index.html")["og:title"] == "Friday, March 7, 2031"

    def test_a_page_that_is_no_news_says_nothing(self, build):
        text = (build() / "404.html").read_text()
        assert "ld+json" not in text
        assert "og:" not in text

    def test_the_head_names_the_feeds_those_of_the_thread_first(self, build):
        assert alternates(build() / "threads/fire/index.html") == [
            ("application/atom+xml", "feed.xml"),
            ("application/rss+xml", "rss.xml"),
            ("application/feed+json", "feed.json"),
            ("application/json", "thread.json"),
            ("application/atom+xml", "../../feed.xml"),
            ("application/rss+xml", "../../rss.xml"),
            ("application/feed+json", "../../feed.json"),
        ]


class TestASiteWithoutAnAddress:
    @pytest.fixture
    def bare(self, build):
        return build({"digest.yaml": "title: Bare\nstories: {excerpts: {share: 1}}\n"})

    def test_it_has_no_feed_and_names_none(self, bare):
        found = sorted(path.name for path in bare.rglob("*") if path.suffix in {".xml", ".json", ".opml", ".txt"})
        assert found == ["outlets.opml", "thread.json", "timeline.json"]
        assert alternates(bare / "threads/fire/index.html") == [("application/json", "thread.json")]
        assert alternates(bare / "index.html") == []

    def test_the_links_of_its_linked_data_are_relative(self, bare):
        data = linked_data(bare / "threads/fire/index.html")
        assert (data["url"], data["isPartOf"]["url"]) == ("./", "../../")
        assert "og:url" not in open_graph(bare / "threads/fire/index.html")
