"""The generators that digest is measured beside: where each comes from, and how it builds."""

import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECTS = Path(__file__).parent / "projects"
_LIMIT = 900  # seconds, for an installation


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its package, its project, and what it is asked to do."""

    name: str
    project: str  # a folder of projects/
    flavour: str
    articles: str  # the folder of the project where they lie
    output: str
    build: tuple[str, ...]
    version: tuple[str, ...] = ("--version",)
    kept: tuple[str, ...] = ()  # what it keeps beside its output, so that a cold build must not find it
    page: str = ""  # where its server shows an article, or the thread that tells of it
    serve: tuple[str, ...] = ()
    package: str = ""  # of pip, or of npm where it has a slash; without one it must be on the PATH

    @property
    def program(self) -> str:
        """Return what the command is called."""
        return self.project


class MissingError(Exception):
    """A peer cannot be had; the text says why."""


def _digest(name: str, flavour: str) -> Peer:
    return Peer(
        name, "digest", flavour, "content/articles", "site", ("-q", "build", "--strict"),
        kept=(".digest-cache", "content/threads.lock"),
        page="/threads/{thread}/", serve=("-q", "serve", "--host", "{host}", "--port", "{port}"),
    )  # fmt: skip


DIGESTS = (
    _digest("digest", "digest"),
    _digest("digest, threads not given", "unthreaded"),
    _digest("digest, scrapes", "scrape"),
)
PEERS = (
    Peer(
        "Hugo", "hugo", "hugo", "content/posts", "public", ("--quiet",), version=("version",), kept=(".hugo-cache",),
        page="/posts/{slug}/", serve=("server", "--bind", "{host}", "--port", "{port}"), package="hugo",
    ),
    Peer(
        "Pelican", "pelican", "pelican", "content", "public", ("--quiet",), kept=("cache",),
        package="pelican[markdown]",
    ),
    Peer("MkDocs", "mkdocs", "mkdocs", "content", "public", ("build", "--quiet"), package="mkdocs"),
    Peer(
        "Eleventy", "eleventy", "eleventy", "content/posts", "public", ("--quiet",), kept=(".cache",),
        package="@11ty/eleventy",
    ),
    Peer("Zola", "zola", "zola", "content/posts", "public", ("build",)),
)  # fmt: skip


def lay_out(peer: Peer, count: int, folder: Path) -> None:
    """Make the peer's project, with so many articles."""
    shutil.copytree(PROJECTS / peer.project, folder)
    maker = Path(__file__).parent / "articles.py"
    subprocess.run([sys.executable, str(maker), peer.flavour, str(count), str(folder / peer.articles)], check=True)


def installed(peer: Peer, place: Path) -> str:
    """Return the peer's program, installed below `place` unless it is there; MissingError where it cannot be had."""
    if found := next(_programs(peer, place), None):
        return found
    if not peer.package:
        raise MissingError(f"no package of {peer.name} is known to pip or npm; put `{peer.program}` on the PATH")
    _install(peer.package, place)
    if found := next(_programs(peer, place), None):
        return found
    raise MissingError(f"{peer.package} was installed, and has no `{peer.program}`")


def _programs(peer: Peer, place: Path) -> Iterator[str]:
    """Yield where the program is, a binary before the script that starts it, which costs time of its own."""
    yield from map(str, sorted(place.glob(f"lib/python*/site-packages/{peer.program}/binaries/{peer.program}")))
    yield from map(str, sorted(place.glob(f"bin/{peer.program}")))
    yield from map(str, sorted(place.glob(f"node_modules/.bin/{peer.program}")))
    if not peer.package and (found := shutil.which(peer.program)):
        yield found


def _install(package: str, place: Path) -> None:
    if package.startswith("@"):
        _done([_client("npm"), "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(place), package])
        return
    if not (place / "bin/python").exists():
        venv.create(place, with_pip=True)
    _done([str(place / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package])


def _client(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise MissingError(f"{name} is not on the PATH")


def _done(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT, check=False)
    except subprocess.TimeoutExpired as error:
        raise MissingError(f"`{shlex.join(command)}` took more than {_LIMIT} seconds") from error
    if done.returncode:
        raise MissingError(f"`{shlex.join(command)}` failed: {(done.stderr or done.stdout).strip()[-300:]}")
