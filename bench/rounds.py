"""The rounds of a comparison: in each, every generator in turn builds cold, then unchanged, then after an edit."""

import shutil
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

from articles import suffix
from costs import Cost, RunError
from entrants import Entrant, say
from peerlist import lay_out

Runs = dict[str, list[Cost]]  # of each entrant, by name


def rounds(field: Sequence[Entrant], size: int, runs: int, work: Path) -> dict[str, Runs]:
    """Return what each measure cost each entrant, run by run; one that fails is named, and does no more."""
    folders = {entrant: work / str(number) for number, entrant in enumerate(field)}
    shutil.rmtree(work, ignore_errors=True)
    costs: dict[str, Runs] = {measure: {entrant.name: [] for entrant in field} for measure in _MEASURES}
    for entrant, folder in folders.items():
        say(f"{size:,} articles: making the project of {entrant.name}")
        lay_out(entrant.peer, size, folder)
    for number, measure, entrant in product(range(runs), _MEASURES, field):
        if entrant not in folders:
            continue
        say(f"{size:,} articles: run {number + 1} of {runs}: {measure}: {entrant.name}")
        _MEASURES[measure](entrant, folders[entrant], number)
        try:
            costs[measure][entrant.name].append(_built(entrant, folders[entrant], size, measure))
        except RunError as error:
            print(f"{entrant.name} failed with {size:,} articles, {measure}: {error}\n", flush=True)
            del folders[entrant]
    shutil.rmtree(work)
    return costs


def _built(entrant: Entrant, folder: Path, size: int, measure: str) -> Cost:
    """Return the cost; a peer that left articles out, for their dates or the like, did less than its figures say."""
    cost = entrant.build(folder)
    if measure == "cold" and entrant.peer.project != "digest" and cost.files < size:
        raise RunError(f"it wrote {cost.files:,} files only")
    return cost


def _forget(entrant: Entrant, folder: Path, number: int) -> None:  # noqa: ARG001 - a measure like the others
    """Remove all that an earlier build left."""
    for name in (entrant.peer.output, *entrant.peer.kept):
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _leave(entrant: Entrant, folder: Path, number: int) -> None:
    """Change nothing."""


def _edit(entrant: Entrant, folder: Path, number: int) -> None:
    """Add a paragraph amid the article in the middle, another one in each run."""
    paths = sorted((folder / entrant.peer.articles).glob(f"article-*{suffix(entrant.peer.flavour)}"))
    path = paths[len(paths) // 2]
    lines = path.read_text(encoding="utf-8").split("\n")
    sentence = f"The harbour of Alma was closed again, for time number {number + 1}."
    lines[len(lines) // 2 : len(lines) // 2] = ["", sentence, ""]
    path.write_text("\n".join(lines), encoding="utf-8")


_MEASURES: dict[str, Callable[[Entrant, Path, int], None]] = {
    "cold": _forget,
    "nothing changed": _leave,
    "one article changed": _edit,
}
