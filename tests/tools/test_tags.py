"""The words of HTML, parted where readers see a break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.tools.tags import decode, numbered_paragraphs, paragraphs


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("One.", ((1, "One."),), id="no tags"),
        pytest.param("\n\n  One\nstill one", ((3, "One still one"),), id="the line of the first word"),
        pytest.param("<p>\nOne<b>\nmore</b><p\nclass=x>Two", ((2, "One more"), (4, "Two")), id="line ends in tags"),
        pytest.param("<script>\n\n</script>One<br>\n<br>\nTwo", ((3, "One"), (5, "Two")), id="what nobody reads"),
        pytest.param("<td>1\n<td>2", ((1, "1 2"),), id="cells"),
    ],
)
def test_each_paragraph_bears_the_line_of_its_first_word(html, expected):
    assert numbered_paragraphs(html) == expected


@given(st.lists(st.sampled_from(["One", " ", "\n", "<p>", "<br>", "<b>", "</p\n>", "<td>", "&amp;", "<!-- \n -->"])))
def test_a_paragraph_begins_in_its_line(pieces):
    html = "".join(pieces)
    lines = html.split("\n")
    numbered = numbered_paragraphs(html)
    assert tuple(text for _, text in numbered) == paragraphs(html)
    assert [number for number, _ in numbered] == sorted(number for number, _ in numbered)
    for number, text in numbered:
        assert text.split()[0].replace("&", "&amp;")[:3] in lines[number - 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a&#8238;b&#x2066;c&shy;d&#65279;", "abcd", id="hidden signs"),
        pytest.param("a&#0;b&#xD800;c&#7;d&#99999999999;", "abcd", id="no signs at all"),
        pytest.param("e&#769;", "é", id="an accent apart"),
        pytest.param("&#1606;&#8204;&#1605; &amp; &lt;", "\u0646\u200c\u0645 & <", id="joiners and marks stay"),
    ],
)
def test_what_entities_hide_is_normalised(text, expected):
    assert decode(text) == expected
    assert paragraphs(f"<p>{text.replace('&lt;', '')}")[0] == expected.replace("<", "").strip()
