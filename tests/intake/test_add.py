"""Whatever is added is stored as it came, once, beside what is there."""

import json

import pytest

from digest.articles.markdown import clean_markdown
from digest.intake.feedfiles import markdown
from digest.intake.front import Word

PAGE = "<!doctype html><html><head><title>Fire</title></head><body><p>Five boats burnt in Alma.</p></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>https://post.example/</link>
<language>en-gb</language>
<item><title>Fire: five boats burn</title><link>https://post.example/fire?utm_source=rss</link><guid>f-1</guid>
<pubDate>Fri, 07 Mar 2031 09:00:00 +0100</pubDate><author>a@post.example (Ada Alm)</author>
<description>&lt;p&gt;Five boats burnt.&lt;/p&gt;&lt;p&gt;1. Nobody *was* hurt.&lt;/p&gt;</description></item>
<item><title>Bees return</title><link>https://post.example/bees</link><guid>f-2</guid>
<description>Bees are back.</description></item>
</channel></rss>
"""


@pytest.fixture
def articles(project, contents):
    """Return a function that returns the texts of the articles' folder by their names."""
    return lambda: {
        name: content.decode(errors="replace")
        for name, content in contents(project / "content/articles").items()
        if name != ".keep"
    }


class TestFiles:
    def test_a_file_is_copied_as_it_came_under_a_name_that_every_file_system_takes(
        self, adding, articles, put, tmp_path
    ):
        put(tmp_path, {"in/Fire at the Quay!.TXT": "Five boats\r\nburnt.\r\n", "in/aux.md": "Bees are back.\n"})
        assert adding(tmp_path / "in/Fire at the Quay!.TXT", tmp_path / "in/aux.md") == [
            "added fire-at-the-quay.txt", "added aux-page.md",
        ]  # fmt: skip
        assert articles() == {"aux-page.md": "Bees are back.\n", "fire-at-the-quay.txt": "Five boats\r\nburnt.\r\n"}

    def test_what_the_curator_says_is_put_above_it(self, adding, articles, put, tmp_path):
        put(tmp_path, {"in/fire.txt": "Five boats burnt.\n"})
        adding(tmp_path / "in/fire.txt", word=Word(source="harbour-post", thread="fire", date="2031-03-07"))
        above = "---\nsource: harbour-post\ndate: 2031-03-07\nthread: fire\n---\n"
        assert articles() == {"fire.txt": f"{above}Five boats burnt.\n"}

    def test_a_folder_keeps_its_order_and_only_articles_are_taken(self, adding, articles, put, tmp_path):
        put(tmp_path, {"in/2031/03/07/Fire.txt": "Five boats burnt.\n", "in/a.md": "Bees.\n", "in/b.png": "x",
                       "in/.git/c.txt": "x", "in/d.txt~": "x", "in/urls.txt": "https://post.example/\n"})  # fmt: skip
        (tmp_path / "in/e.txt").symlink_to("/etc/hostname")
        urls = (tmp_path / "in/urls.txt").as_posix()
        assert adding(tmp_path / "in") == [
            "added 2031/03/07/fire.txt",
            "added a.md",
            f"{urls}: this is a list of addresses. Add it by its own name, and what it lists is fetched.",
        ]
        assert sorted(articles()) == ["2031/03/07/fire.txt", "a.md"]

    def test_the_same_text_is_added_once_whatever_its_name(self, adding, articles, put, tmp_path):
        put(tmp_path, {"in/a.txt": "Five boats burnt.\n", "in/b.md": "Five  boats\nburnt."})
        assert adding(tmp_path / "in", tmp_path / "in/a.txt") == ["added a.txt", "there a.txt", "there a.txt"]
        assert adding(tmp_path / "in", word=Word(source="post")) == ["there a.txt", "there a.txt"]
        assert articles() == {"a.txt": "Five boats burnt.\n"}

    def test_no_file_is_ever_written_over(self, adding, articles, put, tmp_path, project):
        put(project, {"content/articles/Fire.txt": "Mine.\n", "content/articles/fire-2.txt": "Mine too.\n"})
        put(tmp_path, {"in/fire.txt": "Five boats burnt.\n"})
        assert adding(tmp_path / "in/fire.txt") == ["added fire-3.txt"]
        assert articles() == {"Fire.txt": "Mine.\n", "fire-2.txt": "Mine too.\n", "fire-3.txt": "Five boats burnt.\n"}

    def test_two_files_of_one_name_get_two(self, adding, put, tmp_path):
        put(tmp_path, {"in/fire.txt": "One.\n", "in/FIRE!.txt": "Two.\n"})
        assert adding(tmp_path / "in") == ["added fire.txt", "added fire-2.txt"]

    def test_what_no_build_could_read_is_refused_with_its_line(self, adding, articles, put, tmp_path):
        put(tmp_path, {"a.pdf": "x", "b.txt": bytes(100), "c.md": "---\ndate: 7.3.31\n---\nText.\n", "d.md": "\n",
                       "e.xml": "<rss"})  # fmt: skip
        here = tmp_path.as_posix()
        kinds = ".txt, .text, .html, .htm, .xhtml, .md, .markdown, .atom, .json, .rss, .xml"
        assert adding(*(tmp_path / name for name in ("a.pdf", "b.txt", "c.md", "d.md", "e.xml"))) == [
            f'{here}/a.pdf: digest reads no ".pdf" files. Save it as one of {kinds}.',
            f"{here}/b.txt: this is no text. Save the article as text, Markdown or HTML.",
            f'{here}/c.md:2: date is "7.3.31". Write it as 2026-11-20 or 2026-11-20T09:00Z.',
            f"{here}/d.md:1: there is no text here. Put the article's text in, or delete the file.",
            f"{here}/e.xml:1: No article can be read from the feed: unclosed token. Save it again from its source.",
        ]
        assert articles() == {}

    def test_an_empty_folder_is_told(self, adding, tmp_path):
        (tmp_path / "in").mkdir()
        assert adding(tmp_path / "in")[0].startswith(f"{tmp_path.as_posix()}/in: there is no article in this folder.")

    def test_the_standard_input_is_named_by_its_title_or_its_first_words(self, adding, articles):
        word = Word(title="Fire at Alma", link="https://post.example/fire")
        assert adding("-", stdin=b"Five boats burnt.", word=word) == ["added fire-at-alma.txt"]
        assert adding("-", stdin=b"<!doctype html><p>Bees are back.") == ["added bees-are-back.html"]
        assert articles()["fire-at-alma.txt"].startswith(
            "---\ntitle: Fire at Alma\nlink: https://post.example/fire\n---\n"
        )


class TestFeeds:
    @pytest.fixture
    def paragraphs(self, digest, project):
        """Return a function that returns the paragraphs of the first article, as a build reads them."""

        def first() -> list[str]:
            rows = digest("-q", "-C", project, "list", "articles", "--json").stdout.splitlines()
            return json.loads(rows[0])["paragraphs"]

        return first

    def test_each_entry_is_an_article_file(self, adding, articles, put, tmp_path, paragraphs):
        feed = put(tmp_path, {"feed.xml": FEED}) / "feed.xml"
        assert adding(feed, word=Word(tags=("alma",))) == ["added fire-five-boats-burn.md", "added bees-return.md"]
        text = articles()["fire-five-boats-burn.md"]
        front, _, body = text.partition("\nid: a-")
        assert front == (
            '---\ntitle: "Fire: five boats burn"\nlink: https://post.example/fire\nsource: Harbour Post\n'
            'date: "2031-03-07T09:00:00+01:00"\nauthor: Ada Alm\nlang: en-gb\ntags: ["alma"]'.replace(
                '["alma"]', "[alma]"
            )
        )
        assert body.partition("---\n")[2] == "Five boats burnt.\n\n1\\. Nobody \\*was\\* hurt.\n"
        assert paragraphs() == ["Five boats burnt.", "1. Nobody *was* hurt."]

    def test_tomorrow_only_what_is_new_is_added(self, adding, put, tmp_path):
        put(tmp_path, {"feed.xml": FEED})
        adding(tmp_path / "feed.xml")
        put(tmp_path, {"feed.xml": FEED.replace("f-1", "f-3").replace("/fire?utm_source=rss", "/wall")})
        assert adding(tmp_path / "feed.xml") == ["added fire-five-boats-burn-2.md", "there bees-return.md"]

    def test_an_entry_that_its_curator_edited_stays(self, adding, articles, put, tmp_path, project):
        put(tmp_path, {"feed.xml": FEED})
        adding(tmp_path / "feed.xml")
        path = project / "content/articles/bees-return.md"
        path.write_text(path.read_text().replace("Bees are back.", "Bees came back.").replace("/bees", "/new"))
        before = articles()
        assert adding(tmp_path / "feed.xml") == ["there fire-five-boats-burn.md", "there bees-return.md"]
        assert articles() == before

    def test_a_feed_that_lies_in_the_digest_whole_has_its_entries_there(self, adding, put, tmp_path, project):
        put(project, {"content/articles/feed.xml": FEED})
        put(tmp_path, {"feed.xml": FEED})
        assert adding(tmp_path / "feed.xml") == ["there feed.xml", "there feed.xml"]

    def test_a_hostile_feed_breaks_no_front_matter_and_leaves_no_folder(self, adding, articles, put, tmp_path):
        tags = ["a, b", "- c", "#d", "null"] * 50
        entry = {
            "id": "1",
            "title": "../../evil\x00: {[\u202e",
            "content_text": "---\nthread: x\n---\nText.",
            "tags": tags * 50,
        }
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Post\n---\nstatus: hidden", "language": "en!"}
        put(tmp_path, {"feed.json": json.dumps({**feed, "items": [{**entry, "url": "javascript:alert(1)"}]})})
        assert adding(tmp_path / "feed.json") == ["added evil.md"]
        front, _, below = articles()["evil.md"].partition("id: a-")
        assert front == (
            '---\ntitle: "../../evil: {["\nsource: "Post --- status: hidden"\ntags: ["a, b", "- c", "#d", "null"]\n'
        )
        assert below[10:] == "\n---\n\\---\n\nthread: x\n\n\\---\n\nText.\n"

    @pytest.mark.parametrize(
        "text",
        ["# 7 dead", "1. May", "12) x", "- no", "+ yes", "> he said", "a_b_ *c* `d`", "[x](y) ![z](w)",
         "<b>x</b> &amp;",
         "| a | b |", "~~no~~", "= is", ": x", "\\* y", "www.post.example & https://post.example/", "--- ", "    four"],
    )  # fmt: skip
    def test_markdown_reads_exactly_the_words_of_an_entry(self, text):
        assert clean_markdown(f"{markdown(text)}\n\nEnd.\n").paragraphs == (" ".join(text.split()), "End.")


class TestAddresses:
    def test_a_page_is_stored_as_it_came_with_its_link(self, adding, articles, server):
        link = server.says("/2031/fire-at-alma.html", PAGE)
        assert adding(f"{link}?utm_source=letter#top") == ["added 127-0-0-1-fire-at-alma.html"]
        assert articles() == {"127-0-0-1-fire-at-alma.html": f"---\nlink: {link}\n---\n{PAGE}"}

    def test_a_page_is_never_added_twice(self, adding, server):
        link, other = server.says("/fire-at-alma", PAGE), server.says("/x", status=302, Location="/fire-at-alma")
        name = "127-0-0-1-fire-at-alma.html"
        assert adding(link, f"{link}/?fbclid=1", other) == [f"added {name}", f"there {name}", f"there {name}"]
        asked = server.asked.count("/fire-at-alma")
        assert adding(link) == [f"there {name}"]
        assert server.asked.count("/fire-at-alma") == asked

    def test_a_page_whose_file_was_edited_or_is_faulty_is_there_still(self, adding, articles, server, project):
        link = server.says("/fire-at-alma", PAGE)
        adding(link)
        path = project / "content/articles/127-0-0-1-fire-at-alma.html"
        path.write_text(path.read_text().replace("---\nlink", "---\ndate: soon\nlink").replace("Five", "Six"))
        before = articles()
        assert adding(link) == ["there 127-0-0-1-fire-at-alma.html"]
        assert articles() == before

    def test_a_page_that_was_saved_by_hand_is_there_by_the_address_it_names(self, adding, put, project, server):
        link = server.url("/fire-at-alma")
        put(
            project,
            {"content/articles/saved.html": PAGE.replace("<title>", f'<link rel="canonical" href="{link}"><title>')},
        )
        assert adding(link) == ["there saved.html"]

    def test_the_same_report_at_two_addresses_is_two_articles(self, adding, server):
        links = server.says("/alma/wire-report", PAGE), server.says("/port/wire-report", PAGE)
        assert adding(*links) == ["added 127-0-0-1-wire-report.html", "added 127-0-0-1-wire-report-2.html"]

    def test_a_page_whose_header_lies_of_its_encoding_is_read_as_it_is(self, adding, server, digest, project):
        page = PAGE.replace("<title>", '<meta charset="windows-1251"><title>').replace("Five", "Пять лодок")
        adding(server.says("/fire-at-alma", page.encode("cp1251"), Content_Type="text/html; charset=utf-8"))
        listed = json.loads(digest("-q", "-C", project, "list", "articles", "--json").stdout)
        assert listed["paragraphs"] == ["Пять лодок boats burnt in Alma."]

    def test_a_feed_is_taken_apart_and_asked_for_anew_each_time(self, adding, server):
        link = server.says("/feed", FEED, Content_Type="text/html")
        assert adding(link) == ["added fire-five-boats-burn.md", "added bees-return.md"]
        assert adding(link) == ["there fire-five-boats-burn.md", "there bees-return.md"]

    def test_what_cannot_be_had_is_told_and_the_rest_goes_on(self, adding, server):
        bad, good = server.says("/bad-story", status=500), server.says("/good-story", PAGE)
        pdf = server.says("/pdf", b"%PDF", Content_Type="application/pdf")
        assert adding(bad, pdf, "ftp://post.example/", good) == [
            f"{bad}: the server answers 500 (Internal Server Error). Add it again later.",
            f'{pdf}: it is of the kind "application/pdf", which digest does not read. Add a page, or a feed.',
            "ftp://post.example/: this is no web address. Write one that begins with https://.",
            "added 127-0-0-1-good-story.html",
        ]

    def test_what_a_page_says_as_front_matter_is_not_the_curators_word(self, adding, server, digest, project):
        adding(
            server.says(
                "/fire-story", "---\nthread: theirs\nstatus: hidden\n---\nFive boats.", Content_Type="text/plain"
            )
        )
        listed = json.loads(digest("-q", "-C", project, "list", "articles", "--json").stdout)
        assert (listed["status"], listed["link"]) == ("published", server.url("/fire-story"))


class TestLists:
    def test_a_list_names_the_line_of_what_it_refuses(self, adding, server, put, tmp_path):
        good, gone = server.says("/good-story", PAGE), server.url("/gone")
        put(tmp_path, {"urls.txt": f"# read later\n{good}\nhttps://\n{gone}\n{good}?utm_medium=x\n"})
        name = (tmp_path / "urls.txt").as_posix()
        assert adding(tmp_path / "urls.txt") == [
            "added 127-0-0-1-good-story.html",
            f'{name}:3: "https://" is no web address. Write one that begins with https://.',
            f"{name}:4: {gone}: the server answers 404 (Not Found). Look at the address.",
            "there 127-0-0-1-good-story.html",
        ]

    def test_tags_of_a_table_are_the_curators_and_its_titles_name_files(self, adding, articles, server, put, tmp_path):
        link = server.says("/7", PAGE)
        put(
            tmp_path,
            {"pocket.csv": f"title,url,time_added,tags,status\nFire at Alma,{link},1930000000,sea|alma,unread\n"},
        )
        assert adding(tmp_path / "pocket.csv", word=Word(tags=("alma", "boats"))) == [
            "added 127-0-0-1-fire-at-alma.html"
        ]
        above = f"---\nlink: {link}\ntags: [sea, alma, boats]\n---\n"
        assert articles() == {"127-0-0-1-fire-at-alma.html": f"{above}{PAGE}"}

    def test_opml_adds_the_entries_of_its_feeds_and_nothing_else(self, adding, server, put, tmp_path):
        feed, page = server.says("/feed", FEED), server.says("/page", PAGE)
        put(
            tmp_path,
            {"feeds.opml": f'<opml><body>\n<outline xmlUrl="{feed}"/>\n<outline xmlUrl="{page}"/>\n</body></opml>'},
        )
        name = (tmp_path / "feeds.opml").as_posix()
        assert adding(tmp_path / "feeds.opml") == [
            "added fire-five-boats-burn.md",
            "added bees-return.md",
            f"{name}:3: {page}: this is no feed. Write the feed's own address, or add the page by itself.",
        ]

    def test_bookmarks_are_fetched(self, adding, server, put, tmp_path):
        link = server.says("/fire-at-alma", PAGE)
        put(tmp_path, {"b.html": f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DT><A HREF="{link}">Fire</A>\n'})
        assert adding(tmp_path / "b.html") == ["added 127-0-0-1-fire.html"]

    def test_a_list_on_the_standard_input(self, adding, server):
        link = server.says("/fire-at-alma", PAGE)
        assert adding("-", stdin=f"{link}\n".encode()) == ["added 127-0-0-1-fire-at-alma.html"]
