"""Labelled scrapes, as the line model learns from them, and how well the cleaner does on some."""

import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from digest.articles.scrape.bodies import exact_rules, verdicts
from digest.articles.scrape.linekeys import key_of
from digest.articles.scrape.linemodel import LineModel, scores
from digest.articles.scrape.repetitions import repetitions
from digest.articles.scrape.segments import Segment, segments

_FOLDS = 3
_SHINGLE = 4  # words
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Scrape:
    """A scrape, its lines, and which of them are body."""

    domain: str
    variant: str
    text: str
    body: str
    lines: Sequence[Segment]
    rules: Sequence[str | None]
    repeats: Sequence[int]
    labels: Sequence[int]


def read_scrapes(path: Path) -> list[Scrape]:
    """Return the rows of a file of scrapes; each way of scraping is a batch, within which lines may recur."""
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        scrapes = [_scrape(json.loads(row)) for row in rows]
    batches: dict[str, list[int]] = defaultdict(list)
    for number, scrape in enumerate(scrapes):
        batches[scrape.variant].append(number)
    for batch in batches.values():
        for number, found in zip(batch, _repeats([scrapes[number] for number in batch]), strict=True):
            scrapes[number] = replace(scrapes[number], repeats=found)
    return scrapes


def fold_of(domain: str) -> int:
    """Return the third of the outlets to which one belongs."""
    return int(blake2b(domain.encode(), digest_size=4).hexdigest(), 16) % _FOLDS


def bare(scrape: Scrape) -> Scrape:
    """Return the scrape as a good one is: its body and nothing else. No page of the web is so, but files are."""
    body = [index for index, label in enumerate(scrape.labels) if label]
    lines, rules = [scrape.lines[index] for index in body], [scrape.rules[index] for index in body]
    return replace(scrape, lines=lines, rules=rules, repeats=[0] * len(body), labels=[1] * len(body))


def macro_f1(scrapes: Iterable[Scrape], model: LineModel) -> Iterator[str]:
    """Yield the F1 of the body's shingles for each way of scraping, and their mean."""
    cases: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for scrape in scrapes:
        found = scores(scrape.lines, scrape.rules, scrape.repeats, model)
        kept = verdicts(scrape.lines, scrape.rules, found, model.threshold)
        body = "\n".join(line.text for line, verdict in zip(scrape.lines, kept, strict=True) if verdict is None)
        cases[scrape.variant].append(_precision_and_recall(body, scrape.body))
    figures = {variant: _f1(pairs) for variant, pairs in sorted(cases.items())}
    yield from (f"{variant:12s} {figure:.4f}" for variant, figure in figures.items())
    yield f"{'mean':12s} {sum(figures.values()) / len(figures):.4f}"


def _f1(pairs: Sequence[tuple[float, float]]) -> float:
    precision, recall = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    return 2 * precision * recall / (precision + recall)


def _precision_and_recall(found: str, body: str) -> tuple[float, float]:
    ours, theirs = Counter(_shingles(_WORD.findall(found))), Counter(_shingles(_WORD.findall(body)))
    both = sum((ours & theirs).values())
    return both / max(1, sum(ours.values())), both / max(1, sum(theirs.values()))


def _scrape(row: Mapping[str, str]) -> Scrape:
    lines = segments(row["raw_text"], 1)
    labels = [int(digit) for digit in row.get("keep", "")]
    if len(labels) != len(lines):
        labels = _labels(lines, row["gold_body"])
    rules = exact_rules(lines)
    return Scrape(
        row["domain"], row["variant"], row["raw_text"], row["gold_body"], lines, rules, [0] * len(lines), labels
    )


def _labels(lines: Sequence[Segment], body: str) -> list[int]:
    """Return 1 for each line of which more than half of the words stand in a shingle of the body."""
    known = set(_shingles(_WORD.findall(body)))
    words = [(word, index) for index, line in enumerate(lines) for word in _WORD.findall(line.text)]
    covered: set[int] = set()
    for start, shingle in enumerate(_shingles([word for word, _ in words])):
        if shingle in known:
            covered.update(range(start, start + _SHINGLE))
    total, inside = [0] * len(lines), [0] * len(lines)
    for position, (_, index) in enumerate(words):
        total[index] += 1
        inside[index] += position in covered
    return [int(many * 2 > count) for many, count in zip(inside, total, strict=True)]


def _repeats(batch: Sequence[Scrape]) -> list[list[int]]:
    found = repetitions({str(number): scrape.text for number, scrape in enumerate(batch)})
    return [
        [found.get(str(number), {}).get(key_of(line.prose), 0) for line in scrape.lines]
        for number, scrape in enumerate(batch)
    ]


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
