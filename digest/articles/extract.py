"""What the cleaner of one format finds in a text: the body, what is no body, and metadata with its provenance."""

from dataclasses import dataclass

from digest.model import Cut


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of metadata, and where it was found: "meta", "header", "line 3", "derived" ..."""

    value: str
    origin: str


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
