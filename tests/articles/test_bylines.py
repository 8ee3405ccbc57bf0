"""Authors, day of publication, agency and outlet of a scrape, as the lines beside its title and its head say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.extract import Found
from digest.articles.scrape.bylines import authors_of
from digest.articles.scrape.credits import outlet, wire
from digest.articles.scrape.imprint import notes_beside
from digest.articles.scrape.issuedates import published_on
from digest.articles.scrape.notes import Note
from digest.articles.scrape.plaintext import Hints, clean_plaintext
from digest.articles.scrape.segments import Segment, segments
from digest.articles.scrape.titles import TitleLine
from digest.articles.writtendates import DayOrder

TITLE = "Storm closes the harbour of Alma for a week"
STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
    "Nobody was hurt, but the ferry to the islands has been cancelled until further notice, leaving hundreds stranded.",
]


def notes(*texts: str) -> list[Note]:
    return [Note(number, text) for number, text in enumerate(texts, 1)]


def lines(*texts: str) -> list[Segment]:
    return segments("\n".join(texts), 1)


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        pytest.param(["By Ada Alm"], ["Ada Alm"], id="one line"),
        pytest.param(["By", "Ada Alm", "Staff Writer"], ["Ada Alm"], id="two lines"),
        pytest.param(["By", "Ada Alm", "and", "Bo Berg", "March 7, 2024"], ["Ada Alm", "Bo Berg"], id="four lines"),
        pytest.param(["By Ada Alm, 3 hours ago"], ["Ada Alm"], id="a time behind"),
        pytest.param(["By Ada Alm | Harbour Post"], ["Ada Alm"], id="the outlet behind"),
        pytest.param(["By Ada Alm and Bo Berg in Oslo"], ["Ada Alm", "Bo Berg"], id="a place behind"),
        pytest.param(["By Ada Alm, Bo Berg and Cy Dahl"], ["Ada Alm", "Bo Berg", "Cy Dahl"], id="three names"),
        pytest.param(["By Ada Alm, Senior Editor"], ["Ada Alm"], id="a trade behind"),
        pytest.param(["By Ada AlmPublished: 3 March 2024"], ["Ada Alm"], id="a glued label"),
        pytest.param(["Von Ada Alm, Oslo 05.08.2024"], ["Ada Alm"], id="German"),
        pytest.param(["Par Ada Alm avec Bo Berg"], ["Ada Alm", "Bo Berg"], id="French"),
        pytest.param(["Por Ada de la Alm y Bo Berg"], ["Ada de la Alm", "Bo Berg"], id="Spanish"),
        pytest.param(["Di Ada Alm"], ["Ada Alm"], id="Italian"),
        pytest.param(["Door Ada van der Alm"], ["Ada van der Alm"], id="Dutch"),
        pytest.param(["BY ADA ALM"], ["Ada Alm"], id="shouted"),
        pytest.param(["Author:", "Ada Alm", "Dec 23, 2023"], ["Ada Alm"], id="another label"),
        pytest.param(["Ada Alm", "Contributing Reporter"], ["Ada Alm"], id="a bare name above a trade"),
        pytest.param(["Ada Alm", "30.01.2024"], ["Ada Alm"], id="a bare name above a date"),
        pytest.param(["By Ada Alm", "By Ada Alm"], ["Ada Alm"], id="said twice"),
        pytest.param(["By Ada Alm and Ada Alm"], ["Ada Alm"], id="said twice in one line"),
        pytest.param(["Escrito por Ada Alm"], ["Ada Alm"], id="Spanish, written by"),
        pytest.param(["Oleh: Ada Alm"], ["Ada Alm"], id="Indonesian"),
        pytest.param(["Автор: Ада Альм"], ["Ада Альм"], id="Russian"),
        pytest.param(["Текст: Ада Альм"], ["Ада Альм"], id="Russian, the text's"),
        pytest.param(["By Ada AlmDecember 3, 2024"], ["Ada Alm"], id="a glued month"),
        pytest.param(["By Ada Alm For Harbour Post"], ["Ada Alm"], id="an outlet behind for"),
        pytest.param(["Ada Alm and Bo Berg", "30.01.2024"], ["Ada Alm", "Bo Berg"], id="two bare names above a date"),
        pytest.param(["Port Alma, New Berg", "30.01.2024"], [], id="two places above a date"),
        pytest.param(["By AFP", "30.01.2024"], [], id="an agency above a date"),
        pytest.param(["By Reuters Staff"], [], id="an agency's staff"),
        pytest.param(["Harbour News", "30.01.2024"], [], id="a section above a date"),
        pytest.param(["From our reporter Ada Alm"], ["Ada Alm"], id="our reporter"),
        pytest.param(["From our reporters Ada Alm and Bo Berg"], ["Ada Alm", "Bo Berg"], id="our reporters"),
        pytest.param(["By our correspondent in Port Alma, Bo Berg"], ["Bo Berg"], id="our correspondent in a place"),
        pytest.param(["By our own chief reporter Ada Alm, Alma"], ["Ada Alm"], id="our chief reporter"),
        pytest.param(["From our correspondent", "Ada Alm"], ["Ada Alm"], id="our correspondent on two lines"),
        pytest.param(["Von unserem Korrespondenten Bo Berg"], ["Bo Berg"], id="German, our correspondent"),
        pytest.param(["De notre envoyée spéciale à Alma, Ada Alm"], ["Ada Alm"], id="French, our envoy"),
        pytest.param(["Dal nostro inviato Bo Berg"], ["Bo Berg"], id="Italian, our envoy"),
        pytest.param(["De nuestra corresponsal, Ada Alm"], ["Ada Alm"], id="Spanish, our correspondent"),
        pytest.param(["Van onze verslaggever Bo Berg"], ["Bo Berg"], id="Dutch, our reporter"),
        pytest.param(["From our harbour the ships left early"], [], id="our harbour"),
        pytest.param(["By our correspondents"], [], id="our correspondents without names"),
        pytest.param(["By Friday the port may open"], [], id="no name"),
        pytest.param(["By The Associated Press"], [], id="an agency"),
        pytest.param(["By Harbour Post Staff"], [], id="a desk"),
        pytest.param(["By", "Subscribe"], [], id="nothing below the label"),
        pytest.param(["Ada Alm", "Share"], [], id="a bare name alone"),
    ],
)
def test_a_byline_names_its_persons_and_nobody_else(texts: list[str], names: list[str]) -> None:
    assert [author.value for author in authors_of(notes(*texts))] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Helen Marsh and Tom Petri", ["Helen Marsh", "Tom Petri"], id="two names"),
        pytest.param("Helen Marsh, Ada Dahl & Tom Petri", ["Helen Marsh", "Ada Dahl", "Tom Petri"], id="three names"),
        pytest.param("Helen Marsh, Harbour Post", ["Helen Marsh"], id="a name and an outlet"),
        pytest.param("Helen Marsh, Senior Reporter", ["Helen Marsh"], id="a name and a trade"),
        pytest.param("Helen Marsh, Reuters", ["Helen Marsh"], id="a name and an agency"),
        pytest.param("Helen Marsh", [], id="one name alone"),
        pytest.param("Helen Marsh, Tom Petri", [], id="two names that nothing joins"),
        pytest.param("Helen Marsh, Lower Alma", [], id="a name and a place"),
        pytest.param("Storm Dahl and Tom Petri", [], id="a word of the title"),
        pytest.param("World Affairs and Local Voices", [], id="sections"),
        pytest.param("Ships and boats", [], id="no names"),
        pytest.param("Helen Marsh and Tom Petri USA TODAY", [], id="shouted words behind a name"),
    ],
)
def test_a_line_without_a_label_names_authors_only_right_below_the_title(line: str, names: list[str]) -> None:
    assert [author.value for author in authors_of(notes(line), TITLE)] == names
    assert authors_of(notes(line)) == ()
    assert authors_of(notes("Photos", line), TITLE) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("بقلم: محمد علي", ["محمد علي"], id="Arabic, a colon"),
        pytest.param("بقلم محمد علي", ["محمد علي"], id="Arabic"),
        pytest.param("كتب - محمد علي، أحمد حسن", ["محمد علي", "أحمد حسن"], id="Arabic, a hyphen"),
        pytest.param("كتب مدرسية جديدة", [], id="Arabic, books"),
        pytest.param("בקלות: דנה כהן", [], id="Hebrew, another word"),
        pytest.param("מאת: דנה כהן", ["דנה כהן"], id="Hebrew"),
        pytest.param("記者 山田太郎", ["山田太郎"], id="Japanese, the label first"),
        pytest.param("（山田記者）", ["山田"], id="Japanese, in brackets"),
        pytest.param("（記者）", [], id="Japanese, a label alone"),
        pytest.param("文・編集部", [], id="Japanese, a desk"),
        pytest.param("作者：王伟、李娜", ["王伟", "李娜"], id="Chinese, two names"),
        pytest.param("本报记者 王伟", ["王伟"], id="Chinese, of the paper"),
        pytest.param("記者王小明／台北報導", ["王小明"], id="Chinese, traditional"),
        pytest.param("记者在现场看到港口已经关闭", [], id="Chinese, a sentence"),
        pytest.param("(서울=한강뉴스) 홍길동 기자 =", ["홍길동"], id="Korean, with a dateline"),
        pytest.param("홍길동 기자", ["홍길동"], id="Korean"),
    ],
)
def test_a_script_without_capitals_needs_a_label_and_little_else_on_the_line(line: str, names: list[str]) -> None:
    assert [author.value for author in authors_of(notes("3", line))] == names


def test_an_author_bears_the_line_of_the_name() -> None:
    assert authors_of(notes("Sport", "By", "Ada Alm")) == (Found("Ada Alm", "line 3"),)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(["March 1, 2024"], ("2024-03-01", 1), id="a bare date"),
        pytest.param(["Updated 3 March 2024", "Published 1 March 2024"], ("2024-03-01", 2), id="published wins"),
        pytest.param(["Updated:", "3 March 2024", "Published:", "1 March 2024"], ("2024-03-01", 4), id="labels above"),
        pytest.param(["Published 1 March 2024 Updated 3 March 2024"], ("2024-03-01", 1), id="both on one line"),
        pytest.param(["Updated 3 March 2024 | Published 1 March 2024"], ("2024-03-01", 1), id="the other way round"),
        pytest.param(["Updated 3 March 2024"], ("2024-03-03", 1), id="an update alone"),
        pytest.param(["Aktualisiert: 3. März 2024", "Erschienen: 1. März 2024"], ("2024-03-01", 2), id="German"),
        pytest.param(["Publié le 1er mars 2024 à 10h05"], ("2024-03-01", 1), id="French"),
        pytest.param(["公開日：2024年3月1日 更新日：2024年3月3日"], ("2024-03-01", 1), id="Japanese"),
        pytest.param(["01/02/2024"], None, id="two readings"),
        pytest.param(["Published 01/02/2024", "Updated 3 March 2024"], None, id="two readings of the one that counts"),
        pytest.param(["Published: 02.03.25 at 14:05"], ("2025-03-02", 1), id="a short year with full stops"),
        pytest.param(["2 March 25"], ("2025-03-02", 1), id="a short year with a name"),
        pytest.param(["Published: 02/03/25 at 14:05"], None, id="a short year with two readings"),
        pytest.param(
            ["Posted 02/03/2025; updated 25/03/2025"], ("2025-03-02", 1), id="the other date shows the day first"
        ),
        pytest.param(
            ["Posted 02/03/2025", "Updated 03/25/2025"], ("2025-02-03", 1), id="the other date shows the month first"
        ),
        pytest.param(["02/03/2025", "25/03/2025", "03/25/2025"], None, id="two orders settle nothing"),
        pytest.param(["A new wall is to be ready on 31 December 2027."], None, id="a short sentence"),
        pytest.param(["The dam will open 3 May 2027"], None, id="a sentence without its full stop"),
        pytest.param(["no date"], None, id="none"),
        pytest.param(
            ["The mayor has said so in each of the last few years, and again on 1 March 2024"], None, id="prose"
        ),
    ],
)
def test_the_day_of_publication_comes_before_that_of_an_update(texts: list[str], found: tuple[str, int] | None) -> None:
    assert published_on(notes(*texts)) == (Found(found[0], f"line {found[1]}") if found else None)


def test_notes_stand_beside_the_title_first_below_it_and_are_no_prose() -> None:
    page = lines("Mon March 4, 2024", "Home", "News", "Sport", TITLE, "By Ada Alm", *STORY, "1 March 2024")
    found = notes_beside(page, TitleLine(TITLE, 4), 6)
    assert [note.text for note in found] == ["By Ada Alm", "1 March 2024", "Home", "News", "Sport"]


@pytest.mark.parametrize(
    ("start", "day"),
    [
        pytest.param("ALMA, March 1, 2024 (AFP) - ", "2024-03-01", id="with a year"),
        pytest.param("ALMA, March 1 (AFP) - ", None, id="without a year"),
        pytest.param("The dam of Alma was closed on March 1, 2024 (Monday) - ", None, id="a sentence"),
    ],
)
def test_a_dateline_with_its_year_gives_the_day(start: str, day: str | None) -> None:
    page = lines(TITLE, start + STORY[0], *STORY[1:])
    assert published_on(notes_beside(page, TitleLine(TITLE, 0), 1)) == (Found(day, "line 2") if day else None)


def test_a_date_of_the_story_is_never_the_day_of_publication() -> None:
    found = clean_plaintext(
        "Dam closed for repairs until autumn\n\nThe dam was closed on Monday, the ministry said in a statement after "
        "divers found a crack.\n\nA new wall is to be ready on 31 December 2027.\n"
    )
    assert found.date is None


@pytest.mark.parametrize(
    ("order", "day"),
    [pytest.param(None, None, id="a doubt"), pytest.param("DMY", "2025-03-02", id="settled by the curator")],
)
def test_a_short_year_in_the_head_is_read_where_the_curator_says_how(order: DayOrder | None, day: str | None) -> None:
    found = clean_plaintext("\n".join([TITLE, "Published: 02/03/25 at 14:05", *STORY]), 1, Hints(order=order))
    assert (found.date and found.date.value) == day
    assert any(doubt.about == "date" for doubt in found.doubts) == (day is None)


def test_of_a_long_line_the_words_behind_the_title_are_a_note() -> None:
    page = lines(" ".join(["Home News", TITLE, "By Ada Alm March 1, 2024", *STORY[:1]]))
    assert notes_beside(page, TitleLine(TITLE, 0), 0)[0].text.startswith("By Ada Alm March 1, 2024 The harbour")


@pytest.mark.parametrize(
    ("start", "agency"),
    [
        pytest.param("ALMA, March 1 (Reuters) - ", "Reuters", id="a day"),
        pytest.param("ALMA, March 1, 2024 (AFP) — ", "AFP", id="a day with its year"),
        pytest.param("NEW ALMA, Norway (AP) — ", "AP", id="a country"),
        pytest.param("Alma (dpa) - ", "dpa", id="German"),
        pytest.param("Alma/Oslo (dpa) ", "dpa", id="two places, no dash"),
        pytest.param("(dpa) - ", "dpa", id="no place"),
        pytest.param("Alma (Norway) - ", None, id="no agency"),
        pytest.param("The port (Reuters was told) ", None, id="words in brackets"),
    ],
)
def test_a_dateline_names_the_agency(start: str, agency: str | None) -> None:
    found = wire((), lines(start + STORY[0], *STORY[1:]))
    assert found == (Found(agency, "line 1") if agency else None)


def test_a_credit_line_and_a_byline_name_the_agency_too() -> None:
    assert wire(lines("Sport", "SOURCE:AFP"), lines(*STORY)) == Found("AFP", "line 2")
    assert wire((), lines(*STORY), notes("Sport", "By Reuters")) == Found("Reuters", "line 2")
    assert wire((), lines(*STORY), notes("By Ada Alm")) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        pytest.param("By AFP", "AFP", id="short"),
        pytest.param("By Associated Press", "Associated Press", id="two words"),
        pytest.param("By Reuters Staff", "Reuters", id="its staff"),
        pytest.param("By Reuters Staff | 3 hours ago", "Reuters", id="its staff, and a time"),
        pytest.param("Reuters Staff", "Reuters", id="its staff alone"),
        pytest.param("By AFP reporters", "AFP", id="its reporters"),
        pytest.param("By Harbour Post Staff", None, id="no agency"),
        pytest.param("Harbour Staff", None, id="staff alone"),
        pytest.param("Reuters Institute", None, id="no staff"),
    ],
)
def test_a_byline_of_an_agency_or_its_staff_is_the_wire_and_no_author(line: str, agency: str | None) -> None:
    found = clean_plaintext("\n\n".join([TITLE, line, *STORY]))
    assert (found.wire and found.wire.value, found.authors) == (agency, ())


@pytest.mark.parametrize(
    ("page", "found"),
    [
        pytest.param(
            [f"{TITLE} | Harbour Post", *STORY, "© 2024 Harbour Post"], ("Harbour Post", 1), id="its copyright"
        ),
        pytest.param(
            [f"{TITLE} - The Harbour Post", "tips@harbourpost.example"], ("The Harbour Post", 1), id="address"
        ),
        pytest.param([f"{TITLE} | World | harbourpost.example"], ("harbourpost.example", 1), id="a domain"),
        pytest.param([f"{TITLE} | Politics", "Politics", *STORY], None, id="a section"),
        pytest.param([f"{TITLE} | Harbour Post", *STORY], None, id="nothing that tells it from a section"),
        pytest.param(
            ["This article was first published on harbourpost.example."], ("harbourpost.example", 1), id="first"
        ),
        pytest.param(["This story first appeared in March 2024."], None, id="a month"),
        pytest.param(["The beetle first appeared in West Alma."], None, id="what is no article"),
        pytest.param([f"{TITLE} – 28.04.2023"], None, id="a date behind the title"),
        pytest.param(["The story first appeared on 3 March."], None, id="a day"),
    ],
)
def test_an_outlet_counts_where_the_page_says_it_twice(page: list[str], found: tuple[str, int] | None) -> None:
    assert outlet(lines(*page), (), TITLE) == (Found(found[0], f"line {found[1]}") if found else None)


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        pytest.param("Source: Harbour Post", "Harbour Post", id="a name"),
        pytest.param("Source: harbourpost.example", "harbourpost.example", id="a domain"),
        pytest.param("Source: ada_alm_01", None, id="a handle"),
        pytest.param("Source: unsplash.example", None, id="a picture"),
        pytest.param("Source: Bureau of Labour", None, id="a table"),
    ],
)
def test_a_credit_names_an_outlet_if_it_can_be_one(credit: str, name: str | None) -> None:
    assert outlet((), lines(credit), None) == (Found(name, "line 1") if name else None)


def test_a_whole_scrape_tells_who_wrote_it_when_and_where() -> None:
    page = [f"{TITLE} | Harbour Post", "Mon March 4, 2024", "Home", TITLE, "By", "Ada Alm", "Updated: 3 March 2024",
            "Published: 1 March 2024", *STORY, "© 2024 Harbour Post"]  # fmt: skip
    found = clean_plaintext("\n".join(page))
    assert (found.title, found.authors, found.date, found.source) == (
        Found(TITLE, "line 4"),
        (Found("Ada Alm", "line 6"),),
        Found("2024-03-01", "line 8"),
        Found("Harbour Post", "line 1"),
    )


@given(st.lists(st.text(max_size=120), max_size=6), st.text(max_size=40))
def test_any_lines_are_read_without_a_fault(texts: list[str], title: str) -> None:
    page = lines(*texts)
    beside = notes(*texts)
    values = [*authors_of(beside, title), published_on(beside), wire(page, page, beside), outlet(page, page, title)]
    assert all(value is None or value.origin.startswith("line ") for value in values)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("By " + "Ada " * 30_000, id="an endless name"),
        pytest.param("Ada Alm and " * 10_000, id="endless names"),
        pytest.param("Ada Alm, " + "News " * 20_000, id="an endless outlet"),
        pytest.param("كتب - " + "علي " * 30_000, id="an endless name in Arabic"),
        pytest.param("作者：" + "王伟、" * 30_000, id="endless names in Chinese"),
        pytest.param("Reuters " * 20_000 + "Staff", id="an endless agency"),
        pytest.param("A " * 50_000 + "(AP) -", id="an endless dateline"),
        pytest.param("A-" * 50_000 + "(", id="an endless place"),
        pytest.param("first published on " * 20_000, id="endless notes"),
        pytest.param(TITLE + " | a" * 30_000, id="an endless browser title"),
        pytest.param("Updated " + "2024 " * 20_000, id="endless years"),
    ],
)
def test_hostile_lines_are_read_in_bounded_time(text: str) -> None:
    page, note = lines(text), [Note(1, text)]
    found = (authors_of(note, TITLE), published_on(note), wire(page, page, note), outlet(page, page, TITLE))
    assert found[1] is None
