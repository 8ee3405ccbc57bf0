"""Lines that give themselves away: exact patterns, each with the name of the rule that cuts it.

They are few and strict on purpose. A pattern here cuts its line wherever it stands, so a line belongs here only if no
newsroom would write it as a paragraph; what is merely likely is left to the line model. Patterns look at short lines
only, which bounds the time they take.
"""

import re

_LONGEST_LABEL = 160  # signs; what is longer is prose, and left to the line model
_LONGEST_CAPTION = 400  # signs

_AGENCIES = (
    "AFP|Agence France-Presse|Reuters|AP|Associated Press|The Associated Press|dpa|DPA|AA|Anadolu|Anadolu Agency|TASS|"
    "Xinhua|EFE|ANSA|UPI|PTI|ANI|IANS|Bloomberg|Press Association|PA Media|PA|AAP|Kyodo|Yonhap|CNA|Interfax|Ukrinform"
)
_NAME = r"[A-Z][\w.'’-]{0,30}"
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\.?,? \d{{4}}|(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
_CLOCK = r"(?:[\s,|@·•–-]{1,3}(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?)"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )"
_STAMP = r"(?:(?:first )?(?:last )?(?:published|posted|updated|modified|created|date)(?: on| at)?\s?:?\s?)"

RELATED = re.compile(r"(?:Related|RELATED|Read more|READ MORE|ALSO READ|Also read|See also)(?=[:A-Z\"'“‘])[:\s]{0,2}")

_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("reading-time", re.compile(r"(?:reading time:? ?)?\d{1,3}[ -]?min(?:ute)?s?\.?(?:[ -]?read(?:ing time)?)?", re.I)),
    ("wire-credit", re.compile(rf"(?i:source|credit|via|agency|agencies)\s?:\s?(?P<agency>{_AGENCIES})(?:[ ,/&-]{{1,3}}\w[\w ]{{0,30}})?\.?")),
    ("wire-credit", re.compile(rf"\((?P<agency>{_AGENCIES})\)\.?")),
    ("wire-credit", re.compile(r"source\s?:\s?[\w .,/&'-]{2,40}", re.I)),
    ("lone-date", re.compile(rf"{_STAMP}{{0,2}}{_WEEKDAY}?{_DAY}{_CLOCK}?\.?", re.I)),
    ("byline", re.compile(rf"(?:By|BY|by)(?:\s?:)? {_NAME}(?:(?:,| and| AND| &| de| van| von| al| bin)?,? {_NAME}){{0,7}}(?:,? (?:and|AND|&) {_NAME}(?: {_NAME}){{0,3}})?")),
    ("related-heading", re.compile(
        r"(?:recommended|recommended (?:for you|reading|stories|articles)|explore|explore more|related|related (?:articles?|stories|story|news|content|"
        r"topics|posts?|links?|tags|coverage|videos?)|more (?:stories|news|from .{1,40}|on this story|like this|to read)|most (?:read|popular|viewed|shared|"
        r"recent|watched)(?: .{1,30})?|trending(?: now| stories| news)?|you (?:may|might) (?:also )?(?:like|be interested in)|read (?:next|more|also|this next)|"
        r"also read|see also|up next|don'?t miss|editor['’]?s['’]? (?:picks?|choice)|editors['’]? picks?|top stories|latest (?:news|stories|headlines|articles)|in this article|"
        r"what to read next|keep reading|continue reading|popular now|promoted stories|sponsored (?:content|stories)|around the web|from the web|"
        r"next (?:article|story|post)|previous (?:article|story|post)|recent (?:posts?|stories|articles))\s?[:>»…]?", re.I)),
    ("share-button", re.compile(
        r"(?:share|tweet|pin ?it|e?mail|print|copy link|link copied!?|save|bookmark|follow|like|whats ?app|facebook|twitter|linkedin|reddit|telegram|"
        r"pinterest|flipboard|messenger|copy|gift|listen|x)(?: (?:this|the|it|on|via|to|by|with|article|story|page|post|link|us|facebook|twitter|x|"
        r"linkedin|whatsapp|reddit|email|e-mail|telegram|pinterest|opens in new window)){0,5}\s?[:.!]?", re.I)),
    ("advertisement", re.compile(r"(?:advertisements?|advert|ads?|sponsored|promoted|promotion|anzeige|publicidad|publicité|werbung|article continues below|"
        r"(?:story|article) continues (?:below|after) (?:the )?(?:this )?(?:ad|advertisement)|skip (?:ad|advertisement)|remove ads?|close ad|scroll to continue)\s?[:.]?", re.I)),
    ("navigation", re.compile(r"(?:skip|jump) to (?:main |the )?(?:content|navigation|footer|search|main)|menu|search|close|open menu|toggle (?:navigation|menu)|"
        r"sign (?:in|up)|log ?in|log ?out|register|subscribe(?: now)?|my account|home|newsletters?|back to top|next|previous|loading\.{0,3}|see (?:all|more)|"
        r"show (?:all|more|less)|view (?:all|more|comments)|load more|read (?:full )?(?:article|story)|cookies?|privacy policy|terms of (?:use|service)|contact us|about us", re.I)),
    ("comments", re.compile(r"(?:\d{1,6} )?(?:comments?|replies|reply)(?: ?\(\d{1,6}\))?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)|"
        r"(?:view|show|read|see) (?:all )?(?:\d{1,6} )?comments|log in to comment|comments are closed\.?|be the first to comment\.?", re.I)),
    ("copyright", re.compile(r"(?:copyright|©|\(c\)).{0,120}|.{0,60}all rights reserved.{0,60}", re.I)),
)  # fmt: skip
_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("caption", re.compile(r" / (?:Photo|Image|Picture)\b.{0,60}$|[\[(](?:Photo|Image|File|Credit)[: ].{0,60}[\])]$|"
        r"\b(?:(?:Photo|Image|Picture|File photo)(?: by| credit| courtesy(?: of)?)?|Photograph|Credit|FILE PHOTO|FILE)\s?: ?.{0,80}$")),
    ("caption", re.compile(r"^(?:Photo|Image|Picture|Photograph|Illustration|Credit|FILE PHOTO|FILE|File photo)s?(?: by| credit| courtesy(?: of)?)?\s?[:–-]|"
        r"(?:Getty Images|AFP/Getty|via AP|AP Photo|via REUTERS|via Reuters|Shutterstock|iStock)[\w ./,’'-]{0,40}[)\]]?\.?$")),
    ("newsletter", re.compile(r"^(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|email|e-mail|alerts?)\b", re.I)),
    ("cookies", re.compile(r"\b(?:we use cookies|uses cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences))\b", re.I)),
)  # fmt: skip
_LEADING = re.compile(r"(?:#{1,6} |[*•>] )")


def rule_of(text: str) -> str | None:
    """Return the name of the rule that cuts the line `text`, or None."""
    if len(text) > _LONGEST_CAPTION:
        return None
    if len(text) <= _LONGEST_LABEL:
        if RELATED.match(text):
            return "related-link"
        for rule, pattern in _LABELS:
            if pattern.fullmatch(text):
                return rule
    return next((rule for rule, pattern in _PHRASES if pattern.search(text)), None)


def wire_of(text: str) -> str | None:
    """Return the agency that a wire credit such as "SOURCE:AFP" names, or None."""
    for rule, pattern in _LABELS:
        if rule == "wire-credit" and (found := pattern.fullmatch(text[:_LONGEST_LABEL])):
            return found.groupdict().get("agency")
    return None
