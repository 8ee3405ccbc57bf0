"""How templates are compiled: once for all builds, where it is safe; and what is said often."""

import sys

import pytest

from digest.pages.assets import read_assets
from digest.pages.engine import engine
from digest.pages.look import read_look
from digest.pages.theme import shipped_folder

THEIRS = '{% extends "shipped/404.html" %}{% block head %}{{ title }}{% endblock %}'


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return a function that tells which templates are kept as code, in a place of this test's own."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return lambda: sorted((tmp_path / "kept").rglob("template-*"))


def engine_of(folders, language):
    return engine(read_look(folders, read_assets(folders)), language)


def words(environment, text, **variables):
    return environment.from_string(text).render(variables)


class TestCompiledTemplates:
    def test_are_kept_where_python_keeps_our_own_code(self, kept):
        engine_of([shipped_folder()], "en").environment.get_template("404.html")
        (file,) = kept()
        assert file.parent.parts[-2:] == ("digest", "pages")
        engine_of([shipped_folder()], "en").environment.get_template("404.html")
        assert kept() == [file]

    def test_are_taken_from_there(self, kept):
        made = [engine_of([shipped_folder()], "en").environment.get_template("404.html") for _ in range(2)]
        (file,) = kept()
        before = file.read_bytes()
        assert made[0].root_render_func.__code__ == made[1].root_render_func.__code__
        assert file.read_bytes() == before

    @pytest.mark.parametrize("rest", [0, 2, 18, 20, 40, 70, -1])
    def test_are_compiled_again_where_their_file_is_cut_off(self, kept, rest):
        engine_of([shipped_folder()], "en").environment.get_template("404.html")
        (file,) = kept()
        whole = file.read_bytes()
        file.write_bytes(whole[:rest])
        engine_of([shipped_folder()], "en").environment.get_template("404.html")
        assert file.read_bytes() == whole

    def test_are_not_kept_of_a_project(self, kept, tmp_path, put):
        theirs = put(tmp_path / "templates", {"404.html": THEIRS})
        made = engine_of([theirs, shipped_folder()], "en").environment
        made.get_template("404.html")
        assert kept() == []
        made.get_template("shipped/404.html")
        assert len(kept()) == 1

    def test_are_not_kept_where_python_is_to_keep_none(self, kept, monkeypatch):
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        engine_of([shipped_folder()], "en").environment.get_template("404.html")
        assert kept() == []

    def test_need_no_place_to_be_kept(self, kept, tmp_path):
        (tmp_path / "kept").write_text("A file where the folder would be.")
        assert engine_of([shipped_folder()], "en").environment.get_template("404.html").name == "404.html"
        assert kept() == []


class TestWhatIsSaidOften:
    def test_a_macro_with_once_says_what_it_says_without(self):
        made = engine_of([shipped_folder()], "en").environment
        macro = "{% macro b(text) %}<b>{{ text }}</b>{% endmacro %}"
        assert words(made, macro + "{{ b | once(t) }}{{ b | once(t) }}{{ b(t) }}", t="1 < 2") == "<b>1 &lt; 2</b>" * 3

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param('{{ _("Sources") }}', "Quellen", id="a word"),
            pytest.param('{{ gettext("Sources") }}', "Quellen", id="a word by the long name"),
            pytest.param('{{ _("in %(thread)s", thread=t) }}', "in: 1 &lt; 2", id="what is filled in is escaped"),
            pytest.param('{{ ngettext("%(num)s report", "%(num)s reports", 1) }}', "1 Bericht", id="one"),
            pytest.param('{{ ngettext("%(num)s report", "%(num)s reports", 12345) }}', "12.345 Berichte", id="many"),
            pytest.param("{% trans %}Sources{% endtrans %}", "Quellen", id="a tag"),
            pytest.param(
                "{% trans count=2 %}{{ count }} pier{% pluralize %}{{ count }} piers{% endtrans %}", "2 piers",
                id="a tag that counts",
            ),
            pytest.param("{% for n in [1, 2] %}{{ _('Sources') }} {% endfor %}", "Quellen Quellen ", id="in a loop"),
        ],
    )  # fmt: skip
    def test_words_are_those_of_the_language(self, text, said):
        assert words(engine_of([shipped_folder()], "de").environment, text, t="1 < 2") == said


def test_all_templates_are_compiled_before_any_is_asked():
    made = engine_of([shipped_folder()], "en")
    assert made.astray(["404.html", "json"]) == ()
    assert {name for _, name in made.environment.cache} == {"404.html", "base.html", "parts.html"}
