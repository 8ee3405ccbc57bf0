"""Whether a date is that of the saying, and not of what is said: "it burnt on Monday, officials said on Tuesday".

News dates what it was told, so that a reader can judge it; a timeline wants the day of the event. A verb of saying
right before the date, or right behind it with a subject before it ("Roe on Tuesday said"), tells.
"""

import re

_SAID = (
    r"(?:said|says|say|told|added|reported|confirmed|announced|wrote|stated|claimed|insisted|acknowledged|revealed"
    r"|disclosed|warned|testified|posted|tweeted)"
)
_WHERE = (
    r"(?: (?:in|at|on|by|to) (?:an? |the |its |his |her |their )?(?:\w+ ){0,2}"
    r"(?:statement|conference|briefing|interview|report|post|letter|email|message|speech|reporters|parliament|television))?"
)
_BEFORE = re.compile(
    rf"\b{_SAID}(?: (?:reporters|journalists|lawmakers|parliament|(?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,3}}))?"
    rf"{_WHERE}(?: (?:late|early))?,? \Z"
)
_AFTER = re.compile(rf" {_SAID}\b(?! (?:to|by)\b)")
_REACH = 90  # characters before a date in which its verb of saying stands


def dates_saying(text: str, start: int, end: int) -> bool:
    """Tell whether the date from `start` to `end` says when something was said.

    >>> dates_saying("It sank on Monday, officials said on Tuesday.", 34, 44)
    True
    >>> dates_saying("It sank on Monday, officials said on Tuesday.", 8, 17)
    False
    """
    return bool(_BEFORE.search(text[max(0, start - _REACH) : start]) or _AFTER.match(text, end))
