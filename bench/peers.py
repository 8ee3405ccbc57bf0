"""Measure digest beside other static site generators, on the same invented articles, in one run.

    python bench/peers.py [--sizes 1000 10000] [--runs 3] [--peers hugo pelican] [--digest COMMAND] [--work FOLDER]

Makes the articles and the projects, installs the peers below the working folder, and runs all of them by turns (A B C,
A B C, ...), so that whatever else the machine does falls on each alike. Prints tables of Markdown for
docs/performance.md, which tells how to read them. A peer that cannot be installed, or fails, is named.
"""

import argparse
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from costs import RunError, run
from entrants import Entrant, add_options, entrants, folder_of
from peerlist import DIGESTS, PEERS
from rounds import Runs, rounds
from tables import grown, machine, measured, started


def main() -> None:
    given = _arguments()
    with folder_of(given.work) as work:
        field = list(entrants([*DIGESTS, *(peer for peer in PEERS if peer.project in given.peers)], given, work))
        _show([f"{machine()} Medians; runs: {given.runs}.", _versions(field)])
        costs = {}
        for size in sorted(set(given.sizes)):
            costs[size] = rounds(field, size, given.runs, work / "projects")
            for measure, runs in costs[size].items():
                _show(measured(f"{measure}, {size:,} articles", runs))
        if len(costs) > 1:
            _show(grown({size: measures["cold"] for size, measures in costs.items()}))
        _show(started(_starts(field, given.runs, work)))


def _arguments() -> argparse.Namespace:
    projects = [peer.project for peer in PEERS]
    parser = argparse.ArgumentParser(description="Measure digest beside other static site generators.")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000], help="how many articles")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured")
    parser.add_argument(
        "--peers", nargs="*", choices=projects, default=projects, help="beside whom; none: digest alone"
    )
    add_options(parser)
    return parser.parse_args()


def _versions(field: Sequence[Entrant]) -> str:
    return "; ".join(entrant.version() for entrant in _programs(field)) + "."


def _programs(field: Sequence[Entrant]) -> list[Entrant]:
    """Return the entrants, those that are one program once."""
    return list({entrant.program: entrant for entrant in reversed(field)}.values())[::-1]


def _starts(field: Sequence[Entrant], runs: int, work: Path) -> Runs:
    """Return what it costs to ask each program its version."""
    costs: Runs = {entrant.name: [] for entrant in _programs(field)}
    for _ in range(runs):
        for entrant in _programs(field):
            with suppress(RunError):  # it was named when it failed to build
                costs[entrant.name].append(run([*entrant.program, *entrant.peer.version], work, work / "projects"))
    return costs


def _show(lines: Iterable[str]) -> None:
    print(*lines, "", sep="\n", flush=True)


if __name__ == "__main__":
    main()
