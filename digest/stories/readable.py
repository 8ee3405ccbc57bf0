"""Which sentences can be read on their own.

One that leans on the sentence before it ("He added ...") tells a reader nothing, and what a page says beside its text
tells no story: a caption or a crosshead that was glued to a sentence, a stamp, a credit. It is a matter of order alone,
so in doubt a sentence is passed over: another will say the same.
"""

import re

from digest.stories.signs import (
    ALL,
    BE,
    COUNTS,
    GLUED,
    LATER,
    LEANS,
    OBJECT,
    PAGE,
    PAIRED,
    PLANS,
    QUOTES,
    SPEAKER,
    TOWARDS,
)
from digest.tools.text import SENTENCE_ENDS

_LONGEST = 40  # words; nobody reads a longer one at a glance, and most of those are several that lost their full stops
_SHORTEST = 7
_FRAGMENT = 6  # words; a longer answer ("But the harbour of Alma stayed open") tells what it is about
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
# A menu's bar, a web address, a byline, credits, a dateline that does not stand first.
_FURNITURE = re.compile(
    r"\||https?:|www\.|\S@\S|\b[Ll]ast updated\b"
    r"|^By [A-Z]|\b(?:Reporting|Writing|Editing) by\b|(?<=.{40})\([A-Z][\w. ]{1,20}\) ?[-–—]"
)
_STAMP = re.compile(r"\d[:.]\d\d (?:[AaPp]\.?[Mm]\.? )?[A-Z]{1,3}T\b")  # with a time zone
# "Smoke over Port Amber The fire brigade said ...": a sentence begins, but none has ended.
_GLUED = re.compile(
    r"[^\W_][)\"”]? (?:An|The|At|In|On|To|More|But|It|He|She|They|There|This|Some|Many|Most|When|After|As|If|For|We|You"
    r"|All|Two|Three|Four|Five) (?=[a-z\d])"
)
# "The mayor called it a good day": nothing before the verb but who speaks.
_OBJECT_UNKNOWN = re.compile(
    r"(?:(?!and\b|who\b|which\b|that\b)[\w'’-]{1,30} ){1,6}(?:calls?|called|describe[sd]|dubbed|termed|hailed"
    r"|welcome[sd]|condemn(?:s|ed)|criticise[sd]|criticize[sd]|dismiss(?:es|ed)|denounce[sd]|reject(?:s|ed)|praise[sd]"
    r"|spoke of|confirm(?:s|ed)|den(?:ies|ied)) (?:it|this|him|her|them)\b(?! \w+ (?:said|told))",
    re.IGNORECASE,
)
# What names nobody, as the whole subject: "She kept her word." "It" may stand for nothing: "It rained."
_IDLE = (
    r"(?:rain|snow|hail|thunder|pour)(?:ed|s)\b"
    r"|(?:(?:will|would|could|may|has|had) )?(?:is|was|be|been|became|remains|remained|takes?|took|taken|seems|seemed"
    r"|appears|appeared)(?: [\w'’-]+){0,5}? (?:that|to|who|when|whether|how|if|why|since|before|until)\b"
)
_SUBJECT = rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t (?!{_IDLE}))\b"
_POINTS_BACK = (
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\b(?! own| [A-Z])"
    r"|(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:is|was|are|were|has|had|have|will|would|came|comes|means|meant)\b"
)
_TIES = (
    r"(?:(?i:But|And|Or|So|Yet|Also|Then|However|Still|Now|Instead|Later|Earlier|Meanwhile|Afterwards|Soon),? ){0,2}"
)
# "In the flood of 2024 it rose": no more than a time or a place stands before the pronoun.
_NOUN = r"(?:(?:the|a|an) )?(?:[\w'’-]{1,20} )?[\w'’-]{1,20}"
_SETTING = rf"(?:In|On|At|By|Since|During|Until|For|From) {_NOUN}(?: of {_NOUN})?,? "
_LEANS = re.compile(rf"{_TIES}(?:{_SUBJECT}|{_POINTS_BACK}|{_SETTING}{_SUBJECT})")
_ANSWERS = re.compile(r"[\"'“‘]?(?:But|And|Or|So|Nor|Yet)\b")
# What will be, or was to be: a plan, whatever came of it.
_PLANS = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due to|set to|expected to|scheduled to|likely to|going to|planned))\b|\w['’]ll\b"
)
_QUOTES = ('"', "“", "„", "«", "'", "‘")
# "Blankets, tea from a union: the hall became a waiting room": what sets a scene, and leads to a quotation or a list.
_COLON = re.compile(r"[^\W\d_]: ")
_ENDS = re.compile(rf"[{SENTENCE_ENDS}:;][\"'”’»›)\]」』）》]{{0,3}}$")
_STOPS = (".", "!", "?")  # with which nearly all end: to see that takes a fraction of a search
_LAST = 5  # signs at the end of a text among which that is


def stands_alone(text: str, signs: int = ALL) -> bool:
    """Return whether a sentence can be understood without the one before it.

    `signs` are those that its words give, where they are known already.

    >>> stands_alone("Six boats burnt in the harbour of Port Amber.")
    True
    >>> stands_alone('"It was dark in the harbour," he added to the reporters.')
    False
    """
    return ends_as_sentence(text) and is_clear(text, signs, len(text.split()))


def is_clear(text: str, signs: int, words: int) -> bool:
    """Return whether what ends as sentences do, of so many words, can be understood without the one before it."""
    if not _SHORTEST <= words <= _LONGEST or (signs & PAIRED and not _is_closed(text)):
        return False
    return not (_DANGLING.match(text) or _has_unknown(text, signs) or leans(text, signs) or _is_disturbed(text, signs))


def _has_unknown(text: str, signs: int) -> bool:
    """Return whether a time, a speaker or an object is told that only the sentence before it names."""
    if not text.isascii():
        signs = ALL  # to a search that heeds no capitals, signs of other scripts are Latin ones too
    return bool(
        (signs & LATER and _COUNTED_ON.match(text))
        or (signs & SPEAKER and _SPEAKER_UNKNOWN.search(text))
        or (signs & OBJECT and _OBJECT_UNKNOWN.match(text))
    )


def _is_disturbed(text: str, signs: int) -> bool:
    """Return whether there is something in a sentence that belongs to the page."""
    if signs & PAGE and _FURNITURE.search(text):
        return True
    if signs & COUNTS and "T" in text and _STAMP.search(text):
        return True
    return bool(signs & GLUED and _GLUED.search(text))


def leans(text: str, signs: int = ALL) -> bool:
    """Return whether a sentence says nothing without the one before it: its subject is named there, or its verb.

    `signs` are those that its words give, where they are known already.

    >>> leans("They will be brought before a judge on Friday."), leans('"But not here."')
    (True, True)
    >>> leans("It was the mayor who rang the bell."), leans("In 2024 Ada Alm said that it rose.")
    (False, False)
    """
    if not signs & LEANS and text.isascii():
        return False
    return bool(_LEANS.match(text) or (_ANSWERS.match(text) and len(text.split()) < _FRAGMENT))


def announces(text: str, signs: int = ALL) -> bool:
    """Return whether a sentence tells a plan: once its day has passed, what came of it is the news.

    `signs` are those that its words give, where they are known already.

    >>> announces("The council will vote on Friday."), announces("The council voted on Friday.")
    (True, False)
    """
    return bool((signs & PLANS or (signs & BE and signs & TOWARDS)) and _PLANS.search(text))


def _is_closed(text: str) -> bool:
    """Return whether what opens in a text, a quotation or a bracket, also ends in it."""
    is_paired = text.count("(") == text.count(")") and text.count("“") == text.count("”")
    return is_paired and text.count('"') % 2 == 0


def ends_as_sentence(text: str) -> bool:
    """Return whether a text ends as sentences do; a subhead or a caption does not."""
    return text.endswith(_STOPS) or bool(_ENDS.search(text[-_LAST:]))


def colours(text: str, signs: int = ALL) -> bool:
    """Return whether a sentence is a quotation or sets a scene: it colours what happened, and seldom tells it.

    `signs` are those that its words give, where they are known already.
    """
    is_quotation = bool(signs & QUOTES) and text.lstrip().startswith(_QUOTES)
    return is_quotation or (": " in text and bool(_COLON.search(text)))
