"""Of two processes that want one thing, one waits, and no process that ends keeps another one waiting."""

import os
import subprocess
import sys
import time

import pytest

from digest.errors import DigestError
from digest.tools.turns import in_turn

HOLD = """
import sys, time
from pathlib import Path
from digest.errors import DigestError
from digest.tools.turns import in_turn
with in_turn(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(path, seconds):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert process.stdout.readline() == "held\n"
    return process


def test_alone_nobody_waits(tmp_path):
    waited = []
    with in_turn(tmp_path / "cache/lock", lambda: waited.append(1)):
        pass
    with in_turn(tmp_path / "cache/lock", lambda: waited.append(1)):
        pass
    assert waited == []


def test_who_comes_second_is_told_once_and_waits(tmp_path):
    with holder(tmp_path / "lock", 0.5) as process:
        waited = []
        with in_turn(tmp_path / "lock", lambda: waited.append(time.monotonic())):
            assert process.wait(5) == 0
        assert len(waited) == 1


def test_a_killed_holder_keeps_nobody_waiting(tmp_path):
    with holder(tmp_path / "lock", 60) as process:
        process.kill()
        process.wait(5)
        with in_turn(tmp_path / "lock", lambda: None):
            pass


def test_where_no_lock_can_be_written_there_is_none(tmp_path):
    (tmp_path / "cache").write_text("a file")
    with in_turn(tmp_path / "cache/lock", lambda: None):
        pass


@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a link"])
def test_what_is_no_file_is_refused(kind, tmp_path):
    lock = tmp_path / "cache/lock"
    lock.parent.mkdir()
    makes = {"a pipe": os.mkfifo, "a folder": os.mkdir, "a link": lambda path: path.symlink_to("../mine.txt")}
    makes[kind](lock)
    with pytest.raises(DigestError) as error, in_turn(lock, lambda: None):
        pass
    assert str(error.value) == "cache/lock:1: this is no regular file. Remove it."
    assert not (tmp_path / "mine.txt").exists()


def test_a_pipe_that_somebody_reads_is_refused_too(tmp_path):
    os.mkfifo(tmp_path / "lock")
    reader = os.open(tmp_path / "lock", os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(DigestError), in_turn(tmp_path / "lock", lambda: None):
        pass
    os.close(reader)


def test_what_fails_within_is_raised(tmp_path):
    with pytest.raises(OSError, match="full"), in_turn(tmp_path / "lock", lambda: None):
        raise OSError("full")


def test_a_folder_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "cache").symlink_to("mine")
    with pytest.raises(DigestError) as error, in_turn(tmp_path / "cache/lock", lambda: None):
        pass
    assert str(error.value) == "cache:1: this is a link. Remove it."
    assert list((tmp_path / "mine").iterdir()) == []
