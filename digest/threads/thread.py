"""Put articles into threads: the machine proposes, the curator decides, the lock remembers.

The order of authority, highest first: `thread:` in an article's front matter; split, include and exclude in the
curator's thread files; the lock; the machine. Merges come last and move whole threads. So the result is a pure
function of files.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.errors import Fault
from digest.model import Article, Line, Reference, Thread, ThreadWord
from digest.threads.curation import Curation
from digest.threads.group import GroupSettings, group
from digest.threads.lock import Lock
from digest.tools.text import slug


@dataclass(frozen=True, slots=True)
class Threading:
    """The threads, newest first; the lock that remembers them; the curator's words that name nothing."""

    threads: tuple[Thread, ...]
    lock: Lock
    faults: tuple[Fault, ...]


def thread(articles: Sequence[Article], curation: Curation, lock: Lock, settings: GroupSettings) -> Threading:
    """Return every article in exactly one thread; one that belongs nowhere is alone in its own."""
    ordered = sorted(articles, key=lambda article: (article.published or date.max, article.id))
    found = _References(ordered)
    placed = _placed(ordered, curation, lock, found)
    barred = _barred(curation, found)
    placed = {article: name for article, name in placed.items() if name not in barred.get(article, ())}
    proposed = _slugs(ordered, group(ordered, placed, barred, settings), placed, lock)
    merged = _merged(curation, found, known={*proposed.values(), *lock.slugs.values()})
    slugs = {article: merged.get(name, name) for article, name in proposed.items()}
    _report_idle(curation, {*slugs.values(), *merged}, found)
    # The lock forgets no thread that was merged: else the next build would not know what `merge` names.
    remembered = Lock({**lock.slugs, **proposed}, lock.faults)
    threads = tuple(_curated(each, curation.word(each.slug), merged, found) for each in _threads(ordered, slugs))
    return Threading(threads, remembered, tuple(found.dangling))


class _References:
    """Finds the article that a curator means by its id, its path or its file's name, and keeps what names none."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.dangling: list[Fault] = []
        self._ids: dict[str, str] = {}
        for article in articles:
            for name in (
                article.path.rsplit("/", 1)[-1],
                article.path.split("content/articles/")[-1],
                article.path,
                article.id,
            ):
                self._ids[name] = article.id

    def ids(self, references: Iterable[Reference]) -> list[str]:
        found = []
        for reference in references:
            if reference.name in self._ids:
                found.append(self._ids[reference.name])
            else:
                self.miss(
                    reference, "article", "Write an article's id, path or file name; `digest list articles` shows them"
                )
        return found

    def miss(self, reference: Reference, kind: str, mend: str) -> None:
        self.dangling.append(Fault(reference.path, reference.line, f'there is no {kind} "{reference.name[:80]}"', mend))


def _placed(articles: Iterable[Article], curation: Curation, lock: Lock, found: _References) -> dict[str, str]:
    present = {article.id for article in articles}
    placed = {article: name for article, name in lock.slugs.items() if article in present}
    for word in curation.words.values():
        placed.update(dict.fromkeys(found.ids(word.include), word.slug))
        for split in word.split:
            placed.update(dict.fromkeys(found.ids(split.articles), split.into))
    placed.update({article.id: slug(article.thread) for article in articles if article.thread})
    return placed


def _barred(curation: Curation, found: _References) -> dict[str, frozenset[str]]:
    barred: dict[str, set[str]] = defaultdict(set)
    for word in curation.words.values():
        for article in found.ids(word.exclude):
            barred[article].add(word.slug)
    return {article: frozenset(slugs) for article, slugs in barred.items()}


def _slugs(
    articles: Iterable[Article], labels: Mapping[str, str], placed: Mapping[str, str], lock: Lock
) -> dict[str, str]:
    """Return the slug of each article's thread: a new one is made of the first article, and free."""
    taken = {*placed.values(), *lock.slugs.values()}
    slugs: dict[str, str] = {name: name for name in placed.values()}
    for article in articles:
        label = labels[article.id]
        if label not in slugs:
            slugs[label] = _free(slug(article.slug or article.title), article.id, taken)
            taken.add(slugs[label])
    return {article: slugs[label] for article, label in labels.items()}


def _free(wanted: str, article: str, taken: set[str]) -> str:
    # The article's id, not a number, tells two of a name apart: a number would depend on which of them came first.
    return wanted if wanted not in taken else f"{wanted}-{article.removeprefix('a-')}"


def _merged(curation: Curation, found: _References, known: set[str]) -> dict[str, str]:
    """Return into which thread each merged one goes, along chains; a circle of merges goes nowhere."""
    into = {}
    for word in curation.words.values():
        for reference in word.merge:
            if reference.name not in known:
                found.miss(reference, "thread", "Write a thread's slug; `digest list threads` shows them")
            elif reference.name != word.slug:
                into[reference.name] = word.slug
    return {name: _end(name, into) for name in into}


def _report_idle(curation: Curation, used: set[str], found: _References) -> None:
    for word in curation.words.values():
        if word.slug not in used and word.path:
            found.miss(
                Reference(word.slug, word.path, 1), "thread", "Rename this file to a thread's slug, or delete it"
            )


def _end(name: str, into: Mapping[str, str]) -> str:
    seen = [name]
    while seen[-1] in into:
        if into[seen[-1]] in seen:
            return min(seen)
        seen.append(into[seen[-1]])
    return seen[-1]


def _threads(articles: Sequence[Article], slugs: Mapping[str, str]) -> tuple[Thread, ...]:
    """Return the threads, that of the newest article first, as the machine would call them."""
    members: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        members[slugs[article.id]].append(article)
    threads = [Thread(name, _title(found), tuple(found), ThreadWord(name)) for name, found in members.items()]
    by_slug = sorted(threads, key=lambda each: each.slug)
    return tuple(sorted(by_slug, key=_last_published, reverse=True))


def _last_published(one: Thread) -> date:
    return max((article.published for article in one.articles if article.published), default=date.min)


def _title(articles: Sequence[Article]) -> str:
    """Return the headline of the first article that has one, else a derived one."""
    headlines = [article.title for article in articles if article.origins.title != "derived"]
    return (headlines or [articles[0].title])[0]


def _curated(one: Thread, word: ThreadWord, merged: Mapping[str, str], found: _References) -> Thread:
    """Return a thread with the curator's word on it."""
    aliases = {*word.aliases, *(old for old, new in merged.items() if new == one.slug)} - {one.slug}
    glance = tuple(Line(line.text, tuple(found.ids(line.articles))) for line in word.at_a_glance)
    return replace(one, title=word.title or one.title, word=word, aliases=tuple(sorted(aliases)), glance=glance)
