"""What an edit takes out of the curator's files: words that would contradict it, and addresses that change hands."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from digest.model import ThreadWord
from digest.threads.standing import Standing, among, refuse
from digest.tools.text import slug
from digest.tools.yamledit import Change


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the file of a thread, and how it is told."""

    slug: str
    change: Change
    said: str


def cleared(now: Standing, articles: Mapping[str, str], thread: str) -> tuple[Edit, ...]:
    """Return the edits that drop every word by which the articles would not come to stand in `thread`."""
    refuse(
        f"{one.path}:1: the front matter says `thread: {one.thread}`, which wins. Change it there."
        for one in map(now.articles.__getitem__, articles)
        if one.thread and slug(one.thread) != thread
    )
    return tuple(chain.from_iterable(_contrary(now, word, articles, thread) for word in now.words.values()))


def _contrary(now: Standing, word: ThreadWord, articles: Collection[str], thread: str) -> Iterable[Edit]:
    if word.slug == thread:
        yield from dropped(word, ("exclude",), among(now, word.exclude, articles))
    else:
        yield from dropped(word, ("include",), among(now, word.include, articles))
    for place, item in enumerate(word.split):
        if item.into != thread:
            yield from dropped(word, ("split", place, "articles"), among(now, item.articles, articles))


def freed(now: Standing, names: Collection[str], but: str = "") -> tuple[Edit, ...]:
    """Return the edits by which `names` are no aliases any more, in no file but that of the thread `but`."""
    found = {
        thread: [typed for alias, typed in aliases.items() if alias in names] for thread, aliases in now.aliases.items()
    }
    return tuple(
        chain.from_iterable(
            dropped(now.word(thread), ("aliases",), typed) for thread, typed in found.items() if thread != but
        )
    )


def dropped(word: ThreadWord, place: tuple[str | int, ...], names: list[str]) -> Iterable[Edit]:
    """Yield the edit that takes names out of a list of a thread's file, if there are any."""
    if names:
        yield Edit(word.slug, Change("drop", place, [*names]), f"{place[0]}: {', '.join(names)} dropped")


def left(now: Standing, new: Collection[str]) -> list[str]:
    """Return the addresses of the threads that lose all articles; a hidden one had none."""
    emptied = {now.homes[article] for article in new}
    threads = [now.threads[name] for name in sorted(emptied)]
    lost = [thread for thread in threads if all(article.id in new for article in thread.articles)]
    return [name for thread in lost if not thread.word.hide for name in (thread.slug, *thread.aliases)]
