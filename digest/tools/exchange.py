"""Two folders exchange their places in one step, so that at no moment is one missing: Linux and macOS can.

The calls are renameat2 with RENAME_EXCHANGE (Linux 3.15) and renamex_np with RENAME_SWAP (macOS 10.12); Python has
neither. Not every file system can do it; then nothing has happened.
"""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # <linux/fs.h>
_RENAME_SWAP = 2  # <sys/stdio.h> of macOS


def exchange(one: Path, other: Path) -> bool:
    """Exchange what stands at two paths of one file system; return whether it was done."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_SWAP) == 0)
        paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
        return bool(library.renameat2(*paths, _RENAME_EXCHANGE) == 0)
    except (OSError, AttributeError, TypeError):  # no such library, or no such call in it
        return False
