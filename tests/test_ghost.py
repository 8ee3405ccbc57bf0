"""A record of which the rest is read late is, to whoever uses it, the record."""

import pickle
from dataclasses import dataclass, replace

import pytest

from digest.ghost import Ghost, fade, forget, ghost, is_ghost, keyed, restorable


@dataclass(frozen=True, slots=True, eq=False)
class Ship(Ghost):
    DEEP = ("cargo", "crew")

    name: str
    cargo: str
    crew: tuple[str, ...]


WHOLE = Ship("Alma", "coal", ("Ada", "Bo"))


class Hold:
    """Gives the rest, and counts how often it was asked for it."""

    asked = 0

    def __call__(self):
        self.asked += 1
        return WHOLE


def test_the_rest_is_read_once_and_only_when_it_is_asked_for():
    hold = Hold()
    one = ghost(Ship, {"name": "Alma"}, hold)
    assert (one.name, hold.asked, is_ghost(one)) == ("Alma", 0, True)
    assert (one.crew, one.cargo, hold.asked, is_ghost(one)) == (("Ada", "Bo"), "coal", 1, False)


def test_it_can_be_copied_changed_and_shown():
    assert pickle.loads(pickle.dumps(ghost(Ship, {"name": "Alma"}, Hold()))) == WHOLE
    assert replace(ghost(Ship, {"name": "Alma"}, Hold()), name="Bora") == Ship("Bora", "coal", ("Ada", "Bo"))
    assert repr(ghost(Ship, {"name": "Alma"}, Hold())) == repr(WHOLE)


def test_what_it_has_not_is_named():
    with pytest.raises(AttributeError, match="Ship has no mast"):
        _ = ghost(Ship, {"name": "Alma"}, Hold()).mast


class TestFading:
    def test_what_can_be_read_again_fades_and_comes_back(self):
        hold = Hold()
        one = restorable(Ship("Alma", "coal", ("Ada", "Bo")), hold)
        fade(one)
        assert (is_ghost(one), one.name, hold.asked) == (True, "Alma", 0)
        assert (one.crew, hold.asked) == (("Ada", "Bo"), 1)
        fade(one)
        fade(one)
        assert (one.cargo, hold.asked) == ("coal", 2)

    def test_what_is_nowhere_else_stays(self):
        one = Ship("Alma", "coal", ("Ada", "Bo"))
        fade(one)
        assert not is_ghost(one)


class Small(Ship):
    MOST = 2


class TestHowManyAreWhole:
    @pytest.fixture(autouse=True)
    def _none_before(self):
        forget()

    def test_of_too_many_the_one_that_was_whole_for_longest_fades(self):
        ships = [restorable(Small(name, "coal", ()), Hold()) for name in "abc"]
        assert [is_ghost(ship) for ship in ships] == [True, False, False]
        assert ships[0].cargo == "coal"
        assert [is_ghost(ship) for ship in ships] == [False, True, False]

    def test_what_is_nowhere_else_does_not_count(self):
        ships = [Small(name, "coal", ()) for name in "abc"]
        assert not any(map(is_ghost, ships))

    def test_each_kind_counts_for_itself(self):
        small = restorable(Small("a", "coal", ()), Hold())
        others = [restorable(Ship(name, "coal", ()), Hold()) for name in "bcd"]
        assert not any(map(is_ghost, (small, *others)))


class TestWhatIsEqual:
    def test_two_of_one_key_are_and_neither_is_read(self):
        holds = Hold(), Hold()
        one, other = (keyed(ghost(Ship, {"name": "Alma"}, hold), "k") for hold in holds)
        assert one == other
        assert hash(one) == hash(other)
        assert [hold.asked for hold in holds] == [0, 0]

    def test_two_of_other_keys_are_not(self):
        assert keyed(Ship("Alma", "coal", ()), "k") != keyed(Ship("Alma", "coal", ()), "l")

    def test_without_keys_all_fields_tell(self):
        assert Ship("Alma", "coal", ("Ada", "Bo")) == WHOLE
        assert Ship("Alma", "corn", ("Ada", "Bo")) != WHOLE

    def test_what_was_not_read_is_equal_to_nothing_else(self):
        one = ghost(Ship, {"name": "Alma"}, Hold())
        assert one != WHOLE
        assert one == one  # noqa: PLR0124 - the very same
        assert is_ghost(one)
