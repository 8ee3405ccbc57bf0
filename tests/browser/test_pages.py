"""What a reader's browser makes of the site of the seeds: whole, still, legible, in light and dark, narrow and wide."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).parents[2]
THREAD = "threads/kremlin-declines-to-comment-on-north-korean-troops/"
PAGES = {"home": "", "thread": THREAD, "day": "2025/01/29/", "sources": "sources/", "404": "404.html"}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """Return where the site of the seeds is served; below the path that its base_url names, for 404.html."""
    from digest.cli import main  # noqa: PLC0415 - a fixture of the module cannot use the one of each test

    root = tmp_path_factory.mktemp("served")
    project = root / "project"
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "digest.yaml", project)
    with pytest.raises(SystemExit) as left:
        main(["-q", "-C", str(project), "build", "--out", str(root / "www" / "digest")])
    assert left.value.code == 0
    handler = partial(Quiet, directory=str(root / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/digest/"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and prints nothing."""

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(params=[360, 1280], ids=["narrow", "wide"])
def width(request) -> int:
    return request.param


@pytest.fixture(params=["light", "dark"])
def page(request, width, browser) -> Iterator:
    """Return an empty page; axe is a script of ours, so the policy of the page must let it in."""
    size = {"width": width, "height": 800}
    with browser.new_context(color_scheme=request.param, viewport=size, bypass_csp=True) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def axe():
    return Axe()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_its_window_says_nothing_aside_and_asks_no_other_host(
    name, page, width, address, axe
):
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    assert page.goto(address + PAGES[name]).status == 200
    icon = f"{address.removesuffix('digest/')}favicon.ico"
    assert [url for url in asked if not url.startswith(address) and url != icon] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    results = axe.run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_the_same_without_scripts_and_keeps_its_policy(name, browser, address):
    texts, said = [], []
    for scripts in (True, False):
        with browser.new_context(java_script_enabled=scripts) as context:
            page = context.new_page()
            page.on("console", lambda message: said.append(message.text))
            page.goto(address + PAGES[name])
            texts.append(page.locator("body").inner_text())
    assert texts[0] == texts[1]
    assert len(texts[0]) > 100
    assert said == []


@pytest.mark.parametrize("name", PAGES)
def test_the_first_stop_of_the_keyboard_leads_to_the_content(name, browser, address):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGES[name])
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        assert page.evaluate("document.querySelector('#main') !== null")


def test_a_mark_leads_to_its_source(browser, address):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + THREAD)
        page.locator(".sentence .marks a").first.click()
        assert page.url.startswith(f"{address}{THREAD}#source-")
        assert page.evaluate("document.querySelector(':target').closest('ol') !== null")
