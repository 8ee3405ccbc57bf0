"""Answer a browser: the gate first, then the file.

One thread for each connection is enough for one curator with many tabs, and keeps slow clients out of each other's way;
each has a few seconds for each step. The standard library's parser bounds the request line and the headers.

Nothing is written but by the one way that `digest serve --edit` opens, which has a gate of its own (`editing.py`).
"""

import contextlib
import errno
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs

from digest.errors import UsageError
from digest.publish.answers import Answer, Wish, answer
from digest.publish.editing import EDIT_PATH
from digest.publish.extras import Extras
from digest.publish.gate import admits, below, bracketed, names, split
from digest.publish.policy import BARE, policy
from digest.publish.reload import EVENTS_PATH, Bulletin, events

PORTS_TRIED = 20  # from the one that is asked for
STEP = 10.0  # seconds that a client has to send something, or to take something
STOP_AFTER = 0.1  # seconds until the server sees that it is to stop
WAITING = 512  # connections that may queue up while threads are started
ALWAYS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),  # no page of another site lays its own over ours, and has ours clicked
    ("Referrer-Policy", "same-origin"),  # with less, a browser would not tell the Origin of an edit
)


class PreviewServer(socketserver.ThreadingTCPServer):
    """The preview of one site, bound to one address."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = WAITING

    def __init__(self, address: tuple[str, int], site: Path, bulletin: Bulletin, extras: Extras | None = None) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)
        host, port = address[0], int(self.server_address[1])
        self.site, self.bulletin, self.names, self.extras = site, bulletin, names(host, port), extras or Extras()
        self.url = f"http://{bracketed(host)}:{port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that went away in the midst of an answer; anything else is a bug of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # it only prints them


@contextlib.contextmanager
def running(server: PreviewServer) -> Iterator[None]:
    """Answer in the background; at the end, let every page go and the port with them."""
    thread = threading.Thread(target=server.serve_forever, args=(STOP_AFTER,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.bulletin.close()
        server.shutdown()
        server.server_close()
        thread.join()


def bound(host: str, port: int, site: Path, bulletin: Bulletin, extras: Extras | None = None) -> PreviewServer:
    """Return a server on `port`, or on the next one that is free; the site lies at "/", and at its mount too."""
    ports = range(port, min(port + PORTS_TRIED, 65536))
    for candidate in ports:
        try:
            return PreviewServer((host, candidate), site, bulletin, extras)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise UsageError(f"Cannot listen on {host}:{candidate}: {error.strerror}. Choose another.") from error
    raise UsageError(f"The ports {port} to {ports[-1]} are all taken. Choose another with --port.")


class _Handler(BaseHTTPRequestHandler):
    """One connection; a new one for each, made by the server."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = STEP
    disable_nagle_algorithm = True
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"
    policy = BARE  # of the answer that is sent next

    def parse_request(self) -> bool:
        """Read the request, and let it pass only through the gate."""
        self.policy = BARE
        if not super().parse_request():
            return False
        hosts, origins = self.headers.get_all("Host", []), self.headers.get_all("Origin", [])
        if not admits(self.server.names, hosts, origins):
            return self._refuse(HTTPStatus.FORBIDDEN, "This preview answers its own pages only")
        if self.command not in {"GET", "HEAD"} and not self._edits():
            return self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "GET and HEAD only")
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # a body that nobody reads must not become the next request
        return True

    def do_GET(self) -> None:
        """Answer with the reload events, what is offered beside the site, or a file of it."""
        path, query = split(self.path)
        extras = self.server.extras
        if extras.live and path == EVENTS_PATH:
            self._stream()
        else:
            news, tags = self.server.bulletin.news, extras.tags()
            self._send(extras.offered(path, query) or answer(self.server.site, self._wish(), news, tags))

    do_HEAD = do_GET  # noqa: N815  # the library's name; no body is sent

    def do_POST(self) -> None:
        """Carry out an edit of the curator's."""
        editor = self.server.extras.editor
        refused = editor.refusal(self.headers) if editor else "No edits are taken"
        if editor is None or refused:
            self._refuse(HTTPStatus.FORBIDDEN, refused)
        else:
            self._send(editor.answer(self.rfile.read(int(self.headers["Content-Length"]))))

    def end_headers(self) -> None:
        """Add what every answer bears, errors too."""
        for name, value in (*ALWAYS, ("Content-Security-Policy", self.policy)):
            self.send_header(name, value)
        super().end_headers()

    def version_string(self) -> str:
        """Return a name that tells nothing of the machine."""
        return "digest"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Keep the terminal for what the curator has to mend."""

    def _edits(self) -> bool:
        return self.command == "POST" and self.server.extras.editor is not None and split(self.path)[0] == EDIT_PATH

    def _refuse(self, status: HTTPStatus, why: str) -> bool:
        self.send_error(status, why)
        return False

    def _wish(self) -> Wish:
        part = None if "If-Range" in self.headers else self.headers["Range"]  # we name no versions of a file
        to_read = self.server.extras.live and "text/html" in self.headers.get("Accept", "")
        return Wish(below(self.server.extras.mount(), self.path), part, to_read)

    def _send(self, reply: Answer) -> None:
        self.policy = policy(dict(reply.headers).get("Content-Type", ""), reply.body)
        self.send_response(reply.status)
        for name, value in (*reply.headers, ("Content-Length", str(len(reply.body)))):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def _stream(self) -> None:
        """Send the events of the bulletin as they come, until one side goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        for event in events(self.server.bulletin, self._shown()):
            self.wfile.write(event)

    def _shown(self) -> str:
        """Return the build that the page says it shows; one that says nothing has nothing to catch up on."""
        return parse_qs(split(self.path)[1]).get("build", [self.server.bulletin.news.name])[0]
