"""What every command on a project needs: its files, its settings, and a voice for messages."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from digest.commands.voice import Voice, located
from digest.commands.workers import cores
from digest.config import Config, read_config
from digest.project import Project
from digest.tools.cache import Cache
from digest.tools.means import Means
from digest.tools.pool import Processes
from digest.tools.progress import SILENT, Progress

_WIDTH = 24  # signs of a bar that is full


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

    def step(self, stage: str) -> None:
        """Show the stage that long work is in; "" shows none."""
        self.progress().step(stage)

    def progress(self) -> Progress:
        """Return who is told how far a build is: whoever watches a terminal."""
        watched = not self.quiet and _is_watched() and "NO_COLOR" not in os.environ
        return Bar() if watched else SILENT


def _is_watched() -> bool:
    """Return whether somebody sees what goes to stderr; Python has none where it was closed."""
    return sys.stderr is not None and sys.stderr.isatty()


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
