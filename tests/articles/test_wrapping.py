"""Text that was broken at some width is read as its paragraphs; all other text line by line."""

from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.scrape.wrapping import paragraphs

BROKEN = """\
Engineers have found a crack in the spillway of the Alma dam, delaying
repairs by at least six weeks, the water board said on Friday. It is
about four metres long, and nobody knows since when it has been there.
So far.

The repair, first put at 12 million crowns, will now cost about 15
million, and the lake will be lowered by two metres until it is done,
the board said.""".split("\n")


def test_broken_lines_are_joined_with_the_number_of_the_first() -> None:
    joined = [(number, text) for number, text in paragraphs(BROKEN, 3) if text]
    assert [number for number, _ in joined] == [3, 8]
    assert joined[0][1] == " ".join(BROKEN[:4])
    assert joined[1][1] == " ".join(BROKEN[5:])


def test_a_list_entry_is_no_continuation() -> None:
    lines = [*BROKEN, "", BROKEN[0], "- " + BROKEN[1]]
    assert [text for _, text in paragraphs(lines, 1)][-2:] == [BROKEN[0], "- " + BROKEN[1]]


def test_lines_that_are_paragraphs_stay_lines() -> None:
    lines = ["Home", "News", "A short sentence stands here.", "x" * 200, "Another paragraph, which is not long at all."]
    assert list(paragraphs(lines, 1)) == list(enumerate(lines, 1))


def test_a_scrape_of_broken_lines_has_whole_sentences() -> None:
    kept = clean_plaintext("\n".join(BROKEN)).paragraphs
    assert any("It is about four metres long" in paragraph for paragraph in kept)
