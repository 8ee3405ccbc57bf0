"""What stands between two spaces of a sentence, found out once for each: "harbour", "harbour,", "“Harbour-side".

Texts cut at spaces cost a fifth of what texts cut into words do, and a piece is met again nearly as often as a word is.
"""

import re
from functools import partial
from itertools import chain

from digest.stories.forms import FORMS, OPENING, Form, Known, Reading
from digest.stories.signs import signs_beside
from digest.stories.spelt import is_spelt_out

WORD = re.compile(r"([^\W_]+(?:'[^\W_]+)?)")
_OPENS = "\"'“‘ ("  # what may stand before the first word of a sentence
_MOST_OPENING = 6  # of them


def readings(text: str) -> list[Reading]:
    """Return what each word of a sentence tells; nothing, where its words do not stand in it as they are compared."""
    bare = text.replace("’", "'")
    pieces = bare.split() if is_spelt_out(bare) else []
    if not pieces or bare[0] != pieces[0][0]:
        return []
    opening = _OPENING[pieces[0]]
    return [*chain(opening, *map(_PIECES.__getitem__, pieces[1:]))] if opening and opening[0].folded else []


def forms_of(parts: list[str]) -> list[Form]:
    """Return the forms of words that a sentence was split at, with what is between them."""
    forms = [*map(FORMS.__getitem__, parts[1::2])]
    if forms and (not parts[0] or _opens(parts[0])):
        forms[0] = OPENING[parts[1]]
    return forms


def _opens(before: str) -> bool:
    """Return whether what stands before the first word is no more than what may open a sentence."""
    return len(before) < _MOST_OPENING and not before.strip(_OPENS)


def _piece(text: str, *, opens: bool) -> tuple[Reading, ...]:
    """Return what the words of a piece tell; what it gives away beside them is told in the place of a word."""
    beside, bare = signs_beside(text), text.rstrip(",.")
    if bare.isalpha() and not beside:
        return ((OPENING if opens else FORMS)[bare].reading,)
    parts = WORD.split(text)
    forms = forms_of(parts) if opens else [FORMS[word] for word in parts[1::2]]
    return (*(form.reading for form in forms), *([Reading("", "", "", beside)] if beside else ()))


_PIECES = Known(partial(_piece, opens=False))
_OPENING = Known(partial(_piece, opens=True))  # where a sentence begins with the piece
