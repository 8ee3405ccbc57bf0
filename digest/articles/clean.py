"""Make clean, dated articles of raw ones.

Each syntax has a cleaner of its own, which finds the body and what the text says of itself; this stage lets the
curator's word win over that, splits the body into sentences, and gives each the day it speaks of. What nobody said
stays unsaid: no link is made up, and an article without a date is never dated "today".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from digest.articles.dates.days import date_sentence
from digest.articles.extract import Extract, Found
from digest.articles.markdown import clean_markdown
from digest.articles.outlets import Outlets, agency
from digest.articles.scrape.derivedtitles import derive_title
from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.sentences import split_sentences
from digest.articles.web.fragment import clean_fragment
from digest.articles.web.webpage import clean_webpage
from digest.model import Article, Origins, RawArticle, Sentence
from digest.tools.cache import Cache, content_key
from digest.tools.text import host, one_line


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """What cleaning needs to know of the site."""

    language: str = "en"  # of articles that name none
    timezone: str = "UTC"  # of times that name no zone


def clean(raws: Sequence[RawArticle], outlets: Outlets, settings: CleanSettings, cache: Cache) -> tuple[Article, ...]:
    """Return the clean article of each raw one, in the order of date and id; undated ones come last."""
    common = content_key(settings, tuple(outlets.by_key.values()))
    articles = cache.through(
        Article, raws, lambda raw: content_key(common, raw), partial(clean_one, outlets=outlets, settings=settings)
    )
    return tuple(sorted(articles, key=lambda article: (article.published or date.max, article.id)))


def clean_one(raw: RawArticle, outlets: Outlets, settings: CleanSettings) -> Article:
    """Return the clean article of one raw one."""
    given, found = raw.given, _extract(raw)
    title = _title(raw, found)
    published, published_at = _moment(given.date or (found.date.value if found.date else None), settings)
    source = _source(raw, found, outlets)
    link = given.link or (found.link.value if found.link else None)
    return Article(
        id=raw.id, path=raw.path, title=title.value, published=published, published_at=published_at,
        authors=given.authors or tuple(author.value for author in found.authors),
        source=source.value if source else None, wire=agency(found.wire.value) if found.wire else None, link=link,
        lang=given.lang or (found.lang.value if found.lang else settings.language),
        lead=given.lead or (found.lead.value if found.lead else None),
        section=given.section or (found.section.value if found.section else None),
        tags=given.tags, thread=given.thread, slug=given.slug, status=given.status, rights=given.rights,
        origins=_origins(raw, found, title, source),
        paragraphs=found.paragraphs, sentences=_sentences(found.paragraphs, published), cuts=found.cuts,
    )  # fmt: skip


def _extract(raw: RawArticle) -> Extract:
    if raw.syntax == "markdown":
        return clean_markdown(raw.text, raw.first_line)
    if raw.given.origin == "feed":
        return Extract(clean_fragment(raw.text) if raw.syntax == "html" else _lines(raw.text))
    if raw.syntax == "html":
        return clean_webpage(raw.text, raw.first_line, clean_plaintext)
    return clean_plaintext(raw.text, raw.first_line, raw.given.title)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.split("\n") if (line := " ".join(each.split())))


def _title(raw: RawArticle, found: Extract) -> Found:
    if raw.given.title:
        return Found(raw.given.title, raw.given.origin)
    return found.title or Found(_derived(raw.path, found.paragraphs), "derived")


def _derived(path: str, paragraphs: Sequence[str]) -> str:
    """Return a title made of the first words that there are; an article without any is called by its file's name."""
    first = next((title for paragraph in paragraphs if (title := derive_title(paragraph))), "")
    return first or one_line(PurePosixPath(path).stem) or "untitled"


def _moment(text: str | None, settings: CleanSettings) -> tuple[date | None, datetime | None]:
    """Return the day as it was written, and the instant in UTC where a time was written too."""
    if text is None:
        return None, None
    moment = datetime.fromisoformat(text)
    if len(text) <= len("2026-11-20"):
        return moment.date(), None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(settings.timezone))
    return moment.date(), moment.astimezone(UTC)


def _source(raw: RawArticle, found: Extract, outlets: Outlets) -> Found | None:
    """Return the key or the name of the outlet: as given, by the link, as the text says, else the link's host."""
    if raw.given.source:
        outlet = outlets.named(raw.given.source)
        return Found(outlet.key if outlet.known else outlet.name, raw.given.origin)
    link = raw.given.link or (found.link.value if found.link else None)
    by_link = outlets.of_link(link) if link else None
    if by_link:
        return Found(by_link.key, "link")
    if found.source:
        outlet = outlets.named(found.source.value)
        return Found(outlet.key if outlet.known else outlet.name, found.source.origin)
    return Found(host(link), "link") if link else None


def _origins(raw: RawArticle, found: Extract, title: Found, source: Found | None) -> Origins:
    given = raw.given

    def origin(word: object, piece: Found | None) -> str | None:
        return given.origin if word else (piece.origin if piece else None)

    return Origins(
        title=title.origin, date=origin(given.date, found.date),
        authors=origin(given.authors, found.authors[0] if found.authors else None),
        source=source.origin if source else None, wire=found.wire.origin if found.wire else None,
        link=origin(given.link, found.link), lang=origin(given.lang, found.lang),
    )  # fmt: skip


def _sentences(paragraphs: Sequence[str], published: date | None) -> tuple[Sentence, ...]:
    return tuple(
        date_sentence(text, number, published)
        for number, paragraph in enumerate(paragraphs)
        for text in split_sentences(paragraph)
    )
