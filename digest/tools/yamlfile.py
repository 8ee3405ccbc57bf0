"""YAML as a curator means it: read as YAML 1.2 reads it, each value with its line, and the only door of pyyaml.

The tree is built from the parser's events, not by a loader: so `14:05`, `NO`, `on` and `0123` stay what was typed, a
duplicate key is an error, aliases and tags are refused before they can grow (the "billion laughs"), and nothing
recurses. What is so plain that no parser is needed is read by `plainyaml`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

import yaml

from digest.errors import DigestError, Fault
from digest.tools.plainyaml import Plain, Scalar, plain_pairs, scalar

Value = TypeVar("Value")
Other = TypeVar("Other")

_MAX_DEPTH = 20
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # pyyaml may be built without libyaml


class Node(NamedTuple):  # an archive has a million, and a dataclass that is frozen takes twice as long to make
    """A value of a YAML file, and where it stands."""

    value: "Scalar | tuple[Node, ...] | dict[str, Node]"
    path: str
    line: int
    typed: str = ""  # a scalar as the curator typed it

    def fault(self, what: str, mend: str, rule: str = "bad-value") -> DigestError:
        """Return an error that points at this value."""
        return DigestError(Fault(self.path, self.line, what, mend, rule=rule))

    def fields(self, name: str) -> "dict[str, Node]":
        """Return the value as a mapping; an empty value is an empty one."""
        if self.value is None:
            return {}
        if not isinstance(self.value, dict):
            raise self.fault(f"{name} is {self.shown}", "Write `key: value` lines")
        return self.value

    @property
    def shown(self) -> str:
        """Return the value as a message shows it."""
        if isinstance(self.value, dict):
            return "a mapping"
        return "a list" if isinstance(self.value, tuple) else f'"{self.typed[:80]}"'


def read_yaml(text: str, path: str, first_line: int = 1) -> Node:
    """Return the tree of the one document in `text`, whose first line is line `first_line` of the file `path`.

    Raises DigestError with the line for anything that is no plain YAML: syntax, a duplicate key, an alias or a tag.
    """
    if pairs := plain_pairs(text):
        fields = {key: _plain_node(pair, path, first_line) for key, pair in pairs.items()}
        return Node(fields, path, next(iter(fields.values())).line)
    try:
        return _Tree(path, first_line).build(_events(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        what = f"this is no YAML: {error.problem or error.context}"
        raise DigestError(Fault(path, line, what, _mend(text, line - first_line), rule="bad-yaml")) from error
    except yaml.YAMLError as error:
        mend = "Remove signs that cannot be printed"
        raise DigestError(Fault(path, first_line, "this is no YAML", mend, rule="bad-yaml")) from error


def as_text(node: Node, name: str) -> str:
    """Return a scalar as it was typed."""
    if isinstance(node.value, (dict, tuple)):
        raise node.fault(f"{name} is {node.shown}", "Write one value")
    return "" if node.value is None else node.typed


def as_texts(node: Node, name: str) -> tuple[str, ...]:
    """Return a list of scalars, or the one scalar that stands in its place."""
    if isinstance(node.value, tuple):
        return tuple(text for each in node.value if (text := as_text(each, name)))
    text = as_text(node, name)
    return (text,) if text else ()


def as_flag(node: Node, name: str) -> bool:
    """Return true or false."""
    if not isinstance(node.value, bool):
        raise node.fault(f"{name} is {node.shown}", "Write true or false")
    return node.value


def as_number(node: Node, name: str) -> float:
    """Return a number."""
    if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
        raise node.fault(f"{name} is {node.shown}", "Write a number")
    return float(node.value)


def as_choice(node: Node, name: str, choices: tuple[str, ...]) -> str:
    """Return one of `choices`."""
    text = as_text(node, name)
    if text not in choices:
        raise node.fault(f"{name} is {node.shown}", f"Write {', '.join(choices[:-1])} or {choices[-1]}")
    return text


def optional(
    fields: Mapping[str, Node], name: str, read: Callable[[Node, str], Value], otherwise: Other
) -> Value | Other:
    """Return the field `name` as `read` gives it, or `otherwise` where it is missing or empty."""
    node = fields.get(name)
    return otherwise if node is None or node.value is None else read(node, name)


def unknown_keys(fields: Mapping[str, Node], known: tuple[str, ...]) -> tuple[DigestError, ...]:
    """Return an error for each key that is not among `known`, with the likeliest one that was meant."""
    return tuple(
        node.fault(f'the key "{key}" is unknown', did_you_mean(key, known), rule="unknown-key")
        for key, node in fields.items()
        if key not in known
    )


def did_you_mean(key: str, known: tuple[str, ...]) -> str:
    """Return a sentence that names the key that was likely meant, or all that there are."""
    close = get_close_matches(key, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else f"Known are: {', '.join(known)}"


def _mend(text: str, index: int) -> str:
    lines = text.splitlines()
    line = lines[index] if 0 <= index < len(lines) else ""
    if "\t" in line:
        return "Use spaces, not tabs, in front of a key"
    return "Put a value with a colon or a quotation mark in it between quotes"


def _plain_node(pair: Plain, path: str, first_line: int) -> Node:
    line = first_line + pair.line
    if pair.listed:
        return Node(tuple([Node(scalar(each), path, line, each) for each in pair.listed]), path, line)
    return Node(pair.typed if pair.is_quoted else scalar(pair.typed), path, line, pair.typed)


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a text up to its end, as `yaml.parse` does, in half the time."""
    loader = _PARSER(text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            yield event
    finally:
        loader.dispose()


class _Tree:
    """Builds a tree from events; its stack holds the collections that are still open."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.open: list[tuple[int, list[Node], bool]] = []  # line, children (of a mapping: keys and values in turn)
        self.root = Node(None, path, first_line)

    def build(self, events: Iterable[yaml.Event]) -> Node:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):  # as nearly all are
                self._refuse(event)
                is_plain = event.implicit[0] and not event.style  # whose style is "" or None
                value = scalar(event.value) if is_plain else event.value
                self._put(Node(value, self.path, self._line(event), event.value))
            else:
                self._take(event)
        return self.root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._refuse(event)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self.open) >= _MAX_DEPTH:
                raise self._fault(event, f"this is nested deeper than {_MAX_DEPTH}", "Make it flatter")
            self.open.append((self._line(event), [], isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.DocumentStartEvent) and event.explicit and self.root.value is not None:
            raise self._fault(event, "a second document begins here (---)", "Keep one document")

    def _refuse(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            what = "an anchor, an alias or a tag (&, * or !) stands here"
            raise self._fault(event, what, "Write the value itself, between quotes if it begins so")

    def _fault(self, event: yaml.Event, what: str, mend: str) -> DigestError:
        return DigestError(Fault(self.path, self._line(event), what, mend, rule="bad-yaml"))

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def _close(self) -> None:
        line, children, mapping = self.open.pop()
        self._put(Node(self._mapping(children) if mapping else tuple(children), self.path, line))

    def _mapping(self, children: list[Node]) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            name = as_text(key, "a key")
            if name in fields:
                raise key.fault(f'the key "{name}" stands here and in line {fields[name].line}', "Keep one of the two")
            fields[name] = Node(value.value, value.path, key.line, value.typed)
        return fields

    def _put(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node
