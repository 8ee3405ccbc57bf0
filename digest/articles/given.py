"""Front matter: what the curator says of an article, above its text, between two lines of three hyphens.

The keys that other generators write are understood; an unknown key is kept for templates, and told of only where it
looks like a slip for a known one. Everything is checked here, at the door, so that no later stage needs to ask whether
a date is one, and all that is wrong is told at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final, cast, get_args

from digest.articles.astyped import part_as_typed
from digest.articles.fields import MEND_LISTED, Fields, contradictions
from digest.articles.slips import meant_key
from digest.errors import DigestError, Fault, Level
from digest.model import Given, Rights, Status
from digest.tools.frontmatter import MAX_SIZE, Parted
from digest.tools.text import language_tag, web_link
from digest.tools.yamlfile import Node, as_choice, as_flag, as_text

_NAMES: Final[Mapping[str, str]] = {
    "url": "link", "published": "date", "authors": "author", "language": "lang", "description": "lead",
    "summary": "lead", "standfirst": "lead", "category": "section", "categories": "section",
}  # fmt: skip
_KEYS = ("title", "link", "source", "date", "author", "lang", "lead", "section", "tags", "thread", "status", "draft",
         "rights", "id", "slug", "image", "keep", "cut")  # fmt: skip
_LISTED = re.compile(r"\s{0,40}- ")
_YEARS = range(1000, 9001)  # outside of them a date, turned to UTC, may leave the calendar


@dataclass(frozen=True, slots=True)
class Opened:
    """A text without its front matter, the line it begins with, and what the front matter gives."""

    text: str
    first_line: int
    given: Given
    id: str | None  # as the curator gave it
    advice: tuple[Fault, ...] = ()


class FrontMatterError(DigestError):
    """A front matter with values that are not what their keys ask for; the message is that of the first one."""

    def __init__(self, first: Fault, faults: Iterable[Fault]) -> None:
        super().__init__(first)
        self.faults = tuple(faults)  # all of them, and the advice, in the order of the file


def open_front_matter(text: str, path: str) -> Opened:
    """Return the text of an article file parted from its front matter; a file without one gives nothing.

    Raises DigestError with the line where the front matter is no YAML, and FrontMatterError where values in it are not
    what their keys ask for.
    """
    parted, as_typed = _parted(text, path)
    fields = Fields(_renamed(parted.fields))
    given = _given(fields)
    identity = fields.value("id", as_text, "") or None
    faults = sorted([*fields.faults, *contradictions(given.keep, given.cut, path)])
    advice = (*as_typed, *_unusable_links(fields.nodes), *_slips(parted.fields))
    if faults:
        raise FrontMatterError(faults[0], sorted([*faults, *advice]))
    return Opened(parted.body, parted.first_line, given, identity, advice)


def _parted(text: str, path: str) -> tuple[Parted, tuple[Fault, ...]]:
    try:
        return part_as_typed(text, path)
    except DigestError as error:
        lines = text[:MAX_SIZE].split("\n")
        number = error.fault.line - 1
        if number >= len(lines) or not _LISTED.match(lines[number]):
            raise
        # A line of a list is prose that was copied, often with both kinds of quotation marks in it.
        raise DigestError(replace(error.fault, mend=MEND_LISTED)) from error


def _slips(fields: Mapping[str, Node]) -> Iterator[Fault]:
    """Yield advice on each unknown key that is nearly a known one."""
    known = (*_KEYS, *_NAMES)
    for key, node in fields.items():
        meant = None if key in known else meant_key(key, known)
        if meant:
            yield Fault(
                node.path,
                node.line,
                f'the key "{key}" is unknown',
                f'Did you mean "{meant}"?',
                Level.ADVICE,
                rule="misspelt-key",
            )


def as_date(node: Node, name: str) -> str:
    """Return a day, or an instant, as ISO 8601 has it.

    >>> as_date(Node("2026-01-02 03:04", "a.md", 1, "2026-01-02 03:04"), "date")
    '2026-01-02T03:04:00'
    """
    typed = as_text(node, name).strip()
    moment = _moment(typed)
    if moment is None or moment.year not in _YEARS:
        raise node.fault(f"{name} is {node.shown}", "Write it as 2026-11-20 or 2026-11-20T09:00Z", rule="bad-date")
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


def _unusable_links(fields: Mapping[str, Node]) -> Iterator[Fault]:
    """Yield advice on a link that no page may carry."""
    node = fields.get("link")
    link = node.typed if node and node.value is not None else ""
    if node and link and web_link(link) is None:
        what = f'link is "{link[:80]}", which no page may carry'
        yield Fault(
            node.path, node.line, what, "Write a link that begins with https://", Level.ADVICE, rule="unusable-link"
        )


def _given(fields: Fields) -> Given:
    return Given(
        title=fields.line("title"), link=web_link(fields.value("link", as_text, "")), source=fields.line("source"),
        date=fields.value("date", as_date, None), authors=fields.lines("author"),
        lang=fields.value("lang", _as_lang, None), lead=fields.line("lead"),
        section=", ".join(fields.lines("section")) or None, tags=fields.lines("tags"),
        thread=fields.line("thread"), slug=fields.line("slug"), status=_status(fields), rights=_rights(fields),
        image=web_link(fields.value("image", as_text, "")), keep=fields.corrections("keep"),
        cut=fields.corrections("cut"), extra=_extra(fields.nodes),
    )  # fmt: skip


def _as_lang(node: Node, name: str) -> str:
    tag = language_tag(as_text(node, name))
    if tag is None:
        raise node.fault(f"{name} is {node.shown}", "Write a language tag such as en or pt-BR")
    return tag


def _status(fields: Fields) -> Status:
    if fields.value("draft", as_flag, otherwise=False):
        return "draft"
    return cast("Status", fields.value("status", partial(as_choice, choices=get_args(Status)), "published"))


def _rights(fields: Fields) -> Rights:
    return cast("Rights", fields.value("rights", partial(as_choice, choices=get_args(Rights)), "excerpt"))


def _extra(fields: Mapping[str, Node]) -> Mapping[str, str] | None:
    extra = {key: node.typed for key, node in fields.items() if key not in _KEYS}
    return extra or None
