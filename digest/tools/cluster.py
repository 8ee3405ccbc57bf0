"""The workers of a cluster: the only door of dask.distributed.

A worker has digest installed, in the version that asks; all else, the templates too, it is sent with its work, and
sends back what it made, so that neither inputs nor the cache need lie where it can reach them. The scheduler gives what
a dead worker was to do to another one.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import partial
from typing import Any

from digest.errors import UsageError
from digest.tools.pool import Chunks, Pool, Result, Thing, Work
from digest.tools.progress import SILENT, Progress

_SECONDS = 20  # until a scheduler has answered
_CHUNKS = 4  # of each core: so the last of them keeps nobody waiting for long
_AHEAD = 2  # chunks of each core that may be done before the first is asked for
_INSTALL = "Run `pip install distributed`, or leave out --scheduler."


class Cluster(Pool):
    """The workers of a Dask scheduler."""

    def __init__(self, client: Any) -> None:  # a distributed.Client, of which no types are told
        self._client = client
        self._cores = max(1, sum(client.nthreads().values()))

    def shares(self, things: int, least: int) -> bool:
        """Tell whether so many things are sent to the cluster, where `least` of them are worth it."""
        return things >= 2 * least

    def map(
        self, work: Work[Thing, Result], things: Sequence[Thing], least: int, progress: Progress = SILENT
    ) -> Iterator[Result]:
        """Yield what `work` makes of all things, in their order."""
        if not self.shares(len(things), least):
            yield from super().map(work, things, least, progress)
            return
        each = max(least // 4, -(-len(things) // (self._cores * _CHUNKS)))
        chunks = Chunks(work, things, each, progress)
        with self._client.get_executor(pure=False) as executor:
            submit = partial(_submit, executor, chunks)
            yield from chunks.gathered(submit, self._cores * _AHEAD)


def _submit(executor: Executor, chunks: Chunks[Thing, Result], part: slice) -> Future[Sequence[Result]]:
    return executor.submit(chunks.work, chunks.things[part])


@contextmanager
def cluster(scheduler: str) -> Iterator[Pool]:
    """Give the workers of the scheduler at an address such as tcp://host:8786.

    Raises UsageError where it does not answer, or has no workers, or the extra is not installed.
    """
    try:
        from distributed import Client as _client  # noqa: N813, PLC0415 - an extra, slow to import; without types
    except ImportError as error:
        raise UsageError(f"--scheduler needs the extra [cluster]. {_INSTALL}") from error
    try:
        client: Any = _client(scheduler, timeout=_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"No Dask scheduler answers at {scheduler}. Start one, or leave out --scheduler.") from error
    with client:
        if not client.nthreads():
            raise UsageError(f"The Dask scheduler at {scheduler} has no workers. Start one: dask worker {scheduler}")
        yield Cluster(client)
