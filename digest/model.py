"""What flows through the house, from a file to the site.

    file -> RawArticle -> Article -> Thread -> Story -> Page -> OutputFile

Every value is frozen, and complete when it is made: a later stage makes a new type and fills no gap in an old one. What
derives from Ghost may come from the cache, which then reads the deep fields when they are asked for.
Dates are those of the place where the article was published; instants are aware and UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from digest.ghost import Ghost

Syntax = Literal["text", "html", "markdown"]
Precision = Literal["day", "month", "year"]
DateOrigin = Literal["published", "resolved"]
Status = Literal["published", "draft", "hidden", "retracted"]
Rights = Literal["excerpt", "link", "full"]
ThreadStatus = Literal["developing", "dormant", "closed"]
DifferenceKind = Literal["figures", "names", "negation"]
Since = Literal["earlier", "later"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of an article that the curator wants kept, or cut, whatever the cleaner says."""

    text: str  # as `digest explain` prints it; with "…" at its end, the beginning of the line
    line: int  # of the file, from 1, where the curator wrote it


@dataclass(frozen=True, slots=True)
class Given:
    """What is said about an article outside of its text, by front matter or by a feed: it wins over what is found."""

    origin: Literal["front-matter", "feed"] = "front-matter"
    title: str | None = None
    link: str | None = None
    source: str | None = None
    date: str | None = None  # ISO 8601, a day or an instant, checked at the door
    authors: tuple[str, ...] = ()
    lang: str | None = None
    lead: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    thread: str | None = None
    status: Status = "published"
    rights: Rights = "excerpt"
    image: str | None = None
    slug: str | None = None
    excerpt: bool = False  # the text is a feed's summary of the article, not the article
    keep: tuple[Correction, ...] = ()
    cut: tuple[Correction, ...] = ()
    extra: Mapping[str, str] | None = None  # unknown keys, for templates


@dataclass(frozen=True, slots=True, eq=False)
class RawArticle(Ghost):
    """An article as it came: its text, decoded, and what was given about it."""

    DEEP = ("text", "first_line", "given", "filed")
    MOST = 10_000

    id: str  # "a-" and ten hexadecimal digits; stays when the text is edited
    path: str  # from the project's root, with "/"
    syntax: Syntax
    text: str  # without front matter; no control characters but newline and tab; lines end with \n
    first_line: int  # the line of the file, from 1, with which `text` begins
    given: Given
    filed: str | None = None  # YYYY-MM-DD, the day that the file's name or its folders bear


@dataclass(frozen=True, slots=True)
class Mention:
    """A date expression in a sentence, resolved against the day of publication."""

    text: str  # verbatim: "on Thursday"
    value: str  # YYYY, YYYY-MM or YYYY-MM-DD


class When(NamedTuple):  # since there is one for each sentence, of what is made quickest
    """The time that a sentence speaks of."""

    value: str  # YYYY, YYYY-MM or YYYY-MM-DD, by precision
    precision: Precision
    origin: DateOrigin  # resolved from an expression, or the day of publication for want of one
    expression: str | None = None  # the expression, verbatim, where resolved


class Sentence(NamedTuple):  # likewise
    """A sentence, verbatim, with the paragraph it stands in and the time it speaks of."""

    text: str
    paragraph: int  # index into the article's paragraphs
    when: When | None  # None: the article is undated, and the sentence names no date
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that is no part of the article's body, and the rule that says so."""

    line: int  # of the file, from 1
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about an article that no cleaner can be sure of: what a curator should look at, and how to mend it."""

    line: int  # of the file, from 1
    what: str  # 'the date "01/02/2025" can be read in two ways'
    mend: str  # "Write date: in the front matter"
    # A doubt about the date is none once the article has one, nor one about the body once the curator corrects a line.
    about: Literal["text", "date", "body"] = "text"


@dataclass(frozen=True, slots=True)
class Origins:
    """Where each piece of metadata was found.

    The places are "front-matter", "feed", "meta", "json-ld", "h1", "header", "line 3", "link", "file-name", "derived"
    (a title made of the first sentence, a language told by the words of the text) and "digest.yaml".
    """

    title: str
    date: str | None = None
    authors: str | None = None
    source: str | None = None
    wire: str | None = None
    link: str | None = None
    lang: str | None = None
    lead: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Article(Ghost):
    """A clean article: its body, split into dated sentences, and what is known of it."""

    DEEP = ("paragraphs", "sentences", "cuts")
    MOST = 10_000

    id: str
    path: str
    title: str
    published: date | None
    published_at: datetime | None  # UTC, where the time is known too
    authors: tuple[str, ...]
    source: str | None  # a key of sources.yaml, or a plain name
    wire: str | None  # the agency whose text it is, "afp"
    link: str | None  # http or https
    lang: str
    lead: str | None
    section: str | None
    tags: tuple[str, ...]
    thread: str | None  # set by the curator's hand
    slug: str | None  # for the thread that begins with it
    status: Status
    rights: Rights
    origins: Origins
    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    cuts: tuple[Cut, ...]
    doubts: tuple[Doubt, ...] = ()
    excerpt: bool = False  # all there is of it is a feed's summary
    length: int = 0  # sentences


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of articles, as sources.yaml describes it."""

    key: str
    name: str
    home: str | None = None
    kind: str | None = None  # "agency", "newspaper", ...; as the curator wrote it
    country: str | None = None
    weight: float = 1.0
    rights: Rights | None = None
    known: bool = True  # False: not in sources.yaml
    aliases: tuple[str, ...] = ()  # other names of it
    words: int | None = None  # that may be shown of an article of it; None: as digest.yaml says
    share: float | None = None  # of an article's words, 0..1; None: as digest.yaml says


def rights(article: Article, outlet: Outlet | None) -> Rights:
    """Return the rights of an article: its own, or those of its outlet where it has none but the usual."""
    return outlet.rights if outlet and outlet.rights and article.rights == "excerpt" else article.rights


@dataclass(frozen=True, slots=True)
class Thread:
    """The articles of one developing story, and the curator's word on it."""

    slug: str
    title: str
    articles: tuple[Article, ...]  # in the order of date, id
    word: "ThreadWord"
    aliases: tuple[str, ...] = ()  # slugs that lead here: earlier ones, and those of threads merged into this one
    glance: tuple["Line", ...] = ()  # the curator's own "at a glance"
    storyline: "Storyline | None" = None
    related: tuple[str, ...] = ()  # slugs of the threads nearest to this one, the nearest first
    errata: tuple["Erratum", ...] = ()  # what the digest got wrong in it, newest first
    rulings: tuple["Ruling", ...] = ()  # the curator's word on its sentences: one on a sentence, by mark


@dataclass(frozen=True, slots=True)
class Erratum:
    """Something that the digest itself got wrong, as content/corrections.yaml tells it."""

    id: str  # lasts: made of the day, the thread and the text, as they are typed
    day: str  # YYYY-MM-DD, on which it was corrected
    text: str  # Markdown
    article: str | None = None  # the id of the report that it is about


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of correction that an outlet printed with its own report."""

    id: str  # lasts: made of the article and of what the notice says
    article: str
    text: str  # verbatim; empty where its words may not be shown


@dataclass(frozen=True, slots=True)
class Storyline:
    """A story of months that the curator makes of several threads."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ThreadWord:
    """What the curator wrote in content/threads/SLUG.md; without that file, nothing."""

    slug: str
    path: str | None = None
    title: str | None = None
    standfirst: str | None = None
    pin: bool = False
    hide: bool = False
    status: ThreadStatus | None = None
    tags: tuple[str, ...] = ()
    note: str = ""  # Markdown
    include: tuple["Reference", ...] = ()
    exclude: tuple["Reference", ...] = ()
    merge: tuple["Reference", ...] = ()  # slugs
    split: tuple["Split", ...] = ()
    at_a_glance: tuple["Glance", ...] = ()
    days: tuple["DayWord", ...] = ()
    aliases: tuple[str, ...] = ()
    storyline: "Reference | None" = None
    fold: tuple["Fold", ...] = ()
    unfold: tuple["Reference", ...] = ()  # sentences


@dataclass(frozen=True, slots=True)
class Reference:
    """What a curator's file names, and where: an article (by id, path or file name), a sentence, a thread (by slug)...

    A sentence is named by its article, its number and its words: `a-7f3c91d2e4#5 Two boats burnt.`.
    """

    name: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Split:
    """Articles that the curator takes out into a thread of their own."""

    into: str
    articles: tuple["Reference", ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Sentences that the curator lists as repeats of another one."""

    into: "Reference"
    sentences: tuple["Reference", ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """A line of the curator's own "at a glance", with the articles that bear it out."""

    text: str
    articles: tuple["Reference", ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the curator's own "at a glance" and the ids of the articles that bear it out."""

    text: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayWord:
    """The curator's word on one day of a thread."""

    day: str  # YYYY-MM-DD
    title: str | None = None
    hide: bool = False
    note: str | None = None


class Mark(NamedTuple):  # since sentences are found by it everywhere, of what is hashed quickest
    """Where a sentence stands: the article, and the sentence's number in it, from 0."""

    article: str
    number: int

    def __str__(self) -> str:
        return f"{self.article}#{self.number}"


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """The curator's word on a sentence: under which other one it is folded, or that it is told on its own."""

    mark: Mark
    into: Mark | None  # None: it is told on its own
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A sentence that says what a kept one says, folded under it."""

    text: str
    mark: Mark
    resemblance: float  # 0..1
    shown: bool = True  # False: it is named, and its words are not shown


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence that says nearly what a kept one says, with other figures, other names, or a negation."""

    text: str
    mark: Mark
    ours: tuple[str, ...]  # what only the kept sentence has: figures in digits, names and negations as written
    theirs: tuple[str, ...]  # what only this one has
    kind: DifferenceKind = "figures"
    since: Since | None = None  # of a developing toll: whether this one is the earlier report or the later

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the figures of the kept sentence, then those of this one."""
        return (*self.ours, *self.theirs) if self.kind == "figures" else ()


class Told(NamedTuple):  # likewise
    """A sentence as the story tells it: once, with every source that reported it."""

    text: str
    mark: Mark
    when: When | None
    repeats: tuple[Repeat, ...] = ()
    differs: tuple[Difference, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the kept sentence's mark, then those of its repeats."""
        return (self.mark, *[repeat.mark for repeat in self.repeats])


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """Sentences of an article that a story does not tell, all for one reason."""

    article: str
    why: str  # "subhead", "budget of 120 words or 40 %", ...
    numbers: tuple[int, ...]  # of the sentences, in order
    # They would be told, if more of their article might be shown; that is why, in other words.
    withheld: bool = field(default=False, compare=False)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return where the sentences stand."""
        return tuple([Mark(self.article, number) for number in self.numbers])


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said, as they stand in an article, without the quotation marks."""

    text: str
    speaker: str | None  # as the sentence around it names them
    marks: tuple[Mark, ...]  # of the sentences that carry it
    wordings: tuple[str, ...] = ()  # as others give it, shorter or with other signs


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a story."""

    value: str  # YYYY-MM-DD
    title: str
    weight: float  # 0..1, how much the day matters within its story
    sentences: tuple[Told, ...]  # best first
    note: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Story(Ghost):
    """A thread as it is told."""

    DEEP = ("summary", "days", "background", "ahead", "undated", "quotes", "reports", "left_out", "notices")

    thread: Thread
    summary: tuple[Told, ...]
    days: tuple[Day, ...]  # oldest first
    background: tuple[Told, ...]  # of years, or of long before the thread
    ahead: tuple[Told, ...]  # announced for a day to come, or for one of which nothing else is told
    undated: tuple[Told, ...]  # of articles without a date
    quotes: tuple[Quote, ...] = ()  # most carried first
    reports: tuple[tuple[str, ...], ...] = ()  # ids of the articles; those of one independent report together
    left_out: tuple[LeftOut, ...] = ()  # every sentence that is neither told nor folded, by article
    notices: tuple[Notice, ...] = ()  # what outlets corrected in their own reports

    @property
    def report_of(self) -> Mapping[str, int]:
        """Return for each article the number of its report: marks with as many numbers are as many reports."""
        return {article: number for number, report in enumerate(self.reports) for article in report}


@dataclass(frozen=True, slots=True, eq=False)
class OutputFile(Ghost):
    """A file of the site; one that stands there already is not made again before somebody asks for its content."""

    DEEP = ("content",)

    path: str  # below the output folder, with "/"
    content: bytes
