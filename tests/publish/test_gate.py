from pathlib import Path

import pytest

from digest.publish.gate import Redirect, admits, locate, names


def site(folder: Path) -> Path:
    """Write a site with pages and with things that may not be shown, and a secret beside it."""
    for path, content in {
        "secret.txt": b"secret",
        "site/index.html": b"home",
        "site/feed.xml": b"<rss/>",
        "site/a b/index.html": b"<title>AB</title>",
        "site/bare/page.txt": b"text",
        "site/.git/config": b"hidden",
        "site/.env": b"hidden",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "site/out.txt").symlink_to(folder / "secret.txt")
    (folder / "site/up").symlink_to(folder)
    (folder / "site/dot.txt").symlink_to(folder / "site/.env")
    (folder / "site/feed-too.xml").symlink_to("feed.xml")
    (folder / "site/loop").symlink_to("loop")
    return folder / "site"


@pytest.mark.parametrize(
    ("hosts", "origins", "admitted"),
    [
        pytest.param(["127.0.0.1:8000"], [], True, id="the address"),
        pytest.param(["localhost:8000"], [], True, id="the name of the machine"),
        pytest.param(["[::1]:8000"], [], True, id="the address of the sixth version"),
        pytest.param(["127.0.0.1:8000"], ["http://127.0.0.1:8000"], True, id="our own page"),
        pytest.param(["localhost:8000"], ["http://127.0.0.1:8000"], True, id="our own page under another name"),
        pytest.param([], [], False, id="no host"),
        pytest.param(["127.0.0.1"], [], False, id="no port"),
        pytest.param(["127.0.0.1:8001"], [], False, id="another port"),
        pytest.param(["evil.example:8000"], [], False, id="a name that was pointed here"),
        pytest.param(["127.0.0.1.evil.example:8000"], [], False, id="a name that begins like ours"),
        pytest.param(["evil.localhost:8000"], [], False, id="a name that ends like ours"),
        pytest.param(["LOCALHOST:8000"], [], False, id="browsers write names small"),
        pytest.param(["127.0.0.1:8000", "evil.example"], [], False, id="two hosts"),
        pytest.param(["127.0.0.1:8000"], ["https://evil.example"], False, id="a page of another site"),
        pytest.param(["127.0.0.1:8000"], ["null"], False, id="a page that hides where it is from"),
        pytest.param(["127.0.0.1:8000"], ["http://127.0.0.1:3000"], False, id="another server on this machine"),
        pytest.param(["127.0.0.1:8000"], ["https://127.0.0.1:8000"], False, id="another scheme"),
        pytest.param(["127.0.0.1:8000"], ["http://127.0.0.1:8000"] * 2, False, id="two origins"),
    ],
)
def test_only_our_own_pages_under_our_own_names_are_answered(hosts, origins, admitted):
    assert admits(names("127.0.0.1", 8000), hosts, origins) is admitted


def test_at_the_port_of_http_the_names_may_stand_alone():
    assert admits(names("127.0.0.1", 80), ["localhost"], ["http://localhost"])


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("/", "index.html", id="the front page"),
        pytest.param("/index.html", "index.html", id="a file"),
        pytest.param("/feed.xml?x=%00#y", "feed.xml", id="a query and a fragment mean nothing"),
        pytest.param("/a%20b/", "a b/index.html", id="the index of a folder"),
        pytest.param("/a%20b/index.html", "a b/index.html", id="the index by its name, as pages link to it"),
        pytest.param("/feed-too.xml", "feed.xml", id="a link within the site"),
        pytest.param("/a%20b", Redirect("/a%20b/"), id="a folder without its slash"),
        pytest.param(
            "/a%20b?q=1\r\nX: y", Redirect("/a%20b/?q=1%0D%0AX%3A%20y"), id="a redirect carries no line break"
        ),
        pytest.param("/index.html/", None, id="a file is no folder"),
        pytest.param("/bare/", None, id="a folder without an index is not listed"),
        pytest.param("/bare", None, id="nor is it redirected to"),
        pytest.param("/nothing", None, id="what is not there"),
        pytest.param("/../secret.txt", None, id="a step up"),
        pytest.param("/%2e%2e/secret.txt", None, id="an encoded step up"),
        pytest.param("/..%2fsecret.txt", None, id="an encoded slash"),
        pytest.param("/..\\secret.txt", None, id="a slash of Windows"),
        pytest.param("/a%20b/../index.html", None, id="a step up within the site"),
        pytest.param("//index.html", None, id="two slashes"),
        pytest.param("/feed.xml%00.html", None, id="a zero byte"),
        pytest.param("/%ff", None, id="no UTF-8"),
        pytest.param("http://127.0.0.1/index.html", None, id="a whole URL"),
        pytest.param("", None, id="nothing at all"),
        pytest.param("/out.txt", None, id="a link out of the site"),
        pytest.param("/up/secret.txt", None, id="a folder linked from outside"),
        pytest.param("/loop", None, id="a link to itself"),
        pytest.param("/.env", None, id="a dotfile"),
        pytest.param("/.git/config", None, id="a file in a dotted folder"),
        pytest.param("/dot.txt", None, id="a link to a dotfile"),
        pytest.param("/" + "a" * 5000, None, id="a name too long"),
    ],
)
def test_a_request_names_a_file_of_the_site_or_nothing(tmp_path, target, found):
    root = site(tmp_path)
    assert locate(root, target) == (root / found if isinstance(found, str) else found)


def test_a_site_that_is_not_built_yet_has_no_files(tmp_path):
    assert locate(tmp_path / "site", "/") is None
