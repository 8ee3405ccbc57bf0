"""Where articles stand before the machine is asked: what front matter, the curator's files and the lock say.

Of two words on one article the stronger counts, and of two as strong the one in the file that comes last by its name;
the other is a fault, since a word that is lost without a sound is looked for in vain.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Article, Reference
from digest.threads.curation import Curation
from digest.threads.lock import Lock
from digest.threads.merges import follow
from digest.threads.references import References
from digest.tools.text import slug

_ONE = "Delete one of the two; the other one counts"


@dataclass(frozen=True, slots=True)
class Placing:
    """The thread's slug of each article that stands somewhere, by its id, and the slugs that an article may not get."""

    placed: Mapping[str, str]
    barred: Mapping[str, frozenset[str]]
    put: Mapping[str, str]  # where the curator's files put articles


def place(
    articles: Sequence[Article], curation: Curation, lock: Lock, into: Mapping[str, str], found: References
) -> Placing:
    """Return where articles stand, given what is merged `into` what; an excluded one stands nowhere."""
    barred = _barred(curation, into, found)
    present = {article.id for article in articles}
    put: dict[str, tuple[str, Reference]] = {}
    for article, name, reference in _put(curation, found):
        _report_contrary(reference, name, put.get(article), barred.get(article, {}), found)
        put[article] = name, reference
    by_file = {article: name for article, (name, _) in put.items()}
    by_hand = by_file | {article.id: slug(article.thread) for article in articles if article.thread}
    placed = {article: name for article, name in lock.slugs.items() if article in present} | by_hand
    stand = {article: name for article, name in placed.items() if name not in barred.get(article, ())}
    return Placing(stand, {article: frozenset(names) for article, names in barred.items()}, by_file)


def words_that_put(curation: Curation) -> Iterator[tuple[str, str, Reference]]:
    """Yield the thread, the key and the article of each word that puts one somewhere; the last on an article counts."""
    for word in curation.words.values():
        yield from ((word.slug, "include", each) for each in word.include)
        yield from ((split.into, "split", each) for split in word.split for each in split.articles)


def _put(curation: Curation, found: References) -> Iterator[tuple[str, str, Reference]]:
    """Yield which article goes to which thread by which word."""
    for name, _, reference in words_that_put(curation):
        yield from ((article, name, each) for each, article in found.each([reference]))


def _barred(curation: Curation, into: Mapping[str, str], found: References) -> dict[str, dict[str, Reference]]:
    """Return the slugs that each excluded article may not get, with the word that says so.

    What an article was taken out of does not come back by a merge, so the slugs of threads merged there are barred too.
    """
    merged: dict[str, list[str]] = defaultdict(list)
    for name in into:
        merged[follow(name, into)].append(name)
    barred: dict[str, dict[str, Reference]] = defaultdict(dict)
    for word in curation.words.values():
        for reference, article in found.each(word.exclude):
            barred[article] |= dict.fromkeys((word.slug, *merged.get(word.slug, ())), reference)
    return barred


def _report_contrary(
    reference: Reference,
    name: str,
    before: tuple[str, Reference] | None,
    barred: Mapping[str, Reference],
    found: References,
) -> None:
    """Report a word that puts an article where another word does not."""
    shown = reference.name[:80]
    if other := barred.get(name):
        what = f'"{shown}" is to be in "{name}", and {other.path}:{other.line} excludes it'
        found.report(reference, what, _ONE.replace("the other one", "`exclude`"))
    if before and before[0] != name:
        what = f'"{shown}" is to be in "{name}", and by {before[1].path}:{before[1].line} in "{before[0]}"'
        found.report(reference, what, "Delete one of the two; this one counts")


def standing_slugs(articles: Iterable[Article], lock: Lock) -> frozenset[str]:
    """Return the slugs that are some thread's already, whatever the machine proposes."""
    return frozenset({*lock.slugs.values(), *(slug(each.thread) for each in articles if each.thread)})
