"""Whether the words before a date look ahead or back.

"will meet on Friday" is the coming Friday, "met on Friday" the latest. English tells by its verbs, so the last verb
before the date decides, in its own clause. No grammar is parsed: a short list of verbs that look ahead is weighed
against the forms of the past, and where neither is found the question stays open.
"""

import re

REACH = 100  # characters to either side of the date: the usual length of a clause
_CLAUSE_END = re.compile(r"[;:“”\"—)]|, (?:and|but|who|which|where|when|while|after)\b|``|''")

_PLAN = (
    r"(?:expect|forecast|schedul|plan|slat|prepar|intend|pledg|promis|vow|agre|propos|invit|urg|ask|order|hop|tent|plann|bill)"
    r"(?:e[ds]?|ing|s|atively)?"
)
_AHEAD = re.compile(
    r"\b(?:(?:will|shall|can|cannot)\b|(?:wo|ca)n't|\w+['’]ll\b|(?:would|must|should|could|may|might)\b"
    # "should have been raised on Friday" is over; "would have to leave on Friday" and "should have a plan" are not.
    r"(?!(?:n['’]t| not| never)? have (?!(?:to|an?|the|no|any|some|more|enough|its|his|her|their)\b)))(?: \w+){0,3}"
    # "expects the water to rise": only in the present, since what was expected is told when it is over.
    r"|\b(?:expects?|predicts?|wants?|hopes?)\b(?: \w+){1,5} to\b(?: \w+){0,2}"
    rf"|\b{_PLAN}(?: \w+)? (?:to|for)\b(?: \w+){{0,2}}"
    r"|\b(?:due|set|likely|ready|going|poised|about|is|are)(?: to)\b(?: \w+){0,2}"
    r"|\b(?:due|scheduled|slated|set|planned|expected|deadline|ahead|as (?:early|soon) as)\b"
    r"|\b(?:begins|starts|opens|meets|convenes|resumes|expires|takes (?:place|effect|office)|goes on)\b"
    # "They meet Monday": the plain form right before the day is of the present, but for "to meet" and "did not meet".
    r"|(?<!to )(?<!not )(?<!n't )\b(?:meet|begin|start|open|resume|convene|expire|vote|leave|arrive|travel|play|face)"
    r"(?: \w+ly| again| (?:to|for|in) [A-Z]\w+)? ?\Z"
    r"|\b(?:upcoming|coming|forthcoming|effective|until)\b"
)
_BACK = re.compile(
    r"\bhad been \w+(?: to \w+)?"
    r"|\b(?:was|were|had|did|has|have|been|said|told|took|made|came|went|met|held|rose|fell|began|got|gave|left|saw)\b"
    r"|\b(?:shot|hit|struck|won|lost|sent|spoke|wrote|became|found|ran|broke|put|cut|led|brought|[a-z]{2,}ed)\b"
    r"|\b(?:sank|burnt|fled|flew|drove|drew|grew|threw|fought|bought|caught|chose|paid|heard|stood|kept|felt|sold|spent)\b"
    r"|\b(?:built|burst|swept|shook|stole|hid|swam|sang|rang|knew|thought|lay|sat|woke|bore|swore|tore)\b"
)


def looks_ahead(before: str, after: str) -> bool | None:
    """Return True if the words around a date look ahead, False if they look back, None if they do not tell.

    The words before it have the first say; those after it speak where a date stands at the head of its clause.
    """
    clause = before[-REACH:]
    clause = clause[max((end.end() for end in _CLAUSE_END.finditer(clause)), default=0) :]
    ahead = max(((found.end(), -found.start()) for found in _AHEAD.finditer(clause)), default=None)
    back = max(((found.end(), -found.start()) for found in _BACK.finditer(clause)), default=None)
    if ahead or back:
        return not back or (ahead is not None and ahead >= back)
    return _first_looks_ahead(_CLAUSE_END.split(after[:REACH].removeprefix(" deadline"), maxsplit=1)[0])


def _first_looks_ahead(clause: str) -> bool | None:
    ahead, back = _AHEAD.search(clause), _BACK.search(clause)
    if ahead or back:
        return not back or (ahead is not None and ahead.start() <= back.start())
    return None
