"""`digest thread`: what is said where, with which exit status."""

import subprocess
import sys

import pytest

ARTICLE = "---\ntitle: {}\nlink: https://post.example/\nsource: Harbour Post\ndate: 2031-03-07\nthread: {}\n---\n{}\n"
HELP = """\
  fold     List the sentence MARK as a repeat of the sentence INTO.
  hide     Take the thread SLUG off the site.
  merge    Make the threads OTHER part of the thread INTO.
  move     Move articles from wherever they are to the thread SLUG.
  pin      Put the thread SLUG first on the home page.
  rename   Give the thread SLUG a title.
  show     Put the thread SLUG back on the site.
  split    Take articles out of the thread SLUG into another.
  unfold   Tell the sentence MARK of the thread SLUG on its own.
  unmerge  Take the merged threads OTHER out of the thread INTO.
  unpin    Put the thread SLUG among the others on the home page.
"""


@pytest.fixture
def project(tmp_path, put):
    return put(tmp_path, {
        "digest.yaml": "title: Alma\n",
        "content/articles/boats.md": ARTICLE.format(
            "Boats burn", "fire\nid: a-b0a75b0a75", "Six boats burnt. A pier is lost."
        ),
        "content/articles/wall.md": ARTICLE.format("A wall for Alma", "wall", "The council wants a wall."),
        "content/articles/bees.md": ARTICLE.format("Bees", "", "A keeper counted forty hives."),
    })  # fmt: skip


def test_each_command_is_told_of_in_a_line(digest):
    assert HELP in digest("thread", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["merge", "fire", "wall"], "content/threads/fire.md: merge: wall added\n", id="merge"),
        pytest.param(
            ["move", "bees.md", "fire"],
            "content/threads/fire.md: include: bees.md added\ncontent/threads/fire.md: aliases: bees added\n",
            id="move",
        ),
        pytest.param(
            ["rename", "fire", "The fire", "--alias", "blaze"],
            "content/threads/fire.md: title: The fire\ncontent/threads/fire.md: aliases: blaze added\n",
            id="rename",
        ),
        pytest.param(["pin", "fire"], "content/threads/fire.md: pin: true\n", id="pin"),
        pytest.param(
            ["fold", "fire", "a-b0a75b0a75#1", "boats.md#0"],
            "content/threads/fire.md: fold: a-b0a75b0a75#1 into a-b0a75b0a75#0\n",
            id="fold",
        ),
        pytest.param(
            ["unfold", "fire", "boats.md#1"], "content/threads/fire.md: unfold: a-b0a75b0a75#1 added\n", id="unfold"
        ),
        pytest.param(["unpin", "fire"], '"fire" is not pinned.\n', id="unpin"),
        pytest.param(["hide", "fire"], "content/threads/fire.md: hide: true\n", id="hide"),
        pytest.param(["show", "fire"], '"fire" is not hidden.\n', id="show"),
    ],
)
def test_what_was_written_is_told_on_stderr(arguments, said, project, digest):
    done = digest("-C", project, "thread", *arguments)
    assert (done.status, done.stdout, done.stderr) == (0, "", said)


def test_unmerge_gives_a_thread_its_articles_back(project, digest):
    digest("-C", project, "thread", "merge", "fire", "wall")
    digest("-q", "-C", project, "build")
    done = digest("-C", project, "thread", "unmerge", "fire", "wall")
    assert (done.status, done.stderr) == (0, "content/threads/fire.md: merge: wall dropped\n")
    digest("-q", "-C", project, "build")
    assert "<h1>A wall for Alma</h1>" in (project / "site/threads/wall/index.html").read_text()


def test_split_takes_a_path_from_where_one_is(project, digest, monkeypatch):
    digest("-C", project, "thread", "move", "bees.md", "fire")
    monkeypatch.chdir(project / "content")
    done = digest("-q", "-C", project, "thread", "split", "fire", "hives", "articles/bees.md")
    assert (done.status, done.stdout, done.stderr) == (0, "", "")
    assert (
        "split:\n  - into: hives\n    articles:\n      - bees.md\n" in (project / "content/threads/fire.md").read_text()
    )


def test_only_files_of_threads_are_written(project, digest, contents):
    before = contents(project)
    digest("-C", project, "thread", "pin", "fire")
    after = {name: content for name, content in contents(project).items() if not name.startswith(".digest-cache/")}
    assert after == {**before, "content/threads/fire.md": b"---\npin: true\n---\n"}


def test_what_means_nothing_is_wrong_usage(project, digest):
    done = digest("-C", project, "thread", "pin", "fier")
    assert (done.status, done.stderr) == (2, 'there is no thread "fier". Did you mean "fire"?\n')


def test_a_faulty_file_is_a_fault(project, digest, put):
    put(project, {"content/threads/fire.md": "---\npin: [\n---\n"})
    done = digest("-C", project, "thread", "pin", "fire")
    assert done.status == 1
    assert done.stderr.startswith("content/threads/fire.md:3: this is no YAML: ")


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [
        pytest.param(["--version"], "", id="the version"),
        pytest.param(["thread", "--help"], "ruamel", id="the command"),
        pytest.param(["list", "articles"], "", id="another command"),
    ],
)
def test_only_this_command_imports_the_editor(arguments, imported, project):
    program = (
        f"import sys\nfrom digest.cli import main\ntry: main(['-q', '-C', {str(project)!r}, *{arguments!r}])\n"
        "except SystemExit: print('ruamel' if 'ruamel.yaml' in sys.modules else '', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == imported
