import socket

import pytest
from playwright.sync_api import expect

from digest.publish.preview import bound, running
from digest.publish.reload import Bulletin

STRICT = "default-src 'none'; script-src 'none'; style-src 'none'"
PAGE = (
    f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    f"<title>T</title><body><h1>%s</h1>{'<p>Text.</p>' * 200}</body></html>"
)

pytestmark = pytest.mark.browser


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
        page.wait_for_function("scrollY === 1000")


def test_a_style_sheet_that_changed_has_another_name_and_is_seen_where_the_reader_was(server, browser):
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"

    def build(name: str, colour: str) -> None:
        (server.site / name).write_text(f"h1 {{ color: {colour} }}")
        head = f'{policy}<title>T</title><link rel="stylesheet" href="{name}">'
        (server.site / "index.html").write_text(
            f'<!doctype html><html lang="en">{head}<h1>One</h1>{"<p>Text.</p>" * 200}'
        )

    build("style.1.css", "rgb(1, 1, 1)")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(server.url)
        expect(page.get_by_role("heading")).to_have_css("color", "rgb(1, 1, 1)")
        page.evaluate("scrollTo(0, 1000)")
        (server.site / "style.1.css").unlink()
        build("style.2.css", "rgb(2, 2, 2)")
        server.bulletin.post(None)
        expect(page.get_by_role("heading")).to_have_css("color", "rgb(2, 2, 2)")
        page.wait_for_function("scrollY === 1000")
