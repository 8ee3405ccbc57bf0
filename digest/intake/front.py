"""Front matter put above an article without touching a byte of it.

A file that has front matter keeps its own words, and gets only what it lacks. One that has none, such as a page from
the web, gets a block above it in its own encoding. The encoding of a file is told by its bytes, and a block above could
change what they tell; so the result is decoded again, and where another text came of it, the block names the encoding
in a comment, which is where `decode` looks for it.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.articles.decode import decode
from digest.articles.given import open_front_matter
from digest.intake.outcomes import Refused
from digest.model import Given
from digest.tools.frontedit import edited
from digest.tools.text import one_line
from digest.tools.yamledit import Change, Plain

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_PLAIN = re.compile(r"[^\W\d_][\w ./()'’‘“”–—-]*|https?://[\w./?=&%~+@:;-]*[\w/]|\d{4}-\d\d-\d\d|a-[0-9a-f]{10}")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})  # to some readers of YAML
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes
# What servers say of everything where nobody told them more; a file without a word is read so anyway.
_DEFAULTS = frozenset({"iso-8859-1", "latin-1", "latin1", "windows-1252", "us-ascii", "ascii", "utf-8", "utf8"})
_OLD = (
    "windows-1252", "windows-1251", "koi8-r", "iso-8859-2", "windows-1250", "iso-8859-5", "windows-1253", "iso-8859-7",
    "windows-1255", "windows-1256", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of an article when it is added: by the curator, by a list, by a feed."""

    title: str | None = None
    link: str | None = None
    source: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    lang: str | None = None
    lead: str | None = None
    tags: tuple[str, ...] = ()
    thread: str | None = None
    id: str | None = None

    def fields(self) -> dict[str, str | tuple[str, ...]]:
        """Return what is said, by the keys of front matter in the order in which a curator would write them."""
        author = self.authors[0] if len(self.authors) == 1 else self.authors
        said = {
            "title": self.title, "link": self.link, "source": self.source, "date": self.date, "author": author,
            "lang": self.lang, "lead": self.lead, "tags": self.tags, "thread": self.thread, "id": self.id,
        }  # fmt: skip
        return {key: value for key, value in said.items() if value}


def with_front_matter(content: bytes, word: Word, charset: str | None = None) -> bytes:
    """Return an article file that says what `word` says, where it does not say something else already.

    `charset` is what a server says of its encoding. Raises DigestError where the front matter that is there is faulty,
    Refused where the file is no text.
    """
    text = decode(content)
    if text is None:
        raise Refused("this is no text", "Save the article as text, Markdown or HTML")
    opened = open_front_matter(text, "")
    if opened.first_line > 1:
        return edited(content, "", list(_lacking(opened.given, word)))
    return above(content, word, charset) if word.fields() else content


def above(content: bytes, word: Word, charset: str | None = None) -> bytes:
    """Return `content`, in which no front matter counts, below one of its own."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", _wide(content)))
    body = content[len(mark) :]
    if encoding:
        return mark + _block(word, (), ascii_only=False).encode(encoding) + body
    if _is_utf8(body):
        return _block(word, (), ascii_only=False).encode() + body
    legacy = _legacy(body, charset)
    expected = decode(body if legacy is None else b"<!--charset=" + legacy.encode() + b"-->\n" + body)
    for named in (legacy,) if legacy else (None, *_OLD):
        comment = (f"# charset={named}",) if named else ()
        made = _block(word, comment, ascii_only=True).encode("ascii") + body
        if _ends_with(decode(made), expected, legacy):
            break
    else:
        made = _block(word, (), ascii_only=True).encode("ascii") + body
    return made


def _ends_with(text: str | None, expected: str | None, legacy: str | None) -> bool:
    return legacy is not None or (text is not None and text.endswith(expected or ""))


def _legacy(body: bytes, charset: str | None) -> str | None:
    """Return the encoding that a server names, where the page itself names none that fits and the bytes bear it out."""
    named = _DECLARED.search(body[:_DECLARED_WITHIN])
    own = named[1].decode("ascii").lower() if named else ""
    said = (charset or "").strip(" \"'").lower()
    if (own not in _DEFAULTS and _fits(body, own)) or said in _DEFAULTS:
        return None
    return said if _fits(body, said) else None


def _fits(body: bytes, encoding: str) -> bool:
    try:
        return bool(encoding and isinstance(body.decode(encoding), str))
    except (UnicodeError, LookupError, ValueError):
        return False


def _is_utf8(body: bytes) -> bool:
    return _fits(body, "utf-8")


def _wide(content: bytes) -> str | None:
    """Return which UTF-16 text without a mark is; markup begins with a sign of ASCII, half of which is NUL."""
    if content[1:2] == b"\0" and content[3:4] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == b"\0" and content[2:3] == b"\0" else None


def _lacking(given: Given, word: Word) -> Iterator[Change]:
    """Yield the changes that say what a front matter does not say yet; tags are added to those that are there."""
    for key, value in word.fields().items():
        if key == "tags":
            more: list[Plain] = [tag for tag in word.tags if tag not in given.tags]
            if more:
                yield Change("add", ("tags",), more)
        elif key != "id" and not getattr(given, "authors" if key == "author" else key):
            yield Change("put", (key,), list(value) if isinstance(value, tuple) else value)


def _block(word: Word, comments: tuple[str, ...], *, ascii_only: bool) -> str:
    lines = [f"{key}: {_value(value, ascii_only=ascii_only)}" for key, value in word.fields().items()]
    return "".join(f"{line}\n" for line in ("---", *comments, *lines, "---"))


def _value(value: str | tuple[str, ...], *, ascii_only: bool) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(each, ascii_only=ascii_only) for each in value) + "]"
    line = one_line(value, 2000)
    if _PLAIN.fullmatch(line) and line.lower() not in _WORDS and (line.isascii() or not ascii_only):
        return line
    if ascii_only:
        return '"' + line.encode("unicode_escape").decode("ascii").replace('"', '\\"') + '"'
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
