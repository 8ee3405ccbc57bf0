"""A template that is wrong is named with its line; what fails elsewhere is a bug of ours and stays a traceback."""

import errno
import os
import pickle
import re
from pathlib import Path

import pytest

from digest.pages.render import render
from digest.pages.site import SiteSettings
from digest.pages.theme import checked_templates, shipped_folder, template_folders
from digest.pages.urls import output_path
from digest.pages.views import Page
from digest.tools.cache import Cache
from digest.tools.left import Left
from digest.tools.means import Means
from digest.tools.memo import Forgetful
from digest.tools.pool import Pool
from digest.tools.text import fingerprint

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


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ " + "(" * 3000, id="parentheses"),
        pytest.param("{{ 1" + " + 1" * 3000 + " }}", id="a sum"),
        pytest.param("{% for each in [] %}" * 30 + "{% endfor %}" * 30, id="loops"),
        pytest.param("{% if 1 %}" * 120 + "{% endif %}" * 120, id="conditions"),
    ],
)
@pytest.mark.parametrize("name", ["404.html", "base.html"])
def test_a_template_that_is_nested_too_deeply_is_named(tmp_path, put, name, template):
    put(tmp_path / "templates", {name: template})
    assert faults(tmp_path / "templates") == [f"templates/{name}:1: it is nested too deeply. {MEND}"]


class TestWhatIsNoTemplate:
    """Something stands where a template, or an asset, would: the shipped one does not stand in for it in silence."""

    def pipe(self, place):
        os.mkfifo(place)

    def link(self, place):
        place.symlink_to("nowhere")

    def folder(self, place):
        place.mkdir()

    @pytest.mark.parametrize("name", ["404.html", "base.html", "assets/style.css"])
    @pytest.mark.parametrize(
        ("make", "message"),
        [
            pytest.param(pipe, "this is no regular file. Remove it.", id="a pipe"),
            pytest.param(link, "this is no regular file. Remove it.", id="a link that leads nowhere"),
            pytest.param(folder, "this is a folder. Move it elsewhere.", id="a folder"),
        ],
    )
    def test_is_named(self, tmp_path, name, make, message):
        place = tmp_path / "templates" / name
        place.parent.mkdir(parents=True)
        make(self, place)
        assert faults(tmp_path / "templates") == [f"templates/{name}:1: {message}"]

    @pytest.mark.parametrize("name", ["404.html", "assets/style.css"])
    def test_and_is_shut_is_named(self, tmp_path, put, monkeypatch, name):
        put(tmp_path / "templates", {name: "a"})
        opened = os.open

        def shut(path, *rest):  # by hand, since the rights of files mean nothing to root
            if str(path).endswith(f"templates/{name}") and not str(path).startswith(str(shipped_folder())):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return opened(path, *rest)

        monkeypatch.setattr(os, "open", shut)
        what = "this file cannot be read: Permission denied. Give yourself the right to read it."
        assert faults(tmp_path / "templates") == [f"templates/{name}:1: {what}"]

    def test_and_is_asked_for_by_nobody_harms_nobody(self, tmp_path):
        (tmp_path / "templates/assets").mkdir(parents=True)
        before = rendered(tmp_path / "templates", ABOUT)
        (tmp_path / "templates/.#404.html").symlink_to("nobody@nowhere.1")
        (tmp_path / "templates/assets/.#style.css").symlink_to("nobody@nowhere.1")
        os.mkfifo(tmp_path / "templates/pipe.html")
        assert rendered(tmp_path / "templates", ABOUT) == before


class TestTheFolderOfTemplates:
    def refused(self, folder):
        with pytest.raises(ExceptionGroup) as caught:
            checked_templates(folder)
        return [str(error) for error in caught.value.exceptions]

    def test_need_not_be_there(self, tmp_path):
        assert checked_templates(tmp_path / "templates") == tmp_path / "templates"

    def test_may_be_a_link(self, tmp_path):
        (tmp_path / "mine").mkdir()
        (tmp_path / "templates").symlink_to("mine")
        assert checked_templates(tmp_path / "templates") == tmp_path / "templates"

    @pytest.mark.parametrize("name", ["templates", "templates/assets"])
    def test_is_a_folder_and_so_are_its_assets(self, tmp_path, name):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a")
        assert self.refused(tmp_path / "templates") == [f"{name}:1: this is no folder. Remove it."]
        (tmp_path / name).unlink()
        (tmp_path / name).symlink_to("nowhere")
        assert self.refused(tmp_path / "templates") == [f"{name}:1: this is no folder. Remove it."]

    @pytest.mark.parametrize("name", ["templates", "templates/assets", "templates/parts"])
    def test_can_be_looked_into(self, tmp_path, name, monkeypatch):
        (tmp_path / name).mkdir(parents=True)
        scandir = os.scandir

        def shut(path):  # by hand, as above
            if str(path).endswith(name):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return scandir(path)

        monkeypatch.setattr(os, "scandir", shut)
        what = "this folder cannot be read: Permission denied. Give yourself the right to read it."
        assert self.refused(tmp_path / "templates") == [f"{name}:1: {what}"]


def test_a_template_in_a_folder_of_two_names_is_found_by_both(tmp_path, put):
    put(tmp_path / "templates", {"404.html": "{% include 'a/b.html' %}{% include 'c/b.html' %}", "a/b.html": "b"})
    (tmp_path / "templates/c").symlink_to("a")
    assert rendered(tmp_path / "templates", ABOUT) == "bb"


def test_a_template_that_is_saved_while_a_build_runs_is_in_the_pages_of_the_next(tmp_path, put):
    """What a page is said to be made of is what it was made of, so the next build makes it anew."""
    before, after = {"404.html": "before"}, {"404.html": "after"}
    cache = Cache(tmp_path / "cache.db")
    put(tmp_path / "templates", before)

    class Saving(Forgetful):
        def same(self, *given):  # is asked when the templates are compiled, and no page is made yet
            put(tmp_path / "templates", after)
            return super().same(*given)

    def built():
        means = Means(left=Left(tmp_path / "site", cache), memo=Saving())
        for file in render([ABOUT], SiteSettings(), template_folders(tmp_path / "templates"), means=means):
            if not means.left.found(file.path):
                put(tmp_path / "site", {file.path: file.content})
        means.left.keep()
        return (tmp_path / "site/about/index.html").read_text()

    assert [built(), built(), built()] == ["before", "after", "after"]


def test_a_page_is_made_elsewhere_of_the_templates_that_were_read_here(tmp_path, put):
    sent = []

    class Elsewhere(Pool):
        """One that lives on from build to build, and gets all by a letter."""

        def map(self, work, things, *_):
            sent.append(pickle.dumps(work))
            put(tmp_path / "templates", {"404.html": "saved meanwhile"})
            return iter(pickle.loads(sent[-1])(things))

    def made():
        folders = template_folders(tmp_path / "templates")
        files = render([ABOUT], SiteSettings(), folders, means=Means(pool=Elsewhere()))
        return {file.path: file.content for file in files}["about/index.html"].decode()

    for style in ("a", "b"):
        put(tmp_path / "templates", {"404.html": f"{style}{{{{ asset('a.css') }}}}", "assets/a.css": style})
        assert made() == f"{style}../assets/a.{fingerprint(style)}.css"


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
