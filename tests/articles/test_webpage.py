"""What a web page gives: its body, and what it says of itself."""

import pytest

from digest.articles.extract import Extract, Found
from digest.articles.web.webpage import clean_webpage
from digest.model import Cut, Doubt

BODY = (
    "Two boats burnt in the harbour of Aldersea on Thursday night, the fire brigade said, and nobody was hurt.",
    "The crews had left the vessels an hour before, according to the harbour master, who called it a lucky evening.",
    "An inquiry begins on Monday, when the insurers and the police will look at what is left of the two hulls.",
)
FULL_HEAD = """
<title>Two boats burn in Aldersea | The Aldersea Courier</title>
<meta property="og:title" content="Two boats burn in Aldersea">
<meta property="og:site_name" content="The Aldersea Courier">
<meta property="article:section" content="Harbour">
<meta name="description" content="Nobody was hurt.">
<link rel="canonical" href="https://courier.example/boats">
<script type="application/ld+json">{"@graph": [
  {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
  {"@type": "NewsArticle", "headline": "An older piece about the harbour", "datePublished": "2020-01-01T00:00:00Z"},
  {"@type": ["NewsArticle"], "headline": "Two boats burn in Aldersea", "datePublished": "2026-01-02T03:04:05+01:00",
   "author": [{"@id": "#jane"}, {"name": "By John Doe"}, "https://courier.example/staff"]}]}</script>
"""


def page(head="", body="<h1>Two boats burn in Aldersea</h1>", paragraphs=BODY):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = '<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>'
    return f'<html lang="en-GB"><head>{head}</head><body>{menu}<article>{body}{text}</article></body></html>'


def plain(text, first_line):
    return Extract(tuple(text.split("\n")), cuts=(Cut(first_line, "plain", "seen"),), title=Found("Plain", "line 1"))


def test_a_page_gives_its_body_and_all_that_it_says_of_itself():
    assert clean_webpage(page(FULL_HEAD), 1, plain) == Extract(
        paragraphs=BODY,
        cuts=(Cut(1, "Two boats burn in Aldersea", "repeated-title"),),
        title=Found("Two boats burn in Aldersea", "h1"),
        date=Found("2026-01-02T03:04:05+01:00", "json-ld"),
        authors=(Found("Jane Roe", "json-ld"), Found("John Doe", "json-ld")),
        source=Found("The Aldersea Courier", "meta"),
        link=Found("https://courier.example/boats", "meta"),
        lang=Found("en-GB", "meta"),
        lead=Found("Nobody was hurt.", "meta"),
        section=Found("Harbour", "meta"),
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param("<title>Fire</title>", "<h1>The Courier</h1>", Found("Fire", "title-tag"), id="h1 is the site"),
        pytest.param(
            "<title>A boat burns | Courier</title>", "<h1>Courier</h1><h1>A boat burns</h1>",
            Found("A boat burns", "h1"),
            id="the h1 that agrees",
        ),
        pytest.param(
            '<meta property="og:title" content="Two boats burn">', "<h1>Harbour Two boats burn</h1>",
            Found("Two boats burn", "h1"), id="a topic before the title is none of it",
        ),
        pytest.param(
            '<meta property="og:title" content="Two boats burn">', "<h1>Aldersea: Two boats burn</h1>",
            Found("Aldersea: Two boats burn", "h1"), id="a topic with a colon is a part of it",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "Fire &amp; smoke"}</script>', "",
            Found("Fire & smoke", "json-ld"), id="JSON-LD where there is no h1",
        ),
        pytest.param('<meta property="og:title" content="Fire">', "", Found("Fire", "meta"), id="og:title"),
        pytest.param("<title>Fire at sea – Bote</title>", "", Found("Fire at sea", "title-tag"), id="no site name"),
        pytest.param("", "", None, id="no title"),
    ],
)  # fmt: skip
def test_the_title_is_what_most_of_the_page_agrees_on(head, body, title):
    assert clean_webpage(page(head, body), 1, plain).title == title


@pytest.mark.parametrize(
    ("head", "date"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2026-01-02T03:04:05Z">',
            Found("2026-01-02T03:04:05+00:00", "meta"), id="a meta tag with a zone",
        ),
        pytest.param('<meta itemprop="datePublished" content="2026-01-02 3">', Found("2026-01-02", "meta"), id="day"),
        pytest.param('<meta name="DC.date.issued" content="20260102">', Found("2026-01-02", "meta"), id="Dublin Core"),
        pytest.param('<meta name="date" content="0001-01-01T00:00:00Z">', None, id="a date that was never set"),
        pytest.param("", None, id="never today"),
    ],
)  # fmt: skip
def test_the_date_is_the_one_the_page_names(head, date):
    assert clean_webpage(page(head), 1, plain).date == date


@pytest.mark.parametrize(
    ("head", "link"),
    [
        pytest.param('<link rel="canonical" href="javascript:alert(1)">', None, id="a script"),
        pytest.param('<link rel="canonical" href="https://bank.example@evil.example/">', None, id="a user"),
        pytest.param('<link rel="canonical" href="/boats">', None, id="relative"),
        pytest.param(
            '<meta property="og:url" content="http://a.example/x">', Found("http://a.example/x", "meta"), id="og"
        ),
    ],
)
def test_the_link_is_a_web_address(head, link):
    assert clean_webpage(page(head), 1, plain).link == link


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        pytest.param("", ("",), id="empty"),
        pytest.param("Only words.", ("Only words.",), id="no tags"),
        pytest.param("<div>" * 20_000 + "Deep.<p>Deeper.", ("Deep.", "Deeper."), id="20,000 nested divs"),
        pytest.param("<a " * 20_000 + ">Words.", ("Words.",), id="tags that nobody ends"),
    ],
)
def test_what_is_no_page_goes_to_the_cleaner_of_plain_text(html, paragraphs):
    assert clean_webpage(html, 7, plain) == Extract(
        paragraphs, cuts=(Cut(7, "plain", "seen"),), title=Found("Plain", "line 7")
    )


def test_the_lines_of_a_page_s_bare_words_are_not_told_as_those_of_the_file():
    found = Extract(
        ("Words.",), (Cut(40, "Share", "label"),), Found("Plain", "line 12"), Found("2026-01-02", "header"),
        (Found("Ada Alm", "line 41"),), doubts=(Doubt(42, "low confidence", "Look at it"),),
    )  # fmt: skip
    assert clean_webpage("Only words.", 7, lambda _text, _line: found) == Extract(
        ("Words.",), (Cut(7, "Share", "label"),), Found("Plain", "line 7"), Found("2026-01-02", "header"),
        (Found("Ada Alm", "line 7"),), doubts=(Doubt(7, "low confidence", "Look at it"),),
    )  # fmt: skip


def test_scripts_in_any_place_are_no_text():
    body = "<h1>Fire</h1><script>alert(1)</script><p onclick='alert(2)'><svg><script>alert(3)</script></svg></p>"
    assert "alert" not in repr(clean_webpage(page(body=body), 1, plain))


def test_json_ld_that_is_none_is_passed_over():
    broken = '<script type="application/ld+json">{"headline": </script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert clean_webpage(page(broken + deep + FULL_HEAD), 1, plain) == clean_webpage(page(FULL_HEAD), 1, plain)
