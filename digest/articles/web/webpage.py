"""Clean a web page: the article's body by trafilatura, its metadata by rules of our own.

Of the extractors that were compared, trafilatura keeps the body best (F1 .93 to .96 on three sets of pages), and its
titles worst. It finds nothing in a page without tags or with thousands of nested ones; then the words of the page go
to the cleaner of plain text, which the caller hands over, since the cleaners do not know each other.
"""

import logging
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from digest.articles.extract import Extract, Found
from digest.articles.web.authors import author_names
from digest.articles.web.pagemeta import read_metadata
from digest.model import Cut
from digest.tools.tags import depth, paragraphs

MAX_PAGE = 5_000_000  # characters; the largest news page of 450 had 0.9 million
MAX_DEPTH = 200  # lxml drops, silently, what is nested deeper than 256, and all after it; news pages stay below 40
_NO_CLOCK = {
    "original_date": True,
    "max_date": "2100-01-01",
}  # else the date found would depend on the day of the build

Cleaner = Callable[[str, int], Extract]


def clean_webpage(html: str, first_line: int, fallback: Cleaner) -> Extract:
    """Return the article of a page; what is longer than MAX_PAGE is read up to there.

    A page's lines are not those of its text, so its boilerplate is no cut; a paragraph that repeats the title is.
    """
    _hush()
    html = html[:MAX_PAGE]
    if depth(html) > MAX_DEPTH:
        return fallback(_words(html), first_line)
    # trafilatura takes 250 ms to import, which a build that reads no page, or finds it in the cache, does not pay.
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(html)
    if tree is None:
        return fallback(_words(html), first_line)
    metadata, body = _completed(read_metadata(tree), tree), _body(tree)
    if not body:
        return _over(fallback(_words(html), first_line), metadata)
    return _without_title(replace(metadata, paragraphs=body), first_line)


def _hush() -> None:
    """Keep trafilatura from telling the terminal what it finds odd in a page: faults are ours to report."""
    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)


def _completed(metadata: Extract, tree: Any) -> Extract:
    """Ask trafilatura for a date and a byline, where the page's own record has none; it reads the visible text."""
    if metadata.date and metadata.authors:
        return metadata
    from trafilatura import extract_metadata  # noqa: PLC0415  # as above

    found = extract_metadata(tree, date_config=_NO_CLOCK)
    date = metadata.date or (Found(found.date, "byline") if found.date else None)
    bylines = tuple(Found(name, "byline") for name in author_names((found.author or "").split(";")))
    return replace(metadata, date=date, authors=metadata.authors or bylines)


def _body(tree: Any) -> tuple[str, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415  # as above

    document: Any = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    lines = (document.text or "").split("\n") if document else []
    return tuple(line for line in (" ".join(line.split()) for line in lines) if line)


def _words(html: str) -> str:
    return "\n".join(paragraphs(html))


def _over(plain: Extract, metadata: Extract) -> Extract:
    """Return `plain` with what the page's record says laid over it."""
    said = {field.name: value for field in fields(metadata) if (value := getattr(metadata, field.name))}
    return replace(plain, **said)


def _without_title(page: Extract, first_line: int) -> Extract:
    title = _folded(page.title.value) if page.title else ""
    kept = tuple(paragraph for paragraph in page.paragraphs if _folded(paragraph) != title)
    cuts = tuple(Cut(first_line, text, "repeated-title") for text in page.paragraphs if _folded(text) == title)
    return replace(page, paragraphs=kept, cuts=cuts) if kept else page


def _folded(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
