"""Which threads are named as related: near and not the same, the same ones in every build."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from digest.model import Article, Origins, Sentence, Thread, ThreadWord
from digest.threads.related import related

ARREST = ("Treasurer Ada Alm is arrested", "Ada Alm, treasurer of the lighthouse fund of Alma, was arrested.")
TRIAL = ("Trial of Ada Alm begins", "The trial of the treasurer Ada Alm began before judge Ilse Varga.")
VERDICT = ("Ada Alm is acquitted", "Judge Ilse Varga acquitted Ada Alm, treasurer of the lighthouse fund.")
CHESS = ("Chess club of Nettlebay wins", "The chess club of Nettlebay won by four boards to two.")
APPEAL = ("Prosecutor appeals against the verdict on Ada Alm", "The treasurer Ada Alm was acquitted by Ilse Varga.")


def thread(slug: str, *tellings: tuple[str, str], day: int = 1, lang: str = "en", hide: bool = False, **more) -> Thread:
    """Return a thread of an article for each pair of a title and a sentence."""
    articles = [
        Article(
            f"a-{slug}-{number}", f"content/articles/{slug}.md", title, date(2031, 3, 1) + timedelta(day), None, (),
            None, None, None, lang, None, None, (), None, None, more.get("status", "published"), "excerpt",
            Origins("front-matter"), (text,), (Sentence(text, 0, None),), (),
        )
        for number, (title, text) in enumerate(tellings)
    ]  # fmt: skip
    return Thread(slug, articles[0].title, tuple(articles), ThreadWord(slug, hide=hide))


THREADS = [
    thread("arrest", ARREST, day=1),
    thread("chess", CHESS, day=2),
    thread("trial", TRIAL, day=30),
    thread("verdict", VERDICT, day=90),
]


def test_threads_that_share_rare_names_are_related_and_others_are_not():
    assert related(THREADS) == {
        "arrest": ("verdict", "trial"),
        "chess": (),
        "trial": ("verdict", "arrest"),
        "verdict": ("trial", "arrest"),
    }


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_threads_come_tells_nothing(seed):
    shuffled = [*THREADS]
    Random(seed).shuffle(shuffled)
    assert related(shuffled) == related(THREADS)


def test_no_more_than_three_are_named():
    more = [thread(f"appeal-{number}", APPEAL, day=100 + number) for number in range(5)]
    assert {len(near) for slug, near in related([*THREADS, *more]).items() if slug != "chess"} == {3}


def test_a_hidden_thread_is_related_to_none_and_has_none():
    hidden = thread("verdict", VERDICT, day=90, hide=True)
    assert related([*THREADS[:3], hidden]) == {"arrest": ("trial",), "chess": (), "trial": ("arrest",)}


def test_one_shared_name_is_an_accident():
    other = thread("regatta", ("Regatta of Nettlebay is called off", "There was no wind."))
    assert related([THREADS[1], other]) == {"chess": (), "regatta": ()}


def test_threads_of_two_languages_are_not_related():
    assert related([THREADS[0], thread("verdict", VERDICT, lang="de")]) == {"arrest": (), "verdict": ()}


def test_kinds_of_one_language_are_one_language():
    assert related([THREADS[0], thread("verdict", VERDICT, lang="en-GB")]) == {
        "arrest": ("verdict",),
        "verdict": ("arrest",),
    }


def test_what_was_retracted_relates_no_thread():
    retracted = thread("verdict", VERDICT, status="retracted")
    assert related([THREADS[0], retracted]) == {"arrest": (), "verdict": ()}


def test_a_long_thread_is_known_by_its_first_and_last_articles():
    begun = thread("fund", ARREST, *[CHESS] * 20)
    ended = thread("fund", *[CHESS] * 20, VERDICT)
    within = thread("fund", *[CHESS] * 10, VERDICT, *[CHESS] * 10)
    near = [related([THREADS[2], replace(each)])["trial"] for each in (begun, ended, within)]
    assert near == [("fund",), ("fund",), ()]


def test_threads_without_a_day_are_related_too():
    undated = thread("verdict", VERDICT)
    articles = tuple(replace(each, published=None) for each in undated.articles)
    assert related([THREADS[0], replace(undated, articles=articles)])["arrest"] == ("verdict",)


def test_no_threads_have_none():
    assert related([]) == {}
