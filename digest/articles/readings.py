"""What was found in a file when it was read last: as long as its stamp is the same, it need not be opened.

As git's index does, this believes what the file system says of a file. The text itself is read when somebody asks for
it, which nobody does who has the clean article; by then it must still be the one that was read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from digest.errors import DigestError, Fault
from digest.ghost import ghost, keyed, restorable
from digest.model import RawArticle, Syntax
from digest.tools.cache import Cache
from digest.tools.keys import key_of
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
class LastReading:
    """A file as it was read last."""

    stamp: str
    articles: tuple[_Seen, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file of a folder of articles."""

    name: str  # as messages name it
    place: str  # where it lies, and below which folder: the articles' ids depend on that
    stamp: object
    opens: Callable[[], Reading]


def read_anew(files: Sequence[File], means: Means) -> Iterator[Reading]:
    """Yield what each file holds; what was not touched is not opened before its text is asked for."""
    known = means.cache.recall(LastReading, [file.place for file in files])
    latest, opened, closed = _Latest(), dict[str, LastReading](), 0
    for file in files:
        kept = known.get(file.place)
        if kept and kept.stamp == file.stamp:
            closed += 1
            yield Reading(tuple(_closed(each, file, latest, means.cache) for each in kept.articles), kept.faults)
            continue
        found = file.opens()
        seen = tuple(map(_seen, found.articles))
        if isinstance(file.stamp, str):  # else the file was touched a moment ago, and may be again
            opened[file.place] = LastReading(file.stamp, seen, found.faults)
            for raw, each in zip(found.articles, seen, strict=True):
                restorable(raw, partial(_opened, each, file, latest, means.cache))
        yield found
    means.progress.count(len(files), closed)
    means.cache.keep(opened)


class _Latest:
    """The file that was opened last: the entries of a feed are asked for one after another."""

    def __init__(self) -> None:
        self._file: File | None = None
        self._reading = Reading((), ())

    def open(self, file: File) -> Reading:
        if self._file is not file:
            self._file, self._reading = file, file.opens()
        return self._reading


def _seen(raw: RawArticle) -> _Seen:
    return _Seen(raw.id, raw.syntax, key_of(raw))


def _closed(each: _Seen, file: File, latest: _Latest, cache: Cache) -> RawArticle:
    """Return an article whose file is not open."""
    shallow = {"id": each.id, "path": file.name, "syntax": each.syntax}
    return keyed(ghost(RawArticle, shallow, partial(_opened, each, file, latest, cache)), each.key)


def _opened(each: _Seen, file: File, latest: _Latest, cache: Cache) -> RawArticle:
    """Return an article as its file has it, if that is what was there when the build began."""
    articles = latest.open(file).articles
    found = next((raw for raw in articles if raw.id == each.id and key_of(raw) == each.key), None)
    if found is None:
        cache.drop(LastReading, file.place)  # should it be the cache that is wrong
        what, mend = "this file is being changed by something else", "Build again when it is at rest"
        raise DigestError(Fault(file.name, 1, what, mend, rule="unreadable"))
    return found
