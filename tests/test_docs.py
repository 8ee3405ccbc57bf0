"""The docs are whole: every command, option and key is in them, and so is every dependency's reason."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest

from digest.articles import given
from digest.articles.settings import DateSettings
from digest.cli import COMMANDS, digest
from digest.pages.site import SiteSettings
from digest.stories.settings import DedupeSettings, ExcerptSettings, StorySettings
from digest.threads import curation
from digest.threads.group import GroupSettings

ROOT = Path(__file__).parent.parent
COMMANDS_PAGE = (ROOT / "docs/commands.md").read_text()
SETTINGS_PAGE = (ROOT / "docs/settings.md").read_text()


def options(command: click.Command, name: str) -> list[tuple[str, str]]:
    if isinstance(command, click.Group) and name != "digest":
        return [pair for each in command.commands.values() for pair in options(each, f"{name} {each.name}")]
    return [(name, max(each.opts, key=len)) for each in command.params if isinstance(each, click.Option)]


def all_options() -> list[tuple[str, str]]:
    context = click.Context(digest)
    commands = [(digest.get_command(context, name), name) for name in COMMANDS]
    return [
        *options(digest, "digest"),
        *(pair for command, name in commands if command for pair in options(command, name)),
    ]


@pytest.mark.parametrize(("command", "option"), all_options())
def test_every_option_is_documented(command: str, option: str) -> None:
    assert f"`{option}" in COMMANDS_PAGE, f"{command} {option}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"digest {command}" in COMMANDS_PAGE


@pytest.mark.parametrize(
    "kind", [SiteSettings, DateSettings, GroupSettings, StorySettings, DedupeSettings, ExcerptSettings]
)
def test_every_key_of_digest_yaml_is_documented(kind: type) -> None:
    assert [field.name for field in fields(kind) if not re.search(rf"\b{field.name}[`.]", SETTINGS_PAGE)] == []


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(curation._KEYS, id="a thread's file"),  # noqa: SLF001 - the list of what is read
        pytest.param(given._KEYS, id="an article's front matter"),  # noqa: SLF001 - the list of what is read
        pytest.param(tuple(given._NAMES), id="what other generators write"),  # noqa: SLF001 - the same
    ],
)
def test_every_key_that_a_curator_can_write_is_documented(keys: tuple[str, ...]) -> None:
    assert [key for key in keys if f"`{key}" not in SETTINGS_PAGE] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    decisions = (ROOT / "docs/decisions.md").read_text().lower()
    assert [name for each in named if (name := re.split(r"[<>=\[ ]", each)[0]).lower() not in decisions] == []


def test_every_file_that_the_docs_link_to_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text())]
    assert links
    assert [link for page, link in links if not (page.parent / link).exists()] == []


def test_the_locks_name_no_host() -> None:
    assert [line for path in ROOT.glob("*.lock") for line in path.read_text().splitlines() if "://" in line] == []
