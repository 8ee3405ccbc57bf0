"""A title for an article that has none: its first sentence, or as much of it as a headline may have.

The words stay those of the article, and stay in order; the cut falls where a clause or a phrase ends.
"""

import re

_LONGEST = 110  # signs: two lines on a page
_LEAST = 30  # signs; a shorter clause tells too little
_LOOKED_AT = 1_000  # signs

_SENTENCE_END = re.compile(
    r"(?<![.\s]\w)(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen))[.!?…][\"”’»')\]]{0,3}(?=\s+[^a-z\s]|\s*$)"
)
_CLAUSE_END = re.compile(r"[,;:]? [–—-] |[,;:] ")
_PHRASE_START = re.compile(
    r" (?=(?:to|in|as|after|where|that|which|who|while|when|for|with|at|on|from|by|over|and|but|amid|before|since) )"
)


def derive_title(paragraph: str) -> str:
    """Return the first sentence of `paragraph`, without its full stop, at most 110 signs of it.

    >>> derive_title("The U.S. delegation left the talks. They go on.")
    'The U.S. delegation left the talks'
    >>> derive_title("The harbour of the old town of Alma was closed on Friday" + " when a storm rose" * 4)
    'The harbour of the old town of Alma was closed on Friday when a storm rose when a storm rose'
    """
    text = paragraph[:_LOOKED_AT]
    end = next((found.end() for found in _SENTENCE_END.finditer(text) if found.end() >= _LEAST), len(text))
    sentence = text[:end].strip()
    if len(sentence) <= _LONGEST:
        return sentence.rstrip(".") or sentence
    return _shortened(sentence)


def _shortened(sentence: str) -> str:
    for ends in (_CLAUSE_END, _PHRASE_START):
        cuts = [end.start() for end in ends.finditer(sentence[: _LONGEST + 1]) if end.start() >= _LEAST]
        if cuts:
            return sentence[: cuts[-1]]
    return sentence[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST]
