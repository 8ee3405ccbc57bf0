"""Find what a web page says about its article: title, date, authors, source, link.

Every page says it several times: in JSON-LD, in meta tags, in the text. Each rule asks the witnesses in the order in
which they proved right on labelled pages, and names the one that it believed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from digest.articles.doubts import date_in_two_ways
from digest.articles.extract import Extract, Found
from digest.articles.references import unescaped
from digest.articles.web.jsonld import Linked, read_jsonld
from digest.articles.web.pageauthors import page_authors
from digest.articles.web.pagedate import page_date
from digest.articles.web.pagetitle import likeness, page_title, title_tag
from digest.articles.web.tree import Tree
from digest.articles.writtendates import DayOrder
from digest.tools.text import language_tag, web_link

_SOURCES = ("og:site_name", "application-name", "dc.publisher")
_LEADS = ("description", "og:description")
_LONGEST_LINK = 2_000  # signs


@dataclass(frozen=True, slots=True)
class Record:
    """What a page says of its article, and what it keeps for machines: the text, and what search engines shall say."""

    extract: Extract  # without a body
    text: str = ""
    descriptions: tuple[str, ...] = ()


def read_metadata(tree: Tree, first_line: int, order: DayOrder | None) -> Record:
    """Return what the page says; what it does not say is None, and never guessed."""
    meta = _meta(tree)
    linked = _ranked(tree, meta.get("og:title", "") or title_tag(tree))
    article = linked[0] if linked else Linked()
    dated = page_date(tree, meta, linked, order)
    return Record(_tidied(Extract(
        (),
        title=page_title(tree, meta, article.headline),
        date=dated.date,
        authors=page_authors(tree, meta, article),
        source=_first("meta", (meta.get(name) for name in _SOURCES)) or _first("json-ld", [article.publisher]),
        link=_link(tree, meta, article),
        lang=_first("meta", map(language_tag, _languages(tree, meta)))
        or _first("json-ld", [language_tag(article.language)]),
        lead=_first("meta", (meta.get(name) for name in _LEADS)),
        section=_first("meta", [meta.get("article:section")]) or _first("json-ld", [article.section]),
        doubts=(date_in_two_ways(first_line, dated.doubtful),) if dated.doubtful else (),
    )), article.body, tuple(meta[name] for name in (*_LEADS, "twitter:description") if name in meta))  # fmt: skip


def _tidied(said: Extract) -> Extract:
    """Return what a page says without what was escaped twice, or was escaped so that it could turn a line round."""
    return replace(
        said, title=_tidy(said.title), source=_tidy(said.source), lead=_tidy(said.lead), section=_tidy(said.section),
        authors=tuple(filter(None, map(_tidy, said.authors))),
    )  # fmt: skip


def _tidy(found: Found | None) -> Found | None:
    value = " ".join(unescaped(found.value).split()) if found else ""
    return replace(found, value=value) if found and value else None


def _meta(tree: Tree) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = " ".join(tag.get("content", "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and tag.get(key):
                found.setdefault(tag.get(key).strip().lower(), content)
    return found


def _ranked(tree: Tree, title: str) -> list[Linked]:
    """Return what the page's JSON-LD describes, first what agrees best with the page's own title."""
    scripts = tree.xpath("//script[@type='application/ld+json']")
    linked = read_jsonld(tuple(script.text or "" for script in scripts))
    return sorted(linked, key=lambda one: -likeness(one.headline, title))


def _link(tree: Tree, meta: Mapping[str, str], article: Linked) -> Found | None:
    """Return the article's own address; a relative one is joined to the page's base, where the page names one."""
    base = next(iter(tree.xpath("//base/@href")), "")
    said = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url", "")]
    return _first("meta", (_absolute(base, link) for link in said)) or _first("json-ld", [_absolute(base, article.url)])


def _absolute(base: str, link: str) -> str | None:
    if not link or max(len(base), len(link)) > _LONGEST_LINK:
        return None
    try:
        return web_link(urljoin(base, link.strip()))
    except ValueError:  # of a host such as "[::"
        return None


def _languages(tree: Tree, meta: Mapping[str, str]) -> list[str]:
    said = [meta.get("og:locale", ""), meta.get("content-language", ""), meta.get("dc.language", "")]
    return [*tree.xpath("/html/@lang | /html/@xml:lang"), *said]


def _first(origin: str, values: Iterable[str | None]) -> Found | None:
    return next((Found(value, origin) for value in values if value), None)
