"""What a reader's browser makes of the search page of the example, below a path, with and without scripts."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

FERRY = "two-die-as-fire-sweeps-ferry-off-grey-island"
WORDS = "#q"
pytestmark = pytest.mark.browser
pytest.importorskip("pagefind_bin", reason="Pagefind is not installed: the extra [search]")


@pytest.fixture
def page(browser, address) -> Iterator:
    """Return the search page; in the end nothing was printed on the console, and no other host was asked."""
    said, asked = [], []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}search/")
        yield page
        assert said == []
        assert [url for url in asked if not url.startswith(address)] == []


def results(page) -> list[str]:
    return page.locator("#results li").all_inner_texts()


def test_a_word_is_found_with_its_day_its_thread_and_its_sentence(page):
    page.fill(WORDS, "stewardess")
    expect(page.locator("#found")).to_have_text(re.compile(r"^Results: \d+$"))
    expect(page.locator("#results mark").first).to_have_text(re.compile("stewardess", re.IGNORECASE))
    assert any(re.search("March 2031", each) for each in results(page))
    assert all("The fire on the ferry Marigold" in each for each in results(page))
    expect(page.locator("#all")).to_be_hidden()


def test_a_result_leads_to_its_place_on_the_thread_s_page(page, address):
    page.fill(WORDS, "upper deck locked")
    page.locator("#results a[href*='#source-']").first.click()
    page.wait_for_url(f"{address}threads/{FERRY}/index.html#source-*")
    assert page.evaluate("document.querySelector(':target') !== null")


@pytest.mark.parametrize(
    ("field", "value", "trace"),
    [
        pytest.param("source", "Radio Vellmark", "/threads/", id="source"),
        pytest.param("thread", FERRY, f"/threads/{FERRY}/", id="thread"),
        pytest.param("day", "2031-03-05", "5 March 2031", id="day"),
    ],
)
def test_a_filter_leaves_fewer_results_all_of_its_kind(field, value, trace, page):
    page.fill(WORDS, "the")
    everything = count(page)
    if field == "day":
        page.fill("#day", value)
    else:
        page.select_option(f"#{field}", value)
    expect(page.locator("#found")).not_to_have_text(f"Results: {everything}")
    assert 0 < count(page) < everything
    expect(page.locator("#results li").first).to_be_visible()
    assert all(trace in each.inner_html() for each in page.locator("#results li").all())


def count(page) -> int:
    expect(page.locator("#found")).to_have_text(re.compile(r"^Results: \d+$"))
    return int(page.locator("#found").inner_text().removeprefix("Results: "))


def test_a_filter_alone_finds_all_that_it_leaves_ten_at_a_time(page):
    page.select_option("#thread", FERRY)
    expect(page.locator("#results li")).to_have_count(10)
    page.click("#more")
    expect(page.locator("#results li").nth(10)).to_be_visible()
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#results li')[10]")


def test_the_address_keeps_what_was_searched_and_opens_it_again(page, address):
    page.fill(WORDS, "ferry")
    page.select_option("#source", "Coast Wire")
    page.wait_for_url(f"{address}search/?q=ferry&source=Coast+Wire")
    expect(page.locator("#found")).to_have_text(re.compile(r"^Results: \d$"))
    expect(page.locator("#results li").first).to_be_visible()
    found = results(page)
    page.reload()
    expect(page.locator("#found")).to_have_text(f"Results: {len(found)}")
    assert (page.input_value(WORDS), page.input_value("#source")) == ("ferry", "Coast Wire")
    expect(page.locator("#results li")).to_have_count(len(found))
    assert results(page) == found


def test_where_nothing_is_found_it_says_so_and_lists_the_threads_again(page, address):
    page.fill(WORDS, "zzyzx")
    expect(page.locator("#found")).to_have_text("Nothing was found. Try other words, or fewer filters.")
    expect(page.locator("#all")).to_be_visible()
    page.click("button[type=reset]")
    page.wait_for_url(f"{address}search/")
    expect(page.locator("#found")).to_have_text("")


@pytest.mark.parametrize(
    ("word", "lang"), [pytest.param("フェリー", "ja", id="Japanese"), pytest.param("حريق", "ar", id="Arabic")]
)
def test_a_word_of_another_language_is_found_and_marked_as_a_whole(word, lang, page):
    page.fill(WORDS, word)
    expect(page.locator("#results mark").first).to_have_text(word)
    assert page.locator("#results li > p:last-child").first.get_attribute("lang") == lang


def test_all_is_done_by_keyboard(page):
    page.locator(WORDS).focus()
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    expect(page.locator("#results li").first).to_be_visible()
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.closest('form, ol')?.id"))
    assert stops[0] == "search"
    assert "results" in stops


@pytest.mark.parametrize("query", ["", "?q=fire", "?q=zzyzx"], ids=["empty", "found", "nothing found"])
def test_it_is_accessible_fits_its_window_and_stands_still(query, browser, address):
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
            " if (!each.hadRecentInput) window.moved += each.value }).observe({ type: 'layout-shift', buffered: true })"
        )
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{address}search/{query}")
            if query:
                expect(page.locator("#found")).not_to_have_text("")
            if query == "?q=fire":
                expect(page.locator("#results li").first).to_be_visible()
                assert page.evaluate("window.moved") == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                results = Axe().run(page)
                assert results.violations_count == 0, results.generate_report()


def test_without_scripts_it_lists_all_threads_and_has_no_form(browser, address, www):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}search/")
        expect(page.locator("form")).to_be_hidden()
        threads = list(www.glob("repo/threads/*/thread.json"))
        assert page.locator("#all li").count() == len(threads) >= 10


def test_from_the_file_system_it_says_why_one_cannot_search(browser, www):
    said = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto((www / "repo/search/index.html").as_uri())
        expect(page.locator("#found")).to_have_text(re.compile("^A browser can search these pages only where"))
        expect(page.locator("form")).to_be_hidden()
        expect(page.locator("#all li").first).to_be_visible()
    assert said == []


def test_where_the_index_does_not_come_it_says_so_and_lists_the_threads(browser, address):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{address}search/?q=fire")
        expect(page.locator("#found")).to_have_text(re.compile("^The search could not be loaded"))
        expect(page.locator("#all")).to_be_visible()
