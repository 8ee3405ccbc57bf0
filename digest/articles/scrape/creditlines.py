"""Lines that are nothing but a credit: "SOURCE:AFP", "(Reuters)", "Source: Harbour Post".

Apart from the other exact patterns, of which the name in a dateline, in whatever kind of article, needs none.
"""

import re

LONGEST_MARK = 160  # signs; what is longer is prose, and left to the line model

_AGENCIES = (
    "(?P<agency>AFP|Agence France-Presse|Reuters|AP|(?:The )?Associated Press|dpa|DPA|AA|Anadolu(?: Agency)?|TASS|"
    "Xinhua|EFE|ANSA|UPI|PTI|ANI|IANS|Bloomberg|Press Association|PA Media|PA|AAP|Kyodo|Yonhap|CNA|Interfax|Ukrinform)"
)
_SOURCE = r"(?i:source|credit|via|agency|agencies)\s?:\s?"

SOURCE_WIRE = re.compile(rf"{_SOURCE}{_AGENCIES}(?:[ ,/&-]{{1,3}}\w[\w ]{{0,30}})?\.?")
BRACKETED_WIRE = re.compile(rf"\({_AGENCIES}\)\.?")
SOURCE_OUTLET = re.compile(r"source\s?:\s?(?P<outlet>[\w .,/&'-]{2,40})", re.IGNORECASE)


def wire_of(text: str) -> str | None:
    """Return the agency that a wire credit such as "SOURCE:AFP" names, or None."""
    line = text[:LONGEST_MARK]
    found = SOURCE_WIRE.fullmatch(line) or BRACKETED_WIRE.fullmatch(line)
    return found["agency"] if found else None


def outlet_of(text: str) -> str | None:
    """Return the outlet that a credit such as "Source: Harbour Post" names, or None."""
    found = SOURCE_OUTLET.fullmatch(text[:LONGEST_MARK])
    return found["outlet"].strip() if found else None
