"""Pages of whole articles: only of those that may be read here, at an address that lasts, and never as ours."""

import json
import re

import pytest

FULL = (
    "---\nid: a-00000000f1\nthread: fire\ntitle: Boats burn\ndate: 2031-03-07\nsource: post\n"
    "authors: [Ada Alm]\nrights: full\n---\n"
)
TEXT = "Five boats burnt in the harbour.\n\nNo one was hurt, the harbour master said."
LINK = "link: https://post.example/boats\n"
PAGE = "articles/00000000f1/index.html"


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site of articles and other files and returns where it is."""

    def run(article, more=None, address="https://alma.example/"):
        settings = {"digest.yaml": f"title: Alma\nbase_url: {address}\n" if address else "title: Alma\n"}
        put(tmp_path, {**settings, "content/articles/a.md": article, **(more or {})})
        done = digest("-q", "-C", tmp_path, "build")
        assert done.status == 0, done.stderr
        return tmp_path / "site"

    return run


def with_line(line, front_matter=FULL):
    return front_matter.replace("rights: full\n", f"rights: full\n{line}") + TEXT


def canonical(page):
    return re.findall(r'<link rel="canonical" href="([^"]*)">', page.read_text())


def test_it_has_the_whole_text_and_says_whose_it_is(build):
    page = (build(FULL + TEXT) / PAGE).read_text()
    assert "<p>Five boats burnt in the harbour.</p>\n<p>No one was hurt, the harbour master said.</p>" in page
    assert re.search('<cite>post</cite> · <bdi>Ada Alm</bdi> · <time datetime="2031-03-07">', page)


def test_the_source_in_the_thread_leads_to_it_and_it_leads_back(build):
    site = build(FULL + TEXT)
    assert "../../articles/00000000f1/" in (site / "threads/fire/index.html").read_text()
    assert "../../threads/fire/" in (site / PAGE).read_text()


@pytest.mark.parametrize(
    "front_matter",
    [
        pytest.param(FULL.replace("rights: full\n", ""), id="only excerpts may be shown"),
        pytest.param(FULL.replace("full", "link"), id="it may only be named"),
        pytest.param(FULL.replace("rights: full", "rights: full\nstatus: retracted"), id="retracted"),
        pytest.param(FULL.replace("rights: full", "rights: full\nstatus: draft"), id="a draft"),
        pytest.param(FULL.replace("rights: full", "rights: full\nstatus: hidden"), id="hidden"),
    ],
)
def test_no_other_article_has_a_page(build, front_matter):
    site = build(front_matter + TEXT)
    assert not (site / "articles").exists()
    assert not any("articles/00000000f1" in path.read_text() for path in site.rglob("*.html"))


def test_an_article_of_a_hidden_thread_has_none(build):
    assert not (build(FULL + TEXT, {"content/threads/fire.md": "---\nhide: true\n---\n"}) / "articles").exists()


def test_the_rights_of_an_outlet_are_those_of_its_articles_that_say_nothing_else(build):
    known = {"content/sources.yaml": "post: {name: Harbour Post, rights: full}\n"}
    assert (build(FULL.replace("rights: full\n", "") + TEXT, known) / PAGE).exists()
    assert not (build(FULL.replace("full", "link") + TEXT, known) / "articles").exists()


def test_a_summary_of_a_feed_is_no_whole_article(build):
    feed = (
        '<rss version="2.0"><channel><title>Post</title><item><title>Boats burn</title><guid>1</guid>'
        "<pubDate>Fri, 07 Mar 2031 12:00:00 GMT</pubDate><description>Five boats burnt.</description>"
        "</item></channel></rss>"
    )
    known = {"content/sources.yaml": "post: {name: Post, rights: full}\n", "content/articles/post.xml": feed}
    site = build(FULL + TEXT, known)
    assert [path.name for path in (site / "articles").iterdir()] == ["00000000f1"]


class TestItsAddress:
    def test_it_stays_when_the_title_changes(self, build):
        assert (build(FULL.replace("Boats burn", "A night of fire") + TEXT) / PAGE).exists()

    def test_a_slug_stands_before_the_id_in_any_script(self, build):
        assert (build(with_line("slug: 港の火事\n")) / "articles/港の火事-00000000f1/index.html").exists()

    def test_two_articles_of_one_slug_have_two_pages(self, build):
        other = with_line("slug: fire\n").replace("f1", "f2")
        site = build(with_line("slug: fire\n"), {"content/articles/b.md": other})
        assert sorted(path.name for path in (site / "articles").iterdir()) == ["fire-00000000f1", "fire-00000000f2"]


class TestForMachines:
    def test_its_canonical_address_is_where_it_came_out(self, build):
        assert canonical(build(with_line(LINK)) / PAGE) == ["https://post.example/boats"]

    def test_also_on_a_site_without_an_address(self, build):
        assert canonical(build(with_line(LINK), address=None) / PAGE) == ["https://post.example/boats"]

    def test_without_a_link_it_is_the_page_itself(self, build):
        assert canonical(build(FULL + TEXT) / PAGE) == ["https://alma.example/articles/00000000f1/"]

    def test_the_sitemap_lists_it_only_where_it_came_out_nowhere_else(self, build):
        address = "<loc>https://alma.example/articles/00000000f1/</loc><lastmod>2031-03-07</lastmod>"
        assert address in (build(FULL + TEXT) / "sitemap.xml").read_text()
        assert "articles/" not in (build(with_line(LINK)) / "sitemap.xml").read_text()

    def test_its_linked_data_cite_the_article_and_call_none_ours(self, build):
        text = (build(with_line(LINK)) / PAGE).read_text()
        (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        data = json.loads(block)
        assert data["@type"] == "WebPage"
        assert not {"author", "publisher", "description"} & data.keys()
        assert data["citation"] == [
            {
                "@type": "NewsArticle", "headline": "Boats burn", "url": "https://post.example/boats",
                "inLanguage": "en", "datePublished": "2031-03-07",
                "author": [{"@type": "Person", "name": "Ada Alm"}],
                "publisher": {"@type": "Organization", "name": "post"},
            }
        ]  # fmt: skip


def test_foreign_text_says_its_language_and_direction(build):
    arabic = "---\nid: a-00000000f1\nlang: ar\ntitle: حريق\ndate: 2031-03-07\nrights: full\n---\nاحترقت خمسة قوارب."
    assert '<article lang="ar" dir="rtl">\n<h1>حريق</h1>' in (build(arabic) / PAGE).read_text()


def test_what_an_article_says_stays_text(build):
    page = (build(f"{FULL}Five `<script>alert(1)</script>` boats & 3 < 5 burnt.") / PAGE).read_text()
    assert "<script>alert" not in page
    assert "3 &lt; 5" in page
