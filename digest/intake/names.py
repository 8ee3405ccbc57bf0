"""File names for what is added: the same everywhere, whatever it was called where it came from.

A name is made of slugs, which no file system refuses and none takes for another. One that is taken by other content
gets a number; what stands there is never written over.
"""

from collections.abc import Collection
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from digest.tools.tags import paragraphs
from digest.tools.text import host, slug

_SHORTEST = 4  # letters of a last part of an address that says something; "7", "a1" and "en" do not
_NAMED = 8  # words that name a text
_DULL = frozenset({"index", "article", "story", "default", "view", "post", "news"})


def name_of_file(path: PurePath) -> str:
    """Return the name, without its ending, of an article that came as the file `path`, with the folders before it.

    >>> name_of_file(PurePath("2031/03/Fire at the Quay!.TXT")), name_of_file(PurePath("aux.md"))
    ('2031/03/fire-at-the-quay', 'aux-page')
    """
    return "/".join([*(slug(part) for part in path.parent.parts), slug(path.stem)])


def name_of_text(text: str) -> str:
    """Return the name, without its ending, of a text that came without one: its first words."""
    below = text.partition("---\n")[2].partition("---\n")[2] if text.startswith("---\n") else text
    return slug(" ".join(" ".join(paragraphs(below)).split()[:_NAMED]), "article")


def name_of_page(link: str, title: str | None = None) -> str:
    """Return the name, without its ending, of a page that came from an address, by the title that a list gives it.

    >>> name_of_page("https://www.post.example/2031/03/07/fire-at-the-quay.html?id=7")
    'post-example-fire-at-the-quay'
    >>> name_of_page("https://post.example/news/1234567/"), name_of_page("https://post.example/?p=7")
    ('post-example-news-1234567', 'post-example-p-7')
    """
    if title and "://" not in title:
        return slug(f"{host(link)} {title}")
    parts = urlsplit(link)
    steps = [_without_ending(unquote(step)) for step in parts.path.split("/") if step]
    told = next((place for place in range(len(steps) - 1, -1, -1) if _tells(steps[place])), 0)
    words = " ".join(steps[told:]) or unquote(parts.query)
    return slug(f"{host(link)} {words}")


def _without_ending(step: str) -> str:
    stem, dot, ending = step.rpartition(".")
    return stem if dot and len(ending) <= 5 else step


def _tells(step: str) -> bool:
    return sum(sign.isalpha() for sign in step) >= _SHORTEST and step.casefold() not in _DULL


def free_path(folder: Path, name: str, suffix: str, taken: Collection[str]) -> Path:
    """Return a path below `folder` that is not among `taken`, which are paths from there in lower case."""
    number = 1
    found = f"{name}{suffix}"
    while found.casefold() in taken:
        number += 1
        found = f"{name}-{number}{suffix}"
    return folder / found
