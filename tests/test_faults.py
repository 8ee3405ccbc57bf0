"""Each of tests/faults/ is broken in one way: `stderr` has the exact messages, `exit` the status of `digest build`.

Where the build goes on, the good neighbour of what is broken is on the site; where it cannot, no site is written.
`pytest --update-expected` writes the two files anew; their diff is reviewed like code.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

FAULTS = Path(__file__).parent / "faults"
NEIGHBOUR = "regatta-of-port-amber-is-called-off"
SUMMARY = re.compile(r"\d+ articles? in \d+ threads?, \d+ pages? in site: .* unchanged\n\Z")
GOOD = """\
---
title: Regatta of Port Amber is called off
link: https://courier.example/regatta
source: The Amber Courier
date: 2031-03-07
---
The regatta of the invented town of Port Amber was called off on Friday for want of wind.
"""


def is_told(site: Path) -> bool:
    """Return whether the good neighbour's sentence is on a thread's page."""
    pages = (path.read_text() for path in site.glob("site/threads/*/index.html"))
    return any("called off on Friday for want of wind." in page for page in pages)


@pytest.mark.parametrize("name", sorted(path.name for path in FAULTS.iterdir()))
def test_a_fault_is_named_with_its_line_and_mend_and_stops_no_more_than_it_must(
    name, tmp_path, digest, update_expected
):
    folder = FAULTS / name
    site = shutil.copytree(folder, tmp_path / name, ignore=shutil.ignore_patterns("stderr", "exit"))
    done = digest("-C", site, "build")
    messages = SUMMARY.sub("", done.stderr.replace(str(site), "DIR"))
    if update_expected:
        (folder / "stderr").write_text(messages)
        (folder / "exit").write_text(f"{done.status}\n")
    assert messages == (folder / "stderr").read_text()
    assert done.status == int((folder / "exit").read_text())
    assert is_told(site) == (done.status == 0)
    assert (site / "site").exists() == (done.status == 0)


@pytest.mark.parametrize("name", sorted(path.name for path in FAULTS.iterdir()))
def test_each_message_is_one_line_that_names_a_place_what_is_wrong_and_how_to_mend_it(name):
    for line in (FAULTS / name / "stderr").read_text().splitlines():
        assert re.fullmatch(r"[^:]+:\d+: .+\. .+[.?]", line)


@pytest.fixture
def project(tmp_path, put) -> Path:
    return put(tmp_path / "project", {"digest.yaml": "title: A broken site\n", "content/articles/good.md": GOOD})


# Git may not keep these as they are, so the test makes them.
def test_a_link_out_of_the_folder_is_not_followed(project, tmp_path, digest):
    (tmp_path / "secret.txt").write_text("The secret of the town is a whole sentence.")
    (project / "content/articles/secret.txt").symlink_to(tmp_path / "secret.txt")
    done = digest("-q", "-C", project, "build")
    assert done.stderr == (
        "content/articles/secret.txt:1: this link leads out of the articles' folder. Copy the file itself here.\n"
    )
    assert done.status == 0
    assert is_told(project)
    assert not any(b"secret" in path.read_bytes() for path in project.glob("site/**/*.html"))


def test_a_link_to_nowhere_is_named(project, digest):
    (project / "content/articles/gone.md").symlink_to("nowhere.md")
    done = digest("-q", "-C", project, "build")
    assert done.stderr == "content/articles/gone.md:1: this is no regular file. Remove it.\n"
    assert is_told(project)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(project, digest):
    os.mkfifo(project / "content/articles/pipe.txt")
    done = digest("-q", "-C", project, "build")
    assert done.stderr == "content/articles/pipe.txt:1: this is no regular file. Remove it.\n"
    assert is_told(project)


def test_a_file_name_that_could_steer_a_terminal_is_escaped(project, digest):
    (project / "content/articles/evil\x1b[2J.md").write_text("")
    done = digest("-q", "-C", project, "build")
    assert done.stderr == (
        "content/articles/evil\\x1b[2J.md:1: there is no text here. Put the article's text in, or delete the file.\n"
    )
    assert is_told(project)


def test_ten_bad_articles_are_one_run(project, digest, put):
    put(project / "content/articles", {f"bad-{number}.md": "---\ndate: soon\n---\nText.\n" for number in range(10)})
    done = digest("-q", "-C", project, "build")
    assert done.stderr.splitlines() == [
        f'content/articles/bad-{number}.md:2: date is "soon". Write it as 2026-11-20 or 2026-11-20T09:00Z.'
        for number in range(10)
    ]
    assert is_told(project)


def test_with_strict_an_article_that_was_set_aside_fails_the_build_after_the_site_is_written(project, digest, put):
    assert digest("-q", "-C", project, "build", "--strict").status == 0
    put(project / "content/articles", {"bad.md": "---\ndate: soon\n---\nText.\n"})
    assert digest("-q", "-C", project, "build", "--strict").status == 1
    assert is_told(project)
