"""Findings as lines: for people, for programs, and for GitHub, which shows them beside the lines they are about."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from digest.errors import Fault, printable
from digest.rules import Severity
from digest.tools.text import counted

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)
_COMMANDS: Mapping[Severity, str] = {"error": "error", "warn": "warning"}
_NOUNS: Mapping[Severity, str] = {"error": "error", "warn": "warning"}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault, and how much it matters to this curator."""

    fault: Fault
    level: Severity


def lines(findings: Iterable[Finding], form: Format) -> Iterator[str]:
    """Yield a line for each finding."""
    write = {"text": _text, "json": _json, "github": _github}[form]
    return (write(finding) for finding in findings)


def summary(findings: Sequence[Finding]) -> str:
    """Return the line that counts the findings.

    >>> one = Finding(Fault("a.md", 1, "no date is recorded", "Add one", rule="undated"), "error")
    >>> print(summary([one, one]))
    2 errors (2 undated)
    >>> print(summary([]))
    Nothing to mend.
    """
    parts = []
    for level, noun in _NOUNS.items():
        rules = Counter(finding.fault.rule for finding in findings if finding.level == level)
        if rules:
            each = ", ".join(f"{number} {rule}" for rule, number in sorted(rules.items()))
            parts.append(f"{counted(rules.total(), noun)} ({each})")
    return ", ".join(parts) or "Nothing to mend."


def _text(finding: Finding) -> str:
    return f"{finding.fault} [{finding.fault.rule}]"


def _json(finding: Finding) -> str:
    fault = finding.fault
    row = {
        "path": fault.path, "line": fault.line, "rule": fault.rule, "level": finding.level, "what": fault.what,
        "mend": fault.mend,
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


def _github(finding: Finding) -> str:
    """Return a workflow command of GitHub Actions; what would end its parts is escaped as GitHub asks."""
    fault = finding.fault
    path = printable(fault.path)
    message = _text(finding).removeprefix(f"{path}:{fault.line}: ")
    place = f"file={_property(path)},line={fault.line},title={_property(fault.rule)}"
    return f"::{_COMMANDS[finding.level]} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
