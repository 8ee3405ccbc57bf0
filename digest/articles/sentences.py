"""Split a paragraph into sentences, without losing a character of what was written.

The site quotes sentences one by one, so two faults matter more than the rest: half a sentence (cut at "Gen." or at
"U.S."), and words in quotation marks without the one who spoke them. Therefore every white space after a full stop
is a candidate only, and in doubt the two halves stay together. The tests of a candidate are those of Kiss and Strunk
(2006, "Unsupervised Multilingual Sentence Boundary Detection"): abbreviations, initials, numbers, and how the next
word is written; but with fixed lists, because one article is too short to learn from.

Candidates are found and judged within fixed distances, so the time is linear in the text whatever it holds.
"""

import re
from itertools import pairwise

from digest.articles import abbreviations
from digest.tools.text import SENTENCE_ENDS

_REACH = 48  # characters looked at on either side of a candidate: longer than a title with its name

_CLOSING = "\"'”’»›)]」』）》“"  # the last one closes in German, and no opening one stands before white space
_OPENING = "\"'“‘«‹„([¿¡「『（《`—–-•*· "  # what may stand before the first word of a sentence

# White space after a mark that may end a sentence, or no space at all after the full stops of Chinese and Japanese.
_GAP = re.compile(
    r"""(?<=[.!?…؟۔।॥։။።។"'”’»›)\]“])\s+"""
    r"""|(?<=[。！？｡])\s*(?![\s。！？｡…"'”’」』）》])"""
    r"""|(?<=[。！？｡]["'”’」』）》])\s*(?![\s。！？｡"'”’」』）》])"""
)
# The same in a text without such full stops, which nearly all are: found four times as fast.
_WIDE_STOP = re.compile("[。！？｡]")
_SPACE_GAP = re.compile(r"""[.!?…؟۔।॥։။።។"'”’»›)\]“]\s+""")
_ENDS = frozenset((*SENTENCE_ENDS, *"։။።។"))  # those of Armenian, Burmese, Amharic and Khmer too
_FOOTNOTES = re.compile(r"(?:\[\d{1,3}\]){1,9}\Z")
_DASHES = ("—", "–", "- ", "-- ")
_LAST_WORD = re.compile(r"""[^\s"'“‘«„(\[—–/]{1,40}""")  # read backwards
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}")  # U.S., z.B., EE.UU.
_INITIAL = re.compile(r"[^\W\d_a-zIß]\.")  # "J." in a name; "I." ends a sentence more often
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}\.")

# Of a quotation that is attributed after it, no part may lose its speaker. 600 characters is four long sentences;
# beyond that a mark was more likely forgotten.
_QUOTES = '“"«`‘„'  # with one of these it begins
_ATTRIBUTED = re.compile(
    r"""“[^“”]{1,600}(?:,”|[.?!…—–-]”(?=\s{1,3}[a-z]))"""
    r"""|(?<![^\s(\[])"(?=[^\s"])[^"]{1,600}(?:(?<=\S,)"|(?<=[.?!…—–-])"(?=\s{1,3}[a-z]))"""
    r"""|«[^«»]{1,600}»(?=,? [a-z])|„[^„“”]{1,600}[“”](?=,? [a-z])"""
    r"""|‘(?:[^‘’]|’(?=\w)){1,600}(?:,’|[.?!…—–-]’(?=\s{1,3}[a-z]))"""
    r"""|``(?:(?!'')[^`]){1,600}(?:(?<=,)''|(?<=[.?!])''(?=\s{1,3}[a-z]))"""
)
_SPOKE = r"(?:said|says|asked|asks|told|wrote|added|replied|shouted|cried|exclaimed|demanded|wondered)\b"
_NAME = r"[A-Z][\w.'’-]{0,30}"
_NAME_SPOKE = re.compile(rf"(?:{_NAME}\s){{0,2}}{_NAME}(?:\s|, [^,.!?]{{1,30}}, ){_SPOKE}")
_CJK_SPOKE = re.compile(r"と|[^。！？，、\s]{0,8}(?:说|說|表示|称|稱|指出|问|問)")


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Return the sentences in order, each verbatim and stripped; nothing but white space between them is lost.

    >>> split_sentences('Gen. Lee met Mr. Roe at 9 a.m. on Friday. "It is over," he said. "Go home."')
    ('Gen. Lee met Mr. Roe at 9 a.m. on Friday.', '"It is over," he said.', '"Go home."')
    """
    bounds = [0, *_boundaries(paragraph), len(paragraph)]
    pieces = [paragraph[start:end].strip() for start, end in pairwise(bounds)]
    return tuple([piece for piece in pieces if piece])


def _boundaries(text: str) -> list[int]:
    """Return where a new sentence begins, but for the first one."""
    begins = [0]
    gaps = _gaps(text)
    quoted = iter([*(_quotations(text) if gaps else ()), (len(text), len(text))])
    start, end = next(quoted)
    for gap in gaps:
        while end <= gap[0] and end < len(text):
            start, end = next(quoted)
        if not start < gap[0] < end and _ends_sentence(text, begins[-1], gap):
            begins.append(gap[1])
    return begins[1:]


def _gaps(text: str) -> list[tuple[int, int]]:
    if not text.isascii() and _WIDE_STOP.search(text):
        return [gap.span() for gap in _GAP.finditer(text)]
    return [(gap.start() + 1, gap.end()) for gap in _SPACE_GAP.finditer(text)]


def _quotations(text: str) -> list[tuple[int, int]]:
    # Sign by sign they are looked for twice as fast as by a pattern, and most paragraphs have none.
    begins = [place for place in map(text.find, _QUOTES) if place >= 0]
    return [found.span() for found in _ATTRIBUTED.finditer(text, min(begins))] if begins else []


def _ends_sentence(text: str, begin: int, gap: tuple[int, int]) -> bool:
    """Tell whether the sentence that began at `begin` ends at the gap."""
    start, end = gap
    written = text[max(begin, start - _REACH) : start]
    bare = _FOOTNOTES.sub("", written) if written.endswith("]") else written
    before, after = bare.rstrip(_CLOSING), text[end : end + _REACH]
    if before[-1:] not in _ENDS or not _may_begin(after):
        return False
    if before[-2:-1].isdecimal() and _LIST_NUMBER.fullmatch(before):
        return False
    if before != written and _is_attribution(before[-1], after):
        return False
    if start == len(written) and _is_dateline(before, after):
        return False
    return (
        not before.endswith(".") or _ends_with_a_word(before) or before.endswith("..") or _is_full_stop(before, after)
    )


def _is_dateline(before: str, after: str) -> bool:
    """Tell whether a paragraph that begins so names only its place yet: "ALMA. — A mill burnt."."""
    return after.startswith(_DASHES) and before.isupper()


def _may_begin(after: str) -> bool:
    """Tell whether a sentence can begin so: not in lower case, and not with punctuation alone."""
    word = after.lstrip(_OPENING)
    return bool(word) and not word[0].islower() and word[0] not in ".,;:!?…)]"


def _is_attribution(mark: str, after: str) -> bool:
    """Tell whether the speaker of a quotation that ended with the mark is named next."""
    if mark in "。！？｡":
        return bool(_CJK_SPOKE.match(after))
    return mark in ".!?" and bool(_NAME_SPOKE.match(after))


def _ends_with_a_word(before: str) -> bool:
    """Tell whether a full stop stands behind a plain word that is no abbreviation: as nearly all do, told at once."""
    last = before[before.rfind(" ") + 1 : -1]
    return len(last) > 1 and last.isalpha() and last.lower() not in abbreviations.WORDS


def _is_full_stop(before: str, after: str) -> bool:
    """Tell whether the full stop ends a sentence, and not merely an abbreviation or an initial."""
    # Read from its end, a word is found at once; a search for one that ends there tries every sign before it.
    found = _LAST_WORD.match(before[::-1])
    word = before[-found.end() :] if found else before
    if word in abbreviations.ALWAYS_GOES_ON:
        return False
    if word in abbreviations.BEFORE_NUMBER:
        return not after[:1].isdigit()
    if word.lower() in abbreviations.TIMES:
        return not abbreviations.goes_on_after_time(after)
    if word in abbreviations.MAY_END or _DOTTED.fullmatch(word) or _INITIAL.fullmatch(word):
        return abbreviations.opens_sentence(after)
    if word[:-1].isdecimal():
        return not abbreviations.goes_on_after_ordinal(after)
    return True
