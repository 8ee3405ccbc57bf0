"""content/corrections.yaml: what the digest itself got wrong, in the curator's words.

A correction that nobody is told of corrects nothing, so one that names a thread or an article that is gone is kept, and
the name is what is at fault. Its id is made of what the curator typed, its day, thread and text: so it stays when the
thread is merged into another, and only a correction with other words is a new one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.model import Erratum, Reference, Thread
from digest.threads.references import References
from digest.tools.files import content_home, is_there, read_text
from digest.tools.text import fingerprint
from digest.tools.yamlfile import Node, as_text, optional, read_yaml, unknown_keys

_KEYS = ("date", "thread", "article", "text")
_LONGEST = 5000  # signs; a correction says in a few sentences what was wrong and what is right
_THREAD = "Write a thread's slug; `digest list threads` shows them"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The threads with the corrections about them, the corrections about none, and what is wrong in the file."""

    threads: tuple[Thread, ...]
    errata: tuple[Erratum, ...] = ()  # about no thread, newest first
    faults: tuple[Fault, ...] = ()


def correct(threads: Sequence[Thread], path: Path, name: str) -> Corrected:
    """Return the threads with the corrections of the file at `path`, named `name` in messages, newest first.

    One with a fault is named and passed over; a file that is not there has none.
    """
    if not is_there(path):
        return Corrected(tuple(threads))
    desk = _Desk.of(threads)
    try:
        desk.read(read_yaml(read_text(path, name, content_home(path.parent)), name))
    except DigestError as error:
        desk.faults.append(error.fault)
    told = {
        slug: tuple(sorted(errata, key=lambda each: (each.day, each.id), reverse=True))
        for slug, errata in desk.errata.items()
    }
    corrected = tuple(replace(each, errata=told[each.slug]) if each.slug in told else each for each in threads)
    return Corrected(corrected, told.get(None, ()), (*desk.faults, *desk.articles.faults))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a correction may name, and the corrections that were read, by the slug of their thread."""

    articles: References
    homes: Mapping[str, str]  # the slug of the thread that each article is in
    slugs: Mapping[str, str]  # those that threads have, and the earlier ones, each with the present one
    errata: dict[str | None, list[Erratum]]
    faults: list[Fault]

    @classmethod
    def of(cls, threads: Sequence[Thread]) -> "_Desk":
        aliases = {alias: thread.slug for thread in threads for alias in thread.aliases}
        homes = {article.id: thread.slug for thread in threads for article in thread.articles}
        slugs = {**aliases, **{thread.slug: thread.slug for thread in threads}}
        return cls(References(article for thread in threads for article in thread.articles), homes, slugs, {}, [])

    def read(self, root: Node) -> None:
        seen: dict[str, int] = {}
        for node in _items(root):
            try:
                fields = node.fields("a correction")
                self.faults.extend(error.fault for error in unknown_keys(fields, _KEYS))
                erratum, typed = _erratum(node, fields), optional(fields, "thread", as_text, "")
                if erratum.id in seen:
                    raise node.fault(
                        f"this correction stands in line {seen[erratum.id]} already", "Delete one of the two"
                    )
                seen[erratum.id] = node.line
                self._place(erratum, fields, typed)
            except DigestError as error:
                self.faults.append(error.fault)

    def _place(self, erratum: Erratum, fields: Mapping[str, Node], typed: str) -> None:
        article = self._article(fields)
        slug = self._thread(fields, typed) or self.homes.get(article or "")
        self.errata.setdefault(slug, []).append(replace(erratum, article=article))

    def _article(self, fields: Mapping[str, Node]) -> str | None:
        name = optional(fields, "article", as_text, "")
        found = self.articles.ids([Reference(name, fields["article"].path, fields["article"].line)]) if name else []
        return next(iter(found), None)

    def _thread(self, fields: Mapping[str, Node], typed: str) -> str | None:
        if typed and typed not in self.slugs:
            fault = fields["thread"].fault(f'there is no thread "{typed[:80]}"', _THREAD, "dangling-word")
            self.faults.append(fault.fault)
        return self.slugs.get(typed)


def _items(root: Node) -> Iterator[Node]:
    if isinstance(root.value, tuple):
        yield from root.value
    elif root.value is not None:
        raise root.fault(f"this is {root.shown}", "Write a list of corrections, each after a hyphen")


def _erratum(node: Node, fields: Mapping[str, Node]) -> Erratum:
    for key in ("date", "text"):
        if not optional(fields, key, as_text, "").strip():
            raise node.fault(f"this correction has no `{key}`", "Write `date: 2026-11-20` and `text: ...`")
    text, day = as_text(fields["text"], "text").strip(), as_text(fields["date"], "date")
    if len(text) > _LONGEST:
        raise fields["text"].fault(f"text has {len(text)} signs", f"Write at most {_LONGEST}")
    if not _is_day(day):
        raise fields["date"].fault(f"date is {fields['date'].shown}", "Write it as 2026-11-20", "bad-date")
    thread = optional(fields, "thread", as_text, "")
    return Erratum(f"e-{day}-{fingerprint(day, thread, text)}", day, text)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # it reads 20261120 too, which no page is called
    except ValueError:
        return False
