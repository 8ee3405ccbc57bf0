"""One function turns pages into URLs, one URLs into files, one two URLs into a link."""

from urllib.parse import urljoin

import pytest

from digest.pages import urls


@pytest.mark.parametrize(
    ("url", "path"),
    [
        pytest.param("/", "index.html", id="the first page"),
        pytest.param(urls.thread_url("fire"), "threads/fire/index.html", id="a thread"),
        pytest.param(urls.day_url("2031-03-07"), "2031/03/07/index.html", id="a day"),
        pytest.param("/404.html", "404.html", id="a page that is a file"),
        pytest.param(urls.FEED, "feed.xml", id="the feed"),
    ],
)
def test_a_url_is_a_file(url, path):
    assert urls.output_path(url) == path


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        pytest.param("/", "/", "./", id="from home to home"),
        pytest.param("/", "/threads/fire/", "threads/fire/", id="down"),
        pytest.param("/threads/fire/", "/", "../../", id="up"),
        pytest.param("/threads/fire/", "/threads/frost/", "../frost/", id="aside"),
        pytest.param("/threads/fire/", "/threads/fire/", "./", id="to itself"),
        pytest.param("/threads/fire/", "/threads/fire/#source-1", "#source-1", id="within itself"),
        pytest.param(
            "/2031/03/07/", "/threads/fire/#d-2031-03-07", "../../../threads/fire/#d-2031-03-07", id="to an anchor"
        ),
        pytest.param("/feed.xml", "/sitemap.xml", "sitemap.xml", id="from a file to a file"),
        pytest.param("/", "/threads/東京/", "threads/東京/", id="another script"),
    ],
)
def test_a_page_means_another_by_where_it_stands(page, target, link):
    assert urls.relative(page, target) == link
    for base in ("https://digest.example", "https://digest.example/below/a/path"):
        assert urljoin(base + page, link) == base + target


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        pytest.param("/", "/", "index.html", id="from home to home"),
        pytest.param("/", "/threads/fire/", "threads/fire/index.html", id="down"),
        pytest.param("/threads/fire/", "/", "../../index.html", id="up"),
        pytest.param("/threads/fire/", "/threads/frost/", "../frost/index.html", id="aside"),
        pytest.param("/threads/fire/", "/threads/fire/", "index.html", id="to itself"),
        pytest.param("/threads/fire/oldest/", "/threads/fire/", "../index.html", id="to the page above"),
        pytest.param("/threads/fire/", "/threads/fire/#source-1", "#source-1", id="within itself"),
        pytest.param(
            "/2031/03/07/", "/threads/fire/#d-1", "../../../threads/fire/index.html#d-1", id="to an anchor elsewhere"
        ),
        pytest.param("/threads/fire/", "/feed.xml", "../../feed.xml", id="to a file"),
        pytest.param("/feed.xml", "/", "index.html", id="from a file"),
        pytest.param("/", "/threads/東京/", "threads/東京/index.html", id="another script"),
    ],
)
def test_a_link_that_a_reader_follows_names_the_file(page, target, link):
    assert urls.link(page, target) == link
    url, mark, fragment = target.partition("#")
    for base in ("https://digest.example/", "https://digest.example/below/a/path/", "file:///home/ada/site/"):
        found = urljoin(base + urls.output_path(page), link)
        assert found == base + urls.output_path(url) + mark + fragment


def plain_link(page, target):
    """Return what `link` says, without its shorter way to another section."""
    found, mark, fragment = urls.relative(page, target).partition("#")
    return (urls.output_path(found.removeprefix("./")) if found else "") + mark + fragment


URLS = (
    "/", "/#all", "/threads", "/threads/", "/threads/fire/", "/threads/fire/#d-1", "/threads/fire/oldest/",
    "/sources/", "/thread/", "/sources/outlets.opml", "/feed.xml", "/404.html", "/2031/03/07/", "/tags/a.b/",
    "/tags/#c/", "/tags//x/", "/tags/../threads/", "//sources/", "sources/",
)  # fmt: skip


@pytest.mark.parametrize("page", URLS)
@pytest.mark.parametrize("target", URLS)
def test_a_link_to_another_section_is_what_the_long_way_to_it_says(page, target):
    assert urls.link(page, target) == plain_link(page, target)
