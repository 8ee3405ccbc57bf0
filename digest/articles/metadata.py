"""What is known of an article, and where each piece of it was found.

What the curator or a feed says wins over what the text says, and that over what file names say. What nobody said stays
unsaid: no link is made up, and an article without a date is never dated "today". Only a language is recognised, of a
brief by its title too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from digest.articles.briefs import brief_language
from digest.articles.extract import Extract, Found
from digest.articles.knownoutlets import agency_beside, outlet_beside
from digest.articles.languages import language_of, spelled
from digest.articles.outlets import Outlets, agency, is_agency
from digest.articles.scrape.credits import wire
from digest.articles.scrape.derivedtitles import derive_title
from digest.articles.scrape.segments import segments
from digest.model import Given, Origins, RawArticle
from digest.tools.text import host, one_line

_DATELINE = 200  # signs of a text that may be its dateline


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; None where nobody said it."""

    title: Found
    date: Found | None  # ISO 8601: a day, or an instant with or without its zone
    authors: tuple[Found, ...]
    source: Found | None  # a key of sources.yaml, or a plain name
    wire: Found | None  # the key of an agency
    link: Found | None
    lang: Found
    lead: Found | None
    section: Found | None

    @property
    def origins(self) -> Origins:
        """Return where each piece was found."""
        return Origins(
            title=self.title.origin, date=_origin(self.date), authors=_origin(next(iter(self.authors), None)),
            source=_origin(self.source), wire=_origin(self.wire), link=_origin(self.link), lang=self.lang.origin,
            lead=_origin(self.lead), section=_origin(self.section),
        )  # fmt: skip


def metadata(raw: RawArticle, found: Extract, outlets: Outlets, language: str) -> Metadata:
    """Return what is known of an article; `language` is that of articles that neither name nor show one."""
    given, is_scrape = raw.given, raw.syntax == "text"
    link = _given(given, given.link) or found.link
    authors = tuple(Found(author, given.origin) for author in given.authors) or found.authors
    title = _given(given, given.title) or found.title or _made_title(raw.path, found.paragraphs)
    source = _source(given, found, link, outlets) or (outlet_beside(found.cuts, outlets) if is_scrape else None)
    return Metadata(
        title=title,
        date=_given(given, given.date) or found.date or (Found(raw.filed, "file-name") if raw.filed else None),
        authors=authors if given.authors else _persons(authors, outlets),
        source=source,
        wire=_wire(found, authors, source, outlets),
        link=link,
        lang=_given(given, given.lang) or found.lang or _language(title, found.paragraphs, language),
        lead=_given(given, given.lead) or found.lead,
        section=_given(given, given.section) or found.section,
    )


def _persons(authors: Iterable[Found], outlets: Outlets) -> tuple[Found, ...]:
    """Return the authors that were found without the agencies of sources.yaml, whose names may be those of persons."""
    return tuple(author for author in authors if not outlets.agency(author.value))


def _given(given: Given, value: str | None) -> Found | None:
    return Found(value, given.origin) if value else None


def _origin(piece: Found | None) -> str | None:
    return piece.origin if piece else None


def _made_title(path: str, paragraphs: Sequence[str]) -> Found:
    """Return a title made of the first words that there are; an article without any is called by its file's name."""
    first = next((title for paragraph in paragraphs if (title := derive_title(paragraph))), "")
    return Found(first, "derived") if first else Found(one_line(PurePosixPath(path).stem) or "untitled", "file-name")


def _language(title: Found, paragraphs: Sequence[str], otherwise: str) -> Found:
    """Return the language that the text is in, spelled as the site does; the site's own where that may be it."""
    recognised = language_of(paragraphs) or brief_language((title.value, *paragraphs), otherwise)
    return Found(spelled(recognised, otherwise), "derived") if recognised else Found(otherwise, "digest.yaml")


def _source(given: Given, found: Extract, link: Found | None, outlets: Outlets) -> Found | None:
    """Return the outlet: as given, by the link, as the text says, else the link's host."""
    if given.source:
        return Found(outlets.name_of(given.source), given.origin)
    by_link = outlets.of_link(link.value) if link else None
    if by_link:
        return Found(by_link.key, "link")
    if found.source and not _is_wire(found, found.source, outlets):
        return Found(outlets.name_of(found.source.value), found.source.origin)
    return Found(host(link.value), "link") if link else None


def _wire(found: Extract, authors: Iterable[Found], source: Found | None, outlets: Outlets) -> Found | None:
    """Return the agency whose text it is: by a credit, an author that is no person, a dateline.

    What an agency of sources.yaml publishes itself has it for a source, and needs no wire.
    """
    credit = found.source if found.source and _is_wire(found, found.source, outlets) else None
    author = next((each for each in authors if is_agency(each.value) or outlets.agency(each.value)), None)
    piece = found.wire or credit or author or _dateline(found.paragraphs) or agency_beside(found, outlets)
    if piece is None:
        return None
    outlet = outlets.named(piece.value)
    if source and source.value == outlet.key and outlets.agency(piece.value):
        return None
    return Found(outlet.key if outlet.known else agency(piece.value), piece.origin)


def _dateline(paragraphs: Sequence[str]) -> Found | None:
    """Return the agency that the text begins with: "ALMA (Reuters) -"."""
    start = paragraphs[0][:_DATELINE] if paragraphs else ""
    if "(" not in start and "&" not in start:  # which may stand for it
        return None
    found = wire((), segments(start, 1)[:1])
    return Found(found.value, "dateline") if found else None


def _is_wire(found: Extract, source: Found, outlets: Outlets) -> bool:
    """Tell a credit line, "Source: Agence France-Presse", from the name of the site: the one means the text's maker."""
    if outlets.named(source.value).known:
        is_credit = any(cut.rule == "source-credit" and source.origin == f"line {cut.line}" for cut in found.cuts)
        return is_credit and outlets.agency(source.value) is not None
    return source.origin.startswith("line ") and is_agency(source.value)
