"""What the cleaner of one format finds in a text: the body, what is no body, and metadata with its provenance."""

from collections.abc import Iterable
from dataclasses import dataclass

from digest.model import Cut, Doubt


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of metadata, and where it was found: "meta", "header", "line 3", "derived" ..."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article, or some sentences of a very long one: a part of the body, or cut by a rule."""

    line: int  # of the file, from 1
    text: str  # of a part of the body without list and quote marks; of a cut as it stands in the file
    rule: str | None  # None: it is kept
    goes_on: bool = False  # it is more of the line that the block before it is of


@dataclass(frozen=True, slots=True)
class Extract:
    """The body of one article, in order, and what its text says about it; None where it says nothing."""

    paragraphs: tuple[str, ...]  # subheads and list items are paragraphs too
    cuts: tuple[Cut, ...] = ()
    title: Found | None = None
    date: Found | None = None  # ISO 8601: a day, or an instant with its zone
    authors: tuple[Found, ...] = ()
    source: Found | None = None  # a name or a domain, as found
    wire: Found | None = None  # an agency: "AFP"
    link: Found | None = None
    lang: Found | None = None
    lead: Found | None = None
    section: Found | None = None
    blocks: tuple[Block, ...] = ()  # paragraphs and cuts in the order of the file, where the cleaner knows it: scrapes
    doubts: tuple[Doubt, ...] = ()  # what the curator should look at


def paragraphs_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the body that `blocks` make: what is kept of one line is one paragraph, whatever is cut between."""
    paragraphs: list[list[str]] = []
    begun = False  # whether something of this line is kept already
    for block in blocks:
        begun = begun and block.goes_on
        if not block.rule and begun:
            paragraphs[-1].append(block.text)
        elif not block.rule:
            paragraphs.append([block.text])
            begun = True
    return tuple([" ".join(parts) for parts in paragraphs])


def cuts_of(blocks: Iterable[Block]) -> tuple[Cut, ...]:
    """Return what is cut of `blocks`, in order."""
    return tuple([Cut(block.line, block.text, block.rule) for block in blocks if block.rule])
