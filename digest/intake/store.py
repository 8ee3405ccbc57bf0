"""One article into the digest: read as a build will read it, compared with what is there, written under a free name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from digest.articles.read import Reading, read
from digest.errors import Level
from digest.intake.front import Word
from digest.intake.known import Known, link_of
from digest.intake.names import free_path
from digest.intake.outcomes import Added, Outcome, There, refusal_of
from digest.tools.files import write_whole


@dataclass(frozen=True, slots=True)
class Desk:
    """Where articles go, what is there already, and what the curator says of all that are added."""

    folder: Path  # of the articles
    known: Known
    word: Word
    shown: Callable[[Path], str]
    write: Callable[[Path, bytes], object] = write_whole
    step: Callable[[str], object] = str


def store(content: bytes, name: str, suffix: str, place: str, desk: Desk) -> Iterator[Outcome]:
    """Yield what becomes of an article file that came from `place`; of a faulty one, a refusal for each fault."""
    path = free_path(desk.folder, name, suffix, desk.known.names)
    below = path.relative_to(desk.folder)
    reading = read_alone(content, below.as_posix())
    yield from (refusal_of(fault, place) for fault in reading.faults if fault.level is Level.FAULT)
    for raw in reading.articles:
        link = link_of(raw)
        if there := desk.known.of(raw, link):
            yield There(place, there)
            continue
        desk.write(path, content)
        desk.known.add(raw, link, desk.shown(path))
        desk.known.names.update(each.as_posix().casefold() for each in (below, *below.parents))
        yield Added(place, path)


def read_alone(content: bytes, name: str) -> Reading:
    """Return what a build would read of a file of this name in the articles' folder."""
    with TemporaryDirectory(prefix="digest-") as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return read(Path(folder), Path(folder))
