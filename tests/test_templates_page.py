"""docs/templates.md is whole: every template with its blocks, every name that it is given, every field of these."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from jinja2.defaults import DEFAULT_NAMESPACE

from digest.pages import urls
from digest.pages.cite import Citation
from digest.pages.render import render
from digest.pages.site import SiteSettings
from digest.pages.theme import shipped_templates, template_folders
from digest.pages.views import JsonView, Page
from digest.tools.decoders import names_of

DOCS = (Path(__file__).parent.parent / "docs/templates.md").read_text()
TEMPLATES = {name: path.read_text() for name, path in shipped_templates().items() if not name.startswith("assets/")}
NAMES = "{{ self._TemplateReference__context.get_all() | join(' ') }}"


def rows(section: str) -> dict[str, list[str]]:
    """Return the names in the first column of a section's table, each with the other columns."""
    text = re.split(r"\n##+ ", DOCS.partition(f"# {section}\n")[2])[0]
    cells = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return {name: others for first, *others in cells for name in re.findall(r"`([^`]+)`", first)}


def reached(kind: object) -> Iterator[type]:
    """Yield the records that a type leads to, itself first; one that no template is given is left out."""
    if isinstance(kind, type) and names_of(kind) and kind is not JsonView:
        yield kind
        for hint in get_type_hints(kind).values():
            yield from reached(hint)
    for part in get_args(kind):
        yield from reached(part)


VIEWS = sorted({Citation, SiteSettings, *reached(Page)}, key=lambda kind: kind.__name__)


def test_every_template_is_documented_with_its_blocks():
    documented = {
        name: set(re.findall(r"`(\w+)`", cells[-1])) for name, cells in rows("The templates and their blocks").items()
    }
    assert documented == {name: set(re.findall(r"{% block (\w+)", text)) for name, text in TEMPLATES.items()}


def test_every_name_that_a_template_is_given_is_documented(tmp_path, put):
    put(tmp_path / "templates", {"404.html": NAMES})
    page = Page("/404.html", "404.html", "Page not found", "en", None)
    files = {
        file.path: file.content for file in render([page], SiteSettings(), template_folders(tmp_path / "templates"))
    }
    given = set(files["404.html"].decode().split()) - DEFAULT_NAMESPACE.keys()
    assert set(rows("What every template is given")) == given


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_documented(view):
    assert sorted(rows(f"`{view.__name__}`")) == sorted(names_of(view))


def test_every_address_that_urls_knows_is_documented():
    own = {name for name, value in vars(urls).items() if getattr(value, "__module__", urls.__name__) == urls.__name__}
    assert {name for name in own if not name.startswith("_") and f"urls.{name}" not in DOCS} == set()


def test_no_view_is_documented_that_is_none():
    headings = re.findall(r"^### `(\w+)`$", DOCS, re.MULTILINE)
    assert sorted(headings) == [view.__name__ for view in VIEWS]


@pytest.mark.parametrize("source", re.findall(r"```jinja\n(.*?)```", DOCS, re.DOTALL))
def test_the_examples_work(source, tmp_path, put):
    put(tmp_path / "templates", {"base.html": source, "assets/mine.css": "p{}"})
    page = Page("/about/", "404.html", "About", "en", None)
    files = {
        file.path: file.content for file in render([page], SiteSettings(), template_folders(tmp_path / "templates"))
    }
    text = files["about/index.html"].decode()
    assert ("Kept by Ada Alm" in text) != ("/mine." in text)
    assert "<footer>" in text
