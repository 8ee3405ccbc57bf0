from http import HTTPStatus
from pathlib import Path

import pytest

from digest.publish.answers import Answer, Wish, answer, span
from digest.publish.reload import News

HOME = b"<!doctype html><title>Home</title><body><p>Home</p></body></html>\n"


def site(folder: Path) -> Path:
    for path, content in {
        "index.html": HOME,
        "404.html": b"<title>Gone</title>",
        "feed.xml": b"<rss/>",
        "big.bin": bytes(range(100)),
        "a b/index.html": b"<title>AB</title>",
    }.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
    return folder / "site"


@pytest.mark.parametrize(
    ("header", "part"),
    [
        pytest.param(None, None, id="no range"),
        pytest.param("bytes=0-0", range(1), id="the first byte"),
        pytest.param("bytes=90-", range(90, 100), id="from one on"),
        pytest.param("bytes=-10", range(90, 100), id="the last ones"),
        pytest.param("bytes=90-999", range(90, 100), id="beyond the end"),
        pytest.param("bytes=-999", range(100), id="more than there are"),
        pytest.param("bytes=100-", range(100, 100), id="after the end"),
        pytest.param("bytes=-0", range(100, 100), id="the last none"),
        pytest.param("bytes=5-4", None, id="backwards"),
        pytest.param("bytes=-", None, id="neither end"),
        pytest.param("bytes=0-0,5-9", None, id="several"),
        pytest.param("lines=1-2", None, id="another unit"),
        pytest.param("bytes=0-" + "9" * 5000, None, id="a number without measure"),
    ],
)
def test_a_range_is_a_part_of_the_file_or_is_passed_over(header, part):
    assert span(header, 100) == part


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param(
            Wish("/"),
            Answer(HTTPStatus.OK, HOME, (("Content-Type", "text/html; charset=utf-8"),)),
            id="who does not ask for a page to read gets the bytes of the disk",
        ),
        pytest.param(
            Wish("/", to_read=True),
            Answer(
                HTTPStatus.OK,
                HOME.replace(b"</body>", b'<script src="/__reload.js?build=3"></script>\n</body>'),
                (("Content-Type", "text/html; charset=utf-8"),),
            ),
            id="a browser gets the reload script with it",
        ),
        pytest.param(
            Wish("/feed.xml", to_read=True),
            Answer(
                HTTPStatus.OK,
                b"<rss/>",
                (("Content-Type", "application/xml; charset=utf-8"), ("Accept-Ranges", "bytes")),
            ),
            id="only pages get the script",
        ),
        pytest.param(
            Wish("/big.bin", "bytes=10-12"),
            Answer(
                HTTPStatus.PARTIAL_CONTENT,
                b"\x0a\x0b\x0c",
                (
                    ("Content-Type", "application/octet-stream"),
                    ("Accept-Ranges", "bytes"),
                    ("Content-Range", "bytes 10-12/100"),
                ),
            ),
            id="a part of a file",
        ),
        pytest.param(
            Wish("/big.bin", "bytes=100-"),
            Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", (("Content-Range", "bytes */100"),)),
            id="a part that is not there",
        ),
        pytest.param(
            Wish("/a%20b"), Answer(HTTPStatus.FOUND, b"", (("Location", "/a%20b/"),)), id="the way to a folder"
        ),
        pytest.param(
            Wish("/nothing"),
            Answer(HTTPStatus.NOT_FOUND, b"<title>Gone</title>", (("Content-Type", "text/html; charset=utf-8"),)),
            id="the site's own page for what is not there",
        ),
    ],
)
def test_a_wish_is_answered(tmp_path, wish, expected):
    assert answer(site(tmp_path), wish, News(build=3)) == expected


def test_without_a_site_the_page_says_why_it_could_not_be_built(tmp_path):
    reply = answer(tmp_path / "site", Wish("/"), News(fault="digest.yaml:3: <b>. Mend it."))
    assert (reply.status, reply.body.decode()) == (
        HTTPStatus.SERVICE_UNAVAILABLE,
        (
            '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>The site could not be built</title>\n'
            "<h1>The site could not be built</h1>\n<pre>digest.yaml:3: &lt;b&gt;. Mend it.</pre>\n"
        ),
    )
