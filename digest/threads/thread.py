"""Put articles into threads: the machine proposes, the curator decides, the lock remembers.

The order of authority, highest first: `exclude` in the curator's thread files; `thread:` in an article's front matter;
`split` and `include`; the lock; the machine. Merges come last and move whole threads, but for what `exclude` took out.
So the result is a pure function of files.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.errors import Fault
from digest.model import Article, Line, Reference, Storyline, Thread, ThreadWord
from digest.threads.curation import Curation
from digest.threads.group import GroupSettings, group, wanted_slug
from digest.threads.lock import Lock
from digest.threads.references import References, follow
from digest.threads.related import related
from digest.threads.storylines import declared
from digest.tools.text import SLUG_LENGTH, slug

_THREAD = "Write a thread's slug; `digest list threads` shows them"


@dataclass(frozen=True, slots=True)
class Threading:
    """The threads, newest first; the lock that remembers them; the curator's words that name nothing."""

    threads: tuple[Thread, ...]
    lock: Lock
    faults: tuple[Fault, ...]


def thread(articles: Sequence[Article], curation: Curation, lock: Lock, settings: GroupSettings) -> Threading:
    """Return every article in exactly one thread; one that belongs nowhere is alone in its own."""
    ordered = sorted(articles, key=lambda article: (article.published or date.max, article.id))
    found = References(ordered)
    placed = _placed(ordered, curation, lock, found)
    barred = _barred(curation, found)
    placed = {article: name for article, name in placed.items() if name not in barred.get(article, ())}
    proposed = group(ordered, placed, barred, settings, _Namer({*placed.values()}))
    # What others are merged into may itself be merged on when nothing is left of it.
    targets = {word.slug for word in curation.words.values() if word.merge}
    merged = _merged(curation, found, known={*proposed.values(), *lock.slugs.values(), *targets})
    slugs = {article: _after(name, merged, barred.get(article, frozenset())) for article, name in proposed.items()}
    _report_idle(curation, {*slugs.values(), *merged}, found)
    # The lock forgets no thread that was merged: else the next build would not know what `merge` names.
    remembered = Lock({**lock.slugs, **proposed}, lock.faults)
    lines = declared(curation.words.values(), found)
    threads = [_curated(each, curation.word(each.slug), merged, lines, found) for each in _threads(ordered, slugs)]
    near = related(threads)
    told = tuple(replace(each, related=near.get(each.slug, ())) for each in threads)
    return Threading(told, remembered, tuple(found.faults))


def _placed(articles: Iterable[Article], curation: Curation, lock: Lock, found: References) -> dict[str, str]:
    present = {article.id for article in articles}
    placed = {article: name for article, name in lock.slugs.items() if article in present}
    for word in curation.words.values():
        placed.update(dict.fromkeys(found.ids(word.include), word.slug))
        for split in word.split:
            placed.update(dict.fromkeys(found.ids(split.articles), split.into))
    placed.update({article.id: slug(article.thread) for article in articles if article.thread})
    return placed


def _barred(curation: Curation, found: References) -> dict[str, frozenset[str]]:
    barred: dict[str, set[str]] = defaultdict(set)
    for word in curation.words.values():
        for article in found.ids(word.exclude):
            barred[article].add(word.slug)
    return {article: frozenset(slugs) for article, slugs in barred.items()}


class _Namer:
    """Makes the slug of a new thread of its first article; one that is taken gets the article's id to it."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken

    def __call__(self, article: Article) -> str:
        wanted = wanted_slug(article)
        # The article's id, not a number, tells two of a name apart: a number would depend on which of them came first.
        ending = article.id.removeprefix("a")
        name = wanted if wanted not in self._taken else slug(wanted, limit=SLUG_LENGTH - len(ending)) + ending
        self._taken.add(name)
        return name


def _merged(curation: Curation, found: References, known: set[str]) -> dict[str, str]:
    """Return into which thread each merged one goes, along chains."""
    into: dict[str, str] = {}
    for word in curation.words.values():
        for reference in word.merge:
            if reference.name not in known:
                found.report(reference, f'there is no thread "{reference.name[:80]}"', _THREAD)
            elif reference.name != word.slug:
                into[reference.name] = word.slug
                if follow(reference.name, into)[1]:
                    found.report(reference, "these threads are merged in a circle", "Delete one of the merges")
    return {name: end for name in into if (end := follow(name, into)[0]) != name}


def _after(name: str, merged: Mapping[str, str], barred: frozenset[str]) -> str:
    """Return the thread of an article after all merges; what the curator took out of a thread does not come back so."""
    end = merged.get(name, name)
    return name if end in barred else end


def _report_idle(curation: Curation, used: set[str], found: References) -> None:
    for word in curation.words.values():
        if word.slug not in used and word.path:
            file = Reference(word.slug, word.path, 1)
            found.report(file, f'there is no thread "{word.slug}"', "Rename this file to a thread's slug, or delete it")


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
    """Return the headline of the first article that has one and stands, else a derived one."""
    standing = [article for article in articles if article.status != "retracted"] or articles
    headlines = [article.title for article in standing if article.origins.title != "derived"]
    return (headlines or [standing[0].title])[0]


def _curated(
    one: Thread, word: ThreadWord, merged: Mapping[str, str], storylines: Mapping[str, Storyline], found: References
) -> Thread:
    """Return a thread with the curator's word on it."""
    aliases = {*word.aliases, *(old for old, new in merged.items() if new == one.slug)} - {one.slug}
    lines = tuple(Line(line.text, tuple(found.ids(line.articles))) for line in word.at_a_glance)
    glance = tuple(line for line in lines if line.articles)
    return replace(
        one, title=word.title or one.title, word=word, aliases=tuple(sorted(aliases)), glance=glance,
        storyline=storylines.get(one.slug),
    )  # fmt: skip
