"""What the stages of a story want to know of a sentence by itself: worked out once, and kept from build to build.

Most of the time of telling goes into the words of each sentence, which do not change when another article comes in. So
the wordings of an article are a record in the cache, found by its sentences; what compares two sentences in depth
(`terms.py`) is asked only of those that the wordings bring together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.model import Article
from digest.stories.countwords import count_words
from digest.stories.datelines import told_texts
from digest.stories.differ import recount
from digest.stories.quoted import Saying, quotation, sayings
from digest.stories.readable import announces, colours, ends_as_sentence, leans, stands_alone
from digest.stories.terms import terms
from digest.tools.cache import Cache, content_key

_MOST = 400_000  # sentences that are remembered in one process


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

    >>> wording("Six boats burnt in Port Amber.").content
    ('amber', 'boat', 'burnt', 'port', 'six')
    """
    found = _known.get(text)
    if found is None:
        found = _wording(text)
        _remember([(text, found)])
    return found


def wordings_of(articles: Sequence[Article], cache: Cache) -> tuple[Wordings, ...]:
    """Return the wordings of each article, from the cache where it has them; `wording` then knows them."""
    found = cache.through(
        Wordings,
        articles,
        key_of,
        lambda article: Wordings(tuple(map(wording, _texts(article)))),
    )
    for article, those in zip(articles, found, strict=True):
        _remember(zip(_texts(article), those.each, strict=True))
    return found


def key_of(article: Article) -> str:
    """Return the key of an article's wordings."""
    return content_key(_texts(article))


def _texts(article: Article) -> tuple[str, ...]:
    return (article.title, *told_texts(article))


def _remember(pairs: Iterable[tuple[str, Wording]]) -> None:
    if len(_known) > _MOST:
        _known.clear()
    _known.update(pairs)


def _wording(text: str) -> Wording:
    those = terms(text)
    said = quotation(text)
    return Wording(
        keys=tuple(sorted(those.keys)), told=tuple(sorted(set(those.told))),
        length=(len(those.told), len(those.spelling)),
        spelling=content_key(those.spelling, sorted(those.measures)),
        quotation=content_key(said) if said else "",
        content=tuple(sorted(those.content)), words=count_words(text), counts=bool(those.figures),
        recounts=recount(text) is not None,
        ends=ends_as_sentence(text), alone=stands_alone(text), colours=colours(text), sayings=sayings(text),
        leans=leans(text), announces=announces(text),
    )  # fmt: skip
