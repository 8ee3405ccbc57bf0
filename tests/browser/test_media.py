"""What a page is on paper, in colours that the reader chose, and to readers who want nothing to move."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

FERRY = "threads/two-die-as-fire-sweeps-ferry-off-grey-island/"
STYLE = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
MOVES = (
    "[...document.querySelectorAll('*')].filter(each => { const style = getComputedStyle(each);"
    " return style.animationName !== 'none' || style.transitionDuration !== '0s'"
    " || style.scrollBehavior === 'smooth' })"
    ".map(each => each.outerHTML.slice(0, 80))"
)
pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 720, "height": 800}) as context:
        yield context.new_page()


def style(page: Page, selector: str, name: str) -> str:
    return page.evaluate(STYLE, [selector, name])


class TestOnPaper:
    @pytest.fixture
    def printed(self, page, address) -> Page:
        """Return a thread's page as it is printed by a reader whose screen is dark."""
        page.emulate_media(media="print", color_scheme="dark")
        page.goto(address + FERRY)
        return page

    def test_it_is_black_on_white(self, printed):
        assert style(printed, "body", "backgroundColor") == "rgb(255, 255, 255)"
        assert style(printed, "body", "color") == "rgb(0, 0, 0)"

    @pytest.mark.parametrize("selector", [".mast nav", ".skip", ".order", "footer .inline"])
    def test_what_only_leads_elsewhere_is_left_out(self, selector, printed):
        assert not printed.locator(selector).first.is_visible()

    def test_what_is_folded_is_printed_too(self, printed):
        hidden = "[...document.querySelectorAll('details *')].filter(each => !each.checkVisibility()).length"
        assert printed.locator("details").count() > 1
        assert printed.evaluate(hidden) == 0

    def test_the_address_of_a_source_is_printed_from_left_to_right_whatever_its_language(self, printed):
        after = "getComputedStyle(document.querySelector('.sources [dir=rtl] a'), '::after')"
        assert "https:" in printed.evaluate(f"{after}.content")
        assert printed.evaluate(f"{after}.direction") == "ltr"

    def test_nothing_is_wider_than_the_paper(self, printed):
        assert printed.evaluate("document.documentElement.scrollWidth") <= 720


class TestInColoursOfTheReader:
    @pytest.fixture
    def forced(self, page, address) -> Page:
        page.emulate_media(forced_colors="active")
        page.goto(f"{address}{FERRY}#source-2")
        return page

    def test_where_a_link_led_is_outlined_since_its_background_is_gone(self, forced):
        assert style(forced, ":target", "outlineStyle") == "solid"

    @pytest.mark.parametrize(
        ("selector", "name", "colour"),
        [
            pytest.param("mark", "backgroundColor", "Mark", id="a word that was found"),
            pytest.param("mark", "color", "MarkText", id="its letters"),
            pytest.param(".coverage", "color", "CanvasText", id="the graph"),
        ],
    )
    def test_a_sign_has_a_colour_of_theirs(self, selector, name, colour, forced):
        forced.evaluate("document.querySelector('main').append(document.createElement('mark'))")
        wanted = (
            "colour => { const probe = document.createElement('i'); probe.style.cssText = `forced-color-adjust: none;"
        )
        wanted += " color: ${colour}`; document.body.append(probe); return getComputedStyle(probe).color }"
        assert style(forced, selector, name) == forced.evaluate(wanted, colour)


@pytest.mark.parametrize("path", ["", FERRY, "archive/", "search/"], ids=["home", "thread", "archive", "search"])
def test_nothing_moves(path, page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    assert page.evaluate(MOVES) == []
