"""The curator's word: content/threads/SLUG.md, one file for each thread that somebody said something about.

The file's name is the thread's slug; its front matter overrules the machine, and its Markdown body is the editor's
note.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, cast, get_args

from digest.errors import DigestError, Fault
from digest.model import DayWord, Reference, ThreadStatus, ThreadWord
from digest.threads.items import fold, glance, items, references, sentences, split
from digest.tools.files import content_home, read_text, text_files
from digest.tools.frontmatter import part
from digest.tools.text import one_line, slug
from digest.tools.yamlfile import Node, as_choice, as_flag, as_text, as_texts, optional, unknown_keys

_KEYS = ("title", "standfirst", "pin", "hide", "status", "tags", "include", "exclude", "merge", "split", "at_a_glance",
         "days", "aliases", "storyline", "fold", "unfold")  # fmt: skip
_ITEM_KEYS: Mapping[str, tuple[str, ...]] = {
    "split": ("into", "articles"), "at_a_glance": ("text", "from"), "fold": ("into", "sentences")
}  # fmt: skip
_DAY_KEYS = ("title", "hide", "note")
_Placed = Literal["aliases", "days"]


@dataclass(frozen=True, slots=True)
class Curation:
    """The curator's word on threads, by slug, and what is wrong in the files that hold it."""

    words: Mapping[str, ThreadWord]
    faults: tuple[Fault, ...] = ()
    # Where each alias and each day of a thread stands, as it is typed, by the thread's slug and the key.
    places: Mapping[tuple[str, str], tuple[Reference, ...]] = field(default_factory=dict, compare=False)

    def word(self, thread: str) -> ThreadWord:
        """Return the word on the thread with this slug; of an unknown one nothing is said."""
        return self.words.get(thread) or ThreadWord(thread)

    def said(self, thread: str, key: _Placed) -> tuple[Reference, ...]:
        """Return the aliases or the days of a thread's file, as they are typed, with their lines."""
        word = self.word(thread)
        names = word.aliases if key == "aliases" else [each.day for each in word.days]
        return self.places.get((thread, key)) or tuple(Reference(name, word.path or "", 1) for name in names)


def read_curation(folder: Path, name: str) -> Curation:
    """Return what the files of `folder`, named `name` in messages, say; one with a fault is named and passed over."""
    words, faults = {}, []
    places: dict[tuple[str, str], tuple[Reference, ...]] = {}
    for path in text_files(folder, name, ".md"):
        shown = f"{name}/{path.name}"
        try:
            words[path.stem], sound, unknown = _read(path, shown)
            places[path.stem, "aliases"] = tuple(each for each in references(sound, "aliases") if each.name)
            places[path.stem, "days"] = tuple(
                Reference(day, node.path, node.line) for day, node in _day_fields(sound).items() if _is_day(day)
            )
            faults += unknown
        except DigestError as error:
            faults.append(error.fault)
    return Curation(words, tuple(faults), places)


def _read(path: Path, shown: str) -> tuple[ThreadWord, Mapping[str, Node], list[Fault]]:
    """Return what a file says, the keys of it that have no fault, and the faults."""
    if slug(path.stem) != path.stem:
        raise DigestError(
            Fault(shown, 1, "the file's name is no slug", f"Call it {slug(path.stem)}.md", rule="bad-value")
        )
    parted = part(read_text(path, shown, content_home(path.parent, path.parent.parent)), shown)
    faults = _faults(path.stem, shown, parted.fields)
    sound = {key: node for key, node in parted.fields.items() if key not in faults}
    # A thread that somebody meant to hide is not published for a slip of the pen.
    word = _word(path.stem, shown, sound, parted.body.strip())
    word = replace(word, hide=word.hide or "hide" in faults)
    return word, sound, [*faults.values(), *(error.fault for error in _unknown(sound))]


def _faults(stem: str, shown: str, fields: Mapping[str, Node]) -> dict[str, Fault]:
    """Return the fault of each key whose value is not what the key asks for; the others count all the same."""
    faults = {}
    for key, node in fields.items():
        misspelt: list[DigestError] = []
        try:
            misspelt = _unknown({key: node})
            _word(stem, shown, {key: node}, "")
        except DigestError as error:
            # What is missing in an item is likely there under a misspelt key, and that one can be named.
            faults[key] = [*misspelt, error][0].fault
    return faults


def _unknown(fields: Mapping[str, Node]) -> list[DigestError]:
    """Return an error for each key, of the file and of what stands in it, that says nothing to digest."""
    errors = [*unknown_keys(fields, _KEYS)]
    for name, known in _ITEM_KEYS.items():
        for node in items(fields, name):
            errors += unknown_keys(node.fields(f"an item of {name}"), known)
    for day, node in _day_fields(fields).items():
        if _is_day(day):
            errors += unknown_keys(node.fields(f"the day {day}"), _DAY_KEYS)
        else:
            errors.append(node.fault(f'the day is "{day[:40]}"', "Write it as 2026-11-20", rule="bad-date"))
    return errors


def _word(stem: str, shown: str, fields: Mapping[str, Node], note: str) -> ThreadWord:
    status = optional(fields, "status", partial(as_choice, choices=get_args(ThreadStatus)), None)
    return ThreadWord(
        stem, shown, note=note, status=cast("ThreadStatus | None", status),
        title=one_line(optional(fields, "title", as_text, "")) or None,
        standfirst=one_line(optional(fields, "standfirst", as_text, ""), limit=1000) or None,
        pin=optional(fields, "pin", as_flag, otherwise=False), hide=optional(fields, "hide", as_flag, otherwise=False),
        tags=optional(fields, "tags", as_texts, ()), include=references(fields, "include"),
        exclude=references(fields, "exclude"), merge=references(fields, "merge"),
        split=tuple(map(split, items(fields, "split"))),
        at_a_glance=tuple(map(glance, items(fields, "at_a_glance"))), days=_days(fields),
        aliases=tuple(slug(alias) for alias in optional(fields, "aliases", as_texts, ())),
        storyline=_storyline(fields), fold=tuple(map(fold, items(fields, "fold"))),
        unfold=sentences(fields, "unfold"),
    )  # fmt: skip


def _storyline(fields: Mapping[str, Node]) -> Reference | None:
    name = one_line(optional(fields, "storyline", as_text, ""))
    return Reference(name, fields["storyline"].path, fields["storyline"].line) if name else None


def _days(fields: Mapping[str, Node]) -> tuple[DayWord, ...]:
    return tuple(_day(day, node) for day, node in sorted(_day_fields(fields).items()) if _is_day(day))


def _day_fields(fields: Mapping[str, Node]) -> Mapping[str, Node]:
    return fields["days"].fields("days") if "days" in fields else {}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # it reads 20261120 too, which no page is called
    except ValueError:
        return False


def _day(day: str, node: Node) -> DayWord:
    fields = node.fields(f"the day {day}")
    return DayWord(
        day, title=one_line(optional(fields, "title", as_text, "")) or None,
        hide=optional(fields, "hide", as_flag, otherwise=False),
        note=one_line(optional(fields, "note", as_text, ""), limit=2000) or None,
    )  # fmt: skip
