"""YAML so plain that its meaning is known without the parser: lines of `key: words`, quotations and lists of words.

Nearly all front matter is such, and the parser takes four times as long for it. Only what can mean one thing is read
here; one line that might mean more, and the parser reads the whole.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

Scalar = str | int | float | bool | None

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})?\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,2})?")
_CONSTANTS: Mapping[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WORDS = r"[^\W_][\w .'’/&+-]{0,200}"
# Words begin with a letter or a figure, which no sign of YAML is. In them ":" before a space makes a key, "#" behind
# one a comment; a comma or a bracket tells nothing but in a list.
_LINE = re.compile(
    r"([A-Za-z_][A-Za-z0-9_-]{0,60}):(?: +(?:"
    r"""(?P<quoted>"[^"\\]*"|'[^']*') *"""
    rf"|\[(?P<listed>{_WORDS}(?:, {{0,9}}{_WORDS})*)\] *"
    r"|(?P<words>[^\W_][^:#]*(?:(?::(?=\S)|(?<=\S)#)[^:#]*)*)))? *"
)


class Plain(NamedTuple):
    """A key of plain YAML, the line that it stands in, from 0, and its value or its values."""

    line: int
    key: str
    typed: str
    is_quoted: bool = False
    listed: tuple[str, ...] = ()


def plain_pairs(text: str) -> dict[str, Plain]:
    r"""Return the pairs of a mapping by their keys; none where a line of it is not plain, or a key stands there twice.

    >>> [pair.typed or pair.listed for pair in plain_pairs("title: 'It rains'\ntags: [rain, snow]").values()]
    ['It rains', ('rain', 'snow')]
    >>> plain_pairs("title: Rain: a warning")
    {}
    """
    if not text.replace("\n", "").isprintable():
        return {}
    lines = [(number, line) for number, line in enumerate(text.split("\n")) if line]
    pairs = {pair.key: pair for pair in _pairs(lines)}
    return pairs if len(pairs) == len(lines) else {}


def _pairs(lines: list[tuple[int, str]]) -> Iterator[Plain]:
    """Yield the pairs up to the first line that is none."""
    for number, line in lines:
        found = _LINE.fullmatch(line)
        if found is None or found[1] in _CONSTANTS:
            return
        key, quoted, listed, words = found.groups()
        if quoted:
            yield Plain(number, key, quoted[1:-1], is_quoted=True)
        elif listed:
            yield Plain(number, key, "", listed=tuple([each.strip() for each in listed.split(",")]))
        else:
            yield Plain(number, key, words.rstrip() if words else "")


def scalar(typed: str) -> Scalar:
    """Return what words without quotes mean in YAML 1.2.

    >>> scalar("12"), scalar("true"), scalar("14:05"), scalar("NO"), scalar("0123")
    (12, True, '14:05', 'NO', '0123')
    """
    if typed in _CONSTANTS:
        return _CONSTANTS[typed]
    if typed[0] not in "+-.0123456789":
        return typed
    if _INTEGER.fullmatch(typed):
        return int(typed)
    return float(typed) if _FLOAT.fullmatch(typed) else typed
