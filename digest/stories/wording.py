"""What the stages of a story want to know of a sentence by itself, worked out once while its thread is told.

Every sentence is asked for all of this, so each of it must cost little: a look-up for each word, and no search for what
the words show not to be there. To read it from the cache would take as long; only the texts are kept there, of which
the words of an article that has gone can be worked out again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from digest.model import Article
from digest.stories.countwords import count_words
from digest.stories.datelines import told_texts
from digest.stories.differ import recount
from digest.stories.gist import Gist, content, gist
from digest.stories.quoted import Saying, may_quote, quotation, sayings
from digest.stories.readable import announces, colours, ends_as_sentence, leans, stands_alone
from digest.tools.cache import Cache, content_key

_MOST = 50_000  # sentences that are remembered when a thread has been told; others may have some of them too


class Wording(NamedTuple):
    """The words of a sentence, as far as they can be judged without another."""

    keys: tuple[str, ...]  # of all words but figures, each once
    told: tuple[str, ...]  # those that do not only tell who said it, each once
    length: tuple[int, int]  # words that tell something, all words
    spelling: str  # the same for sentences of the same words and figures
    quotation: str  # the same for sentences that quote the same; "", where that is too little to be known again
    content: tuple[str, ...]  # all words but those that stand in every sentence, each once
    words: int  # as excerpts are counted
    counts: bool  # it has figures
    recounts: bool  # it puts at another figure what was counted before
    ends: bool  # as sentences do
    alone: bool  # it can be read on its own
    leans: bool  # without the sentence before it, it says nothing
    announces: bool  # it tells a plan
    colours: bool  # it is a quotation or sets a scene
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """The texts of an article's title, and then of its sentences, in their order."""

    texts: tuple[str, ...]

    @property
    def each(self) -> tuple[Wording, ...]:
        """Return the wordings of the texts."""
        return tuple(map(wording, self.texts))


_known: dict[str, Wording] = {}  # of pure results: who asks first changes no answer


def wording(text: str) -> Wording:
    """Return the wording of a sentence.

    >>> sorted(wording("Six boats burnt in Port Amber.").content)
    ['amber', 'boat', 'burnt', 'port', 'six']
    """
    found = _known.get(text)
    if found is None:
        found = _known[text] = _wording(text)
    return found


def forget_many() -> None:
    """Forget the wordings of the threads that were told, where they are many."""
    if len(_known) > _MOST:
        _known.clear()


def keep_texts(articles: Iterable[Article], cache: Cache) -> None:
    """Keep what articles say, for the time when one has changed."""
    cache.keep({key_of(article): Wordings(_texts(article)) for article in articles})


def key_of(article: Article) -> str:
    """Return the key of an article's wordings."""
    return _key(_texts(article))


@lru_cache(maxsize=5_000)  # asked for when a thread is told, and again when its texts are kept
def _key(texts: tuple[str, ...]) -> str:
    return content_key(texts)


def _texts(article: Article) -> tuple[str, ...]:
    return (article.title, *told_texts(article))


def _wording(text: str) -> Wording:
    those = gist(text)
    quotes = may_quote(text)
    said = quotation(text) if quotes else ()
    words = _parts(text, those)
    is_sentence = ends_as_sentence(text)
    return Wording(
        keys=tuple(those.keys), told=tuple({*those.told}), length=(len(those.told), len(those.spelling)),
        spelling=_spelling(those), quotation=f'"{" ".join(said)}' if said else "",
        content=content(those.spelling), words=count_words(text), counts=those.counts,
        recounts=recount(text, words) is not None,
        ends=is_sentence, alone=is_sentence and stands_alone(text, words), leans=leans(text),
        announces=announces(text, words), colours=colours(text), sayings=sayings(text) if quotes else (),
    )  # fmt: skip


def _spelling(those: Gist) -> str:
    words = " ".join(those.spelling)
    return f"{words}|{sorted(those.measures)}" if those.measures else words


def _parts(text: str, those: Gist) -> frozenset[str] | None:
    """Return the words as they stand, and the parts of those with an apostrophe; None, where they are not known."""
    if not those.tokens.plain:
        return None
    words = frozenset(those.tokens.written)
    if "'" in text or "’" in text:
        return words.union(*(word.split("'") for word in words if "'" in word))
    return words
