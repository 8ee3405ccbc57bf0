"""Hand the site over to a host.

Two ways lead to GitHub Pages. By workflow: GitHub builds the site at each push, so nothing built is ever committed; the
workflow is a file in the curator's repository, to be read and changed there, so we never write over one that was
changed. By branch: the site as it was built here is pushed to a branch of its own, which serves any host that shows
a branch; no file of the work tree and no other branch is touched.
"""

import contextlib
import re
import subprocess
import tomllib
from importlib import resources
from pathlib import Path

from ghp_import import GhpError, ghp_import  # type: ignore[import-untyped]  # it ships no types

from digest.errors import DigestError, Fault, UsageError

WORKFLOW = ".github/workflows/digest.yml"
BY_HAND = "Commit and push it. Once, by hand, on GitHub: Settings > Pages > Source: GitHub Actions."
OURSELVES = "news-digest"


def write_workflow(project: Path, *, version: str, force: bool = False) -> Path:
    """Write the workflow that builds and publishes `project` with this version of digest; return its path.

    A workflow with other content is the curator's, or an older one of ours: it stays, unless `force`.
    """
    path = project / WORKFLOW
    text = workflow(project, version)
    if path.exists() and path.read_text(encoding="utf-8", errors="replace") != text and not force:
        what = "this workflow is not the one that digest would write now"
        raise DigestError(Fault(WORKFLOW, 1, what, "Keep it as it is, or write it anew with --force"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def workflow(project: Path, version: str) -> str:
    """Return the text of the workflow; the way to install digest is found out now, and is plain to read there."""
    dependencies, commands = _installation(project, version)
    text = resources.files("digest.publish").joinpath("pages_workflow.yml").read_text(encoding="utf-8")
    return text.replace("DEPENDENCIES", dependencies).replace("INSTALL", f"\n{' ' * 10}".join(commands))


def push_branch(  # noqa: PLR0913  # each is one option of the command
    site: Path,
    repository: Path,
    *,
    remote: str = "origin",
    branch: str = "gh-pages",
    message: str,
    cname: str | None = None,
) -> str:
    """Push `site` to a branch of the remote, on top of what is there; return what was done, for the curator."""
    _check(site, repository, remote, branch)
    theirs = f"refs/remotes/{remote}/{branch}"
    if _git(repository, "ls-remote", "--heads", remote, f"refs/heads/{branch}"):
        _git(repository, "fetch", "--quiet", "--no-tags", remote, f"+refs/heads/{branch}:{theirs}")
    else:
        # What was fetched before tells of a branch that somebody has deleted since.
        _git(repository, "update-ref", "-d", theirs)
    before = _git(repository, "for-each-ref", "--format=%(tree)", theirs)
    domain = cname or _domain(repository, theirs)
    _commit(site.resolve(), repository, remote=remote, branch=branch, mesg=message, cname=domain, nojekyll=True)
    if before == _git(repository, "rev-parse", f"refs/heads/{branch}^{{tree}}"):
        _git(repository, "update-ref", f"refs/heads/{branch}", theirs)
        return f"The branch {branch} of {remote} holds this site already."
    _git(repository, "push", "--quiet", remote, f"refs/heads/{branch}:refs/heads/{branch}")
    return f"Pushed the site to the branch {branch} of {remote}."


def _installation(project: Path, version: str) -> tuple[str, tuple[str, ...]]:
    """Return the file by which pip's cache is told apart, and the commands that install digest."""
    if _is_ourselves(project):
        locked = "python -m pip install -r requirements.lock"
        return "requirements.lock", (locked, "python -m pip install --no-deps .")
    if (project / "requirements.txt").is_file():
        return "requirements.txt", ("python -m pip install -r requirements.txt",)
    return WORKFLOW, (f'python -m pip install "{OURSELVES}=={version}"',)


def _is_ourselves(project: Path) -> bool:
    """Tell whether the project is digest's own repository, which builds with the code beside it."""
    try:
        about = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(about.get("project", {}).get("name") == OURSELVES)


def _check(site: Path, repository: Path, remote: str, branch: str) -> None:
    """Refuse what cannot work before anything is changed."""
    if not (site / "index.html").is_file():
        raise UsageError(f"{site.name}/ has no index.html. Run `digest build` first.")
    folder = repository.resolve()
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        raise UsageError(f"{folder.name}/ is not a git repository. Run `git init` there first.")
    _git(repository, "check-ref-format", "--branch", branch)
    if _git(repository, "branch", "--show-current") == branch:
        raise UsageError(f"The branch {branch} is checked out. Switch to the one that you write on.")
    remotes = _git(repository, "remote").split()
    if remote not in remotes:
        known = f"The known ones: {', '.join(remotes)}" if remotes else "Add one with `git remote add`"
        raise UsageError(f"There is no remote named {remote}. {known}.")


def _domain(repository: Path, theirs: str) -> str | None:
    """Return the domain that the branch has already: a deploy without --cname does not take it away."""
    listed = _git(repository, "for-each-ref", theirs) and _git(repository, "ls-tree", theirs, "CNAME")
    return _git(repository, "show", f"{theirs}:CNAME") if listed else None


def _commit(site: Path, repository: Path, **options: str | bool | None) -> None:
    """Commit the site to the branch; ghp-import works on the repository that it is run in."""
    try:
        with contextlib.chdir(repository):
            ghp_import(str(site), **options)
    except GhpError as error:
        raise UsageError(f"The site could not be committed: {error.message}") from error


def _git(repository: Path, *words: str) -> str:
    """Return what git prints; what it refuses, and why, is for the curator to read."""
    command = ["git", "-C", str(repository), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # no shell
    except FileNotFoundError as error:
        raise UsageError("git is not installed. Install it from https://git-scm.com.") from error
    except subprocess.CalledProcessError as error:
        reason = re.sub(r"\s*\n\s*", "; ", error.stderr.decode(errors="replace").strip()) or "it gave no reason"
        raise UsageError(f"git {words[0]} failed: {reason}") from error
    return done.stdout.decode(errors="replace").strip()
