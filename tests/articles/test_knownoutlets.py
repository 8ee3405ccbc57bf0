"""Which outlet the lines beside a scrape's body name."""

import pytest

from digest.articles.extract import Found
from digest.articles.knownoutlets import outlet_beside
from digest.articles.outlets import Outlets
from digest.model import Cut, Outlet

POST = Outlet("harbour-post", "Harbour Post", home="https://www.harbourpost.example/")
COAST = Outlet("coast", "Coast Courier")
AGENCY = Outlet("afp", "AFP", kind="agency")
OUTLETS = Outlets({each.key: each for each in (POST, COAST, AGENCY)})


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        pytest.param(["Harbour Post"], "harbour-post", id="its name alone"),
        pytest.param(["© 2026 Harbour Post. All rights reserved."], "harbour-post", id="the copyright line"),
        pytest.param(["Storm closes the harbour | Harbour Post"], "harbour-post", id="behind the title"),
        pytest.param(["https://www.harbourpost.example/storm"], "harbour-post", id="an address"),
        pytest.param(["www.harbourpost.example", "Harbour Post"], "harbour-post", id="twice the same"),
        pytest.param(["Harbour Post", "Coast Courier"], None, id="two are none"),
        pytest.param(["SOURCE:AFP", "AFP"], None, id="an agency is no outlet"),
        pytest.param(["Alma Gazette", "A post from the harbour"], None, id="unknown names"),
        pytest.param(["The Harbour Post reported on Friday that the quay had sunk."], None, id="a sentence"),
    ],
)
def test_the_only_known_outlet_that_is_named(lines: list[str], key: str | None) -> None:
    cuts = [Cut(number, text, "line-model") for number, text in enumerate(lines, 3)]
    assert outlet_beside(cuts, OUTLETS) == (Found(key, "line 3") if key else None)


def test_without_known_outlets_nothing_is_named() -> None:
    assert outlet_beside([Cut(1, "Harbour Post", "line-model")], Outlets({})) is None
