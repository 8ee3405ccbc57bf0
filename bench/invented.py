"""Invent news: articles with titles, outlets, days, tags, threads and texts, the same ones for the same seed.

The words are made up, but for the small ones of English, by which a language is recognised. How often each is met falls
off with its rank (Zipf), as in a language. The articles of a thread share names, and a tenth of their sentences, as
reports of one event do, so that what compares and groups them has something to find. An article does not depend on how
many there are: the first 1,000 of 10,000 are the 1,000.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate

SEED = 7
CATEGORIES = "world politics business technology science health sport culture".split()
_OUTLETS = 40
_TAGS = 60
_A_DAY = 40  # articles
_A_THREAD = 8  # articles, on average
_AT_A_TIME = 20  # threads
_NEWEST = datetime(2021, 11, 20, 18, tzinfo=UTC)  # of the past: Hugo leaves out what is to come
_WORDS = 8_000
_CARRIED = 12  # sentences of each event that several outlets tell
_TOLD_AGAIN = 0.1  # of the sentences
_DATED = 0.15  # of the sentences
_SMALL = (
    "the of and to a in that is was for on with as by at from it an be are this which or has its have had not were but "
    "their they been will would more who one said after also about than when into out over last new two other some up "
    "could time year first since before under during while where because most such many through between against both"
).split()
_BEGINNINGS = "b br d dr g gr h j k kr l m n p pl pr r s st t tr v w".split()
_VOWELS = "a e i o u ea".split()
_ENDS = "l lt m n nd r st".split()
_ENDINGS = ("", "", "el", "er", "ing", "ion", "ment", "ity", "ow", "ant")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class Article:
    """A fictional article; its body is Markdown."""

    slug: str
    title: str
    published: datetime
    tags: tuple[str, ...]
    category: str
    thread: str
    outlet: str
    lead: str
    body: str

    @property
    def link(self) -> str:
        """Return where the article was published."""
        return f"https://{self.outlet}/{self.category}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Event:
    """What the reports of one event share: names, and sentences."""

    slug: str
    names: tuple[str, ...]
    sentences: tuple[str, ...]


def articles(count: int, seed: int = SEED) -> Iterator[Article]:
    """Yield so many articles, the newest first."""
    return (article(number, seed) for number in range(count))


def article(number: int, seed: int = SEED) -> Article:
    """Return the article with this number."""
    draw = random.Random(f"{seed} article {number}")
    event = _event(number // _A_THREAD + draw.randrange(_AT_A_TIME), seed)
    return Article(
        f"article-{number:06d}",
        _title(draw, event),
        _NEWEST - timedelta(days=number // _A_DAY, minutes=number * 37 % 900),
        tuple(draw.sample(_vocabulary()[:_TAGS], k=3)),
        draw.choice(CATEGORIES),
        event.slug,
        f"outlet{draw.randrange(_OUTLETS):02d}.example",
        _sentence(draw, event),
        _body(draw, event),
    )


def _event(number: int, seed: int) -> Event:
    """Return what happened; the sentences are those of an agency, which several outlets carry."""
    draw = random.Random(f"{seed} event {number}")
    names = tuple(word.capitalize() for word in draw.sample(_vocabulary()[_TAGS:], k=6))
    told = tuple(_fresh(draw, names) for _ in range(_CARRIED))
    return Event(f"story-{number:05d}", names, told)


def _title(draw: random.Random, event: Event) -> str:
    words = [*draw.sample(event.names, k=2), *_choose(draw, draw.randint(3, 7))]
    draw.shuffle(words)
    return " ".join([words[0].capitalize(), *words[1:]])


def _body(draw: random.Random, event: Event) -> str:
    """Return ten paragraphs, one of them a quote, a list and a subheading, with six links and two emphases."""

    def paragraph(sentences: int, links: int = 0) -> str:
        told = [_sentence(draw, event) for _ in range(sentences)]
        return " ".join(_linked(draw, text) if at < links else text for at, text in enumerate(told))

    blocks = [_stressed(paragraph(3, 1)), paragraph(3, 1), paragraph(3), f"> {paragraph(2)}", paragraph(3, 1)]
    blocks += [f"## {_title(draw, event)}", paragraph(3, 1)]
    blocks += ["\n".join(f"- {_sentence(draw, event)}" for _ in range(3))]
    return "\n\n".join([*blocks, paragraph(3, 1), paragraph(3), paragraph(draw.randint(2, 3), 1)]) + "\n"


def _sentence(draw: random.Random, event: Event) -> str:
    return draw.choice(event.sentences) if draw.random() < _TOLD_AGAIN else _fresh(draw, event.names)


def _fresh(draw: random.Random, names: Sequence[str]) -> str:
    words = _choose(draw, draw.randint(12, 22))
    words[draw.randrange(3, len(words))] = draw.choice(names)
    if draw.random() < _DATED:
        words += ["on", draw.choice(_WEEKDAYS)]
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def _linked(draw: random.Random, sentence: str) -> str:
    words = sentence.split(" ")
    at = draw.randrange(1, len(words) - 2)
    address = f"https://outlet{draw.randrange(_OUTLETS):02d}.example/{draw.choice(CATEGORIES)}/{draw.randrange(10**6)}"
    return " ".join([*words[:at], f"[{words[at]} {words[at + 1]}]({address})", *words[at + 2 :]])


def _stressed(paragraph: str) -> str:
    """Return the paragraph with its last but third word bold, and its last but fifth in italics."""
    words = paragraph.split(" ")
    return " ".join([*words[:-6], f"*{words[-6]}*", words[-5], f"**{words[-4]}**", *words[-3:]])


def _choose(draw: random.Random, count: int) -> list[str]:
    return draw.choices([*_SMALL, *_vocabulary()], cum_weights=_weights(), k=count)


@cache
def _weights() -> tuple[float, ...]:
    """Return how often words are met, summed up: a third are small ones."""
    small = [6 / (rank + 1) ** 0.35 for rank in range(len(_SMALL))]
    return tuple(accumulate([*small, *(60 / (rank + 20) for rank in range(_WORDS))]))


@cache
def _vocabulary() -> tuple[str, ...]:
    draw = random.Random("words")
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        parts = [draw.choice(part) for part in (_BEGINNINGS, _VOWELS, _ENDS) * draw.choice((1, 1, 2))]
        word = "".join([*parts, draw.choice(_ENDINGS)])
        if 4 <= len(word) <= 11 and word not in _SMALL:
            words[word] = None
    return tuple(words)
