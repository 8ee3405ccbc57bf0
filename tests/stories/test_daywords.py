"""Which words tell what happened on a day."""

import math
from collections.abc import Collection
from datetime import date

from digest.model import Article, Mention, Origins, Sentence
from digest.stories.daywords import words_of_days


def article(
    name: str, title: str, *sentences: str | Sentence, day: int | None = 7, origin: str = "front-matter"
) -> Article:
    whole = tuple(each if isinstance(each, Sentence) else Sentence(each, 0, None) for each in sentences)
    return Article(
        f"a-{name}", f"{name}.md", title, date(2031, 3, day) if day else None, None, (), None, None, None, "en", None,
        None, (), None, None, "published", "excerpt", Origins(origin), ("",), whole, (),
    )  # fmt: skip


def naming(text: str, *days: str) -> Sentence:
    return Sentence(text, 0, None, tuple(Mention("then", day) for day in days))


ONE, TWO, THREE = (round(math.log(count) + 0.1, 4) for count in (1, 2, 3))


SPRING = ["2031-02", *(f"2031-{month:02}-{day:02}" for month in (2, 3) for day in range(1, 29))]


def words(*articles: Article, days: Collection[str] = SPRING) -> dict[str, dict[str, float]]:
    return {
        day: {word: round(weight, 4) for word, weight in found.items()}
        for day, found in words_of_days(articles, days).items()
    }


def test_a_sentence_tells_of_the_day_that_it_names():
    told = words(article("a", "", naming("Boats burnt.", "2031-02-01"), day=None))
    assert told == {"2031-02-01": {"boat": ONE, "burnt": ONE}}


def test_only_the_days_that_are_asked_for_are_told():
    named = naming("Boats burnt.", "2031-02-01", "2031-02-02")
    assert [*words(article("a", "", named, day=None), days=["2031-02-02", "2031-02-03"])] == ["2031-02-02"]


def test_a_month_is_no_day():
    assert words(article("a", "", naming("Boats burnt.", "2031-02"), day=None)) == {}


def test_a_list_of_days_tells_of_none():
    days = [f"2031-02-0{number}" for number in range(1, 10)]
    assert sorted(words(article("a", "", naming("Boats burnt.", *days[:8]), day=None))) == days[:8]
    assert words(article("a", "", naming("Boats burnt.", *days), day=None)) == {}


def test_a_lede_and_a_headline_tell_of_the_day_of_publication_and_the_two_before():
    told = words(article("a", "Harbour ablaze", "Boats burnt.", day=7))
    expected = {"harbour": ONE, "ablaze": ONE, "boat": ONE, "burnt": ONE}
    assert told == {"2031-03-07": expected, "2031-03-06": expected, "2031-03-05": expected}


def test_a_headline_of_our_own_tells_nothing_and_what_stands_low_nothing_new():
    told = words(article("a", "Harbour ablaze", *["Boats burnt."] * 6, "Ferries sail.", origin="derived"))
    assert told["2031-03-07"] == {"boat": ONE, "burnt": ONE}


def test_a_word_weighs_by_the_reports_that_have_it_not_by_how_often_each_does():
    lede = article("b", "", "Boats sank.", day=7)
    named = [naming("Boats burnt.", "2031-03-07"), naming("Boats burnt, boats sank.", "2031-03-07")]
    told = words(lede, article("a", "", *named, day=None), article("c", "", named[0], day=None))
    assert told["2031-03-07"] == {"boat": THREE, "sank": TWO, "burnt": TWO}


def test_before_the_first_day_of_the_calendar_there_is_none():
    first = Article(
        "a-a", "a.md", "", date(1, 1, 2), None, (), None, None, None, "en", None, None, (), None, None, "published",
        "excerpt", Origins("front-matter"), ("",), (Sentence("Boats burnt.", 0, None),), (),
    )  # fmt: skip
    assert sorted(words(first, days=["0000-12-31", "0001-01-01", "0001-01-02"])) == ["0001-01-01", "0001-01-02"]
