"""Markdown: what a curator wrote or pasted by hand is trusted, so nothing is classified and nothing judged.

Only a heading of the first level at the very top is taken out of the body: it is the title, or repeats the one that
front matter gives. Where front matter gives another title, the heading is the curator's own and stays.

Most news holds few marks of Markdown but the blank lines between its paragraphs. A text is parted there, and only what
no pattern can be sure of goes to the parser, which takes ten times as long: a paragraph alone, lines that a mark begins
with their neighbours, which have a say in what they mean, and a text with a mark that reaches beyond them whole.
"""

import re
from collections.abc import Iterator, Sequence

from digest.articles.extract import Block, Extract, Found, cuts_of, paragraphs_of
from digest.articles.plainmarks import texts_of, words_of
from digest.tools.markup import MAX_MARKDOWN, markdown_blocks
from digest.tools.text import one_line, words

_HASHED = re.compile(r"\s{0,99}# {1,9}(?P<title>[^\n]{1,500}?)[ #]{0,9}(?:\n|\Z)")
_UNDERLINED = re.compile(r"\s{0,99}(?P<title>[^\s#>*`~=-][^\n]{0,500}?) {0,9}\n={1,500} {0,9}(?:\n|\Z)")
_BEGINNINGS = (3, 1)  # words by which a block is found again in its text
_FAR = 500  # words that are searched for a block
# What makes more of lines than a paragraph: lists, headings, quotes, rules, tables, code, HTML.
_BLOCK_MARK = re.compile(
    r"\n(?: {0,3}(?:[>#|~]|```|[-+*](?:[ \n]|\Z)|\d{1,9}[.)](?:[ \n]|\Z)|[-=*_:|][-=*_:| ]*$)| {4})",
    re.MULTILINE,
)
_OPEN_BRACKET = re.compile(r"^ {0,3}\[", re.MULTILINE)  # which may be the label of an address
# What has a say beyond a blank line: code between fences, addresses of links that stand elsewhere.
_REACHES_ON = ("``", "~~~", "]:")
_TAG = re.compile(r"<[A-Za-z/!?]")
_CHUNK = re.compile(r"^ *[^ \n][^\n]*(?:\n *[^ \n][^\n]*)*", re.MULTILINE)  # lines up to a blank one


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
    if len(text) > MAX_MARKDOWN or _is_one(text):
        return tuple(_parsed(text, first_line))
    return tuple(_parted(text, first_line))


def _is_one(text: str) -> bool:
    """Tell whether what a chunk of the text means may depend on others that do not stand next to it."""
    if "\t" in text or _TAG.search(text):
        return True
    reaches_on = any(mark in text for mark in _REACHES_ON)
    return reaches_on and bool(_BLOCK_MARK.search(f"\n{text}") or _OPEN_BRACKET.search(text))


def _parsed(text: str, first_line: int) -> Iterator[Block]:
    paragraphs = markdown_blocks(text)
    for line, words_ in zip(_lines(text, paragraphs), paragraphs, strict=True):
        yield Block(first_line + line, words_, None)


def _parted(text: str, first_line: int) -> Iterator[Block]:
    """Yield the blocks of a text in which only neighbours have a say in what a chunk means, as the parser parts it."""
    line, place = first_line, 0
    run: list[re.Match[str]] = []  # of chunks with marks, one behind the other
    for found in _CHUNK.finditer(text):
        # What stands behind marks and is indented belongs to them.
        is_marked = _BLOCK_MARK.search(f"\n{found.group()}") or (run and found.group().startswith(" "))
        if run and not is_marked:
            line, place = line + text.count("\n", place, run[0].start()), run[0].start()
            yield from _marked_blocks(run, line)
            run = []
        if is_marked:
            run.append(found)
        else:
            line, place = line + text.count("\n", place, found.start()), found.start()
            yield from _paragraph_blocks(found.group(), line)
    if run:
        yield from _marked_blocks(run, line + text.count("\n", place, run[0].start()))


def _marked_blocks(run: Sequence[re.Match[str]], line: int) -> Iterator[Block]:
    text, start = run[0].string, run[0].start()
    sure = [texts for chunk in run if (texts := texts_of(chunk.group()))]
    if len(sure) < len(run):
        yield from _parsed(text[start : run[-1].end()], line)
        return
    for chunk, texts in zip(run, sure, strict=True):
        line, start = line + text.count("\n", start, chunk.start()), chunk.start()
        for number, words_ in texts:
            yield Block(line + number, words_, None)


def _paragraph_blocks(paragraph: str, line: int) -> Iterator[Block]:
    sure = words_of(paragraph)
    for words_ in markdown_blocks(paragraph) if sure is None else (sure,):
        if words_:
            yield Block(line, words_, None)


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
