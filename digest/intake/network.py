"""The way out: which addresses may be reached, and until when.

A list from anywhere may name a machine in the curator's own network, by address, by a name that leads there, or by a
redirect. So the name is resolved here, all its addresses are checked, and the connection goes to one that was checked:
what the name means a moment later does not matter. And because a server that sends a byte now and then never runs into
a timeout of silence, every wait ends when the time for the whole page does.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore
import httpx

from digest.intake.outcomes import Refused

_TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address in its last 32 bits (RFC 6052)
_UNICAST = IPv6Network("2000::/3")  # all that was given out of IPv6 so far
# What IANA's registries of special addresses hold and `ipaddress` calls global, here or in an older Python.
_SPECIAL = (
    IPv4Network("192.0.0.0/24"),  # protocols (RFC 6890)
    IPv4Network("192.31.196.0/24"),  # AS112 (RFC 7535)
    IPv4Network("192.52.193.0/24"),  # multicast through tunnels (RFC 7450)
    IPv4Network("192.88.99.0/24"),  # the nearest relay from IPv6 (RFC 7526)
    IPv4Network("192.175.48.0/24"),  # AS112 (RFC 7534)
    IPv6Network("2620:4f:8000::/48"),  # AS112 (RFC 7534)
    IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)


class Deadline:
    """The time until which a page must be there."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends = clock()

    def begin(self, seconds: float) -> None:
        """Count from now."""
        self._ends = self._clock() + seconds

    def left(self, timeout: float | None) -> float:
        """Return how long may be waited now, at most `timeout`; raise httpcore.ReadTimeout where the time is up."""
        left = self._ends - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if timeout is None else min(left, timeout)


class Transport(httpx.BaseTransport):
    """What carries an httpx client's questions: connections to checked addresses, with a deadline."""

    def __init__(self, secure: ssl.SSLContext, deadline: Deadline, *, allow_private: bool) -> None:
        way = _Way(deadline, allow_private=allow_private)
        # No connection is kept: with a pause between two questions it would mostly be closed anyway.
        self._pool = httpcore.ConnectionPool(secure, max_keepalive_connections=0, network_backend=way)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, whose body is still to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Way(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = checked_address(host, port, allow_private=self._allow_private)
        left = self._deadline.left(timeout)
        return _Stream(self._inner.connect_tcp(address, port, left, local_address, socket_options), self._deadline)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def checked_address(host: str, port: int, *, allow_private: bool) -> str:
    """Return an address of `host`; raise Refused where it has none, or one that is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f'no server "{host}" is known', "Look at the address, and whether you are online") from error
    addresses = [str(each[4][0]) for each in found]
    private = next((each for each in addresses if not is_public(each)), None)
    if private and not allow_private:
        where = "" if private == host.strip("[]") else f", {private}"
        what = f'"{host}" is an address of this machine or of its own network{where}'
        raise Refused(what, "If that is meant, say --allow-private")
    return addresses[0]


def is_public(address: str) -> bool:
    """Return whether an address is one of the internet, and not of a machine, a private network or a group.

    >>> [is_public(each) for each in ("93.184.215.14", "127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1")]
    [True, False, False, False, False]
    >>> [is_public(each) for each in ("2606:4700::1", "::1", "fe80::1%eth0", "::ffff:10.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False, False]
    """
    number = _embedded(ip_address(address.partition("%")[0]))
    reached = number.is_global and not number.is_multicast and not number.is_reserved
    return reached and (number.version == 4 or number in _UNICAST) and not any(number in each for each in _SPECIAL)


def _embedded(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address stands for, where it stands for one."""
    if isinstance(number, IPv4Address):
        return number
    if number in _TRANSLATED:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    teredo = number.teredo[1] if number.teredo else None
    return number.ipv4_mapped or number.sixtofour or teredo or number
