"""The `digest` command: its arguments, its messages, its exit status.

Each command's module is imported when it is called, so that `digest --version` and `--help` cost next to nothing.
Results go to stdout and everything else to stderr. Exit status: 0 done, 1 a file is at fault, 2 wrong usage, 130
interrupted, 143 and 129 ended by SIGTERM and SIGHUP.
"""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import FrameType

import click
from click.shell_completion import CompletionItem

from digest import __version__
from digest.errors import DigestError, UsageError, faults_of, lack_of_memory, printable
from digest.tools.garbage import look_seldom

# The order is that of a curator's day. Each module has the command as an attribute called `command`.
COMMANDS = {
    "new": "Begin a digest in a new folder, ready to build.",
    "add": "Put articles in: files, feeds, web addresses, lists of them.",
    "build": "Read, clean, thread, date, dedupe, summarise, render, write.",
    "serve": "Build, show on this machine, rebuild and reload on every change.",
    "check": "Tell what to mend in articles, words of yours and the site.",
    "list": "List the articles, threads or sources, also as JSON.",
    "threads": "Show what joined which thread, and what the machine proposes.",
    "thread": "Merge, split, rename, pin or hide threads; move articles.",
    "explain": "Tell what was cut, why articles are together, what was folded.",
    "theme": "List the templates; copy one into the digest to change it.",
    "deploy": "Publish on GitHub Pages.",
}
_NO_MEMORY = (
    "digest: there is not enough memory for this. Close other programs, build with `-j 1`, or look for a file that is "
    "far too large; the site stands as it was."
)
_NO_LIBRARY = (  # of which the system says the same for either reason
    "digest: {}. There is not enough memory for it, or its disk is mounted so that nothing on it may run; the site "
    "stands as it was."
)
EXAMPLES = """
Examples:

\b
  digest new my-digest && cd my-digest
  digest build
  digest serve
  digest explain content/articles/fire.txt
  digest deploy github
"""


class Commands(click.Group):
    """A group that imports a command only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of a curator's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"digest.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; an unknown name is answered with the likeliest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            # Comparing words costs an import that no other call needs.
            from difflib import get_close_matches  # noqa: PLC0415

            close = get_close_matches(args[0], list(COMMANDS), n=1)
            hint = f' Did you mean "{close[0]}"?' if close else ""
            raise click.UsageError(f"{error.message}{hint}", ctx) from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, and else the options, without importing a command."""
        named = [CompletionItem(name, help=about) for name, about in COMMANDS.items() if name.startswith(incomplete)]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="digest", message="%(prog)s %(version)s")
@click.option(
    "-C",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The digest's folder. [default: this one]",
)
@click.option("-q", "--quiet", is_flag=True, help="Print results and errors only.")
@click.pass_context
def digest(context: click.Context, folder: Path, quiet: bool) -> None:
    """Build a static timeline site from raw news articles, offline."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder. Name the folder of a digest after -C.")
    context.obj = (folder.resolve(), quiet)


def main(arguments: list[str] | None = None) -> None:
    """Run the command, and leave with its exit status."""
    look_seldom()
    for stream in (sys.stdout, sys.stderr):
        # What a program reads of us is UTF-8 in every locale; a terminal that cannot show a sign shows another.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        with _ended_in_order():
            return _with_faults(arguments)
    except (KeyboardInterrupt, click.Abort, _Ended) as error:
        click.echo("interrupted", err=True)
        return 128 + (error.number if isinstance(error, _Ended) else signal.SIGINT)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except UsageError as error:
        click.echo(str(error), err=True)
        return 2
    except OSError as error:
        # A full disk or a missing right, somewhere that no stage expects it; a bug of ours is never one of these.
        what = f"{error.strerror or error}. Look at what stands there, and whether you may read and write it."
        click.echo(printable(f"{error.filename or 'digest'}:1: {what}"), err=True)
        return 1


class _Ended(BaseException):
    """The system asks us to end; what is half done is put away on the way out, as after Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Raise _Ended for SIGTERM and SIGHUP meanwhile; one that nohup, or a caller, has seen to is left to them."""
    ours = os.getpid()
    taken: list[signal.Signals] = []

    def end(number: int, _: FrameType | None) -> None:
        if os.getpid() != ours:  # a worker was forked with this in it, and has nothing to put away
            os._exit(128 + number)
        for each in taken:  # the second one would break off what the first one began
            signal.signal(each, signal.SIG_IGN)
        raise _Ended(number)

    try:
        for each in (getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)):
            if signal.getsignal(each) is signal.SIG_DFL:
                signal.signal(each, end)
                taken.append(each)
    except ValueError:  # not in the main thread, where alone Python takes signals
        pass
    try:
        yield
    finally:
        for each in taken:
            signal.signal(each, signal.SIG_DFL)


def _with_faults(arguments: list[str] | None) -> int:
    """Run the command; every fault that stopped it is printed, a line each."""
    try:
        status = digest.main(arguments, prog_name="digest", standalone_mode=False) or 0
    except (DigestError, ExceptionGroup) as error:
        for fault in faults_of(error):
            click.echo(str(fault), err=True)
        return 1
    except (MemoryError, ImportError, OSError) as error:
        cause = lack_of_memory(error)
        if cause is None:
            raise
        click.echo(_NO_LIBRARY.format(cause) if isinstance(cause, ImportError) else _NO_MEMORY, err=True)
        return 1
    return int(status)
