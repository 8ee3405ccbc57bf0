"""What a page's head says of it to who shares it: Open Graph and the description, of each page its own."""

import re

import pytest

ADDRESS = "https://alma.example/news/"
FILES = {
    "content/articles/a.md": (
        "---\nthread: fire\ntitle: Boats burn\ndate: 2031-03-07\nsource: Post\nrights: full\ntags: [Harbour]\n---\n"
        + "Five boats burnt in the harbour of Alma while all their crews slept ashore. " * 4
    ),
    "content/articles/b.md": "---\nthread: chess\ntitle: Alma wins\ndate: 2031-03-07\nsource: Post\n---\nThe club won.",
    "content/articles/c.md": "---\nthread: go\ntitle: Go begins\ndate: 2031-03-09\nsource: Wire\n---\nThey began.",
    "content/threads/fire.md": "---\nstoryline: The blaze\n---\n",
}


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site with some settings and returns its folder."""

    def run(settings="language: en"):
        head = f"title: Alma watch\nbase_url: {ADDRESS}\ndescription: All is invented.\n{settings}\n"
        project = put(tmp_path / "project", {"digest.yaml": head, **FILES})
        done = digest("-q", "-C", project, "build")
        assert done.status == 0, done.stderr
        return project / "site"

    return run


def head(site, pattern):
    (page,) = site.glob(f"{pattern}/index.html")
    text = page.read_text()
    (described,) = re.findall(r'<meta name="description" content="([^"]*)">', text)
    return described, dict(re.findall(r'<meta property="([^"]*)" content="([^"]*)">', text))


@pytest.mark.parametrize(
    ("page", "kind", "title", "description"),
    [
        pytest.param(".", "website", "Alma watch", "All is invented.", id="home"),
        pytest.param("2031/03/07", "website", "Friday, March 7, 2031", "Alma wins · Boats burn", id="a day"),
        pytest.param("2031/03/09", "website", "Sunday, March 9, 2031", "Go begins", id="another day"),
        pytest.param("storylines/the-blaze", "website", "The blaze", "Boats burn", id="a storyline"),
        pytest.param("tags/harbour", "website", "Harbour", "Boats burn", id="a tag"),
        pytest.param("sources/post", "website", "Post", "Alma wins · Boats burn", id="an outlet"),
    ],
)
def test_a_page_says_of_itself_what_stands_on_it(page, kind, title, description, build):
    described, graph = head(build(), page)
    assert (graph["og:type"], graph["og:title"]) == (kind, title)
    assert set(described.split(" · ")) == set(description.split(" · "))
    assert graph["og:description"] == described
    assert graph["og:url"] == f"{ADDRESS}{page}/".replace("/./", "/")


def test_an_article_says_how_it_begins(build):
    described, graph = head(build(), "articles/*")
    assert (graph["og:type"], graph["og:title"]) == ("article", "Boats burn")
    assert graph["og:description"] == described
    assert described.endswith("...")


def test_a_long_list_of_titles_is_cut_at_a_title(tmp_path, digest, put):
    titles = [f"Harbour of Alma opens a new quay number {number}" for number in range(9)]
    articles = {
        f"content/articles/{number}.md": f"---\nthread: t{number}\ntitle: {title}\ndate: 2031-03-07\n---\nQuay."
        for number, title in enumerate(titles)
    }
    project = put(tmp_path / "long", {"digest.yaml": "title: Alma watch\n", **articles})
    assert digest("-q", "-C", project, "build").status == 0
    described, _ = head(project / "site", "2031/03/07")
    assert len(described) <= 200
    assert set(described.split(" · ")) < set(titles)


@pytest.mark.parametrize(
    ("language", "found"), [("en", "en_US"), ("de-AT", "de_AT"), ("ar", "ar_EG"), ("zh-Hant-TW", "zh_TW")]
)
def test_the_locale_is_the_language_with_its_country(language, found, build):
    assert head(build(f"language: {language}"), ".")[1]["og:locale"] == found


@pytest.mark.parametrize(
    ("image", "found"),
    [
        pytest.param("card.png", f"{ADDRESS}card.png", id="a file of static/"),
        pytest.param("https://alma.example/card.png", "https://alma.example/card.png", id="an address"),
    ],
)
def test_the_image_of_the_settings_stands_for_every_page(image, found, build):
    site = build(f"image: {image}")
    assert {head(site, page)[1]["og:image"] for page in (".", "threads/fire", "2031/03/07")} == {found}


def test_without_one_there_is_no_image(build):
    assert "og:image" not in head(build(), ".")[1]


def test_an_image_that_is_neither_file_nor_address_is_a_fault(tmp_path, digest, put):
    project = put(
        tmp_path / "bad", {"digest.yaml": "title: Alma\nimage: ftp://x/y.png\n", "content/articles/a.md": "A."}
    )
    done = digest("-C", project, "build")
    assert done.status != 0
    assert (
        'digest.yaml:2: image is "ftp://x/y.png". Write a file of static/ such as card.png, or an http or https address'
        in done.stderr
    )
