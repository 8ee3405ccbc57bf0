"""What the pages are, before a template sees them."""

import re

import pytest


def article(
    folder, name: str, front_matter: str, text: str = "Boats burnt in the harbour of the invented town."
) -> None:
    (folder / "content/articles").mkdir(parents=True, exist_ok=True)
    (folder / f"content/articles/{name}.md").write_text(f"---\n{front_matter}\n---\n\n{text}\n")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "digest.yaml").write_text("title: A test\nlanguage: en-GB\nstories: {excerpts: {share: 1}}\n")
    return tmp_path


def test_a_draft_does_not_date_the_edition(project, digest):
    article(project, "told", "date: 2031-03-07")
    article(project, "draft", "date: 2035-05-05\ndraft: true")
    digest("-q", "-C", project, "build")
    page = (project / "site/index.html").read_text()
    assert re.findall(r'Edition of <time datetime="([^"]*)"', page) == ["2031-03-07"]


def test_a_retracted_headline_is_not_the_thread_s(project, digest):
    article(project, "a", "title: Mayor burns boats\ndate: 2031-03-07\nthread: fire\nstatus: retracted")
    article(project, "b", "title: Boats burn\ndate: 2031-03-08\nthread: fire")
    digest("-q", "-C", project, "build")
    assert "<h1>Boats burn</h1>" in (project / "site/threads/fire/index.html").read_text()


def test_two_sources_of_one_slug_have_two_anchors(project, digest):
    article(project, "a", "date: 2031-03-07\nsource: Coast Wire")
    article(project, "b", "date: 2031-03-07\nsource: coast-wire!")
    digest("-q", "-C", project, "build")
    anchors = re.findall(r'<h2 id="([^"]*)"', (project / "site/sources/index.html").read_text())
    assert len(anchors) == len(set(anchors)) == 2


def test_without_a_folder_of_articles_the_curator_s_pages_are_no_news(project, digest):
    (project / "content/pages").mkdir(parents=True)
    (project / "content/pages/about.md").write_text("Who we are.")
    digest("-q", "-C", project, "build")
    assert (project / "site/about/index.html").is_file()
    assert not (project / "site/threads").exists()


def test_the_sentences_of_a_day_stand_as_they_were_read_so_that_he_added_has_its_speaker(project, digest):
    text = (
        'Harbour master Ines Calder said: "The fire began on a trawler." "It was out by dawn," she added.\n\n'
        "Mayor Tomas Brill spoke of the trawler, of the fire in the harbour and of the harbour of the town."
    )
    article(project, "a", "date: 2031-03-07\nthread: fire", text)
    digest("-q", "-C", project, "build")
    page = (project / "site/threads/fire/index.html").read_text()
    shown = re.findall(r'<div class="sentence[^>]*>\n<p>([^<]*)', page)
    assert [each.split()[0] for each in shown] == ["Harbour", "&#34;It", "Mayor"]


def test_what_was_announced_for_a_day_stands_behind_what_was_reported_of_it(project, digest):
    # Issue 5: forecasts stood on their day as if they were events, before what happened.
    article(project, "a", "date: 2031-03-07\nthread: suit", "The suit of the ferry company will be filed on 12 March.")
    article(project, "b", "date: 2031-03-12\nthread: suit", "A ferry company sued the harbour of the invented town.")
    digest("-q", "-C", project, "build")
    page = (project / "site/threads/suit/index.html").read_text()
    shown = re.findall(r'<div class="sentence[^>]*>\n<p>([^<]*)', page)
    assert [each.split()[0] for each in shown] == ["A", "The"]
    assert "From a report of 7 March 2031 that says <q>on 12 March</q>." in page


def test_an_announcement_whose_day_has_passed_with_no_report_of_it_stands_under_announced_earlier(project, digest):
    silence = "A minute of silence will be held in all harbours on 9 March."
    article(project, "a", "date: 2031-03-07\nthread: fire", f"Boats burnt in the harbour of the town. {silence}")
    article(project, "b", "date: 2031-03-12\nthread: fire", "A commission met in the hall of the invented town.")
    digest("-q", "-C", project, "build")
    page = (project / "site/threads/fire/index.html").read_text()
    assert page.count(silence) == 1
    assert page.index('<h2 id="announced">') < page.index(silence)
    assert '<h2 id="ahead">' not in page


def test_a_hidden_thread_is_on_no_storyline_s_page_and_a_storyline_of_hidden_ones_has_none(project, digest, put):
    article(project, "a", "title: Boats burn\ndate: 2031-03-07\nthread: fire")
    article(project, "b", "title: Insurers pay\ndate: 2031-05-08\nthread: payment")
    put(project / "content/threads", {"fire.md": "---\nstoryline: The blaze\n---\n"})
    put(project / "content/threads", {"payment.md": "---\nstoryline: The blaze\nhide: true\n---\n"})
    digest("-q", "-C", project, "build")
    page = (project / "site/storylines/the-blaze/index.html").read_text()
    assert re.findall(r'<h3><a href="([^"]*)"', page) == ["../../threads/fire/index.html"]
    put(project / "content/threads", {"fire.md": "---\nstoryline: The blaze\nhide: true\n---\n"})
    digest("-q", "-C", project, "build")
    assert not (project / "site/storylines").exists()


def test_the_last_line_of_a_build_counts_the_pages_that_a_reader_can_open(project, digest):
    (project / "digest.yaml").write_text("title: A test\nbase_url: https://alma.example/\n")
    article(project, "a", "date: 2031-03-07\nthread: fire")
    told = digest("-C", project, "build").stderr
    pages, files = (len([*(project / "site").rglob(pattern)]) for pattern in ("*.html", "feed.*"))
    assert files
    assert f"1 article in 1 thread, {pages} pages in site: " in told
