"""The pages of articles that the site may show whole: those of `rights: full`, the curator's own or licensed."""

from collections.abc import Iterable, Mapping
from functools import partial

from digest.ghost import ghost, keyed
from digest.model import Article, Outlet, Story
from digest.pages.listings import ArticleView, OutletArticleView
from digest.pages.retell import may_be_read_here, view_source
from digest.pages.threadviews import ThreadView
from digest.pages.urls import article_url
from digest.pages.views import Page
from digest.tools.keys import content_key


def article_pages(
    stories: Iterable[Story], threads: Iterable[ThreadView], outlets: Mapping[str, Outlet], language: str
) -> Iterable[Page]:
    """Yield a page for each article of the stories that may be read here; each story has its thread's view.

    A day that the curator hides is hidden in the timeline; the article still has all of its text.
    """
    for story, thread in zip(stories, threads, strict=True):
        for article in story.thread.articles:
            if may_be_read_here(article, outlets.get(article.source or "")):
                source = view_source(article, 0, outlets)
                listed = OutletArticleView(source, thread.url, thread.title, thread.lang)
                above = ((thread.title, thread.url),)
                view = ghost(ArticleView, {"article": listed}, partial(_whole, listed, article))
                keyed(view, content_key(listed, article))
                yield Page(
                    article_url(article.id, article.slug),
                    "article.html",
                    source.title,
                    language,
                    view,
                    article.path,
                    above,
                )


def _whole(listed: OutletArticleView, article: Article) -> ArticleView:
    return ArticleView(listed, article.paragraphs)
