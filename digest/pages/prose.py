"""The curator's own pages: content/pages/*.md."""

from dataclasses import dataclass
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.pages.views import Page, ProseView
from digest.tools.files import content_home, read_text, text_files
from digest.tools.frontmatter import part
from digest.tools.markup import markdown_to_markup
from digest.tools.text import one_line, slug
from digest.tools.yamlfile import as_text, optional


@dataclass(frozen=True, slots=True)
class Prose:
    """The curator's pages in the order of their files' names, and what is wrong in them."""

    pages: tuple[Page, ...]
    faults: tuple[Fault, ...] = ()


def read_prose(folder: Path, name: str, language: str) -> Prose:
    """Return the pages of `folder`, named `name` in messages; a file with a fault is named and passed over."""
    pages, faults = [], []
    for path in text_files(folder, name, ".md"):
        try:
            pages.append(_page(path, f"{name}/{path.name}", language))
        except DigestError as error:
            faults.append(error.fault)
    return Prose(tuple(pages), tuple(faults))


def _page(path: Path, shown: str, language: str) -> Page:
    parted = part(read_text(path, shown, content_home(path.parent, path.parent.parent)), shown)
    title = one_line(optional(parted.fields, "title", as_text, "")) or path.stem.replace("-", " ").capitalize()
    return Page(
        f"/{slug(path.stem)}/", "prose.html", title, language, ProseView(markdown_to_markup(parted.body)), source=shown
    )
