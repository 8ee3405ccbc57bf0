"""Text as text: made safe at the door, cut into words, turned into slugs. There is no news in it.

Every article is hostile. What could break a feed (C0 controls, unpaired surrogates), hide words (zero-width signs) or
turn a line round (bidirectional overrides) is taken out once, here, so that no later stage needs to think of it.
"""

import re
import unicodedata
from hashlib import blake2b
from itertools import groupby, islice
from urllib.parse import quote, urlsplit

SENTENCE_ENDS = ".!?…。！？｡؟۔।॥"  # of every script; what follows may close a quotation
SLUG_LENGTH = 60  # signs; long enough to tell what a page is about, short enough to be read out
_TITLE_LENGTH = 300  # signs; the longest honest headlines have about 200
_LINK_LENGTH = 2_000  # signs; what every browser takes

_LINE_ENDS = re.compile(r"\r\n?")
_SPACE_LIKE = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Joiners (U+200C, U+200D) and the plain direction marks stay: Persian, Hindi and emoji are misspelt without them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff0-\uffff\ud800-\udfff]"
)
# What may be accents, without end, on one letter; they begin at U+0300, for which re can look quickly. A range of
# all signs from there on says the same, and takes forty times as long to compile.
_MANY_MARKS = re.compile(r"[^\x00-\u02ff][^\w\s!-~]{30,}")
_MOST_MARKS = 30  # the Stream-Safe Text Format's bound (UAX #15, section 13); no language has more than about 6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SELECTORS = re.compile("[\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # marks that choose how a sign looks
_APOSTROPHES = re.compile("['’‘`´]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_BLANK = re.compile(r"\s")
_PLAIN_SLUG = re.compile("[0-9a-z]+(?:-[0-9a-z]+)*")
_WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))}
)


def normalise(text: str) -> str:
    r"""Return `text` in NFC with \n line ends and without control, zero-width and bidi-override signs.

    The number of lines stays the same, so that a line number still tells a curator where to look.

    >>> normalise("Caf\u0065\u0301\r\nzero\u200bwidth\x00")
    'Café\nzerowidth'
    """
    # Nearly all texts are clean. To see it takes a fifth of the time that looking for each kind of sign does.
    if not _is_clean(text):
        text = _LINE_ENDS.sub("\n", text)
        text = _UNWANTED.sub("", _SPACE_LIKE.sub(" ", text))
    return text if text.isascii() else unicodedata.normalize("NFC", _MANY_MARKS.sub(_few_marks, text))


def _is_clean(text: str) -> bool:
    """Tell whether a text has none of the signs that are taken out or replaced; they cannot be printed, but for two."""
    line = text.replace("\n", " ").replace("\t", " ").replace("\xa0", " ")
    return line.isprintable() and "\ufffc" not in line and "\ufffd" not in line


def _few_marks(found: re.Match[str]) -> str:
    """Return a run of signs with few accents in a row: putting them in order takes quadratic time."""
    runs = groupby(found[0], key=lambda sign: unicodedata.combining(sign) > 0)
    return "".join("".join(islice(signs, _MOST_MARKS) if are_marks else signs) for are_marks, signs in runs)


def one_line(text: str, limit: int = _TITLE_LENGTH) -> str:
    """Return `text`, normalised, on one line with single spaces, cut at a word's end to at most `limit` signs."""
    line = " ".join(normalise(text[: limit * 4]).split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0]


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, in order; an apostrophe within a word belongs to it.

    >>> words("Russia's army said: 10,000 troops")
    ["russia's", 'army', 'said', '10', '000', 'troops']
    """
    return _WORD.findall(text.casefold().replace("’", "'"))


def slug(text: str, otherwise: str = "untitled", limit: int = SLUG_LENGTH) -> str:
    """Return the one form of `text` that may stand in a URL or a file name: words in lower case, hyphens between.

    Letters of every script stay. Never empty, at most `limit` signs, never a name that a file system keeps for itself.

    >>> slug("Kremlin declines to comment on North Korean troops' withdrawal reports")
    'kremlin-declines-to-comment-on-north-korean-troops'
    >>> slug("../../etc/passwd"), slug("CON"), slug("東京の地震"), slug("!!!")
    ('etc-passwd', 'con-page', '東京の地震', 'untitled')
    >>> slug("عبّارة"), slug("हिन्दी समाचार")
    ('عبّارة', 'हिन्दी-समाचार')
    """
    plain = _plain(normalise(text[:1000]))
    if not plain.isascii():
        plain = _plain(plain)  # a mark that stood on an apostrophe stands on a letter now
    line = "-".join(_spaced(plain).split())
    if len(line) > limit:
        line = line[: limit + 1].rsplit("-", 1)[0][:limit].strip("-")
    if line in _WINDOWS_NAMES:
        line += "-page"
    return line or otherwise


def _plain(text: str) -> str:
    """Return `text` in lower case and its plainest form, without apostrophes and marks that choose how a sign looks."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return _SELECTORS.sub("", _APOSTROPHES.sub("", folded))


def _spaced(text: str) -> str:
    """Return `text` with a space for each sign but letters, digits and the marks on them, such as Hindi's vowels."""
    kept = " "
    for sign in text:
        is_part = sign.isalnum() or (kept[-1] != " " and unicodedata.category(sign) in {"Mn", "Mc"})
        kept += sign if is_part else " "
    return kept


def is_slug(text: str) -> bool:
    """Tell whether `text` is what `slug` would make of it; of one in ASCII without making it, as locks are long.

    >>> is_slug("port-amber-fire"), is_slug("東京の地震"), is_slug("Port-Amber"), is_slug("con")
    (True, True, False, False)
    """
    if _PLAIN_SLUG.fullmatch(text) and len(text) <= SLUG_LENGTH:
        return text not in _WINDOWS_NAMES
    return slug(text) == text


def language_tag(text: str) -> str | None:
    """Return a language tag as pages may carry it; None for what is none.

    >>> language_tag("pt_BR"), language_tag("English spoken")
    ('pt-BR', None)
    """
    tag = text.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def primary_language(tag: str) -> str:
    """Return the language of a tag, in lower case, without its region; of "und", no language known, with its script.

    >>> primary_language("en-GB"), primary_language("und-Cyrl")
    ('en', 'und-cyrl')
    """
    tag = tag.lower()
    return tag if tag.startswith("und-") else tag.split("-", 1)[0]


def web_link(text: str) -> str | None:
    """Return `text` as a link that a page may carry: http or https, with a host, without a password; else None.

    >>> web_link(" https://outlet.example/a b ")
    'https://outlet.example/a%20b'
    >>> web_link("javascript:alert(1)"), web_link("https://user:word@outlet.example/")
    (None, None)
    """
    if not text:
        return None
    link = _BLANK.sub(lambda blank: quote(blank[0]), normalise(text).strip().replace("\n", "").replace("\t", ""))
    try:
        parts = urlsplit(link)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return None
    sound = parts.scheme.lower() in {"http", "https"} and parts.hostname and port_is_sound and parts.username is None
    return link if sound and len(link) <= _LINK_LENGTH and not set(link) & set("<>\"'`\\^{|}") else None


def host(link: str) -> str:
    """Return the host of a web link without a leading "www.".

    >>> host("https://www.outlet.example/a")
    'outlet.example'
    """
    return (urlsplit(link).hostname or "").removeprefix("www.")


def fingerprint(*parts: str) -> str:
    """Return ten hexadecimal digits that stand for `parts`, the same on every machine (BLAKE2b, RFC 7693)."""
    return blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=5).hexdigest()


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, for a message.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
