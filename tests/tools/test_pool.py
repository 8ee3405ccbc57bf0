"""Whoever does the work, and whatever happens to them, the results are the same and in the same order."""

import os
import threading

import pytest

from digest.tools.pool import ALONE, Chunks, Processes, _forked
from digest.tools.progress import Progress

NUMBERS = range(100)


def squared(some):
    return [number * number for number in some]


def told_by(some):
    return [os.getpid() for _ in some]


def deadly_elsewhere(some):
    """Kill the process, if it is not the one that the tests run in."""
    if os.environ["DIGEST_TEST_PROCESS"] != str(os.getpid()):
        os._exit(9)
    return squared(some)


def faulty(some):
    raise LookupError(f"at {some[0]}")


class Heard(Progress):
    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def advance(self, done, whole):
        self.told.append((done, whole))


@pytest.mark.parametrize("pool", [ALONE, Processes(1), Processes(2), Processes(3)])
@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_the_results_are_the_same_in_the_same_order(pool, count):
    assert [*pool.map(squared, NUMBERS[:count], 5)] == squared(NUMBERS[:count])


def test_where_there_is_enough_to_do_others_do_it():
    assert os.getpid() not in Processes(2).map(told_by, NUMBERS, 5)


@pytest.mark.parametrize(("jobs", "least"), [(1, 5), (2, 51)])
def test_where_there_is_not_nobody_else_does(jobs, least):
    assert {*Processes(jobs).map(told_by, NUMBERS, least)} == {os.getpid()}


def test_beside_other_threads_processes_are_not_forked():
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert [*Processes(2).map(squared, NUMBERS, 20)] == squared(NUMBERS)
    finally:
        over.set()
        thread.join()


def test_what_a_dead_worker_left_undone_is_done_here(monkeypatch):
    monkeypatch.setenv("DIGEST_TEST_PROCESS", str(os.getpid()))
    assert [*Processes(2).map(deadly_elsewhere, NUMBERS, 20)] == squared(NUMBERS)


@pytest.mark.parametrize("parts", [20, 100])
def test_a_worker_that_dies_early_leaves_nothing_undone(parts, monkeypatch):
    monkeypatch.setenv("DIGEST_TEST_PROCESS", str(os.getpid()))
    chunks = Chunks(deadly_elsewhere, range(parts), 1)
    assert [*_forked(3, chunks)] == squared(range(parts))


def test_a_fault_of_the_work_is_raised():
    with pytest.raises(LookupError, match="at 0"):
        [*Processes(2).map(faulty, NUMBERS, 20)]


@pytest.mark.parametrize("pool", [ALONE, Processes(2)])
def test_it_is_told_how_much_is_done(pool):
    heard = Heard()
    assert [*pool.map(squared, NUMBERS, 25, heard)] == squared(NUMBERS)
    assert heard.told[-1] == (100, 100)
    assert heard.told == sorted(heard.told)
