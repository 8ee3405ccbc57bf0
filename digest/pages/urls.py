"""URLs of pages, files of URLs, and links from page to page.

A URL is relative to the site and begins and ends with "/", but for the few that name a file. Links are relative to
their page, so that one build works at a host's root, below a path, and for whoever opens a copy of the folder without
a server. There, nobody turns "threads/fire/" into its index.html, so a link that a reader follows names that file. What
is read elsewhere, such as canonical addresses and feeds, says the URL itself.
"""

from functools import lru_cache
from posixpath import relpath

from digest.pages.ownslugs import is_bare, told_apart
from digest.tools.text import slug

HOME = "/"
SOURCES = "/sources/"
ARCHIVE = "/archive/"
SEARCH = "/search/"
SEARCH_INDEX = "/pagefind/pagefind.js"
CORRECTIONS = "/corrections/"
TAGS = "/tags/"
OUTLETS = "/sources/outlets.opml"
FEED = "/feed.xml"
SITEMAP = "/sitemap.xml"


def thread_url(slug: str) -> str:
    """Return the URL of a thread's page."""
    return f"/threads/{slug}/"


def feed_urls(url: str) -> tuple[str, str, str]:
    """Return the URLs of a page's feeds: Atom, RSS and JSON Feed.

    >>> feed_urls("/tags/fire/")
    ('/tags/fire/feed.xml', '/tags/fire/rss.xml', '/tags/fire/feed.json')
    """
    return f"{url}feed.xml", f"{url}rss.xml", f"{url}feed.json"


def thread_json(slug: str) -> str:
    """Return the URL of a thread as JSON."""
    return f"{thread_url(slug)}thread.json"


def thread_timeline(slug: str) -> str:
    """Return the URL of a thread's timeline as TimelineJS reads it."""
    return f"{thread_url(slug)}timeline.json"


def oldest_url(slug: str) -> str:
    """Return the URL of the page that has a thread's timeline oldest first."""
    return f"/threads/{slug}/oldest/"


def outlet_url(name: str) -> str:
    """Return the URL of an outlet's page."""
    return f"/sources/{name}/"


@lru_cache(maxsize=10_000)
def tag_url(tag: str) -> str:
    """Return the URL of a tag's page: one for all cases, and one of its own where the slug does not say all.

    >>> tag_url("Grey Island"), tag_url("C++")
    ('/tags/grey-island/', '/tags/c-2421123ec6/')
    """
    plain = "-".join(tag.casefold().split())
    return f"/tags/{plain if is_bare(plain) else told_apart(slug(tag), plain)}/"


def article_url(article: str, name: str | None) -> str:
    """Return the URL of the page that has an article's whole text; its id makes it one of its own, and lasts.

    >>> article_url("a-7f3c91d2e4", None), article_url("a-7f3c91d2e4", "Boats burn")
    ('/articles/7f3c91d2e4/', '/articles/boats-burn-7f3c91d2e4/')
    """
    number = article.removeprefix("a-")
    return f"/articles/{slug(name)}-{number}/" if name else f"/articles/{number}/"


def storyline_url(slug: str) -> str:
    """Return the URL of a storyline's page."""
    return f"/storylines/{slug}/"


def day_url(day: str) -> str:
    """Return the URL of a day's page.

    >>> day_url("2025-01-31")
    '/2025/01/31/'
    """
    return f"/{day.replace('-', '/')}/"


def output_path(url: str) -> str:
    """Return the file, below the output folder, that a web server sends for a URL.

    >>> output_path("/threads/fire/"), output_path("/feed.xml")
    ('threads/fire/index.html', 'feed.xml')
    """
    path = url.removeprefix("/")
    return path + "index.html" if not path or path.endswith("/") else path


def relative(page: str, target: str) -> str:
    """Return what the page at one URL has to say to mean another URL, which may have a fragment.

    >>> relative("/threads/fire/", "/sources/#amber"), relative("/", "/"), relative("/feed.xml", "/")
    ('../../sources/#amber', './', './')
    """
    url, mark, fragment = target.partition("#")
    if url == page and mark:
        return mark + fragment
    link = _way(page.rpartition("/")[0], url)
    return (link + "/" if url.endswith("/") else link) + mark + fragment


def link(page: str, target: str) -> str:
    """Return the link that a reader follows from the page at one URL to another URL, which may have a fragment.

    >>> link("/threads/fire/", "/sources/#amber"), link("/", "/"), link("/threads/fire/", "/threads/fire/#source-1")
    ('../../sources/index.html#amber', 'index.html', '#source-1')
    """
    section, root = _place(page)
    if section and not target.startswith(section) and (way := _from_root(target)):
        return root + way
    found, mark, fragment = relative(page, target).partition("#")
    # A fragment alone leads nowhere else; "./" is the folder that the page is the index of.
    return (output_path(found.removeprefix("./")) if found else "") + mark + fragment


@lru_cache(maxsize=1000)
def _place(page: str) -> tuple[str, str]:
    """Return the section of the site that a page is in, "" where that is not plain, and the way up to the root.

    >>> _place("/threads/fire/"), _place("/search/"), _place("/")
    (('/threads', '../../'), ('/search', '../'), ('', ''))
    """
    folders = page.split("/")[1:-1] if page.startswith("/") and not _is_winding(page) else []
    return (f"/{folders[0]}", "../" * len(folders)) if folders else ("", "")


@lru_cache(maxsize=10_000, typed=True)  # HTML of a template stays HTML
def _from_root(target: str) -> str:
    """Return the way from the root of the site to the file of a URL, or to a place in it; "" where that is not plain.

    >>> _from_root("/threads/fire/#source-1"), _from_root("https://example.org/"), _from_root("/a/../b/")
    ('threads/fire/index.html#source-1', '', '')
    """
    if not target.startswith("/") or _is_winding(target):
        return ""
    url, mark, fragment = target.partition("#")
    return output_path(url) + mark + fragment


def _is_winding(url: str) -> bool:
    return "//" in url or "/." in url


def _way(folder: str, url: str) -> str:
    """Return the way from a folder to a URL, as `relpath` does, which takes more than twice as long.

    >>> _way("/threads/fire", "/threads/frost/"), _way("", "/"), _way("/a", "/b/../c")
    ('../frost', '.', '../c')
    """
    if not url.startswith("/") or _is_winding(url) or _is_winding(folder):
        return relpath(url, folder or "/")
    here, there = folder.rstrip("/").split("/"), url.rstrip("/").split("/")
    shared = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."
