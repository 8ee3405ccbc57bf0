"""One article into the digest: read as a build will read it, compared with what is there, written under a free name."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from digest.articles.read import read
from digest.articles.readings import Reading
from digest.errors import Level
from digest.intake.create import create
from digest.intake.front import Word
from digest.intake.known import Known, link_of
from digest.intake.names import free_path
from digest.intake.outcomes import Added, Outcome, There, refusal_of
from digest.tools.files import holds


@dataclass(frozen=True, slots=True)
class Desk:
    """Where articles go, what is there already, and what the curator says of all that are added."""

    folder: Path  # of the articles
    known: Known
    word: Word
    shown: Callable[[Path], str]
    write: Callable[[Path, bytes], object] = create  # raises FileExistsError where something stands
    step: Callable[[str], object] = str


def store(content: bytes, name: str, suffix: str, place: str, desk: Desk) -> Iterator[Outcome]:
    """Yield what becomes of an article file that came from `place`; of a faulty one, a refusal for each fault."""
    path = free_path(desk.folder, name, suffix, desk.known.names)
    reading = read_alone(content, path.relative_to(desk.folder).as_posix())
    yield from (refusal_of(fault, place) for fault in reading.faults if fault.level is Level.FAULT)
    for raw in reading.articles:
        link = link_of(raw)
        if there := desk.known.of(raw, link):
            yield There(place, there)
            continue
        outcome = _placed(content, name, suffix, place, desk)
        desk.known.add(raw, link, outcome.path if isinstance(outcome, There) else desk.shown(outcome.path))
        yield outcome


def _placed(content: bytes, name: str, suffix: str, place: str, desk: Desk) -> Added | There:
    """Write an article under the first name that is free, also of those that another command takes meanwhile."""
    while True:
        path = free_path(desk.folder, name, suffix, desk.known.names)
        below = path.relative_to(desk.folder)
        desk.known.names.update(each.as_posix().casefold() for each in (below, *below.parents))
        try:
            desk.write(path, content)
        except FileExistsError:
            if not os.path.lexists(path):
                raise  # a file stands where its folder is to be
            if holds(path, content):
                return There(place, desk.shown(path))
        else:
            return Added(place, path)


def read_alone(content: bytes, name: str) -> Reading:
    """Return what a build would read of a file of this name in the articles' folder."""
    with TemporaryDirectory(prefix="digest-") as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return read(Path(folder), Path(folder))
