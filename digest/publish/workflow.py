"""The workflow by which GitHub builds, checks and publishes a digest at each push.

Nothing built is ever committed. The workflow is a file in the curator's repository, to be read and changed there, so
we never write over one that was changed.
"""

import tomllib
from importlib import resources
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.tools.files import decoded, is_there, leads_out, read_whole, write_whole

WORKFLOW = ".github/workflows/digest.yml"
BY_HAND = "Commit and push it. Once, by hand, on GitHub: Settings > Pages > Source: GitHub Actions."
OURSELVES = "news-digest"


def write_workflow(project: Path, *, version: str, force: bool = False) -> Path:
    """Write the workflow that builds and publishes `project` with this version of digest; return its path.

    A workflow with other content is the curator's, or an older one of ours: it stays, unless `force`.
    """
    path = project / WORKFLOW
    text = workflow(project, version)
    _check_links(project, path)
    if is_there(path) and not force and decoded(read_whole(path, WORKFLOW)) != text:
        what = "this workflow is not the one that digest would write now"
        raise DigestError(
            Fault(WORKFLOW, 1, what, "Keep it as it is, or write it anew with --force", rule="edited-workflow")
        )
    write_whole(path, text.encode())
    return path


def _check_links(project: Path, path: Path) -> None:
    """Refuse links that came with somebody's repository: the file would be written where they lead."""
    for place in (path.parent.parent, path.parent, path):
        if leads_out(place, (project,)):
            name, what = place.relative_to(project).as_posix(), "this link leads out of the digest's folder"
            raise DigestError(Fault(name, 1, what, "Remove it; what it leads to stays as it is", rule="unreadable"))


def workflow(project: Path, version: str) -> str:
    """Return the text of the workflow; the way to install digest is found out now, and is plain to read there."""
    dependencies, commands = _installation(project, version)
    text = resources.files("digest.publish").joinpath("pages_workflow.yml").read_text(encoding="utf-8")
    return text.replace("DEPENDENCIES", dependencies).replace("INSTALL", f"\n{' ' * 10}".join(commands))


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
        about = tomllib.loads(read_whole(project / "pyproject.toml", "pyproject.toml").decode())
    except (OSError, ValueError, RecursionError, DigestError):
        return False
    return bool(about.get("project", {}).get("name") == OURSELVES)
