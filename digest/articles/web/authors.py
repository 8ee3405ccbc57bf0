"""Make names of bylines: "By JANE ROE and John Doe, Staff Writers" names Jane Roe and John Doe.

A byline that is no name (an address, a handle) gives none: no author is better than a wrong one.
"""

import re
from collections.abc import Iterable

_LONGEST = 200  # characters of a byline; longer is a biography
_MOST_WORDS = 6  # of a name: "Maria del Carmen Ruiz de la Vega" is cut nowhere else
_LEADING = re.compile(
    r"^(?:(?:written|posted|reported|published|story|text)\s+)?(?:by|von|par|por|door)\b[:\s]+", re.IGNORECASE
)
_BREAKS = re.compile(r"\s*(?:;|\||•|·|\n|\s&\s|\s(?:and|und|et|y|en)\s|,\s(?:and\s)?)\s*", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?:|www\.|\.(?:com|org|net)\b|[@/\\<>{}\[\]=]|\d{2}|\b(?:twitter|facebook|instagram|linkedin|e-?mail|follow)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editors?|reporters?|correspondents?|writers?|journalists?|contributors?|chief|producers?|columnists?|"
    r"redakteure?|redakteurin|staff|desk officer|director|photographers?)$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "admin",
        "administrator",
        "editor",
        "author",
        "staff",
        "webmaster",
        "unknown",
        "none",
        "null",
        "by",
        "von",
        "author:",
    }
)


def author_names(bylines: Iterable[str]) -> tuple[str, ...]:
    """Return the names in `bylines`, in order, each once.

    >>> author_names(["By Jane Roe and John Doe, Senior Reporter", "@janeroe", "JANE ROE", "https://example.org/jane"])
    ('Jane Roe', 'John Doe')
    """
    found: dict[str, str] = {}
    for byline in bylines:
        for part in _parts(" ".join(byline.split())):
            found.setdefault(part.casefold(), part)
    return tuple(found.values())


def _parts(byline: str) -> list[str]:
    if len(byline) > _LONGEST:
        return []
    parts = (_LEADING.sub("", part).strip(" ,.:-–—") for part in _BREAKS.split(_LEADING.sub("", byline)))
    return [part for part in parts if _is_name(part)]


def _is_name(part: str) -> bool:
    if not part or part.casefold() in _NOBODY or _NO_NAME.search(part) or _ROLE.search(part):
        return False
    return len(part.split()) <= _MOST_WORDS and any(sign.isalpha() for sign in part)
