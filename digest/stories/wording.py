"""What the stages of a story want to know of a sentence by itself, worked out once while its thread is told.

Every sentence is asked for all of this, so each of it must cost little: a look-up for each word, and no search for what
the words show not to be there. To keep it in the cache takes a third as long again, and pays only in a long thread to
which more comes: of a short one all is worked out anew.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from digest.model import Article, Thread
from digest.stories.countwords import count_words
from digest.stories.datelines import told_texts
from digest.stories.differ import recount
from digest.stories.forms import Known
from digest.stories.outline import outline
from digest.stories.quoted import Saying, quotation, quoted, sayings
from digest.stories.readable import announces, colours, ends_as_sentence, is_clear, leans
from digest.stories.signs import QUOTES, RECOUNTS
from digest.stories.terms import terms
from digest.tools.cache import Cache
from digest.tools.keys import content_key

_LONG = 2_000  # sentences of a thread
_MOST = 50_000  # sentences that are remembered when a thread has been told; others may have some of them too


class Wording(NamedTuple):  # since there is one for each sentence, of what is made quickest
    """The words of a sentence, as far as they can be judged without another."""

    keys: tuple[str, ...]  # of all words but figures, each once
    told: tuple[str, ...]  # those that do not only tell who said it, each once
    telling: int  # words that tell something
    length: int  # all words
    spelling: str  # the same for sentences of the same words and figures
    content: tuple[str, ...]  # all words but those that stand in every sentence, each once
    words: int  # as excerpts are counted
    counts: bool  # it has figures
    recounts: bool  # it puts at another figure what was counted before
    ends: bool  # as sentences do
    alone: bool  # it can be read on its own
    leans: bool  # without the sentence before it, it says nothing
    announces: bool  # it tells a plan
    colours: bool  # it is a quotation or sets a scene
    quotation: str  # the same for sentences that quote the same; "", where that is too little to be known again
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of an article's title, and then of its sentences, in their order."""

    each: tuple[Wording, ...]


def _wording(text: str) -> Wording:
    # By their places, since names for so many fields cost as much as the fields.
    keys, told, telling, length, spelling, content, signs, counts = outline(text)
    spaced, is_sentence = len(text.split()), ends_as_sentence(text)
    alone = is_sentence and is_clear(text, signs, spaced)
    parts = quoted(text) if signs & QUOTES else ()
    return Wording(
        keys, told, telling, length, spelling, content, count_words(text, spaced),
        counts, bool(signs & RECOUNTS) and recount(text) is not None, is_sentence, alone,
        not alone and leans(text, signs), announces(text, signs), colours(text, signs),
        quotation(parts) if parts else "", sayings(text, parts) if parts else (),
    )  # fmt: skip


_KNOWN = Known(_wording, math.inf)  # of pure results: who asks first changes no answer
# Return the wording of a sentence: a look-up, since it is asked for twenty times, and a call costs more than that.
wording: Callable[[str], Wording] = _KNOWN.__getitem__


def forget_many() -> None:
    """Forget what is known of the sentences of the threads that were told, where they are many."""
    if len(_KNOWN) > _MOST:
        forget()


def forget() -> None:
    """Forget what is known of all sentences, so that other stages have the memory."""
    _KNOWN.clear()
    terms.cache_clear()


def recall_wordings(thread: Thread, cache: Cache) -> None:
    """Look up the wordings of a thread if it is long, and keep those that are not known yet."""
    if sum(len(article.sentences) for article in thread.articles) < _LONG:
        return
    articles = {key_of(article): article for article in thread.articles}
    found = cache.recall(Wordings, articles)
    cache.keep({key: _wordings(article) for key, article in articles.items() if key not in found})
    for key, those in found.items():
        _KNOWN.update(zip(_texts(articles[key]), those.each, strict=True))


def _wordings(article: Article) -> Wordings:
    return Wordings(tuple(map(wording, _texts(article))))


def key_of(article: Article) -> str:
    """Return the key of an article's wordings."""
    return content_key(_texts(article))


def _texts(article: Article) -> tuple[str, ...]:
    return (article.title, *told_texts(article))
