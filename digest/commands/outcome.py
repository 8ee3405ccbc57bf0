"""What a build came to, in one line."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.standing import Standing, fingerprint
from digest.tools.text import counted

if TYPE_CHECKING:  # a site that stands needs nothing of what builds
    from digest.build import Built


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the site is that stands now, and how many of its files a build touched."""

    standing: Standing
    written: int = 0
    removed: int = 0

    def told(self, folder: str) -> str:
        """Return the line that tells what was built, and into which folder."""
        its = self.standing
        return (
            f"{counted(its.articles, 'article')} in {counted(its.threads, 'thread')}, "
            f"{counted(its.pages, 'page')} in {folder}: {counted(self.written, 'file')} written, "
            f"{self.removed} removed, {its.files - self.written} unchanged"
        )


def outcome(built: "Built") -> Outcome:
    """Return what a build came to."""
    threads, written = [story.thread for story in built.manuscript.stories], built.written
    articles, files = sum(len(thread.articles) for thread in threads), len(written.changed) + written.unchanged
    stands = Standing(articles, len(threads), built.pages, files, fingerprint(built.lock), built.faults)
    return Outcome(stands, len(written.changed), len(written.removed))
