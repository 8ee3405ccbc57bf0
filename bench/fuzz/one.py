"""Fuzz one target until its time is up: `fuzz.py` starts a process of this for each."""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["digest", "yaml", "feedparser", "markdown_it"]):
    from targets import TARGETS

name = sys.argv.pop(1)
folder = Path(tempfile.mkdtemp(prefix="fuzz-"))


def one(content: bytes) -> None:
    place = Path(tempfile.mkdtemp(dir=folder))
    TARGETS[name](content, place)
    shutil.rmtree(place)


atheris.Setup(sys.argv, one)
atheris.Fuzz()
