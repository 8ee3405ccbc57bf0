"""`digest build`: make the site."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from digest.build import Built, build
from digest.commands.scope import Scope, scope
from digest.errors import Level, UsageError
from digest.tools.text import counted

_FOLDER = click.Path(path_type=Path)


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
@click.pass_context
def command(
    context: click.Context,
    output: Path | None,
    content: Path | None,
    base_url: str | None,
    now: str | None,
    strict: bool,
    frozen: bool,
) -> int:
    """Read, clean, thread, date, dedupe, summarise, render, write.

    A bad article is named and set aside, and the rest is built. A fault of digest.yaml or of a template fails the
    build, and the old site stays.
    """
    here = scope(context, content, output, base_url)
    built = build(here.project, here.config, edition_day(now), here.step, frozen=frozen)
    here.report(built.faults)
    here.say(summary(built, here))
    return int(strict and any(fault.level is Level.FAULT for fault in built.faults))


def summary(built: Built, here: Scope) -> str:
    """Return the line that tells what was built."""
    threads = [story.thread for story in built.manuscript.stories]
    articles = sum(len(thread.articles) for thread in threads)
    written, folder = built.written, here.project.shown(here.project.output)
    return (
        f"{counted(articles, 'article')} in {counted(len(threads), 'thread')}, "
        f"{counted(built.pages, 'page')} in {folder}: {counted(len(written.changed), 'file')} written, "
        f"{len(written.removed)} removed, {written.unchanged} unchanged"
    )


def edition_day(now: str | None) -> date | None:
    """Return the day that --now or SOURCE_DATE_EPOCH names; None where neither is given."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if now:
            return datetime.fromisoformat(now).date()
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    except (ValueError, OverflowError, OSError):
        name = "--now" if now else "SOURCE_DATE_EPOCH"
        form = "a day as 2026-11-20" if now else "seconds since 1970"
        raise UsageError(f'{name} is "{now or epoch}". Write {form}.') from None
