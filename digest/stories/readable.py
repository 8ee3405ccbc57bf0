"""Which sentences can be read on their own.

One that leans on the sentence before it ("He added ...") tells a reader nothing, and what a page says beside its text
tells no story: a caption or a crosshead that was glued to a sentence, a stamp, a credit. It is a matter of order alone,
so in doubt a sentence is passed over: another will say the same.
"""

import re

from digest.tools.text import SENTENCE_ENDS

_LONGEST = 40  # words; nobody reads a longer one at a glance, and most of those are several that lost their full stops
_SHORTEST = 7
_DANGLING = re.compile(
    r"[\"'“‘(\[]? ?(?:He|She|It|They|We|I|You|This|That|These|Those|But|And|Or|So|Yet|However|Also|Then|There|His|Her"
    r"|Their|Its|Our|My|Such|Meanwhile|Asked|Earlier|Later|Nevertheless|Instead|Afterwards?|Soon"
    r"|Shortly after(?:wards)?|Moments|As a result|In addition|At the same time|On the same|On that"
    r"|The (?:next|following|same) (?:day|morning|evening|night))\b"
)
# "Half an hour later", "Three days after that": counted from a time that another sentence gave.
_COUNTED_ON = re.compile(
    r"(?:[\w-]{1,15} ){0,5}?(?:seconds?|moments?|minutes?|half|hours?|days?|weeks?|months?|years?) "
    r"(?:later|afterwards|earlier|after that)\b",
    re.IGNORECASE,
)
_SPEAKER_UNKNOWN = re.compile(r"\b(?:he|she|they) (?:said|told|added|says|wrote)\b|[\"'”’] (?:he|she|they|it) \w+")
# A menu's bar, a web address, a stamp with a zone, a byline, credits, a dateline that does not stand first.
_FURNITURE = re.compile(
    r"\||https?:|www\.|\S@\S|\b[Ll]ast updated\b|\d[:.]\d\d (?:[AaPp]\.?[Mm]\.? )?[A-Z]{1,3}T\b"
    r"|^By [A-Z]|\b(?:Reporting|Writing|Editing) by\b|(?<=.{40})\([A-Z][\w. ]{1,20}\) ?[-–—]"
)
# "Smoke over Port Amber The fire brigade said ...": a sentence begins, but none has ended.
_GLUED = re.compile(
    r"[^\W_][)\"”]? (?:An|The|At|In|On|To|More|But|It|He|She|They|There|This|Some|Many|Most|When|After|As|If|For|We|You"
    r"|All|Two|Three|Four|Five) (?=[a-z\d])"
)
_QUOTES = ('"', "“", "„", "«", "'", "‘")
# "Blankets, tea from a union: the hall became a waiting room": what sets a scene, and leads to a quotation or a list.
_COLON = re.compile(r"[^\W\d_]: ")
_ENDS = re.compile(rf"[{SENTENCE_ENDS}:;][\"'”’»›)\]」』）》]{{0,3}}$")


def stands_alone(text: str) -> bool:
    """Return whether a sentence can be understood without the one before it.

    >>> stands_alone("Six boats burnt in the harbour of Port Amber.")
    True
    >>> stands_alone('"It was dark in the harbour," he added to the reporters.')
    False
    """
    if not (_SHORTEST <= len(text.split()) <= _LONGEST and ends_as_sentence(text) and _is_closed(text)):
        return False
    leans = _DANGLING.match(text) or _COUNTED_ON.match(text) or _SPEAKER_UNKNOWN.search(text)
    return not (leans or _FURNITURE.search(text) or _GLUED.search(text))


def _is_closed(text: str) -> bool:
    """Return whether what opens in a text, a quotation or a bracket, also ends in it."""
    pairs = all(text.count(opens) == text.count(closes) for opens, closes in ("()", "“”"))
    return pairs and text.count('"') % 2 == 0


def ends_as_sentence(text: str) -> bool:
    """Return whether a text ends as sentences do; a subhead or a caption does not."""
    return bool(_ENDS.search(text))


def colours(text: str) -> bool:
    """Return whether a sentence is a quotation or sets a scene: it colours what happened, and seldom tells it."""
    return text.lstrip().startswith(_QUOTES) or bool(_COLON.search(text))
