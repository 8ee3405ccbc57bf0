"""The words of Markdown's blocks, straight from the parser's tokens.

To render a text and take the words out of its HTML again takes as long as to parse it. The tokens tell the same, but
for what is HTML already, or becomes a break within a paragraph: of that only the page itself tells what is one.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

_CELLS = frozenset({"th", "td"})  # of one row, which is one text
_CODE = frozenset({"code_block", "fence"})
_WORDS = frozenset({"text", "text_special", "code_inline"})
_SILENT = frozenset({"em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close", "link_open",
                     "link_close", "image"})  # fmt: skip


class Token(Protocol):
    """What is read of a token of markdown-it-py."""

    type: str
    tag: str
    content: str
    hidden: bool  # a paragraph of a tight list, which has no tags

    @property
    def children(self) -> "Sequence[Token] | None":
        """Return the tokens within a paragraph."""


def texts_of(tokens: Iterable[Token]) -> tuple[str, ...] | None:
    """Return the text of each block, as `digest.tools.tags.paragraphs` finds it; None where only the HTML tells."""
    texts, pieces = list[str](), list[str]()
    for token in tokens:
        if token.type == "inline":
            words = token.content if not token.children else _words(token.children)
            if words is None:
                return None
            pieces.append(words)
        elif token.type == "html_block":
            return None
        elif token.tag in _CELLS:
            pieces.append(" ")
        elif not token.hidden:
            texts += ("".join(pieces), token.content if token.type in _CODE else "")
            pieces = []
    return tuple([text for piece in (*texts, "".join(pieces)) if (text := " ".join(piece.split()))])


def _words(tokens: Iterable[Token]) -> str | None:
    pieces = []
    for token in tokens:
        if token.type in _WORDS:
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append("\n")
        elif token.type not in _SILENT:
            return None
    return "".join(pieces)
