"""`digest add` as a curator calls it: what it prints, where, and how it exits."""

import io
import subprocess
import sys

import pytest

PAGE = "<!doctype html><html><head><title>Fire</title></head><body><p>Five boats burnt in Alma.</p></body></html>"


@pytest.fixture
def inbox(put, tmp_path):
    files = {"fire.txt": "Five boats burnt.\n", "copy.md": "Five boats burnt.\n", "bad.txt": bytes(50)}
    return put(tmp_path / "in", files)


def test_each_article_is_told_and_then_how_many_there_were(digest, project, inbox):
    done = digest("-C", project, "add", inbox / "fire.txt", inbox / "copy.md", inbox / "bad.txt")
    where = inbox.as_posix()
    assert (done.status, done.stdout) == (1, "")
    assert done.stderr == (
        f"content/articles/fire.txt is added: {where}/fire.txt\n"
        f"{where}/copy.md is there already: content/articles/fire.txt\n"
        f"{where}/bad.txt: this is no text. Save the article as text, Markdown or HTML.\n"
        "1 added, 1 there already, 1 refused\n"
    )


def test_quiet_tells_what_is_refused_and_no_more(digest, project, inbox):
    done = digest("-q", "-C", project, "add", inbox)
    assert (done.status, done.stdout) == (1, "")
    assert done.stderr == f"{inbox.as_posix()}/bad.txt: this is no text. Save the article as text, Markdown or HTML.\n"


def test_where_nothing_is_refused_the_exit_is_0(digest, project, inbox):
    assert digest("-C", project, "add", inbox / "fire.txt").status == 0
    assert digest("-C", project, "add", inbox / "fire.txt").status == 0


def test_a_dry_run_writes_nothing_and_finds_the_same(digest, project, inbox, contents):
    done = digest("-C", project, "add", "--dry-run", inbox / "fire.txt", inbox / "copy.md")
    where = inbox.as_posix()
    assert done.stderr == (
        f"content/articles/fire.txt would be added: {where}/fire.txt\n"
        f"{where}/copy.md is there already: content/articles/fire.txt\n"
        "1 would be added, 1 there already, 0 refused\n"
    )
    assert list(contents(project / "content/articles")) == [".keep"]


def test_the_options_become_front_matter(digest, project, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Five boats burnt.\n")))
    words = ["--link", "https://post.example/fire", "--title", "Fire", "--date", "2031-03-07", "--source", "post"]
    digest("-C", project, "add", "-", *words, "--thread", "alma-fire", "--tag", "sea", "--tag", "alma")
    assert (project / "content/articles/fire.txt").read_text() == (
        "---\ntitle: Fire\nlink: https://post.example/fire\nsource: post\ndate: 2031-03-07\ntags: [sea, alma]\n"
        "thread: alma-fire\n---\nFive boats burnt.\n"
    )


def test_a_link_that_is_told_is_stored_without_what_tracks(digest, project, inbox):
    link = "https://post.example/fire?id=7&utm_source=letter&fbclid=x#comments"
    assert digest("-C", project, "add", inbox / "fire.txt", "--link", link).status == 0
    said = (project / "content/articles/fire.txt").read_text()
    assert said == "---\nlink: https://post.example/fire?id=7\n---\nFive boats burnt.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere.txt"],
         'There is no file "nowhere.txt". Name a file, a folder, an address that begins with https://, or -.'),
        (["-", "--date", "7.3.31"], '--date is "7.3.31". Write it as 2026-11-20 or 2026-11-20T09:00Z.'),
        (["-", "--link", "post"], '--link is "post". Write a link that begins with https://.'),
        (["https://post.example/a", "--title", "Fire"],
         "--link and --title are said of one article. Name one file, or - for the standard input."),
    ],
    ids=["no such file", "no day", "no link", "a title for an address"],
)  # fmt: skip
def test_wrong_use_is_told_before_anything_is_done(digest, project, words, message):
    done = digest("-C", project, "add", *words)
    assert (done.status, done.stdout, done.stderr) == (2, "", f"{message}\n")


def test_private_addresses_are_fetched_only_where_that_is_said(digest, project, server):
    link = server.says("/fire-at-alma", PAGE)
    done = digest("-q", "-C", project, "add", link)
    mend = "If that is meant, say --allow-private."
    assert done.stderr == f'{link}: "127.0.0.1" is an address of this machine or of its own network. {mend}\n'
    done = digest("-C", project, "add", "--allow-private", link)
    name = "content/articles/127-0-0-1-fire-at-alma.html"
    assert (done.status, done.stderr) == (0, f"{name} is added: {link}\n1 added, 0 there already, 0 refused\n")
    assert (project / name).read_text() == f"---\nlink: {link}\n---\n{PAGE}"


def test_what_is_larger_than_max_size_is_refused(digest, project, server):
    link = server.says("/fire-at-alma", "x" * 2000)
    done = digest("-q", "-C", project, "add", "--allow-private", "--max-size", "0.001", link)
    assert done.stderr == f"{link}: it has more than 0.001 MB. Save the article alone, or raise --max-size.\n"


def test_files_are_added_without_the_library_that_fetches(project, inbox):
    program = (
        "import sys\nfrom digest.cli import main\n"
        f"try: main(['-q', '-C', {str(project)!r}, 'add', {str(inbox / 'fire.txt')!r}])\n"
        "except SystemExit: print(*({'httpx', 'httpcore', 'ssl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
