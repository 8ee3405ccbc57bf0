"""Markdown: what a curator wrote or pasted by hand is trusted, so nothing is classified and nothing judged.

Only a heading of the first level at the very top is taken out of the body: it is the title, or repeats the one that
front matter gives. Where front matter gives another title, the heading is the curator's own and stays.

Most news holds no mark of Markdown but the blank lines between its paragraphs. Those are parted here, and only a
paragraph with a mark within goes to the parser, which takes ten times as long; a text in which a mark begins a line
goes there whole, since what such a line means depends on its neighbours.
"""

import re
from collections.abc import Iterator, Sequence

from digest.articles.extract import Block, Extract, Found, cuts_of, paragraphs_of
from digest.tools.markup import MAX_MARKDOWN, markdown_blocks
from digest.tools.text import one_line, words

_HASHED = re.compile(r"\s{0,99}# {1,9}(?P<title>[^\n]{1,500}?)[ #]{0,9}(?:\n|\Z)")
_UNDERLINED = re.compile(r"\s{0,99}(?P<title>[^\s#>*`~=-][^\n]{0,500}?) {0,9}\n={1,500} {0,9}(?:\n|\Z)")
_BEGINNINGS = (3, 1)  # words by which a block is found again in its text
_FAR = 500  # words that are searched for a block
# What makes more of lines than a paragraph: lists, headings, quotes, rules, tables, code, addresses of links, HTML.
_BLOCK_MARK = re.compile(
    r"\n(?: {0,3}(?:[>#\[|~]|```|[-+*](?:[ \n]|\Z)|\d{1,9}[.)](?:[ \n]|\Z)|[-=*_:|][-=*_:| ]*$)| {4})",
    re.MULTILINE,
)
_TAG = re.compile(r"<[A-Za-z/!?]")
# What the parser reads within a paragraph: two runs of `, emphasis, links, entities, escapes.
_MARK = re.compile(r"`[^`]+`|[*_](?=\S).*?[*_]|\]\(|~~|\\|&#?\w{1,40};", re.DOTALL)
_PARAGRAPH = re.compile(r"^ {0,3}[^ \n][^\n]*(?:\n *[^ \n][^\n]*)*", re.MULTILINE)


def clean_markdown(text: str, first_line: int = 1, known_title: str | None = None) -> Extract:
    """Return the blocks of a Markdown text, and its title if it begins with one; `known_title` is not looked for."""
    heading = _HASHED.match(text) or _UNDERLINED.match(text)
    title = one_line(" ".join(markdown_blocks(heading["title"]))) if heading else ""
    if heading is None or not title or (known_title and words(known_title) != words(title)):
        return _extract(_blocks(text, first_line))
    line, below = (first_line + text.count("\n", 0, place) for place in (heading.start("title"), heading.end()))
    cut = Block(line, heading["title"], "title")
    return _extract((cut, *_blocks(text[heading.end() :], below)), Found(title, f"line {line}"))


def _extract(blocks: Sequence[Block], title: Found | None = None) -> Extract:
    return Extract(paragraphs_of(blocks), cuts_of(blocks), title=title, blocks=tuple(blocks))


def _blocks(text: str, first_line: int) -> tuple[Block, ...]:
    if len(text) <= MAX_MARKDOWN and not _has_blocks(text):
        return tuple(_plain_blocks(text, first_line))
    paragraphs = markdown_blocks(text)
    lines = _lines(text, paragraphs)
    return tuple(Block(first_line + line, words_, None) for line, words_ in zip(lines, paragraphs, strict=True))


def _has_blocks(text: str) -> bool:
    return bool("\t" in text or _TAG.search(text) or _BLOCK_MARK.search(f"\n{text}"))


def _plain_blocks(text: str, first_line: int) -> Iterator[Block]:
    """Yield the paragraphs of a text in which no mark begins a line, just as the parser would part it."""
    line, place = first_line, 0
    for found in _PARAGRAPH.finditer(text):
        line, place = line + text.count("\n", place, found.start()), found.start()
        plain = found.group()
        for words_ in markdown_blocks(plain) if _is_marked(plain) else (" ".join(plain.split()),):
            if words_:
                yield Block(line, words_, None)


def _is_marked(paragraph: str) -> bool:
    # Wires write quotations ``like this'', which the parser would take for code, and drop their marks.
    return bool(_MARK.search(paragraph.replace("``", "") if "''" in paragraph else paragraph))


def _lines(text: str, paragraphs: Sequence[str]) -> Iterator[int]:
    """Yield the line, from 0, in which each paragraph begins, as near as its first words tell."""
    numbered = [(word, number) for number, line in enumerate(text.split("\n")) for word in words(line)]
    source = [word for word, _ in numbered]
    place = line = 0
    for paragraph in paragraphs:
        wanted = words(paragraph)
        # What stands between a link's words and those behind it are the words of its address.
        found = next((at for count in _BEGINNINGS if (at := _find(source, wanted[:count], place)) is not None), None)
        if found is not None:
            line = numbered[found][1]
            place = found + len(wanted)
        yield line


def _find(source: Sequence[str], wanted: Sequence[str], place: int) -> int | None:
    """Return where `wanted` stands next, from `place` on; nearly always at once, so that nothing is copied before."""
    end = min(place + _FAR, len(source))
    places = (at for at in range(place, end) if source[at] == wanted[0]) if wanted else ()
    return next((at for at in places if source[at : at + len(wanted)] == wanted), None)
