"""The catalogues: each says all that the templates say, with the same placeholders, in as many forms as it counts."""

import re
from gettext import c2py
from pathlib import Path

import pytest
from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent.parent
LOCALES = ROOT / "digest" / "locales"
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
TAG = re.compile(r"</?[a-z][^>]*>")
MEND = "Run `make words`"


def read(path: Path, locale: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def translated(language: str) -> Catalog:
    return read(LOCALES / language / "LC_MESSAGES" / "digest.po", language)


def forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if message.pluralizable else (str(message.string),)


def sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if message.pluralizable else (str(message.id),)


@pytest.fixture
def extracted(tmp_path, monkeypatch) -> Catalog:
    """Return the words that templates and code say, as `make words` finds them."""
    monkeypatch.chdir(ROOT)
    options = "--mapping-file pyproject.toml --keywords say --omit-header --no-location".split()
    CommandLineInterface().run(
        ["pybabel", "--quiet", "extract", *options, "--output-file", str(tmp_path / "digest.pot"), "."]
    )
    return read(tmp_path / "digest.pot")


def test_the_template_of_catalogues_holds_the_words_of_templates_and_code(extracted):
    shipped = read(LOCALES / "digest.pot")
    assert {each.id for each in messages(shipped)} == {each.id for each in messages(extracted)}, MEND


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_word_and_none_that_is_gone(language):
    catalog = translated(language)
    assert {each.id for each in messages(catalog)} == {each.id for each in messages(read(LOCALES / "digest.pot"))}, MEND
    assert not catalog.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_and_none_is_doubtful(language):
    found = messages(translated(language))
    assert [each.id for each in found if each.fuzzy or not all(form.strip() for form in forms(each))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_as_many_forms_as_the_language_counts(language):
    catalog = translated(language)
    assert {len(forms(each)) for each in messages(catalog) if each.pluralizable} == {catalog.num_plurals}


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_one_form_where_the_language_counts_them_alike(language):
    rule, count = Locale.parse(language).plural_form, plural_rule(language)
    assert len({(rule(number), count(number)) for number in range(500)}) == translated(language).num_plurals


def plural_rule(language: str):
    """Return gettext's reading of a catalogue's Plural-Forms, which is what chooses a form in a build."""
    return c2py(translated(language).plural_expr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_source(language):
    count = plural_rule(language)
    numbers = [count(number) for number in range(500)]
    wrong = []
    for each in messages(translated(language)):
        wanted = {name for text in sources(each) for name in PLACEHOLDER.findall(text)}
        for place, form in enumerate(forms(each)):
            # A form for a single number may say it as a word; so does "Reports a day" in English.
            optional = {"%(num)s"} if each.pluralizable and numbers.count(place) == 1 else set()
            if not wanted - optional <= set(PLACEHOLDER.findall(form)) <= wanted:
                wrong.append(form)
    # French has one form for 0 and 1, and it says "a day" of the 1 that it is given; of 0 days there is no graph.
    assert [form for form in wrong if not form.startswith("Articles par jour")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_tags_of_its_source_and_no_sign_that_ends_an_attribute(language):
    wrong = []
    for each in messages(translated(language)):
        wanted = sorted(TAG.findall(sources(each)[0]))
        wrong += [
            form for form in forms(each) if sorted(TAG.findall(form)) != wanted or set(TAG.sub("", form)) & set('<>"')
        ]
    assert wrong == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_goes_through_gettext(path):
    plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(), flags=re.DOTALL)
    spoken = re.findall(r'\b(?:aria-label|title|alt|placeholder|label)="([^"]*\w[^"]*)"', plain)
    bare = re.sub(r"&\w+;", "", re.sub(r"<[^>]*>|\w+=\"\"", " ", plain))
    assert (spoken, re.findall(r"[^\W\d_]+", bare)) == ([], [])
