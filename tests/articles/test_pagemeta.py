"""Which of its witnesses a page is believed: title, date, authors, link, language."""

import pytest

from digest.articles.extract import Extract, Found
from digest.articles.web.webpage import clean_webpage
from digest.model import Doubt

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "Two boats burnt in the harbour of Alma on Thursday night, the fire brigade said, and nobody was hurt.",
        "The crews had left the vessels an hour before, said the harbour master, who called it a lucky evening.",
        "An inquiry begins on Monday, when the insurers will look at what is left of the two hulls.",
    )
)
TWO_READINGS = "Set dates.order to DMY or MDY in digest.yaml, or write date: in the front matter"


def read(head="", top="<h1>Two boats burn</h1>", **more):
    html = f"<html><head>{head}</head><body><article>{top}{BODY}</article></body></html>"
    return clean_webpage(html, 3, lambda text, _: Extract((text,)), **more)


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        pytest.param(
            '<title>Storm warning ends | Harbour Post</title><meta property="og:title" content="Storm warning ends">',
            '<nav class="breadcrumbs"><h1>Storm warning for Alma ends</h1></nav><h2>Storm warning ends</h2>',
            Found("Storm warning ends", "h2"), id="the last crumb of a trail is no title",
        ),
        pytest.param(
            "<title>Storm ends the harvest of Alma</title>",
            "<h1 data-breadcrumb-headline>Storm ends harvest</h1>",
            Found("Storm ends the harvest of Alma", "title-tag"), id="nor one that an attribute calls so",
        ),
        pytest.param(
            "<title>How a storm was born | Harbour Post</title>", "<h1>The wind that came at night</h1>",
            Found("The wind that came at night", "h1"), id="the only h1, though nothing agrees",
        ),
        pytest.param(
            "<title>A fire | The Harbour Post of Alma</title>"
            '<meta property="og:site_name" content="The Harbour Post of Alma">',
            "<h1>The Harbour Post of Alma</h1>",
            Found("A fire", "title-tag"), id="the site's name is never a title",
        ),
        pytest.param(
            '<meta property="og:title" content="What do the boats cost?">',
            '<h1><span class="head__kicker">Harbour</span>What do the boats cost?</h1>',
            Found("What do the boats cost?", "h1"), id="a kicker that the page leaves out elsewhere",
        ),
        pytest.param(
            '<meta property="og:title" content="Harbour: What do the boats cost?">',
            '<h1><span class="head__kicker">Harbour: </span>What do the boats cost?</h1>',
            Found("Harbour: What do the boats cost?", "h1"), id="a kicker that the page tells everywhere",
        ),
        pytest.param(
            "<title>Public holiday Four boats race on the lake</title>",
            "<h1><span>Public holiday</span>Four boats race on the lake</h1>",
            Found("Public holiday Four boats race on the lake", "h1"), id="no words are glued",
        ),
        pytest.param(
            "<title>Boats burn at sea</title>", "<h1>Boats burn at <em>se</em>a</h1>",
            Found("Boats burn at sea", "h1"), id="no word is torn",
        ),
        pytest.param(
            '<meta property="og:title" content="Fire at sea – Harbour Post">'
            '<meta property="og:site_name" content="Harbour Post">',
            "", Found("Fire at sea", "meta"), id="og:title without the site",
        ),
    ],
)  # fmt: skip
def test_the_title_is_the_one_that_readers_see(head, top, title):
    assert read(head, top).title == title


@pytest.mark.parametrize(
    ("head", "top", "date"),
    [
        pytest.param(
            '<meta name="date" content="2026-01-03T01:00:00Z"><meta property="article:modified_time" '
            'content="2026-01-03T09:00:00-05:00">', "",
            Found("2026-01-02T20:00:00-05:00", "meta"), id="UTC is told in the outlet's own offset",
        ),
        pytest.param(
            '<meta name="date" content="2026-01-03T01:00:00+02:00"><meta property="article:modified_time" '
            'content="2026-01-03T09:00:00-05:00">', "",
            Found("2026-01-03T01:00:00+02:00", "meta"), id="another offset is left as it is",
        ),
        pytest.param("", '<time datetime="2026-01-02">today</time>', Found("2026-01-02", "time"), id="<time>"),
        pytest.param(
            "", '<time datetime="2026-01-05">new</time><h1>A fire</h1><time datetime="2026-01-02">then</time>',
            Found("2026-01-02", "time"), id="the <time> below the title",
        ),
        pytest.param(
            "", '<p class="article-date">Published 2 January 2026, 9:30</p>', Found("2026-01-02", "visible"),
            id="a date that readers see",
        ),
        pytest.param(
            "", "<h1>A fire</h1><div><span>January 2, 2026</span></div>", Found("2026-01-02", "visible"),
            id="a date below the title, though nobody calls it one",
        ),
        pytest.param(
            "", f"<h1>A fire</h1><p>On January 2, 2025, {'the harbour was still full, ' * 4}they said.</p>", None,
            id="a date of the story is none of the article",
        ),
        pytest.param(
            "", "<h1>A fire</h1><p>The quay is to be ready on 2 January 2027.</p>", None, id="nor in a short sentence"
        ),
        pytest.param(
            "", '<h1>A fire</h1><div><a href="/x">2 January 2025</a></div>', None, id="a link tells of another page"
        ),
        pytest.param(
            "", '<h1>A fire</h1><p class="date">Posted 02/03/2025</p><p class="date">Updated 25/03/2025</p>',
            Found("2025-03-02", "visible"), id="a sure date shows the order of the other",
        ),
        pytest.param(
            "", '<h1>A fire</h1><p class="date">2 March 25, 14:05</p>', Found("2025-03-02", "visible"),
            id="a year of two digits",
        ),
    ],
)  # fmt: skip
def test_the_date_is_the_day_at_the_outlet(head, top, date):
    assert read(head, top).date == date


@pytest.mark.parametrize(
    ("order", "date", "doubts"),
    [
        pytest.param(
            None,
            None,
            (Doubt(3, 'the date "01/02/2025" can be read in two ways', TWO_READINGS, "date"),),
            id="no order",
        ),
        pytest.param("DMY", Found("2025-02-01", "visible"), (), id="the day first"),
        pytest.param("MDY", Found("2025-01-02", "visible"), (), id="the month first"),
    ],
)
def test_a_date_with_two_readings_is_reported_and_not_guessed(order, date, doubts):
    page = read("", '<h1>A fire</h1><p class="date">01/02/2025</p>', order=order)
    assert (page.date, page.doubts) == (date, doubts)


@pytest.mark.parametrize(
    ("head", "top", "authors"),
    [
        pytest.param(
            '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">',
            '<span class="byline">By Ada Alm</span>', (Found("Ada Alm", "byline"),), id="a byline before the outlet",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">', "",
            (Found("Harbour Post", "meta"),), id="the outlet where nobody is named",
        ),
        pytest.param("", '<a rel="author" href="/x">Ada Alm</a>', (Found("Ada Alm", "byline"),), id="rel=author"),
        pytest.param(
            "", '<p itemprop="author"><b itemprop="name">Ada Alm</b> is 40</p>', (Found("Ada Alm", "byline"),),
            id="itemprop",
        ),
        pytest.param(
            "", '<div class="byline">Ada Alm and Bo Berg | 2 January 2026</div>',
            (Found("Ada Alm", "byline"), Found("Bo Berg", "byline")), id="what stands behind the names goes",
        ),
        pytest.param(
            "", '<h1>A fire</h1><a href="/authors/ada">Ada Alm</a>', (Found("Ada Alm", "byline"),),
            id="a link to a profile",
        ),
        pytest.param(
            "", "<h1>A fire</h1><p>By Ada Alm</p><p>2 January 2026</p>", (Found("Ada Alm", "byline"),),
            id="a plain line below the title",
        ),
        pytest.param(
            "", "<h1>A fire</h1><p>By ADA ALM and Bo de Berg | 2 January 2026</p>",
            (Found("ADA ALM", "byline"), Found("Bo de Berg", "byline")), id="a plain line with two names and a day",
        ),
        pytest.param("", "<h1>A fire</h1><p>By Friday the harbour was empty.</p>", (), id="a sentence is nobody"),
        pytest.param("", "<h1>A fire</h1><p>By Friday</p>", (), id="nor is one word"),
        pytest.param("", '<p class="author">Follow us on Twitter</p>', (), id="buttons are nobody"),
        pytest.param("", f'<p class="author">Ada Alm {"has written of boats " * 20}</p>', (), id="nor is a life"),
    ],
)  # fmt: skip
def test_the_authors_are_people_where_any_are_named(head, top, authors):
    assert read(head, top).authors == authors


@pytest.mark.parametrize(
    ("head", "link"),
    [
        pytest.param(
            '<base href="https://post.example/a/"><link rel="canonical" href="../boats">',
            Found("https://post.example/boats", "meta"), id="joined to the base",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Article", "url": "https://post.example/b"}</script>',
            Found("https://post.example/b", "json-ld"), id="JSON-LD",
        ),
        pytest.param('<base href="http://["><link rel="canonical" href="//[::">', None, id="no address at all"),
    ],
)  # fmt: skip
def test_the_link_is_whole(head, link):
    assert read(head).link == link


@pytest.mark.parametrize(
    ("head", "lang"),
    [
        pytest.param('<meta property="og:locale" content="de_AT">', Found("de-AT", "meta"), id="og:locale"),
        pytest.param('<meta http-equiv="content-language" content="sv">', Found("sv", "meta"), id="http-equiv"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Article", "inLanguage": "pt-BR"}</script>',
            Found("pt-BR", "json-ld"), id="JSON-LD",
        ),
        pytest.param("", None, id="none"),
    ],
)  # fmt: skip
def test_the_language_is_what_the_page_says(head, lang):
    assert read(head).lang == lang
