"""Fetch pages politely and within bounds: one question at a time, by a name that says who asks.

Nothing but http and https is fetched, no further than a few redirects, none of them unchecked; no more than a page has,
no longer than a page takes, no faster than one question a second to a host, and nothing that the site asks programs to
leave alone. What cannot be fetched is told plainly. Proxies of the environment are not used: the check of addresses
would be theirs.
"""

import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.robotparser import RobotFileParser

import httpcore
import httpx

from digest import __version__
from digest.intake.links import address, is_home
from digest.intake.network import Deadline, Transport
from digest.intake.outcomes import Look, Page, Refused, no_page
from digest.intake.robots import AGENT, delay, rules
from digest.intake.settings import FetchSettings
from digest.intake.unpack import unpacked

_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip",
}
_MOVES = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_PATIENT = frozenset({429, 503})  # a server may say when to come again
_GONE = "this page is gone: its address leads to the first page of the site"


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: httpx.Headers
    content: bytes

    @property
    def location(self) -> str | None:
        return self.headers.get("location") if self.status in _MOVES else None


@dataclass(frozen=True, slots=True)
class _End:
    answer: _Answer
    link: str  # where the redirects ended
    moved: str  # how far they led for good


class Fetcher:
    """Fetches pages, and remembers what each site asks for and when it was asked last."""

    def __init__(
        self,
        settings: FetchSettings,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._settings, self._clock, self._sleep = settings, clock, sleep
        self._secure: ssl.SSLContext = httpx.create_ssl_context()
        self._deadline = Deadline(clock)
        self._rules: dict[str, RobotFileParser | Refused] = {}  # by origin
        self._asked: dict[str, float] = {}  # by host: when

    def fetch(self, link: str) -> Page:
        """Return the page at a web link; raise Refused, with the reason, where it cannot be had."""
        end = self._follow(link, self._polite)
        if end.answer.status != HTTPStatus.OK:
            raise no_page(end.answer.status)
        headers = end.answer.headers
        media, _, _ = headers.get("content-type", "").partition(";")
        charset = httpx.Response(200, headers=headers).charset_encoding
        return Page(address(end.link) or end.link, end.answer.content, media.strip().lower(), charset)

    def look(self, link: str) -> Look:
        """Return what is said of a web link without reading the page; raise Refused where nobody may or can be asked.

        A move counts where it is for good from the first redirect on: what leads on from a passing one may pass too.
        """
        end = self._follow(link, self._glance)
        return Look(end.answer.status, None if end.moved == link else address(end.moved))

    def _follow(self, link: str, ask: Callable[[str], _Answer]) -> _End:
        """Return where the redirects from `link` end, which is not the first page of a site, unless `link` is."""
        self._deadline.begin(self._settings.total)
        end = self._end(link, ask)
        if end.answer.status == HTTPStatus.OK and is_home(end.link) and not is_home(link):
            raise Refused(_GONE, "Look at the address")
        return end

    def _end(self, link: str, ask: Callable[[str], _Answer]) -> _End:
        moved, is_for_good = link, True
        for _ in range(self._settings.redirects + 1):
            answer = ask(link)
            if answer.location is None:
                return _End(answer, link, moved)
            link = _next(link, answer.location, answer.status)
            is_for_good = is_for_good and answer.status in _FOR_GOOD
            moved = link if is_for_good else moved
        what = f"it redirects more than {self._settings.redirects} times"
        raise Refused(what, "Add the address where it ends", answer.status)

    def _glance(self, link: str) -> _Answer:
        """Return the answer without its body; one that refuses to be asked so is asked as for the page."""
        answer = self._polite(link, "HEAD")
        # Servers that do not know HEAD say all sorts of things to it, 404 among them.
        is_told = answer.status < HTTPStatus.BAD_REQUEST or answer.status in _PATIENT
        return answer if is_told else self._polite(link, "GET", is_read=False)

    def _polite(self, link: str, method: str = "GET", *, is_read: bool = True) -> _Answer:
        """Return the answer of a site that lets programs ask; one that asks to wait is asked once more."""
        known = self._rules_of(link)
        if not known.can_fetch(AGENT, link):
            raise Refused("robots.txt of this site keeps programs out", "Save the page in a browser, and add the file")
        answer = self._ask(link, method, delay(known), is_read=is_read)
        wait = answer.headers.get("retry-after", "")
        if answer.status not in _PATIENT or not wait.isascii() or not wait.isdigit() or len(wait) > 6:
            return answer
        if int(wait) > self._settings.patience:
            return answer
        self._sleep(int(wait))
        self._deadline.begin(self._settings.total)
        return self._ask(link, method, delay(known), is_read=is_read)

    def _rules_of(self, link: str) -> RobotFileParser:
        url = _url(link)
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._rules:
            self._rules[origin] = self._asked_rules(f"{origin}/robots.txt")
        found = self._rules[origin]
        if isinstance(found, Refused):
            raise Refused(found.what, found.mend) from found
        return found

    def _asked_rules(self, link: str) -> RobotFileParser | Refused:
        """Return the rules of a site, or why it cannot be reached: a list may have a thousand pages of one."""
        try:
            answer = self._end(link, self._ask).answer
        except Refused as error:
            return error
        return rules(answer.status, answer.content)

    def _ask(self, link: str, method: str = "GET", pause: float = 0, *, is_read: bool = True) -> _Answer:
        url = _url(link)
        self._wait(url.host, max(self._settings.pace, min(pause, self._settings.patience)))
        transport = Transport(self._secure, self._deadline, allow_private=self._settings.allow_private)
        timeout = httpx.Timeout(self._settings.read, connect=self._settings.connect)
        try:
            with (
                httpx.Client(transport=transport, headers=_HEADERS, timeout=timeout, trust_env=False) as client,
                client.stream(method, url) as response,
            ):
                body = _body(response, self._settings.size) if is_read and method != "HEAD" else b""
                return _Answer(response.status_code, response.headers, body)
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise Refused("the server takes too long to answer", "Add it again later") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, zlib.error) as error:
            raise Refused(f"the connection fails: {error}", "Look at the address, or add it again later") from error

    def _wait(self, host: str, pause: float) -> None:
        """Wait until the host may be asked again."""
        asked = self._asked.get(host)
        left = 0 if asked is None else asked + pause - self._clock()
        if left > 0:
            self._sleep(left)
        self._asked[host] = self._clock()


def _url(link: str) -> httpx.URL:
    try:
        return httpx.URL(link)
    except httpx.InvalidURL as error:
        raise Refused(f"this is no web address: {error}", "Look at the address") from error


def _next(link: str, location: str, status: int) -> str:
    try:
        joined = str(httpx.URL(link).join(location).copy_with(fragment=None))
    except (httpx.InvalidURL, ValueError):
        joined = ""
    if not address(joined):
        raise Refused(f'it redirects to "{location[:200]}", which is not on the web', "Look at the address", status)
    return joined


def _body(response: httpx.Response, size: int) -> bytes:
    """Return the body of a page; of any other answer nothing."""
    if response.status_code != HTTPStatus.OK:
        return b""
    # Unpacked by ourselves and not by httpx, which bounds no piece.
    return unpacked(response.iter_raw(), response.headers.get("content-encoding", ""), size)
