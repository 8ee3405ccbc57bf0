"""How a reader cites a thread: as the edition that they read; its day is no clock's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.pages.site import SiteSettings
from digest.pages.threadviews import ThreadView
from digest.pages.views import Page
from digest.tools.text import fingerprint

# Macros of BibTeX, which a style writes in its own language.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts a brace even where TeX would not, so a brace has to be a word.
_TEX = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}", **{sign: f"\\{sign}" for sign in "$&#_%"},
}  # fmt: skip
_TEX_SIGN = re.compile("[" + re.escape("".join(_TEX)) + "]")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation of a thread says."""

    title: str
    lang: str
    site: str
    edition: str | None  # YYYY-MM-DD
    address: str | None  # of a site that has one
    bibtex: str


def citation(page: Page, site: SiteSettings) -> Citation | None:
    """Return how to cite a page that is a thread; None for all others."""
    if not isinstance(page.view, ThreadView):
        return None
    address = site.absolute(page.url) if site.base_url else None
    return Citation(
        page.view.title, page.view.lang, site.title, page.view.edition, address, _bibtex(page.view, site, address)
    )


def _bibtex(view: ThreadView, site: SiteSettings, address: str | None) -> str:
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(view, site, address))
    return f"@misc{{{_key(view)},\n{fields}\n}}"


def _fields(view: ThreadView, site: SiteSettings, address: str | None) -> Iterable[tuple[str, str]]:
    # Two braces keep the title's capitals.
    yield "title", f"{{{{{_tex(view.title)}}}}}"
    yield "howpublished", f"{{{_tex(site.title)}}}"
    if view.edition:
        year, month, day = map(int, view.edition.split("-"))
        yield from (("year", f"{{{year:04}}}"), ("month", _MONTHS[month - 1]), ("day", f"{{{day}}}"))
    if address:
        yield "url", f"{{{address}}}"


def _key(view: ThreadView) -> str:
    """Return the key of the entry, in ASCII as BibTeX needs it."""
    name = view.slug if view.slug.isascii() else fingerprint(view.slug)
    return f"{name}-{view.edition}" if view.edition else name


def _tex(text: str) -> str:
    return _TEX_SIGN.sub(lambda found: _TEX[found[0]], text)
