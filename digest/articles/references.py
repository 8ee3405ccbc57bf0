"""Character references that stand in a text as they were typed: "&#8217;" for ’, or "&amp;quot;" for a quotation mark.

Some systems escape a text that is escaped already, and scrapers write down what the page shows. No newsroom means them,
so they are decoded as often as they were escaped. In plain text a reference counts only with its semicolon: the link
"?a=1&section=2" holds none.
"""

import html
import re

from digest.tools.text import normalise

_REFERENCE = re.compile(r"&(?:amp;)*+(?:(?P<name>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)?")


def unescaped(text: str) -> str:
    """Return `text`, normalised, with its references decoded; one that names no character stays.

    >>> unescaped("Alma&#8217;s &amp;amp;quot;quay&amp;amp;quot; &amp; &nosuch; ?a=1&section=2")
    'Alma’s "quay" & &nosuch; ?a=1&section=2'
    """
    return normalise(_REFERENCE.sub(_decoded, text) if "&" in text else text)


def _decoded(found: re.Match[str]) -> str:
    return html.unescape(f"&{found['name']};") if found["name"] else "&"
