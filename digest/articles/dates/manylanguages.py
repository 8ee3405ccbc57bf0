"""Explicit dates in sentences of other languages: "am 14. März 2025", "le 3 avril", "14 марта", "8日未明", «عام 2024».

A number is read beside the name of a month is read, with or without a year; which names there are is told by
`monthnames`. Where no year is written, a short name may be any word ("3 set", "5 out"), so the name has to be a
full one, written as its language writes it: in lower case, or behind a full stop, or in another script. The year left
out is the one that makes the day nearest to publication, since no verb is understood here.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.articles.monthnames import is_word_too, month_of
from digest.articles.writtendates import in_digits

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?<![\w.,:/$€£])(?P<day>3[01]|[12]\d|0?[1-9])"
_NAME = r"(?P<name>[^\W\d_][^\s\d.,:;!?()\"'“”«»/–—-]{1,14})"
# Most sentences hold no number before a word that could be a month, which is told without a further look.
_DAY_THEN_NAME = re.compile(
    rf"{_DAY}(?P<sign>\.|er|re|º|ª|°|η|ης|:a|-го)? ?(?P<link>de |d['’]|del |ta['’] )?{_NAME}\.?"
    rf"(?P<tail>,? (?:de |del |m\. |năm |عام |سنة |році |года )?(?P<year>{_YEAR})(?!\d))?"
)
_YEAR_THEN_NAME = re.compile(
    rf"(?<![\w.])(?P<year>{_YEAR})(?:\.| m\.) (?P<name>[^\W\d_]{{3,12}}) (?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_WIDE = re.compile(
    rf"(?:(?P<year>{_YEAR}) ?[年년] ?)?(?<!\d)(?P<month>1[0-2]|0?[1-9]) ?[月월] ?"
    r"(?P<day>3[01]|[12]\d|0?[1-9]) ?[日号號일]"
)
_VIETNAMESE = re.compile(
    rf"(?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}})(?:,? (?:năm )?(?P<year>{_YEAR})(?!\d))?", re.IGNORECASE
)
# "8日未明" is the 8th, but "8日間" eight days and "8日前" eight days ago: a part of the day or a pause has to follow.
_PART_OF_DAY = "未明|早朝|朝|午前|正午|昼|午後|夕|夜|深夜|凌晨|清晨|早上|上午|中午|下午|傍晚|晚"
_DAY_ALONE = re.compile(
    r"(?<![\d月월年泊第.,])(?<![月월] )(?P<day>3[01]|[12]\d|0?[1-9])"
    rf"(?:[日號号](?={_PART_OF_DAY}|、|，)|일(?= ?(?:새벽|아침|오전|낮|오후|저녁|밤)))"
)
# A year or a month alone; "since", "until" and "before" behind it say that it is no time of the sentence.
_YEAR_ALONE = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR}) ?[年년](?: ?(?P<month>1[0-2]|0?[1-9]) ?[月월])?"
    r"(?! ?\d| ?[日月월]|度|代|間|から|まで|以来|以降|以前|来|前|后|後|부터|까지|대|도)"
)
_ARABIC_YEAR = re.compile(rf"(?<!\w)(?:(?:بحلول|منذ|قبل|بعد|حتى) )?(?:(?:عام|سنة) |في )(?P<year>{_YEAR})(?!\d)")
_FIGURE = re.compile("[0-9]")
# One of these stands in all that is written in Arabic letters, or those of China, Japan and Korea.
_EASTERN = re.compile("[年년日號号일عسف]")
_SHORT_AND_SURE = frozenset({"mai", "maj", "mei", "мая", "май", "मई"})
_FULL = 4  # letters; a shorter name without a year is more often another word
_VERBS = frozenset({"may", "march", "marc"})  # "the other 3 may follow"
_YEARS_NEAR = (-1, 0, 1)


def written_days(text: str, published: date | None) -> Sequence[tuple[int, str, str]]:
    """Return the place, the words and the value of each date that is written; without publication, only with its year.

    >>> written_days("Il est mort le 3 avril.", date(2025, 1, 31))
    [(15, '3 avril', '2025-04-03')]
    """
    plain = in_digits(text)
    return [*_written(text, plain, published)] if _FIGURE.search(plain) else ()


def _written(text: str, plain: str, published: date | None) -> Iterator[tuple[int, str, str]]:
    for pattern in _patterns(plain):
        for found in pattern.finditer(plain):
            month = _month(found)
            if month and (day := _day(found, month, published)):
                dot = 0 if found["year"] or not found.group().endswith(".") else 1  # it ends the sentence
                yield found.start(), text[found.start() : found.end() - dot], day.isoformat()
    if not plain.isascii() and _EASTERN.search(plain):
        yield from _alone(text, plain, published)


def _alone(text: str, plain: str, published: date | None) -> Iterator[tuple[int, str, str]]:
    """Yield the days that bear no month, the nearest to publication, and the months and years that bear no day."""
    for found in _DAY_ALONE.finditer(plain):
        if published and (day := _of_a_month_near(int(found["day"]), published)):
            yield found.start(), text[found.start() : found.end()], day.isoformat()
    for pattern in (_YEAR_ALONE, _ARABIC_YEAR):
        for found in pattern.finditer(plain):
            month = found.groupdict().get("month")
            value = found["year"] + (f"-{int(month):02}" if month else "")
            yield found.start(), text[found.start() : found.end()], value


def _of_a_month_near(day: int, published: date) -> date | None:
    months = (12 * published.year + published.month - 1 + step for step in (-1, 0, 1))
    days = [one for month in months if (one := _of_calendar(month // 12, month % 12 + 1, day))]
    return min(days, key=lambda one: abs(one - published), default=None)


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of what the text can hold; the rarer ones only where their signs stand in it."""
    yield _DAY_THEN_NAME
    if not text.isascii():
        yield from (_YEAR_THEN_NAME, _VIETNAMESE)
        if _EASTERN.search(text):
            yield _WIDE


def _month(found: re.Match[str]) -> int | None:
    """Return the month that is named or numbered, unless the name is more likely another word."""
    named = found.groupdict()
    if "month" in named:
        return int(named["month"])
    name = named["name"]
    month = month_of(name)
    if month is None or is_word_too(name):
        return None
    as_written = named.get("sign") == "." or named.get("link") or not name[0].isupper()
    return month if named["year"] or (as_written and _is_sure(name)) else None


def _is_sure(name: str) -> bool:
    return name.lower() in _SHORT_AND_SURE or (len(name) >= _FULL and name not in _VERBS)


def _day(found: re.Match[str], month: int, published: date | None) -> date | None:
    """Return the day: of its year if that is written, else the nearest to publication; None where there is none."""
    if found["year"]:
        years = [int(found["year"])]
    else:
        years = [published.year + step for step in _YEARS_NEAR] if published else []
    days = [day for year in years if (day := _of_calendar(year, month, int(found["day"])))]
    return min(days, key=lambda day: abs(day - published) if published else day - day, default=None)


def _of_calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
