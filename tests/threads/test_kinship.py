"""Why an article is in its thread: its likeliest other one, and what both say, in words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from digest.model import Article, Origins, Sentence
from digest.threads.group import links
from digest.threads.kinship import Kinship, describe, kinships
from digest.threads.settings import GroupSettings
from digest.threads.terms import checksum

APPEAL = "Readers who value the Harbour Post can support it with a small gift every month."
BURNING = (
    "Six fishing boats burnt in the harbour of Port Amber on Friday night.",
    "The fire began on the trawler Wanderer, the harbour master Ines Calder said.",
)
ARSON = (
    "Police in Port Amber believe that the fire that destroyed six fishing boats was arson.",
    "The harbour master Ines Calder saw two men running from the trawler Wanderer.",
)
CHESS = (
    "The chess club of Nettlebay won its match against Lower Wick by four boards to two.",
    "Grandmaster Tomas Brill played a Sicilian defence on the first board.",
)


def article(name: str, title: str, sentences: tuple[str, ...], day: int | None = 7, lang: str = "en") -> Article:
    return Article(
        f"a-{name * 10}", f"content/articles/{name}.md", title, date(2031, 3, day) if day else None, None, (), None,
        None, None, lang, None, None, (), None, None, "published", "excerpt", Origins("front-matter"), sentences,
        tuple(Sentence(text, 0, None) for text in sentences), (),
    )  # fmt: skip


A = article("a", "Boats burn in Port Amber", BURNING, day=7)
B = article("b", "Harbour fire was arson, police say", ARSON, day=9)
C = article("c", "Nettlebay wins chess league", CHESS, day=8)
D = article(
    "d", "Carnival to return", ("Masks and drums will fill the streets again when carnival comes to Port Amber.",), 28
)


def told(found: Mapping[str, Kinship]) -> dict[str, str]:
    """Return the letters of the articles, each with that of its likeliest other one."""
    return {each.article[-1]: each.other[-1] for each in found.values()}


def words(one: Article, other: Article) -> tuple[str, ...]:
    (found,) = describe([(one, other, 0.5)], frozenset())
    return found.words


class TestTheLikeliestOther:
    def test_is_found_for_each_article_of_the_thread(self):
        assert told(kinships([A, D, B], [A, D, B])) == {"a": "b", "b": "a", "d": "a"}

    def test_is_never_one_outside_of_the_thread(self):
        assert told(kinships([A, D], [A, B, D])) == {"a": "d", "d": "a"}

    def test_of_two_that_are_equally_likely_is_the_first(self):
        three = [article(name, "Boats burn in Port Amber", BURNING) for name in "efg"]
        assert told(kinships(three, three)) == {"e": "f", "f": "e", "g": "e"}

    @pytest.mark.parametrize(
        "articles",
        [
            pytest.param([A], id="an article is alone"),
            pytest.param(
                [A, article("z", "港口大火", ("琥珀港的渔船在大火中烧毁。",), lang="zh")], id="no word is shared"
            ),
        ],
    )
    def test_is_missing_where(self, articles):
        assert kinships(articles, [*articles, B]) == {}

    def test_is_as_likely_as_the_machine_found_it_among_all_articles(self):
        _, _, likely = links([A, C, B], [0, 1, 2], GroupSettings())
        assert kinships([A, B], [A, C, B])[A.id].likelihood == max(likely)

    @pytest.mark.parametrize("among", [[A, B, C], [C, B, A], [B, C, A]])
    def test_does_not_depend_on_the_order_of_the_articles(self, among):
        assert kinships([B, A], among) == kinships([A, B], [A, B, C])


class TestWhatBothSay:
    def test_is_told_as_the_first_one_writes_it_names_of_several_words_first(self):
        assert words(A, B) == (
            "ines calder", "port amber", "wanderer", "harbour", "trawler", "master", "fishing", "boats"
        )  # fmt: skip

    def test_is_no_common_word(self):
        assert words(A, C) == ()

    def test_is_in_a_script_without_spaces_pairs_of_signs(self):
        one = article("y", "港口大火", ("琥珀港的渔船在大火中烧毁。",), lang="zh")
        other = article("z", "纵火案", ("警方称琥珀港渔船大火是纵火。",), lang="zh")
        assert words(one, other) == ("大火", "渔船", "珀港", "琥珀")

    def test_is_nothing_in_two_languages(self):
        assert words(A, replace(B, lang="de")) == ()

    def test_counts_long_sentences_but_for_the_repeated(self):
        pair = [article(name, "Boats burn", ("Boats burnt.", BURNING[0], APPEAL)) for name in "de"]
        repeated = frozenset({checksum(Sentence(APPEAL, 0, None))})
        counts = [describe([(*pair, 0.5)], each)[0].sentences for each in (frozenset(), repeated)]
        assert counts == [2, 1]

    @pytest.mark.parametrize(
        ("one", "other", "days"),
        [
            pytest.param(7, 9, 2, id="days later"),
            pytest.param(9, 7, 2, id="days before"),
            pytest.param(7, 7, 0, id="one day"),
            pytest.param(7, None, None, id="undated"),
        ],
    )
    def test_tells_the_days_between(self, one, other, days):
        pair = article("d", "Boats burn", BURNING, one), article("e", "Boats burn", BURNING, other)
        assert [each.days_apart for each in describe([(*pair, 0.5)], frozenset())] == [days]
