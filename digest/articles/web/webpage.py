"""Clean a web page: the article's body by trafilatura, its metadata by rules of our own.

Of the extractors that were compared, trafilatura keeps the body best (F1 .93 to .96 on three sets of pages), and its
titles worst. Its quick way is as good as its thorough one once the page is pruned and what it found is judged again,
and needs half the time. It finds nothing in a page without tags or with thousands of nested ones; then the words of the
page go to the cleaner of plain text, which the caller hands over, since the cleaners do not know each other.
"""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

from digest.articles.extract import Extract, Found
from digest.articles.web.leftovers import Rule, no_rule, plain_lines, rule_for
from digest.articles.web.pagemeta import Record, read_metadata
from digest.articles.web.pruning import prune, prune_unseen
from digest.articles.web.readercomments import texts_below_comments, without_comments
from digest.articles.web.rescue import fullest_home, rescued
from digest.articles.web.standfirst import standfirst
from digest.articles.web.tree import Tree
from digest.articles.writtendates import DayOrder
from digest.model import Cut
from digest.tools.tags import paragraphs
from digest.tools.text import normalise

MAX_PAGE = 5_000_000  # characters; the largest news page of 450 had 0.9 million
MAX_DEPTH = 200  # lxml drops, silently, what is nested deeper than 256, and all after it; news pages stay below 120
MAX_ELEMENTS = 30_000  # the largest of those pages had 4,500; a tree takes a hundred times the memory of its page
_TOO_DEEP = f"boolean({'/*' * MAX_DEPTH})"
_TOO_MANY = f"count(//*) > {MAX_ELEMENTS}"
_LINE = re.compile(r"line \d{1,9}")  # the origin of what stands in a line

Cleaner = Callable[[str, int], Extract]


def clean_webpage(
    html: str, first_line: int, fallback: Cleaner, *, order: DayOrder | None = None, rule: Rule = no_rule
) -> Extract:
    """Return the article of a page; what is longer than MAX_PAGE is read up to there.

    A page's lines are not those of its text, so what the extractor leaves out is no cut; what we take from it is.
    `order` tells the day of a date such as 01/02/2025, and `rule` which lines give themselves away as boilerplate.
    """
    _hush()
    html = html[:MAX_PAGE]
    tree = _tree(html)
    if tree is None:
        return _of_words(html, first_line, fallback)
    elements = list(tree.iter())  # lxml makes those that nobody holds anew, each time that the tree is gone through
    record = read_metadata(tree, first_line, order)
    prune_unseen(tree)
    whole = fullest_home(tree)
    prune(tree)
    judge = rule_for(tree, record.extract.title.value if record.extract.title else "", rule)
    lines = plain_lines(rescued((fullest_home(tree), whole), _body(tree), record.text))
    if not lines:
        return _over(_of_words(html, first_line, fallback), record.extract)
    verdicts = without_comments([(text, judge(text)) for text in lines], texts_below_comments(tree, rule))
    article = _judged(tree, record, verdicts, first_line)
    del elements
    return article


def _hush() -> None:
    """Keep trafilatura from telling the terminal what it finds odd in a page: faults are ours to report."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)


def _tree(html: str) -> Tree | None:
    """Return the tree of a page, or None if it is no page, or one that was made to be a burden."""
    # trafilatura takes 250 ms to import, which a build that reads no page, or finds it in the cache, does not pay.
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(html)
    return None if tree is None or tree.xpath(_TOO_DEEP) or tree.xpath(_TOO_MANY) else tree


def _body(tree: Tree) -> tuple[str, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415  # as above

    document: Any = bare_extraction(tree, fast=True, include_comments=False, include_tables=False)
    return tuple((document.text or "").split("\n")) if document else ()


def _of_words(html: str, first_line: int, fallback: Cleaner) -> Extract:
    """Return the article of a page's bare words; their lines are not the file's, so the page's first one is named."""
    found = fallback("\n".join(map(normalise, paragraphs(html))), first_line)
    moved: dict[str, Any] = {
        field.name: _moved(value, first_line)
        for field in fields(found)
        if isinstance(value := getattr(found, field.name), Found)
    }
    return replace(
        found, cuts=tuple(replace(cut, line=first_line) for cut in found.cuts),
        doubts=tuple(replace(doubt, line=first_line) for doubt in found.doubts),
        authors=tuple(_moved(author, first_line) for author in found.authors),
        **moved,
    )  # fmt: skip


def _moved(found: Found, line: int) -> Found:
    return replace(found, origin=_LINE.sub(f"line {line}", found.origin))


def _over(plain: Extract, metadata: Extract) -> Extract:
    """Return `plain` with what the page's record says laid over it."""
    said = {field.name: value for field in fields(metadata) if (value := getattr(metadata, field.name))}
    return replace(plain, **said)


def _judged(tree: Tree, record: Record, verdicts: Sequence[tuple[str, str | None]], first_line: int) -> Extract:
    """Return the article without the lines that a rule cuts, and with its standfirst; but never one without a body."""
    kept = tuple(text for text, why in verdicts if why is None)
    if not kept:
        return replace(record.extract, paragraphs=tuple(text for text, _ in verdicts))
    lead = standfirst(tree, kept, record.descriptions)
    cuts = tuple(Cut(first_line, text, why) for text, why in verdicts if why)
    return replace(record.extract, paragraphs=(lead, *kept) if lead else kept, cuts=cuts)
