"""Learn the weights by which the title of a scrape is found, from scrapes of which the title is known.

    python bench/train_titles.py DEVELOPMENT.jsonl.xz WEIGHTS.json [--hold-out]

A row has `id`, `domain`, `variant`, `raw_text` and `gold_title`. Scrapes of lines are shown a second and a third time
on one line, with and without spaces where lines met, since few scrapers write such pages, and there is least to learn
from. The comparison of candidates learns from spans that a model found which has not seen the outlet. With --hold-out
every third outlet is left out of what is learnt, and scored.
"""

import argparse
import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from choices import Weights, surprise
from titlespans_learnt import Spans, learn_spans, plain

from digest.articles.scrape.bodies import exact_rules, lead_index, verdicts
from digest.articles.scrape.linemodel import scores, shipped_model
from digest.articles.scrape.segments import Segment, segments
from digest.articles.scrape.titleglances import Looks, body_words
from digest.articles.scrape.titlerows import Row, long_rows
from digest.articles.scrape.titles import TitleModel, title_features, title_line
from digest.articles.scrape.titlespans import span_model

_FOLDS = 6
_HELD_OUT = 3  # one outlet in so many
_LEAST_DOMAINS = 60  # a feature that fewer outlets show is theirs, not the trade's
_PASSES = 10
_NOTHING = 1e-4  # a slope that moves nothing
_BROWSER_TITLES = frozenset({"bs4_nl"})  # ways whose first line is the browser's title
_OF_LINES = frozenset({"bs4_nl", "inscriptis", "main_inner"})
_MEASURE = re.compile(r".+:\d+")
_MOST_STEPS = 16


@dataclass(frozen=True, slots=True)
class Page:
    """A scrape, its lines, and its title."""

    fold: int
    domain: str
    way: str
    title: str
    there: bool  # the title stands in the text
    lines: list[Segment]
    rules: list[str | None]
    lead: int


def main() -> None:
    """Read the development pages, learn, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("development", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--hold-out", action="store_true")
    options = parser.parse_args()
    with lzma.open(options.development, "rt", encoding="utf-8") as rows:
        pages = [page for row in rows for page in _pages(json.loads(row)) if page.title]
    known = [page for page in pages if not options.hold_out or page.fold % _HELD_OUT]
    halves = [page for page in known if page.fold % 2], [page for page in known if not page.fold % 2]
    by_half = [_learn_spans(half) for half in halves]
    looks = learn_looks([*_choices(halves[0], by_half[1]), *_choices(halves[1], by_half[0])])
    spans = _learn_spans(known)
    model = TitleModel(span_model(spans), Looks(looks))
    weights = {"spans": spans, "looks": looks}
    options.weights.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(len(known), "pages;", len(looks), *(len(family) for family in spans.values()), "weights")
    for way, share in _scores([page for page in pages if page not in known] if options.hold_out else pages, model):
        print(f"{way:12s} {share:.3f}")


Choice = tuple[
    str, list[tuple[tuple[str, ...], bool]]
]  # the outlet; each candidate's features, and whether it is right


def learn_looks(choices: Sequence[Choice]) -> dict[str, float]:
    """Return the weights by which the title is told from other candidates, and from there being none."""
    domains: dict[str, set[str]] = defaultdict(set)
    for domain, candidates in choices:
        for name in {name for names, _ in candidates for name in names}:
            domains[name].add(domain)
    common = {name for name, seen in domains.items() if len(seen) >= _LEAST_DOMAINS}
    plain = [[([name for name in names if name in common], right) for names, right in page] for _, page in choices]
    weights = Weights(rate=0.2, shrinkage=0.02)
    for number in range(_PASSES):
        random.Random(number).shuffle(plain)
        for page in plain:
            right = [is_right for _, is_right in page]
            slopes = surprise([*(weights.of(names) for names, _ in page), 0.0], [*right, not any(right)])
            weights.step(_gradient((names, slope) for (names, _), slope in zip(page, slopes or (), strict=False)))
        if number >= _PASSES // 2:
            weights.remember()
    return collapsed(weights.mean())


def _learn_spans(pages: Iterable[Page]) -> Spans:
    return learn_spans([(page.domain, page.title, _rows(page)) for page in pages])


def _rows(page: Page) -> list[Row]:
    return long_rows(page.lines, page.lead, body_words(page.lines, page.lead))


def expanded(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the features, each measure as the steps that it has passed."""
    return tuple(step for name in names for step in (_steps(name) if _MEASURE.fullmatch(name) else (name,)))


def collapsed(weights: Mapping[str, float]) -> dict[str, float]:
    """Return the weights with each measure's steps added up, as the cleaner looks them up."""
    plain = {name: weight for name, weight in weights.items() if ">" not in name}
    measures = {name.rpartition(">")[0] for name in weights.keys() - plain.keys()}
    for measure in sorted(measures):
        total = 0.0
        for step in range(_MOST_STEPS):
            total += weights.get(f"{measure}>{step}", 0.0)
            plain[f"{measure}:{step + 1}"] = round(total, 2)
    return plain


def _steps(name: str) -> Iterator[str]:
    measure, _, passed = name.rpartition(":")
    return (f"{measure}>{step}" for step in range(int(passed)))


def _gradient(candidates: Iterable[tuple[Sequence[str], float]]) -> Mapping[str, float]:
    gradient: dict[str, float] = defaultdict(float)
    for names, slope in candidates:
        for name in names if abs(slope) > _NOTHING else ():
            gradient[name] += slope
    return gradient


def _choices(pages: Iterable[Page], spans: Spans) -> Iterator[Choice]:
    model = span_model(spans)
    for page in pages:
        found = title_features(page.lines, page.rules, page.lead, model)
        yield page.domain, [(expanded(names), plain(candidate.text) == page.title) for candidate, names in found]


def _scores(pages: Iterable[Page], model: TitleModel) -> Iterator[tuple[str, float]]:
    """Yield, for each way of scraping, the share of the titles that are found among those that are there."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for page in pages:
        if page.there:
            found = title_line(page.lines, page.rules, page.lead, model=model)
            hits[page.way].append(found is not None and plain(found.text) == page.title)
    yield from ((way, sum(right) / len(right)) for way, right in sorted(hits.items()))


def _pages(row: Mapping[str, str]) -> Iterator[Page]:
    lines = segments(row["raw_text"], 1)
    page = _page(row, row["variant"], lines)
    yield page
    prose = [line.prose for line in lines[1 if row["variant"] in _BROWSER_TITLES else 0 :]]
    if row["variant"] in _OF_LINES:
        yield _page(row, "one line", segments(" ".join(prose), 1))
    if row["variant"] in _BROWSER_TITLES:
        yield _page(row, "glued", segments("".join(prose), 1))


def _page(row: Mapping[str, str], way: str, lines: list[Segment]) -> Page:
    rules, model = exact_rules(lines), shipped_model()
    lead = lead_index(lines, verdicts(lines, rules, scores(lines, rules, [0] * len(lines), model), model.threshold))
    fold = int(blake2b(row["domain"].encode(), digest_size=4).hexdigest(), 16) % _FOLDS
    title = plain(row["gold_title"] or "")
    return Page(fold, row["domain"], way, title, title in plain(row["raw_text"]), lines, rules, lead)


if __name__ == "__main__":
    main()
