"""Put articles into threads: the machine proposes, the curator decides, the lock remembers.

The order of authority, highest first: `exclude` in the curator's thread files; `thread:` in an article's front matter;
`split` and `include`; the lock; the machine. Merges come last and move whole threads, but for what `exclude` took out.
So the result is a pure function of files.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.errors import Fault
from digest.model import Article, Reference, Thread, ThreadWord
from digest.threads.addresses import addresses, taken_slugs
from digest.threads.curated import Desk, curated
from digest.threads.curation import Curation
from digest.threads.group import group
from digest.threads.lock import Lock
from digest.threads.merges import follow, merges
from digest.threads.naming import namer, title
from digest.threads.placing import Placing, place, standing_slugs
from digest.threads.references import References
from digest.threads.related import related
from digest.threads.settings import GroupSettings
from digest.threads.storylines import declared
from digest.tools.means import PLAIN, Means

_THREAD = "Write a thread's slug; `digest list threads` shows them"


@dataclass(frozen=True, slots=True)
class Threading:
    """The threads, newest first; the lock that remembers them; the curator's words that name nothing."""

    threads: tuple[Thread, ...]
    lock: Lock
    faults: tuple[Fault, ...]


def thread(
    articles: Sequence[Article], curation: Curation, lock: Lock, settings: GroupSettings, means: Means = PLAIN
) -> Threading:
    """Return every article in exactly one thread; one that belongs nowhere is alone in its own."""
    ordered = sorted(articles, key=lambda article: (article.published or date.max, article.id))
    found = References(ordered)
    into = merges(curation.words.values(), found)
    placing = place(ordered, curation, lock, into, found)
    taken = taken_slugs(curation, {*placing.placed.values()}, standing_slugs(ordered, lock))
    name = namer(taken, placing.barred)
    proposed = group(ordered, placing.placed, placing.barred, settings, name)
    # The lock forgets no thread that was merged: else the next build would not know what `merge` names.
    remembered = lock.joined_by(proposed)
    desk = _desk(curation, proposed, into, frozenset(remembered.slugs.values()), found)
    threads = [curated(each, desk) for each in _threads(ordered, desk.homes, _foreign(proposed, desk.homes, placing))]
    near = related(threads, means)
    told = tuple(replace(each, related=near.get(each.slug, ())) for each in threads)
    return Threading(told, remembered, tuple(found.faults))


def _desk(
    curation: Curation, proposed: Mapping[str, str], into: Mapping[str, str], known: frozenset[str], found: References
) -> Desk:
    """Return where the articles are after all merges, and what leads there; `known` are the slugs of the lock."""
    # A merge of what is no thread any more is a fault, and the old address leads on all the same.
    merged = {name: follow(name, into) for name in into}
    homes = {article: merged.get(name, name) for article, name in proposed.items()}
    live = frozenset(homes.values())
    # What others are merged into may itself be merged on when nothing is left of it.
    _report_unknown(curation, known.union(into.values()), found)
    _report_idle(curation, live | known.intersection(merged), found)
    leading = addresses(live, merged, curation, found)
    return Desk(curation, homes, leading, declared(curation.words.values(), found), found)


def _report_unknown(curation: Curation, known: frozenset[str], found: References) -> None:
    for word in curation.words.values():
        for reference in word.merge:
            if reference.name not in known:
                found.report(reference, f'there is no thread "{reference.name[:80]}"', _THREAD, "dangling-word")


def _foreign(proposed: Mapping[str, str], slugs: Mapping[str, str], placing: Placing) -> frozenset[str]:
    """Return the articles that came to their thread by a word of the curator's, or by a merge."""
    return frozenset(
        article for article, name in proposed.items() if name != slugs[article] or placing.put.get(article) == name
    )


def _report_idle(curation: Curation, used: frozenset[str], found: References) -> None:
    """Report the files on no thread; one with nothing in it, which an edit may leave, says nothing wrong."""
    faulty = {fault.path for fault in curation.faults}
    for word in curation.words.values():
        says = word != ThreadWord(word.slug, word.path) or word.path in faulty
        if word.slug not in used and word.path and says:
            file = Reference(word.slug, word.path, 1)
            mend = "Rename this file to a thread's slug, or delete it"
            found.report(file, f'there is no thread "{word.slug}"', mend, "dangling-word")


def _threads(articles: Sequence[Article], slugs: Mapping[str, str], foreign: Collection[str]) -> tuple[Thread, ...]:
    """Return the threads, that of the newest article first, as the machine would call them."""
    members: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        members[slugs[article.id]].append(article)
    threads = [
        Thread(name, title(name, found, foreign), tuple(found), ThreadWord(name)) for name, found in members.items()
    ]
    by_slug = sorted(threads, key=lambda each: each.slug)
    return tuple(sorted(by_slug, key=_last_published, reverse=True))


def _last_published(one: Thread) -> date:
    return max((article.published for article in one.articles if article.published), default=date.min)
