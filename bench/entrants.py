"""Who is measured: digest, and the peers that could be installed; with the options that say how."""

import argparse
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from costs import Cost, run
from peerlist import MissingError, Peer, installed

_OURS = shlex.join([sys.executable, "-m", "digest"])


@dataclass(frozen=True, slots=True)
class Entrant:
    """A generator, and the command that starts it."""

    peer: Peer
    program: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the name of the generator."""
        return self.peer.name

    def build(self, folder: Path) -> Cost:
        """Return what it costs to build the project in a folder."""
        return run([*self.program, *self.peer.build], folder, folder / self.peer.output)

    def version(self) -> str:
        """Return the name and the version."""
        said = subprocess.run([*self.program, *self.peer.version], capture_output=True, text=True, check=False).stdout
        found = re.search(r"\d+(\.\d+)+", said)
        return f"{self.name} {found[0] if found else '(version unknown)'}"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that all measurements have."""
    parser.add_argument("--digest", metavar="COMMAND", default=_OURS, help=f"how digest is started [{_OURS}]")
    parser.add_argument("--venv", metavar="FOLDER", type=Path, help="where peers are, or are to be installed")
    parser.add_argument("--work", metavar="FOLDER", type=Path, help="keep what is installed here, for the next time")


@contextmanager
def folder_of(work: Path | None) -> Iterator[Path]:
    """Yield the working folder: the one that is named, else one that is removed at the end."""
    if work:
        work.mkdir(parents=True, exist_ok=True)
        yield work.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        yield Path(name)


def entrants(peers: Sequence[Peer], given: argparse.Namespace, work: Path) -> Iterator[Entrant]:
    """Yield each that can be run, installed where it has to be; a peer that cannot be is named."""
    for peer in peers:
        if peer.project == "digest":
            yield Entrant(peer, _ours(given.digest))
            continue
        say(f"looking for {peer.name}, or installing it")
        try:
            yield Entrant(peer, (installed(peer, (given.venv or work / "tools").absolute()),))
        except MissingError as error:
            print(f"{peer.name} is left out: {error}.\n", flush=True)


def _ours(command: str) -> tuple[str, ...]:
    program = tuple(shlex.split(command))
    if not (program and shutil.which(program[0])):
        sys.exit(f'--digest: no program is called by "{command}". Write a command, such as `{_OURS}`.')
    return program


def say(line: str) -> None:
    """Tell how far the work is."""
    print(line, file=sys.stderr, flush=True)
