"""What is compared of a line that a curator names, and of the lines of an article.

What is copied from a terminal has other white space, other quotation marks or a list's mark before it; none of that
tells one line from another.
"""

import re

QUOTES = "'\""  # as they are folded
_MARKS = re.compile(r"(?:(?:#{1,6}|>|[*•·▪●–-])\s+){1,4}")
_ESCAPE = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")  # how a message prints a sign that cannot be seen
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def folded(text: str) -> str:
    """Return what is compared of a text.

    >>> folded("> “No boat left”, he said."), folded("No   boat")
    ('"Noboatleft",hesaid.', 'Noboat')
    """
    bare = _ESCAPE.sub("", _MARKS.sub("", text.strip(), count=1)).translate(_STRAIGHT)
    return "".join(sign for sign in "".join(bare.split()) if sign.isprintable())


def unquoted(text: str) -> str:
    """Return a folded text without quotation marks."""
    return text.replace(QUOTES[0], "").replace(QUOTES[1], "")
