"""Lists of addresses are read in every form, and none of them breaks the reader."""

import csv
import io
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.intake.kinds import kind_of_answer, kind_of_file
from digest.intake.links import canonical, untracked
from digest.intake.lists import LISTS, Listed, bookmarks, opml, plain, table
from digest.intake.outcomes import Refused
from digest.tools.text import one_line

POCKET = """title,url,time_added,tags,status
"Fire, at the quay",https://post.example/fire?utm_source=pocket,1930000000,alma|sea,unread
https://post.example/b,https://post.example/b,1930000001,,archive
Bad,javascript:alert(1),1,,unread
"""
RAINDROP = """id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,Fire,"two
lines",,https://post.example/fire,Alma,"alma, sea",2031-03-07T10:00:00.000Z,,,false
2,Bees,,,https://post.example/bees,Unsorted,,2031-03-08T10:00:00.000Z,,,false
"""
OPML = """<?xml version="1.0"?>
<opml version="2.0"><body>
<outline text="News"><outline text="Harbour &amp; Post" type="rss" xmlUrl="https://post.example/feed.xml"
  htmlUrl="https://post.example/"/></outline>
<!-- <outline xmlUrl="https://old.example/feed.xml"/> -->
<OUTLINE title='a > b' xmlurl='https://wire.example/feed'/>
</body></opml>
"""
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
 <DT><A HREF="https://post.example/fire?a=1&amp;b=2" ADD_DATE="1930000000" TAGS="alma,sea">Fire &amp; smoke</A>
 <DT><A HREF="place:sort=8">Recent</A>
</DL><p>
"""
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
PATHS = st.text("abcdefghij/-", max_size=20)


class TestForms:
    def test_addresses_a_line_each(self):
        text = "# mine\nhttps://post.example/fire#top\n\n  http://post.example/bees  \n"
        assert list(plain(text)) == [
            Listed(2, "https://post.example/fire#top", "https://post.example/fire"),
            Listed(4, "http://post.example/bees", "http://post.example/bees"),
        ]

    def test_a_table_of_pocket(self):
        assert list(table(POCKET)) == [
            Listed(2, "https://post.example/fire?utm_source=pocket", "https://post.example/fire", "Fire, at the quay",
                   ("alma", "sea")),
            Listed(3, "https://post.example/b", "https://post.example/b", "https://post.example/b"),
            Listed(4, "javascript:alert(1)", None, "Bad"),
        ]  # fmt: skip

    def test_a_table_of_raindrop_whose_rows_have_several_lines(self):
        assert list(table(RAINDROP)) == [
            Listed(2, "https://post.example/fire", "https://post.example/fire", "Fire", ("alma", "sea")),
            Listed(4, "https://post.example/bees", "https://post.example/bees", "Bees"),
        ]

    def test_a_table_with_semicolons_and_a_mark_of_its_encoding(self):
        assert list(table("\ufeffTitle;Link\nFire;https://post.example/fire\n")) == [
            Listed(2, "https://post.example/fire", "https://post.example/fire", "Fire")
        ]

    def test_a_table_with_a_cell_without_end(self):
        with pytest.raises(Refused, match="line 2 is no row of a table: field larger than field limit"):
            list(table('url\n"' + "x" * 200_000))

    def test_a_table_without_addresses(self):
        with pytest.raises(Refused, match="this table has no column of addresses"):
            list(table("title,text\nFire,Five boats burnt\n"))

    def test_feeds_of_opml(self):
        assert list(opml(OPML)) == [
            Listed(3, "https://post.example/feed.xml", "https://post.example/feed.xml", "Harbour & Post", is_feed=True),
            Listed(6, "https://wire.example/feed", "https://wire.example/feed", "a > b", is_feed=True),
        ]

    def test_bookmarks(self):
        link = "https://post.example/fire?a=1&b=2"
        assert list(bookmarks(BOOKMARKS)) == [
            Listed(3, link, link, "Fire & smoke", ("alma", "sea")),
            Listed(4, "place:sort=8", None, "Recent"),
        ]


class TestAnyList:
    @pytest.mark.parametrize("form", LISTS)
    @given(text=st.text(max_size=400) | st.text("<>\"'= \n-!aoutlinehrefxmlurl,;", max_size=400))
    def test_no_text_breaks_a_reader(self, form, text):
        try:
            found = list(LISTS[form](text))
        except Refused as refused:
            assert form == "table", refused  # noqa: PT017 - only a table may be none
            return
        assert all(1 <= each.line <= text.count("\n") + text.count("\r") + 1 for each in found)

    @given(rows=st.lists(st.tuples(WORDS, PATHS), max_size=5))
    def test_what_is_written_to_a_table_is_read(self, rows):
        file = io.StringIO()
        csv.writer(file).writerows(
            [("title", "url"), *((title, f"https://post.example/{path}") for title, path in rows)]
        )
        expected = [(one_line(title) or None, f"https://post.example/{path}") for title, path in rows]
        assert [(each.title, each.link) for each in table(file.getvalue())] == expected

    @given(rows=st.lists(st.tuples(WORDS.filter(str.strip), PATHS), max_size=5))
    def test_what_is_written_to_opml_is_read(self, rows):
        tags = [f"<outline text={quoteattr(t)} xmlUrl={quoteattr('https://post.example/' + p)}/>" for t, p in rows]
        found = opml("<opml><body>\n" + "\n".join(tags) + "\n</body></opml>")
        expected = [(number, f"https://post.example/{path}") for number, (_, path) in enumerate(rows, 2)]
        assert [(each.line, each.link) for each in found] == expected

    @pytest.mark.parametrize("text", ["<outline ", "<outline a='", "<!--", '<a href="', "<a ", "<"])
    def test_a_million_signs_of_broken_tags_end_soon(self, text):
        long = text * (1_000_000 // len(text))
        assert all(each.link is None for form in (opml, bookmarks) for each in form(long))


class TestKinds:
    @pytest.mark.parametrize(
        ("content", "suffix", "kind"),
        [
            (POCKET, ".csv", "table"), (OPML, ".xml", "opml"), (OPML, ".opml", "opml"),
            (BOOKMARKS, ".html", "bookmarks"),
            ("https://post.example/\n", ".txt", "addresses"), ("https://post.example/\n", "", "addresses"),
            ("See https://post.example/\n", ".txt", "text"), ("https://post.example/\n", ".md", "markdown"),
            ("<!doctype html><p>Fire.", "", "html"), ("<rss version='2.0'></rss>", "", "feed"), ("Fire.", "", "text"),
            (POCKET, "", "table"), ('{"version": "https://jsonfeed.org/version/1.1"}', "", "json"), ("x", ".pdf", None),
        ],
    )  # fmt: skip
    def test_a_file_is_known_by_what_is_in_it(self, content, suffix, kind):
        assert kind_of_file(content.encode(), suffix) == kind

    @pytest.mark.parametrize(
        ("content", "media", "kind"),
        [
            (b"<?xml version='1.0'?><rss></rss>", "text/html", "feed"), (b"<!DOCTYPE html><p>x", "text/plain", "html"),
            (b"Fire.", "text/plain", "text"), (b"%PDF-1.7", "application/pdf", None), (bytes(100), "text/html", None),
            (b"# Fire", "text/markdown", "markdown"), (b"<html>", "application/xml", "html"),
        ],
    )  # fmt: skip
    def test_an_answer_is_known_by_what_is_in_it(self, content, media, kind):
        assert kind_of_answer(content, media) == kind


class TestLinks:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("https://post.example/fire", "http://www.post.example:80/fire/", True),
            ("https://post.example/fire", "https://POST.example/fire?utm_campaign=x&fbclid=1&gclid=2#top", True),
            ("https://post.example/fire?a=1&b=2", "https://post.example/fire?b=2&a=1", True),
            ("https://alma-öst.example/", "https://xn--alma-st-e1a.example", True),
            ("https://post.example/caf%C3%A9", "https://post.example/café", True),
            ("https://post.example/fire?id=7", "https://post.example/fire?id=8", False),
            ("https://post.example/fire", "https://post.example:8443/fire", False),
            ("https://post.example/#!/fire", "https://post.example/#!/bees", False),
            ("https://m.post.example/fire", "https://post.example/fire", False),
            ("https://post.example/a%2Fb", "https://post.example/a/b", False),
        ],
    )  # fmt: skip
    def test_which_addresses_are_one(self, one, other, same):
        assert (canonical(one) == canonical(other)) is same

    def test_only_what_tracks_is_taken_off(self):
        link = "http://www.post.example/Fire/?q=utm_source&b&utm_id=3&mc_cid=1&ref=home"
        assert untracked(link) == "http://www.post.example/Fire/?q=utm_source&b&ref=home"
