"""The words of a sentence as far as every sentence is asked for them: each of them costs one look-up, and little else.

Only a sentence with figures, or one that credits somebody, is read in depth (`gist.py`) before it is compared.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from digest.stories.forms import CONTENT
from digest.stories.gist import LONGEST, gist, spelling
from digest.stories.pieces import readings
from digest.stories.signs import ALL, COUNTS, LETTER, SAYS
from digest.stories.tokens import Cut, cut
from digest.tools.text import words


class Outline(NamedTuple):
    """What the words of a sentence tell."""

    keys: tuple[str, ...]  # of all words but figures, each once
    told: tuple[str, ...]  # those that do not only tell who said it, each once
    telling: int  # words that tell something
    length: int  # all words
    spelling: str  # the same for sentences of the same words and figures
    content: tuple[str, ...]  # all words but those that stand in every sentence, each once
    signs: int  # of what it must be searched for
    counts: bool  # it has figures


def outline(text: str) -> Outline:
    """Return what the words of a sentence tell.

    >>> sorted(outline("Boats burnt in Port Amber.").told)
    ['56:5', '90:0', 'amb', 'port']
    """
    those = readings(text)
    if not those:
        sentence = cut(text)
        return _in_depth(sentence, spelling(sentence), _once(map(CONTENT.__getitem__, words(text))), ALL)
    folded, keys, content, every = zip(*those, strict=True)
    signs, spelt = reduce(or_, every), [*filter(None, folded)]
    if signs & (SAYS | COUNTS) or len(spelt) > LONGEST:
        return _in_depth(cut(text), spelt, _once(content), signs)
    once, told = _once(keys), [*filter(None, keys)]
    if not signs & LETTER:
        return Outline(once, once, len(told), len(spelt), " ".join(spelt), _once(content), signs, counts=False)
    told = [each.key for each in those if each.key and not each.signs & LETTER]  # a letter alone tells nothing
    return Outline(once, _once(told), len(told), len(spelt), " ".join(spelt), _once(content), signs, counts=False)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    """Return what words stand for, each once, without those that stand for nothing."""
    once = {*found}
    once.discard("")
    return tuple(once)


def _in_depth(sentence: Cut, spelt: Sequence[str], content: tuple[str, ...], signs: int) -> Outline:
    those = gist(sentence)
    line = " ".join(spelt)
    measured = f"{line}|{sorted(those.measures)}" if those.measures else line
    told = tuple({*those.told})
    return Outline(
        tuple(those.keys), told, len(those.told), len(spelt), measured, content, signs, counts=those.counts
    )  # fmt: skip
