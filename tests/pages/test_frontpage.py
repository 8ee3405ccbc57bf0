"""The home page is an edition with an end: what leads, what is pinned, what stands first, and where all the rest is."""

import re

import pytest

SETTINGS = "title: Alma watch\nstories: {excerpts: {share: 1}}\n"
OUTLETS = ("Harbour Post", "Coast Wire", "Alma Courier")
TEXT = "The harbour of Alma burnt for a whole night and a day. Ada Alm saw it first. Nobody was hurt at the quay."


def report(thread, day, source, text):
    return f"---\nthread: {thread}\ntitle: Of {thread}\ndate: 2031-03-{day:02}\nsource: {source}\n---\n{text}\n"


@pytest.fixture
def build(tmp_path, digest, put):
    """Return a function that builds a site of some articles and returns the text of its home page."""

    def run(files):
        project = put(tmp_path / "project", {"digest.yaml": SETTINGS, **files})
        done = digest("-q", "-C", project, "build")
        assert done.status == 0, done.stderr
        return (project / "site/index.html").read_text()

    return run


def many(threads, singles):
    pairs = {
        f"content/articles/{n}-{half}.md": report(f"t{n}", n % 9 + half * 9 + 1, OUTLETS[half], f"Event {n} of {half}.")
        for n in range(threads)
        for half in range(2)
    }
    alone = {f"content/articles/s{n}.md": report(f"s{n}", 5, OUTLETS[2], f"Single {n}.") for n in range(singles)}
    return {**pairs, **alone}


class TestItHasAnEnd:
    def test_it_shows_thirty_threads_and_twenty_other_reports_and_leads_to_all(self, build):
        home = build(many(threads=33, singles=24))
        others = home.partition('id="others"')[2].partition("</ul>")[0]
        assert (home.count("<article>"), others.count("<li>")) == (30, 20)
        assert '<a href="search/index.html#all">All 57 threads</a>' in home

    def test_one_that_shows_all_leads_to_no_more(self, build):
        assert "#all" not in build(many(threads=2, singles=2))

    def test_a_pinned_thread_is_among_them_however_old(self, build):
        files = {**many(threads=33, singles=0), "content/threads/old.md": "---\npin: true\n---\n"}
        old = {f"content/articles/o{n}.md": report("old", 1, OUTLETS[n], f"Old {n}.") for n in range(2)}
        first = re.findall(r"<h3[^>]*>.*?</h3>", build({**files, **old}))[0]
        assert "threads/old/" in first

    def test_it_counts_all_reports(self, build):
        assert "90 reports" in build(many(threads=33, singles=24))


class TestACard:
    def card(self, home):
        return home.partition("<article>")[2].partition("</article>")[0]

    @pytest.fixture
    def three(self):
        texts = (TEXT, TEXT, "The mayor of the town spoke to the crews.")
        return {
            f"content/articles/{n}.md": report("fire", 7, source, text)
            for n, (source, text) in enumerate(zip(OUTLETS, texts, strict=True))
        }

    def test_it_says_how_many_reports_are_independent_where_they_are_fewer(self, build, three):
        assert "3 reports · 3 outlets · 2 independent reports · " in self.card(build(three))

    def test_it_does_not_where_all_are(self, build):
        assert "independent" not in build(many(threads=2, singles=0))

    def test_a_pinned_thread_says_so(self, build, three):
        assert '<p class="meta">Pinned · 3 reports' in self.card(
            build({**three, "content/threads/fire.md": "---\npin: true\n---\n"})
        )
        assert "Pinned" not in build({**three, "content/threads/fire.md": "---\npin: false\n---\n"})

    def test_the_lead_with_a_standfirst_says_nothing_beside_it(self, build, three):
        card = self.card(build({**three, "content/threads/fire.md": "---\nstandfirst: A night of fire.\n---\n"}))
        assert re.findall(r"<p[^>]*>([^<]*)", card)[:-1] == ["A night of fire."]

    def test_the_lead_without_one_has_two_sentences_at_a_glance(self, build, three):
        card = self.card(build(three))
        assert card.count('class="credit"') == 2
