"""Learn the weights of the line model from scrapes of which the body is known. Needs PyTorch, which nothing else does.

    python bench/train_lines.py DEVELOPMENT.jsonl.xz WEIGHTS.json [--hold-out 0..2]

A row has `id`, `domain`, `variant` (the way of scraping), `raw_text`, `gold_body` and, if its lines were labelled,
`keep`: a digit for each line that is not blank. With --hold-out a third of the outlets is left out, and
scored. The same data give the same weights on one machine; about three minutes.
"""

import argparse
import json
import random
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from scrapes import Scrape, bare, fold_of, macro_f1, read_scrapes
from torch import nn

from digest.articles.scrape.linemodel import placed, read_model
from digest.articles.scrape.lines import line_features

_LEAST_SHARE = 0.16  # of the outlets; a feature, or a word, that fewer show is theirs, not the trade's
_WIDTH = 32  # of a line's state
_DISTANCES = (1, 2, 4, 8, 16)
_PASSES = 6
_BATCH = 4  # scrapes
_RATE = 4e-3  # at its highest; it rises and falls once (Smith and Topin 2018)
_DECAY = 0.1
_BLIND = 0.5  # of a line's features are hidden, each time anew: outlets differ in just these
_DROPOUT = 0.4
_ALONE = 0.3  # of the times, a scrape is shown as if no other of its site were there
_BARE = 5  # one scrape in so many is shown without its boilerplate too
_THRESHOLD = 0.35  # best on outlets held out: what is missing hurts more than what is too much
_LARGEST = 127


@dataclass(frozen=True, slots=True)
class Case:
    """A scrape as the network sees it: the numbers of its lines' features, one after the other."""

    features: torch.Tensor
    line: torch.Tensor  # to which each feature belongs
    is_repeat: torch.Tensor  # whether it tells of other pages
    labels: torch.Tensor
    weights: torch.Tensor


class Lines(nn.Module):
    """The network of digest/articles/scrape/network.py, so that it can learn."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.embedding = nn.EmbeddingBag(features, _WIDTH, mode="sum")
        nn.init.normal_(self.embedding.weight, std=0.05)
        self.bias = nn.Parameter(torch.zeros(_WIDTH))
        self.layers = nn.ModuleList(
            nn.Conv1d(_WIDTH, _WIDTH, 3, dilation=distance, padding=distance) for distance in _DISTANCES
        )
        self.last = nn.Linear(_WIDTH, 1)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, features: torch.Tensor, line: torch.Tensor, lines: int) -> torch.Tensor:
        """Return a logit for each line."""
        starts = torch.searchsorted(line, torch.arange(lines))
        state = torch.relu(self.dropout(self.embedding(features, starts)) + self.bias)
        for layer in self.layers:
            state = state + torch.relu(layer(self.dropout(state).t()[None])[0].t())
        return self.last(self.dropout(state))[:, 0]


def main() -> None:
    """Read the development scrapes, learn, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("development", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--hold-out", type=int, choices=(0, 1, 2))
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)  # more only get in each other's way on matrices as small as these
    scrapes = read_scrapes(options.development)
    known = [scrape for scrape in scrapes if fold_of(scrape.domain) != options.hold_out]
    names = common_features(known)
    network = learn(known, {name: number for number, name in enumerate(names)})
    options.weights.write_text(json.dumps(stored(network, names), ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(len(known), "scrapes;", len(names), "features")
    if options.hold_out is not None:
        held_out = [scrape for scrape in scrapes if fold_of(scrape.domain) == options.hold_out]
        print(*macro_f1(held_out, read_model(options.weights.read_text("utf-8"))), sep="\n")


def common_features(scrapes: Iterable[Scrape]) -> list[str]:
    """Return the names of the features that enough outlets show, in order."""
    domains: dict[str, set[str]] = defaultdict(set)
    outlets = set()
    for scrape in scrapes:
        outlets.add(scrape.domain)
        for name in {name for names in features_of(scrape) for name in names}:
            domains[name].add(scrape.domain)
    return sorted(name for name, seen in domains.items() if len(seen) >= _LEAST_SHARE * len(outlets))


def features_of(scrape: Scrape) -> list[list[str]]:
    """Return the names of the features of each line."""
    there = placed(scrape.lines, scrape.rules, scrape.repeats)
    return [[*line_features(line.prose, line.marks), *names] for line, names in zip(scrape.lines, there, strict=True)]


def learn(scrapes: Sequence[Scrape], numbers: Mapping[str, int]) -> Lines:
    """Return a network that has seen all scrapes some times."""
    shown = [*scrapes, *(clean for scrape in scrapes[::_BARE] if (clean := bare(scrape)).lines)]
    cases = [_case(scrape, numbers) for scrape in shown]
    network, chance = Lines(len(numbers)), random.Random(1)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _PASSES * -(-len(cases) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps + 1)
    for _ in range(_PASSES):
        chance.shuffle(cases)
        for start in range(0, len(cases), _BATCH):
            optimizer.zero_grad()
            sum(_loss(network, case, chance) for case in cases[start : start + _BATCH]).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


def _case(scrape: Scrape, numbers: Mapping[str, int]) -> Case:
    """Return a scrape in numbers; a line weighs what it does to the score, and nothing where a rule cuts it."""
    known = [[name for name in names if name in numbers] for names in features_of(scrape)]
    weights = [
        0.0 if rule else min(1.5, (3 + len(line.prose)) * 25 / (len(scrape.body) + 200))
        for line, rule in zip(scrape.lines, scrape.rules, strict=True)
    ]
    return Case(
        torch.tensor([numbers[name] for names in known for name in names]),
        torch.tensor([line for line, names in enumerate(known) for _ in names]),
        torch.tensor([name.startswith("repeats=") for names in known for name in names]),
        torch.tensor(scrape.labels, dtype=torch.float32),
        torch.tensor(weights),
    )


def _loss(network: Lines, case: Case, chance: random.Random) -> torch.Tensor:
    shown = torch.rand(len(case.features)) > _BLIND
    if chance.random() < _ALONE:
        shown &= ~case.is_repeat
    logits = network(case.features[shown], case.line[shown], len(case.labels))
    losses = nn.functional.binary_cross_entropy_with_logits(logits, case.labels, reduction="none")
    return (losses * case.weights).sum() / 25


def stored(network: Lines, names: Sequence[str]) -> Mapping[str, object]:
    """Return what digest/articles/scrape/network.py reads."""
    convolutions = {}
    for number, layer in enumerate(network.layers):
        convolutions[f"weights{number}"] = _packed(layer.weight.permute(2, 1, 0).reshape(3 * _WIDTH, _WIDTH))
        convolutions[f"bias{number}"] = _packed(layer.bias)
    return {
        "threshold": _THRESHOLD, "distances": _DISTANCES, "features": names,
        "embedding": _packed(network.embedding.weight), "bias": _packed(network.bias), **convolutions,
        "last": _packed(network.last.weight[0]), "last_bias": round(network.last.bias.item(), 4),
    }  # fmt: skip


def _packed(matrix: torch.Tensor) -> Mapping[str, object]:
    """Return a matrix as whole numbers of eight bits, base64, and what one of them is worth."""
    scale = float(matrix.detach().abs().max()) / _LARGEST or 1.0
    whole = (matrix.detach() / scale).round().to(torch.int8)
    return {"shape": list(matrix.shape), "scale": scale, "int8": b64encode(whole.numpy().tobytes()).decode()}


if __name__ == "__main__":
    main()
