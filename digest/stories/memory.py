"""What is remembered of each thread from the last time it was told.

A record of the cache is found by the thread's slug, not by its content, since it is there for the next telling, when
the content is another. It holds the keys of all that its verdicts depend on, and those of which a key has changed are
found anew; so a build after many has the bytes of a first one.
"""

from collections.abc import Iterable, Sequence

from digest.model import Thread, Told
from digest.stories.dedupe import judge_again, say_once
from digest.stories.settings import DedupeSettings
from digest.stories.verdicts import Candidate, Folding, heard
from digest.stories.wording import Wordings
from digest.tools.cache import Cache
from digest.tools.keys import content_key

_SMALL = 2_000  # sentences of a thread; fewer are judged anew in hardly more time than it takes to recall them


class Memory:
    """The foldings of threads: recalled together, and kept together where they changed."""

    def __init__(self, cache: Cache, settings: DedupeSettings) -> None:
        self._cache = cache
        self._settings = settings
        self._foldings: dict[str, Folding] = {}
        self._changed: dict[str, Folding] = {}

    def recall(self, threads: Iterable[Thread]) -> None:
        """Look up how some threads were folded last."""
        keys = [self._key(thread.slug) for thread in threads if not _is_small(thread)]
        self._foldings = self._cache.recall(Folding, keys) if keys else {}

    def dedupe(self, thread: Thread, candidates: Sequence[Candidate]) -> tuple[Told, ...]:
        """Return the sentences of a thread, each fact once; the candidates stand in the order of the articles."""
        if _is_small(thread):
            return say_once(judge_again(candidates, self._settings, (), Folding(), ()), thread.rulings)
        key, now = self._key(thread.slug), heard(thread.articles, candidates)
        before = self._foldings.get(key, Folding())
        gone = {each.wordings for each in {*before.articles} - {*now}}
        known = self._cache.recall(Wordings, gone) if gone else {}
        if len(known) < len(gone):  # nobody knows any more what they said, so what depended on it
            before, known = Folding(), {}
        words = [each for name in sorted(known) for each in known[name].each]
        judged = judge_again(candidates, self._settings, now, before, words)
        # Of the machine's verdicts alone, so that a ruling that is taken back leaves no trace.
        if judged.folding != before:
            self._changed[key] = judged.folding
        return say_once(judged, thread.rulings)

    def keep(self) -> None:
        """Keep the foldings that are not what was recalled."""
        self._cache.keep(self._changed)

    def _key(self, slug: str) -> str:
        return content_key(slug, self._settings)


def _is_small(thread: Thread) -> bool:
    return sum(len(article.sentences) for article in thread.articles) < _SMALL
