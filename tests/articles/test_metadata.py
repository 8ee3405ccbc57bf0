"""What is known of an article, and where it was found."""

from dataclasses import replace

import pytest

from digest.articles.clean import clean_one
from digest.articles.extract import Extract, Found
from digest.articles.metadata import metadata
from digest.articles.outlets import Outlets
from digest.articles.settings import CleanSettings, DateSettings
from digest.model import Cut, Doubt, Given, Origins, Outlet, RawArticle

POST = Outlet("harbour-post", "The Harbour Post", home="https://harbourpost.example/")
COAST = Outlet("coast", "Coast Wire", kind="agency", aliases=("CW",))
OUTLETS = Outlets({POST.key: POST, COAST.key: COAST})
RAW = RawArticle("a-1", "content/articles/storm.html", "html", "", 1, Given())
LINK = Found("https://harbourpost.example/storm", "meta")
TEXT = "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said."


@pytest.mark.parametrize(
    ("found", "source", "wire"),
    [
        pytest.param(Extract(()), None, None, id="nothing said"),
        pytest.param(
            Extract((), source=Found("Harbour Post", "meta"), wire=Found("Reuters", "line 9")),
            Found("harbour-post", "meta"), Found("reuters", "line 9"), id="an agency's text on an outlet's site",
        ),
        pytest.param(Extract((), wire=Found("AFP", "line 9")), None, Found("afp", "line 9"), id="a wire and no outlet"),
        pytest.param(
            Extract((), source=Found("Agence France-Presse", "line 9")), None, Found("afp", "line 9"),
            id="a credit that names an agency",
        ),
        pytest.param(
            Extract((), source=Found("Reuters", "meta")), Found("Reuters", "meta"), None, id="an agency's own site"
        ),
        pytest.param(
            Extract((), source=Found("Harbour Post", "line 9")), Found("harbour-post", "line 9"), None,
            id="a credit that names an outlet",
        ),
        pytest.param(
            Extract((), wire=Found("Coast Wire", "line 9")), None, Found("coast", "line 9"),
            id="an agency of sources.yaml",
        ),
        pytest.param(
            Extract((), link=LINK, authors=(Found("Ada Alm", "meta"), Found("Associated Press", "meta"))),
            Found("harbour-post", "link"), Found("ap", "meta"), id="an agency as author, and the outlet by its link",
        ),
        pytest.param(
            Extract((f"ALMA, March 1 (Reuters) - {TEXT}",)), None, Found("reuters", "dateline"), id="a dateline"
        ),
        pytest.param(
            Extract((f"ALMA (Coast Wire) - {TEXT}",)), None, Found("coast", "dateline"),
            id="an agency of sources.yaml in a dateline",
        ),
        pytest.param(
            Extract((f"ALMA, March 1 (CW) - {TEXT}",)), None, Found("coast", "dateline"),
            id="an agency of sources.yaml in a dateline, by an alias",
        ),
        pytest.param(
            Extract((), cuts=(Cut(9, "Source: Coast Wire", "source-credit"),), source=Found("Coast Wire", "line 9")),
            None, Found("coast", "line 9"), id="a credit that names an agency of sources.yaml",
        ),
        pytest.param(
            Extract((TEXT,), link=LINK, authors=(Found("Coast Wire", "meta"),)),
            Found("harbour-post", "link"), Found("coast", "meta"), id="an agency of sources.yaml as author",
        ),
        pytest.param(
            Extract((f"ALMA (Coast Wire) - {TEXT}",), source=Found("Coast Wire", "meta")), Found("coast", "meta"), None,
            id="an agency of sources.yaml on its own site",
        ),
        pytest.param(
            Extract((), link=Found("https://far.example/a", "meta")), Found("far.example", "link"), None,
            id="the host of the link, for want of more",
        ),
    ],
)  # fmt: skip
def test_wire_and_outlet_are_told_apart(found, source, wire):
    known = metadata(RAW, found, OUTLETS, "en")
    assert (known.source, known.wire) == (source, wire)


def test_an_agency_of_sources_yaml_is_no_author():
    found = Extract((TEXT,), authors=(Found("Coast Wire", "line 3"), Found("Ada Alm", "line 3")))
    assert metadata(RAW, found, OUTLETS, "en").authors == (Found("Ada Alm", "line 3"),)


def test_each_piece_has_its_origin():
    found = Extract(
        (TEXT,), title=Found("Storm", "h1"), date=Found("2024-03-01", "json-ld"), link=LINK, lang=Found("en", "meta"),
        section=Found("World", "meta"), lead=Found("Ships are lost.", "line 3"),
    )  # fmt: skip
    given = Given(title="A storm", authors=("Ada Alm",), lead="Two ships.", section="Sea")
    assert metadata(RAW, found, OUTLETS, "en").origins == Origins(
        title="h1", date="json-ld", source="link", link="meta", lang="meta", section="meta", lead="line 3"
    )
    assert metadata(replace(RAW, given=given), found, OUTLETS, "en").origins == Origins(
        title="front-matter", date="json-ld", authors="front-matter", source="link", link="meta", lang="meta",
        section="front-matter", lead="front-matter",
    )  # fmt: skip
    assert metadata(
        replace(RAW, given=replace(given, origin="feed")), Extract(()), Outlets({}), "en"
    ).origins == Origins(title="feed", authors="feed", lang="digest.yaml", section="feed", lead="feed")


FRENCH = (
    "Le port de la ville a été fermé vendredi, a dit la maire, et les pêcheurs ne savent pas quand il va ouvrir.",
    "Une tempête a emporté deux bateaux.",
)


@pytest.mark.parametrize(
    ("given", "found", "own", "lang"),
    [
        pytest.param(
            Given(lang="it"), Extract(FRENCH, lang=Found("es", "meta")), "en", Found("it", "front-matter"),
            id="the curator's word first",
        ),
        pytest.param(
            Given("feed", lang="it"), Extract(FRENCH, lang=Found("es", "meta")), "en", Found("it", "feed"),
            id="or the feed's",
        ),
        pytest.param(
            Given(), Extract(FRENCH, lang=Found("es", "meta")), "en", Found("es", "meta"), id="then the page's own"
        ),
        pytest.param(Given(), Extract(FRENCH), "en", Found("fr", "derived"), id="then the text's"),
        pytest.param(Given(), Extract(FRENCH), "fr-CA", Found("fr-CA", "derived"), id="spelled as the site's"),
        pytest.param(Given(), Extract(("Oui.",)), "en", Found("en", "digest.yaml"), id="last the site's"),
        pytest.param(
            Given(title="Le port de la ville est fermé"), Extract(("Oui.",)), "en", Found("fr", "derived"),
            id="or a brief's, by its title too",
        ),
        pytest.param(
            Given(), Extract(("Мост закрыт.",)), "en", Found("und-Cyrl", "derived"),
            id="or none, of a brief in a script that is not the site's",
        ),
    ],
)  # fmt: skip
def test_the_language_is_as_said_then_as_recognised_then_the_sites(given, found, own, lang):
    assert metadata(replace(RAW, given=given), found, OUTLETS, own).lang == lang


@pytest.mark.parametrize(
    ("found", "title"),
    [
        pytest.param(Extract((TEXT,)), Found(TEXT.rstrip("."), "derived"), id="made of the text"),
        pytest.param(Extract(()), Found("storm", "file-name"), id="the file's name where there is no text"),
    ],
)
def test_an_article_without_a_title_has_one_made(found, title):
    assert metadata(RAW, found, OUTLETS, "en").title == title


def test_the_day_of_a_files_name_is_the_weakest_word_on_its_date():
    raw = replace(RAW, filed="2024-03-01")
    assert metadata(raw, Extract(()), OUTLETS, "en").date == Found("2024-03-01", "file-name")
    assert metadata(raw, Extract((), date=Found("2024-02-01", "meta")), OUTLETS, "en").date == Found(
        "2024-02-01", "meta"
    )


DOUBT = Doubt(
    6, 'the date "01/02/2025" can be read in two ways',
    "Set dates.order to DMY or MDY in digest.yaml, or write date: in the front matter", "date",
)  # fmt: skip


@pytest.mark.parametrize(
    ("order", "raw", "day", "doubts"),
    [
        pytest.param("", RAW, "None", (DOUBT,), id="without an order it is in doubt"),
        pytest.param("DMY", RAW, "2025-02-01", (), id="day first"),
        pytest.param("MDY", RAW, "2025-01-02", (), id="month first"),
        pytest.param("", replace(RAW, given=Given(date="2025-02-01")), "2025-02-01", (), id="the curator has said"),
        pytest.param("", replace(RAW, filed="2025-02-01"), "2025-02-01", (), id="the file's name says"),
    ],
)
def test_a_date_that_can_be_read_in_two_ways_is_not_guessed(order, raw, day, doubts):
    text = f"Storm closes the harbour of Alma\n01/02/2025\n{TEXT}\n{TEXT.upper()}"
    article = clean_one(
        replace(raw, text=text, syntax="text", first_line=5), OUTLETS, CleanSettings(dates=DateSettings(order))
    )
    assert (str(article.published), article.doubts) == (day, doubts)
