"""The outlet and the agency of a scrape, where a line beside its body bears the name of one of sources.yaml.

A scrape seldom says "source": the name stands alone on a line, behind the title, in the copyright line or in an
address. An unknown name there may be anything, so only known ones count; and where lines name two of them, none does,
since the headlines below an article come from everywhere. An agency's name on a line says who wrote the text, not who
printed it; it counts where credits stand, right above the body and right below it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.articles.extract import Block, Extract, Found
from digest.articles.outlets import Outlets, is_agency
from digest.articles.scrape.credits import dateline_name
from digest.model import Cut

_LONGEST = 200  # signs of a line
_MOST_CUTS = 1_000
_LONGEST_CREDIT = 120  # signs
_ABOVE, _BELOW = 12, 3  # lines beside the body that may be its credit
_FIRST = 3  # paragraphs that may have a dateline: a standfirst may stand above it
_TITLES = frozenset({"title", "repeated-title", "related-link"})
_BY = re.compile(r"(?:(?:by|from|von|par|por|source|quelle|text|agency)\s?:?\s|\()", re.IGNORECASE)
# What may stand behind an agency's name in its credit; behind another word the line is a headline.
_BEHIND = re.compile(
    r"\)?\.?$|\s?[/|·•(]|\s[–—-]\s|,?\s(?:with|mit|avec|con|com|met|med|z|staff|desk|newsroom|reporters?)\b|,\s?[^\W\d_]*\s?\d",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s?[/|·•&+,;]\s?|\s(?:and|und|et|y|e|en|og|och|i)\s")
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
            is_credit = name == cut.text and outlets.agency(name)
            if outlet.known and not is_credit and not is_agency(outlet.name):
                named.setdefault(outlet.key, cut.line)
    return next((Found(key, f"line {line}") for key, line in named.items()), None) if len(named) == 1 else None


def agency_beside(found: Extract, outlets: Outlets) -> Found | None:
    """Return the name of the agency of sources.yaml that a dateline or a credit names, and where."""
    if not any(outlets.agency(key) for key in outlets.by_key):
        return None
    datelines = (dateline_name(paragraph) for paragraph in found.paragraphs[:_FIRST])
    named = next((name for name in datelines if name and outlets.agency(name)), None)
    return Found(named, "dateline") if named else _credited(_beside(found.blocks), outlets)


def _beside(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what was cut right above the body and right below it."""
    kept = [index for index, block in enumerate(blocks) if not block.rule]
    near = (*blocks[max(0, kept[0] - _ABOVE) : kept[0]], *blocks[kept[-1] + 1 : kept[-1] + 1 + _BELOW]) if kept else ()
    return (block for block in near if block.rule not in _TITLES and len(block.text) <= _LONGEST_CREDIT)


def _credited(blocks: Iterable[Block], outlets: Outlets) -> Found | None:
    named = ((block, _agency_in(_BY.sub("", block.text, count=1), outlets)) for block in blocks)
    return next((Found(name, f"line {block.line}") for block, name in named if name), None)


def _agency_in(text: str, outlets: Outlets) -> str | None:
    """Return the agency that a credit begins with, or that stands in it among other known outlets."""
    ends = (found.start() for found in _BEHIND.finditer(text))
    first = next((name for end in ends if outlets.agency(name := text[:end])), None)
    parts = [part for part in _PARTS.split(text) if part]
    return first or next((part for part in parts if outlets.agency(part) and _all_known(parts, outlets)), None)


def _all_known(names: Iterable[str], outlets: Outlets) -> bool:
    return all(outlets.named(name).known for name in names)


def _names(text: str) -> Iterator[str]:
    """Yield what of a line may be the name or the site of an outlet."""
    yield text
    if address := _ADDRESS.fullmatch(text):
        yield address["name"]
    for found in (_COPYRIGHT.match(text), _TAIL.search(text)):
        if found:
            yield found["name"].strip()
