"""The pages of tags: the threads that the curator gave one, or their articles have, whatever case it was written in."""

from collections import defaultdict
from collections.abc import Iterable

from digest.model import Thread
from digest.pages.threadviews import CardView, ThreadView
from digest.pages.urls import tag_url
from digest.pages.views import TagView


def tags_of(thread: Thread) -> tuple[str, ...]:
    """Return the tags of a thread: those that the curator gave it, then those of its articles, each once."""
    found = [*thread.word.tags]
    for article in thread.articles:
        found += article.tags if article.status != "retracted" else ()
    # The first spelling counts, and keeps its place.
    return tuple({tag_url(tag): tag for tag in (*found, *reversed(found)) if tag.strip()}.values())


def view_tags(threads: Iterable[ThreadView]) -> tuple[TagView, ...]:
    """Return the tags by name, each named as its newest thread writes it; threads stay in order."""
    found: dict[str, list[CardView]] = defaultdict(list)
    names: dict[str, str] = {}
    for view in threads:
        for url, tag in {tag_url(tag): tag for tag in reversed(view.tags)}.items():
            found[url].append(view.card)
            names.setdefault(url, tag)
    tags = (TagView(url, names[url], tuple(threads)) for url, threads in found.items())
    return tuple(sorted(tags, key=lambda tag: (tag.name.casefold(), tag.url)))
