"""Whether the words before a date look ahead or back.

"will meet on Friday" is the coming Friday, "met on Friday" the latest. English tells by its verbs, so the last verb
before the date decides, in its own clause. No grammar is parsed: a short list of verbs that look ahead is weighed
against the forms of the past, and where neither is found the question stays open. A past event on a day to come
misleads more than a plan on a day that is over, so a word that is also a noun ("vote", "deadline") counts for little.
"""

import re

from digest.articles.dates.announcing import ANNOUNCES, is_appointed

REACH = 100  # characters to either side of the date: the usual length of a clause
_CLAUSE_END = re.compile(r"(?::(?!\d\d\b)|[;“”\"—)])|, (?:and|but|who|which|where|when|while|after)\b|``|''")

_NOT = r"(?:n['’]t| not| never)"
_THING = r"(?:an?|the|no|any|some|more|enough|its|his|her|their|this|that|these|those)\b"
_TIMETABLE = r"(?:expect|forecast|schedul|plan|plann|slat|tent|bill)(?:e[ds]?|ing|s|atively)?"
_WISH = r"(?:prepar|intend|pledg|promis|vow|agre|propos|invit|urg|ask|order|hop)"
_COMMENT = (
    r"(?:say|comment|confirm|discuss|elaborate|answer|reply|respond|speculate|disclose|reveal|identify|name|give)"
)
# "could not be reached", "would not say", "shots could be heard": what was tried, refused or noticed is over.
_TRIED = (
    rf"(?:could(?:{_NOT}\b|(?: be)? (?:see|hear|feel|smell|seen|heard|felt)\b)|would{_NOT}(?: \w+ly)? {_COMMENT}\b)"
)
# Put off, or shut for a time: the day behind "until" ends what lasts still.
_PUT_OFF = (
    r"(?:postpon|delay|adjourn|extend|prolong|renew|suspend|cancell?|defer|remand|barr|bann|ground|mov|push|halt|paus"
    r"|clos|jail|detain|block)(?:ed|ing|e)|shut|put|given?|gave|has|have|had|valid"
)
# The plain form right before the day is of the present if what stands before it can be its subject: "the leaders meet
# Monday", not "won the vote Sunday", "on leave Friday".
_SUBJECT = (
    r"(?:\b(?!(?:his|its|this|was|has|does)\b)\w+[^su\W]s|\b(?:[Tt]hey|[Ww]e|who|[Pp]eople)"
    r"|\band (?:\w+ ){0,4}[A-Z]\w+)"
)
_PLAIN = r"(?:meet|begin|start|open|resume|convene|expire|vote|leave|arrive|travel|play|face)"

_LOOKS_AHEAD = (
    rf"\b(?!{_TRIED})(?:(?:will|shall|can|cannot)\b|(?:wo|ca)n't|\w+['’]ll\b|wouldn['’]t\b|(?:would|must|should|could|may|might)\b"
    # "should have been raised on Friday" is over; "would have to leave on Friday" and "should have a plan" are not.
    rf"(?!{_NOT}? have (?!to\b|{_THING})))(?: \w+){{0,3}}"
    # "expects the water to rise": only in the present, since what was expected is told when it is over.
    r"|\b(?:expects?|predicts?|wants?|hopes?)\b(?: \w+){1,5} to\b(?: \w+){0,2}"
    rf"|\b{_TIMETABLE}(?: \w+)? (?:to|for)\b(?: \w+){{0,2}}"
    r"|\b(?:likely|ready|going|poised|about|is|are|needs?) to\b(?: \w+){0,2}|\bset (?:to|for)\b(?: \w+){0,2}"
    # "was due to sail", but not "closed due to rain".
    r"|\b(?:is|are|was|were|be)(?: (?:now|also|still|not))? due to\b(?: \w+){0,2}"
    rf"|\bdue\b(?! (?:to|process)\b)|(?<!as )(?<!than )\b(?:planned\b|(?:scheduled|slated|expected)\b(?! {_THING}))"
    r"|\bahead of\b(?: \w+){0,3}"
    r"|\b(?:begins|starts|opens|meets|convenes|resumes|expires|takes (?:place|effect|office)|goes on)\b"
    rf"|{_SUBJECT} {_PLAIN}(?: \w+ly| again| (?:to|for|in) [A-Z]\w+)? ?\Z"
    rf"|\b(?:{_PUT_OFF})\b(?: \w+){{0,4}} until\b"
    r"|\beffective(?: from)? ?\Z"
)
# "agreed to meet on Friday", but not "agreed to a truce on Friday" or "asked for help on Friday".
_TO_DO = rf"(?: \w+)? to\b(?! {_THING})(?: \w+){{0,2}}"
# All of these begin a word, which is asked once: each of them would ask it again at every sign. But for one.
_BEGINS = r"\b(?=\w)"
_BEHIND_A_SIGN = r"(?:['’](?:s|re)|,) due to\b(?: \w+){0,2}"
_AHEAD = re.compile(rf"{_BEGINS}(?:{_LOOKS_AHEAD}|\b{_WISH}(?:e[ds]?|ing|s)?{_TO_DO}|{ANNOUNCES})|{_BEHIND_A_SIGN}")
# Behind the day what was agreed, or asked, was so on that day: "on Friday he agreed to resign".
_AHEAD_BEHIND = re.compile(rf"{_BEGINS}(?:{_LOOKS_AHEAD}|\b{_WISH}(?:e?s|ing|e)?{_TO_DO})|{_BEHIND_A_SIGN}")
_BACK = re.compile(
    rf"{_BEGINS}(?:"
    r"\bhad been \w+(?: to \w+)?|\bhad (?:hoped|planned|intended|expected|wanted|meant) to\b(?: \w+){0,3}"
    rf"|\b{_TRIED}(?: \w+){{0,3}}"
    rf"|\b(?:did|was|were|had){_NOT}(?: \w+){{0,6}} until\b"
    r"|\b(?:was|were|had|did|has|have|been|said|told|took|made|came|went|met|held|rose|fell|began|got|gave|left|saw)\b"
    r"|\b(?:shot|hit|struck|won|lost|sent|spoke|wrote|became|found|ran|broke|put|cut|led|brought)\b"
    r"|\b(?!(?:need|feed|seed|speed|breed|indeed|proceed|exceed|succeed|hundred)\b)[a-z]{2,}ed\b"
    r"|\b(?:sank|burnt|fled|flew|drove|drew|grew|threw|fought|bought|caught|chose|paid|heard|stood|kept|felt|sold|spent)\b"
    r"|\b(?:built|burst|swept|shook|stole|hid|swam|sang|rang|knew|thought|lay|sat|woke|bore|swore|tore)\b"
    r"|\bset\b(?! (?:to|for)\b)|\b(?:beat|quit|spread|slid|slept|blew|laid|rode|withdrew|froze|overtook|shrank|dealt)\b"
    r"|\b(?:proved|was|were)(?: \w+)? effective\b)"
)
# These look ahead only where no verb says otherwise: "missed a deadline on Friday", "it lasted until Friday".
_PERHAPS = re.compile(
    r"\b(?:deadline|ultimatum|closing date|upcoming|coming|forthcoming|until|as (?:early|soon) as|ahead)\b"
)
_FELL_THROUGH = re.compile(
    r" (?:was|were) (?:called off|cancell?ed|scrapped|abandoned|rained off)\b"
    rf"|,? but (?:\w+ )?(?:(?:never|failed)\b|(?:did|was|were|had){_NOT}\b)"
)


def looks_ahead(before: str, after: str) -> bool | None:
    """Return True if the words around a date look ahead, False if they look back, None if they do not tell.

    The words before it have the first say; those after it speak where a date stands at the head of its clause, or
    tell that what was planned for it came to nothing.
    """
    clause = before[-REACH:]
    clause = clause[max((end.end() for end in _CLAUSE_END.finditer(clause)), default=0) :]
    if is_appointed(clause, after):
        return not _FELL_THROUGH.match(after)
    ahead = max(((found.end(), -found.start()) for found in _AHEAD.finditer(clause)), default=None)
    back = max(((found.end(), -found.start()) for found in _BACK.finditer(clause)), default=None)
    if ahead or back:
        return (not back or (ahead is not None and ahead >= back)) and not _FELL_THROUGH.match(after)
    if _PERHAPS.search(clause):
        return True
    return _first_looks_ahead(_CLAUSE_END.split(after[:REACH].removeprefix(" deadline"), maxsplit=1)[0])


def _first_looks_ahead(clause: str) -> bool | None:
    ahead, back = _AHEAD_BEHIND.search(clause), _BACK.search(clause)
    if ahead or back:
        return not back or (ahead is not None and ahead.start() <= back.start())
    return None
