"""Learn the weights of the line model from scrapes of which the body is known.

    python bench/train_lines.py DEVELOPMENT.jsonl.xz WEIGHTS.json [--hold-out]

A row has `id`, `domain`, `raw_text`, `gold_body` and, if its lines were labelled, `keep`: a digit for each line that is
not blank. Each later regression learns from verdicts of models that have not seen the page, as it will have to judge
pages that no model has seen. With --hold-out every third page is left out, to be scored.
"""

import argparse
import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from ftrl import Case, learnt

from digest.articles.scrape.bodies import lead_index, verdicts
from digest.articles.scrape.linemodel import alone, among, judged
from digest.articles.scrape.patterns import rule_of
from digest.articles.scrape.segments import Segment, segments
from digest.articles.scrape.titles import title_features

_FOLDS = 6
_HELD_OUT = 2  # of the folds
_LEAST_DOMAINS = 40  # a feature, or a word, that fewer outlets show is theirs, not the trade's
_SHINGLE = 4
_THRESHOLD = 0.3  # best on pages held out: what is missing hurts more than what is too much
_BARE = 5  # one page in so many is shown without its boilerplate too
_LATER = 1  # regressions after the first; a second one gained nothing
_L1 = 0.6


Scores = dict[int, list[float]]  # by the id() of the page


@dataclass(frozen=True, slots=True)
class Page:
    """A scrape, its lines, and which of them are body."""

    fold: int
    domain: str
    body_signs: int
    title: str
    lines: list[Segment]
    rules: list[str | None]
    labels: list[int]


def main() -> None:
    """Read the development pages, learn, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("development", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--hold-out", action="store_true")
    options = parser.parse_args()
    with lzma.open(options.development, "rt", encoding="utf-8") as rows:
        pages = [_page(json.loads(row)) for row in rows]
    known = [page for page in pages if not options.hold_out or page.fold >= _HELD_OUT]
    first, later, scores = learn([*known, *(_bare(page) for page in known[::_BARE])])
    title = learn_titles(known, scores)
    model = {"threshold": _THRESHOLD, "alone": first, "among": later, "title": title}
    options.weights.write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(len(known), "pages;", len(first), *(len(weights) for weights in later), "weights")


def learn(pages: Sequence[Page]) -> tuple[Mapping[str, float], list[Mapping[str, float]], Scores]:
    """Return the weights of the first regression and of each later one, and how models without it score each page."""
    halves = ([page for page in pages if page.fold % 2], [page for page in pages if not page.fold % 2])
    crossed = list(zip(halves, reversed(halves), strict=True))
    found: Scores = {}
    for half, other in crossed:
        weights = _learnt_from(half, {id(page): list(alone(page.lines)) for page in half})
        found |= {id(page): judged(alone(page.lines), page.rules, weights) for page in other}
    first = _learnt_from(pages, {id(page): list(alone(page.lines)) for page in pages})
    later = []
    for _ in range(_LATER):
        features = {id(page): list(among(page.lines, page.rules, found[id(page)])) for page in pages}
        later.append(_learnt_from(pages, features))
        for half, other in crossed:
            weights = _learnt_from(half, features)
            found |= {id(page): judged(features[id(page)], page.rules, weights) for page in other}
    return first, later, found


def learn_titles(pages: Sequence[Page], scores: Scores) -> Mapping[str, float]:
    """Return the weights by which a title is told from the other lines above the lead."""
    cases = []
    for page in pages:
        lead = lead_index(page.lines, verdicts(page.lines, page.rules, scores[id(page)], _THRESHOLD))
        found = [(_plain(title.text), features) for title, features in title_features(page.lines, page.rules, lead)]
        if page.title and any(text == page.title for text, _ in found):
            cases += [Case(tuple(features), int(text == page.title), 1.0) for text, features in found]
    return learnt(cases, _L1)


def _learnt_from(pages: Sequence[Page], features: Mapping[int, list[list[str]]]) -> Mapping[str, float]:
    domains: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for name in {name for found in features[id(page)] for name in found}:
            domains[name].add(page.domain)
    common = {name for name, seen in domains.items() if len(seen) >= _LEAST_DOMAINS}
    return learnt([case for page in pages for case in _cases(page, features[id(page)], common)], _L1)


def _cases(page: Page, features: Iterable[list[str]], common: set[str]) -> list[Case]:
    """Return the cases of a page; a line weighs what it does to the page's score."""
    signs = page.body_signs + 200
    return [
        Case(tuple(name for name in found if name in common), label, min(1.5, (3 + len(line.prose)) * 25 / signs))
        for line, rule, label, found in zip(page.lines, page.rules, page.labels, features, strict=True)
        if not rule
    ]


def _bare(page: Page) -> Page:
    """Return the page as a good scrape gives it: its body and nothing else. No page of the web is so, but files are."""
    body = [index for index, label in enumerate(page.labels) if label]
    lines, rules = [page.lines[index] for index in body], [page.rules[index] for index in body]
    return replace(page, lines=lines, rules=rules, labels=[1] * len(body))


def _page(row: Mapping[str, str]) -> Page:
    lines = segments(row["raw_text"], 1)
    labels = [int(digit) for digit in row.get("keep", "")]
    if len(labels) != len(lines):
        labels = _labels(lines, row["gold_body"])
    title = _plain(row["gold_title"] or "")
    fold = int(blake2b(row["id"].encode(), digest_size=4).hexdigest(), 16) % _FOLDS
    return Page(
        fold, row["domain"], len(row["gold_body"]), title, lines, [rule_of(line.prose) for line in lines], labels
    )


def _labels(lines: Sequence[Segment], body: str) -> list[int]:
    """Return 1 for each line of which more than half of the words stand in a shingle of the body."""
    known = set(_shingles(re.findall(r"\w+", body)))
    words = [(word, index) for index, line in enumerate(lines) for word in re.findall(r"\w+", line.text)]
    covered: set[int] = set()
    for start, shingle in enumerate(_shingles([word for word, _ in words])):
        if shingle in known:
            covered.update(range(start, start + _SHINGLE))
    total, inside = [0] * len(lines), [0] * len(lines)
    for position, (_, index) in enumerate(words):
        total[index] += 1
        inside[index] += position in covered
    return [int(many * 2 > count) for many, count in zip(inside, total, strict=True)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


if __name__ == "__main__":
    main()
