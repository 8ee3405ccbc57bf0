"""A template that is wrong is named with its line; what fails elsewhere is a bug of ours and stays a traceback."""

import re
from pathlib import Path

import pytest

from digest.pages.render import render
from digest.pages.site import SiteSettings
from digest.pages.theme import template_folders
from digest.pages.urls import output_path
from digest.pages.views import Page

NOT_FOUND = Page("/404.html", "404.html", "Page not found", "en", None)
ABOUT = Page("/about/", "404.html", "About", "en", None)
MEND = "Compare it with the shipped template, or delete it to use that one."


def rendered(templates: Path, page: Page, site: SiteSettings | None = None) -> str:
    """Return the text of a page, whose templates are those of a project and the shipped ones."""
    files = {file.path: file.content for file in render([page], site or SiteSettings(), template_folders(templates))}
    return files[output_path(page.url)].decode()


def faults(templates: Path, page: Page = NOT_FOUND) -> list[str]:
    with pytest.raises(ExceptionGroup) as caught:
        tuple(render([page], SiteSettings(), template_folders(templates)))
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
            "\n{{ asset('styel.css') }}", '2: there is no asset "styel.css" (did you mean "style.css"?)', id="an asset"
        ),
        pytest.param("\n\n{% include 'words.html' %}", "3: there is no template words.html", id="a template"),
        pytest.param("{% extends 'shipped/404.htm' %}", "1: there is no template shipped/404.htm", id="a shipped one"),
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
        tuple(render([page], SiteSettings(), template_folders(tmp_path / "templates")))


class TestOneBlock:
    """`shipped/` leads to the template that a project's own one replaces, so that one block is all it has to say."""

    def test_of_the_frame_is_replaced_on_every_page(self, tmp_path, put):
        before = rendered(tmp_path / "templates", ABOUT)
        own = "{% extends 'shipped/base.html' %}\n{% block title %}Ada's {{ super() }}{% endblock %}"
        put(tmp_path / "templates", {"base.html": own})
        assert "<title>About · News digest</title>" in before
        assert rendered(tmp_path / "templates", ABOUT) == before.replace("<title>", "<title>Ada's ")

    def test_of_one_page_is_replaced_and_the_frame_is_the_projects_own(self, tmp_path, put):
        files = {
            "base.html": "{% block title %}{% endblock %}|{% block main %}{% endblock %}",
            "404.html": "{% extends 'shipped/404.html' %}{% block main %}Not here.{% endblock %}",
        }
        put(tmp_path / "templates", files)
        assert rendered(tmp_path / "templates", ABOUT) == "|Not here."

    def test_is_wrong_in_the_projects_file(self, tmp_path, put):
        own = "{% extends 'shipped/404.html' %}\n{% block main %}\n{{ nothing }}\n{% endblock %}"
        put(tmp_path / "templates", {"404.html": own})
        assert faults(tmp_path / "templates") == [f"templates/404.html:3: 'nothing' is undefined. {MEND}"]

    def test_that_fails_in_a_shipped_template_is_not_said_to_be_the_projects(self, tmp_path, put):
        put(tmp_path / "templates", {"base.html": "{% block main %}{% endblock %}"})
        page = Page("/corrections/", "corrections.html", "Corrections", "en", None)
        [fault] = faults(tmp_path / "templates", page)
        assert re.fullmatch(rf"shipped/corrections\.html:\d+: 'None' has no attribute '\w+'\. {MEND}", fault)

    def test_that_gives_a_shipped_macro_what_is_not_there_is_wrong_in_the_projects_file(self, tmp_path, put):
        own = (
            "{% extends 'shipped/404.html' %}\n{% import 'parts.html' as parts %}\n"
            "{% block main %}\n{{ parts.reports(page.reprots) }}\n{% endblock %}"
        )
        put(tmp_path / "templates", {"404.html": own})
        assert faults(tmp_path / "templates") == [
            f"templates/404.html:4: 'digest.pages.views.Page object' has no attribute 'reprots'. {MEND}"
        ]

    def test_of_a_misspelt_name_is_named_in_the_projects_file(self, tmp_path, put):
        put(tmp_path / "templates", {"404.html": "{% extends 'shipped/404.html' %}\n\n{% block mian %}{% endblock %}"})
        what = 'no template that this one extends has a block "mian" (did you mean "main"?)'
        assert faults(tmp_path / "templates") == [f"templates/404.html:3: {what}. Rename it, or delete it."]

    def test_within_another_block_may_have_any_name(self, tmp_path, put):
        own = "{% extends 'shipped/404.html' %}{% block main %}{% block words %}Gone.{% endblock %}{% endblock %}"
        put(tmp_path / "templates", {"404.html": own})
        assert "Gone." in rendered(tmp_path / "templates", ABOUT)

    def test_of_a_misspelt_name_in_the_projects_frame_is_named_once_for_all_pages(self, tmp_path, put):
        put(tmp_path / "templates", {"base.html": "{% extends 'shipped/base.html' %}\n{% block zebra %}{% endblock %}"})
        assert faults(tmp_path / "templates") == [
            'templates/base.html:2: no template that this one extends has a block "zebra". Rename it, or delete it.'
        ]


class TestALink:
    def test_names_the_file_so_that_a_copy_works_without_a_server(self, tmp_path, put):
        put(tmp_path / "templates", {"404.html": "{{ to('/') }} {{ to('/about/#a') }} {{ to('/feed.xml') }}"})
        assert rendered(tmp_path / "templates", ABOUT) == "../index.html #a ../feed.xml"

    def test_of_the_page_for_what_is_not_there_begins_at_the_root_of_the_site(self, tmp_path, put):
        put(tmp_path / "templates", {"404.html": "{{ to('/about/') }} {{ asset('a.css') }}", "assets/a.css": "a"})
        site = SiteSettings(base_url="https://digest.example/news/")
        assert rendered(tmp_path / "templates", NOT_FOUND, site) == "/news/about/ /news/assets/a.f4e169f8ee.css"
