"""What the figures of a sentence count, how they are bounded, and which of them it takes back.

"About 6,000 people marched, not 4,000" tells one figure and takes back another; so do "up from 4,000" and "correcting
an earlier figure of 4,000". Without that, a correction would have all figures of what it corrects, and be its repeat.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from digest.stories.daykeys import DAYS
from digest.stories.forms import Token
from digest.stories.tokens import Tokens
from digest.stories.wordlists import BOUNDS

_UNSAID = frozenset({"ignored", "figure", "day"})
_NO_THING = frozenset({"ignored", "day"})  # they are nothing that is counted
_NEAR = 8  # words beside a figure among which is what it counts
_THINGS = 3  # words that tell what is counted: "people", "left", "homes"
_BEFORE = 7  # words before a figure that may take it back
_ABOUT = r"(?: (?:the|a|an|some|about|around|roughly|nearly|almost|at|least|over|more|than)){0,3}$"
_OLDER = "earlier previous previously initial initially original originally preliminary wrong false incorrect".split()
_SIGNS = frozenset(["not", "instead", "rather", "from", *_OLDER])  # without one of them, no figure is taken back
_OLD = rf"(?:{'|'.join(_OLDER)})"
_CHANGED = (
    r"(?:up|down|rise|rises|rose|risen|raised|increased|grew|grown|climbed|jumped|revised|corrected|changed|updated"
    r"|lowered|cut|reduced|fell|fallen|dropped|shrunk)"
)
_TAKEN_BACK = re.compile(rf"\b(?:instead of|rather than|{_CHANGED} from|{_OLD} (?:[a-z]+ ){{1,3}}(?:of|at)){_ABOUT}")
_NOT = re.compile(r"\bnot(?: (?:in|on|at))?$")
_REPORTED_BEFORE = re.compile(rf"^(?:[a-z]+ )?{_OLD} (?:reported|announced|given|named|told|counted|estimated)\b")


def bounds(found: Sequence[Token]) -> Mapping[str, str]:
    """Return the bounds of figures: ">" for "more than 5"."""
    read = {}
    for place, token in _figures(found):
        before = [each.raw for each in found[max(0, place - 3) : place]]
        bound = next((BOUNDS[last] for n in range(len(before)) if (last := " ".join(before[n:])) in BOUNDS), "")
        if bound:
            read[token.raw] = bound
    return read


def counted(found: Sequence[Token]) -> Iterator[tuple[str, str, str]]:
    """Yield each figure with the word before it and the key after it."""
    for place, token in _figures(found):
        after = next((each.key for each in found[place + 1 : place + _NEAR] if each.kind not in _NO_THING), "")
        yield token.raw, found[place - 1].raw if place else "", after


def things(every: Tokens) -> Mapping[str, frozenset[str]]:
    """Return for each figure the keys of what it counts: what follows it, else what stands before it."""
    found = every.found
    read: dict[str, frozenset[str]] = {}
    for place, token in _figures(found):
        after = _following(every, place)
        before = [each.key for each in found[max(0, place - _NEAR) : place] if _tells(each)]
        read[token.raw] = read.get(token.raw, frozenset()) | frozenset(after or before[-_THINGS - 1 :])
    return read


def _following(every: Tokens, place: int) -> list[str]:
    """Return what follows a figure before the next comma or figure: of the 21 miners and of "five of the 21 miners"."""
    keys: list[str] = []
    beside = slice(place + 1, place + _NEAR)
    for token, piece in zip(every.found[beside], every.pieces[beside], strict=True):
        if piece != every.pieces[place] or (keys and token.kind == "figure") or len(keys) == _THINGS:
            break
        if _tells(token):
            keys.append(token.key)
    return keys


def _tells(token: Token) -> bool:
    return token.kind not in _UNSAID and token.key not in DAYS


def withdrawn(found: Sequence[Token]) -> frozenset[str]:
    """Return the figures that a sentence tells as those of before, or as wrong; a figure that it tells too is none."""
    if _SIGNS.isdisjoint([token.raw for token in found]):
        return frozenset()
    old = {place for place, _ in _figures(found) if _is_taken_back(found, place)}
    return frozenset(found[place].raw for place in old) - {
        token.raw for place, token in _figures(found) if place not in old
    }


def _is_taken_back(found: Sequence[Token], place: int) -> bool:
    before = " ".join(token.raw for token in found[max(0, place - _BEFORE) : place])
    after = " ".join(token.raw for token in found[place + 1 : place + 4])
    return bool(_TAKEN_BACK.search(before) or _REPORTED_BEFORE.match(after)) or _is_negated(found, place, before)


def _is_negated(found: Sequence[Token], place: int, before: str) -> bool:
    """Return whether a figure is one that was not: "not 4,000"; "not one of them" negates something else."""
    return found[place].raw != "1" and bool(_NOT.search(before))


def takes_back(found: Sequence[Token], place: int) -> bool:
    """Return whether a "not" takes back a figure, and negates nothing else."""
    after = next((each for each in (place + 1, place + 2) if each < len(found) and found[each].kind == "figure"), None)
    return after is not None and _is_negated(found, after, " ".join(each.raw for each in found[place:after]))


def _figures(found: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    return ((place, token) for place, token in enumerate(found) if token.kind == "figure")
