"""Pages to files, through Jinja: the only door of jinja2.

Autoescape is on and an unknown variable is an error, so that what an article says can only ever be text. A project's
own templates replace the shipped ones one by one; content never reaches the template engine as a template.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from os import sep
from pathlib import Path

import jinja2

from digest.errors import DigestError, Fault
from digest.model import OutputFile
from digest.pages import urls
from digest.pages.calendar import long_day, short_day
from digest.pages.linkeddata import linked_data, open_graph
from digest.pages.machines import alternates, machine_file
from digest.pages.site import SiteSettings, direction
from digest.pages.views import Page

# What an expression of a template can raise; where no template is on the way to it, it is a bug of ours.
_ERRORS = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError,
)  # fmt: skip
_MEND = "Compare it with the shipped template, or delete it to use that one"


def render(pages: Iterable[Page], site: SiteSettings, templates: Sequence[Path]) -> tuple[OutputFile, ...]:
    """Return the file of each page, and the templates' assets; the first folder that has a template wins.

    Raises an ExceptionGroup of DigestError, one for each template that is wrong, with its line.
    """
    environment = _environment(templates)
    files, faults = [*_assets(templates)], dict[Fault, DigestError]()
    pages = tuple(pages)
    everywhere = {
        "prose": [(page.title, page.url) for page in pages if page.template == "prose.html"],
        "addresses": frozenset(page.url for page in pages),
    }
    for page in pages:
        try:
            files.append(OutputFile(urls.output_path(page.url), _content(page, site, environment, everywhere)))
        except _ERRORS as error:
            fault = _fault(error, page.template, templates)
            if fault is None:
                raise
            faults.setdefault(fault, DigestError(fault))
    if faults:
        raise ExceptionGroup("templates", list(faults.values()))
    return tuple(sorted(files, key=lambda file: file.path))


def _environment(templates: Sequence[Path]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in templates]), undefined=jinja2.StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False, keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.filters["direction"] = direction
    # The order of keys is ours, and letters of all scripts stay themselves.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def _content(
    page: Page, site: SiteSettings, environment: jinja2.Environment, everywhere: Mapping[str, object]
) -> bytes:
    made = machine_file(page, site)
    if made is not None:
        return made
    words = {
        "page": page, "site": site, "view": page.view, **everywhere, "urls": urls, **_ways(page, site),
        "alternates": alternates(page, site), "linked_data": linked_data(page, site),
        "open_graph": open_graph(page, site),
    }  # fmt: skip
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


def _fault(error: Exception, template: str, templates: Sequence[Path]) -> Fault | None:
    """Return where in which template an error arose: for some Jinja says it, else the traceback does, or it is ours."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _at(error.filename or error.name or template, error.lineno, error, templates)
    if isinstance(error, jinja2.TemplateNotFound):
        return _at(f"templates/{template}", 1, f"there is no template {error.name}", templates)
    if isinstance(error, UnicodeDecodeError) and (path := _undecoded(error, templates)):
        line = error.object.count(b"\n", 0, error.start) + 1
        return _at(path, line, "this is no UTF-8", templates, "Save it as UTF-8")
    place, line, trace = "", 1, error.__traceback__
    while trace:
        if any(trace.tb_frame.f_code.co_filename.startswith(f"{folder}{sep}") for folder in templates):
            place, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    what = "it includes itself without end" if isinstance(error, RecursionError) else error
    return _at(place, line, what, templates) if place else None


def _undecoded(error: UnicodeDecodeError, templates: Sequence[Path]) -> str | None:
    """Return the template that was being decoded; Jinja does not say which, but the error holds all its bytes."""
    files = (path for folder in templates for path in sorted(folder.rglob("*")) if path.is_file())
    return next((str(path) for path in files if path.read_bytes() == error.object), None)


def _at(place: str, line: int, what: object, templates: Sequence[Path], mend: str = _MEND) -> Fault:
    for folder in templates:
        if Path(place).is_relative_to(folder):
            place = f"{folder.name}/{Path(place).relative_to(folder).as_posix()}"
    return Fault(place, line, str(what), mend)
