"""`digest explain`: why the machine did what it did."""

import shutil

import click

from digest.commands import completion
from digest.commands.scope import scope, show

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
@click.argument("name", metavar="FILE|ARTICLE|THREAD", shell_complete=completion.threads_and_articles)
@click.pass_context
def command(context: click.Context, name: str) -> None:
    """Tell what was cut from an article and why, or what a thread is made of and which sentences were folded."""
    # Completion needs none of these, and they take as long to import as all else.
    from digest.build import compose  # noqa: PLC0415
    from digest.publish.explain import explain  # noqa: PLC0415

    here = scope(context)
    manuscript = compose(here.project, here.config)
    width = min(max(_NARROW, shutil.get_terminal_size((_USUAL, 24)).columns), _WIDE)
    show(explain(name, manuscript, here.project, here.config.clean, width))
