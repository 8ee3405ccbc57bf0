"""Tell open pages that the site was built again, or why it could not be.

A page names the build that it shows when it begins to listen, so nothing that happens between its loading and its
listening is missed. The name tells the process too, since each counts its builds from 1: a tab that nobody looked at
while the preview was started anew shows a build of another one. Only good builds are counted: a failed one lays its
message over the page, and the next good one reloads the page and so takes the message away.

The reload script is a file of its own, because the pages forbid inline scripts. It is put into pages as they are
served and never into the site. A page's own policy is widened to it on the way, by this server's own origin and
nothing more; so a page seen here is governed a little more loosely than the one that is published.
"""

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

EVENTS_PATH = "/__reload"
SCRIPT_PATH = "/__reload.js"
HEARTBEAT = 15.0  # seconds; how long a page that has gone away may keep its thread
POLICY = re.compile(rb'(<meta\s+http-equiv="content-security-policy"\s+content=")([^"]*)(")', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class News:
    """Where the build stands."""

    build: int = 0  # good builds so far
    fault: str | None = None  # why the latest build failed, one or more lines
    run: str = ""  # what tells this process from any other one

    @property
    def name(self) -> str:
        """Return what no other build is called, of this process or another one."""
        return f"{self.run}{self.build}"


class Bulletin:
    """The news that every open page waits for."""

    def __init__(self, run: str = "") -> None:
        self.news = News(run=run)
        self.closed = False
        self._changed = threading.Condition()

    def post(self, fault: str | None) -> None:
        """Tell how a build ended: None is well."""
        with self._changed:
            self.news = replace(self.news, build=self.news.build + (not fault), fault=fault or None)
            self._changed.notify_all()

    def close(self) -> None:
        """Let every page go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def beyond(self, known: News | None, patience: float) -> News:
        """Return the news once they differ from `known`; after `patience` seconds, or at the close, as they are."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.news != known, patience)
            return self.news


def events(bulletin: Bulletin, shown: str) -> Iterator[bytes]:
    """Yield the server-sent events for a page that shows the build `shown`, until the bulletin closes."""
    news = bulletin.news
    told = replace(news, fault=None) if shown == news.name else None
    yield b"retry: 1000\n\n"
    while not bulletin.closed:
        news = bulletin.beyond(told, HEARTBEAT)
        yield _event(told, news)
        told = news


def with_script(page: bytes, build: str, more: bytes = b"") -> bytes:
    """Return an HTML page with the reload script and `more` tags at its end, and a policy that lets them work."""
    page = POLICY.sub(lambda found: found[1] + _widened(found[2]) + found[3], page)
    script = f'<script src="{SCRIPT_PATH}?build={build}"></script>\n'.encode() + more
    end = page.lower().rfind(b"</body")
    return page[:end] + script + page[end:] if end >= 0 else page + script


def admitting(policy: str) -> str:
    """Return a Content-Security-Policy under which a page may also run and reach what this server offers.

    >>> admitting("default-src 'none'; script-src 'sha256-x'")
    "default-src 'none'; script-src 'sha256-x' 'self'; connect-src 'self'"
    >>> admitting("img-src *")
    'img-src *'
    """
    found = directives(policy)
    for name in ("script-src", "connect-src"):
        sources = found.get(name, found.get("default-src"))
        if sources is not None and "'self'" not in sources:
            found[name] = [*(source for source in sources if source.lower() != "'none'"), "'self'"]
    return joined(found)


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of a policy's directives, by their names in small letters."""
    return {words[0].lower(): words[1:] for part in policy.split(";") if (words := part.split())}


def joined(directives: Mapping[str, Sequence[str]]) -> str:
    """Return directives as one policy."""
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _event(told: News | None, news: News) -> bytes:
    if told is None or news.name != told.name:
        return f"event: reload\ndata: {news.name}\n\n".encode()
    if news.fault is None or news.fault == told.fault:
        return b": still here\n\n"
    return b"event: fault\n" + "".join(f"data: {line}\n" for line in news.fault.splitlines()).encode() + b"\n"


def _widened(policy: bytes) -> bytes:
    return escape(admitting(unescape(policy.decode()))).replace("&#x27;", "'").encode()
