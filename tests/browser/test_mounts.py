"""One build is whole at a host's root, below a path, and opened from a folder without any server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SITE = {
    "digest.yaml": "# All of this is invented.\ntitle: Alma watch\nbase_url: https://alma.example/repo/\n",
    "content/articles/boats.md": (
        "---\ntitle: Boats burn in Alma\ndate: 2031-03-07\nsource: Harbour Post\nthread: fire\n---\n"
        "Six boats burnt in the harbour of the invented town of Alma on Friday.\n"
    ),
    "content/articles/count.md": (
        "---\ntitle: The count\ndate: 2031-03-08\nsource: Alma Courier\nthread: fire\n---\n"
        "The harbour master counted the boats again on Saturday, and found seven.\n"
    ),
    "content/pages/about.md": "---\ntitle: About\n---\nAn invented digest.\n",
    "content/threads/fire.md": "---\ntitle: Fire in the harbour\naliases: [the-blaze]\n---\n",
}


@pytest.fixture(scope="module")
def repo(tmp_path_factory) -> Path:
    """Return the folder of the built site; its name is that of the path below which it is published."""
    from digest.cli import main  # noqa: PLC0415 - a fixture of the module cannot use the one of each test

    root = tmp_path_factory.mktemp("mounts")
    for name, text in SITE.items():
        (root / "project" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "project" / name).write_text(text)
    with pytest.raises(SystemExit) as left:
        main(["-q", "-C", str(root / "project"), "build", "--out", str(root / "www/repo")])
    assert left.value.code == 0
    return root / "www/repo"


HOSTS = ("a host's root", "below a path")


@pytest.fixture(scope="module", params=[*HOSTS, "a folder"])
def address(request, repo, serve) -> str:
    """Return where the site begins, with the slash."""
    if request.param == "a folder":
        return f"{repo.as_uri()}/"
    return serve(repo) if request.param == "a host's root" else f"{serve(repo.parent)}repo/"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request, browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=request.param) as context:
        yield context.new_page()


@pytest.fixture
def trouble(page) -> list[str]:
    """Return what becomes of each request, and what the browser complains of, as it comes."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("requestfailed", lambda request: found.append(f"{request.failure}: {request.url}"))
    page.on("response", lambda answer: found.append(f"{answer.status}: {answer.url}"))
    return found


def serious(trouble: list[str]) -> list[str]:
    """Return what is wrong; that a page was left before its icon had come is not."""
    return [line for line in trouble if not line.startswith(("net::ERR_ABORTED: ", "200: ", "304: "))]


def is_styled(page: Page) -> bool:
    """Return whether the style sheet is at work: without it, the link that skips the head stands in the text."""
    return page.evaluate("getComputedStyle(document.querySelector('.skip')).position") != "static"


def test_links_lead_through_the_site_and_back(address, page, trouble):
    page.goto(f"{address}index.html")
    steps = (
        ("Fire in the harbour", "threads/fire/"),
        ("Oldest first", "threads/fire/oldest/"),
        ("Newest first", "threads/fire/"),
        ("March 7, 2031", "2031/03/07/"),
        ("Fire in the harbour", "threads/fire/"),
        ("Sources", "sources/"),
        ("Harbour Post", "sources/harbour-post/"),
        ("Archive", "archive/"),
        ("About", "about/"),
        ("Alma watch", ""),
    )
    for words, path in steps:
        page.get_by_role("link", name=re.compile(words)).first.click()
        page.wait_for_url(re.compile(re.escape(f"{address}{path}index.html") + "(#.*)?$"))
        assert is_styled(page), path
    assert serious(trouble) == []


def test_a_link_to_a_sentence_of_another_page_finds_it(address, page, trouble):
    page.goto(f"{address}2031/03/07/index.html")
    page.locator(".credit a").first.click()
    page.wait_for_url(f"{address}threads/fire/index.html#source-1")
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(".sentence .marks a").first.click()
    page.wait_for_url(re.compile(re.escape(f"{address}threads/fire/index.html") + r"#source-\d"))
    assert serious(trouble) == []


def test_the_old_address_of_a_thread_leads_to_it(address, page, trouble):
    page.goto(f"{address}threads/the-blaze/index.html")
    page.wait_for_url(f"{address}threads/fire/index.html")
    assert serious(trouble) == []


@pytest.mark.parametrize("address", HOSTS, indirect=True)
def test_a_page_that_a_host_shows_for_its_folder_leads_on(address, page, trouble):
    page.goto(f"{address}threads/fire/")
    page.get_by_role("link", name="Sources", exact=True).first.click()
    page.wait_for_url(f"{address}sources/index.html")
    assert is_styled(page)
    assert serious(trouble) == []


def test_machines_are_told_the_address_without_the_file(repo):
    page = (repo / "threads/fire/index.html").read_text()
    assert '<link rel="canonical" href="https://alma.example/repo/threads/fire/">' in page
    machines = [*repo.rglob("*.xml"), *repo.rglob("*.json")]
    assert len(machines) > 5
    assert [path.name for path in machines if "index.html" in path.read_text()] == []
