"""The guides are true: what they tell a reader to type and to write is typed and written here, in order, and works.

A block `sh` is run; what is not to be run here, since it needs a network or never ends, is a block `text`. A block
below "Write `path`:" is that file, one below "In `path`:" is added to its end, and one below "In the front matter of
`path`:" goes into that.
"""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
BLOCK = re.compile(r"(?P<before>[^\n]*\n?[^\n]*\n)\n```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
HEREDOC = re.compile(r"^cat > (?P<path>\S+) <<'END'\n(?P<text>.*?)^END\n", re.DOTALL | re.MULTILINE)
PLACE = re.compile(r"\b(?P<how>In the front matter of|In|[Ww]rite|to)\s`(?P<path>[\w./-]+)`:\n$")
ENDLESS = ("digest serve",)


def add(folder: Path, how: str, path: str, text: str) -> None:
    """Write a block into a file, as the guide says."""
    file = folder / path
    if how == "In the front matter of":
        assert file.read_text().startswith("---\n"), path
        file.write_text(file.read_text().replace("---\n", f"---\n{text}", 1))
    elif how == "In":
        file.write_text(file.read_text() + text)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


class Reader:
    """Does what a guide says."""

    def __init__(self, digest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.digest, self.folder, self.monkeypatch = digest, folder, monkeypatch
        self.typed: list[str] = []
        monkeypatch.chdir(folder)
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_NAME", "Ada Alm")
            monkeypatch.setenv(f"GIT_{who}_EMAIL", "ada@alma.example")

    def follow(self, guide: str) -> None:
        blocks = [*BLOCK.finditer(guide)]
        assert len(blocks) * 2 == len(re.findall(r"^```", guide, re.MULTILINE)), "a block that nothing tries"
        for block in blocks:
            place = PLACE.search(" ".join(block["before"].split()) + "\n")
            if block["kind"] == "sh":
                self.type_all(block["text"])
            elif block["kind"] in {"yaml", "markdown"} or place:
                assert place, f"where does this go? {block['text']}"
                add(Path.cwd(), place["how"], place["path"], block["text"])

    def type_all(self, text: str) -> None:
        heredoc = HEREDOC.search(text)
        before = text[: heredoc.start()] if heredoc else text
        for line in filter(None, re.split(r"\n| && ", before)):
            self.type(line.partition("  #")[0].strip())
        if heredoc:
            add(Path.cwd(), "write", heredoc["path"], heredoc["text"])
            self.type_all(text[heredoc.end() :])

    def type(self, line: str) -> None:
        self.typed.append(line)
        words = shlex.split(line)
        if words[0] == "cd":
            self.monkeypatch.chdir(words[1])
        elif words[0] == "mkdir":
            Path(words[-1]).mkdir(parents=True)
        elif words[0] == "git":
            subprocess.run(words, check=True, capture_output=True)
        elif line not in ENDLESS:
            assert words[0] == "digest", line
            done = self.digest(*words[1:])
            assert done.status == 0, f"{line}\n{done.stderr}{done.stdout}"


@pytest.fixture
def reader(digest, tmp_path, monkeypatch):
    return Reader(digest, tmp_path, monkeypatch)


@pytest.fixture
def amber(tmp_path, reader, monkeypatch) -> Path:
    """Return a copy of the example, in which the reader stands."""
    ignored = shutil.ignore_patterns("site", ".digest-cache")
    folder = shutil.copytree(ROOT / "examples/port-amber", tmp_path / "amber", ignore=ignored)
    monkeypatch.chdir(folder)
    return folder


def test_the_cookbook(reader, amber):
    reader.follow((DOCS / "cookbook.md").read_text())
    assert len(reader.typed) > 20
    site = amber / "site"
    assert "Kept by Ada Alm." in (site / "index.html").read_text()
    assert "The gate of the Ternby dam" in (site / "threads/the-gate-of-ternby/index.html").read_text()
    assert (site / "threads/kestrel-bay/index.html").is_file()
    lamplighter = (site / "threads/vellmark-police-hunt-thieves-of-the-lamplighter-reward/index.html").read_text()
    assert "Found in a locker" in lamplighter
    assert 'id="d-2031-03-07"' not in lamplighter
    assert "Thank you Henrik and Eva" in reader.digest("explain", "flood-crest-at-alma.txt").stdout


def test_the_readme(reader, tmp_path, monkeypatch):
    (tmp_path / "checkout").mkdir()
    monkeypatch.chdir(tmp_path / "checkout")
    reader.follow((ROOT / "README.md").read_text())
    page = (tmp_path / "my-digest/site/threads/fire-destroys-five-boats-in-port-amber-harbour/index.html").read_text()
    assert "The harbour fire of Port Amber" in page
    assert (tmp_path / "my-digest/.github/workflows/digest.yml").is_file()


def test_the_tour(reader, amber):
    reader.follow((DOCS / "tour.md").read_text())
    assert "digest build" in reader.typed


def test_from_zero_to_github_pages(reader, tmp_path):
    reader.follow((DOCS / "github-pages.md").read_text())
    mine = tmp_path / "my-digest"
    assert (mine / ".github/workflows/digest.yml").is_file()
    listed = subprocess.run(["git", "ls-files"], cwd=mine, capture_output=True, text=True, check=True).stdout.split()
    assert {"content/threads.lock", "requirements.txt", ".github/workflows/digest.yml"} <= set(listed)
    assert not [path for path in listed if path.startswith(("site/", ".digest-cache/"))]


def test_for_users_of_hugo_and_jekyll(reader):
    reader.follow((DOCS / "from-hugo-and-jekyll.md").read_text())
    assert reader.typed


def test_every_picture_is_small_enough_to_load():
    pictures = [*DOCS.glob("pictures/*.png")]
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > 250_000] == []


def test_every_picture_is_shown_in_the_tour():
    tour = (DOCS / "tour.md").read_text()
    assert [path.name for path in DOCS.glob("pictures/*.png") if f"(pictures/{path.name})" not in tour] == []
