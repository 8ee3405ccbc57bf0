"""What a sentence quotes, and who says it.

The speaker is read from the sentence that holds the quotation: "said Ada Alm, the mayor", "Alm said", "according to
Alm". Where it says only "he said", the speaker is unknown: nobody is guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.stories.compare import between
from digest.stories.terms import terms
from digest.stories.wordlists import SAYING
from digest.tools.text import words

_LEAST = 4  # words; what is shorter is a term, or somebody's "word"
_QUOTED = re.compile(
    r"“([^“”]{8,1000})”|(?<![^\s(\[—–-])\"(?=\S)([^\"]{8,1000})(?<=\S)\"|«([^«»]{8,1000})»|„([^„“”]{8,1000})[“”]"
    # British marks, that are apostrophes too: only a comma or a full stop beside one tells that speech ends.
    r"|(?<![^\s(\[—–-])(?:'(?=[A-Z])|‘(?=\w))([^‘\"“”]{8,1000}?)(?:(?<=[.,!?…])['’](?!\w)|['’](?=,))"
)
NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]{0,30}(?: (?:(?:al|bin|de|der|di|el|la|van|von) ){0,2}[A-ZÀ-ÖØ-Þ][\w’'-]{0,30}){0,4}"
_SAID = (
    r"(?:said|says|told|tells|added|adds|stated|wrote|writes|tweeted|insisted|warned|explained|declared|argued|replied"
    r"|recalled)"
)
# "Alm called it 'a good day'", "Alm spoke of 'a good day'": only after the name; "called Alm" is no speaker.
_CALLED = r"(?:sp(?:oke|eaks) of|(?:called|calls|described|describes) (?:it|this|that|the|him|her|them))"
_PLACING = r"(?:in|on|at|to|by|from|of|that|after|before|as|during|for|with|while|when)\b"
_FROM = r"[A-ZÀ-ÖØ-Þ][\w’']{0,30}-(?:based|born|trained|backed|led|educated)"  # "Berlin-based" is no name
_OFFICE = rf"(?:(?!{_PLACING})[a-z][\w'’-]{{0,20}}|{_FROM})"
_BEFORE_NAME = re.compile(rf"\b(?:{_SAID}|[Aa]ccording to) (?:{_OFFICE} ){{0,5}}(?!{_FROM}\b)({NAME})")
_AFTER_NAME = re.compile(
    rf"({NAME})(?:, ([^,\"“”]{{1,80}}),)? (?:(?:has|had|also|later|then) ){{0,2}}(?:{_SAID}|{_CALLED})\b"
)
# A name after one of them is no speaker's: "the wife of Hale said", "what Hale said".
_ANOTHERS = re.compile(r"\b(?:of|for|to|in|from|by|with|at|near|what|which|whom|how|than) (?:the )?$", re.IGNORECASE)
_ONE_NAME = re.compile(NAME)
_NO_NAME = re.compile(
    r"(?:The|A|An|He|She|They|It|We|I|But|And|In|On|At|As|Mr|Mrs|Ms|Dr|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|Reuters|AFP|AP|CNN|BBC)"
)
_WHOLE = 6  # words of a quotation that is known again by itself, whoever carries it
_LONGEST_CREDIT = 14  # words beside a quotation; more may tell something of their own
_HARMLESS = frozenset({"figures", "words", "roles"})  # what may differ where two only tell who spoke: an age, an office
_END = ",;:. "  # what ends a quotation before the sentence goes on


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation in one sentence, verbatim without its marks, and who says it, as far as the sentence tells."""

    text: str
    speaker: str | None


def quoted(text: str) -> tuple[str, ...]:
    """Return all that a sentence has between quotation marks, without them."""
    return tuple([next(filter(None, found.groups())) for found in _QUOTED.finditer(text)])


def sayings(text: str, parts: Iterable[str]) -> tuple[Saying, ...]:
    """Return the quotations of a sentence that are long enough to be more than a term or somebody's "word".

    `parts` are what it has between quotation marks.
    """
    told = [said.strip() for said in parts if len(words(said)) >= _LEAST]
    # Read once for all quotations of a sentence: a hostile one has thousands.
    speaker = _speaker(text) if told else None
    return tuple([Saying(_without_end(said), speaker) for said in told])


def _without_end(said: str) -> str:
    """Return a quotation without the comma or the full stop that ends it: which of them it is, its sentence decides.

    Three stops, and those of an abbreviation ("the U.S."), are its own.
    """
    bare = said.rstrip(_END)
    return said if said.endswith("..") or "." in bare.split()[-1] else bare


def quotation(parts: Iterable[str]) -> str:
    """Return the words of all that a sentence quotes, in marks; "", where that is too little to be known again.

    >>> quotation(quoted('"We heard a bang," said Ada Alm, "and it went dark."'))
    '"we heard a bang and it went dark"'
    """
    key = words(" ".join(parts))
    return f'"{" ".join(key)}"' if len(key) >= _WHOLE else ""


def one_voice(text: str, fuller: str) -> bool:
    """Return whether a sentence tells nothing beside its quotation but who spoke, and nobody else than the fuller."""
    mine, theirs = (_QUOTED.sub(" ", each) for each in (text, fuller))
    rest = terms(mine)
    if len(rest.spelling) > _LONGEST_CREDIT or not SAYING.intersection(rest.spelling):
        return False
    other = terms(theirs)
    apart = rest.figures - other.figures and other.figures - rest.figures
    return not apart and between(rest, other) <= _HARMLESS


def _speaker(text: str) -> str | None:
    """Return who the words outside of the quotation marks say it was.

    >>> _speaker('"The harbour stays closed," said the mayor of Alma, Ada Alm.')
    >>> _speaker('"The harbour stays closed," said Mayor Ada Alm of Port Amber.')
    'Mayor Ada Alm'
    >>> _speaker('"It stays closed for now," he told reporters.')
    """
    outside = _QUOTED.sub(' "" ', text)
    for found in _AFTER_NAME.finditer(outside):
        if _ANOTHERS.search(outside[max(0, found.start() - 20) : found.start()]):
            return found[2] if found[2] and _ONE_NAME.fullmatch(found[2]) else None
        if not _NO_NAME.fullmatch(found[1]):
            return own_name(found[1])
    hearers = ("told", "tells")
    named = (found[1] for found in _BEFORE_NAME.finditer(outside) if not found[0].startswith(hearers))
    return next((own_name(name) for name in named if not _NO_NAME.fullmatch(name)), None)


def own_name(name: str) -> str | None:
    """Return the speaker's part of a name: "Alma's Ada Berg" is Ada Berg, and "Hale's wife" is nobody known."""
    return re.split(r"['’]s(?: |$)", name)[-1] or None
