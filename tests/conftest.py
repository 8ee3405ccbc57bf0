"""How the tests run digest: as its users do, by the command line, in a copy of a site and a clean environment."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from digest.cli import main

# A machine under load is no fault of a test.
settings.register_profile("digest", deadline=None)
settings.load_profile("digest")

# What keeps a cache from strangers lies in one's own home, where a test has nothing to do.
os.environ["DIGEST_CACHE_KEY"] = "the key of the tests alone"

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
UNSET = ("SOURCE_DATE_EPOCH", "NO_COLOR", "COLUMNS", "TZ", "LC_ALL", "LANG", "LANGUAGE")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    status: int
    stdout: str
    stderr: str


def pytest_addoption(parser):
    parser.addoption("--update-expected", action="store_true", help="Write expected/ and stderr anew; review the diff.")


def pytest_generate_tests(metafunc):
    if "site_name" in metafunc.fixturenames:
        metafunc.parametrize("site_name", sorted(path.name for path in SITES.iterdir() if path.is_dir()))


@pytest.fixture
def update_expected(request) -> bool:
    return request.config.getoption("--update-expected")


@pytest.fixture
def site(site_name, tmp_path) -> Path:
    """Return a copy of each of tests/sites/ in turn, without what is expected of it."""
    return shutil.copytree(SITES / site_name, tmp_path / site_name, ignore=shutil.ignore_patterns("expected"))


@pytest.fixture
def repository(tmp_path) -> Path:
    """Return a copy of this repository as a digest project: its content, templates and digest.yaml."""
    folder = tmp_path / "repository"
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "digest.yaml", folder)
    return folder


@pytest.fixture
def digest(monkeypatch, capsys):
    """Return a function that runs a command in this process."""
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Done(int(left.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def isolated_digest(tmp_path):
    """Return a function that runs a command in a process of its own, which knows nothing but the given environment."""

    def run(*arguments: object, **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "digest", *map(str, arguments)],
            cwd=tmp_path,
            env={"PATH": os.defpath, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def contents():
    """Return a function that returns the bytes of each file below a folder, by its path there."""

    def read(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read


@pytest.fixture
def put():
    """Return a function that writes texts, or bytes, below a folder, by their paths there; it returns the folder."""

    def write(folder: Path, files: dict[str, str | bytes]) -> Path:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return write


def give_up(reason: str) -> None:
    """Skip, saying why; where a browser is required, fail."""
    if os.environ.get("CI") or os.environ.get("DIGEST_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and CI or DIGEST_REQUIRE_BROWSER requires one")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium: the system's, else playwright's own."""
    with sync_playwright() as playwright:
        names = ("chromium", "chromium-browser", "google-chrome")
        found = next((path for name in names if (path := shutil.which(name))), None)
        own = playwright.chromium.executable_path
        if found is None and not Path(own).is_file():
            give_up("there is no Chromium: neither on the PATH nor playwright's own")
        # What would look for other hosts at every start is turned off.
        still = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        yield playwright.chromium.launch(executable_path=found or own, args=still)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and prints nothing."""

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder from now on, and returns its address."""
    with ExitStack() as servers:

        def start(folder: Path) -> str:
            server = servers.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="session")
def www(tmp_path_factory) -> Path:
    """Return a folder with the site of the example in repo/; it can be searched where Pagefind is installed."""
    root = tmp_path_factory.mktemp("example")
    project = shutil.copytree(
        ROOT / "examples/port-amber", root / "project", ignore=shutil.ignore_patterns("site", ".digest-cache")
    )
    settings = re.sub(r"^(search|base_url):.*\n", "", (project / "digest.yaml").read_text(), flags=re.MULTILINE)
    searched = str(find_spec("pagefind_bin") is not None).lower()
    (project / "digest.yaml").write_text(f"{settings}base_url: https://example.org/repo/\nsearch: {searched}\n")
    with pytest.raises(SystemExit) as left:
        main(["-q", "-C", str(project), "build", "--out", str(root / "www/repo")])
    assert left.value.code == 0
    return root / "www"


@pytest.fixture(scope="session")
def address(www, serve) -> str:
    """Return where the site of the example is served, below a path."""
    return f"{serve(www)}repo/"
