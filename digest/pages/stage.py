"""Where files wait until all of them can come into the site, and how they do: in one step, or one after another.

In one step: a whole new folder is put together beside the old one, of new files and of links to what stays, and the two
exchange their places. Where the system cannot exchange folders, or the folder is a mount or its parent is not ours to
write in, or something in it cannot be seen or kept as it is, each file is moved into its place by itself, which is one
step for that file.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path
from types import TracebackType
from typing import Self

from digest.model import OutputFile
from digest.tools.exchange import exchange
from digest.tools.files import settle, write_whole
from digest.tools.leftovers import remove, stages_of, sweep_stage
from digest.tools.linked import keep_folders, link_all
from digest.tools.rescue import TREE, mark, rescue


class Stage:
    """A folder in which files wait; it is gone when its context ends, whatever happened."""

    def __init__(self, output: Path, *, at_once: bool) -> None:
        self._output = output
        self._beside, self._within = stages_of(output)
        self._at_once = at_once and not os.path.ismount(output)
        self._folder = self._beside if self._at_once else self._within
        self._waiting: dict[str, Path] = {}

    def __enter__(self) -> Self:
        if self._output.exists() and not self._output.is_dir():
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(self._output))
        sweep_stage(self._output)
        if self._at_once:
            try:
                self._folder.mkdir(parents=True)
            except OSError:
                if self._beside.is_symlink():  # that somebody put there, and that could not be removed
                    raise
                self._at_once, self._folder = False, self._within
        if not self._at_once:
            self._folder.mkdir(parents=True)  # never one that stands: it may be a link that leads elsewhere
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(OSError):  # what it holds of somebody else's stays there
            sweep_stage(self._output)

    def put(self, path: str, content: bytes) -> None:
        """Let a file wait that is to come to `path` below the output."""
        place = self._folder / str(len(self._waiting))
        place.write_bytes(content)
        self._waiting[path] = place

    def bring(self, gone: Collection[str], during: OutputFile, after: OutputFile) -> None:
        """Bring all that waits into the output, and take away what is `gone`.

        `after` is digest's list of the files that are its own then; `during` that of all that may be meanwhile. Raises
        OSError where it cannot be done; of files that come at once, the output is then as it was.
        """
        if not (self._at_once and self._bring_at_once(gone, during, after)):
            self._bring_each(gone, during, after)

    def _bring_at_once(self, gone: Collection[str], during: OutputFile, after: OutputFile) -> bool:
        tree, without = self._folder / TREE, {*gone, *self._waiting, after.path}
        tree.mkdir()
        try:
            folders = link_all(self._output, tree, without) if self._output.exists() else []
        except OSError:  # a file system without links, or a folder that cannot be looked into
            return False
        self._move(tree, after)
        try:
            keep_folders(folders, self._output, tree, {path.rpartition("/")[0] for path in without})
        except OSError:  # a folder of somebody else's, who would no longer be its owner
            return False
        done = self._exchange(tree, during)
        if done:
            settle(self._output.parent)
        return done

    def _move(self, tree: Path, after: OutputFile) -> None:
        for folder in {path.rpartition("/")[0] for path in self._waiting}:
            (tree / folder).mkdir(parents=True, exist_ok=True)
        for path, place in self._waiting.items():
            self._waiting[path] = place.rename(tree / path)
        (tree / after.path).write_bytes(after.content)

    def _exchange(self, tree: Path, during: OutputFile) -> bool:
        if not self._output.exists():
            tree.rename(self._output)
            return True
        mark(self._folder, self._output, during.content + during.path.encode())
        if not exchange(tree, self._output):
            return False
        try:
            rescue(self._folder, self._output)
        except OSError:
            if not exchange(tree, self._output):
                raise
            return False
        return True

    def _bring_each(self, gone: Collection[str], during: OutputFile, after: OutputFile) -> None:
        self._output.mkdir(parents=True, exist_ok=True)
        if (self._output / during.path).is_symlink():  # even to a list that says the same
            remove(self._output / during.path)
        write_whole(self._output / during.path, during.content)
        _remove(gone, self._output)
        for path, place in self._waiting.items():
            (self._output / path).parent.mkdir(parents=True, exist_ok=True)
            place.replace(self._output / path)
        write_whole(self._output / after.path, after.content)


def _remove(paths: Iterable[str], output: Path) -> None:
    for path in paths:
        place = output / path
        place.unlink(missing_ok=True)
        with suppress(OSError):  # something else is in it
            for folder in place.relative_to(output).parents[:-1]:
                (output / folder).rmdir()
