"""A naive scrape comes apart into body, cuts with their rules, and what its head says."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.articles.extract import Block, Extract, Found
from digest.articles.scrape.plaintext import Hints, clean_plaintext
from digest.model import Cut

SEEDS = Path(__file__).parents[2] / "content" / "articles"

STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    '"We have not seen waves like these in forty years," Bo Berg, who has fished here all his life, told reporters.',
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
    "Nobody was hurt, but the ferry to the islands has been cancelled until further notice, leaving hundreds stranded.",
]


def lines_of(name: str) -> list[str]:
    return (SEEDS / name).read_text(encoding="utf-8").split("\n")


def seed(name: str) -> Extract:
    return clean_plaintext("\n".join(lines_of(name)))


def rules(extract: Extract) -> list[tuple[int, str]]:
    return [(cut.line, cut.rule) for cut in extract.cuts]


def test_the_first_seed_keeps_its_ten_paragraphs_in_order() -> None:
    body = [9, 11, 13, 15, 19, 23, 25, 27, 29, 31]
    expected = [lines_of("000_075294eac8d6567d.txt")[number - 1] for number in body]
    assert list(seed("000_075294eac8d6567d.txt").paragraphs) == expected


def test_the_first_seed_accounts_for_all_its_other_lines() -> None:
    assert rules(seed("000_075294eac8d6567d.txt")) == [
        (1, "header"),
        (2, "reading-time"),
        (3, "title"),
        (4, "lead"),
        (5, "repeated-title"),
        (6, "caption"),
        (7, "lone-date"),
        (17, "related-link"),
        (21, "related-heading"),
        (33, "related-link"),
        (34, "wire-credit"),
        (35, "related-heading"),
        *((line, "headline-list") for line in range(36, 52)),
        (52, "byline"),
    ]


def test_the_first_seed_says_its_title_day_section_and_agency_but_no_author() -> None:
    extract = seed("000_075294eac8d6567d.txt")
    title = "Kremlin declines to comment on North Korean troops' withdrawal reports"
    lead = "Western media and Ukrainian officials report North Korean troops withdrawing from Ukraine frontlines."
    assert (extract.title, extract.date, extract.section, extract.wire, extract.lead, extract.authors) == (
        Found(title, "line 3"),
        Found("2025-01-31", "header"),
        Found("WORLD", "header"),
        Found("AFP", "line 34"),
        Found(lead, "line 4"),
        (),
    )


def test_the_second_seed_is_body_but_for_its_header() -> None:
    name = "004_b9e44c5a9df14ae5.txt"
    first, *rest = lines_of(name)
    title = "Western, South Korean and Ukrainian intelligence agencies say Pyongyang deployed more than 10,000 troops"
    assert seed(name) == Extract(
        paragraphs=(first.removeprefix(" date 2025-02-01 "), *rest),
        cuts=(Cut(1, "date 2025-02-01", "header"),),
        title=Found(title, "derived"),
        date=Found("2025-02-01", "header"),
        blocks=(
            Block(1, "date 2025-02-01", "header"),
            Block(1, first.removeprefix(" date 2025-02-01 "), None),
            *(Block(number, line, None) for number, line in enumerate(rest, 2) if line),
        ),
    )


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        pytest.param("3 min read", "reading-time", id="reading time"),
        pytest.param("Reading time: 4 minutes", "reading-time", id="reading time in words"),
        pytest.param("SOURCE: Reuters", "wire-credit", id="wire credit"),
        pytest.param("(AFP)", "wire-credit", id="wire credit in brackets"),
        pytest.param("RelatedAlma's mayor promises a new quay", "related-link", id="related link glued to its label"),
        pytest.param("Read more: Alma's mayor promises a new quay", "related-link", id="related link"),
        pytest.param("The quay on Friday. / Photo Alma Herald", "caption", id="caption with its photographer"),
        pytest.param("Updated 3 March 2024 at 10:15", "lone-date", id="lone date"),
        pytest.param("By Ada Alm", "byline", id="byline"),
        pytest.param("Recommended", "related-heading", id="heading of related stories"),
        pytest.param("You may also like", "related-heading", id="another heading of related stories"),
        pytest.param("Share on Facebook", "share-button", id="share button"),
        pytest.param("Advertisement", "advertisement", id="advertisement"),
        pytest.param("Sign up for our newsletter and get the news in your inbox", "newsletter", id="newsletter appeal"),
        pytest.param("We use cookies to make this site better.", "cookies", id="cookie line"),
        pytest.param("© 2024 Alma Herald. All rights reserved.", "copyright", id="copyright"),
    ],
)
def test_what_gives_itself_away_is_cut_wherever_it_stands(line: str, rule: str) -> None:
    text = "\n".join([*STORY[:2], line, *STORY[2:]])
    extract = clean_plaintext(text)
    assert (list(extract.paragraphs), extract.cuts) == (STORY, (Cut(3, line, rule),))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("QUAY TO BE INSPECTED", id="shouted"),
        pytest.param("'Waves like these'", id="quoted"),
        pytest.param("What comes next", id="plain"),
    ],
)
def test_a_subhead_stays_in_its_place_and_is_no_title(line: str) -> None:
    extract = clean_plaintext("\n\n".join([*STORY[:2], line, *STORY[2:]]))
    assert list(extract.paragraphs) == [*STORY[:2], line, *STORY[2:]]
    assert extract.title == Found(STORY[0].rstrip("."), "derived")


def test_a_byline_in_the_head_names_the_authors_and_one_below_the_body_does_not() -> None:
    text = "\n".join(["Storm closes the harbour of Alma", "By Ada Alm and Bo Berg", *STORY, "By Cy Dahl"])
    assert clean_plaintext(text).authors == (Found("Ada Alm", "line 2"), Found("Bo Berg", "line 2"))
    assert clean_plaintext("\n".join([*STORY, "By Cy Dahl"])).authors == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("2024-03-01", "2024-03-01", id="ISO"),
        pytest.param("March 1, 2024", "2024-03-01", id="month first"),
        pytest.param("1 March 2024", "2024-03-01", id="day first"),
        pytest.param("Published: 1st Mar 2024, 10:15", "2024-03-01", id="with a label and the time"),
        pytest.param("01/02/2024", None, id="two readings"),
        pytest.param("31 February 2024", None, id="no day of any calendar"),
    ],
)
def test_a_date_in_the_head_counts_if_it_has_one_reading(line: str, day: str | None) -> None:
    extract = clean_plaintext("\n".join(["Storm closes the harbour of Alma", line, *STORY]))
    assert extract.date == (Found(day, "line 2") if day else None)


def test_a_dateline_names_the_agency_and_stays() -> None:
    first = f"ALMA, March 1 (Reuters) - {STORY[0]}"
    extract = clean_plaintext("\n".join([first, *STORY[1:]]))
    assert (extract.wire, extract.paragraphs[0]) == (Found("Reuters", "line 1"), first)


def test_headlines_below_a_heading_of_related_stories_are_a_list() -> None:
    headlines = [
        "Mayor of Alma promises a new quay",
        "Is the ferry to the islands too old?",
        "Ministry orders two tugs",
    ]
    extract = clean_plaintext("\n".join([*STORY, "Recommended", *headlines]))
    assert list(extract.paragraphs) == STORY
    assert rules(extract) == [(5, "related-heading"), *((line, "headline-list") for line in (6, 7, 8))]


def test_comments_below_the_body_are_cut_however_well_they_read() -> None:
    comment = "I was on the quay myself that morning, and I can say that nobody from the ministry was there to help us."
    extract = clean_plaintext("\n".join([*STORY, "2 Comments", "Ed", comment, comment.upper()]))
    assert (list(extract.paragraphs), rules(extract)) == (STORY, [(line, "comments") for line in (5, 6, 7, 8)])


def test_cuts_bear_the_line_numbers_of_the_file() -> None:
    extract = clean_plaintext("\n".join(["3 min read", *STORY]), first_line=7)
    assert extract.cuts == (Cut(7, "3 min read", "reading-time"),)


def test_a_known_title_is_cut_where_it_stands() -> None:
    title = "Storm closes the harbour of Alma"
    extract = clean_plaintext("\n".join([*STORY[:2], title, *STORY[2:]]), hints=Hints(title=title))
    assert (list(extract.paragraphs), rules(extract)) == (STORY, [(3, "repeated-title")])


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param(" \n\u00a0\n", (), id="white space"),
        pytest.param("Harbour closed", ("Harbour closed",), id="two words"),
        pytest.param("3 min read\nBy Ada Alm Berg", ("By Ada Alm Berg",), id="only what patterns would cut"),
        pytest.param(f"  {STORY[0]}\u00a0\t ", (STORY[0],), id="white space around"),
    ],
)
def test_the_body_is_empty_only_if_the_text_is(text: str, paragraphs: tuple[str, ...]) -> None:
    assert clean_plaintext(text).paragraphs == paragraphs


def test_a_page_on_one_line_is_judged_by_its_sentences() -> None:
    menu = "Home News Sport Weather Jobs Log in Subscribe Contact About us. " * 3
    extract = clean_plaintext(menu + " ".join(STORY * 3))
    assert len(extract.paragraphs) == 1
    assert extract.paragraphs[0].endswith(" ".join(STORY))
    assert {cut.line for cut in extract.cuts} == {1}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("By " + "A " * 50_000, id="an endless byline"),
        pytest.param("a" * 200_000, id="an endless word"),
        pytest.param("A. " * 60_000, id="an endless row of short sentences"),
        pytest.param("\n".join(["Menu Alma"] * 20_000), id="an endless menu"),
        pytest.param("\n".join(["Recommended", "By Ada Alm", *STORY] * 3_000), id="endless bylines and headings"),
        pytest.param("# > * " * 20_000, id="endless marks"),
        pytest.param("date 2024-03-01 " + "A-" * 50_000, id="an endless section"),
        pytest.param(("word " * 30 + "| ") * 2_000, id="an endless browser title"),
    ],
)
def test_hostile_lines_are_cleaned_in_bounded_time(text: str) -> None:
    assert clean_plaintext(text).paragraphs


LINES = st.sampled_from(
    [*STORY, "By Ada Alm", "Recommended", "2 MIN READ", "SOURCE:AFP", "# A title here | Site", "", " "]
)
TEXTS = st.lists(st.one_of(LINES, st.text(st.characters(exclude_categories=["C"]), max_size=60)), max_size=12)


@settings(max_examples=150, deadline=None)
@example(["AA"], " date 2024-03-01 ")  # read as a section, alone or above a text
@example(["AA", "Rain fell."], " date 2024-03-01 ")
@given(TEXTS, st.sampled_from(["", " date 2024-03-01 ", " date 2024-03-01 WORLD\n"]))
def test_every_line_stays_in_order_or_is_cut(lines: list[str], header: str) -> None:
    text = header + "\n".join(lines)
    extract = clean_plaintext(text)
    normal = " ".join(text.split())
    position = 0
    for paragraph in extract.paragraphs:
        position = normal.index(paragraph, position) + len(paragraph)
    for cut in extract.cuts:
        assert cut.text in " ".join(text.split("\n")[cut.line - 1].split())
    accounted = len(extract.paragraphs) + len(extract.cuts)
    # A header on the line of a paragraph is accounted for beside it; a section belongs to the header.
    glued = header == " date 2024-03-01 " and lines and lines[0].strip() and extract.section is None
    assert accounted == sum(bool(line.strip()) for line in text.split("\n")) + bool(glued)


def test_of_a_page_on_one_line_a_pattern_does_not_claim_the_sentence_behind_it() -> None:
    lead = "Photo: Tom Petri/Harbour Post " + STORY[0]
    page = " ".join([lead, *STORY[1:] * 4])
    assert STORY[0] in " ".join(clean_plaintext(page).paragraphs)
