"""What a browser makes of pages in other languages: whole at every width, and quoted as the language quotes."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

SITES = Path(__file__).parents[1] / "sites"
PAGES = ("index.html", "archive/index.html", "sources/index.html", "threads/*/index.html", "2031/*/*/index.html")
pytestmark = pytest.mark.browser


@pytest.fixture
def built(tmp_path, digest):
    """Return a function that builds a test site, and returns the addresses of its pages of each kind."""

    def build(name: str) -> list[str]:
        site = shutil.copytree(SITES / name, tmp_path / name, ignore=shutil.ignore_patterns("expected"))
        assert digest("-q", "-C", site, "build").status == 0
        return [next((site / "site").glob(pattern)).as_uri() for pattern in PAGES]

    return build


@pytest.mark.parametrize("name", ["speaks-arabic", "speaks-german"])
def test_pages_are_whole_and_accessible_in_the_language(built, browser, name):
    faults = {}
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        for address in built(name):
            page.goto(address)
            found = []
            for width in (1280, 360):
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    found.append(f"it scrolls sideways at {width}")
            found += [each["id"] for each in Axe().run(page).response["violations"]]
            faults |= {address: found} if found else {}
    assert faults == {}


def test_an_arabic_page_runs_from_right_to_left_and_a_week_begins_on_saturday(built, browser):
    with browser.new_context(viewport={"width": 768, "height": 800}) as context:
        page = context.new_page()
        page.goto(built("speaks-arabic")[1])
        names = [(each.inner_text(), each.bounding_box()["x"]) for each in page.locator(".month >> nth=0 >> li").all()]
    assert names[0][0] == "سبت"
    assert [place for _, place in names] == sorted((place for _, place in names), reverse=True)
