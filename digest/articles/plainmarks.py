"""Marks of Markdown that are so plain that their meaning is known without the parser.

The parser takes half a millisecond for an article, most of it for links and emphasis whose form leaves nothing open,
and for lists, quotations and headings that stand alone between blank lines. Their words are read here by patterns that
take them only where nothing around them can have a say; all others are left to the parser.
"""

import re
from collections.abc import Iterator, Sequence

# Each alternative of these begins with a sign of its own, and looks back from there: keep it so, since for a sign the
# search is ten times as fast as for a set of them, or for what may stand before it.
# What the parser reads within a paragraph: two runs of `, emphasis, links, entities, escapes.
_MARK = re.compile(r"`[^`]+`|\*(?=\S).*?[*_]|_(?=\S).*?[*_]|\]\(|~~|\\|&#?\w{1,40};", re.DOTALL)
# No marks within, no title, and nothing before that makes a picture of it.
_LINK = re.compile(r"\[(?<![!\]]\[)([^\[\]*_]+)\]\([^\s()<>\[\]]+\)")
# It opens before a letter behind white space, and closes before white space, or behind a letter before a stop: so no
# mark could do both, and the two belong together whatever other marks there are.
_EMPHASIS = re.compile(
    r"""(\*(?<![^\s(“"]\*)\*?)(?=[^\W_])([^*_]*?(?:[^\s*_](?=\1(?!\S))|[^\W_](?=\1[.,;:!?)”"])))\1"""
)
_BEGINNING = r"""(?:\*\*?)?[\["“‘'(]?[^\W\d_]"""  # of words: no mark that opens another block within this one
_HEADING = re.compile(rf"#{{1,6}} (?={_BEGINNING})[^\n#]+")
_QUOTED = re.compile(rf"(?:> ?(?={_BEGINNING})[^\n]+(?:\n|\Z))+")
_LISTED = re.compile(rf"(?:(?:[-+*]|\d{{1,9}}[.)]) (?={_BEGINNING})[^\n]+(?:\n|\Z))+")


def words_of(paragraph: str) -> str | None:
    """Return the words of a paragraph, with single spaces; None where only the parser knows them.

    >>> words_of("*The [mayor](https://example.org)* spoke."), words_of("3 * 4, **twice**"), words_of("a_b_c")
    ('The mayor spoke.', '3 * 4, twice', None)
    """
    if _MARK.search(paragraph):
        if "`" in paragraph:  # what stands between two of these is code, with links that are none
            return _with_quotations(paragraph)
        paragraph = _LINK.sub(r"\1", paragraph)
        paragraph = _EMPHASIS.sub(r"\2", paragraph) if "*" in paragraph else paragraph
        if _MARK.search(paragraph):
            return None
    return " ".join(paragraph.split())


def _with_quotations(paragraph: str) -> str | None:
    # Wires write quotations ``like this'', which the parser would take for code, and drop their marks.
    is_wire = "''" in paragraph and not _MARK.search(paragraph.replace("``", ""))
    return " ".join(paragraph.split()) if is_wire else None


def texts_of(chunk: str) -> Sequence[tuple[int, str]] | None:
    r"""Return the texts of a heading, a quotation or a list, each with its line of it, from 0; None where in doubt.

    >>> texts_of("- Rain\n- **Snow**"), texts_of("> It\n> rains"), texts_of("- Rain\n  fell")
    ([(0, 'Rain'), (1, 'Snow')], [(0, 'It rains')], None)
    """
    texts = [(line, words_of(text)) for line, text in _bare(chunk)]
    sure = [(line, words) for line, words in texts if words]
    return sure if sure and len(sure) == len(texts) else None


def _bare(chunk: str) -> Iterator[tuple[int, str]]:
    """Yield what stands behind the marks, with its line; nothing where they are not plain."""
    if _HEADING.fullmatch(chunk):
        yield 0, chunk.lstrip("#")
    elif _QUOTED.fullmatch(chunk):
        yield 0, "\n".join(line.removeprefix(">").removeprefix(" ") for line in chunk.split("\n"))
    elif _LISTED.fullmatch(chunk):
        yield from ((number, line.partition(" ")[2]) for number, line in enumerate(chunk.split("\n")))
