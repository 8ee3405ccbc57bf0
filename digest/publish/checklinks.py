"""Follow every link of the site to a page of the site, and every anchor to its place, as a browser would.

Where the link stands in a file that the curator wrote, the fault names that file and the line; else the page, and the
line there. A link of a template stands on every page: what leads to one place is told once, with how often.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from digest.errors import Fault
from digest.tools.text import counted

_HERE = "https://site.invalid"  # stands for the host, which a link within the site need not know
_TOP = frozenset({"", "top"})  # fragments that every page has
_WRITTEN = ".//@href | .//@src | .//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the site, what can be linked to in it, and where its links lead."""

    path: str  # below the output folder
    anchors: frozenset[str]
    links: tuple[tuple[str, int], ...]  # as written, with the line


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the site lies, and which file of the curator's a page was made of."""

    site: str  # the output folder as messages name it
    root: str  # the path of the site on its host
    base_url: str
    sources: Mapping[str, tuple[str, str]]  # by the page's path: the file's name, and its text


def read_sheet(path: str, content: bytes) -> Sheet:
    """Return the anchors and links of an HTML file."""
    tree = etree.fromstring(content or b"<p>", etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if tree is None:
        return Sheet(path, frozenset(), ())
    anchors = frozenset(map(str, tree.xpath("//@id | //a/@name")))
    found = ((str(link), link.getparent().sourceline or 1) for link in tree.xpath(_WRITTEN))
    return Sheet(path, anchors, tuple((_address(link), line) for link, line in found))


def check_links(sheets: Iterable[Sheet], paths: Iterable[str], about: Whereabouts) -> Iterator[Fault]:
    """Yield the links within the site that lead nowhere, and those to an anchor that is not there."""
    by_path, known = {sheet.path: sheet for sheet in sheets}, frozenset(paths)
    broken: dict[tuple[str, str, str], list[tuple[str, int, str]]] = {}
    for sheet in sorted(by_path.values(), key=lambda sheet: sheet.path):
        for link, line in sheet.links:
            rule, target = _wrong(link, sheet, by_path, known, about)
            if rule:
                source = _source(sheet.path, link, about)
                place, number = source or (f"{about.site}/{sheet.path}", line)
                key = (rule, place if source else "", target)
                broken.setdefault(key, []).append((place, number, link))
    for (rule, _, _), those in broken.items():
        yield _fault(rule, those)


def _fault(rule: str, those: list[tuple[str, int, str]]) -> Fault:
    place, line, link = those[0]
    more = len({each for each, *_ in those}) - 1
    also = f" (so does it on {counted(more, 'other page')})" if more else ""
    what = f'the link "{link[:200]}" leads nowhere in the site{also}'
    mend = "Write the address of a page that is there, or delete the link"
    if rule == "broken-anchor":
        what = f'the link "{link[:200]}" leads to a place that its page does not have{also}'
        mend = "Write an id of that page behind the #, or leave it out"
    return Fault(place, line, what, mend, rule=rule)


def _wrong(
    link: str, sheet: Sheet, sheets: Mapping[str, Sheet], known: frozenset[str], about: Whereabouts
) -> tuple[str, str]:
    """Return the rule that a link breaks, or "", and where it leads."""
    path, fragment = _target(link, sheet.path, about)
    if path is None:
        return "", ""
    file = next((each for each in (path, f"{path}/index.html") if each in known), None)
    if file is None:
        return "broken-link", path
    here = sheets.get(file)
    if here is None or fragment in _TOP or fragment.startswith(":~:") or fragment in here.anchors:
        return "", ""
    return "broken-anchor", f"{file}#{fragment}"


def _target(link: str, page: str, about: Whereabouts) -> tuple[str | None, str]:
    """Return the file that a link means, below the site's folder, and the fragment; None: it leads out of the site."""
    try:
        address = urljoin(f"{_HERE}{about.root}{page}", link)
        if about.base_url and address.startswith(about.base_url.rstrip("/") + "/"):
            address = f"{_HERE}{about.root}{address[len(about.base_url.rstrip('/')) + 1 :]}"
        parts = urlsplit(address)
    except ValueError:
        return link, ""
    if f"{parts.scheme}://{parts.netloc}" != _HERE:
        return None, ""
    path = unquote(parts.path)
    if not path.startswith(about.root):
        return f"..{path}", ""  # another site of the same host, of which nobody here knows
    below = path.removeprefix(about.root)
    return (f"{below}index.html" if not below or below.endswith("/") else below), unquote(parts.fragment)


def _source(page: str, link: str, about: Whereabouts) -> tuple[str, int] | None:
    """Return the line of the curator's file in which a link of a page was written, if it was there."""
    name, text = about.sources.get(page, ("", ""))
    lines = text.splitlines()
    for written in (link, unquote(link)):
        number = next((number for number, line in enumerate(lines, 1) if written and written in line), None)
        if number:
            return name, number
    return None


def _address(written: str) -> str:
    """Return the address of an attribute; that of a page that leads on stands behind "url="."""
    before, mark, address = written.partition("url=")
    return (address if mark and before.rstrip(" ;").isdigit() else written).strip()
