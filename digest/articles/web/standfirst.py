"""Find the standfirst: the sentences between the title and the text that say what the story is about.

Extractors drop it with the other small parts of a page's head. It is known by two witnesses together: the page's makers
call it so, and it says what the page tells search engines of the article. Either alone is often wrong: outlets call
their teasers "excerpt" too, and what they tell search engines may be the first paragraph.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from digest.articles.references import unescaped
from digest.articles.web.classnames import name_words
from digest.articles.web.leftovers import folded
from digest.articles.web.tree import Tree

_CALLED = frozenset(
    """
    dek deck standfirst subtitle sub-title subtitles subhead subheadline sub-headline subheading sub-heading excerpt
    lead lede leadtext leadin strapline stand summary preface intro introduction abstract teaser description vorspann
    ingress chapo bajada entradilla bajadas sommario occhiello tagline excerpts hero-excerpt
    """.split()
)
_TAGS = ("p", "h2", "h3", "h4", "div", "span", "strong", "li")
_SHORTEST, _LONGEST = 25, 700  # signs
_HEAD = 60  # signs by which the first paragraph is known in the page
_SAID, _TOLD = 0.7, 0.35  # shares of words: of the standfirst in the description, and the other way round
_MOST = 300  # elements that are looked at; a standfirst stands in the head of the page
_WORD = re.compile(r"\w+")


def standfirst(tree: Tree, body: Sequence[str], descriptions: Iterable[str]) -> str | None:
    """Return the standfirst that stands in the page above its body, if the body lacks it."""
    told = [set(_WORD.findall(text.casefold())) for text in descriptions]
    known = {folded(paragraph) for paragraph in body}
    named = (text for text in _named(tree) if _agrees(text, told) and folded(text) not in known)
    found = next(named, None)
    return found if found and body and _is_above(tree, found, body[0]) else None


def _named(tree: Tree) -> Iterator[str]:
    elements = (element for element in islice(tree.iter(*_TAGS), _MOST) if _is_called(element))
    for element in elements:
        text = " ".join(unescaped("".join(element.itertext())).split())
        if _SHORTEST <= len(text) <= _LONGEST:
            yield text


def _is_called(element: Tree) -> bool:
    """Return whether an element is called a standfirst, or is a paragraph of one that is."""
    called = (element, element.getparent()) if element.tag == "p" else (element,)
    return any(not _CALLED.isdisjoint(name_words(each)) for each in called)


def _agrees(text: str, told: Iterable[set[str]]) -> bool:
    words = set(_WORD.findall(text.casefold()))
    shared = ((len(words & others), len(others)) for others in told if others and words)
    return any(both > _SAID * len(words) and both > _TOLD * others for both, others in shared)


def _is_above(tree: Tree, text: str, first: str) -> bool:
    page = folded("".join(tree.itertext()))
    place = page.find(folded(text))
    return 0 <= place < page.find(folded(first)[:_HEAD], place + 1)
