"""The settings of threads. They stand apart from what they set, so that reading digest.yaml imports none of that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """How likely articles must be of one event to stand in one thread, and how far apart they may be."""

    threshold: float = 0.35  # least likelihood, 0..1, to join; higher gives more and smaller threads
    window_days: int = 3650  # articles further apart than this are never compared

    def __post_init__(self) -> None:
        if not 0 < self.threshold < 1:
            raise ValueError(f"threshold is {self.threshold}. Write a number between 0 and 1")
        if self.window_days <= 0:
            raise ValueError(f"window_days is {self.window_days}. Write a number of days above 0")
