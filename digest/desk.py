"""What lies on the desk before there is a page, and the first stages: file -> RawArticle -> Article.

What needs no threads needs no more than these, and need not wait until the other stages are imported.
"""

from dataclasses import dataclass

from digest.articles.advise import advise
from digest.articles.clean import clean
from digest.articles.outlets import Outlets, read_outlets
from digest.articles.read import read
from digest.config import Config
from digest.errors import Fault
from digest.ghost import fade
from digest.model import Article, Erratum, Story
from digest.project import Project
from digest.threads.lock import Lock
from digest.tools.cache import Cache
from digest.tools.means import Means


@dataclass(frozen=True, slots=True)
class Desk:
    """The articles, clean and dated, before it is asked which belong together; and what a curator should mend."""

    articles: tuple[Article, ...]
    outlets: Outlets
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Manuscript(Desk):
    """Everything that is known before there is a page: articles, stories, and what a curator should mend."""

    stories: tuple[Story, ...]
    lock: Lock
    errata: tuple[Erratum, ...] = ()  # what the digest got wrong, about no thread of it


def gather(project: Project, config: Config, means: Means | None = None) -> Desk:
    """Return the clean articles of a project; nothing is written but the cache."""
    means = means or Means(Cache(project.cache))
    means.step("read")
    sources = project.content / "sources.yaml"
    raw = read(project.articles, project.root, means)
    outlets = means.memo.same("outlets", "", read_outlets(sources, project.shown(sources)))
    means.step("clean")
    articles = clean(raw.articles, outlets, config.clean, means)
    for each in raw.articles:
        fade(each)
    means.step("")
    return Desk(articles, outlets, (*raw.faults, *outlets.faults, *advise(articles)))
