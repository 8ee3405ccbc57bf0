"""One text, whatever it has without end, stops no build: it takes seconds, and its neighbour stands.

No time is measured. A rule that compares each with each would take minutes for texts of this size, and what takes as
long as that is ended; an honest build takes a tenth of it at most. `bench/fuzz/growth.py` measures the growth itself.
"""

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

TEXTS_FILE = Path(__file__).parent.parent.parent / "bench/fuzz/repetitions.py"
LONGEST = 45  # seconds; then a build is ended
SIZE = 800_000  # signs
SETTINGS = "title: A test\nbase_url: https://example.org/\n"
FRONT = "---\ntitle: A fire at the quay of Alma\ndate: 2031-03-07\nsource: {}\n---\n\n"
GOOD = "---\ntitle: A good neighbour\ndate: 2031-03-07\nsource: Post\n---\nIt stands.\n"


def texts() -> dict[str, str]:
    spec = spec_from_file_location("repetitions", TEXTS_FILE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.repetitions(SIZE)


TEXTS = texts()


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_without_end_stops_no_build(name, put, tmp_path) -> None:
    articles = {"text.txt": TEXTS[name], "good.md": GOOD}
    put(tmp_path, {"digest.yaml": SETTINGS, **{f"content/articles/{path}": text for path, text in articles.items()}})
    _check_built(tmp_path)


@pytest.mark.parametrize("name", ["dates", "sentences", "tolls"])
def test_two_long_texts_about_one_thing_stop_no_build(name, put, tmp_path) -> None:
    told = {f"{source}.md": FRONT.format(source) + TEXTS[name][: SIZE // 3] for source in ("post", "times")}
    articles = {**told, "good.md": GOOD}
    put(tmp_path, {"digest.yaml": SETTINGS, **{f"content/articles/{path}": text for path, text in articles.items()}})
    _check_built(tmp_path)


@pytest.mark.parametrize("name", ["a", "a.", "a@", "<author>", "<author>Ada Alm</author>"])
def test_an_author_without_end_in_a_feed_stops_no_build(name, put, tmp_path) -> None:
    author = f"<author>{name * (SIZE // 3 // len(name))}</author>"
    item = f"<title>Fire</title><guid>1</guid><description>Two boats.</description>{author}"
    feed = f'<rss version="2.0"><channel><title>Post</title><item>{item}</item></channel></rss>'
    put(tmp_path, {"digest.yaml": SETTINGS, "content/articles/a.xml": feed, "content/articles/good.md": GOOD})
    _check_built(tmp_path)


def _check_built(folder: Path) -> None:
    command = [sys.executable, "-m", "digest", "-C", str(folder), "build", "-j", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert done.returncode == 0, done.stderr
    assert (folder / "site/threads/a-good-neighbour/index.html").is_file()
