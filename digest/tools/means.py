"""What a build is done with; none of it changes a byte of what comes out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from digest.tools.cache import NO_CACHE, Cache, batches
from digest.tools.left import NOTHING, Left
from digest.tools.memo import ONCE, Memo
from digest.tools.pool import ALONE, Pool, Result, Thing, Work
from digest.tools.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Means:
    """Where results of other builds are found, who does the work, and who is told how far it is."""

    cache: Cache = NO_CACHE  # of other processes' builds
    memo: Memo = ONCE  # of this process's last one
    pool: Pool = ALONE
    progress: Progress = SILENT
    left: Left = NOTHING  # in the output, by other builds
    at_once: bool = True  # the site is exchanged in one step; else file by file, which is quicker for few

    def step(self, stage: str) -> None:
        """Begin a stage; "" ends the last one."""
        self.progress.step(stage)

    def through(
        self,
        kind: type[Result],
        things: Sequence[Thing],
        key: Callable[[Thing], str],
        work: Work[Thing, Result],
        least: int,
    ) -> tuple[Result, ...]:
        """Return what `work` makes of each thing, in order; what was made before under the same key is read back."""
        keys = [key(each) for each in things]
        of_key = dict(zip(keys, things, strict=True))

        def anew(name: str) -> Result:
            return next(iter(work([of_key[name]])))

        known = self.cache.recall(kind, keys, anew)
        new = {name: each for name, each in zip(keys, things, strict=True) if name not in known}
        made: dict[str, Result] = {}
        for some in batches(zip(new, self.map(work, [*new.values()], least), strict=True)):
            self.cache.keep(dict(some), anew)
            made.update(some)
        self.progress.count(len(keys), len(keys) - len(new))
        return tuple(known[name] if name in known else made[name] for name in keys)

    def map(self, work: Work[Thing, Result], things: Sequence[Thing], least: int) -> Iterator[Result]:
        """Yield what `work` makes of all things, in order; `least` of them are worth another process."""
        return self.pool.map(work, things, least, self.progress)


PLAIN = Means()
