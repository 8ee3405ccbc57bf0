"""Where a command works and how much it says: all that a build needs where the site stands already."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from digest.errors import Fault, Level
from digest.project import Project, open_project
from digest.tools.turns import in_turn

_ALIKE = 10  # pieces of advice by one rule that are printed


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

    @contextmanager
    def turn(self, project: Project) -> Iterator[None]:
        """Wait until no other command builds the project, and let none begin until this one has done."""
        wait = partial(self.say, "another build of this digest is running; this one waits for it")
        with in_turn(project.cache.parent / "lock", wait):
            yield


def located(context: click.Context, content: Path | None = None, output: Path | None = None) -> Project:
    """Return the command's project, of which nothing is read yet. Raises UsageError without one."""
    return open_project(context.obj[0], *[path.resolve() if path else None for path in (content, output)])
