"""Where the files of a digest project are: known without a look into any of them.

Apart from the settings, because whether a site stands already is asked of files alone, far quicker than what reads
settings is imported.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from digest.errors import UsageError

NAME = "digest.yaml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where the files of a digest project are."""

    root: Path
    content: Path
    output: Path
    bare: bool = False  # `content` was named by hand, and may hold the articles themselves

    @property
    def articles(self) -> Path:
        """Return the folder of the raw articles."""
        below = self.content / "articles"
        # Git keeps no empty folder; without it the curator's own pages shall not be taken for articles.
        return self.content if self.bare and not below.is_dir() else below

    @property
    def templates(self) -> Path:
        """Return the folder of templates that replace shipped ones; it need not exist."""
        return self.root / "templates"

    @property
    def static(self) -> Path:
        """Return the folder of files that are copied as they are; it need not exist."""
        return self.root / "static"

    @property
    def lock(self) -> Path:
        """Return the file that remembers which article is in which thread."""
        return self.content / "threads.lock"

    @property
    def cache(self) -> Path:
        """Return the file in which results of earlier builds are kept."""
        return self.root / ".digest-cache" / "results.sqlite"

    def shown(self, path: Path) -> str:
        """Return a path as messages name it: from the project's folder, with "/"."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def open_project(root: Path, content: Path | None = None, output: Path | None = None) -> Project:
    """Return the project in the folder `root`; with `content` given, a folder of articles alone is one too.

    Raises UsageError where there is no project.
    """
    if content is None and not (root / NAME).is_file():
        mend = "Run `digest new DIR` to begin a digest, or name a digest's folder with -C DIR."
        raise UsageError(f"{root / NAME}:1: there is no {NAME} here. {mend}")
    project = Project(root, content or root / "content", output or root / "site", bare=content is not None)
    if not project.content.is_dir():
        # An empty site would take the place of the one that is there.
        raise UsageError(f"{project.content}:1: there is no such folder. Make it, and put articles/ into it.")
    _check_links(project)
    _check_output(project)
    return project


def _check_links(project: Project) -> None:
    """Refuse links behind which lies the digest itself, and with it a whole disk: all of it would be read."""
    root = Path(os.path.realpath(project.root))
    for place in (project.content, project.articles, project.templates):
        if place.is_symlink() and root.is_relative_to(os.path.realpath(place)):
            what = "this link leads to a folder that has the digest itself in it"
            raise UsageError(f"{place}:1: {what}. Let it lead to the files alone, or put them here.")


def _check_output(project: Project) -> None:
    """Refuse to write a site where the curator's own files are, or around them, whatever links lead there."""
    output, root, content = (Path(os.path.realpath(each)) for each in (project.output, project.root, project.content))
    around = root.is_relative_to(output) or content.is_relative_to(output)
    if around or output.is_relative_to(content) or ".git" in output.parts:
        raise UsageError(
            f"{project.output}:1: the site would be written over what it is made of. Name a folder of its own."
        )
