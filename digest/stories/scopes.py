"""Read what changes the words next to it: a negation, a modal, "nearly", "former", "most", "the son of".

"All members voted" and "Most members voted" share all their words but one that says nothing by itself. Such a word
is compared by its sort and by the words it changes; where the other sentence has those words plain, they say two
things.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.stories.counts import takes_back
from digest.stories.daykeys import DAYS
from digest.stories.forms import Token
from digest.stories.wordlists import AHEAD, ALMOST, FORMER, KIN, MODALS, NEGATIONS, SHARES

_NAMED = frozenset({"name", "start"})
_UNSAID = frozenset({"ignored", "figure", "day"})
_PLURALS = frozenset("people men women children police staff of".split())  # what "most" counts, without an "s"
_ARTICLES = frozenset("the a an his her their its".split())
# "The most", "at most", "a few", "after all": no share of anything.
_NO_SHARE = frozenset("the at a after one's second not in".split())
_FAR = 8  # words after one that changes others, among which those are looked for
_TWO_WORDS = {("yet", "to"), ("ruled", "out"), ("rules", "out"), ("rule", "out"), ("ruling", "out")}  # negations too


@dataclass(frozen=True, slots=True)
class Scope:
    """What changes the words next to it, and those words."""

    sorts: frozenset[str]
    keys: frozenset[str]


def negated(found: Sequence[Token]) -> Iterator[Scope]:
    """Yield the negations of a sentence; "has yet to" and "ruled out" are such too, "not 4,000" is none."""
    for place, token in enumerate(found):
        if token.raw == "not" and takes_back(found, place):
            continue
        if token.raw in NEGATIONS or token.raw.endswith("n't") or (token.raw, _next(found, place)) in _TWO_WORDS:
            yield Scope(frozenset({"not"}), _after(found, place))


def qualified(found: Sequence[Token]) -> Iterator[Scope]:
    """Yield what else changes its neighbours: modals, "nearly", "former", shares of all, whose relative it was."""
    for place, token in enumerate(found):
        if sorts := _modal(found, place):
            yield Scope(sorts, _after(found, place))
        elif token.raw in ALMOST and not _before_figure(found, place):
            yield Scope(frozenset({"almost"}), _after(found, place) | _before(found, place))
        elif token.raw in FORMER:
            yield Scope(frozenset({"former"}), _after(found, place, 1))
        elif token.raw in SHARES and _is_share(found, place):
            yield Scope(frozenset({token.raw}), _after(found, place, 1))
        elif token.raw in KIN and (whose := _whose(found, place)):
            yield Scope(frozenset({"kin"}), whose)


def _modal(found: Sequence[Token], place: int) -> frozenset[str] | None:
    raw = found[place].raw
    if raw in AHEAD and _next(found, place) == "to":
        return MODALS["will"]
    return MODALS.get(raw) if found[place].kind not in _NAMED and found[place].key not in DAYS else None


def _next(found: Sequence[Token], place: int) -> str:
    return found[place + 1].raw if place + 1 < len(found) else ""


def _after(found: Sequence[Token], place: int, most: int = 2) -> frozenset[str]:
    """Return the keys of the next words that say something."""
    return frozenset([token.key for token in found[place + 1 : place + _FAR] if token.kind not in _UNSAID][:most])


def _before(found: Sequence[Token], place: int) -> frozenset[str]:
    return frozenset([token.key for token in found[max(0, place - 3) : place] if token.kind not in _UNSAID][-1:])


def _before_figure(found: Sequence[Token], place: int) -> bool:
    return place + 1 < len(found) and found[place + 1].kind == "figure"


def _is_share(found: Sequence[Token], place: int) -> bool:
    """Return whether a word tells how many of some: "most members", "some of the members"; not "the most likely"."""
    if place and found[place - 1].raw in _NO_SHARE:
        return False
    after = next((token for token in found[place + 1 : place + 4] if token.raw not in _ARTICLES), None)
    if after is None or after.kind == "figure":
        return False
    return after.raw in _PLURALS or after.raw.endswith("s")


def _whose(found: Sequence[Token], place: int) -> frozenset[str]:
    """Return the key of whose son or aide is spoken of: "the son of the mayor", "the mayor's son"."""
    if _next(found, place) in {"of", "to"}:
        return _after(found, place, 1)
    is_possessive = place and found[place - 1].possessive
    return frozenset({found[place - 1].key}) if is_possessive else frozenset()
