"""What became of each thing that was to be added: it was written, it was there already, or it was refused and why."""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from digest.errors import Fault, printable

_MENDS = {
    401: "Save the page in a browser, and add the file", 403: "Save the page in a browser, and add the file",
    404: "Look at the address", 410: "Look at the address",
    429: "Add it again later",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Added:
    """An article file that was written, or would be."""

    place: str  # where it came from, as messages name it
    path: Path


@dataclass(frozen=True, slots=True)
class There:
    """What is in the digest already."""

    place: str
    path: str  # of the article that is there, from the project's folder


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be added, and how to mend it.

    >>> print(Refusal("links.txt:3", "this is no web address", "Write one that begins with https://"))
    links.txt:3: this is no web address. Write one that begins with https://.
    """

    place: str
    what: str
    mend: str

    def __str__(self) -> str:
        return printable(f"{self.place}: {self.what}. {self.mend}.")


Outcome = Added | There | Refusal


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent."""

    link: str  # where it was in the end, without marks of tracking
    content: bytes
    media: str  # as the server names it, "text/html"; "" where it does not
    charset: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a server says of a page that nobody read: the status in the end, and where the page moved for good."""

    status: int
    moved: str | None  # without marks of tracking; None where it stands where it stood


class Refused(Exception):  # noqa: N818 - said as it is read: `raise Refused`
    """Something that cannot be added; whoever knows where it came from makes a refusal of it."""

    def __init__(self, what: str, mend: str, status: int | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
        self.status = status  # what the server answered last, where it is that which is refused

    def at(self, place: str) -> Refusal:
        """Return the refusal of what came from `place`."""
        return Refusal(place, self.what, self.mend)


def no_page(status: int) -> Refused:
    """Return the refusal of an answer that is no page.

    >>> no_page(404).what, no_page(599).mend
    ('the server answers 404 (Not Found)', 'Add it again later')
    """
    known = status in set(HTTPStatus)
    shown = f"{status} ({HTTPStatus(status).phrase})" if known else str(status)
    mend = _MENDS.get(status, "Add it again later" if status >= 500 else "Look at the address")
    return Refused(f"the server answers {shown}", mend, status)


def refusal_of(fault: Fault, place: str) -> Refusal:
    """Return the refusal that a fault in a file means, of a file that came from `place`."""
    line = "" if "://" in place else f":{fault.line}"
    return Refusal(f"{place}{line}", fault.what, fault.mend)
