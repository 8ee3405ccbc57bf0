"""What can be wrong, in words that a curator can act on.

Every fault names a place, shows what was found there, and says how to mend it. Stages return the faults of articles
beside their values, because one bad article never stops the good ones; only what makes the whole build senseless (a
bad digest.yaml, a broken template, a full disk) is raised.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from errno import ENOMEM

# What Linux's usual loader says of a library for which there is no memory.
_LOADERS = ("failed to map segment from shared object", "Cannot allocate memory")


class Level(StrEnum):
    """How much a fault matters."""

    ADVICE = "advice"  # the page is right, and would be better: no link recorded
    FAULT = "fault"  # an article, or a curator's word, could not be used as it stands


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, and how to mend it.

    >>> print(Fault("content/articles/fire.md", 3, 'date is "20/11/26"', "Write it as 2026-11-20"))
    content/articles/fire.md:3: date is "20/11/26". Write it as 2026-11-20.
    """

    path: str
    line: int  # from 1
    what: str
    mend: str
    level: Level = Level.FAULT
    rule: str = field(default="", compare=False)  # its code in rules.py, by which `digest check` finds its level

    def __str__(self) -> str:
        end = "" if self.mend.endswith("?") else "."
        return printable(f"{self.path}:{self.line}: {self.what}. {self.mend}{end}")


class DigestError(Exception):
    """Something that stops the command; the message is for the curator, and a bug of ours is never one of these."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class UsageError(Exception):
    """The command was called in a way that cannot work; the message says which way does."""


def lack_of_memory(error: BaseException) -> BaseException | None:
    """Return which of an error and its causes says that the system gives no memory; None where none does.

    Of a library the system's loader says it, in words that Python passes on as an ImportError.

    >>> lack_of_memory(ImportError("libsqlite3.so.0: failed to map segment from shared object"))
    ImportError('libsqlite3.so.0: failed to map segment from shared object')
    """
    return next(filter(_is_of_memory, _causes(error)), None)


def _is_of_memory(error: BaseException) -> bool:
    if isinstance(error, ImportError):
        return str(error).endswith(_LOADERS)
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == ENOMEM)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__


def printable(text: str) -> str:
    r"""Return `text` with what would move a terminal's cursor, or break an encoder, written as an escape.

    >>> print(printable("evil\x1b[2J.txt"))
    evil\x1b[2J.txt
    """
    return "".join(
        sign if sign.isprintable() or sign == " " else sign.encode("unicode_escape").decode() for sign in text
    )


def faults_of(error: DigestError | ExceptionGroup) -> list[Fault]:
    """Return the faults that an error, alone or in a group, tells of, in order; a group of anything else is raised."""
    if isinstance(error, DigestError):
        return [error.fault]
    ours, others = error.split(DigestError)
    if others:
        raise others
    return sorted({fault for each in ours.exceptions for fault in faults_of(each)}) if ours else []
