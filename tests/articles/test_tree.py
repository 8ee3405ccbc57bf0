"""Elements go out of the tree of a page, and the texts behind them stay where they were."""

import pytest
from lxml.html import fromstring, tostring

from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.web.tree import remove, text_size, text_sizes
from digest.articles.web.webpage import clean_webpage

STORY = "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said."


@pytest.mark.parametrize(
    ("html", "left"),
    [
        pytest.param("<div><b>x</b></div>", "<div></div>", id="the only one"),
        pytest.param("<div>a<b>x</b>c</div>", "<div>ac</div>", id="behind a text"),
        pytest.param("<div><i>a</i>b<b>x</b>c</div>", "<div><i>a</i>bc</div>", id="behind an element"),
        pytest.param("<div><b>x</b>a<b>y</b>b<i>c</i></div>", "<div>ab<i>c</i></div>", id="two in a row"),
        pytest.param("<div>a<b>x<b>y</b>z</b>c<b>x</b>d</div>", "<div>acd</div>", id="one within another"),
        pytest.param("<div><i><b>x</b>a</i>b<b>x</b>c</div>", "<div><i>a</i>bc</div>", id="at two depths"),
    ],
)
def test_the_text_behind_what_goes_stays_in_its_place(html, left):
    tree = fromstring(html)
    remove(list(tree.iter("b")))
    assert tostring(tree, encoding="unicode") == left


def test_a_root_stays():
    tree = fromstring("<div>a</div>")
    remove([tree])
    assert tostring(tree, encoding="unicode") == "<div>a</div>"


def test_the_sizes_of_all_elements_are_those_of_each():
    tree = fromstring("<div>one<p>two <b>three</b> four<br>five</p>six<ul><li>seven</li> </ul></div>")
    assert text_sizes(tree) == {element: text_size(element) for element in tree.iter()}


def test_what_a_comment_says_is_no_text_and_what_stands_behind_it_is():
    tree = fromstring("<div>a<!-- as on the day before -->b<?php echo 1?>c<script>js</script>d</div>")
    assert text_sizes(tree)[tree] == text_size(tree) == len("abcjsd")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<span class="share">x</span>{STORY} ' * 20_000, id="texts behind named elements"),
        pytest.param('<div class="share">' * 150 + "<p class=topic>x</p>" * 9_000, id="named boxes in boxes"),
        pytest.param('<p><a href="/x">' * 60 + f"<p class=topic>{STORY}</p>" * 3_000, id="links within links"),
    ],
)
def test_hostile_pages_take_bounded_time_for_in_quadratic_time_these_would_run_for_a_minute(body):
    page = f"<html><body><h1>Storm</h1><p>{STORY}</p>{body}</body></html>"
    assert clean_webpage(page, 1, clean_plaintext).paragraphs
