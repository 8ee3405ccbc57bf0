"""A server on this machine that answers as hostile, slow or broken ones do, and a digest to add to."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import httpcore
import pytest

from digest.config import read_config
from digest.intake.add import World, add
from digest.intake.fetch import Fetcher
from digest.intake.front import Word
from digest.intake.known import survey
from digest.intake.outcomes import Added
from digest.intake.settings import FetchSettings
from digest.intake.store import Desk
from digest.project import open_project

PUBLIC = "93.184.215.14"
QUICK = {"pace": 0, "connect": 0.5, "read": 0.5, "total": 2, "allow_private": True}


@dataclass
class Server:
    """What a server answers, by path, and what it was asked."""

    port: int = 0
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)  # the status that HEAD is answered with; else as GET is
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, content: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Let a path be answered with `content`, and return its address."""
        body = content.encode() if isinstance(content, str) else content

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            if handler.command != "HEAD":
                handler.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on this machine, which has no robots.txt and answers 404 to what it does not know."""
    said = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said.asked.append(self.path)
            said.headers.append({name.lower(): value for name, value in self.headers.items()})
            try:
                said.answers.get(self.path, lambda each: each.send_error(404))(self)
            except OSError:
                self.close_connection = True

        def do_HEAD(self) -> None:
            said.asked.append(f"HEAD {self.path}")
            if self.path in said.heads:
                self.send_error(said.heads[self.path])
            else:
                said.answers.get(self.path, lambda each: each.send_error(404))(self)

        def log_message(self, *words: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    http = Quiet(("127.0.0.1", 0), Handler)
    said.port = http.server_port
    Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield said
    said.closing.set()
    http.shutdown()
    http.server_close()


@pytest.fixture
def internet(server, monkeypatch):
    """Let names mean the addresses of a dict, and every connection end at the server; return both with what came."""
    names: dict[str, list[str]] = {}
    reached: list[str] = []
    connect = httpcore.SyncBackend.connect_tcp

    def look_up(host, port, *more, **others):
        found = names.get(host, [host])
        address = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def to_server(self, host, port, *more):
        reached.append(host)
        return connect(self, "127.0.0.1", server.port, *more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", to_server)
    return names, reached


@pytest.fixture
def project(tmp_path, put) -> Path:
    """Return a digest without articles."""
    return put(tmp_path / "alma", {"digest.yaml": "title: Alma\n", "content/articles/.keep": ""})


@pytest.fixture
def adding(project):
    """Return a function that adds sources to the digest, and returns what it says of each, and what is written."""

    def run(*sources: object, word: Word | None = None, stdin: bytes = b"", **settings: object) -> list[str]:
        here = open_project(project)
        fetcher = Fetcher(FetchSettings(**{**QUICK, **settings}))
        desk = Desk(here.articles, survey(here, read_config(here)), word or Word(), here.shown)
        outcomes = add([str(source) for source in sources], desk, World(fetcher.fetch, lambda: stdin))
        return [
            f"added {each.path.relative_to(here.articles).as_posix()}" if isinstance(each, Added)
            else str(each) if not hasattr(each, "path") else f"there {each.path.removeprefix('content/articles/')}"
            for each in outcomes
        ]  # fmt: skip

    return run
