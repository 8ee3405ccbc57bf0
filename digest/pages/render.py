"""Pages to files, through Jinja: the only door of jinja2.

Autoescape is on and an unknown variable is an error, so that what an article says can only ever be text. A project's
own templates replace the shipped ones one by one; content never reaches the template engine as a template.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

import jinja2

from digest.errors import DigestError
from digest.model import OutputFile
from digest.pages import urls
from digest.pages.assets import Assets, asset_url, read_assets
from digest.pages.calendar import long_day, short_day, span, weekdays
from digest.pages.cite import citation
from digest.pages.language import catalogue, number
from digest.pages.linkeddata import linked_data
from digest.pages.machines import alternates, machine_file
from digest.pages.opengraph import open_graph
from digest.pages.site import SiteSettings, direction
from digest.pages.templatefaults import ERRORS, SHIPPED, blocks_astray, fault_of
from digest.pages.views import Page

_LONG = 120  # signs of a title, beyond which it would fill a phone's window in the largest letters
_LONGEST_FIGURE = 18  # digits; what has more is no count of anything


def render(
    pages: Iterable[Page], site: SiteSettings, templates: Sequence[Path], beside: Sequence[OutputFile] = ()
) -> tuple[OutputFile, ...]:
    """Return the file of each page, and the templates' assets; the first folder that has a template wins.

    `beside` are files that were made of the pages already, to which templates may lead; they are returned too. Raises
    an ExceptionGroup of DigestError, one for each template that is wrong, with its line.
    """
    environment, assets = _environment(templates, site.language), read_assets(templates)
    pages, files = tuple(pages), [*assets.values(), *beside]
    astray = blocks_astray(environment, (page.template for page in pages), templates)
    faults = {fault: DigestError(fault) for fault in astray}
    everywhere = {
        "prose": [(page.title, page.url) for page in pages if page.template == "prose.html"],
        "addresses": frozenset([*(page.url for page in pages), *(f"/{file.path}" for file in beside)]),
    }
    for page in pages:
        try:
            files.append(OutputFile(urls.output_path(page.url), _content(page, site, environment, everywhere, assets)))
        except ERRORS as error:
            fault = fault_of(error, page.template, templates)
            if fault is None:
                raise
            faults.setdefault(fault, DigestError(fault))
    if faults:
        raise ExceptionGroup("templates", list(faults.values()))
    return tuple(sorted(files, key=lambda file: file.path))


def _environment(templates: Sequence[Path], language: str) -> jinja2.Environment:
    # Under their own prefix, so that a project's base.html can extend the shipped one.
    shipped = jinja2.PrefixLoader({SHIPPED: jinja2.FileSystemLoader(templates[-1])})
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([shipped, jinja2.FileSystemLoader(templates)]), undefined=jinja2.StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False, keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    _speak(environment, language)
    environment.filters |= {"direction": direction, "figure": partial(_figure, language=language)}
    # The order of keys is ours, and letters of all scripts stay themselves.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def _figure(word: str, language: str) -> str:
    """Return a figure as the language writes it, and any other word as it is."""
    is_count = word.isdecimal() and len(word) <= _LONGEST_FIGURE and not word.startswith("0")
    return number(int(word), language) if is_count else word


def _speak(environment: jinja2.Environment, language: str) -> None:
    """Give the templates the words of a language, and its way to write numbers, also those that `ngettext` counts."""
    environment.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    plural = cast("Callable[..., str]", environment.globals["ngettext"])

    @jinja2.pass_context
    def counted(context: jinja2.runtime.Context, one: str, many: str, count: int, **words: object) -> str:
        return plural(context, one, many, count, **{"num": number(count, language), **words})

    environment.globals |= {
        "ngettext": counted, "number": partial(number, language=language), "weekdays": weekdays(language),
        "span": partial(span, language=language),
    }  # fmt: skip


def _content(
    page: Page, site: SiteSettings, environment: jinja2.Environment, everywhere: Mapping[str, object], assets: Assets
) -> bytes:
    made = machine_file(page, site)
    if made is not None:
        return made
    words = {
        "page": page, "site": site, "view": page.view, "is_long": len(page.title) > _LONG, **everywhere,
        "urls": urls, **_ways(page, site, assets),
        "alternates": alternates(page, site), "linked_data": linked_data(page, site),
        "open_graph": open_graph(page, site), "citation": citation(page, site),
    }  # fmt: skip
    return environment.get_template(page.template).render(words).encode(errors="replace")


def _ways(page: Page, site: SiteSettings, assets: Assets) -> Mapping[str, object]:
    """Return what turns a URL or an asset's name into a link of this page, and a day into the site's language."""
    # A server sends 404.html for any address, so a link in it that is relative leads nowhere.
    from_root = page.url == "/404.html"
    to = (lambda url: site.root + url.removeprefix("/")) if from_root else partial(urls.link, page.url)
    return {
        "to": to,
        "asset": lambda name: to(asset_url(assets, name)),
        "long_day": partial(long_day, language=site.language),
        "short_day": partial(short_day, language=site.language),
    }
