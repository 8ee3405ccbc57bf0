"""Markdown: what a curator wrote or pasted by hand is trusted, so nothing is classified and nothing judged.

Only a heading of the first level at the very top is taken out of the body: it is the title.
"""

import re

from digest.articles.extract import Extract, Found
from digest.model import Cut
from digest.tools.markup import markdown_blocks
from digest.tools.text import one_line

_TITLE = re.compile(r"\s{0,99}# {1,9}([^\n]{1,500}?)[ #]{0,9}(?:\n|\Z)")


def clean_markdown(text: str, first_line: int = 1) -> Extract:
    """Return the blocks of a Markdown text, and its title if it begins with one."""
    heading = _TITLE.match(text)
    if heading is None:
        return Extract(markdown_blocks(text))
    line = first_line + text[: heading.start(1)].count("\n")
    title = one_line(" ".join(markdown_blocks(heading[1])))
    return Extract(
        markdown_blocks(text[heading.end() :]),
        cuts=(Cut(line, heading[1], "title"),),
        title=Found(title, f"line {line}") if title else None,
    )
