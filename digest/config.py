"""digest.yaml: the settings that the stages declare, gathered.

Each setting is documented and checked where the stage that reads it declares it; this module only finds the values. All
faults of the file are reported at once, and nothing is built with a setting that was not understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast

from digest.articles.settings import CleanSettings, DateSettings
from digest.errors import DigestError, Fault
from digest.pages.site import SearchSettings, SiteSettings
from digest.project import NAME, Project
from digest.rules import RULES, SEVERITIES, CheckSettings, Severity
from digest.stories.settings import DedupeSettings, ExcerptSettings, StorySettings
from digest.threads.settings import GroupSettings
from digest.tools.files import Home, decoded, is_there, read_whole
from digest.tools.text import one_line
from digest.tools.yamlfile import Node, as_choice, as_flag, as_number, as_text, read_yaml, unknown_keys

Settings = TypeVar("Settings")

_SITE_KEYS = tuple(field.name for field in fields(SiteSettings))


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of every stage."""

    site: SiteSettings
    search: SearchSettings
    clean: CleanSettings
    threads: GroupSettings
    stories: StorySettings
    check: CheckSettings


def read_config(project: Project, base_url: str | None = None) -> Config:
    """Return the settings of digest.yaml; `base_url`, as given on the command line, wins over the file's.

    Raises an ExceptionGroup of DigestError, one for each fault of the file.
    """
    path = project.root / NAME
    faults: list[DigestError] = []
    try:
        # Of what is private no line is told: a message shows what it found.
        home = Home("the digest's folder", (project.root,))
        text = decoded(read_whole(path, NAME, home)) if is_there(path) else ""
        found = dict(read_yaml(text, NAME).fields(NAME))
    except DigestError as error:
        raise ExceptionGroup(NAME, [error]) from error
    if base_url is not None:
        found["base_url"] = Node(base_url, "--base-url", 1, base_url)
    faults += unknown_keys(found, (*_SITE_KEYS, "search", "dates", "threads", "stories", "check"))
    site = _settings(SiteSettings, {key: found[key] for key in _SITE_KEYS if key in found}, faults)
    search = _search(found, faults)
    dates = _settings(DateSettings, _section(found, "dates", faults), faults)
    threads = _settings(GroupSettings, _section(found, "threads", faults), faults)
    stories = _stories(_section(found, "stories", faults), faults)
    check = _check(_section(found, "check", faults), faults)
    if faults:
        raise ExceptionGroup(NAME, faults)
    return Config(site, search, CleanSettings(site.language, site.timezone, dates), threads, stories, check)


def _search(found: Mapping[str, Node], faults: list[DigestError]) -> SearchSettings:
    """Return whether the site is to be searched, with the line that says so."""
    node = found.get("search")
    if node is None or node.value is None:
        return SearchSettings()
    try:
        return SearchSettings(as_flag(node, "search"), node.path, node.line)
    except DigestError as error:
        faults.append(error)
        return SearchSettings()


def _check(found: Mapping[str, Node], faults: list[DigestError]) -> CheckSettings:
    """Return the levels of the rules of `digest check`."""
    faults += unknown_keys(found, tuple(RULES))
    levels: dict[str, Severity] = {}
    for rule, node in found.items():
        try:
            levels[rule] = cast("Severity", as_choice(node, rule, SEVERITIES))
        except DigestError as error:
            faults.append(error)
    return CheckSettings(levels)


def _section(found: Mapping[str, Node], name: str, faults: list[DigestError]) -> Mapping[str, Node]:
    try:
        return found[name].fields(name) if name in found else {}
    except DigestError as error:
        faults.append(error)
        return {}


def _stories(found: Mapping[str, Node], faults: list[DigestError]) -> StorySettings:
    """Return the settings of stories, of which those of dedupe and of excerpts are a part."""
    dedupe = _settings(DedupeSettings, _section(found, "dedupe", faults), faults)
    excerpts = _settings(ExcerptSettings, _section(found, "excerpts", faults), faults)
    own = {key: node for key, node in found.items() if key not in {"dedupe", "excerpts"}}
    return _settings(StorySettings, own, faults, dedupe=dedupe, excerpts=excerpts)


def _settings(kind: type[Settings], found: Mapping[str, Node], faults: list[DigestError], **more: object) -> Settings:
    """Return the settings of one stage; what is wrong is added to `faults`, and the default stands in its place."""
    kinds = {field.name: field.type for field in fields(kind) if field.name not in more}  # type: ignore[arg-type]  # a dataclass
    unknown = unknown_keys(found, (*kinds, *more))
    faults += unknown
    values: dict[str, Any] = {}
    for key, node in found.items():
        try:
            if key in kinds and node.value is not None:
                values[key] = _value(node, key, kinds[key])
                kind(**{key: values[key]})
        except DigestError as error:
            faults.append(error)
        except ValueError as error:
            what, _, mend = str(error).partition(". ")
            faults.append(
                DigestError(Fault(node.path, node.line, what, mend or "Write another value", rule="bad-value"))
            )
            del values[key]
    return kind(**values, **more)


def _value(node: Node, key: str, kind: object) -> str | int | float:
    if kind is str:
        return one_line(as_text(node, key), limit=1000)
    number = as_number(node, key)
    if kind is int and number != int(number):
        raise node.fault(f"{key} is {node.shown}", "Write a whole number")
    return int(number) if kind is int else number
