"""Learn the weights of digest/threads/pair_model.json: how likely two articles are about the same event.

    OMP_NUM_THREADS=1 python bench/train_pairs.py OUT.json FILE.jsonl.xz...

Each FILE has one JSON object a line: "title", "text", "date", "lang" and "thread", the event that the article is about.
Every file counts the same, however long it is. Needs torch, which the program itself does not. Takes two minutes.
"""

import json
import lzma
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
import yaml

from digest.config import read_config
from digest.desk import gather
from digest.model import Article
from digest.project import open_project
from digest.threads.corpus import corpus
from digest.threads.pairs import FEATURES, candidates, features

HIDDEN, STEPS, BATCH, RATE, DECAY, DROPOUT, OUTLYING = 64, 2500, 2048, 1e-2, 0.1, 0.2, 5.0
MASKED = 0.1  # share of the pairs
WEIGHTS = {"galaxy-wikinews_big": 0.5, "galaxy-handpicked": 0.3}  # of small files, which would be learnt by heart
WINDOW = 3650
SMALL = 25  # articles of a small digest, about


def labelled(path: Path) -> list[tuple[Article, str]]:
    """Return the articles of a file, clean, in the order in which the program would see them, with their threads."""
    with lzma.open(path, "rt", encoding="utf8") as file:
        rows = [json.loads(line) for line in file]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content/articles").mkdir(parents=True)
        (root / "digest.yaml").write_text("title: T\nbase_url: https://example.org/\n")
        for number, row in enumerate(rows):
            front = yaml.safe_dump({key: row[key] for key in ("title", "date", "source", "lang") if row.get(key)})
            text = f"---\n{front}---\n{row['text'] or row['title']}\n"
            (root / f"content/articles/{number:05d}.md").write_text(text, "utf8")
        project = open_project(root)
        articles = gather(project, read_config(project)).articles
    articles = sorted(articles, key=lambda each: (each.published or date.max, each.id))
    return [(each, rows[int(Path(each.path).stem)]["thread"]) for each in articles]


def examples(some: list[tuple[Article, str]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of the candidate pairs of a digest with these articles, and which are of one event."""
    found = corpus([article for article, _ in some])
    left, right = candidates(found, range(len(some)), WINDOW)
    same = np.array([some[one][1] == some[other][1] for one, other in zip(left, right, strict=True)])
    return features(found, left, right), same.astype(np.float32)


def shortened(some: list[tuple[Article, str]]) -> list[tuple[Article, str]]:
    """Return the articles as hurried curators keep them: one to six sentences, and some without a title."""
    return [(_shortened(each, crc32(each.id.encode())), label) for each, label in some]


def _shortened(article: Article, number: int) -> Article:
    return replace(untitled(article) if number % 3 == 0 else article, sentences=article.sentences[: 1 + number % 6])


def untitled(article: Article) -> Article:
    return replace(article, origins=replace(article.origins, title="derived"))


def copied(some: list[tuple[Article, str]]) -> list[tuple[Article, str]]:
    """Return the articles, and every fifth again: as another outlet took it over a day or so later, under no title."""
    copies = [
        (untitled(replace(each, id=f"{each.id}-copy", published=each.published + timedelta(number % 3))), label)
        for number, (each, label) in enumerate(some[::5])
        if each.published
    ]
    return sorted(some + copies, key=lambda pair: (pair[0].published or date.max, pair[0].id))


def small(some: list[tuple[Article, str]]) -> list[list[tuple[Article, str]]]:
    """Return the articles as many small digests, each with all of the articles of some threads."""
    digests = defaultdict(list)
    for article, label in some:
        digests[crc32(label.encode()) % max(1, len(some) // SMALL)].append((article, label))
    return list(digests.values())


def variants(some: list[tuple[Article, str]]) -> list[tuple[float, np.ndarray, np.ndarray]]:
    """Return the examples of a file, and of small digests, copies and shortened articles, with their weights."""
    bare = [(untitled(article), label) for article, label in some]
    digests = [
        (1.0, [some]),
        (0.1, small(some)),
        (0.1, [copied(some)]),
        (0.1, small(shortened(copied(some)))),
        (0.1, [bare]),
        (0.1, small(bare)),
    ]
    found = [(weight, [examples(each) for each in many]) for weight, many in digests]
    return [
        (weight, np.concatenate([x for x, _ in many]), np.concatenate([y for _, y in many])) for weight, many in found
    ]


def train(x: torch.Tensor, y: torch.Tensor, weights: np.ndarray, masks: list[dict[int, float]]) -> torch.nn.Sequential:
    """Return the network; each of the masks is put over a tenth of the pairs that it is shown."""
    torch.manual_seed(0)
    random, heaped = np.random.default_rng(0), np.cumsum(weights)
    net = torch.nn.Sequential(
        torch.nn.Linear(x.shape[1], HIDDEN), torch.nn.ReLU(), torch.nn.Dropout(DROPOUT), torch.nn.Linear(HIDDEN, 1)
    )
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS)
    for _ in range(STEPS):
        some = np.minimum(np.searchsorted(heaped, random.random(BATCH) * heaped[-1]), len(x) - 1)
        batch = x[some].clone()
        for mask in masks:
            masked = torch.tensor(random.random(BATCH) < MASKED)
            batch[masked.nonzero(), list(mask)] = torch.tensor(list(mask.values()), dtype=torch.float32)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(net(batch).squeeze(1), y[some])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return net.eval()


def scaled_values(values: dict[str, float], means: np.ndarray, spreads: np.ndarray) -> dict[int, float]:
    columns = {FEATURES.index(name): value for name, value in values.items()}
    return {at: float(np.clip((value - means[at]) / spreads[at], -OUTLYING, OUTLYING)) for at, value in columns.items()}


def main() -> None:
    out, *paths = map(Path, sys.argv[1:])
    found = [
        (weight * WEIGHTS.get(path.name.split(".")[0], 1.0) / len(same), features_, same)
        for path in paths
        for weight, features_, same in variants(labelled(path))
    ]
    x = np.concatenate([features_ for _, features_, _ in found])
    y = np.concatenate([same for _, _, same in found])
    weights = np.concatenate([np.full(len(same), weight) for weight, _, same in found])
    means, spreads = x.mean(0), np.where(x.std(0) > 1e-6, x.std(0), 1.0)
    scaled = np.clip((x - means) / spreads, -OUTLYING, OUTLYING)
    as_undated = {"days apart": 0.0, "undated": 1.0}
    as_nameless = {name: 0.0 for name in FEATURES if name.endswith(" names")}  # as in scripts without capitals
    masks = [scaled_values(values, means, spreads) for values in (as_undated, as_nameless)]
    net = train(torch.tensor(scaled, dtype=torch.float32), torch.tensor(y), weights, masks)
    first, last = net[0], net[3]

    def numbers(values) -> list:
        return np.round(np.asarray(values, dtype=float), 5).tolist()

    model = {
        "features": list(FEATURES), "means": numbers(means), "spreads": numbers(spreads),
        "hidden": numbers(first.weight.detach().T), "hidden_bias": numbers(first.bias.detach()),
        "last": numbers(last.weight.detach()[0]), "last_bias": float(np.round(last.bias.item(), 5)),
    }  # fmt: skip
    out.write_text(json.dumps(model, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
