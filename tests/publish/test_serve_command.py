"""`digest serve` in a terminal: what it prints, what it opens, and what it refuses."""

import os
import re
import sys
import time
import urllib.error
import urllib.request

import click
import pytest

from digest.commands import serve

HOUR = 3600  # seconds
SECONDS = 20  # until a test gives up; none is meant to take so long
TIME = re.compile(r"in \d+\.\d\d s$")


def read(url: str) -> tuple[int, str]:
    request = urllib.request.Request(url, headers={"Accept": "text/html"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def told(lines: list[str]) -> list[str]:
    """Return the lines without the figures that depend on all that a site has, and on the machine."""
    return [re.sub(r"\d+ (files?|removed|unchanged|pages?)", r"N \1", TIME.sub("in N s", line)) for line in lines]


def test_each_build_tells_what_changed_what_was_written_and_how_long_it_took(alma, preview):
    terminal = preview(alma)
    assert TIME.search(terminal.before[-1])
    path = alma / "content/articles/boats.md"
    path.write_text(path.read_text().replace("Six boats", "Seven boats"))
    first, second, last = told(terminal.until("4 articles"))
    assert first == "changed: content/articles/boats.md"
    assert re.fullmatch(r"written: .*\bthreads/boats-burn/index\.html\b.*", second)
    assert last == "4 articles in 3 threads, N pages in site: N files written, N removed, N unchanged, in N s"


def test_a_fault_is_told_when_it_comes_and_not_again(alma, preview):
    path = alma / "content/articles/bees.md"
    path.write_text(path.read_text().replace("link: https://post.example/bees\n", ""))
    terminal = preview(alma)
    assert [line for line in terminal.before if "no link is recorded" in line]
    (alma / "content/articles/bad.md").write_text("---\ntitle: [\n---\n")
    lines = terminal.until("4 articles")
    assert [line.partition(": ")[0] for line in lines if line.startswith("content/")] == ["content/articles/bad.md:3"]


def test_a_digest_yaml_that_is_bad_at_the_start_is_served_as_its_fault_until_it_is_mended(alma, preview):
    (alma / "digest.yaml").write_text("title: Alma\nbase_url: https://post.example/news/\nlanguages: en\n")
    terminal = preview(alma)
    status, page = read(terminal.url)
    assert (status, page.count("digest.yaml:3: ")) == (503, 1)
    assert re.search(r'src="/__reload\.js\?build=[0-9a-f]{16}-0"', page)
    (alma / "digest.yaml").write_text("title: Alma\nbase_url: https://post.example/news/\n")
    terminal.until("4 articles")
    assert read(terminal.url)[0] == 200
    assert read(f"{terminal.url}news/threads/boats-burn/")[0] == 200


def test_a_digest_yaml_that_turns_bad_leaves_the_last_good_site(alma, preview):
    terminal = preview(alma)
    (alma / "digest.yaml").write_text("title: [\n")
    assert terminal.until("digest.yaml:")[0] == "changed: digest.yaml"
    assert read(terminal.url)[0] == 200


def test_the_address_names_the_path_of_base_url(alma, preview):
    (alma / "digest.yaml").write_text("title: Alma\nbase_url: https://post.example/news/\n")
    terminal = preview(alma)
    assert terminal.url.endswith("/news/")
    assert read(terminal.url)[0] == 200


def test_what_a_killed_command_left_is_swept_at_the_start(alma, preview, put):
    put(alma, {"site/.digest-new/0": "half", ".site.digest-new/0": "half", "content/threads/.digest-abcd1234": "half"})
    os.utime(alma / "content/threads/.digest-abcd1234", (time.time() - 2 * HOUR,) * 2)
    preview(alma)
    names = {path.name for folder in (alma, alma / "site", alma / "content/threads") for path in folder.iterdir()}
    assert not [name for name in names if name.startswith(".digest-") and name != ".digest-cache"]
    assert ".site.digest-new" not in names


def test_open_hands_the_address_to_the_browser(alma, preview, tmp_path):
    note, script = tmp_path / "opened", tmp_path / "browser.py"
    script.write_text("import sys; print('opened', sys.argv[1], file=sys.stderr, flush=True)")
    terminal = preview(alma, "--open", BROWSER=f"{sys.executable} {script} %s")
    assert terminal.until("opened") == [f"opened {terminal.url}"]
    assert not note.exists()


def test_without_live_pages_are_served_as_they_will_be_published(alma, preview):
    terminal = preview(alma, "--no-live")
    assert read(terminal.url) == (200, (alma / "site/index.html").read_text())
    assert read(f"{terminal.url}__reload")[0] == 404


def test_without_edit_no_page_can_edit(alma, preview):
    terminal = preview(alma)
    assert "__edit" not in read(f"{terminal.url}threads/boats-burn/")[1]
    assert read(f"{terminal.url}__edit?thread=boats-burn")[0] == 404


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(
            ["--host", "0.0.0.0"],
            "--edit writes your files, so it is for this machine only. Leave out --host 0.0.0.0.\n",
            id="every address",
        ),
        pytest.param(
            ["--host", "192.0.2.1"],
            "--edit writes your files, so it is for this machine only. Leave out --host 192.0.2.1.\n",
            id="another address",
        ),
        pytest.param(
            ["--host", "post.example"],
            "--edit writes your files, so it is for this machine only. Leave out --host post.example.\n",
            id="a name",
        ),
        pytest.param(
            ["--no-live"],
            "--edit puts a script into the pages, and --no-live puts none. Leave one of them out.\n",
            id="without scripts",
        ),
    ],
)
def test_edits_are_taken_on_this_machine_only(options, message, alma, digest):
    done = digest("-C", alma, "serve", "--edit", *options)
    assert (done.status, done.stderr) == (2, message)


def test_all_builds_of_a_preview_share_one_cache(alma, monkeypatch):
    asked = []
    build = serve.build

    def noted(*given, means):
        asked.append(means.cache)
        return build(*given, means=means)

    monkeypatch.setattr(serve, "build", noted)
    desk = serve.Desk(click.Context(click.Command("serve"), obj=(alma, True)))
    assert [desk.rebuild(()), desk.rebuild((alma / "digest.yaml",))] == [None, None]
    assert len(asked) == 2
    assert asked[0] is asked[1]
