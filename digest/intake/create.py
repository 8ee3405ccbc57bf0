"""A file made under a name that nobody has taken: whole or not at all, and never over another.

Two commands that add at once look for free names at the same time, and may find the same. So no name counts as free
until the file has it: the system gives a name to the first who asks, and the other asks for the next.
"""

import os
import tempfile
from pathlib import Path


def create(path: Path, content: bytes) -> None:
    """Make the file `path` with `content`. Raises FileExistsError where something stands there; it stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".digest-", dir=path.parent)
    whole = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        whole.chmod(0o644)
        _name(whole, path)
    finally:
        whole.unlink(missing_ok=True)


def _name(whole: Path, path: Path) -> None:
    """Give a whole file its name."""
    try:
        path.hardlink_to(whole)
    except FileExistsError:
        raise
    except OSError:  # of a disk that gives a file one name only: a reader may see it half written, for a moment
        with path.open("xb") as file:
            file.write(whole.read_bytes())
