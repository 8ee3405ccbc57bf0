"""Which addresses mean the same page.

An address that was copied from a letter, a network or a search bears marks of where it was copied. They are taken off
the link that is stored. To compare, more is taken off: what two addresses of one page often differ in and two pages
hardly ever do. Nothing else is guessed: `id=7` and `id=8` may be two articles, and so may `Fire` and `fire`.
"""

import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from digest.tools.text import web_link

# Parameters that name a campaign or a click, and never a page.
_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|ysclid|igshid|igsh|li_fat_id|rb_clickid"
    r"|srsltid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_g[al]|oly_(?:anon|enc)_id|vero_id|wt_mc|wt\.mc_id|xtor|ocid|cmpid|cmp"
    r"|smid|ref_src|ref_url|at_(?:medium|campaign|custom\d?|link_\w{1,20}|ptr_name|bbc_team|format|campaign_type)"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|itm_\w*|ftag|__twitter_impression",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
_ROUTES = ("!", "/")  # how a fragment begins that names a page of an application, not a place in a page
_UNRESERVED = "-._~!$&'()*+,;=:@"  # signs of a path that are not to be written as %XX


def untracked(link: str) -> str:
    """Return a web link without what tells only where it was copied, and without a place within the page.

    >>> untracked("https://post.example/fire?id=7&utm_source=letter&fbclid=x#comments")
    'https://post.example/fire?id=7'
    """
    parts = urlsplit(link)
    fragment = parts.fragment if parts.fragment.startswith(_ROUTES) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(_parameters(parts.query)), fragment))


def canonical(link: str) -> str:
    """Return what is the same of all addresses of a page; it is to compare by, and no link.

    >>> canonical("HTTP://www.Post.example:80/%66ire/?b=2&a=1&utm_medium=x#top")
    'post.example/fire?a=1&b=2'
    >>> canonical("https://post.example/fire") == canonical("https://post.example/Fire")
    False
    """
    parts = urlsplit(untracked(link))
    port = "" if parts.port in {None, _PORTS.get(parts.scheme)} else f":{parts.port}"
    host = _plain_host(parts.hostname or "").removeprefix("www.")
    path = "/".join(map(_plain_step, parts.path.split("/"))).rstrip("/")
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{host}{port}{path}{'?' if query else ''}{query}{'#' if parts.fragment else ''}{parts.fragment}"


def address(text: str) -> str | None:
    """Return `text` as a web link without marks of where it was copied; None where it is none."""
    link = web_link(text)
    return untracked(link) if link else None


def is_home(link: str) -> bool:
    """Return whether a link leads to the first page of its site, which is no article."""
    parts = urlsplit(link)
    return parts.path in {"", "/"} and not parts.query and not parts.fragment


def _parameters(query: str) -> list[str]:
    return [each for each in query.split("&") if each and not _TRACKING.fullmatch(each.partition("=")[0])]


def _plain_step(step: str) -> str:
    return quote(unquote(step, errors="surrogateescape"), _UNRESERVED, errors="surrogateescape")


def _plain_host(host: str) -> str:
    try:
        return host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host
