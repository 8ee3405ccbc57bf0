"""`digest new`: begin a digest."""

from pathlib import Path

import click

from digest.publish.new import new_project


@click.command(
    epilog="""
Examples:

\b
  digest new my-digest && cd my-digest && digest build
  digest -C news new harbour-watch
"""
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, directory: Path) -> None:
    """Begin a digest in the new folder DIR, with two fictional articles, ready to build."""
    folder, quiet = context.obj
    files = new_project(folder / directory)
    if not quiet:
        click.echo(f"{len(files)} files in {directory}. Next: cd {directory} && digest build", err=True)
