"""What an extractor left out of a page is found again, in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.extract import Block, Extract, paragraphs_of
from digest.articles.web.margins import page_blocks
from digest.model import Cut

OUT = "extractor"
ONE = "Two boats burnt in the harbour of Alma on Friday night."
TWO = "Nobody was hurt, the mayor of the town of Alma said on Monday."


@pytest.mark.parametrize(
    ("html", "found", "blocks"),
    [
        pytest.param(
            f"<nav>Home\n<p>Menu</nav>\n<p>{ONE}<p>{TWO}\n<footer>Terms", Extract((ONE, TWO)),
            [(1, "Home", OUT), (2, "Menu", OUT), (3, ONE, None), (3, TWO, None), (4, "Terms", OUT)],
            id="paragraphs above, and below",
        ),
        pytest.param(
            f"<p>Home {ONE} Share this: x!", Extract((ONE,)),
            [(1, "Home", OUT), (1, ONE, None), (1, "Share this: x!", OUT)],
            id="a paragraph of which a part was taken",
        ),
        pytest.param(
            f"<p>{ONE.replace('Alma', '<b>Alma</b>')}<p>{TWO}", Extract((f"{ONE} {TWO}",)), [(1, f"{ONE} {TWO}", None)],
            id="two paragraphs that were joined",
        ),
        pytest.param(
            f"<p>{TWO}<p>Home<p>{ONE}", Extract((ONE, TWO)), [(1, "Home", OUT), (1, ONE, None), (1, TWO, None)],
            id="paragraphs that were put in another order",
        ),
        pytest.param(
            f"<p>Boats<p>Menu<p>Boats<p>{ONE}<p>Boats", Extract(("Boats", ONE)),
            [(1, "Boats", OUT), (1, "Menu", OUT), (1, "Boats", None), (1, ONE, None), (1, "Boats", OUT)],
            id="a short text is the one nearest to the body",
        ),
        pytest.param(
            f"<p>{ONE}<p>Not there", Extract((ONE, "Of another page"), (Cut(9, "Nor this", "title"),)),
            [(1, ONE, None), (1, "Of another page", None), (1, "Not there", OUT), (9, "Nor this", "title")],
            id="texts that are not in the page",
        ),
        pytest.param(
            f"<h1>Boats burn</h1>\n<p>{ONE}\n<p>Ed: rubbish", Extract((ONE,), (Cut(1, "Ed: rubbish", "comments"),)),
            [(1, "Boats burn", OUT), (2, ONE, None), (3, "Ed: rubbish", "comments")],
            id="a cut stands in its place with its rule",
        ),
        pytest.param("", Extract(()), [], id="nothing"),
        pytest.param("<p>| * |", Extract(("—",)), [(1, "—", None)], id="no words"),
    ],
)  # fmt: skip
def test_the_page_is_laid_out_in_its_order(html, found, blocks):
    assert page_blocks(html, 1, found) == tuple(Block(*block) for block in blocks)


def test_lines_are_those_of_the_file():
    assert page_blocks(f"\n<p>{ONE}\n\n<p>\n{TWO}", 5, Extract((ONE,))) == (
        Block(6, ONE, None),
        Block(9, TWO, OUT),
    )


WORDS = st.lists(st.sampled_from(["boat", "fire", "mayor", "Alma,", "said."]), min_size=1, max_size=12).map(" ".join)


@given(st.lists(WORDS, max_size=8), st.lists(st.integers(0, 7), max_size=8, unique=True), st.lists(WORDS, max_size=2))
def test_the_body_stays_what_it_was_and_every_word_is_accounted_for(page, chosen, foreign):
    body = (*(page[number] for number in chosen if number < len(page)), *foreign)
    html = "".join(f"<p>{text}</p>" for text in page)
    blocks = page_blocks(html, 1, Extract(body))
    assert paragraphs_of(blocks) == body
    kept = sum(len(text.split()) for text in body)
    left_out = sum(len(block.text.split()) for block in blocks if block.rule)
    assert left_out + kept >= sum(len(text.split()) for text in page)


def test_hostile_pages_take_bounded_time():
    body = tuple(f"word {number} " * 8 for number in range(3_000))
    assert paragraphs_of(page_blocks("<p>word word " * 50_000, 1, Extract(body))) == body
