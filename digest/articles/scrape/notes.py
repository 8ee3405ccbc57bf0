"""A line beside a scrape's title: what is asked for the article's date, its authors and its agency.

Apart from where it is looked for, since credits are read of Markdown too, in which no title is.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A short line, or the beginning of what follows the title in a long one."""

    line: int  # of the file
    text: str
    opens: bool = False  # more follows on its line
