"""How often Python looks for cycles among what a command made: each look goes through all that is new since the last.

Frozen values make no cycles, and the usual looks took 6 % of a build. What parses bad YAML or XML does leave some, with
the whole text in them.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000  # objects between two looks; Python's own bound is 700
_HARDLY_EVER = 5_000_000  # a build makes two hundred in cycles, and two more for each article that is a web page


def look_seldom() -> None:
    """Look for cycles seldom from now on, and not once more in all that there is only to end."""
    gc.set_threshold(_SELDOM)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


@contextmanager
def modules_left_out() -> Iterator[None]:
    """Let no look go through what is imported, and look as often as before when all is done."""
    before = gc.get_threshold()
    gc.freeze()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def look_hardly_ever() -> None:
    """Look for cycles hardly ever from now on: what may leave some has been read."""
    gc.set_threshold(_HARDLY_EVER)
