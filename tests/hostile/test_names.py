"""Whatever a file is called, it is one article with a page of its own, which every disk can hold."""

import os
import re
import unicodedata
from html import unescape
from pathlib import Path

import pytest

from digest.tools import files

FULL = "title: A test\nbase_url: https://example.org/\n"
SOURCES = "post: {name: Post, rights: full}\n"
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
LONGEST = 255  # bytes of a name that common file systems take
NAMES = {
    "capitals": ["Fire.md", "fire.md", "FIRE.md"],
    "forms of one letter": ["caf\u00e9.md", "cafe\u0301.md", "\ufb01re.md", "fire.md"],
    "names that Windows keeps": ["CON.md", "con.md", "aux.txt", "NUL.md", "com1.md", "lpt9.html", "con"],
    "ends that Windows drops": ["fire .md", "fire..md", "fire.md.md"],
    "signs that Windows refuses": ["a:b.md", "a|b.md", 'a"b.md', "a*b?.md", "a<b>.md", "a\\b.md"],
    "controls": ["a\nb.md", "a\tb.md", "a\x1b[2Jb.md", "a\u202eb.md", "a\u200bb.md"],
    "as long as a name can be": ["a" * 252 + ".md", "a" * 251 + "b.md", "\u6771" * 84 + ".md"],
    "bytes that are no UTF-8": [b"caf\xe9.md", b"caf\xe8.md", b"\xff.md"],
    "names of the site's own": ["index.html", "feed.md", "search.md", "threads.md", "404.md", "assets.md"],
    "markup": ["<script>ran=1<.md", "{{7*7}}.md", "%2e%2e%2fa.md", "--help.md", "-.md"],
    "folders": ["a/b.md", "a b.md", "A/b.md", "deep/" * 20 + "a.md"],
}  # fmt: skip
NO_LINK = "Add `link: https://...` to its front matter, between two lines of three hyphens (---) at its top."
READ = (".md", ".txt", ".html")


def path_of(folder: Path, name: str | bytes) -> Path:
    return folder / os.fsdecode(name)


def put_articles(folder: Path, names: list[str | bytes], front: str = "") -> None:
    """Write an article of its own words into each file."""
    for number, name in enumerate(names):
        path = path_of(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        front_matter = f"---\ntitle: Report number {number}\ndate: 2031-03-07\nsource: post\n{front}---\n\n"
        path.write_text(f"{front_matter}What only article {number} of them says is told here.\n")


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site of articles that may be shown whole, and returns where it is."""

    def built(names: list[str | bytes], front: str = "") -> Path:
        put(tmp_path, {"digest.yaml": FULL, "content/sources.yaml": SOURCES})
        put_articles(tmp_path / "content/articles", names, front)
        done = digest("-C", tmp_path, "build")
        assert done.status == 0, done.stderr
        done.stderr.encode()
        return tmp_path / "site"

    return built


def whole(site: Path) -> dict[str, str]:
    """Return which article each page of a whole one holds."""
    pages = sorted((site / "articles").rglob("*.html"))
    return {
        path.relative_to(site).as_posix(): found[1]
        for path in pages
        if (found := re.search(r"What only article (\d+) of them", unescape(path.read_text("utf-8"))))
    }


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES.keys())
def test_each_file_has_a_page_of_its_own_that_every_disk_can_hold(names, build) -> None:
    site = build(names)
    articles = [number for number, name in enumerate(names) if os.fsdecode(name).endswith(READ)]
    assert sorted(whole(site).values()) == sorted(map(str, articles))
    paths = [path.relative_to(site) for path in sorted(site.rglob("*"))]
    parts = {part for path in paths for part in path.parts}
    assert not [part for part in parts if RESERVED.fullmatch(part) or set(part) & set('<>:"|?*\\')]
    assert not [
        part for part in parts if part != part.strip() or part.endswith(".") or len(os.fsencode(part)) > LONGEST
    ]
    assert not [part for part in parts if not part.isprintable() or unicodedata.normalize("NFC", part) != part]
    assert len({str(path).casefold() for path in paths}) == len(paths)


@pytest.mark.parametrize("front", ["slug: fire\n", "slug: CON\n", "thread: fire\n"], ids=repr)
def test_articles_that_want_one_address_are_told_apart_and_the_same_each_time(front, build, tmp_path) -> None:
    names = ["a.md", "b.md", "c.md"]
    first = whole(build(names, front))
    assert sorted(first.values()) == ["0", "1", "2"]
    (tmp_path / "content/threads.lock").unlink()
    for path in sorted((tmp_path / "content/articles").iterdir(), reverse=True):  # written in another order
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
    assert whole(build(names, front)) == first


def test_what_is_no_file_of_an_article_is_left_alone_or_named(build, tmp_path, digest) -> None:
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    (tmp_path / "secret.md").write_text("SECRET")
    (folder / "out.md").symlink_to(tmp_path / "secret.md")
    (folder / "gone.md").symlink_to(folder / "nowhere.md")
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "root").symlink_to("/")
    (folder / "outside").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.md")
    (folder / "folder.md").mkdir()
    for name in (".hidden.md", "#a.md#", "a.md~", ".a.md.swp", "a.md.tmp", ".git/a.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("SECRET")
    site = build(["good.md"])
    assert list(whole(site).values()) == ["0"]
    assert not [path for path in site.rglob("*") if path.is_file() and b"SECRET" in path.read_bytes()]
    assert digest("-C", tmp_path, "build").stderr.splitlines()[:-1] == [
        "content/articles/gone.md:1: this is no regular file. Remove it.",
        f"content/articles/good.md:1: no link is recorded. {NO_LINK}",
        "content/articles/loop.md:1: this is no regular file. Remove it.",
        "content/articles/out.md:1: this link leads out of the articles' folder. Copy the file itself here.",
        "content/articles/pipe.md:1: this is no regular file. Remove it.",
    ]


@pytest.fixture
def at_rest(monkeypatch):
    """Let each file be one that nobody has touched for long, so that it is kept what was read in it."""
    monkeypatch.setattr(files, "COARSEST", -1_000_000_000_000)


ODD = os.fsdecode(b"bad\xff.md")


@pytest.mark.usefixtures("at_rest")
def test_a_file_whose_name_is_no_utf8_is_built_checked_listed_and_explained_twice(build, tmp_path, digest) -> None:
    names = [b"bad\xff.md", b"bad\xfe.md"]
    first = whole(build(names))
    assert sorted(first.values()) == ["0", "1"]
    for command in ("build", "check", "list articles", "build"):
        done = digest("-C", tmp_path, *command.split())
        assert done.status == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert whole(tmp_path / "site") == first


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("name", [ODD, f"content/articles/{ODD}", f"../{{}}/content/articles/{ODD}", "bad\\xff.md"])
def test_a_file_whose_name_is_no_utf8_is_explained_by_any_name(name, build, tmp_path, digest, monkeypatch) -> None:
    build([b"bad\xff.md"])
    monkeypatch.chdir(tmp_path)
    done = digest("explain", name.format(tmp_path.name))
    assert (done.status, done.stderr) == (0, "")
    assert "What only article 0 of them says" in done.stdout


@pytest.mark.usefixtures("at_rest")
def test_a_digest_in_a_folder_whose_name_is_no_utf8_is_as_any(tmp_path, digest, put) -> None:
    project = put(tmp_path / os.fsdecode(b"my\xff"), {"digest.yaml": FULL, "content/sources.yaml": SOURCES})
    put_articles(project / "content/articles", ["fire.md", b"bad\xff.md"])
    for command in ("build", "build", "check", "list articles", "list threads", "explain fire.md"):
        done = digest("-C", project, *command.split())
        assert done.status == 0, done.stderr
    assert sorted(whole(project / "site").values()) == ["0", "1"]


def test_a_name_in_static_that_the_list_of_the_site_cannot_hold_stops_the_build(build, tmp_path, digest, put) -> None:
    build(["fire.md"])
    put(tmp_path, {"static/notes\nprivate.txt": "notes", "site/private.txt": "the curator's own"})
    for _ in range(2):
        done = digest("-C", tmp_path, "build")
        what = "this has a line break or another control sign in its name. Rename it."
        assert (done.status, done.stderr) == (1, f"static/notes\\nprivate.txt:1: {what}\n")
    assert (tmp_path / "site/private.txt").read_text() == "the curator's own"
