"""Front matter: what the curator says of an article, above its text, between two lines of three hyphens.

The keys that other generators write are understood; an unknown key is kept for templates, and told of only where it
looks like a slip for a known one. Everything is checked here, at the door, so that no later stage needs to ask whether
a date is one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final, cast, get_args

from digest.articles.slips import meant_key
from digest.errors import DigestError, Fault, Level
from digest.model import Correction, Given, Rights, Status
from digest.tools.frontmatter import MAX_SIZE, Parted, part
from digest.tools.text import one_line, web_link
from digest.tools.yamlfile import Node, as_choice, as_flag, as_text, as_texts, optional

_NAMES: Final[Mapping[str, str]] = {
    "url": "link", "published": "date", "authors": "author", "language": "lang", "description": "lead",
    "summary": "lead", "standfirst": "lead", "category": "section", "categories": "section",
}  # fmt: skip
_KEYS = ("title", "link", "source", "date", "author", "lang", "lead", "section", "tags", "thread", "status", "draft",
         "rights", "id", "slug", "image", "keep", "cut")  # fmt: skip
_MOST_CORRECTIONS = 100  # of a kind; each is looked for in all lines
_LISTED = re.compile(r"\s{0,40}- ")
_MEND_LISTED = "Put the line in single quotes, and write each ' within it twice"
_YEARS = range(1000, 9001)  # outside of them a date, turned to UTC, may leave the calendar
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A text without its front matter, the line it begins with, and what the front matter gives."""

    text: str
    first_line: int
    given: Given
    id: str | None  # as the curator gave it
    advice: tuple[Fault, ...] = ()


def open_front_matter(text: str, path: str) -> Opened:
    """Return the text of an article file parted from its front matter; a file without one gives nothing.

    Raises DigestError with the line where the front matter is no YAML, or a value in it is not what its key asks for.
    """
    parted = _parted(text, path)
    fields = _renamed(parted.fields)
    given, advice = _given(fields, path)
    identity = optional(fields, "id", as_text, "") or None
    return Opened(parted.body, parted.first_line, given, identity, (*advice, *_slips(parted.fields)))


def _parted(text: str, path: str) -> Parted:
    try:
        return part(text, path)
    except DigestError as error:
        lines = text[:MAX_SIZE].split("\n")
        number = error.fault.line - 1
        if number >= len(lines) or not _LISTED.match(lines[number]):
            raise
        # A line of a list is prose that was copied, often with both kinds of quotation marks in it.
        raise DigestError(replace(error.fault, mend=_MEND_LISTED)) from error


def _slips(fields: Mapping[str, Node]) -> Iterator[Fault]:
    """Yield advice on each unknown key that is nearly a known one."""
    known = (*_KEYS, *_NAMES)
    for key, node in fields.items():
        meant = None if key in known else meant_key(key, known)
        if meant:
            yield Fault(node.path, node.line, f'the key "{key}" is unknown', f'Did you mean "{meant}"?', Level.ADVICE)


def as_date(node: Node, name: str) -> str:
    """Return a day, or an instant, as ISO 8601 has it.

    >>> as_date(Node("2026-01-02 03:04", "a.md", 1, "2026-01-02 03:04"), "date")
    '2026-01-02T03:04:00'
    """
    typed = as_text(node, name).strip()
    moment = _moment(typed)
    if moment is None or moment.year not in _YEARS:
        raise node.fault(f"{name} is {node.shown}", "Write it as 2026-11-20 or 2026-11-20T09:00Z")
    if len(typed) <= len("2026-11-20"):
        return moment.date().isoformat()
    return moment.isoformat()


def _moment(typed: str) -> datetime | None:
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        return None


def _renamed(fields: Mapping[str, Node]) -> dict[str, Node]:
    renamed: dict[str, Node] = {}
    for key, node in fields.items():
        renamed.setdefault(_NAMES.get(key, key), node)
    return renamed


def _given(fields: Mapping[str, Node], path: str) -> tuple[Given, tuple[Fault, ...]]:
    link = optional(fields, "link", as_text, "")
    advice = []
    if link and web_link(link) is None:
        what = f'link is "{link[:80]}", which no page may carry'
        advice.append(Fault(path, fields["link"].line, what, "Write a link that begins with https://", Level.ADVICE))
    given = Given(
        title=_line(fields, "title"), link=web_link(link), source=_line(fields, "source"),
        date=optional(fields, "date", as_date, None), authors=_lines(fields, "author"),
        lang=optional(fields, "lang", _as_lang, None), lead=_line(fields, "lead"),
        section=", ".join(_lines(fields, "section")) or None, tags=_lines(fields, "tags"),
        thread=_line(fields, "thread"), slug=_line(fields, "slug"), status=_status(fields), rights=_rights(fields),
        image=web_link(optional(fields, "image", as_text, "")), keep=_corrections(fields, "keep"),
        cut=_corrections(fields, "cut"), extra=_extra(fields),
    )  # fmt: skip
    return given, tuple(advice)


def _line(fields: Mapping[str, Node], name: str) -> str | None:
    return one_line(optional(fields, name, as_text, "")) or None


def _lines(fields: Mapping[str, Node], name: str) -> tuple[str, ...]:
    lines = (one_line(text) for text in optional(fields, name, as_texts, ()))
    return tuple(dict.fromkeys(line for line in lines if line))


def _corrections(fields: Mapping[str, Node], name: str) -> tuple[Correction, ...]:
    node = fields.get(name)
    if node is None or node.value is None:
        return ()
    nodes = node.value if isinstance(node.value, tuple) else (node,)
    if len(nodes) > _MOST_CORRECTIONS:
        what = f"{name} has more than {_MOST_CORRECTIONS} lines"
        raise node.fault(what, "Save the article as Markdown, in which nothing is judged")
    return tuple(Correction(text, each.line) for each in nodes if (text := _as_line(each, name).strip()))


def _as_line(node: Node, name: str) -> str:
    """Return a line of prose: a scalar, or the `key: value` that YAML makes of a line with a colon in it."""
    pairs = list(node.value.items()) if isinstance(node.value, dict) else []
    if len(pairs) == 1 and not isinstance(pairs[0][1].value, (dict, tuple)):
        return f"{pairs[0][0]}: {pairs[0][1].typed}"
    if isinstance(node.value, (dict, tuple)):
        raise node.fault(f"a line of {name} is {node.shown}", _MEND_LISTED)
    return as_text(node, name)


def _as_lang(node: Node, name: str) -> str:
    tag = as_text(node, name).strip().replace("_", "-")
    if not _LANG.fullmatch(tag):
        raise node.fault(f"{name} is {node.shown}", "Write a language tag such as en or pt-BR")
    return tag


def _status(fields: Mapping[str, Node]) -> Status:
    if optional(fields, "draft", as_flag, otherwise=False):
        return "draft"
    return cast("Status", optional(fields, "status", partial(as_choice, choices=get_args(Status)), "published"))


def _rights(fields: Mapping[str, Node]) -> Rights:
    return cast("Rights", optional(fields, "rights", partial(as_choice, choices=get_args(Rights)), "excerpt"))


def _extra(fields: Mapping[str, Node]) -> Mapping[str, str] | None:
    extra = {key: node.typed for key, node in fields.items() if key not in _KEYS}
    return extra or None
