"""Pages to files: the words that a template is given, and the file that comes of them.

A page of the last build whose words are the same is not rendered again: `memo` has its file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.ghost import ghost
from digest.model import OutputFile
from digest.pages import urls
from digest.pages.assets import Assets, asset_url, read_assets
from digest.pages.calendar import long_day, short_day
from digest.pages.cite import citation
from digest.pages.engine import Engine, engine
from digest.pages.feedentries import Feeds
from digest.pages.linkeddata import linked_data
from digest.pages.look import Look, read_look, stamps
from digest.pages.machines import alternates, machine_file
from digest.pages.opengraph import open_graph
from digest.pages.site import SiteSettings
from digest.pages.templatefaults import ERRORS, fault_of
from digest.pages.views import Page
from digest.tools.keys import code_stamp, content_key
from digest.tools.left import Answers
from digest.tools.means import PLAIN, Means
from digest.tools.memo import Memo

_WORTHWHILE = 400  # pages; to render fewer takes less time than to start another process
_LONG = 120  # signs of a title, beyond which it would fill a phone's window in the largest letters


class Addresses:
    """The URLs of a site, which note what is asked of them: a page with the same answers is the same page."""

    def __init__(self, urls_: Iterable[str]) -> None:
        self.every = frozenset(urls_)
        self._asked: dict[str, bool] = {}
        self._listed = False

    def __contains__(self, url: object) -> bool:
        found = url in self.every
        self._asked[str(url)] = found
        return found

    def __iter__(self) -> Iterator[str]:
        self._listed = True
        return iter(sorted(self.every))

    def __len__(self) -> int:
        self._listed = True
        return len(self.every)

    def answers(self) -> Answers:
        """Return what was asked since this was called last, with the answers."""
        asked, listed = self._asked, self._listed
        self._asked, self._listed = {}, False
        there, missing = (tuple(url for url, found in asked.items() if found is wanted) for wanted in (True, False))
        return Answers(there, missing, self.digest if listed else None)

    def still(self, before: Answers) -> bool:
        """Tell whether all answers are what they were."""
        same = self.every.issuperset(before.there) and self.every.isdisjoint(before.missing)
        return same and before.listed in {None, self.digest}

    @cached_property
    def digest(self) -> str:
        """Return what stands for all of the URLs."""
        return content_key(tuple(sorted(self.every)))


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The file of a page, or what is wrong in its template."""

    file: OutputFile | None
    answers: Answers
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class _Renderer:
    """What all pages are rendered with."""

    site: SiteSettings
    engine: Engine
    prose: tuple[tuple[str, str], ...]  # the curator's own pages: a title and a URL each
    addresses: Addresses = field(compare=False)
    feeds: Feeds = field(compare=False)

    def __reduce__(self) -> tuple[Callable[..., "_Renderer"], tuple[object, ...]]:
        return _renderer, (self.site, self.engine.look, self.prose, self.addresses.every)

    def render(self, page: Page) -> _Rendered:
        try:
            file = OutputFile(urls.output_path(page.url), self._content(page))
        except ERRORS as error:
            fault = fault_of(error, page.template, self.engine.look.folders)
            if fault is None:
                raise
            return _Rendered(None, self.addresses.answers(), fault)
        return _Rendered(file, self.addresses.answers())

    def _content(self, page: Page) -> bytes:
        made = machine_file(page, self.site, self.feeds)
        return made or self.engine.words(page.template, self._words(page)).encode(errors="replace")

    def _words(self, page: Page) -> Mapping[str, object]:
        site = self.site
        return {
            "page": page, "site": site, "view": page.view, "is_long": len(page.title) > _LONG,
            "prose": self.prose, "addresses": self.addresses, "urls": urls, **_ways(page, site, self.engine),
            "alternates": alternates(page, site), "linked_data": linked_data(page, site),
            "open_graph": open_graph(page, site), "citation": citation(page, site),
        }  # fmt: skip


def render(
    pages: Sequence[Page],
    site: SiteSettings,
    templates: Sequence[Path],
    beside: Sequence[OutputFile] = (),
    means: Means = PLAIN,
) -> Iterator[OutputFile]:
    """Yield the file of each page, and the templates' assets; the first folder that has a template wins.

    `beside` are files that were made of the pages already, to which templates may lead; they are yielded too. A page
    that was left in the output as it is to be is not made again before its content is asked for. Raises
    an ExceptionGroup of DigestError after the last file, one for each template that is wrong, with its line.
    """
    before = (site.language, stamps(templates))  # taken before the reading: what is saved meanwhile is read next time
    jinja, assets = means.memo.again("templates", "", before, lambda: _read(templates, site.language))
    prose = tuple((page.title, page.url) for page in pages if page.template == "prose.html")
    addresses = Addresses([*(page.url for page in pages), *(f"/{file.path}" for file in beside)])
    yield from (*assets.values(), *beside)
    faults = [*jinja.astray(page.template for page in pages)]
    for each in _rendered(pages, _Renderer(site, jinja, prose, addresses, Feeds(site)), means):
        yield from [each.file] if each.file else ()
        faults += [each.fault] if each.fault else ()
    jinja.once.forget()
    if faults:
        raise ExceptionGroup("templates", [DigestError(fault) for fault in dict.fromkeys(faults)])


def _read(templates: Sequence[Path], language: str) -> tuple[Engine, Assets]:
    assets = read_assets(templates)
    return engine(read_look(templates, assets), language), assets


def _rendered(pages: Sequence[Page], renderer: _Renderer, means: Means) -> Iterable[_Rendered]:
    """Return what was rendered last of the pages that are the same, in the same surroundings, and render the others."""
    by_url = {page.url: page for page in pages}
    common = means.memo.same("rendering", "", renderer)
    inputs = {url: (page, common, _stands(url, renderer.addresses, means.memo)) for url, page in by_url.items()}

    def rendered(stale: Sequence[str]) -> Iterator[_Rendered]:
        return _render_anew([by_url[url] for url in stale], renderer, means)

    return means.memo.each("render", inputs, rendered)


def _render_anew(pages: Sequence[Page], renderer: _Renderer, means: Means) -> Iterator[_Rendered]:
    """Yield the files of pages, rendered; of those that were left as they are to be, what stands for them."""
    versions = _versions(pages, renderer) if means.left.is_kept else {}
    stand = means.left.standing(versions, renderer.addresses.still)
    means.progress.count(len(pages), len(stand))
    stale = [page for page in pages if urls.output_path(page.url) not in stand]
    anew = iter(means.map(partial(_render_some, renderer), stale, _WORTHWHILE))
    for page in pages:
        path = urls.output_path(page.url)
        if answers := stand.get(path):
            yield _Rendered(ghost(OutputFile, {"path": path}, partial(_file, renderer, page)), answers)
        else:
            made = next(anew)
            if made.file and path in versions:
                means.left.made(path, versions[path], made.answers)
            yield made


def _versions(pages: Iterable[Page], renderer: _Renderer) -> dict[str, str]:
    """Return, by the path of each page, the digest of all that it is made of but for the answers of the addresses."""
    look = renderer.engine.look
    common = content_key(code_stamp(), renderer.site, renderer.prose, look.templates, look.assets)
    return {urls.output_path(page.url): content_key(common, page) for page in pages}


def _file(renderer: _Renderer, page: Page) -> OutputFile | None:
    return renderer.render(page).file


def _render_some(renderer: _Renderer, pages: Iterable[Page]) -> list[_Rendered]:
    return [renderer.render(page) for page in pages]


def _renderer(site: SiteSettings, look: Look, prose: tuple[tuple[str, str], ...], every: frozenset[str]) -> _Renderer:
    """Return the renderer that was pickled elsewhere; an engine cannot be, so this process has one of its own."""
    jinja = _engine(look, site.language)
    jinja.once.forget()  # what it has is of objects that came with other pages
    return _Renderer(site, jinja, prose, Addresses(every), Feeds(site))


_engine = lru_cache(maxsize=1)(engine)  # of the texts that were sent: a worker may outlive many builds


def _stands(url: str, addresses: Addresses, memo: Memo) -> object:
    """Return True where a page would get the answers that it got; else what equals nothing."""
    before = memo.last("render", url)
    return not isinstance(before, _Rendered) or addresses.still(before.answers) or object()


@lru_cache(maxsize=10)
def _said(day: Callable[..., str], language: str) -> Callable[[str], str]:
    """Return a function of the calendar for a language: the same one for all pages, as `once` asks for."""
    return partial(day, language=language)


def _ways(page: Page, site: SiteSettings, jinja: Engine) -> Mapping[str, object]:
    """Return what turns a URL or an asset's name into a link of this page, and a day into the site's language."""
    # A server sends 404.html for any address, so a link in it that is relative leads nowhere.
    from_root = page.url == "/404.html"
    to = (lambda url: site.root + url.removeprefix("/")) if from_root else partial(urls.link, page.url)
    return {
        "to": to, "asset": lambda name: to(asset_url(jinja.assets, name)),
        "long_day": _said(long_day, site.language), "short_day": _said(short_day, site.language),
    }  # fmt: skip
