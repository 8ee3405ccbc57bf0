"""A result is found again by all that it depends on; a file that cannot be used costs time, never a byte."""

import sqlite3
import subprocess
import sys
from dataclasses import dataclass

import pytest

from digest.ghost import Ghost, fade, is_ghost
from digest.model import Given
from digest.tools.cache import Cache
from digest.tools.keys import code_stamp, content_key
from digest.tools.means import Means


@dataclass(frozen=True, slots=True)
class Doubled:
    text: str


class Maker:
    """Doubles texts, and remembers which it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Doubled:
        self.asked.append(text)
        return Doubled(text * 2)


def through(cache: Cache, *texts: str) -> tuple[tuple[Doubled, ...], list[str]]:
    """Return the results of texts, and which of them had to be made."""
    maker = Maker()
    found = Means(cache).through(Doubled, texts, content_key, lambda some: [maker(each) for each in some], 1)
    return found, maker.asked


def test_what_was_made_is_not_made_again(tmp_path):
    cache = Cache(tmp_path / "deep" / "results.sqlite")
    assert through(cache, "a", "b") == ((Doubled("aa"), Doubled("bb")), ["a", "b"])
    assert through(cache, "c", "b", "a") == ((Doubled("cc"), Doubled("bb"), Doubled("aa")), ["c"])


def test_more_than_one_query_holds_are_found_again(tmp_path):
    texts = [str(number) for number in range(1201)]
    cache = Cache(tmp_path / "results.sqlite")
    first = through(cache, *texts)[0]
    assert through(cache, *texts) == (first, [])


@pytest.mark.parametrize("name", ["bad\udcff.md", "caf\u00e9.md", "bad\\udcff.md", "-:,.md"])
def test_a_record_may_be_called_as_a_file_is_that_is_no_utf8(name, tmp_path):
    cache = Cache(tmp_path / "results.sqlite")
    cache.keep({name: Doubled("a"), "caf\udce9.md": Doubled("another")})
    assert cache.recall(Doubled, [name, "nowhere\udcff.md"]) == {name: Doubled("a")}
    cache.drop(Doubled, name)
    assert cache.recall(Doubled, [name, "caf\udce9.md"]) == {"caf\udce9.md": Doubled("another")}


def test_what_stands_for_a_name_that_is_no_utf8_is_no_other_name(tmp_path):
    cache = Cache(tmp_path / "results.sqlite")
    odd = "bad\udcff.md"
    asked = [odd.encode(errors="surrogatepass").hex(), odd.encode(errors="backslashreplace").decode(), "bad\xff.md"]
    cache.keep({odd: Doubled("a")})
    assert cache.recall(Doubled, asked) == {}


def test_without_a_file_nothing_is_kept():
    cache = Cache()
    assert through(cache, "a")[1] == through(cache, "a")[1] == ["a"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.write_bytes(b"this is no database" * 99), id="other bytes"),
        pytest.param(lambda path: path.write_bytes(b""), id="no bytes"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:2000]), id="half of it"),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), id="a folder in its place"),
    ],
)
def test_a_damaged_file_is_ignored(damage, tmp_path):
    path = tmp_path / "results.sqlite"
    through(Cache(path), "a")
    damage(path)
    assert through(Cache(path), "a", "b") == ((Doubled("aa"), Doubled("bb")), ["a", "b"])


@pytest.mark.parametrize("content", [b"this is no database" * 99, b"", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_file_is_begun_anew(content, tmp_path):
    path = tmp_path / "results.sqlite"
    path.write_bytes(content)
    assert through(Cache(path), "a")[1] == ["a"]
    assert through(Cache(path), "a")[1] == []


def test_a_file_that_is_damaged_further_on_is_begun_anew(tmp_path):
    path = tmp_path / "results.sqlite"
    texts = [str(number) * 99 for number in range(999)]
    through(Cache(path), *texts)
    content = bytearray(path.read_bytes())
    content[8192:] = b"x" * (len(content) - 8192)
    path.write_bytes(content)
    through(Cache(path), *texts)
    assert through(Cache(path), *texts)[1] == []


def test_one_bad_row_costs_no_other(tmp_path):
    path = tmp_path / "results.sqlite"
    through(Cache(path), "a", "b")
    altered(path, "UPDATE records SET record = '{}', own = 'k' WHERE record LIKE '%aa%'")
    assert through(Cache(path), "a", "b") == ((Doubled("aa"), Doubled("bb")), ["a"])


def test_a_record_of_another_shape_is_made_anew(tmp_path):
    path = tmp_path / "results.sqlite"
    through(Cache(path), "a")
    altered(path, "UPDATE records SET record = '[1, 2]'")
    assert through(Cache(path), "a") == ((Doubled("aa"),), ["a"])


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    assert through(Cache(tmp_path / "file" / "results.sqlite"), "a") == ((Doubled("aa"),), ["a"])


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        pytest.param((Given(title="a"),), (Given(title="a"),), True, id="equal records"),
        pytest.param((Given(title="a"),), (Given(title="b"),), False, id="another title"),
        pytest.param((Given(title="a"),), (Given(lead="a"),), False, id="another field"),
        pytest.param(("ab", "c"), ("a", "bc"), False, id="other parts of one text"),
        pytest.param((1,), ("1",), False, id="a number and a text"),
        pytest.param(((),), (("",),), False, id="no text and an empty one"),
        pytest.param(("\ud800",), ("\ud800",), True, id="half a sign"),
    ],
)
def test_equal_inputs_have_equal_keys(one, other, equal):
    assert (content_key(*one) == content_key(*other)) is equal


def test_the_code_has_one_stamp():
    program = "from digest.tools.keys import code_stamp; print(code_stamp())"
    told = {subprocess.check_output([sys.executable, "-c", program], text=True).strip() for _ in range(2)}
    assert told == {code_stamp()}


def test_what_other_code_made_is_deleted_when_something_is_kept(tmp_path, monkeypatch):
    cache = Cache(tmp_path / "results.sqlite")
    for stamp in ("0aaa", "zzzz", "1bbb"):
        monkeypatch.setattr("digest.tools.cache.code_stamp", lambda stamp=stamp: stamp)
        through(cache, "a")
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        assert [key[:4] for (key,) in database.execute("SELECT key FROM records")] == ["1bbb"]


@dataclass(frozen=True, slots=True, eq=False)
class Chapter(Ghost):
    DEEP = ("text",)

    title: str
    text: str


class TestWhatIsReadLate:
    @pytest.fixture
    def path(self, tmp_path):
        Cache(tmp_path / "results.sqlite").keep({"k": Chapter("One", "It rained.")})
        return tmp_path / "results.sqlite"

    def test_the_rest_is_read_when_it_is_asked_for(self, path):
        found = Cache(path).recall(Chapter, ["k"], lambda _: Chapter("", "made anew"))["k"]
        assert (found.title, is_ghost(found), found.text) == ("One", True, "It rained.")

    @pytest.mark.parametrize(
        "damage",
        [
            pytest.param(lambda path: path.unlink(), id="the file is gone"),
            pytest.param(lambda path: path.write_bytes(b"no database" * 99), id="other bytes"),
            pytest.param(lambda path: altered(path, "DELETE FROM records"), id="the record is gone"),
            pytest.param(lambda path: altered(path, "UPDATE records SET rest = '[1, 2]'"), id="another shape"),
            pytest.param(lambda path: altered(path, "UPDATE records SET rest = NULL"), id="no rest"),
        ],
    )
    def test_what_is_gone_by_then_is_made_anew(self, damage, path):
        found = Cache(path).recall(Chapter, ["k"], lambda key: Chapter("", f"{key} made anew"))["k"]
        damage(path)
        assert found.text == "k made anew"

    def test_what_another_process_kept_since_is_of_another_record(self, path):
        found = Cache(path).recall(Chapter, ["k"], lambda key: Chapter("", f"{key} made anew"))["k"]
        Cache(path).keep({"k": Chapter("One", "It snowed.")})
        assert found.text == "k made anew"

    def test_a_row_without_a_key_of_its_own_is_none(self, path):
        altered(path, "UPDATE records SET own = NULL")
        assert Cache(path).recall(Chapter, ["k"], lambda _: Chapter("", "")) == {}

    def test_the_rest_is_read_too_under_a_name_that_is_no_utf8(self, tmp_path):
        cache = Cache(tmp_path / "results.sqlite")
        cache.keep({"bad\udcff.md": Chapter("One", "It rained.")})
        found = cache.recall(Chapter, ["bad\udcff.md"], lambda _: Chapter("", "made anew"))
        assert found["bad\udcff.md"].text == "It rained."

    def test_what_was_dropped_is_gone(self, path):
        Cache(path).drop(Chapter, "k")
        assert Cache(path).recall(Chapter, ["k"], lambda _: Chapter("", "")) == {}

    def test_what_was_kept_may_fade_and_is_found_again(self, path):
        one = Chapter("Two", "It snowed.")
        Cache(path).keep({"l": one}, lambda _: Chapter("", "made anew"))
        fade(one)
        assert (is_ghost(one), one.title, one.text) == (True, "Two", "It snowed.")

    def test_a_record_knows_its_key_from_one_process_to_the_next(self, path):
        found = Cache(path).recall(Chapter, ["k"], lambda _: Chapter("", ""))["k"]
        assert content_key(found) == content_key(Chapter("One", "It rained."))
        assert is_ghost(found)
        assert content_key(found) != content_key(Chapter("One", "It snowed."))


def altered(path, statement):
    database = sqlite3.connect(path)
    with database:
        database.execute(statement)
    database.close()


class TestSweeping:
    def build(self, path, *texts):
        """Do what a build does that needs these texts, and return how many results the file has then."""
        cache = Cache(path)
        through(cache, *texts)
        cache.sweep()
        database = sqlite3.connect(path)
        (count,) = database.execute("SELECT count(*) FROM records").fetchone()
        database.close()
        return count

    def test_what_nobody_asks_for_any_more_goes_when_the_file_has_doubled(self, tmp_path):
        path, old, new = tmp_path / "results.sqlite", *([f"{name}{'x' * 4000}{n}" for n in range(40)] for name in "ab")
        assert self.build(path, *old[:20]) == 20
        assert self.build(path, *old[:10], *new[:10]) == 30
        assert self.build(path, *old[:1], *new) == 41
        assert through(Cache(path), *old[:2], new[0])[1] == [old[1]]

    def test_without_a_file_there_is_nothing_to_do(self, tmp_path):
        Cache().sweep()
        Cache(tmp_path / "none").sweep()
        assert not (tmp_path / "none").exists()


def test_nothing_is_kept_in_a_folder_that_is_a_link(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/results.sqlite").write_text("precious")
    (tmp_path / "cache").symlink_to("mine")
    assert through(Cache(tmp_path / "cache/results.sqlite"), "a")[1] == ["a"]
    assert (tmp_path / "mine/results.sqlite").read_text() == "precious"
