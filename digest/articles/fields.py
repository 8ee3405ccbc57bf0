"""The fields of one front matter, read so that all that is wrong in them is told at once.

A value that is not what its key asks for is taken for missing while the others are read; what it was is a fault, and
an article with one is set aside by `given`. Lines to keep and to cut are fields too: here they are read as typed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from digest.articles.linetexts import folded
from digest.errors import DigestError, Fault
from digest.model import Correction
from digest.tools.text import one_line
from digest.tools.yamlfile import Node, as_text, as_texts, optional

Value = TypeVar("Value")
Other = TypeVar("Other")

MEND_LISTED = "Put the line in single quotes, and write each ' within it twice"
_MOST_CORRECTIONS = 100  # of a kind; each is looked for in all lines
_SHOWN = 80  # signs of a line that a message repeats


class Fields:
    """The fields of a front matter by their names, and the faults that reading them has shown so far."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self.nodes = nodes
        self.faults: list[Fault] = []

    def value(self, name: str, read: Callable[[Node, str], Value], otherwise: Other) -> Value | Other:
        """Return the field `name` as `read` gives it, or `otherwise` where it is missing, empty or at fault."""
        if name not in self.nodes:  # as most
            return otherwise
        try:
            return optional(self.nodes, name, read, otherwise)
        except DigestError as error:
            self.faults.append(error.fault)
            return otherwise

    def line(self, name: str) -> str | None:
        """Return a text on one line."""
        text = self.value(name, as_text, "")
        return one_line(text) or None if text else None

    def lines(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, each once and on one line."""
        lines = (one_line(text) for text in self.value(name, as_texts, ()))
        return tuple(dict.fromkeys(line for line in lines if line))

    def corrections(self, name: str) -> tuple[Correction, ...]:
        """Return the lines of the article that are listed in the field `name`."""
        return tuple(self._corrections(self.value(name, _listed, ()), name))

    def _corrections(self, nodes: Iterable[Node], name: str) -> Iterator[Correction]:
        for node in nodes:
            try:
                text = _as_line(node, name).strip()
            except DigestError as error:
                self.faults.append(error.fault)
                continue
            if text:
                yield Correction(text, node.line)


def contradictions(keep: Iterable[Correction], cut: Iterable[Correction], path: str) -> Iterator[Fault]:
    """Yield a fault for each line that is to be kept and to be cut."""
    cuts: dict[str, int] = {}
    for each in cut:
        cuts.setdefault(folded(each.text), each.line)
    for each in keep:
        if number := cuts.pop(folded(each.text), 0):
            what = f'the line "{each.text[:_SHOWN]}" stands under keep, and in line {number} under cut'
            yield Fault(path, each.line, what, "Keep one of the two", rule="contradiction")


def _listed(node: Node, name: str) -> tuple[Node, ...]:
    nodes = node.value if isinstance(node.value, tuple) else (node,)
    if len(nodes) > _MOST_CORRECTIONS:
        what = f"{name} has more than {_MOST_CORRECTIONS} lines"
        raise node.fault(what, "Save the article as Markdown, in which nothing is judged")
    return nodes


def _as_line(node: Node, name: str) -> str:
    """Return a line of prose: a scalar, or the `key: value` that YAML makes of a line with a colon in it."""
    pairs = list(node.value.items()) if isinstance(node.value, dict) else []
    if len(pairs) == 1 and not isinstance(pairs[0][1].value, (dict, tuple)):
        return f"{pairs[0][0]}: {pairs[0][1].typed}"
    if isinstance(node.value, (dict, tuple)):
        raise node.fault(f"a line of {name} is {node.shown}", MEND_LISTED)
    return as_text(node, name)
