"""Storylines: what the curator declares, and what the machine would propose."""

from datetime import date
from pathlib import Path

import pytest

from digest.model import Article, Origins, Sentence, Storyline, Thread, ThreadWord
from digest.threads.curation import Curation, read_curation
from digest.threads.lock import Lock
from digest.threads.settings import GroupSettings
from digest.threads.storylines import storyline_proposals
from digest.threads.thread import Threading, thread

NEWS = {
    "arrest": (
        date(2031, 1, 14),
        "Treasurer Ada Alm is arrested over the lighthouse fund",
        "Ada Alm, treasurer of the lighthouse fund of Nettlebay, was arrested by inspector Bruno Tarn at dawn.",
        "Two crowns in three of the lighthouse fund are missing, inspector Bruno Tarn said at the quay.",
    ),
    "hearing": (
        date(2031, 2, 20),
        "Treasurer Ada Alm denies all before judge Ilse Varga",
        "Ada Alm, treasurer of the lighthouse fund of Nettlebay, denied before judge Ilse Varga that she took a crown.",
        "Inspector Bruno Tarn told the court that the books of the lighthouse fund were burnt in her stove.",
    ),
    "trial": (
        date(2031, 4, 20),
        "Trial of treasurer Ada Alm over the lighthouse fund begins",
        "The trial of Ada Alm, treasurer of the lighthouse fund of Nettlebay, began before judge Ilse Varga.",
        "Inspector Bruno Tarn, the first witness, spoke of the missing crowns and of the burnt books.",
    ),
    "verdict": (
        date(2031, 6, 2),
        "Treasurer Ada Alm is acquitted by judge Ilse Varga",
        "Judge Ilse Varga acquitted Ada Alm, treasurer of the lighthouse fund of Nettlebay, for want of books.",
        "Who took the missing crowns of the lighthouse fund will never be known, inspector Bruno Tarn said.",
    ),
}


def article(name: str, *, day: date | None = None) -> Article:
    published, title, *texts = NEWS[name]
    return Article(
        f"a-{name.ljust(10, '0')}", f"content/articles/{name}.md", title, day or published, None, (), None, None, None,
        "en", None, None, (), name, None, "published", "excerpt", Origins("front-matter"), tuple(texts),
        tuple(Sentence(text, number, None) for number, text in enumerate(texts)), (),
    )  # fmt: skip


def one(name: str, *, storyline: str | None = None, hide: bool = False, day: date | None = None) -> Thread:
    line = Storyline(storyline, storyline) if storyline else None
    return Thread(name, NEWS[name][1], (article(name, day=day),), ThreadWord(name, hide=hide), storyline=line)


def curated(folder: Path, **files: str) -> Curation:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(f"---\n{text}\n---\n")
    return read_curation(folder, "content/threads")


def threaded(curation: Curation) -> Threading:
    return thread([article("arrest"), article("trial")], curation, Lock(), GroupSettings())


class TestTheCurator:
    def test_who_names_a_storyline_in_two_threads_puts_both_into_it(self, tmp_path):
        curation = curated(tmp_path, arrest="storyline: The lighthouse fund", trial="storyline: The lighthouse fund")
        assert {each.slug: each.storyline for each in threaded(curation).threads} == {
            "trial": Storyline("the-lighthouse-fund", "The lighthouse fund"),
            "arrest": Storyline("the-lighthouse-fund", "The lighthouse fund"),
        }

    def test_who_names_none_has_none(self, tmp_path):
        curation = curated(tmp_path, arrest="storyline: The lighthouse fund", trial="storyline:")
        assert [each.storyline for each in threaded(curation).threads if each.slug == "trial"] == [None]

    def test_who_spells_one_in_two_ways_is_told_so_and_the_first_counts(self, tmp_path):
        curation = curated(
            tmp_path, arrest="storyline: Lighthouse fund", trial="pin: true\nstoryline: LIGHTHOUSE fund!"
        )
        threading = threaded(curation)
        assert {each.storyline for each in threading.threads} == {Storyline("lighthouse-fund", "Lighthouse fund")}
        assert [(fault.path, fault.line, fault.what, fault.mend) for fault in threading.faults] == [
            (
                "content/threads/trial.md",
                3,
                'the storyline "LIGHTHOUSE fund!" is "Lighthouse fund" in content/threads/arrest.md:2',
                "Write one name in both",
            )
        ]

    def test_who_writes_no_line_of_text_is_told_so(self, tmp_path):
        curation = curated(tmp_path, arrest="pin: true\nstoryline: [a, b]")
        assert [str(fault) for fault in curation.faults] == [
            "content/threads/arrest.md:3: storyline is a list. Write one value."
        ]
        assert curation.word("arrest").pin


class TestTheMachine:
    def test_proposes_threads_of_months_that_hang_together_oldest_first(self):
        [proposal] = storyline_proposals([one("trial"), one("verdict"), one("arrest")])
        assert (proposal.threads, proposal.storyline) == (("arrest", "trial", "verdict"), None)
        assert (proposal.first, proposal.last) == (date(2031, 1, 14), date(2031, 6, 2))
        assert "bruno tarn" in proposal.names
        assert 0 < proposal.confidence <= 1

    def test_does_not_mind_in_which_order_threads_come(self):
        threads = [one(name) for name in NEWS]
        assert storyline_proposals(threads[::-1]) == storyline_proposals(threads)

    def test_proposes_what_a_declared_one_lacks(self):
        threads = [one("arrest", storyline="fund"), one("hearing", storyline="fund"), one("trial"), one("verdict")]
        found = storyline_proposals(threads)
        assert [(each.threads, each.storyline) for each in found] == [(("trial", "verdict"), "fund")]

    @pytest.mark.parametrize(
        "threads",
        [
            pytest.param([], id="no threads"),
            pytest.param([one("arrest"), one("trial")], id="two threads"),
            pytest.param([one("arrest"), one("trial"), one("verdict", hide=True)], id="two that are shown"),
            pytest.param([one(name, storyline="fund") for name in NEWS], id="what is declared already"),
            pytest.param([one(name, day=date(2031, 3, 7)) for name in NEWS], id="a story of a day"),
        ],
    )
    def test_proposes_nothing_of(self, threads):
        assert storyline_proposals(threads) == ()

    def test_leaves_two_declared_ones_apart(self):
        threads = [one(name, storyline=name[0]) for name in ("arrest", "hearing", "trial")]
        assert storyline_proposals([*threads]) == ()
