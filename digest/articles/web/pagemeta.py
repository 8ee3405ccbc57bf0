"""Find what a web page says about its article: title, date, authors, source, link.

Every page says it several times: in JSON-LD, in meta tags, in the text. Each rule asks the witnesses in the order in
which they proved right on labelled pages. The h1 is the title as readers see it, but pages have several, and some h1
is the site's name; so it counts where it agrees with what the page says of itself elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from digest.articles.extract import Extract, Found
from digest.articles.web.authors import author_names
from digest.articles.web.isodate import iso_date
from digest.articles.web.jsonld import Linked, read_jsonld
from digest.tools.text import web_link

Tree = Any  # of lxml, which has no type stubs

_AGREEING = 0.5  # Jaccard of the words of two titles that are one, give or take the site's name or a changed word
_DATES = (
    "article:published_time", "datepublished", "og:published_time", "article:published", "date", "dc.date.issued",
    "dc.date", "dcterms.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")
_SOURCES = ("og:site_name", "application-name", "dc.publisher")
_LEADS = ("description", "og:description")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+[|–—»·•-]\s+|\s*\|\s*")
_JOINING = (":", "!", "?", "/", ".", ",")  # they make the words before them a part of the title
_WORD = re.compile(r"\w+")


def read_metadata(tree: Tree) -> Extract:
    """Return what the page says, without a body; what it does not say is None, and never guessed."""
    meta = _meta(tree)
    linked = _ranked(tree, meta.get("og:title", "") or _title_tag(tree))
    article = linked[0] if linked else Linked()
    return Extract(
        (),
        title=_title(tree, meta, article),
        date=_date(tree, meta, linked),
        authors=_authors(meta, article),
        source=_first("meta", (meta.get(name) for name in _SOURCES)) or _first("json-ld", [article.publisher]),
        link=_link(tree, meta),
        lang=_first("meta", (_language(value) for value in tree.xpath("/html/@lang | /html/@xml:lang"))),
        lead=_first("meta", (meta.get(name) for name in _LEADS)),
        section=_first("meta", [meta.get("article:section")]) or _first("json-ld", [article.section]),
    )


def _meta(tree: Tree) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = " ".join(tag.get("content", "").split())
        for key in ("property", "name", "itemprop"):
            if content and tag.get(key):
                found.setdefault(tag.get(key).strip().lower(), content)
    return found


def _ranked(tree: Tree, title: str) -> list[Linked]:
    """Return what the page's JSON-LD describes, first what agrees best with the page's own title."""
    scripts = tree.xpath("//script[@type='application/ld+json']")
    linked = read_jsonld(tuple(script.text or "" for script in scripts))
    return sorted(linked, key=lambda one: -_likeness(one.headline, title))


def _title(tree: Tree, meta: Mapping[str, str], article: Linked) -> Found | None:
    tag = _title_tag(tree)
    said = [text for text in (meta.get("og:title", ""), tag, _without_site(tag), article.headline) if text]
    heads = [" ".join(head.text_content().split()) for head in tree.iter("h1")]
    best = max(heads, key=lambda head: max((_likeness(head, text) for text in said), default=0.0), default="")
    if any(_likeness(best, text) >= _AGREEING for text in said):
        return Found(_without_kicker(best, meta.get("og:title", ""), article.headline), "h1")
    return (
        _first("json-ld", [article.headline])
        or _first("meta", [meta.get("og:title")])
        or _first("title-tag", [_without_site(tag)])
    )


def _without_kicker(head: str, *titles: str) -> str:
    """Return the title that ends the h1 where a topic is set before it: "Politics | Fire", but not "Congo: Fire"."""
    for title in titles:
        topic = head.removesuffix(title).rstrip()
        if len(title.split()) > 2 and topic != head and not topic.endswith(_JOINING):
            return title
    return head


def _title_tag(tree: Tree) -> str:
    return next((" ".join(tag.text_content().split()) for tag in tree.iter("title")), "")


def _without_site(title: str) -> str:
    return max(_SITE_NAME.split(title), key=len)


def _likeness(one: str, other: str) -> float:
    mine, theirs = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _date(tree: Tree, meta: Mapping[str, str], linked: Iterable[Linked]) -> Found | None:
    times = tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    return (
        _first("json-ld", (iso_date(one.published) for one in linked))
        or _first("meta", (iso_date(meta[name]) for name in _DATES if name in meta))
        or _first("meta", (iso_date(time) for time in times))
    )


def _authors(meta: Mapping[str, str], article: Linked) -> tuple[Found, ...]:
    people = (author for author in article.authors if author.casefold() != article.publisher.casefold())
    by_origin = {"json-ld": author_names(people), "meta": author_names(meta[name] for name in _AUTHORS if name in meta)}
    return next((tuple(Found(name, origin) for name in some) for origin, some in by_origin.items() if some), ())


def _link(tree: Tree, meta: Mapping[str, str]) -> Found | None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    return _first("meta", (web_link(link) for link in [*canonical, meta.get("og:url", "")]))


def _language(value: str) -> str | None:
    tag = value.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def _first(origin: str, values: Iterable[str | None]) -> Found | None:
    return next((Found(value, origin) for value in values if value), None)
