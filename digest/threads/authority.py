"""Who put an article where it stands: the curator by which line, or the lock; else the machine did, in this build.

It tells what `thread.py` decided, in the same order of authority, and decides nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from digest.model import Article, Reference, Thread
from digest.threads.curation import Curation
from digest.threads.lock import Lock
from digest.threads.placing import words_that_put
from digest.threads.references import References
from digest.tools.text import slug


def decided_by(threads: Sequence[Thread], curation: Curation, before: Lock, after: Lock) -> Mapping[str, str]:
    """Return in words who put each article where it stands, by its id; of what the machine put there now, nothing.

    `before` is the lock as this build read it, `after` as it would write it.
    """
    said = _said([article for thread in threads for article in thread.articles], curation)
    merges = {merge.name: merge for word in curation.words.values() for merge in word.merge if merge.name != word.slug}
    found = {}
    for thread in threads:
        for article in thread.articles:
            called = after.slugs.get(article.id, thread.slug)  # before threads were merged
            kept = "kept by the lock" if before.slugs.get(article.id) == called else ""
            merge = merges.get(called) if called != thread.slug else None
            found[article.id] = ", ".join(filter(None, [said[article.id].get(called, kept), _merged(merge)]))
    return {article: why for article, why in found.items() if why}


def _said(articles: Sequence[Article], curation: Curation) -> Mapping[str, dict[str, str]]:
    """Return the curator's word on each article, by its id and by the slug of the thread that it names."""
    references = References(articles)
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for thread, how, reference in words_that_put(curation):
        for meant in references.ids([reference]):
            said[meant][thread] = f"{how} in {reference.path}:{reference.line}"
    for article in articles:
        if article.thread:
            said[article.id][slug(article.thread)] = "thread: in its front matter"
    return said


def _merged(merge: Reference | None) -> str:
    return f"merged from {merge.name} by {merge.path}:{merge.line}" if merge else ""
