"""The lists in a thread's file, item by item."""

from collections.abc import Iterable, Mapping

from digest.errors import DigestError, Fault
from digest.model import Fold, Glance, Reference, Split
from digest.threads.sentences import named
from digest.tools.text import one_line, slug
from digest.tools.yamlfile import Node, as_text

_EXAMPLE = "a-7f3c91d2e4#5 Two boats burnt."


def references(fields: Mapping[str, Node], name: str) -> tuple[Reference, ...]:
    """Return what a list names, or the one name that stands in its place, each with its line."""
    node = fields.get(name)
    if node is None:
        return ()
    nodes: Iterable[Node] = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(Reference(as_text(each, name), each.path, each.line) for each in nodes)


def items(fields: Mapping[str, Node], name: str) -> tuple[Node, ...]:
    """Return the items of a list."""
    node = fields.get(name)
    if node is None or node.value is None:
        return ()
    if not isinstance(node.value, tuple):
        raise node.fault(f"{name} is {node.shown}", "Write a list, each item after a hyphen")
    return node.value


def split(node: Node) -> Split:
    """Return articles that go to a thread of their own."""
    fields = node.fields("an item of split")
    if "into" not in fields:
        raise node.fault("an item of split has no `into`", "Write `into: new-slug` and `articles: [...]`")
    return Split(slug(as_text(fields["into"], "into")), references(fields, "articles"))


def glance(node: Node) -> Glance:
    """Return a line of the curator's own, with what bears it out."""
    fields = node.fields("an item of at_a_glance")
    if "text" not in fields:
        raise node.fault("an item of at_a_glance has no `text`", "Write `text: ...` and `from: [article]`")
    if not references(fields, "from"):
        raise node.fault("an item of at_a_glance has no `from`", "Name what bears it out: `from: [article]`")
    return Glance(one_line(as_text(fields["text"], "text"), limit=1000), references(fields, "from"))


def fold(node: Node) -> Fold:
    """Return sentences that are folded under another one."""
    fields = node.fields("an item of fold")
    if not (into := sentences(fields, "into")):
        raise node.fault("an item of fold has no `into`", f"Name the sentence to fold under: `into: {_EXAMPLE}`")
    if len(into) > 1:
        raise fields["into"].fault("into is a list", "Write one sentence, and an item for each other one")
    return Fold(into[0], sentences(fields, "sentences"))


def sentences(fields: Mapping[str, Node], name: str) -> tuple[Reference, ...]:
    """Return the sentences that a key names; one that is named in another form is a fault."""
    found = tuple(each for each in references(fields, name) if each.name)
    for each in found:
        if named(each.name) is None:
            mend = f"Write its article, its number and its words, as `digest explain` shows them: `{_EXAMPLE}`"
            raise DigestError(
                Fault(each.path, each.line, f'"{each.name[:80]}" names no sentence', mend, rule="bad-value")
            )
    return found
