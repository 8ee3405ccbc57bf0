"""Words in front matter that begin with a sign which YAML keeps for itself: `title: @harbour`, `title: !!!`.

Programs that write front matter without quotes write such lines, and nothing but the words can be meant: an article has
no use for the anchors, aliases and tags that YAML would take them for. So in the keys whose value is words, they are
read as they are typed, and told of; in all others the article is set aside, since nobody knows what was meant.
"""

import re

from digest.errors import DigestError, Fault, Level
from digest.tools.frontmatter import MAX_SIZE, Parted, part

_KEYS = ("title", "source", "author", "lead", "description", "summary", "standfirst", "section", "category")
_LINE = re.compile(rf"((?:{'|'.join(_KEYS)}):[ \t]{{1,9}})(([!&*@`%])[^\n]*)")


def part_as_typed(text: str, path: str) -> tuple[Parted, tuple[Fault, ...]]:
    """Return the front matter of a normalised text, the text below it, and advice on the words read as typed.

    Raises DigestError as `part` does for anything else that is no YAML.
    """
    advice: list[Fault] = []
    for _ in _KEYS:  # each of them stands there once, or is a fault
        try:
            return part(text, path), tuple(advice)
        except DigestError as error:
            text = _quoted(text, error)
            advice.append(_advice(text, error.fault))
    return part(text, path), tuple(advice)


def _quoted(text: str, error: DigestError) -> str:
    """Return the text with the words of the line at fault between quotes; raise the error where that mends nothing."""
    head = text[:MAX_SIZE].split("\n")
    number = error.fault.line - 1
    found = _LINE.fullmatch(head[number]) if number < len(head) else None
    if found is None:
        raise error
    head[number] = found[1] + "'" + found[2].rstrip().replace("'", "''") + "'"
    return "\n".join(head) + text[MAX_SIZE:]


def _advice(text: str, fault: Fault) -> Fault:
    key, _, words = text[:MAX_SIZE].split("\n")[fault.line - 1].partition(":")
    what = f'{key} begins with "{words.strip()[1]}", which means something else in YAML, and was read as it is typed'
    return Fault(fault.path, fault.line, what, "Put it between quotes", Level.ADVICE, rule="bad-yaml")
