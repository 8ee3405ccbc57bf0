"""Measure how long it takes from saving an article until the preview shows it, beside Hugo's server.

    python bench/serving.py [--articles 1000] [--saves 20] [--peers hugo] [--digest COMMAND] [--work FOLDER]

Both servers run at once, on 127.0.0.1, and an article is saved by turns in the project of each: a new title, written
aside and put in the file's place at once. The page is asked for every two milliseconds, on one connection. The CPU of a
save is taken from further saves, while nobody asks for pages.
"""

import argparse
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median

from costs import RunError
from entrants import Entrant, add_options, entrants, folder_of, say
from invented import article
from peerlist import DIGESTS, PEERS, lay_out
from previews import HOST, Preview, running
from tables import machine, row

_POLL = 0.002  # seconds
_LIMIT = 60  # seconds, for one save
_TITLE = re.compile(r'^title: ".*"$', re.MULTILINE)

Figures = dict[str, list[float]]  # of each server, by name


def main() -> None:
    given = _arguments()
    chosen = [DIGESTS[0], *(peer for peer in PEERS if peer.project in given.peers)]
    with folder_of(given.work) as work, ExitStack() as stack:
        field = list(entrants(chosen, given, work))
        stack.callback(shutil.rmtree, work / "served")  # after the servers, which end first
        previews = [stack.enter_context(running(each, _project(each, given.articles, work))) for each in field]
        print(machine(), f"{given.articles:,} articles, saves: {given.saves}.")
        print("; ".join(each.version() for each in field) + ".\n", flush=True)
        walls = _by_turns(previews, given, _until_served)
        cpus = _by_turns(previews, given, _cpu)
    print(*_table(walls, cpus), sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the time from saving an article to its page being served.")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--saves", type=int, default=20, help="how many are timed")
    parser.add_argument(
        "--peers", nargs="*", choices=["hugo"], default=["hugo"], help="beside whom; none: digest alone"
    )
    add_options(parser)
    return parser.parse_args()


def _project(entrant: Entrant, count: int, work: Path) -> Path:
    folder = work / "served" / entrant.peer.project
    shutil.rmtree(folder, ignore_errors=True)
    lay_out(entrant.peer, count, folder)
    return folder


def _by_turns(
    previews: Sequence[Preview], given: argparse.Namespace, measure: Callable[[Preview, int, str], float]
) -> Figures:
    """Return what was measured at each save; the first is not counted: servers set up then what they keep."""
    found: Figures = {preview.entrant.name: [] for preview in previews}
    for number in range(given.saves + 1):
        for preview in previews:
            name = preview.entrant.name
            say(f"save {number} of {given.saves}: {name}")
            found[name].append(measure(preview, given.articles // 2, f"Saved {number} for {measure.__name__}"))
            preview.rest()
    return {name: figures[1:] for name, figures in found.items()}


def _until_served(preview: Preview, number: int, title: str) -> float:
    """Return the seconds from saving the article with this number until its page has the new title."""
    connection = HTTPConnection(HOST, preview.port, timeout=_LIMIT)
    page = preview.entrant.peer.page.format(slug=article(number).slug, thread=article(number).thread)
    begin = time.perf_counter()
    _save(preview, number, title)
    while title.encode() not in _asked(connection, page):
        if time.perf_counter() - begin > _LIMIT:
            raise RunError(f"{preview.entrant.name} did not serve the change of {page} within {_LIMIT} seconds")
        time.sleep(_POLL)
    connection.close()
    return time.perf_counter() - begin


def _cpu(preview: Preview, number: int, title: str) -> float:
    """Return the seconds of CPU that the server uses for a save, until it is at rest."""
    before = preview.cpu()
    _save(preview, number, title)
    preview.rest()
    return preview.cpu() - before


def _save(preview: Preview, number: int, title: str) -> None:
    path = preview.folder / preview.entrant.peer.articles / f"{article(number).slug}.md"
    aside = preview.folder / "saved.tmp"
    aside.write_text(_TITLE.sub(f'title: "{title}"', path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    aside.replace(path)


def _asked(connection: HTTPConnection, page: str) -> bytes:
    """Return what the server answers; nothing where it closed the connection, which the next request opens anew."""
    try:
        connection.request("GET", page)
        return connection.getresponse().read()
    except (HTTPException, OSError):
        connection.close()
        return b""


def _table(walls: Mapping[str, Sequence[float]], cpus: Mapping[str, Sequence[float]]) -> Iterator[str]:
    yield row(["from saving to new bytes served", "median ms", "from-to", "CPU ms a save"])
    yield row(["---", "---:", "---:", "---:"])
    for name, seconds in walls.items():
        span = f"{1000 * min(seconds):.0f}-{1000 * max(seconds):.0f}"
        mean = sum(cpus[name]) / len(cpus[name])  # the system counts in hundredths, too coarse for a median
        yield row([name, f"{1000 * median(seconds):.0f}", span, f"{1000 * mean:.0f}"])


if __name__ == "__main__":
    try:
        main()
    except RunError as error:
        sys.exit(str(error))
