"""What the words of a sentence give away spares a search that would find nothing, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.stories.differ import recount
from digest.stories.outline import outline
from digest.stories.pieces import readings
from digest.stories.quoted import quoted
from digest.stories.readable import announces, colours, leans, stands_alone
from digest.stories.signs import COUNTS, LATER, OBJECT, PLANS, QUOTES, RECOUNTS, SAYS, SPEAKER, signs_of
from digest.stories.tokens import cut

PARTS = """
He he she they it It In On it's this him them said told wrote later earlier afterwards after Two three hours days
weeks that Half an will won't we'll is are The the mayor harbour of Alma called it describes dismissed put toll at 21
spoke 6.1 Smoke over But, "and" “so” ‘Smoke 'Smoke Alma's «harbour» (Alma) |Alma a@b http://x 5:30 GMT By Editing due
set U.S. close to no one L.A.T.E.R ſhe lAter. İt
""".split()


@pytest.mark.parametrize(
    ("word", "signs"),
    [
        pytest.param("harbour", 0, id="a word that gives nothing away"),
        pytest.param("said", SAYS, id="one that credits somebody"),
        pytest.param("Told", SAYS, id="with a capital"),
        pytest.param("they", SPEAKER, id="one who may speak"),
        pytest.param("it", SPEAKER | OBJECT, id="one who may speak, or is spoken of"),
        pytest.param("we'll", PLANS, id="the part after an apostrophe"),
        pytest.param("Later", LATER, id="a time counted on"),
        pytest.param("seven", COUNTS, id="a figure in words"),
        pytest.param("5th", COUNTS, id="a figure in digits"),
        pytest.param("toll", RECOUNTS, id="a count"),
    ],
)
def test_a_word_gives_signs(word, signs):
    assert signs_of(word) == signs


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=14))
def test_nothing_is_missed_for_want_of_a_sign(parts):
    text = f"{' '.join(parts)} burnt in the old harbour."
    signs = outline(text).signs
    assert stands_alone(text, signs) == stands_alone(text)
    assert leans(text, signs) == leans(text)
    assert announces(text, signs) == announces(text)
    assert colours(text, signs) == colours(text)
    assert signs & QUOTES or not quoted(text)
    assert signs & RECOUNTS or recount(text) is None


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=14), st.sampled_from([" ", "-", " – ", "\n", "—"]))
def test_a_sentence_cut_at_spaces_has_the_words_of_one_cut_into_words(parts, between):
    text = between.join(parts)
    words = [form.reading.folded for form in cut(text).forms]
    assert [each.folded for each in readings(text) if each.folded] in (words, [])
