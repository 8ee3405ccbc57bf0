"""What a curator's files must say so that what the curator wants is so: decided here, written by `publish.curate`.

A word that is merely added may lose against one that stands already: an old `exclude`, or an `include` in a file that
is read later. So each edit also drops the words that contradict it, and what no thread file can bring about is refused.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.threads.clear import Edit, cleared, dropped, freed, left
from digest.threads.merges import follow
from digest.threads.standing import (
    Standing,
    check_target,
    check_thread,
    meant_articles,
    no_thread,
    refuse,
    written,
)
from digest.tools.text import one_line, slug
from digest.tools.yamledit import Change

# The key, its value, and what is said where it has that value already.
FLAGS: Mapping[str, tuple[str, bool, str]] = {
    "pin": ("pin", True, "is pinned already"),
    "unpin": ("pin", False, "is not pinned"),
    "hide": ("hide", True, "is hidden already"),
    "show": ("hide", False, "is not hidden"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits that bring about what is wanted, and what is so already."""

    edits: tuple[Edit, ...] = ()
    notes: tuple[str, ...] = ()


def merge(now: Standing, into: str, others: Sequence[str]) -> Plan:
    """Return how the threads `others` become part of the thread `into`."""
    end = follow(into, now.merged)
    if into in now.merged and end in others:
        refuse(
            [f'"{into}" is merged into "{end}": this would be a circle. Take it out of that thread\'s `merge` first.']
        )
    check_thread(now, into)
    refuse(complaint for other in others if (complaint := _not_to_merge(now, into, other)))
    new = tuple(dict.fromkeys(other for other in others if other not in now.merged))
    notes = tuple(f'"{other}" is merged into "{into}" already.' for other in others if other in now.merged)
    return Plan(_added(into, "merge", new), notes)


def unmerge(now: Standing, into: str, others: Sequence[str]) -> Plan:
    """Return how the threads `others` part from the thread `into` again; the lock knows what was in them."""
    refuse(complaint for other in others if (complaint := _not_merged(now, into, other)))
    return Plan(tuple(dropped(now.word(into), ("merge",), [*dict.fromkeys(others)])))


def split(now: Standing, thread: str, into: str, names: Sequence[str]) -> Plan:
    """Return how articles of `thread` come to stand in a thread of their own, new or not, with the slug `into`."""
    check_thread(now, thread)
    _check_new(now, thread, into)
    meant = meant_articles(now, names)
    new = {article: name for article, name in meant.items() if now.homes[article] != into}
    refuse(
        f'"{name}" is in "{now.homes[article]}", not in "{thread}". Name articles of that thread only.'
        for article, name in new.items()
        if now.homes[article] != thread
    )
    if len(new) == len(now.threads[thread].articles):
        refuse([f'these are all articles of "{thread}", whose address would be lost. Leave one of them there.'])
    edits = (*cleared(now, new, into), *_parted(now, thread, into, new), *freed(now, _own(now, into))) if new else ()
    return Plan(edits, _already_in(into, meant, new))


def move(now: Standing, names: Sequence[str], thread: str) -> Plan:
    """Return how articles come to stand in `thread`; the address of a thread that loses all of its own leads there.

    `thread` may be one that had lost all of its own: its address is then its own again.
    """
    check_target(now, thread)
    meant = meant_articles(now, names)
    new = {article: name for article, name in meant.items() if now.homes[article] != thread}
    included = _added(thread, "include", [written(now, article) for article in new])
    lost = [name for name in left(now, new) if name != thread]
    led = (*freed(now, [*_own(now, thread), *lost], but=thread), *_added(thread, "aliases", lost))
    return Plan((*cleared(now, new, thread), *included, *led) if new else (), _already_in(thread, meant, new))


def rename(now: Standing, thread: str, title: str, aliases: Sequence[str] = ()) -> Plan:
    """Return how the thread gets a title, and other addresses that lead to it; its slug stays."""
    check_thread(now, thread)
    wanted, word = one_line(title), now.word(thread)
    refuse(["the title is empty. Write one between quotes."] if not wanted else [])
    refuse(complaint for alias in aliases if (complaint := _no_alias(now, thread, alias)))
    titled = () if word.title == wanted else (Edit(thread, Change("put", ("title",), wanted), f"title: {wanted}"),)
    edits = (*titled, *_added(thread, "aliases", [alias for alias in aliases if alias not in word.aliases]))
    return Plan(edits, () if edits else (f'"{thread}" is called so already.',))


def flag(now: Standing, thread: str, verb: str) -> Plan:
    """Return how a thread is pinned, unpinned, hidden or shown: `verb` is one of FLAGS."""
    check_thread(now, thread)
    key, value, already = FLAGS[verb]
    word = now.word(thread)
    if {"pin": word.pin, "hide": word.hide}[key] == value:
        return Plan(notes=(f'"{thread}" {already}.',))
    if value:
        return Plan((Edit(thread, Change("put", (key,), value), f"{key}: true"),))
    return Plan((Edit(thread, Change("take", (key,)), f"{key}: true dropped"),))


def _added(thread: str, key: str, values: Sequence[str]) -> tuple[Edit, ...]:
    change = Change("add", (key,), [*values])
    return (Edit(thread, change, f"{key}: {', '.join(values)} added"),) if values else ()


def _not_to_merge(now: Standing, into: str, other: str) -> str:
    """Return why `other` cannot be merged into the thread, "" where it can."""
    if other == into:
        return f'"{into}" cannot be merged into itself. Name another thread.'
    end = follow(other, now.merged)
    if other in now.merged and end != into:
        return f'"{other}" is merged into "{end}" already. Name that thread instead.'
    return "" if other in now.known else no_thread(now, other)


def _not_merged(now: Standing, into: str, other: str) -> str:
    """Return why `other` cannot be taken out of the thread into which it was merged, "" where it can."""
    if now.merged.get(other) == into:
        return ""
    if other in now.merged:
        return f'"{other}" is merged into "{now.merged[other]}", not into "{into}". Name that thread instead.'
    return f'"{other[:80]}" is merged into no thread. `merge:` in a thread\'s file names those that are.'


def _no_alias(now: Standing, thread: str, alias: str) -> str:
    """Return why `alias` cannot be another address of a thread, "" where it can."""
    if slug(alias) != alias:
        return f'"{alias[:80]}" is no slug. Write {slug(alias)}.'
    if alias in now.threads:
        return f'"{alias}" is the slug of a thread. Write another one.'
    end = now.leading.get(alias, thread)
    return f'"{alias}" leads to "{end}" already. Take it out of that thread\'s file first.' if end != thread else ""


def _check_new(now: Standing, thread: str, into: str) -> None:
    """Refuse a slug to which no articles of the thread can go."""
    if slug(into) != into:
        refuse([f'"{into[:80]}" is no slug. Write {slug(into)}.'])
    if into == thread:
        refuse([f'"{thread}" cannot be split into itself. Name another thread, or a new slug.'])
    if into in now.merged:
        check_thread(now, into)


def _own(now: Standing, thread: str) -> list[str]:
    """Return the addresses that lead to a thread, if it has articles, without an alias."""
    return [thread, *(old for old in now.merged if follow(old, now.merged) == thread)]


def _already_in(thread: str, meant: Mapping[str, str], new: Collection[str]) -> tuple[str, ...]:
    return tuple(f'"{name}" is in "{thread}" already.' for article, name in meant.items() if article not in new)


def _parted(now: Standing, thread: str, into: str, new: Iterable[str]) -> tuple[Edit, ...]:
    """Return the word of the thread's file that its articles go elsewhere, in the item that says so of others."""
    articles = [written(now, article) for article in new]
    items = now.word(thread).split
    place = next((place for place, item in enumerate(items) if item.into == into), None)
    change = (
        Change("add", ("split",), [{"into": into, "articles": [*articles]}])
        if place is None
        else Change("add", ("split", place, "articles"), [*articles])
    )
    return (Edit(thread, change, f"split: {', '.join(articles)} into {into}"),)
