import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from digest.publish.preview import bound, running
from digest.publish.reload import Bulletin, News

ROOT = Path(__file__).parents[2]
STRICT = "default-src 'none'; script-src 'none'; style-src 'none'"
PAGE = (
    f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    f"<title>T</title><body><h1>%s</h1>{'<p>Text.</p>' * 200}</body></html>"
)

pytestmark = pytest.mark.browser


def stands_at(page: Page, top: int) -> None:
    """Wait until the page stands where it was; the policy of a page forbids playwright's own way to ask it again."""
    for _ in range(100):
        if page.evaluate("scrollY") == top:
            return
        page.wait_for_timeout(50)
    assert page.evaluate("scrollY") == top


@pytest.fixture
def server(tmp_path):
    bulletin = Bulletin()
    bulletin.post(None)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "index.html").write_text(PAGE % "One")
    with running(server := bound("127.0.0.1", port, tmp_path, bulletin)):
        yield server


def test_a_page_under_the_strictest_policy_shows_the_fault_and_then_the_next_good_build_where_it_was(server, browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server.url)
        page.evaluate("scrollTo(0, 1000)")
        server.bulletin.post("content/a.md:1: <b>bad</b>. Mend it.")
        expect(page.get_by_role("alert")).to_have_text("The last build failed.\n\ncontent/a.md:1: <b>bad</b>. Mend it.")
        expect(page.get_by_role("alert")).to_be_in_viewport()
        (server.site / "index.html").write_text(PAGE % "Two")
        server.bulletin.post(None)
        expect(page.get_by_role("heading")).to_have_text("Two")
        expect(page.get_by_role("alert")).to_have_count(0)
        stands_at(page, 1000)


def styled(server, name: str, colour: str, text: str = "One") -> None:
    """Write a page and its style sheet as a build would, without the sheets of earlier builds."""
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"
    for old in server.site.glob("*.css"):
        old.unlink()
    (server.site / name).write_text(f"h1 {{ color: {colour} }}")
    head = f'{policy}<title>T</title><link rel="stylesheet" href="{name}">'
    page = f'<!doctype html><html lang="en">{head}<h1>{text}</h1>{"<p>Text.</p>" * 200}'
    (server.site / "index.html").write_text(page)


@pytest.fixture
def page(server, browser):
    styled(server, "style.1.css", "rgb(1, 1, 1)")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server.url)
        expect(page.get_by_role("heading")).to_have_css("color", "rgb(1, 1, 1)")
        page.evaluate("scrollTo(0, 1000); document.sameAsBefore = true")
        yield page


def test_a_style_sheet_that_changed_is_exchanged_without_a_reload(server, page):
    for number in (2, 3):
        styled(server, f"style.{number}.css", f"rgb({number}, {number}, {number})")
        server.bulletin.post(None)
        expect(page.get_by_role("heading")).to_have_css("color", f"rgb({number}, {number}, {number})")
        expect(page.locator("link[rel=stylesheet]")).to_have_count(1)
    assert page.evaluate("[document.sameAsBefore, scrollY]") == [True, 1000]


def test_a_page_that_says_something_else_is_loaded_again_where_the_reader_was(server, page):
    styled(server, "style.2.css", "rgb(2, 2, 2)", "Two")
    server.bulletin.post(None)
    expect(page.get_by_role("heading")).to_have_text("Two")
    stands_at(page, 1000)
    assert page.evaluate("document.sameAsBefore") is None


def test_a_page_that_a_build_did_not_change_stays_and_only_loses_the_fault(server, page):
    server.bulletin.post("content/a.md:1: bad. Mend it.")
    expect(page.get_by_role("alert")).to_have_count(1)
    server.bulletin.post(None)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.evaluate("[document.sameAsBefore, scrollY]") == [True, 1000]


def test_the_fault_of_a_first_build_is_shown_with_its_line_until_it_is_mended(server, browser):
    (server.site / "index.html").unlink()
    server.bulletin.news = News(0)
    server.bulletin.post("digest.yaml:2: bad. Mend it.")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server.url)
        expect(page.get_by_role("alert")).to_have_text("The last build failed.\n\ndigest.yaml:2: bad. Mend it.")
        (server.site / "index.html").write_text(PAGE % "Mended")
        server.bulletin.post(None)
        expect(page.get_by_role("heading")).to_have_text("Mended")
        expect(page.get_by_role("alert")).to_have_count(0)


def turn(page: Page, state: str) -> None:
    """Let the page believe that its tab is hidden, or seen again."""
    page.evaluate(
        "state => { Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        state,
    )


def test_a_hidden_tab_shows_what_a_preview_that_was_started_anew_has_built(alma, preview, browser):
    article = alma / "content/articles/boats.md"
    before = preview(alma)
    port = str(urlsplit(before.url).port)
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{before.url}threads/boats-burn/")
        expect(page.get_by_text("Six boats burnt").first).to_be_attached()
        turn(page, "hidden")
        before.process.terminate()
        before.process.wait()
        article.write_text(article.read_text().replace("Six boats", "Seven boats"))
        assert preview(alma, "--port", port).url == before.url  # and it has built once, as the other one had
        turn(page, "visible")
        expect(page.get_by_text("Seven boats burnt").first).to_be_attached()


def test_what_a_curator_does_is_seen_in_the_page_at_once(alma, preview, browser, put):
    style = (ROOT / "templates/assets/style.css").read_text()
    put(alma, {"templates/assets/style.css": style})
    article, text = alma / "content/articles/boats.md", "Seven boats burnt in the harbour of Alma."
    with browser.new_context(viewport={"width": 800, "height": 200}) as context:
        page = context.new_page()
        page.goto(f"{preview(alma).url}threads/boats-burn/")
        page.evaluate("scrollTo(0, 150)")
        article.write_text(article.read_text().replace("Six boats", "Seven boats"))
        expect(page.get_by_text(text).first).to_be_attached()
        stands_at(page, 150)
        (alma / "digest.yaml").write_text("title: Alma\nlanguage: [\n")
        expect(page.get_by_role("alert")).to_contain_text("digest.yaml:3: ")
        expect(page.get_by_text(text).first).to_be_attached()
        (alma / "digest.yaml").write_text("title: Alma\n")
        expect(page.get_by_role("alert")).to_have_count(0)
        page.evaluate("document.sameAsBefore = true")
        put(alma, {"templates/assets/style.css": f"{style}\nh1 {{ color: rgb(1, 2, 3) !important }}\n"})
        expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(1, 2, 3)")
        assert page.evaluate("[document.sameAsBefore, scrollY]") == [True, 150]
