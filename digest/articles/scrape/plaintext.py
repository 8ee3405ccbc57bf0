"""Clean a naive plain-text scrape: the body out of menus, headlines of other stories, credits and appeals.

A scrape has lost the markup that would tell what is what, so the text itself has to: a header is taken off, exact
patterns cut what surely is no body, a model judges each line among its neighbours, and the order of the verdicts mends
single ones. Every line is accounted for: it stays, or is cut by a rule that has a name. In doubt a line stays, since a
curator sees what is too much, but not what is missing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.articles.datelines import dates_on
from digest.articles.extract import Block, Extract, Found, cuts_of, paragraphs_of
from digest.articles.scrape.blocks import blocks_of
from digest.articles.scrape.bodies import HEADLINE_LIST, LINE_MODEL, Verdict, exact_rules, lead_index
from digest.articles.scrape.breaks import body_verdicts
from digest.articles.scrape.bylines import authors_of
from digest.articles.scrape.confidence import doubts_about
from digest.articles.scrape.credits import outlet, wire
from digest.articles.scrape.derivedtitles import derive_title
from digest.articles.scrape.doubtfuldates import with_doubtful_date
from digest.articles.scrape.header import Header, take_header
from digest.articles.scrape.imprint import notes_above, notes_beside
from digest.articles.scrape.issuedates import published_on
from digest.articles.scrape.linekeys import key_of
from digest.articles.scrape.linemodel import scores, shipped_model
from digest.articles.scrape.notes import Note
from digest.articles.scrape.segments import Segment, segments
from digest.articles.scrape.titles import Outside, TitleLine, title_line
from digest.articles.writtendates import DayOrder

_TITLE, _REPEATED_TITLE, _LEAD = "title", "repeated-title", "lead"
_TITLES = frozenset({_TITLE, _REPEATED_TITLE})
_BY_MODEL = frozenset({LINE_MODEL, HEADLINE_LIST})
_LEAST_LEAD = 7  # spaces in a standfirst
_NEAR_LEAD = 4  # lines above the lead where a standfirst may stand that ends without a full stop
_MOST_ROUNDS = 8  # two are enough for nearly all texts
_LONGEST_TITLE = 260  # signs; a longer line is more than the title it begins with


@dataclass(frozen=True, slots=True)
class _Judged:
    """The lines of a scrape, the verdict on each, and the lines that were found to be its title."""

    lines: Sequence[Segment]
    named: Sequence[Verdict]
    title: TitleLine | None  # that the article is called by, unless a title is given
    anchor: TitleLine | None  # beside which date and byline stand; the same, or where the given title stands


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a scrape outside of its text."""

    title: str | None = None  # as given; it is cut where it stands, and no other is taken
    stem: str = ""  # of the file's name, which often repeats the title
    order: DayOrder | None = None  # of dates; without it, one that can be read in two ways is not read
    repeats: Mapping[int, int] = field(default_factory=dict)  # lines on other pages of the batch (`repetitions`)


def clean_plaintext(text: str, first_line: int = 1, hints: Hints | None = None) -> Extract:
    """Return the body of `text`, what is cut from it, and what its head says."""
    hints = hints or Hints()
    header = take_header(text)
    lines = segments(header.text, first_line)
    rules = exact_rules(lines)
    repeated = _repeated(lines, hints.repeats)
    likely = scores(lines, rules, repeated, shipped_model())
    found = _settled(lines, body_verdicts(lines, rules, likely, shipped_model().threshold))
    lead = lead_index(lines, found)
    anchor = _anchor(lines, title_line(lines, rules, lead, Outside(hints.stem, repeated)), lead, hints.title)
    title = None if hints.title else anchor
    named = _without_titles(lines, found, title, hints.title)
    extract = _extract(header, _Judged(lines, named, title, anchor), first_line)
    extract = replace(extract, doubts=doubts_about(lines, likely, named))
    return extract if extract.date else with_doubtful_date(extract, lines[: lead_index(lines, named)], hints.order)


def _settled(lines: Sequence[Segment], found: list[Verdict]) -> list[Verdict]:
    """Judge what is kept again, by itself, until all of it stays: a clean text, cleaned once more, is the same."""
    model = shipped_model()
    for _ in range(_MOST_ROUNDS):
        kept = [index for index, verdict in enumerate(found) if verdict is None]
        body, free = [_bare(lines[index]) for index in kept], [None] * len(kept)
        again = body_verdicts(body, free, scores(body, free, [0] * len(kept), model), model.threshold)
        if not any(again):
            break
        for index, verdict in zip(kept, again, strict=True):
            found[index] = verdict
    return found


def _bare(line: Segment) -> Segment:
    """Return the line as a paragraph has it: without the marks before it."""
    return Segment(line.line, line.prose, line.prose, "") if line.marks and line.prose else line


def _repeated(lines: Sequence[Segment], repeats: Mapping[int, int]) -> list[int]:
    """Return, for each line, on how many other pages of its site it stands."""
    return [repeats.get(key_of(line.prose), 0) for line in lines] if repeats else [0] * len(lines)


def _anchor(lines: Sequence[Segment], guess: TitleLine | None, lead: int, known_title: str | None) -> TitleLine | None:
    """Return the line that repeats the known title, best the guess, then the next above the lead; else the guess."""
    known = (known_title or "").casefold()
    if not known or (guess and guess.text.casefold() == known):
        return guess
    above = next((index for index in range(lead, -1, -1) if index < len(lines) and _reads(lines[index], known)), None)
    return guess if above is None else TitleLine(lines[above].prose, above)


def _reads(line: Segment, known: str) -> bool:
    return line.prose.casefold() == known


def _without_titles(
    lines: Sequence[Segment], found: Sequence[Verdict], title: TitleLine | None, known_title: str | None
) -> list[Verdict]:
    """Cut the title wherever it stands alone on a line, and the standfirst below it; but never the whole body."""
    titles = {text.casefold() for text in (title and title.text, known_title) if text}
    main = title.index if title else -1
    named, lead = list(found), lead_index(lines, found)
    for index, line in enumerate(lines):
        if line.prose.casefold() in titles or (index == main and len(line.prose) <= _LONGEST_TITLE):
            named[index] = _TITLE if index == main else _REPEATED_TITLE
        elif index and named[index] in _BY_MODEL and named[index - 1] in _TITLES and _is_standfirst(line, lead - index):
            named[index] = _LEAD
    return named if None in named else list(found)


def _is_standfirst(line: Segment, to_lead: int) -> bool:
    """Tell whether the line below the title, `to_lead` lines above the lead, is the standfirst."""
    ends = line.prose.endswith((".", "!", "?", "”", '"')) or 0 < to_lead <= _NEAR_LEAD
    return line.prose.count(" ") >= _LEAST_LEAD and ends


def _extract(header: Header, judged: _Judged, first_line: int) -> Extract:
    lines, named, heading = judged.lines, judged.named, judged.anchor.text if judged.anchor else ""
    by_rule: dict[Verdict, list[Segment]] = defaultdict(list)
    for line, rule in zip(lines, named, strict=True):
        by_rule[rule].append(line)
    lead = lead_index(lines, named)
    notes, above = notes_beside(lines, judged.anchor, lead), notes_above(lines, lead)
    blocks = (*_header_block(header, first_line), *blocks_of(lines, named))
    paragraphs = paragraphs_of(blocks)
    return Extract(
        paragraphs=paragraphs,
        cuts=cuts_of(blocks),
        title=_title(lines, judged.title, paragraphs),
        date=Found(header.day, "header") if header.day else published_on(notes if _is_dated(notes) else above),
        authors=authors_of(notes, heading) or authors_of(above),
        wire=wire(by_rule["wire-credit"], by_rule[None], notes),
        source=outlet(lines, by_rule["source-credit"], heading or None),
        lead=_first(by_rule[_LEAD]),
        section=Found(header.section, "header") if header.section else None,
        blocks=blocks,
    )


def _is_dated(notes: Sequence[Note]) -> bool:
    """Tell whether one of `notes` holds a date, be it one that can be read in two ways."""
    return any(dates_on(note.text, opens=note.opens) for note in notes)


def _header_block(header: Header, first_line: int) -> tuple[Block, ...]:
    return (Block(first_line, header.cut, "header"),) if header.cut else ()


def _first(lines: Sequence[Segment]) -> Found | None:
    return Found(lines[0].prose, f"line {lines[0].line}") if lines else None


def _title(lines: Sequence[Segment], title: TitleLine | None, paragraphs: Sequence[str]) -> Found | None:
    if title:
        return Found(title.text, f"line {lines[title.index].line}")
    return Found(derive_title(paragraphs[0]), "derived") if paragraphs else None
