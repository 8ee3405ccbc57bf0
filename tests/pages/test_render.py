"""A template that is wrong is named with its line; what fails elsewhere is a bug of ours and stays a traceback."""

from pathlib import Path

import pytest

from digest.pages.render import render
from digest.pages.site import SiteSettings
from digest.pages.theme import template_folders
from digest.pages.views import Page

NOT_FOUND = Page("/404.html", "404.html", "Page not found", "en", None)
MEND = "Compare it with the shipped template, or delete it to use that one."


def faults(templates: Path, page: Page = NOT_FOUND) -> list[str]:
    with pytest.raises(ExceptionGroup) as caught:
        render([page], SiteSettings(), template_folders(templates))
    return [str(error) for error in caught.value.exceptions]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        pytest.param("\n{{ site.title + 1 }}", '2: can only concatenate str (not "int") to str', id="a wrong type"),
        pytest.param("{{ 1 // 0 }}", "1: integer division or modulo by zero", id="a division by zero"),
        pytest.param("{{ '%d' % 'a' }}", "1: %d format: a real number is required, not str", id="a wrong format"),
        pytest.param("{{ site.absolute(1) }}", "1: quote_from_bytes() expected bytes", id="a wrong argument"),
        pytest.param("\n{% include '404.html' %}", "2: it includes itself without end", id="itself"),
        pytest.param(
            "{{ site.titel }}", "1: 'digest.pages.site.SiteSettings object' has no attribute 'titel'", id="a name"
        ),
    ],
)
def test_what_fails_in_a_template_is_named_with_its_line(tmp_path, put, template, message):
    put(tmp_path / "templates", {"404.html": template})
    assert faults(tmp_path / "templates") == [f"templates/404.html:{message}. {MEND}"]


@pytest.mark.parametrize("name", ["404.html", "base.html"])
def test_a_template_in_another_encoding_is_named(tmp_path, put, name):
    put(tmp_path / "templates", {name: "<p>\n<p>Café".encode("latin-1")})
    assert faults(tmp_path / "templates") == [f"templates/{name}:2: this is no UTF-8. Save it as UTF-8."]


def test_a_template_that_is_missing_is_named(tmp_path):
    page = Page("/feed.xml", "feed", "Feed", "en", None)
    assert faults(tmp_path / "templates", page) == [f"templates/feed:1: there is no template feed. {MEND}"]


def test_a_bug_of_ours_stays_a_traceback(tmp_path):
    page = Page(None, "404.html", "Page not found", "en", None)
    with pytest.raises(AttributeError):
        render([page], SiteSettings(), template_folders(tmp_path / "templates"))
