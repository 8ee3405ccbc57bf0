"""Find the title of a page's article among all that call themselves so.

The h1 is the title as readers see it, but pages have several, some h1 is the site's name or the last crumb of a trail,
and some have a topic before the title. So an h1 counts where it agrees with what the page says of itself elsewhere, or
where it is the only one that can be meant.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from digest.articles.extract import Found
from digest.articles.web.classnames import name_words
from digest.articles.web.tree import Tree

_AGREEING = 0.5  # Jaccard of the words of two titles that are one, give or take the site's name or a changed word
_MOST_HEADS = 20
_LONGEST = 500  # signs of a heading
_LEAST_WORDS = 3  # of an h1 that is believed alone, and of a title that is believed without its topic
_NO_TITLE = frozenset({"breadcrumb", "breadcrumbs", "logo", "brand", "site-title", "site-name"})
_NO_PART = frozenset(
    {"kicker", "overline", "topic", "eyebrow", "roofline", "label", "hidden", "offscreen", "sr-only", "screen-reader"}
)
_SITE_NAME = re.compile(r"\s+[|–—»·•-]\s+|\s*\|\s*")
_JOINING = (":", "!", "?", "/", ".", ",")  # they make the words before them a part of the title
_WORD = re.compile(r"\w+")
_GLUED = re.compile(r"(?<=[^\W\d_])\x00(?=[^\W\d_])")
_UNSEEN = frozenset({"script", "style", "svg", "template", "noscript"})


def page_title(tree: Tree, meta: Mapping[str, str], headline: str) -> Found | None:
    """Return the title with its origin: "h1", "h2", "json-ld", "meta" or "title-tag"."""
    tag, graph, site = title_tag(tree), meta.get("og:title", ""), meta.get("og:site_name", "")
    said = [text for text in (headline, graph, tag, without_site(tag, site), _SITE_NAME.split(tag)[0]) if text]
    heads = [texts for head in islice(tree.iter("h1"), _MOST_HEADS) if (texts := _texts(head))]
    every = [text for texts in heads for text in texts if text.casefold() != site.casefold()]
    best = max(every, key=lambda text: _agreement(text, said), default="")
    if _agreement(best, said) >= _AGREEING:
        return Found(_without_topic(best, graph, headline), "h1")
    if alone := _alone([texts[0] for texts in heads], tag, site):
        return Found(alone, "h1")
    return _second_head(tree, said) or _said(headline, without_site(graph, site), without_site(tag, site))


def title_tag(tree: Tree) -> str:
    """Return what stands in <title>."""
    return next((" ".join(tag.text_content().split()) for tag in tree.iter("title")), "")


def likeness(one: str, other: str) -> float:
    """Return the Jaccard coefficient of the words of two titles, 0..1."""
    mine, theirs = (set(_WORD.findall(text[:_LONGEST].casefold())) for text in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def without_site(title: str, site: str) -> str:
    """Return the longest part of a title that is not the site's name.

    >>> without_site("Fire at sea – Harbour Post", "Harbour Post"), without_site("Fire | The Harbour Post", "")
    ('Fire at sea', 'The Harbour Post')
    """
    parts = _SITE_NAME.split(title[:_LONGEST])
    return max((part for part in parts if part.casefold() != site.casefold()), key=len, default=title).strip()


def _agreement(text: str, said: Iterable[str]) -> float:
    return max((likeness(text, other) for other in said), default=0.0)


def _said(headline: str, graph: str, tag: str) -> Found | None:
    by_origin = {"json-ld": headline, "meta": graph, "title-tag": tag}
    return next((Found(text, origin) for origin, text in by_origin.items() if text), None)


def _alone(heads: list[str], tag: str, site: str) -> str:
    """Return the one h1 that a page has, though nothing else agrees with it; "" where it may be the site's name."""
    told = f"{tag} {site}".casefold()
    heads = [head for head in heads if len(head.split()) >= _LEAST_WORDS and head.casefold() not in told]
    return heads[0] if len(heads) == 1 else ""


def _second_head(tree: Tree, said: Iterable[str]) -> Found | None:
    """Return the h2 that says what the page says of itself, word for word: the title of pages without an h1."""
    heads = (text for head in islice(tree.iter("h2"), _MOST_HEADS) for text in _texts(head))
    by_words = {tuple(_WORD.findall(text.casefold())): text for text in heads}
    known = (by_words.get(tuple(_WORD.findall(text.casefold()))) for text in said)
    return next((Found(text, "h2") for text in known if text), None)


def _texts(element: Tree) -> tuple[str, ...]:
    """Return the words of a heading, whole and without its topic; nothing if it is a crumb of a trail, or a logo."""
    around = (element, *islice(element.iterancestors(), 2))
    if any(not _NO_TITLE.isdisjoint(name_words(each)) for each in around) or any(map(_is_crumb, element.keys())):
        return ()
    texts = (_words(element), _words(element, _NO_PART))
    return tuple(dict.fromkeys(text for text in texts if text))


def _is_crumb(attribute: str) -> bool:
    return "breadcrumb" in attribute


def _words(element: Tree, without: frozenset[str] = frozenset()) -> str:
    text = "".join(_pieces(element, without))[: _LONGEST * 4]
    return " ".join(_GLUED.sub(" ", text).replace("\x00", "").split())[:_LONGEST]


def _pieces(element: Tree, without: frozenset[str]) -> Iterator[str]:
    """Yield the texts of a heading; between a span and what stands behind it a NUL, since both may be glued."""
    yield element.text or ""
    for child in element:
        if child.tag not in _UNSEEN and without.isdisjoint(name_words(child)):
            yield from _pieces(child, without)
            yield "\x00" if child.tag in {"span", "small", "div"} else ""
        yield child.tail or ""


def _without_topic(head: str, *titles: str) -> str:
    """Return the title that ends the h1 where a topic is set before it: "Politics | Fire", but not "Congo: Fire"."""
    for title in titles:
        topic = head.removesuffix(title).rstrip()
        if len(title.split()) >= _LEAST_WORDS and topic != head and not topic.endswith(_JOINING):
            return title
    return head
