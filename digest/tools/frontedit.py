"""Edit the front matter of a curator's file as its curator would: the change, and not a sign besides.

Only the lines of the key that changes are written anew; all others stay byte for byte, as does the text below. And
because an editor that errs would write its error into a file that nobody looks at, the result is read again: where it
says anything but what was asked for, or has lost a comment, nothing is returned.
"""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import reduce
from operator import getitem
from typing import Any

from digest.errors import DigestError, Fault
from digest.tools.frontmatter import part
from digest.tools.text import normalise
from digest.tools.yamledit import Change, apply, reworked, without
from digest.tools.yamlfile import Node, read_yaml

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_END = re.compile(rb"\r\n|\r|\n")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*\S", re.MULTILINE)
_KEY = re.compile(r"^[\s-]*[\w'\"]+:(?=\s)")
_AROUND = " \t[]-'\""  # what stands around a name in a list
_ELSEWHERE = (" ", "{", "?")  # how a line begins that is not the first one of a key of its own
_FIRST_LINE = 2  # of the file, with which the YAML begins


def edited(content: bytes, path: str, changes: Sequence[Change]) -> bytes:
    """Return a file with its front matter changed, which is begun where there is none.

    Raises DigestError where the front matter of the file, which messages name `path`, is faulty or cannot be edited.
    """
    bom = _BOM if content.startswith(_BOM) else b""
    lines = _LINE.findall(content.removeprefix(bom))
    close = _close(content, path)
    found = _END.search(lines[0]) if lines else None
    end = found[0] if found else b"\n"
    if not close:
        lines, close = [b"---" + end, b"---" + end, *lines], 1
    front = [_decoded(line, path, number) for number, line in enumerate(lines[1:close], _FIRST_LINE)]
    for change in changes:
        front = _changed(front, change, path, end.decode())
    for place in _emptied(front, changes, path):
        with suppress(DigestError):  # an empty list does no harm
            front = _changed(front, Change("take", place), path, end.decode())
    return b"".join([bom, lines[0], *(line.encode() for line in front), *lines[close:]])


def _close(content: bytes, path: str) -> int:
    """Return the index of the line that closes the front matter, 0 where there is none."""
    # With a line end more, since a last line that has none would not be counted.
    parted = part(normalise(content.decode("utf-8-sig", errors="replace")) + "\n", path)
    return max(0, parted.first_line - 2)


def _decoded(line: bytes, path: str, number: int) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        fault = Fault(
            path, number, "this line is no UTF-8, and would be lost", "Save the file as UTF-8", rule="unreadable"
        )
        raise DigestError(fault) from error


def _emptied(front: Sequence[str], changes: Sequence[Change], path: str) -> list[tuple[str | int, ...]]:
    """Return the places of what the changes left empty: keys, and items of a list from its end to its beginning."""
    said = _plain(read_yaml("".join(map(normalise, front)), path, _FIRST_LINE)) or {}
    dropped = dict.fromkeys(change.place for change in changes if change.verb == "drop")
    empty = [place for place in dropped if not reduce(getitem, place, said)]
    whole = [place[:1] for place in empty if len(place) == 1]
    items = sorted((place[:2] for place in empty if len(place) > 1), reverse=True)
    counts = Counter(place[0] for place in items)
    gone = [(key,) for key, count in counts.items() if count == len(said[key])]
    return [*whole, *gone, *(place for place in items if place[:1] not in gone)]


def _changed(front: Sequence[str], change: Change, path: str, end: str) -> list[str]:
    """Return the lines of a front matter with one change."""
    plain = [normalise(line) for line in front]
    before = read_yaml("".join(plain), path, _FIRST_LINE)
    start, stop = _span(before, str(change.place[0]), plain)
    old = "".join(plain[start:stop])
    own = without(old, change.place) if change.verb == "take" else None
    try:
        new = reworked(old, change) if own is None else own
    except ValueError as error:
        raise _refusal(path, start, change) from error
    said = _check(before, [*plain[:start], new, *plain[stop:]], change, _refusal(path, start, change))
    lost = Counter(_COMMENT.findall(old)) - Counter(_COMMENT.findall(new))
    if own is None and any(comment not in said for comment in lost - _going(old, new, change)):
        raise _refusal(path, start, change)
    return [*front[:start], *new.replace("\n", end).splitlines(keepends=True), *front[stop:]]


def _going(old: str, new: str, change: Change) -> Counter[str]:
    """Return the comments that go with what is dropped: those on lines where nothing else stands."""
    gone: Counter[str] = Counter()
    if change.verb == "drop" and isinstance(change.value, list):
        dropped = {str(each) for each in change.value}
        whole = _only_loses_lines(old, new)
        for line in old.splitlines():
            names = {name.strip(_AROUND) for name in _COMMENT.sub("", _KEY.sub("", line)).split(",")} - {""}
            if whole or (names and names <= dropped):
                gone.update(_COMMENT.findall(line))
    return gone


def _only_loses_lines(old: str, new: str) -> bool:
    """Return whether a list of a line for each value lost some, which takes along no more than stands on those."""
    lines = {*old.splitlines()}
    return all(line in lines or line.replace(" []", "", 1) in lines for line in new.splitlines())


def _span(before: Node, key: str, lines: Sequence[str]) -> tuple[int, int]:
    """Return which lines a key has to itself: all, where keys share lines; none, at the end, where it is not there."""
    starts = {name: node.line - _FIRST_LINE for name, node in before.fields("the front matter").items()}
    places = list(starts.values())
    if places != sorted(set(places)) or any(lines[place].startswith(_ELSEWHERE) for place in places):
        return 0, len(lines)
    start = starts.get(key, len(lines))
    stop = min((place for place in places if place > start), default=len(lines))
    while stop > start + 1 and lines[stop - 1].strip()[:1] in {"", "#"}:  # what is said there is not of this key
        stop -= 1
    return start, stop


def _check(before: Node, lines: Sequence[str], change: Change, refusal: DigestError) -> str:
    """Return what was said before in the place of the change; raise the refusal where the lines say another thing."""
    expected = _plain(before) or {}
    said = str(expected.get(change.place[0]))
    apply(expected, change)
    try:
        after = _plain(read_yaml("".join(lines), before.path, _FIRST_LINE)) or {}
    except DigestError as error:
        raise refusal from error
    if after != expected:
        raise refusal
    return said


def _plain(node: Node) -> Any:
    """Return the values of a tree, without the lines where they stand."""
    if isinstance(node.value, dict):
        return {key: _plain(each) for key, each in node.value.items()}
    if isinstance(node.value, tuple):
        return [_plain(each) for each in node.value]
    return node.value if node.value is None or isinstance(node.value, bool) else node.typed


def _refusal(path: str, start: int, change: Change) -> DigestError:
    what = f"`{change.place[0]}` cannot be edited here without loss"
    mend = "Edit it by hand, or write it in the usual form: a key a line, and below it each item after a hyphen"
    return DigestError(Fault(path, start + _FIRST_LINE, what, mend, rule="bad-value"))
