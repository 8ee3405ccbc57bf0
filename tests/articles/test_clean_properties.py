"""What holds of cleaning whatever the text is: nothing is invented, nothing changes its place, nothing goes unnamed."""

from collections import Counter
from html import escape, unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.articles.clean import clean_one
from digest.articles.markdown import clean_markdown
from digest.articles.outlets import Outlets
from digest.articles.references import unescaped
from digest.articles.scrape.plaintext import Hints, clean_plaintext
from digest.articles.settings import CleanSettings
from digest.articles.web.fragment import clean_fragment
from digest.articles.web.webpage import clean_webpage
from digest.model import Given, RawArticle
from digest.tools.text import normalise

STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    '"We have not seen waves like these in forty years," Bo Berg, who has fished here all his life, told reporters.',
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
    "Nobody was hurt, but the ferry to the islands has been cancelled until further notice, leaving hundreds stranded.",
    "Als der Sturm am Freitag über die Stadt zog, waren alle Schiffe im Hafen, sagte die Bürgermeisterin Ada Alm.",
    "港は金曜日に嵐のため閉鎖されたと市長が述べた。再開は月曜日になる見込みだという。",
]
AROUND = [
    "Home", "News", "Sport", "Menu", "Log in", "Subscribe now", "Harbour Post", "# A title here | Harbour Post",
    "Storm closes the harbour of Alma", "Storm closes the harbour of Alma - Harbour Post", "By Ada Alm",
    "By Ada Alm and Bo Berg, Harbour Post", "Updated 3 March 2024 at 10:15", "01/02/2025", "2 MIN READ", "SOURCE:AFP",
    "RelatedAlma's mayor promises a new quay", "Recommended", "The quay on Friday. / Photo Harbour Post", "(Reuters)",
    "Share on Facebook", "2 Comments", "© 2024 Harbour Post. All rights reserved.", "We use cookies.", "Advertisement",
    "Is the ferry to the islands too old?", "Mayor of Alma promises a new quay", "QUAY TO BE INSPECTED",
    "* a list mark", "> > a quotation", "- - -", "...", "What comes next",
]  # fmt: skip
ODD = [
    "", " ", "\t\xa0 ", "\u202eevil\u202c", "zero\u200bwidth\ufeff", "a\x00b", "Alma&#8217;s &amp;quot;quay&amp;quot;",
    "&nbsp;", "&#8238;x", "cafÃ©", "e\u0301\u0316", "<b>bold</b>", "</p><p>", "a < b & c", "|a|b|", "[a](b)", "```",
    "***", "word " * 300, "A. " * 500, "a" * 3000, "By " * 99, "(" * 99, "١٢٣ ميناء", "👩\u200d🚒",
    "\u2028", "\r", "x\ud800y",
]  # fmt: skip
LINES = st.one_of(*map(st.sampled_from, (STORY, AROUND, ODD)), st.text(max_size=60))
HEADERS = st.sampled_from(["", "", " date 2024-03-01 ", " date 2024-03-01 WORLD\n"])
TEXTS = st.builds(lambda head, lines: normalise(head + "\n".join(lines)), HEADERS, st.lists(LINES, max_size=14))
TAGS = ("p", "h1", "h2", "li", "div", "article", "a href='/x'", "span class=caption", "script", "table><tr><td", "b")
PAGES = st.lists(st.tuples(st.sampled_from(TAGS), st.one_of(LINES, LINES.map(escape))), max_size=14).map(
    lambda parts: normalise("\n".join(f"<{tag}>{words}</{tag.split()[0].split('>')[0]}>" for tag, words in parts))
)
PROPERTY = settings(max_examples=120, deadline=None)


def as_one_line(text: str) -> str:
    """Return a text, its references decoded, with single spaces."""
    return " ".join(unescaped(text).split())


def lines_of(text: str) -> list[str]:
    return [as_one_line(line) for line in text.split("\n")]


def are_in_order(pieces: tuple[str, ...], text: str) -> bool:
    """Return whether the pieces stand in the text, verbatim and one after the other."""
    place = 0
    for piece in pieces:
        found = text.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def invented(pieces: tuple[str, ...], text: str) -> Counter[str]:
    """Return the signs of `pieces` that `text` has not, or not so often; its references count as they are read."""
    there = Counter(text) + Counter(unescape(text)) + Counter(unescaped(text))
    return Counter(sign for piece in pieces for sign in piece if not sign.isspace()) - there


@PROPERTY
@given(TEXTS)
def test_a_scrape_is_kept_verbatim_and_in_order(text: str) -> None:
    extract = clean_plaintext(text)
    whole = " ".join(" ".join(lines_of(text)).split())
    # What is kept of one line is one paragraph, whatever is cut between: so the blocks are what is verbatim.
    kept = tuple(block.text for block in extract.blocks if block.rule is None)
    assert are_in_order(kept, whole)
    assert " ".join(kept) == " ".join(extract.paragraphs)


@PROPERTY
@given(TEXTS, st.integers(1, 9))
def test_every_line_of_a_scrape_is_kept_or_cut_by_a_rule_that_has_a_name(text: str, first_line: int) -> None:
    extract = clean_plaintext(text, first_line)
    blank = {number for number, line in enumerate(lines_of(text), first_line) if not line}
    every = set(range(first_line, first_line + text.count("\n") + 1))
    assert {block.line for block in extract.blocks} | blank == every
    assert all(block.text for block in extract.blocks)
    assert all(block.rule is None or block.rule.replace("-", "").isalpha() for block in extract.blocks)
    assert [block.line for block in extract.blocks] == sorted(block.line for block in extract.blocks)


@PROPERTY
@given(TEXTS)
def test_no_word_of_a_scrape_is_lost_between_what_is_kept_and_what_is_cut(text: str) -> None:
    words = " ".join(lines_of(text)).split()
    marks = {"*", "•", "·", "▪", "●", ">", *("#" * count for count in range(1, 7))}  # taken off what is kept
    told = " ".join(block.text for block in clean_plaintext(text).blocks).split()
    assert [word for word in told if word not in marks] == [word for word in words if word not in marks]


@PROPERTY
@given(TEXTS)
def test_a_scrape_has_a_body_unless_it_is_blank(text: str) -> None:
    extract = clean_plaintext(text)
    header = {block.text for block in extract.blocks if block.rule == "header"}
    assert bool(extract.paragraphs) == bool(
        "".join(lines_of(text)) and " ".join(" ".join(lines_of(text)).split()) not in header
    )


@PROPERTY
@given(st.lists(st.sampled_from(STORY[:4]), min_size=1, unique=True))
def test_a_text_of_nothing_but_paragraphs_stays_as_it_is(paragraphs: list[str]) -> None:
    assert list(clean_plaintext("\n\n".join(paragraphs)).paragraphs) == paragraphs


@PROPERTY
@given(TEXTS)
def test_what_a_scrape_says_of_itself_stands_in_it(text: str) -> None:
    extract = clean_plaintext(text)
    said = (extract.title, extract.source, extract.wire, extract.section, extract.lead)
    assert all(found.value in as_one_line(text) for found in said if found)
    assert all(found.value.casefold() in as_one_line(text).casefold() for found in extract.authors)


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_a_page_gives_nothing_that_it_does_not_hold(page: str) -> None:
    extract = clean_webpage(page, 1, clean_plaintext)
    assert invented(extract.paragraphs, page) == Counter()


@PROPERTY
@given(TEXTS)
def test_markdown_gives_nothing_that_it_does_not_hold(text: str) -> None:
    paragraphs = clean_markdown(text).paragraphs
    # A reference to no character becomes U+FFFD.
    assert invented(paragraphs, text) - Counter("\ufffd") == Counter()


@PROPERTY
@given(PAGES)
def test_a_fragment_gives_nothing_that_it_does_not_hold(page: str) -> None:
    paragraphs = clean_fragment(page)
    assert invented(paragraphs, page) == Counter()
    assert all(paragraph == as_one_line(paragraph) for paragraph in paragraphs)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown", "html"]))
def test_an_article_of_any_text_is_made_of_its_paragraphs(text: str, syntax) -> None:
    article = clean_one(RawArticle("a-0000000000", "x", syntax, text, 1, Given()), Outlets({}), CleanSettings())
    assert article.title
    for number, paragraph in enumerate(article.paragraphs):
        sentences = tuple(each.text for each in article.sentences if each.paragraph == number)
        assert are_in_order(sentences, paragraph)
        assert "".join("".join(sentences).split()) == "".join(paragraph.split())


@settings(PROPERTY, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(STORY), st.sampled_from(AROUND)), max_size=14))
def test_cleaning_a_cleaned_scrape_changes_nothing(lines: list[str]) -> None:
    # The title is given, as it is of a cleaned article: alone, a first paragraph may be taken for one.
    hints = Hints(title="Storm closes the harbour of Alma")
    cleaned = clean_plaintext("\n".join(lines), hints=hints).paragraphs
    assert clean_plaintext("\n".join(cleaned), hints=hints).paragraphs == cleaned
