"""The body of an answer, unpacked within bounds: a few bytes may be packed gigabytes."""

import zlib
from collections.abc import Iterable

from digest.intake.outcomes import Refused

_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP = 47  # zlib's word for: gzip or zlib, as the bytes say


def unpacked(pieces: Iterable[bytes], packing: str, size: int) -> bytes:
    """Return a body that is packed as the server says; raise Refused for more than `size` bytes, as sent or unpacked.

    Raises zlib.error where it is not packed so.
    """
    packing = packing.strip().lower()
    if packing not in _PLAIN | _PACKED:
        raise Refused(f'the answer is packed as "{packing[:40]}"', "Save the page in a browser, and add the file")
    unpack = zlib.decompressobj(_GZIP) if packing in _PACKED else None
    body, length = [], 0
    for piece in pieces:
        body.append(unpack.decompress(piece, size + 1 - length) if unpack else piece)
        length += len(body[-1])
        if length > size:
            raise Refused(f"it has more than {size / 1e6:g} MB", "Save the article alone, or raise --max-size")
    return b"".join(body)
