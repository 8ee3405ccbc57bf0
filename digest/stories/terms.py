"""What a sentence says, as far as a machine can compare it: its words by their senses, figures, names, negations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from digest.stories.counts import bounds, counted, things, withdrawn
from digest.stories.forms import Token
from digest.stories.gist import gist, spelling
from digest.stories.scopes import Scope, negated, qualified
from digest.stories.tokens import cut
from digest.stories.wordlists import PLACING, SPEAKERS, TITLES

_MARKS = '"“„«‘'
_NAMED = frozenset({"name", "start"})
_UNSAID = frozenset({"ignored", "figure", "day"})
_LINKING = frozenset({"of", "the", "for", "and"})  # they may stand within a name


class Place(NamedTuple):
    """Where a key stands among the others; a name of several words is one key there."""

    before: str
    after: str
    lead: str  # the word right before it, whatever that is: "by", "from"
    is_name: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The parts of a sentence that decide whether another says the same."""

    spelling: tuple[str, ...]  # all words
    told: tuple[str, ...]  # the keys without those of who said it, in order; all, where little else is left
    speakers: frozenset[str]  # the keys of names of who said it
    keys: frozenset[str]  # of all words but figures, and of the days of dates
    raws: frozenset[str]  # all words as they stand
    figures: frozenset[str]
    measures: frozenset[tuple[str, str]]  # those figures that have a unit, with it
    bounds: Mapping[str, str]  # ">" for "more than 5", ">=" for "at least 5"
    counted: tuple[tuple[str, str, str], ...]  # each figure with the word before it and the key after it
    things: Mapping[str, frozenset[str]]  # each figure to the keys of what it counts
    withdrawn: frozenset[str]  # figures that are told as those of before, or as wrong
    negated: tuple[Scope, ...]
    modal: tuple[Scope, ...]
    names: tuple[str, ...]  # keys of names, as often as they stand
    written: Mapping[str, str]  # the word of each name's key
    places: Mapping[str, Place]  # of the keys that stand once
    slots: Mapping[
        tuple[str, str], tuple[str, bool]
    ]  # a key and the preposition after it, to what follows; is it a name
    initials: Mapping[str, frozenset[str]]  # of names of several words, with the keys of those
    quoting: bool  # it has quotation marks
    whole: bool  # not too long to be compared


@lru_cache(maxsize=50_000)
def terms(text: str) -> Terms:
    """Return what can be compared of a sentence.

    >>> sorted(terms("Five boats, not 1,200, burnt in Port Amber.").figures)
    ['1200', '5']
    """
    sentence = cut(text)
    those = gist(sentence)
    found = those.tokens.found
    figures = [token.raw for token in found if token.kind == "figure"]
    named = [token for token in found if token.kind in _NAMED and token.raw not in TITLES]
    order = list(_order(found))
    return Terms(
        spelling=tuple(spelling(sentence)), told=tuple(those.told), keys=those.keys, measures=those.measures,
        speakers=_speakers(found[place] for place in those.credited),
        raws=frozenset([token.raw for token in found]),
        figures=frozenset(figures),
        bounds=bounds(found) if figures else {}, counted=tuple(counted(found)) if figures else (),
        things=things(those.tokens) if figures else {}, withdrawn=withdrawn(found) if figures else frozenset(),
        negated=tuple(negated(found)), modal=tuple(qualified(found)),
        names=tuple(token.key for token in named), written={token.key: token.raw for token in named},
        places=_places(order), slots=_slots(order), initials=_initials(found),
        quoting=any(sign in text for sign in _MARKS), whole=those.whole,
    )  # fmt: skip


def _speakers(credit: Iterable[Token]) -> frozenset[str]:
    """Return the keys of those that are credited by name."""
    return frozenset([token.key for token in credit if token.kind in _NAMED and token.raw not in SPEAKERS])


def _order(found: Sequence[Token]) -> Iterator[tuple[str, str, bool]]:
    """Yield the keys, each with the word right before it and whether it is a name; a name's last word stands for it."""
    before, lead, within = "", "", False
    for place, token in enumerate(found):
        named = token.kind in _NAMED
        if not within:
            lead = before
        goes_on = named and place + 1 < len(found) and found[place + 1].kind in _NAMED
        if not goes_on and token.kind not in _UNSAID:
            yield token.key, lead, named
        before, within = token.raw, goes_on


def _places(order: Sequence[tuple[str, str, bool]]) -> Mapping[str, Place]:
    keys = ["", *(key for key, _, _ in order), ""]
    places: dict[str, Place] = {}
    twice = set()
    for number, (key, lead, named) in enumerate(order):
        if key in places:
            twice.add(key)
        places[key] = Place(keys[number], keys[number + 2], lead, named)
    return {key: place for key, place in places.items() if key not in twice} if twice else places


def _slots(order: Sequence[tuple[str, str, bool]]) -> Mapping[tuple[str, str], tuple[str, bool]]:
    slots: dict[tuple[str, str], tuple[str, bool]] = {}
    for before, (key, lead, named) in pairwise(order):
        if (named and lead in PLACING) or ":" in key:
            slot = before[0], lead
            slots[slot] = ("", False) if slot in slots else (key, named)  # twice in one sentence tells no part
    return slots


def _initials(found: Sequence[Token]) -> Mapping[str, frozenset[str]]:
    """Return the initials of each run of capitalised words: "un" for United Nations."""
    runs: dict[str, frozenset[str]] = {}
    run: list[Token] = []
    for token in (*found, Token("", "", "word")):
        if token.kind in _NAMED:
            run.append(token)
        elif not (run and token.raw in _LINKING):
            if len(run) > 1:
                runs["".join(each.raw[0] for each in run)] = frozenset(each.key for each in run)
            run = []
    return runs
