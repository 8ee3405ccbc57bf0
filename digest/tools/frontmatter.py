"""Front matter: a YAML mapping above a text, between two lines of three hyphens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.errors import DigestError, Fault
from digest.tools.yamlfile import Node, read_yaml

MAX_SIZE = 64 * 1024  # signs; the longest honest front matter has a few thousand
_OPENS = re.compile(r"---[ \t]{0,9}\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]{0,9}(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parted:
    """A text parted from its front matter."""

    fields: Mapping[str, Node]  # empty without front matter
    body: str
    first_line: int  # of the body, from 1


def part(text: str, path: str) -> Parted:
    """Return the front matter of a normalised text, and the text below it.

    Raises DigestError with the line where the front matter does not end or is no YAML mapping.
    """
    opens = _OPENS.match(text)
    if opens is None:
        return Parted({}, text, 1)
    closes = _CLOSES.search(text, opens.end(), opens.end() + MAX_SIZE)
    if closes is None:
        what = f"the front matter has no end within {MAX_SIZE // 1024} kB"
        raise DigestError(Fault(path, 1, what, "Close it with a line of three hyphens (---)", rule="bad-yaml"))
    fields = read_yaml(text[opens.end() : closes.start()], path, first_line=2).fields("the front matter")
    return Parted(fields, text[closes.end() :], 1 + text.count("\n", 0, closes.end()))
