"""Which lines of naive scrapes stand on other pages too, and so are seldom news."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from digest.articles.clean import clean, repeated_lines
from digest.articles.outlets import Outlets
from digest.articles.scrape.linekeys import key_of
from digest.articles.scrape.repetitions import repetitions
from digest.articles.scrape.segments import segments
from digest.articles.settings import CleanSettings
from digest.model import Given, RawArticle
from digest.tools.cache import Cache
from digest.tools.means import Means

POST = [
    "Harbour Post",
    "Front page",
    "Alma today",
    "Letters",
    "Tide tables",
    "Lost and found",
    "Ships in port",
    "Chess",
]
COURIER = ["Alma Courier", "Latest", "Islands", "Opinion", "Theatre", "Crossword", "Our archive", "Weather maps"]
LABELS = ["Home", "Share", "Comments"]  # of both sites
APPEAL = [
    "The Harbour Post belongs to its readers, and it lives on what they give.",
    "If you can, support our reporting with a small sum each month.",
    "You may end your support whenever you like, without giving a reason.",
]
STORM = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings.",
    "Fishermen described waves higher than the lighthouse, which lost several windows during the night.",
    "The ministry expects the port to reopen once divers have inspected the damaged quay.",
    '"Nobody remembers weather like this," said Bo Berg, who repairs nets beside the pier.',
]
BUDGET = [
    "Councillors rejected the proposed budget by seven votes, leaving schools without money for heating.",
    "Treasurer Ada Alm blamed falling revenue from property taxes and interest on older debts.",
    "Opposition members demanded an independent audit before another vote is scheduled in autumn.",
    "Teachers announced a strike unless salaries agreed upon last winter are finally paid.",
]
MUSEUM = [
    "A painting believed destroyed in wartime has been discovered behind wallpaper in a bakery.",
    "Curator Cy Dahl identified the portrait through letters describing its unusual golden frame.",
    "Restoration could take eighteen months, because moisture dissolved large areas of pigment.",
    "Visitors will admire the canvas beside sketches borrowed from collections in three countries.",
]
ORCHARD = [
    "Frost ruined nearly every apple orchard north of the river, according to growers' estimates.",
    "Insurance companies received thousands of claims within days, overwhelming their regional offices.",
    "Botanist Di Eklund recommends planting hardier varieties imported from mountain valleys.",
    "Cider producers warned customers about higher prices throughout the following season.",
]
RESCUE = [
    "Volunteers saved the stranded ferry passengers with rowing boats before dawn on Saturday.",
    "Doctors treated eleven travellers for hypothermia inside a church near the lighthouse.",
]


def page(menu: Sequence[str], *bodies: Sequence[str]) -> str:
    return "\n".join([*LABELS, *menu[:4], *(line for body in bodies for line in body), *menu[4:]])


BATCH = {
    "a": page(POST, STORM, APPEAL),
    "b": page(POST, BUDGET, APPEAL),
    "c": page(POST, MUSEUM),
    "d": page(COURIER, STORM),
}


class CountingCache(Cache):
    """A cache that counts what had to be made, and so kept."""

    made = 0

    def keep(self, records, anew=None):
        self.made += len(records)
        super().keep(records, anew)


def recurring(**texts: str) -> dict[str, dict[str, int]]:
    """Return the lines of each text that recur, and how often."""
    found = repetitions(texts)
    return {name: counted(text, found.get(name, {})) for name, text in texts.items()}


def counted(text: str, repeats: Mapping[int, int]) -> dict[str, int]:
    by_line = {line.prose: repeats.get(key_of(line.prose), 0) for line in segments(text, 1)}
    assert set(repeats) <= {key_of(line) for line in by_line}
    return {line: many for line, many in by_line.items() if many}


def raw(name: str, text: str, **said: str) -> RawArticle:
    return RawArticle(name, f"{name}.txt", "text", text, 1, Given(**said))


class TestLabels:
    def test_the_menu_of_a_site_recurs_on_its_pages_and_no_other_line_does(self):
        found = recurring(a=page(POST, STORM), b=page(POST, BUDGET), c=page(COURIER, MUSEUM))
        menu = dict.fromkeys([*LABELS, *POST], 1)
        assert found == {"a": menu, "b": menu, "c": {}}

    def test_what_stands_on_more_than_three_other_pages_counts_as_on_three(self):
        bodies = {"a": STORM, "b": BUDGET, "c": MUSEUM, "d": ORCHARD, "e": RESCUE * 2}
        found = recurring(**{name: page(POST, body) for name, body in bodies.items()})
        assert found["a"] == dict.fromkeys([*LABELS, *POST], 3)

    def test_a_few_labels_that_all_sites_have_make_no_site(self):
        assert recurring(a=page(POST, STORM), b=page(COURIER, BUDGET)) == {"a": {}, "b": {}}

    def test_a_line_that_stands_twice_on_one_page_alone_does_not_recur(self):
        found = recurring(a=page(POST, ["Quay", "Quay"], STORM), b=page(POST, BUDGET))
        assert "Quay" not in found["a"]

    def test_case_spaces_and_list_marks_make_no_other_line(self):
        marked = "\n".join(f"*  {line.upper()}\xa0" for line in page(POST, BUDGET).split("\n"))
        found = recurring(a=page(POST, STORM), b=marked)
        assert found["a"] == dict.fromkeys([*LABELS, *POST], 1)

    def test_a_reference_that_was_left_in_a_line_makes_no_other_line(self):
        menu = [*POST[:7], "Chess & draughts"]
        found = recurring(a=page(menu, STORM), b=page([*POST[:7], "Chess &amp;amp; draughts"], BUDGET))
        assert found["a"]["Chess & draughts"] == 1

    def test_pieces_of_sentences_and_lines_without_a_word_do_not_recur(self):
        pieces = ["said", "of Alma", "___", "16"]
        found = recurring(a=page(POST, pieces, STORM), b=page(POST, pieces, BUDGET))
        assert found["a"] == dict.fromkeys([*LABELS, *POST], 1)


class TestProse:
    def test_an_appeal_on_two_pages_of_a_site_recurs(self):
        found = recurring(a=page(POST, STORM, APPEAL), b=page(POST, BUDGET, APPEAL))
        assert found["a"] == dict.fromkeys([*LABELS, *POST, *APPEAL], 1)

    def test_an_appeal_recurs_where_the_scraper_has_left_no_menu(self):
        found = recurring(a="\n".join([*STORM, *APPEAL]), b="\n".join([*BUDGET, *APPEAL]))
        assert found["a"] == found["b"] == dict.fromkeys(APPEAL, 1)

    def test_wire_copy_on_three_sites_does_not_recur(self):
        chess = ["Chessboard", "Openings", "Endgames", "Problems", "Players", "Clubs", "Ratings", "Books"]
        found = recurring(a=page(POST, STORM), b=page(COURIER, STORM[:3]), c=page(chess, STORM))
        assert found == {"a": {}, "b": {}, "c": {}}

    def test_an_article_saved_three_times_does_not_recur(self):
        text = page(POST, ["Two ships adrift"], STORM, APPEAL)
        assert recurring(a=text, b=text, c=text) == {"a": {}, "b": {}, "c": {}}

    def test_an_article_saved_three_times_is_one_page_to_another_article(self):
        text = page(POST, STORM, APPEAL)
        found = recurring(a=text, b=text, c=text, d=page(POST, BUDGET, APPEAL))
        assert found["d"] == dict.fromkeys([*LABELS, *POST, *APPEAL], 1)
        assert found["a"] == found["d"]

    def test_what_an_outlet_repeats_of_a_story_on_the_next_day_does_not_recur(self):
        # The other lines of the two have many words in common: they tell of one thing.
        later = [
            STORM[0],
            "The storm, with waves higher than the lighthouse, damaged the quay and its moorings.",
            "The ministry described the harbour as closed until divers have inspected the windows of the pier.",
            *RESCUE,
        ]
        found = recurring(a=page(POST, STORM, APPEAL), b=page(POST, later, APPEAL), c=page(POST, BUDGET, APPEAL))
        assert STORM[0] not in found["a"]
        assert STORM[0] not in found["b"]
        assert found["a"][APPEAL[0]] == 1

    def test_a_page_on_one_line_recurs_by_its_sentences(self):
        filler = " ".join(STORM + RESCUE + ORCHARD + MUSEUM[2:])
        found = repetitions({"a": " ".join([filler, *APPEAL]), "b": page(POST, BUDGET, APPEAL)})
        assert found["a"] == dict.fromkeys(sorted(map(key_of, APPEAL)), 1)

    def test_an_appeal_recurs_in_a_script_without_spaces(self):
        appeal = "この新聞は読者の皆さまの支援によって支えられています。"
        storm = (
            "港は金曜日に嵐のため閉鎖され二隻の船が流されたと市長が述べた。"
            "再開は月曜日になる見込みで潜水士が岸壁を調べる。"
        )
        budget = (
            "議会は来年度の予算案を七票差で否決し学校の暖房費が足りなくなった。"
            "教師たちは給料が払われるまで授業をしない。"
        )
        found = recurring(a=f"{storm}\n{appeal}", b=f"{budget}\n{appeal}", c=f"{storm}\n{appeal}")
        assert found["b"] == {appeal: 1}


class TestTheBatch:
    @pytest.mark.parametrize("texts", [{}, {"a": page(POST, STORM, APPEAL)}], ids=["no article", "one article"])
    def test_alone_nothing_recurs(self, texts):
        assert not any(repetitions(texts).values())

    def test_the_order_in_which_articles_are_read_changes_nothing(self):
        shuffled = repetitions(dict(reversed(BATCH.items())))
        assert {name: list(found.items()) for name, found in shuffled.items()} == {
            name: list(found.items()) for name, found in repetitions(BATCH).items()
        }

    def test_an_unrelated_article_changes_the_lines_of_no_other(self):
        before = repetitions(BATCH)
        after = repetitions({**BATCH, "aa": page(COURIER, ORCHARD)})
        assert [after[name] for name in "abc"] == [before[name] for name in "abc"]
        assert after["d"] != before["d"], "that one is of the same site"

    def test_a_big_site_is_counted_like_a_small_one(self):
        # Each page is compared with a few others only, whichever these are.
        words = [
            f"{first}{last}" for first in ("alder", "birch", "cedar") for last in ("wood", "brook", "field", "stone")
        ]
        bodies = [
            [f"The {word}{number} {word}{number + 1}s met {word}{number + 2}." for word in words]
            for number in range(0, 120, 3)
        ]
        texts = {f"{number:03}": page(POST, body, APPEAL) for number, body in enumerate(bodies)}
        found = repetitions(texts)
        assert {tuple(each.items()) for each in found.values()} == {
            tuple((key, 3) for key in sorted(map(key_of, [*LABELS, *POST, *APPEAL])))
        }

    def test_what_is_no_scrape_takes_no_part(self):
        texts = [page(POST, STORM, APPEAL), page(POST, BUDGET, APPEAL)]
        scrape, entry = raw("a", texts[0]), replace(raw("b", texts[1], origin="feed"), path="b.xml")
        web = RawArticle("c", "c.html", "html", texts[1], 1, Given())
        assert not any(repeated_lines([scrape, entry, web]).values())

    @pytest.mark.parametrize(
        "text",
        ["", "\n\n", "a\n" * 5000, "É" * 3000, "\ud800\n\ud800", "x. " * 2000, "* " * 2000, "🚒" * 500],
        ids=["empty", "blank", "one label", "one word", "surrogates", "sentences", "marks", "signs"],
    )
    def test_no_text_is_too_odd(self, text):
        found = repetitions({"x": text, "y": text, **BATCH})
        assert found["c"] == repetitions(BATCH)["c"]
        assert found["x"] == found["y"] == {}


class TestCleaning:
    def test_an_unrelated_article_cleans_no_other_anew(self, tmp_path):
        cache, batch = CountingCache(tmp_path / "results"), [raw(name, text) for name, text in BATCH.items()]
        first = clean(batch, Outlets({}), CleanSettings(), Means(cache))
        assert cache.made == len(batch)
        more = clean([*batch, raw("e", "\n".join(ORCHARD))], Outlets({}), CleanSettings(), Means(cache))
        assert cache.made == len(batch) + 1
        assert [article for article in more if article.id != "e"] == list(first)

    def test_an_article_is_cleaned_anew_where_more_of_its_lines_recur(self, tmp_path):
        cache, batch = CountingCache(tmp_path / "results"), [raw(name, text) for name, text in BATCH.items()]
        clean(batch[:2], Outlets({}), CleanSettings(), Means(cache))
        clean(batch[:3], Outlets({}), CleanSettings(), Means(cache))
        assert cache.made == 2 + 3

    def test_cold_warm_and_shuffled_are_one(self, tmp_path):
        cache, batch = Cache(tmp_path / "results"), [raw(name, text) for name, text in BATCH.items()]
        clean(batch[:2], Outlets({}), CleanSettings(), Means(cache))
        warm = clean(batch, Outlets({}), CleanSettings(), Means(cache))
        assert warm == clean(batch[::-1], Outlets({}), CleanSettings())
        assert warm == clean(batch, Outlets({}), CleanSettings(), Means(cache))
