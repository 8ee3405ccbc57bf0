"""The feeds of one build share what they tell and write; each is what it would be if it were made alone."""

from dataclasses import fields
from datetime import UTC, datetime
from html import escape
from io import StringIO

import pytest
from feedgenerator import Atom1Feed, Rss201rev2Feed, SimplerXMLGenerator

from digest.pages.feed import atom, rss
from digest.pages.feedentries import Feed, FeedEntry, Feeds
from digest.pages.listings import CorrectionsView, ErratumView
from digest.pages.machines import machine_file
from digest.pages.quotes import SentenceView, SourceView
from digest.pages.site import SiteSettings
from digest.pages.threadviews import CardView, DayView, ThreadView
from digest.pages.views import FeedView, Page, TagView

SITE = SiteSettings(title="Alma watch", base_url="https://alma.example/news/")
FORMATS = {"jsonfeed": "feed.json", "atom": "feed.xml", "rss": "rss.xml"}


def sentence(text, *marks):
    return SentenceView("s-1", text, "en", marks, None, outlets=marks)


def thread(slug, day, title=None, **more):
    source = SourceView(
        1, f"a-{slug}", f"Of {slug}", derived=False, lang="en", outlet="Harbour Post", wire=None, authors=(),
        published=day, link=None,
    )  # fmt: skip
    told = (sentence(f"It burnt in {slug} & <all> around.", source),)
    given = {
        "url": f"/threads/{slug}/", "title": title or f"Fire in {slug}", "lang": "en", "standfirst": None,
        "status": None, "note": None, "first": day, "last": day, "reports": 1, "outlets": 1, "glance": told,
        "days": (DayView(day, "/2031/03/07/", f"Of {slug}", "en", told, told),), "ahead": (), "background": (),
        "undated": (), "sources": (source,),
    }  # fmt: skip
    given = {**given, **more, "slug": slug}
    shown = {each.name: given[each.name] for each in fields(CardView) if each.name in given}
    return ThreadView(**given, card=CardView(**shown, independent=1, news=0), parts=None)


ALMA, AMBER, ALMUD = (
    thread("alma", "2031-03-07"),
    thread("amber", "2031-03-09"),
    thread("almud", "2031-03-08", lang="de"),
)
ERRATUM = ErratumView("c-1", "2031-03-10", "Not six.", "Not six.", None, ALMA.url, ALMA.title, "en")


def pages(url, title, view):
    return [Page(f"{url}{name}", template, title, "en", view) for template, name in FORMATS.items()]


ALL = [
    *pages("/corrections/", "Corrections", CorrectionsView((), (ERRATUM,))),
    *pages("/", SITE.title, FeedView((ALMA.card, AMBER.card, ALMUD.card))),
    *pages("/tags/fire/", "Fire", TagView("/tags/fire/", "Fire", (ALMA.card, ALMUD.card))),
    *pages("/tags/sea/", "Sea", TagView("/tags/sea/", "Sea", (AMBER.card, ALMA.card))),
    *pages("/tags/none/", "None", TagView("/tags/none/", "None", ())),
    *pages(ALMA.url, ALMA.title, ALMA),
    *pages("/threads/old-alma/", ALMA.title, ALMA),
]


@pytest.mark.parametrize("order", [ALL, ALL[::-1], ALL[::2] + ALL[1::2]], ids=["in order", "backwards", "mixed"])
def test_what_feeds_share_changes_no_byte(order):
    feeds = Feeds(SITE)
    together = {page.url: machine_file(page, SITE, feeds) for page in order}
    assert together == {page.url: machine_file(page, SITE) for page in ALL}


def test_a_thread_is_told_and_written_once():
    feeds = Feeds(SITE)
    fire, sea = (feeds.of(page).entries for page in ALL if page.url in {"/tags/fire/feed.xml", "/tags/sea/feed.xml"})
    assert [entry.title for entry in fire] == ["Fire in almud", "Fire in alma"]
    assert [entry.title for entry in sea] == ["Fire in amber", "Fire in alma"]
    assert fire[1] is sea[1]
    for page in ALL:
        machine_file(page, SITE, feeds)
    written = {(kind, entry.title) for kind, entry in feeds.elements(ALL[3])}
    assert written == {
        (kind, f"Fire in {slug}") for kind in ("Atom1Feed", "Rss201rev2Feed") for slug in ("alma", "amber", "almud")
    }


def test_what_stands_in_one_feed_alone_does_not_stay():
    feeds = Feeds(SITE)
    for page in pages(ALMA.url, ALMA.title, ALMA):
        machine_file(page, SITE, feeds)
    assert feeds.elements(ALL[3]) == {}


def test_each_feed_says_its_own_address():
    feeds = Feeds(SITE)
    address = "https://alma.example/news/threads/alma/"
    assert {(feed.address, feed.own) for feed in map(feeds.of, pages("/threads/old-alma/", ALMA.title, ALMA))} == {
        (address, f"{address}{name}") for name in FORMATS.values()
    }


def test_a_page_of_another_kind_can_be_no_feed():
    with pytest.raises(TypeError, match=r"^/search/ can be no feed$"):
        Feeds(SITE).of(Page("/search/", "atom", "Search", "en", None))


def test_a_title_with_a_tag_has_none_for_readers_that_take_it_for_html():
    view = thread("alma", "2031-03-07", "<b>5 < 6</b>", standfirst="<img src=x>")
    rss = machine_file(Page("/threads/alma/rss.xml", "rss", view.title, "en", view), SITE).decode()
    assert "<title>&amp;lt;b&gt;5 &lt; 6&amp;lt;/b&gt; · Alma watch</title>" in rss
    assert "<description>&amp;lt;img src=x&gt;</description>" in rss
    # Of Atom's titles every reader knows that they are plain.
    atom = machine_file(Page("/threads/alma/feed.xml", "atom", view.title, "en", view), SITE).decode()
    assert "<title>&lt;b&gt;5 &lt; 6&lt;/b&gt; · Alma watch</title>" in atom
    assert "<subtitle>&amp;lt;img src=x&gt;</subtitle>" in atom


def by_the_library(entry, kind):
    """Return an entry as feedgenerator writes it by itself."""
    made, text = kind("", "", ""), StringIO()
    made.item_attributes = lambda item: {"xml:lang": item["lang"]} if item["lang"] else {}
    is_rss = kind is Rss201rev2Feed
    made.add_item(
        entry.title, entry.address, escape(entry.text, quote=False), unique_id=entry.address, lang=entry.lang,
        unique_id_is_permalink=False, pubdate=entry.updated if is_rss else entry.published, updateddate=entry.updated,
    )  # fmt: skip
    made.write_items(SimplerXMLGenerator(text, "utf-8", short_empty_elements=True))
    return text.getvalue()


@pytest.mark.parametrize("kind", [Atom1Feed, Rss201rev2Feed])
@pytest.mark.parametrize("lang", ["de", ""])
@pytest.mark.parametrize("text", ["5 < 6 & more", "", "100 % @title@ %(id)s", "\"It\" 'burnt'\n"])
@pytest.mark.parametrize("title", ["Fire", "", "@text@ & 5 % < 6"])
@pytest.mark.parametrize("address", ["https://alma.example/a/", "https://alma.example/åäö?a=1&b='2'#d @id@"])
def test_an_entry_is_written_as_the_library_writes_it(kind, lang, text, title, address):
    dates = datetime(2031, 3, 7, 9, 30, tzinfo=UTC), datetime(1971, 1, 1, tzinfo=UTC)
    entry = FeedEntry(title, address, text, lang, *dates)
    make = rss if kind is Rss201rev2Feed else atom
    written = {}
    make(Feed("Alma", "Alma", "https://alma.example/", "https://alma.example/feed", (entry,)), SITE, written)
    assert written == {(kind.__name__, entry): by_the_library(entry, kind)}


@pytest.mark.parametrize("make", [atom, rss])
def test_what_xml_cannot_say_is_an_error(make):
    entry = FeedEntry("Fire\x08", "https://alma.example/a/", "", "en", *[datetime(2031, 3, 7, tzinfo=UTC)] * 2)
    with pytest.raises(ValueError, match=r"^XML has no control characters$"):
        make(Feed("Alma", "Alma", "https://alma.example/", "https://alma.example/feed", (entry,)), SITE, {})
