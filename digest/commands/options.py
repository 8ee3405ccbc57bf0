"""What a build is asked for on the command line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `digest build`; its help tells what each means."""

    output: Path | None
    content: Path | None
    base_url: str | None
    now: str | None
    strict: bool
    frozen: bool
    no_cache: bool
    jobs: int | None
    scheduler: str | None
    timings: bool
    profile: Path | None

    @property
    def asks_for_work(self) -> bool:
        """Tell whether a build is to do its work although the site may stand already."""
        asks = self.no_cache, self.frozen, self.timings, self.profile is not None, self.scheduler is not None
        return any(asks)
