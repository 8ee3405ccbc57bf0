"""What a curator can set about cleaning; apart from the cleaners, which take long to import."""

from dataclasses import dataclass
from typing import get_args

from digest.articles.writtendates import DayOrder


@dataclass(frozen=True, slots=True)
class DateSettings:
    """How the dates of articles are written; without an order, what can be read in two ways is not read."""

    order: str = ""  # "DMY" or "MDY": what 01/02/2025 means

    def __post_init__(self) -> None:
        if self.order and self.order not in get_args(DayOrder):
            raise ValueError(
                f'order is "{self.order}". Write DMY where 01/02/2025 is in February, or MDY where it is in January'
            )


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """What cleaning needs to know of the site."""

    language: str = "en"  # of articles that name none
    timezone: str = "UTC"  # of times that name no zone
    dates: DateSettings = DateSettings()
