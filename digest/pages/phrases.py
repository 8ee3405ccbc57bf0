"""What templates say on page after page, made once a build: words of the interface, and what macros make of a thing.

A translation costs Jinja some ten microseconds each time, and a page has dozens that are the same on all pages; a card
of a thread stands on the pages of all its tags. Both depend on nothing but what they are given.
"""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from digest.pages.language import number

_MOST = 10_000  # results that are kept at a time, some 10 MB; what stands on one page alone is among them

_PLAIN_FORM = re.compile(r"(?:[^%]|%%|%\(\w+\)s)*")


class Once:
    """A filter for macros: `macro | once(thing, ...)` is `macro(thing, ...)`, made once of the same things.

    Texts are the same where they are equal, all else where it is one object: to compare whole threads would
    take longer than to write them.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[object, object]] = {}

    def __call__(self, macro: Callable[..., object], *things: object) -> object:
        """Return what the macro makes of the things."""
        key = (id(macro), *[each if type(each) is str else id(each) for each in things])
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _MOST:
                self.forget()
            # What bears an id has to be kept, or another object may get its id.
            made = self._made[key] = macro(*things), (macro, things)
        return made[0]

    def forget(self) -> None:
        """Forget all that was made: another build has other things."""
        self._made.clear()


def spoken(gettext: Callable[[str], str]) -> Callable[..., Markup]:
    """Return Jinja's `gettext` of a catalogue's, which looks words up once."""
    looked_up: dict[str, Markup] = {}
    said: dict[str, Markup] = {}

    def say(text: str, /, **words: object) -> Markup:
        if not words and text in said:
            return said[text]
        if text not in looked_up:
            looked_up[text] = _html(gettext(text))
        if words:
            return filled(looked_up[text], words)
        said[text] = looked_up[text] % {}
        return said[text]

    return say


def counted(ngettext: Callable[[str, str, int], str], language: str) -> Callable[..., Markup]:
    """Return Jinja's `ngettext`, likewise, which writes the number as the language does."""
    said: dict[tuple[str, str, int], Markup] = {}

    def say(one: str, many: str, count: int, /, **words: object) -> Markup:
        if words:
            return filled(_html(ngettext(one, many, count)), {"num": number(count, language), **words})
        if (one, many, count) not in said:
            said[one, many, count] = _html(ngettext(one, many, count)) % {"num": number(count, language)}
        return said[one, many, count]

    return say


def filled(form: Markup, words: Mapping[str, object]) -> Markup:
    """Return a text with words filled in, escaped unless they are HTML: `form % words`, in a third of its time.

    >>> filled(Markup("<b>%(who)s</b> in %(place)s"), {"who": "Ada & Bo", "place": Markup("<i>Alma</i>")})
    Markup('<b>Ada &amp; Bo</b> in <i>Alma</i>')
    """
    if _PLAIN_FORM.fullmatch(form) and all(isinstance(word, str | int) for word in words.values()):
        return _html(str(form) % {name: escape(word) for name, word in words.items()})
    return form % words


def _html(text: str) -> Markup:
    """Return words of the interface, in which tags are tags; they come with digest, and never from an article."""
    return Markup(text)  # noqa: S704  # what is filled in was escaped
