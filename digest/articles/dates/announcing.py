"""Words of the past that announce a day to come: "called for a march on Saturday", "postponed from Friday to Monday".

The verb is over and the day is not, so the verb alone tells nothing. What stands between the two does: an event that
one is called or invited to, a deadline that was set, what somebody was asked to do; or the preposition right before
the day, "for", "until", "to" or "from", behind a word that it goes with. Without such a word a day belongs to its verb:
"announced a strike on Monday" leaves open which of the two was on Monday, and mostly it was the announcing.
"""

import re

_HOUR = (
    r"(?:(?:at least|about|early|late|noon|midday|midnight|dawn|dusk|lunchtime|the(?: \w+ of)?"
    r"|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| o['’]clock)?|[ap]\.?m\.?|[A-Z]{3,4}|o['’]clock|on) ){0,4}"
)
_WORD = r" [\w'’-]+"
_NO_LONGER = r"(?<!\bhad )(?<!\bhad been )"  # what had been put off or set may be over
_GATHERING = (
    r"(?:march|rall(?:y|ies)|protest|demonstration|strike|stoppage|walk-?out|boycott|vigil|sit-in|picket|parade)"
)
_EVENT = (
    rf"(?:{_GATHERING}|meeting|hearing|debate|session|summit|conference|ceremony|service|funeral|wedding|concert|talk"
    r"|dinner|lunch|breakfast|reception|party|parties|match|fair|festival|opening|launch|visit|gathering|assembl(?:y|ies)"
    r"|ballot|election|referendum|action)"
)
_MOVED = (
    r"(?:(?:postpon|defer|reschedul|adjourn|delay|mov|shift|switch)(?:ed|ing|es|e|s)?|postponement"
    r"|(?:put|puts|putting|push(?:ed|es|ing)?)(?: [\w'’-]+){0,5} (?:off|back)"
    r"|(?:br(?:ing(?:s|ing)?|ought)|put)(?: [\w'’-]+){0,5} forward)"
)
_SAYING = r"(?:said|says|told|add(?:ed|s|ing)|insist(?:ed|s|ing)|promis(?:ed|es|ing)|announc(?:ed|es|ing))"
_STANDING = r"(?:open|closed|shut|valid|available|free|suspended|barred|away|(?:in|on|under) \w+)"
_ORDERED = r"(?:announc|impos|declar|order|grant|offer|propos|extend|warn|book)(?:ed|ing|es|e|s)?"
_SET = (
    r"(?:sets?|setting|g[ai]ve[sn]?|giving|has|have|fac(?:e[sd]?|ing)|fix(?:ed|es)|named?|issue[sd]?"
    r"|(?:announc|impos|extend)(?:ed|ing|es|e|s)?)"
)
_LIMIT = r"(?:deadline|ultimatum|cut-?off|(?:closing )?date)"

# Before the day alone: "on Monday they called for a march" tells of Monday.
ANNOUNCES = (
    # "called for a march", but not "called for calm", which is said that day and asks for no other.
    rf"{_NO_LONGER}\bcall(?:s|ed|ing)? for(?:{_WORD}){{0,5}} {_GATHERING}(?:e?s)?\b"
    rf"|{_NO_LONGER}\b(?:[Ii]nvit(?:e[ds]?|ing|ations?)|summon(?:s|ed|ing)?)"
    rf"(?:{_WORD}){{0,5}} to(?:{_WORD}){{0,4}} {_EVENT}s?\b"
    rf"|\b(?:notice|warning|threat) of(?:{_WORD}){{0,3}} {_EVENT}s?\b"
    rf"|\b(?:plans|planning) (?:an?|another|more)(?:{_WORD}){{0,3}} {_EVENT}s?\b"
    # "urged its members to march", "told the pupils to come".
    r"|\b(?:(?:urg|ask|invit|advis|instruct)(?:e[ds]?|ing|s)?|order(?:ed|ing)|tells?|told|call(?:s|ed|ing)? (?:up)?on)"
    rf"(?:{_WORD}){{0,5}} to (?!(?:an?|the|its|his|her|their|this|that|[a-z]+[^s\W]s)\b)[a-z]+(?: \w+){{0,2}}"
    rf"|{_NO_LONGER}\b{_SET}(?:{_WORD}){{0,5}} {_LIMIT}(?:{_WORD}){{0,8}}? (?:of|for|by|to [a-z]+)\b(?: \w+){{0,3}}"
    rf"|{_NO_LONGER}\b(?:{_MOVED}|exten(?:d(?:ed|ing|s)?|sion))(?:{_WORD}){{0,6}} (?:un)?to {_HOUR}\Z"
    rf"|\b(?:is|are|remains?|stays?|{_ORDERED})\b(?:{_WORD}){{0,6}} (?:until|till) {_HOUR}\Z"
    rf"|{_NO_LONGER}\b{_MOVED}(?:{_WORD}){{0,6}} (?:until|till) {_HOUR}\Z"
    # "He said his door was open until Friday": he said "is".
    rf"|\b{_SAYING}(?:{_WORD}){{1,6}} (?:was|were)(?: \w+)? {_STANDING}(?:{_WORD}){{0,3}} (?:until|till) {_HOUR}\Z"
)
_FOR = re.compile(rf"\bfor {_HOUR}\Z")
# What is counted, blamed or paid for a day has been.
_LOOKS_BACK = re.compile(
    r"\b(?:toll|figures?|count|tally|total|numbers?|data|results?|average|sales|takings|price|readings?|blame[ds]?|blaming"
    r"|responsib(?:le|ility)|apolog(?:y|ies|i[sz]e[ds]?|i[sz]ing)|sorry|thank(?:ed|s)?|praised?|paid|pay|wages?|alibi)\b"
    rf"(?:{_WORD}){{0,3}} for "
)
# "for Friday prayers" and "for Friday's attack" are named for the day, whichever it is.
_ENDS = re.compile(
    r"\W*\Z|[,.;:!?)”\"]| (?:to|at|in|on|over|by|and|or|as|but|because|when|if|with|without|after|before|from|near"
    r"|outside|against|about|that|which|instead|although|while|unless|between|so|the)\b"
)
_MOVED_FROM = re.compile(rf"{_NO_LONGER}\b{_MOVED}(?:{_WORD}){{0,6}} from {_HOUR}\Z")
_TO_ANOTHER = re.compile(r" (?:un)?to\b| till\b")
_MOVES = re.compile(rf"{_NO_LONGER}\b(?:(?:postpon|reschedul)(?:e[ds]?|ing)|put(?:s|ting)? off) (?:the )?\Z")
_MOVING = ("postpon", "reschedul", "put")  # of which one stands in what it finds
_UNTIL = re.compile(rf"\b(?:until|till) {_HOUR}\Z", re.IGNORECASE)
_PUT_OFF_UNTIL = re.compile(rf"\b{_MOVED}(?:{_WORD}){{0,6}} (?:until|till) {_HOUR}\Z")


def is_appointed(before: str, after: str) -> bool:
    """Tell whether the words around a day alone make it one to come, whatever the verb before them is.

    >>> is_appointed("The union announced a strike for ", "."), is_appointed("The death toll for ", " was five.")
    (True, False)
    """
    if _FOR.search(before):
        return bool(_ENDS.match(after)) and not _LOOKS_BACK.search(before)
    if after.startswith(("'s", "’s")):
        return bool(_MOVES.search(before))
    return bool(_TO_ANOTHER.match(after) and _MOVED_FROM.search(before))


def is_end(before: str) -> bool:
    """Tell whether something lasts up to the day behind these words, or was moved away from it.

    What is put off until a day will be on that day, and does not end with it.

    >>> is_end("The shop is shut until noon on "), is_end("The vote was put off until ")
    (True, False)
    """
    if _UNTIL.search(before):
        return not _PUT_OFF_UNTIL.search(before)
    is_moved = " from " in before and _MOVED_FROM.search(before)  # the words are found before the patterns are
    return bool(is_moved or (any(word in before for word in _MOVING) and _MOVES.search(before)))
