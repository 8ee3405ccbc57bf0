import errno
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from ruamel.yaml import YAML

from digest import __version__
from digest.errors import DigestError, UsageError
from digest.model import OutputFile
from digest.publish import deploy
from digest.publish.deploy import Target, check_fresh, push_branch
from digest.publish.strays import told_strays
from digest.publish.workflow import WORKFLOW as WORKFLOW_FILE
from digest.publish.workflow import workflow, write_workflow

ROOT = Path(__file__).parent.parent.parent
WORKFLOW = """\
# Builds this digest and publishes it with GitHub Pages. Written by `digest deploy github`, which leaves a version that
# was edited by hand alone. Once, by hand: Settings > Pages > Source: GitHub Actions.
name: digest

on:
  push:
    branches: ["**"]
  schedule:
    - cron: "17 4 * * *" # each day, in UTC: what was announced for a day is past once it has come
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
    # A schedule runs on the default branch only, and tells nothing of the repository.
    if: github.event_name == 'schedule' || github.ref_name == github.event.repository.default_branch
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
      - name: Make today the day of the edition # at every event, or a push would take it back to an article's day
        run: echo "SOURCE_DATE_EPOCH=$(date +%s)" >> "$GITHUB_ENV"
      - name: Check the digest # levels of its rules: `check:` in digest.yaml
        run: digest check --strict --format github --base-url "$BASE_URL"
        env:
          BASE_URL: ${{ steps.pages.outputs.base_url }}/
      - name: Build the site
        run: digest build --frozen --base-url "$BASE_URL"
        env:
          BASE_URL: ${{ steps.pages.outputs.base_url }}/
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
    # As YAML 1.2 has it: PyYAML, which reads 1.1, takes `on` for True.
    read = YAML(typ="safe", pure=True).load(workflow(tmp_path, "1.2.3"))
    assert read["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert read["on"] == {
        "push": {"branches": ["**"]}, "schedule": [{"cron": "17 4 * * *"}], "workflow_dispatch": None
    }  # fmt: skip
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


def test_each_step_of_the_workflow_is_one_thing_and_no_script_has_an_expression_in_it(tmp_path):
    job = yaml.safe_load(workflow(tmp_path, "1.2.3"))["jobs"]["publish"]
    assert [("uses" in step) + ("run" in step) for step in job["steps"]] == [1] * len(job["steps"])
    assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []
    assert {key for step in job["steps"] for key in step} <= {"id", "name", "if", "uses", "with", "run", "env"}
    named = {step["id"] for step in job["steps"] if "id" in step}
    assert set(re.findall(r"steps\.(\w+)\.", workflow(tmp_path, "1.2.3"))) == named


def test_the_workflow_checks_before_it_builds_and_builds_what_is_committed(tmp_path):
    steps = yaml.safe_load(workflow(tmp_path, "1.2.3"))["jobs"]["publish"]["steps"]
    runs = [step["run"] for step in steps if step.get("run", "").startswith("digest ")]
    assert runs == [
        'digest check --strict --format github --base-url "$BASE_URL"',
        'digest build --frozen --base-url "$BASE_URL"',
    ]


def test_the_workflow_takes_its_steps_in_order_and_each_has_the_address_or_the_files_that_it_needs(tmp_path):
    job = YAML(typ="safe", pure=True).load(workflow(tmp_path, "1.2.3"))["jobs"]["publish"]
    steps = {step.get("name") or step["uses"].partition("@")[0]: step for step in job["steps"]}
    assert [*steps] == [
        "actions/checkout",
        "actions/setup-python",
        "actions/configure-pages",
        "Install digest",
        "Make today the day of the edition",
        "Check the digest",
        "Build the site",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    # configure-pages tells the address without its last slash.
    address = {"BASE_URL": "${{ steps.pages.outputs.base_url }}/"}
    assert [steps[name]["env"] for name in ("Check the digest", "Build the site")] == [address, address]
    assert steps["actions/configure-pages"]["id"] == "pages"
    assert steps["actions/upload-pages-artifact"]["with"] == {"path": "site", "include-hidden-files": True}
    assert job["environment"] == {"name": "github-pages", "url": "${{ steps.deployment.outputs.page_url }}"}
    assert steps["actions/deploy-pages"]["id"] == "deployment"
    # A push after the nightly run must not take the edition back to the day of the newest article.
    assert [name for name, step in steps.items() if "if" in step] == []
    assert steps["Make today the day of the edition"]["run"] == 'echo "SOURCE_DATE_EPOCH=$(date +%s)" >> "$GITHUB_ENV"'


def test_this_repository_has_the_workflow_that_digest_would_write():
    assert (ROOT / WORKFLOW_FILE).read_text() == workflow(ROOT, __version__)


def test_a_workflow_that_was_edited_by_hand_stays_unless_forced(tmp_path):
    path = write_workflow(tmp_path, version="1.2.3")
    assert write_workflow(tmp_path, version="1.2.3") == path
    path.write_text("mine")
    with pytest.raises(DigestError) as refusal:
        write_workflow(tmp_path, version="1.2.3")
    assert refusal.value.fault.rule == "edited-workflow"
    assert str(refusal.value) == (
        ".github/workflows/digest.yml:1: this workflow is not the one that digest would write now. "
        "Keep it as it is, or write it anew with --force."
    )
    assert path.read_text() == "mine"
    write_workflow(tmp_path, version="1.2.3", force=True)
    assert path.read_text() == WORKFLOW


@pytest.mark.parametrize("place", [".github", ".github/workflows", WORKFLOW_FILE])
@pytest.mark.parametrize("force", [False, True])
def test_no_workflow_is_written_where_a_link_leads(place, force, tmp_path, contents):
    (tmp_path / "elsewhere/workflows").mkdir(parents=True)
    project = tmp_path / "project"
    (project / place).parent.mkdir(parents=True)
    (project / place).symlink_to(tmp_path / "elsewhere" / ("new.yml" if place == WORKFLOW_FILE else ""))
    with pytest.raises(DigestError) as refusal:
        write_workflow(project, version="1.2.3", force=force)
    what = "this link leads out of the digest's folder. Remove it; what it leads to stays as it is."
    assert str(refusal.value) == f"{place}:1: {what}"
    assert contents(tmp_path / "elsewhere") == {}


def test_neither_a_workflow_nor_a_pyproject_that_is_a_pipe_is_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pyproject.toml")
    path = write_workflow(tmp_path, version="1.2.3")
    assert path.read_text() == WORKFLOW
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(DigestError, match=re.escape(f"{WORKFLOW_FILE}:1: this is no regular file. Remove it.")):
        write_workflow(tmp_path, version="1.2.3")


def test_the_branch_holds_the_site_and_nothing_else_is_touched(project):
    before = state(project)
    told = push_branch(project / "site", Target(project), "Publish 2026-03-04")
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
    push_branch(project / "site", Target(project), "One")
    told = push_branch(project / "site", Target(project), "Two")
    assert told == "The branch gh-pages of origin holds this site already."
    assert git(project.parent / "origin.git", "log", "--format=%s", "gh-pages") == "One"
    assert git(project, "log", "--format=%s", "gh-pages") == "One"


def test_a_domain_stays_when_it_is_not_named_again(project):
    push_branch(project / "site", Target(project), "One", "news.example.org")
    (project / "site/index.html").write_text("<p>New</p>")
    push_branch(project / "site", Target(project), "Two")
    assert published(project)["CNAME"].strip() == "news.example.org"


def test_a_branch_that_somebody_deleted_is_pushed_anew(project):
    push_branch(project / "site", Target(project), "One")
    git(project.parent / "origin.git", "branch", "-D", "gh-pages")
    assert push_branch(project / "site", Target(project), "Two") == "Pushed the site to the branch gh-pages of origin."
    assert "index.html" in published(project)


def test_a_page_that_is_gone_from_the_site_goes_from_the_branch(project):
    push_branch(project / "site", Target(project, branch="pages"), "One", "news.example.org")
    (project / "site/empty.txt").unlink()
    push_branch(project / "site", Target(project, branch="pages"), "Two", "news.example.org")
    assert published(project, "pages") == {
        ".nojekyll": "",
        "CNAME": "news.example.org",
        "a b/ü.html": "<p>Page</p>",
        "index.html": "<p>Home</p>",
    }
    assert git(project.parent / "origin.git", "log", "--format=%s", "pages") == "Two\nOne"


def test_what_another_machine_pushed_stays_in_the_history(project):
    push_branch(project / "site", Target(project), "One")
    other = project.parent / "other"
    git(project.parent, "clone", "--quiet", "--branch", "gh-pages", "origin.git", "other")
    git(other, "commit", "--quiet", "--allow-empty", "--message", "From elsewhere")
    git(other, "push", "--quiet", "origin", "gh-pages")
    (project / "site/new.html").write_text("new")
    push_branch(project / "site", Target(project), "Two")
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
        push_branch(project / "site", Target(project), "One")
    assert str(refusal.value) == message
    assert not (project.parent / "origin.git/refs/heads/gh-pages").exists()


def test_a_refused_push_tells_the_reason_of_the_remote(project):
    hook = project.parent / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'This branch is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(UsageError, match=r"^git push failed: .*This branch is protected.*pre-receive hook declined"):
        push_branch(project / "site", Target(project), "One")


def test_a_curator_whom_git_does_not_know_yet_can_deploy(project):
    (project.parent / "gitconfig").write_text("")
    push_branch(project / "site", Target(project), "One")
    assert "index.html" in published(project)


def test_a_refused_push_leaves_the_branch_as_it_was_here_too(project):
    push_branch(project / "site", Target(project), "One")
    hook = project.parent / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = git(project, "for-each-ref")
    (project / "site/index.html").write_text("<p>New</p>")
    with pytest.raises(UsageError, match=r"^git push failed: "):
        push_branch(project / "site", Target(project), "Two")
    assert git(project, "for-each-ref") == before


def test_a_deploy_that_is_killed_leaves_the_branch_as_it_was_and_the_next_one_goes_through(project):
    push_branch(project / "site", Target(project), "One")
    before = published(project)
    (project / "site/index.html").write_text("<p>New</p>")
    # The remote kills whoever pushes, before it takes anything.
    hook = project.parent / "origin.git/hooks/pre-receive"
    hook.write_text('#!/bin/sh\nkill -9 "$(cat ../pid)"\nexit 1\n')
    hook.chmod(0o755)
    code = (
        "import os, pathlib; from digest.publish.deploy import Target, push_branch\n"
        "pathlib.Path('../pid').write_text(str(os.getpid()))\n"
        "push_branch(pathlib.Path('site'), Target(pathlib.Path()), 'Two')"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert published(project) == before
    assert git(project, "log", "--format=%s", "gh-pages") == "One"
    hook.unlink()
    (project / "site/index.html").write_text("<p>Newer</p>")
    push_branch(project / "site", Target(project), "Three")
    assert published(project)["index.html"] == "<p>Newer</p>"
    assert git(project.parent / "origin.git", "log", "--format=%s", "gh-pages") == "Three\nOne"
    assert git(project, "branch", "--format=%(refname:short)") == "gh-pages\nmain"


def test_a_dry_run_says_what_would_be_pushed_and_pushes_nothing(project):
    told = push_branch(project / "site", Target(project), "One", dry_run=True)
    assert told == (
        "Would push 4 files (22 bytes: 4 new, 0 changed, 0 gone) to the branch gh-pages of origin. Nothing was pushed."
    )
    assert not (project.parent / "origin.git/refs/heads/gh-pages").exists()
    push_branch(project / "site", Target(project), "One")
    before = git(project, "for-each-ref")
    (project / "site/index.html").write_text("<p>New</p>")
    (project / "site/empty.txt").unlink()
    assert push_branch(project / "site", Target(project), "Two", "news.example.org", dry_run=True) == (
        "Would push 4 files (21 bytes: 1 new, 1 changed, 1 gone), for news.example.org, to the branch gh-pages of "
        "origin. Nothing was pushed."
    )
    assert git(project, "for-each-ref") == before
    assert published(project)["index.html"] == "<p>Home</p>"


@pytest.mark.parametrize(
    ("base_url", "cname", "domain"),
    [
        pytest.param("https://news.example.org/", None, "news.example.org", id="a domain of its own"),
        pytest.param("https://news.example.org", None, "news.example.org", id="without a slash"),
        pytest.param("https://news.example.org/", "other.example.org", "other.example.org", id="--cname wins"),
        pytest.param("https://example.org/news/", None, None, id="below a path, the domain is another site's"),
        pytest.param("https://ada.github.io/", None, None, id="GitHub's own domain needs none"),
        pytest.param("http://localhost/", None, None, id="this machine"),
        pytest.param("https://news.example.org:8000/", None, None, id="a port is no domain"),
        pytest.param("https://example.org/", None, None, id="the one that a new digest begins with"),
        pytest.param("", None, None, id="no address"),
    ],
)
def test_the_domain_comes_from_base_url(project, base_url, cname, domain):
    push_branch(project / "site", Target(project, base_url=base_url), "One", cname)
    assert published(project).get("CNAME") == domain


def test_a_cname_of_the_curators_own_stays_as_it_is(project):
    (project / "site/CNAME").write_text("mine.example.org")
    push_branch(project / "site", Target(project, base_url="https://news.example.org/"), "One")
    assert published(project)["CNAME"] == "mine.example.org"


def test_a_site_above_one_gigabyte_is_refused(project):
    with (project / "site/film.mp4").open("wb") as film:
        film.truncate(1_100_000_000)  # a hole, which takes no room
    with pytest.raises(UsageError) as refusal:
        push_branch(project / "site", Target(project), "One")
    assert str(refusal.value) == (
        "site/ has 1.1 GB, and GitHub Pages takes 1 GB. Take out what is large; `digest check` names it."
    )
    assert not (project.parent / "origin.git/refs/heads/gh-pages").exists()


ARTICLE = (
    "---\ntitle: {0}\nlink: https://courier.example/{0}\nsource: courier\ndate: 2031-03-07\n---\nThe {0} was sold.\n"
)


@pytest.fixture
def built(project, digest, put):
    """The project with two articles, built."""
    put(project, {f"content/articles/{name}.md": ARTICLE.format(name) for name in ("ferry", "crane")})
    (project / ".gitignore").write_text("/site/\n/.digest-cache/\n")
    (project / "draft.md").unlink()
    for path in (project / "site").rglob("*"):
        if path.is_file():
            path.unlink()
    assert digest("-q", "-C", project, "build").status == 0
    return project


def test_from_articles_to_a_branch_that_is_cloned_and_is_the_site(built, digest, contents):
    dry = digest("-C", built, "deploy", "branch", "--dry-run")
    assert (dry.status, dry.stderr[:11]) == (0, "Would push ")
    assert not (built.parent / "origin.git/refs/heads/gh-pages").exists()
    done = digest("-C", built, "deploy", "branch")
    assert (done.status, done.stdout, done.stderr) == (0, "", "Pushed the site to the branch gh-pages of origin.\n")
    git(built.parent, "clone", "--quiet", "--branch", "gh-pages", "origin.git", "clone")
    cloned = {
        path: content for path, content in contents(built.parent / "clone").items() if not path.startswith(".git/")
    }
    assert cloned == contents(built / "site") | {".nojekyll": b""}
    assert digest("-C", built, "deploy", "branch").stderr == "The branch gh-pages of origin holds this site already.\n"


def refusal(project, digest) -> str:
    done = digest("-C", project, "deploy", "branch")
    assert done.status in {1, 2}
    assert not (project.parent / "origin.git/refs/heads/gh-pages").exists()
    return done.stderr


def test_a_site_that_tells_of_what_is_a_draft_by_now_is_refused(built, digest):
    article = built / "content/articles/crane.md"
    article.write_text(article.read_text().replace("---\n", "---\ndraft: true\n", 1))
    assert refusal(built, digest) == (
        "site/2031/03/07/index.html is not what a build makes of the digest now. Run `digest build` first, so that "
        "nothing goes out that is a draft or hidden by now.\n"
    )
    digest("-q", "-C", built, "build")
    assert digest("-C", built, "deploy", "branch").status == 0
    assert not any("crane" in text for text in published(built).values())


def test_a_page_that_an_earlier_build_left_is_refused(built, digest):
    (built / "content/threads").mkdir()
    thread = next(path.name for path in (built / "site/threads").iterdir() if path.is_dir())
    (built / f"content/threads/{thread}.md").write_text("---\nhide: true\n---\n")
    assert "is not what a build makes of the digest now." in refusal(built, digest)


def test_errors_of_the_check_are_refused_and_told_and_warnings_are_not(built, digest):
    (built / "content/articles/bad.md").write_text("---\ndate: soon\n---\nText.\n")
    assert refusal(built, digest) == (
        'content/articles/bad.md:2: date is "soon". Write it as 2026-11-20 or 2026-11-20T09:00Z. [bad-date]\n'
        "Nothing was pushed: 1 error (1 bad-date).\n"
    )
    (built / "digest.yaml").write_text("title: T\ncheck: {bad-date: warn}\n")
    digest("-q", "-C", built, "build")
    assert digest("-C", built, "deploy", "branch").status == 0


def test_a_site_that_was_built_for_another_address_or_day_is_named_so(built, digest):
    options = ("--base-url", "https://example.org/boats/", "--now", "2031-04-01")
    digest("-q", "-C", built, "build", *options)
    assert "is not what a build makes of the digest now." in refusal(built, digest)
    assert digest("-C", built, "deploy", "branch", *options).status == 0


def link(site: Path) -> None:
    (site.parent.parent / "pw.txt").write_text("root:x:0:0")
    (site / "pw.txt").symlink_to("../../pw.txt")


def linked_folder(site: Path) -> None:
    (site / "etc").symlink_to("/etc")


def hidden_file(site: Path) -> None:
    (site / "2031/.env").write_text("KEY=1")


def hidden_folder(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git/config").write_text("[user]")


def pipe(site: Path) -> None:
    os.mkfifo(site / "pipe")


def many(site: Path) -> None:
    for number in range(7):
        (site / f".{number}").write_text("x")


def broken_line(site: Path) -> None:
    (site / "a\nM 100644 inline .env\ndata 1\nx").write_text("x")


def broken_folder(site: Path) -> None:
    (site / "caf\u2028e").mkdir()
    (site / "caf\u2028e/menu.txt").write_text("x")


def no_utf8(site: Path) -> None:
    (site / os.fsdecode(b"caf\xe9.pdf")).write_text("x")


ODD = "has a line break or another control sign in its name. Rename it, or delete it."
HIDDEN = "is hidden, and no build made it. Delete it, or put it into static/ if it is to be published."
LINK = "is a link, and what it leads to would be published. Put the file itself there, or delete the link."


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(link, f"site/pw.txt {LINK}\n", id="a link to a file"),
        pytest.param(linked_folder, f"site/etc {LINK}\n", id="a link to a folder"),
        pytest.param(hidden_file, f"site/2031/.env {HIDDEN}\n", id="a hidden file"),
        pytest.param(hidden_folder, f"site/.git/config {HIDDEN}\n", id="a hidden folder"),
        pytest.param(pipe, "site/pipe is no file that can be published. Delete it.\n", id="what is no file"),
        pytest.param(broken_line, f"site/a\\nM 100644 inline .env\\ndata 1\\nx {ODD}\n", id="a line break in a name"),
        pytest.param(broken_folder, f"site/caf\\u2028e/menu.txt {ODD}\n", id="a line separator in a folder's name"),
        pytest.param(
            no_utf8,
            "site/caf\\udce9.pdf has a name that is no UTF-8. Rename it, or delete it.\n",
            id="a name that is no UTF-8",
        ),
        pytest.param(
            many,
            "".join(f"site/.{number} {HIDDEN}\n" for number in range(5)) + "and 2 more like these.\n",
            id="many of them",
        ),
    ],
)
def test_what_nobody_means_to_publish_is_refused_by_its_name(spoil, message, built, digest):
    spoil(built / "site")
    assert refusal(built, digest) == message


@pytest.mark.parametrize("name", ['"quoted".txt', 'a/"b"', "back\\slash.txt", "a  b ", "-x", "\u6771.txt"])
def test_whatever_a_file_is_called_it_is_published_under_that_name(name, project, put):
    put(project, {f"site/{name}": "x"})
    push_branch(project / "site", Target(project), "One")
    remote = project.parent / "origin.git"
    assert name in git(remote, "ls-tree", "-r", "-z", "--name-only", "gh-pages").split("\0")
    assert git(remote, "show", f"gh-pages:{name}") == "x"


def test_a_name_that_comes_after_the_check_is_no_command_to_git(project, monkeypatch):
    monkeypatch.setattr(deploy, "check_strays", lambda *_: None)
    broken_line(project / "site")
    no_utf8(project / "site")
    push_branch(project / "site", Target(project), "One")
    listed = git(project.parent / "origin.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert ".env" not in listed
    assert {'"a\\nM 100644 inline .env\\ndata 1\\nx"', '"caf\\351.pdf"'} <= {*listed}


def test_a_folder_that_cannot_be_read_is_not_left_out_unsaid(built, digest, monkeypatch):
    (built / "site/shut").mkdir()
    (built / "site/shut/by-hand.pdf").write_text("x")
    scandir = os.scandir

    def shut(path):  # by hand, since the rights of files mean nothing to root
        if str(path).endswith("site/shut"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", shut)
    assert refusal(built, digest) == (
        "site/shut cannot be read: Permission denied. Give yourself the right to read it, or delete it.\n"
    )


def branch_here(project: Path, name: str) -> None:
    git(project, "branch", name)


def branch_there(project: Path, name: str) -> None:
    git(project, "push", "--quiet", "origin", f"main:refs/heads/{name}")
    git(project, "fetch", "--quiet")


def branch_that_was_there(project: Path, name: str) -> None:
    branch_there(project, name)
    git(project.parent / "origin.git", "update-ref", "-d", f"refs/heads/{name}")


BESIDE = "stands in the way: git holds no branch gh-pages/new beside it."


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(branch_here, f"The branch {{0}} {BESIDE} Run `git branch -m {{0}} NEW-NAME`", id="here"),
        pytest.param(branch_there, f"The branch {{0}} of origin {BESIDE} Rename it there", id="at the remote"),
        pytest.param(
            branch_that_was_there,
            f"What was fetched of origin/{{0}}, which is gone there, {BESIDE} Run `git fetch --prune origin`",
            id="at the remote, once",
        ),
    ],
)
@pytest.mark.parametrize("name", ["gh-pages", "gh-pages/new/sub"])
def test_a_branch_that_allows_of_no_other_beside_it_is_named(name, spoil, message, project):
    spoil(project, name)
    before = git(project, "for-each-ref"), git(project.parent / "origin.git", "for-each-ref")
    with pytest.raises(UsageError) as refused:
        push_branch(project / "site", Target(project, branch="gh-pages/new"), "One")
    assert str(refused.value) == f"{message.format(name)}, or take another --branch."
    assert (git(project, "for-each-ref"), git(project.parent / "origin.git", "for-each-ref")) == before


def test_a_branch_whose_name_only_begins_alike_is_in_nobodys_way(project):
    for name in ("gh-pages-old", "old/gh-pages", "gh"):
        branch_here(project, name)
        branch_there(project, name)
    told = push_branch(project / "site", Target(project), "One")
    assert told == "Pushed the site to the branch gh-pages of origin."
    assert git(project.parent / "origin.git", "log", "--format=%s", "gh-pages") == "One"


def test_a_page_as_large_as_a_disk_is_not_the_one_that_a_build_makes(tmp_path):
    (tmp_path / "index.html").touch()
    os.truncate(tmp_path / "index.html", 8 * 1024**4)  # a hole, for which no machine has the memory
    with pytest.raises(UsageError, match=re.escape("site/index.html is not what a build makes of the digest now.")):
        check_fresh([OutputFile("index.html", b"x")], tmp_path, "site")


@pytest.mark.parametrize("asked", [lambda site: check_fresh([], site, "site"), lambda site: told_strays(site, "site")])
def test_a_list_of_the_site_as_large_as_a_disk_is_named(asked, tmp_path):
    (tmp_path / "index.html").write_text("x")
    (tmp_path / ".digest").touch()
    os.truncate(tmp_path / ".digest", 8 * 1024**4)
    what = "this file has more than 64 MB. Keep in it what is needed alone, or remove it."
    with pytest.raises(DigestError, match=re.escape(f"{tmp_path / '.digest'}:1: {what}")):
        asked(tmp_path)


def test_what_no_build_made_is_published_and_told(built, digest, put):
    put(built, {"static/.htaccess": "ErrorDocument 404 /404.html"})
    digest("-q", "-C", built, "build")
    put(built / "site", {"by-hand.html": "y", ".well-known/security.txt": "x", ".nojekyll": "", "a/b.pdf": "z"})
    told = "Published too: 3 files in site/ that no build made: .well-known/security.txt, a/b.pdf, by-hand.html\n"
    dry = digest("-C", built, "deploy", "branch", "--dry-run")
    assert (dry.status, dry.stderr.partition("Nothing was pushed.\n")[2]) == (0, told)
    done = digest("-C", built, "deploy", "branch")
    assert (done.status, done.stderr) == (0, f"Pushed the site to the branch gh-pages of origin.\n{told}")
    assert {".htaccess", ".well-known/security.txt", "a/b.pdf", "by-hand.html"} <= published(built).keys()


def test_of_many_files_that_no_build_made_the_first_are_named(built, digest, put):
    put(built / "site", {f"{number}.pdf": "x" for number in range(7)})
    assert digest("-C", built, "deploy", "branch").stderr.splitlines()[1] == (
        "Published too: 7 files in site/ that no build made: 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf and 2 more"
    )


def test_files_that_nobody_built_are_no_business_of_the_check(tmp_path):
    (tmp_path / "index.html").write_text("x")
    (tmp_path / "by-hand.html").write_text("y")
    check_fresh([OutputFile("index.html", b"x")], tmp_path, "site")
