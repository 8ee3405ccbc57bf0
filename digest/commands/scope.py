"""What every command on a project needs: its files, its settings, and a voice for messages."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from digest.commands.workers import cores
from digest.config import Config, Project, open_project, read_config
from digest.errors import Fault, Level
from digest.tools.cache import Cache
from digest.tools.means import Means
from digest.tools.pool import Processes
from digest.tools.progress import SILENT, Progress
from digest.tools.turns import in_turn

_ALIKE = 10  # pieces of advice by one rule that are printed
_WIDTH = 24  # signs of a bar that is full


@dataclass(frozen=True, slots=True)
class Voice:
    """How much a command says."""

    quiet: bool

    def say(self, line: str) -> None:
        """Print a line of progress to stderr, unless the curator wants quiet."""
        if not self.quiet:
            click.echo(line, err=True)

    def report(self, faults: Iterable[Fault]) -> None:
        """Print what should be mended to stderr; with -q, faults only and no advice.

        Of advice that many articles get alike, the first few are printed: a faulty one shall be seen among them.
        """
        alike: Counter[str] = Counter()
        for fault in sorted(set(faults)):
            alike[fault.rule] += fault.level is Level.ADVICE
            if fault.level is Level.FAULT or (not self.quiet and alike[fault.rule] <= _ALIKE):
                click.echo(str(fault), err=True)
        more = sum(count - _ALIKE for count in alike.values() if count > _ALIKE)
        if more and not self.quiet:
            click.echo(f"... and {more} more like these; `digest check` lists them all.", err=True)

    def step(self, stage: str) -> None:
        """Show the stage that long work is in; "" shows none."""
        self.progress().step(stage)

    @contextmanager
    def turn(self, project: Project) -> Iterator[None]:
        """Wait until no other command builds the project, and let none begin until this one has done."""
        wait = partial(self.say, "another build of this digest is running; this one waits for it")
        with in_turn(project.cache.parent / "lock", wait):
            yield

    def progress(self) -> Progress:
        """Return who is told how far a build is: whoever watches a terminal."""
        watched = not self.quiet and sys.stderr.isatty() and "NO_COLOR" not in os.environ
        return Bar() if watched else SILENT


class Bar(Progress):
    """Shows on a terminal the stage that a build is in, and how much of it is done."""

    def __init__(self) -> None:
        self._stage = ""

    def step(self, stage: str) -> None:
        """Show the name of a stage; "" shows none."""
        self._stage = stage
        self._show(f"{stage} ..." if stage else "")

    def advance(self, done: int, whole: int) -> None:
        """Show how much of the stage is done."""
        full = _WIDTH * done // max(1, whole)
        self._show(f"{self._stage:<8} {'█' * full}{'░' * (_WIDTH - full)} {done} of {whole}")

    def _show(self, line: str) -> None:
        click.echo(f"\r\x1b[2K{line}", err=True, nl=False)


@dataclass(frozen=True, slots=True)
class Scope(Voice):
    """A project that a command works on, and how much it says."""

    project: Project
    config: Config

    @property
    def means(self) -> Means:
        """Return what a build of the project is done with."""
        return Means(Cache(self.project.cache), pool=Processes(cores()), progress=self.progress())


def located(context: click.Context, content: Path | None = None, output: Path | None = None) -> Project:
    """Return the command's project, of which nothing is read yet. Raises UsageError without one."""
    return open_project(context.obj[0], *[path.resolve() if path else None for path in (content, output)])


def scope(
    context: click.Context, content: Path | None = None, output: Path | None = None, base_url: str | None = None
) -> Scope:
    """Return the scope of the command's project. Raises UsageError without one, DigestError for a bad digest.yaml."""
    project = located(context, content, output)
    return Scope(context.obj[1], project, read_config(project, base_url))


def show(lines: Iterable[str]) -> None:
    """Print results to stdout, until whoever reads them has seen enough (`digest list articles | head`)."""
    try:
        for line in lines:
            click.echo(line)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
