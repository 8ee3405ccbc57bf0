"""Slugs of names that lead to one slug ("C++", "C#"): each is told apart from the others, whichever came first."""

import re

from digest.tools.text import fingerprint, slug

_TOLD_APART = re.compile(r"-[0-9a-f]{10}\Z")  # what a fingerprint adds to a slug


def is_bare(name: str) -> bool:
    """Return whether a name can be a page's as it is: a slug that `told_apart` makes of no other name.

    >>> is_bare("grey-island"), is_bare("C++"), is_bare("c-2421123ec6")
    (True, False, False)
    """
    return slug(name) == name and not _TOLD_APART.search(name)


def told_apart(its_slug: str, name: str) -> str:
    """Return a slug that no other name has, though its own slug be the same."""
    return f"{its_slug}-{fingerprint(name)}"
