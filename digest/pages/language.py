"""The site's language: the words of the interface, through gettext, and how it writes numbers.

English is the source: its words stand in the templates, and cost a build nothing. Those of another language are read
from the very file that translators edit, about 15 ms once a build, so that no compiled copy can lag behind it.
"""

import os
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parent.parent / "locales"
_GROUPED = 1000  # below it no language groups digits


@lru_cache(maxsize=10)
def catalogue(language: str) -> NullTranslations:
    """Return the words of a language: of the nearest wider one that has a catalogue, else English.

    >>> [catalogue(language).gettext("Sources") for language in ("en", "de-AT", "tlh")]
    ['Sources', 'Quellen', 'Sources']
    """
    files = (LOCALES / each / "LC_MESSAGES" / "digest.po" for each in _wider(language))
    path = next((path for path in files if path.is_file()), None)
    return _read(path) if path else NullTranslations()


def number(value: int, language: str) -> str:
    """Return a whole number, its digits grouped as the language does it.

    >>> number(999, "de"), number(12345, "de"), number(12345, "en")
    ('999', '12.345', '12,345')
    """
    if value < _GROUPED:
        return str(value)
    from babel.numbers import format_decimal  # noqa: PLC0415 - as in `locale`

    return str(format_decimal(value, locale=locale(language)))


@lru_cache(maxsize=10)
def locale(language: str) -> Any:  # a babel.core.Locale
    """Return what babel knows of a language, or of the nearest wider one that it knows, else of English."""
    # babel reads its tables when it is imported (60 ms): only a build that renders needs it.
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415

    _import_dates()
    for each in _wider(language):
        try:
            return Locale.parse(each)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@lru_cache(maxsize=10)
def homeland(language: str) -> Any:  # a babel.core.Locale
    """Return the locale of the country in which most speak a language, unless it names one: it decides on weeks."""
    from babel.core import get_global  # noqa: PLC0415 - as in `locale`

    spoken = locale(language)
    return spoken if spoken.territory else locale(get_global("likely_subtags").get(str(spoken), str(spoken)))


def _wider(language: str) -> tuple[str, ...]:
    """Return a language tag as locales are named, and without its last parts one by one.

    >>> _wider("zh-Hant-tw")
    ('zh_Hant_TW', 'zh_Hant', 'zh')
    """
    primary, *others = language.replace("_", "-").split("-")
    parts = [primary.lower(), *(each.title() if len(each) == len("Arab") else each.upper() for each in others)]
    return tuple("_".join(parts[:length]) for length in range(len(parts), 0, -1))


@cache
def _import_dates() -> None:
    """Import babel's dates without the zone that TZ names: no page tells a time in it, and it may be any file."""
    zone = os.environ.pop("TZ", None)
    try:
        import babel.dates  # noqa: F401, PLC0415 - as in `locale`, whose tables import it in any case
    finally:
        if zone is not None:
            os.environ["TZ"] = zone


def _read(path: Path) -> GNUTranslations:
    _import_dates()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - as in `locale`
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
