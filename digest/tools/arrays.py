"""The only door of numpy: sums over many small numbers at once."""

import os
import sys
from mmap import mmap
from typing import Any

Array = Any  # of numpy, which is imported where it is first used
_ROOM = 120 * 1024 * 1024  # bytes of addresses that numpy and its first product of matrices take; we measured 118 MB


def numpy() -> Any:
    """Import numpy only where it is needed: it takes 80 ms, which a build without new articles does not pay.

    One thread is faster on matrices as small as ours, and sums in one order; who has set another number keeps it.
    Raises MemoryError where there is no room for it.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        _check_room()
    import numpy as np  # noqa: PLC0415

    return np


def _check_room() -> None:
    """Ask for as much as numpy will; its OpenBLAS, where it gets none, ends the process there and then."""
    try:
        mmap(-1, _ROOM).close()  # addresses alone: of memory that nobody writes to the system gives none
    except OSError as error:
        raise MemoryError from error


def ranges(starts: Array, lengths: Array) -> Array:
    """Return the numbers start, start + 1, ... of each range, one range after the other.

    >>> ranges(numpy().array([5, 0]), numpy().array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    np = numpy()
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)
