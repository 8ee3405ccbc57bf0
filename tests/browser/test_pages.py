"""What a reader's browser makes of each kind of page of the example: whole, still, legible, in any light and width.

Its pages are shared by the tests: a new one takes longer than most of them.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

FERRY = "threads/two-die-as-fire-sweeps-ferry-off-grey-island/"
PAGES = {
    "home": "",
    "thread": FERRY,
    "oldest": f"{FERRY}oldest/",
    "single report": "threads/last-lighthouse-keeper-of-vellmark-hands-over-his-keys/",
    "day": "2031/03/07/",
    "storyline": "storylines/the-sella-and-its-dams/",
    "outlet": "sources/al-marfa/",
    "sources": "sources/",
    "archive": "archive/",
    "tags": "tags/",
    "tag": "tags/alma/",
    "search": "search/",
    "corrections": "corrections/",
    "prose": "about/",
    "article": "articles/4860c539b8/",
    "404": "404.html",
    "redirect": "threads/moved.html",
}
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
# Whether a label says what is seen is asked for by WCAG, and off by default in some versions of axe.
AXE = {"resultTypes": ["violations"], "rules": {"label-content-name-mismatch": {"enabled": True}}}
WATCH_SHIFTS = (
    "window.moved = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
    " window.moved += each.value }).observe({ type: 'layout-shift', buffered: true })"
)
# Of lines that are wider than the window, no other rule tells where: the innermost element that sticks out is named.
WIDE = (
    "() => document.documentElement.scrollWidth > innerWidth"
    " ? [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth"
    " || each.getBoundingClientRect().left < 0).map(each => `wide: ${each.outerHTML.slice(0, 80)}`).slice(-1) : []"
)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def moved(www) -> None:
    """Lay a copy of the page that sends a reader on beside the threads, one that stays, so that it can be looked at."""
    pages = (page.read_text("utf-8") for page in sorted(www.glob("repo/threads/*/index.html")))
    page = next(page for page in pages if 'http-equiv="refresh"' in page)
    stays = re.sub(r"<meta http-equiv=\"refresh\"[^>]*>", "", page).replace('"../../', '"../')
    (www / "repo" / PAGES["redirect"]).write_text(stays, "utf-8")


@pytest.fixture(scope="module")
def audited(browser) -> Iterator[Page]:
    """Return a page that tells how much of it moved; axe is a script of ours, so the policy of pages must let it in."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        yield page


@pytest.fixture(scope="module")
def reader(browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def scriptless(browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture
def listen() -> Iterator:
    """Return a function that returns what a page says on the console, and asks of other hosts, as it comes."""
    heard: list[tuple[Page, str, object]] = []

    def start(page: Page, address: str) -> list[str]:
        said: list[str] = []
        host = urlsplit(address).netloc
        on = {
            "console": lambda message: said.append(message.text),
            "pageerror": lambda error: said.append(str(error)),
            "request": lambda request: said.extend([request.url] if urlsplit(request.url).netloc != host else []),
        }
        for event, hear in on.items():
            page.on(event, hear)
            heard.append((page, event, hear))
        return said

    yield start
    for page, event, hear in heard:
        page.remove_listener(event, hear)


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page into which it was put, each with the first element that is at fault."""
    found = page.evaluate(f"axe.run({json.dumps(AXE)})")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:80]}" for each in found]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_its_window_and_stands_still(name, audited, address, listen):
    said = listen(audited, address)
    faults = {}
    for width in WIDTHS:
        audited.set_viewport_size({"width": width, "height": 800})
        assert audited.goto(address + PAGES[name]).status == 200
        faults[width, "closed"] = audited.evaluate(WIDE)
        faults[width, "shifts"] = [moved for moved in [audited.evaluate("window.moved")] if moved]
        audited.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        faults[width, "open"] = audited.evaluate(WIDE)
        if width != WIDTHS[1]:  # where nothing changes but the room at both sides
            audited.evaluate(AXE_SCRIPT)
            for scheme in SCHEMES:
                audited.emulate_media(color_scheme=scheme)
                faults[width, scheme] = violations(audited)
    assert {where: found for where, found in faults.items() if found} == {}
    assert said == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "search"])
def test_a_page_says_the_same_without_scripts_keeps_its_policy_and_begins_with_the_way_to_its_content(
    name, reader, scriptless, address, listen
):
    said = listen(reader, address) + listen(scriptless, address)
    texts = []
    for page in (reader, scriptless):
        page.goto(address + PAGES[name])
        texts.append(page.locator("body").inner_text())
    assert texts[0] == texts[1]
    assert len(texts[0]) > 100
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert reader.evaluate("document.querySelector('#main') !== null")
    assert said == []


def test_a_mark_leads_to_its_source(reader, address):
    reader.goto(address + FERRY)
    reader.locator(".sentence .marks a").first.click()
    assert reader.url.startswith(f"{address}{FERRY}#source-")
    assert reader.evaluate("document.querySelector(':target').closest('ol') !== null")
