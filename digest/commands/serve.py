"""`digest serve`: preview."""

import threading
import time
import webbrowser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from pathlib import Path

import click

from digest.build import Built, build
from digest.commands.outcome import outcome
from digest.commands.scope import Scope, scope
from digest.errors import DigestError, Fault, UsageError, faults_of, printable
from digest.project import open_project
from digest.publish.badge import Board, Pinned
from digest.publish.curate import curate
from digest.publish.editing import Decide, Editor
from digest.publish.extras import Extras
from digest.publish.serve import serve
from digest.tools.cache import Cache
from digest.tools.leftovers import sweep_halves, sweep_stage
from digest.tools.memo import Memo
from digest.tools.pool import ALONE

_NAMED = 5  # files that a line names; of more it says how many


@click.command(
    epilog="""
Examples:

\b
  digest serve
  digest serve --port 8080 --open
  digest serve --edit
"""
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The next free one is taken."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--open", "in_browser", is_flag=True, help="Open the site in your browser.")
@click.option("--no-live", is_flag=True, help="Put no script into the pages: they do not reload, and show no fault.")
@click.option("--edit", is_flag=True, help="Pin, hide, rename, merge and split threads from their pages.")
@click.pass_context
def command(context: click.Context, port: int, host: str, in_browser: bool, no_live: bool, edit: bool) -> None:
    """Build, show the site on this machine, and rebuild and reload on every change, until Ctrl-C.

    A fault is shown over the page until it is mended; the last good site stays.
    """
    if edit:
        _check_edit(host, live=not no_live)
    project = open_project(context.obj[0])  # its digest.yaml may have faults, which are shown over the page
    desk = Desk(context)
    board = None if no_live else desk.board
    extras = Extras(not no_live, lambda: desk.mount, board, Editor(desk.curate, desk.board) if edit else None)
    watched = (project.content, project.templates, project.static, project.root / "digest.yaml")
    announce = _opened if in_browser else _told
    serve(project.output, watched, desk.rebuild, port=port, host=host, extras=extras, announce=announce)


@dataclass(slots=True)
class Desk:
    """The curator's desk while a preview runs: how it builds, and what the latest good build left."""

    context: click.Context
    board: Board = field(default_factory=Board)
    mount: str = "/"
    memo: Memo = field(default_factory=Memo)
    cache: Cache | None = None  # the same for all builds: what was built by one is asked of it as long as it stays
    named: frozenset[Fault] = frozenset()  # faults that the latest build had too are not told again

    def rebuild(self, changed: Sequence[Path]) -> str | None:
        """Build anew, with digest.yaml as it stands now; return what failed, as lines, or None."""
        try:
            self._build(changed)
        except UsageError as error:
            lines = [str(error)]
        except (DigestError, ExceptionGroup) as error:
            lines = [str(fault) for fault in faults_of(error)]
        except OSError as error:
            # A file that went away while it was read, as in a checkout: the watch has seen it, and we build again.
            what = f"{error.strerror or error}. Look at what stands there, and whether you may read and write it."
            lines = [printable(f"{error.filename or 'digest'}:1: {what}")]
        else:
            return None
        for line in lines:
            click.echo(line, err=True)
        return "\n".join(lines)

    def curate(self, decide: Decide) -> list[str]:
        """Carry out an edit as `digest thread` does; return what was written, which the terminal is told too."""
        here = scope(self.context)
        said = curate(here.project, here.config, decide)
        for line in said:
            here.say(line)
        return said

    def _build(self, changed: Sequence[Path]) -> None:
        began = time.perf_counter()
        project = open_project(self.context.obj[0])
        if changed and not self.context.obj[1]:
            click.echo(f"changed: {few(map(project.shown, changed))}", err=True)
        here = scope(self.context)
        with here.turn(here.project):
            if not changed:  # the first time
                sweep_stage(project.output)
                sweep_halves(project.content, time.time())
            self.cache = self.cache or here.means.cache
            means = replace(here.means, cache=self.cache, memo=self.memo, pool=ALONE, at_once=False)
            built = build(here.project, here.config, means=means)
        here.report(set(built.faults) - self.named)
        self.named = frozenset(built.faults)
        self.mount = here.config.site.root
        self.board.pin(Pinned(here.project, here.config, built))
        for line in told(built, here, time.perf_counter() - began):
            here.say(line)


def told(built: Built, here: Scope, seconds: float) -> Iterator[str]:
    """Yield the lines that tell which files a build wrote and removed, and how long it took."""
    if built.written.changed:
        yield f"written: {few(built.written.changed)}"
    if built.written.removed:
        yield f"removed: {few(built.written.removed)}"
    yield f"{outcome(built).told(here.project.shown(here.project.output))}, in {seconds:.2f} s"


def few(names: Iterable[str]) -> str:
    """Return the first few names, and how many more there are.

    >>> few(["a.md", "b.md"]), few("abcdefg")
    ('a.md, b.md', 'a, b, c, d, e and 2 more')
    """
    all_of_them = [*map(printable, names)]
    more = len(all_of_them) - _NAMED
    return ", ".join(all_of_them[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _check_edit(host: str, *, live: bool) -> None:
    """Refuse to take edits from elsewhere than this machine, or without the scripts that ask for them."""
    if not _of_this_machine(host):
        raise UsageError(f"--edit writes your files, so it is for this machine only. Leave out --host {host}.")
    if not live:
        raise UsageError("--edit puts a script into the pages, and --no-live puts none. Leave one of them out.")


def _of_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _told(url: str) -> None:
    click.echo(url, err=True)


def _opened(url: str) -> None:
    """Tell the address, and open it; some browsers hold up whoever starts them until they are closed."""
    _told(url)
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
