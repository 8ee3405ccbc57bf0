"""Show a curator one article at a glance: what is known and from where, and the text as it came with what was cut.

A line that was cut bears the rule that cut it in the margin; a line of the body has an empty margin. What is kept is
shown whole, and what is cut on one line, for menus are long; so every line, or its beginning up to the "…", can be
copied into `keep:` or `cut:`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.articles.extract import Block
from digest.model import Article
from digest.tools.text import counted

_LABEL = 10  # signs of "language" and two spaces
_NUMBER = 6  # digits of a line's number
_RULE = 16  # signs of "related-heading" and a space
_PAGES = (".html", ".htm")
_ROOM = 24  # signs that are left of a text at least: 20 are needed to find it again


def account(article: Article, blocks: Sequence[Block], slugs: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines of at most `width` columns: doubts, metadata, the article line by line, its dated sentences."""
    yield f"{article.path} ({article.id})"
    for doubt in article.doubts:
        yield from _filled(f"line {doubt.line}: {doubt.what}. {doubt.mend}.", "  ! ", width)
    yield ""
    for label, value, origin in _facts(article, slugs):
        said = f"{value} ({origin})" if value else "not recorded"
        yield from _filled(said, f"  {label:{_LABEL}s}", width)
    yield from ("", _tally(article, blocks), "")
    if not article.paragraphs and not blocks:
        yield from _filled(_why_empty(article.path), "  ", width)
    for block in blocks:
        yield from _shown(block, width)
    yield from ("", f"{counted(len(article.sentences), 'sentence')}, each with the day it speaks of", "")
    yield from _sentences(article, width)


def _facts(article: Article, slugs: Iterable[str]) -> Iterator[tuple[str, object, str | None]]:
    """Yield what is known of an article, and where it was found."""
    origins = article.origins
    yield "title", article.title, origins.title
    yield "date", article.published, origins.date
    yield "authors", ", ".join(article.authors), origins.authors
    yield "source", article.source, origins.source
    yield "wire", article.wire, origins.wire
    yield "section", article.section, origins.section
    yield "lead", article.lead, origins.lead
    yield "link", article.link, origins.link
    yield "language", article.lang, origins.lang
    yield "thread", ", ".join(slugs), "front-matter" if article.thread else "threads.lock, or proposed"
    if article.excerpt:
        yield "text", "only the summary that the feed gives", "feed"


def _tally(article: Article, blocks: Iterable[Block]) -> str:
    cuts = counted(sum(block.rule is not None for block in blocks), "line")
    return f"the article as it came: {counted(len(article.paragraphs), 'paragraph')} kept, {cuts} cut"


def _why_empty(path: str) -> str:
    if path.lower().endswith(_PAGES):
        return (
            "nothing stayed, since the page holds no words for readers: scripts may put them there only in a browser. "
            "Save the page from there once its text is to be seen, or put the text itself in."
        )
    return "nothing stayed, since no text stands here."


def _shown(block: Block, width: int) -> Iterable[str]:
    margin = f"{block.line:{_NUMBER}d}  {block.rule or '':{_RULE}s}  "
    if block.rule is None:
        return _filled(block.text, margin, width)
    return (margin + _short(block.text, width - len(margin)),)


def _sentences(article: Article, width: int) -> Iterator[str]:
    for number, sentence in enumerate(article.sentences):
        when = sentence.when
        why = f', from "{when.expression}"' if when and when.expression else ""
        margin = f"  #{number:<3d}  {when.value if when else 'no day':10s}{why}  "
        yield margin + _short(sentence.text, width - len(margin))


def _filled(text: str, margin: str, width: int) -> Iterator[str]:
    """Yield a text in lines, the margin before the first and as much space before the others."""
    # textwrap is quadratic in the length of a word, and a hostile one has a million signs.
    room = width - len(margin)
    lines = re.findall(rf"\S(?:.{{0,{room - 1}}}(?<!\s)(?=\s|\Z)|\S{{{room - 1}}})", text) or [""]
    yield from (f"{margin if not number else ' ' * len(margin)}{line}".rstrip() for number, line in enumerate(lines))


def _short(text: str, room: int) -> str:
    room = max(room, _ROOM)
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
