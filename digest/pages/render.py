"""Pages to files, through Jinja: the only door of jinja2.

Autoescape is on and an unknown variable is an error, so that what an article says can only ever be text. A project's
own templates replace the shipped ones one by one; content never reaches the template engine as a template.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import jinja2

from digest.errors import DigestError, Fault
from digest.model import OutputFile
from digest.pages import urls
from digest.pages.calendar import long_day, short_day
from digest.pages.feed import atom
from digest.pages.site import SiteSettings, direction
from digest.pages.views import FeedView, Page


def render(pages: Iterable[Page], site: SiteSettings, templates: Sequence[Path]) -> tuple[OutputFile, ...]:
    """Return the file of each page, and the templates' assets; the first folder that has a template wins.

    Raises an ExceptionGroup of DigestError, one for each template that is wrong, with its line.
    """
    environment = _environment(templates)
    files, faults = [*_assets(templates)], dict[Fault, DigestError]()
    prose = [(page.title, page.url) for page in pages if page.template == "prose.html"]
    for page in pages:
        try:
            files.append(OutputFile(urls.output_path(page.url), _content(page, site, environment, prose)))
        except jinja2.TemplateError as error:
            fault = _fault(error, page.template, templates)
            faults.setdefault(fault, DigestError(fault))
    if faults:
        raise ExceptionGroup("templates", list(faults.values()))
    return tuple(sorted(files, key=lambda file: file.path))


def _environment(templates: Sequence[Path]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in templates]), undefined=jinja2.StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["direction"] = direction
    return environment


def _content(
    page: Page, site: SiteSettings, environment: jinja2.Environment, prose: Sequence[tuple[str, str]]
) -> bytes:
    if page.template == "feed" and isinstance(page.view, FeedView):
        return atom(page.view, site)
    words = {"page": page, "site": site, "view": page.view, "prose": prose, "urls": urls, **_ways(page, site)}
    return environment.get_template(page.template).render(words).encode(errors="replace")


def _ways(page: Page, site: SiteSettings) -> Mapping[str, object]:
    """Return what turns a URL into a link of this page, and a day into words of the site's language."""
    # A server sends 404.html for any address, so a link in it that is relative leads nowhere.
    from_root = page.url == "/404.html"
    return {
        "to": (lambda url: site.root + url.removeprefix("/")) if from_root else partial(urls.relative, page.url),
        "long_day": partial(long_day, language=site.language),
        "short_day": partial(short_day, language=site.language),
    }


def _assets(templates: Sequence[Path]) -> Iterable[OutputFile]:
    assets: dict[str, Path] = {}
    for folder in reversed(templates):
        for path in sorted((folder / "assets").rglob("*")):
            if path.is_file():
                assets[path.relative_to(folder).as_posix()] = path
    return (OutputFile(name, path.read_bytes()) for name, path in sorted(assets.items()))


def _fault(error: jinja2.TemplateError, template: str, templates: Sequence[Path]) -> Fault:
    """Return where in which template an error arose: for a syntax error Jinja says it, else the traceback does."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _at(error.filename or error.name or template, error.lineno, error, templates)
    if isinstance(error, jinja2.TemplateNotFound):
        return _at(f"templates/{template}", 1, f"there is no template {error.name}", templates)
    place, line, trace = template, 1, error.__traceback__
    while trace:
        if any(trace.tb_frame.f_code.co_filename.startswith(str(folder)) for folder in templates):
            place, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return _at(place, line, error, templates)


def _at(place: str, line: int, what: object, templates: Sequence[Path]) -> Fault:
    for folder in templates:
        if Path(place).is_relative_to(folder):
            place = f"{folder.name}/{Path(place).relative_to(folder).as_posix()}"
    return Fault(place, line, str(what), "Compare it with the shipped template, or delete it to use that one")
