"""Who a page says that a sentence is from: marks that bear it out, outlets by name, differences in whole sentences."""

import re
from html import unescape

import pytest

from digest.model import Mark, Repeat, Told
from digest.pages.claims import claimants, figures

SINKS = "Nine people died when a ferry sank off the coast of Grey Island on Sunday."


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site of articles, of one thread, and returns where it is."""

    def built(*articles: str, language: str = "en-GB"):
        settings = f"title: A test\nlanguage: {language}\nstories: {{excerpts: {{share: 1}}}}\n"
        names = "abcdefgh"[: len(articles)]
        files = {f"content/articles/{name}.md": text for name, text in zip(names, articles, strict=True)}
        put(tmp_path, {"digest.yaml": settings, **files})
        digest("-q", "-C", tmp_path, "build")
        return tmp_path / "site"

    return built


def article(text: str, day: int, source: str | None = "Harbour Post", title: str = "Ferry") -> str:
    named = f"source: {source}\n" if source else ""
    return f"---\ntitle: {title}\ndate: 2031-03-{day:02}\nthread: ferry\n{named}---\n\n{text}\n"


def page(site, name: str = "threads/ferry/index.html") -> str:
    return (site / name).read_text()


def words(html: str) -> str:
    """Return what a reader sees of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def differing(html: str) -> list[str]:
    return sorted(words(each) for each in re.findall(r'<p class="differs">(.*?)</p>', html))


def told(text: str, *repeats: str) -> Told:
    folded = tuple(Repeat(each, Mark(f"a-{number}", 0), 1.0) for number, each in enumerate(repeats, start=1))
    return Told(text, Mark("a-0", 0), None, folded)


@pytest.mark.parametrize(
    ("text", "repeat", "bears_out"),
    [
        pytest.param(SINKS, "A ferry sank off the coast on Sunday.", False, id="a folded sentence without the figure"),
        pytest.param(SINKS, "A ferry sank on Sunday, and 9 died.", True, id="the figure in digits"),
        pytest.param("Boats burnt.", "Boats burnt in the harbour.", True, id="no figure at all"),
        pytest.param("Two thousand fled.", "Some 2,000 people fled.", True, id="a figure of two words"),
        pytest.param("Twenty-five fled.", "20 fled, then five.", False, id="the parts of a figure"),
        pytest.param("On 3 March 12 boats burnt.", "On Monday 12 boats burnt.", True, id="a date, which is no count"),
        pytest.param("Alma lost 1.2 million.", "Alma lost 1,200,000.", True, id="a scale"),
        pytest.param("غرق ٣ قوارب", "غرقت القوارب", False, id="digits of another script"),
    ],
)
def test_a_mark_beside_a_sentence_is_of_an_article_that_has_all_of_its_figures(text, repeat, bears_out):
    assert claimants(told(text, repeat)) == (("a-0", "a-1") if bears_out else ("a-0",))


@pytest.mark.parametrize("text", ["2" * 100_000, "two " * 50_000, "1." * 50_000, "hundred " * 50_000, "9:9,9.9" * 9000])
def test_figures_of_a_hostile_text_are_read(text):
    assert figures(text)


def test_what_is_folded_keeps_its_mark_where_it_is_folded_alone(build):
    html = page(
        build(
            article(SINKS, 2),
            article("A ferry sank off the coast of Grey Island on Sunday.", 2, "Coast Wire"),
        )
    )
    [sentence] = re.findall(r'<div class="sentence.*?</div>', html, re.DOTALL)
    shown, folded = sentence.split("<details>")
    assert "Nine people died" in shown
    assert [re.findall(r'title="([^"]*)"', part) for part in (shown, folded)] == [
        ["Source 1: Harbour Post"],
        ["Source 2: Coast Wire"],
    ]


class TestWithoutAListOfSources:
    """Numbers lead a reader to a list; where there is none, the outlets are named."""

    def test_a_page_names_the_outlets_once_each_and_leads_to_the_thread_s_list(self, build):
        site = build(
            article("Twelve boats burnt in the harbour of Alma.", 2, "Harbour Post"),
            article("Twelve boats burnt in the harbour of Alma.", 2, "Coast Wire"),
            article("Twelve boats burnt in the harbour of Alma.", 2, "Harbour Post", "More"),
        )
        for name in ("index.html", "2031/03/02/index.html"):
            [credit] = re.findall(r'<small class="credit">.*?</small>', page(site, name))
            assert sorted(words(credit).split(", ")) == ["Coast Wire", "Harbour Post"]
            links = re.findall(r'href="([^"]*)"', credit)
            assert [re.sub(r"\d$", "N", link.replace("../", "")) for link in links] == [
                "threads/ferry/index.html#source-N",
                "threads/ferry/index.html#source-N",
            ]
            assert 'class="marks"' not in page(site, name)

    def test_a_page_names_three_outlets_and_counts_the_others(self, build):
        outlets = ["Harbour Post", "Coast Wire", "Alma Echo", "Vellmark Times", "Sella Star"]
        site = build(*(article("Twelve boats burnt in the harbour of Alma.", 2, outlet) for outlet in outlets))
        [credit] = re.findall(r'<small class="credit">.*?</small>', page(site, "2031/03/02/index.html"))
        *named, others = words(credit).split(", ")
        assert (len(set(named) & set(outlets)), others) == (3, "2 more")

    def test_what_has_no_outlet_says_so(self, build):
        site = build(article("Boats burnt in the harbour of Alma.", 2, None))
        [credit] = re.findall(r'<small class="credit">.*?</small>', page(site, "2031/03/02/index.html"))
        assert words(credit) == "source not recorded"

    def test_the_timeline_oldest_first_names_them_too(self, build):
        site = build(article("Boats burnt in Alma.", 2), article("It is out.", 4, "Coast Wire"))
        html = page(site, "threads/ferry/oldest/index.html")
        assert [words(each) for each in re.findall(r'<small class="credit">.*?</small>', html)] == [
            "Harbour Post",
            "Coast Wire",
        ]


def test_on_the_thread_s_page_a_number_says_whose_it_is(build):
    html = page(build(article("Boats burnt in the harbour of Alma.", 2)))
    mark = '<a href="#source-1" aria-label="Source 1: Harbour Post" title="Source 1: Harbour Post">1</a>'
    assert f'Alma.<sup class="marks">{mark}</sup>' in html


TOLL = ("The fire in Alma killed five people.", "The fire in Alma killed six people.")


@pytest.mark.parametrize(
    ("articles", "language", "said"),
    [
        pytest.param(
            [article(TOLL[0], 2), article(TOLL[1], 4, "Coast Wire")], "en-GB",
            [
                "Earlier, Harbour Post (2 March 2031) gave 5; here it is 6.",
                "Later, Coast Wire (4 March 2031) gave 6; here it is 5.",
            ],
            id="earlier and later",
        ),
        pytest.param(
            [article(TOLL[0], 2), article(TOLL[1], 2, None)], "en-GB",
            [
                "Accounts differ: here it is 5; another report (2 March 2031) has 6.",
                "Accounts differ: here it is 6; Harbour Post (2 March 2031) has 5.",
            ],
            id="figures, and a source that is not recorded",
        ),
        pytest.param(
            [
                article("Mayor Ada Alm opened the new bridge over the river.", 2),
                article("Mayor Ines Vorland opened the new bridge over the river.", 2, "Coast Wire"),
            ],
            "en-GB",
            [
                "Accounts differ: here it is Ada Alm; Coast Wire (2 March 2031) has Ines Vorland.",
                "Accounts differ: here it is Ines Vorland; Harbour Post (2 March 2031) has Ada Alm.",
            ],
            id="names",
        ),
        pytest.param(
            [
                article("The doors of the ferry were locked on the car deck.", 2),
                article("The doors of the ferry were not locked on the car deck.", 2, "Coast Wire"),
            ],
            "en-GB",
            [
                "Accounts differ: Coast Wire (2 March 2031) says not; here it does not.",
                "Accounts differ: here it says not; Harbour Post (2 March 2031) does not.",
            ],
            id="a negation",
        ),
        pytest.param(
            [
                article("The flood of the Sella displaced 12000 people in Alma.", 2),
                article("The flood of the Sella displaced 14000 people in Alma.", 4, "Coast Wire"),
            ],
            "en-GB",
            [
                "Earlier, Harbour Post (2 March 2031) gave 12,000; here it is 14,000.",
                "Later, Coast Wire (4 March 2031) gave 14,000; here it is 12,000.",
            ],
            id="a long figure",
        ),
        pytest.param(
            [article(TOLL[0], 2), article(TOLL[1], 4, "Coast Wire")], "de",
            [
                "Später nannte Coast Wire (4. März 2031) 6; hier heißt es 5.",
                "Zuvor nannte Harbour Post (2. März 2031) 5; hier heißt es 6.",
            ],
            id="German",
        ),
    ],
)  # fmt: skip
def test_a_difference_says_what_who_and_when(build, articles, language, said):
    assert differing(page(build(*articles, language=language))) == said


def test_what_one_article_goes_on_to_tell_stands_closer(build):
    html = page(
        build(
            article("Boats burnt in the harbour of Alma. The mayor fled to the hills.", 2),
            article("Divers found an old anchor under the pier.", 2, "Coast Wire"),
        )
    )
    classes = re.findall(r'<div class="(sentence[^"]*)"', html)
    assert classes == ["sentence", "sentence runs-on", "sentence"]


def test_a_very_long_title_is_set_smaller_and_no_other(build):
    site = build(article("Boats burnt.", 2, title="Fire " * 80))
    assert '<body class="long">' in page(site)
    assert "<body>" in page(site, "index.html")


def test_the_menu_names_three_pages_of_the_curator_s_and_the_foot_of_the_page_the_others(build, tmp_path, put):
    put(tmp_path, {f"content/pages/p{number}.md": f"---\ntitle: Page {number}\n---\nText." for number in range(1, 7)})
    html = page(build(article("Boats burnt.", 2)), "index.html")
    menu, _, foot = html.partition("</nav>")
    assert re.findall(r"Page \d", menu) == ["Page 1", "Page 2", "Page 3"]
    assert re.findall(r"Page \d", foot[foot.index("<footer>") :]) == ["Page 4", "Page 5", "Page 6"]
