"""Preview servers, started on this machine alone, and ended by their own number."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from costs import RunError, environment, tail
from entrants import Entrant, say

HOST = "127.0.0.1"
_LIMIT = 600  # seconds, for the first build
_GRACE = 10  # seconds in which a server may end by itself
_PAUSE = 0.1  # seconds
_REST = 0.8  # seconds without work, after which a server rests; longer than it waits for an editor to end
_LIMIT_OF_REST = 60  # seconds
_IDLE = 0.02  # seconds of CPU within them that are no work


@dataclass(frozen=True, slots=True)
class Preview:
    """A server that runs, the project that it shows, and its process."""

    entrant: Entrant
    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    def rest(self) -> None:
        """Return when the server does nothing any more, or after a minute."""
        before = self.cpu()
        for _ in range(round(_LIMIT_OF_REST / _REST)):
            time.sleep(_REST)
            now = self.cpu()
            if now - before <= _IDLE:
                return
            before = now

    def cpu(self) -> float:
        """Return the seconds of CPU that the server has used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(entrant: Entrant, folder: Path) -> Iterator[Preview]:
    """Yield the server of a project once it answers; it is ended in the end, whatever happens."""
    say(f"starting the server of {entrant.name}")
    port = _free_port()
    command = [*entrant.program, *(word.format(host=HOST, port=port) for word in entrant.peer.serve)]
    with TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment(folder)
        )
        try:
            if not _answers(process, port):
                raise RunError(f"the server of {entrant.name} does not answer: {tail(said)}")
            yield Preview(entrant, folder, port, process)
        finally:
            _end(process)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + _LIMIT
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return True
        except OSError:
            time.sleep(_PAUSE)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
