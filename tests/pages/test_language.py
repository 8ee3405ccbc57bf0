"""The interface in other languages: nothing is left in English, nothing is left out, and English pays nothing."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from digest.pages.calendar import column, long_day, short_day, weekdays
from digest.pages.language import LOCALES, catalogue
from digest.pages.render import render
from digest.pages.site import SiteSettings, direction
from digest.pages.theme import template_folders
from digest.pages.views import Page


@pytest.fixture
def say(tmp_path, put):
    """Return a function that returns what a template says in a language."""

    def written(template: str, language: str) -> str:
        folder = put(tmp_path / "templates", {"404.html": template})
        page = Page("/404.html", "404.html", "", language, None)
        files = render([page], SiteSettings(language=language), template_folders(folder))
        return next(file.content.decode() for file in files if file.path == "404.html")

    return written


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en-GB", "Sources", id="English"),
        pytest.param("de", "Quellen", id="German"),
        pytest.param("de-AT", "Quellen", id="a region of German"),
        pytest.param("DE-Latn-at", "Quellen", id="a script and a region, in any case"),
        pytest.param("ar-EG", "المصادر", id="a region of Arabic"),
        pytest.param("pt-BR", "Sources", id="a language without a catalogue"),
        pytest.param("tlh", "Sources", id="a language that nobody knows"),
    ],
)
def test_the_words_are_those_of_the_nearest_language_that_has_a_catalogue_or_else_english(say, language, expected):
    assert say('{{ _("Sources") }}', language) == expected


def test_english_has_no_catalogue_to_read():
    assert type(catalogue("en-GB")) is NullTranslations


def test_the_days_of_a_language_without_a_catalogue_are_still_its_own():
    assert long_day("2031-03-07", "pt-BR") == "sexta-feira, 7 de março de 2031"
    assert short_day("2031-03", "es") == "marzo de 2031"


def test_a_region_that_does_not_exist_leaves_the_language():
    assert short_day("2031-03-07", "de-XX") == "7. März 2031"


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "لا تقارير"),
        (1, "تقرير واحد"),
        (2, "تقريران"),
        (3, "3 تقارير"),
        (11, "11 تقريرًا"),
        (100, "100 تقرير"),
        (1103, "1,103 تقارير"),
    ],
)
def test_arabic_counts_in_six_forms(say, count, expected):
    assert say(f'{{{{ ngettext("%(num)s report", "%(num)s reports", {count}) }}}}', "ar") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "12,345 reports"), ("de", "12.345 Berichte"), ("fr", "12\u202f345 articles"), ("es", "12.345 noticias")],
)
def test_a_number_is_grouped_as_the_language_does_it(say, language, expected):
    assert say('{{ ngettext("%(num)s report", "%(num)s reports", 12345) }}', language) == expected


def test_what_an_article_says_cannot_break_a_sentence_of_ours(say):
    said = say('{{ _("The whole text: %(title)s", title="100 % <b> %(num)s") }}', "de")
    assert said == "Der ganze Text: 100 % &lt;b&gt; %(num)s"


@pytest.mark.parametrize(
    ("language", "first", "monday"),
    [("en-GB", "Mo", 1), ("en-US", "Su", 2), ("de", "Mo.", 1), ("ar", "سبت", 3), ("he", "א׳", 2)],
)
def test_a_week_begins_where_the_language_is_spoken(language, first, monday):
    assert (weekdays(language)[0], column(0, language)) == (first, monday)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        *(
            (tag, "rtl")
            for tag in ("ar", "fa-IR", "he", "ur", "yi", "dv", "und-Arab", "az-Arab-IR", "und-Syrc", "ff-Adlm")
        ),
        *((tag, "ltr") for tag in ("en", "de-AT", "ku", "ks-Deva", "ar-Latn", "az", "und-Cyrl", "und", "en-x-arab")),
    ],
)
def test_a_script_tells_the_direction_and_a_language_where_no_script_is_named(language, expected):
    assert direction(language) == expected


def test_a_chip_says_the_status_of_a_thread_in_the_sites_language(say):
    template = '{% import "parts.html" as parts %}{{ parts.status("developing") }}, {{ parts.status("dormant") }}'
    assert say(template, "es") == "En desarrollo, En pausa"


@pytest.mark.parametrize("language", sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))
def test_every_catalogue_is_named_in_the_docs(language):
    settings = Path(__file__).parent.parent.parent / "docs" / "settings.md"
    assert f"(`{language}`)" in settings.read_text()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("حريق في عبّارة العنبر", "حريق-في-عبّارة-العنبر", id="Arabic, with a mark on a letter"),
        pytest.param("琥珀港で火災", "琥珀港で火災", id="Japanese"),
        pytest.param("बंदरगाह में आग", "बंदरगाह-में-आग", id="Hindi, whose vowels are marks"),
    ],
)
def test_a_thread_has_an_address_that_reads_as_its_title_in_any_script(tmp_path, put, digest, title, slug):
    article = (
        f"---\ntitle: {title}\ndate: 2031-03-07\nlink: https://post.example/a\n---\nFive boats burnt in the harbour.\n"
    )
    site = put(tmp_path / "site", {"digest.yaml": "title: T\n", "content/articles/a.md": article})
    assert digest("-q", "-C", site, "build").status == 0
    assert (site / "site" / "threads" / slug / "index.html").is_file()
    assert f'href="threads/{slug}/index.html"' in (site / "site" / "index.html").read_text()
