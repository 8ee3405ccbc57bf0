"""`digest build`: make the site."""

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from digest.commands.options import Options
from digest.commands.outcome import Outcome
from digest.commands.voice import Voice, located
from digest.errors import Level, UsageError
from digest.standing import remember, seal, standing
from digest.tools.leftovers import sweep_halves, sweep_stage

_FOLDER = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    epilog="""
Examples:

\b
  digest build
  digest build --strict --base-url https://example.org/news/
  digest -C my-digest build --out /tmp/preview
"""
)
@click.option("--out", "output", metavar="DIR", type=_FOLDER, help="Write the site here. [default: site/]")
@click.option("--content", metavar="DIR", type=_FOLDER, help="Read the articles from here. [default: content/]")
@click.option("--base-url", metavar="URL", help="Where the site will be published, instead of digest.yaml's base_url.")
@click.option(
    "--now", metavar="DAY", help="The day of the edition. [default: SOURCE_DATE_EPOCH, else the newest article's]"
)
@click.option("--strict", is_flag=True, help="Fail, after building, where an article was set aside or is undated.")
@click.option("--frozen", is_flag=True, help="Fail, and write nothing, where content/threads.lock would change.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next build.")
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(1), help="Work in so many processes. [default: cores]")
@click.option("--scheduler", metavar="URL", help="Work on the cluster of a Dask scheduler, as tcp://host:8786.")
@click.option("--timings", is_flag=True, help="Print what each stage took.")
@click.option("--profile", metavar="FILE", type=_FILE, help="Write a profile of the build, for Python's pstats.")
@click.pass_context
def command(context: click.Context, /, **given: Any) -> int:
    """Read, clean, thread, date, dedupe, summarise, render, write.

    A bad article is named and set aside, and the rest is built. A fault of digest.yaml or of a template fails the
    build, and the old site stays.
    """
    options, voice = Options(**given), Voice(context.obj[1])
    project, day = located(context, options.content, options.output), edition_day(options.now)
    with voice.turn(project):
        sweep_stage(project.output)
        before = seal(project, (options.base_url, day))
        stands = None if options.asks_for_work else standing(project, before)
        if stands is None:
            sweep_halves(project.content, time.time())
        outcome = Outcome(stands) if stands else _anew(context, day, options)
        if stands is None and not options.no_cache:
            remember(project, before, outcome.standing)
    voice.report(outcome.standing.faults)
    voice.say(outcome.told(project.shown(project.output)))
    return int(options.strict and any(fault.level is Level.FAULT for fault in outcome.standing.faults))


def _anew(context: click.Context, day: date | None, options: Options) -> Outcome:
    from digest.commands.anew import build_anew  # noqa: PLC0415 - a site that stands needs none of it

    return build_anew(context, day, options)


def edition_day(now: str | None) -> date | None:
    """Return the day that --now or SOURCE_DATE_EPOCH names; None where neither is given."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if now is not None:
            return datetime.fromisoformat(now).date()  # a time is cut off: programs pass it on
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    except (ValueError, OverflowError, OSError):
        name, said, form = "--now", now, "a day as 2026-11-20"
        if now is None:
            name, said, form = "SOURCE_DATE_EPOCH", epoch, "seconds since 1970"
        raise UsageError(f'{name} is "{said}". Write {form}.') from None
