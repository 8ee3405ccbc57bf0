"""How politely, how long and how much is fetched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """The bounds of fetching: a page that exceeds one is refused, and the others are fetched."""

    connect: float = 10  # seconds until a server is reached
    read: float = 20  # seconds between two pieces of its answer
    total: float = 60  # seconds for a page with all its redirects
    size: int = 10_000_000  # bytes, also after unpacking
    redirects: int = 5  # of one page
    pace: float = 1  # seconds from one question to the same host to the next
    patience: float = 30  # seconds that a server may ask to be left alone, once for a page
    allow_private: bool = False  # whether addresses of this machine and its own network are fetched
