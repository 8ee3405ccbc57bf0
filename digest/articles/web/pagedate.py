"""Find the day on which the article of a page was published, and never guess it.

What the page says to machines comes first: JSON-LD, meta tags, <time>. Else the visible text is asked, where the page's
makers called an element a date: a day that is written out is taken, one that can be read in two ways is a doubt.

Machines are often told the hour in UTC, while the readers of the outlet live elsewhere: 03:00 UTC on the 23rd is the
evening of the 22nd in New York. Where another date of the page bears the outlet's own offset, the hour is told in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from digest.articles.datelines import dates_on, order_shown
from digest.articles.extract import Found
from digest.articles.web.classnames import name_words
from digest.articles.web.isodate import iso_date
from digest.articles.web.jsonld import Linked
from digest.articles.web.tree import Tree
from digest.articles.writtendates import DayOrder, Written, written_day

_META = (
    "article:published_time", "datepublished", "og:published_time", "article:published", "date", "dc.date.issued",
    "dc.date", "dcterms.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
_CALLED = frozenset({"date", "dateline", "published", "pubdate", "timestamp", "datetime", "time", "byline", "datum"})
_SEEN_IN = ("time", "span", "p", "div", "li", "abbr", "small", "em", "a", "dd", "td")
_MOST = 12  # elements that are looked at; those far below belong to other articles
_LONGEST = 200  # signs of a text that is a date and little else
_BELOW_TITLE = 60  # elements
_MOST_PARTS = 500  # elements in one of them; a larger one is the page itself, and is slow to ask
_LONGEST_BELOW = 60  # signs; in a longer text, a date is one of the story
_DAY_ALONE = len("2026-11-20")


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a page, and what stands there in its place if it can be read in two ways."""

    date: Found | None
    doubtful: str | None = None


def page_date(tree: Tree, meta: Mapping[str, str], linked: Iterable[Linked], order: DayOrder | None) -> Dated:
    """Return the date with its origin: "json-ld", "meta", "time" or "visible"."""
    below = tree.xpath(f"(//h1)[1]/following::time[position() <= {_MOST}]")  # above, other stories have theirs
    times = [time.get("datetime", "") for time in below or islice(tree.iter("time"), _MOST)]
    published = [time.get("datetime") for time in tree.xpath("//time[@itemprop='datePublished' or @pubdate]")[:_MOST]]
    said: tuple[tuple[str, Iterable[str | None]], ...] = (
        ("json-ld", (one.published for one in linked)),
        ("meta", (meta.get(name) for name in _META)),
        ("time", [*published, *times[:1]]),
    )
    for origin, values in said:
        if moment := next((day for value in values if value and (day := iso_date(value))), None):
            return Dated(Found(_at_home(moment, [*meta_dates(meta), *times]), origin))
    return _seen(tree, order)


def meta_dates(meta: Mapping[str, str]) -> list[str]:
    """Return all dates that the meta tags give, as they are written."""
    return [meta[name] for name in (*_META, *_MODIFIED) if name in meta]


def _at_home(moment: str, others: Iterable[str]) -> str:
    """Return an instant that is told in UTC with the offset of the first other date of the page that has one."""
    if len(moment) == _DAY_ALONE or datetime.fromisoformat(moment).utcoffset():
        return moment
    for other in others:
        home = iso_date(other)
        offset = datetime.fromisoformat(home).utcoffset() if home else None
        if home and offset:
            return datetime.fromisoformat(moment).astimezone(datetime.fromisoformat(home).tzinfo).isoformat()
    return moment


def _seen(tree: Tree, order: DayOrder | None) -> Dated:
    named, below = _named(tree), _below(tree)
    order = order or order_shown((*named, *(text for text in below if dates_on(text))))
    dates = (*(_of_named(text, order) for text in named), *(_alone(text, order) for text in below))
    found = [written for written in dates if written]
    sure = next((written.day for written in found if written.day), None)
    if sure:
        return Dated(Found(sure, "visible"))
    return Dated(None, found[0].text if found else None)


def _of_named(text: str, order: DayOrder | None) -> Written | None:
    return written_day(text, order) or _alone(text, order)


def _alone(text: str, order: DayOrder | None) -> Written | None:
    """Return the first date of a text that is dates and labels alone."""
    return next((date.written for date in dates_on(text, order)), None)


def _named(tree: Tree) -> tuple[str, ...]:
    """Return the texts that are called a date."""
    named = (each for each in tree.iter(*_SEEN_IN) if each.tag == "time" or not _CALLED.isdisjoint(name_words(each)))
    texts = (_text(element.itertext()) for element in islice(named, _MOST))
    return tuple(text for text in texts if text and len(text) <= _LONGEST)


def _below(tree: Tree) -> tuple[str, ...]:
    """Return the short texts below the title, without those of links, which tell of other pages."""
    below = tree.xpath(f"(//h1)[1]/following::*[position() <= {_BELOW_TITLE}]")
    small = (element for element in below if next(islice(element.iter(), _MOST_PARTS, None), None) is None)
    texts = (_text(element.xpath(f"(.//text()[not(ancestor::a)])[position() <= {_MOST}]")) for element in small)
    return tuple(text for text in texts if text and len(text) <= _LONGEST_BELOW)


def _text(pieces: Iterable[str]) -> str:
    return " ".join(" ".join(islice(pieces, _MOST)).split())
