"""How English news writes days, months and years: where such an expression stands, and its kind.

One pattern finds them all, each kind in a group of that name; what the words of an expression come to is reckoned
elsewhere (`reckoning`). Months and weekdays count only with a capital, and those that are ordinary words too
("May", "March", "Sun") only where their neighbours make them dates: a day that is missed leaves a sentence on
the day of publication, a day that is invented puts it on a false one.
"""

import re
from collections.abc import Iterator

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
COUNTS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)

_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NO_FEAST = "(?<!Black )(?<!Good )(?<!Bloody )(?<!Super )(?<!Palm )(?<!Easter )(?<!Ash )(?<!Holy )"
_NO_HABIT = "(?<!on a )(?<!every )(?<!Every )(?<!each )(?<!any )"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
_FULL_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:(?:{_FULL_MONTH})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d|%)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d|[-–/]\d|s\b|'s\b)"
_LEADING_WEEKDAY = rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),? )?"
_COMMA_YEAR = rf"(?:,? {_YEAR})?"
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_NUMBER = rf"(?:\d{{1,3}}|[Aa]n?|{'|'.join((*COUNTS[1:], *map(str.capitalize, COUNTS[1:])))})"
_NEAR = r"(?:early|late|mid|[Ee]arlier|[Ll]ater|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming)"
_WITHIN = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Tt]hrough|between|of|for|[Tt]hroughout)"
)
_WHILE = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]hrough|[Tt]hroughout|between)"
_NO_COUNT = r"(?! (?:people|men|women|children|[a-z]{3,}s)\b)"  # "of 2000 soldiers" is no year

# A day of the story, counted from the one that was named last.
_TOLD_DAY = (
    r"(?:[Tt]he )?(?:[Ss]ame|[Nn]ext|[Ff]ollowing|[Pp]revious) (?:day|morning|afternoon|evening|night)\b"
    r"|[Ee]arlier (?:that|the same) day|[Ll]ater (?:that|the same) (?:day|night|evening)"
    r"|(?:[Oo]n )?[Tt]hat (?:same )?day\b"
    r"|(?:[Tt]he|[Aa]) day (?:before|after|earlier|later)(?=[,.;]|$)"
    r"|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d) days (?:earlier|later)(?=[,.;]|$)"
)

# In this order, since the first that fits wins: the fuller expression stands before the part of it.
_KINDS = {
    "iso": r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "numeric": r"\d{1,2}/\d{1,2}/(?:(?:19|20)\d\d|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d|\.\d)",
    "famous": r"9/11(?!/)|(?:Sept\.|September) 11(?= (?:\w+ )?attacks)"
    r"|(?:Oct\.|October) 7(?= (?:\w+ )?(?:attacks?|massacre|assault|raid)\b)"
    r"|(?:Jan\.|January) 6(?= (?:\w+ )?(?:attack|riot|insurrection|rioters)\b)",
    "calendar": rf"(?<!week of )(?:[Oo]n )?{_LEADING_WEEKDAY}"
    rf"(?:{_MONTH} {_DAY}(?:st|nd|rd|th)?{_COMMA_YEAR}"
    rf"|(?:the )?{_DAY}(?:st|nd|rd|th)?(?: of)? {_MONTH}{_COMMA_YEAR})(?!\d)",
    "ending": r"(?:[Bb]y|[Bb]efore|[Uu]ntil|[Tt]ill|[Aa]t|[Ss]ince|[Tt]owards?) (?:the )?(?:very )?end of "
    rf"(?:(?:{_FULL_MONTH})(?:,? {_YEAR})?(?! ?\d)|(?:the|this|last|next) (?:month|year))\b(?!['’-])",
    "month": rf"(?:(?:[Ii]n )?{_MONTH}(?:,? (?:of )?{_YEAR}| (?:this|last|next) year)"
    rf"|(?:{_WITHIN} )?(?:{_NEAR}[ -]){{1,2}}(?:{_FULL_MONTH})(?![ -]?[A-Z\d])"
    rf"|{_WITHIN} (?:{_FULL_MONTH})(?! ?[A-Z\d]))\b",
    "weekday": rf"{_NO_HABIT}(?:[Oo]n |[Tt]he day (?:before|after) )?(?:the )?"
    r"(?:(?:[Ll]ast|[Nn]ext|[Tt]his|previous|past|coming|following) )?"
    rf"{_NO_FEAST}{_NO_HABIT}{_WEEKDAY}{_PART_OF_DAY}\b(?! (?:Night|Times|Mirror|Telegraph|Post|School|Mass)\b)",
    "near": r"the day (?:before yesterday|after tomorrow)|(?<!any of )(?<!ost of )(?<!ome of )[Tt]oday"
    r"|[Yy]esterday|(?<!of )[Tt]omorrow|[Tt]onight"
    r"|(?:[Tt]his|yesterday|tomorrow) (?:morning|afternoon|evening)|[Ll]ast (?:night|evening)"
    r"|[Oo]vernight(?=[,.;]| (?:on|in|into|and|as|to|by|with|against|at|near|between|after)\b)",
    "story": _TOLD_DAY,
    "weekend": r"(?:[Oo]ver|[Aa]t|[Dd]uring|[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]ast) "
    r"(?:(?:the|this|last|next|coming|past) ){0,2}weekend\b(?!['’-])",
    "ago": rf"(?:about |almost |nearly |some )?{_NUMBER} (?:days?|weeks?|months?|years?) ago",
    "holiday": r"Christmas (?:Eve|Day)|[Oo]n Christmas(?=[,.;]|$)|New Year['’]s (?:Eve|Day)|Thanksgiving Day|Boxing Day"
    r"|Valentine['’]s Day|Halloween|Veterans Day|(?:Memorial|Labor|Election) Day|Easter (?:Sunday|Monday)"
    r"|(?<=[Oo]n )Good Friday|the Fourth of July|July Fourth",
    "yearend": r"(?:[Bb]y|[Bb]efore|[Ss]ince|[Uu]ntil|[Aa]t) (?:the )?year[- ]end(?! [a-z])",
    "span": r"(?:[Ee]arlier |[Ll]ater |[Ee]arly |[Ll]ate )?(?:[Tt]his|[Ll]ast|[Nn]ext) (?:month|year)\b(?!['’-])",
    "nth": r"[Oo]n the (?:3[01]|[12]?\d)(?:st|nd|rd|th)(?=[,.;]| of (?:this|last|next) month|$)",
    "year": rf"(?:of|for|from|by|after|before) {_YEAR}{_NO_COUNT}"
    rf"|(?:{_WHILE} |(?:in )?(?:early|late|mid)[ -]|(?<=\()){_YEAR}"
    rf"|the {_YEAR}(?= [a-z]){_NO_COUNT}|(?:spring|summer|autumn|fall|winter) (?:of |in )?{_YEAR}",
}
_EXPRESSION = re.compile("|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()).join((r"\b(?:", ")")))

# No expression is without one of these, nor begins more than _LEAD characters before it. For most sentences the search
# ends here, quickly so because each alternative begins with a plain sign of its own that is rare in prose, and looks
# back from there: keep it so, it is twice as fast as words from their first letters, and six times as others.
_TH = r"(?:st|nd|rd|th)(?:(?<=n the ...)|(?<=n the ....))"
HINT = re.compile(
    r"y(?:\b(?<=[Dd]ay)|s (?<=days )(?:ea|la)|ear[- ]end)"
    r"|g(?:o\b(?<=ago)|ht(?<=night)| (?<=ng )(?:morn|after|even))"
    r"|m(?:orrow(?<=[Tt]omorrow)|e [mae](?<=ame .))"
    r"|s(?: (?<=[Tt]his )(?:m|y|even|after)|t (?<=ast )(?:m|y|even))"
    r"|xt [mayen](?<=ext .)|vious [mae](?<=evious .)|kend(?<=ekend)|f the [my](?<=nd of the .)"
    r"|J(?:an(?:\b|uary)|un(?:\b|e)|ul(?:\b|y))|Feb(?:\b|ruary)|Ma(?:y\b|r(?:\b|ch))|A(?:pr(?:\b|il)|ug(?:\b|ust))"
    r"|Sep(?:t?\b|tember)|Oct(?:\b|ober)|Nov(?:\b|ember)|Dec(?:\b|ember)|Eve\b|Christmas|Halloween|Fourth of"
    rf"|1(?:[5-9]\d\d|{_TH})|2(?:0\d\d|{_TH})|{'|'.join(f'{figure}{_TH}' for figure in '03456789')}|/\d|\.\d\d?\.\d"
)
# After the first one these will do as well, when the next word is glued to them: "todayMore".
_FURTHER_HINT = re.compile(rf"{HINT.pattern}|oday|esterday|omorrow")
_LEAD = 40
_WORD = re.compile(r"\b(?=\w)")  # where one begins


def expressions_from(text: str, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the date expressions near the first hint of a text and behind it, in order, each with its kind as group."""
    hint: re.Match[str] | None = first
    end = 0  # up to which there is none
    while hint:
        # Word by word, since a search would go on to the end of the text where no expression stands here.
        words = _WORD.finditer(text, max(end, hint.start() - _LEAD), hint.start() + 1)
        match = next((found for word in words if (found := _EXPRESSION.match(text, word.start()))), None)
        if match:
            yield match
        end = match.end() if match else hint.start() + 1
        hint = (HINT if match else _FURTHER_HINT).search(text, end)
