"""URLs of pages, files of URLs, and links from page to page.

A URL is relative to the site and begins and ends with "/", but for the few that name a file. Links are relative to
their page, so that one build works at a host's root, below a path, and for whoever copies the folder.
"""

from posixpath import relpath

from digest.tools.text import fingerprint, slug

HOME = "/"
SOURCES = "/sources/"
ARCHIVE = "/archive/"
CORRECTIONS = "/corrections/"
OUTLETS = "/sources/outlets.opml"
FEED = "/feed.xml"
RSS = "/rss.xml"
JSON_FEED = "/feed.json"
SITEMAP = "/sitemap.xml"
STYLE = "/assets/style.css"
ICON = "/assets/icon.svg"


def thread_url(slug: str) -> str:
    """Return the URL of a thread's page."""
    return f"/threads/{slug}/"


def thread_feed(slug: str) -> str:
    """Return the URL of a thread's Atom feed."""
    return f"{thread_url(slug)}feed.xml"


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


def tag_url(tag: str) -> str:
    """Return the URL of a tag's page: one for all cases, and one of its own where the slug does not say all.

    >>> tag_url("Grey Island"), tag_url("C++")
    ('/tags/grey-island/', '/tags/c-2421123ec6/')
    """
    plain = "-".join(tag.casefold().split())
    name = slug(tag)
    return f"/tags/{name}/" if name == plain else f"/tags/{name}-{fingerprint(plain)}/"


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
    """Return the link from the page at one URL to another URL, which may have a fragment.

    >>> relative("/threads/fire/", "/sources/#amber"), relative("/", "/"), relative("/feed.xml", "/")
    ('../../sources/#amber', './', './')
    """
    url, mark, fragment = target.partition("#")
    if url == page and mark:
        return mark + fragment
    folder = page.rsplit("/", 1)[0] or "/"
    link = relpath(url, folder)
    return (link + "/" if url.endswith("/") else link) + mark + fragment
