"""`digest theme`: the templates and the style of the pages."""

import click

from digest.commands import completion
from digest.commands.examples import examples
from digest.commands.scope import Scope, scope, show
from digest.errors import UsageError
from digest.publish.eject import eject, eject_all, listed


@click.group(
    epilog="""
Examples:

\b
  digest theme list
  digest theme eject thread.html
  digest theme eject assets/style.css
"""
)
def command() -> None:
    """List the shipped templates, or copy some into templates/, to change them there."""


@command.command(name="list", epilog=examples("digest theme list"))
@click.pass_context
def names(context: click.Context) -> None:
    """List the shipped templates, and which of them the digest replaces."""
    here = scope(context)
    folder = here.project.shown(here.project.templates)
    show(
        f"{name}  (replaced by {folder}/{name})" if own else name
        for name, own in listed(here.project.templates).items()
    )


@command.command(
    name="eject", epilog=examples("digest theme eject thread.html assets/style.css", "digest theme eject --all")
)
@click.argument("names", metavar="NAME...", nargs=-1, shell_complete=completion.templates)
@click.option("--all", "everything", is_flag=True, help="Copy all that is not there yet.")
@click.pass_context
def copy(context: click.Context, names: tuple[str, ...], everything: bool) -> None:
    """Copy shipped templates into templates/, where they replace the shipped ones. No file is written over."""
    here = scope(context)
    if everything == bool(names):
        raise UsageError("Name the templates to copy, or say --all. `digest theme list` names them all.")
    if not everything:
        _say(here, [here.project.shown(path) for path in eject(names, here.project.templates)])
        return
    copies, there = eject_all(here.project.templates)
    _say(here, [here.project.shown(path) for path in copies])
    for name in there:
        here.say(f"{here.project.shown(here.project.templates / name)} is there already, and stays as it is.")


def _say(here: Scope, paths: list[str]) -> None:
    for path in paths:
        here.say(f"{path} is written. It replaces the shipped one.")
