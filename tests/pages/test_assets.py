"""An asset's address is made of its content, and one function knows it."""

from pathlib import Path

import pytest

from digest.pages.assets import asset_url, read_assets
from digest.tools.text import fingerprint


@pytest.fixture
def published(tmp_path, put):
    """Return a function that returns where the assets of templates are published, by their names."""

    def read(*folders: dict[str, str]) -> dict[str, str]:
        paths = [put(tmp_path / str(number), files) for number, files in enumerate(folders)]
        return {name: file.path for name, file in read_assets(paths).items()}

    return read


def test_an_assets_address_is_made_of_its_content(published):
    assert published({"assets/style.css": "p{}", "assets/faces/a.b.woff2": "b", "assets/LICENSE": "c"}) == {
        "LICENSE": "assets/LICENSE.2add4c06d4",
        "faces/a.b.woff2": "assets/faces/a.b.9350f68d6b.woff2",
        "style.css": "assets/style.d2439e6d26.css",
    }


def test_the_same_content_has_the_same_address_and_another_another(published):
    first, again, other = (published({"assets/style.css": text})["style.css"] for text in ("p{}", "p{}", "p{ }"))
    assert first == again != other


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@font-face{src:url(faces/serif.woff2)}", id="in a style sheet"),
        pytest.param("@font-face{src:url('faces/serif.woff2')}", id="quoted"),
        pytest.param("@font-face{src:url(serif.woff2)}", id="in the same folder"),
    ],
)
def test_an_asset_that_another_names_keeps_its_name(text, published):
    assert published({"assets/style.css": text, "assets/faces/serif.woff2": "f"})["faces/serif.woff2"] == (
        "assets/faces/serif.woff2"
    )


def test_a_module_that_a_script_imports_keeps_its_name(published):
    paths = published({"assets/search.js": 'import "./words.js"', "assets/words.js": "", "assets/sword.js": ""})
    assert paths["words.js"] == "assets/words.js"
    assert paths["search.js"] != "assets/search.js"


def test_a_longer_name_is_another_name(published):
    assert published({"assets/style.css": "url(data.svg)", "assets/a.svg": ""})["a.svg"] != "assets/a.svg"


def test_the_first_folder_that_has_an_asset_wins(published):
    own, shipped = {"assets/style.css": "own"}, {"assets/style.css": "shipped", "assets/icon.svg": "icon"}
    assert published(own, shipped) == published({**shipped, **own})


def test_an_asset_that_is_not_there_is_an_error_that_names_the_nearest(tmp_path, put):
    paths = {name: file.path for name, file in read_assets([put(tmp_path, {"assets/style.css": "p{}"})]).items()}
    assert asset_url(paths, "style.css") == "/" + paths["style.css"]
    with pytest.raises(LookupError) as caught:
        asset_url(paths, "styles.css")
    assert str(caught.value) == 'there is no asset "styles.css" (did you mean "style.css"?)'
    with pytest.raises(LookupError) as caught:
        asset_url(paths, "face.woff2")
    assert str(caught.value) == 'there is no asset "face.woff2"'


def test_a_name_with_signs_that_mean_something_in_an_address_is_an_address(tmp_path, put):
    files = read_assets([put(tmp_path, {"assets/serif #1.woff2": "f"})])
    paths = {name: file.path for name, file in files.items()}
    assert asset_url(paths, "serif #1.woff2") == f"/assets/serif%20%231.{fingerprint('f')}.woff2"


def test_without_assets_there_is_none(tmp_path: Path):
    assert read_assets([tmp_path]) == {}
