import subprocess
from pathlib import Path

import pytest
import yaml

from digest.errors import DigestError, UsageError
from digest.publish.deploy import push_branch, workflow, write_workflow

WORKFLOW = """\
# Builds this digest and publishes it with GitHub Pages. Written by `digest deploy github`, which leaves a version that
# was edited by hand alone. Once, by hand: Settings > Pages > Source: GitHub Actions.
name: digest

on:
  push:
    branches: ["**"]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

# A deployment that has begun ends; of those that wait, only the newest counts.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  publish:
    if: github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 30
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: actions/setup-python@v7
        with:
          python-version: "3.11"
          cache: pip
          cache-dependency-path: .github/workflows/digest.yml
      - id: pages
        uses: actions/configure-pages@v6
      - name: Install digest
        run: |
          python -m pip install "news-digest==1.2.3"
      - name: Build the site
        run: digest build --base-url "${{ steps.pages.outputs.base_url }}/"
      - uses: actions/upload-pages-artifact@v5
        with:
          path: site
          include-hidden-files: true
      - id: deployment
        uses: actions/deploy-pages@v5
"""


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository with one commit on `main`, its remote `origin`, a file not yet committed, and a built site."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "")
    (tmp_path / "gitconfig").write_text("[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n")
    project = tmp_path / "my-digest"
    for path, text in {
        ".gitignore": "/site/\n",
        "digest.yaml": "title: T\n",
        "site/index.html": "<p>Home</p>",
        "site/a b/ü.html": "<p>Page</p>",
        "site/empty.txt": "",
    }.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--bare", "origin.git")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "First")
    git(project, "remote", "add", "origin", str(tmp_path / "origin.git"))
    (project / "draft.md").write_text("not committed")
    return project


def published(project: Path, branch: str = "gh-pages") -> dict[str, str]:
    """Return the files of the branch on the remote."""
    remote = project.parent / "origin.git"
    names = git(remote, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", branch).splitlines()
    return {name: git(remote, "show", f"{branch}:{name}") for name in names}


def state(project: Path) -> tuple[str, str, str]:
    return (
        git(project, "rev-parse", "HEAD"),
        git(project, "branch", "--show-current"),
        git(project, "status", "--short"),
    )


def test_the_workflow_is_written_whole(tmp_path):
    path = write_workflow(tmp_path, version="1.2.3")
    assert path == tmp_path / ".github/workflows/digest.yml"
    assert path.read_bytes() == WORKFLOW.encode()


def test_the_workflow_is_yaml_that_asks_for_no_more_than_it_needs(tmp_path):
    read = yaml.safe_load(workflow(tmp_path, "1.2.3"))
    assert read["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert read[True] == {"push": {"branches": ["**"]}, "workflow_dispatch": None}  # PyYAML reads `on` as True
    assert read["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert [step["uses"] for step in read["jobs"]["publish"]["steps"] if "uses" in step] == [
        "actions/checkout@v7",
        "actions/setup-python@v7",
        "actions/configure-pages@v6",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    ]


@pytest.mark.parametrize(
    ("files", "cache", "commands"),
    [
        pytest.param(
            {},
            ".github/workflows/digest.yml",
            'python -m pip install "news-digest==1.2.3"\n',
            id="without requirements, the version that wrote the workflow",
        ),
        pytest.param(
            {"requirements.txt": "news-digest==1.0\n"},
            "requirements.txt",
            "python -m pip install -r requirements.txt\n",
            id="with requirements, what they say",
        ),
        pytest.param(
            {"pyproject.toml": '[project]\nname = "my-tools"\n', "requirements.txt": ""},
            "requirements.txt",
            "python -m pip install -r requirements.txt\n",
            id="another Python project is a digest like others",
        ),
        pytest.param(
            {"pyproject.toml": '[project]\nname = "news-digest"\n', "requirements.txt": ""},
            "requirements.lock",
            "python -m pip install -r requirements.lock\npython -m pip install --no-deps .\n",
            id="digest's own repository builds with its own code",
        ),
        pytest.param(
            {"pyproject.toml": "[project\n"},
            ".github/workflows/digest.yml",
            'python -m pip install "news-digest==1.2.3"\n',
            id="a pyproject that cannot be read is not ours",
        ),
    ],
)
def test_the_workflow_installs_digest_as_the_project_asks(tmp_path, files, cache, commands):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    steps = yaml.safe_load(workflow(tmp_path, "1.2.3"))["jobs"]["publish"]["steps"]
    assert steps[1]["with"]["cache-dependency-path"] == cache
    assert steps[3]["run"] == commands


def test_a_workflow_that_was_edited_by_hand_stays_unless_forced(tmp_path):
    path = write_workflow(tmp_path, version="1.2.3")
    assert write_workflow(tmp_path, version="1.2.3") == path
    path.write_text("mine")
    with pytest.raises(DigestError) as refusal:
        write_workflow(tmp_path, version="1.2.3")
    assert str(refusal.value) == (
        ".github/workflows/digest.yml:1: this workflow is not the one that digest would write now. "
        "Keep it as it is, or write it anew with --force."
    )
    assert path.read_text() == "mine"
    write_workflow(tmp_path, version="1.2.3", force=True)
    assert path.read_text() == WORKFLOW


def test_the_branch_holds_the_site_and_nothing_else_is_touched(project):
    before = state(project)
    told = push_branch(project / "site", project, message="Publish 2026-03-04")
    assert told == "Pushed the site to the branch gh-pages of origin."
    assert published(project) == {
        ".nojekyll": "",
        "a b/ü.html": "<p>Page</p>",
        "empty.txt": "",
        "index.html": "<p>Home</p>",
    }
    assert git(project.parent / "origin.git", "log", "--format=%s", "gh-pages") == "Publish 2026-03-04"
    assert state(project) == before


def test_an_unchanged_site_is_not_pushed_again(project):
    push_branch(project / "site", project, message="One")
    told = push_branch(project / "site", project, message="Two")
    assert told == "The branch gh-pages of origin holds this site already."
    assert git(project.parent / "origin.git", "log", "--format=%s", "gh-pages") == "One"
    assert git(project, "log", "--format=%s", "gh-pages") == "One"


def test_a_domain_stays_when_it_is_not_named_again(project):
    push_branch(project / "site", project, message="One", cname="news.example.org")
    (project / "site/index.html").write_text("<p>New</p>")
    push_branch(project / "site", project, message="Two")
    assert published(project)["CNAME"].strip() == "news.example.org"


def test_a_branch_that_somebody_deleted_is_pushed_anew(project):
    push_branch(project / "site", project, message="One")
    git(project.parent / "origin.git", "branch", "-D", "gh-pages")
    assert push_branch(project / "site", project, message="Two") == "Pushed the site to the branch gh-pages of origin."
    assert "index.html" in published(project)


def test_a_page_that_is_gone_from_the_site_goes_from_the_branch(project):
    push_branch(project / "site", project, message="One", branch="pages", cname="news.example.org")
    (project / "site/empty.txt").unlink()
    push_branch(project / "site", project, message="Two", branch="pages", cname="news.example.org")
    assert published(project, "pages") == {
        ".nojekyll": "",
        "CNAME": "news.example.org",
        "a b/ü.html": "<p>Page</p>",
        "index.html": "<p>Home</p>",
    }
    assert git(project.parent / "origin.git", "log", "--format=%s", "pages") == "Two\nOne"


def test_what_another_machine_pushed_stays_in_the_history(project):
    push_branch(project / "site", project, message="One")
    other = project.parent / "other"
    git(project.parent, "clone", "--quiet", "--branch", "gh-pages", "origin.git", "other")
    git(other, "commit", "--quiet", "--allow-empty", "--message", "From elsewhere")
    git(other, "push", "--quiet", "origin", "gh-pages")
    (project / "site/new.html").write_text("new")
    push_branch(project / "site", project, message="Two")
    log = git(project.parent / "origin.git", "log", "--format=%s", "gh-pages")
    assert log == "Two\nFrom elsewhere\nOne"


def remove_index(project: Path) -> None:
    (project / "site/index.html").unlink()


def forget_git(project: Path) -> None:
    (project / ".git").rename(project.parent / "elsewhere")


def forget_remote(project: Path) -> None:
    git(project, "remote", "remove", "origin")


def rename_remote(project: Path) -> None:
    git(project, "remote", "rename", "origin", "upstream")


def stand_on_the_branch(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "gh-pages")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(remove_index, "site/ has no index.html. Run `digest build` first.", id="no site"),
        pytest.param(forget_git, "my-digest/ is not a git repository. Run `git init` there first.", id="no repository"),
        pytest.param(
            forget_remote, "There is no remote named origin. Add one with `git remote add`.", id="no remote at all"
        ),
        pytest.param(
            rename_remote, "There is no remote named origin. The known ones: upstream.", id="a remote of another name"
        ),
        pytest.param(
            stand_on_the_branch,
            "The branch gh-pages is checked out. Switch to the one that you write on.",
            id="the branch is the one being written on",
        ),
    ],
)
def test_what_cannot_work_is_refused_before_anything_is_changed(project, spoil, message):
    spoil(project)
    with pytest.raises(UsageError) as refusal:
        push_branch(project / "site", project, message="One")
    assert str(refusal.value) == message
    assert not (project.parent / "origin.git/refs/heads/gh-pages").exists()


def test_a_refused_push_tells_the_reason_of_the_remote(project):
    hook = project.parent / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'This branch is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(UsageError, match=r"^git push failed: .*This branch is protected.*pre-receive hook declined"):
        push_branch(project / "site", project, message="One")


def test_a_curator_whom_git_does_not_know_yet_can_deploy(project):
    (project.parent / "gitconfig").write_text("")
    push_branch(project / "site", project, message="One")
    assert "index.html" in published(project)
