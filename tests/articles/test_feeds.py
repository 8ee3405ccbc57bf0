"""What a feed gives, and which feeds are refused."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.articles.feeds import MAX_FEED, FeedEntry, read_feed, read_json_feed
from digest.articles.feedtext import FeedText, Words
from digest.errors import DigestError

NOTHING = FeedEntry("", "", None, None, None, (), None, None, (), FeedText(), 1)
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Courier &amp; Herald</title><language>en-gb</language>
<item><title>Two &lt;b&gt;boats&lt;/b&gt; burn</title><link>https://courier.example/1</link>
<guid isPermaLink="false">c-1</guid><pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate><category>Harbour</category>
<author>jane@courier.example (Jane Roe)</author><description>Short.</description>
<content:encoded><![CDATA[<p>Longer.</p>]]></content:encoded></item>
<item><title>Fire</title><link>javascript:alert(1)</link><pubDate>soon</pubDate>
<description>Only a summary.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Bote</title>
<entry><id>urn:1</id><title type="html">Zwei &lt;i&gt;Boote&lt;/i&gt;</title><link href="https://bote.example/1"/>
<published>2026-01-02T03:04:05+02:00</published><author><name>Max Muster</name></author>
<summary>Kurz.</summary><content type="html">&lt;p&gt;Größer.&lt;/p&gt;</content></entry></feed>"""
BOAT = FeedEntry(
    key="urn:1", feed="Bote", title="Zwei Boote", link="https://bote.example/1", date="2026-01-02T03:04:05+02:00",
    authors=("Max Muster",), lang="de", source="Bote", tags=(), line=2,
    text=FeedText(Words("<p>Größer.</p>", is_html=True), "Kurz."),
)  # fmt: skip


def test_rss_gives_the_content_before_the_summary():
    courier = replace(NOTHING, feed="Courier & Herald", lang="en-gb", source="Courier & Herald")
    assert read_feed(RSS.encode(), "feed.xml") == (
        replace(
            courier, key="c-1", title="Two boats burn", link="https://courier.example/1", authors=("Jane Roe",),
            date="2026-01-02T03:04:05+00:00", tags=("Harbour",), line=4,
            text=FeedText(Words("<p>Longer.</p>", is_html=True), "Short."),
        ),
        replace(
            courier, key="Fire", title="Fire", line=8,
            text=FeedText(Words("Only a summary.", is_html=True), excerpt=True),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(ATOM.encode(), id="utf-8"),
        pytest.param(ATOM.encode("utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(ATOM.encode("utf-16"), id="utf-16"),
        pytest.param(('<?xml version="1.0" encoding="utf-16"?>' + ATOM).encode("utf-16"), id="utf-16, declared"),
        pytest.param(('<?xml version="1.0" encoding="iso-8859-1"?>' + ATOM).encode("latin-1"), id="latin-1, declared"),
    ],
)
def test_atom_is_read_in_any_encoding(content):
    assert read_feed(content, "feed.atom") == (BOAT,)


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00+03:00", "9999-12-31T23:59:00-03:00", "9001-01-01"])
def test_a_year_that_no_calendar_has_is_no_date(when):
    [entry] = read_feed(ATOM.replace("2026-01-02T03:04:05+02:00", when).encode(), "feed.atom")
    assert entry.date is None


@pytest.mark.parametrize(
    ("head", "feed"),
    [
        pytest.param('<id>urn:b</id><link href="https://bote.example/"/>', "https://bote.example/", id="its link"),
        pytest.param('<id>urn:b</id><link href="/"/>', "urn:b", id="its id, for want of a full link"),
        pytest.param("", "Bote", id="its title, for want of both"),
    ],
)
def test_a_feed_is_told_from_others_by_the_first_of(head, feed):
    [entry] = read_feed(ATOM.replace("</title>\n", f"</title>\n{head}", 1).encode(), "feed.atom")
    assert entry.feed == feed


def test_a_feed_without_articles_is_none_at_fault():
    assert read_feed(b'<rss version="2.0"><channel/></rss>', "feed.xml") == ()


def test_a_feed_that_breaks_off_gives_the_articles_before():
    assert [entry.key for entry in read_feed(RSS.encode()[:-20], "feed.xml")] == ["c-1", "Fire"]


NOT_XML = "No article can be read from the feed: it is neither RSS nor Atom."
AGAIN = " Save it again from its source."
NONE = "No article can be read from the feed: "


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", f"f.xml:1: {NOT_XML}{AGAIN}", id="empty"),
        pytest.param(bytes(range(256)) * 99, f"f.xml:1: {NOT_XML}{AGAIN}", id="binary"),
        pytest.param(b"<html><p>Hi</p></html>", f"f.xml:1: {NOT_XML}{AGAIN}", id="a web page"),
        pytest.param(b"\n" * 99_999 + b"<rss/>", f"f.xml:1: {NOT_XML}{AGAIN}", id="a long head"),
        pytest.param('<rss xmlns:a="b\xa0c" a:d=""/>'.encode(), f"f.xml:1: {NOT_XML}{AGAIN}", id="a blank in a name"),
        pytest.param(b"<rss>\n<channel>\n<a></b>", f"f.xml:3: {NONE}mismatched tag.{AGAIN}", id="broken off in line 3"),
        pytest.param(
            b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>\n<rss>&d;</rss>',
            "f.xml:2: The feed's DOCTYPE declares entities. Delete the DOCTYPE.", id="an entity bomb",
        ),
        pytest.param(
            '<!-- <a> -->\n<!DOCTYPE a SYSTEM "file:///b" [<!ENTITY b "c">]><rss/>'.encode("utf-16"),
            "f.xml:2: The feed's DOCTYPE declares entities. Delete the DOCTYPE.", id="an entity bomb that hides",
        ),
        pytest.param(
            b" " * (MAX_FEED + 1),
            "f.xml:1: the feed has more than 20 MB. Split it into smaller files.", id="too long",
        ),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused(content, message):
    with pytest.raises(DigestError) as caught:
        read_feed(content, "f.xml")
    assert str(caught.value) == message


def test_a_doctype_without_entities_does_no_harm():
    assert read_feed(b"<!DOCTYPE rss>" + ATOM.encode(), "f.xml") == (BOAT,)


def test_deep_nesting_does_no_harm():
    deep = ATOM.replace("Kurz.", "<a>" * 20_000 + "</a>" * 20_000)
    assert [entry.key for entry in read_feed(deep.encode(), "f.xml")] == ["urn:1"]


def test_a_json_feed_gives_the_same():
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Bote", "language": "de",
        "items": [
            {
                "id": "urn:1", "title": "Zwei Boote", "url": "https://bote.example/1", "content_html": "<p>Größer.</p>",
                "date_published": "2026-01-02T03:04:05+02:00", "authors": [{"name": "Max Muster"}], "summary": "Kurz.",
            },
            {"id": 2, "content_text": "Text.", "tags": ["a", "a", 0.5, None], "author": {"name": "Eva Muster"}},
            "no article",
            {"summary": "Kurz.", "date_published": 5, "authors": "no list", "tags": {}},
        ],
    }  # fmt: skip
    bote = replace(NOTHING, feed="Bote", lang="de", source="Bote")
    assert read_json_feed(json.dumps(feed, ensure_ascii=False, indent=1).encode(), "feed.json") == (
        replace(BOAT, line=7),
        replace(
            bote, key="2", text=FeedText(Words("Text.", is_html=False)), tags=("a", "0.5"), authors=("Eva Muster",),
            line=20,
        ),
        replace(bote, text=FeedText(Words("Kurz.", is_html=False), excerpt=True)),
    )  # fmt: skip


def test_a_title_whose_entities_were_escaped_twice_is_mended():
    twice = RSS.replace("Two &lt;b&gt;boats&lt;/b&gt; burn", "Boats &amp;amp; huts, the crew&amp;#8217;s captain")
    assert read_feed(twice.encode(), "f.xml")[0].title == "Boats & huts, the crew’s captain"


def test_a_json_feeds_items_are_on_the_lines_of_their_keys():
    feed = '{"items": [\n{"id": 7},\n{"id": "caf\\u00e9"},\n{"title": "\\"id\\":\\"b\\""},\n{"url": "https://a.example/"}]}'
    entries = read_json_feed(feed.encode(), "feed.json")
    assert [(entry.key, entry.line) for entry in entries] == [
        ("7", 2), ("café", 3), ('"id":"b"', 4), ("https://a.example/", 5),
    ]  # fmt: skip


def test_a_json_feed_in_another_encoding_has_the_same_lines():
    feed = '{"items": [\n{"id": "椢摩≢"},\n{"id": "b"}]}'
    assert [entry.line for entry in read_json_feed(feed.encode("utf-16-be"), "feed.json")] == [2, 3]


VALUE, COLON = "Expecting value: line 1 column 1 (char 0)", "Expecting ':' delimiter: line 2 column 4 (char 5)"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", f"f:1: The feed is no JSON: {VALUE}.{AGAIN}", id="empty"),
        pytest.param(b'{\n"a"', f"f:2: The feed is no JSON: {COLON}.{AGAIN}", id="odd"),
        pytest.param(b"[]", f'f:1: The feed has no list of "items".{AGAIN}', id="a list"),
        pytest.param(b'{"items": {}}', f'f:1: The feed has no list of "items".{AGAIN}', id="no list"),
    ],
)  # fmt: skip
def test_what_is_no_json_feed_is_refused(content, message):
    with pytest.raises(DigestError) as caught:
        read_json_feed(content, "f")
    assert str(caught.value) == message


PIECES = [*RSS.split(">"), *ATOM.split(">"), "\0", "<![CDATA[", "<!DOCTYPE", "&"]
SHREDDED = st.lists(st.sampled_from(PIECES)).map(lambda parts: ">".join(parts).encode())


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200) | SHREDDED)
def test_nothing_but_a_fault_is_raised(content):
    for read in (read_feed, read_json_feed):
        with suppress(DigestError):
            read(content, "f")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["id", "url", "title", "authors", "author", "name", "tags"]), inner, max_size=4
        ),
    ),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(JSON, max_size=4))
def test_any_json_is_read(items):
    assert isinstance(read_json_feed(json.dumps({"items": items}).encode(), "f"), tuple)
