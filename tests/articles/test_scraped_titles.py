"""The title of a scrape is found among menus, in glued and one-line pages, and is derived only where none stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.articles.extract import Found
from digest.articles.scrape.headkinds import head_of, kind
from digest.articles.scrape.plaintext import Hints, clean_plaintext
from digest.articles.scrape.repetitions import repetitions
from digest.articles.scrape.segments import segments
from digest.articles.scrape.titlecandidates import candidates
from digest.articles.scrape.titleglances import words_of
from digest.articles.scrape.titleplaces import Sums
from digest.articles.scrape.titlerows import long_rows
from digest.articles.scrape.titles import Outside, title_features, title_line, title_model
from digest.articles.scrape.titlespans import best_spans

TITLE = "Storm closes the harbour of Alma for a week"
FERRY = "Ferry drifts off the islands of Alma"
STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    '"We have not seen waves like these in forty years," Bo Berg, who has fished here all his life, told reporters.',
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
    "Nobody was hurt, but the ferry to the islands has been cancelled until further notice, leaving hundreds stranded.",
]
MENU = ["Home", "News", "Sport", "Weather", "Jobs", "Log in", "Subscribe"]


def title_of(*lines: str) -> Found | None:
    return clean_plaintext("\n".join(lines)).title


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        pytest.param([TITLE, *STORY], 1, id="above the body"),
        pytest.param([*MENU, TITLE, "By Ada Alm", "3 March 2024", *STORY], 8, id="between a menu and a byline"),
        pytest.param([*MENU, TITLE, "By", "Ada Alm", "Updated", "3 March 2024", *STORY], 8, id="a byline on two lines"),
        pytest.param([f"{TITLE} | Harbour Post", *MENU, TITLE, "By Ada Alm", *STORY], 9, id="said to the browser too"),
        pytest.param([f"{TITLE} - Harbour Post", *MENU, *STORY], 1, id="said to the browser alone"),
        pytest.param(["> * Home", "> * News", f"# {TITLE}", "", "By Ada Alm", "", *STORY], 3, id="marked as a heading"),
        pytest.param(["1. Home", "2. News", TITLE, "Ada Alm, Staff Writer", *STORY], 3, id="below breadcrumbs"),
    ],
)
def test_the_title_is_found_with_its_line(lines: list[str], line: int) -> None:
    assert title_of(*lines) == Found(TITLE, f"line {line}")


GROUNDED = "Ferry runs aground off Kestrel Point with 143 aboard"
SAFE = "Coastguard says all passengers are safe as salvage teams await high tide"
TAKEN_OFF = (
    "All passengers and 21 crew were taken off by lifeboat within three hours, and four people were treated for mild "
    "hypothermia, according to Northhaven General Hospital."
)
MINERS, DEAL = "Mine workers end strike after six weeks", "Deal gives miners at three pits a pay rise of seven percent"
PITS = [
    "Miners at three pits in Norland returned to work on Monday after six weeks on strike, their union said.",
    "The deal gives them seven percent more pay over two years.",
]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param([GROUNDED, SAFE, TAKEN_OFF], Found(GROUNDED, "line 1"), id="above a short text"),
        pytest.param([GROUNDED, "", SAFE, "", TAKEN_OFF], Found(GROUNDED, "line 1"), id="with empty lines between"),
        pytest.param([GROUNDED, SAFE, "By Ada Alm", TAKEN_OFF], Found(GROUNDED, "line 1"), id="above a byline"),
        pytest.param([MINERS, DEAL, "By Ada Alm", "14 March 2025", *PITS], Found(MINERS, "line 1"), id="and a date"),
        pytest.param(["Norland", MINERS, *PITS], Found(MINERS, "line 2"), id="but not a section's name"),
        pytest.param([f"News | Norland | {MINERS}", MINERS, *PITS], Found(MINERS, "line 2"), id="nor breadcrumbs"),
    ],
)
def test_of_a_headline_and_a_standfirst_the_upper_one_is_the_title(lines: list[str], title: Found) -> None:
    assert title_of(*lines) == title


def test_a_standfirst_without_a_full_stop_is_the_lead() -> None:
    found = clean_plaintext(f"{GROUNDED}\n{SAFE}\n{TAKEN_OFF}")
    assert (found.lead, found.paragraphs) == (Found(SAFE, "line 2"), (TAKEN_OFF,))


@pytest.mark.parametrize(
    "credit",
    [
        pytest.param("© dpa/Bo Berg", id="a sign"),
        pytest.param("(c) Bo Berg", id="the sign in letters"),
        pytest.param("(Foto: Bo Berg)", id="a word"),
        pytest.param("Photo: Bo Berg/Harbour Post", id="a word without brackets"),
    ],
)
def test_a_caption_with_a_credit_is_no_candidate(credit: str) -> None:
    caption = segments(f"The storm tore two ships from their moorings in the harbour of Alma {credit}", 1)
    assert candidates(caption, [None], 1, ()) == []


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("In photos: storm tears ships from their moorings", id="of pictures"),
        pytest.param(TITLE, id="plain"),
    ],
)
def test_a_headline_without_a_credit_is_a_candidate(headline: str) -> None:
    assert [each.text for each in candidates(segments(headline, 1), [None], 1, ())] == [headline]


def test_a_title_is_found_in_a_page_on_one_line() -> None:
    page = " ".join(["Skip to content", *MENU * 3, TITLE, "By Ada Alm Published: March 3, 2024 Share", *STORY * 2])
    assert title_of(page) == Found(TITLE, "line 1")


def test_a_title_is_found_where_elements_are_glued_together() -> None:
    page = "".join([f"{TITLE} | Harbour Post", *MENU * 6, TITLE, "By Ada Alm", "March 3, 2024", *STORY * 2])
    assert title_of(page) == Found(TITLE, "line 1")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(STORY, id="a body alone"),
        pytest.param([*STORY[:2], "By Ada Alm", *STORY[2:]], id="a sentence above a byline"),
        pytest.param([*STORY[:2], "Updated 3 March 2024", *STORY[2:]], id="a sentence above a date"),
        pytest.param([*MENU[:4], *STORY], id="a menu alone"),
    ],
)
def test_without_a_title_it_is_derived_from_the_first_sentence(lines: list[str]) -> None:
    assert title_of(*lines) == Found(STORY[0].rstrip("."), "derived")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The port of Alma", ["the", "port", "alma"], id="words of three letters and more"),
        pytest.param("港が閉鎖", ["港が", "が閉", "閉鎖"], id="pairs of signs where no spaces are written"),
        pytest.param("Гавань Альмы", ["гавань", "альмы"], id="another alphabet"),
    ],
)
def test_words_are_compared_in_every_script(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("By Ada Alm", "by", id="byline"),
        pytest.param("Von Ada Alm", "by", id="German byline"),
        pytest.param("3 March 2024", "9", id="date"),
        pytest.param("News", "1", id="one word"),
        pytest.param("Harbour Post", "N", id="name"),
        pytest.param("* log in here", "*s", id="label in a list"),
        pytest.param(TITLE, "h", id="headline"),
        pytest.param("The mayor of Alma said that the port stays closed.", "S", id="sentence"),
        pytest.param("", "-", id="nothing"),
    ],
)
def test_a_line_is_of_a_kind(text: str, expected: str) -> None:
    assert kind(segments(text or " ", 1)[0] if text else segments("*", 1)[0], None) == expected


def test_the_distance_to_a_date_and_to_a_sentence_are_told() -> None:
    lines = segments("\n".join([TITLE, "Harbour Post", "3 March 2024", STORY[0]]), 1)
    head = head_of(lines, [None] * 4, 3)
    assert (head.to_date(0), head.to_sentence(0), head.to_date(2), head.kind(-1), head.kind(9)) == (1, 2, 9, "^", "$")


def test_candidates_with_the_same_words_are_one() -> None:
    lines = segments("\n".join([f"{TITLE} | Harbour Post", "Home page", TITLE.upper(), STORY[0]]), 1)
    found = {each.plain: (each.at, each.way, each.times, each.on_top) for each in candidates(lines, [None] * 4, 3, [])}
    assert found[TITLE.lower()] == (2, "line", 2, True)


def test_a_span_tells_its_place() -> None:
    lines = segments(" ".join([*MENU * 9, *STORY * 9, TITLE]), 1)
    row, *others = long_rows(lines, len(lines), frozenset())
    assert (others, row.first, row.text[: row.stops[0]], row.ends[-1] > row.begins[-1]) == ([], 0, "Home", True)
    spans = best_spans([row], title_model().spans, 3)
    assert [span.text in row.text for span in spans] == [True] * 3
    assert all(lines[span.index].text[:4] or span.start for span in spans)


def test_a_long_line_below_the_lead_holds_no_title() -> None:
    lines = segments("\n".join([" ".join([*MENU * 9, TITLE]), TITLE, STORY[0] * 3, STORY[1] * 3]), 1)
    assert [row.first for row in long_rows(lines, 2, frozenset())] == [0, 2]


def test_of_many_lines_only_the_likeliest_are_looked_at_closely() -> None:
    lines = segments("\n".join([*(f"Item {number}" for number in range(40)), TITLE, "By Ada Alm", *STORY]), 1)
    model = title_model()
    arguments = lines, [None] * len(lines), 42, model.spans
    every, likely = ([found.text for found, _ in title_features(*arguments, looks)] for looks in (None, model.looks))
    assert len(likely) < len(every) / 2
    assert [TITLE in every, TITLE in likely] == [True, True]
    assert likely == [text for text in every if text in likely]


def test_what_the_features_of_a_key_weigh_is_added_up_once() -> None:
    asked: list[int] = []

    def names(number: int) -> tuple[str, ...]:
        asked.append(number)
        return "bias", f"number={number}", "never learnt"

    sums = Sums(names, {"bias": 1.0, "number=2": 0.5})
    assert ([sums[1,], sums[2,], sums[2,], sums[1,]], asked) == ([1.0, 1.5, 1.5, 1.0], [1, 2])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A" * 100_000, id="an endless word"),
        pytest.param("Aa " * 50_000, id="an endless menu on one line"),
        pytest.param("Aa\n" * 20_000, id="an endless menu"),
        pytest.param(("Storm | " * 60 + "\n") * 2_000, id="endless dividers"),
        pytest.param("“«(" * 40_000, id="endless opening quotes"),
        pytest.param("港" * 60_000, id="an endless line without spaces"),
    ],
)
def test_hostile_heads_are_read_in_bounded_time(text: str) -> None:
    lines = segments(text, 1)
    title_line(lines, [None] * len(lines), len(lines) - 1)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from([TITLE, *MENU, *STORY, "1. ", "|"]), st.text(max_size=400)), max_size=9),
    st.integers(0, 9),
)
def test_any_title_stands_in_its_line(texts: list[str], lead: int) -> None:
    lines = segments("\n".join(texts), 1)
    title = title_line(lines, [None] * len(lines), min(lead, max(0, len(lines) - 1)))
    whole = " ".join(line.text for line in lines)
    assert title is None or (title.text in whole and 0 <= title.index < len(lines))


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        pytest.param("2025-01-31-storm-closes-harbour", TITLE, id="a slug of its words"),
        pytest.param("2025_01_31_storm_closes_harbour", TITLE, id="underscores"),
        pytest.param("article-0042", FERRY, id="a number"),
        pytest.param("storm", FERRY, id="too little to tell"),
        pytest.param("", FERRY, id="no name"),
    ],
)
def test_a_file_named_after_its_title_settles_which_line_it_is(stem: str, found: str) -> None:
    lines = segments("\n".join([FERRY, TITLE, "By Ada Alm", "3 March 2024", *STORY]), 1)
    title = title_line(lines, [None, None, "byline", "lone-date", *[None] * 4], 4, Outside(stem))
    assert title is not None
    assert title.text == found


TAGLINE = "The paper of the Alma valley since 1871"
SITE = ["ALMA GAZETTE", TAGLINE, "Home | Local | Region | Sport | Notices"]
SELLA = "Valley gets ready as the river rises by a metre"
RIVER = (
    "The Sella stood at 4.3 metres at the gauge of Alma on Thursday morning, more than a metre higher than the day "
    "before, and the paper of the valley said so."
)


@pytest.mark.parametrize(
    ("repeated", "title"),
    [
        pytest.param([2, 2, 2, 0, 0, 0], SELLA, id="a part of the site's head"),
        pytest.param(
            [0, 2, 2, 0, 0, 0], TAGLINE, id="below a line of this page alone, as a headline among the most read"
        ),
        pytest.param([2, 2, 2, 2, 2, 2], TAGLINE, id="as all lines do, in a copy of the page"),
        pytest.param([], TAGLINE, id="nothing is known of other pages"),
    ],
)
def test_a_line_of_the_sites_head_gives_way_to_a_headline_below_it(repeated: list[int], title: str) -> None:
    lines = segments("\n".join([*SITE, SELLA, "From our reporter Ada Alm", RIVER]), 1)
    found = title_line(lines, [None, None, None, None, "byline", None], 5, Outside(repeated=repeated))
    assert found
    assert found.text == title


def test_of_the_pages_of_one_site_none_is_called_by_the_tagline() -> None:
    foot = ["Tweet", "Print", "Sign in to comment", "Imprint Privacy Delivery"]
    stories = {SELLA: [RIVER], TITLE: STORY, MINERS: PITS}
    pages = {
        name: "\n".join([*SITE, name, "From our reporter Ada Alm", *foot[:2], *story, *foot[2:]])
        for name, story in stories.items()
    }
    repeats = repetitions(pages)
    titles = [clean_plaintext(page, hints=Hints(repeats=repeats[name])).title for name, page in pages.items()]
    assert [title.value for title in titles if title] == list(pages)
