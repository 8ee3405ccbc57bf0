"""Pagefind's files are put into an order of their own: an index of the same texts is the same bytes."""

import gzip
import json

import pytest

from digest.pages.searchorder import ordered

MANY = "x" * 300  # longer than one byte can count


def packed(body: bytes) -> bytes:
    return gzip.compress(b"pagefind_dcd" + body, mtime=7)


def text(word: str) -> bytes:
    size = len(word)
    return (bytes([0x60 | size]) if size < 24 else b"\x79" + size.to_bytes(2)) + word.encode()


def array(*values: bytes) -> bytes:
    size = len(values)
    return (bytes([0x80 | size]) if size < 24 else b"\x98" + bytes([size])) + b"".join(values)


def index(values: list[bytes], *, swapped: bool = False) -> dict[str, bytes]:
    """Return an index of two filters; the name of each file is as arbitrary as a hash."""
    suffix = "1" if swapped else "0"
    filters = [array(text("day"), text(f"en_aaaaaa{suffix}")), array(text("source"), text(f"en_bbbbbb{suffix}"))]
    if swapped:
        filters.reverse()
    meta = array(text("1.5.2"), array(), array(), array(*filters), array(), array())
    return {
        "pagefind-entry.json": json.dumps({"languages": {"en": {"hash": f"en_cccccc{suffix}"}}}).encode(),
        f"pagefind.en_cccccc{suffix}.pf_meta": packed(meta),
        f"filter/en_aaaaaa{suffix}.pf_filter": packed(array(text("day"), array(array(text("2031"), array(b"\x00"))))),
        f"filter/en_bbbbbb{suffix}.pf_filter": packed(array(text("source"), array(*values))),
        "pagefind.js": b"a program",
    }


VALUES = [array(text(MANY), array(b"\x18\x2a", b"\x00")), array(text("B"), array(b"\x01")), array(text("A"), b"\xf6")]


def test_whatever_the_order_of_filters_and_their_values_the_files_are_the_same():
    assert ordered(index(VALUES)) == ordered(index(VALUES[::-1], swapped=True))


def test_other_values_are_other_files():
    assert ordered(index(VALUES)) != ordered(index(VALUES[:2]))


def test_each_value_of_a_filter_is_kept():
    files = ordered(index(VALUES))
    (found,) = (
        gzip.decompress(content) for content in files.values() if b"source" in _plain(content) and _short(content)
    )
    assert found == b"pagefind_dcd" + array(text("source"), array(VALUES[2], VALUES[1], VALUES[0]))


def _plain(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else b""


def _short(content: bytes) -> bool:
    return _plain(content).startswith(b"pagefind_dcd\x82")


def test_what_names_a_file_names_one_that_is_there():
    files = ordered(index(VALUES))
    named = json.loads(files["pagefind-entry.json"])["languages"]["en"]["hash"]
    meta = gzip.decompress(files[f"pagefind.{named}.pf_meta"])
    filters = [path.removeprefix("filter/").removesuffix(".pf_filter") for path in files if path.startswith("filter/")]
    assert len(filters) == 2
    assert all(text(name) in meta for name in filters)
    assert files["pagefind.js"] == b"a program"


def test_more_values_than_one_byte_counts_stay_an_array():
    values = [array(text(f"{number:03}"), array()) for number in range(30)]
    assert ordered(index(values)) == ordered(index(values[::-1], swapped=True))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"", "the index ends too early", id="nothing"),
        pytest.param(b"\x61a", "a value of the index is no array", id="a text"),
        pytest.param(b"\x82\x61a", "the index ends too early", id="half of a filter"),
        pytest.param(b"\x82\x61a\xa0", "the index holds a value of the kind 5", id="a map"),
        pytest.param(b"\x9f\xff", "the index holds a value without a length", id="an array without a length"),
    ],
)
def test_an_index_of_another_form_is_an_error(body, message):
    files = {**index(VALUES), "filter/en_0000000.pf_filter": packed(body)}
    with pytest.raises(ValueError, match=f"^{message}$"):
        ordered(files)


def test_a_file_without_the_signature_is_an_error():
    files = {**index(VALUES), "filter/en_0000000.pf_filter": gzip.compress(b"another")}
    with pytest.raises(ValueError, match=r"^a file of the index has no signature$"):
        ordered(files)
