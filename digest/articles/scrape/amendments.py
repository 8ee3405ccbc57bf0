"""Notices of what a newsroom has corrected in an article: they speak of the page, and are no news themselves.

Told as a sentence of the story, "Correction, 6 March: ..." would stand on the timeline as an event of that day. What it
corrects is right in the text above it already. A headline may begin so too, so a notice has to be a sentence.
"""

import re

_LONGEST = 1_000  # signs
_LABEL = (
    r"(?:corrections?(?: and clarifications?)?|clarifications?|korrektur|berichtigung|richtigstellung|rectificatif"
    r"|erratum|correcci[oó]n|rectificaci[oó]n|fe de err(?:ores|atas)|correç[aã]o|errata(?: corrige)?|correzione"
    r"|rettifica|correctie|rectificatie|rättelse|rettelse|oikaisu|sprostowanie|oprava|исправление|поправка|виправлення"
    r"|düzeltme|تصحيح|訂正|更正|정정)"
)
_DAY = r"(?:[\s,(\[|–—-]{1,3}[^:：.!?]{0,40}\d(?:[^:：.!?]|(?<=\d)\.){0,24})?"  # ", 6 March", " vom 6.3.2031"
_CLOCK = r"(?:\d{1,2}[:.]\d\d[^:：.!?]{0,12})?"
_NOTICE = re.compile(rf"{_LABEL}{_DAY}{_CLOCK}\s?[:：]\s?\S", re.IGNORECASE)
_ARTICLE = r"(?:article|story|report|piece|post|column|page|headline|caption|version|item)"
_TOLD = re.compile(
    rf"(?:an|in an) (?:earlier|previous|original) version of (?:this|the) {_ARTICLE}\b"
    rf"|this {_ARTICLE} (?:was|has been) (?:amended|corrected)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "”", '"', ")", "。", "؟", "…")


def is_amendment(text: str) -> bool:
    """Tell whether a paragraph is a notice of what was corrected in its article.

    >>> is_amendment("Correction, 6 March: The mill closed in 1890, not in 1892."), is_amendment("Correction of prices")
    (True, False)
    >>> is_amendment("An earlier version of this article gave a wrong year."), is_amendment("Correction: Mill fire")
    (True, False)
    """
    return len(text) <= _LONGEST and text.endswith(_ENDS) and bool(_NOTICE.match(text) or _TOLD.match(text))
