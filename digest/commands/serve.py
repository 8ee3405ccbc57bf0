"""`digest serve`: preview."""

import click

from digest.build import build
from digest.commands.build import summary
from digest.commands.scope import Scope, scope
from digest.errors import DigestError, UsageError, faults_of
from digest.publish.serve import serve


@click.command(
    epilog="""
Examples:

\b
  digest serve
  digest serve --port 8080
"""
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The next free one is taken."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.pass_context
def command(context: click.Context, port: int, host: str) -> None:
    """Build, show the site on this machine, and rebuild and reload on every change, until Ctrl-C.

    A fault is shown over the page until it is mended; the last good site stays.
    """
    here = scope(context)
    project = here.project
    watched = (project.content, project.templates, project.static, project.root / "digest.yaml")
    serve(
        project.output,
        watched,
        lambda: rebuild(context, here),
        port=port,
        host=host,
        mount=here.config.site.root,
        announce=lambda line: click.echo(line, err=True),
    )


def rebuild(context: click.Context, here: Scope) -> str | None:
    """Build anew, with digest.yaml as it stands now; return what failed, as lines, or None."""
    try:
        now = scope(context)
        built = build(now.project, now.config)
        here.report(built.faults)
        here.say(summary(built, now))
    except UsageError as error:
        lines = [str(error)]
    except (DigestError, ExceptionGroup) as error:
        lines = [str(fault) for fault in faults_of(error)]
    else:
        return None
    for line in lines:
        click.echo(line, err=True)
    return "\n".join(lines)
