"""What a word gives away of its sentence: for which of the slow looks at it there may be something to find.

Most sentences have none of the words that a pattern needs. To learn that with the look-up that every word gets anyway
(`forms.py`) takes a small part of the time of a search. A sign may be wrong on the side of a search for nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from digest.stories.wordlists import MONTHS, NUMBERS, SAYING, SCALES, VAGUE_WORDS

SAYS, COUNTS, RECOUNTS, SPEAKER, PLANS, GLUED, OBJECT, LATER, DATES = (1 << place for place in range(9))
ALL = -1  # of a sentence whose words are not known

_CASED = (
    (SPEAKER, "he she they it"),
    (PLANS, "will shall is are ll"),
    (RECOUNTS, "put puts placed places spoke speaks talked toll"),
    (GLUED, "An The At In On To More But It He She They There This Some Many Most When After As If For We You All"),
    (GLUED, "Two Three Four Five"),
)
_FOLDED = (
    (SAYS, " ".join(SAYING)),
    (OBJECT, "it this him her them"),
    (DATES, " ".join(MONTHS)),
    (LATER, "later afterwards earlier after"),
)
_COUNTING = frozenset({*NUMBERS, *SCALES, *VAGUE_WORDS})


def _by_word(table: Iterable[tuple[int, str]]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for sign, words in table:
        found.update(dict.fromkeys(words.split(), sign))
    return dict(found)


_OF_CASED, _OF_FOLDED = _by_word(_CASED), _by_word(_FOLDED)


def signs_of(written: str) -> int:
    """Return the signs that a word gives, and those of the parts before and after its apostrophe."""
    signs = COUNTS if _may_count(written) else 0
    for part in (written, *written.split("'")) if "'" in written else (written,):
        signs |= _OF_CASED.get(part, 0) | _OF_FOLDED.get(part.casefold(), 0)
    return signs


def _may_count(written: str) -> bool:
    """Return whether a word may belong to a figure, or is the month that is a verb too."""
    parts = written.casefold().split("'")
    is_may = written[0] == "M" and "may" in parts
    has_digit = not written.isalpha() and any(map(str.isdecimal, written))
    return is_may or has_digit or not _COUNTING.isdisjoint(parts)
