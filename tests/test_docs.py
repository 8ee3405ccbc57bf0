"""The docs are whole: every command, option and key is in them, and so is every dependency's reason."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest

from digest.articles import given, outlets
from digest.articles.settings import DateSettings
from digest.cli import COMMANDS, digest
from digest.pages.site import SearchSettings, SiteSettings
from digest.rules import RULES
from digest.stories.settings import DedupeSettings, ExcerptSettings, StorySettings
from digest.threads import curation
from digest.threads.settings import GroupSettings

ROOT = Path(__file__).parent.parent
COMMANDS_PAGE = (ROOT / "docs/commands.md").read_text()
SETTINGS_PAGE = (ROOT / "docs/settings.md").read_text()
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")]
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


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


def all_commands() -> list[str]:
    context = click.Context(digest)
    found = []
    for name in COMMANDS:
        command = digest.get_command(context, name)
        found += [f"{name} {each}" for each in command.commands] if isinstance(command, click.Group) else [name]
    return found


@pytest.mark.parametrize("command", all_commands())
def test_every_command_has_a_section_or_a_row_of_its_own_and_an_example(command: str) -> None:
    group, _, name = command.partition(" ")
    headed = re.search(rf"^## digest {command}\b", COMMANDS_PAGE, re.MULTILINE)
    listed = name and re.search(rf"^\|[^|]*`{name} ", COMMANDS_PAGE.partition(f"## digest {group} ")[2], re.MULTILINE)
    assert headed or listed
    assert re.search(rf"^digest (-q )?{group}\b", COMMANDS_PAGE, re.MULTILINE)


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [name for name in COMMANDS if not re.search(rf"^\| `digest {name}[ `]", readme, re.MULTILINE)] == []


def section(heading: str) -> str:
    """Return what stands in docs/settings.md below a heading, up to the next one of its level."""
    level = heading.partition(" ")[0]
    found = SETTINGS_PAGE.partition(f"\n{heading}\n")[2]
    assert found, heading
    return re.split(rf"^#{{1,{len(level)}}} ", found, maxsplit=1, flags=re.MULTILINE)[0]


def rows(heading: str) -> list[str]:
    """Return the keys that have a row in the tables of a section."""
    return re.findall(r"^\| `([\w.]+)` \|", section(heading), re.MULTILINE)


def names(kind: type, prefix: str = "", without: tuple[str, ...] = ()) -> list[str]:
    return [f"{prefix}{field.name}" for field in fields(kind) if field.name not in without]  # type: ignore[arg-type]  # a dataclass


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        pytest.param(
            "## digest.yaml",
            [
                *names(SiteSettings),
                *(["search"] if fields(SearchSettings) else []),
                *names(DateSettings, "dates."),
                *names(GroupSettings, "threads."),
                *names(StorySettings, "stories.", ("dedupe", "excerpts")),
                *names(DedupeSettings, "stories.dedupe."),
                *names(ExcerptSettings, "stories.excerpts."),
            ],
            id="digest.yaml",
        ),
        pytest.param("## An article's front matter", given._KEYS, id="an article"),  # noqa: SLF001 - what is read
        pytest.param(
            "## content/threads/SLUG.md",
            [*curation._KEYS, *curation._DAY_KEYS],  # noqa: SLF001 - what is read
            id="a thread",
        ),
        pytest.param("## content/sources.yaml", outlets._KEYS, id="an outlet"),  # noqa: SLF001 - what is read
    ],
)
def test_the_tables_of_keys_have_each_key_and_no_other(heading: str, keys: list[str]) -> None:
    assert sorted(rows(heading)) == sorted(keys)


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        pytest.param("## An article's front matter", tuple(given._NAMES), id="what others call a key"),  # noqa: SLF001
        pytest.param(
            "## content/threads/SLUG.md",
            tuple(key for keys in curation._ITEM_KEYS.values() for key in keys),  # noqa: SLF001 - what is read
            id="what stands within a key",
        ),
    ],
)
def test_what_has_no_row_of_its_own_is_named(heading: str, keys: tuple[str, ...]) -> None:
    assert [key for key in keys if not re.search(rf"`{key}[`:]", section(heading))] == []


def test_every_rule_has_a_row() -> None:
    page = (ROOT / "docs/checks.md").read_text()
    assert sorted(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == sorted(RULES)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    decisions = (ROOT / "docs/decisions.md").read_text().lower()
    assert [name for each in named if (name := re.split(r"[<>=\[ ]", each)[0]).lower() not in decisions] == []


def plain(page: Path) -> str:
    """Return a document without its fenced blocks and its code."""
    return re.sub(r"`[^`\n]+`", "", re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE))


def anchors(page: Path) -> set[str]:
    """Return the ids that GitHub gives the headings of a document."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
    headings = [re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in HEADING.findall(text)]
    return {
        f"{each}-{headings[:at].count(each)}" if each in headings[:at] else each for at, each in enumerate(headings)
    }


def links() -> list[tuple[Path, str]]:
    return [(page, link) for page in PAGES for link in re.findall(r"\]\(([^)\s]+)\)", plain(page)) if ":" not in link]


def test_every_file_that_the_docs_link_to_is_there() -> None:
    assert len(links()) > 100
    assert [(page.name, link) for page, link in links() if not (page.parent / link.partition("#")[0]).exists()] == []


def test_every_anchor_that_the_docs_link_to_is_there() -> None:
    parted = [(page, link, link.partition("#")) for page, link in links()]
    targets = [(page, link, page.parent / path if path else page, anchor) for page, link, (path, _, anchor) in parted]
    wanted = [each for each in targets if each[3] and each[2].suffix == ".md"]
    assert len(wanted) > 20
    assert [(page.name, link) for page, link, target, anchor in wanted if anchor not in anchors(target)] == []


def test_the_index_of_the_docs_names_each_of_them() -> None:
    index = (ROOT / "docs/README.md").read_text()
    assert [
        path.name for path in ROOT.glob("docs/*.md") if path.name != "README.md" and f"({path.name})" not in index
    ] == []


def test_no_picture_lies_about_that_no_document_shows() -> None:
    shown = {(page.parent / link).resolve() for page, link in links()}
    assert [path.name for path in ROOT.glob("docs/**/*.png") if path.resolve() not in shown] == []


def test_the_locks_name_no_host() -> None:
    assert [line for path in ROOT.glob("*.lock") for line in path.read_text().splitlines() if "://" in line] == []
