"""Tell every thread, and those anew of which something changed.

A story depends on its thread, on the outlets of its articles and on the settings, and on nothing else. So a thread to
which nothing came is told as it was told last; of one to which something came, what was found out about its sentences
is remembered (`memory.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Outlet, Story, Thread, ThreadWord
from digest.stories.memory import Memory
from digest.stories.settings import StorySettings
from digest.stories.telling import tell_one
from digest.stories.wording import wordings_of
from digest.tools.cache import NO_CACHE, Cache, content_key

_NOBODY = Thread("", "", (), ThreadWord(""))  # whose stories are kept


@dataclass(frozen=True, slots=True)
class Kept:
    """A story as it was told last, without its articles, which are kept already."""

    key: str  # of all that it depends on
    story: Story


def tell(
    threads: Sequence[Thread], outlets: Mapping[str, Outlet], settings: StorySettings, cache: Cache = NO_CACHE
) -> tuple[Story, ...]:
    """Return the story of each thread, in the order of the threads."""
    keys = {thread.slug: _key(thread, outlets, settings) for thread in threads}
    kept = cache.recall(Kept, keys)
    known = {slug: each.story for slug, each in kept.items() if each.key == keys[slug]}
    untold = [thread for thread in threads if thread.slug not in known]
    wordings_of([article for thread in untold for article in thread.articles], cache)
    memory = Memory(cache, settings.dedupe)
    memory.recall(thread.slug for thread in untold)
    told = {thread.slug: tell_one(thread, outlets, settings, memory) for thread in untold}
    memory.keep()
    cache.keep({slug: Kept(keys[slug], replace(story, thread=_NOBODY)) for slug, story in told.items()})
    return tuple(told.get(thread.slug) or replace(known[thread.slug], thread=thread) for thread in threads)


def _key(thread: Thread, outlets: Mapping[str, Outlet], settings: StorySettings) -> str:
    its = [outlets.get(article.source or "") for article in thread.articles]
    return content_key(thread, its, settings)
