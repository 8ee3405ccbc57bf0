"""Help where one types: examples, what was likely meant, and completion by the shell."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from digest.cli import COMMANDS
from digest.cli import digest as group

ROOT = Path(__file__).parent.parent


def commands() -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in COMMANDS:
        command = group.get_command(context, name)
        yield (name,)
        if isinstance(command, click.Group):
            yield from ((name, each) for each in command.commands)


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Path:
    ignored = shutil.ignore_patterns("site", ".digest-cache")
    return shutil.copytree(ROOT / "examples/port-amber", tmp_path_factory.mktemp("help") / "amber", ignore=ignored)


@pytest.mark.parametrize("words", [*commands()], ids=" ".join)
def test_the_help_of_each_command_has_examples_of_itself(words, digest):
    done = digest(*words, "--help")
    _, head, examples = done.stdout.partition("Examples:\n")
    assert (done.status, head) == (0, "Examples:\n")
    assert f"digest {' '.join(words)}" in examples


class TestMeant:
    """What is nearly right is answered with what was likely meant."""

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            pytest.param(["biuld"], "No such command 'biuld'. Did you mean \"build\"?", id="a command"),
            pytest.param(["deploy", "githb"], "No such command 'githb'. Did you mean 'github'?", id="a subcommand"),
            pytest.param(["check", "--stric"], "No such option '--stric'. Did you mean '--strict'?", id="an option"),
            pytest.param(
                ["list", "artcles"],
                "Invalid value for '{articles|threads|sources}': 'artcles' is not one of 'articles', 'threads', "
                "'sources'.",
                id="one of few words",
            ),
        ],
    )
    def test_of_the_command_line(self, words, message, digest):
        done = digest(*words)
        assert (done.status, done.stderr.splitlines()[-1]) == (2, f"Error: {message}")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("titel: A\n", 'the key "titel" is unknown. Did you mean "title"?'),
            ("stories: {exerpts: {words: 1}}\n", 'the key "exerpts" is unknown. Did you mean "excerpts"?'),
            ("stories: {excerpts: {word: 1}}\n", 'the key "word" is unknown. Did you mean "words"?'),
            ("check: {mising-link: off}\n", 'the key "mising-link" is unknown. Did you mean "missing-link"?'),
        ],
    )
    def test_of_a_key_of_digest_yaml(self, text, message, put, tmp_path, digest):
        put(tmp_path / "mine", {"digest.yaml": text, "content/articles/.keep": ""})
        done = digest("-C", tmp_path / "mine", "build")
        assert (done.status, done.stderr) == (1, f"digest.yaml:1: {message}\n")

    @pytest.mark.parametrize(
        ("name", "meant"),
        [
            pytest.param("flood-of-the-sela", "the-flood-of-the-sella", id="a slug"),
            pytest.param("fery-sixth-victim.txt", "ferry-sixth-victim.txt", id="a file's name"),
            pytest.param(
                "content/articles/flood-river-rise.txt",
                "content/articles/flood-river-rises.txt",
                id="an article's path",
            ),
        ],
    )
    def test_of_a_name_that_is_to_be_explained(self, name, meant, example, digest):
        done = digest("-C", example, "explain", name)
        message = f'"{name}" is no file, article or thread of this digest. Did you mean "{meant}"?\n'
        assert (done.status, done.stdout, done.stderr) == (2, "", message)

    def test_of_a_thread_that_is_to_be_changed(self, example, digest):
        done = digest("-C", example, "thread", "pin", "flood-of-the-sela")
        message = 'there is no thread "flood-of-the-sela". Did you mean "the-flood-of-the-sella"?\n'
        assert (done.status, done.stderr) == (2, message)

    def test_of_an_article_that_is_to_be_moved(self, example, digest):
        done = digest("-C", example, "thread", "move", "flood-river-rise.txt", "the-flood-of-the-sella")
        message = 'there is no article "flood-river-rise.txt". Did you mean "flood-river-rises.txt"?\n'
        assert (done.status, done.stderr) == (2, message)


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_the_script_for_a_shell_is_printed(self, shell):
        done = completed(f"{shell}_source")
        assert "_digest_completion" in done
        assert f"_DIGEST_COMPLETE={shell}_complete" in done

    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            (["thr"], ["threads", "thread"]),
            (["deploy", ""], ["branch", "github"]),
            (["list", "a"], ["articles"]),
            (["check", "--str"], ["--strict"]),
            (["check", "--format", "g"], ["github"]),
        ],
    )
    def test_words_are_completed(self, words, offered):
        line = ["digest", *words]
        done = completed("bash_complete", COMP_WORDS=" ".join(line), COMP_CWORD=str(len(line) - 1))
        assert [each.removeprefix("plain,") for each in done.splitlines()] == offered

    def test_bash_takes_the_script(self, tmp_path):
        (tmp_path / "digest.sh").write_text(completed("bash_source"))
        bash = shutil.which("bash")
        if bash is None:
            pytest.skip("there is no bash")
        program = f". {json.dumps(str(tmp_path / 'digest.sh'))} && complete -p digest"
        done = subprocess.run([bash, "--norc", "-c", program], capture_output=True, text=True, check=True)
        assert "-F _digest_completion digest" in done.stdout


def completed(what: str, **environment: str) -> str:
    """Return what digest prints when a shell asks it to complete."""
    program = "from digest.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program], env={"_DIGEST_COMPLETE": what, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout
