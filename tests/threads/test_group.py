"""The machine's proposal: what it joins, in every language, and the laws that it keeps whatever arrives."""

import json
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.model import Article, Origins, Sentence
from digest.threads.corpus import corpus
from digest.threads.curation import Curation
from digest.threads.group import links
from digest.threads.lock import Lock
from digest.threads.pairs import FEATURES, candidates, features
from digest.threads.settings import GroupSettings
from digest.threads.thread import thread

STORIES = (
    "Fishing boats burnt in the harbour of Port Amber; harbour master Ines Calder saw the trawler Wanderer burn",
    "The chess club of Nettlebay won its match against Lower Wick, where grandmaster Tomas Brill played a Sicilian",
    "A strike closed the salt works of Dunmere for a second day, and the union of Omar Lind asked for shorter shifts",
)
LATER = ("Nobody was hurt.", "Talks go on.", "The mayor wrote a letter.", "More is to be said on Monday.", "It rained.")


def article(number: int, *sentences: str, title: str = "", day: int = 0, lang: str = "en") -> Article:
    return Article(
        f"a-{number:010x}", f"content/articles/{number}.md", title or sentences[0][:40],
        date(2031, 3, 1) + timedelta(day), None, (), None, None, None, lang, None, None, (), None, None, "published",
        "excerpt", Origins("front-matter" if title else "derived"), sentences,
        tuple(Sentence(text, index, None) for index, text in enumerate(sentences)), (),
    )  # fmt: skip


def partition(articles, lock: Lock | None = None) -> tuple[set[frozenset[str]], Lock]:
    found = thread(articles, Curation({}), lock or Lock(), GroupSettings())
    return {frozenset(each.id for each in one.articles) for one in found.threads}, found.lock


drafts = st.tuples(st.sampled_from(STORIES), st.sampled_from(LATER), st.integers(0, 40))


def written(some: list[tuple[str, str, int]], first: int = 0) -> list[Article]:
    return [article(first + number, story, more, day=day) for number, (story, more, day) in enumerate(some)]


class TestTheMachine:
    def test_joins_reports_of_one_event_and_keeps_another_of_its_kind_apart(self):
        fire = article(1, STORIES[0], title="Boats burn in Port Amber")
        same = article(2, "Port Amber's harbour fire began on the trawler Wanderer, Ines Calder said.",
                       title="Trawler began the Port Amber fire", day=1)  # fmt: skip
        other = article(3, "A barn burnt down in Upper Wick, and farmer Jon Teale lost forty sheep.",
                        title="Barn burns in Upper Wick", day=1)  # fmt: skip
        assert partition([fire, same, other])[0] == {frozenset({fire.id, same.id}), frozenset({other.id})}

    @pytest.mark.parametrize(
        ("lang", "one", "same", "other"),
        [
            ("de", "Im Hafen von Port Amber sind Fischerboote verbrannt, die Feuerwehr löschte bis zum Morgen.",
             "Die Feuerwehr löschte brennende Fischerboote im Hafen von Port Amber bis zum Morgen.",
             "Der Schachklub von Nettlebay hat sein Spiel gegen Lower Wick mit vier zu zwei gewonnen."),
            ("ru", "В гавани Порт-Амбера сгорели рыбацкие лодки, пожарные тушили огонь до утра.",
             "Пожарные тушили огонь в гавани Порт-Амбера до утра, сгорели рыбацкие лодки.",
             "Шахматный клуб Неттлбея выиграл матч против Лоуэр-Уика со счётом четыре на два."),
            ("ja", "アンバー港の港で漁船が燃え、消防隊は朝まで消火活動を続けた。",
             "消防隊は朝までアンバー港の漁船の火災の消火活動を続けた。",
             "ネトルベイのチェスクラブは四対二で試合に勝った。"),
            ("ar", "احترقت قوارب صيد في ميناء بورت أمبر وأخمدت فرق الإطفاء الحريق فجرا.",
             "أخمدت فرق الإطفاء فجرا الحريق الذي التهم قوارب صيد في ميناء بورت أمبر.",
             "فاز نادي الشطرنج في نتلباي بمباراته أمام لوور ويك بأربعة مقابل اثنين."),
        ],
    )  # fmt: skip
    def test_does_so_in_other_languages_and_scripts(self, lang, one, same, other):
        first, second, third = (article(n, text, lang=lang) for n, text in enumerate((one, same, other)))
        assert partition([first, second, third])[0] == {frozenset({first.id, second.id}), frozenset({third.id})}

    def test_does_not_join_japanese_reports_by_their_grammar(self):
        texts = (
            "三日夜、アンバー港沖でフェリーが座礁し、乗客二百人が救助された。けが人はいないと海上保安当局が発表した。",
            "市立美術館から盗まれた絵画が七日、隣町の倉庫で見つかった。警察が関係者から事情を聞いていると発表した。",
            "セラ川の水位が上昇し、流域の住民が避難した。気象当局は雨が八日まで続くと発表した。",
        )
        found, _ = partition([article(number, text, lang="ja", day=number) for number, text in enumerate(texts)])
        assert len(found) == 3

    def test_never_joins_two_languages_by_the_names_they_share(self):
        text = "Ines Calder, Omar Lind, Tomas Brill, Port Amber, Nettlebay, Lower Wick, Dunmere."
        one, other = article(1, text, lang="en"), article(2, text, lang="de")
        assert partition([one, other])[0] == {frozenset({one.id}), frozenset({other.id})}

    @pytest.mark.parametrize(
        ("assumed", "together"),
        [
            pytest.param("Ines Calder opens Port Amber ferry to Nettlebay", True, id="which may be English"),
            pytest.param("Ines Calder eroeffnet Port Amber Faehre nach Nettlebay", False, id="which is not English"),
        ],
    )
    def test_never_joins_what_only_the_site_calls_english_by_names_alone(self, assumed, together):
        known = article(1, "Ines Calder opened the Port Amber ferry to Nettlebay on Friday.", title="Port Amber ferry")
        brief = replace(article(2, assumed, title=assumed), origins=Origins("front-matter", lang="digest.yaml"))
        assert (len(partition([known, brief])[0]) == 1) == together

    def test_joins_what_arrives_to_what_stands_and_never_two_that_stand(self):
        one, other, late = (article(number, STORIES[0], LATER[number]) for number in range(3))
        lock = Lock({one.id: "fire", other.id: "blaze"})
        found, after = partition([one, other, late], lock)
        assert len(found) == 2
        assert (after.slugs[one.id], after.slugs[other.id]) == ("fire", "blaze")
        assert after.slugs[late.id] in {"fire", "blaze"}

    def test_compares_nothing_with_an_article_that_has_no_words(self):
        empty = replace(article(1, "..."), paragraphs=(), sentences=())
        assert len(partition([empty, article(2, STORIES[0])])[0]) == 2


class TestTheFeatures:
    def test_stand_in_the_order_in_which_the_model_weighs_them(self):
        stored = json.loads(files("digest.threads").joinpath("pair_model.json").read_text("utf-8"))
        assert stored["features"] == list(FEATURES)

    def test_have_a_column_for_each_name(self):
        rows = corpus(written([(STORIES[0], LATER[0], 0), (STORIES[0], LATER[1], 3)]))
        left, right = candidates(rows, [0, 1], 10)
        assert features(rows, left, right).shape == (1, len(FEATURES))

    def test_pair_only_what_lies_within_the_window(self):
        rows = corpus(written([(STORIES[0], LATER[0], 0), (STORIES[0], LATER[0], 30)]))
        assert [len(candidates(rows, [0, 1], days)[0]) for days in (29, 30)] == [0, 1]

    def test_of_the_same_two_articles_are_the_same_in_every_order(self):
        some = written([(STORIES[0], LATER[0], 0), (STORIES[0], LATER[1], 1), (STORIES[1], LATER[1], 1)])
        one = links(some, [0, 1, 2], GroupSettings())
        other = links(some[::-1], [0, 1, 2], GroupSettings())
        assert sorted(one[2].tolist()) == sorted(other[2].tolist())


lawful = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])


class TestTheLaws:
    @lawful
    @given(st.lists(drafts, min_size=1, max_size=12), st.randoms(use_true_random=False))
    def test_the_same_articles_in_any_order_are_the_same_threads(self, some, random):
        articles = written(some)
        shuffled = random.sample(articles, len(articles))
        assert thread(shuffled, Curation({}), Lock(), GroupSettings()) == thread(
            articles, Curation({}), Lock(), GroupSettings()
        )

    @lawful
    @given(st.lists(st.lists(drafts, max_size=5), min_size=2, max_size=5))
    def test_articles_that_come_later_move_no_other(self, batches):
        articles, lock = [], Lock()
        for batch in batches:
            articles += written(batch, first=len(articles))
            _, after = partition(articles, lock)
            assert {one: after.slugs[one] for one in lock.slugs} == dict(lock.slugs)
            lock = after

    @lawful
    @given(st.lists(drafts, min_size=1, max_size=12))
    def test_every_article_is_in_one_thread(self, some):
        articles = written(some)
        found, _ = partition(articles)
        assert sorted(one for each in found for one in each) == sorted(each.id for each in articles)
