"""Count the words of a sentence as excerpts are counted."""

import math
import re

_SIGNS_OF_A_WORD = 2  # in a script that sets no spaces between words
# Thai to Burmese, Khmer, kana, ideographs of East Asia; Korean sets spaces.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")


def count_words(text: str, spaced: int | None = None) -> int:
    """Return the number of words between spaces; of a script that sets none, two signs count as a word.

    `spaced` is how many stand between spaces, where that is known already.

    >>> count_words("Six boats burnt in Port Amber."), count_words("港で船が六隻燃えた。")
    (6, 5)
    """
    if text.isascii() or not _UNSPACED.search(text):
        return len(text.split()) if spaced is None else spaced
    return sum(max(1, math.ceil(len(_UNSPACED.findall(part)) / _SIGNS_OF_A_WORD)) for part in text.split())
