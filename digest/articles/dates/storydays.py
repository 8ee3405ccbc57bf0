"""Days that are counted from the one that the sentence named last: "the next morning", "the previous Friday".

Where the sentence itself has named none before, they come to nothing. A day of the sentence before was tried: it was
as often not the one that is meant, and the timelines were no better for it. Only "minutes later" and "that night" at
the head of a sentence carry it on.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from digest.articles.dates.expressions import COUNTS
from digest.articles.dates.wording import Wording

_DAY = timedelta(days=1)
_SAME = {"that", "same"}  # "earlier that day", "later the same day"
_STEPS = {"next": 1, "following": 1, "after": 1, "later": 1, "previous": -1, "before": -1, "earlier": -1}
_BESIDE = {"previous", "following"}
_FEW = (
    r"(?:about|some|only|just|barely|almost|nearly|less than|more than|over|around|an?|few|half|quarter|of|couple|and"
    rf"|several|{'|'.join(COUNTS[1:])}|thirty|forty|fifty|\d{{1,2}})"
)
_FOLLOWS = re.compile(
    rf"\W{{0,2}}((?:{_FEW}[ -]){{0,6}}(?:seconds?|moments?|minutes?|hours?|half) later\b"
    r"|(?:(?:later|early|earlier|late) )?(?:on )?(?:that|the) same (?:day|morning|afternoon|evening|night)\b"
    r"|(?:(?:later|early|earlier|late) )?(?:on )?that (?:day|morning|afternoon|evening|night)\b)",
    re.IGNORECASE,
)


def follows(text: str) -> str | None:
    """Return the words at the head of a sentence by which it tells on from the day of the one before.

    >>> follows("Half an hour later it burnt."), follows("Two days later it burnt.")
    ('Half an hour later', None)
    """
    found = _FOLLOWS.match(text)
    return found[1] if found else None


def is_beside_another(words: Iterable[str]) -> bool:
    """Tell whether a weekday is counted from a day of the story, and not from publication."""
    return not _BESIDE.isdisjoint(words)


def weekday_beside(wording: Wording) -> date | None:
    """Return the nearest such weekday before or after the day that was named last, which is not that day itself."""
    if wording.told is None:
        return None
    step = 1 if "following" in wording.words else -1
    weekday = wording.weekday or 0
    return wording.told + step * _DAY * ((step * (weekday - wording.told.weekday()) - 1) % 7 + 1)


def story_day(wording: Wording) -> date | None:
    """Return the day that lies so many days from the one that was named last."""
    if wording.told is None or not _SAME.isdisjoint(wording.words):
        return wording.told
    step = next((_STEPS[word] for word in wording.words if word in _STEPS), 0)
    return wording.told + step * (wording.count or 1) * _DAY
