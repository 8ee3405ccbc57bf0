"""How things stand before a curator's edit, and which thread or article is meant by a name that somebody types."""

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from digest.errors import Fault, UsageError, printable
from digest.model import Article, Reference, Thread, ThreadWord
from digest.threads.curation import Curation
from digest.threads.merges import follow, merges
from digest.threads.references import References
from digest.threads.thread import Threading
from digest.tools.text import normalise, slug

_SHOWN = 80  # signs of a name that a message shows
_COMPARED, _COMPARED_SIGNS = 2_500, 200  # names before and after in the alphabet, and signs: so it takes a second
_PART = 4  # signs; a shorter word is like too many
_NO_ARTICLE = "Write an article's id, path or file name; `digest list articles` shows them."
_NO_THREAD = "Write a thread's slug; `digest list threads` shows them."


@dataclass(frozen=True, slots=True)
class Standing:
    """The articles, the threads that they make, and the curator's word on them."""

    articles: Mapping[str, Article]  # by id: those that are in threads
    threads: Mapping[str, Thread]  # by slug
    homes: Mapping[str, str]  # the slug of each article's thread, by the article's id
    known: frozenset[str]  # slugs that a merge can name: of merged threads too, and of those whose articles are gone
    words: Mapping[str, ThreadWord]
    merged: Mapping[str, str]  # into which thread each merged one goes at first; one that is yet to be, too
    leading: Mapping[str, str]  # the thread to which each old address leads
    aliases: Mapping[str, Mapping[str, str]]  # by thread: those that its file names, as they are typed there, by slug
    faults: tuple[Fault, ...]  # of the curator's files
    found: References

    def word(self, thread: str) -> ThreadWord:
        """Return the curator's word on a thread; of one without a file nothing is said."""
        return self.words.get(thread) or ThreadWord(thread)


def standing(articles: Iterable[Article], curation: Curation, threading: Threading) -> Standing:
    """Return how things stand, of what a build reads and of the threads that it makes of that."""
    by_id = {article.id: article for article in articles}
    threads = {thread.slug: thread for thread in threading.threads}
    homes = {article.id: thread.slug for thread in threading.threads for article in thread.articles}
    known = frozenset({*threading.lock.slugs.values(), *threads})
    found = References(by_id.values())
    merged = merges(curation.words.values(), References(()))  # whose faults a build tells
    leading = {old: thread.slug for thread in threads.values() for old in thread.aliases}
    aliases = {name: {slug(each.name): each.name for each in curation.said(name, "aliases")} for name in curation.words}
    return Standing(by_id, threads, homes, known, curation.words, merged, leading, aliases, curation.faults, found)


def refuse(complaints: Iterable[str]) -> None:
    """Raise UsageError with all complaints, a line each, if there are any."""
    if lines := [*complaints]:
        raise UsageError("\n".join(map(printable, lines)))


def check_thread(now: Standing, name: str) -> None:
    """Refuse a name that is no thread's, or that of a thread which was merged into another."""
    if name in now.merged:
        refuse([f'"{name}" is merged into "{follow(name, now.merged)}". Name that thread instead.'])
    if name not in now.threads:
        refuse([no_thread(now, name)])


def check_target(now: Standing, name: str) -> None:
    """Refuse a name that no thread has or had; one that lost all articles may get them back."""
    had = name in now.known or name in now.words or any(name in each for each in now.aliases.values())
    if name in now.merged or not had:
        check_thread(now, name)


def no_thread(now: Standing, name: str) -> str:
    """Return what is said of a name that is no thread's, with the one that was likely meant."""
    return f'there is no thread "{name[:_SHOWN]}". {likely(name, now.threads) or _NO_THREAD}'


def meant_articles(now: Standing, names: Sequence[str]) -> Mapping[str, str]:
    """Return the names by the ids of the articles that they mean; a name that means none, or several, is refused."""
    meant = {name: _meant(now, name) for name in names}
    refuse(_no_article(now, name, fault) for name, fault in meant.items() if isinstance(fault, Fault))
    return {found: name for name, found in meant.items() if isinstance(found, str)}


def written(now: Standing, article: str) -> str:
    """Return how a file names an article: its path below content/articles/, or its id where that is not its alone."""
    below = now.articles[article].path.partition("content/articles/")[2]
    # A file is read normalised, so a name that is not would never be found again.
    return below if below == normalise(below) and below and _meant(now, below) == article else article


def among(now: Standing, references: Iterable[Reference], articles: Collection[str]) -> list[str]:
    """Return the names of those references that mean one of `articles`, as they are typed."""
    meant = {reference.name: _meant(now, reference.name) for reference in references}
    return [name for name, found in meant.items() if isinstance(found, str) and found in articles]


def likely(name: str, names: Iterable[str]) -> str:
    """Return a question that names what was likely meant, "" where nothing is like it."""
    ordered = sorted(names)
    meant = _close(name, ordered) or _by_a_word(name, ordered)
    return f'Did you mean "{meant}"?' if meant else ""


def _close(name: str, ordered: Sequence[str]) -> str | None:
    place = bisect(ordered, name)
    near = ordered[max(0, place - _COMPARED) : place + _COMPARED]
    return next(iter(get_close_matches(name[:_COMPARED_SIGNS], near, n=1)), None)


def _by_a_word(name: str, ordered: Sequence[str]) -> str | None:
    """Return the first name that holds `name`, or a word that is like it: slugs are long, and few type them whole."""
    if len(name) < _PART:
        return None
    words: dict[str, str] = {}
    for each in ordered:
        for word in re.split(r"[^\w]|_", each):
            words.setdefault(word, each)
    word = _close(name, sorted(words))
    return next((each for each in ordered if name in each), words[word] if word else None)


def _meant(now: Standing, name: str) -> str | Fault:
    ids = now.found.ids([Reference(name, "", 1)])
    return ids[0] if ids else now.found.faults.pop()


def _no_article(now: Standing, name: str, fault: Fault) -> str:
    paths = (article.path for article in now.articles.values())
    names = {
        part: None for path in paths for part in (path, path.partition("content/articles/")[2], path.rsplit("/", 1)[-1])
    }
    several = not fault.what.startswith("there is no")
    return f"{fault.what}. " + (f"{fault.mend}." if several else likely(name, names) or _NO_ARTICLE)
