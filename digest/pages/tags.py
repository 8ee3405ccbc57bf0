"""The pages of tags: the threads that the curator gave one, whatever the case it was written in."""

from collections import defaultdict
from collections.abc import Iterable

from digest.pages.urls import tag_url
from digest.pages.views import TagView, ThreadView


def view_tags(threads: Iterable[ThreadView]) -> tuple[TagView, ...]:
    """Return the tags by name, each named as its newest thread writes it; threads stay in order."""
    found: dict[str, list[ThreadView]] = defaultdict(list)
    names: dict[str, str] = {}
    for view in threads:
        for url, tag in {tag_url(tag): tag for tag in reversed(view.tags)}.items():
            found[url].append(view)
            names.setdefault(url, tag)
    tags = (TagView(url, names[url], tuple(threads)) for url, threads in found.items())
    return tuple(sorted(tags, key=lambda tag: (tag.name.casefold(), tag.url)))
