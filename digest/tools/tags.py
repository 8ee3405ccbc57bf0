"""Tell the tags of HTML from its words, in one pass.

A tree is not needed to count how deep a page is nested, or to take the words out of a fragment, and trees are what
hostile pages attack: the standard library's parser needs 20 seconds for 60 kB of `<a <a <a` (Python 3.11), lxml drops
what is nested deeper than 256, nh3 is quadratic in depth. So this is one regular expression whose quantifiers are
possessive: its time is linear in the page, whatever stands there. The price: a tag's place in the tree is unknown.
"""

import html as entities
import re
from collections.abc import Iterator
from itertools import groupby

_TOKEN = re.compile(
    r"""
      <!--.*?(?:--!?>|\Z)                               # a comment that nobody closes hides the rest, as in browsers
    | <(script|style|template|svg|math|title|textarea|iframe|object|noembed|noframes)(?=[\s/>])
      .*?(?:</\1[^>]*+>?|\Z)                            # words that no reader sees
    | <(?P<tag>/?[a-z][^\s/<>]*+)(?:[^<>=]|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>?
    | <[!?/][^>]*+>?                                    # a DOCTYPE, a processing instruction, a broken tag
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# Tags that begin or end a paragraph; all others stand within one.
_BLOCK = re.compile(
    r"""address | article | aside | blockquote | body | button | caption | center | d[dlt] | details | dialog | dir
    | div | fieldset | figcaption | figure | footer | form | h[1-6r] | head | header | html | legend | li | main | menu
    | nav | ol | optgroup | option | p | pre | section | select | summary | table | tbody | tfoot | thead | tr | ul
    | video | audio""",
    re.VERBOSE,
)
_CELLS = frozenset({"td", "th"})
# They hold nothing, or end by themselves, so that a missing end tag nests nothing.
_FLAT = re.compile(
    r"""area | base | br | col | d[dt] | embed | hr | img | input | li | link | meta | option | p | param | source
    | t[dhr] | tbody | tfoot | thead | track | wbr""",
    re.VERBOSE,
)
_HUGE_NUMBER = re.compile(r"&#x?[0-9a-f]{8,}+;?", re.IGNORECASE)  # int() refuses numbers of thousands of digits
_SPACE = re.compile(r"\s+")


def paragraphs(html: str) -> tuple[str, ...]:
    """Return the words of `html`, decoded, a paragraph for each run of them between block tags or double <br>.

    >>> paragraphs("<p>Five <b>dead</b>,<br>police say.<p>More: <a href='/x'>here</a><br><br>a &lt; b")
    ('Five dead, police say.', 'More: here', 'a < b')
    """
    lines = "".join(_lines(html)).split("\n")
    runs = groupby((" ".join(line.split()) for line in lines), key=bool)
    return tuple(" ".join(run) for full, run in runs if full)


def depth(html: str) -> int:
    """Return how deep the elements of `html` are nested, at most; an element that nobody closes holds all that follows.

    >>> depth("<div><p>one<p>two<div><br>three</div></div>")
    2
    """
    deepest = level = 0
    for token in _TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if tag and not _FLAT.fullmatch(tag.removeprefix("/")):
            level = max(0, level - 1) if tag.startswith("/") else level + 1
            deepest = max(deepest, level)
    return deepest


def decode(text: str) -> str:
    """Return `text` with its character references decoded; one that names no character becomes U+FFFD or nothing."""
    return entities.unescape(_HUGE_NUMBER.sub("\ufffd", text))


def _lines(html: str) -> Iterator[str]:
    start = 0
    for token in _TOKEN.finditer(html):
        yield _SPACE.sub(" ", decode(html[start : token.start()]))
        yield _break((token["tag"] or "").lower().removeprefix("/"))
        start = token.end()
    yield _SPACE.sub(" ", decode(html[start:]))


def _break(tag: str) -> str:
    if _BLOCK.fullmatch(tag):
        return "\n\n"
    if tag == "br":
        return "\n"
    return " " if tag in _CELLS else ""
