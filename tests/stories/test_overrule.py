"""The curator folds and unfolds sentences: the rulings hold, and nothing is lost by them."""

from itertools import permutations
from random import Random

import pytest

from digest.model import Mark, Ruling, Told, When
from digest.stories.dedupe import judge_again, say_once
from digest.stories.settings import DedupeSettings
from digest.stories.verdicts import Candidate, Folding

SENTENCES = {
    "a0": "Six fishing boats burnt to the waterline in the harbour of Alma before dawn, the coastguard said.",
    "b0": "Six fishing boats burnt in the harbour of Alma before dawn.",
    "c0": "Fishing boats burnt in the harbour of Alma before dawn.",
    "d0": "Seven fishing boats burnt to the waterline in the harbour of Alma before dawn, the coastguard said.",
    "e0": "Flames took half a dozen vessels at the quay.",
    "e1": "Ada Alm keeps bees near the mill.",
}  # by the machine b and c are repeats of a, and d differs from it


def mark(name: str) -> Mark:
    return Mark(f"a-{name[0] * 10}", int(name[1]))


def ruling(name: str, into: str | None) -> Ruling:
    return Ruling(mark(name), mark(into) if into else None, "content/threads/fire.md", 2)


def told(*rulings: Ruling, whens: dict[str, When] | None = None) -> tuple[Told, ...]:
    candidates = [
        Candidate(text, mark(name), (whens or {}).get(name), 1.0, ("2031-03-07", mark(name).article, int(name[1])))
        for name, text in SENTENCES.items()
    ]
    return say_once(judge_again(candidates, DedupeSettings(), (), Folding(), ()), rulings)


def shown(story: tuple[Told, ...]) -> dict[str, str]:
    """Return the sentences that are told, each with its repeats, and after a slash what differs from it."""
    return {_name(each.mark): _listed(each.repeats) + "/" + _listed(each.differs) for each in story}


def _name(one: Mark) -> str:
    return f"{one.article[-1]}{one.number}"


def _listed(those) -> str:
    return " ".join(_name(each.mark) for each in those)


MACHINE = {"a0": "b0 c0/d0", "d0": "/", "e0": "/", "e1": "/"}


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        pytest.param([], MACHINE, id="the machine's own"),
        pytest.param(
            [("b0", None)], {"a0": "c0/d0", "b0": "/", "d0": "/", "e0": "/", "e1": "/"}, id="a repeat is unfolded"
        ),
        pytest.param([("a0", None), ("e0", None)], MACHINE, id="what is told is unfolded"),
        pytest.param([("e0", "a0")], {"a0": "b0 c0 e0/d0", "d0": "/", "e1": "/"}, id="a sentence is folded"),
        pytest.param(
            [("e0", "b0")], {"a0": "b0 c0 e0/d0", "d0": "/", "e1": "/"}, id="under a repeat: under what tells that"
        ),
        pytest.param(
            [("e0", "b0"), ("b0", None)], {"a0": "c0/d0", "b0": "e0/", "d0": "/", "e1": "/"}, id="under an unfolded one"
        ),
        pytest.param([("b0", "e0")], {"a0": "c0/d0", "d0": "/", "e0": "b0/", "e1": "/"}, id="from one to another"),
        pytest.param([("d0", "a0")], {"a0": "b0 c0 d0/", "e0": "/", "e1": "/"}, id="one that differs, under its rival"),
        pytest.param([("a0", "d0")], {"d0": "a0 b0 c0/", "e0": "/", "e1": "/"}, id="with its repeats, under its rival"),
        pytest.param(
            [("d0", "e0")], {"a0": "b0 c0/e0", "e0": "d0/", "e1": "/"}, id="what differs is told where it is folded"
        ),
        pytest.param([("a0", "e0")], {"d0": "/", "e0": "a0 b0 c0/d0", "e1": "/"}, id="what it differs from moves too"),
        pytest.param(
            [("a0", "e0"), ("d0", "e1")], {"e0": "a0 b0 c0/e1", "e1": "d0/"}, id="both that differ are folded"
        ),
        pytest.param([("a0", "b0")], {"b0": "a0 c0/d0", "d0": "/", "e0": "/", "e1": "/"}, id="under its own repeat"),
        pytest.param(
            [("a0", "e0"), ("e0", "b0")], {"b0": "a0 c0 e0/d0", "d0": "/", "e1": "/"}, id="under it by way of another"
        ),
        pytest.param(
            [("e0", "e1"), ("e1", "d0")], {"a0": "b0 c0/d0", "d0": "e0 e1/"}, id="under one that is folded itself"
        ),
        pytest.param([("x0", None), ("x0", "a0"), ("e0", "x0")], MACHINE, id="what is not told rules nothing"),
    ],
)
def test_a_ruling_holds_and_moves_nothing_else(rulings, expected):
    for order in permutations(ruling(*each) for each in rulings):
        assert shown(told(*order)) == expected


def test_a_repeat_of_the_curators_tells_how_like_it_is():
    (found,) = [each for each in told(ruling("b0", "d0")) if each.repeats and each.mark == mark("d0")]
    assert [(each.mark, each.text, each.resemblance) for each in found.repeats] == [(mark("b0"), SENTENCES["b0"], 1.0)]
    assert found.marks == (mark("d0"), mark("b0"))


def test_which_report_is_the_earlier_is_told_of_those_that_were_compared_alone():
    (found,) = [each for each in told(ruling("d0", "e0")) if each.differs]
    (other,) = found.differs
    assert (other.text, other.ours, other.theirs, other.since) == (SENTENCES["e0"], ("6",), ("7",), None)


def test_what_is_folded_under_a_sentence_does_not_take_it_to_another_day():
    thursday, friday = (When(f"2031-03-0{day}", "day", "resolved", "then") for day in (6, 7))
    whens = {"a0": friday, "c0": friday, "e0": thursday}
    days = {each.mark: each.when for each in told(ruling("e0", "a0"), whens=whens)}
    assert days[mark("a0")] == friday
    swapped = {each.mark: each.when for each in told(ruling("a0", "b0"), whens=whens)}
    assert swapped[mark("b0")] == friday


@pytest.mark.parametrize("seed", range(20))
def test_no_sentence_is_lost_or_told_twice_whatever_is_ruled(seed):
    chance, names = Random(seed), [*SENTENCES]
    chance.shuffle(names)
    # A sentence goes under one that comes later in a list, as no circle of the curator's gets here.
    folds = [
        ruling(one, chance.choice(names[place + 1 :])) for place, one in enumerate(names[:-1]) if chance.random() < 0.6
    ]
    folded = {each.mark for each in folds}
    alone = [ruling(name, None) for name in names if mark(name) not in folded and chance.random() < 0.4]
    found = told(*folds, *alone)
    assert sorted(each for one in found for each in one.marks) == [mark(name) for name in sorted(SENTENCES)]
    heads = {each.mark for each in found}
    assert heads >= {each.mark for each in alone}
    assert heads.isdisjoint(folded)
    assert {each.mark for one in found for each in one.differs} <= heads
