"""`digest list`: articles, threads or sources."""

import click

from digest.build import compose, gather
from digest.commands.scope import scope, show
from digest.publish.listing import rows, table


@click.command(
    epilog="""
Examples:

\b
  digest list articles
  digest list threads --json | jq .slug
"""
)
@click.argument("what", type=click.Choice(["articles", "threads", "sources"]))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line; their keys are a contract.")
@click.pass_context
def command(context: click.Context, what: str, as_json: bool) -> None:
    """List the articles, threads or sources of the digest. Nothing is written but the cache."""
    here = scope(context)
    # Stories take longer than articles, and only threads need them.
    stage = compose if what == "threads" else gather
    listed = stage(here.project, here.config, here.step)
    here.report(listed.faults)
    show(rows(what, listed) if as_json else table(what, listed))
