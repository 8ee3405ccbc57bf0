"""The wheel is whole: from it alone, away from this repository, a new digest is begun and built."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    with zipfile.ZipFile(next(folder.glob("news_digest-*.whl"))) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


def test_a_new_digest_is_begun_and_built_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def digest(*arguments: str, cwd: Path) -> str:
        command = [sys.executable, "-m", "digest", *arguments]
        return subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, text=True).stdout

    where = [sys.executable, "-c", "import digest; print(digest.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True).stdout
    assert Path(found.strip()) == installed / "digest" / "__init__.py"
    digest("new", "my-digest", cwd=tmp_path)
    digest("build", cwd=tmp_path / "my-digest")
    page = tmp_path / "my-digest/site/threads/fire-destroys-five-boats-in-port-amber-harbour/index.html"
    assert "Five boats burnt in the harbour of Port Amber on Monday night" in page.read_text()
    assert (installed / "digest/locales/de/LC_MESSAGES/digest.po").is_file()
    [style] = tmp_path.glob("my-digest/site/assets/style.*.css")
    assert style.read_bytes() == (ROOT / "templates/assets/style.css").read_bytes()
