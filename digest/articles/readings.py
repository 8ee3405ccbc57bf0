"""What was found in a file when it was read last: as long as its stamp is the same, it need not be opened.

As git's index does, this believes what the file system says of a file. The text itself is read when somebody asks for
it, which nobody does who has the clean article; by then it must still be the one that was read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from digest.errors import DigestError, Fault
from digest.ghost import ghost, named, restorable
from digest.model import RawArticle, Syntax
from digest.tools.cache import key_of
from digest.tools.means import Means


@dataclass(frozen=True, slots=True)
class Reading:
    """The raw articles of a file or of a folder, in order, and what could not be read."""

    articles: tuple[RawArticle, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A raw article, of which the text stays in its file."""

    id: str
    syntax: Syntax
    key: str  # of the whole of it


@dataclass(frozen=True, slots=True)
class Filed:
    """A file as it was read last."""

    stamp: tuple[int, ...]
    articles: tuple[_Seen, ...]
    faults: tuple[Fault, ...]


Opening = tuple[object, Callable[[], Reading]]  # a file's stamp, and what opens it


def read_anew(files: Mapping[str, Opening], means: Means) -> Iterator[Reading]:
    """Yield what each file holds, by their names; what was not touched is not opened before its text is asked for."""
    known = means.cache.recall(Filed, files)
    opened: dict[str, Filed] = {}
    for name, (stamp, opens) in files.items():
        kept = known.get(name)
        if kept and kept.stamp == stamp:
            yield Reading(tuple(_closed(each, name, opens) for each in kept.articles), kept.faults)
            continue
        found = opens()
        seen = tuple(map(_seen, found.articles))
        if isinstance(stamp, tuple):  # else the file was touched a moment ago, and may be again
            opened[name] = Filed(stamp, seen, found.faults)
            for raw, each in zip(found.articles, seen, strict=True):
                restorable(raw, partial(_opened, each, name, opens))
        yield found
    means.progress.count(len(files), len(files) - len(opened))
    means.cache.keep(opened)


def _seen(raw: RawArticle) -> _Seen:
    return _Seen(raw.id, raw.syntax, key_of(raw))


def _closed(each: _Seen, path: str, opens: Callable[[], Reading]) -> RawArticle:
    """Return an article whose file is not open."""
    shallow = {"id": each.id, "path": path, "syntax": each.syntax}
    return named(ghost(RawArticle, shallow, partial(_opened, each, path, opens)), each.key)


def _opened(each: _Seen, path: str, opens: Callable[[], Reading]) -> RawArticle:
    """Return an article as its file has it, if that is what was there when the build began."""
    found = next((raw for raw in opens().articles if raw.id == each.id and key_of(raw) == each.key), None)
    if found is None:
        what, mend = "this file is being changed by something else", "Build again when it is at rest"
        raise DigestError(Fault(path, 1, what, mend, rule="unreadable"))
    return found
