"""Show the site while it is being written: build, serve, watch, build again.

The build runs in the thread that calls, so Ctrl-C stops it wherever it is; browsers are answered in others. A build
that fails leaves the old site to be read, with the message over it; the first one may fail too, and then the message is
all there is to see.
"""

import contextlib
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from digest.publish.extras import Extras
from digest.publish.preview import bound, running
from digest.publish.reload import Bulletin
from digest.publish.watch import Watch


def serve(  # noqa: PLR0913  # what is shown, how it is made, and where: nothing of it has a home of its own
    site: Path,
    watched: Sequence[Path],
    rebuild: Callable[[Sequence[Path]], str | None],
    *,
    port: int = 8000,
    host: str = "127.0.0.1",
    extras: Extras | None = None,
    announce: Callable[[str], None],
) -> None:
    """Serve `site`, and rebuild it whenever something `watched` changes, until Ctrl-C.

    `rebuild` is told what changed, nothing at first, and returns None when all went well, else what failed. `announce`
    is told the address, which has another port where the one that was asked for is taken.
    """
    bulletin, extras = Bulletin(f"{secrets.token_hex(8)}-"), extras or Extras()
    with contextlib.suppress(KeyboardInterrupt), Watch(watched, site) as watch:
        bulletin.post(rebuild(()))
        server = bound(host, port, site, bulletin, extras)
        with running(server):
            announce(server.url + extras.mount().removeprefix("/"))
            while True:
                bulletin.post(rebuild(watch.wait()))
