"""Names, sites and domains mean the outlets of sources.yaml; agencies have keys of their own."""

from pathlib import Path

import pytest

from digest.articles.outlets import Outlets, agency, is_agency, read_outlets
from digest.model import Outlet

POST = Outlet("harbour-post", "The Harbour Post", home="https://www.harbourpost.example/", aliases=("HP Online",))
ECHO = Outlet("echo", "Alma Echo", home="https://echo.example/")
NORTH = Outlet("north", "Echo North", home="https://north.echo.example/")
TIMES = (Outlet("a", "The Times", home="https://times.example/a"), Outlet("b", "Times", home="https://b.example/"))
OUTLETS = Outlets({outlet.key: outlet for outlet in (POST, ECHO, NORTH, *TIMES)})


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        pytest.param("harbour-post", POST, id="its key"),
        pytest.param("The Harbour Post", POST, id="its name"),
        pytest.param("HARBOUR  POST", POST, id="without The, in capitals"),
        pytest.param("HarbourPost.com", POST, id="with .com"),
        pytest.param("harbourpost.co.uk", POST, id="with .co.uk"),
        pytest.param("www.harbourpost.example", POST, id="its domain"),
        pytest.param("https://harbourpost.example/news", POST, id="an address below its domain"),
        pytest.param("live.harbourpost.example", POST, id="a subdomain"),
        pytest.param("HP online", POST, id="an alias"),
        pytest.param("north.echo.example", NORTH, id="the nearer of two homes"),
        pytest.param("world.north.echo.example", NORTH, id="below the nearer of two homes"),
        pytest.param("Times", TIMES[1], id="an exact name before a likeness"),
        pytest.param("The Times", TIMES[0], id="the other exact name"),
        pytest.param("TIMES.", TIMES[1], id="exact but for case and a full stop"),
        pytest.param("times.org", Outlet("times-org", "times.org", known=False), id="a likeness of two means neither"),
        pytest.param("Harbour Posts", Outlet("harbour-posts", "Harbour Posts", known=False), id="another name"),
        pytest.param("[::1.", Outlet("1", "[::1.", known=False), id="no address"),
        pytest.param("", Outlet("untitled", "", known=False), id="nothing"),
    ],
)
def test_a_name_means_an_outlet(name, outlet):
    assert OUTLETS.named(name) == outlet


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("AFP", "afp", id="its letters"),
        pytest.param("Agence France-Presse", "afp", id="its name"),
        pytest.param("The Associated Press", "ap", id="with The"),
        pytest.param("Associated Press (AP)", "ap", id="with its letters behind"),
        pytest.param("Reuters News Agency", "reuters", id="with what it is"),
        pytest.param("AFP.", "afp", id="with a full stop"),
    ],
)
def test_an_agency_has_one_key(name, key):
    assert (agency(name), is_agency(name)) == (key, True)


@pytest.mark.parametrize("name", ["Harbour Post", "Ada Alm", "Apa Alm", "News", "", "Reuters Reuters"])
def test_what_is_no_agency_is_none(name):
    assert not is_agency(name)


def test_aliases_are_read(tmp_path):
    path = Path(tmp_path, "sources.yaml")
    path.write_text("echo:\n  name: Alma Echo\n  aliases: [AE, Echo of Alma]\n")
    assert read_outlets(path, "sources.yaml").by_key == {
        "echo": Outlet("echo", "Alma Echo", aliases=("AE", "Echo of Alma"))
    }


def test_how_much_of_an_outlet_may_be_shown_is_read(tmp_path):
    (tmp_path / "sources.yaml").write_text("post:\n  words: 60\n  share: 0.25\necho:\n  rights: full\n")
    found = read_outlets(tmp_path / "sources.yaml", "sources.yaml").by_key
    assert [(each.words, each.share, each.rights) for each in found.values()] == [
        (60, 0.25, None),
        (None, None, "full"),
    ]
