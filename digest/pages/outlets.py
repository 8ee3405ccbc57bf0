"""The outlets that a digest is made of: the directory, a page for each, and what was retracted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.model import Outlet, Story
from digest.pages.listings import OutletArticleView, OutletView
from digest.pages.ownslugs import is_bare, told_apart
from digest.pages.retell import view_source
from digest.pages.threadviews import ThreadView
from digest.pages.urls import outlet_url
from digest.tools.text import slug

_NOT_RECORDED = "not-recorded"


def view_outlets(
    stories: Iterable[Story], threads: Iterable[ThreadView], outlets: Mapping[str, Outlet]
) -> tuple[OutletView, ...]:
    """Return the outlets by name, that of articles without a source last; each story has its thread's view."""
    by_source: dict[str, list[OutletArticleView]] = defaultdict(list)
    for story, view in zip(stories, threads, strict=True):
        for article in story.thread.articles:
            source = view_source(article, 0, outlets)
            by_source[article.source or ""].append(OutletArticleView(source, view.url, view.title, view.lang))
    alike = Counter(slug(key, _NOT_RECORDED) for key in by_source)
    found = [_outlet(key, articles, outlets, alike) for key, articles in by_source.items()]
    return tuple(sorted(found, key=lambda outlet: (outlet.name is None, (outlet.name or "").casefold(), outlet.anchor)))


def retracted(outlets: Iterable[OutletView]) -> tuple[OutletArticleView, ...]:
    """Return the articles that were retracted, newest first."""
    return _newest_first(article for outlet in outlets for article in outlet.articles if article.source.retracted)


def _outlet(
    key: str, articles: Sequence[OutletArticleView], outlets: Mapping[str, Outlet], alike: Mapping[str, int]
) -> OutletView:
    outlet = outlets.get(key) or Outlet(key, key, known=False)
    days = sorted(article.source.published for article in articles if article.source.published)
    return OutletView(
        outlet_url(_address(key, alike)), _anchor(key), outlet.name or None, outlet.home, outlet.kind, outlet.country,
        _newest_first(articles), days[0] if days else None, days[-1] if days else None,
    )  # fmt: skip


def _address(key: str, alike: Mapping[str, int]) -> str:
    """Return an outlet's part of its URL: its slug, unless another outlet has a better right to it, or none has."""
    name = slug(key, _NOT_RECORDED)
    if not key or (name != _NOT_RECORDED and is_bare(name) and (name == key or alike[name] == 1)):
        return name
    return told_apart(name, key)


def _anchor(key: str) -> str:
    # Two names may have one slug ("Coast Wire", "coast wire!"); the fingerprint tells them apart.
    if not key:
        return _NOT_RECORDED
    return f"o-{key}" if is_bare(key) else f"o-{told_apart(slug(key), key)}"


def _newest_first(articles: Iterable[OutletArticleView]) -> tuple[OutletArticleView, ...]:
    by_id = sorted(articles, key=lambda each: each.source.article)
    return tuple(sorted(by_id, key=lambda each: each.source.published or "", reverse=True))
