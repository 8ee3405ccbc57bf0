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

from digest.tools.text import normalise

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


def paragraphs(html: str) -> tuple[str, ...]:
    """Return the words of `html`, decoded, a paragraph for each run of them between block tags or double <br>.

    >>> paragraphs("<p>Five <b>dead</b>,<br>police say.<p>More: <a href='/x'>here</a><br><br>a &lt; b")
    ('Five dead, police say.', 'More: here', 'a < b')
    """
    return tuple(text for _, text in numbered_paragraphs(html))


def numbered_paragraphs(html: str) -> tuple[tuple[int, str], ...]:
    r"""Return the same paragraphs, each with the line of `html`, from 1, in which its first word stands.

    >>> numbered_paragraphs("<p>Five dead.\n<div>\n Police <b>say</b>\nso")
    ((1, 'Five dead.'), (3, 'Police say so'))
    """
    runs = groupby(_lines(html), key=lambda line: bool(line[1]))
    full = [list(run) for has_words, run in runs if has_words]
    return tuple((run[0][0], " ".join(text for _, text in run)) for run in full)


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
    """Return `text` with its character references decoded; one that names no character becomes nothing.

    Where there are any, it is normalised again: what was taken out at the door may be hidden in them.

    >>> decode("Alma&#8217;s &#8238;quay&#0;")
    'Alma’s quay'
    """
    return normalise(entities.unescape(_HUGE_NUMBER.sub("", text))) if "&" in text else text


def _lines(html: str) -> Iterator[tuple[int, str]]:
    """Yield the words between two breaks, often none, with the line of `html` in which the first of them stands."""
    line, first, pieces = 1, 0, list[str]()
    for text, token, end in _pieces(html):
        if not first and text.strip():
            first = line + text.count("\n", 0, len(text) - len(text.lstrip()))
        pieces.append(decode(text))
        line += text.count("\n") + token.count("\n")
        if end == " ":
            pieces.append(end)
        elif end:
            yield first, " ".join("".join(pieces).split())
            yield from ((line, "") for _ in end[1:])
            first, pieces = 0, []
    yield first, " ".join("".join(pieces).split())


def _pieces(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield what stands between two tags as it stands there, the tag behind it, and what that breaks."""
    start = 0
    for token in _TOKEN.finditer(html):
        yield html[start : token.start()], token[0], _break((token["tag"] or "").lower().removeprefix("/"))
        start = token.end()
    yield html[start:], "", ""


def _break(tag: str) -> str:
    if _BLOCK.fullmatch(tag):
        return "\n\n"
    if tag == "br":
        return "\n"
    return " " if tag in _CELLS else ""
