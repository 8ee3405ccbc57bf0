"""`digest deploy`: publish on GitHub Pages."""

from urllib.parse import urlsplit

import click

from digest import __version__
from digest.commands.scope import scope
from digest.errors import UsageError
from digest.publish.deploy import BY_HAND, push_branch, write_workflow


@click.group(
    epilog="""
Examples:

\b
  digest deploy github
  digest build && digest deploy branch
"""
)
def command() -> None:
    """Publish the digest on GitHub Pages: by a workflow that builds it there, or by a branch that holds the site."""


@command.command()
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


@command.command()
@click.option("--remote", default="origin", show_default=True, help="The git remote to push to.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option("--cname", help="The site's own domain. [default: none]")
@click.pass_context
def branch(context: click.Context, remote: str, branch: str, cname: str | None) -> None:
    """Push the built site to a branch. Run `digest build` first."""
    here = scope(context)
    address = urlsplit(here.config.site.base_url).netloc or "the digest"
    line = push_branch(
        here.project.output, here.project.root, remote=remote, branch=branch, message=f"Publish {address}", cname=cname
    )
    here.say(line)
