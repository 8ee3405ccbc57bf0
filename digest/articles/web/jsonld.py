"""Read what a page says about its article in JSON-LD, the form that search engines ask for (schema.org).

Nodes stand in lists, in "@graph", or alone, and may refer to one another by "@id". Pages also describe other articles,
so the node whose headline agrees best with the page's own title is the article's.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digest.tools.tags import decode

_MAX_NODES = 2_000  # a page describes its article among the first few
_ARTICLE_TYPES = ("Article", "Posting", "Report")  # NewsArticle, LiveBlogPosting, ...
_PAGE_TYPES = ("WebPage", "ItemPage")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """An article as JSON-LD describes it; "" where it says nothing."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    section: str = ""
    language: str = ""
    url: str = ""
    body: str = ""  # its lines and its tags stand as they came


def read_jsonld(scripts: tuple[str, ...]) -> tuple[Linked, ...]:
    """Return what the scripts describe, articles before mere pages; a script that is no JSON is passed over."""
    nodes = [node for script in scripts for node in _nodes(script)][:_MAX_NODES]
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _is_a(node, _ARTICLE_TYPES)]
    return tuple(_linked(node, known) for node in articles + [node for node in nodes if _is_a(node, _PAGE_TYPES)])


def _nodes(script: str) -> Iterator[Node]:
    try:
        waiting = [json.loads(script.strip().removesuffix(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MAX_NODES]
        elif isinstance(value, dict):
            yield value
            waiting[:0] = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _is_a(node: Node, types: tuple[str, ...]) -> bool:
    return any(isinstance(kind, str) and kind.endswith(types) for kind in _listed(node.get("@type")))


def _linked(node: Node, known: Mapping[str, Node]) -> Linked:
    return Linked(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        authors=tuple(name for author in _listed(node.get("author")) if (name := _name(author, known))),
        publisher=next((name for one in _listed(node.get("publisher")) if (name := _name(one, known))), ""),
        section=next((text for one in _listed(node.get("articleSection")) if (text := _text(one))), ""),
        language=_text(node.get("inLanguage")),
        url=_text(node.get("url")),
        body=body if isinstance(body := node.get("articleBody"), str) else "",
    )


def _name(value: object, known: Mapping[str, Node]) -> str:
    if isinstance(value, dict):
        value = value.get("name") or known.get(str(value.get("@id")), {}).get("name")
        return next((_text(one) for one in _listed(value)), "")
    return _text(value)


def _text(value: object) -> str:
    return " ".join(decode(value).split()) if isinstance(value, str) else ""


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
