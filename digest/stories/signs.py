"""What a word gives away of its sentence: for which of the slow looks at it there may be something to find.

Most sentences have none of the words that a pattern needs. To learn that with the look-up that every word gets anyway
(`forms.py`) takes a small part of the time of a search. A sign may be wrong on the side of a search for nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from digest.stories.wordlists import MONTHS, NUMBERS, SAYING, SCALES, VAGUE_WORDS

SAYS, COUNTS, RECOUNTS, SPEAKER, PLANS, GLUED, OBJECT, LATER, DATES = (1 << place for place in range(9))
QUOTES, PAGE, LETTER, BE, TOWARDS, LEANS, PAIRED = (1 << place for place in range(9, 16))
ALL = -1  # of a sentence whose words are not known

_CASED = (
    (SPEAKER, "he she they it"),
    (PLANS, "will shall ll"),
    (BE, "is are"),
    (TOWARDS, "to due set expected scheduled likely going planned"),  # after "is": a plan
    (RECOUNTS, "put puts placed places spoke speaks talked toll"),
    (GLUED, "An The At In On To More But It He She They There This Some Many Most When After As If For We You All"),
    (GLUED, "Two Three Four Five"),
    (COUNTS, "May MAY MAy MaY"),  # the month that is a verb too
)
_FOLDED = (
    (SAYS, " ".join(SAYING)),
    (OBJECT, "it this him her them"),
    (DATES, " ".join(MONTHS)),
    (LATER, "later afterwards earlier after"),
    (COUNTS, " ".join({*NUMBERS, *SCALES, *VAGUE_WORDS})),
)
# With one of them a sentence begins that says nothing without the one before it.
LEANING = frozenset(
    """
    he she they it his her their its this that these those but and or so nor yet also then however still now instead
    later earlier meanwhile afterwards soon in on at by since during until for from
    """.split()
)
# What opens a quotation; an apostrophe within a word does not.
_QUOTE = re.compile(r"[\"“«„]|(?<![^(\[—–-])['‘]")
_OF_PAGE = re.compile(r"[|@(]|http|www\.|updated|By|(?:Report|Writ|Edit)ing")  # what belongs to the page around a text


_PAIR = re.compile(r"[\"“”()]")  # what opens, and must end in the same sentence


def _by_word(table: Iterable[tuple[int, str]]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for sign, words in table:
        found.update(dict.fromkeys(words.split(), sign))
    return dict(found)


_OF_CASED, _OF_FOLDED = _by_word(_CASED), _by_word(_FOLDED)


def signs_of(written: str) -> int:
    """Return the signs that a word gives, and those of the parts before and after its apostrophe."""
    signs = COUNTS if not written.isalpha() and any(map(str.isdecimal, written)) else 0
    for part in (written, *written.split("'")) if "'" in written else (written,):
        signs |= _OF_CASED.get(part, 0) | _OF_FOLDED.get(part.casefold(), 0)
    return signs


def signs_beside(piece: str) -> int:
    """Return the signs that what stands between two spaces gives besides those of its words."""
    signs = PAGE if _OF_PAGE.search(piece) else 0
    if piece.isalpha():
        return signs
    return signs | (QUOTES if _QUOTE.search(piece) else 0) | (PAIRED if _PAIR.search(piece) else 0)
