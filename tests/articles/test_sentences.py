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
    pytest.param("Mr. J. R. Roe and Mrs. Poe left.| They slept.", id="titles in a row"),
    pytest.param("She met Prof. Dr. Alm.| He spoke.", id="stacked titles"),
    pytest.param("Ada W. Alm won.| Nobody knew.", id="a middle initial"),
    pytest.param("J.K. Roe wrote it.| It sold.", id="initials without a space"),
    pytest.param("He met Lt. Col. Roe and Sgt. Poe.", id="a military rank of two words"),
    pytest.param("Gov. Roe met Lt. Gov. Poe.", id="a rank of state of two words"),
    pytest.param("The Rev. Roe and the Hon. Poe spoke.", id="clergy"),
    pytest.param("Sen. Ada Alm (D., Calif.) spoke.| He left.", id="a party and a state in brackets"),
    pytest.param("He flew to Alma, Ill.| The talks failed.", id="a state at the end"),
    pytest.param("He flew to Washington, D.C.| The talks failed.", id="initials of a district"),
    pytest.param("The U.N. Security Council met.| The U.N. said so.", id="initials before a name"),
    pytest.param("The U.S. is big.| It was U.S. policy.", id="initials as an adjective"),
    pytest.param("EE.UU. ganó.| Perdió.", id="initials of a state in Spanish"),
    pytest.param("Acme Corp. Chief Executive Ada Alm left.", id="a company and a title"),
    pytest.param("He works at Acme Inc.| The firm is new.", id="a company at the end"),
    pytest.param("Acme Co. Ltd. sank.| It rose.", id="two words of a company"),
    pytest.param("Ada Alm Jr. came.| Then he left.", id="junior"),
    pytest.param("It is at 5 Main St. in Alma.", id="a street in an address"),
    pytest.param("They live on Main St.| The house burnt.", id="a street at the end"),
    pytest.param("St. Petersburg burnt.| Mt. Alm erupted.", id="a saint"),
    pytest.param("He studied at St. John's.| It is old.", id="a college of a saint"),
    pytest.param("He lives in Ft. Worth.| It is hot.", id="a fort"),
    pytest.param("The case Roe v. Poe ended.| It was long.", id="versus"),
    pytest.param("Ph.D. students left.| He has a Ph.D.| It took years.", id="a degree"),
    pytest.param("It is i.e. a mill, e.g. a big one, etc.| It burnt.", id="that is, for example, and so on"),
    pytest.param("It is 5 ft. 6 in. tall.| He is taller.", id="measures"),
    pytest.param("It cost approx. 5 million.", id="about a number"),
    pytest.param("See p. 5 and pp. 6-7.| Then go.", id="pages"),
    pytest.param("It rose 3.5 percent.| It fell .5 percent.", id="a decimal without its zero"),
    pytest.param("It costs $1.5 billion.| He paid 2.75 euros.", id="money"),
    pytest.param("It grew by 4.| Then 5 came.", id="a number at the end"),
    pytest.param("It was 2024.| Then came 2025.", id="a year at the end"),
    pytest.param("Version 2.0.1 is out.| Get it.", id="a version"),
    pytest.param("He was No. 1.| She was No. 2.", id="the rank of a number"),
    pytest.param("At 5 p.m. Friday he left.", id="a time before a day"),
    pytest.param("He left at 5 p.m.| She left at 6 a.m.| They met.", id="a time at the end"),
    pytest.param("It opened Jan. 5.| It closed Feb. 6, 2024.| Rain fell.", id="a month with its year"),
    pytest.param("He came in Dec.| It was cold.", id="a month alone"),
    pytest.param("See www.example.org/a.b?c=d.| Go to example.com.| It is free.", id="a site on the web"),
    pytest.param("Mail ada@example.org.| She answers.", id="an address of mail"),
    pytest.param("Yahoo! rose.| It fell.", id="a name with a cry"),
    pytest.param("What?!| No!!!| Really?", id="several marks"),
    pytest.param("He waited... then he left.", id="three full stops that go on"),
    pytest.param("He waited . . . and left.", id="spaced full stops"),
    pytest.param("He waited. . . .| Then he left.", id="spaced full stops at the end"),
    pytest.param('"I ... do not know," he said.', id="full stops within a quotation"),
    pytest.param('"It rains.| It pours."', id="a quotation of two sentences without a speaker"),
    pytest.param('"It rains. It pours," he said.', id="a quotation of two sentences and its speaker"),
    pytest.param("“It rains. It pours,” said Ada Alm.| “Go.”", id="curly marks and a named speaker"),
    pytest.param("“It rains.” Ada Alm said.", id="a named speaker behind a full stop"),
    pytest.param("“We won!” Alm, the mayor, said.", id="a named speaker behind a cry"),
    pytest.param("“We won.”| The crowd cheered.", id="no speaker, but a new sentence"),
    pytest.param('"It rains," said Roe.| "It pours. We drown," he added.', id="a quotation that begins anew"),
    pytest.param('"It is over."| "No, it is not."', id="two speakers"),
    pytest.param('He called it "over."| Then he left.', id="a quoted word at the end"),
    pytest.param('He said: "It is over."| She wept.', id="a speaker before the quotation"),
    pytest.param("‘It is over. Go home,’ he said.| They left.", id="single marks"),
    pytest.param("‘It isn’t over. Go home,’ he said.| They left.", id="single marks and an apostrophe"),
    pytest.param("``It is over. Go home,'' he said.| They left.", id="marks of old wires"),
    pytest.param("«C'est fini. Partez», a-t-il dit.| Il est parti.", id="a French quotation"),
    pytest.param("„Es ist vorbei. Geht“, sagte er.| Sie gingen.", id="a German quotation"),
    pytest.param("„Es ist vorbei.“| Er ging.", id="a German quotation that ends the sentence"),
    pytest.param("ALMA, Ill. (AP) — A mill burnt.| Nobody died.", id="a dateline of an agency"),
    pytest.param("ALMA, Calif., Jan. 5 (Reuters) - A mill burnt.", id="a dateline with its day"),
    pytest.param("ALMA. — A mill burnt.| Two died.", id="a dateline with a full stop"),
    pytest.param("• Two mills burnt.| • One sank.", id="bullets"),
    pytest.param("(1) It rains.| (2) It pours.", id="numbers in brackets"),
    pytest.param("(It was wet.)| He left.", id="brackets around a sentence"),
    pytest.param("He left (it was wet).| She stayed.", id="brackets at the end"),
    pytest.param("It burnt.[1]| It sank.[2][3]| It rose.", id="footnotes"),
    pytest.param("В. В. Алм сказал это.| Он ушёл.", id="Russian initials"),
    pytest.param("M. Roe et Mme Poe sont partis.| Il pleut.", id="French titles"),
    pytest.param("El Sr. Roe y la Sra. Poe llegaron.| ¿Por qué?| ¡No sé!", id="Spanish titles and marks"),
    pytest.param("Dr. Roe und Prof. Poe, d.h. beide, kamen.| Es regnete.", id="German abbreviations"),
    pytest.param("“结束了。”他说。|大家走了。", id="a Chinese quotation"),
    pytest.param("Ինչո՞ւ։| Չգիտեմ։", id="Armenian"),
    pytest.param("ဘာလဲ။| မသိဘူး။", id="Burmese"),
    pytest.param("ማን።| አይ።", id="Amharic"),
    pytest.param("وہ گیا۔| وہ آیا۔", id="Urdu"),
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


HOSTILE = [
    "a",
    ".",
    '"',
    " ",
    ". ",
    '" ',
    "A. ",
    "。",
    "“",
    "``",
    '."',
    ' "a',
    "«a",
    "?”\n",
    "1. ",
    "‘",
    "„a",
    "A. — ",
    "[1]",
    ".“ ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_split_in_linear_time_for_in_quadratic_time_this_would_run_for_minutes(piece: str) -> None:
    paragraph = piece * (300_000 // len(piece))
    assert "".join("".join(split_sentences(paragraph)).split()) == "".join(paragraph.split())
