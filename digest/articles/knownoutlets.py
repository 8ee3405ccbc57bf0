"""The outlet of a scrape, where a line beside its body bears the name of one that sources.yaml knows.

A scrape seldom says "source": the name stands alone on a line, behind the title, in the copyright line or in an
address. An unknown name there may be anything, so only known ones count; and where lines name two of them, none does,
since the headlines below an article come from everywhere.
"""

import re
from collections.abc import Iterable, Iterator

from digest.articles.extract import Found
from digest.articles.outlets import Outlets, is_agency
from digest.model import Cut

_LONGEST = 200  # signs of a line
_MOST_CUTS = 1_000
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s©\d,–-]{0,20}(?P<name>[^\d\W][^.|]{1,60})", re.IGNORECASE)
_TAIL = re.compile(r"\s[|–—-]\s+(?P<name>[^|–—]{2,60})$")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[\w-]{1,60}(?:\.[\w-]{2,30}){1,4})(?:/\S{0,200})?", re.IGNORECASE
)


def outlet_beside(cuts: Iterable[Cut], outlets: Outlets) -> Found | None:
    """Return the key of the only outlet of sources.yaml that `cuts` name, and its line; None where none or two are."""
    if not outlets.by_key:
        return None
    named: dict[str, int] = {}
    for cut, _ in zip(cuts, range(_MOST_CUTS), strict=False):
        for name in _names(cut.text) if len(cut.text) <= _LONGEST else ():
            outlet = outlets.named(name)
            if outlet.known and not is_agency(outlet.name):
                named.setdefault(outlet.key, cut.line)
    return next((Found(key, f"line {line}") for key, line in named.items()), None) if len(named) == 1 else None


def _names(text: str) -> Iterator[str]:
    """Yield what of a line may be the name or the site of an outlet."""
    yield text
    if address := _ADDRESS.fullmatch(text):
        yield address["name"]
    for found in (_COPYRIGHT.match(text), _TAIL.search(text)):
        if found:
            yield found["name"].strip()
