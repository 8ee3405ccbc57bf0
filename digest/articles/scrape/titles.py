"""The title of a naive scrape: a line of its head or a piece of one, or else the beginning of its first sentence.

A scrape does not say which line is the title. What tells it: a title stands above the lead, its words come again in
the body, a byline or a date follows it, and pages say it twice, once for the browser ("Title | Outlet") and once for
the reader. How much each sign tells is learnt (bench/train_titles.py): the candidates of a page compete with one
another, and with there being no title at all. A crosshead within the body has the look of a title too; it stands below
the lead, and so hardly comes into question.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.articles.scrape.headkinds import head_of
from digest.articles.scrape.lines import ending
from digest.articles.scrape.segments import Segment
from digest.articles.scrape.titlecandidates import Candidate, candidates
from digest.articles.scrape.titleglances import Looks, body_words, words_of
from digest.articles.scrape.titlelooks import title_looks
from digest.articles.scrape.titlerows import EDGE, long_rows
from digest.articles.scrape.titlespans import Span, SpanModel, best_spans, span_model

_SPANS = 9  # of the long lines of one head that are compared with other lines
_LEAST_PROBABILITY = 0.12  # of the best candidate; below it a derived title is more honest
_FAR_BEHIND, _STEPS = 8, 2  # steps of a span's score behind the best one's
_SHARES = 5.99  # steps of a span's share of what all of them come to
_LEAST_STEM, _STEM_SHARE = 3, 0.7  # words of a file's name that tell, and how many of them a line must have
_NAMED = 3.0  # what it adds to a candidate that the file is named after it
_LABELS = frozenset("by von par por di door | share published updated comments comment photo image".split())
_SENTENCE_ENDS = ".!?"
_LITTLE = 1.0  # of the score, by which a standfirst may seem more of a title than the headline above it
_BELOW_TAGLINE = 3.0  # of the score, by which a headline may seem less of a title than the site's tagline above it
_LEAST_HEADLINE, _LEAST_SIGNS = 6, 12  # words and signs; a shorter line above the title names the section
_NO_HEADLINE = re.compile(r"\s[|·•»>/–—-]\s|\s?[|｜»›]|[.:;,。—–-]$|^\d{1,2}\.\s")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title, and the index of the segment it was read from."""

    text: str
    index: int


@dataclass(frozen=True, slots=True)
class Outside:
    """What is known of the title from outside of the page."""

    stem: str = ""  # of the file's name
    repeated: Sequence[int] = ()  # for each line, on how many other pages of its site it stands; () where unknown


_NOTHING = Outside()


@dataclass(frozen=True, slots=True)
class TitleModel:
    """The weights by which spans of long lines are found, and those by which all candidates are compared."""

    spans: SpanModel
    looks: Looks


@cache  # of a constant file of the package
def title_model() -> TitleModel:
    """Return the model that comes with the program."""
    weights = json.loads(files("digest.articles.scrape").joinpath("title_model.json").read_text("utf-8"))
    return TitleModel(span_model(weights["spans"]), Looks(weights["looks"]))


def title_line(
    lines: Sequence[Segment],
    rules: Sequence[str | None],
    lead: int,
    outside: Outside = _NOTHING,
    model: TitleModel | None = None,
) -> TitleLine | None:
    """Return what of the head of the lead, the segment `lead`, looks most like a title of what follows, if anything.

    A file is often named after its title: a candidate with most of the words of its name gains by it. What stands on
    other pages of the site loses, if it is a part of the site's head.
    """
    model = model or title_model()
    stems = frozenset(words_of(outside.stem.replace("_", " ")))
    scores = [
        (model.looks.weight(names) + _by_stem(candidate, stems), candidate)
        for candidate, names in title_features(lines, rules, lead, model.spans, model.looks)
    ]
    scores = _without_taglines(scores, outside.repeated)
    if not scores:
        return None
    best, title = _headline(scores)
    total = sum(math.exp(score - best) for score, _ in scores) + math.exp(-best)  # no title at all has the score 0
    return TitleLine(title.text, title.at) if 1 / total >= _LEAST_PROBABILITY else None


def title_features(
    lines: Sequence[Segment], rules: Sequence[str | None], lead: int, spans: SpanModel, looks: Looks | None = None
) -> Iterator[tuple[Candidate, list[str]]]:
    """Yield what may be the title, with the features that hold for it; of many the likeliest by `looks`."""
    body = body_words(lines, lead)
    likely = best_spans(long_rows(lines, lead, body), spans, _SPANS)
    found = candidates(lines, rules, lead, list(_of_spans(likely)))
    return title_looks(head_of(lines, rules, lead), found, body, looks)


def _without_taglines(scores: list[tuple[float, Candidate]], repeated: Sequence[int]) -> list[tuple[float, Candidate]]:
    """Return the candidates without the site's own head, if that seems best and one below it is nearly as good.

    That a line stands on other pages is not enough: there a headline stands too, among the most read.
    """
    others = [pair for pair in scores if not _is_tagline(pair[1], repeated)]
    if len(others) in {0, len(scores)}:
        return scores
    best, title = max(scores, key=lambda pair: pair[0])
    second, below = max(others, key=lambda pair: pair[0])
    gives_way = best - second <= _BELOW_TAGLINE and below.at > title.at and not repeated[below.at]
    return others if gives_way else scores


def _is_tagline(candidate: Candidate, repeated: Sequence[int]) -> bool:
    """Tell whether a candidate stands on other pages too, and so do all lines above it and the one below."""
    return candidate.way == "line" and len(repeated) > 1 and all(repeated[: candidate.at + 2])


def _headline(scores: Sequence[tuple[float, Candidate]]) -> tuple[float, Candidate]:
    """Return the best candidate with its score; of two lines that stand together and are as good, the upper one.

    The lower one is the standfirst then. It often has more words of the body than the headline, and so seems better.
    """
    best, title = max(scores, key=lambda pair: pair[0])
    near = ((score, other) for score, other in scores if other.at == title.at - 1 and best - score <= _LITTLE)
    above = next(((score, other) for score, other in near if title.way == other.way == "line"), None)
    return (best, above[1]) if above and _may_be_headline(above[1].text, title.text) else (best, title)


def _may_be_headline(text: str, below: str) -> bool:
    """Tell whether a line is more than the name of a section, and not a menu entry that says what stands below it."""
    is_long = text.count(" ") >= _LEAST_HEADLINE - 1 or (
        not text.isascii() and " " not in text and len(text) >= _LEAST_SIGNS
    )
    return is_long and not _NO_HEADLINE.search(text) and below.casefold() not in text.casefold()


def _by_stem(candidate: Candidate, stems: frozenset[str]) -> float:
    words = frozenset(word for word in stems if not word.isdigit())
    if len(words) < _LEAST_STEM:
        return 0.0
    return _NAMED if len(words.intersection(words_of(candidate.text))) >= _STEM_SHARE * len(words) else 0.0


def _of_spans(spans: Sequence[Span]) -> Iterator[Candidate]:
    """Yield a candidate for each span, with what is known of it beside the others, best first."""
    total = sum(math.exp(span.score - spans[0].score) for span in spans)
    for rank, span in enumerate(spans):
        share = int(math.exp(span.score - spans[0].score) / total * _SHARES)
        behind = min(_FAR_BEHIND, int((spans[0].score - span.score) * _STEPS))
        around = (
            f"span rank={rank}",
            f"span share={share}",
            f"span behind={behind}",
            *_of_others(span, spans[:rank]),
            *_seams(span),
        )
        yield Candidate(span.text, span.index, "span", around)


def _of_others(span: Span, better: Sequence[Span]) -> Iterator[str]:
    """Yield how many better spans hold this one, and how many it holds."""
    same = [other for other in better if other.row is span.row]
    yield f"span within={sum(other.start <= span.start and span.end <= other.end for other in same)}"
    yield f"span holds={sum(span.start <= other.start and other.end <= span.end for other in same)}"


def _seams(span: Span) -> Iterator[str]:
    """Yield what stands at the ends of a span."""
    row, start, end = span.row, span.start, span.end
    after = row.words[end + EDGE]
    yield f"span glued={row.glued[start]:d}{row.glued[end]:d}"
    yield f"span after={after if after in _LABELS else '?' + row.shapes[end + EDGE]}"
    yield f"span before={row.shapes[start + EDGE - 1]}"
    yield f"span start={row.shapes[start + EDGE]}{start == 0:d}"
    yield f"span end={ending(span.text)}"
    stops = (row.text[row.stops[place] - 1] in _SENTENCE_ENDS for place in range(start, end - 1))
    yield f"span sentences={min(2, sum(stops))}"
