"""What an article is compared by: words of its body, lead and title, names, sentences, and the days it speaks of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zlib import crc32

from digest.model import Article, Sentence
from digest.tools.text import words

_BODY_WORDS = 300  # news puts what matters first; the rest is background, which joins what does not belong together
_LEAD_WORDS = 90
_SIGNS_PER_WORD = 12
_EARLY_SENTENCES = 8  # that tell what happened, and when
_SENTENCES = 60  # in which days are looked for
_LONG_SENTENCE = 40  # signs; shorter ones are the same by accident
_DAY = 10  # signs of YYYY-MM-DD
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’-]{1,40}(?:[ ][^\W\d_a-z][\w'’-]{1,40}){0,3}")
# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Kana, Han.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 4
_REMEMBERED = 100_000  # words
_SIGNS = 20_000  # of an article, in which the words behind its stems are looked for


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article, in the order in which they stand; days are proleptic ordinals."""

    body: tuple[str, ...]
    lead: tuple[str, ...]
    title: tuple[str, ...]
    names: tuple[str, ...]
    sentences: tuple[int, ...]  # checksums of long ones
    first_day: int | None  # that an early sentence names
    early_days: tuple[int, ...]
    days: tuple[int, ...]


def terms(article: Article, boilerplate: frozenset[int] = frozenset()) -> Terms:
    """Return what `article` is compared by, without the sentences whose checksums are in `boilerplate`."""
    kept = [one for one in article.sentences if checksum(one) not in boilerplate] or article.sentences
    body, names = words_and_names(article, kept[:_SENTENCES])
    early, days = _days(kept[:_EARLY_SENTENCES]), _days(kept[:_SENTENCES])
    return Terms(
        body=body,
        lead=body[:_LEAD_WORDS],
        title=tuple(_stems(_title(article))),
        names=names,
        sentences=tuple({checksum(one) for one in kept if len(one.text) > _LONG_SENTENCE}),
        first_day=early[0] if early else None,
        early_days=early,
        days=days,
    )


def words_and_names(article: Article, sentences: Iterable[Sentence]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the stems of the first words of the title and some sentences of an article, and the names in them."""
    text = f"{_title(article)} {' '.join([one.text for one in sentences])}"[: _SIGNS_PER_WORD * _BODY_WORDS]
    return tuple(_stems(text)[:_BODY_WORDS]), tuple(_names(text))


def _title(article: Article) -> str:
    return "" if article.origins.title == "derived" else article.title


def checksum(sentence: Sentence) -> int:
    """Return a number, the same on every machine, that hardly any two sentences of a digest share."""
    return crc32(sentence.text.lower().encode("utf-8", "surrogatepass"))


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """Return an English word without the ending that its number or tense gives it; others hardly change.

    >>> [stem(word) for word in ("troops", "withdrawing", "denied", "russia's", "gas")]
    ['troop', 'withdraw', 'deni', 'russia', 'gas']
    """
    word = word.removesuffix("'s")
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM), "")
    return word.removesuffix(ending)


def spellings(articles: Sequence[Article]) -> dict[str, str]:
    """Return the word that the articles write for each stem, as it first stands there."""
    texts = (f"{each.title} {' '.join(one.text for one in each.sentences)}"[:_SIGNS] for each in reversed(articles))
    return {stem(word): word.removesuffix("'s") for text in texts for word in reversed(words(text))}


def _stems(text: str) -> list[str]:
    """Return the stems of the words; of a run without spaces the pairs of neighbouring signs (Nie et al. 2000)."""
    if not _UNSPACED.search(text):
        return [stem(word) for word in words(text)]
    return [part for word in words(text) for part in (_pairs(word) if _UNSPACED.search(word) else (stem(word),))]


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(max(1, len(run) - 1))]


def _names(text: str) -> Iterator[str]:
    """Yield capitalised words and runs of them, in lower case: people, places and organisations, roughly.

    A script without capitals has none.
    """
    for run in _CAPITALISED.findall(text):
        if run[0].isupper():
            parts = [stem(part) for part in words(run)]
            yield from parts
            if len(parts) > 1:
                yield " ".join(parts)


def _days(sentences: Iterable[Sentence]) -> tuple[int, ...]:
    """Return the days that the sentences name, each once, in order."""
    values = [value for one in sentences for value in _values(one)]
    return tuple(dict.fromkeys(date.fromisoformat(value).toordinal() for value in values if len(value) == _DAY))


def _values(sentence: Sentence) -> Iterator[str]:
    if sentence.when and sentence.when.origin == "resolved":
        yield sentence.when.value
    for mention in sentence.mentions:
        yield mention.value
