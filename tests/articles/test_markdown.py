"""Markdown is trusted: every block stays but a title at its top."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.extract import Block, Extract, Found
from digest.articles.markdown import clean_markdown
from digest.model import Cut
from digest.tools.markup import markdown_blocks
from digest.tools.text import normalise

TITLE = "Storm closes the *harbour* of Alma"
PLAIN = "Storm closes the harbour of Alma"


def blocks(text: str, title: str | None = None) -> list[tuple[int, str, str | None]]:
    return [(block.line, block.text, block.rule) for block in clean_markdown(text, 5, title).blocks]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(f"# {TITLE}", None, id="hashed"),
        pytest.param(f"# {TITLE} ##", None, id="hashed at both ends"),
        pytest.param(f"{TITLE}\n====", None, id="underlined"),
        pytest.param(f"# {TITLE}", "Storm closes the harbour of Alma!", id="the one that front matter gives"),
    ],
)
def test_a_heading_at_the_top_is_the_title(head, title):
    found = clean_markdown(f"\n{head}\n\nTwo ships sank.\n", 5, title)
    line = 6 + head.count("\n") + 2
    assert found == Extract(
        ("Two ships sank.",), (Cut(6, found.cuts[0].text, "title"),), title=Found(PLAIN, "line 6"),
        blocks=(Block(6, found.cuts[0].text, "title"), Block(line, "Two ships sank.", None)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(f"# {TITLE}", "Ships sink", id="front matter gives another title"),
        pytest.param(f"## {TITLE}", None, id="of the second level"),
        pytest.param(f"By Ada Alm\n\n# {TITLE}", None, id="below a byline"),
    ],
)
def test_any_other_heading_stays(head, title):
    found = clean_markdown(f"{head}\n\nTwo ships sank.", 1, title)
    assert (found.title, found.cuts) == (None, ())
    assert found.paragraphs[-2:] == (PLAIN, "Two ships sank.")


def test_a_byline_a_date_and_an_appeal_are_left_alone():
    text = "By Ada Alm\n\n1 March 2024\n\nAdvertisement\n\nRead more"
    assert clean_markdown(text).paragraphs == ("By Ada Alm", "1 March 2024", "Advertisement", "Read more")


def test_blocks_bear_their_lines():
    link = "[The *mayor*](https://example.org)"
    text = f"Two ships\nsank.\n\n- {link} spoke\n- Rain\n\n> It rained\n> again.\n\n| a | b |\n|---|---|\n| Rain | 1 |"
    assert blocks(text) == [
        (5, "Two ships sank.", None),
        (8, "The mayor spoke", None),
        (9, "Rain", None),
        (11, "It rained again.", None),
        (14, "a b", None),
        (16, "Rain 1", None),
    ]


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param("&#8238;", id="an override as a number"),
        pytest.param("&#x202e;", id="as a hexadecimal one"),
        pytest.param("&ZeroWidthSpace;", id="a zero-width space by its name"),
        pytest.param("<b>&#8238;</b>", id="within a tag"),
    ],
)
def test_a_hidden_sign_that_is_written_as_an_entity_goes(sign):
    assert clean_markdown(f"Al{sign}ma").paragraphs == ("Alma",)
    assert clean_markdown(f"# Al{sign}ma").title == Found("Alma", "line 1")


def test_a_text_longer_than_any_article_is_parted_at_blank_lines_alone():
    text = f"# {PLAIN}\n\nTwo *ships*\nsank. <script>\n\n" + "[\n" * 200_000 + " \n- So did <b>three."
    found = clean_markdown(text)
    assert found.title == Found(PLAIN, "line 1")
    assert found.paragraphs == ("Two *ships* sank. <script>", ("[ " * 200_000).strip(), "- So did <b>three.")
    assert [block.line for block in found.blocks] == [1, 3, 3, 200_007]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# " + "a" * 100_000, id="an endless title"),
        pytest.param("=\n" * 50_000, id="endless underlines"),
        pytest.param(" \n" * 100_000, id="endless space"),
        pytest.param("rain " * 100_000, id="endless words"),
    ],
)
def test_hostile_texts_take_bounded_time(text):
    assert clean_markdown(text).title is None


PIECES = (
    "Two ships|sank|.| |  |    |\n|\n\n|\n \n|\n\n\n|*|**|_|`|``|```|[|](x)|]: /x|![|&amp;|&|AT&T|<|<b>|<!--|>|#"
    "|# |- |-|--|---"
    "|===|1. |1.|2) |+ |:--|a|\\|\t|~~|~|:|“It rains.”|3 < 4|http://example.org|!|\u00a0|\u2028"
    "|[two](https://a.example/b_c?d&e)|[*two*](/x)|[two **ships](/x)|**bold**|*in italics*|**Rain:**|(*so*)|_so_|***"
    "|\n\n## Rain\n\n|\n\n- Rain\n- *Snow*\n\n|\n\n1. Rain\n|\n\n> It rains\n> again\n\n|\n  more\n|\n    code\n|\n> "
)


@given(st.lists(st.sampled_from([*PIECES.split("|"), "|"]), max_size=16).map("".join))
def test_a_text_is_parted_as_the_parser_parts_it(text):
    text = "By Ada Alm\n\n" + normalise(text)
    assert clean_markdown(text).paragraphs == markdown_blocks(text)


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        pytest.param("The [two *ships](/x)* sank", "The two *ships* sank", id="emphasis that begins within a link"),
        pytest.param("a ![boat](/x) sank", "a sank", id="a picture"),
        pytest.param("[a [b](/x) c](/y)", "[a b c](/y)", id="a link within a link"),
        pytest.param("`[two](/x)` ships", "[two](/x) ships", id="a link within code"),
        pytest.param("\\[two](/x) ships", "[two](/x) ships", id="a bracket that is escaped"),
        pytest.param("2*3*4 and * a *", "234 and * a *", id="marks within words"),
        pytest.param("**two* ships*", "two ships", id="marks within one another"),
        pytest.param('[two](/x "a title") ships', "two ships", id="an address with a title"),
    ],
)
def test_marks_whose_meaning_is_not_plain_mean_what_the_parser_says(text, paragraph):
    assert clean_markdown(text).paragraphs == (paragraph,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rain\n\n- One\n\n  Two\n\nThree", id="a list item of two paragraphs"),
        pytest.param("Rain\n\n    code\n\nThree", id="indented code"),
        pytest.param("Rain\n\n- One\n\n      code\n\nThree", id="code within a list"),
        pytest.param("Rain\n\n```\n\n# no heading\n\n```\n\nThree", id="code between fences"),
        pytest.param("Rain\n\n> [x]: /y\n\nSee [x] there", id="an address that stands elsewhere"),
        pytest.param("Rain\n\n- 1. One\n\n> # Two\n\nThree", id="blocks within blocks"),
    ],
)
def test_a_mark_reaches_as_far_as_the_parser_lets_it(text):
    assert clean_markdown(text).paragraphs == markdown_blocks(text)


def test_a_paragraph_with_a_mark_bears_its_line_among_those_without():
    text = "Rain fell\non Alma.\n\n \nThe *mayor*\nspoke of 3 < 4.\n   \n  It stopped.\n"
    assert blocks(text) == [
        (5, "Rain fell on Alma.", None),
        (9, "The mayor spoke of 3 < 4.", None),
        (12, "It stopped.", None),
    ]


def test_the_quotation_marks_of_wires_are_kept():
    text = "``It rains,'' Ada Alm said. ``Go home.''"
    assert clean_markdown(text).paragraphs == (text,)
