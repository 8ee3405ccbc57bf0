"""What is packed is unpacked as it was: each of our records, whatever its texts are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Article, Given, RawArticle
from digest.tools.decoders import decoder, forget_shared, share
from digest.tools.records import pack, unpack

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


def records(kind: type) -> st.SearchStrategy:
    """Return records of a dataclass, all its fields made from their types."""
    st.register_type_strategy(str, TEXT)
    st.register_type_strategy(date, DAYS)
    st.register_type_strategy(datetime, MOMENTS)
    return st.from_type(kind)


@pytest.mark.parametrize("kind", [Article, Given, RawArticle])
def test_a_record_is_what_it_was(kind):
    @settings(max_examples=40, deadline=None, database=None)
    @given(records(kind))
    def check(record):
        assert unpack(kind, pack(record)) == record

    check()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("{}", id="no list"),
        pytest.param("[]", id="too few fields"),
        pytest.param("[1]", id="fields of another kind"),
        pytest.param("null", id="null"),
        pytest.param('["a", "b", "text", "t", 1, 7]', id="a record in whose place something else stands"),
        pytest.param("[" * 100_000, id="brackets without end"),
    ],
)
def test_what_is_no_such_record_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        unpack(RawArticle, text)


@dataclass(frozen=True, slots=True)
class Tide:
    """A record of one field."""

    metres: float


def test_a_record_of_one_field_stays_a_record():
    assert pack((Tide(1.5), Tide(2.0))) == "[[1.5],[2.0]]"
    assert unpack(Tide, pack(Tide(1.5))) == Tide(1.5)


@dataclass(frozen=True, slots=True)
class Log:
    """A record with a field of each kind."""

    port: str
    boats: int
    metres: float
    closed: bool
    pilots: tuple[str, ...]
    state: Literal["calm", "rough"]
    tides: tuple[Tide, ...] = ()
    day: date | None = None
    note: str | None = None
    more: Mapping[str, str] | None = None


LOG = ("Alma", 3, 1.5, True, ["Ada"], "calm", [[1]], "2031-03-04", None, {"wind": "east"})


def test_a_whole_number_is_a_number_of_metres():
    assert unpack(Log, pack(LOG)).tides == (Tide(1),)
    assert unpack(Log, pack((*LOG[:2], 2, *LOG[3:]))).metres == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (0, 7), (0, None), (0, ["Alma"]), (1, "3"), (1, 3.5), (1, True), (2, "1.5"), (2, True), (3, 1), (3, None),
        (4, "Ada"), (4, [7]), (4, [None]), (4, {"Ada": 1}), (5, "wild"), (5, 1), (5, ["calm"]), (5, None),
        (6, "ab"), (6, [1.5]), (6, [["deep"]]), (6, [{"metres": 1}]), (7, 20310304), (7, "soon"), (8, 5), (8, False),
        (9, []), (9, {"wind": 4}),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(field, value):
    said = [*LOG]
    said[field] = value
    with pytest.raises(ValueError, match=r"."):
        unpack(Log, pack(said))


def test_a_mapping_that_cannot_be_written_to_is_packed_like_another():
    assert pack(MappingProxyType({7: "a"})) == pack({7: "a"}) == '{"7":"a"}'


def test_what_is_no_record_is_not_packed():
    with pytest.raises(TypeError, match="records know no <class 'set'>"):
        pack((1, {2}))


def test_equal_records_are_packed_equally_on_one_line():
    one = Given(title="Two\nlines", extra={"b": "1", "a": "2"})
    assert pack(one) == pack(Given(title="Two\nlines", extra={"b": "1", "a": "2"}))
    assert "\n" not in pack(one)


@dataclass(frozen=True, slots=True)
class Source:
    article: str
    number: int


def test_equal_records_of_a_shared_kind_are_one_until_they_are_forgotten():
    share(Source, 10)
    text = pack((Source("a-7f3c91d2e4", 1), Source("a-7f3c91d2e4", 1)))
    one, other = unpack_sources(text)
    assert one is other
    assert one == Source("a-7f3c91d2e4", 1)
    forget_shared()
    assert unpack_sources(text)[0] is not one


def unpack_sources(text: str) -> tuple[Source, ...]:
    found: tuple[Source, ...] = decoder(tuple[Source, ...])(json.loads(text))
    return found
