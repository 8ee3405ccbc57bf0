"""What a git repository and its remote have of branches: the one place where git is asked.

A branch is a name in a folder of names: where there is `a/b`, git holds no `a` beside it. And what it is told to look
for it takes for the beginning of a path as well, so what it names is compared again.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from digest.errors import UsageError, printable

_HEADS = "refs/heads/"


def git(repository: Path, *words: str) -> str:
    """Return what git prints; what it refuses, and why, is for the curator to read."""
    command = ["git", "-C", str(repository), *words]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)  # noqa: S603  # no shell
    except FileNotFoundError as error:
        raise UsageError("git is not installed. Install it from https://git-scm.com.") from error
    except subprocess.CalledProcessError as error:
        reason = re.sub(r"\s*\n\s*", "; ", error.stderr.decode(errors="replace").strip()) or "it gave no reason"
        raise UsageError(f"git {words[0]} failed: {reason}") from error
    return done.stdout.decode(errors="replace").strip()


def tree(repository: Path, ref: str) -> str:
    """Return what the tree of a ref is called, "" where there is no such ref."""
    lines = git(repository, "for-each-ref", "--format=%(refname) %(tree)", ref).splitlines()
    return dict(line.split(" ", 1) for line in lines).get(ref, "")


def remote_has(repository: Path, remote: str, branch: str) -> bool:
    """Tell whether the remote has a branch. Raises UsageError where it, or what is known of it here, can have none."""
    heads = [line.split("\t", 1)[1] for line in git(repository, "ls-remote", "--heads", remote).splitlines()]
    there = [head.removeprefix(_HEADS) for head in heads]
    if clash := _clash(branch, there):
        raise _stands(f"The branch {clash} of {remote}", branch, "Rename it there")
    if clash := _clash(branch, _below(repository, f"refs/remotes/{remote}/")):
        raise _stands(
            f"What was fetched of {remote}/{clash}, which is gone there,", branch, f"Run `git fetch --prune {remote}`"
        )
    return branch in there


def check_free(repository: Path, branch: str) -> None:
    """Raise UsageError where a branch of the repository allows of none with this name."""
    if clash := _clash(branch, _below(repository, _HEADS)):
        raise _stands(f"The branch {clash}", branch, f"Run `git branch -m {clash} NEW-NAME`")


def _below(repository: Path, folder: str) -> list[str]:
    refs = git(repository, "for-each-ref", "--format=%(refname)", folder).splitlines()
    return [ref.removeprefix(folder) for ref in refs]


def _clash(branch: str, others: Iterable[str]) -> str:
    return next((each for each in others if _is_above(each, branch) or _is_above(branch, each)), "")


def _is_above(one: str, other: str) -> bool:
    return other.startswith(f"{one}/")


def _stands(what: str, branch: str, mend: str) -> UsageError:
    return UsageError(
        printable(
            f"{what} stands in the way: git holds no branch {branch} beside it. {mend}, or take another --branch."
        )
    )
