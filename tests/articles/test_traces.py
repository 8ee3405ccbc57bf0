"""Where a sentence has no trace of a day it is not read for one, so every expression has to have a trace."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.dates.days import date_sentences, find_mentions
from digest.articles.dates.traces import traced

PUBLISHED = date(2031, 3, 12)

# A sentence of each language with a gap for the day, and the names of its days as they are written there.
WEEK = {
    "Es brach am {}.": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Montagabend",
    "{} il a cédé.": "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche",
    "Il a cédé {} soir.": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "Cedió el {}.": "lunes martes miércoles miercoles jueves viernes sábado sabado domingo",
    "{} ha ceduto.": "Lunedì Martedì Mercoledì Giovedì Venerdì Sabato Domenica",
    "Ha ceduto {}.": "lunedì lunedi martedì mercoledì giovedì giovedi venerdì sabato domenica",
    "Cedeu na {}.": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "Cedeu no {}.": "sábado domingo",
    "Het brak {}.": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "Padało w {}.": "poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
    "Trwało do {}.": "wtorku środy czwartku soboty niedzieli",
    "Мост рухнул в {}.": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "It burnt on {}.": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "It burnt in {} last year.": "January February March April May June July August September October",
    "It opens in {}.": "November December",
    "It burnt in {} 2029.": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.",
}

OTHERS = [
    "It burnt today.", "It burnt yesterday.", "It opens tomorrow.", "It burnt tonight.", "It burnt this morning.",
    "It burnt this afternoon.", "It burnt this evening.", "It burnt last night.", "It burnt overnight.",
    "It burnt two days ago.", "It burnt three weeks ago.", "It burnt last month.", "It burnt earlier this month.",
    "It opens next month.", "It burnt last year.", "It opens next year.", "It opens this year.",
    "It burnt over the weekend.", "It is shut until the end of the month.", "It opens by the end of March.",
    "It opens by the end of the year.", "It opens by year-end.", "It opens by the year end.", "It burnt on the 3rd.",
    "It burnt on Halloween.", "It burnt on Christmas Eve.", "It burnt on New Year's Day.",
    "It burnt on the Fourth of July.", "It burnt on Easter Sunday.", "It burnt on Christmas.",
    "It burnt in 2022.", "It burnt on 2031-03-04.",
    "It burnt on 25/11/2029.", "It burnt on 3 May.", "It has stood since 9/11.", "町は2024年にも水につかった。",
    "انهار الجسر مساء السبت في ألما.", "Il est mort le 3 avril.",
]  # fmt: skip

WORDS = [
    *" ".join(WEEK.values()).split(), *" ".join(OTHERS).replace(".", "").split(),
    *"am vom el del na no w do ce en following previous same that later of".split(),
]  # fmt: skip


@pytest.mark.parametrize(
    "text", [*(sentence.format(day) for sentence, days in WEEK.items() for day in days.split()), *OTHERS]
)
def test_every_expression_has_a_trace(text: str) -> None:
    (one,) = date_sentences([(0, text)], PUBLISHED)
    assert one.when
    assert one.when.origin == "resolved" or one.mentions
    assert one.mentions == find_mentions(text, PUBLISHED)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=8), max_size=4))
def test_whatever_is_named_is_found_in_its_sentence(sentences: list[list[str]]) -> None:
    texts = [" ".join(words) for words in sentences]
    dated = date_sentences(enumerate(texts), PUBLISHED)
    assert [one.mentions for one in dated] == [find_mentions(text, PUBLISHED) for text in texts]


def test_plain_news_has_no_trace() -> None:
    assert traced(("The mayor of Alma opened the harbour.", "“Nobody — not one — was hurt,” he said.")) == frozenset()


def test_the_sentences_are_told_by_their_numbers() -> None:
    assert traced(("", "It burnt on Monday.", "", "Nobody was hurt.", "Lundi, il a cédé.", "7")) == {1, 4, 5}
