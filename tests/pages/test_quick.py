"""Templates write and call as Jinja's own environment does, in less time."""

from functools import partial

import jinja2
import pytest
from markupsafe import Markup, escape

from digest.pages.quick import QuickEnvironment


class Bold:
    """Something that is HTML itself."""

    def __html__(self) -> str:
        return "<b>Alma</b>"


class Word(str):
    """A text of another kind."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("Six boats burnt", id="a text that is the same as HTML"),
        *(pytest.param(f"Six {sign} boats", id=f"a text with {sign}") for sign in "&<>\"'"),
        pytest.param("", id="no text"),
        pytest.param("Ærø – “Havn”", id="signs of other scripts"),
        pytest.param(Markup("<i>&amp;</i>"), id="HTML"),
        pytest.param(Word("5 < 6"), id="a kind of text"),
        pytest.param(Bold(), id="what is HTML itself"),
        pytest.param(6, id="a number"),
        pytest.param(None, id="nothing"),
    ],
)
def test_a_value_is_written_as_escape_writes_it(value: object) -> None:
    assert str(QuickEnvironment.html(value)) == str(escape(value))
    template = QuickEnvironment(autoescape=True).from_string("<p>{{ value }}</p>")
    assert template.render(value=value) == f"<p>{escape(value)}</p>"


@jinja2.pass_context
def titled(context: jinja2.runtime.Context, word: str) -> str:
    return f"{context['title']}: {word}"


@jinja2.pass_eval_context
def escaped(context: jinja2.nodes.EvalContext, word: str) -> str:
    return f"{context.autoescape}: {word}"


class Told:
    """What can be called, and wants the environment."""

    @jinja2.pass_environment
    def __call__(self, environment: jinja2.Environment, word: str) -> str:
        return f"{environment.autoescape}: {word}"


@pytest.mark.parametrize(
    ("called", "wanted"),
    [
        pytest.param(str.upper, "FIRE", id="a method of a class"),
        pytest.param(lambda word: f"{word}!", "fire!", id="a plain function"),
        pytest.param(partial("{}: {}".format, "Alma"), "Alma: fire", id="with some arguments given"),
        pytest.param(titled, "Alma: fire", id="who wants the context"),
        pytest.param(escaped, "True: fire", id="who wants to know whether all is escaped"),
        pytest.param(Told(), "True: fire", id="an object that wants the environment"),
    ],
)
@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ %s }}", id="as it is"),
        pytest.param("{%% for each in [1] %%}{{ %s }}{%% endfor %%}", id="in a loop"),
        pytest.param("{%% block main %%}{{ %s }}{%% endblock %%}", id="in a block"),
    ],
)
def test_a_function_is_given_what_it_wants(called: object, wanted: str, template: str) -> None:
    page = QuickEnvironment(autoescape=True).from_string(template % "called('fire')")
    assert page.render(called=called, title="Alma") == wanted


def test_a_macro_gives_html() -> None:
    macro = "{% macro bold(word, sign='!') %}<b>{{ word }}{{ sign }}</b>{% endmacro %}"
    page = QuickEnvironment(autoescape=True).from_string(macro + "{{ bold('5 < 6') }}{{ bold('a', sign='?') }}")
    assert page.render() == "<b>5 &lt; 6!</b><b>a?</b>"


def test_a_function_that_has_come_to_an_end_gives_nothing_as_in_jinja() -> None:
    def ended() -> str:
        return next(iter([]))

    for environment in (QuickEnvironment(autoescape=True), jinja2.Environment(autoescape=True)):
        assert environment.from_string("({{ called() }})").render(called=ended) == "()"


def test_what_is_unknown_is_an_error_still() -> None:
    environment = QuickEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError, match="'day' is undefined"):
        environment.from_string("{{ day }}").render()
    with pytest.raises(jinja2.UndefinedError, match="'day' is undefined"):
        environment.from_string("{{ day() }}").render()
