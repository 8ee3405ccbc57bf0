"""A file that nobody touched is not opened again, and its text is the one that was read, or none."""

from dataclasses import replace

import pytest

from digest.articles import read as reading
from digest.articles.read import read
from digest.errors import DigestError
from digest.tools import files
from digest.tools.cache import Cache
from digest.tools.means import Means


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder of articles, known by their stamps however short ago they were written."""
    monkeypatch.setattr(files, "COARSEST", -1_000_000_000_000)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/fire.md").write_text("---\ntitle: Fire\n---\n\nBoats burnt.\n")
    (tmp_path / "articles/bad.md").write_text("---\ntitle: [\n---\n")
    return tmp_path / "articles"


@pytest.fixture
def again(folder, monkeypatch):
    """Return what reads the folder as another process would, and the names of the files that were opened."""
    opened = []
    opens = reading.open_front_matter
    monkeypatch.setattr(reading, "open_front_matter", lambda text, name: opened.append(name) or opens(text, name))
    return lambda: read(folder, folder.parent, Means(Cache(folder.parent / "results.sqlite"))), opened


def test_a_file_is_opened_once(again):
    look, opened = again
    first = look()
    assert sorted(opened) == ["articles/bad.md", "articles/fire.md"]
    assert [each.id for each in look().articles] == [each.id for each in first.articles]
    assert look().faults == first.faults
    assert len(opened) == 2


def test_its_text_is_read_when_it_is_asked_for(again):
    look, opened = again
    look()
    assert look().articles[0].text.strip() == "Boats burnt."
    assert opened[2:] == ["articles/fire.md"]


def test_one_that_was_touched_is_opened_again(again, folder):
    look, _ = again
    look()
    (folder / "fire.md").write_text("---\ntitle: Fire\n---\n\nSix boats burnt.\n")
    assert look().articles[0].text.strip() == "Six boats burnt."


def test_a_text_that_changed_since_is_not_taken_for_the_one_that_was_read(again, folder):
    look, _ = again
    look()
    article = look().articles[0]
    (folder / "fire.md").write_text("---\ntitle: Fire\n---\n\nSix boats burnt.\n")
    with pytest.raises(DigestError) as caught:
        _ = article.text
    assert str(caught.value.fault) == (
        "articles/fire.md:1: this file is being changed by something else. Build again when it is at rest."
    )


def test_a_feed_is_opened_once_for_all_its_entries(folder, monkeypatch):
    entries = "".join(f"<item><title>Item {n}</title><guid>g{n}</guid></item>" for n in range(9))
    (folder / "wire.xml").write_text(f'<rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>')
    opened = []
    parse = reading.read_feed
    monkeypatch.setattr(reading, "read_feed", lambda content, name: opened.append(name) or parse(content, name))
    read(folder, folder.parent, Means(Cache(folder.parent / "results.sqlite")))
    again = read(folder, folder.parent, Means(Cache(folder.parent / "results.sqlite")))
    assert opened == ["articles/wire.xml"]
    assert [raw.given.title for raw in again.articles if raw.path == "articles/wire.xml"] == [
        f"Item {n}" for n in range(9)
    ]
    assert len(opened) == 2


def test_a_cache_that_is_wrong_about_a_file_stops_one_build_and_no_other(folder, monkeypatch):
    path, kept = folder.parent / "results.sqlite", []
    with monkeypatch.context() as patched:
        patched.setattr(Cache, "keep", lambda _, records: kept.append(records))
        read(folder, folder.parent, Means(Cache(path)))
    for place, filed in kept[0].items():
        wrong = tuple(replace(each, key="0" * 32) for each in filed.articles)
        Cache(path).keep({place: replace(filed, articles=wrong)})
    with pytest.raises(DigestError):
        _ = read(folder, folder.parent, Means(Cache(path))).articles[0].text
    assert read(folder, folder.parent, Means(Cache(path))).articles[0].text.strip() == "Boats burnt."
