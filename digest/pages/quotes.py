"""What the templates see of a sentence: its words, and the articles that say them."""

from dataclasses import dataclass

from digest.model import Since, When


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article as a page names it."""

    number: int  # of the mark, from 1
    article: str
    title: str
    derived: bool  # the title was made from the first sentence
    lang: str
    outlet: str | None
    wire: str | None  # "AFP"
    authors: tuple[str, ...]
    published: str | None  # YYYY-MM-DD
    link: str | None
    retracted: bool = False
    whole: str | None = None  # the URL of the page that has its whole text
    instant: str | None = None  # ISO 8601 in UTC, where the time of publication is known too
    came: str | None = None  # YYYY-MM-DD of the edition that it came with, but for the first one


@dataclass(frozen=True, slots=True)
class RepeatView:
    """A sentence folded under another."""

    text: str
    lang: str
    source: SourceView


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Another sentence of the page that says the same but for its figures, its names, or a negation."""

    anchor: str
    source: SourceView
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    since: Since | None = None  # of a developing toll: whether the other is the earlier report or the later


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its marks: one for each article that says the same."""

    anchor: str
    text: str
    lang: str
    marks: tuple[SourceView, ...]
    when: When | None
    new: bool = False  # only reports of this edition say so
    reported: str | None = None  # YYYY-MM-DD, where the report came out on another day than the sentence speaks of
    repeats: tuple[RepeatView, ...] = ()
    differs: tuple[DifferenceView, ...] = ()
    outlets: tuple[SourceView, ...] = ()  # of the marks the first of each outlet, for pages without a list of sources
    runs_on: bool = False  # it is marked with one article alone, as is the sentence before it


@dataclass(frozen=True, slots=True)
class QuoteView:
    """What somebody said, with the articles that carried it."""

    text: str
    lang: str
    speaker: str | None
    marks: tuple[SourceView, ...]
