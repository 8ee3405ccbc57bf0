"""Ask the hosts of articles' links whether they are still there, as seldom as can be.

A link is dead where its host says so (404, 410), and moved where it says that for good (301, 308). All else tells
nothing: a host that refuses programs (403, 429), is broken (5xx) or is silent may well show the page to a reader. What
was told is kept for a week, so that checking twice asks nobody twice; a message says how old an answer is. This module
knows no network: whoever calls it hands over the probe that asks.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.tools.files import MAX_OWN, decoded, read_regular, read_whole, write_whole
from digest.tools.text import counted

_DEAD = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_KEPT = 7  # days that an answer counts; one that tells nothing counts for its day only


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said of a link: the status at its end, None for no answer, and where it has moved for good."""

    status: int | None
    moved: str | None = None

    @property
    def tells(self) -> bool:
        """Tell whether the answer says that the link is there, or that it is not."""
        return self.status is not None and (self.status in _DEAD or 200 <= self.status < 300)


Probe = Callable[[str], Answer]  # asks politely, never raises for what a host does, and comes to an end


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer, and the day on which it was given."""

    answer: Answer
    day: date


@dataclass(frozen=True, slots=True)
class External:
    """What is wrong with the links that lead out, and how many of them were asked for now."""

    faults: tuple[Fault, ...]
    asked: int
    kept: int  # answers of earlier days
    silent: int  # links of which nobody told anything

    def told(self) -> str:
        """Return the line that says how much of this is new.

        >>> External((), 3, 1, 2).told()
        '3 links were asked for, 1 link was asked for in the last 7 days; of 2 nobody tells whether they are there'
        """
        now = f"{counted(self.asked, 'link')} {'was' if self.asked == 1 else 'were'} asked for"
        before = (
            f"{counted(self.kept, 'link')} {'was' if self.kept == 1 else 'were'} asked for in the last {_KEPT} days"
        )
        return f"{now}, {before}; of {self.silent} nobody tells whether they are there"


def places(links: Mapping[str, str], root: Path) -> dict[str, tuple[str, int]]:
    """Return for each link its file, below `root`, and the line of it that has the link; the first where none does."""
    files = {path: _lines(root / path) for path in sorted(set(links.values()))}
    return {
        link: (path, next((number for number, line in enumerate(files[path], 1) if link in line), 1))
        for link, path in links.items()
    }


def _lines(path: Path) -> Sequence[str]:
    """Return a file's lines, of a long one the first; none of what cannot be read."""
    with suppress(OSError, DigestError):
        return decoded(read_regular(path, path.name, MAX_OWN)).splitlines()
    return ()


def check_external(
    links: Mapping[str, tuple[str, int]], probe: Probe, store: Path, today: date, step: Callable[[str], object] = str
) -> External:
    """Return what is wrong with `links`, each with the place that has it; the answers are kept in the file `store`."""
    kept = {link: asked for link, asked in read_answers(store).items() if _counts(asked, today)}
    answers = {link: kept[link] for link in links if link in kept}
    asked = sorted(link for link in links if link not in kept)
    try:
        for number, link in enumerate(asked, 1):
            step(f"links {number}/{len(asked)}")
            answers[link] = Asked(probe(link), today)
    finally:
        # Who interrupts a long check does not ask the same hosts anew.
        write_answers(store, {**kept, **answers})
        step("")
    faults = (_fault(links[link], link, answers[link], today) for link in sorted(answers))
    silent = sum(not each.answer.tells for each in answers.values())
    return External(tuple(fault for fault in faults if fault), len(asked), len(links) - len(asked), silent)


def read_answers(store: Path) -> dict[str, Asked]:
    """Return the answers kept in a file; one that cannot be read holds none."""
    try:
        rows = json.loads(read_whole(store, store.name))
        return {
            link: Asked(Answer(status, moved), date.fromisoformat(day)) for link, (status, moved, day) in rows.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, DigestError):
        return {}


def write_answers(store: Path, answers: Mapping[str, Asked]) -> None:
    """Keep answers in a file, in the order of their links."""
    rows = {
        link: [asked.answer.status, asked.answer.moved, asked.day.isoformat()]
        for link, asked in sorted(answers.items())
    }  # fmt: skip
    write_whole(store, json.dumps(rows, indent=0).encode())


def _counts(asked: Asked, today: date) -> bool:
    age = (today - asked.day).days
    return age == 0 or (asked.answer.tells and 0 < age < _KEPT)


def _fault(place: tuple[str, int], link: str, asked: Asked, today: date) -> Fault | None:
    answer, shown, age = asked.answer, link[:200], _age((today - asked.day).days)
    if answer.status in _DEAD:
        mend = "Write its new address, or that of a copy in an archive"
        return Fault(*place, f"the link {shown} answers {answer.status}{age}", mend, rule="dead-link")
    if not answer.tells:
        says = f"answers {answer.status}" if answer.status else "gives no answer"
        what = f"the link {shown} {says}, which does not tell whether it is there{age}"
        return Fault(*place, what, "Open it in a browser", rule="silent-link")
    if answer.moved:
        what = f"the link {shown} has moved for good{age}"
        return Fault(*place, what, f"Write {answer.moved[:200]}", rule="moved-link")
    return None


def _age(days: int) -> str:
    return f" (asked {counted(days, 'day')} ago)" if days else ""
