"""Lines that give themselves away: exact patterns, each with the name of the rule that cuts it.

They are few and strict on purpose. A pattern here cuts its line wherever it stands, so a line belongs here only if no
newsroom would write it as a paragraph; what is merely likely is left to the line model. That a sentence speaks of
credits, cookies or copyright is not enough: a pattern asks how a line is built as well as for its words. Patterns look
at short lines only, which bounds the time they take.
"""

import re
from functools import lru_cache

from digest.articles.scrape.amendments import is_amendment
from digest.articles.scrape.appeals import is_appeal
from digest.articles.scrape.creditlines import BRACKETED_WIRE, LONGEST_MARK, SOURCE_OUTLET, SOURCE_WIRE
from digest.articles.scrape.labels import RESERVED, label_rule
from digest.articles.scrape.ourreporters import OUR_REPORTER

_LONGEST_CAPTION = 400  # signs
_REMEMBERED = 50_000  # lines; menus recur on page after page

_NAME = r"[A-Z][\w.'’-]{0,30}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|"
    rf"{_NUMBER} {_MONTH},? \d{{4}}|{_MONTH} {_NUMBER},? \d{{4}})"
)
_CLOCK = r"(?:[\s,|@·•–-]{1,3}(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )"
_STAMP = r"(?:(?:first |last )?(?:published|posted|updated|modified|created|date)(?: on| at)?\s?:?\s?)"
_LINK = r"(?:,| and| AND| &| de| van| von| al| bin)"
_PHOTO = r"(?:Photo|Image|Picture|File photo|Photograph|Illustration|Credit|FILE PHOTO|FILE)"
_ARCHIVE = r"(?:FILE PHOTO|FILE|File photo|Photo)"
_LIBRARY = r"(?:Getty Images|AFP/Getty|AP Photo|Shutterstock|iStock)"
_VIA = r"via (?:Getty Images|AFP/Getty|AP|R(?:EUTERS|euters)|Shutterstock)"
# Of the names behind a library, each has a capital: else a sentence goes on ("..., Getty Images said").
_PERSON = r"(?:(?![a-z])\w[\w’']{0,30}|file|pool|for|v[ao]n|d[aeu][rnl]?|al|la)"
_NAMES = rf"(?:(?:photo|\.com)?(?:[ ./,-]{{1,3}}{_PERSON}){{0,6}})[)\]]?"
_APART = r"(?:^|[^\w\s] ?)"  # nothing before it, or a sign: "Universal Credit: what changes" is no credit
_CAPITALS = r"(?-i:(?:[\s:,&.-]{1,3}(?:(?![a-z])[^\s.]{1,30}|and|of|the|by)){0,6})"
_MARK = r"[\s:,]{0,3}(?:©|ⓒ|\([cс]\)|copyright|\d{4})"
_LETTERS, _POLICY = "(?:newsletter|inbox|alert)s?", "cookies? (?:policy|settings)"
_US = "(?:we|our|your?|this (?:web)?site)"  # who asks a reader to take cookies, and who writes of them does not
_DAYS = (
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    "November|December|Christmas|Easter|Passover|Ramadan|Thanksgiving|Halloween|New Year(?:[’']s)?|Noon|Midnight|Dawn|"
    "Dusk|Nightfall|Lunchtime|Then|Now|Law|Contrast|Comparison|Design|Default|Accident"
)
_NO_DAY = rf"(?!(?i:{_DAYS})(?: (?i:Day|Eve|Morning|Afternoon|Evening|Night|Noon|Midnight))?$)"
_MINUTES = r"\d{1,3}[ -]?min(?:ute)?s?"
_HOW = "(?:on|via|to|this|by(?= (?:e-?mail|mail|sms|post))|the(?= (?:article|story|post|page|news|link|video)))"
_BY = r"(?: by| credit| courtesy(?: of)?)?"

_I = re.IGNORECASE
# The rule, with what its lines begin ("0" is any digit, a small letter its capital too), and the pattern.
_WHOLE: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("reading-time", "r0", re.compile(rf"(?:reading time:? ?)?{_MINUTES}\.?(?:[ -]?read(?:ing time)?)?", _I)),
    ("wire-credit", "scva", SOURCE_WIRE),
    ("wire-credit", "(", BRACKETED_WIRE),
    ("source-credit", "s", SOURCE_OUTLET),
    ("lone-date", "0flpumcdtwsjaon", re.compile(rf"{_STAMP}{{0,2}}{_WEEKDAY}?{_DAY}{_CLOCK}?\.?", _I)),
    ("byline", "b", re.compile(rf"(?:By|BY|by)(?:\s?:)? {_NO_DAY}{_NAME}(?:{_LINK}?,? {_NAME}){{0,9}}")),
    ("byline", "fbvdp", re.compile(rf"{OUR_REPORTER} {_NAME}(?:{_LINK}?,? {_NAME}){{0,9}}")),
    ("share-button", "stpm", re.compile(rf"(?:share|tweet|print|mail) {_HOW}(?: [\w-]{{1,12}}){{1,3}}", _I)),
    ("advertisement", "as", re.compile(r"(?:article|story) continues (?:below|after)[\w ]{0,30}", _I)),
    ("related-heading", "m", re.compile(r"(?:more from|most popular in|most read in) [\w '’&.-]{1,40}", _I)),
    ("copyright", "©", re.compile(r"©.{0,120}")),
    ("copyright", "c(", re.compile(rf"(?:copyright|\(c\))(?:{_MARK}.{{0,120}}|{_CAPITALS}(?: \d{{4}}\.?)?)", _I)),
    ("copyright", "c", re.compile(r"copyright (?:notice|policy|statement|information)", _I)),
)  # fmt: skip
_BY_FIRST = {
    sign: tuple((rule, pattern) for rule, firsts, pattern in _WHOLE if sign in firsts)
    for sign in sorted(set("".join(firsts for _, firsts, _ in _WHOLE)))
}
_RESERVED_SIGNS = 120  # of a line that reserves all rights
_PART: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("caption", re.compile(r" / (?:Photo|Image|Picture)\b.{0,60}$")),
    ("caption", re.compile(rf"[\[(](?:{_PHOTO}|File)s?{_BY}[: ].{{0,60}}[\])]$")),
    ("caption", re.compile(rf"{_APART}(?:{_PHOTO}|Gallery Credit){_BY}\s?:(?! ?[a-z]{{1,30}} [a-z]).{{0,80}}$")),
    ("caption", re.compile(rf"\bPhoto{_BY}\s?:(?: ?(?![a-z]).{{0,80}})?$")),
    ("caption", re.compile(rf"^{_PHOTO}s?{_BY}\s?:(?! ?[a-z]{{1,30}} [a-z])")),
    ("caption", re.compile(rf"^(?:Photo|Image|FILE PHOTO|File photo)s?{_BY}\s?:")),
    ("caption", re.compile(rf"^{_ARCHIVE}s?{_BY}\s?[–—-](?: |$)")),
    ("caption", re.compile(rf"(?:{_APART}|\bvia |\b[Pp]hotos? (?:by|from) ){_LIBRARY}{_NAMES}\.?$")),
    ("caption", re.compile(rf"(?:\b{_VIA}{_NAMES}|(?<![a-z] ){_VIA}{_NAMES}\.)$")),
    ("newsletter", re.compile(rf"^(?:sign up|subscribe)\b.{{0,99}}\b(?:{_LETTERS}|e-?mails?)\b", _I)),
    ("newsletter", re.compile(rf"^register (?:now|here|today|for|to|with|free)\b.{{0,99}}\b{_LETTERS}\b", _I)),
    ("cookies", re.compile(rf"^(?:accept (?:all )?cookies|(?:[\w&,]{{1,12}} ){{0,3}}{_POLICY})\b.{{0,40}}$", _I)),
    ("cookies", re.compile(rf"^(?=.{{0,400}}\b{_US}\b).{{0,400}}\b(?:uses? (?:of )?cookies|{_POLICY})\b", _I)),
)  # fmt: skip
# One of these stands in all that a pattern of _PART finds; most lines are asked no more, for that is quick.
_HINTS = (
    *("photo", "image", "picture", "file", "illustration", "credit", "getty", "via", "shutterstock", "istock"),
    *("newsletter", "inbox", "mail", "alert", "cookie"),
)
_RELATED = re.compile(
    r"(?:Related|RELATED|Read more|READ MORE|ALSO READ|Also read|READ ALSO|Read also|See also|SEE ALSO)"
    r"(?=[:A-Z\"'“‘])(?::\s?)?."
)


def rule_of(text: str) -> str | None:
    """Return the name of the rule that cuts the line `text`, or None.

    >>> rule_of("RelatedStorm closes the harbour"), rule_of("Related to the storm, the harbour was closed.")
    ('related-link', None)
    """
    if is_amendment(text):
        return "correction-notice"
    if len(text) > _LONGEST_CAPTION:
        return None
    if is_appeal(text):
        return "reader-appeal"
    return _rule_of_short(text) if len(text) <= LONGEST_MARK else _rule_of_part(text)


@lru_cache(_REMEMBERED)
def _rule_of_short(text: str) -> str | None:
    if rule := label_rule(text):
        return rule
    if text[:1] in {"R", "A", "S"} and _RELATED.match(text):
        return "related-link"
    return _rule_of_whole(text) or _rule_of_part(text)


def _rule_of_whole(text: str) -> str | None:
    first = "0" if text[:1].isdecimal() else text[:1].casefold()
    for rule, pattern in _BY_FIRST.get(first, ()):
        if pattern.fullmatch(text):
            return rule
    if len(text) > _RESERVED_SIGNS:
        return None
    dated, small = "20" in text or "©" in text, text.lower()
    reserved = "all rights reserved" in small or (dated and any(phrase in small for phrase in RESERVED))
    return "copyright" if reserved else None


def _rule_of_part(text: str) -> str | None:
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return None
    return next((rule for rule, pattern in _PART if pattern.search(text)), None)
