"""What every command on a project needs: its files, its settings, and a voice for messages."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from digest.config import Config, Project, open_project, read_config
from digest.errors import Fault, Level


@dataclass(frozen=True, slots=True)
class Scope:
    """A project that a command works on, and how much it says."""

    project: Project
    config: Config
    quiet: bool

    def say(self, line: str) -> None:
        """Print a line of progress to stderr, unless the curator wants quiet."""
        if not self.quiet:
            click.echo(line, err=True)

    def report(self, faults: Iterable[Fault]) -> None:
        """Print what should be mended to stderr; with -q, faults only and no advice."""
        for fault in sorted(set(faults)):
            if fault.level is Level.FAULT or not self.quiet:
                click.echo(str(fault), err=True)

    def step(self, stage: str) -> None:
        """Show the stage that a build is in, where somebody watches a terminal; "" shows none."""
        if not self.quiet and sys.stderr.isatty() and "NO_COLOR" not in os.environ:
            click.echo(f"\r\x1b[2K{stage} ..." if stage else "\r\x1b[2K", err=True, nl=False)


def scope(
    context: click.Context, content: Path | None = None, output: Path | None = None, base_url: str | None = None
) -> Scope:
    """Return the scope of the command's project. Raises UsageError without one, DigestError for a bad digest.yaml."""
    folder, quiet = context.obj
    resolved = [path.resolve() if path else None for path in (content, output)]
    project = open_project(folder, *resolved)
    return Scope(project, read_config(project, base_url), quiet)


def show(lines: Iterable[str]) -> None:
    """Print results to stdout, until whoever reads them has seen enough (`digest list articles | head`)."""
    try:
        for line in lines:
            click.echo(line)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
