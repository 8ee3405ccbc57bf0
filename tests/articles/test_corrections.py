"""The curator's word on single lines wins over every rule of a cleaner."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.clean import account_for, clean_one
from digest.articles.corrections import corrected as correct
from digest.articles.extract import Block, Extract
from digest.articles.given import open_front_matter
from digest.articles.outlets import Outlets
from digest.articles.scrape.confidence import doubts_about
from digest.articles.scrape.segments import segments
from digest.articles.settings import CleanSettings
from digest.errors import DigestError
from digest.model import Article, Correction, Cut, Doubt, Given, RawArticle

TITLE = "Storm closes the harbour of Alma"
STORY = (
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    '"We have not seen waves like these in forty years," Bo Berg, who has fished here all his life, told reporters.',
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
)
SCRAPE = "\n".join(
    [TITLE, STORY[0], "3 min read", STORY[1], "RelatedMayor promises a quay", STORY[2], "> Advertisement"]
)
MEND_LISTED = "Put the line in single quotes, and write each ' within it twice."
MEND = "Copy the line from what `digest explain` prints"


def corrected(text: str, *, keep=(), cut=(), syntax="text", title=None) -> Article:
    said = Given(
        title=title, keep=tuple(Correction(each, 2) for each in keep), cut=tuple(Correction(each, 3) for each in cut)
    )
    return clean_one(RawArticle("a-1", "x", syntax, text, 5, said), Outlets({}), CleanSettings())


@pytest.mark.parametrize(
    ("line", "paragraphs"),
    [
        pytest.param("3 min read", (STORY[0], "3 min read", *STORY[1:]), id="a line that a pattern cut"),
        pytest.param("  3  min\nread ", (STORY[0], "3 min read", *STORY[1:]), id="with other white space"),
        pytest.param(TITLE, (TITLE, *STORY), id="the title"),
        pytest.param("Advertisement", (*STORY, "Advertisement"), id="without its mark of a quote"),
        pytest.param("> Advertisement", (*STORY, "Advertisement"), id="with its mark of a quote"),
        pytest.param(STORY[1], STORY, id="a line that was kept anyway"),
    ],
)
def test_a_kept_line_stands_in_its_place(line, paragraphs):
    article = corrected(SCRAPE, keep=[line])
    assert article.paragraphs == paragraphs
    assert article.doubts == ()
    assert [sentence.paragraph for sentence in article.sentences if sentence.text == STORY[0]] == [
        paragraphs.index(STORY[0])
    ]


def test_a_kept_title_is_still_the_title():
    assert (corrected(SCRAPE, keep=[TITLE]).title, corrected(SCRAPE, keep=[TITLE]).origins.title) == (TITLE, "line 5")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(STORY[1], id="as it stands"),
        pytest.param(STORY[1].replace('"', "”"), id="with other quotation marks"),
        pytest.param(STORY[1].replace(" have", "\n      have"), id="as explain breaks it"),
        pytest.param(f"{STORY[1][:30]}…", id="its beginning"),
        pytest.param(f"{STORY[1][:30]}...", id="its beginning, with three full stops"),
    ],
)
def test_a_cut_line_is_cut_by_the_curator(line):
    article = corrected(SCRAPE, cut=[line])
    assert article.paragraphs == (STORY[0], STORY[2])
    assert Cut(8, STORY[1], "curator") in article.cuts
    assert article.doubts == ()


def test_sentences_of_a_line_can_be_cut_out_of_it():
    article = corrected(f"{TITLE}\n{' '.join(STORY)} Follow us. Ads. It goes on.\n{STORY[0]}", cut=["Follow us. Ads."])
    assert article.paragraphs == (f"{' '.join(STORY)} It goes on.", STORY[0])
    assert Cut(6, "Follow us. Ads.", "curator") in article.cuts


def test_sentences_of_a_cut_line_can_be_kept():
    story = ["date 2024-03-01", *STORY, "Related: Ships sank. Boats sank."]
    assert corrected("\n".join(story), keep=["Boats sank."]).paragraphs[-1] == "Boats sank."


@pytest.mark.parametrize(
    ("keep", "cut", "doubt"),
    [
        pytest.param(
            ["5 min read"],
            [],
            Doubt(2, 'no line of the article reads "5 min read" (line 7 is near)', MEND),
            id="to keep",
        ),
        pytest.param([], ["Nobody."], Doubt(3, 'no line of the article reads "Nobody."', MEND), id="to cut"),
        pytest.param([], ["The harbour…"], Doubt(3, 'no line of the article reads "The harbour…"', MEND), id="short"),
        pytest.param(
            [],
            ["harbour of Alma"],
            Doubt(3, 'no line of the article reads "harbour of Alma" (line 5 is near)', MEND),
            id="part",
        ),
        pytest.param(
            [], ["x" * 99], Doubt(3, f'no line of the article reads "{"x" * 79}…"', MEND), id="too long for a message"
        ),
        pytest.param([">"], [], Doubt(2, 'no line of the article reads ">"', MEND), id="a mark alone"),
    ],
)
def test_a_correction_that_no_line_answers_to_is_told(keep, cut, doubt):
    article = corrected(SCRAPE, keep=keep, cut=cut)
    assert (article.paragraphs, article.doubts) == (STORY, (doubt,))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param("'Nobody tells us anything'", "Nobody tells us anything", id="single ones that YAML took"),
        pytest.param('"Nobody tells us anything"', "Nobody tells us anything", id="double ones that YAML took"),
        pytest.param("Nobody tells us anything", "'Nobody tells us anything'", id="ones too many"),
        pytest.param("'Nobody tells us anything at all'", "Nobody tells us anything…", id="around a beginning"),
        pytest.param("“Nobody tells us anything”", "Nobody tells us anything", id="curly ones"),
    ],
)
def test_quotation_marks_around_a_line_do_not_matter(line, wanted):
    article = corrected("\n".join([TITLE, STORY[0], line, *STORY[1:]]), cut=[wanted])
    assert (article.paragraphs, article.doubts) == (STORY, ())


def test_a_sentence_is_found_without_its_quotation_marks():
    article = corrected("\n".join([*STORY, f"{STORY[0]} 'Follow us today.' It goes on."]), cut=["Follow us today."])
    assert article.paragraphs[-1] == f"{STORY[0]} It goes on."


def test_of_lines_that_differ_in_their_quotation_marks_the_one_that_reads_so_is_meant():
    article = corrected("\n".join([TITLE, *STORY, '"Follow us"', "Follow us"]), keep=['"Follow us"'], cut=["Follow us"])
    assert article.paragraphs == (*STORY, '"Follow us"')


def test_a_quotation_mark_alone_means_no_line():
    assert [doubt.what for doubt in corrected(SCRAPE, cut=["'"]).doubts] == ['no line of the article reads "\'"']


UNSURE = Doubt(
    6, "low confidence in what is kept of this text",
    "Look at it with `digest explain`, and write cut: for what is wrong or keep: for a line that is right", "body",
)  # fmt: skip
MISSED = Doubt(2, 'no line of the article reads "No such thing"', MEND)


@pytest.mark.parametrize(
    ("keep", "cut", "doubts"),
    [
        pytest.param([], [], (UNSURE,), id="as it came"),
        pytest.param([STORY[0]], [], (), id="a kept line is confirmed"),
        pytest.param([], [STORY[1]], (), id="a line is cut"),
        pytest.param(["No such thing"], [], (UNSURE, MISSED), id="no line answers"),
        pytest.param([STORY[0], "No such thing"], [], (MISSED,), id="one of two answers"),
    ],
)
def test_a_doubt_about_the_body_is_answered_by_a_correction(keep, cut, doubts):
    blocks = [Block(number, text, None) for number, text in enumerate(STORY, 6)]
    said = Given(keep=tuple(Correction(each, 2) for each in keep), cut=tuple(Correction(each, 3) for each in cut))
    assert correct(Extract(STORY, doubts=(UNSURE,)), blocks, said).doubts == doubts


def test_what_the_cleaner_is_unsure_of_is_a_doubt_about_the_body():
    lines = segments("Alma\nHarbour", 6)
    assert doubts_about(lines, [0.5, 0.6], [None, None]) == (UNSURE,)
    assert doubts_about(lines, [0.9, 0.9], [None, None]) == ()


def test_a_title_that_was_made_of_a_cut_line_is_made_anew():
    assert corrected("\n".join(STORY)).title.startswith("The harbour of Alma was closed")
    assert corrected("\n".join(STORY), cut=[STORY[0]]).title.startswith('"We have not seen waves')


def test_a_title_whose_line_is_cut_is_the_title_no_longer():
    assert (corrected(SCRAPE).title, corrected(SCRAPE).origins.title) == (TITLE, "line 5")
    article = corrected(SCRAPE, cut=[TITLE])
    assert (article.title, article.origins.title) == (f"{STORY[0][:-1]}", "derived")
    assert corrected(SCRAPE, cut=[STORY[1]]).title == TITLE


def test_a_given_title_stays_though_its_line_is_cut():
    assert corrected(SCRAPE, cut=[TITLE], title=TITLE).title == TITLE


def test_of_lines_that_read_the_same_one_is_kept_and_all_are_cut():
    text = "\n".join([STORY[0], "Advertisement", STORY[1], "Advertisement", STORY[2]])
    assert corrected(text, keep=["Advertisement"]).paragraphs == (STORY[0], "Advertisement", *STORY[1:])
    twice = "\n".join([STORY[0], STORY[1], STORY[0], STORY[2]])
    assert corrected(twice, cut=[STORY[0]]).paragraphs == STORY[1:]


def test_in_markdown_a_block_is_cut_by_what_readers_see():
    text = f"# {TITLE}\n\n{STORY[0]}\n\n- *Follow* [us](https://example.org)\n\n{STORY[1]}"
    article = corrected(text, syntax="markdown", cut=["Follow us"])
    assert article.paragraphs == STORY[:2]
    assert article.cuts == (Cut(5, TITLE, "title"), Cut(9, "Follow us", "curator"))


PAGE = f"""<html lang="en"><head><title>{TITLE}</title></head><body>
<nav><a href="/">Front page of the Post</a></nav><article><h1>{TITLE}</h1>
{"".join(f"<p>{text}</p>" for text in STORY * 2)}
</article><aside><p>The Post is made in Alma.</p></aside></body></html>"""


def test_of_a_page_a_left_out_paragraph_can_be_kept_and_one_of_the_body_cut():
    before = corrected(PAGE, syntax="html")
    article = corrected(PAGE, syntax="html", keep=["The Post is made in Alma."], cut=[STORY[1]])
    rest = tuple(text for text in before.paragraphs if text != STORY[1])
    assert article.paragraphs == (*rest, "The Post is made in Alma.")
    assert [cut for cut in article.cuts if cut.rule == "curator"] == [Cut(7, STORY[1], "curator")] * 2
    assert not [cut for cut in article.cuts if cut.rule == "extractor"]


def test_what_explain_shows_is_the_article_with_its_corrections():
    said = Given(cut=(Correction(STORY[1], 2),))
    raw = RawArticle("a-1", "x", "text", "\n".join(STORY), 5, said)
    assert account_for(raw, CleanSettings()) == (
        Block(5, STORY[0], None), Block(6, STORY[1], "curator"), Block(7, STORY[2], None),
    )  # fmt: skip
    page = replace(raw, text=PAGE, syntax="html", given=Given())
    assert Block(6, "Front page of the Post", "extractor") in account_for(page, CleanSettings())


def test_corrections_are_read_with_their_lines():
    text = '---\nkeep: 3 min read\ncut:\n  - One.\n  - "Two: a \\u200cline"\n---\nText.'
    said = open_front_matter(text, "a.md").given
    assert said.keep == (Correction("3 min read", 2),)
    assert said.cut == (Correction("One.", 4), Correction("Two: a \u200cline", 5))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("\n  - Read more: Valley farmers fear", "Read more: Valley farmers fear", id="a colon"),
        pytest.param("\n  - Related:", "Related:", id="a colon at the end"),
        pytest.param("\n  - 'Updated: today': see below", "Updated: today: see below", id="a colon and quotes"),
        pytest.param("\n  Read more: Valley farmers fear", "Read more: Valley farmers fear", id="no list"),
    ],
)
def test_a_line_with_a_colon_is_read_as_it_was_typed(typed, read):
    assert [each.text for each in open_front_matter(f"---\nkeep:{typed}\n---\nText.", "a.md").given.keep] == [read]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("- Read more: farmers\n    Also: fishers", "a mapping", id="two lines with colons"),
        pytest.param("- [Photo]", "a list", id="brackets"),
        pytest.param("- Read more: [Photo]", "a mapping", id="brackets behind a colon"),
    ],
)
def test_a_line_that_yaml_takes_apart_is_to_be_put_between_quotes(typed, shown):
    with pytest.raises(DigestError) as caught:
        open_front_matter(f"---\nkeep:\n  {typed}\n---\nText.", "a.md")
    assert str(caught.value) == f"a.md:3: a line of keep is {shown}. {MEND_LISTED}"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Mayor: the quay: it holds", id="two colons"),
        pytest.param('"It holds" says the mayor', id="words behind quotes"),
        pytest.param('Mayor: "It holds" again', id="words behind quotes behind a colon"),
        pytest.param("[Photo] of the quay", id="words behind brackets"),
        pytest.param("@ada_alm reports", id="a sign that begins nothing"),
        pytest.param("! Sold out", id="a sign that begins a tag"),
    ],
)
def test_a_listed_line_that_is_no_yaml_is_to_be_put_in_single_quotes(typed):
    with pytest.raises(DigestError) as caught:
        open_front_matter(f"---\ntitle: Quay\nkeep:\n  - Menu\n  - {typed}\n---\nText.", "a.md")
    assert str(caught.value).startswith("a.md:5: ")
    assert str(caught.value).endswith(f". {MEND_LISTED}")


def test_quotation_marks_behind_a_colon_that_yaml_took_away_are_not_missed():
    line = 'Mayor Ada Alm: "The quay holds."'
    keep = open_front_matter(f"---\nkeep:\n  - {line}\n---\nText.", "a.md").given.keep
    assert keep[0].text == "Mayor Ada Alm: The quay holds."
    blocks = (Block(7, line, "related-link"), Block(8, STORY[0], None))
    found = correct(Extract((STORY[0],), blocks=blocks), blocks, Given(keep=keep))
    assert (found.paragraphs, found.doubts) == ((line, STORY[0]), ())


LINES = st.lists(st.sampled_from([TITLE, *STORY, "3 min read", "RelatedMayor promises a quay"]), max_size=4)


@given(LINES, LINES)
def test_the_lines_stay_in_order_and_the_curator_has_the_last_word(keep, cut):
    lines = [line.removeprefix("> ") for line in SCRAPE.split("\n")]
    before = corrected(SCRAPE).paragraphs
    after = corrected(SCRAPE, keep=keep, cut=cut)
    assert list(after.paragraphs) == [line for line in lines if line in (*before, *keep) and line not in cut]
    assert len(after.paragraphs) + len(after.cuts) == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A. " * 60_000, id="an endless row of short sentences"),
        pytest.param("a" * 300_000, id="an endless word"),
        pytest.param("\n".join(["Menu Alma"] * 20_000), id="an endless menu"),
    ],
)
def test_corrections_of_hostile_lines_take_bounded_time(text):
    assert corrected(text, cut=["A. A. A.", "aaaa" * 10 + "…", "Menu", "Alma"]).doubts
