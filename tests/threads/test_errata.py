"""content/corrections.yaml: what the digest got wrong, and what is to be said of a line that cannot be read."""

from datetime import date

import pytest

from digest.model import Article, Erratum, Origins, Thread, ThreadWord
from digest.threads.errata import Corrected, correct

NAME = "content/corrections.yaml"
NO_YAML = (
    "this is no YAML: did not find expected node content."
    " Put a value with a colon or a quotation mark in it between quotes."
)
NO_THREAD = "Write a thread's slug; `digest list threads` shows them."
NO_ARTICLE = "Write an article's id, path or file name; `digest list articles` shows them."


def article(name: str) -> Article:
    return Article(
        f"a-{name}", f"content/articles/{name}.md", "Boats burn", date(2031, 3, 7), None, (), None, None, None, "en",
        None, None, (), None, None, "published", "excerpt", Origins("front-matter"), (), (), (),
    )  # fmt: skip


THREADS = (
    Thread("fire", "The fire", (article("one"), article("two")), ThreadWord("fire"), aliases=("blaze",)),
    Thread("chess", "The chess", (article("three"),), ThreadWord("chess")),
)


@pytest.fixture
def corrected(tmp_path):
    def run(text: str, threads: tuple[Thread, ...] = THREADS) -> Corrected:
        (tmp_path / "corrections.yaml").write_text(text)
        return correct(threads, tmp_path / "corrections.yaml", NAME)

    return run


def told(corrected: Corrected) -> dict[str, list[tuple[str, str, str | None]]]:
    """Return the day, text and article of each correction, by the slug of its thread, and of those without one."""
    of = {thread.slug: thread.errata for thread in corrected.threads} | {"": corrected.errata}
    return {slug: [(each.day, each.text, each.article) for each in errata] for slug, errata in of.items() if errata}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param("thread: fire", {"fire": [("2031-03-09", "Five.", None)]}, id="of a thread"),
        pytest.param("thread: blaze", {"fire": [("2031-03-09", "Five.", None)]}, id="of a slug that it had"),
        pytest.param("article: three.md", {"chess": [("2031-03-09", "Five.", "a-three")]}, id="of an article's thread"),
        pytest.param("article: a-one", {"fire": [("2031-03-09", "Five.", "a-one")]}, id="of an article by its id"),
        pytest.param("", {"": [("2031-03-09", "Five.", None)]}, id="of none"),
    ],
)
def test_a_correction_is_put_where_it_belongs(item, expected, corrected):
    found = corrected(f"- date: 2031-03-09\n  text: Five.\n  {item}\n")
    assert (told(found), found.faults) == (expected, ())


def test_the_newest_stands_first_wherever_it_stands_in_the_file(corrected):
    found = corrected(
        "- {date: 2031-03-08, text: Old}\n- {date: 2031-03-10, text: New}\n- {date: 2031-03-09, text: Mid}\n"
    )
    assert [each.text for each in found.errata] == ["New", "Mid", "Old"]


def test_an_id_is_made_of_what_is_typed_and_of_nothing_else(corrected):
    one = "- {date: 2031-03-08, text: Five., thread: fire}\n"
    [alone] = corrected(one).threads[0].errata
    [_, beside] = corrected("- {date: 2031-03-10, text: Six., thread: fire}\n" + one).threads[0].errata
    merged = (Thread("harbour", "The harbour", THREADS[0].articles, ThreadWord("harbour"), aliases=("fire",)),)
    [later] = corrected(one, merged).threads[0].errata
    assert alone == beside == later == Erratum("e-2031-03-08-0237528e13", "2031-03-08", "Five.")


def test_another_text_day_or_thread_is_another_correction(corrected):
    texts = ["text: A, date: 2031-03-08", "text: B, date: 2031-03-08", "text: A, date: 2031-03-09"]
    found = corrected("".join(f"- {{{text}}}\n" for text in [*texts, f"{texts[0]}, thread: chess"]))
    assert len({each.id for each in (*found.errata, *found.threads[1].errata)}) == 4


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param(
            "date: 2031-03-08\n", [":1: this is a mapping. Write a list of corrections, each after a hyphen."],
            id="no list",
        ),
        pytest.param("- Five.\n", [':1: a correction is "Five.". Write `key: value` lines.'], id="a bare text"),
        pytest.param(
            "- text: Five.\n", [":1: this correction has no `date`. Write `date: 2026-11-20` and `text: ...`."],
            id="no date",
        ),
        pytest.param(
            "- date: 2031-03-08\n  text: ''\n",
            [":1: this correction has no `text`. Write `date: 2026-11-20` and `text: ...`."], id="no text",
        ),
        pytest.param(
            "- text: Five.\n  date: 8 March\n", [':2: date is "8 March". Write it as 2026-11-20.'],
            id="a date in words",
        ),
        pytest.param(
            "- text: Five.\n  date: 20310308\n", [':2: date is "20310308". Write it as 2026-11-20.'],
            id="a date without hyphens",
        ),
        pytest.param(
            f"- date: 2031-03-08\n  text: {'x' * 5001}\n", [":2: text has 5001 signs. Write at most 5000."],
            id="a tale",
        ),
        pytest.param(
            "- {date: 2031-03-08, text: A}\n- {date: 2031-03-08, text: A}\n",
            [":2: this correction stands in line 1 already. Delete one of the two."], id="one that stands twice",
        ),
        pytest.param("- [\n", [f":2: {NO_YAML}"], id="no YAML"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_line_and_how_to_mend_it(text, faults, corrected):
    assert [str(fault) for fault in corrected(text).faults] == [f"{NAME}{fault}" for fault in faults]


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        pytest.param(
            "thread: flood", f'there is no thread "flood". {NO_THREAD}',
            id="a thread",
        ),
        pytest.param(
            "thread: a-one", f'there is no thread "a-one". {NO_THREAD}',
            id="an article for a thread",
        ),
        pytest.param(
            "article: gone.md",
            f'there is no article "gone.md". {NO_ARTICLE}',
            id="an article",
        ),
        pytest.param("thraed: fire", 'the key "thraed" is unknown. Did you mean "thread"?', id="a key"),
    ],
)  # fmt: skip
def test_one_that_names_what_is_not_there_is_told_all_the_same(item, fault, corrected):
    found = corrected(f"- date: 2031-03-09\n  text: Five.\n  {item}\n")
    assert told(found) == {"": [("2031-03-09", "Five.", None)]}
    assert [str(each) for each in found.faults] == [f"{NAME}:3: {fault}"]


def test_a_fault_takes_no_other_correction_with_it(corrected):
    found = corrected("- Five.\n- {date: 2031-03-09, text: Six.}\n- {date: never, text: Seven.}\n")
    assert told(found) == {"": [("2031-03-09", "Six.", None)]}
    assert [(fault.line, fault.rule) for fault in found.faults] == [(1, "bad-value"), (3, "bad-date")]


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param("# None yet\n", id="a comment alone")])
def test_an_empty_file_corrects_nothing(text, corrected):
    assert corrected(text) == Corrected(THREADS)


def test_without_a_file_nothing_is_corrected(tmp_path):
    assert correct(THREADS, tmp_path / "corrections.yaml", NAME) == Corrected(THREADS)
