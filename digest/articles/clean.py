"""Make clean, dated articles of raw ones.

Each syntax has a cleaner of its own, which finds the body and what the text says of itself; this stage lets the
curator's word win over that, splits the body into sentences, and gives each the day it speaks of. Of the other articles
a cleaner knows one thing, which lines of a scrape stand in them too; so an article is cleaned anew where that changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import cast
from zoneinfo import ZoneInfo

from digest.articles.dates.days import date_sentences
from digest.articles.extract import Block, Extract
from digest.articles.folder import is_feed
from digest.articles.metadata import metadata
from digest.articles.outlets import Outlets
from digest.articles.sentences import split_sentences
from digest.articles.settings import CleanSettings
from digest.articles.writtendates import DayOrder
from digest.model import Article, RawArticle, Sentence
from digest.tools.keys import content_key
from digest.tools.means import PLAIN, Means

_NO_REPEATS: Mapping[int, int] = MappingProxyType({})
_WORTHWHILE = 300  # articles; to clean fewer takes less time than to start another process

_Input = tuple[str, RawArticle, Mapping[int, int]]  # what is the same for all; the article; its repeated lines


def clean(
    raws: Sequence[RawArticle], outlets: Outlets, settings: CleanSettings, means: Means = PLAIN
) -> tuple[Article, ...]:
    """Return the clean article of each raw one, in the order of date and id; undated ones come last."""
    common = content_key(settings, tuple(outlets.by_key.values()))
    repeats = repeated_lines(raws)
    inputs = {raw.id: (common, raw, dict(repeats.get(raw.id, _NO_REPEATS))) for raw in raws}

    def cleaned(ids: Sequence[str]) -> tuple[Article, ...]:
        work = partial(_clean_some, outlets, settings)
        return means.through(Article, [inputs[each] for each in ids], lambda its: content_key(*its), work, _WORTHWHILE)

    articles = means.memo.each("clean", inputs, cleaned)
    return tuple(sorted(articles, key=lambda article: (article.published or date.max, article.id)))


def _clean_some(outlets: Outlets, settings: CleanSettings, some: Sequence[_Input]) -> list[Article]:
    return [clean_one(raw, outlets, settings, repeats) for _, raw, repeats in some]


def repeated_lines(raws: Iterable[RawArticle]) -> Mapping[str, Mapping[int, int]]:
    """Return, by the ids of the naive scrapes, which of their lines stand on other pages too, and on how many.

    A feed's entry has no page around it, and in a marked-up page there are better means to tell what is what.
    """
    scrapes = {raw.id: raw.text for raw in raws if raw.syntax == "text" and not is_feed(raw.path)}
    if not scrapes:
        return {}
    from digest.articles.scrape.repetitions import repetitions  # noqa: PLC0415 - see _cleaned

    return repetitions(scrapes)


def clean_one(
    raw: RawArticle, outlets: Outlets, settings: CleanSettings, repeats: Mapping[int, int] = _NO_REPEATS
) -> Article:
    """Return the clean article of one raw one, of which the lines `repeats` stand in others of the batch too."""
    given, found = raw.given, _extract(raw, settings, repeats)
    known = metadata(raw, found, outlets, settings.language)
    published, published_at = _moment(known.date.value if known.date else None, settings)
    sentences = _sentences(found.paragraphs, published)
    return Article(
        id=raw.id, path=raw.path, title=known.title.value, published=published, published_at=published_at,
        authors=tuple(author.value for author in known.authors),
        source=known.source.value if known.source else None, wire=known.wire.value if known.wire else None,
        link=known.link.value if known.link else None, lang=known.lang.value,
        lead=known.lead.value if known.lead else None, section=known.section.value if known.section else None,
        tags=given.tags, thread=given.thread, slug=given.slug, status=given.status, rights=given.rights,
        origins=known.origins,
        paragraphs=found.paragraphs, sentences=sentences, cuts=found.cuts,
        doubts=tuple(doubt for doubt in found.doubts if doubt.about != "date" or published is None),
        excerpt=given.excerpt, length=len(sentences),
    )  # fmt: skip


def account_for(
    raw: RawArticle, settings: CleanSettings, repeats: Mapping[int, int] = _NO_REPEATS
) -> tuple[Block, ...]:
    """Return everything that a raw article holds in its order, what is kept and what is cut, for a curator to see."""
    found = _extract(raw, settings, repeats)
    return found.blocks or _blocks(raw, found)


def _extract(raw: RawArticle, settings: CleanSettings, repeats: Mapping[int, int]) -> Extract:
    found = _cleaned(raw, cast("DayOrder | None", settings.dates.order or None), repeats)
    if not raw.given.keep and not raw.given.cut:
        return found
    from digest.articles.corrections import corrected  # noqa: PLC0415 - see _cleaned

    return corrected(found, found.blocks or _blocks(raw, found), raw.given)


def _cleaned(raw: RawArticle, order: DayOrder | None, repeats: Mapping[int, int]) -> Extract:
    """Return what the cleaner of the article's syntax makes of it.

    Each is imported where an article needs it: together they take 80 ms, and a digest of Markdown needs one.
    """
    if raw.given.origin == "feed":
        from digest.articles.entries import clean_entry  # noqa: PLC0415

        return clean_entry(raw)
    if raw.syntax == "markdown":
        from digest.articles.markdown import clean_markdown  # noqa: PLC0415

        return clean_markdown(raw.text, raw.first_line, raw.given.title)
    return _clean_page(raw, order) if raw.syntax == "html" else _clean_scrape(raw, order, repeats)


def _clean_page(raw: RawArticle, order: DayOrder | None) -> Extract:
    from digest.articles.scrape.patterns import rule_of  # noqa: PLC0415 - see _cleaned
    from digest.articles.scrape.plaintext import Hints, clean_plaintext  # noqa: PLC0415
    from digest.articles.web.webpage import clean_webpage  # noqa: PLC0415

    fallback = partial(clean_plaintext, hints=Hints(order=order))
    page = clean_webpage(raw.text, raw.first_line, fallback, order=order, rule=rule_of)
    return replace(page, blocks=())  # they may be those of the page's bare words, whose lines are not the file's


def _clean_scrape(raw: RawArticle, order: DayOrder | None, repeats: Mapping[int, int]) -> Extract:
    from digest.articles.scrape.plaintext import Hints, clean_plaintext  # noqa: PLC0415 - see _cleaned

    hints = Hints(raw.given.title, PurePosixPath(raw.path).stem, order, repeats)
    return clean_plaintext(raw.text, raw.first_line, hints)


def _blocks(raw: RawArticle, found: Extract) -> tuple[Block, ...]:
    """Return what a page holds, found only where it is asked for; the other cleaners have told already."""
    if raw.syntax != "html":
        return ()
    from digest.articles.web.margins import page_blocks  # noqa: PLC0415 - see _cleaned

    return page_blocks(raw.text, raw.first_line, found)


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


def _sentences(paragraphs: Sequence[str], published: date | None) -> tuple[Sentence, ...]:
    split = ((number, text) for number, paragraph in enumerate(paragraphs) for text in split_sentences(paragraph))
    return date_sentences(split, published)
