"""A written date gives its day in many languages, and no day where two readers would read two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.monthnames import month_of
from digest.articles.writtendates import DayOrder, Written, short_day, written_day


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
    "text",
    [
        pytest.param("Windows 11 Pro 2024", id="Croatian December"),
        pytest.param("BookMac Pro 14 2023 review", id="month first"),
        pytest.param("Budget set 12 2025", id="Italian September, month first"),
        pytest.param("Alma United 3 out 2025", id="Portuguese October"),
        pytest.param("Top 10 led 2024", id="Czech January"),
        pytest.param("Seen years ago 12 2024", id="Spanish August, month first"),
        pytest.param("The 11 Pro. 2024 is over", id="the end of a sentence"),
    ],
)
def test_a_month_that_is_another_word_too_makes_no_date(text: str) -> None:
    assert written_day(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("3. led 2024", "2024-01-03", id="Czech"),
        pytest.param("12 set. 2025", "2025-09-12", id="Italian"),
        pytest.param("12 de out de 2025", "2025-10-12", id="Portuguese"),
        pytest.param("12/out/2025", "2025-10-12", id="slashes"),
        pytest.param("31. des. 2024", "2024-12-31", id="Norwegian"),
        pytest.param("3 May 2024", "2024-05-03", id="an English month"),
    ],
)
def test_such_a_month_counts_with_the_signs_of_its_language(text: str, day: str) -> None:
    assert written_day(text) == Written(day, text)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        pytest.param("02/03/25", None, None, id="two readings"),
        pytest.param("02/03/25", "DMY", "2025-03-02", id="day first"),
        pytest.param("02/03/25", "MDY", "2025-02-03", id="month first"),
        pytest.param("25-03-26", None, None, id="the year may stand first"),
        pytest.param("25-03-26", "DMY", "2026-03-25", id="settled, so the year stands last"),
        pytest.param("02.03.25", None, "2025-03-02", id="full stops are day first"),
        pytest.param("2 March 25", None, "2025-03-02", id="a name"),
        pytest.param("2nd Mar. '25", None, "2025-03-02", id="an apostrophe"),
    ],
)
def test_a_year_of_two_digits_is_of_this_century(text: str, order: DayOrder | None, day: str | None) -> None:
    found = short_day(f"Published: {text} at 14:05", order)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2 March 14:05", id="an hour"),
        pytest.param("2 March 10 am", id="an hour of the morning"),
        pytest.param("2 March 25 people", id="a number of people"),
        pytest.param("10.10.10.10", id="an address"),
        pytest.param("2 March 2025", id="four digits"),
        pytest.param("30.30.25", id="no such day"),
    ],
)
def test_other_figures_are_no_short_year(text: str) -> None:
    assert short_day(text) is None


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
    assert short_day(text) is None


@given(st.text(st.sampled_from("0123456789/.-, jJanfe年月日년월일أب٣")))
def test_any_text_gives_a_day_that_stands_in_it_or_none(text: str) -> None:
    written = written_day(text)
    assert written is None or written.text in text
