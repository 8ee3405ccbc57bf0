"""What is made again in a process that builds again, and what is found again."""

import pytest

from digest.tools.memo import ONCE, Memo


def asked(memo: Memo, **inputs: object) -> list[str]:
    """Ask for a list made of each input, and return the names of those that were made."""
    made: list[str] = []
    memo.each("stage", inputs, lambda names: [made.append(name) or [inputs[name]] for name in names])
    return made


def test_what_is_made_of_the_same_is_made_once():
    memo = Memo()
    assert asked(memo, a=1, b=2) == ["a", "b"]
    assert asked(memo, a=1, b=3) == ["b"]


def test_results_come_in_the_order_of_their_names():
    memo = Memo()
    memo.each("stage", {"b": 2}, lambda names: names)
    assert [*memo.each("stage", {"a": 1, "b": 2, "c": 3}, lambda names: names)] == ["a", "b", "c"]


def test_a_result_of_equal_inputs_is_the_same_object():
    memo = Memo()
    first = memo.again("stage", "a", [1], lambda: ["result"])
    assert memo.again("stage", "a", [1], lambda: ["result"]) is first


def test_an_equal_result_of_other_inputs_is_the_same_object():
    memo = Memo()
    first = memo.again("stage", "a", [1], lambda: ["result"])
    assert memo.again("stage", "a", [2], lambda: ["result"]) is first


def test_a_value_that_changed_is_the_new_one():
    memo = Memo()
    memo.same("stage", "a", ["old"])
    assert memo.same("stage", "a", ["new"]) == ["new"]


def test_two_stages_do_not_share_a_name():
    memo = Memo()
    memo.again("one", "a", 1, lambda: "one")
    assert memo.again("other", "a", 1, lambda: "other") == "other"


def test_what_a_build_did_not_ask_for_is_forgotten_after_it():
    memo = Memo()
    asked(memo, a=1, b=2)
    memo.turn()
    asked(memo, a=1)
    memo.turn()
    assert asked(memo, a=1, b=2) == ["b"]


def test_what_a_failed_build_did_not_reach_is_kept():
    memo = Memo()
    asked(memo, a=1, b=2)
    memo.turn()
    with pytest.raises(ZeroDivisionError):
        memo.again("stage", "a", 2, lambda: 1 / 0)
    assert asked(memo, a=1, b=2) == []


def test_the_last_result_is_told_whatever_it_was_made_of():
    memo = Memo()
    assert memo.last("stage", "a") is None
    memo.again("stage", "a", 1, lambda: "result")
    assert memo.last("stage", "a") == "result"


def test_a_process_that_builds_once_keeps_nothing():
    assert [ONCE.again("stage", "a", 1, lambda each=each: each) for each in (1, 2)] == [1, 2]
    assert ONCE.last("stage", "a") is None
