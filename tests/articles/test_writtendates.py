"""A written date gives its day in many languages, and no day where two readers would read two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.monthnames import month_of
from digest.articles.writtendates import DayOrder, Written, written_day


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2025-01-31", id="ISO"),
        pytest.param("2025/01/31", id="year first with slashes"),
        pytest.param("2025.01.31", id="year first with full stops"),
        pytest.param("January 31, 2025", id="English month first"),
        pytest.param("Jan. 31, 2025", id="short month"),
        pytest.param("JAN 31 2025", id="shouted"),
        pytest.param("31st of January, 2025", id="English day first"),
        pytest.param("31. Januar 2025", id="German"),
        pytest.param("31. Jänner 2025", id="Austrian"),
        pytest.param("31 janvier 2025", id="French"),
        pytest.param("31 de enero de 2025", id="Spanish"),
        pytest.param("31 gennaio 2025", id="Italian"),
        pytest.param("31 de janeiro de 2025", id="Portuguese"),
        pytest.param("31 januari 2025", id="Dutch and Swedish"),
        pytest.param("31. januar 2025", id="Norwegian and Danish"),
        pytest.param("31 stycznia 2025", id="Polish"),
        pytest.param("31. ledna 2025", id="Czech"),
        pytest.param("31. tammikuuta 2025", id="Finnish"),
        pytest.param("31 Ocak 2025", id="Turkish"),
        pytest.param("31 января 2025", id="Russian"),
        pytest.param("31 січня 2025", id="Ukrainian"),
        pytest.param("31 يناير 2025", id="Arabic"),
        pytest.param("31 كانون الثاني/يناير 2025", id="Arabic with both names"),
        pytest.param("٣١ يناير ٢٠٢٥", id="Arabic figures"),
        pytest.param("31 ژانویه 2025", id="Persian"),
        pytest.param("31 जनवरी 2025", id="Hindi"),
        pytest.param("31 Januari 2025", id="Indonesian"),
        pytest.param("31 Ιανουαρίου 2025", id="Greek"),
        pytest.param("2025. január 31", id="Hungarian"),
        pytest.param("31 ianuarie 2025", id="Romanian"),
        pytest.param("31 בינואר 2025", id="Hebrew"),
        pytest.param("31 tháng 1 năm 2025", id="Vietnamese"),
        pytest.param("2025年1月31日", id="Chinese and Japanese"),
        pytest.param("2025년 1월 31일", id="Korean"),
        pytest.param("2025. 1. 31", id="Korean in figures"),
        pytest.param("31/01/2025", id="day first, as it must be"),
        pytest.param("01/31/2025", id="month first, as it must be"),
        pytest.param("31-01-2025", id="hyphens"),
        pytest.param("31.1.2025", id="full stops"),
        pytest.param("31. 1. 2025", id="full stops and spaces"),
    ],
)
def test_a_date_is_read_and_given_verbatim(text: str) -> None:
    assert written_day(f"Updated: {text} | 10:05") == Written("2025-01-31", text)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        pytest.param("01/02/2025", None, None, id="two readings"),
        pytest.param("01-02-2025", None, None, id="two readings with hyphens"),
        pytest.param("01/02/2025", "DMY", "2025-02-01", id="settled, day first"),
        pytest.param("01/02/2025", "MDY", "2025-01-02", id="settled, month first"),
        pytest.param("31/01/2025", "MDY", "2025-01-31", id="no month has the number 31"),
        pytest.param("02/02/2025", None, "2025-02-02", id="both readings agree"),
        pytest.param("1.2.2025", None, "2025-02-01", id="full stops are day first"),
        pytest.param("1.2.2025", "MDY", "2025-02-01", id="full stops are day first everywhere"),
    ],
)
def test_what_has_two_readings_gives_no_day_unless_it_is_settled(
    text: str, order: DayOrder | None, day: str | None
) -> None:
    assert written_day(text, order) == Written(day, text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param(
            "PublishedJanuary 31, 2025By Ada Alm", Written("2025-01-31", "January 31, 2025"), id="glued words"
        ),
        pytest.param("Posted31 January 202510:05", Written("2025-01-31", "31 January 2025"), id="glued figures"),
        pytest.param("Founded in 1984. 31 May 2025", Written("2025-05-31", "31 May 2025"), id="a lone year before it"),
        pytest.param("31 February 2024, 1 March 2024", Written("2024-03-01", "1 March 2024"), id="no such day"),
        pytest.param("2025-01-31T10:05:00Z", Written("2025-01-31", "2025-01-31"), id="an instant"),
        pytest.param("11 listopada 2024", Written("2024-11-11", "11 listopada 2024"), id="Polish November"),
        pytest.param("11. listopada 2024", None, id="Croatian October, which has the Polish November's name"),
        pytest.param("In 2025. March 3 ships came", None, id="a sentence that ends with a year"),
        pytest.param("31 ships in 2025", None, id="no month"),
        pytest.param("Call 020 2025 1999", None, id="figures"),
        pytest.param("31 January", None, id="no year"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_it_is_the_first_date_of_the_calendar_that_has_its_year(text: str, written: Written | None) -> None:
    assert written_day(text) == written


@pytest.mark.parametrize(
    ("name", "month"),
    [
        pytest.param("FÉVRIER", 2, id="capitals with an accent"),
        pytest.param("fevrier", 2, id="without the accent"),
        pytest.param("AĞUSTOS", 8, id="Turkish capitals"),
        pytest.param("KASIM", 11, id="Turkish capitals without dots"),
        pytest.param("mars", 3, id="a planet too"),
        pytest.param("march to april", None, id="other words"),
        pytest.param("de", None, id="a linking word alone"),
        pytest.param("March/April", None, id="two months"),
    ],
)
def test_a_name_means_a_month_with_and_without_its_accents(name: str, month: int | None) -> None:
    assert month_of(name) == month


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2025 " * 100_000, id="years without end"),
        pytest.param("1 " + "a" * 200_000 + " 2025", id="an endless word"),
        pytest.param("1/" * 100_000 + "2025", id="endless figures"),
    ],
)
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    assert written_day(text) is None


@given(st.text(st.sampled_from("0123456789/.-, jJanfe年月日년월일أب٣")))
def test_any_text_gives_a_day_that_stands_in_it_or_none(text: str) -> None:
    written = written_day(text)
    assert written is None or written.text in text
