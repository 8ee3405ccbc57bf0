"""What templates say on page after page, made once a build: words of the interface, and what macros make of a thing.

A translation costs Jinja some ten microseconds each time, and a page has dozens that are the same on all pages; a card
of a thread stands on the pages of all its tags. Both depend on nothing but what they are given.
"""

from collections.abc import Callable

from digest.pages.language import number

_MOST = 10_000  # results that are kept at a time, some 10 MB; what stands on one page alone is among them


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
        if key not in self._made:
            if len(self._made) >= _MOST:
                self.forget()
            # What bears an id has to be kept, or another object may get its id.
            self._made[key] = macro(*things), (macro, things)
        return self._made[key][0]

    def forget(self) -> None:
        """Forget all that was made: another build has other things."""
        self._made.clear()


def spoken(gettext: Callable[..., str]) -> Callable[..., str]:
    """Return `gettext`, which looks words up once that have nothing to be filled in."""
    said: dict[str, str] = {}

    def say(text: str, /, **words: object) -> str:
        if words:
            return gettext(text, **words)
        if text not in said:
            said[text] = gettext(text)
        return said[text]

    return say


def counted(ngettext: Callable[..., str], language: str) -> Callable[..., str]:
    """Return `ngettext`, likewise, which writes the number as the language does."""
    said: dict[tuple[str, str, int], str] = {}

    def say(one: str, many: str, count: int, /, **words: object) -> str:
        if words:
            return ngettext(one, many, count, **{"num": number(count, language), **words})
        if (one, many, count) not in said:
            said[one, many, count] = ngettext(one, many, count, num=number(count, language))
        return said[one, many, count]

    return say
