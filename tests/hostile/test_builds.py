"""A build of any few hostile files ends well: each is an article or is named, and their neighbour stands."""

import json
import random
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SETTINGS = "title: A test\nbase_url: https://example.org/\n"
GOOD = "---\ntitle: A good neighbour\nlink: https://good.example/a\ndate: 2031-03-07\nsource: Post\n---\nIt stands.\n"
SUFFIXES = (".md", ".txt", ".html", ".xml", ".json", ".rss", ".atom", ".htm", ".MD", ".xhtml", ".text", ".markdown")
STEMS = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40)
PARTS = (
    "---\n", "title: ", "date: 2031-03-07\n", "link: https://post.example/a\n", "tags: [a, 'b']\n", "thread: fire\n",
    "status: retracted\n", "rights: full\n", "keep: ['a']\n", "Two boats burnt in the harbour of Alma on Friday.\n\n",
    "Five people died, the mayor said.\n", "Six people died, the mayor said.\n", "# Fire\n", "> quoted\n", "- one\n",
    "|a|b|\n|-|-|\n", "```\n", "![](x)", "[x](javascript:1)", "<script>1</script>", "<p>", "</p>", "<table><tr><td>",
    "<rss version='2.0'><channel><title>Post</title>",
    "<item><title>Fire</title><description>&lt;p&gt;Two</description>",
    "</item></channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Fire</title></entry></feed>",
    '{"items": [', '{"id": "1", "title": "Fire", "content_html": "<p>Two</p>"}', "]}", "\x00", "\ud800", "\u202e",
    "&#0;&#x202e;", "e\u0301", "\ufeff", "\r", "\u2028", "9" * 50, "A. " * 30, "&a *a !a ", "港は金曜日に閉鎖された。",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).map(lambda parts: "".join(parts).encode(errors="surrogatepass"))
CONTENTS = st.one_of(TEXTS, TEXTS, st.binary(max_size=200))
FILES = st.dictionaries(st.tuples(STEMS, st.sampled_from(SUFFIXES)), CONTENTS, min_size=1, max_size=5)


def put_files(folder: Path, files: dict[tuple[str, str], bytes]) -> list[str]:
    """Write the files whose names this disk takes, and return those names."""
    names = []
    folder.mkdir(parents=True)
    for (stem, suffix), content in files.items():
        name = f"{stem}{suffix}"
        if len(name.encode()) < 255:
            (folder / name).write_bytes(content)
            names.append(name)
    return names


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, st.integers(0, 9))
def test_a_build_of_hostile_files_ends_well(digest, files, seed) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put_files(root / "content/articles", files)
        (root / "content/articles/good.md").write_text(GOOD)
        (root / "digest.yaml").write_text(SETTINGS)
        first = digest("-C", root, "build", "--now", "2031-03-09T10:00Z")
        assert first.status == 0, first.stderr
        told = {path.relative_to(root / "site"): path.read_bytes() for path in (root / "site").rglob("*.*")}
        assert any(b"A good neighbour" in page for path, page in told.items() if path.parts[0] == "threads")
        for path, content in told.items():
            _check_readable(path, content)
        _again_in_another_order(root / "content/articles", seed)
        assert digest("-C", root, "build", "--now", "2031-03-09T10:00Z").status == 0
        assert told == {path.relative_to(root / "site"): path.read_bytes() for path in (root / "site").rglob("*.*")}


def _check_readable(path: Path, content: bytes) -> None:
    content.decode()
    if path.suffix in {".xml", ".opml"}:
        ET.fromstring(content)
    elif path.suffix == ".json":
        json.loads(content)


def _again_in_another_order(folder: Path, seed: int) -> None:
    """Write the files anew, in an order of chance: nothing may depend on how a disk lists them."""
    files = [(path, path.read_bytes()) for path in sorted(folder.iterdir())]
    for path, _ in files:
        path.unlink()
    random.Random(seed).shuffle(files)
    for path, content in files:
        path.write_bytes(content)


@pytest.mark.parametrize(
    "name", ["threads.lock", "sources.yaml", "corrections.yaml", "threads/fire.md", "pages/about.md"]
)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xff\xfe\x00", id="bytes"),
        pytest.param(b"[" * 5000, id="brackets"),
        pytest.param(b"a: &a [b, *a]\n", id="an alias"),
        pytest.param(b"---\n" * 99, id="documents"),
        pytest.param(b"- date: 2031-03-07\n  text: '<script>1</script>'\n", id="markup"),
        pytest.param("\ud800\u202e\x00: \ud800".encode(errors="surrogatepass"), id="no sign at all"),
    ],
)
def test_a_curators_file_that_is_broken_takes_no_article_down(name, content, digest, put, tmp_path) -> None:
    files = {"digest.yaml": SETTINGS, "content/articles/good.md": GOOD, f"content/{name}": content}
    done = digest("-C", put(tmp_path, files), "build")
    assert (done.status, "Traceback" in done.stderr) == (0, False), done.stderr
    assert any(b"A good neighbour" in page.read_bytes() for page in (tmp_path / "site/threads").rglob("*.html"))
    assert (tmp_path / "content" / name).read_bytes() == content or name == "threads.lock"
