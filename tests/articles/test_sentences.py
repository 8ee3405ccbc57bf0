"""What a sentence is, case by case."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.sentences import split_sentences

# Between two sentences stands one "|" in the table: where it stands is the whole result.
CASES = [
    pytest.param("It burnt.| It sank.| Why?| Nobody knows!", id="each mark ends a sentence"),
    pytest.param("One sentence without an end", id="a sentence needs no full stop"),
    pytest.param("Mr. Roe met Gen. Lee and Sen. Poe.| They left.", id="titles"),
    pytest.param("他走了。|She left.| 他说。", id="full stops of two scripts in one paragraph"),
    pytest.param("J. F. Kennedy met D. Roe.| He smiled.", id="initials"),
    pytest.param("The U.S. Army left.| It was in the U.S.| The rest stayed.", id="initials of a country"),
    pytest.param("It opened on Jan. 3 in St. Petersburg.| No. 10 was silent.", id="months, saints and numbers"),
    pytest.param("Did he agree?| He said no.| Nobody asked why.", id="the word no is not a number"),
    pytest.param("It fell at 9 a.m. on Monday.| It rose at 9 a.m.| Traders cheered.", id="times of day"),
    pytest.param("It opens at 9 a.m. EST and 4 p.m. Friday.| Come.", id="a zone or a day after a time"),
    pytest.param("Acme Inc. sold it to Roe Ltd.| The price is secret.", id="companies"),
    pytest.param("It fell by 3.5 percent to $1.2 billion.| Shares rose 0.4.| Then it rained.", id="decimal numbers"),
    pytest.param("1. Wash it.| 2. Dry it.", id="numbers of a list"),
    pytest.param("He waited ... and left.| He waited...| Then he left.| Rain… and snow.", id="ellipses"),
    pytest.param("“It is over.”| He left.", id="closing quotes belong to their sentence"),
    pytest.param('"It is over," he told reporters.| "Go home."', id="a quotation and who spoke it"),
    pytest.param('"It is over." he said.| They left.', id="also after a full stop"),
    pytest.param('"Is it over?" asked Roe.| "Go!" Jane Roe shouted.', id="also after a question or a cry"),
    pytest.param("“We won. They lost,” he said.| “We won.| They lost.”", id="no half of it loses its speaker"),
    pytest.param("It fell (it was wet.)| He left.", id="brackets"),
    pytest.param("He asked: who did it? and left.", id="lower case goes on"),
    pytest.param("他走了。|“结束了。”他说。|真的吗？|是的！", id="Chinese"),
    pytest.param("「終わった。」と彼は言った。|次。", id="Japanese"),
    pytest.param("من فعل ذلك؟| لا أحد يعرف.", id="Arabic"),
    pytest.param("वह गया।| वह आया।", id="Hindi"),
    pytest.param("Он ушёл.| Это конец.", id="Russian"),
    pytest.param("Am 3. Mai kam er, z.B. nach Ulm.| Er blieb.", id="German ordinals"),
]


@pytest.mark.parametrize("marked", CASES)
def test_a_paragraph_is_split_into_its_sentences(marked: str) -> None:
    assert split_sentences(marked.replace("|", "")) == tuple(piece.strip() for piece in marked.split("|"))


@pytest.mark.parametrize("paragraph", [pytest.param("", id="empty"), pytest.param(" \n\t", id="white space")])
def test_nothing_has_no_sentences(paragraph: str) -> None:
    assert split_sentences(paragraph) == ()


NEWS = st.lists(
    st.sampled_from(["Mr.", "U.S.", "he", "He", '"', "”", "“", "。", "?", ". ", " ", "...", "3.5", "«", "``"])
)


@given(st.one_of(st.text(), NEWS.map("".join)))
def test_only_white_space_is_lost(paragraph: str) -> None:
    sentences = split_sentences(paragraph)
    assert "".join("".join(sentences).split()) == "".join(paragraph.split())
    assert all(sentence == sentence.strip() != "" for sentence in sentences)


@given(st.one_of(st.text(), NEWS.map("".join)))
def test_sentences_are_verbatim_and_in_order(paragraph: str) -> None:
    pattern = r"\s*".join(re.escape(sentence) for sentence in split_sentences(paragraph))
    assert re.fullmatch(rf"\s*{pattern}\s*", paragraph)


HOSTILE = ["a", ".", '"', " ", ". ", '" ', "A. ", "。", "“", "``", '."', ' "a', "«a", "?”\n", "1. "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_split_in_linear_time_for_in_quadratic_time_this_would_run_for_minutes(piece: str) -> None:
    paragraph = piece * (300_000 // len(piece))
    assert "".join("".join(split_sentences(paragraph)).split()) == "".join(paragraph.split())
