"""Read what the makers of a page call its parts: the words of an element's classes and its id.

They are names that people gave, "article-body__readMore", so they are cut into words, and two words that stand
together make one more: "read", "more", "read-more". In all languages pages are named in English.
"""

import re
from functools import lru_cache
from itertools import pairwise

from digest.articles.web.tree import Tree

_LONGEST = 300  # signs of a list of classes; what stands behind is for the looks
_MOST_WORDS = 8  # of one name
_NONE: frozenset[str] = frozenset()
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def name_words(element: Tree) -> frozenset[str]:
    """Return the words of an element's names, in lower case, and each two that stand together, with a hyphen.

    >>> from lxml.html import fromstring
    >>> sorted(name_words(fromstring('<p class="readMore x2" id="BIO">')))
    ['bio', 'more', 'read', 'read-more', 'x']
    """
    classes, name = element.get("class"), element.get("id")
    if name:
        return _words(classes[:_LONGEST]) | _words(name[:_LONGEST]) if classes else _words(name[:_LONGEST])
    return _words(classes[:_LONGEST]) if classes else _NONE


@lru_cache(maxsize=4096)  # of a pure function: a page names hundreds of elements alike
def _words(names: str) -> frozenset[str]:
    found: set[str] = set()
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)[:_MOST_WORDS]]
        found.update(words)
        found.update(f"{one}-{next_}" for one, next_ in pairwise(words))
    return frozenset(found)
