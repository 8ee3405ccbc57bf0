"""What a site asks of programs in its robots.txt (RFC 9309), read by the standard library.

A site without the file allows all. Where the file cannot be had since the server is out of order, nothing is allowed.
"""

import re
from urllib.parse import unquote, urlsplit
from urllib.robotparser import RobotFileParser

AGENT = "digest"
MOST = 500_000  # bytes of the file that are read (RFC 9309, section 2.5)
_NOTHING = ["User-agent: *", "Disallow: /"]
# The library fails on what it cannot count, such as a delay of "²".
_LINE = re.compile(r"\s*(?:(?:user-agent|allow|disallow)\s*:.*|crawl-delay\s*:\s*[0-9]{1,6}\s*(?:#.*)?)", re.IGNORECASE)


def rules(status: int, content: bytes) -> RobotFileParser:
    """Return the rules of a site whose robots.txt was answered with `status` and `content`."""
    lines: list[str] = []
    if status >= 500:
        lines = _NOTHING
    elif status < 300:
        lines = content[:MOST].decode("utf-8-sig", errors="replace").splitlines()
    found = RobotFileParser()
    found.parse([line for line in lines if not line.strip() or _is_readable(line)])
    return found


def _is_readable(line: str) -> bool:
    """Return whether the library can read a line; on one that it cannot it gives up the file."""
    try:
        urlsplit(unquote(line.partition(":")[2].strip()))
    except ValueError:  # no path, but an address that is none: "//["
        return False
    return _LINE.fullmatch(line) is not None


def delay(found: RobotFileParser) -> float:
    """Return the seconds that a site asks for between two questions; 0 where it says nothing."""
    return float(found.crawl_delay(AGENT) or 0)
