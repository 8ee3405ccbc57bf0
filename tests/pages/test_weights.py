"""What a page weighs before it is compressed: a thread is read on a phone, where the net is slow."""

from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "templates/assets"
KB = 1000  # bytes
ARTICLES = 20
THREADS = 300  # beside the long one
SINGLES = 40
OUTLETS = "Harbour Post,Alma Courier,Coast Wire,Radio Vellmark,Caldmoor Times".split(",")
PLACES = "anchor bakery chapel depot engine ferry granary harbour island jetty".split()
PEOPLE = "Abara Brandt Cole Duarte Ekman Falk Grove Holm Iversen Janda Kolar Lund Marden Nyberg Oduya".split()
TOLD = (
    "{who}, who keeps the old {place} of Alma, told the council that {count} letters had come in a night of rain.",
    "Carpenters under {who} will mend the roof of the {place} before the autumn, at a cost of {count} crowns.",
    '"Nobody has asked us about the {place} since the war ended," {who} said, and showed {count} photographs.',
    "Near the {place} {who} found {count} coins of copper, which the museum wants to clean, weigh and show.",
    "The school led by {who} moves into rooms behind the {place}, where {count} children may learn by the new year.",
)


def sentence(article: int, place: int) -> str:
    """Return a sentence of a report's usual length; no two of them tell of one thing."""
    who, where = PEOPLE[article * 7 % 15], PLACES[(article * 3 + place) % 10]
    return TOLD[place].format(
        who=f"{'ABCDEFGHIJ'[article % 10]}. {who}", place=where, count=article * 97 + place * 31 + 40
    )


def article(number: int) -> str:
    told = " ".join(sentence(number, place) for place in range(len(TOLD)))
    return (
        f"---\ntitle: Surveyors of Alma measure {number + 2} more places by hand\ndate: 2031-03-{number % 10 + 1:02}\n"
        f"source: {OUTLETS[number % 5]}\nlink: https://outlet.example/2031/03/surveyors-of-alma-{number}\n"
        f"author: Ada Alm\nthread: survey\n---\n{told}\n"
    )


@pytest.fixture
def site(digest, put, tmp_path) -> Path:
    """Return a site with a thread of about 100 sentences, 300 threads of two reports, and 40 single ones."""
    settings = "title: Alma\nbase_url: https://alma.example/\ndescription: All of it is invented.\n"
    settings += "stories:\n  excerpts: {words: 400, share: 1}\n"
    long = {f"content/articles/survey-{number}.md": article(number) for number in range(ARTICLES)}
    pairs = {
        number: article(number + ARTICLES).replace("thread: survey", f"thread: s{number // 2}")
        for number in range(2 * THREADS)
    }
    alone = {number: article(number).replace("thread: survey", f"thread: one-{number}") for number in range(SINGLES)}
    short = {f"content/articles/short-{number}.md": text for number, text in pairs.items()}
    short |= {f"content/articles/alone-{number}.md": text for number, text in alone.items()}
    project = put(tmp_path / "alma", {"digest.yaml": settings, **long, **short})
    assert digest("-q", "-C", project, "build").status == 0
    return project / "site"


def test_a_thread_of_a_hundred_sentences_weighs_at_most_60_kb(site):
    page = (site / "threads/survey/index.html").read_bytes()
    assert page.count(b'<div class="sentence') >= 100
    assert len(page) <= 60 * KB


def test_a_home_page_of_300_threads_weighs_at_most_60_kb(site):
    page = (site / "index.html").read_bytes()
    assert (page.count(b"<article>"), page.count(b'<li><a href="threads/one-')) == (30, 20)
    assert len(page) <= 60 * KB


@pytest.mark.parametrize(("name", "most"), [("style.css", 18 * KB), ("search.js", 6 * KB), ("icon.svg", 1 * KB)])
def test_an_asset_weighs_little(name, most):
    assert len((ASSETS / name).read_bytes()) <= most
