"""A cache that came with somebody's repository says nothing, runs nothing, keeps nobody waiting, deletes nothing."""

import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from digest.errors import UsageError
from digest.ghost import Ghost
from digest.tools.cache import Cache
from digest.tools.database import TABLE
from digest.tools.secret import key_file, secret

OURS, THEIRS = "ours, which nobody knows", "theirs, which they know"
needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folders of users apart by itself")


@dataclass(frozen=True, slots=True)
class Doubled:
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Chapter(Ghost):
    DEEP = ("text",)

    title: str
    text: str


@pytest.fixture(autouse=True)
def _key(monkeypatch):
    monkeypatch.setenv("DIGEST_CACHE_KEY", OURS)


@pytest.fixture
def path(tmp_path) -> Path:
    """Return a cache that we kept."""
    path = tmp_path / "results.sqlite"
    Cache(path).keep({"a": Doubled("aa"), "b": Doubled("bb"), "c": Chapter("One", "It rained.")})
    return path


def kept(path: Path) -> dict[str, Doubled]:
    return Cache(path).recall(Doubled, ["a", "b"])


def text(path: Path) -> str:
    return Cache(path).recall(Chapter, ["c"], lambda _: Chapter("", "made anew"))["c"].text


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for each in statements:
            database.execute(each)


class TestARowOfSomebodyElse:
    def test_what_we_kept_is_found(self, path):
        assert kept(path) == {"a": Doubled("aa"), "b": Doubled("bb")}
        assert text(path) == "It rained."

    @pytest.mark.parametrize(
        "statement",
        [
            pytest.param("UPDATE records SET record = '[\"xx\"]'", id="other words"),
            pytest.param("UPDATE records SET record = x'5b'", id="bytes"),
            pytest.param("UPDATE records SET own = 'k'", id="another key"),
            pytest.param("UPDATE records SET seal = ''", id="a seal that is none"),
            pytest.param("UPDATE records SET seal = rest_seal WHERE rest_seal NOT NULL", id="the seal of the rest"),
        ],
    )
    def test_an_altered_row_is_none(self, path, statement):
        run(path, f"{statement}{' AND' if 'WHERE' in statement else ' WHERE'} record NOT LIKE '%bb%'")
        assert kept(path).get("b") == Doubled("bb")
        assert text_or_none(path) is None

    def test_a_row_under_the_key_of_another_is_none(self, path):
        run(
            path,
            "UPDATE records SET (record, seal) = "
            "(SELECT record, seal FROM records WHERE record LIKE '%bb%') WHERE record LIKE '%aa%'",
        )
        assert kept(path) == {"b": Doubled("bb")}

    def test_an_altered_rest_is_made_anew(self, path):
        run(path, "UPDATE records SET rest = '[\"It snowed.\"]' WHERE rest NOT NULL")
        assert text(path) == "made anew"

    def test_what_another_user_kept_is_cold(self, tmp_path, monkeypatch):
        monkeypatch.setenv("DIGEST_CACHE_KEY", THEIRS)
        Cache(tmp_path / "results.sqlite").keep({"a": Doubled("xx")})
        monkeypatch.setenv("DIGEST_CACHE_KEY", OURS)
        assert kept(tmp_path / "results.sqlite") == {}


def text_or_none(path: Path) -> Chapter | None:
    return Cache(path).recall(Chapter, ["c"], lambda _: Chapter("", "")).get("c")


VIEW = (
    "CREATE VIEW records (key, record, own, rest, seal, rest_seal) AS WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i, i, i, i, i FROM n"
)
TRIGGER = "CREATE TRIGGER more AFTER INSERT ON records BEGIN INSERT INTO records SELECT * FROM records; END"


class TestAFileOfSomebodyElse:
    @pytest.mark.parametrize(
        "statements",
        [
            pytest.param(("DROP TABLE records", VIEW), id="a view without end"),
            pytest.param((TRIGGER,), id="a trigger"),
            pytest.param(("DROP TABLE records", TABLE.replace("own TEXT", "own TEXT CHECK (1)")), id="a check"),
            pytest.param(("CREATE TABLE more (key)",), id="another table"),
        ],
    )
    def test_another_schema_is_not_asked_and_begun_anew(self, path, statements):
        run(path, *statements)
        assert kept(path) == {}
        Cache(path).keep({"a": Doubled("aa")})
        assert kept(path) == {"a": Doubled("aa")}

    @pytest.mark.parametrize("suffix", ["", "-journal", "-wal", "-shm"])
    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def test_a_pipe_keeps_nobody_waiting(self, path, suffix):
        place = path.with_name(path.name + suffix)
        place.unlink(missing_ok=True)
        os.mkfifo(place)
        assert kept(path) == {}
        Cache(path).keep({"a": Doubled("aa")})
        assert kept(path) == {"a": Doubled("aa")}

    @needs_modes
    def test_a_link_is_not_followed(self, path, tmp_path):
        other = path.rename(tmp_path / "other")
        before = other.read_bytes()
        path.symlink_to(other)
        assert kept(path) == {}
        Cache(path).keep({"a": Doubled("aa")})
        assert (path.is_symlink(), other.read_bytes()) == (False, before)

    def test_a_journal_that_names_another_file_deletes_nothing(self, path, tmp_path):
        other = tmp_path / "letter.txt"
        other.write_text("Dear Ada")
        journal(path, other)
        assert kept(path) == {}
        Cache(path).keep({"a": Doubled("aa")})
        assert (other.read_text(), kept(path)) == ("Dear Ada", {"a": Doubled("aa")})


def journal(path: Path, other: Path) -> None:
    """Leave a journal beside the cache which says that it belongs to another one: a file that SQLite then deletes."""
    magic, name = bytes.fromhex("d9d505f920a163d7"), bytes(other)
    pages = path.stat().st_size // 4096
    head = magic + b"".join(each.to_bytes(4, "big") for each in (0, 0, pages, 512, 4096)) + bytes(484)
    tail = [(0x40000000 // 4096 + 1).to_bytes(4, "big"), name, len(name).to_bytes(4, "big")]
    path.with_name(f"{path.name}-journal").write_bytes(
        head + b"".join(tail) + (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + magic
    )


class TestTheSecret:
    def test_it_is_made_once_and_is_the_users_alone(self, tmp_path):
        environment = {"XDG_STATE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
        file = key_file(environment, "linux")
        first = secret_in(tmp_path)
        assert (len(first), first) == (32, secret_in(tmp_path))
        assert first == file.read_bytes()
        assert [*file.parent.iterdir()] == [file]
        assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600

    @needs_modes
    @pytest.mark.parametrize(
        "spoil",
        [
            pytest.param(lambda file: file.chmod(0o644), id="which others can read"),
            pytest.param(lambda file: file.write_bytes(b"short"), id="which is torn"),
            pytest.param(lambda file: (file.rename(f"{file}2"), file.symlink_to(f"{file}2")), id="behind a link"),
            pytest.param(lambda file: (file.unlink(), os.mkfifo(file, 0o600)), id="which is a pipe"),
        ],
    )
    def test_another_is_made_in_the_place_of_one(self, spoil, tmp_path):
        first = secret_in(tmp_path)
        spoil(tmp_path / "digest" / "key")
        second = secret_in(tmp_path)
        assert len(second) == 32
        assert first != second == secret_in(tmp_path)

    def test_without_one_nothing_is_read_or_kept(self, path, tmp_path, monkeypatch):
        (tmp_path / "file").write_text("")
        monkeypatch.setattr("digest.tools.cache.secret", lambda _: secret_in(tmp_path / "file"))
        assert kept(path) == {}
        assert not Cache(path).is_kept
        Cache(tmp_path / "none").keep({"a": Doubled("aa")})
        assert not (tmp_path / "none").exists()

    def test_a_short_word_of_the_environment_is_refused(self):
        message = (
            "^DIGEST_CACHE_KEY has 4 signs, and 16 are the least. "
            "Write 32 or more that nobody can guess, as `openssl rand -hex 32` does.$"
        )
        with pytest.raises(UsageError, match=message):
            secret({"DIGEST_CACHE_KEY": "boat"})

    def test_an_empty_word_is_none(self, tmp_path, monkeypatch):
        monkeypatch.setattr(sys, "platform", "linux")
        assert len(secret({"DIGEST_CACHE_KEY": "", "XDG_STATE_HOME": str(tmp_path)}) or b"") == 32
        assert (tmp_path / "digest" / "key").is_file()

    @pytest.mark.parametrize(
        ("platform", "environment", "place"),
        [
            ("linux", {}, "home/.local/state/digest/key"),
            ("linux", {"XDG_STATE_HOME": "here"}, "home/.local/state/digest/key"),
            ("darwin", {}, "home/Library/Application Support/digest/key"),
            ("win32", {}, "home/AppData/Local/digest/key"),
            ("win32", {"LOCALAPPDATA": "local"}, "local/digest/key"),
        ],
    )
    def test_it_lies_where_the_system_has_such_things(self, platform, environment, place, monkeypatch):
        monkeypatch.setattr(Path, "home", lambda: Path("home"))
        assert key_file(environment, platform) == Path(place)


def secret_in(folder: Path) -> bytes:
    """Return the secret of a user whose folder this is, b"" where there can be none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "platform", "linux")
        return secret({"XDG_STATE_HOME": str(folder)}) or b""
