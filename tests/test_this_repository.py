"""This repository is a digest too: its workflow checks it strictly and builds it frozen, and both pass here."""

from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_it_passes_its_own_check(repository, digest):
    done = digest("-C", repository, "check", "--strict", "--now", "2026-03-05")
    assert (done.status, done.stdout, done.stderr) == (0, "", "Nothing to mend.\n")


def test_a_fault_that_its_levels_do_not_name_still_fails_the_check(repository, put, digest):
    text = "---\ntitle: A storm\nlink: https://post.example/storm\nsource: Post\n---\nIt blew all night in Alma.\n"
    put(repository, {"content/articles/storm.md": text})
    done = digest("-q", "-C", repository, "check", "--strict", "--now", "2026-03-05")
    assert done.status == 1
    assert "content/articles/storm.md:1: " in done.stdout
    assert "[undated]" in done.stdout


def test_it_is_built_frozen(repository, digest):
    assert digest("-q", "-C", repository, "build", "--frozen").status == 0


def test_its_workflow_does_so():
    workflow = (ROOT / ".github/workflows/digest.yml").read_text()
    assert "run: digest check --strict " in workflow
    assert "run: digest build --frozen " in workflow
