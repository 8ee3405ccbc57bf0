"""A body that the cleaner is not sure of is named; one that it is sure of, and has reason to be, is not."""

import pytest

from digest.articles.doubts import low_confidence, unlearnt_script
from digest.articles.scrape.bodies import HEADLINE_LIST, LINE_MODEL
from digest.articles.scrape.confidence import doubts_about
from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.scrape.segments import segments

STORY = (
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the port said.",
    "It is to open again with the evening tide on Saturday, when the wind is expected to have gone down.",
)
GREEK = (
    "Το λιμάνι της Άλμα έκλεισε την Παρασκευή λόγω καταιγίδας, ανακοίνωσε η λιμενική αρχή.",
    "Δύο πλοία λύθηκαν από τους κάβους τους και παρασύρθηκαν στα βράχια, αλλά κανείς δεν τραυματίστηκε.",
)
HINDI = (
    "अल्मा का बंदरगाह शुक्रवार को तूफान के कारण बंद कर दिया गया।",
    "महापौर ने कहा कि किसी को चोट नहीं आई और मरम्मत जल्द शुरू होगी।",
)
UNSURE, UNLEARNT = (low_confidence(4),), (unlearnt_script(4),)


@pytest.mark.parametrize(
    ("text", "scores", "verdicts", "doubts"),
    [
        pytest.param(STORY, (0.95, 0.9), (None, None), (), id="sure"),
        pytest.param(STORY, (0.95, 0.6), (None, None), UNSURE, id="half of it kept half-heartedly"),
        pytest.param(STORY, (0.95, 0.3), (None, LINE_MODEL), UNSURE, id="a sentence cut narrowly"),
        pytest.param(STORY, (0.95, 0.3), (None, HEADLINE_LIST), UNSURE, id="a sentence cut narrowly, as a headline"),
        pytest.param(STORY, (0.95, 0.3), (None, "title"), (), id="what is the title is not missed"),
        pytest.param(STORY, (0.95, 0.01), (None, LINE_MODEL), (), id="a sentence cut for sure"),
        pytest.param(
            (STORY[0], "Log in", "Menu"), (0.95, 0.3, 0.3), (None, LINE_MODEL, LINE_MODEL), (), id="labels cut"
        ),
        pytest.param(STORY, (0.0, 0.0), ("caption", "caption"), (), id="nothing kept"),
        pytest.param(GREEK, (0.5, 0.5), (None, None), (), id="another script, whose scores tell nothing"),
        pytest.param(HINDI, (0.9, 0.9), (None, None), (), id="another script, with its own mark at the end"),
        pytest.param((*GREEK, "Διαφήμιση"), (1, 1, 1), (None,) * 3, UNLEARNT, id="another script, a label kept"),
        pytest.param(GREEK, (1, 0), (None, LINE_MODEL), UNLEARNT, id="another script, a sentence cut"),
        pytest.param((*GREEK, "Μενού"), (1, 1, 0), (None, None, LINE_MODEL), (), id="another script, a label cut"),
        pytest.param((STORY[0], "Άλμα"), (1, 1), (None, None), (), id="a foreign name among Latin letters"),
    ],
)
def test_a_body_is_doubted_where_there_is_reason(text, scores, verdicts, doubts) -> None:
    assert doubts_about(segments("\n".join(text), 4), scores, verdicts) == doubts


def test_the_doubt_about_a_script_says_so() -> None:
    article = clean_plaintext("\n".join([*HINDI, "अल्मा के मेले में नाचते हुए लोग", *HINDI]))
    assert [doubt.what for doubt in article.doubts] == [
        "low confidence in what is kept of this text: its script is hardly known"
    ]


def test_a_page_on_one_line_is_judged_by_its_sentences_in_scripts_with_marks_of_their_own() -> None:
    text = " ".join(HINDI * 12)
    assert [piece.text for piece in segments(text, 1)] == list(HINDI * 12)
