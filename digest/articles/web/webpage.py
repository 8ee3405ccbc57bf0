"""Clean a web page: the article's body by trafilatura, its metadata by rules of our own.

Of the extractors that were compared, trafilatura keeps the body best (F1 .93 to .96 on three sets of pages), and its
titles worst. Its quick way is as good as its thorough one once the page is pruned and what it found is judged again,
and needs half the time. It finds nothing in a page without tags or with thousands of nested ones; then the words of the
page go to the cleaner of plain text, which the caller hands over, since the cleaners do not know each other.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

from digest.articles.extract import Extract
from digest.articles.web.leftovers import Rule, no_rule, plain_lines, rule_for
from digest.articles.web.pagemeta import Record, read_metadata
from digest.articles.web.pruning import prune
from digest.articles.web.rescue import rescued
from digest.articles.web.standfirst import standfirst
from digest.articles.writtendates import DayOrder
from digest.model import Cut
from digest.tools.tags import paragraphs
from digest.tools.text import normalise

MAX_PAGE = 5_000_000  # characters; the largest news page of 450 had 0.9 million
MAX_DEPTH = 200  # lxml drops, silently, what is nested deeper than 256, and all after it; news pages stay below 40
MAX_ELEMENTS = 30_000  # the largest of those pages had 4,500; a tree takes a hundred times the memory of its page
_TOO_DEEP = f"boolean({'/*' * MAX_DEPTH})"
_TOO_MANY = f"count(//*) > {MAX_ELEMENTS}"

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
        return fallback(_words(html), first_line)
    record = read_metadata(tree, first_line, order)
    prune(tree)
    judge = rule_for(tree, record.extract.title.value if record.extract.title else "", rule)
    lines = plain_lines(rescued(tree, _body(tree), record.text))
    if not lines:
        return _over(fallback(_words(html), first_line), record.extract)
    return _judged(tree, record, [(text, judge(text)) for text in lines], first_line)


def _hush() -> None:
    """Keep trafilatura from telling the terminal what it finds odd in a page: faults are ours to report."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)


def _tree(html: str) -> Any:
    """Return the tree of a page, or None if it is no page, or one that was made to be a burden."""
    # trafilatura takes 250 ms to import, which a build that reads no page, or finds it in the cache, does not pay.
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(html)
    return None if tree is None or tree.xpath(_TOO_DEEP) or tree.xpath(_TOO_MANY) else tree


def _body(tree: Any) -> tuple[str, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415  # as above

    document: Any = bare_extraction(tree, fast=True, include_comments=False, include_tables=False)
    return tuple((document.text or "").split("\n")) if document else ()


def _words(html: str) -> str:
    return "\n".join(map(normalise, paragraphs(html)))


def _over(plain: Extract, metadata: Extract) -> Extract:
    """Return `plain` with what the page's record says laid over it."""
    said = {field.name: value for field in fields(metadata) if (value := getattr(metadata, field.name))}
    return replace(plain, **said)


def _judged(tree: Any, record: Record, verdicts: Sequence[tuple[str, str | None]], first_line: int) -> Extract:
    """Return the article without the lines that a rule cuts, and with its standfirst; but never one without a body."""
    kept = tuple(text for text, why in verdicts if why is None)
    if not kept:
        return replace(record.extract, paragraphs=tuple(text for text, _ in verdicts))
    lead = standfirst(tree, kept, record.descriptions)
    cuts = tuple(Cut(first_line, text, why) for text, why in verdicts if why)
    return replace(record.extract, paragraphs=(lead, *kept) if lead else kept, cuts=cuts)
