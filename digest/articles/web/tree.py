"""The tree of a page, as lxml makes it: its one name, and taking elements out of it.

lxml moves the text behind an element away with it; newsrooms write on behind a link or a box, so that text stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Tree = Any  # a tree or an element of lxml, which has no type stubs


def remove(elements: Iterable[Tree]) -> None:
    """Take elements, in the order of their page, out of its tree, and leave the texts behind them where they are."""
    # Each text is put on once: a text that grew with each of 29,000 elements would take half a minute.
    texts: dict[tuple[Tree, bool], list[str]] = defaultdict(list)
    for element in elements:
        parent, before = element.getparent(), element.getprevious()
        if parent is not None:
            texts[(parent, True) if before is None else (before, False)].append(element.tail or "")
            parent.remove(element)
    for (place, is_within), behind in texts.items():
        if is_within:
            place.text = "".join([place.text or "", *behind])
        else:
            place.tail = "".join([place.tail or "", *behind])


def text_size(element: Tree) -> int:
    """Return how many signs the texts in an element have."""
    return sum(map(len, element.itertext()))


def text_sizes(tree: Tree) -> Mapping[Tree, int]:
    """Return how many signs the texts in each element of a tree have, in linear time however deep they are nested."""
    sizes: dict[Tree, int] = {}
    for element in reversed(list(tree.iter())):
        # The text of a comment or an instruction is none of the page.
        size = len(element.text or "") if isinstance(element.tag, str) else 0
        for part in element:
            size += sizes[part] + len(part.tail or "")
        sizes[element] = size
    return sizes
