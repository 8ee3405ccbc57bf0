"""Judge what an extractor took for body once more: appeals, links to other stories, credits, the title again.

The extractor knows the page's tree; newsrooms put such lines into the article itself, as paragraphs like all others,
so that only their words, or that they are a link as a whole, tell. What is cut here is named, as in scrapes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice

from digest.articles.references import unescaped
from digest.articles.scrape.labels import leads_elsewhere
from digest.articles.web.tree import Tree

Rule = Callable[[str], str | None]  # the name of the rule that cuts a line, or None

_LONGEST = 400  # signs of a title, or an appeal; what is longer is prose
_LINKED_IN = ("p", "li", "h2", "h3", "h4", "h5")
_TITLE, _LINK, _APPEAL = "repeated-title", "related-link", "appeal"
_BULLETS = ("- ", "• ")
_SIGN = re.compile(r"[\W_]+")
_APPEALS = re.compile(
    r"""
    ^(?:
        (?:please\ )?(?:subscribe|sign\ up|register(?=\ (?:now|here|today|free|for|to|with)\b))\b.{0,80}
        \b(?:newsletter|inbox|e-?mail|alerts?|channel|podcast|to|for)\b
      | (?:follow|like|find|join)\ (?:us|him|her|them|me|our|the)\b.{0,80}\b
        (?:facebook|twitter|instagram|whatsapp|telegram|linkedin|youtube|tiktok|on\ x)\b
      | (?:follow|find)\ us\ on\b.{0,80}
      | (?:follow|join)\ [\w .'’-]{2,60}\ on\ (?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube)\b
      | (?:get|receive)\ .{0,80}\b(?:in\ your\ inbox|newsletter|straight\ to\ your)\b
      | (?:for\ more(?!\ than\b)|to\ read\ more|to\ learn\ more|find\ out\ more|click\ here)\b.{0,90}\b
        (?:visit|click|here|follow|sign\ up|subscribe|check\ out|see\ our|read)\b
      | (?:have|got)\ (?:a|any)\ (?:news\ )?(?:tip|story|question)s?\b.{0,160}
      | (?:read|see|watch|listen)\ (?:more|also|next|related)\b.{0,160}
      | (?:more|related|read\ more|also\ read|see\ also|must\ read|watch|recommended)\s?:.{0,200}
      | (?:all\ )?(?:products|items)\ (?:featured|recommended)\b.{0,200}
      | (?:when\ you|if\ you)\ (?:buy|purchase)\b.{0,120}\b(?:commission|affiliate)\b
      | (?:the\ post|this\ (?:article|story|post))\ (?:was\ |has\ been\ |is\ )?(?:first\ |originally\ )?
        (?:appeared|published|syndicated|updated)\b
    )
    | \b(?:contributed\ (?:to|in)|reporting\ for)\ this\ (?:report|article|story)\b.{0,40}$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def no_rule(_: str) -> str | None:
    """Return None: no line gives itself away."""
    return None


def folded(text: str) -> str:
    """Return the letters and digits of `text`, without regard to case: texts that are alike here say the same."""
    return _SIGN.sub("", text.casefold())


def rule_for(tree: Tree, title: str, rule: Rule) -> Rule:
    """Return the rule for the lines of a page; `rule` is asked last."""
    head, links = folded(title), _linked_paragraphs(tree)

    def rule_of(text: str) -> str | None:
        if len(text) > _LONGEST:
            return rule(text)
        key = folded(text)
        if key == head:
            return _TITLE
        return _LINK if key in links else _APPEAL if _appeals(text) else rule(text)

    return rule_of


def _appeals(text: str) -> bool:
    return _APPEALS.search(text) is not None or leads_elsewhere(text)


def plain_lines(lines: Iterable[str]) -> list[str]:
    """Return the lines that are not empty, without their bullets, each with single spaces."""
    plain = (_without_bullet(" ".join(unescaped(line).split())) for line in lines)
    return [line for line in plain if line]


def _linked_paragraphs(tree: Tree) -> frozenset[str]:
    """Return, folded, the paragraphs and headings that are a link to another page as a whole, or stand in one."""
    linked: dict[Tree, list[str]] = defaultdict(list)
    for link in tree.iter("a"):
        if not link.get("href", "#").startswith("#"):
            for outer in islice(link.iterancestors(*_LINKED_IN), 1):
                linked[outer].extend(link.itertext())
            # What stands in a link within a link has been seen with the outer one.
            linked.update((inner, list(inner.itertext())) for inner in link.iter(*_LINKED_IN) if inner not in linked)
    texts = ((folded("".join(element.itertext())), folded("".join(text))) for element, text in linked.items())
    return frozenset(whole for whole, text in texts if whole and whole == text)


def _without_bullet(text: str) -> str:
    return next((text[len(bullet) :].lstrip() for bullet in _BULLETS if text.startswith(bullet)), text)
