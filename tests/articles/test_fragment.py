"""What a fragment of HTML says, paragraph by paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.web.fragment import clean_fragment

DEEP = 20_000


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("Words.", ("Words.",), id="no tags"),
        pytest.param("<p>One.</p><p>Two.</p>", ("One.", "Two."), id="paragraphs"),
        pytest.param(
            "One.<br><br/>Two.<br>Still two.", ("One.", "Two. Still two."), id="two breaks part, one does not"
        ),
        pytest.param("One.<br>\n&nbsp;<br>Two.", ("One.", "Two."), id="breaks with space between"),
        pytest.param("<b>N</b>ew  <i>word\ns</i>", ("New word s",), id="inline tags part no words"),
        pytest.param("<ul><li>One<li>Two</ul>", ("One", "Two"), id="list items"),
        pytest.param("<table><tr><td>1<td>2<tr><td>3</table>", ("1 2", "3"), id="a row is a line"),
        pytest.param(
            "a < b &lt;p&gt; &amp;amp; &#8217;", ("a < b <p> & ’",), id="entities, and what was escaped twice"
        ),
        pytest.param(
            "<figure><img><figcaption>A <b>boat</b></figcaption></figure>Text", ("Text",), id="a caption goes"
        ),
        pytest.param("<script>a()</script><style>b</style>Text<!-- no -->", ("Text",), id="what no reader sees"),
        pytest.param("Text<script>a()</SCRIPT >", ("Text",), id="a script at the end"),
        pytest.param("<a title=\"a > b\" href='x'>Text</a>", ("Text",), id="an attribute with a bracket"),
        pytest.param("<a title=don't href=x>It's</a> on", ("It's on",), id="an apostrophe in an attribute"),
        pytest.param("<div>" * DEEP + "Text" + "</div>" * DEEP, ("Text",), id="20,000 nested divs"),
        pytest.param("&#" + "9" * DEEP + ";Text", ("Text",), id="a number of 20,000 digits"),
        pytest.param("Text " + "<a " * DEEP, ("Text",), id="tags that nobody ends"),
        pytest.param("Text" + "<!--" * DEEP, ("Text",), id="comments that nobody ends"),
    ],
)
def test_all_words_are_kept_and_blocks_part_them(html, paragraphs):
    assert clean_fragment(html) == paragraphs


@given(st.lists(st.text("ab c", min_size=1), max_size=5))
def test_nothing_is_invented_and_nothing_is_lost(texts):
    html = "".join(f"<p>{text}</p>" for text in texts)
    assert clean_fragment(html) == tuple(" ".join(text.split()) for text in texts if text.split())


@given(st.text("<>/!-pabr=\"' &#;9"))
def test_any_text_is_read(html):
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in clean_fragment(html))
