"""Find the body of a page where the extractor found far too little of it.

Extractors stumble over odd pages: a paywall, a text that is built by a script, a name that they read as an
advertisement. Then two other witnesses are asked: the element that holds most paragraphs, and the text that the page
keeps for search engines. The first of them is heard before the page is pruned too, since the pruning may have erred.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from digest.articles.web.classnames import name_words
from digest.articles.web.tree import Tree, text_size
from digest.tools.tags import paragraphs

_PARAGRAPH = 80  # signs; shorter ones are teasers and buttons as often as text
_LEAST = 600  # signs of paragraphs; with fewer, a page may just be short
_MISSED = 0.5  # of the paragraphs' signs; an extractor that found fewer has missed the article
_MISSED_TEXT = 0.25  # of the text for machines, which may hold more than the article
_LINKED = 0.3  # share of a paragraph's signs in links; a teaser has more
_BODY_TAGS = ("p", "h2", "h3", "h4", "li", "blockquote")
_NOT_WITHIN = frozenset({"comment", "comments", "related", "footer", "sidebar", "teaser", "recommended"})


@dataclass(frozen=True, slots=True)
class Home:
    """The element of a page that holds most paragraphs, if it can be the article's."""

    size: int = 0  # signs of its paragraphs
    texts: tuple[str, ...] = ()  # its paragraphs, subheads and list items


def fullest_home(tree: Tree) -> Home:
    """Return where most paragraphs of a page stand, or an empty home."""
    sizes = _homes(tree)
    home = max(sizes, key=lambda element: sizes[element], default=None)
    if home is None or sizes[home] < _LEAST or not _is_article(home):
        return Home()
    return Home(sizes[home], tuple(_texts(home)))


def rescued(homes: Iterable[Home], body: tuple[str, ...], machine_text: str) -> tuple[str, ...]:
    """Return `body`, or what another witness says in its stead, if that is far more."""
    for home in homes:
        if _size(body) < _MISSED * home.size:
            body = home.texts
    if len(machine_text) >= _LEAST and _size(body) < _MISSED_TEXT * len(machine_text):
        body = paragraphs(machine_text.replace("\n", "<p>")) or body
    return body


def _homes(tree: Tree) -> Mapping[Tree, int]:
    """Return the elements that hold paragraphs, with the signs of those."""
    sizes: dict[Tree, int] = defaultdict(int)
    for paragraph in (each for each in tree.iter("p") if _NOT_WITHIN.isdisjoint(name_words(each))):
        size = text_size(paragraph)
        if size >= _PARAGRAPH and not _is_linked(paragraph, _LINKED * size):
            sizes[paragraph.getparent()] += size
    return sizes


def _is_linked(paragraph: Tree, most: float) -> bool:
    """Tell whether the links of a paragraph have at least `most` signs; one that is nested is counted in each."""
    sizes = accumulate(text_size(link) for link in paragraph.iter("a"))
    return any(size >= most for size in sizes)


def _is_article(home: Tree) -> bool:
    """Return whether an element stands in none that is called something else; one with a headline is the page."""
    called = (each for each in (home, *home.iterancestors()) if not _NOT_WITHIN.isdisjoint(name_words(each)))
    return all(next(each.iter("h1"), None) is not None for each in called)


def _texts(home: Tree) -> Iterator[str]:
    """Yield the paragraphs, subheads and list items of an element; those within others stand in them already."""
    for element in home.iter(*_BODY_TAGS):
        if not _is_within(element, home):
            yield "".join(element.itertext())


def _is_within(element: Tree, home: Tree) -> bool:
    """Return whether an element stands in another one of the body's."""
    outer = next(element.iterancestors(*_BODY_TAGS), None)
    return outer is not None and any(each is home for each in outer.iterancestors())


def _size(texts: Iterable[str]) -> int:
    return sum(map(len, texts))
