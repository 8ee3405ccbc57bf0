"""What was published keeps its address: by the lock, by redirects, and by a build that refuses to change the lock."""

import re
from pathlib import Path

import pytest

HARBOUR = "Boats burnt in the harbour of the invented town of Alma."
CHESS = "The chess club of Nettlebay won by four boards to two."


@pytest.fixture
def project(tmp_path, put) -> Path:
    files = {
        "digest.yaml": "title: Alma watch\n",
        "content/articles/boats.md": f"---\ntitle: Boats burn\ndate: 2031-03-07\nthread: fire\n---\n{HARBOUR}\n",
        "content/articles/count.md": "---\ntitle: The count\ndate: 2031-03-08\nthread: fire\n---\nThey were six.\n",
        "content/articles/chess.md": f"---\ntitle: Chess club wins\ndate: 2031-03-09\n---\n{CHESS}\n",
    }
    return put(tmp_path / "project", files)


def pages(project: Path) -> list[str]:
    return sorted(path.parent.name for path in project.glob("site/threads/*/index.html"))


def leads_to(project: Path, slug: str) -> str:
    """Return where the page at a thread's address leads by itself."""
    page = (project / f"site/threads/{slug}/index.html").read_text()
    return re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]*)">', page)[0]


class TestARedirect:
    def test_leads_from_a_thread_that_was_merged(self, project, digest, put):
        digest("-q", "-C", project, "build")
        put(project, {"content/threads/fire.md": "---\nmerge: [chess-club-wins]\n---\n"})
        assert digest("-q", "-C", project, "build").stderr == ""
        assert pages(project) == ["chess-club-wins", "fire"]
        assert leads_to(project, "chess-club-wins") == "../fire/index.html"

    def test_stays_when_the_articles_of_the_merged_thread_are_gone(self, project, digest, put):
        put(project, {"content/threads/fire.md": "---\nmerge: [chess-club-wins]\n---\n"})
        digest("-q", "-C", project, "build")
        (project / "content/articles/chess.md").unlink()
        assert digest("-q", "-C", project, "build").stderr == ""
        assert leads_to(project, "chess-club-wins") == "../fire/index.html"

    def test_leads_from_the_earlier_name_of_a_thread(self, project, digest, put):
        put(project, {"content/threads/fire.md": "---\naliases: [The blaze]\n---\n"})
        digest("-q", "-C", project, "build")
        assert leads_to(project, "the-blaze") == "../fire/index.html"

    def test_is_no_redirect_where_a_thread_stands_and_the_alias_is_a_fault(self, project, digest, put):
        digest("-q", "-C", project, "build")
        put(project, {"content/threads/fire.md": "---\naliases: [chess-club-wins]\n---\n"})
        assert digest("-q", "-C", project, "build").stderr == (
            'content/threads/fire.md:2: "chess-club-wins" is the address of a thread, and does not lead to another. '
            "Delete this alias, or merge that thread: `merge: [chess-club-wins]`.\n"
        )
        assert "Chess club wins" in (project / "site/threads/chess-club-wins/index.html").read_text()

    def test_is_not_taken_by_a_new_story(self, project, digest, put):
        put(project, {"content/threads/fire.md": "---\naliases: [chess-club-wins]\n---\n"})
        assert digest("-q", "-C", project, "build").stderr == ""
        assert leads_to(project, "chess-club-wins") == "../fire/index.html"


class TestAnArticleThatVanished:
    def test_leaves_its_thread_and_the_thread_its_address(self, project, digest):
        digest("-q", "-C", project, "build")
        (project / "content/articles/boats.md").unlink()
        assert digest("-q", "-C", project, "build").stderr == ""
        page = (project / "site/threads/fire/index.html").read_text()
        assert "<h1>The count</h1>" in page
        assert HARBOUR not in page

    def test_finds_its_thread_when_it_comes_back(self, project, digest):
        digest("-q", "-C", project, "build")
        boats = project / "content/articles/chess.md"
        text = boats.read_text()
        boats.unlink()
        digest("-q", "-C", project, "build")
        assert pages(project) == ["fire"]
        boats.write_text(text.replace("Chess club wins", "Another title"))
        digest("-q", "-C", project, "build")
        assert pages(project) == ["chess-club-wins", "fire"]

    def test_takes_along_the_page_of_a_storyline_that_has_no_other_thread(self, project, digest, put):
        put(project, {"content/threads/chess-club-wins.md": "---\nstoryline: The season\n---\n"})
        digest("-q", "-C", project, "build")
        assert (project / "site/storylines/the-season/index.html").is_file()
        (project / "content/articles/chess.md").unlink()
        digest("-q", "-C", project, "build")
        assert not (project / "site/storylines").exists()


class TestFrozen:
    def test_builds_where_the_lock_stays_as_it_is(self, project, digest, contents):
        digest("-q", "-C", project, "build")
        before = contents(project)
        done = digest("-q", "-C", project, "build", "--frozen")
        assert (done.status, done.stderr) == (0, "")
        assert contents(project) == before

    def test_writes_nothing_where_the_lock_would_change(self, project, digest, contents, put):
        digest("-q", "-C", project, "build")
        put(project, {"content/articles/late.md": "---\nid: late\ndate: 2031-03-10\nthread: fire\n---\nIt was out.\n"})
        before = contents(project)
        done = digest("-q", "-C", project, "build", "--frozen")
        assert done.status == 1
        assert re.sub("a-[0-9a-f]{10}", "ID", done.stderr) == (
            'content/threads.lock:1: this build would add 1 article (ID to "fire"). '
            "Run `digest build` without --frozen, and commit this file.\n"
        )
        after = contents(project)
        assert {name: after[name] for name in after if not name.startswith(".digest-cache")} == {
            name: before[name] for name in before if not name.startswith(".digest-cache")
        }

    def test_names_a_merge_conflict_with_what_to_do(self, project, digest):
        digest("-q", "-C", project, "build")
        lock = project / "content/threads.lock"
        lock.write_text(f"{lock.read_text()}<<<<<<< HEAD\n=======\n>>>>>>> theirs\n")
        done = digest("-q", "-C", project, "build", "--frozen")
        what = (
            "git left a merge conflict here. Keep the lines of both sides, but of two lines on one article only one, "
            "and delete the marks.\n"
        )
        assert (done.status, done.stderr) == (
            1,
            "".join(f"content/threads.lock:{line}: {what}" for line in (5, 6, 7)),
        )


class TestNews:
    def test_is_what_came_since_the_edition_before(self, project, digest, put):
        digest("-q", "-C", project, "build", "--now", "2031-03-09")
        home = (project / "site/index.html").read_text()
        assert 'class="new"' not in home
        late = (
            "---\ntitle: Crane lifts first boat\ndate: 2031-03-10\nthread: fire\n---\nA crane lifted the first boat.\n"
        )
        put(project, {"content/articles/crane.md": late})
        digest("-q", "-C", project, "build", "--now", "2031-03-10")
        home, page = ((project / f"site/{path}index.html").read_text() for path in ("", "threads/fire/"))
        assert '<b class="new">1 new report</b> since <time datetime="2031-03-09">March 9, 2031</time>' in home
        assert re.findall(r'<p>([^<]*)<sup.*\n<p class="note"><b class="new">New', page) == [
            "A crane lifted the first boat."
        ]

    def test_does_not_grow_old_by_the_clock(self, project, digest, contents):
        digest("-q", "-C", project, "build", "--now", "2031-03-09")
        first = contents(project / "site")
        digest("-q", "-C", project, "build", "--now", "2031-03-09")
        assert contents(project / "site") == first

    def test_is_nothing_in_an_edition_that_nothing_came_with(self, project, digest):
        for day in ("2031-03-09", "2031-03-10"):
            digest("-q", "-C", project, "build", "--now", day)
        home = (project / "site/index.html").read_text()
        assert 'nothing new since <time datetime="2031-03-09">' in home

    def test_knows_no_day_of_an_article_that_no_page_shows(self, project, digest, put):
        draft = "---\ntitle: A draft\ndate: 2031-03-20\nstatus: draft\n---\nNot yet.\n"
        put(project, {"content/articles/draft.md": draft})
        digest("-q", "-C", project, "build")
        stamps = {line.split()[-1] for line in (project / "content/threads.lock").read_text().splitlines()[1:]}
        assert stamps == {"2031-03-09"}
