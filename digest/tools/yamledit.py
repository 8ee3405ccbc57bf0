"""Change a value in a piece of YAML and leave the rest as somebody wrote it: the only door of ruamel.yaml.

Every scalar is read as text, since `tools.yamlfile` says what one means: so `0123` is written back as it was typed, and
what is written plain is only what that module reads as this very text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, PlainScalarString, SingleQuotedScalarString

from digest.errors import DigestError
from digest.tools.comments import Span, comments_alone
from digest.tools.yamlfile import read_yaml

Plain = bool | str | list["Plain"] | Mapping[str, "Plain"]

_DASH = re.compile(r"^( *)-( +)", re.MULTILINE)
_KEY = re.compile(r"^([\s-]*[\w'\"]+:)")
_USUAL = ("  ", " ")  # what stands before and after a hyphen where there is no list to go by
_WIDTH = 1_000_000  # signs: no line is ever broken
_QUOTED = (DoubleQuotedScalarString, SingleQuotedScalarString)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: a value is put, or what a list holds is added to or dropped, where it is not so already.

    Or a key, or an item of a list, is taken out with all that it holds.
    """

    verb: Literal["put", "add", "drop", "take"]
    place: tuple[str | int, ...]  # keys, and places in lists from 0: ("merge",), ("split", 0, "articles")
    value: Plain = ""  # a list, to add or to drop; of what is taken out, nothing


def reworked(text: str, change: Change) -> str:
    """Return YAML with one change to it, or with the new key below it; comments, order and quotes stay.

    Raises ValueError where ruamel does not take what our own reader takes.
    """
    try:
        yaml = _yaml(text)
        tree = yaml.load(text) or CommentedMap()
        if shorter := _without_lines(text, tree, change):
            return shorter
        apply(tree, change, _made)
        if not tree:
            return ""
        written = StringIO()
        yaml.dump(tree, written)
        return written.getvalue()
    except YAMLError as error:
        raise ValueError(str(error)) from error


def apply(tree: Any, change: Change, made: Callable[[Plain, Any], Any] = lambda value, _: value) -> None:
    """Make the change to a tree of mappings and lists; `made` makes its node of a new value and of the old one."""
    *way, last = change.place
    for step in way:
        tree = tree[step]
    if change.verb == "take":
        del tree[last]
        return
    old = tree.get(last)
    if change.verb == "put":
        tree[last] = made(change.value, old)
    elif change.verb == "add":
        tree[last] = _longer(old, _listed(change.value), made)
    else:
        tree[last] = _shorter(old, _listed(change.value), made)


def _longer(old: Any, more: list[Any], made: Callable[[Plain, Any], Any]) -> Any:
    new = [value for value in more if value not in _listed(old)]
    if not isinstance(old, list):
        return made([*_listed(old), *new], old)
    old.extend(made(value, None) for value in new)
    return old


def _shorter(old: Any, less: list[Any], made: Callable[[Plain, Any], Any]) -> Any:
    if not isinstance(old, list) or all(item in less for item in old):
        return made([item for item in _listed(old) if item not in less], old)
    for place in reversed(range(len(old))):
        if old[place] in less:
            del old[place]
    return old


def _listed(value: Any) -> list[Any]:
    """Return a list, or the one value that stands in its place."""
    if isinstance(value, list):
        return value
    return [value] if value else []


def _without_lines(text: str, tree: CommentedMap, change: Change) -> str:
    """Return the text less the lines of what is dropped, "" where they are not its own.

    To take an item out of the tree would take along the comments below it.
    """
    *way, last = change.place
    parent: Any = tree
    for step in way:
        parent = parent[step]
    items = parent.get(last) if change.verb == "drop" else None
    if not isinstance(items, CommentedSeq) or items.fa.flow_style():
        return ""
    lines = text.splitlines(keepends=True)
    gone = {items.lc.item(place)[0] for place, item in enumerate(items) if item in _listed(change.value)}
    if len(gone) == len(items):
        head = parent.lc.key(last)[0]
        lines[head] = _KEY.sub(r"\1 []", lines[head], count=1)
    return "".join(line for number, line in enumerate(lines) if number not in gone)


def without(text: str, place: tuple[str | int, ...]) -> str | None:
    """Return YAML less a key, or an item of its list, and all that it holds; the comments among that stay.

    None where it shares its lines with something else: then the tree has to be changed.
    """
    try:
        tree = _yaml(text).load(text)
        spans = [
            Span(each.start_mark.line, each.end_mark.line, each.end_mark.column)
            for each in _yaml(text).scan(text)
            if each.start_mark.index < each.end_mark.index
        ]
    except YAMLError:
        return None
    lines = text.splitlines(keepends=True)
    own = _own_lines(tree, place, lines)
    return None if own is None else comments_alone(lines, own, spans)


def _own_lines(tree: CommentedMap, place: tuple[str | int, ...], lines: Sequence[str]) -> range | None:
    """Return the lines that hold a key or an item and nothing else; None where there are no such lines."""
    key, *rest = place
    if [*tree] != [key] or tree.fa.flow_style():
        return None
    items = tree[key]
    if not rest:
        return range(len(lines))
    if not isinstance(items, CommentedSeq) or items.fa.flow_style():
        return None
    starts = [items.lc.item(number)[0] for number in range(len(items))][int(rest[0]) :][:2]
    alone = all(lines[start].lstrip(" ").startswith("-") for start in starts)
    return range(*[*starts, len(lines)][:2]) if alone else None


class _AsTyped(VersionedResolver):
    """Takes every scalar for text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a node."""
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


def _yaml(text: str) -> YAML:
    """Return a reader and writer that indents lists as `text` does."""
    yaml = YAML()
    yaml.Resolver = _AsTyped
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    found = _DASH.search(text)
    before, after = (found[1], found[2]) if found else _USUAL
    yaml.indent(mapping=2, sequence=len(before) + 1 + len(after), offset=len(before))
    return yaml


def _made(value: Plain, old: Any) -> Any:
    """Return the node of a value: quoted as the old one was, and on one line where the old one was."""
    if isinstance(value, bool):
        return PlainScalarString("true" if value else "false")
    if isinstance(value, str):
        return type(old)(value) if isinstance(old, _QUOTED) else _scalar(value)
    if isinstance(value, Mapping):
        return CommentedMap({key: _made(each, None) for key, each in value.items()})
    items = CommentedSeq(_made(each, None) for each in value)
    if old or not value:
        items.fa.set_flow_style()
    return items


def _scalar(text: str) -> Any:
    try:
        plain = read_yaml(f"key: {text}\n", "").fields("")["key"].value == text
    except DigestError:
        plain = False
    return PlainScalarString(text) if plain else DoubleQuotedScalarString(text)
