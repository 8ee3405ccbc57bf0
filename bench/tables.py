"""Costs as tables of Markdown: medians of several runs, and ratios to other generators."""

import math
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from statistics import median

from costs import Cost

AGAINST = ("Hugo", "Pelican")


def measured(heading: str, costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """Yield a table: a line for each generator, with the medians of its runs."""
    against = [name for name in AGAINST if costs.get(name)]
    yield row([heading, "CPU s", "from-to", "wall s", "peak MB", "files written", *(f"× {name}" for name in against)])
    yield row(["---", *["---:"] * (5 + len(against))])
    for name, runs in costs.items():
        if runs:
            cells = [f"{cpu(runs):.2f}", _span(runs), f"{median(run.wall for run in runs):.2f}"]
            cells += [f"{median(run.peak for run in runs):,.0f}", f"{median(run.files for run in runs):,.0f}"]
            yield row([name, *cells, *(f"{cpu(runs) / cpu(costs[each]):.2f}" for each in against)])


def grown(costs: Mapping[int, Mapping[str, Sequence[Cost]]]) -> Iterator[str]:
    """Yield a table of how the costs of cold builds grow from the fewest articles to the most."""
    few, many = min(costs), max(costs)
    yield row([f"from {few:,} to {many:,} articles", "CPU ×", "growth exponent", "peak ×"])
    yield row(["---", "---:", "---:", "---:"])
    for name in costs[few]:
        if (less := costs[few][name]) and (more := costs[many].get(name)):
            ratio = cpu(more) / cpu(less)
            peak = median(run.peak for run in more) / median(run.peak for run in less)
            yield row([name, f"{ratio:.1f}", f"{math.log(ratio, many / few):.2f}", f"{peak:.1f}"])


def started(costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """Yield a table of what it costs to ask each program its version."""
    yield row(["asked its version", "CPU ms", "wall ms", "peak MB"])
    yield row(["---", "---:", "---:", "---:"])
    for name, runs in costs.items():
        if runs:
            wall, peak = median(run.wall for run in runs), median(run.peak for run in runs)
            yield row([name, f"{1000 * cpu(runs):.0f}", f"{1000 * wall:.0f}", f"{peak:.0f}"])


def cpu(runs: Sequence[Cost]) -> float:
    """Return the median of the CPU seconds."""
    return median(run.cpu for run in runs)


def machine() -> str:
    """Return the day and what kind of machine this is, in plain words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kind = f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB of memory, {platform.system()}"
    return f"{datetime.now().astimezone().date()}: {kind}, Python {platform.python_version()}."


def row(cells: Sequence[str]) -> str:
    """Return a line of a table."""
    return f"| {' | '.join(cells)} |"


def _span(runs: Sequence[Cost]) -> str:
    return f"{min(run.cpu for run in runs):.2f}-{max(run.cpu for run in runs):.2f}"
