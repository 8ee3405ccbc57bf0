"""Bytes to text. A file says nothing of its encoding that can be trusted, so the bytes are asked first.

A byte order mark decides; else UTF-8, which other encodings' text is hardly ever valid as; else what a web page
declares; else Windows-1252, which is what browsers take ISO-8859-1 for (WHATWG Encoding Standard, section 4.2).
"""

import codecs
import re
from collections.abc import Iterable

from digest.tools.text import normalise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_DECLARATION_WITHIN = 4096  # bytes; HTML asks for 1,024
_SAMPLE = 8192  # bytes that tell whether a file is text
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_WESTERN_SHARE = 0.3  # of letters beyond ASCII; Vietnamese and Czech have most, about 0.25
_BINARY_SHARE = 0.02  # of control bytes: text has none, a picture or a program about 10 in a hundred


def decode(content: bytes) -> str | None:
    """Return the text of a file, normalised, or None where it is no text at all."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return normalise(content[len(mark) :].decode(encoding, errors="replace"))
    wide = _wide(content)
    if not wide and _is_binary(content):
        return None
    return normalise(_first_that_fits(content, (wide, "utf-8", _declared(content))) or _guessed(content))


def _first_that_fits(content: bytes, encodings: Iterable[str | None]) -> str | None:
    for encoding in encodings:
        try:
            if encoding:
                return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _guessed(content: bytes) -> str:
    """Return the text as Windows-1252 has it, or, where that looks like no Western language, as its statistics say."""
    western = content.decode("cp1252", errors="replace")
    letters = [sign for sign in western[:_SAMPLE] if sign.isalpha()]
    if sum(not sign.isascii() for sign in letters) <= _WESTERN_SHARE * len(letters):
        return western
    # Only a text in an old encoding of another script needs it: it costs 40 ms to import.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(content).best()
    return str(best) if best else western


def _wide(content: bytes) -> str | None:
    """Return UTF-16 without a mark: every other byte of Western text is then NUL."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most = len(sample) // 4
    if len(sample) >= 4 and max(even, odd) > most and min(even, odd) <= most // 8:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _is_binary(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    return sum(byte in _CONTROLS for byte in sample) > _BINARY_SHARE * len(sample)


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_DECLARATION_WITHIN])
    name = found[1].decode("ascii").lower() if found else ""
    # A codec such as "zip" or "idna" is no encoding of text, and UTF-7 and UTF-16 cannot declare themselves in ASCII.
    return (
        name
        if name.startswith(
            ("iso-8859", "iso8859", "windows-", "cp", "koi8", "big5", "gb", "euc", "shift", "sjis", "latin", "mac")
        )
        else None
    )
