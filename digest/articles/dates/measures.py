"""Days that are named and yet are not when it happened: those measured from or up to, and those of births.

"Fewer than on Wednesday", "the lowest since the flood on Friday" and "until Saturday" tell how much or how long; what
is told happened on another day. What stands in a subordinate clause comes second to what the main clause tells: "after
the vote on Monday he resigned on Tuesday". A birth is background beside what the one who was born did or suffered.
"""

import re

from digest.articles.dates.announcing import is_end
from digest.articles.dates.tense import REACH

_MEASURE = re.compile(
    r"\b(?:since\b[^,;]*|(?<!later )(?<!earlier )(?<!sooner )than "
    r"(?:(?:it|they|he|she|we|in|at|the|those?|one|had|has|did|was|were|been|seen|recorded|reported) ){0,4})\Z",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:after|before|since|until|by|where|when|which|who|whose|whom|because|as|than)\b", re.IGNORECASE
)
_BORN = re.compile(r"\bborn (?:\w+ ){0,4}\Z", re.IGNORECASE)


def is_measure(text: str, place: int) -> bool:
    """Tell whether something is measured from or up to the day at that place.

    >>> is_measure("One fewer than on Wednesday.", 15), is_measure("No later than Wednesday.", 14)
    (True, False)
    """
    before = text[max(0, place - REACH) : place]
    return bool(_MEASURE.search(before)) or is_end(before)


def is_subordinate(text: str, place: int) -> bool:
    """Tell whether a word that makes a clause subordinate stands before the place, with no comma in between."""
    return bool(_SUBORDINATE.search(text[max(0, place - REACH) : place].rpartition(",")[2]))


def is_birth(text: str, place: int) -> bool:
    """Tell whether someone was born on the day at that place."""
    return bool(_BORN.search(text[max(0, place - REACH) : place]))
