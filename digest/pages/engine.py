"""Jinja, set up for a site: the only door of jinja2.

Autoescape is on and an unknown variable is an error, so that what an article says can only ever be text. A project's
own templates replace the shipped ones one by one; content never reaches the template engine as a template.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

import jinja2

from digest.errors import Fault
from digest.pages.assets import Assets, read_assets
from digest.pages.calendar import span, weekdays
from digest.pages.language import catalogue, number
from digest.pages.site import direction
from digest.pages.templatefaults import SHIPPED, blocks_astray

_LONGEST_FIGURE = 18  # digits; what has more is no count of anything


@dataclass(frozen=True, slots=True)
class Engine:
    """The templates and assets of some folders, the first of which wins, in the words of a language."""

    folders: tuple[Path, ...]
    assets: Assets
    environment: jinja2.Environment = field(repr=False)

    def words(self, template: str, variables: Mapping[str, object]) -> str:
        """Return what a template makes of its variables; raises what `templatefaults` knows."""
        return self.environment.get_template(template).render(variables)

    def astray(self, templates: Iterable[str]) -> tuple[Fault, ...]:
        """Return what is wrong with the project's own templates, before one of these is asked for anything."""
        return tuple(blocks_astray(self.environment, templates, self.folders)) if self.folders[1:] else ()


def engine(folders: Sequence[Path], language: str) -> Engine:
    """Return the engine of some folders of templates, the shipped one the last, for a site's language."""
    # Under their own prefix, so that a project's base.html can extend the shipped one.
    shipped = jinja2.PrefixLoader({SHIPPED: jinja2.FileSystemLoader(folders[-1])})
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([shipped, jinja2.FileSystemLoader(folders)]), undefined=jinja2.StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False, keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    _speak(environment, language)
    environment.filters |= {"direction": direction, "figure": partial(_figure, language=language)}
    # The order of keys is ours, and letters of all scripts stay themselves.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return Engine(tuple(folders), read_assets(folders), environment)


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
