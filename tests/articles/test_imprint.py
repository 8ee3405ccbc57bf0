"""The date and the byline of a scrape stand beside its title, or else above its lead."""

import pytest

from digest.articles.extract import Extract, Found
from digest.articles.scrape.plaintext import Hints, clean_plaintext

TITLE = "Storm closes the harbour of Alma for a week"
STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    '"We have not seen waves like these in forty years," Bo Berg, who has fished here all his life, told reporters.',
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
]
TOOLS = ["Share", "Print", "Save"]
CAPTION = 'Die Fähre "Nordstern" liegt am Freitag vor dem Hafen von Alma auf Grund © dpa/Bo Berg'


def cleaned(*lines: str, title: str | None = None) -> Extract:
    return clean_plaintext("\n".join(lines), hints=Hints(title))


def test_a_caption_above_the_body_hides_neither_title_nor_date_nor_author() -> None:
    head = ["Fähre läuft auf Grund", "Stand: 14.03.2025, 11:20 Uhr", "Von Ada Alm", "Teilen", "Drucken", "Merken"]
    body = [
        'Die Fähre "Nordstern" ist am Freitag vor dem Hafen von Alma auf Grund gelaufen, sagte die Küstenwache.',
        "Alle 143 Menschen an Bord wurden mit Booten an Land gebracht, vier von ihnen kamen ins Krankenhaus.",
    ]
    found = cleaned("Startseite", *head, CAPTION, *body)
    assert (found.title, found.date) == (Found(head[0], "line 2"), Found("2025-03-14", "line 3"))
    assert found.authors == (Found("Ada Alm", "line 4"),)


def test_where_nothing_dated_stands_beside_the_title_the_lines_above_the_lead_are_read() -> None:
    found = cleaned("By Ada Alm", "14 March 2025", "Home", "News", "Sport", "Weather", TITLE, *STORY)
    assert (found.title, found.date) == (Found(TITLE, "line 7"), Found("2025-03-14", "line 2"))
    assert found.authors == (Found("Ada Alm", "line 1"),)


def test_a_date_beside_the_title_that_can_be_read_in_two_ways_is_not_passed_over_for_one_further_up() -> None:
    found = cleaned("14 March 2025", "Home", "News", "Sport", "Weather", TITLE, "By Ada Alm", "01/02/2025", *STORY)
    assert found.date is None


PAGES = [
    pytest.param([TITLE, "Ada Alm and Cy Dahl", "3 March 2024", *STORY], id="two names below it"),
    pytest.param([TITLE, "Ada Alm, Harbour Post", *TOOLS, "3 March 2024", *STORY], id="a name and an outlet below it"),
    pytest.param(["Home", "News", TITLE, "By Ada Alm", "3 March 2024", *TOOLS * 6, *STORY], id="far above the body"),
    pytest.param([f"{TITLE} | Harbour Post", TITLE, "By Ada Alm", *STORY, "© Harbour Post"], id="the outlet behind it"),
]


@pytest.mark.parametrize("lines", PAGES)
@pytest.mark.parametrize("title", [pytest.param(TITLE, id="as found"), pytest.param(TITLE.upper(), id="in capitals")])
def test_metadata_are_no_poorer_with_the_right_title_given(lines: list[str], title: str) -> None:
    free, told = cleaned(*lines), cleaned(*lines, title=title)
    assert free.authors
    assert (told.authors, told.date, told.source) == (free.authors, free.date, free.source)


def test_the_byline_below_the_given_title_counts_and_not_that_of_a_likelier_line() -> None:
    other = "Storm season opens on the islands"
    page = [other, "By Bo Berg", *TOOLS * 8, TITLE, "By Ada Alm", "3 March 2024", *STORY]
    assert cleaned(*page).authors == (Found("Ada Alm", "line 28"),)
    assert cleaned(*page, title=other).authors == (Found("Bo Berg", "line 2"),)


def test_without_a_line_for_the_given_title_the_likeliest_one_shows_where_the_byline_stands() -> None:
    found = cleaned(TITLE, "Ada Alm and Cy Dahl", "3 March 2024", *STORY, title="Words of the curator")
    assert found.authors == (Found("Ada Alm", "line 2"), Found("Cy Dahl", "line 2"))
