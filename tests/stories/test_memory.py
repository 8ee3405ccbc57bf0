"""A thread is told after one more article as it would be told for the first time, and little is judged anew."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Article, Mark, Origins, Outlet, Ruling, Sentence, Thread, ThreadWord, When
from digest.stories import crowd, fold, memory
from digest.stories.settings import ExcerptSettings, StorySettings
from digest.stories.tell import tell
from digest.stories.wording import Wordings
from digest.tools.cache import Cache
from digest.tools.means import Means

ALL = StorySettings(excerpts=ExcerptSettings(words=10_000, share=1))
BOATS = ("five", "six", "seven", "12")
PLACES = ("Port Amber", "Alma", "Grey Island")
SENTENCES = (
    "{boats} fishing boats burnt to the waterline in the harbour of {place} before dawn, the coastguard said.",
    "The coastguard said {boats} fishing boats had burnt in the harbour of {place}.",
    "A spokeswoman for the coastguard put the number of fishing boats at {boats}.",
    "Firefighters from {place} needed {boats} hours to put out the fire in the fuel store of the harbour.",
    "Firefighters from {place} did not need {boats} hours to put out the fire in the fuel store of the harbour.",
    "“We saw the flames from {place} and called everybody we knew,” said Ada Alm, the harbour master.",
    "Ada Alm told reporters: “We saw the flames from {place} and called everybody we knew.”",
    "The ferry to {place} stays in port until Friday because of the smoke over the channel.",
)


def article(number: int, texts: list[str], day: int = 1) -> Article:
    published = date(2031, 3, day)
    when = When(published.isoformat(), "day", "published")
    return Article(
        f"a-{number:010x}", f"{number}.md", f"Headline {number}", published, None, (), "post", None, None, "en", None,
        None, (), None, None, "published", "excerpt", Origins("front-matter"), ("",),
        tuple(Sentence(text, 0, when) for text in texts), (),
    )  # fmt: skip


def written(seed: int) -> Article:
    """Return an article of sentences drawn by a seed, many of which other articles have too."""
    draw = random.Random(seed)
    texts = [
        draw.choice(SENTENCES).format(boats=draw.choice(BOATS), place=draw.choice(PLACES)).capitalize()
        for _ in range(draw.randint(1, 5))
    ]
    return article(seed, texts, draw.randint(1, 9))


def thread(articles: list[Article]) -> Thread:
    ordered = sorted(articles, key=lambda each: (each.published, each.id))
    return Thread("fire", "The fire", tuple(ordered), ThreadWord("fire"))


@pytest.fixture
def everything_is_remembered(monkeypatch):
    """Remember the smallest thread, and whatever has changed; and call a word common that stands in 12 sentences."""
    monkeypatch.setattr(memory, "_SMALL", 0)
    monkeypatch.setattr(fold, "_MUCH", 0)
    monkeypatch.setattr(crowd, "_COMMONEST", 12)


CHANGES = st.lists(st.tuples(st.sampled_from(["add", "cut", "edit", "weigh"]), st.integers(0, 40)), max_size=6)


@pytest.mark.usefixtures("everything_is_remembered")
@settings(max_examples=60, deadline=None)
@given(first=st.lists(st.integers(0, 40), unique=True, min_size=3, max_size=14), changes=CHANGES)
def test_what_is_told_again_is_what_is_told_anew(first, changes):
    articles, weight = {seed: written(seed) for seed in first}, 1.0
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder) / "results.sqlite")
        for change, seed in [("", 0), *changes]:
            if change == "add":
                articles[seed] = written(seed)
            elif change == "cut":
                articles.pop(seed, None)
            elif change == "edit" and seed in articles:
                articles[seed] = replace(articles[seed], sentences=written(seed + 100).sentences)
            elif change == "weigh":
                weight = 1 + seed % 3
            outlets = {"post": Outlet("post", "Harbour Post", weight=weight)}
            again = tell([thread([*articles.values()])], outlets, ALL, Means(cache))
            assert again == tell([thread([*articles.values()])], outlets, ALL)


def ruled(draw: random.Random, one: Thread) -> Thread:
    """Return a thread in which some sentences are unfolded, and others folded under a later one."""
    marks = [Mark(each.id, number) for each in one.articles for number in range(len(each.sentences))]
    rulings = [
        Ruling(mark, draw.choice([None, *marks[place + 1 :]]), "content/threads/fire.md", 2)
        for place, mark in enumerate(marks)
        if draw.random() < 0.3
    ]
    return replace(one, rulings=tuple(rulings))


@pytest.mark.usefixtures("everything_is_remembered")
@settings(max_examples=40, deadline=None)
@given(
    seeds=st.lists(st.integers(0, 40), unique=True, min_size=3, max_size=14),
    folds=st.lists(st.integers(0, 9), max_size=5),
)
def test_what_is_ruled_holds_after_other_rulings_and_leaves_no_trace(seeds, folds):
    one = thread([written(seed) for seed in seeds])
    with TemporaryDirectory() as folder:
        means = Means(Cache(Path(folder) / "results.sqlite"))
        machine = tell([one], {}, ALL, means)
        for seed in folds:
            other = ruled(random.Random(seed), one)
            assert tell([other], {}, ALL, means) == tell([other], {}, ALL)
        assert tell([one], {}, ALL, means) == machine == tell([one], {}, ALL)


def judged(monkeypatch, threads: list[Thread], cache: Cache, small: int = 50) -> int:
    """Tell threads, those of fewer than `small` sentences anew, and return how many sentences were compared."""
    asked, judge = [], fold.Judge.judge
    monkeypatch.setattr(memory, "_SMALL", small)
    monkeypatch.setattr(fold.Judge, "judge", lambda self, number: asked.append(number) or judge(self, number))
    tell(threads, {}, ALL, Means(cache))
    monkeypatch.undo()
    return len(asked)


def own(number: int, thing: str) -> str:
    """Return a sentence of whose words another number has no more than the thing and the verb."""
    name = f"{'bcdfgh'[number // 6]}{'aeiouy'[number % 6]}"
    return f"The {thing} of k{name}r sank at l{name}m with m{name}n, n{name}p, p{name}r and r{name}s of t{name}l."


def long_thread() -> list[Article]:
    """Return thirty articles, each with two sentences of its own and one that all have."""
    closed = "The harbour of Alma is closed until Friday."
    return [article(number, [closed, own(number, "boat"), own(number, "raft")]) for number in range(1, 31)]


def test_after_one_more_article_only_what_it_touches_is_judged(monkeypatch, tmp_path):
    cache, articles = Cache(tmp_path / "results.sqlite"), long_thread()
    assert judged(monkeypatch, [thread(articles)], cache) == 90
    assert judged(monkeypatch, [thread(articles)], cache) == 0
    more = article(99, [own(5, "boat").replace(".", ", and sank.")])
    assert 1 <= judged(monkeypatch, [thread([*articles, more])], cache) <= 6


def test_a_short_thread_to_which_an_article_comes_is_judged_anew(monkeypatch, tmp_path):
    cache, articles = Cache(tmp_path / "results.sqlite"), long_thread()
    assert judged(monkeypatch, [thread(articles)], cache, small=91) == 90
    more = article(99, [own(5, "boat").replace(".", ", and sank.")])
    assert judged(monkeypatch, [thread([*articles, more])], cache, small=92) == 91


def test_of_another_thread_nothing_is_judged(monkeypatch, tmp_path):
    cache, articles = Cache(tmp_path / "results.sqlite"), long_thread()
    judged(monkeypatch, [thread(articles)], cache)
    other = replace(thread([written(7)]), slug="other")
    assert judged(monkeypatch, [thread(articles), other], cache) == len(written(7).sentences)


def test_a_thread_whose_earlier_words_are_forgotten_is_judged_anew(monkeypatch, tmp_path):
    cache, articles = Cache(tmp_path / "results.sqlite"), long_thread()
    judged(monkeypatch, [thread(articles)], cache)
    recall = Cache.recall
    monkeypatch.setattr(Cache, "recall", lambda self, kind, *of: {} if kind is Wordings else recall(self, kind, *of))
    edited = [replace(articles[0], sentences=articles[0].sentences[:1]), *articles[1:]]
    assert judged(monkeypatch, [thread(edited)], cache) == 88
