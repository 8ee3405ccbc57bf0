"""Every parser of digest as a function of bytes, for a fuzzer and for property tests: what must hold whatever comes in.

Each target reads the bytes as digest would, from a file where digest reads a file. It may raise what a curator is told
of, and nothing else; what it gives is checked. A target returns nothing: to fail is to raise.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from digest.articles.clean import account_for, clean, repeated_lines
from digest.articles.decode import decode
from digest.articles.given import open_front_matter
from digest.articles.outlets import Outlets, read_outlets
from digest.articles.read import read
from digest.articles.settings import CleanSettings
from digest.build import compose, make
from digest.config import read_config
from digest.errors import DigestError, UsageError, faults_of
from digest.intake.front import Word, with_front_matter
from digest.intake.kinds import kind_of_answer, kind_of_file
from digest.intake.links import address, canonical, is_home
from digest.intake.lists import LISTS
from digest.intake.names import name_of_page, name_of_text
from digest.intake.outcomes import Refused
from digest.intake.robots import AGENT, delay, rules
from digest.intake.unpack import unpacked
from digest.model import Article, Erratum
from digest.pages.prose import read_prose
from digest.project import open_project
from digest.publish.answers import span
from digest.publish.gate import locate
from digest.threads.curation import read_curation
from digest.threads.errata import correct
from digest.threads.lock import read_lock
from digest.tools.markup import markdown_to_markup, sanitise
from digest.tools.means import PLAIN
from digest.tools.records import pack, pack_parts, unpack, unpack_ghost, unpack_rest
from digest.tools.text import is_slug, normalise, slug, web_link
from digest.tools.yamlfile import read_yaml

_UNSAFE = re.compile(r"<(?!/?[a-z][a-z0-9]*[\s>])|<(?:script|style|iframe|svg|math|object|embed|form)\b", re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,5}")
_UNSEEN = {"Cc", "Cs"}  # categories of signs: controls, halves of a sign
_SIZE = 200_000  # bytes that a packed answer may have
_LINK = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)


def encoding(content: bytes, _folder: Path) -> None:
    """Check that any bytes are a text that stays as it is when it is made safe again, or none."""
    text = decode(content)
    if text is not None:
        _check_text(text)


def front_matter(content: bytes, _folder: Path) -> None:
    """Check that a block above a text is understood, or refused with a line."""
    with suppress(DigestError):
        given = open_front_matter(_text(content), "a.md").given
        _check_lines(given.title, given.source, given.lead, *given.authors, *given.tags)
    with suppress(DigestError, Refused):
        with_front_matter(content, Word(title="Fire: at the quay", link="https://post.example/a", tags=("sea",)))


def yaml(content: bytes, _folder: Path) -> None:
    """Check that a tree comes back, or the line that is no YAML."""
    with suppress(DigestError):
        read_yaml(_text(content), "a.yaml")


def markdown(content: bytes, folder: Path) -> None:
    """Check that Markdown becomes an article, and a curator's note safe HTML."""
    _articles(content, folder, ".md")
    _check_markup(markdown_to_markup(_text(content)))


def scrape(content: bytes, folder: Path) -> None:
    """Check that a naive scrape becomes an article."""
    _articles(content, folder, ".txt")


def page(content: bytes, folder: Path) -> None:
    """Check that a web page becomes an article, and that it can be made safe."""
    _articles(content, folder, ".html")
    _check_markup(sanitise(_text(content)))


def feed(content: bytes, folder: Path) -> None:
    """Check that a feed becomes articles."""
    _articles(content, folder, ".xml")


def json_feed(content: bytes, folder: Path) -> None:
    """Check that a JSON Feed becomes articles."""
    _articles(content, folder, ".json")


def stories(content: bytes, folder: Path) -> None:
    """Check that a text in two articles is told as it stands, from its reading to its page."""
    articles = folder / "content/articles"
    articles.mkdir(parents=True)
    _file(articles, "a.txt", content)
    _file(articles, "b.md", content)
    _file(folder, "digest.yaml", b"title: Alma\nbase_url: https://post.example/\n")
    project = open_project(folder)
    settings = read_config(project)
    manuscript = compose(project, settings, PLAIN)
    cleaned = {article.id: article for article in manuscript.articles}
    for story in manuscript.stories:
        for told in (*story.summary, *(each for day in story.days for each in day.sentences)):
            assert told.text == cleaned[told.mark.article].sentences[told.mark.number].text, told
    assert make(project, settings, manuscript, None).pages


def url(content: bytes, _folder: Path) -> None:
    """Check that an address is a web link or none, and stays one when it is read again."""
    text = _text(content)
    link = web_link(text)
    if link is not None:
        assert _LINK.fullmatch(link), link
        assert web_link(link) == link, link
        canonical(link)
        is_home(link)
        assert is_slug(name_of_page(link)), link
        assert (bare := address(link)) is None or address(bare) == bare, link
    assert is_slug(slug(text)), text
    assert is_slug(name_of_text(text)), text


def lists(content: bytes, _folder: Path) -> None:
    """Check that a list gives addresses of the web, or is refused."""
    for suffix in ("", ".txt", ".csv", ".opml", ".html"):
        kind_of_file(content, suffix)
    kind_of_answer(content, "text/html")
    for read_list in LISTS.values():
        with suppress(Refused):
            for listed in read_list(_text(content)):
                assert listed.link is None or _LINK.fullmatch(listed.link), listed
                _check_lines(listed.title, *listed.tags)


def lock(content: bytes, folder: Path) -> None:
    """Check that the lock puts articles into threads that can have a page."""
    found = read_lock(_file(folder, "threads.lock", content), "threads.lock")
    assert all(map(is_slug, found.slugs.values())), found


def corrections(content: bytes, folder: Path) -> None:
    """Check that corrections are read, or named with a line."""
    found = correct((), _file(folder, "corrections.yaml", content), "corrections.yaml")
    assert all(isinstance(each, Erratum) for each in found.errata)


def sources(content: bytes, folder: Path) -> None:
    """Check that the outlets of a project are read, or named with a line."""
    read_outlets(_file(folder, "sources.yaml", content), "sources.yaml")


def config(content: bytes, folder: Path) -> None:
    """Check that the settings are read, or all faults in them are told."""
    _file(folder, "digest.yaml", content)
    try:
        read_config(open_project(folder))
    except UsageError:
        pass
    except (DigestError, ExceptionGroup) as error:
        faults_of(error)


def thread_file(content: bytes, folder: Path) -> None:
    """Check that the curator's word on a thread, and a page of the curator's, are read or named."""
    _file(folder, "fire.md", content)
    read_curation(folder, "content/threads")
    for each in read_prose(folder, "content/pages", "en").pages:
        _check_markup(each.view.body)  # type: ignore[union-attr]  # a page of prose


def request(content: bytes, folder: Path) -> None:
    """Check that the preview shows what is below its folder, and no more."""
    (folder / "site").mkdir(exist_ok=True)
    _file(folder, "secret", b"")
    _file(folder / "site", "index.html", b"")
    found = locate(folder / "site", content.decode("latin-1"))
    assert not isinstance(found, Path) or found == (folder / "site/index.html").resolve()
    span(content.decode("latin-1"), 1000)


def answer(content: bytes, _folder: Path) -> None:
    """Check that what a server sends is unpacked within bounds, and its robots.txt understood."""
    with suppress(Refused, zlib.error):
        assert len(unpacked([content], "gzip", _SIZE)) <= _SIZE
    found = rules(200, content)
    found.can_fetch(AGENT, "https://post.example/a")
    delay(found)


def record(content: bytes, _folder: Path) -> None:
    """Check that a cached result is an article, or a ValueError: it may be of somebody's repository."""
    text = content.decode("utf-8", errors="replace")
    for way in (unpack, unpack_rest, partial(unpack_ghost, rest=lambda: None)):
        with suppress(ValueError):
            way(Article, text)


TARGETS: Mapping[str, Callable[[bytes, Path], None]] = {
    each.__name__: each
    for each in (
        encoding, front_matter, yaml, markdown, scrape, page, feed, json_feed, stories, url, lists, lock, corrections,
        sources, config, thread_file, request, answer, record,
    )
}  # fmt: skip


def _articles(content: bytes, folder: Path, suffix: str) -> None:
    """Read a file as a build does, clean what is in it, and check each article."""
    _file(folder, f"a{suffix}", content)
    reading = read(folder, folder)
    assert reading.articles or reading.faults or suffix in {".xml", ".json"}
    for fault in reading.faults:
        str(fault).encode()
    repeats = repeated_lines(reading.articles)
    for raw in reading.articles:
        account_for(raw, CleanSettings(), repeats.get(raw.id, {}))
    for article in clean(reading.articles, Outlets({}), CleanSettings()):
        _check_article(article)
        assert unpack(Article, pack(article)) == article
        shallow, deep = pack_parts(article)
        assert unpack_ghost(Article, shallow, lambda deep=deep: unpack_rest(Article, deep)).cuts == article.cuts


def _check_article(article: Article) -> None:
    _check_lines(article.title, article.source, article.wire, article.lead, article.section)
    _check_lines(*article.authors, *article.tags, *article.paragraphs)
    assert article.title
    assert article.lang == "" or _LANG.fullmatch(article.lang), article.lang
    assert article.link is None or _LINK.fullmatch(article.link), article.link
    assert article.slug is None or is_slug(slug(article.slug))


def _check_lines(*lines: str | None) -> None:
    for line in lines:
        _check_text(line or "")


def _check_text(text: str) -> None:
    """Check that a text can stand in a feed and on a page: no controls, no half signs, in one form."""
    odd = [sign for sign in text if not sign.isprintable() and unicodedata.category(sign) in _UNSEEN]
    assert not set(odd) - {"\n", "\t"}, odd
    assert normalise(text) == text, text


def _check_markup(html: str) -> None:
    assert not _UNSAFE.search(html), _UNSAFE.search(html)


def _text(content: bytes) -> str:
    return normalise(content.decode("utf-8", errors="surrogateescape"))


def _file(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name
