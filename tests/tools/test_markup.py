"""What becomes of Markdown and of foreign HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from digest.tools.markup import MAX_MARKDOWN, markdown_blocks, markdown_to_markup, sanitise
from digest.tools.tags import paragraphs
from digest.tools.text import normalise

DEEP = 20_000


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("# Fire *at* sea\n\nTwo\nboats.", ("Fire at sea", "Two boats."), id="a soft break is a space"),
        pytest.param("[Five](https://a.example) **dead**", ("Five dead",), id="a link is its words"),
        pytest.param("[Five](javascript:x) dead", ("Five dead",), id="any link is its words"),
        pytest.param("A ![boat](boat.png) burnt", ("A burnt",), id="an image is nothing"),
        pytest.param("1. a\n2. b\n   - c", ("a", "b", "c"), id="list items"),
        pytest.param("> One.\n>\n> Two.", ("One.", "Two."), id="a quotation's paragraphs"),
        pytest.param("|a|b|\n|-|-|\n|1|2|", ("a b", "1 2"), id="a row is a line"),
        pytest.param("|a|\n|-|\n\n1. > x\n   y\n\n   z", ("a", "x y", "z"), id="blocks within blocks"),
        pytest.param("a\\\nb\\\n\\\nc", ("a b", "c"), id="two hard breaks end a paragraph"),
        pytest.param("a *\u0338b*", ("a \u0338b",), id="an accent that a tag would take"),
        pytest.param("```\nx = 1\n```", ("x = 1",), id="code stays"),
        pytest.param("a < b &amp; c `<b>`", ("a < b & c <b>",), id="signs stay"),
        pytest.param("<div><p>One</p><script>x()</script></div>\n\nTwo <b>b</b>", ("One", "Two b"), id="raw HTML goes"),
    ],
)
def test_markdown_gives_plain_blocks(text, blocks):
    assert markdown_blocks(text) == blocks


PIECES = (
    "Rain|fell|.| |  |\n|\n\n|\n  |\n    |*|**|_|`|``|```|[|](x)|[a](/b)|]: /x|![|&amp;|&|&#8238;|<|<b>|</b>|<br>|<!--"
    "|-->|<td>"
    "|>|\n> |# |\n- |---|\n1. |\\|\t|~~|\\\n\\\n|<https://a.example/é>|<p>|é|\u0301|\u00a0|\u202e|\r\n|\0"
)
TABLE = "\n\n|a|*b*|\n|-|-|\n|1|2|\n\n"


@given(st.lists(st.sampled_from([*PIECES.split("|"), "|", TABLE]), max_size=16).map("".join))
def test_plain_blocks_are_what_a_page_of_the_markdown_shows(text):
    page = MarkdownIt("js-default", {"html": True, "maxNesting": 20})
    page.validateLink = lambda _url: True
    # Once more, since a letter and its accent may have had a tag between them.
    shown = tuple(map(normalise, paragraphs(normalise(page.render(text)))))
    assert markdown_blocks(text) == shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("*a* & b", "<p><em>a</em> &amp; b</p>\n", id="words"),
        pytest.param(
            "[a](https://a.example)",
            '<p><a href="https://a.example" rel="noopener noreferrer">a</a></p>\n',
            id="a link",
        ),
        pytest.param("[a](javascript:x)", "<p>[a](javascript:x)</p>\n", id="a script is no link"),
        pytest.param("Al&#8238;ma&#x200B;", "<p>Alma</p>\n", id="hidden signs go"),
        pytest.param("<b onclick=x>a</b>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n", id="raw HTML is shown as typed"),
    ],
)
def test_the_curators_markdown_becomes_safe_html(text, html):
    assert markdown_to_markup(text) == Markup(html)


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        pytest.param("<p>a</p><script>x()</script>", "<p>a</p>", id="a script"),
        pytest.param('<p onclick="x()" style="a">a</p>', "<p>a</p>", id="a handler"),
        pytest.param('<a href="javascript:x()">a</a>', '<a rel="noopener noreferrer">a</a>', id="a script as a link"),
        pytest.param('<a href="data:text/html,x">a</a>', '<a rel="noopener noreferrer">a</a>', id="data as a link"),
        pytest.param(
            '<a href="mailto:a@b.example">a</a>',
            '<a href="mailto:a@b.example" rel="noopener noreferrer">a</a>',
            id="mail",
        ),
        pytest.param("<svg><style><img src=x onerror=x()></style>a</svg>", '<img src="x">a', id="svg"),
        pytest.param("<style>a</style><iframe src=x></iframe>", "", id="style and frame"),
        pytest.param('<img src="https://a.example/a.png" alt="a">', '<img alt="a">', id="a picture of another host"),
        pytest.param('<img src="//a.example/a.png">', "<img>", id="a picture of another host, by its scheme"),
        pytest.param('<img src="a.png">', '<img src="a.png">', id="a picture of ours"),
        pytest.param("<div>" * DEEP + "a < b", "<p>a &lt; b</p>\n", id="20,000 nested divs"),
        pytest.param(
            "<p>" + "a " * 600_000 + "<script>x()</script>", f"<p>{('a ' * 600_000).strip()}</p>\n", id="long"
        ),
    ],
)
def test_foreign_html_loses_what_can_run_or_load(html, safe):
    assert sanitise(html) == Markup(safe)


@pytest.mark.parametrize("unit", ["- a\n", "| a |\n|-|\n", "![", "# a\n", "[", "_a_ _", "a\n\n", "<b>\n \n&"])
def test_markdown_longer_than_any_article_keeps_every_sign_in_plain_paragraphs(unit):
    text = unit * (MAX_MARKDOWN // len(unit) + 1)
    blocks = markdown_blocks(text)
    assert " ".join(blocks).split() == text.split()
    assert markdown_to_markup(text) == "".join(f"<p>{escape(block)}</p>\n" for block in blocks)


def test_markdown_of_the_greatest_length_is_still_markdown():
    text = "*a*" + " rain" * ((MAX_MARKDOWN - 3) // 5)
    assert markdown_blocks(text)[0].startswith("a rain")
    assert markdown_to_markup(text).startswith("<p><em>a</em> rain")


@given(st.text("<>/=\"'scriptonload:& "))
def test_no_tag_that_runs_survives(html):
    assert "<script" not in sanitise(html).lower()


def test_an_accent_that_a_mark_parted_from_its_letter_is_on_it_again():
    assert markdown_blocks("caf*e*\u0301") == ("caf\u00e9",)
