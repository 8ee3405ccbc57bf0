"""The pages that lead elsewhere: outlets, tags, the archive, corrections, and timelines oldest first."""

import re

import pytest

from digest.pages.urls import tag_url

TEXT = "Boats burnt in the harbour of the invented town."


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site of files and returns where it is."""

    def built(files: dict[str, str], *options: str):
        settings = "title: A test\nlanguage: en-GB\nbase_url: https://example.org/\nstories: {excerpts: {share: 1}}\n"
        put(tmp_path, {"digest.yaml": settings, **files})
        digest("-q", "-C", tmp_path, "build", *options)
        return tmp_path / "site"

    return built


def article(name: str, front_matter: str, text: str = TEXT) -> dict[str, str]:
    return {f"content/articles/{name}.md": f"---\n{front_matter}\n---\n\n{text}\n"}


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page[page.index("<main") : page.index("</main")])


def test_an_outlet_has_a_page_of_its_articles_newest_first_and_the_directory_leads_there(build):
    site = build(
        {
            "content/sources.yaml": "harbour-post:\n  name: Harbour Post\n",
            **article("a", "title: Boats burn\ndate: 2031-03-07\nthread: fire\nsource: harbour-post"),
            **article("b", "title: Blaze out\ndate: 2031-03-09\nthread: fire\nsource: Harbour Post", "It is out."),
        }
    )
    assert links((site / "sources/index.html").read_text()) == ["harbour-post/index.html"]
    page = (site / "sources/harbour-post/index.html").read_text()
    assert re.findall(r"<p>(Boats burn|Blaze out)</p>", page) == ["Blaze out", "Boats burn"]
    assert links(page) == ["../index.html", *["../../threads/fire/index.html"] * 2]


def test_an_outlet_called_not_recorded_is_not_the_page_of_those_that_are_not(build):
    site = build({**article("a", "date: 2031-03-07\nsource: not-recorded"), **article("b", "date: 2031-03-07")})
    assert links((site / "sources/index.html").read_text()) == [
        "not-recorded-4303e64187/index.html",
        "not-recorded/index.html",
    ]


@pytest.mark.parametrize(
    ("one", "other", "folders"),
    [
        pytest.param("Coast Wire", "Echo", ["coast-wire", "echo"], id="names that are not alike"),
        pytest.param("coast-wire", "Coast Wire!", ["coast-wire", "coast-wire-…"], id="a slug and a name that has it"),
        pytest.param("Coast Wire", "COAST WIRE!", ["coast-wire-…", "coast-wire-…"], id="two names that have one slug"),
        pytest.param("!!!", "???", ["not-recorded-…", "not-recorded-…"], id="names that have no slug"),
    ],
)
def test_each_outlet_has_a_page_of_its_own(build, one, other, folders):
    sources = (f'date: 2031-03-07\nsource: "{name}"' for name in (one, other))
    first, second = (article(f"a{number}", each) for number, each in enumerate(sources))
    found = sorted(path.name for path in (build({**first, **second}) / "sources").iterdir() if path.is_dir())
    assert len(set(found)) == 2
    assert [re.sub("-[0-9a-f]{10}$", "-…", name) for name in found] == folders


def test_an_outlet_that_is_called_as_another_is_told_apart_takes_no_page_from_it(build):
    names = ("C++", "C#", "c-cfee1bc356")  # the last one is how the first is told from the second
    files = [article(f"a{number}", f'date: 2031-03-07\nsource: "{name}"') for number, name in enumerate(names)]
    folders = sorted(path.name for path in (build({**files[0], **files[1], **files[2]}) / "sources").glob("c*"))
    assert folders == ["c-1689d0c093", "c-cfee1bc356", "c-cfee1bc356-3fb40c8688"]


def test_a_tag_has_a_page_of_its_threads_whatever_its_case(build):
    site = build(
        {
            **article("a", "title: Boats burn\ndate: 2031-03-07\nthread: fire"),
            **article("b", "title: Insurers pay\ndate: 2031-05-08\nthread: payment", "The insurers of Alma pay."),
            "content/threads/fire.md": "---\ntags: [grey island]\n---\n",
            "content/threads/payment.md": "---\ntags: [Grey Island, money]\n---\n",
        }
    )
    assert sorted(path.name for path in (site / "tags").iterdir() if path.is_dir()) == ["grey-island", "money"]
    page = (site / "tags/grey-island/index.html").read_text()
    assert "<h1>Grey Island</h1>" in page
    assert re.findall(r'<h3><a href="([^"]*)"', page) == [
        "../../threads/payment/index.html",
        "../../threads/fire/index.html",
    ]
    assert "../../tags/money/index.html" in links((site / "threads/payment/index.html").read_text())


def test_all_tags_stand_by_name_on_one_page_with_the_number_of_their_threads(build):
    site = build(
        {
            **article("a", "title: Boats burn\ndate: 2031-03-07\nthread: fire"),
            **article("b", "title: Insurers pay\ndate: 2031-05-08\nthread: payment", "The insurers of Alma pay."),
            "content/threads/fire.md": "---\ntags: [zoo, Harbour]\n---\n",
            "content/threads/payment.md": "---\ntags: [harbour, alma]\n---\n",
        }
    )
    page = (site / "tags/index.html").read_text()
    rows = re.findall(r'<li><a href="[^"]*">([^<]*)</a> <span class="meta">([^<]*)</span></li>', page)
    assert rows == [("alma", "1 thread"), ("harbour", "2 threads"), ("zoo", "1 thread")]
    assert [link.removesuffix("index.html") for link in links(page)] == ["alma/", "harbour/", "zoo/"]


def test_the_page_of_all_tags_is_found_from_the_archive_and_from_each_tag(build):
    site = build(
        {
            **article("a", "title: Boats burn\ndate: 2031-03-07\nthread: fire"),
            "content/threads/fire.md": "---\ntags: [zoo]\n---\n",
        }
    )
    leading = [links((site / page / "index.html").read_text())[0] for page in ("archive", "tags/zoo")]
    assert [link.removesuffix("index.html") for link in leading] == ["../tags/", "../"]


def test_a_site_without_a_tag_has_no_page_of_tags_and_no_link_to_one(build):
    site = build(article("a", "title: Boats burn\ndate: 2031-03-07"))
    assert not (site / "tags").exists()
    assert "Tags" not in (site / "archive/index.html").read_text()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("C++", "C", id="signs that no slug has"),
        pytest.param("!!!", "???", id="nothing but signs"),
        pytest.param("港!", "港", id="signs behind another script"),
    ],
)
def test_two_tags_that_a_slug_cannot_tell_apart_have_two_pages(one, other):
    assert tag_url(one) != tag_url(other)


def test_the_archive_is_a_calendar_of_the_days_that_have_a_page_and_says_how_much_is_there(build):
    site = build({**article("a", "date: 2031-03-07\nthread: fire"), **article("b", "date: 2031-05-01\nthread: fire")})
    page = (site / "archive/index.html").read_text()
    assert re.findall(r'<h2 id="m-([^"]*)"', page) == ["2031-03"]
    assert links(page) == ["../2031/03/07/index.html"]
    assert 'class="month from-6"' in page  # the first of March 2031 is a Saturday
    assert page.count('<li aria-hidden="true">') == 30
    words = '<time datetime="2031-03-07">Friday, 7 March 2031</time>: 1 sentence, 2 reports'
    assert words in page


def test_a_site_without_a_day_has_no_archive_and_no_link_to_one(build):
    site = build(article("a", "title: Undated"))
    assert not (site / "archive").exists()
    assert "Archive" not in (site / "index.html").read_text()


def test_what_was_retracted_is_on_the_page_of_corrections_with_its_thread(build):
    site = build(
        {
            **article("a", "title: Mayor burns boats\ndate: 2031-03-07\nthread: fire\nstatus: retracted"),
            **article("b", "title: Boats burn\ndate: 2031-03-08\nthread: fire"),
        }
    )
    page = (site / "corrections/index.html").read_text()
    assert re.findall("Mayor burns boats|Boats burn", page) == ["Mayor burns boats", "Boats burn"]
    assert links(page) == ["../threads/fire/index.html"]
    assert 'href="corrections/index.html"' in (site / "index.html").read_text()


def test_without_a_retracted_report_there_are_no_corrections_and_no_link_to_them(build):
    site = build(article("a", "date: 2031-03-07"))
    assert not (site / "corrections").exists()
    assert "Corrections" not in (site / "index.html").read_text()


def test_a_timeline_has_a_twin_oldest_first_that_no_machine_takes_for_a_page_of_its_own(build):
    site = build(
        {
            **article("a", "date: 2031-03-07\nthread: fire"),
            **article("b", "date: 2031-03-09\nthread: fire", "The insurers of Alma pay for every hull."),
        }
    )
    assert "oldest/index.html" in links((site / "threads/fire/index.html").read_text())
    twin = (site / "threads/fire/oldest/index.html").read_text()
    assert re.findall(r'<h3 id="d-([^"]*)"', twin) == ["2031-03-07", "2031-03-09"]
    assert '<link rel="canonical" href="https://example.org/threads/fire/">' in twin
    assert "../index.html#source-1" in links(twin)
    assert "oldest" not in (site / "sitemap.xml").read_text()


def test_a_timeline_of_one_day_has_no_twin(build):
    site = build(article("a", "date: 2031-03-07\nthread: fire"))
    assert not (site / "threads/fire/oldest").exists()


def test_an_agency_of_sources_yaml_has_its_name_and_another_its_capitals(build):
    site = build(
        {
            "content/sources.yaml": "coast-wire:\n  name: Coast Wire\n  kind: agency\n",
            **article("a", "date: 2031-03-07\nthread: fire\nsource: Echo", f"PORT AMBER (Coast Wire) - {TEXT}"),
            **article("b", "date: 2031-03-07\nthread: fire\nsource: Post", f"PORT AMBER (AFP) - {TEXT}"),
        }
    )
    page = (site / "threads/fire/index.html").read_text()
    assert sorted(re.findall(r"\(([^()]*) text\)", page)) == ["AFP", "Coast Wire"]


@pytest.mark.parametrize(
    ("today", "heading"),
    [
        pytest.param("2031-03-19", "What comes next", id="the day before"),
        pytest.param("2031-03-20", "Announced earlier", id="on the day itself"),
        pytest.param("2031-03-21", "Announced earlier", id="the day after"),
    ],
)
def test_what_comes_next_lies_after_the_day_of_the_edition(build, today, heading):
    text = f"{TEXT} A hearing will be held in Alma on 20 March 2031."
    site = build(article("a", "date: 2031-03-07\nthread: fire", text), "--now", today)
    page = (site / "threads/fire/index.html").read_text()
    assert re.findall("What comes next|Announced earlier", page) == [heading]


def test_a_month_that_has_begun_is_still_to_come(build):
    text = f"{TEXT} A hearing will be held in Alma in May 2031."
    files = article("a", "date: 2031-03-07\nthread: fire", text)
    found = []
    for today in ("2031-05-15", "2031-06-01"):
        page = (build(files, "--now", today) / "threads/fire/index.html").read_text()
        found += re.findall("What comes next|Announced earlier", page)
    assert found == ["What comes next", "Announced earlier"]


def test_a_graph_says_in_words_what_it_draws_on_the_home_page_and_on_the_thread_s(build):
    texts = {7: TEXT, 8: "The insurers of Alma pay for every hull.", 10: "A new quay opens at noon."}
    files = [article(f"a{day}", f"date: 2031-03-{day:02}\nthread: fire", text) for day, text in texts.items()]
    site = build({name: text for each in files for name, text in each.items()})
    words = "<title>Reports a day: 7 March 2031 (1), 8 March 2031 (1), 10 March 2031 (1)</title>"
    assert words in (site / "index.html").read_text()
    assert words in (site / "threads/fire/index.html").read_text()
