"""Read every file below content/articles/ as raw articles: the door at which all that is foreign is checked.

A file that cannot be read is set aside and named; the others are read. The order is that of the paths, so that nothing
depends on how a file system lists its folders.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from digest.articles.decode import decode
from digest.articles.feeds import MAX_FEED, FeedEntry, read_feed, read_json_feed
from digest.articles.filedays import filed_day
from digest.articles.folder import FEEDS, files, is_feed, relative, shut_out
from digest.articles.given import FrontMatterError, open_front_matter
from digest.articles.mojibake import repaired
from digest.articles.readings import File, Reading, read_anew
from digest.errors import DigestError, Fault, Level
from digest.model import Given, RawArticle, Syntax
from digest.tools.files import Home, read_regular, stamp
from digest.tools.means import PLAIN, Means
from digest.tools.text import fingerprint, language_tag, normalise, one_line, web_link

MAX_ARTICLE = 8 * 1024 * 1024  # bytes; the largest saved news pages have about 5 MB

SYNTAXES: dict[str, Syntax] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".md": "markdown", ".markdown": "markdown",
}  # fmt: skip
_ID = re.compile(r"a-[0-9a-f]{10}")
_RIGHT = "Give yourself the right to read it"
_LOOK = "Give yourself the right to read it, or bring back what it leads to"


def read(folder: Path, root: Path, means: Means = PLAIN) -> Reading:
    """Return what the files below `folder` hold; paths are told from `root`. Without a folder there is nothing.

    A file that nobody touched since it was read last is not read again before somebody asks for its text. Raises
    DigestError where there is a folder that cannot be looked into: to go on would empty the site.
    """
    articles: dict[str, RawArticle] = {}
    there = files(folder)
    if shut := shut_out(folder):
        raise _refused(relative(str(folder), root), f"this folder cannot be read: {shut}", _LOOK)
    names = {path: relative(path, root) for path in there.paths}
    faults = [_closed(error, root) for error in there.closed]

    stamps = {path: (name, stamp(path)) for path, name in names.items()}

    def opened(paths: Sequence[str]) -> Iterable[Reading]:
        return read_anew([_file(path, names[path], folder, stamps[path][1]) for path in paths], means)

    for path, found in zip(names, means.memo.each("read", stamps, opened), strict=True):
        faults += found.faults
        faults += _add_entries(articles, found.articles) if is_feed(path) else _add(articles, found.articles)
    return Reading(tuple(articles.values()), tuple(faults))


def _file(path: str, name: str, folder: Path, its: object) -> File:
    return File(name, f"{folder}\0{path}", its, partial(_tried, path, name, folder))


def _closed(error: OSError, root: Path) -> Fault:
    name = relative(str(error.filename), root)
    return _refused(name, f"this folder cannot be read: {error.strerror}", _RIGHT).fault


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()


def _tried(path: str, name: str, folder: Path) -> Reading:
    """Return what a file holds, or what is wrong with it."""
    try:
        found, advice = _read_file(Path(path), name, folder)
        return Reading(tuple(found), advice)
    except FrontMatterError as error:
        return Reading((), tuple(error.faults))
    except DigestError as error:
        return Reading((), (error.fault,))
    except OSError as error:
        return Reading((), (_refused(name, f"this file cannot be read: {error.strerror}", _RIGHT).fault,))


def _read_file(path: Path, name: str, folder: Path) -> tuple[list[RawArticle], tuple[Fault, ...]]:
    suffix = path.suffix.lower()
    if suffix not in SYNTAXES and suffix not in FEEDS:
        kinds = ", ".join([*SYNTAXES, *FEEDS])
        mend = f"Save it as one of {kinds}, or move it elsewhere"
        raise _refused(name, f'digest reads no "{suffix}" files', mend, "unknown-format")
    content = _bytes(path, name, folder, MAX_FEED if suffix in FEEDS else MAX_ARTICLE)
    if len(content) > MAX_ARTICLE and suffix not in FEEDS:
        what = f"this file has more than {MAX_ARTICLE // 1024 // 1024} MB"
        raise _refused(name, what, "Keep the article's text alone")
    if suffix in FEEDS:
        entries = read_json_feed(content, name) if suffix == ".json" else read_feed(content, name)
        full = [entry for entry in entries if entry.title or entry.text.body or entry.text.lead]
        return [_of_entry(entry, name) for entry in full], tuple(_empty(len(entries) - len(full), len(full), name))
    text = decode(content)
    if text is None:
        raise _refused(name, "this is no text", "Save the article as text, Markdown or HTML")
    opened = open_front_matter(text, name)
    if not opened.text.strip() and not opened.given.title:
        mend = "Put the article's text in, or delete the file"
        raise DigestError(Fault(name, opened.first_line, "there is no text here", mend, rule="empty-article"))
    place = relative(str(path), folder)
    identity = _given_identity(opened.id) if opened.id else _identity("path", place)
    return [
        RawArticle(identity, name, SYNTAXES[suffix], opened.text, opened.first_line, opened.given, filed_day(place))
    ], opened.advice


def _empty(empty: int, full: int, name: str) -> Iterator[Fault]:
    """Yield advice on a feed with nothing in it, or with entries that have nothing in them."""
    if not full:
        what, mend = "there is no article in this feed", "Save it again from its source, or delete the file"
        yield Fault(name, 1, what, mend, Level.ADVICE, rule="empty-article")
    elif empty:
        entries = "1 entry of this feed has" if empty == 1 else f"{empty} entries of this feed have"
        what = f"{entries} neither a title nor a text"
        yield Fault(name, 1, what, "Save it again from its source", Level.ADVICE, rule="empty-article")


def _bytes(path: Path, name: str, folder: Path, limit: int) -> bytes:
    """Return the file's bytes, of one that is too long one more than `limit`, by which its reader knows it."""
    # Folders that are links are not walked into, so only the file itself can lead out of the folder.
    return read_regular(path, name, limit, Home("the articles' folder", (folder,)))


def _refused(name: str, what: str, mend: str, rule: str = "unreadable") -> DigestError:
    """Return why a file as a whole is set aside."""
    return DigestError(Fault(name, 1, what, mend, rule=rule))


def _of_entry(entry: FeedEntry, path: str) -> RawArticle:
    # An entry is the same article wherever its feed is saved, so that a feed can be dropped in anew each morning.
    body, lead = entry.text.body, entry.text.lead
    given = Given(
        origin="feed", title=_line(entry.title or "") or None, link=web_link(entry.link or ""), date=entry.date,
        source=_line(entry.source or "") or None, authors=tuple(map(_line, entry.authors)),
        lang=language_tag(entry.lang or ""),
        lead=_text(lead) if lead else None, tags=tuple(map(_line, entry.tags)), excerpt=entry.text.excerpt,
    )  # fmt: skip
    text = _text(body.value) if body else ""
    # A key that is an address means the same article in all of an outlet's feeds; a plain number is the feed's own.
    key = (entry.key,) if "://" in entry.key else (entry.feed, entry.key or text)
    identity = _identity("feed", *key)
    return RawArticle(identity, path, "html" if body and body.is_html else "text", text, entry.line, given)


def _text(words: str) -> str:
    """Return what a feed says as `decode` returns what a file says: a feed's parser decodes, but repairs nothing."""
    return normalise(repaired(words))


def _line(words: str) -> str:
    return one_line(repaired(words))


def _given_identity(given: str) -> str:
    """Return an id as it is listed ("a-7f3c91d2e4") for itself, so that a file can move; else one made of it."""
    return given if _ID.fullmatch(given) else _identity("id", given)


def _identity(*parts: str) -> str:
    return f"a-{fingerprint(*parts)}"


def _add(articles: dict[str, RawArticle], found: Iterable[RawArticle]) -> list[Fault]:
    faults = []
    for article in found:
        first = articles.setdefault(article.id, article)
        if first is not article:
            what = f"this article has the same id as {first.path}"
            faults.append(Fault(article.path, 1, what, "Give one of the two another id", rule="duplicate-id"))
    return faults


def _add_entries(articles: dict[str, RawArticle], found: Iterable[RawArticle]) -> list[Fault]:
    """Add a feed's entries; one that another file has with other words was corrected since, and the later counts."""
    own, advice = _first_entries(found)
    for entry in own:
        older = articles.setdefault(entry.id, entry)
        if older is not entry and not _same(older, entry):
            what, mend = f"this entry is replaced by the one in {entry.path}", "Delete the older file if that is right"
            advice.append(Fault(older.path, older.first_line, what, mend, Level.ADVICE, rule="duplicate-entry"))
            del articles[entry.id]  # so that the order stays that of the paths
            articles[entry.id] = entry
    return advice


def _first_entries(found: Iterable[RawArticle]) -> tuple[list[RawArticle], list[Fault]]:
    """Return the first entry of each guid of one feed, for feeds begin with the newest, and advice on the others."""
    entries: dict[str, RawArticle] = {}
    advice = []
    for entry in found:
        first = entries.setdefault(entry.id, entry)
        if first is not entry and not _same(first, entry):
            what = f"this entry has the guid of the one in line {first.first_line}"
            mend = "Give one of the two another guid"
            advice.append(Fault(entry.path, entry.first_line, what, mend, Level.ADVICE, rule="duplicate-entry"))
    return list(entries.values()), advice


def _same(one: RawArticle, other: RawArticle) -> bool:
    """Return whether two entries are one, wherever they stand and whatever name a feed has for their text."""
    given = replace(one.given, excerpt=other.given.excerpt)
    return replace(one, path=other.path, first_line=other.first_line, given=given) == other
