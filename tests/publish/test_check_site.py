"""Sizes, names and links of a site, where a whole project would be too much; and faults that need their own."""

import sys

import pytest

from digest.errors import DigestError, Fault
from digest.model import OutputFile
from digest.pages.write import write
from digest.publish.checklinks import Whereabouts, check_links, read_sheet
from digest.publish.checksite import check_names, check_size
from digest.rules import RULES

HINDI = (
    "अल्मा का बंदरगाह शुक्रवार को तूफान के कारण बंद कर दिया गया।\n\n"
    "अल्मा के मेले में नाचते हुए लोग\n\n"
    "महापौर ने कहा कि किसी को चोट नहीं आई और मरम्मत जल्द शुरू होगी।\n"
)


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        pytest.param({}, [], id="an empty site"),
        pytest.param({"a.jpg": 99_000_000, "b.html": 701_000_000 - 99_000_000}, ["large-file"], id="below the limits"),
        pytest.param(
            {f"{number}.jpg": 90_000_000 for number in range(9)}, ["near-limit"], id="above 800 MB in small files"
        ),
        pytest.param({f"{number}.jpg": 90_000_000 for number in range(12)}, ["large-site"], id="above 1 GB"),
    ],
)
def test_a_site_is_told_when_it_is_too_large_or_soon_will_be(sizes, told):
    assert [fault.rule for fault in check_size(sizes, "site")] == told


def test_what_is_too_large_is_named_with_its_size():
    sizes = {"film.mp4": 1_100_000_000, "index.html": 2_000}
    assert list(check_size(sizes, "site")) == [
        Fault(
            "site", 1, "the site has 1.1 GB, and GitHub Pages takes 1 GB",
            "Take out what is large; the largest file is film.mp4 with 1.1 GB",
        ),
        Fault(
            "site/film.mp4", 1, "this file has 1.1 GB, and git hosts take 105 MB",
            "Make it smaller, or put it elsewhere and link to it",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["con", "NUL.txt", "a/Com1.html", "lpt9", "a./b", "b ", "a:b", 'a"b', "a\\b", "a|b"])
def test_windows_cannot_have(name):
    assert [fault.path for fault in check_names([], [name], "site")] == [f"site/{name}"]


@pytest.mark.parametrize("name", ["console", "com.html", "com10", ".nojekyll", "a b", "auxiliary/nul-and-void", "ü"])
def test_windows_can_have(name):
    assert list(check_names([], [name], "site")) == []


PAGES = {
    "index.html": b'<h1 id="top-story">T</h1><a name="old">',
    "a b/\xc3\xbc.html".encode("latin-1").decode(): b'<p id="caf\xc3\xa9">',
    "threads/fire/index.html": b"",
    "feed.xml": b"<feed/>",
}


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        pytest.param("../../index.html", None, id="a file"),
        pytest.param("../../", None, id="a folder's index"),
        pytest.param("../fire", None, id="a folder without its slash"),
        pytest.param("", None, id="the page itself"),
        pytest.param("?q=1", None, id="with a question"),
        pytest.param("../../feed.xml#x", None, id="an anchor of what is no page"),
        pytest.param("/news/feed.xml", None, id="from the host's root"),
        pytest.param("../../a%20b/%C3%BC.html#caf%C3%A9", None, id="escaped"),
        pytest.param("../../a b/ü.html#café", None, id="not escaped"),
        pytest.param("../../index.html#top-story", None, id="an id"),
        pytest.param("../../index.html#old", None, id="an old anchor's name"),
        pytest.param("#", None, id="the top"),
        pytest.param("https://elsewhere.example/nowhere", None, id="another host"),
        pytest.param("//elsewhere.example/nowhere", None, id="another host, in the same scheme"),
        pytest.param("mailto:ada@example.org", None, id="a letter"),
        pytest.param("data:image/png;base64,AAAA", None, id="data"),
        pytest.param("https://amber.example/news/", None, id="the site by its full address"),
        pytest.param("https://amber.example/news/gone/", "broken-link", id="a full address of nothing"),
        pytest.param("../../gone.html", "broken-link", id="a file that is not there"),
        pytest.param("../../../../", "broken-link", id="above the site"),
        pytest.param("http://[", "broken-link", id="no address at all"),
        pytest.param("#gone", "broken-anchor", id="an anchor that is not there"),
        pytest.param("../../index.html#Top-story", "broken-anchor", id="an anchor in other capitals"),
    ],
)
def test_a_link_is_followed_as_a_browser_would(link, rule):
    pages = PAGES | {"threads/fire/index.html": f'<p>\n<a href="{link}">x</a>'.encode()}
    sheets = [read_sheet(path, content) for path, content in pages.items() if path.endswith(".html")]
    faults = list(check_links(sheets, pages, Whereabouts("site", "/news/", "https://amber.example/news/", {})))
    assert [(fault.path, fault.line, fault.rule) for fault in faults] == (
        [("site/threads/fire/index.html", 2, rule)] if rule else []
    )


def test_what_leads_on_from_a_page_that_moved_is_followed():
    page = b'<meta http-equiv="Refresh" content="0; url=../gone/">'
    faults = check_links([read_sheet("old/index.html", page)], ["old/index.html"], Whereabouts("site", "/", "", {}))
    assert [fault.what for fault in faults] == ['the link "../gone/" leads nowhere in the site']


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<" * 1000, b"<!-- ", b"<div>" * 5000], ids=repr)
def test_a_page_of_any_bytes_can_be_read(content):
    assert read_sheet("a.html", content).links == ()


def test_a_text_that_the_cleaner_is_not_sure_of_is_a_warning(tmp_path, put, digest):
    put(tmp_path, {"digest.yaml": "", "content/articles/a.txt": HINDI})
    rows = digest("-C", tmp_path, "check").stdout.splitlines()
    assert [row for row in rows if row.endswith("[low-confidence]")] == [
        (
            "content/articles/a.txt:1: low confidence in what is kept of this text: its script is hardly known. Look "
            "at it with `digest explain`, and write cut: for what is wrong or keep: for a line that is right. "
            "[low-confidence]"
        )
    ]
    assert RULES["low-confidence"].level == "warn"


def test_search_without_pagefind_is_an_error(tmp_path, put, digest, monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    article = "---\ntitle: T\ndate: 2031-03-07\n---\nThe regatta was called off on Friday.\n"
    put(tmp_path, {"digest.yaml": "search: true\n", "content/articles/a.md": article})
    rows = digest("-C", tmp_path, "check").stdout.splitlines()
    assert [row for row in rows if row.endswith("[no-search]")] == [
        (
            "digest.yaml:1: search needs Pagefind, which is not installed. Run `pip install --upgrade "
            '"pagefind_bin<2"`, '
            "or write `search: false`; the search page only lists the threads for now. [no-search]"
        )
    ]


def test_a_site_that_cannot_be_written_has_its_rule(tmp_path):
    (tmp_path / "site").write_text("a file")
    with pytest.raises(DigestError) as refusal:
        write([OutputFile("index.html", b"")], tmp_path / "site")
    assert refusal.value.fault.rule == "unwritable-site"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("a/Fire.md", "a/fire.md", id="capitals"),
        pytest.param("A/fire.md", "a/fire.md", id="capitals of a folder"),
        pytest.param("cafe\u0301.md", "caf\u00e9.md", id="two forms of a letter"),
    ],
)
def test_two_articles_that_some_disks_take_for_one_are_named(one, other):
    message = f"{other}:1: Windows and macOS take this file and {one} for one. Call it something else."
    assert [*map(str, check_names([other, one, "a/frost.md"], [], "site"))] == [message]
