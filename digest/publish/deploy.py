"""Push the site, as it was built here, to a branch of its own, which serves any host that shows a branch.

No file of the work tree and no other branch is touched. The new commit is made aside, under a name of its own, and the
branch moves only when the remote has it: a deploy that is refused or killed leaves the branch as it was, here and
there.
"""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import ghp_import  # type: ignore[import-untyped]  # it ships no types

from digest.errors import UsageError
from digest.model import OutputFile
from digest.pages.write import listed
from digest.publish.checksite import SITE_LIMIT, megabytes
from digest.publish.refs import check_free, git, remote_has, tree
from digest.publish.strays import check_strays
from digest.tools.files import holds
from digest.tools.text import counted

_STALE = "Run `digest build` first, so that nothing goes out that is a draft or hidden by now."
_NOBODYS = re.compile(r"[^.]+|(?:.*\.)?github\.io|example\.(?:com|net|org)")  # hosts that are no domain of a curator's


@dataclass(frozen=True, slots=True)
class Target:
    """The branch that a site is pushed to."""

    repository: Path
    remote: str = "origin"
    branch: str = "gh-pages"
    base_url: str = ""  # of the site, which may lie at a domain of its own

    @property
    def theirs(self) -> str:
        """Return the ref that tells what the remote has."""
        return f"refs/remotes/{self.remote}/{self.branch}"

    @property
    def aside(self) -> str:
        """Return the name under which the new commit is made."""
        return f"{self.branch}.digest-new"


def push_branch(site: Path, target: Target, message: str, cname: str | None = None, *, dry_run: bool = False) -> str:
    """Push `site` on top of what the branch has, and return what was done, or would be, for the curator."""
    _check(site, target)
    _fetch(target)
    place = f"the branch {target.branch} of {target.remote}"
    with _committed(site, target, message, cname) as new:
        if tree(target.repository, target.theirs) == tree(target.repository, new):
            if not dry_run:
                git(target.repository, "update-ref", f"refs/heads/{target.branch}", target.theirs)
            return f"{place[0].upper()}{place[1:]} holds this site already."
        if dry_run:
            return f"Would push {_plan(site, target, new)} to {place}. Nothing was pushed."
        git(target.repository, "push", "--quiet", target.remote, f"{new}:refs/heads/{target.branch}")
        git(target.repository, "update-ref", f"refs/heads/{target.branch}", new)
    return f"Pushed the site to {place}."


def check_fresh(files: Iterable[OutputFile], site: Path, shown: str) -> None:
    """Raise UsageError where the folder `site` is not what a build would make now of the digest: `files`."""
    if not (site / "index.html").is_file():
        return  # which push_branch tells better
    contents = {file.path: file.content for file in files}
    for path in sorted({*contents, *listed(site)}):
        content, place = contents.get(path), site / path
        is_fresh = holds(place, content) if content is not None else not place.is_file()
        if not is_fresh:
            raise UsageError(f"{shown}/{path} is not what a build makes of the digest now. {_STALE}")


def _check(site: Path, target: Target) -> None:
    """Refuse what cannot work before anything is changed."""
    if not (site / "index.html").is_file():
        raise UsageError(f"{site.name}/ has no index.html. Run `digest build` first.")
    check_strays(site, site.name)
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    if size > SITE_LIMIT:
        what = f"{site.name}/ has {megabytes(size)}, and GitHub Pages takes {megabytes(SITE_LIMIT)}"
        raise UsageError(f"{what}. Take out what is large; `digest check` names it.")
    _check_repository(target)


def _check_repository(target: Target) -> None:
    folder = target.repository.resolve()
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        raise UsageError(f"{folder.name}/ is not a git repository. Run `git init` there first.")
    git(folder, "check-ref-format", "--branch", target.branch)
    if git(folder, "branch", "--show-current") == target.branch:
        raise UsageError(f"The branch {target.branch} is checked out. Switch to the one that you write on.")
    remotes = git(folder, "remote").split()
    if target.remote not in remotes:
        known = f"The known ones: {', '.join(remotes)}" if remotes else "Add one with `git remote add`"
        raise UsageError(f"There is no remote named {target.remote}. {known}.")
    check_free(folder, target.branch)


def _fetch(target: Target) -> None:
    """Learn what the branch of the remote has; no branch of the curator's moves."""
    remote, branch = target.remote, target.branch
    if remote_has(target.repository, remote, branch):
        git(target.repository, "fetch", "--quiet", "--no-tags", remote, f"+refs/heads/{branch}:{target.theirs}")
    else:
        # What was fetched before tells of a branch that somebody has deleted since.
        git(target.repository, "update-ref", "-d", target.theirs)


@contextlib.contextmanager
def _committed(site: Path, target: Target, message: str, cname: str | None) -> Iterator[str]:
    """Commit the site aside, on top of what the remote has, or else the branch here; yield the ref, then remove it."""
    domain = cname or _domain(site, target)
    aside, ours = f"refs/heads/{target.aside}", f"refs/heads/{target.branch}"
    base = next((ref for ref in (target.theirs, ours) if tree(target.repository, ref)), None)
    # One that a killed deploy left is not built upon.
    git(target.repository, "update-ref", *((aside, base) if base else ("-d", aside)))
    try:
        _import(site.resolve(), target, mesg=message, cname=domain)
        yield aside
    finally:
        git(target.repository, "update-ref", "-d", aside)


def _import(site: Path, target: Target, **options: str | None) -> None:
    """Commit the site; ghp-import works on the repository that it is run in."""
    try:
        with contextlib.chdir(target.repository), _quoting():
            ghp_import.ghp_import(str(site), remote=target.remote, branch=target.aside, nojekyll=True, **options)
    except ghp_import.GhpError as error:
        raise UsageError(f"The site could not be committed: {error.message}") from error


@contextlib.contextmanager
def _quoting() -> Iterator[None]:
    """Quote each path that ghp-import tells git: it writes them as they are, and a line break would begin a command."""
    plain = ghp_import.gitpath
    ghp_import.gitpath = lambda name: _quoted(plain(name))
    try:
        yield
    finally:
        ghp_import.gitpath = plain


def _quoted(path: str) -> str:
    r"""Return a path as git's fast-import reads any.

    >>> print(_quoted('a "b"/ü\n'))
    "a \042b\042/\303\274\012"
    """
    signs = re.sub(rb"[^\w ./-]", lambda sign: b"\\%03o" % ord(sign[0]), os.fsencode(path))
    return f'"{signs.decode()}"'


def _domain(site: Path, target: Target) -> str | None:
    """Return the domain for CNAME, base_url's or else the branch's own; none where static/ has a CNAME already."""
    if (site / "CNAME").is_file():
        return None
    address = urlsplit(target.base_url)
    own = address.hostname and not _NOBODYS.fullmatch(address.hostname)
    if own and address.path in {"", "/"} and not address.port:
        return address.hostname
    listed = tree(target.repository, target.theirs) and git(target.repository, "ls-tree", target.theirs, "CNAME")
    return git(target.repository, "show", f"{target.theirs}:CNAME") if listed else None


def _plan(site: Path, target: Target, new: str) -> str:
    """Return how much of the site would be pushed, and what would change on the branch."""
    files = git(target.repository, "ls-tree", "-r", "--name-only", new).splitlines()  # .nojekyll and CNAME too
    size = megabytes(sum(path.stat().st_size for path in site.rglob("*") if path.is_file()))
    before = tree(target.repository, target.theirs) or git(target.repository, "hash-object", "-t", "tree", "--stdin")
    changed = git(target.repository, "diff-tree", "-r", "--no-renames", "--name-status", before, new).splitlines()
    new_, other, gone = (sum(line.startswith(sign) for line in changed) for sign in "AMD")
    cname = git(target.repository, "ls-tree", new, "CNAME") and git(target.repository, "show", f"{new}:CNAME")
    domain = f", for {cname}," if cname else ""
    return f"{counted(len(files), 'file')} ({size}: {new_} new, {other} changed, {gone} gone){domain}"
