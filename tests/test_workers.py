"""Whoever does the work of a build, in this process, in others or on a cluster, the site has the same bytes."""

import os
import signal
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pstats import Stats

import pytest

from digest.articles import clean
from digest.pages import render
from digest.stories import tell

HAS_DASK = find_spec("distributed") is not None
needs_dask = pytest.mark.skipif(not HAS_DASK, reason="the extra [cluster] is not installed")
BODY = "Boats burnt in the harbour of {place} on Monday. {count} people were hurt. The mayor said: “We will rebuild.”"


@pytest.fixture
def project(tmp_path, put, monkeypatch):
    """Return a project of a dozen articles, each of which is worth another process."""
    for stage in (clean, tell, render):
        monkeypatch.setattr(stage, "_WORTHWHILE", 1)
    text = "---\ntitle: Fire in {place}\ndate: 2031-03-{day:02d}\nsource: Harbour Post\n---\n\n" + BODY + "\n"
    files = {
        f"content/articles/{number}.md": text.format(place=place, day=number + 1, count=number + 2)
        for number, place in enumerate(["Alma", "Bergen", "Cove", "Dorn"] * 3)
    }
    scrape = "Menu | Home\nA storm hit Elm on Tuesday.\n\nTwo roofs were lost.\nSubscribe now\n"
    return put(tmp_path, {"digest.yaml": "title: Alma\n", **files, "content/articles/storm.txt": scrape})


@pytest.fixture
def made(project, digest, contents):
    """Return a function that builds with some options, without a cache, and returns the bytes of the site."""

    def run(*options: object) -> dict[str, bytes]:
        done = digest("-q", "-C", project, "build", "--no-cache", *options)
        assert done.status == 0, done.stderr
        return contents(project / "site")

    return run


@pytest.fixture(scope="module")
def scheduler() -> Iterator[object]:
    """Return a cluster of two processes on this machine."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


@pytest.mark.parametrize("jobs", [2, 3])
def test_with_more_processes(jobs, made):
    assert made("--jobs", jobs) == made("--jobs", 1)


def test_what_other_processes_made_is_kept_for_the_next_build(project, digest, contents):
    assert digest("-q", "-C", project, "build", "--jobs", 2).status == 0
    first = contents(project / "site")
    timed = digest("-C", project, "build", "--jobs", 1, "--timings")
    rows = {
        line.split()[0]: line.split()[1:3] for line in timed.stderr.splitlines() if line.startswith(("clean", "tell"))
    }
    assert rows["clean"] == ["13", "13"]
    assert rows["tell"][0] == rows["tell"][1]
    assert contents(project / "site") == first


@needs_dask
@pytest.mark.filterwarnings("ignore")
class TestACluster:
    def test_makes_the_same_bytes(self, made, scheduler):
        assert made("--scheduler", scheduler.scheduler_address) == made("--jobs", 1)

    def test_loses_nothing_when_a_worker_dies(self, made, scheduler):
        victim = next(iter(scheduler.workers.values())).process.process.pid
        os.kill(victim, signal.SIGKILL)
        assert made("--scheduler", scheduler.scheduler_address) == made("--jobs", 1)

    def test_makes_pages_of_the_templates_of_each_build(self, project, digest, contents, put, scheduler):
        for word in ("First", "Second"):
            own = f"{{% extends 'shipped/thread.html' %}}{{% block title %}}{word}{{% endblock %}}"
            put(project / "templates", {"thread.html": own, "assets/style.css": f"/* {word} */"})
            built = digest("-q", "-C", project, "build", "--scheduler", scheduler.scheduler_address)
            assert built.status == 0, built.stderr
            first = contents(project / "site")
            assert digest("-q", "-C", project, "build", "--no-cache", "--jobs", 1).status == 0
            assert contents(project / "site") == first
            assert (
                {path for path in first if path.startswith("threads/")}
                >= {path for path, content in first.items() if f"<title>{word}</title>".encode() in content}
                != set()
            )

    def test_that_does_not_answer_is_named(self, project, digest, monkeypatch):
        monkeypatch.setattr("digest.tools.cluster._SECONDS", 1)
        done = digest("-C", project, "build", "--scheduler", "tcp://127.0.0.1:9")
        assert done.status == 2
        assert "No Dask scheduler answers at tcp://127.0.0.1:9. Start one, or leave out --scheduler.\n" in done.stderr


def test_a_cluster_without_the_extra_says_how_to_get_it(project, digest, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = digest("-C", project, "build", "--scheduler", "tcp://127.0.0.1:8786")
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr == (
        "--scheduler needs the extra [cluster]. Run `pip install distributed`, or leave out --scheduler.\n"
    )


def test_jobs_and_a_scheduler_do_not_go_together(project, digest):
    done = digest("-C", project, "build", "--jobs", 2, "--scheduler", "tcp://127.0.0.1:8786")
    assert (done.status, done.stderr) == (
        2, "--jobs is for this machine, and --scheduler for a cluster. Leave one of them out.\n"
    )  # fmt: skip


def test_a_profile_is_written_for_pstats(project, digest, tmp_path):
    assert digest("-C", project, "build", "--profile", tmp_path / "profile").status == 0
    assert any(name == "build" for _, _, name in Stats(str(tmp_path / "profile")).stats)
