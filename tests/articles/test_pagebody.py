"""What of a page is body, beyond what an extractor knows of it: boxes, appeals, links, the standfirst, odd pages."""

import pytest

from digest.articles.extract import Extract
from digest.articles.scrape.patterns import rule_of
from digest.articles.web.classnames import name_words
from digest.articles.web.rescue import fullest_home, rescued
from digest.articles.web.webpage import MAX_ELEMENTS, clean_webpage
from digest.model import Cut

FIRST = "Two boats burnt in the harbour of Alma on Thursday night, the fire brigade said, and nobody was hurt."
SECOND = "The crews had left the vessels an hour before, said the harbour master, who called it a lucky evening."
THIRD = "An inquiry begins on Monday, when the insurers will look at what is left of the two hulls in the basin."
BODY = (FIRST, SECOND, THIRD)
STANDFIRST = "Nobody was hurt when two boats burnt in Alma, and an inquiry begins."
DESCRIBED = f'<meta name="description" content="{STANDFIRST}">'


def clean(within="", head="", top="<h1>Two boats burn</h1>", **more):
    html = (
        f"<html><head><title>Two boats burn</title>{head}</head><body>{top}<article class='story'>"
        f"<p>{FIRST}</p><p>{SECOND}</p>{within}<p>{THIRD}</p></article></body></html>"
    )
    return clean_webpage(html, 1, lambda text, _: Extract((text,)), **more)


@pytest.mark.parametrize(
    "box",
    [
        pytest.param('<div class="newsletter-box"><p>The best of the harbour, each day.</p></div>', id="a newsletter"),
        pytest.param('<p class="imageCaption">The burnt boats in the basin of Alma.</p>', id="a caption"),
        pytest.param('<div id="author-bio"><p>Ada Alm writes of boats and the sea.</p></div>', id="a life"),
        pytest.param('<section class="fact-box"><p>Alma has four basins.</p></section>', id="a box of facts"),
        pytest.param('<ul class="most-read"><li>A whale was seen at the pier.</li></ul>', id="what others read"),
        pytest.param('<div class="c-comments"><p>What a sad night for the town.</p></div>', id="comments"),
        pytest.param('<div class="d-none"><p>Editors have looked at this.</p></div>', id="what no reader sees"),
        pytest.param("<nav><p>Harbour, weather, and the rest of the town.</p></nav>", id="a menu"),
    ],
)
def test_a_box_that_is_called_no_article_is_none(box):
    assert clean(box).paragraphs == BODY


@pytest.mark.parametrize(
    "name", [pytest.param("share-wrap", id="share"), pytest.param("ad-free credits-on", id="ads and credits")]
)
def test_the_whole_article_stays_whatever_it_is_called(name):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    html = f'<html><body><div class="{name}"><h1>Two boats burn</h1>{text}</div></body></html>'
    assert clean_webpage(html, 1, lambda text, _: Extract((text,))).paragraphs == BODY


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        pytest.param("Sign up for our newsletter and never miss a boat.", "appeal", id="a newsletter"),
        pytest.param("Follow the Harbour Post on Facebook for all that floats.", "appeal", id="follow us"),
        pytest.param("For more news of the sea, click here.", "appeal", id="click here"),
        pytest.param("Read more: What the boats had on board that night", "appeal", id="read more"),
        pytest.param("Lesen Sie auch: Was die Boote an Bord hatten", "appeal", id="in German"),
        pytest.param("Lire aussi Ce que les bateaux avaient à bord", "appeal", id="in French"),
        pytest.param("Читайте также: Что было на борту", "appeal", id="in Russian"),
        pytest.param("Register now for our newsletter.", "appeal", id="register"),
        pytest.param("Ada Alm and Bo Berg contributed to this report.", "appeal", id="who helped"),
        pytest.param("Two boats burn", "repeated-title", id="the title"),
    ],
)
def test_a_line_that_asks_or_repeats_is_cut_with_its_rule(line, rule):
    page = clean(f"<p>{line}</p>")
    assert (page.paragraphs, page.cuts) == (BODY, (Cut(1, line, rule),))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The town reads more of boats than any other, and follows them on the radio.", id="more"),
        pytest.param("Subscribers of the harbour's alarm were told at eight, the master said.", id="subscribers"),
        pytest.param("For more than an hour the crews had been here, the master said.", id="for more than"),
        pytest.param("Like her mother, the younger one was on the first boat.", id="like her"),
        pytest.param("Register of voters was copied and sent by e-mail to three parties, police said.", id="register"),
        pytest.param("Watch keepers saw the smoke from the tower of the old lighthouse.", id="watch"),
    ],
)
def test_words_of_appeals_may_stand_in_the_text(line):
    assert clean(f"<p>{line}</p>").paragraphs == (FIRST, SECOND, line, THIRD)


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        pytest.param("<p><a href='/whale'>A whale was seen at the pier of Alma</a></p>", False, id="a link to a story"),
        pytest.param(
            "<p><b>The crews</b> <a href='/x'>were asleep</a> by then, the master told us.</p>", True, id="within"
        ),
        pytest.param("<h2><a href='#boats'>What is left of the boats</a></h2>", True, id="a subhead with its own mark"),
    ],
)
def test_a_paragraph_that_only_leads_elsewhere_is_cut(line, is_kept):
    page = clean(line)
    assert (len(page.paragraphs) == 4, [cut.rule for cut in page.cuts]) == (
        is_kept,
        [] if is_kept else ["related-link"],
    )


def test_the_lines_that_the_caller_knows_are_cut_with_its_rule():
    page = clean("<p>Source: the harbour of Alma</p>", rule=lambda line: "credit" if "Source" in line else None)
    assert (page.paragraphs, page.cuts) == (BODY, (Cut(1, "Source: the harbour of Alma", "credit"),))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        pytest.param("Paylaş", "share-button", id="a button in Turkish"),
        pytest.param("Фото: Ада Альм", "caption", id="a caption in Russian"),
    ],
)
def test_the_labels_of_scrapes_are_those_of_pages(line, rule):
    page = clean(f"<p>{line}</p>", rule=rule_of)
    assert (page.paragraphs, page.cuts) == (BODY, (Cut(1, line, rule),))


def test_a_page_of_which_every_line_is_cut_keeps_them():
    assert clean(rule=lambda _: "all").paragraphs == BODY


def test_a_list_item_has_no_mark_that_the_page_has_not():
    items = "<ul><li>The first hull was of oak and tar.</li><li>The second one was of steel.</li></ul>"
    listed = ("The first hull was of oak and tar.", "The second one was of steel.")
    assert clean(items).paragraphs == (FIRST, SECOND, *listed, THIRD)


@pytest.mark.parametrize(
    ("head", "top", "is_kept"),
    [
        pytest.param(DESCRIBED, f"<h1>Two boats burn</h1><p class='article-dek'>{STANDFIRST}</p>", True, id="both"),
        pytest.param(
            DESCRIBED, f"<h1>Two boats burn</h1><div class='subtitle'><p>{STANDFIRST}</p></div>", True, id="its parent"
        ),
        pytest.param("", f"<h1>Two boats burn</h1><p class='article-dek'>{STANDFIRST}</p>", False, id="no description"),
        pytest.param(
            DESCRIBED, "<h1>Two boats burn</h1><p class='dek'>Buy a boat at Alma's fair.</p>", False, id="another"
        ),
    ],
)
def test_the_standfirst_stands_above_the_text(head, top, is_kept):
    assert clean(head=head, top=f"<header>{top}</header>").paragraphs == ((STANDFIRST, *BODY) if is_kept else BODY)


def test_a_standfirst_below_the_text_is_a_teaser():
    below = f"<div class='teasers'><p class='dek'>{STANDFIRST}</p></div>"
    assert clean(below, head=DESCRIBED).paragraphs == BODY


def tree(html):
    from lxml.html import fromstring  # noqa: PLC0415  # as the code does

    return fromstring(f"<html><body>{html}</body></html>")


LONG = tuple(
    f"Boat {number} of the harbour of Alma {'burnt that night and ' * 8}was towed away." for number in range(5)
)


@pytest.mark.parametrize(
    ("html", "found", "text", "body"),
    [
        pytest.param("".join(f"<p>{text}</p>" for text in LONG), LONG[:1], "", LONG, id="the element with the most"),
        pytest.param("".join(f"<p>{text}</p>" for text in LONG), LONG[:3], "", LONG[:3], id="enough was found"),
        pytest.param(
            f"<div class='comments'>{''.join(f'<p>{text}</p>' for text in LONG)}</div>", LONG[:1], "", LONG[:1],
            id="comments are no article, however long",
        ),
        pytest.param("<p>Short.</p>", ("Short.",), "\n".join(LONG), LONG, id="the text for search engines"),
        pytest.param("<p>Short.</p>", ("Short.",), "Also short.", ("Short.",), id="a short page is a short page"),
    ],
)  # fmt: skip
def test_a_body_of_which_far_too_little_was_found_is_found_elsewhere(html, found, text, body):
    assert rescued([fullest_home(tree(html))], found, text) == body


def test_paragraphs_that_are_most_of_the_page_together_stay_whatever_each_is_called():
    first, *others = LONG
    text = f"<p>{first}</p>" + "".join(f'<p class="story-topic text">{other}</p>' for other in others)
    html = f"<html><body><h1>Two boats burn</h1><article>{text}</article></body></html>"
    assert clean_webpage(html, 1, lambda text, _: Extract((text,))).paragraphs == LONG


def test_a_body_that_was_pruned_under_several_names_is_found_where_it_stood():
    names = ("", "topic", "facts", "popular", "credit")
    text = "".join(f'<p class="{name}">{each}</p>' for name, each in zip(names, LONG, strict=True))
    html = f"<html><body><h1>Two boats burn</h1><article>{text}</article></body></html>"
    assert clean_webpage(html, 1, lambda text, _: Extract((text,))).paragraphs == LONG


def test_readers_may_write_more_than_the_newsroom():
    said = "".join(f'<div class="comment"><p>Reader {number}: {text}</p></div>' for number, text in enumerate(LONG))
    assert clean(f"</article><div>{said}</div><article>").paragraphs[:2] == BODY[:2]
    assert "Reader" not in repr(clean(f"<div>{said}</div>").paragraphs)


BY_READERS = ("bob: They have known of it for years and years.", "ann: My cousin had a boat there, a red one.")


def commented(above, label, below=BY_READERS):
    rows = [*(f"<p>{text}</p>" for text in above), label, *(f"<p>{text}</p>" for text in below)]
    html = f"<html><body><h1>Two boats burn</h1>{''.join(rows)}</body></html>"
    return clean_webpage(html, 1, lambda text, _: Extract((text,)), rule=speaks_of_comments)


def speaks_of_comments(line):
    return "comments" if line in {"Comments", "View comments"} else None


@pytest.mark.parametrize(
    "label", [pytest.param("<h3>Comments</h3>", id="a heading"), pytest.param("<p>View comments</p>", id="a line")]
)
def test_what_readers_wrote_below_most_of_the_body_is_cut(label):
    page = commented(BODY, label)
    assert page.paragraphs == BODY
    assert [cut.text for cut in page.cuts if cut.rule == "comments"][-2:] == list(BY_READERS)


def test_a_heading_of_comments_below_two_paragraphs_cuts_them_however_many_they_are():
    assert commented(BODY[:2], "<h3>Comments</h3>", LONG).paragraphs == BODY[:2]


@pytest.mark.parametrize(
    ("above", "label"),
    [
        pytest.param(BODY[:1], "<h3>Comments</h3>", id="a heading above most of the body"),
        pytest.param(BODY[:2], "<p>View comments</p>", id="a button within the body"),
    ],
)
def test_a_label_of_comments_above_most_of_the_body_cuts_nothing_else(above, label):
    assert commented(above, label, LONG).paragraphs == (*above, *LONG)


def test_a_page_that_was_made_to_be_a_burden_goes_to_the_cleaner_of_plain_text():
    html = "<html><body>" + "<p>x" * MAX_ELEMENTS
    assert clean_webpage(html, 1, lambda text, _: Extract((text[:3],))).paragraphs == ("x\nx",)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<p>", set(), id="no names"),
        pytest.param("<p class='storyBody__readMore--x'>", {"story", "body", "story-body", "read", "more", "read-more",
                     "body-read", "x", "more-x"}, id="joined in all ways"),
        pytest.param("<p class='a' id='SHARE'>", {"a", "share"}, id="the id too"),
    ],
)  # fmt: skip
def test_names_are_cut_into_words(html, words):
    assert name_words(tree(html)[0][0]) == words
