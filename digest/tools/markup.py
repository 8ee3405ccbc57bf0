"""Turn Markdown and foreign HTML into safe markup: the only door of markdown-it-py and nh3, and of `Markup`.

Markdown is rendered without raw HTML, and everything goes through nh3 last, whatever it was: a page is safe because
of this module alone, not because of what its authors meant. nh3 is quadratic in depth, so what is nested deeper than
any text needs loses its tags and keeps its words. markdown-it-py takes up to 15 seconds for a million signs such as
"![", so a Markdown text that is longer than any article becomes plain paragraphs too, with its marks as they stand.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from urllib.parse import urlsplit

from markupsafe import Markup

from digest.tools.tags import depth, paragraphs
from digest.tools.text import normalise
from digest.tools.tokens import Token, texts_of

MAX_MARKUP = 1_000_000  # characters; a note of a curator has some thousand
MAX_MARKDOWN = 250_000  # characters; the longest reports have 100,000, and the worst of this length take 3 seconds
MAX_DEPTH = 100  # elements; beyond, nh3 slows down, and no text is written so
_MAX_NESTING = 20  # Markdown's lists and quotes within one another; its parser is recursive
_WITH_HTML = {"maxNesting": _MAX_NESTING, "html": True}
_SCHEMES = {"http", "https", "mailto"}
_UNWANTED = {"area", "map"}  # click maps: nothing that text needs
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# The signs with which one of the parser's rules for words begins, but for the end of a line.
_MEANING = re.compile(r"[\\`~*_\[<&]")
_ENTITY = re.compile(r"&#?\w{1,40};")  # in which a sign may be hidden that no text keeps


def markdown_blocks(text: str) -> tuple[str, ...]:
    r"""Return the plain text of each paragraph, heading, list item, code block and table row, in order.

    Raw HTML and links lose their tags and keep their words; an image leaves nothing. What is longer than MAX_MARKDOWN
    is parted at its blank lines alone, and keeps its marks.

    >>> markdown_blocks("# Fire\n\n*Two* boats\n[burnt](https://example.org).\n\n- One\n- Two")
    ('Fire', 'Two boats burnt.', 'One', 'Two')
    """
    if len(text) > MAX_MARKDOWN:
        return _parted(text)
    # Text that was normalised before stays so among tags, unless something in it is yet to be decoded.
    found = texts_of(_reader()(text)) if not _ENTITY.search(text) and normalise(text) == text else None
    texts = paragraphs(normalise(_page()(text))) if found is None else found
    return tuple(map(normalise, texts))  # a letter and its accent may have had a mark between them


def markdown_to_markup(text: str) -> Markup:
    r"""Return the curator's Markdown as safe HTML; raw HTML in it is shown as it was typed.

    What is longer than MAX_MARKDOWN becomes plain paragraphs.

    >>> markdown_to_markup("See *this*: <script>x</script>")
    Markup('<p>See <em>this</em>: &lt;script&gt;x&lt;/script&gt;</p>\n')
    """
    return sanitise(normalise(_writer()(text))) if len(text) <= MAX_MARKDOWN else _plain(_parted(text))


def sanitise(html: str) -> Markup:
    """Return `html` with all that could run, load or frame something taken out; the only way from HTML to `Markup`.

    What is longer than MAX_MARKUP or deeper than MAX_DEPTH becomes plain paragraphs.

    >>> sanitise('<p onclick="x()">Hi <a href="javascript:x()">you</a><script>x()</script></p>')
    Markup('<p>Hi <a rel="noopener noreferrer">you</a></p>')
    """
    if len(html) > MAX_MARKUP or depth(html) > MAX_DEPTH:
        return _plain(paragraphs(html))
    return Markup(_cleaner()(html))  # noqa: S704  # nh3 made it safe


def _parted(text: str) -> tuple[str, ...]:
    return tuple(words for part in _BLANK_LINE.split(text) if (words := " ".join(part.split())))


def _plain(texts: Iterable[str]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>\n").format(text) for text in texts)


@cache
def _writer() -> Callable[[str], str]:
    # markdown-it-py takes 35 ms to import, which a warm build does not pay.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("js-default", {"maxNesting": _MAX_NESTING}).render


@cache
def _reader() -> Callable[[str], Sequence[Token]]:
    """Return what parses Markdown for its words alone."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # as above
    from markdown_it.rules_core import StateCore  # noqa: PLC0415

    def parse_words(state: StateCore) -> None:
        # The parser's own rule reads what stands in every block, also where no sign in it has a meaning.
        for token in state.tokens:
            if token.type == "inline" and _MEANING.search(token.content):
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)

    markdown = MarkdownIt("js-default", _WITH_HTML)
    markdown.core.ruler.at("inline", parse_words)
    setattr(markdown, "validateLink", _is_link)  # noqa: B010  # mypy: a method
    setattr(markdown, "normalizeLink", str)  # noqa: B010  # no address is shown, so that none needs to be encoded
    return markdown.parse


@cache
def _page() -> Callable[[str], str]:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # as above

    markdown = MarkdownIt("js-default", _WITH_HTML)
    setattr(markdown, "validateLink", _is_link)  # noqa: B010  # mypy: a method
    return markdown.render


def _is_link(_url: str) -> bool:
    """Tell that an address is one: links are reduced to their words, and none of any scheme need stay as typed."""
    return True


@cache
def _cleaner() -> Callable[[str], str]:
    import nh3  # noqa: PLC0415  # a warm build needs none of it either

    return nh3.Cleaner(
        tags=nh3.ALLOWED_TAGS - _UNWANTED,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
        attribute_filter=_kept_attribute,
    ).clean


def _kept_attribute(tag: str, name: str, value: str) -> str | None:
    """Keep a page from loading pictures of other hosts: they would see who reads it."""
    return None if tag == "img" and name == "src" and _is_foreign(value) else value


def _is_foreign(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc) or "\\" in url
