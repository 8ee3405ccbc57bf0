"""Find the days that a sentence names, and the one it speaks of.

A timeline stands or falls with the day of each sentence. Most sentences of news speak of the day before they were
printed or of that day, and say so by a weekday; the rest is background, which names its year, or says nothing and
then speaks of the day of publication. Rules reckon this better than learnt models where only days matter: see
Chang and Manning (2012, SUTime) and Stroetgen and Gertz (2013, HeidelTime), whose order of rules this follows in
small: find, normalise, resolve by tense and the date of the document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from digest.articles.dates.expressions import HINT, expressions_from
from digest.articles.dates.manylanguages import written_days
from digest.articles.dates.measures import is_birth, is_measure, is_subordinate
from digest.articles.dates.ranges import other_days
from digest.articles.dates.reckoning import reckon
from digest.articles.dates.speech import dates_saying
from digest.articles.dates.storydays import follows
from digest.articles.dates.tense import REACH
from digest.articles.dates.traces import traced
from digest.articles.dates.weekdaynames import named_weekdays
from digest.articles.dates.wording import Wording
from digest.model import Mention, Precision, Sentence, When

_ANY_DAY = date(2000, 1, 1)  # stands in for an unknown day of publication, where the value does not depend on it
_YEAR_WRITTEN = re.compile(r"(?:1[5-9]|20)\d\d")
_PRECISIONS: dict[int, Precision] = {len("YYYY"): "year", len("YYYY-MM"): "month", len("YYYY-MM-DD"): "day"}

_LONGEST = 5_000  # signs; what is longer is no sentence, and its days are read from so many at its head
_REMEMBERED = 1_000  # days of publication; most sentences of an article speak of its own

# A month or a year dates the whole sentence only from its head, which is its subject and no more: "Russia in 2022 ...".
_HEAD = 40
_VAGUE = frozenset({"weekend", "ending"})
# "In the flood of 2024 the water rose": the time of the clause is named by what happened then.
_IN_THE_EVENT = re.compile(r"\W{0,2}(?:In|During|At) (?:the|that|its|his|her|their|our)(?: [\w'’-]+){1,3} \Z")
_NOT_DATING = re.compile(
    r"(?:since|until|by|before|after|from|for|of|through|the|بحلول|منذ|قبل|بعد|حتى)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A date expression in its sentence."""

    place: int
    mention: Mention
    kind: str = "calendar"

    @property
    def end(self) -> int:
        return self.place + len(self.mention.text)

    @property
    def precision(self) -> Precision:
        return _PRECISIONS[len(self.mention.value)]

    @property
    def is_vague(self) -> bool:
        # A weekend is two days, the end of a month some more: they date a sentence only where nothing better does.
        return self.precision == "day" and self.kind in _VAGUE

    @property
    def is_day(self) -> bool:
        return self.precision == "day" and not self.is_vague


def find_mentions(text: str, published: date | None) -> tuple[Mention, ...]:
    """Return every date expression of the sentence, in order, resolved against the day of publication.

    Without that day only expressions that bear their year are resolved.

    >>> find_mentions("The court met on Thursday.", date(2025, 1, 31))
    (Mention(text='on Thursday', value='2025-01-30'),)
    """
    return _mentions(_find(text, published))


def date_sentence(text: str, paragraph: int, published: date | None) -> Sentence:
    """Return the sentence with its mentions and the time it speaks of.

    The first day that is named decides: one in the main clause before one in a subordinate clause, and both before
    one on which something was merely said; a month or a year only at the head of the sentence. Otherwise the sentence
    speaks of the day of publication.
    """
    found = _find(text[:_LONGEST], published)
    when = (_decide(text, found, published) if found else None) or _of_publication(published)
    return Sentence(text, paragraph, when, _mentions(found) if found else ())


def date_sentences(sentences: Iterable[tuple[int, str]], published: date | None) -> tuple[Sentence, ...]:
    """Return the sentences of an article, each a paragraph's number and a text, dated in the light of the one before.

    "Half an hour later" and "that night" at the head of one that names no day speak of the day before it.
    """
    split = [*sentences]
    may_name_a_day = traced([text for _, text in split])
    of_publication = _of_publication(published)
    dated: list[Sentence] = []
    before: When | None = None
    for number, (paragraph, text) in enumerate(split):
        if number in may_name_a_day:
            one = date_sentence(text, paragraph, published)
        else:
            one = Sentence(text, paragraph, of_publication)
        one = _told_on(one, before) if before and before.origin == "resolved" else one
        before = one.when
        dated.append(one)
    return tuple(dated)


def _told_on(one: Sentence, before: When) -> Sentence:
    """Return the sentence on the day of the one before, if it only tells on from there."""
    if before.precision != "day":
        return one
    if (one.when and one.when.origin == "resolved") or not (words := follows(one.text)):
        return one
    return one._replace(when=When(before.value, "day", "resolved", words))


def _mentions(found: Iterable[_Found]) -> tuple[Mention, ...]:
    return tuple([one.mention for one in found if not one.is_vague])


def _find(text: str, published: date | None) -> Sequence[_Found]:
    hint = HINT.search(text)
    english = [*_english(text, published, hint)] if hint else []
    others = (*written_days(text, published), *named_weekdays(text, published))
    if not others:
        return english
    foreign = (_with_others(text, _Found(place, Mention(words, value))) for place, words, value in others)
    return _together(english, [*chain.from_iterable(foreign)])


def _together(english: Iterable[_Found], foreign: Iterable[_Found]) -> Sequence[_Found]:
    """Return both in order; of the same words an English day wins, then the other, then an English year."""
    kept: list[_Found] = []
    taken: set[int] = set()
    for one in (*(one for one in english if one.is_day), *foreign, *(one for one in english if not one.is_day)):
        signs = range(one.place, one.place + len(one.mention.text))
        if taken.isdisjoint(signs):
            kept.append(one)
            taken.update(signs)
    return sorted(kept, key=attrgetter("place"))


def _english(text: str, published: date | None, hint: re.Match[str]) -> Iterator[_Found]:
    told: date | None = None
    for match in expressions_from(text, hint):
        expression, kind = match.group(), match.lastgroup or ""
        if published or _YEAR_WRITTEN.search(expression):
            before, after = text[max(0, match.start() - REACH) : match.start()], text[match.end() : match.end() + REACH]
            value = reckon(kind, Wording(expression, before, after, published or _ANY_DAY, told))
            if value:
                one = _Found(match.start(), Mention(expression, value), kind)
                told = date.fromisoformat(value) if one.is_day else told
                yield from _with_others(text, one) if kind == "calendar" else (one,)


def _with_others(text: str, one: _Found) -> Sequence[_Found]:
    """Return the day with the others of its range or pair, in order: "April 24 and 25"."""
    span = one.place, one.end
    if one.precision != "day":
        return (one,)
    others = [_Found(place, Mention(words, value)) for place, words, value in other_days(text, span, one.mention.value)]
    return sorted((one, *others), key=attrgetter("place"))


def _decide(text: str, found: Sequence[_Found], published: date | None) -> When | None:
    """Return the time of the mention that dates the sentence, if one does."""
    days = [one for one in found if one.is_day and not is_measure(text, one.place)]
    main = [one for one in days if not is_subordinate(text, one.place)]
    if len(days) > 1:
        events = (one for one in main if not (dates_saying(text, one.place, one.end) or is_birth(text, one.place)))
        main = [*events, *main]
    vague = (one for one in found if one.is_vague)
    heads = (one for one in found if _dates_from_head(text, one, published))
    one = next((one for kind in (main, days, vague, heads) for one in kind), None)
    return When(one.mention.value, one.precision, "resolved", one.mention.text) if one else None


def _dates_from_head(text: str, one: _Found, published: date | None) -> bool:
    if one.is_day or one.place > _HEAD or is_subordinate(text, one.place):
        return False
    in_the_event = one.mention.text.startswith("of ") and _IN_THE_EVENT.match(text[: one.place])
    if (in_the_event or one.kind == "calendar") and one.mention.value == str(published)[: len("YYYY")]:
        return False  # its own year tells no more than that it is news
    return bool(in_the_event) or not _NOT_DATING.match(one.mention.text)


@lru_cache(_REMEMBERED)
def _of_publication(published: date | None) -> When | None:
    return When(published.isoformat(), "day", "published") if published else None
