"""The body of an answer, unpacked within bounds: a few bytes may be packed gigabytes."""

import zlib
from collections.abc import Iterable, Iterator

from digest.intake.outcomes import Refused

_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP = 47  # zlib's word for: gzip or zlib, as the bytes say


def unpacked(pieces: Iterable[bytes], packing: str, size: int) -> bytes:
    """Return a body that is packed as the server says; raise Refused for more than `size` bytes, as sent or unpacked.

    What follows the end of what is packed is not read. Raises zlib.error where it is not packed so.
    """
    packing = packing.strip().lower()
    if packing not in _PLAIN | _PACKED:
        raise Refused(f'the answer is packed as "{packing[:40]}"', "Save the page in a browser, and add the file")
    sent = _within(pieces, size)
    return b"".join(_within(_unpacked(sent, size), size) if packing in _PACKED else sent)


def _within(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Yield the pieces; raise Refused once they have more than `size` bytes in all."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > size:
            raise Refused(f"it has more than {size / 1e6:g} MB", "Save the article alone, or raise --max-size")
        yield piece


def _unpacked(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Yield each piece unpacked, up to one byte more than `size`, until the packed stream ends."""
    unpack = zlib.decompressobj(_GZIP)
    for piece in pieces:
        yield unpack.decompress(piece, size + 1)
        if unpack.eof:
            return
