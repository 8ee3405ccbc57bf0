"""Help where one types: examples, what was likely meant, and completion by the shell."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

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

    @pytest.fixture
    def desk(self, put, tmp_path, monkeypatch):
        """Stand in a folder with a folder of scrapes."""
        monkeypatch.chdir(put(tmp_path / "desk", {"scrapes/fire.txt": "Text."}))

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
            pytest.param("lighthouse", "last-lighthouse-keeper-of-vellmark-hands-over-his-keys", id="a part of a slug"),
            pytest.param(
                "lihgthouse", "last-lighthouse-keeper-of-vellmark-hands-over-his-keys", id="nearly a word of one"
            ),
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

    @pytest.mark.usefixtures("desk")
    @pytest.mark.parametrize(
        ("names", "message"),
        [
            pytest.param(["scrpaes/"], 'There is no file "scrpaes/". Did you mean "scrapes"?', id="a folder"),
            pytest.param(["scrapes/frie.txt"], 'There is no file "scrapes/frie.txt". Did you mean "scrapes/fire.txt"?',
                         id="a file in a folder"),
            pytest.param(["post.example/fire?a=1"], 'There is no file "post.example/fire?a=1". Did you mean '
                         '"https://post.example/fire?a=1"?', id="an address as a browser shows it"),
            pytest.param(["storm.txt"], 'There is no file "storm.txt". Name a file, a folder, an address that begins '
                         "with https://, or -.", id="nothing is like it"),
            pytest.param(["no/fire.txt"], 'There is no file "no/fire.txt". Name a file, a folder, an address that '
                         "begins with https://, or -.", id="its folder is not there either"),
            pytest.param(["fire.txt", "frie.txt"], 'There is no file "fire.txt", "frie.txt". Name a file, a folder, '
                         "an address that begins with https://, or -.", id="of several none is guessed"),
        ],
    )  # fmt: skip
    def test_of_a_file_that_is_to_be_added(self, names, message, example, digest):
        done = digest("-C", example, "add", *names)
        assert (done.status, done.stdout, done.stderr) == (2, "", f"{message}\n")


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


class TestCompletedNames:
    """What is named in a digest is completed from its files."""

    @pytest.fixture
    def offered(self, put, tmp_path, monkeypatch):
        """Return a function that returns what follows the last word, in a folder with a digest."""
        monkeypatch.chdir(put(tmp_path / "alma", {
            "digest.yaml": "title: Alma\n",
            "content/threads.lock": "a-0000000001 harbour-fire 2031-03-07\na-0000000002 spring-storms\nno line\n",
            "content/threads/harbour-wall.md": "",
            "content/threads/.harbour.md.swp": "",
            "content/sources.yaml": "harbour-post: {name: Harbour Post}\ncourier: {name: Alma Courier}\n",
            "content/articles/harbour.md": "",
            "content/articles/2031/storm.txt": "",
            "content/articles/.hidden/harbour.txt": "",
            "content/articles/.harbour.txt": "",
            "content/articles/harbour.png": "",
            "content/articles/harbour two words.md": "",
            "content/articles/harbour*$(x).md": "",
            "content/articles/-C.md": "",
        }))  # fmt: skip

        def complete(*words: str) -> list[tuple[str, str]]:
            shell = ShellComplete(group, {}, "digest", "_DIGEST_COMPLETE")
            return [(each.type, each.value) for each in shell.get_completions([*words[:-1]], words[-1])]

        return complete

    @pytest.mark.parametrize(
        ("words", "names"),
        [
            pytest.param(["explain", ""], ["harbour-fire", "harbour-wall", "harbour.md", "spring-storms", "storm.txt"],
                         id="threads and articles; none that a shell would take apart"),
            pytest.param(["explain", "s"], ["spring-storms", "storm.txt"], id="those that begin so"),
            pytest.param(["explain", "a-"], ["a-0000000001", "a-0000000002"], id="ids, once an id is begun"),
            pytest.param(["explain", "content/"], ["content/articles/-C.md", "content/articles/2031/storm.txt",
                         "content/articles/harbour.md"], id="paths, once a path is begun"),
            pytest.param(["explain", "x"], [], id="nothing begins so"),
            pytest.param(["thread", "pin", "s"], ["spring-storms"], id="a thread to be changed"),
            pytest.param(["thread", "merge", "harbour-fire", "s"], ["spring-storms"], id="one to be merged into it"),
            pytest.param(["thread", "split", "spring-storms", "new", "s"], ["storm.txt"], id="an article to split off"),
            pytest.param(["thread", "move", "storm.txt", "s"], ["spring-storms", "storm.txt"], id="where it is to go"),
            pytest.param(["add", "--thread", "h"], ["harbour-fire", "harbour-wall"], id="threads"),
            pytest.param(["add", "--source", ""], ["courier", "harbour-post"], id="outlets"),
            pytest.param(["theme", "eject", "assets/s"], ["assets/search.js", "assets/style.css"], id="templates"),
        ],
    )  # fmt: skip
    def test_names_are_completed(self, words, names, offered):
        assert offered(*words) == [("plain", name) for name in names]

    def test_files_are_left_to_the_shell(self, offered):
        assert offered("add", "scr") == [("file", "scr")]

    def test_the_digest_is_that_of_the_option_c(self, offered, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert offered("-C", "alma", "add", "--thread", "s") == [("plain", "spring-storms")]

    @pytest.mark.parametrize(
        ("files", "option"),
        [
            pytest.param({}, "--thread", id="no digest"),
            pytest.param({"digest.yaml": "", "content/articles/.keep": ""}, "--thread", id="no lock yet"),
            pytest.param({"digest.yaml": "", "content/threads.lock": b"\xff\x00\n"}, "--thread", id="a lock of bytes"),
            pytest.param({"digest.yaml": "", "content/threads.lock/x": ""}, "--thread", id="a folder for a lock"),
            pytest.param({"digest.yaml": "", "content/sources.yaml": "[ :"}, "--source", id="a broken sources.yaml"),
        ],
    )
    def test_what_cannot_be_read_offers_nothing(self, files, option, offered, put, monkeypatch):
        monkeypatch.chdir(put(Path("bare"), {".keep": "", **files}))
        assert offered("add", option, "") == []

    @pytest.mark.usefixtures("offered")
    def test_a_tab_imports_nothing_that_takes_long(self):
        program = (
            "import sys; from digest.cli import main\n"
            "try: main()\n"
            "except SystemExit: print(*{'babel', 'feedparser', 'jinja2', 'numpy', 'trafilatura'} & sys.modules.keys())"
        )
        words = {"COMP_WORDS": "digest explain sp", "COMP_CWORD": "2"}
        assert completed("bash_complete", program, **words) == "plain,spring-storms\n\n"


def completed(what: str, program: str = "from digest.cli import main; main()", **environment: str) -> str:
    """Return what digest prints when a shell asks it to complete."""
    done = subprocess.run(
        [sys.executable, "-c", program], env={"_DIGEST_COMPLETE": what, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout
