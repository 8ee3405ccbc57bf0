"""What explain prints of a line is enough to name it in `keep:` or `cut:`."""

from dataclasses import replace

import pytest

from digest.articles.clean import account_for, clean_one
from digest.articles.outlets import Outlets
from digest.articles.settings import CleanSettings
from digest.errors import printable
from digest.model import Correction, Given, RawArticle
from digest.publish.account import account

MARGIN = 26  # columns before the text of a line
STORY = "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said."

PERSIAN = "آن\u200cها گفتند که بندر بسته شده است و کشتی\u200cها باز نمی\u200cگردند. "


def raw(line: str, given: Given) -> RawArticle:
    return RawArticle("a-1", "storm.txt", "text", f"{STORY}\n{line}\n{STORY.upper()}", 1, given)


def printed(article: RawArticle) -> list[str]:
    """Return what explain prints of the second line, without its margin, and its rule."""
    blocks = account_for(article, CleanSettings())
    lines = [*account(clean_one(article, Outlets({}), CleanSettings()), blocks, (), 80)]
    start = next(number for number, line in enumerate(lines) if line.startswith("     2  "))
    end = next(number for number, line in enumerate(lines) if line.startswith("     3  "))
    return [lines[start][8:MARGIN].strip(), "\n".join(printable(line)[MARGIN:] for line in lines[start:end])]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(STORY.replace("Friday", "Monday") * 3, id="a long line"),
        pytest.param("彼らは港が閉鎖されたと述べた。" * 9, id="a script without spaces"),
        pytest.param(PERSIAN * 3, id="signs that cannot be seen"),
        pytest.param('> * "We have not seen waves like these," he said.', id="marks and quotes"),
        pytest.param(f"Related: {STORY}", id="a related link"),
        pytest.param("Advertisement", id="a label"),
    ],
)  # fmt: skip
def test_a_line_is_kept_and_cut_by_what_is_printed_of_it(line):
    rule, text = printed(raw(line, Given()))
    other = printed(raw(line, Given(keep=(Correction(text, 1),)) if rule else Given(cut=(Correction(text, 1),))))
    assert other[0] == ("" if rule else "curator")
    back = Given(cut=(Correction(other[1], 1),)) if rule else Given(keep=(Correction(other[1], 1),))
    assert printed(raw(line, back))[1] == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 1_000_000, id="an endless word"),
        pytest.param("harbour " * 200_000, id="an endless line"),
        pytest.param("a\n" * 100_000, id="endless lines"),
    ],
)
def test_every_sign_of_what_is_kept_is_printed_in_bounded_time(text):
    article = replace(raw("", Given()), text=text, syntax="markdown")
    blocks = account_for(article, CleanSettings())
    lines = [*account(clean_one(article, Outlets({}), CleanSettings()), blocks, (), 100)]
    body = "".join(line[MARGIN:] for line in lines[lines.index("", 2 + lines.index("")) :])
    assert body.replace(" ", "").count("a") >= text.count("a")
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("path", "syntax", "text", "why"),
    [
        pytest.param(
            "storm.html",
            "html",
            "<html><head><title>Storm</title></head><body><script>show()</script><div id=root></div></body></html>",
            ["nothing stayed, since the page holds no words for readers: scripts may put them there only in",
             "a browser. Save the page from there once its text is to be seen, or put the text itself in."],
            id="a page of scripts",
        ),
        pytest.param("storm.txt", "text", "", ["nothing stayed, since no text stands here."], id="a title alone"),
    ],
)  # fmt: skip
def test_an_article_of_which_nothing_stays_and_nothing_is_cut_says_why(path, syntax, text, why):
    article = RawArticle("a-1", path, syntax, text, 1, Given(title="Storm"))
    cleaned, blocks = clean_one(article, Outlets({}), CleanSettings()), account_for(article, CleanSettings())
    lines = [*account(cleaned, blocks, (), 95)]
    start = lines.index("the article as it came: 0 paragraphs kept, 0 lines cut")
    assert lines[start + 2 : start + 2 + len(why)] == [f"  {line}" for line in why]


def test_an_article_that_holds_something_needs_no_such_reason():
    article = raw("Advertisement", Given())
    lines = account(clean_one(article, Outlets({}), CleanSettings()), account_for(article, CleanSettings()), (), 95)
    assert not any("nothing stayed" in line for line in lines)
