"""A text with what is one word written as one: "US" for "U.S.", "nobody" for "no one", "near" for "close to"."""

import re

_CLOSE_TO = re.compile(r"\bclose to\b")
_NO_ONE = re.compile(r"\b([Nn])o[ -]one\b(?! of\b)")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,6}")
IOTA = "\u0345"  # the one sign that is a letter in lower case only


def spelt_out(text: str) -> str:
    """Return a text in which what is one word is written as one: the very same text, where that is so already."""
    if text.count(".") > 1:
        text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    if "o one" in text or "o-one" in text:
        text = _NO_ONE.sub(r"\1obody", text)
    if "close to" in text:
        text = _CLOSE_TO.sub("near", text)
    if text.isascii():
        return text
    folded = text.casefold()
    # A sign of two letters in lower case would move all that follows.
    return text if len(folded) == len(text) else folded


def is_spelt_out(text: str) -> bool:
    """Return whether the words of a text stand in it as they are compared."""
    return spelt_out(text) is text and (text.isascii() or IOTA not in text)
