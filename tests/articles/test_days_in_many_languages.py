"""Explicit dates in sentences of many languages."""

from datetime import date

import pytest

from digest.articles.dates.days import find_mentions
from digest.model import Mention

PUBLISHED = date(2025, 4, 20)

# Where a sentence names two days, "|" stands between them.
SENTENCES = [
    pytest.param("Er kam am 14. März 2024 an.", "14. März 2024", "2024-03-14", id="German"),
    pytest.param("Er kam am 14. März an.", "14. März", "2025-03-14", id="German, no year"),
    pytest.param("Er kam am 3. und 4. April an.", "3.|4. April", "2025-04-03|2025-04-04", id="German, two days"),
    pytest.param("Il est mort le 3 avril.", "3 avril", "2025-04-03", id="French, no year"),
    pytest.param("Il est mort le 1er mai 2024.", "1er mai 2024", "2024-05-01", id="French, the first"),
    pytest.param("Fermé du 3 au 5 août 2024.", "3|5 août 2024", "2024-08-03|2024-08-05", id="French, a range"),
    pytest.param("Llovió el 5 de mayo de 2024.", "5 de mayo de 2024", "2024-05-05", id="Spanish"),
    pytest.param("Llovió el 5 de mayo.", "5 de mayo", "2025-05-05", id="Spanish, no year"),
    pytest.param("Choveu no dia 1º de maio de 2024.", "1º de maio de 2024", "2024-05-01", id="Portuguese"),
    pytest.param("Il 3 aprile è caduto.", "3 aprile", "2025-04-03", id="Italian"),
    pytest.param("Het brandde op 14 maart 2024.", "14 maart 2024", "2024-03-14", id="Dutch"),
    pytest.param("Den 14 mars brann det.", "14 mars", "2025-03-14", id="Swedish"),
    pytest.param("Palo syttyi 14. huhtikuuta 2024.", "14. huhtikuuta 2024", "2024-04-14", id="Finnish"),
    pytest.param("Spłonął 14 marca 2024 roku.", "14 marca 2024", "2024-03-14", id="Polish"),
    pytest.param("Shořel 14. března 2024.", "14. března 2024", "2024-03-14", id="Czech"),
    pytest.param("3 Nisan 2024 günü yandı.", "3 Nisan 2024", "2024-04-03", id="Turkish"),
    pytest.param("2024. március 14. óta zárva.", "2024. március 14", "2024-03-14", id="Hungarian"),
    pytest.param("14 марта прошёл дождь.", "14 марта", "2025-03-14", id="Russian, no year"),
    pytest.param("14 марта 2024 года прошёл дождь.", "14 марта 2024", "2024-03-14", id="Russian"),
    pytest.param("14 березня йшов дощ.", "14 березня", "2025-03-14", id="Ukrainian"),
    pytest.param("Κάηκε στις 14 Μαρτίου 2024.", "14 Μαρτίου 2024", "2024-03-14", id="Greek"),
    pytest.param("وقع الحريق في 14 مارس 2024", "14 مارس 2024", "2024-03-14", id="Arabic"),
    pytest.param("وقع الحريق في ١٤ مارس ٢٠٢٤", "١٤ مارس ٢٠٢٤", "2024-03-14", id="Arabic digits"),
    pytest.param("השריפה פרצה ב-14 במרץ 2024", "14 במרץ 2024", "2024-03-14", id="Hebrew"),
    pytest.param("आग 14 मार्च 2024 को लगी।", "14 मार्च 2024", "2024-03-14", id="Hindi"),
    pytest.param("2024年3月14日，大火。", "2024年3月14日", "2024-03-14", id="Chinese"),
    pytest.param("3月14日、火事。", "3月14日", "2025-03-14", id="Japanese, no year"),
    pytest.param("2024년 3월 14일 불이 났다.", "2024년 3월 14일", "2024-03-14", id="Korean"),
    pytest.param("Cháy ngày 14 tháng 3 năm 2024.", "14 tháng 3 năm 2024", "2024-03-14", id="Vietnamese"),
    pytest.param("Er kam am 31. Februar 2024.", "", "", id="no such day"),
    pytest.param(
        "The other 3 may follow, 12 march on, 3 set out, 5 marc", "", "", id="English words that look like months"
    ),
]


@pytest.mark.parametrize(("text", "words", "days"), SENTENCES)
def test_an_explicit_date_gets_its_day(text: str, words: str, days: str) -> None:
    expected = tuple(Mention(*pair) for pair in zip(words.split("|"), days.split("|"), strict=True) if pair[0])
    assert find_mentions(text, PUBLISHED) == expected


def test_a_year_left_out_is_the_nearest_one() -> None:
    assert find_mentions("Am 30. Dezember brannte es.", date(2025, 1, 5)) == (Mention("30. Dezember", "2024-12-30"),)


def test_without_a_day_of_publication_the_year_must_be_written() -> None:
    assert find_mentions("Am 14. März 2024 und am 3. April", None) == (Mention("14. März 2024", "2024-03-14"),)


def test_an_english_day_is_read_once() -> None:
    assert find_mentions("On 14 March 2024 it burnt.", PUBLISHED) == (Mention("On 14 March 2024", "2024-03-14"),)
