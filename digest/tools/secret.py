"""The user's own secret, by which a build knows again what this user's builds kept: a row without its seal is no row.

A cache lies in the project's folder, and so may have come with somebody's repository. The secret never lies there: it
is a file of the user's own folder, made at the first need, or what DIGEST_CACHE_KEY says, for machines that live no
longer than one build. Without a secret nothing is kept from one process to the next.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_IMODE, S_ISREG

from digest.errors import UsageError

VARIABLE = "DIGEST_CACHE_KEY"
_LEAST = 16  # signs of the variable: fewer can be guessed
_SIZE = 32  # bytes of the secret
_OTHERS = 0o077  # what a file's mode gives to anybody but its owner; a checkout gives something
# Windows alone has O_BINARY; it has neither links to follow nor pipes to wait for among its files.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def secret(environment: Mapping[str, str]) -> bytes | None:
    """Return 32 bytes that only this user has; None where they can be neither read nor made.

    Raises UsageError where DIGEST_CACHE_KEY is too short to be one.
    """
    if said := environment.get(VARIABLE, ""):
        if len(said) < _LEAST:
            mend = "Write 32 or more that nobody can guess, as `openssl rand -hex 32` does."
            raise UsageError(f"{VARIABLE} has {len(said)} signs, and {_LEAST} are the least. {mend}")
        return blake2b(said.encode(errors="surrogatepass"), digest_size=_SIZE).digest()
    with suppress(OSError, RuntimeError):  # the latter: nobody knows where the user is at home
        place = key_file(environment, sys.platform)
        return _read(place) or _made(place)
    return None


def key_file(environment: Mapping[str, str], platform: str) -> Path:
    """Return where the secret lies, by the customs of the system. Raises RuntimeError where the user has no home."""
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "digest" / "key"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "digest" / "key"
    state = Path(environment.get("XDG_STATE_HOME", ""))
    return (state if state.is_absolute() else Path.home() / ".local" / "state") / "digest" / "key"


def seal(key: bytes, part: str, *texts: str) -> bytes:
    """Return the seal of texts, none of which has a NUL, as one part of a row (keyed BLAKE2b, 16 bytes)."""
    said = "\0".join(texts).encode(errors="surrogatepass")
    return blake2b(said, key=key, person=part.encode(), digest_size=16).digest()


def _read(place: Path) -> bytes | None:
    """Return the secret; None where there is none, or what is there may be another's or be read by others."""
    with suppress(OSError):
        file = os.open(place, _READ)
        try:
            found = os.read(file, _SIZE + 1)
            return found if len(found) == _SIZE and _is_ours(os.fstat(file)) else None
        finally:
            os.close(file)
    return None


def _is_ours(status: os.stat_result) -> bool:
    if not S_ISREG(status.st_mode):
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not S_IMODE(status.st_mode) & _OTHERS)


def _made(place: Path) -> bytes | None:
    """Make a secret, whole at once; of two processes that do, both go on with the one that stands then."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = place.with_name(f"{place.name}-{os.urandom(8).hex()}")
    try:
        file = os.open(beside, _MAKE, 0o600)
        with os.fdopen(file, "wb") as writer:
            writer.write(os.urandom(_SIZE))
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return _read(place)
