"""How much each day of a story matters."""

from datetime import date

from digest.model import Article, Mention, Origins, Sentence
from digest.stories.weighdays import weigh_days


def article(name: str, *sentences: Sentence, day: int | None = 7) -> Article:
    return Article(
        f"a-{name}", f"{name}.md", "Fire", date(2031, 3, day) if day else None, None, (), None, None, None, "en", None,
        None, (), None, None, "published", "excerpt", Origins("front-matter"), ("",), sentences, (),
    )  # fmt: skip


def naming(text: str, *days: str) -> Sentence:
    return Sentence(text, 0, None, tuple(Mention("then", day) for day in days))


def test_a_day_weighs_the_reports_of_it_and_those_that_name_it():
    told = weigh_days([article("a", naming("Boats burnt.", "2031-03-06"), day=6), article("b", day=6), article("c")])
    assert told == {"2031-03-06": 3, "2031-03-07": 1}


def test_a_report_names_a_day_once_however_often_it_does():
    told = weigh_days([article("a", *[naming("Boats burnt.", "2031-03-06")] * 5, day=None)])
    assert told == {"2031-03-06": 1}


def test_a_day_that_is_named_after_a_week_weighs_five_times_as_much():
    told = weigh_days([article("a", naming("Boats burnt.", "2031-03-01", "2031-03-02", "2031-03-09"), day=8)])
    assert told == {"2031-03-01": 5, "2031-03-02": 1, "2031-03-09": 1, "2031-03-08": 1}


def test_a_month_or_a_year_is_no_day():
    assert weigh_days([article("a", naming("Boats burnt.", "2031-02", "2030"), day=None)]) == {}
