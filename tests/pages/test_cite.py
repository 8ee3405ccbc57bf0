"""A thread's citation: as text that one can copy, and as BibTeX that no title can break."""

import re
from html import unescape

import pytest


@pytest.fixture
def cited(tmp_path, digest, put):
    """Return a function that builds a thread with a title and returns its citation: the text, and the BibTeX."""

    def run(title="Boats burn", *options, slug="fire", address="https://alma.example/news/"):
        files = {
            "digest.yaml": f"title: Alma & watch\nlanguage: en-GB\nbase_url: {address}\n",
            "content/articles/a.md": f"---\nthread: {slug}\ndate: 2031-03-07\ntitle: '{title}'\n---\nFive boats burnt.",
        }
        put(tmp_path, files)
        done = digest("-q", "-C", tmp_path, "build", *options)
        assert done.status == 0, done.stderr
        page = (tmp_path / "site/threads" / slug / "index.html").read_text()
        text, bibtex = re.findall(
            r"<summary>As text and as BibTeX</summary>\n<p>(.*?)</p>\n<pre[^>]*>(.*?)</pre>", page, re.DOTALL
        )[0]
        return unescape(re.sub("<[^>]*>", "", text)), unescape(bibtex)

    return run


def test_the_text_names_the_thread_the_site_the_edition_and_the_address(cited):
    text, _ = cited()
    assert text == "Boats burn. Alma & watch, edition of 7 March 2031. https://alma.example/news/threads/fire/"


def test_bibtex_has_the_same(cited):
    _, bibtex = cited()
    assert bibtex == (
        "@misc{fire-2031-03-07,\n"
        "  title = {{Boats burn}},\n"
        "  howpublished = {Alma \\& watch},\n"
        "  year = {2031},\n"
        "  month = mar,\n"
        "  day = {7},\n"
        "  url = {https://alma.example/news/threads/fire/}\n"
        "}"
    )


def test_the_day_is_that_of_the_edition(cited):
    text, bibtex = cited("Boats burn", "--now", "2031-04-01")
    assert "edition of 1 April 2031" in text
    assert "month = apr,\n  day = {1}," in bibtex


def test_a_site_without_an_address_cites_none(cited):
    text, bibtex = cited(address='""')
    assert text == "Boats burn. Alma & watch, edition of 7 March 2031."
    assert "url" not in bibtex


@pytest.mark.parametrize(
    ("title", "written"),
    [
        pytest.param("50% of A_1 & B #2 $3", r"50\% of A\_1 \& B \#2 \$3", id="signs that TeX reads"),
        pytest.param("}} @misc{x,", r"\textbraceright{}\textbraceright{} @misc\textbraceleft{}x,", id="braces"),
        pytest.param(r"C:\input ~ ^", r"C:\textbackslash{}input \textasciitilde{} \textasciicircum{}", id="commands"),
        pytest.param("حريق 港", "حريق 港", id="other scripts"),
    ],
)
def test_a_title_cannot_end_its_field(cited, title, written):
    _, bibtex = cited(title)
    assert f"  title = {{{{{written}}}}},\n" in bibtex
    assert bibtex.count("{") == bibtex.count("}")


def test_the_key_is_in_ascii(cited):
    _, bibtex = cited(slug="港の火事")
    assert re.match(r"@misc\{[0-9a-f]{10}-2031-03-07,", bibtex)
