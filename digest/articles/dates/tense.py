"""Whether the words before a date look ahead or back.

"will meet on Friday" is the coming Friday, "met on Friday" the latest. English tells by its verbs, so the last verb
before the date decides, in its own clause. No grammar is parsed: a short list of verbs that look ahead is weighed
against the forms of the past, and where neither is found the question stays open.
"""

import re

REACH = 100  # characters to either side of the date: the usual length of a clause
_CLAUSE_END = re.compile(r"[;:“”\"—)]|, (?:and|but|who|which|where|when|while|after)\b|``|''")

_PLAN = (
    r"(?:expect|schedul|plan|slat|prepar|intend|pledg|promis|vow|agre|propos|invit|urg|ask|order|hop|tent|plann|bill)"
    r"(?:e[ds]?|ing|s|atively)?"
)
_AHEAD = re.compile(
    r"\b(?:(?:will|shall|would|must|should|could|may|might|can|cannot)\b|(?:wo|ca)n't|\w+['’]ll\b)(?: \w+){0,3}"
    rf"|\b{_PLAN}(?: \w+)? (?:to|for)\b(?: \w+){{0,2}}"
    r"|\b(?:due|set|likely|ready|going|poised|about|is|are)(?: to)\b(?: \w+){0,2}"
    r"|\b(?:due|scheduled|slated|set|planned|expected|deadline|ahead|as (?:early|soon) as)\b"
    r"|\b(?:begins|starts|opens|meets|convenes|resumes|expires|takes (?:place|effect|office)|goes on)\b"
    r"|\b(?:upcoming|coming|forthcoming|effective|until)\b"
)
_BACK = re.compile(
    r"\bhad been \w+(?: to \w+)?"
    r"|\b(?:was|were|had|did|has|have|been|said|told|took|made|came|went|met|held|rose|fell|began|got|gave|left|saw)\b"
    r"|\b(?:shot|hit|struck|won|lost|sent|spoke|wrote|became|found|ran|broke|put|cut|led|brought|[a-z]{2,}ed)\b"
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
    return _first_looks_ahead(_CLAUSE_END.split(after[:REACH], maxsplit=1)[0])


def _first_looks_ahead(clause: str) -> bool | None:
    ahead, back = _AHEAD.search(clause), _BACK.search(clause)
    if ahead or back:
        return not back or (ahead is not None and ahead.start() <= back.start())
    return None
