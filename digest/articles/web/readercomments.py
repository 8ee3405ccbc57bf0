"""Cut what readers wrote below an article, on pages whose makers did not name the box of comments.

A heading "Comments" below the prose tells; an extractor drops it, so it is looked for in the page, and what stands
below it among the lines that were found. A mere line "View comments" may be a button within the article, so it tells
only if most of the article stands above it.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from digest.articles.web.leftovers import Rule, folded
from digest.articles.web.tree import Tree

Verdict = tuple[str, str | None]  # a line, and the rule that cuts it

_COMMENTS = "comments"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_TEXTS = ("p", "li", "blockquote", "dd")
_PROSE = 80  # signs; a shorter paragraph may be a label
_LEAST_PROSE = 2  # paragraphs above a heading of comments
_LONGEST, _MOST_PIECES = 5_000, 500  # signs of a text, and pieces; lists that stand in lists would repeat their texts
_MOST_BODY = 0.5  # of the signs above a line that speaks of comments


def texts_below_comments(tree: Tree, rule: Rule) -> frozenset[str]:
    """Return, folded, the texts that stand in a page only below a heading of comments, if prose stands above it."""
    above: list[str] = []
    below: list[str] = []
    prose, found = 0, above
    for is_heading, text in _parts(tree):
        if is_heading and prose >= _LEAST_PROSE and rule(text) == _COMMENTS:
            found = below
        found.append(text)
        prose += not is_heading and len(text) >= _PROSE
    # Few pages have any below, so that few are folded.
    return frozenset(map(folded, below)) - frozenset(map(folded, above)) if below else frozenset()


def without_comments(verdicts: Sequence[Verdict], below: frozenset[str]) -> list[Verdict]:
    """Return the verdicts, with everything cut from the first line on that is known to stand below the body."""
    above, total = 0, sum(len(text) for text, why in verdicts if not why)
    for here, (text, why) in enumerate(verdicts):
        if folded(text) in below or (why == _COMMENTS and above > _MOST_BODY * total):
            return [*verdicts[:here], *((text, why or _COMMENTS) for text, why in verdicts[here:])]
        above += 0 if why else len(text)
    return list(verdicts)


def _parts(tree: Tree) -> Iterator[tuple[bool, str]]:
    """Yield the headings and the texts of a page, in order, and whether each is a heading."""
    for element in tree.iter(*_HEADINGS, *_TEXTS, "div"):
        if element.tag != "div" or len(element) == 0:  # a div with parts is a box
            text = "".join(islice(element.itertext(), _MOST_PIECES))[:_LONGEST]
            yield element.tag in _HEADINGS, " ".join(text.split())
