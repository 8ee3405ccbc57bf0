"""What `digest deploy branch` pushed, as readers find it: cloned, served below a path by a plain server, and opened."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from digest.cli import main

ROOT = Path(__file__).parents[2]
PUBLISHED = "https://ada.github.io/repo/"
FERRY = "threads/two-die-as-fire-sweeps-ferry-off-grey-island/"
SEARCHED = find_spec("pagefind_bin") is not None
ADDRESSES = "[...document.querySelectorAll('[href], [src]')].map(each => each.href || each.src)"
WHO = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "Ada Alm"), ("EMAIL", "ada@alma.example"))
}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """Return a folder in which repo/ is a clone of the branch that a deploy of the example pushed."""
    root = tmp_path_factory.mktemp("deploy")
    ignored = shutil.ignore_patterns("site", ".digest-cache")
    project = shutil.copytree(ROOT / "examples/port-amber", root / "project", ignore=ignored)
    settings = re.sub(r"^(search|base_url):.*\n", "", (project / "digest.yaml").read_text(), flags=re.MULTILINE)
    (project / "digest.yaml").write_text(f"{settings}base_url: {PUBLISHED}\nsearch: {str(SEARCHED).lower()}\n")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in WHO.items():
            patch.setenv(name, value)
        git(root, "init", "--quiet", "--bare", "origin.git")
        git(project, "init", "--quiet", "--initial-branch", "main")
        git(project, "remote", "add", "origin", str(root / "origin.git"))
        for words in (["build"], ["deploy", "branch"]):
            with pytest.raises(SystemExit) as left:
                main(["-q", "-C", str(project), *words])
            assert left.value.code == 0, words
        git(root, "clone", "--quiet", "--branch", "gh-pages", "origin.git", "www/repo")
    return root / "www"


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def address(clone, serve) -> str:
    return f"{serve(clone)}repo/"


@pytest.fixture
def page(browser, address) -> Iterator[Page]:
    """Return a page; in the end nothing failed, nothing was complained of, and nothing was asked for elsewhere."""
    trouble: list[str] = []
    asked: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: trouble.append(f"{answer.status}: {answer.url}"))
        yield page
    assert [line for line in trouble if not line.startswith(("200: ", "304: "))] == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_a_reader_goes_from_the_home_page_to_a_thread_a_day_an_outlet_and_back(page, address):
    page.goto(address)
    for path in (FERRY, "2031/03/05/", "sources/", "sources/harbour-post/", "archive/", "tags/", "about/"):
        page.locator(f'a[href$="{path.split("/")[-2]}/index.html"]:visible').first.click()
        page.wait_for_url(re.compile(re.escape(f"{address}{path}index.html") + "(#.*)?$"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="The Port Amber Digest").first.click()
    page.wait_for_url(f"{address}index.html")


@pytest.mark.skipif(not SEARCHED, reason="Pagefind is not installed: the extra [search]")
def test_a_reader_finds_a_word_and_goes_to_its_place(page, address):
    page.goto(address)
    page.get_by_role("link", name="Search").first.click()
    page.fill("#q", "upper deck locked")
    page.locator("#results a[href*='#source-']").first.click()
    page.wait_for_url(re.compile(re.escape(address) + r"threads/[\w-]+/index\.html#source-\d+$"))


def test_every_page_that_links_lead_to_opens_and_no_link_leads_out_of_the_path(page, address):
    host = urlsplit(address).netloc
    waiting, found = [address, f"{address}404.html"], {address, f"{address}404.html"}
    while waiting:
        page.goto(waiting.pop())
        links = {urldefrag(link).url for link in page.evaluate(ADDRESSES)}
        new = {link for link in links if urlsplit(link).netloc == host} - found
        assert [(page.url, link) for link in sorted(new) if not link.startswith(address)] == []
        found |= new
        waiting += sorted(link for link in new if link.endswith((".html", "/")))
    assets = sorted(link for link in found if not link.endswith((".html", "/")))
    assert [(link, status) for link in assets if (status := page.request.get(link).status) != 200] == []
    assert {link.rpartition(".")[2] for link in assets} >= {"css", "svg", "xml", "json"}


def test_every_page_of_the_sitemap_is_there(page, address, clone):
    listed = [each.text or "" for each in ET.parse(clone / "repo/sitemap.xml").iter() if each.tag.endswith("}loc")]
    there = {link: page.request.get(link.replace(PUBLISHED, address)).status for link in listed}
    assert len(there) > 40
    assert {link: status for link, status in there.items() if status != 200 or not link.startswith(PUBLISHED)} == {}


def test_the_branch_has_what_a_host_needs_and_no_domain(clone):
    assert (clone / "repo/.nojekyll").read_bytes() == b""
    assert not (clone / "repo/CNAME").exists()
