"""What articles are compared by: terms of every script, without boilerplate, and the days they speak of."""

from datetime import date

import pytest

from digest.model import Article, Mention, Origins, Sentence, When
from digest.threads.background import background
from digest.threads.boilerplate import boilerplate
from digest.threads.terms import checksum, stem, terms

APPEAL = "Read more of the Harbour Post for a small sum a month, and tell a friend about it."


def article(*sentences: str | Sentence, title: str = "A title", origin: str = "front-matter", day: date | None = None):
    told = tuple(one if isinstance(one, Sentence) else Sentence(one, 0, None) for one in sentences)
    return Article(
        "a-0000000000", "content/articles/a.md", title, day, None, (), None, None, None, "en", None, None, (), None,
        None, "published", "excerpt", Origins(origin), (), told, (),
    )  # fmt: skip


class TestTerms:
    def test_are_stems_of_body_lead_and_title(self):
        found = terms(article("Troops were withdrawing.", title="Troop's return"))
        assert found.title == ("troop", "return")
        assert found.body == ("troop", "return", "troop", "were", "withdraw")
        assert found.lead == found.body

    def test_leave_out_a_title_that_was_derived_from_the_text(self):
        assert terms(article("Boats burn.", origin="derived")).title == ()

    def test_are_pairs_of_signs_where_no_spaces_part_the_words(self):
        assert terms(article("東京の地震", origin="derived")).body == ("東京", "京の", "の地", "地震")

    def test_name_what_is_capitalised_alone_and_in_its_run(self):
        assert terms(article("said Ines Calder there", origin="derived")).names == ("ines", "calder", "ines calder")

    @pytest.mark.parametrize("text", ["قال الوزير إن المدينة آمنة", "वह घर गया", "東京の地震"])
    def test_name_nothing_in_a_script_without_capitals(self, text):
        assert terms(article(text, origin="derived")).names == ()

    def test_know_the_days_that_early_sentences_name_first_one_first(self):
        said, mention = "It burnt on Friday, and on Thursday it rained.", Mention("on Thursday", "2031-03-06")
        dated = Sentence(said, 0, When("2031-03-07", "day", "resolved"), (mention,))
        found = terms(article(dated))
        assert found.first_day == date(2031, 3, 7).toordinal()
        assert found.days == found.early_days == (date(2031, 3, 7).toordinal(), date(2031, 3, 6).toordinal())

    def test_know_no_day_where_only_the_publication_dates_a_sentence_or_a_year_is_named(self):
        published = Sentence("It burnt.", 0, When("2031-03-07", "day", "published"))
        year = Sentence("It was built then.", 0, When("1931", "year", "resolved"))
        assert terms(article(published, year)).days == ()


class TestBoilerplate:
    def test_is_what_stands_in_articles_of_three_days_over_a_month(self):
        days = [date(2031, 1, 1), date(2031, 1, 15), date(2031, 2, 1)]
        found = boilerplate([article(APPEAL, f"News of {day}.", day=day) for day in days])
        assert found == {checksum(Sentence(APPEAL, 0, None))}

    @pytest.mark.parametrize(
        "days",
        [
            pytest.param([date(2031, 1, 1), date(2031, 2, 1)], id="two days"),
            pytest.param([date(2031, 1, day) for day in (1, 2, 3, 4, 30)], id="within a month"),
            pytest.param([None] * 5, id="undated"),
        ],
    )
    def test_is_not_what_a_story_repeats(self, days):
        assert boilerplate([article(APPEAL, day=day) for day in days]) == frozenset()

    def test_does_not_count_as_terms_but_where_nothing_else_is_left(self):
        repeated = frozenset([checksum(Sentence(APPEAL, 0, None))])
        assert terms(article(APPEAL, "Boats burn.", origin="derived"), repeated).body == ("boat", "burn")
        assert "harbour" in terms(article(APPEAL, origin="derived"), repeated).body


class TestBackground:
    def test_expects_common_words_everywhere_and_unknown_ones_hardly_anywhere(self):
        share = background().share
        assert share("the", "en") == share("x", "en") == 1.0
        assert share("wanderer", "en") < share("hurricane", "en") < share("mayor", "en") < share("police", "en") == 1.0

    def test_takes_short_words_of_other_languages_for_common_ones(self):
        share = background().share
        assert share("und", "de") == share("para"[:3], "es") == 1.0
        assert share("wird", "de") > share("werden", "de") > share("feuerwehr", "de")
        assert share("地震", "ja") == share("feuerwehr", "de")

    def test_stems_hardly_change_what_is_no_english(self):
        assert [stem(word) for word in ("хлеб", "feuer", "地震")] == ["хлеб", "feuer", "地震"]
