"""`digest deploy`: publish on GitHub Pages."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import click

from digest import __version__
from digest.commands.build import edition_day
from digest.commands.examples import examples
from digest.commands.scope import scope
from digest.errors import UsageError
from digest.publish.check import Days, inspect, judged
from digest.publish.checkformat import lines, summary
from digest.publish.deploy import Target, check_fresh, push_branch
from digest.publish.strays import told_strays
from digest.publish.workflow import BY_HAND, write_workflow


@click.group(
    epilog="""
Examples:

\b
  digest deploy github
  digest build && digest deploy branch --dry-run
  digest build && digest deploy branch
"""
)
def command() -> None:
    """Publish the digest on GitHub Pages: by a workflow that builds it there, or by a branch that holds the site."""


@command.command(epilog=examples("digest deploy github", "digest deploy github --force"))
@click.option("--force", is_flag=True, help="Write it anew where it was edited.")
@click.pass_context
def github(context: click.Context, force: bool) -> None:
    """Write the workflow that builds and publishes the digest at every push."""
    here = scope(context)
    if not (here.project.root / ".git").exists():
        place = "GitHub reads workflows at the top of a git repository only, which this folder is not"
        raise UsageError(f"{place}. Run `git init` here, or give the digest a repository of its own.")
    path = write_workflow(here.project.root, version=__version__, force=force)
    here.say(f"{here.project.shown(path)} is written. {BY_HAND}")


@command.command(
    epilog=examples("digest build && digest deploy branch --dry-run", "digest deploy branch --cname news.example.org")
)
@click.option("--remote", default="origin", show_default=True, help="The git remote to push to.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option("--cname", help="The site's own domain. [default: base_url's, else the one that the branch has]")
@click.option("--base-url", metavar="URL", help="As for the build, where it was given there.")
@click.option("--now", metavar="DAY", help="As for the build, where it was given there.")
@click.option("--dry-run", is_flag=True, help="Say what would be pushed, and push nothing.")
@click.pass_context
def branch(
    context: click.Context,
    remote: str,
    branch: str,
    cname: str | None,
    base_url: str | None,
    now: str | None,
    dry_run: bool,
) -> int:
    """Push the built site to a branch. Run `digest build` first.

    A site that a build would not make now, or that has an error by `digest check`, is refused.
    """
    here = scope(context, base_url=base_url)
    found = inspect(here.project, here.config, Days.of(edition_day(now), datetime.now(UTC)), here.means)
    errors = [each for each in judged(found.faults, found.stops, here.config.check) if each.level == "error"]
    if errors:
        for line in lines(errors, "text"):
            click.echo(line, err=True)
        click.echo(f"Nothing was pushed: {summary(errors)}.", err=True)
        return 1
    site = here.config.site
    check_fresh(found.files or (), here.project.output, here.project.shown(here.project.output))
    target = Target(here.project.root, remote, branch, site.base_url)
    message = f"Publish {urlsplit(site.base_url).netloc or 'the digest'}"
    here.say(push_branch(here.project.output, target, message, cname, dry_run=dry_run))
    if line := told_strays(here.project.output, here.project.shown(here.project.output)):
        here.say(line)
    return 0
