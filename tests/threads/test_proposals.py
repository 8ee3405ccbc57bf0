"""What came since the lock, and what the machine would do otherwise; what the curator decided is not asked again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from digest.model import Article, Origins, Reference, Sentence, Split, Thread, ThreadWord
from digest.threads.proposals import Proposal, propose
from digest.threads.regroup import Finding, border, merges, splits
from digest.threads.settings import GroupSettings
from digest.threads.ties import Link, Ties

SETTINGS = GroupSettings(threshold=0.4)
FIRE = (
    ("Boats burn in Port Amber", "Six fishing boats burnt in the harbour of Port Amber on Friday night.",
     "The fire began on the trawler Wanderer, the harbour master Ines Calder said."),
    ("Harbour fire was arson, police say", "Police say the fire that burnt six boats in Port Amber was arson.",
     "The harbour master Ines Calder saw two men running from the trawler Wanderer."),
    ("Two held over harbour fire", "Two men were arrested over the fire in the harbour of Port Amber.",
     "The harbour master Ines Calder said that they set the trawler Wanderer alight, and six boats burnt."),
)  # fmt: skip
CHESS = (
    ("Nettlebay wins chess league", "The chess club of Nettlebay beat that of Lower Wick by four boards to two.",
     "Grandmaster Tomas Brill played a Sicilian defence on the first board."),
    ("Brill leads Nettlebay to title", "Grandmaster Tomas Brill led the chess club of Nettlebay to its third title.",
     "His Sicilian defence beat Lower Wick on the first board, and the club won by four boards to two."),
)  # fmt: skip


def article(name: str, day: int, title: str, *sentences: str, given: str | None = None) -> Article:
    return Article(
        f"a-{name * 10}", f"content/articles/{name}.md", title, date(2031, 3, day), None, (), None, None, None, "en",
        None, None, (), given, None, "published", "excerpt", Origins("front-matter"), sentences,
        tuple(Sentence(text, 0, None) for text in sentences), (),
    )  # fmt: skip


def thread(slug: str, *articles: Article, **word: object) -> Thread:
    return Thread(slug, slug, articles, ThreadWord(slug, **word))  # type: ignore[arg-type]  # what a test says


def named(*names: str) -> tuple[Reference, ...]:
    """Return how a curator's file names articles, by their letters."""
    return tuple(Reference(f"{name}.md", "content/threads/x.md", 1) for name in names)


A, B, C = (article(name, day, *text) for name, day, text in zip("abc", (7, 8, 10), FIRE, strict=True))
D, E = (article(name, day, *text) for name, day, text in zip("de", (8, 9), CHESS, strict=True))
G = article("g", 9, "Insurer pays for boats", "An insurer paid for six boats of Port Amber, among them the Wanderer.")
LOCKED = {each.id: "fire" for each in (A, B, C, D, E)}


def short(found: Sequence[Proposal]) -> list[tuple[str, str, str | None, str]]:
    return [(each.kind, each.thread, each.other, "".join(name[-1] for name in each.articles)) for each in found]


def proposed(*threads: Thread, locked: dict[str, str] = LOCKED) -> list[tuple[str, str, str | None, str]]:
    return short(propose(threads, locked, SETTINGS))


class TestSinceTheLock:
    def test_nothing_is_told_of_what_it_knows(self):
        assert proposed(thread("fire", A, B, C), thread("chess", D, E)) == []

    def test_a_thread_that_it_does_not_know_is_new(self):
        locked = {A.id: "fire", B.id: "fire", C.id: "fire"}
        assert proposed(thread("fire", A, B, C), thread("chess", D, E), locked=locked) == [("new", "chess", None, "de")]

    def test_an_article_that_it_does_not_know_joined_a_thread(self):
        locked = {A.id: "fire", B.id: "fire", D.id: "chess", E.id: "chess"}
        assert proposed(thread("fire", A, B, C), thread("chess", D, E), locked=locked) == [
            ("joined", "fire", None, "c")
        ]

    def test_an_article_joined_a_thread_whose_others_vanished(self):
        assert proposed(thread("fire", A), locked={B.id: "fire"}) == [("joined", "fire", None, "a")]

    def test_all_is_new_without_one(self):
        found = proposed(thread("fire", A, B, C), thread("chess", D, E), locked={})
        assert sorted(found) == [("new", "chess", None, "de"), ("new", "fire", None, "abc")]

    def test_no_article_is_no_news(self):
        assert proposed(locked={}) == []


class TestReasons:
    def test_are_the_likeliest_pairs_first(self):
        (found,) = propose([thread("fire", A, B, C)], {}, SETTINGS)
        likely = [each.likelihood for each in found.reasons]
        assert likely == sorted(likely, reverse=True)
        assert {(each.article[-1], each.other[-1]) for each in found.reasons} == {("a", "b"), ("a", "c"), ("b", "c")}

    def test_say_what_both_articles_say(self):
        (found,) = propose([thread("fire", A, B)], {}, SETTINGS)
        (reason,) = found.reasons
        assert (reason.words[:3], reason.sentences, reason.days_apart) == (
            ("ines calder", "port amber", "wanderer"),
            0,
            1,
        )

    def test_of_a_split_are_none_where_nothing_links_the_parts(self):
        (found,) = propose([thread("fire", A, B, C, D, E)], LOCKED, SETTINGS)
        assert (found.confidence, found.reasons) == (1.0, ())


class TestProposals:
    def test_of_two_threads_on_one_event_is_a_merge_of_the_smaller_into_the_larger(self):
        found = proposed(thread("arrests", C), thread("fire", A, B), thread("chess", D, E))
        assert found == [("merge", "fire", "arrests", "c")]

    def test_of_a_thread_on_two_events_is_a_split_of_the_smaller_part(self):
        assert proposed(thread("fire", A, B, C, D, E)) == [("split", "fire", None, "de")]

    @pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
    def test_do_not_depend_on_the_order_of_the_threads(self, order):
        threads = thread("arrests", C), thread("fire", A, B), thread("chess", D, E)
        here = propose([threads[place] for place in order], {}, SETTINGS)
        assert here == propose(threads, {}, SETTINGS)


class TestTheCurator:
    @pytest.mark.parametrize(
        ("threads", "otherwise"),
        [
            pytest.param(
                (thread("arrests", C), thread("fire", A, B, exclude=named("c"))),
                (thread("arrests", C), thread("fire", A, B)),
                id="who took the articles out",
            ),
            pytest.param(
                (thread("arrests", C), thread("fire", A, B, split=(Split("arrests", named("c")),))),
                (thread("arrests", C), thread("fire", A, B)),
                id="who split the threads",
            ),
            pytest.param(
                (thread("arrests", C, include=named("c")), thread("fire", A, B, include=named("a", "b"))),
                (thread("arrests", C, include=named("c")), thread("fire", A, B)),
                id="who put all of both where they are",
            ),
            pytest.param(
                (thread("x", A, B, C, D, E, merge=(Reference("chess", "content/threads/x.md", 1),)),),
                (thread("x", A, B, C, D, E),),
                id="who merged the threads",
            ),
            pytest.param(
                (thread("x", A, B, C, replace(D, thread="x"), replace(E, thread="x")),),
                (thread("x", A, B, C, D, replace(E, thread="x")),),
                id="who named the thread in front matter",
            ),
        ],
    )
    def test_is_not_asked_again(self, threads, otherwise):
        assert proposed(*threads) == []
        assert proposed(*otherwise) != []

    @pytest.mark.parametrize(
        ("own", "brought"),
        [pytest.param((A, B), (G,), id="into a story"), pytest.param((G,), (A,), id="into an article alone")],
    )
    def test_is_not_asked_whether_what_a_merge_brought_belongs_there(self, own, brought):
        articles = tuple(sorted((*own, *brought), key=lambda each: each.id))
        locked = {each.id: "fire" for each in own} | {each.id: "row" for each in brought}
        strict = GroupSettings(threshold=0.5)  # by which the insurer stands at the border
        merged = thread("fire", *articles, merge=(Reference("row", "content/threads/fire.md", 1),))
        assert short(propose([merged], locked, strict)) == []
        assert short(propose([thread("fire", *articles)], locked, strict)) == [("border", "fire", None, "g")]


def woven(threads: str, *likely: tuple[str, float], by_hand: str = "") -> Ties:
    """Return ties of articles called "abc...", in the threads with these letters, linked as "ab" says."""
    slugs = sorted(set(threads))
    articles = [article(chr(ord("a") + number), 1, "News") for number in range(len(threads))]
    thread_of = [slugs.index(each) for each in threads]
    members = [[number for number, each in enumerate(thread_of) if each == place] for place in range(len(slugs))]
    between: dict[tuple[int, int], list[Link]] = {}
    pulls: list[dict[int, list[Link]]] = [{} for _ in articles]
    for pair, likelihood in likely:
        left, right = (ord(name) - ord("a") for name in pair)
        one, other = thread_of[left], thread_of[right]
        link = Link(left, right, likelihood)
        for links, key in ((between, (min(one, other), max(one, other))), (pulls[left], other), (pulls[right], one)):
            links.setdefault(key, []).append(link)  # type: ignore[attr-defined]  # of one or two numbers
    made = [thread(slug, *(articles[number] for number in found)) for slug, found in zip(slugs, members, strict=True)]
    hand = frozenset(ord(name) - ord("a") for name in by_hand)
    return Ties(articles, made, thread_of, members, hand, between, pulls)


def sums(found: Sequence[Finding]) -> list[tuple[tuple[int, ...], float]]:
    return [(each.articles, round(each.confidence, 3)) for each in found]


class TestAMerge:
    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            pytest.param(woven("xy", ("ab", 0.4)), [((1,), 0.4)], id="at the threshold"),
            pytest.param(woven("xy", ("ab", 0.39)), [], id="below it"),
            pytest.param(woven("xxy", ("ac", 0.9)), [((2,), 0.45)], id="by one link of two"),
            pytest.param(woven("xxxy", ("ad", 0.9)), [], id="by one link of three"),
            pytest.param(
                woven("yxx", ("ab", 0.9), ("ac", 0.9)), [((0,), 0.9)], id="of the smaller, though it is earlier"
            ),
            pytest.param(woven("yx", ("ab", 0.9)), [((1,), 0.9)], id="of the later of two that are alike"),
            pytest.param(
                woven("xxxxxxy", *((f"{name}g", 0.5) for name in "abcdef")), [((6,), 0.5)], id="no surer than its links"
            ),
            pytest.param(
                woven("xyz", ("ab", 0.8), ("ac", 0.7), ("bc", 0.9)),
                [((2,), 0.9), ((1,), 0.8)],
                id="once for each thread",
            ),
        ],
    )
    def test_is_proposed_by_the_mean_of_the_links(self, ties, expected):
        assert sums([*merges(ties, SETTINGS)]) == expected


class TestASplit:
    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            pytest.param(woven("xx", ("ab", 0.4)), [], id="not at the threshold"),
            pytest.param(woven("xx", ("ab", 0.3)), [((1,), 0.7)], id="of the later of two that are below it"),
            pytest.param(woven("xxx", ("bc", 0.9), ("ab", 0.2)), [((0,), 0.9)], id="of the smaller part"),
            pytest.param(woven("xxx", ("bc", 0.9), by_hand="a"), [], id="not of what was put there by hand"),
            pytest.param(woven("xxx", ("bc", 0.9), by_hand="bc"), [], id="not from what was put there by hand"),
            pytest.param(woven("xy", ("ab", 0.1)), [], id="not of lone articles"),
        ],
    )
    def test_is_proposed_by_what_the_links_lack(self, ties, expected):
        assert sums([*splits(ties, SETTINGS)]) == expected


class TestTheBorder:
    @pytest.mark.parametrize(
        ("ties", "expected"),
        [
            pytest.param(
                woven("xxy", ("ab", 0.9), ("ac", 0.35), ("bc", 0.35)), [("y", "x", 2, 0.35)], id="nearly joined"
            ),
            pytest.param(woven("xxy", ("ab", 0.9), ("ac", 0.3), ("bc", 0.3)), [], id="joined by far not"),
            pytest.param(woven("xy", ("ab", 0.35)), [("y", "x", 1, 0.35)], id="of two alone, the later one"),
            pytest.param(woven("xx", ("ab", 0.45)), [("x", None, 1, 0.45)], id="of a pair that is one by little"),
            pytest.param(woven("xx", ("ab", 0.5)), [], id="a pair that holds"),
            pytest.param(
                woven("xxx", ("ab", 0.9), ("bc", 0.45), ("ac", 0.41)), [("x", None, 2, 0.43)], id="joined by little"
            ),
            pytest.param(
                woven("xxxxx", ("ab", 0.9), ("bc", 0.9), ("cd", 0.9), ("de", 0.6), ("ce", 0.6), ("ad", 0.9)),
                [],
                id="held by two of many",
            ),
            pytest.param(
                woven("xxxyy", ("ab", 0.9), ("ac", 0.5), ("bc", 0.5), ("de", 0.9), ("cd", 0.7), ("ce", 0.7)),
                [("x", "y", 2, 0.7)],
                id="nearer to another thread",
            ),
            pytest.param(
                woven("xxy", ("ab", 0.9), ("ac", 0.35), ("bc", 0.35), by_hand="c"), [], id="put there by hand"
            ),
            pytest.param(woven("xy", ("ab", 0.45)), [], id="of threads to be merged"),
            pytest.param(
                woven("xyz", ("ab", 0.8), ("ac", 0.35), ("bc", 0.9)), [], id="of threads to be merged with a third"
            ),
            pytest.param(woven("xxx", ("ab", 0.9), ("bc", 0.3)), [], id="to be split off"),
            pytest.param(
                woven("xxyyyyyy", ("ab", 0.5), *((f"{name}b", 0.4) for name in "cdefgh")),
                [],
                id="held better by one than by many",
            ),
            pytest.param(woven("xy"), [], id="like none"),
        ],
    )
    def test_is_where_a_little_more_would_have_decided_otherwise(self, ties, expected):
        regrouped = [*merges(ties, SETTINGS), *splits(ties, SETTINGS)]
        found = [(ties.threads[each.thread].slug, None if each.other is None else ties.threads[each.other].slug,
                  *each.articles, round(each.confidence, 3)) for each in border(ties, SETTINGS, regrouped)]  # fmt: skip
        assert found == expected
