"""A running `digest serve`, as a curator has it in a terminal."""

import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SECONDS = 20  # until a test gives up; none is meant to take so long
ROOT = Path(__file__).parents[2]


@dataclass
class Terminal:
    """What a running preview prints, line by line, and the address that it told."""

    process: subprocess.Popen[str]
    lines: "queue.Queue[str]" = field(default_factory=queue.Queue)
    url: str = ""
    before: list[str] = field(default_factory=list)  # that address

    def until(self, beginning: str) -> list[str]:
        """Return the lines up to the one that begins so."""
        lines = [self.lines.get(timeout=SECONDS)]
        while not lines[-1].startswith(beginning):
            lines.append(self.lines.get(timeout=SECONDS))
        return lines

    def read(self) -> None:
        for line in self.process.stderr or ():
            self.lines.put(line.rstrip("\n"))


@pytest.fixture
def preview() -> Iterator[Callable[..., Terminal]]:
    """Return a function that runs `digest serve` on a project, with some options, until the test ends."""
    with ExitStack() as ends:

        def start(project: Path, *options: str, **environment: str) -> Terminal:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            command = [sys.executable, "-m", "digest", "-C", str(project), "serve", "--port", str(port), *options]
            known = {"PATH": os.environ["PATH"], "HOME": str(project), "PYTHONPATH": str(ROOT), **environment}
            process = ends.enter_context(subprocess.Popen(command, env=known, stderr=subprocess.PIPE, text=True))
            ends.callback(process.kill)
            terminal = Terminal(process)
            reader = threading.Thread(target=terminal.read)
            reader.start()
            ends.callback(reader.join)
            ends.callback(process.terminate)
            terminal.before = terminal.until("http://")
            terminal.url = terminal.before.pop()
            return terminal

        yield start


ARTICLE = "---\ntitle: {}\nlink: https://post.example/{}\nsource: Harbour Post\ndate: 2031-03-07\nlang: en\n{}---\n{}\n"
IDS = {"boats": "id: a-b0a75b0a75\n", "inquiry": "id: a-5d0e0f0f01\n"}


@pytest.fixture
def alma(tmp_path, put, digest) -> Path:
    """Return a project of three threads, one of which has two articles."""
    texts = {
        "boats": ("Boats burn", "Six boats burnt in the harbour of Alma."),
        "inquiry": ("An inquiry", "A magistrate asked who lit the stove."),
        "wall": ("A wall for Alma", "The council wants a wall of stone."),
        "bees": ("Bees return", "A keeper counted forty hives."),
    }
    articles = {
        f"content/articles/{name}.md": ARTICLE.format(title, name, IDS.get(name, ""), text)
        for name, (title, text) in texts.items()
    }
    put(tmp_path, {
        "digest.yaml": "title: Alma\n",
        "content/threads/boats-burn.md": "---\ninclude: [boats.md, inquiry.md]\n---\n",
        "content/threads/a-wall-for-alma.md": "---\ninclude: [wall.md]\n---\n",
        "content/threads/bees-return.md": "---\ninclude: [bees.md]\n---\n",
        **articles,
    })  # fmt: skip
    return tmp_path
