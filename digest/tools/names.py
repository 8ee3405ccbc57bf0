"""Names of files as lists of them can hold: a line each, in UTF-8."""

import os
import re

_NO_UTF8 = re.compile("[\ud800-\udfff]")  # how Python writes the bytes of a name that are none
_NO_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # Cc, and what else ends a line for some who read one


def is_utf8(text: str) -> bool:
    """Tell whether a text can be written as UTF-8."""
    return text.isascii() or not _NO_UTF8.search(text)


def written_out(name: str) -> str:
    r"""Return a name as messages say it, with what is no UTF-8 written out.

    >>> print(written_out("caf\udce9.md"))
    caf\xe9.md
    """
    return os.fsencode(name).decode(errors="backslashreplace")


def unlisted(name: str) -> str:
    r"""Return why a name cannot stand in a list of files, "" where it can.

    >>> unlisted("notes\nprivate.txt"), unlisted("ü.txt")
    ('has a line break or another control sign in its name', '')
    """
    if not is_utf8(name):
        return "has a name that is no UTF-8"
    return "has a line break or another control sign in its name" if _NO_LINE.search(name) else ""
