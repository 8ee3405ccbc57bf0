"""A sentence cut into what can be compared: words by their sense, names by their spelling, figures by their value.

What only tells who said a thing ("..., officials said on Friday") is marked as credit: the fact is the same whoever
is credited with it, as long as nobody else is. Where credit begins and ends is read from commas and from the verb.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from digest.stories.daykeys import DAYS, day_key, month_key
from digest.stories.figures import Figure, dates, placed_figures
from digest.stories.names import name_key
from digest.stories.senses import sense
from digest.stories.wordlists import BEGINNINGS, CALENDAR, IGNORED, SAYING, TITLES

Kind = Literal["word", "name", "start", "figure", "day", "ignored"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_CLOSE_TO = re.compile(r"\bclose to\b")
_NO_ONE = re.compile(r"\b([Nn])o[ -]one\b(?! of\b)")
_IN_MONTH = re.compile(r"\b(?:in|since|until|last|next|this|early|late|mid|during)[ -]$", re.IGNORECASE)
_NAMES_TOO = frozenset({"may", "will"})  # with a capital within a sentence
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,6}")
_POSSESSIVE = re.compile(r"['’]s?$")
_BREAK = re.compile(r"[,;:—–\"“”()]| - ")
_FINITE = frozenset("that was were is are had has".split())
_LONGEST_SPEAKER = 9  # words before "said"
_LONGEST_REST = 6  # words after it: "on Friday", "in a statement"


class Token(NamedTuple):
    """A word of a sentence."""

    raw: str  # in lower case, without 's
    key: str  # the same for all words of one sense; of a figure its value and unit, "#5|percent"
    kind: Kind  # "start": a capital that only the sentence's beginning may account for
    segment: int  # which piece between commas it stands in
    possessive: bool = False  # "the mayor's"


def tokens(text: str) -> list[Token]:
    """Return the words of a sentence in order; the words of a figure are one."""
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text).replace("’", "'")
    text = _NO_ONE.sub(r"\1obody", _CLOSE_TO.sub("near", text))
    folded = text.casefold()
    if len(folded) != len(text):  # a sign of two letters in lower case would move all that follows
        text = folded
    figures = list(placed_figures(folded))
    return list(_tokens(text, folded, figures, dates(text) if figures else ()))


def _tokens(text: str, folded: str, figures: Sequence[Figure], dated: Sequence[tuple[int, int]]) -> Iterator[Token]:
    segment, last, ahead, covered = 0, 0, 0, 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        segment += len(_BREAK.findall(text, last, start)) if start - last > 1 else 0
        last = end
        while ahead < len(figures) and figures[ahead].start < end:
            covered = figures[ahead].end
            yield _counted(figures[ahead], segment, dated)
            ahead += 1
        if start >= covered and (dated or found[0] == "May") and _is_month(text, folded[start:end], start, dated):
            yield Token(folded[start:end], month_key(folded[start:end]), "word", segment)
        elif start >= covered:
            yield _token(found[0], folded[start:end], segment, opens=start < 6 and not text[:start].strip("\"'“‘ ("))


def _counted(figure: Figure, segment: int, dated: Sequence[tuple[int, int]]) -> Token:
    """Return a figure, or the day or the year of a date."""
    if not _is_dated(figure.start, dated):
        return Token(figure.value, f"#{figure.value}|{figure.unit}", "figure", segment)
    return Token(figure.value, day_key(figure.value), "day", segment)


def _is_dated(start: int, dated: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start < end for first, end in dated)


def _is_month(text: str, word: str, start: int, dated: Sequence[tuple[int, int]]) -> bool:
    """Return whether a word is a month's: it stands in a date; or a "May" that follows "in" and the like."""
    if _is_dated(start, dated) and month_key(word) in DAYS:
        return True
    return text[start] == "M" and word == "may" and bool(_IN_MONTH.search(text, max(0, start - 8), start))


def _token(written: str, raw: str, segment: int, *, opens: bool) -> Token:
    full = raw
    raw = _POSSESSIVE.sub("", raw) if "'" in raw else raw
    upper = written[0].isupper()
    if raw in IGNORED and not (upper and _is_name_too(written, raw, opens=opens)):
        return Token(raw, raw, "ignored", segment)
    key = sense(raw)
    if not upper or raw in CALENDAR or raw in TITLES or (opens and (raw in BEGINNINGS or ":" in key)):
        return Token(raw, key, "word", segment, raw != full)
    return Token(raw, name_key(written), "start" if opens else "name", segment, raw != full)


def _is_name_too(written: str, raw: str, *, opens: bool) -> bool:
    """Return whether a word that else says nothing is a name here: WHO, US, in May."""
    return (len(written) > 1 and written.isupper()) or (raw in _NAMES_TOO and not opens)


def credit(found: Sequence[Token]) -> set[int]:
    """Return the places of the words that only tell who said the rest."""
    places: set[int] = set()
    pieces: dict[int, list[int]] = {}
    for place, token in enumerate(found):
        pieces.setdefault(token.segment, []).append(place)
    after_verb = False
    for piece in pieces.values():
        verb = next((place for place in piece if found[place].raw in SAYING), None)
        is_short = len(piece) <= _LONGEST_SPEAKER
        if verb is not None:
            places.update(_credit_of(found, piece, verb))
        elif after_verb and piece[-1] == len(found) - 1 and is_short:
            places.update(piece)  # "said Ada Alm, the mayor of Alma."
        after_verb = verb == piece[0] and is_short and found[piece[0]].raw != "according"
    return places


def _credit_of(found: Sequence[Token], piece: Sequence[int], verb: int) -> Sequence[int]:
    """Return which words of a piece between commas are credit: all, those up to the verb, or none."""
    before, after = verb - piece[0], piece[-1] - verb
    if found[verb].raw == "according":
        return piece[before:] if after <= _LONGEST_SPEAKER + 2 else ()
    if len(piece) < len(found) and before + after <= _LONGEST_SPEAKER + _LONGEST_REST and not _goes_on(found, verb):
        return piece
    return piece[: before + 1] if before <= _LONGEST_SPEAKER else ()


def _goes_on(found: Sequence[Token], verb: int) -> bool:
    """Return whether what was said follows the verb: "said that", "said it was"; not "said on Friday"."""
    rest = [token for token in found[verb + 1 : verb + 20] if token.segment == found[verb].segment]
    return len(rest) > _LONGEST_REST or any(token.raw in _FINITE for token in rest)
