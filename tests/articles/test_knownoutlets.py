"""Which outlet the lines beside a scrape's body name."""

import pytest

from digest.articles.extract import Block, Extract, Found
from digest.articles.knownoutlets import agency_beside, outlet_beside
from digest.articles.outlets import Outlets
from digest.model import Cut, Outlet

POST = Outlet("harbour-post", "Harbour Post", home="https://www.harbourpost.example/")
COAST = Outlet("coast", "Coast Courier")
AGENCY = Outlet("afp", "AFP", kind="agency")
WIRE = Outlet("coast-wire", "Coast Wire", kind="Agency", aliases=("CW",))
OUTLETS = Outlets({each.key: each for each in (POST, COAST, AGENCY, WIRE)})


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
        pytest.param(["HARBOUR POST", "Coast Wire"], "harbour-post", id="in capitals, and who wrote the text"),
        pytest.param(["© 2026 Coast Wire"], "coast-wire", id="an agency that owns the page"),
        pytest.param(["Coast Wire"], None, id="an agency alone"),
        pytest.param(["Alma Gazette", "A post from the harbour"], None, id="unknown names"),
        pytest.param(["The Harbour Post reported on Friday that the quay had sunk."], None, id="a sentence"),
    ],
)
def test_the_only_known_outlet_that_is_named(lines: list[str], key: str | None) -> None:
    cuts = [Cut(number, text, "line-model") for number, text in enumerate(lines, 3)]
    assert outlet_beside(cuts, OUTLETS) == (Found(key, "line 3") if key else None)


def test_without_known_outlets_nothing_is_named() -> None:
    assert outlet_beside([Cut(1, "Harbour Post", "line-model")], Outlets({})) is None


BODY = Block(8, "The harbour of Alma was closed on Friday after a storm, the mayor said.", None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Coast Wire", "Coast Wire", id="its name alone"),
        pytest.param("COAST WIRE", "COAST WIRE", id="shouted"),
        pytest.param("(CW)", "CW", id="an alias in brackets"),
        pytest.param("By Coast Wire staff", "Coast Wire", id="its staff"),
        pytest.param("Coast Wire, with reporting by the Harbour Post", "Coast Wire", id="helped by the outlet"),
        pytest.param("Coast Wire / Harbour Post", "Coast Wire", id="before the outlet"),
        pytest.param("Harbour Post and Coast Wire", "Coast Wire", id="behind the outlet"),
        pytest.param("Coast Wire, 5 March 2031", "Coast Wire", id="a day behind"),
        pytest.param("Coast Wire and police at odds over pictures", None, id="a headline that begins with it"),
        pytest.param("Ada Alm and Coast Wire", None, id="beside a name that is unknown"),
        pytest.param("Coast Courier", None, id="no agency"),
    ],
)
@pytest.mark.parametrize("below", [False, True], ids=["above the body", "below it"])
def test_a_credit_beside_the_body_names_an_agency_of_sources_yaml(line: str, name: str | None, *, below: bool) -> None:
    credit = Block(9 if below else 7, line, "line-model")
    found = Extract((BODY.text,), blocks=(BODY, credit) if below else (credit, BODY))
    assert agency_beside(found, OUTLETS) == (Found(name, f"line {credit.line}") if name else None)


def test_a_title_and_what_stands_far_from_the_body_are_no_credit() -> None:
    far = [Block(9 + line, "Home", "navigation") for line in range(3)]
    blocks = (Block(7, "Coast Wire", "title"), BODY, *far, Block(20, "Coast Wire", "line-model"))
    assert agency_beside(Extract((BODY.text,), blocks=blocks), OUTLETS) is None
