"""What is wrong in a template, told with its line.

Jinja says of some errors where they arose; of others the traceback does, since the code that Jinja makes of a template
bears the template's name and lines. An error that no template is on the way to is a bug of ours, and no fault.
"""

from collections.abc import Sequence
from os import sep
from pathlib import Path

import jinja2

from digest.errors import Fault

# What an expression of a template can raise; where no template is on the way to it, it is a bug of ours.
ERRORS = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError,
)  # fmt: skip
SHIPPED = "shipped"  # how templates, and messages, call the folder of the shipped ones beside a project's own
_MEND = "Compare it with the shipped template, or delete it to use that one"


def fault_of(error: Exception, template: str, templates: Sequence[Path]) -> Fault | None:
    """Return where in which template an error arose that rendering `template` raised; None where it is a bug of ours.

    `templates` are the folders that it may have come from, the shipped one the last.
    """
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _at(error.filename or error.name or template, error.lineno, error, templates)
    if isinstance(error, jinja2.TemplateNotFound):
        place, line = _where(error, templates) or (f"templates/{template}", 1)
        return _at(place, line, f"there is no template {error.name}", templates)
    if isinstance(error, UnicodeDecodeError) and (path := _undecoded(error, templates)):
        line = error.object.count(b"\n", 0, error.start) + 1
        return _at(path, line, "this is no UTF-8", templates, "Save it as UTF-8")
    where = _where(error, templates)
    what = "it includes itself without end" if isinstance(error, RecursionError) else error
    return _at(*where, what, templates) if where else None


def _where(error: Exception, templates: Sequence[Path]) -> tuple[str, int] | None:
    """Return the innermost template of an error's traceback, and the line."""
    where, trace = None, error.__traceback__
    while trace:
        if any(trace.tb_frame.f_code.co_filename.startswith(f"{folder}{sep}") for folder in templates):
            where = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return where


def _undecoded(error: UnicodeDecodeError, templates: Sequence[Path]) -> str | None:
    """Return the template that was being decoded; Jinja does not say which, but the error holds all its bytes."""
    files = (path for folder in templates for path in sorted(folder.rglob("*")) if path.is_file())
    return next((str(path) for path in files if path.read_bytes() == error.object), None)


def _at(place: str, line: int, what: object, templates: Sequence[Path], mend: str = _MEND) -> Fault:
    """Return the fault; a shipped template that stands beside a project's own is not taken for one of these."""
    *own, shipped = templates
    for folder in templates:
        if Path(place).is_relative_to(folder):
            name = SHIPPED if own and folder == shipped else folder.name
            place = f"{name}/{Path(place).relative_to(folder).as_posix()}"
    return Fault(place, line, str(what), mend, rule="bad-template")
