"""All that must be is judged anew when articles come, change or go: the verdicts are those of a first time.

The sentences are a soup of few words, so that many share nearly enough of them to be one, and each is near several.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Mark, When
from digest.stories import crowd, fold
from digest.stories.dedupe import judge_again, say_once
from digest.stories.settings import DedupeSettings
from digest.stories.verdicts import Candidate, Folding, Heard
from digest.stories.wording import wording
from digest.tools.keys import content_key

WORDS = (
    "fire ferry harbour divers coastguard police minister bridge river storm union drivers museum thieves court".split()
)
OTHERS = "five six 17 19 Alma Brandt Holt not".split()
DAYS = ("2031-03-01", "2031-03-02", "2031-03-04")


@dataclass(frozen=True)
class Text:
    """An article: its day, its outlet's weight, its sentences and the days that they name."""

    day: str
    weight: float
    sentences: tuple[tuple[str, str | None], ...]


def written(draw: random.Random, pool: list[str]) -> Text:
    sentences = []
    for _ in range(draw.randint(2, 9)):
        words = draw.choice(pool).split() if pool and draw.random() < 0.7 else draw.sample(WORDS, draw.randint(3, 8))
        words[draw.randrange(len(words))] = draw.choice(WORDS + OTHERS)
        text = " ".join(words).capitalize()
        pool.append(text)
        quoted = f"“{text},” said {draw.choice(('Brandt', 'Holt'))}."
        sentences.append((quoted if draw.random() < 0.2 else f"{text}.", draw.choice((None, *DAYS))))
    return Text(draw.choice(DAYS), draw.choice((0.8, 1.0, 1.3)), tuple(sentences))


def named(day: str | None) -> When | None:
    return When(day, "day", "resolved") if day else None


def candidates(texts: Mapping[str, Text]) -> list[Candidate]:
    return [
        Candidate(said, Mark(name, number), named(day), text.weight, (text.day, name, number))
        for name, text in sorted(texts.items())
        for number, (said, day) in enumerate(text.sentences)
    ]  # fmt: skip


def heard(texts: Mapping[str, Text]) -> tuple[Heard, ...]:
    return tuple(
        Heard(name, name, content_key(text.day, text.weight, text.sentences)) for name, text in sorted(texts.items())
    )


class Teller:
    """Tells a changing thread again and again, from what it found out before, and anew."""

    def __init__(self) -> None:
        self.folding = Folding()
        self.before: Mapping[str, Text] = {}

    def tell(self, texts: Mapping[str, Text]) -> None:
        """Fail if what is told again is not what is told for the first time."""
        gone = [name for name, text in self.before.items() if texts.get(name) != text]
        words = [wording(said) for name in gone for said, _ in self.before[name].sentences]
        now = heard(texts)
        again = judge_again(candidates(texts), DedupeSettings(), now, self.folding, words)
        anew = judge_again(candidates(texts), DedupeSettings(), now, Folding(), ())
        assert (say_once(again), again.folding) == (say_once(anew), anew.folding)
        self.folding, self.before = again.folding, dict(texts)


@pytest.fixture
def tight(monkeypatch):
    """Let a word be common early, few be compared, and little be judged anew."""
    monkeypatch.setattr(crowd, "_COMMONEST", 9)
    monkeypatch.setattr(fold, "_MOST_TRIED", 3)
    monkeypatch.setattr(fold, "_MUCH", 0)


@pytest.mark.usefixtures("tight")
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_changing_thread_is_told_again_as_it_is_told_anew(seed):
    draw, teller, pool = random.Random(seed), Teller(), []
    texts = {f"a{number}": written(draw, pool) for number in range(12)}
    teller.tell(texts)
    for step in range(5):
        name = draw.choice(sorted(texts))
        match draw.randrange(4):
            case 0:
                texts[f"b{step}"] = written(draw, pool)
            case 1:
                texts[name] = replace(texts[name], sentences=written(draw, pool).sentences)
            case 2:
                texts[name] = replace(texts[name], weight=draw.choice((0.8, 1.0, 1.3)))
            case _:
                del texts[name]
        teller.tell(texts)


FULLEST = "Divers found six boats and two rafts under the long bridge of the old harbour on the river Sella."
FULLER = "Divers found six boats and two rafts under the long bridge of the old harbour."
SHORT = "Divers found six boats under the long bridge of the old harbour."


# The end is a part of the whole, and the whole mostly one of what goes on otherwise; the end is not.
WHOLE = (
    "Divers found boats, rafts, barrels, anchors, chains, ropes, cups, oars under bridges behind markets near churches."
)
BEGUN = "Divers found boats, rafts, barrels, anchors, chains, ropes, cups, oars, nets, lamps, flags, bells and tar."
END = "Oars lay under bridges behind markets near churches."


def text(sentence: str, day: str | None = None) -> Text:
    return Text(DAYS[0], 1.0, ((sentence, day),))


@pytest.mark.usefixtures("tight")
@pytest.mark.parametrize(
    "steps",
    [
        pytest.param([{"a": text(FULLER), "b": text(SHORT)}, {"b": text(SHORT)}], id="what a repeat repeats is gone"),
        pytest.param([{"b": text(SHORT)}, {"a": text(FULLER), "b": text(SHORT)}], id="a fuller one comes"),
        pytest.param(
            [{"a": text(FULLER), "b": text(SHORT)}, {"a": text(FULLER), "b": text(SHORT), "c": text(FULLEST)}],
            id="what was told is a repeat now, and what repeated it repeats another",
        ),
        pytest.param(
            [{"b": text(WHOLE), "c": text(END)}, {"a": text(BEGUN), "b": text(WHOLE), "c": text(END)}],
            id="what was told is a repeat now, of one that is not near what repeated it",
        ),
        pytest.param(
            [{"a": text("We fish.", day=DAYS[0])}, {"a": text("We fish.", day=DAYS[0]), "b": text("We fish.")}],
            id="the same few words come again",
        ),
        pytest.param(
            [
                {"a": text("He fell.", day=DAYS[0]), "b": text("He fell.", day=DAYS[1]), "c": text("He fell.")},
                {"b": text("He fell.", day=DAYS[1]), "c": text("He fell.")},
            ],
            id="of the same few words the first are gone",
        ),
    ],
)
def test_each_step_is_told_as_for_the_first_time(steps):
    teller = Teller()
    for texts in steps:
        teller.tell(texts)
