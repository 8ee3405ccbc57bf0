"""Find who wrote the article of a page: what it says to machines, else the byline that readers see.

Machines are often told the outlet's name where the author's should be; that is no author while a byline names people.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from digest.articles.extract import Found
from digest.articles.web.authors import author_names
from digest.articles.web.classnames import name_words
from digest.articles.web.jsonld import Linked
from digest.articles.web.tree import Tree

_META = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")
_BYLINES = frozenset({"author", "authors", "byline", "bylines", "author-name", "byline-name", "reporter"})
_LONGEST = 160  # signs of a byline; what is longer tells the author's life
_MOST = 20  # elements that are looked at, of each kind
_BEHIND = re.compile(r"\s*(?:[|•·]|\s[-–—]\s|(?:Published|Updated|Posted|Follow)\b|\d{1,2}\D|\d{4}).*", re.DOTALL)
_PROFILE = re.compile(r"/(?:authors?|autor(?:en|es|i)?|auteurs?|staff|reporters?|writers?|journalists?|redaktion)/[^/]")
_DIRECTLY_BELOW = 6  # elements behind the title
_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
_LINK = "(?:,| and| AND| &| de| van| von| al| bin)"
_PLAIN = re.compile(rf"(?:By|BY|Von|VON|Par|PAR|Por|POR|Door|DOOR)(?: ?:)? {_NAME}(?:{_LINK}{{0,2}} {_NAME}){{1,9}}")
_FOUND_IN = ("h1", "a", "p", "span", "div", "address", "li", "cite", "strong")


def page_authors(tree: Tree, meta: Mapping[str, str], article: Linked) -> tuple[Found, ...]:
    """Return the authors with the first origin that names people: "json-ld", "meta", "byline"; else the outlet."""
    said = [
        *(Found(name, "json-ld") for name in author_names(article.authors)),
        *(Found(name, "meta") for name in author_names(meta[name] for name in _META if name in meta)),
    ]
    outlets = {name.casefold() for name in (article.publisher, meta.get("og:site_name", "")) if name}
    people = [found for found in said if found.value.casefold() not in outlets] or _seen(tree, outlets) or said
    return tuple(found for found in people if found.origin == people[0].origin)


def _seen(tree: Tree, outlets: Collection[str]) -> list[Found]:
    """Return the names of the first byline that has any: marked, linked, or plain below the title."""
    for texts in (_marked(tree), _called(tree), _linked(tree), _plain(tree)):
        for text in texts:
            names = author_names([_BEHIND.sub("", text, count=1)])
            if people := [Found(name, "byline") for name in names if name.casefold() not in outlets]:
                return people
    return []


def _marked(tree: Tree) -> Iterator[str]:
    names = tree.xpath("//*[@itemprop='author']//*[@itemprop='name']")[:_MOST]
    return _texts([*names, *tree.xpath("//*[@itemprop='author' or @rel='author']")[:_MOST]])


def _called(tree: Tree) -> Iterator[str]:
    named = (element for element in tree.iter(*_FOUND_IN) if not _BYLINES.isdisjoint(name_words(element)))
    return _texts(islice(named, _MOST))


def _linked(tree: Tree) -> Iterator[str]:
    links = tree.xpath(f"(//h1)[1]/following::a[@href][position() <= {_MOST}]")
    return _texts([link for link in links if _PROFILE.search(link.get("href")[:300])])


def _plain(tree: Tree) -> Iterator[str]:
    """Yield the texts directly below the title that are "By" and names: nobody calls them a byline on a plain page."""
    below = _texts(tree.xpath(f"(//h1)[1]/following::*[position() <= {_DIRECTLY_BELOW}]"))
    return (text for text in below if _PLAIN.fullmatch(_BEHIND.sub("", text, count=1)))


def _texts(elements: Iterable[Tree]) -> Iterator[str]:
    for element in elements:
        text = " ".join(" ".join(element.itertext()).split())
        if text and len(text) <= _LONGEST:
            yield text
