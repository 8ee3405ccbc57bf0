"""The index of the search, by Pagefind: the only door of pagefind_bin, whose wheel carries the program.

Pagefind reads a folder of HTML. It is given one that is made for it, with a small file for each text, and not the
site: a template of the curator's need not be marked up for it, and nothing is found twice. A site is whole without its
index, so where that cannot be made the build says so and goes on.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from digest.errors import Fault
from digest.model import OutputFile
from digest.pages.searchorder import ordered
from digest.pages.searchtexts import SearchText, search_texts
from digest.pages.site import SearchSettings
from digest.pages.threadviews import ThreadView
from digest.pages.views import Page

_FOLDER = "pagefind"  # of the site
_NO_TAG = re.compile(r"[^A-Za-z0-9-]")  # what stands in no language tag
_INSTALL = 'Run `pip install --upgrade "pagefind_bin<2"`'  # what the extra [search] is
_TIMEOUT = 600  # seconds; a thousand texts take about one
# Of the files of an index: all but Pagefind's own interfaces.
_NEEDED = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment", ".pagefind", "-entry.json", "-worker.js", "find.js")


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The files of the index, none where there is to be none; and why there is none where there was to be one."""

    files: tuple[OutputFile, ...] = ()
    faults: tuple[Fault, ...] = ()


def index_pages(pages: Iterable[Page], language: str, settings: SearchSettings) -> SearchIndex:
    """Return the index of the threads among the pages, if the settings ask for one. Same pages, same bytes."""
    threads = [page.view for page in pages if isinstance(page.view, ThreadView)]
    if not settings.wanted or not threads:
        return SearchIndex()
    program = _program()
    if program is None:
        return _none(settings, "search needs Pagefind, which is not installed", _INSTALL)
    try:
        return SearchIndex(_index(program, tuple(search_texts(threads, language)), language))
    except subprocess.TimeoutExpired:
        return _none(settings, f"Pagefind was stopped after {_TIMEOUT} seconds", "Build again")
    except subprocess.CalledProcessError as error:
        return _none(settings, f"Pagefind failed: {_last_line(error.stderr)}", _INSTALL)
    except (OSError, ValueError, LookupError) as error:
        return _none(settings, f"Pagefind's index cannot be used: {error}", _INSTALL)


def _none(settings: SearchSettings, what: str, mend: str) -> SearchIndex:
    mend = f"{mend}, or write `search: false`; the search page only lists the threads for now"
    return SearchIndex(faults=(Fault(settings.path, settings.line, what, mend, rule="no-search"),))


def _last_line(printed: str) -> str:
    return ([line for line in printed.splitlines() if line.strip()] or ["it does not say why"])[-1].strip()


def _program() -> Path | None:
    try:
        # An extra, which most projects do without.
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no types

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        return None


def _index(program: Path, texts: Sequence[SearchText], language: str) -> tuple[OutputFile, ...]:
    with TemporaryDirectory(prefix="digest-") as name:
        folder = Path(name)
        for text in texts:
            place = folder / "site" / text.thread / f"{text.anchor}.{_NO_TAG.sub('', text.lang)}.html"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_html(text, language).encode(errors="replace"))
        _run(program, folder)
        made = dict(_read(folder / "index"))
    return tuple(OutputFile(f"{_FOLDER}/{path}", content) for path, content in ordered(made).items())


def _run(program: Path, folder: Path) -> None:
    """Run Pagefind; neither a file of settings nor a variable of the environment has a say."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    command = [str(program), "--silent", "--site", "site", "--output-path", "index"]
    subprocess.run(  # noqa: S603 - the program of the wheel, and words of ours
        command, cwd=folder, env=environment, timeout=_TIMEOUT, check=True, capture_output=True, text=True,
        encoding="utf-8", errors="replace",
    )  # fmt: skip


def _read(folder: Path) -> Iterable[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name.endswith(_NEEDED):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _html(text: SearchText, language: str) -> str:
    """Return the file that stands for a text. All are in the site's language: a browser loads the index of one only."""
    facets: Mapping[str, Iterable[str]] = {
        "thread": (text.thread,), "source": text.outlets, "day": (text.day,) if text.day else (),
    }  # fmt: skip
    marks = "".join(
        f'<i data-pagefind-filter="{name}[title]" title="{escape(value)}"></i>'
        for name, values in facets.items()
        for value in values
    )
    # No paragraphs: Pagefind would end each with a full stop, which is nowhere in the article.
    words = escape(" ".join(text.paragraphs))
    head = f'<html lang="{escape(language)}"><meta charset="utf-8">'
    return f"{head}<body><span data-pagefind-body>{marks}{words}</span></body></html>"
