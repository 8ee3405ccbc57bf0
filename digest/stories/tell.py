"""Tell every thread, and those anew of which something changed.

A story depends on its thread, on the outlets of its articles and on the settings, and on nothing else. So a thread to
which nothing came is told as it was told last; of one to which something came, what was found out about its sentences
is remembered (`memory.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from digest.ghost import Ghost, ghost, keyed, restorable
from digest.model import Outlet, Story, Thread, ThreadWord
from digest.stories.memory import Memory
from digest.stories.settings import StorySettings
from digest.stories.telling import tell_one
from digest.stories.wording import forget, forget_many, recall_wordings
from digest.tools.cache import Notes, batches
from digest.tools.keys import content_key
from digest.tools.means import PLAIN, Means

_WORTHWHILE = 60  # threads; to tell fewer takes less time than to start another process
_NOBODY = Thread("", "", (), ThreadWord(""))  # whose stories are kept


@dataclass(frozen=True, slots=True, eq=False)
class Kept(Ghost):
    """A story as it was told last, without its articles, which are kept already."""

    DEEP = ("story",)
    MOST = 1  # whoever asks for the story has it then

    key: str  # of all that it depends on
    story: Story


def tell(
    threads: Sequence[Thread],
    outlets: Mapping[str, Outlet],
    settings: StorySettings,
    means: Means = PLAIN,
) -> tuple[Story, ...]:
    """Return the story of each thread, in the order of the threads."""
    inputs = {thread.slug: (thread, _outlets(thread, outlets), settings) for thread in threads}

    def told(slugs: Sequence[str]) -> tuple[Story, ...]:
        return _tell([inputs[slug][0] for slug in slugs], outlets, settings, means)

    return tuple(means.memo.each("tell", inputs, told))


def _tell(
    threads: Sequence[Thread], outlets: Mapping[str, Outlet], settings: StorySettings, means: Means
) -> tuple[Story, ...]:
    """Return the stories of some threads, from the cache where nothing came to a thread."""
    common = content_key(settings)
    keys = {thread.slug: content_key(thread, _outlets(thread, outlets), common) for thread in threads}
    by_slug = {thread.slug: thread for thread in threads}

    def anew(slug: str) -> Kept:
        [story] = _tell_few([by_slug[slug]], outlets, settings, means)
        return Kept(keys[slug], replace(story, thread=_NOBODY))

    recalled = means.cache.recall(Kept, keys, anew)
    known = {slug: _known(by_slug[slug], each) for slug, each in recalled.items() if each.key == keys[slug]}
    untold = [thread for thread in threads if thread.slug not in known]
    means.progress.count(len(threads), len(known))
    many = means.pool.shares(len(untold), _WORTHWHILE)
    stories = (_tell_many if many else _tell_few)(untold, outlets, settings, means)
    told: dict[str, Story] = {}
    for some in batches(zip(untold, stories, strict=True)):
        kept = {thread.slug: Kept(keys[thread.slug], replace(story, thread=_NOBODY)) for thread, story in some}
        told |= {thread.slug: _told(thread, kept[thread.slug]) for thread, _ in some}
        means.cache.keep(kept, anew)  # from now on they are found there alone
    each = told | known
    return tuple(keyed(each[slug], key) for slug, key in keys.items())


def _told(thread: Thread, kept: Kept) -> Story:
    """Return a story that was told just now."""
    return restorable(replace(kept.story, thread=thread), lambda: kept.story)


def _known(thread: Thread, kept: Kept) -> Story:
    """Return a story that was told by an earlier build, and is not read yet."""
    return ghost(Story, {"thread": thread}, lambda: kept.story)


def _tell_few(
    threads: Sequence[Thread], outlets: Mapping[str, Outlet], settings: StorySettings, means: Means
) -> Iterator[Story]:
    """Yield the stories of threads to which something came, with the help of what was found out about the rest."""
    memory = Memory(means.cache, settings.dedupe)
    memory.recall(threads)
    for number, thread in enumerate(threads, start=1):
        recall_wordings(thread, means.cache)
        yield tell_one(thread, outlets, settings, memory)
        forget_many()  # thread by thread, or those of a whole archive would be in memory
        means.progress.advance(number, len(threads))
    memory.keep()
    forget()


def _tell_many(
    threads: Sequence[Thread], outlets: Mapping[str, Outlet], settings: StorySettings, means: Means
) -> Iterator[Story]:
    """Yield the stories of threads that several processes tell from the beginning; they remember nothing."""
    noted: dict[str, object] = {}
    for story, notes in means.map(partial(_tell_some, outlets, settings), threads, _WORTHWHILE):
        noted |= notes
        yield story
    means.cache.keep(noted)


def _tell_some(
    outlets: Mapping[str, Outlet], settings: StorySettings, threads: Sequence[Thread]
) -> list[tuple[Story, Mapping[str, object]]]:
    """Return for each thread its story, without its articles, and what is to be kept in the cache."""
    done: list[tuple[Story, Mapping[str, object]]] = []
    for thread in threads:
        notes = Notes()
        [story] = _tell_few([thread], outlets, settings, Means(notes))
        done.append((replace(story, thread=_NOBODY), notes.kept))
    return done


def _outlets(thread: Thread, outlets: Mapping[str, Outlet]) -> tuple[Outlet | None, ...]:
    return tuple([outlets.get(article.source or "") for article in thread.articles])
