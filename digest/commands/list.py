"""`digest list`: articles, threads or sources."""

import click

from digest.commands.scope import Scope, scope, show
from digest.desk import Desk, gather
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
    listed = _composed(here) if what == "threads" else gather(here.project, here.config, here.means)
    here.report(listed.faults)
    show(rows(what, listed) if as_json else table(what, listed))


def _composed(here: Scope) -> Desk:
    """Return the stories too, which take longer than articles, to import and to make."""
    from digest.build import compose  # noqa: PLC0415

    return compose(here.project, here.config, here.means)
