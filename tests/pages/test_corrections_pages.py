"""What was corrected: the page, the box on a thread's page, the feeds, and the number at its head."""

import json
import re

import pytest

ADDRESS = "https://alma.example/news/"
NOTICE = "Correction, 8 March: The fire broke out at nine, not at ten."
REPORT = (
    "---\nid: a-00000000a1\nthread: fire\ntitle: Boats burn\ndate: 2031-03-07\nsource: Post\n---\n"
    "Six boats burnt in the harbour of Alma in the night.\n\nCrews from four towns fought the flames until the morning."
    " Mayor Ada Alm asked the harbour guard why no alarm bell was rung on Friday night."
)
FILES = {
    "digest.yaml": f"title: Alma watch\nbase_url: {ADDRESS}\nlanguage: en-GB\nstories: {{excerpts: {{share: 1}}}}\n",
    "content/articles/a.txt": REPORT,
}
OURS = {
    "content/corrections.yaml": (
        "- {date: 2031-03-09, thread: fire, article: a.txt, text: 'It was *five* boats. <b>Sorry</b>.'}\n"
        "- {date: 2031-03-11, text: We spelt Ilse wrong.}\n"
    )
}
THEIRS = {"content/articles/a.txt": f"{REPORT}\n\n{NOTICE}\n"}
RETRACTED = {
    "content/articles/d.md": (
        "---\nid: a-00000000d1\nthread: fire\ntitle: Mayor did it\ndate: 2031-03-08\nsource: Post\n"
        "status: retracted\n---\nHe did it."
    )
}


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site of files beside the first ones and returns where it is."""

    def run(*files: dict[str, str]):
        put(tmp_path, {name: text for each in (FILES, *files) for name, text in each.items()})
        assert digest("-q", "-C", tmp_path, "build").status == 0
        return tmp_path / "site"

    return run


def thread(site) -> str:
    return (site / "threads/fire/index.html").read_text()


def page(site) -> str:
    return (site / "corrections/index.html").read_text()


class TestThePage:
    def test_ours_stand_first_then_those_of_outlets_then_what_was_retracted(self, build):
        text = page(build(OURS, THEIRS, RETRACTED))
        assert re.findall(r"<h2[^>]*>([^<]*)", text) == [
            "What we got wrong",
            "What outlets corrected in their reports",
            "Retracted",
        ]
        order = [text.index(each) for each in ("We spelt", "It was <em>five</em>", NOTICE, "Mayor did it")]
        assert order == sorted(order)

    @pytest.mark.parametrize(
        ("files", "heading"),
        [
            pytest.param(OURS, "What we got wrong", id="ours"),
            pytest.param(THEIRS, "What outlets corrected in their reports", id="an outlet's"),
            pytest.param(RETRACTED, "Retracted", id="a report that was retracted"),
        ],
    )
    def test_one_kind_alone_makes_the_page_and_no_other_heading(self, files, heading, build):
        site = build(files)
        assert re.findall(r"<h2[^>]*>([^<]*)", page(site)) == [heading]
        assert 'href="corrections/index.html"' in (site / "index.html").read_text()

    def test_where_nothing_was_corrected_there_is_no_page(self, build):
        site = build()
        assert not (site / "corrections").exists()
        assert "orrection" not in thread(site)

    def test_raw_html_is_shown_as_it_was_typed(self, build):
        assert "&lt;b&gt;Sorry&lt;/b&gt;" in page(build(OURS))

    def test_a_correction_of_a_hidden_thread_is_hidden(self, build):
        site = build(OURS, {"content/threads/fire.md": "---\nhide: true\n---\n"})
        assert "We spelt" in page(site)
        assert "boats" not in page(site)


class TestTheThread:
    def test_it_has_a_dated_box_at_an_anchor_and_says_so_at_its_head(self, build):
        text = thread(build(OURS))
        assert '<a href="#corrections">1 correction</a>' in text
        (box,) = re.findall(r'<li class="editor" id="e-2031-03-09-[0-9a-f]{10}">.*?</li>', text, re.DOTALL)
        assert '<time datetime="2031-03-09">9 March 2031</time>' in box
        assert "<p>It was <em>five</em> boats." in box
        assert "Boats burn" in box

    def test_a_correction_of_no_thread_is_on_none(self, build):
        assert "We spelt" not in thread(build(OURS))

    def test_an_outlet_s_notice_is_quoted_with_its_source(self, build):
        text = thread(build(THEIRS))
        box = text.partition('<h2 id="corrections">')[2].partition("</section>")[0]
        assert f"<q>{NOTICE}</q>" in box
        assert "<cite>Post</cite> · <bdi>Boats burn</bdi> · " in box
        assert '<a href="#corrections">1 correction</a>' in text

    def test_of_a_notice_that_may_not_be_shown_it_is_said_that_it_is_there(self, build):
        text = thread(
            build({"content/articles/a.txt": THEIRS["content/articles/a.txt"].replace("id:", "rights: link\nid:")})
        )
        assert NOTICE not in text
        assert "The outlet printed a correction with this report; its words may not be shown here." in text

    def test_it_says_how_many_sentences_are_not_shown_for_the_limit_of_excerpts(self, build):
        limit = {"digest.yaml": FILES["digest.yaml"].replace("share: 1", "words: 20, share: 1")}
        assert "2 more sentences are not shown: excerpts are limited." in thread(build(limit))
        assert "excerpts are limited" not in thread(build({"digest.yaml": FILES["digest.yaml"]}))


class TestTheFeeds:
    def items(self, site) -> list[dict]:
        return json.loads((site / "corrections/feed.json").read_text())["items"]

    def test_each_correction_is_an_entry_the_newest_first(self, build):
        items = self.items(build(OURS, THEIRS, RETRACTED))
        assert [(each["title"], each["date_published"][:10]) for each in items] == [
            ("Correction", "2031-03-11"),
            ("Correction: Boats burn", "2031-03-09"),
            ("Mayor did it", "2031-03-08"),
            ("Correction: Boats burn", "2031-03-07"),
        ]
        assert [each["content_text"] for each in items] == [
            "We spelt Ilse wrong.",
            "It was five boats. Sorry.",
            "Post · Boats burn",
            f"{NOTICE} · Post",
        ]

    def test_an_entry_leads_to_its_place_on_the_page(self, build):
        site = build(OURS, THEIRS, RETRACTED)
        anchors = [each["id"].partition("#")[2] for each in self.items(site)]
        assert all(f'id="{anchor}"' in page(site) for anchor in anchors)
        assert len(set(anchors)) == 4

    def test_ids_stay_when_an_older_correction_is_put_in_and_the_thread_gets_another_name(self, build):
        before = {each["id"] for each in self.items(build(OURS))}
        older = {"content/corrections.yaml": "- {date: 2031-03-08, text: Older.}\n" + OURS["content/corrections.yaml"]}
        renamed = {"content/threads/fire.md": "---\ntitle: The night of the boats\n---\n"}
        assert before < {each["id"] for each in self.items(build(older, renamed))}


def test_the_sitemap_dates_the_page_by_the_newest_correction(build):
    text = (build(OURS) / "sitemap.xml").read_text()
    assert re.findall(r"corrections/</loc>\s*<lastmod>([^<]*)", text) == ["2031-03-11"]


def test_a_fault_is_told_with_its_line_and_the_rest_is_built(tmp_path, digest, put):
    put(tmp_path, {**FILES, "content/corrections.yaml": "- {date: 2031-03-09, thread: gone, text: Five.}\n- Six.\n"})
    done = digest("-C", tmp_path, "build")
    no_thread = 'there is no thread "gone". Write a thread\'s slug; `digest list threads` shows them.'
    assert [line for line in done.stderr.splitlines() if "corrections.yaml" in line] == [
        f"content/corrections.yaml:1: {no_thread}",
        'content/corrections.yaml:2: a correction is "Six.". Write `key: value` lines.',
    ]
    assert "Five." in page(tmp_path / "site")
