"""A build that does its work. Imported where the site does not stand already, which takes less time to see."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from digest.build import build
from digest.commands.options import Options
from digest.commands.outcome import Outcome, outcome
from digest.commands.scope import scope
from digest.commands.workers import workers
from digest.tools.cache import NO_CACHE
from digest.tools.garbage import modules_left_out
from digest.tools.means import Means
from digest.tools.memo import ONCE
from digest.tools.progress import Timings, table


def build_anew(context: click.Context, day: date | None, options: Options) -> Outcome:
    """Build with the means that are asked for, and return what came of it."""
    here = scope(context, options.content, options.output, options.base_url)
    timings = Timings(here.progress())
    with modules_left_out(), workers(options.jobs, options.scheduler) as pool, profiled(options.profile):
        cache = NO_CACHE if options.no_cache else here.means.cache
        built = build(here.project, here.config, day, Means(cache, ONCE, pool, timings), frozen=options.frozen)
    if options.timings:
        for line in table(timings.stages):
            click.echo(line, err=True)
    return outcome(built)


@contextmanager
def profiled(path: Path | None) -> Iterator[None]:
    """Profile what is done, and write it to a file, if one is named."""
    if path is None:
        yield
        return
    from cProfile import Profile  # noqa: PLC0415 - for who asks for it

    with Profile() as profile:
        yield
    profile.dump_stats(path)
