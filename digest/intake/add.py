"""Add articles to a digest: find out what a source is, take from it what is new, and write each as a file of its own.

What is added is stored as it came, with front matter above it where there is something to say. Nothing that stands in
the digest is changed, and nothing is added twice, so that the same command can be run every morning. Whatever cannot be
added is told with its reason, and the rest is added. The outcomes come one by one, since a list of addresses takes
minutes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

from digest.articles.decode import decode
from digest.articles.folder import FEEDS
from digest.articles.given import FrontMatterError
from digest.articles.read import SYNTAXES
from digest.errors import DigestError, Level
from digest.intake.feedfiles import of_entry
from digest.intake.front import above, with_front_matter
from digest.intake.kinds import SUFFIXES, kind_of_answer, kind_of_file
from digest.intake.links import address
from digest.intake.lists import LISTS, NO_ADDRESS, Listed
from digest.intake.names import name_of_file, name_of_page, name_of_text
from digest.intake.outcomes import Outcome, Page, Refusal, Refused, There, refusal_of
from digest.intake.sources import STANDARD_INPUT, article_files, content_of
from digest.intake.store import Desk, read_alone, store

_SEVERAL = "Add it by its own name, and what it lists is fetched"


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside of files: the web, and what is written to the command."""

    fetch: Callable[[str], Page]
    standard_input: Callable[[], bytes]


def add(sources: Iterable[str], desk: Desk, world: World) -> Iterator[Outcome]:
    """Yield what becomes of each article of `sources`: paths, addresses, or - for the standard input."""
    for source in sources:
        if source == "-":
            yield from _told(STANDARD_INPUT, partial(_of_input, desk, world))
        elif "://" in source:
            yield from _told(source, partial(_of_address, _typed(source), source, desk, world))
        elif Path(source).is_dir():
            yield from _of_folder(Path(source), desk, world)
        else:
            yield from _told(source, partial(_of_file, Path(source), PurePath(Path(source).name), desk, world))


def _told(place: str, outcomes: Callable[[], Iterator[Outcome]]) -> Iterator[Outcome]:
    """Yield the outcomes of one source; where it is refused as a whole, that is the last of them."""
    try:
        yield from outcomes()
    except Refused as error:
        yield error.at(place)
    except FrontMatterError as error:
        yield from (refusal_of(fault, place) for fault in error.faults if fault.level is Level.FAULT)
    except DigestError as error:
        yield refusal_of(error.fault, place)


def _of_input(desk: Desk, world: World) -> Iterator[Outcome]:
    content = world.standard_input()
    name = desk.word.title or decode(content[:2_000]) or ""
    yield from _of_content(content, name_of_text(name), "", STANDARD_INPUT, desk, world)


def _of_folder(folder: Path, desk: Desk, world: World) -> Iterator[Outcome]:
    files = list(article_files(folder))
    if not files:
        yield Refusal(folder.as_posix(), "there is no article in this folder", f"Name one with {_kinds()} files")
    for number, path in enumerate(files, 1):
        desk.step(f"{number} of {len(files)}: {path}")
        below = PurePath(path.relative_to(folder))
        yield from _told(path.as_posix(), partial(_of_file, path, below, desk, world, alone=False))


def _of_file(path: Path, below: PurePath, desk: Desk, world: World, *, alone: bool = True) -> Iterator[Outcome]:
    content, suffix = content_of(path), path.suffix.lower()
    if not alone and kind_of_file(content, suffix) in LISTS:
        raise Refused("this is a list of addresses", _SEVERAL)
    yield from _of_content(content, name_of_file(below), suffix, path.as_posix(), desk, world)


def _of_content(  # noqa: PLR0913, PLR0917 - an article's name has two parts, and each file may be anything
    content: bytes, name: str, suffix: str, place: str, desk: Desk, world: World
) -> Iterator[Outcome]:
    kind = kind_of_file(content, suffix) or ""
    if kind in LISTS:
        yield from _of_list(kind, content, place, desk, world)
    elif kind in {"feed", "json"}:
        yield from _of_feed(content, SUFFIXES[kind], place, desk)
    elif kind:
        yield from store(with_front_matter(content, desk.word), name, suffix or SUFFIXES[kind], place, desk)
    else:
        raise Refused(f'digest reads no "{suffix}" files', f"Save it as one of {_kinds()}")


def _of_list(kind: str, content: bytes, place: str, desk: Desk, world: World) -> Iterator[Outcome]:
    for listed in LISTS[kind](decode(content) or ""):
        here = f"{place}:{listed.line}"
        if listed.link is None:
            yield Refusal(here, f'"{listed.text}" is no web address', NO_ADDRESS)
        else:
            desk.step(f"{here}: {listed.link}")
            where = f"{here}: {listed.link}"
            yield from _told(where, partial(_of_address, listed, where, desk, world))


def _of_address(listed: Listed, place: str, desk: Desk, world: World) -> Iterator[Outcome]:
    if listed.link is None:
        raise Refused("this is no web address", NO_ADDRESS)
    desk.step(listed.link)
    if there := desk.known.of_link(listed.link):
        yield There(place, there)
        return
    page = world.fetch(listed.link)
    kind = kind_of_answer(page.content, page.media)
    if kind in {"feed", "json"}:
        tagged = replace(desk, word=replace(desk.word, tags=_tags(listed, desk)))
        yield from _of_feed(page.content, SUFFIXES[kind], place, tagged)
    elif kind is None:
        raise Refused(f'it is of the kind "{page.media}", which digest does not read', "Add a page, or a feed")
    elif listed.is_feed:
        raise Refused("this is no feed", "Write the feed's own address, or add the page by itself")
    else:
        yield from _of_page(page, kind, listed, place, desk)


def _of_page(page: Page, kind: str, listed: Listed, place: str, desk: Desk) -> Iterator[Outcome]:
    word = replace(desk.word, link=page.link, tags=_tags(listed, desk))
    # What a page of the web says above its text in front matter's form is not the curator's word.
    content = above(page.content, word, page.charset)
    yield from store(content, name_of_page(page.link, listed.title), SUFFIXES[kind], place, desk)


def _of_feed(content: bytes, suffix: str, place: str, desk: Desk) -> Iterator[Outcome]:
    reading = read_alone(content, f"feed{suffix}")
    yield from (refusal_of(fault, place) for fault in reading.faults if fault.level is Level.FAULT)
    for raw in reading.articles:
        here = place if "://" in place else f"{place}:{raw.first_line}"
        if there := desk.known.of(raw, raw.given.link):
            yield There(here, there)
        else:
            name, text, word = of_entry(raw, desk.word)
            yield from _told(here, partial(store, above(text, word), name, ".md", here, desk))


def _typed(source: str) -> Listed:
    return Listed(1, source, address(source))


def _tags(listed: Listed, desk: Desk) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*listed.tags, *desk.word.tags)))


def _kinds() -> str:
    return ", ".join([*SYNTAXES, *FEEDS])
