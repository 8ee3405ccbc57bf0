"""Bytes to text. A file says nothing of its encoding that can be trusted, so the bytes are asked first.

A byte order mark decides; else UTF-8, which other encodings' text is hardly ever valid as; else what a web page
declares; else Windows-1252, which is what browsers take ISO-8859-1 for (WHATWG Encoding Standard, section 4.2). Texts
that were put together from several files may be of two encodings; then each byte is read as what it can be.
"""

import codecs
import re
from collections.abc import Iterable

from digest.articles.mojibake import repaired
from digest.tools.text import normalise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_ODD_BYTE = re.compile("[\udc80-\udcff]")  # as Python writes a byte that is no UTF-8 (PEP 383)
# A part of a letter of another script. Compiled where it is needed, for it takes a millisecond, and few texts do.
_LOST = "(?<=[\u0370-\u1fff\u3040-\ud7ff])[\udc80-\udcff]{1,3}"
_ESCAPED = 0xDC00  # what it adds
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_DECLARATION_WITHIN = 4096  # bytes; HTML asks for 1,024
_ENCODINGS = (
    "iso-8859", "iso8859", "iso_8859", "windows-", "cp", "koi8", "big5", "gb", "euc", "shift", "sjis", "latin", "mac",
)  # fmt: skip
_SAMPLE = 8192  # bytes that tell whether a file is text
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_PLAIN = bytes((*b"\t\n", *range(32, 127)))  # signs of ASCII that stay as they are
_WESTERN_SHARE = 0.3  # of letters beyond ASCII; Vietnamese and Czech have most, about 0.25
_MIXED_SHARE = 0.3  # of what lies beyond ASCII; of a text in another encoding nearly nothing is UTF-8
# What browsers read under the name of an older encoding, which has no curly quotes, or fewer letters.
_NEWER = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "iso_8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932",
    "shift-jis": "cp932", "euc-kr": "cp949",
}  # fmt: skip
_BINARY_SHARE = 0.02  # of control bytes: text has none, a picture or a program about 10 in a hundred


def decode(content: bytes) -> str | None:
    """Return the text of a file, normalised and without mojibake, or None where it is no text at all."""
    if not content.translate(None, _PLAIN):
        return content.decode("ascii")  # nothing in it is to be told or mended
    text = _decoded(content)
    return None if text is None else normalise(repaired(text))


def _decoded(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    wide = _wide(content)
    if not wide and _is_binary(content):
        return None
    return _first_that_fits(content, (wide, "utf-8")) or _halved(content) or _mixed(content) or _declared(content)


def _first_that_fits(content: bytes, encodings: Iterable[str | None]) -> str | None:
    for encoding in encodings:
        try:
            if encoding:
                return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _halved(content: bytes) -> str | None:
    """Return a text of UTF-8 in which signs beyond U+FFFF are written as two halves, as some databases have them."""
    try:
        halves = content.decode("utf-8", errors="surrogatepass").encode("utf-16-le", errors="surrogatepass")
    except UnicodeDecodeError:
        return None
    return halves.decode("utf-16-le", errors="replace")


def _mixed(content: bytes) -> str | None:
    """Return a text of UTF-8 that holds a few bytes of Windows-1252, or was cut off; None where it is no UTF-8."""
    text = content.decode("utf-8", errors="surrogateescape")
    if len(_ODD_BYTE.findall(text)) > _MIXED_SHARE * sum(map(len, _FOREIGN.findall(text))):
        return None
    return _ODD_BYTE.sub(lambda found: _western(bytes([ord(found[0]) - _ESCAPED])), re.sub(_LOST, "", text))


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:_DECLARATION_WITHIN])
    name = found[1].decode("ascii").lower() if found else ""
    # A codec such as "zip" or "idna" is no encoding of text, and UTF-7 and UTF-16 cannot declare themselves in ASCII.
    declared = _NEWER.get(name, name) if name.startswith(_ENCODINGS) else None
    return _first_that_fits(content, [declared]) or _guessed(content)


def _guessed(content: bytes) -> str:
    """Return the text as Windows-1252 has it, or, where that looks like no Western language, as its statistics say."""
    western = _western(content)
    letters = [sign for sign in western[:_SAMPLE] if sign.isalpha()]
    if sum(not sign.isascii() for sign in letters) <= _WESTERN_SHARE * len(letters):
        return western
    # Only a text in an old encoding of another script needs it: it costs 40 ms to import.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(content).best()
    return str(best) if best else western


def _western(content: bytes) -> str:
    """Return bytes as Windows-1252, and those that it gives no sign as Latin-1: mojibake may be made of them."""
    text = content.decode("cp1252", errors="surrogateescape")
    return _ODD_BYTE.sub(lambda found: chr(ord(found[0]) - _ESCAPED), text)


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
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _BINARY_SHARE * len(sample)
