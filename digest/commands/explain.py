"""`digest explain`: why the machine did what it did."""

import shutil

import click

from digest.build import compose
from digest.commands.scope import scope, show
from digest.publish.explain import explain

_NARROW, _USUAL, _WIDE = 80, 100, 120  # columns; wider lines are hard to read


@click.command(
    epilog="""
Examples:

\b
  digest explain content/articles/fire.txt
  digest explain a-7f3c91d2e4
  digest explain six-boats-burnt-in-port-amber
"""
)
@click.argument("name", metavar="FILE|ARTICLE|THREAD")
@click.pass_context
def command(context: click.Context, name: str) -> None:
    """Tell what was cut from an article and why, or what a thread is made of and which sentences were folded."""
    here = scope(context)
    manuscript = compose(here.project, here.config)
    width = min(max(_NARROW, shutil.get_terminal_size((_USUAL, 24)).columns), _WIDE)
    show(explain(name, manuscript, here.project, here.config.clean, width))
