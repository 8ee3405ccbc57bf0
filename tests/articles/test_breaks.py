"""What breaks into the body of a scrape is cut, and what it parts from the body stays."""

import pytest

from digest.articles.scrape.bodies import Verdict
from digest.articles.scrape.breaks import body_verdicts
from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.scrape.segments import segments

STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    '"We have not seen waves like these in forty years," Bo Berg, who has fished here all his life, told reporters.',
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
    "Nobody was hurt, but the ferry to the islands has been cancelled until further notice, leaving hundreds stranded.",
]
TITLE = "Storm closes the harbour of Alma for a week"
LAST = "A decision of the harbour office is not expected before the summer."


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("Watch: the storm in pictures", id="watch"),
        pytest.param("WATCH: Waves on the quay of Alma", id="shouted"),
        pytest.param("Listen: how the harbour sounds at night", id="listen"),
        pytest.param("Regardez : le port en images", id="in French"),
        pytest.param("READ ALSO: Cheese market will take place", id="read also"),
    ],
)
def test_a_box_between_two_paragraphs_is_cut(box: str) -> None:
    found = clean_plaintext("\n".join([TITLE, *STORY[:2], box, *STORY[2:]]))
    assert list(found.paragraphs) == STORY
    assert [(cut.text, cut.rule) for cut in found.cuts] == [(TITLE, "title"), (box, "related-link")]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("A watch on the quay", id="a subhead"),
        pytest.param("Watch: that was the order of the harbour master to his men, he said.", id="a sentence"),
    ],
)
def test_what_only_begins_like_a_box_stays(line: str) -> None:
    body = [*STORY[:2], line, *STORY[2:]]
    assert list(clean_plaintext("\n".join([TITLE, *body])).paragraphs) == body


def test_a_title_may_begin_like_a_box() -> None:
    title = clean_plaintext("\n".join(["Watch: Storm closes the harbour of Alma", "By Ada Alm", *STORY])).title
    assert title
    assert title.value == "Watch: Storm closes the harbour of Alma"


@pytest.mark.parametrize(
    ("last", "rule", "score", "verdict"),
    [
        pytest.param(LAST, "related-link", 0.2, None, id="a sentence that the model is not sure of"),
        pytest.param(LAST, "advertisement", 0.2, None, id="below an advertisement"),
        pytest.param(LAST, "related-link", 0.05, "line-model", id="a sentence that it is sure of"),
        pytest.param(LAST, "share-button", 0.2, "line-model", id="below the end of the page"),
        pytest.param("Tide tables for the whole of March", "related-link", 0.2, "line-model", id="no sentence"),
        pytest.param("Tides are high.", "related-link", 0.2, "line-model", id="a short sentence"),
    ],
)
def test_the_last_sentence_below_a_box_stays(last: str, rule: str, score: float, verdict: Verdict) -> None:
    lines = segments("\n".join([*STORY, "RELATED: Ferry drifts", last, "Sign up"]), 1)
    rules = [None, None, None, None, rule, None, "navigation"]
    assert body_verdicts(lines, rules, [1.0, 1.0, 1.0, 1.0, 0.0, score, 0.0], 0.5)[5] == verdict


def test_only_the_line_right_below_the_box_may_be_the_last_sentence() -> None:
    lines = segments("\n".join([*STORY, "RELATED: Ferry drifts", "Tides", LAST]), 1)
    rules = [None, None, None, None, "related-link", None, None]
    assert body_verdicts(lines, rules, [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.4], 0.5)[6] == "line-model"
