"""What is new: the articles that came with this edition, told from recorded stamps and never from the clock."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """The articles that came with this edition, and the day of the one before; the first edition has no news."""

    articles: frozenset[str] = frozenset()
    before: str | None = None  # YYYY-MM-DD


def news(stamps: Mapping[str, str], today: str | None) -> News:
    """Return what is new on `today`, given the day of the edition that each article came with.

    An edition with nothing before it has no news, since all of it would be; nor has one that no article came with.
    """
    before = max((day for day in stamps.values() if today and day < today), default=None)
    if before is None:
        return News()
    return News(frozenset(article for article, day in stamps.items() if day == today), before)
