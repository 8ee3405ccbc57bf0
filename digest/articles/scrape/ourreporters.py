"""Bylines that say first whose reporter it was: "From our reporter Ada Alm", "Von unserem Korrespondenten Bo Berg"."""

import re

_FROM = "from|by|von|de|par|por|dal|dalla|di|door|van|do|da|av|af|fra|från"
_OURS = "our|unser(?:e[mnrs]?)?|notre|nos|nostr[oaie]|nuestr[oa]s?|onze|noss[oa]s?|vår[at]?|vores"
_TRADES = (
    "reporters?|correspondents?|writers?|editors?|envoys?|staff|korrespondent(?:en|in|innen)?|reporter(?:n|in|innen)"
    "|redakteur(?:en?|in|innen)?|mitarbeiter(?:n|in|innen)?|correspondante?s?|envoyée?s? spécia(?:l|le|les|ux)"
    "|journalistes?|journalist(?:en)?|inviat[oaie]|corrispondent[ei]|corresponsal(?:es)?"
    "|enviad[oa]s?(?: especial(?:es)?)?|periodistas?"
    "|redactor(?:a|as|es)?|correspondente[ns]?|verslaggevers?|repórter(?:es)?|medarbejder"
)
# The trade is followed by a place only with a comma behind it: else it would be a part of the name.
OUR_REPORTER = (
    rf"(?i:(?:{_FROM}) (?:{_OURS}) (?:[\w’'.-]{{2,20}} ){{0,2}}?(?:{_TRADES})\b"
    r"(?: (?:in|at|à|a|en|em|i|aus|from|for) [^,:\d]{2,40}[,:])?[,:]?)"
)
_OUR_REPORTER = re.compile(OUR_REPORTER)


def names_from(text: str) -> int | None:
    """Return where the names begin in a byline such as "From our reporter Ada Alm"; None where it is none.

    >>> names_from("From our reporter Ada Alm"), names_from("By Ada Alm")
    (17, None)
    """
    found = _OUR_REPORTER.match(text)
    return found.end() if found else None
