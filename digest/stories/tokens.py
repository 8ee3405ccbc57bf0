"""A sentence cut into what can be compared: words by their sense, names by their spelling, figures by their value.

What only tells who said a thing ("..., officials said on Friday") is marked as credit: the fact is the same whoever
is credited with it, as long as nobody else is. Where credit begins and ends is read from commas and from the verb.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress
from operator import itemgetter
from typing import NamedTuple

from digest.stories.daykeys import DAYS, day_key, month_key
from digest.stories.figures import Figure, dates, placed_figures
from digest.stories.forms import Form, Known, Token
from digest.stories.pieces import WORD, forms_of
from digest.stories.signs import DATES
from digest.stories.spelt import IOTA, spelt_out
from digest.stories.wordlists import SAYING

_IN_MONTH = re.compile(r"\b(?:in|since|until|last|next|this|early|late|mid|during)[ -]$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:—–\"“”()]| - ")
_RAW = itemgetter(0)
_FINITE = frozenset("that was were is are has had".split())
_LONGEST_SPEAKER = 9  # words before "said"
_LONGEST_REST = 6  # words after it: "on Friday", "in a statement"
_LONGEST = 5_000  # signs; what is longer is no sentence, and nothing of it is compared that comes after so many


class Cut(NamedTuple):
    """A sentence, or the beginning of what is too long to be one, cut where its words begin and end."""

    text: str  # as it stands, all of it
    spelt: str  # with "US" for "U.S." and the like
    parts: Sequence[str]  # what is between two words, a word, what is between two words ...
    forms: Sequence[Form]  # of its words
    plain: bool  # they are all words of the text, as they stand; else "U.S." was made "US", or it is too long
    whole: bool  # it is not too long

    @property
    def written(self) -> Sequence[str]:
        """Return every word as it stands."""
        return self.parts[1::2]


class Tokens(NamedTuple):
    """The words of a sentence, in order; those of a figure are one."""

    found: Sequence[Token]
    pieces: Sequence[int]  # between commas and the like, in which each of them stands


def cut(text: str) -> Cut:
    """Return a sentence cut into its words."""
    whole = len(text) <= _LONGEST
    bare = (text if whole else text[:_LONGEST]).replace("’", "'")
    spelt = spelt_out(bare)
    parts = WORD.split(spelt)
    return Cut(text, spelt, parts, forms_of(parts), whole and spelt is bare and IOTA not in text, whole)


def tokens(words: Cut) -> Tokens:
    """Return what is compared of a sentence's words."""
    pieces = [*accumulate(map(_BREAKS.__getitem__, words.parts[:-1:2]))]
    if not words.forms:
        return Tokens((), pieces)
    found, _, counting = zip(*words.forms, strict=True)
    return Tokens(*_with_figures(words, counting, found, pieces)) if any(counting) else Tokens(found, pieces)


def _breaks(between: str) -> bool:
    """Return whether what stands between two words ends a piece of the sentence."""
    return len(between) > 1 and bool(_BREAK.search(between))


_BREAKS = Known(_breaks)


def _with_figures(
    words: Cut, counting: Iterable[int], found: Sequence[Token], pieces: Sequence[int]
) -> tuple[Sequence[Token], Sequence[int]]:
    """Return the words with each figure as one of them, and with the days of dates."""
    text, written, ends = words.spelt, words.written, [*accumulate(map(len, words.parts))]
    starts, ends = ends[:-1:2], ends[1::2]
    figures = [*placed_figures(text.casefold(), compress(zip(starts, ends, strict=True), counting))]
    dated = dates(text) if figures and any(form.reading.signs & DATES for form in words.forms) else []
    if dated or "May" in written:
        found = [*_with_months(text, zip(found, written, starts, strict=True), dated)]
    every, of, last = list[Token](), list[int](), 0
    for figure in figures:
        first = bisect_right(ends, figure.start)
        every += (*found[last:first], _counted(figure, dated))
        of += (*pieces[last:first], pieces[first])
        last = max(last, bisect_left(starts, figure.end))
    return [*every, *found[last:]], [*of, *pieces[last:]]


def _with_months(
    text: str, placed: Iterable[tuple[Token, str, int]], dated: Sequence[tuple[int, int]]
) -> Iterator[Token]:
    for token, written, start in placed:
        word = written.casefold()
        month = (dated or written == "May") and _is_month(text, word, start, dated)
        yield Token(word, month_key(word), "word") if month else token


def _counted(figure: Figure, dated: Sequence[tuple[int, int]]) -> Token:
    """Return a figure, or the day or the year of a date."""
    if not _is_dated(figure.start, dated):
        return Token(figure.value, f"#{figure.value}|{figure.unit}", "figure")
    return Token(figure.value, day_key(figure.value), "day")


def _is_dated(start: int, dated: Sequence[tuple[int, int]]) -> bool:
    """Return whether a date stands there; dates are in order, and none begins before the one before it ends."""
    place = bisect_right(dated, start, key=itemgetter(0)) - 1
    return place >= 0 and start < dated[place][1]


def _is_month(text: str, word: str, start: int, dated: Sequence[tuple[int, int]]) -> bool:
    """Return whether a word is a month's: it stands in a date; or a "May" that follows "in" and the like."""
    if _is_dated(start, dated) and month_key(word) in DAYS:
        return True
    return text[start] == "M" and word == "may" and bool(_IN_MONTH.search(text, max(0, start - 8), start))


def credit(every: Tokens) -> set[int]:
    """Return the places of the words that only tell who said the rest."""
    found = every.found
    places: set[int] = set()
    if SAYING.isdisjoint(map(_RAW, found)):
        return places
    pieces: dict[int, list[int]] = {}
    for place, number in enumerate(every.pieces):
        pieces.setdefault(number, []).append(place)
    after_verb = False
    for piece in pieces.values():
        verb = next((place for place in piece if found[place].raw in SAYING), None)
        is_short = len(piece) <= _LONGEST_SPEAKER
        if verb is not None:
            places.update(_credit_of(every, piece, verb))
        elif after_verb and piece[-1] == len(found) - 1 and is_short:
            places.update(piece)  # "said Ada Alm, the mayor of Alma."
        after_verb = verb == piece[0] and is_short and found[piece[0]].raw != "according"
    return places


def _credit_of(every: Tokens, piece: Sequence[int], verb: int) -> Sequence[int]:
    """Return which words of a piece between commas are credit: all, those up to the verb, or none."""
    before, after = verb - piece[0], piece[-1] - verb
    if every.found[verb].raw == "according":
        return piece[before:] if after <= _LONGEST_SPEAKER + 2 else ()
    is_part, is_short = len(piece) < len(every.found), before + after <= _LONGEST_SPEAKER + _LONGEST_REST
    if is_part and is_short and not _goes_on(every, verb):
        return piece
    return piece[: before + 1] if before <= _LONGEST_SPEAKER else ()


def _goes_on(every: Tokens, verb: int) -> bool:
    """Return whether what was said follows the verb: "said that", "said it was"; not "said on Friday"."""
    found, pieces = every.found, every.pieces
    rest = [found[place] for place in range(verb + 1, min(verb + 20, len(found))) if pieces[place] == pieces[verb]]
    return len(rest) > _LONGEST_REST or any(token.raw in _FINITE for token in rest)
