"""Who does the work of a build: this process, some more of this machine, or a cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from digest.errors import UsageError
from digest.tools.pool import Pool, Processes


@contextmanager
def workers(jobs: int | None, scheduler: str | None) -> Iterator[Pool]:
    """Give the workers of a cluster, or so many processes of this machine; without a word on it, one for each core.

    Raises UsageError where there is no such cluster.
    """
    if scheduler is None:
        yield Processes(jobs or cores())
        return
    if jobs is not None:
        raise UsageError("--jobs is for this machine, and --scheduler for a cluster. Leave one of them out.")
    from digest.tools.cluster import cluster  # noqa: PLC0415 - an extra, and slow to import

    with cluster(scheduler) as pool:
        yield pool


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
