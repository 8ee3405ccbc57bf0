"""Jinja, set up for a site; `quick` has its pace, `templatefaults` its errors, and nothing else imports it.

Autoescape is on and an unknown variable is an error, so that what an article says can only ever be text. A project's
own templates replace the shipped ones one by one; content never reaches the template engine as a template.
"""

import sys
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from importlib.util import cache_from_source
from os import path, sep
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import jinja2
from jinja2.loaders import split_template_path

from digest.errors import Fault
from digest.pages import quick
from digest.pages.calendar import span, weekdays
from digest.pages.language import catalogue, number
from digest.pages.look import Look
from digest.pages.phrases import Once, counted, spoken
from digest.pages.site import direction
from digest.pages.templatefaults import ERRORS, SHIPPED, FaultyTemplateError, blocks_astray

_SHARED = ("base.html", "parts.html")  # what other templates extend or import
_LONGEST_FIGURE = 18  # digits; what has more is no count of anything


@dataclass(frozen=True, slots=True)
class Engine:
    """The templates and assets of a look, in the words of a language."""

    look: Look
    assets: Mapping[str, str]  # their paths in the site, by their names
    environment: jinja2.Environment = field(repr=False)
    once: Once = field(repr=False, compare=False)

    def words(self, template: str, variables: Mapping[str, object]) -> str:
        """Return what a template makes of its variables; raises what `templatefaults` knows."""
        return self.environment.get_template(template).render(variables)

    def astray(self, templates: Iterable[str]) -> tuple[Fault, ...]:
        """Return what is wrong with the project's own templates, before one of these is asked for anything.

        All templates are compiled here, so that a process that is forked later need not do it, as each would.
        """
        names = {*templates}
        for name in sorted(names.union(_SHARED)):
            with suppress(*ERRORS):  # which are told where the template is asked
                self.environment.get_template(name)
        return tuple(blocks_astray(self.environment, names, self.look.folders)) if self.look.folders[1:] else ()


def engine(look: Look, language: str) -> Engine:
    """Return the engine of a look, for a site's language."""
    texts, shipped_folder = dict(look.templates), look.folders[-1]
    # Under their own prefix, so that a project's base.html can extend the shipped one.
    shipped = jinja2.PrefixLoader({SHIPPED: _Templates([shipped_folder], texts)})
    environment = quick.QuickEnvironment(
        loader=jinja2.ChoiceLoader([shipped, _Templates(look.folders, texts)]), undefined=jinja2.StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False, keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"], bytecode_cache=_Compiled(shipped_folder),
    )  # fmt: skip
    _speak(environment, language)
    once = Once()
    environment.filters |= {"direction": direction, "figure": partial(_figure, language=language), "once": once}
    # The order of keys is ours, and letters of all scripts stay themselves.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return Engine(look, dict(look.assets), environment, once)


def _figure(word: str, language: str) -> str:
    """Return a figure as the language writes it, and any other word as it is."""
    is_count = word.isdecimal() and len(word) <= _LONGEST_FIGURE and not word.startswith("0")
    return number(int(word), language) if is_count else word


def _speak(environment: jinja2.Environment, language: str) -> None:
    """Give the templates the words of a language, and its way to write numbers, also those that `ngettext` counts."""
    words = catalogue(language)
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    say = spoken(words.gettext)
    environment.globals |= {
        "gettext": say, "_": say, "ngettext": counted(words.ngettext, language),
        "number": partial(number, language=language), "weekdays": weekdays(language),
        "span": partial(span, language=language),
    }  # fmt: skip


class _Templates(jinja2.BaseLoader):
    """The templates of some folders, as they were read: Jinja would read again, and a file as large as a disk."""

    def __init__(self, folders: Sequence[Path], texts: Mapping[str, str | Fault]) -> None:
        self._folders = folders
        self._texts = texts

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:
        """Return what Jinja asks of a template. Raises FaultyTemplateError where it has no text."""
        del environment
        places = [str(Path(folder, *split_template_path(template))) for folder in self._folders]
        for place in places:
            text = self._texts.get(self._read(place))
            if isinstance(text, Fault):
                raise FaultyTemplateError(text)
            if text is not None:
                return text, place, None
        raise jinja2.TemplateNotFound(template)

    def _read(self, place: str) -> str:
        """Return the name under which a file was read: one in a folder that has two, by a link, was so by one alone."""
        if place in self._texts or not path.isfile(place):  # noqa: PTH113 - False for what is shut
            return place
        return next((each for each in self._texts if path.realpath(each) == path.realpath(place)), place)

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> jinja2.Template:
        """Return a template, compiled. Raises TemplateSyntaxError where neither Jinja nor Python gets to its depth."""
        try:
            return super().load(environment, name, globals)
        except (RecursionError, MemoryError, SyntaxError) as error:
            _, place, _ = self.get_source(environment, name)
            raise jinja2.TemplateSyntaxError("it is nested too deeply", 1, name, place) from error


class _Compiled(jinja2.FileSystemBytecodeCache):
    """The shipped templates as Python's code, so that not every build has to compile them, which takes 100 ms.

    They lie where Python keeps the code of this very module: who may write there can run what they like already. A
    project has no say in what lies there: its own templates are compiled each time.
    """

    def __init__(self, shipped: Path) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), f"template-%s.{sys.implementation.cache_tag}")
        self._shipped = f"{shipped}{sep}"
        # What becomes of a template depends on how the environment is set up, too.
        code = "\n".join(Path(each).read_text(encoding="utf-8") for each in (__file__, quick.__file__))
        self._setup = f"{jinja2.__version__}\n{code}\n"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of a template's file; none of one that is not ours."""
        return super().get_cache_key(name, filename) if filename and filename.startswith(self._shipped) else ""

    def get_source_checksum(self, source: str) -> str:
        """Return what the file has to bear to be of this very template."""
        return super().get_source_checksum(self._setup + source)

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Give a template its code, where that is kept."""
        if bucket.key:
            with suppress(OSError, EOFError, UnpicklingError):  # of a file that is damaged, or whose name is taken
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep the code of a template, unless Python is to keep none, or its user cannot write there."""
        if bucket.key and not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)
