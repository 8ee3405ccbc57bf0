"""What is wrong in a template, told with its line.

Jinja says of some errors where they arose; of others the traceback does, since the code that Jinja makes of a template
bears the template's name and lines. An error that no template is on the way to is a bug of ours, and no fault.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache, partial
from os import sep
from pathlib import Path
from traceback import walk_tb

import jinja2

from digest.errors import Fault

# What an expression of a template can raise; where no template is on the way to it, it is a bug of ours.
ERRORS = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError,
)  # fmt: skip
SHIPPED = "shipped"  # how templates, and messages, call the folder of the shipped ones beside a project's own
# What Jinja calls the code of a macro in a traceback; that of others is said to be a block's or such.
_MACRO = "template"
_MEND = "Compare it with the shipped template, or delete it to use that one"


class FaultyTemplateError(jinja2.TemplateError):
    """A template that was asked for has no text."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


def fault_of(error: Exception, template: str, templates: Sequence[Path]) -> Fault | None:
    """Return where in which template an error arose that rendering `template` raised; None where it is a bug of ours.

    `templates` are the folders that it may have come from, the shipped one the last.
    """
    if isinstance(error, FaultyTemplateError):
        return error.fault
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _at(error.filename or error.name or template, error.lineno, error.message, templates)
    if isinstance(error, jinja2.TemplateNotFound):
        place, line = _where(error, templates) or (f"templates/{template}", 1)
        return _at(place, line, f"there is no template {error.name}", templates)
    where = _where(error, templates)
    what = "it includes itself without end" if isinstance(error, RecursionError) else error
    return _at(*where, what, templates) if where else None


def blocks_astray(environment: jinja2.Environment, names: Iterable[str], templates: Sequence[Path]) -> Iterator[Fault]:
    """Yield each block that no template has which its own one extends: Jinja leaves such a block out, and is silent.

    `names` are templates; those that they extend are looked at too.
    """
    parsed = cache(partial(_parsed, environment))  # most extend base.html, and to parse it takes a while
    for name in sorted(set(names)):
        line = _line_of_descent(name, parsed)
        for place, (path, tree) in enumerate(line[:-1]):
            above = {block.name for _, other in line[place + 1 :] for block in other.find_all(jinja2.nodes.Block)}
            for block in _outermost(tree):
                if block.name not in above and _is_within(path, templates[:-1]):
                    yield _at(path, block.lineno, _astray(block.name, above), templates, "Rename it, or delete it")


def _line_of_descent(
    name: str | None, parsed: Callable[[str], tuple[str, jinja2.nodes.Template] | None]
) -> list[tuple[str, jinja2.nodes.Template]]:
    """Return a template and those that it extends, each with its file; none where one is wrong, as rendering tells."""
    line: dict[str, tuple[str, jinja2.nodes.Template]] = {}
    while name and name not in line:
        found = parsed(name)
        if not found:
            return []
        line[name] = found
        extends = found[1].find(jinja2.nodes.Extends)
        name = _constant(extends.template) if extends else None
    return list(line.values())


def _parsed(environment: jinja2.Environment, name: str) -> tuple[str, jinja2.nodes.Template] | None:
    """Return a template with its file; None where it is wrong."""
    try:
        text, path, _ = environment.loader.get_source(environment, name) if environment.loader else ("", None, None)
        environment.get_template(name)  # what cannot be compiled is nested too deeply to be looked through, too
        return path or name, environment.parse(text)
    except (jinja2.TemplateError, RecursionError):
        return None


def _constant(template: jinja2.nodes.Node) -> str | None:
    return str(template.value) if isinstance(template, jinja2.nodes.Const) else None


def _outermost(node: jinja2.nodes.Node) -> Iterator[jinja2.nodes.Block]:
    """Yield the blocks that stand in no other one: what a block has within it is shown with it."""
    for child in node.iter_child_nodes():
        if isinstance(child, jinja2.nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _astray(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1)
    hint = f' (did you mean "{near[0]}"?)' if near else ""
    return f'no template that this one extends has a block "{name}"{hint}'


def _where(error: Exception, templates: Sequence[Path]) -> tuple[str, int] | None:
    """Return the innermost template of an error's traceback, and the line.

    A shipped macro fails at what it was given, so that the project's template that gave it is named, where one did.
    """
    frames = [(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walk_tb(error.__traceback__)]
    frames = [frame for frame in frames if _is_within(frame[0], templates)]
    giver = next(
        (frame for frame in reversed(frames) if frame[2] != _MACRO or _is_within(frame[0], templates[:-1])), None
    )
    if giver and _is_within(giver[0], templates[:-1]):
        return giver[:2]
    return frames[-1][:2] if frames else None


def _is_within(path: str, folders: Iterable[Path]) -> bool:
    return path.startswith(tuple(f"{folder}{sep}" for folder in folders))


def _at(place: str, line: int, what: object, templates: Sequence[Path], mend: str = _MEND) -> Fault:
    return Fault(called(place, templates), line, str(what), mend, rule="bad-template")


def called(place: str, templates: Sequence[Path]) -> str:
    """Return what messages call a file; a shipped one beside a project's own is not taken for one of these."""
    *own, shipped = templates
    for folder in templates:
        if Path(place).is_relative_to(folder):
            name = SHIPPED if own and folder == shipped else folder.name
            return Path(name, Path(place).relative_to(folder)).as_posix()
    return place
