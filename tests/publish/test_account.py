"""What explain prints of a line is enough to name it in `keep:` or `cut:`."""

from dataclasses import replace

import pytest

from digest.articles.clean import CleanSettings, account_for, clean_one
from digest.articles.outlets import Outlets
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
