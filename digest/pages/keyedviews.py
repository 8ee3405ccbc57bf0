"""The views of threads: outlined from what is known of each, and retold where their own pages are made.

A view knows its key, the digest of all that it is made of; so does its card, of what lists show. A page whose views
have the keys that it was made of before is the same page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

from digest.ghost import ghost, keyed, restorable
from digest.model import Outlet, Story, Thread
from digest.pages.abstracts import Abstract, view_card, view_parts
from digest.pages.corrections import view_errata, view_notices
from digest.pages.issue import Issue
from digest.pages.retell import retell, view_sources, view_thread
from digest.pages.tags import tags_of
from digest.pages.threadviews import LinkView, ThreadView
from digest.pages.urls import oldest_url, storyline_url
from digest.tools.cache import batches
from digest.tools.keys import content_key
from digest.tools.means import PLAIN, Means


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a thread's view is made of besides its story."""

    outlets: Mapping[str, Outlet]
    language: str  # of what the curator writes
    issue: Issue
    links: Mapping[str, LinkView]  # the threads that have a page, by slug

    @classmethod
    def of(cls, stories: Sequence[Story], outlets: Mapping[str, Outlet], language: str, issue: Issue) -> "Surroundings":
        """Return the surroundings of each of the stories that are shown."""
        return cls(outlets, language, issue, {each.thread.slug: view_thread(each.thread, language) for each in stories})

    def related(self, thread: Thread) -> tuple[LinkView, ...]:
        """Return the links to the threads near to one that have a page."""
        return tuple(self.links[near] for near in thread.related if near in self.links)


def view_threads(stories: Sequence[Story], around: Surroundings, means: Means = PLAIN) -> tuple[ThreadView, ...]:
    """Return the view of each story, in order; that of a story which was told before is not read yet."""
    inputs = {story.thread.slug: (*_inputs(story, around), around.outlets, around.issue.day) for story in stories}
    by_slug = {story.thread.slug: story for story in stories}
    return tuple(
        means.memo.each("view", inputs, lambda slugs: _views([by_slug[slug] for slug in slugs], around, means))
    )


def _inputs(story: Story, around: Surroundings) -> tuple[object, ...]:
    """Return all that the view of a story depends on, but for outlets and the day of the edition."""
    articles = [article.id for article in story.thread.articles]
    came, news = [*map(around.issue.came.get, articles)], [each for each in articles if each in around.issue.fresh]
    return story, around.links[story.thread.slug], around.related(story.thread), around.language, came, news


def _views(stories: Sequence[Story], around: Surroundings, means: Means) -> list[ThreadView]:
    common = content_key(tuple(around.outlets.values()))
    by_slug = {story.thread.slug: story for story in stories}
    keys = {slug: content_key(common, *_inputs(story, around)) for slug, story in by_slug.items()}

    def anew(slug: str) -> Abstract:
        return _view(by_slug[slug], around, keys[slug])[0]

    known = means.cache.recall(Abstract, keys, anew)
    still = {slug: abstract for slug, abstract in known.items() if abstract.key == keys[slug]}
    views: list[ThreadView] = []
    for some in batches(by_slug.items()):
        made = {slug: _outlined(story, around, keys[slug], still.get(slug)) for slug, story in some}
        means.cache.keep({slug: abstract for slug, (abstract, _) in made.items() if slug not in still}, anew)
        views += [view for _, view in made.values()]
    return views


def _outlined(story: Story, around: Surroundings, key: str, abstract: Abstract | None) -> tuple[Abstract, ThreadView]:
    """Return the abstract of a story and its view, which without an abstract takes telling."""
    if abstract is None:
        return _view(story, around, key)
    outline = _outline(story.thread, around, abstract)
    return abstract, _keyed(ghost(ThreadView, outline, partial(_told, story, around)), key, around, abstract)


def _view(story: Story, around: Surroundings, key: str) -> tuple[Abstract, ThreadView]:
    told = _told(story, around)
    abstract = Abstract.of(key, story, around.links[story.thread.slug], vars(told))
    view = ThreadView(**_outline(story.thread, around, abstract), **vars(told))
    return abstract, _keyed(restorable(view, partial(_told, story, around)), key, around, abstract)


def _told(story: Story, around: Surroundings) -> SimpleNamespace:
    return SimpleNamespace(**retell(story, around.outlets, around.language, around.issue))


def _keyed(view: ThreadView, key: str, around: Surroundings, abstract: Abstract) -> ThreadView:
    """Return a view that knows its key: what is ahead of an edition depends on its day."""
    return keyed(view, content_key(key, around.issue.day, [*map(around.issue.awaits, abstract.ahead)]))


def _outline(thread: Thread, around: Surroundings, abstract: Abstract) -> dict[str, Any]:
    """Return what other pages say of a thread too, by the names of its view's fields."""
    link, line, issue = around.links[thread.slug], thread.storyline, around.issue
    sources = view_sources(thread, around.outlets, issue)
    by_id = {source.article: source for source in sources}
    outline = {
        "slug": thread.slug, "url": link.url, "title": link.title, "lang": link.lang,
        "first": link.first, "last": link.last, "standfirst": thread.word.standfirst, "status": thread.word.status,
        "reports": len(sources), "outlets": len({article.source for article in thread.articles} - {None}),
        "sources": sources, "tags": tags_of(thread), "aliases": thread.aliases, "pinned": thread.word.pin,
        "storyline": LinkView(storyline_url(line.slug), line.name, around.language) if line else None,
        "related": around.related(thread), "news": len(issue.fresh & by_id.keys()), "edition": issue.day,
        "oldest": oldest_url(thread.slug) if len(abstract.volumes) > 1 else None,
        "errata": view_errata(thread.errata, by_id, link), "notices": view_notices(abstract.notices, by_id, link),
        "volumes": abstract.volumes,
    }  # fmt: skip
    return {**outline, "card": view_card(outline, abstract), "parts": view_parts(link.url, abstract)}
