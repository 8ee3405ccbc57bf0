"""Each of tests/sites/ shows one point: digest.yaml and content/, and under expected/ every file that they become.

`pytest --update-expected` writes expected/ anew; its diff is reviewed like code. The shipped assets are not repeated
in each site: they are compared with templates/assets/, and in links to them the fingerprint is left out.
"""

import difflib
import re
import shutil
from pathlib import Path

SITES = Path(__file__).parent / "sites"
ASSETS = Path(__file__).parent.parent / "templates" / "assets"
LOCK = "threads.lock"


def made(site: Path, contents) -> dict[str, bytes]:
    """Return the pages and other files of a built site, and its lock; without shipped assets and digest's own list."""
    files = contents(site / "site")
    own = {name: content for name, content in files.items() if not name.startswith("assets/") and name != ".digest"}
    own = {name: without_fingerprints(content) for name, content in own.items()}
    return {**own, LOCK: (site / "content" / LOCK).read_bytes()}


def without_fingerprints(page: bytes) -> bytes:
    return re.sub(rb"(assets/\w+)\.[0-9a-f]{10}\.", rb"\1.", page)


def rewrite(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def changes(expected: dict[str, bytes], found: dict[str, bytes]) -> str:
    """Return what differs, as a diff of all files."""
    lines = []
    for name in sorted({*expected, *found}):
        before, after = (files.get(name, b"").decode().splitlines() for files in (expected, found))
        lines += difflib.unified_diff(before, after, f"expected/{name}", f"site/{name}", lineterm="", n=1)
    return "\n".join(lines)


def test_a_site_becomes_what_is_expected_file_by_file(site_name, site, digest, contents, update_expected):
    assert digest("-q", "-C", site, "build").status == 0
    found = made(site, contents)
    if update_expected:
        rewrite(SITES / site_name / "expected", found)
    expected = contents(SITES / site_name / "expected")
    assert not changes(expected, found)
    assert found == expected


def test_a_site_has_the_shipped_assets_and_lists_its_files(site_name, site, digest, contents):
    digest("-q", "-C", site, "build")
    files = contents(site / "site")
    assets = {name: content for name, content in files.items() if name.startswith("assets/")}
    assert {without_fingerprints(name.encode()).decode(): content for name, content in assets.items()} == {
        f"assets/{name}": content for name, content in contents(ASSETS).items()
    }
    linked = {name for name in assets if name.encode() in files["index.html"]}
    assert {name.partition(".")[0] for name in linked} == {"assets/icon", "assets/style"}
    assert files[".digest"].decode().splitlines() == sorted(set(files) - {".digest"})


# Where the page of each template lies in the site that has one of each.
KINDS = {
    "404.html": "404.html",
    "archive.html": "archive/index.html",
    "article.html": "articles/*/index.html",
    "corrections.html": "corrections/index.html",
    "day.html": "2031/*/*/index.html",
    "home.html": "index.html",
    "oldest.html": "threads/*/oldest/index.html",
    "outlet.html": "sources/*/index.html",
    "prose.html": "about/index.html",
    "redirect.html": "threads/harbour-fire/index.html",
    "search.html": "search/index.html",
    "sources.html": "sources/index.html",
    "storyline.html": "storylines/*/index.html",
    "tag.html": "tags/*/index.html",
    "tags.html": "tags/index.html",
    "thread.html": "threads/boats-burn/index.html",
    "outlets.opml": "sources/outlets.opml",
    "robots.txt": "robots.txt",
    "sitemap.xml": "sitemap.xml",
}


def test_one_site_has_a_page_of_every_template():
    expected = SITES / "every-kind-of-page/expected"
    templates = {path.name for path in ASSETS.parent.iterdir() if path.is_file()} - {"base.html", "parts.html"}
    assert set(KINDS) == templates
    assert [name for name, pattern in KINDS.items() if not list(expected.glob(pattern))] == []


def test_a_site_says_that_it_is_fictional(site_name):
    assert "invented" in (SITES / site_name / "digest.yaml").read_text().splitlines()[0]
