"""Measure how the time of a build grows with one hostile text: `python bench/fuzz/growth.py [SIGNS]`.

Each text is built at a size and at four times that size, in a process of its own. What is linear takes at most four
times as long, what is quadratic sixteen times; the last column says which, and those above six are worth a profile.
"""

import sys
import tempfile
from collections.abc import Callable
from multiprocessing import Pool
from pathlib import Path
from time import process_time

from repetitions import repetitions
from targets import stories

SIZE = 50_000  # signs
TIMES = 4


def main(size: int) -> None:
    """Print the CPU seconds of each text at both sizes, and how many times as long the larger one takes."""
    small, large = repetitions(size), repetitions(size * TIMES)
    with Pool(1, maxtasksperchild=1) as one:  # in a new process, so that nothing is known from the text before
        for name in small:
            few, many = (one.apply(seconds, (text[name],)) for text in (small, large))
            print(f"{name:28} {few:7.2f} {many:7.2f} {many / few:6.1f}", flush=True)


def seconds(text: str, build: Callable[[bytes, Path], None] = stories) -> float:
    """Return the CPU seconds that a text takes from its reading to its page."""
    with tempfile.TemporaryDirectory() as warm, tempfile.TemporaryDirectory() as folder:
        build(b"Two boats burnt in Alma on Monday.", Path(warm))  # what is read and compiled once
        before = process_time()
        build(text.encode(), Path(folder))
        return process_time() - before


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else SIZE)
