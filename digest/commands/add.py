"""`digest add`: put articles into the digest."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

import click

from digest.articles.feeds import MAX_FEED
from digest.articles.given import as_date
from digest.commands import completion
from digest.commands.scope import Scope, scope
from digest.errors import DigestError, UsageError, printable
from digest.intake.add import World, add
from digest.intake.create import create
from digest.intake.front import Word
from digest.intake.known import survey
from digest.intake.links import address
from digest.intake.outcomes import Added, Outcome, Page, Refusal, There
from digest.intake.settings import FetchSettings
from digest.intake.sources import bounded
from digest.intake.store import Desk
from digest.tools.text import one_line
from digest.tools.yamlfile import Node

_MEGABYTE = 1_000_000
_WIDTH = 100  # signs of a stage that is shown, so that it stays one line of a terminal
_COMPARED = 2_500  # files beside a missing one that are compared with it: so it takes a second
_HOST = re.compile(r"www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}/", re.IGNORECASE)  # what an address in a browser begins with
_SOURCES = "Name a file, a folder, an address that begins with https://, or -."
_MOST = FetchSettings().size // _MEGABYTE


@click.command(
    epilog="""
Examples:

\b
  digest add https://post.example/fire.html
  digest add scrapes/ --source harbour-post
  digest add https://post.example/feed.xml subscriptions.opml --tag alma
  digest add links.txt pocket.csv bookmarks.html --dry-run
  pbpaste | digest add - --link https://post.example/fire.html --date 2031-03-07
"""
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, shell_complete=completion.files)
@click.option(
    "--source", metavar="NAME", shell_complete=completion.outlets, help="The outlet: a key of sources.yaml, or a name."
)
@click.option(
    "--thread", metavar="SLUG", shell_complete=completion.threads, help="The thread that the articles belong to."
)
@click.option("--date", "day", metavar="DAY", help="The day of publication, as 2026-11-20.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="A tag; say it again for more.")
@click.option("--link", metavar="URL", help="Where readers are sent, of one article from a file or from -.")
@click.option("--title", metavar="TITLE", help="The headline, of one article from a file or from -.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@click.option("--allow-private", is_flag=True, help="Fetch addresses of this machine and its own network too.")
@click.option("--max-size", metavar="MB", type=click.FloatRange(0, min_open=True), default=_MOST, show_default=True,
              help="Refuse pages and feeds that are larger.")  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    source: str | None,
    thread: str | None,
    day: str | None,
    tags: tuple[str, ...],
    link: str | None,
    title: str | None,
    dry_run: bool,
    allow_private: bool,
    max_size: float,
) -> int:
    """Put articles into content/articles/: what is new in each SOURCE, a file each.

    SOURCE is a file, a folder, a feed, a web address, a list of addresses (a text, CSV, OPML, or bookmarks as a browser
    or Pocket exports them), or - for the standard input. What you say by options is written above each article as front
    matter, where it says nothing else. Nothing is added twice, and no file is written over.
    """
    here = scope(context)
    _check(sources, link, title)
    word = Word(
        title=one_line(title or "") or None, link=address(link or ""),
        source=one_line(source or "") or None, date=_day(day),
        tags=tuple(one_line(tag) for tag in tags if tag.strip()), thread=one_line(thread or "") or None,
    )  # fmt: skip
    known = survey(here.project, here.config, here.step)
    desk = Desk(
        here.project.articles, known, word, here.project.shown, _unwritten if dry_run else create, _stepping(here)
    )
    settings = FetchSettings(size=int(max_size * _MEGABYTE), allow_private=allow_private)
    return _report(here, add(sources, desk, World(_fetching(settings), _standard_input)), dry_run=dry_run)


def _check(sources: Sequence[str], link: str | None, title: str | None) -> None:
    """Raise UsageError where a source is not there, or where one article's word is said of several."""
    files = [source for source in sources if source != "-" and "://" not in source]
    missing = [source for source in files if not Path(source).exists()]
    if missing:
        names = ", ".join(f'"{printable(source)}"' for source in missing)
        raise UsageError(f"There is no file {names}. {_meant(missing) or _SOURCES}")
    if (link or title) and not _is_one(sources):
        raise UsageError("--link and --title are said of one article. Name one file, or - for the standard input.")
    if link and not address(link):
        raise UsageError(f'--link is "{printable(link)}". Write a link that begins with https://.')


def _meant(missing: Sequence[str]) -> str:
    """Return a question that names the file or the address that is likely meant by the one that is missing, or ""."""
    if len(missing) > 1:
        return ""
    meant = _beside(Path(missing[0])) or (f"https://{missing[0]}" if _HOST.match(missing[0]) else "")
    return printable(f'Did you mean "{meant}"?') if meant else ""


def _beside(path: Path) -> Path | None:
    """Return the path of the file or folder beside `path` whose name is most like its own, if one is."""
    # Comparing words costs an import that no other call needs.
    from difflib import get_close_matches  # noqa: PLC0415

    try:
        there = sorted(each.name for each in islice(path.parent.iterdir(), _COMPARED))
    except OSError:
        return None
    close = get_close_matches(path.name[:_WIDTH], there, n=1)
    return path.parent / close[0] if close else None


def _is_one(sources: Sequence[str]) -> bool:
    source = sources[0]
    return len(sources) == 1 and (source == "-" or ("://" not in source and not Path(source).is_dir()))


def _day(text: str | None) -> str | None:
    try:
        return as_date(Node(text, "", 1, text), "--date") if text else None
    except DigestError as error:
        raise UsageError(f"{error.fault.what}. {error.fault.mend}.") from None


def _fetching(settings: FetchSettings) -> Callable[[str], Page]:
    """Return a function that fetches a page; what it needs takes 100 ms to import, which files do not pay."""
    fetchers: list[Callable[[str], Page]] = []

    def fetch(link: str) -> Page:
        if not fetchers:
            from digest.intake.fetch import Fetcher  # noqa: PLC0415

            fetchers.append(Fetcher(settings).fetch)
        return fetchers[0](link)

    return fetch


def _standard_input() -> bytes:
    return bounded(sys.stdin.buffer.read(MAX_FEED + 1))


def _unwritten(path: Path, content: bytes) -> None:
    """Write nothing."""


def _stepping(here: Scope) -> Callable[[str], object]:
    return lambda stage: here.step(printable(stage)[:_WIDTH])


def _report(here: Scope, outcomes: Iterable[Outcome], *, dry_run: bool) -> int:
    """Tell of each outcome as it comes, and then how many there were; return the exit status."""
    counts = dict.fromkeys((Added, There, Refusal), 0)
    for outcome in outcomes:
        counts[type(outcome)] += 1
        here.step("")
        if isinstance(outcome, Refusal):
            click.echo(str(outcome), err=True)
        else:
            here.say(_line(here, outcome, dry_run=dry_run))
    here.step("")
    added = "would be added" if dry_run else "added"
    here.say(f"{counts[Added]} {added}, {counts[There]} there already, {counts[Refusal]} refused")
    return int(counts[Refusal] > 0)


def _line(here: Scope, outcome: Added | There, *, dry_run: bool) -> str:
    if isinstance(outcome, There):
        return printable(f"{outcome.place} is there already: {outcome.path}")
    verb = "would be added" if dry_run else "is added"
    return printable(f"{here.project.shown(outcome.path)} {verb}: {outcome.place}")
