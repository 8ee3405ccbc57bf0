"""Take the pictures of the example that the documents show, into docs/pictures/: `make pictures`."""

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "port-amber"
TAKEN = ROOT / "docs" / "pictures"
FERRY = "threads/two-die-as-fire-sweeps-ferry-off-grey-island/"
# name, page, width and height of the window, colours, language of the interface
PICTURES = (
    ("home", "", (1100, 1180), "light", "en-GB"),
    ("thread", FERRY, (1100, 1500), "light", "en-GB"),
    ("thread-dark", FERRY, (400, 1100), "dark", "en-GB"),
    ("day", "2031/03/08/", (1100, 900), "light", "en-GB"),
    ("archive", "archive/", (700, 760), "light", "en-GB"),
    ("arabic", "", (700, 900), "light", "ar"),
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def built(folder: Path, language: str) -> Path:
    """Return the site of the example, built with an interface in a language."""
    project = shutil.copytree(EXAMPLE, folder / language, ignore=shutil.ignore_patterns("site", ".digest-cache"))
    settings = (project / "digest.yaml").read_text().replace("language: en-GB", f"language: {language}")
    (project / "digest.yaml").write_text(settings)
    subprocess.run([sys.executable, "-m", "digest", "-q", "-C", str(project), "build"], check=True, capture_output=True)
    return project / "site"


def main() -> None:
    TAKEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        sites = {language: built(Path(name), language) for language in sorted({each[-1] for each in PICTURES})}
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for picture, page, (width, height), colours, language in PICTURES:
            handler = partial(Quiet, directory=str(sites[language]))
            with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
                Thread(target=server.serve_forever, daemon=True).start()
                window = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
                window.goto(f"http://127.0.0.1:{server.server_port}/{page}")
                window.screenshot(path=str(TAKEN / f"{picture}.png"))
                window.close()
                server.shutdown()


if __name__ == "__main__":
    main()
