"""The words of a sentence as far as every sentence is asked for them: each of them costs one look-up, and little else.

Only a sentence with figures, or one that credits somebody, is read in depth (`gist.py`) before it is compared.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from digest.stories.forms import CONTENT
from digest.stories.gist import LONGEST, gist
from digest.stories.signs import ALL, COUNTS, SAYS
from digest.stories.tokens import Cut, cut
from digest.tools.text import words


class Outline(NamedTuple):
    """What the words of a sentence tell."""

    keys: Iterable[str]  # of all words but figures, each once
    told: Sequence[str]  # those that do not only tell who said it, in order
    spelling: str  # the same for sentences of the same words and figures
    length: int  # all words
    content: tuple[str, ...]  # all words but those that stand in every sentence, each once
    counts: bool  # it has figures
    signs: int  # of what it must be searched for


def outline(text: str) -> Outline:
    """Return what the words of a sentence tell.

    >>> outline("Boats burnt in Port Amber.").told
    ['56:5', '90:0', 'port', 'amb']
    """
    sentence = cut(text)
    if not (sentence.plain and sentence.forms):
        return _in_depth(sentence, map(CONTENT.__getitem__, words(text)), ALL)
    _, folded, keys, told, content, every = zip(*sentence.forms, strict=True)
    signs = reduce(or_, every)
    if signs & (SAYS | COUNTS) or len(folded) > LONGEST:
        return _in_depth(sentence, content, signs)
    said = [key for key in told if key]
    return Outline(_once(keys), said, " ".join(folded), len(folded), _once(content), counts=False, signs=signs)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    """Return what words stand for, each once, without those that stand for nothing."""
    once = {*found}
    once.discard("")
    return tuple(once)


def _in_depth(sentence: Cut, content: Iterable[str], signs: int) -> Outline:
    those = gist(sentence)
    spelling = " ".join(those.spelling)
    return Outline(
        those.keys, those.told, f"{spelling}|{sorted(those.measures)}" if those.measures else spelling,
        len(those.spelling), _once(content), counts=those.counts, signs=signs,
    )  # fmt: skip
