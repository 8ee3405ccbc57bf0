"""Who decides in which thread an article is: front matter, then the curator, then the lock, then the machine."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digest.errors import Fault
from digest.model import Article, Line, Origins, Sentence
from digest.threads.curation import Curation, read_curation
from digest.threads.lock import Lock
from digest.threads.settings import GroupSettings
from digest.threads.thread import Threading, thread

FIRE = (
    "Fishing boats burnt in the harbour of Port Amber, and the fire brigade fought the flames until dawn.",
    "The harbour master Ines Calder said that the fire began on the trawler Wanderer.",
)
CHESS = (
    "The chess club of Nettlebay won its match against Lower Wick by four boards to two.",
    "Grandmaster Tomas Brill played a Sicilian defence on the first board.",
)
MISSING_ARTICLE = "Write an article's id, path or file name; `digest list articles` shows them"
MISSING_THREAD = "Write a thread's slug; `digest list threads` shows them"


def identity(name: str) -> str:
    """Return an id for a name of one letter."""
    return f"a-{name * 10}"


def article(
    name: str, title: str, paragraphs=FIRE, *, day: int | None = 7, given: str | None = None, **more
) -> Article:
    return Article(
        identity(name), f"content/articles/{name}.md", title, date(2031, 3, day) if day else None, None, (), None, None,
        None, more.pop("lang", "en"), None, None, (), given, more.pop("slug", None), "published", "excerpt",
        Origins(more.pop("origin", "front-matter")), paragraphs,
        tuple(Sentence(text, number, None) for number, text in enumerate(paragraphs)), (),
    )  # fmt: skip


def curated(folder: Path, **files: str) -> Curation:
    """Return the curation of files called by their slugs, `_` for "-", with the front matter given."""
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.md").write_text(f"---\n{text}\n---\n")
    return read_curation(folder, "content/threads")


def threaded(*articles: Article, curation: Curation | None = None, lock: dict[str, str] | None = None) -> Threading:
    slugs = {identity(name): slug for name, slug in (lock or {}).items()}
    return thread(articles, curation or Curation({}), Lock(slugs), GroupSettings())


def members(threading: Threading) -> dict[str, str]:
    """Return the letters of the articles of each thread, in their order there."""
    return {each.slug: "".join(article.id[-1] for article in each.articles) for each in threading.threads}


A = article("a", "Boats burn in Port Amber", day=7)
B = article("b", "Fire in the harbour of Port Amber", day=8)
C = article("c", "Chess club wins away", CHESS, day=9)


class TestTheMachine:
    def test_puts_what_is_alike_together_under_the_first_headline_and_the_rest_alone(self):
        assert members(threaded(C, B, A)) == {"chess-club-wins-away": "c", "boats-burn-in-port-amber": "ab"}

    def test_names_a_thread_by_the_slug_that_its_first_article_asks_for(self):
        assert members(threaded(article("a", "Boats burn", slug="The fire"), B)) == {"the-fire": "ab"}

    def test_names_a_thread_by_a_headline_before_a_derived_title(self):
        derived = article("a", "Fishing boats burnt in", day=7, origin="derived")
        assert [each.title for each in threaded(derived, B).threads] == ["Fire in the harbour of Port Amber"]

    def test_keeps_the_headline_of_the_article_that_gave_the_address(self):
        early = article("e", "Harbour of Port Amber on fire", FIRE, day=1)
        after = threaded(early, A, lock={"a": "boats-burn-in-port-amber", "e": "boats-burn-in-port-amber"})
        assert [(each.slug, each.title, len(each.articles)) for each in after.threads] == [
            ("boats-burn-in-port-amber", "Boats burn in Port Amber", 2)
        ]

    def test_takes_another_headline_where_that_article_is_gone_or_retracted(self):
        lock = threaded(A).lock
        retracted = replace(A, status="retracted")
        for some in ([B], [retracted, B]):
            found = thread(some, Curation({}), lock, GroupSettings())
            assert [each.title for each in found.threads] == ["Fire in the harbour of Port Amber"]

    def test_takes_no_headline_of_an_article_that_was_included_or_merged(self, tmp_path):
        lock = {"b": "boats-burn-in-port-amber", "c": "boats-burn-in-port-amber", "e": "other"}
        early = article("e", "An early report", CHESS, day=1)
        for word in ("include: [e.md]", "merge: [other]", f"include: [{identity('e')}, c.md]"):
            found = threaded(early, B, C, curation=curated(tmp_path, boats_burn_in_port_amber=word), lock=lock)
            assert [each.title for each in found.threads] == ["Fire in the harbour of Port Amber"]

    def test_keeps_that_headline_when_the_article_is_moved_away_and_back(self, tmp_path):
        lock = {"a": "boats-burn-in-port-amber", "b": "boats-burn-in-port-amber"}
        found = threaded(A, B, curation=curated(tmp_path, boats_burn_in_port_amber="include: [a.md]"), lock=lock)
        assert [each.title for each in found.threads] == ["Boats burn in Port Amber"]

    def test_takes_the_headline_of_an_included_article_where_there_is_no_other(self, tmp_path):
        found = threaded(A, C, curation=curated(tmp_path, chosen="include: [a.md, c.md]"))
        assert [each.title for each in found.threads] == ["Boats burn in Port Amber"]

    def test_tells_two_threads_of_one_name_apart_by_an_articles_id(self):
        assert members(threaded(article("a", "News", FIRE, day=7), article("b", "News", CHESS, day=8))) == {
            "news-bbbbbbbbbb": "b",
            "news": "a",
        }

    def test_keeps_two_languages_apart(self):
        other = article("b", "Boats burn", lang="de")
        assert sorted(members(threaded(A, other)).values()) == ["a", "b"]

    def test_keeps_what_is_alike_and_half_a_year_apart_apart(self):
        late = Article(
            *(getattr(B, name) if name != "published" else date(2032, 3, 7) for name in B.__dataclass_fields__)
        )
        assert sorted(members(threaded(A, late)).values()) == ["a", "b"]

    def test_puts_an_undated_article_where_its_words_put_it_and_last(self):
        assert members(threaded(article("u", "Harbour fire", day=None), A, B)) == {"boats-burn-in-port-amber": "abu"}

    @pytest.mark.parametrize("order", [(A, B, C), (C, B, A), (B, C, A)], ids=["as they came", "backwards", "shuffled"])
    def test_does_not_mind_in_which_order_articles_come(self, order):
        assert threaded(*order) == threaded(A, B, C)


class TestTheLock:
    def test_remembers_what_the_machine_proposed(self):
        assert threaded(A, B, C).lock.slugs == {
            identity("a"): "boats-burn-in-port-amber",
            identity("b"): "boats-burn-in-port-amber",
            identity("c"): "chess-club-wins-away",
        }

    def test_wins_over_the_machine(self):
        assert members(threaded(A, B, lock={"a": "one", "b": "two"})) == {"two": "b", "one": "a"}

    def test_draws_a_new_article_into_the_thread_it_keeps(self):
        assert members(threaded(A, B, lock={"a": "the-fire"})) == {"the-fire": "ab"}

    def test_keeps_an_address_when_the_article_that_gave_it_goes(self):
        lock = threaded(A, B).lock
        assert members(thread([B], Curation({}), lock, GroupSettings())) == {"boats-burn-in-port-amber": "b"}

    def test_keeps_the_place_of_an_article_that_is_not_there(self):
        assert threaded(C, lock={"a": "the-fire"}).lock.slugs == {
            identity("a"): "the-fire",
            identity("c"): "chess-club-wins-away",
        }

    def test_leaves_its_address_to_an_article_whose_file_was_moved(self):
        # A moved file is another article of the same title; its readers' links shall not break.
        assert members(threaded(C, lock={"a": "chess-club-wins-away"})) == {"chess-club-wins-away": "c"}

    def test_gives_no_new_thread_an_address_that_another_has(self):
        again = article("d", "Boats burn in Port Amber", CHESS, day=9, lang="de")
        assert members(threaded(A, again, lock={"a": "boats-burn-in-port-amber"})) == {
            "boats-burn-in-port-amber": "a",
            "boats-burn-in-port-amber-dddddddddd": "d",
        }

    @pytest.mark.parametrize("day", [1, 8, 30], ids=["before the others", "among them", "after them"])
    @pytest.mark.parametrize("paragraphs", [FIRE, CHESS, FIRE + CHESS], ids=["of the fire", "of chess", "of both"])
    def test_an_article_that_is_added_later_moves_no_other(self, day, paragraphs):
        before = threaded(A, B, C)
        added = article("d", "Boats burn in Port Amber", paragraphs, day=day)
        after = thread([A, B, C, added], Curation({}), before.lock, GroupSettings())
        assert {each: after.lock.slugs[each] for each in before.lock.slugs} == before.lock.slugs

    def test_a_second_build_changes_nothing(self, tmp_path):
        curation = curated(tmp_path, chess_club_wins_away="merge: [boats-burn-in-port-amber]")
        first = threaded(A, B, C, curation=curation)
        assert thread([A, B, C], curation, first.lock, GroupSettings()) == first


class TestTheCurator:
    def test_who_includes_an_article_wins_over_the_lock(self, tmp_path):
        curation = curated(tmp_path, the_fire="include: [a.md, content/articles/b.md]")
        assert members(threaded(A, B, C, curation=curation, lock={"a": "old"})) == {
            "chess-club-wins-away": "c",
            "the-fire": "ab",
        }

    def test_who_includes_an_article_in_a_thread_that_the_machine_is_yet_to_propose_means_that_one(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber=f"include: [{identity('c')}]")
        assert members(threaded(A, B, C, curation=curation)) == {"boats-burn-in-port-amber": "abc"}

    def test_who_excludes_an_article_wins_over_the_lock(self, tmp_path):
        curation = curated(tmp_path, the_fire="exclude: [a-bbbbbbbbbb]")
        assert members(threaded(A, B, curation=curation, lock={"a": "the-fire", "b": "the-fire"})) == {
            "fire-in-the-harbour-of-port-amber": "b",
            "the-fire": "a",
        }

    def test_who_excludes_an_article_is_heard_from_the_first_build_on(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber="exclude: [b.md]")
        first = threaded(A, B, curation=curation)
        assert members(first) == {"fire-in-the-harbour-of-port-amber": "b", "boats-burn-in-port-amber": "a"}
        assert members(thread([A, B], curation, first.lock, GroupSettings())) == members(first)

    def test_who_excludes_an_article_does_not_get_it_back_by_a_merge(self, tmp_path):
        curation = curated(tmp_path, one="merge: [two]\nexclude: [b.md]")
        first = threaded(A, B, C, curation=curation, lock={"a": "one", "b": "two", "c": "two"})
        assert members(first) == {"one": "ac", "fire-in-the-harbour-of-port-amber": "b"}
        assert members(thread([A, B, C], curation, first.lock, GroupSettings())) == members(first)

    def test_who_excludes_an_article_leaves_the_address_of_a_merged_thread_to_the_merge(self, tmp_path):
        curation = curated(tmp_path, one="merge: [two]\nexclude: [b.md]")
        first = threaded(A, B, curation=curation, lock={"a": "one", "b": "two"})
        second = thread([A, B], curation, first.lock, GroupSettings())
        assert [{each.slug: each.aliases for each in build.threads} for build in (first, second)] == [
            {"fire-in-the-harbour-of-port-amber": (), "one": ("two",)}
        ] * 2

    def test_who_excludes_an_article_does_so_by_the_name_that_a_thread_gets_in_the_end(self, tmp_path):
        news = [article("a", "News", FIRE, day=7), article("b", "News", CHESS, day=8), C]
        assert members(threaded(*news)) == {"news-bbbbbbbbbb": "bc", "news": "a"}
        curation = curated(tmp_path, news_bbbbbbbbbb="exclude: [c.md]")
        first = threaded(*news, curation=curation)
        assert members(first) == {"chess-club-wins-away": "c", "news-bbbbbbbbbb": "b", "news": "a"}
        assert thread(news, curation, first.lock, GroupSettings()) == first

    def test_who_excludes_the_first_article_from_the_thread_that_it_would_name_gets_another_name(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber="exclude: [a.md]")
        first = threaded(A, curation=curation)
        assert members(first) == {"boats-burn-in-port-amber-aaaaaaaaaa": "a"}
        assert thread([A], curation, first.lock, GroupSettings()) == first

    def test_who_names_a_path_means_that_file_and_no_other_of_its_name(self, tmp_path):
        curation = curated(tmp_path, chosen="include: [fire.md]")
        here = replace(C, id=identity("d"), path="content/articles/fire.md")
        elsewhere = replace(C, id=identity("e"), path="content/articles/2031/fire.md", lang="de")
        assert members(threaded(here, elsewhere, curation=curation))["chosen"] == "d"

    def test_who_names_what_several_files_are_called_is_asked_which(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber="include: [fire.md]")
        ones = [replace(C, id=identity(name), path=f"content/articles/{name}/fire.md") for name in "de"]
        assert [(fault.line, fault.what, fault.mend) for fault in threaded(A, *ones, curation=curation).faults] == [
            (2, '"fire.md" means a-dddddddddd, a-eeeeeeeeee', "Write the id of the one you mean")
        ]

    def test_who_splits_a_thread_makes_another(self, tmp_path):
        curation = curated(tmp_path, the_fire="split: [{into: the-inquiry, articles: [b.md]}]")
        assert members(threaded(A, B, curation=curation, lock={"a": "the-fire", "b": "the-fire"})) == {
            "the-inquiry": "b",
            "the-fire": "a",
        }

    def test_who_merges_threads_moves_them_whole_and_their_addresses_lead_on(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber="merge: [chess-club-wins-away]\naliases: [The harbour]")
        threading = threaded(A, B, C, curation=curation)
        assert [(each.slug, each.aliases) for each in threading.threads] == [
            ("boats-burn-in-port-amber", ("chess-club-wins-away", "the-harbour"))
        ]
        assert members(threading) == {"boats-burn-in-port-amber": "abc"}

    def test_who_merges_along_a_chain_arrives_at_its_end(self, tmp_path):
        curation = curated(tmp_path, two="merge: [one]", three="merge: [two]")
        assert members(threaded(A, B, C, curation=curation, lock={"a": "one", "b": "two", "c": "three"})) == {
            "three": "abc"
        }

    def test_who_merges_a_thread_keeps_the_aliases_of_its_file(self, tmp_path):
        curation = curated(tmp_path, one="merge: [two]", two="aliases: [three]")
        found = threaded(A, C, curation=curation, lock={"a": "one", "c": "two"})
        assert [each.aliases for each in found.threads] == [("three", "two")]

    def test_who_merges_in_a_circle_with_a_tail_ends_in_the_circle(self, tmp_path):
        curation = curated(tmp_path, three="merge: [a-tail, two]", two="merge: [three]")
        lock = {"a": "a-tail", "b": "two", "c": "three"}
        found = threaded(A, B, C, curation=curation, lock=lock)
        assert members(found) == {"three": "abc"}
        assert [str(fault) for fault in found.faults] == [
            "content/threads/two.md:2: these threads are merged in a circle. Delete one of the merges."
        ]

    def test_who_merges_in_a_circle_loses_nothing(self, tmp_path):
        curation = curated(tmp_path, one="merge: [two]", two="merge: [one]")
        found = members(threaded(A, B, curation=curation, lock={"a": "one", "b": "two"}))
        assert sorted("".join(found.values())) == ["a", "b"]
        assert [str(fault) for fault in threaded(A, B, curation=curation, lock={"a": "one", "b": "two"}).faults] == [
            "content/threads/two.md:2: these threads are merged in a circle. Delete one of the merges."
        ]

    def test_who_takes_a_merge_back_has_two_threads_again(self, tmp_path):
        merged = threaded(A, C, curation=curated(tmp_path, boats_burn_in_port_amber="merge: [chess-club-wins-away]"))
        assert members(thread([A, C], Curation({}), merged.lock, GroupSettings())) == {
            "chess-club-wins-away": "c",
            "boats-burn-in-port-amber": "a",
        }

    def test_who_gives_a_title_leaves_the_address(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber="title: The harbour fire")
        assert [(each.slug, each.title) for each in threaded(A, B, curation=curation).threads] == [
            ("boats-burn-in-port-amber", "The harbour fire")
        ]

    def test_who_writes_a_glance_names_the_articles_that_bear_it_out(self, tmp_path):
        curation = curated(tmp_path, boats_burn_in_port_amber="at_a_glance: [{text: It burnt., from: [b.md, a.md]}]")
        assert [each.glance for each in threaded(A, B, curation=curation).threads] == [
            (Line("It burnt.", (identity("b"), identity("a"))),)
        ]

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            pytest.param(
                "include: [gone.md]",
                Fault(
                    "content/threads/boats-burn-in-port-amber.md", 2, 'there is no article "gone.md"', MISSING_ARTICLE
                ),
                id="an article to include",
            ),
            pytest.param(
                "exclude:\n  - gone.md",
                Fault(
                    "content/threads/boats-burn-in-port-amber.md", 3, 'there is no article "gone.md"', MISSING_ARTICLE
                ),
                id="an article to exclude",
            ),
            pytest.param(
                "merge: [gone]",
                Fault("content/threads/boats-burn-in-port-amber.md", 2, 'there is no thread "gone"', MISSING_THREAD),
                id="a thread to merge",
            ),
            pytest.param(
                "at_a_glance: [{text: It burnt., from: gone.md}]",
                Fault(
                    "content/threads/boats-burn-in-port-amber.md", 2, 'there is no article "gone.md"', MISSING_ARTICLE
                ),
                id="an article that bears a line out",
            ),
        ],
    )
    def test_who_names_what_is_not_there_is_told_so_and_all_else_stands(self, text, fault, tmp_path):
        threading = threaded(A, B, curation=curated(tmp_path, boats_burn_in_port_amber=text))
        assert threading.faults == (fault,)
        assert members(threading) == {"boats-burn-in-port-amber": "ab"}

    def test_who_writes_on_a_thread_that_is_not_there_is_told_so(self, tmp_path):
        assert threaded(A, curation=curated(tmp_path, renamed="pin: true")).faults == (
            Fault(
                "content/threads/renamed.md",
                1,
                'there is no thread "renamed"',
                "Rename this file to a thread's slug, or delete it",
            ),
        )

    def test_who_leaves_a_file_with_nothing_in_it_has_done_nothing_wrong(self, tmp_path):
        assert threaded(A, curation=curated(tmp_path, emptied="include: []\naliases: []")).faults == ()


class TestFrontMatter:
    def test_wins_over_the_curators_file_the_lock_and_the_machine(self, tmp_path):
        curation = curated(tmp_path, the_fire="include: [a.md]")
        given = article("a", "Boats burn", given="By hand")
        assert members(threaded(given, B, curation=curation, lock={"a": "old"}))["by-hand"] == "ab"
        assert threaded(given, curation=curation, lock={"a": "old"}).lock.slugs == {identity("a"): "by-hand"}
