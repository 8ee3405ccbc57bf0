"""The text of a feed's entry is trusted, but for what programs that make feeds add to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.entries import clean_entry
from digest.articles.extract import Block
from digest.model import Given, RawArticle

FIRST = "Two boats burnt in the harbour of Alma."
LAST = "An inquiry begins on Monday."
TITLE = "Boats burn in Alma"


def entry(text: str, syntax: str = "html") -> RawArticle:
    return RawArticle("a-1", "feed.xml", syntax, text, 7, Given(origin="feed", title=TITLE))


@pytest.mark.parametrize(
    "added",
    [
        pytest.param("The post Boats burn in Alma appeared first on Harbour Post.", id="WordPress"),
        pytest.param("The post Boats burn first appeared on Harbour Post.", id="WordPress, since 2021"),
        pytest.param("Der Beitrag Boote brennen erschien zuerst auf Harbour Post.", id="WordPress in German"),
        pytest.param("L’article Deux bateaux est apparu en premier sur Harbour Post.", id="WordPress in French"),
        pytest.param("Continue reading...", id="continue reading"),
        pytest.param("Continue reading Boats burn in Alma →", id="continue reading the title"),
        pytest.param("Continue reading “Boats burn in Alma”", id="continue reading the quoted title"),
        pytest.param("[…]", id="an ellipsis"),
        pytest.param("Read more", id="read more"),
        pytest.param("Read the rest of this entry »", id="read the rest"),
        pytest.param("Weiterlesen …", id="read more in German"),
    ],
)
def test_what_a_feed_adds_below_an_entry_is_cut_and_shown(added):
    found = clean_entry(entry(f"<p>{FIRST}</p><p>{LAST}</p><p>{added}</p>"))
    assert found.blocks == (Block(7, FIRST, None), Block(7, LAST, None), Block(7, added, "feed-notice"))
    assert found.paragraphs == (FIRST, LAST)


@pytest.mark.parametrize(
    "added",
    [
        pytest.param("[…]", id="an ellipsis"),
        pytest.param("[...]", id="three full stops"),
        pytest.param("[…] Read more", id="an ellipsis and a link"),
        pytest.param("Continue reading…", id="a link"),
    ],
)
def test_what_a_feed_adds_to_the_last_paragraph_is_cut_off(added):
    found = clean_entry(entry(f"<p>{FIRST} {added}</p>"))
    assert found.blocks == (Block(7, FIRST, None), Block(7, added, "feed-notice", goes_on=True))
    assert found.paragraphs == (FIRST,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Continue reading the reports on the fire, the mayor told the crews.", id="a sentence"),
        pytest.param("The post at the harbour's mouth was lit on Monday.", id="a post in the harbour"),
        pytest.param("Read more books, the teacher said.", id="an advice"),
        pytest.param("He waited ...", id="an ellipsis of the text"),
    ],
)
def test_what_only_looks_like_it_stays(text):
    assert clean_entry(entry(f"<p>{FIRST}</p><p>{text}</p>")).paragraphs == (FIRST, text)


@pytest.mark.parametrize(
    "links",
    [
        pytest.param(["<p><a href='/live'>Listen live</a></p>"], id="a paragraph"),
        pytest.param(["<p class='x'><strong><a href='/live'>Listen&nbsp;live</a></strong> »</p>"], id="in bold"),
        pytest.param(["<ul><li><a href='/a'>Storm in Alma</a></li>", "<li><a href='/b'>Ferry</a></ul>"], id="a list"),
        pytest.param(["<p><a href='/live'>Listen live</a></p>", "<p>[…]</p>"], id="above another notice"),
    ],
)
def test_last_paragraphs_that_are_only_links_are_cut(links):
    found = clean_entry(entry(f"<p>{FIRST}</p><p>{LAST}</p>{''.join(links)}"))
    assert found.paragraphs == (FIRST, LAST)
    assert [cut.rule for cut in found.cuts] == ["feed-notice"] * len(links)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<p>{FIRST}</p><p>{LAST} <a href='/x'>The plan</a></p>", id="a link within a paragraph"),
        pytest.param(f"<p>{FIRST}</p><p><a href='/x'>The plan</a></p><p>{LAST}</p>", id="a link above a paragraph"),
        pytest.param(f"<p><a href='/x'>{FIRST}</a></p>", id="nothing but a link"),
    ],
)
def test_other_links_are_text(text):
    assert clean_entry(entry(text)).cuts == ()


def test_a_notice_of_what_was_corrected_is_cut_below_the_text():
    notice = "Correction, 6 March: The boats were two, not three."
    found = clean_entry(entry(f"<p>{FIRST}</p><p>{notice}</p>" + f"<p>{LAST}</p>" * 5))
    assert found.blocks[1] == Block(7, notice, "correction-notice")
    assert found.paragraphs == (FIRST, *[LAST] * 5)


def test_a_notice_far_above_the_end_is_a_part_of_the_text():
    assert clean_entry(entry("<p>Read more</p>" + f"<p>{FIRST}</p>" * 4)).paragraphs == ("Read more", *[FIRST] * 4)


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        pytest.param("<p>Boats &amp;amp; huts burnt, the crew&amp;#8217;s captain said.</p>", "html", id="entities"),
        pytest.param("&lt;p&gt;Boats &amp;amp; huts burnt, the crew’s captain said.&lt;/p&gt;", "html", id="tags"),
        pytest.param("Boats &amp; huts burnt, the crew&rsquo;s captain said.", "text", id="entities of a plain text"),
    ],
)
def test_what_was_escaped_twice_is_mended(text, syntax):
    assert clean_entry(entry(text, syntax)).paragraphs == ("Boats & huts burnt, the crew’s captain said.",)


@given(st.text("Read more[…]. &amp;lt;p>", max_size=80), st.sampled_from(["html", "text"]))
def test_any_text_is_read_and_accounted_for(text, syntax):
    found = clean_entry(entry(text, syntax))
    assert [block.text for block in found.blocks if not block.rule and not block.goes_on] == list(found.paragraphs)
