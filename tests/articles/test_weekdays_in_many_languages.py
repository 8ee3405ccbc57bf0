"""Weekdays, bare days and bare years in sentences of many languages; PUBLISHED is a Wednesday."""

from datetime import date

import pytest

from digest.articles.dates.days import date_sentence, find_mentions
from digest.model import Mention, When

PUBLISHED = date(2031, 3, 12)

SENTENCES = [
    pytest.param("Der Damm brach am Samstag.", "am Samstag", "2031-03-08", id="German"),
    pytest.param("Am Mittwoch brach der Damm.", "Am Mittwoch", "2031-03-12", id="German, the day of publication"),
    pytest.param("Am Montagabend brach der Damm.", "Am Montagabend", "2031-03-10", id="German, a part of the day"),
    pytest.param("Der Rat wird am Freitag tagen.", "am Freitag", "2031-03-14", id="German, ahead"),
    pytest.param("Der Rat tagte am Montag, er wird bauen.", "am Montag", "2031-03-10", id="the clause decides"),
    pytest.param("Am kommenden Mittwoch ist Wahl.", "Am kommenden Mittwoch", "2031-03-19", id="German, next"),
    pytest.param("Es brach vergangenen Mittwoch.", "vergangenen Mittwoch", "2031-03-05", id="German, last"),
    pytest.param("Ines Freitag sang, und montags ist zu.", "", "", id="German, a surname and a habit"),
    pytest.param("Le pont a cédé samedi soir.", "samedi soir", "2031-03-08", id="French"),
    pytest.param("Samedi, le pont a cédé.", "Samedi", "2031-03-08", id="French, at the head"),
    pytest.param("Le vote est prévu vendredi.", "vendredi", "2031-03-14", id="French, ahead"),
    pytest.param("Le pont a cédé mercredi dernier.", "mercredi", "2031-03-05", id="French, last"),
    pytest.param("Le musée ferme le lundi et les mardis.", "", "", id="French, habits"),
    pytest.param("Le lundi 3 mars 2031, il pleuvait.", "3 mars 2031", "2031-03-03", id="French, with its date"),
    pytest.param("El puente cedió el sábado.", "el sábado", "2031-03-08", id="Spanish"),
    pytest.param("El pleno votará el viernes.", "el viernes", "2031-03-14", id="Spanish, ahead"),
    pytest.param("El próximo jueves es fiesta.", "próximo jueves", "2031-03-13", id="Spanish, next"),
    pytest.param("Cierra los lunes, dijo Ana Domingo.", "", "", id="Spanish, a habit and a name"),
    pytest.param("Il ponte ha ceduto sabato.", "sabato", "2031-03-08", id="Italian"),
    pytest.param("Il voto è previsto venerdì.", "venerdì", "2031-03-14", id="Italian, ahead"),
    pytest.param("È chiuso il lunedì.", "", "", id="Italian, a habit"),
    pytest.param("A ponte cedeu na sexta-feira.", "na sexta-feira", "2031-03-07", id="Portuguese"),
    pytest.param("A câmara vai votar na sexta-feira.", "na sexta-feira", "2031-03-14", id="Portuguese, ahead"),
    pytest.param("De brug begaf het zaterdagavond.", "zaterdagavond", "2031-03-08", id="Dutch"),
    pytest.param("De raad zal vrijdag stemmen.", "vrijdag", "2031-03-14", id="Dutch, ahead"),
    pytest.param("Мост рухнул в субботу.", "в субботу", "2031-03-08", id="Russian"),
    pytest.param("Голосование состоится в пятницу.", "в пятницу", "2031-03-14", id="Russian, ahead"),
    pytest.param("Most runął w sobotę.", "w sobotę", "2031-03-08", id="Polish"),
    pytest.param("Rada będzie głosować w piątek.", "w piątek", "2031-03-14", id="Polish, ahead"),
    pytest.param("انهار الجسر مساء السبت في ألما.", "السبت", "2031-03-08", id="Arabic"),
    pytest.param("سيتم التصويت الجمعة في ألما.", "الجمعة", "2031-03-14", id="Arabic, ahead"),
    pytest.param("أقيمت صلاة الجمعة في ألما.", "", "", id="Arabic, a prayer"),
    pytest.param("Ada said the lundi was dear.", "", "", id="no English sentence"),
    pytest.param("Die Straße bleibt bis Freitag gesperrt.", "bis Freitag", "2031-03-14", id="German, until"),
    pytest.param("Bis zu 40 Boote sanken am Freitag.", "am Freitag", "2031-03-07", id="German, up to"),
    pytest.param("Er soll am Freitag gestohlen haben.", "am Freitag", "2031-03-07", id="German, hearsay"),
    pytest.param("Le conseil votera vendredi.", "vendredi", "2031-03-14", id="French, the future"),
    pytest.param("Woda sięgała do okien w piątek.", "w piątek", "2031-03-07", id="Polish, a preposition"),
    pytest.param("ستغلق الطريق حتى الجمعة.", "الجمعة", "2031-03-14", id="Arabic, until"),
    # bare days and years
    pytest.param("アルマで8日未明、川があふれた。", "8日", "2031-03-08", id="Japanese, a day"),
    pytest.param("市は4日、誤りを認めた。", "4日", "2031-03-04", id="Japanese, a day and a pause"),
    pytest.param("工事は8日間続き、6日前に終わった。", "", "", id="Japanese, days that are counted"),
    pytest.param("大火发生在8日凌晨。", "8日", "2031-03-08", id="Chinese, a day"),
    pytest.param("8일 새벽 불이 났다.", "8일", "2031-03-08", id="Korean, a day"),
    pytest.param("町は2024年にも水につかった。", "2024年", "2024", id="Japanese, a year"),
    pytest.param("2024年3月、橋が落ちた。", "2024年3月", "2024-03", id="Japanese, a month"),
    pytest.param("2024年から2020年代まで、2024年度に。", "", "", id="Japanese, spans"),
    pytest.param("شهدت المدينة في عام 2024 فيضانا.", "عام 2024", "2024", id="Arabic, a year"),
]


@pytest.mark.parametrize(("text", "words", "value"), SENTENCES)
def test_a_day_gets_its_date(text: str, words: str, value: str) -> None:
    assert find_mentions(text, PUBLISHED) == ((Mention(words, value),) if words else ())


def test_a_bare_day_of_the_last_month_is_the_nearest_one() -> None:
    assert find_mentions("28日夜、橋が落ちた。", date(2031, 3, 1)) == (Mention("28日", "2031-02-28"),)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        pytest.param("町は2024年にも水につかった。", When("2024", "year", "resolved", "2024年"), id="another year"),
        pytest.param("شهدت في عام 2024 فيضانا.", When("2024", "year", "resolved", "عام 2024"), id="in Arabic"),
        pytest.param("بحلول عام 2035 تنتهي.", When("2031-03-12", "day", "published"), id="by a year"),
        pytest.param("町は2031年も忙しい。", When("2031-03-12", "day", "published"), id="the article's own year"),
    ],
)
def test_a_bare_year_dates_a_sentence_from_its_head(text: str, when: When) -> None:
    assert date_sentence(text, 0, PUBLISHED).when == when


def test_at_either_end_of_the_calendar_a_weekday_comes_to_nothing() -> None:
    assert find_mentions("Es brach am Samstag.", date.min) == ()
    assert find_mentions("Es wird am Montag brechen.", date.max) == ()


@pytest.mark.parametrize(
    "piece", ["am Montag ", "lundi ", "el ", "w ", "السبت ", "8日", "2024年", "letzte ", "الماضي "]
)
def test_hostile_text_is_dated_in_linear_time_for_in_quadratic_time_this_would_run_for_minutes(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + " samedi"
    assert date_sentence(text, 0, PUBLISHED).text == text


NAMED = {
    "Am {} brach der Damm.": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag",
    "La digue a cédé {} soir.": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "{} soir, la digue a cédé.": "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche",
    "El dique cedió el {}.": "lunes martes miércoles miercoles jueves viernes sábado sabado domingo",
    "La diga ha ceduto {} sera.": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "{} sera la diga ha ceduto.": "Lunedì Martedì Mercoledì Giovedì Venerdì Sabato Domenica",
    "O dique cedeu no {}.": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "De dijk brak {}.": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "{} brak de dijk.": "Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag",
    "Tama runęła w {}.": "poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
    "Do {} było sucho.": "poniedziałku wtorku środy czwartku piątku soboty niedzieli",
    "Дамбу прорвало в {}.": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "انهار السد يوم {}.": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}


@pytest.mark.parametrize("sentence", NAMED)
def test_each_weekday_of_a_language_is_read(sentence):
    names = NAMED[sentence].split()
    found = {name: find_mentions(sentence.format(name), PUBLISHED) for name in names}
    assert [name for name in names if not found[name] or name not in found[name][0].text] == []
