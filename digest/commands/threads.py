"""`digest threads`: what came since the lock was written, and what the machine would propose."""

import click

from digest.build import compose
from digest.commands.scope import scope, show
from digest.publish.proposals import proposal_rows, proposal_table, proposals
from digest.threads.lock import read_lock


@click.command(
    epilog="""
Examples:

\b
  digest threads
  digest threads --json | jq 'select(.kind == "merge") | .command'
"""
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line; their keys are a contract.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Show new threads, what joined others, and which merges and splits the machine proposes, with reasons.

    "New" is what content/threads.lock does not know yet. Nothing is written but the cache.
    """
    here = scope(context)
    manuscript = compose(here.project, here.config, here.means)
    here.report(manuscript.faults)
    lock = read_lock(here.project.lock, here.project.shown(here.project.lock))
    here.step("propose")
    found = proposals(manuscript, lock, here.config.threads)
    here.step("")
    show(proposal_rows(found, manuscript) if as_json else proposal_table(found, manuscript))
    if not found:
        here.say("nothing came since the last build, and nothing is proposed")
