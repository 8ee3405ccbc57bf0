"""What the digest has already, so that nothing is added twice.

Two articles are one if they have the same link, by `canonical`; or the same id, as a feed's entry has wherever it is
saved; or the same text, where one of them has no link: the same wire report on two sites is two articles. A file that
is set aside for a fault is asked for its link too, since its curator may be about to mend it.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from digest.articles.clean import clean
from digest.articles.outlets import read_outlets
from digest.articles.read import read
from digest.config import Config
from digest.intake.links import canonical, is_home
from digest.model import RawArticle
from digest.project import Project
from digest.tools.cache import Cache
from digest.tools.means import Means
from digest.tools.text import fingerprint, web_link

_LINK_LINE = re.compile(r"^(?:link|url):[ \t]{0,9}[\"']?(https?://[^\s\"']{1,2000})", re.MULTILINE)
_CANONICAL = re.compile(r"<link\s(?=[^<>]{0,2000}rel=[\"']?canonical\b)[^<>]{0,2500}", re.IGNORECASE)
_HREF = re.compile(r"href=[\"']?([^\s\"'<>]{1,2000})", re.IGNORECASE)
_HEAD = 64 * 1024  # bytes of a faulty file, and signs of a page, that may hold its link


@dataclass(slots=True)
class Known:
    """The articles of a digest, and those that were added since, by what tells them."""

    links: dict[str, str] = field(default_factory=dict)  # canonical link -> path
    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)  # of all articles
    unlinked: dict[str, str] = field(default_factory=dict)  # texts of articles without a link
    names: set[str] = field(default_factory=set)  # paths from the articles' folder, in lower case

    def of_link(self, link: str | None) -> str | None:
        """Return the path of the article with this link."""
        return self.links.get(canonical(link)) if link else None

    def of(self, raw: RawArticle, link: str | None) -> str | None:
        """Return the path of the article that `raw` is, None where it is a new one."""
        same = self.unlinked if link else self.texts
        text = _told(raw.text)
        return self.of_link(link) or self.ids.get(raw.id) or (same.get(text) if text else None)

    def add(self, raw: RawArticle, link: str | None, path: str) -> None:
        """Remember an article."""
        self.ids.setdefault(raw.id, path)
        if link:
            self.links.setdefault(canonical(link), path)
        if text := _told(raw.text):
            self.texts.setdefault(text, path)
            if not link:
                self.unlinked.setdefault(text, path)


def survey(project: Project, config: Config, step: Callable[[str], object] = str) -> Known:
    """Return what a project has; nothing is written but the cache."""
    step("read")
    raws = read(project.articles, project.root)
    outlets = read_outlets(project.content / "sources.yaml", project.shown(project.content / "sources.yaml"))
    step("clean")
    articles = clean(raws.articles, outlets, config.clean, Means(Cache(project.cache)))
    links = {article.id: article.link for article in articles}
    known = Known(names=_names(project.articles))
    for raw in raws.articles:
        known.add(raw, links[raw.id], raw.path)
    for path in sorted({fault.path for fault in raws.faults}):
        if link := _link_of_faulty(project.root / path):
            known.links.setdefault(canonical(link), path)
    step("")
    return known


def link_of(raw: RawArticle) -> str | None:
    """Return the link that an article gives, or that its page names as its own; a site's first page is no article."""
    if raw.given.link or raw.syntax != "html":
        return raw.given.link
    tag = _CANONICAL.search(raw.text[:_HEAD])
    href = _HREF.search(tag[0]) if tag else None
    link = web_link(unescape(href[1])) if href else None
    return None if link is None or is_home(link) else link


def _told(text: str) -> str:
    words = " ".join(text.split())
    return fingerprint(words) if words else ""


def _names(folder: Path) -> set[str]:
    return {
        Path(parent, name).relative_to(folder).as_posix().casefold()
        for parent, folders, files in os.walk(folder)
        for name in (*folders, *files)
    }


def _link_of_faulty(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            found = _LINK_LINE.search(file.read(_HEAD).decode(errors="replace"))
    except OSError:
        return None
    return web_link(found[1]) if found else None
