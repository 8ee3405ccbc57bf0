"""What the stages of a story want to know of a sentence by itself, worked out once while its thread is told.

Every sentence is asked for all of this, so each of it must cost little: a look-up for each word, and no search for what
the words show not to be there. To keep it in the cache takes a third as long again, and pays only in a long thread to
which more comes: of a short one all is worked out anew.
"""

from dataclasses import dataclass

from digest.model import Article, Thread
from digest.stories.countwords import count_words
from digest.stories.datelines import told_texts
from digest.stories.differ import recount
from digest.stories.outline import outline
from digest.stories.quoted import Saying, may_quote, quotation, sayings
from digest.stories.readable import announces, colours, ends_as_sentence, leans, stands_alone
from digest.stories.signs import RECOUNTS
from digest.stories.terms import terms
from digest.tools.cache import Cache, content_key

_LONG = 2_000  # sentences of a thread
_MOST = 10_000  # sentences that are remembered when a thread has been told; others may have some of them too


@dataclass(frozen=True, slots=True)
class Wording:
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
    """The wordings of an article's title, and then of its sentences, in their order."""

    each: tuple[Wording, ...]


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
    """Forget what is known of the sentences of the threads that were told, where they are many."""
    if len(_known) > _MOST:
        forget()


def forget() -> None:
    """Forget what is known of all sentences, so that other stages have the memory."""
    _known.clear()
    terms.cache_clear()


def recall_wordings(thread: Thread, cache: Cache) -> None:
    """Look up the wordings of a thread if it is long, and keep those that are not known yet."""
    if sum(len(article.sentences) for article in thread.articles) < _LONG:
        return
    articles = {key_of(article): article for article in thread.articles}
    found = cache.recall(Wordings, articles)
    cache.keep({key: _wordings(article) for key, article in articles.items() if key not in found})
    for key, those in found.items():
        _known.update(zip(_texts(articles[key]), those.each, strict=True))


def _wordings(article: Article) -> Wordings:
    return Wordings(tuple(map(wording, _texts(article))))


def key_of(article: Article) -> str:
    """Return the key of an article's wordings."""
    return content_key(_texts(article))


def _texts(article: Article) -> tuple[str, ...]:
    return (article.title, *told_texts(article))


def _wording(text: str) -> Wording:
    those = outline(text)
    quotes = may_quote(text)
    said = quotation(text) if quotes else ()
    signs, is_sentence = those.signs, ends_as_sentence(text)
    alone = is_sentence and stands_alone(text, signs)
    return Wording(
        keys=tuple(those.keys), told=tuple({*those.told}), length=(len(those.told), those.length),
        spelling=those.spelling, quotation=f'"{" ".join(said)}"' if said else "",
        content=those.content, words=count_words(text), counts=those.counts,
        recounts=bool(signs & RECOUNTS) and recount(text) is not None,
        ends=is_sentence, alone=alone, leans=not alone and leans(text),
        announces=announces(text, signs), colours=colours(text), sayings=sayings(text) if quotes else (),
    )  # fmt: skip
