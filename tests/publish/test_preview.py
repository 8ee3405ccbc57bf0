import contextlib
import http.client
import socket
import urllib.request
from pathlib import Path

import pytest

from digest.errors import UsageError
from digest.publish.extras import Extras
from digest.publish.preview import bound, running
from digest.publish.reload import Bulletin

SECONDS = 10  # until a test gives up; none is meant to take so long


def site(folder: Path) -> Path:
    for path, content in {
        "index.html": b"<p>Home</p>",
        "feed.xml": b"<rss/>",
        "big.bin": bytes(range(100)),
        "a b/index.html": b"<title>AB</title>",
    }.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
    return folder / "site"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(tmp_path):
    bulletin = Bulletin()
    bulletin.post(None)
    server = bound("127.0.0.1", free_port(), site(tmp_path), bulletin)
    with running(server):
        yield server


def ask(server, method="GET", path="/", **headers):
    """Return the status, the headers and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=SECONDS)
    with contextlib.closing(connection):
        connection.request(method, path, headers=headers)
        reply = connection.getresponse()
        return reply.status, dict(reply.getheaders()), reply.read()


def raw(server, text: bytes) -> bytes:
    with socket.create_connection(server.server_address, timeout=SECONDS) as connection:
        connection.sendall(text)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_every_answer_forbids_storing_guessing_and_framing(server):
    for path in ("/", "/nothing", "/a%20b", "/__reload.js"):
        headers = ask(server, path=path)[1]
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


OURS = "default-src 'none'; script-src 'self'; style-src 'self'"
BARE = "frame-ancestors 'none'"


def page(policy: str) -> bytes:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}"><p>Boats burnt.'.encode()


@pytest.mark.parametrize(
    ("name", "content", "scripts"),
    [
        pytest.param("a.html", page(OURS), "script-src 'self'", id="a page, as it will be published"),
        pytest.param("a.html", page("script-src 'sha256-x'"), "script-src 'sha256-x'", id="a hash"),
        pytest.param("a.html", page("img-src *"), "script-src 'self'", id="says nothing of scripts"),
        pytest.param("a.html", page("script-src *"), "script-src 'none'", id="any script"),
        pytest.param("a.html", page("script-src 'self' 'unsafe-inline'"), "script-src 'self'", id="inline scripts"),
        pytest.param("a.html", page("img-src &#13;&#10;X-A:b"), "script-src 'self'", id="lines"),
        pytest.param("a.html", page("img-src &#0;"), "script-src 'self'", id="a control character"),
        pytest.param("a.html", b"<script>boats()</script>", "script-src 'self'", id="stray HTML"),
        pytest.param("a.svg", b"<svg onload='boats()'/>", "script-src 'self'", id="a drawing"),
        pytest.param("a.xml", b"<x/>", "script-src 'self'", id="XML"),
    ],
)
def test_what_an_answer_may_run_is_told_in_its_head(server, name, content, scripts):
    (server.site / name).write_bytes(content)
    headers = ask(server, path=f"/{name}")[1]
    policy = headers["Content-Security-Policy"].split("; ")
    assert scripts in policy
    assert BARE in policy
    assert "X-A" not in headers


def test_a_live_page_may_hear_of_builds(server):
    (server.site / "a.html").write_bytes(page(OURS))
    headers = ask(server, path="/a.html", Accept="text/html")[1]
    assert "connect-src 'self'" in headers["Content-Security-Policy"].split("; ")


def test_a_worker_is_not_kept_from_its_work(server):
    (server.site / "worker.js").write_bytes(b"boats()")
    assert ask(server, path="/worker.js")[1]["Content-Security-Policy"] == BARE


def test_a_policy_holds_for_one_answer_only(server):
    (server.site / "a.svg").write_bytes(b"<svg/>")
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=SECONDS)
    with contextlib.closing(connection):
        told = []
        for path, method in (("/a.svg", "GET"), ("/a.svg", "PUT")):
            connection.request(method, path)
            reply = connection.getresponse()
            reply.read()
            told.append(reply.headers["Content-Security-Policy"] == BARE)
    assert told == [False, True]


def test_head_tells_what_get_would_send(server):
    for accept in ("*/*", "text/html,*/*"):
        got, head = (ask(server, method, Accept=accept) for method in ("GET", "HEAD"))
        assert head[0] == 200
        assert head[1]["Content-Length"] == got[1]["Content-Length"] == str(len(got[2]))
        assert head[2] == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO"])
def test_a_preview_is_only_read(server, method):
    status, _, body = ask(server, method)
    assert (status, body) == (405, b"405 GET and HEAD only\n")


@pytest.mark.parametrize("path", ["/", "/__reload", "/__reload.js", "/__badge", "/__edit", "/nothing"])
@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_the_gate_stands_before_everything(server, path, headers):
    status, _, body = ask(server, path=path, **headers)
    assert (status, body) == (403, b"403 This preview answers its own pages only\n")


def test_a_body_is_never_taken_for_the_next_request(server):
    host = b"Host: 127.0.0.1:%d\r\n" % server.server_address[1]
    smuggled = b"GET /feed.xml HTTP/1.1\r\n" + host + b"\r\n"
    sent = b"GET / HTTP/1.1\r\n" + host + b"Content-Length: %d\r\n\r\n" % len(smuggled) + smuggled
    assert raw(server, sent).count(b"HTTP/1.1 ") == 1


def test_one_connection_carries_many_requests(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=SECONDS)
    with contextlib.closing(connection):
        for path in ("/feed.xml", "/nothing", "/a%20b", "/feed.xml"):
            connection.request("GET", path)
            connection.getresponse().read()
        connection.request("GET", "/big.bin", headers={"Range": "bytes=0-1"})
        assert connection.getresponse().read() == b"\x00\x01"


@pytest.mark.parametrize(
    "line", [b"GET http://[ HTTP/1.1", b"GET / HTTP/9.9", b"\x16\x03\x01", b"GET " + b"/a" * 40000 + b" HTTP/1.1"]
)
def test_garbage_is_refused_and_the_next_request_is_answered(server, line):
    reply = raw(server, line + b"\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n" % server.server_address[1])
    assert b" 200 " not in reply[:20]
    assert ask(server)[0] == 200


def test_an_open_page_hears_of_the_next_build(server):
    url = f"{server.url}__reload?build=1"
    with urllib.request.urlopen(url, timeout=SECONDS) as stream:
        assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert stream.readline() == b"retry: 1000\n"
        server.bulletin.post(None)
        assert [stream.readline() for _ in range(3)] == [b"\n", b"event: reload\n", b"data: 2\n"]


def test_the_next_free_port_is_taken(server):
    port = server.server_address[1]
    with bound("127.0.0.1", port, server.site, Bulletin()) as next_one:
        assert port < next_one.server_address[1] < port + 20


def test_an_address_that_is_not_ours_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"^Cannot listen on 192\.0\.2\.1:8000: .*\. Choose another\.$"):
        bound("192.0.2.1", 8000, tmp_path, Bulletin())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/news/feed.xml", 200, id="a file below the mount"),
        pytest.param("/feed.xml", 200, id="a file below the root"),
        pytest.param("/news/", 200, id="the first page"),
        pytest.param("/news/../site/index.html", 404, id="a way out and in again"),
        pytest.param("/newsroom/", 404, id="a path that only begins alike"),
    ],
)
def test_a_site_is_answered_at_its_path_on_its_host_and_at_the_root(path, status, tmp_path):
    mounted = bound("127.0.0.1", free_port(), site(tmp_path), Bulletin(), Extras(mount=lambda: "/news/"))
    with running(mounted):
        assert ask(mounted, path=path)[0] == status
