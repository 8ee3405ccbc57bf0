"""Whatever a file holds, it is read and cleaned soundly; what was spoilt on the way is repaired where that is sure."""

import pytest

from digest.articles.decode import decode
from digest.articles.mojibake import repaired
from digest.articles.references import unescaped
from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.scrape.segments import segments
from digest.articles.web.fragment import clean_fragment
from digest.articles.web.webpage import clean_webpage
from digest.tools.text import normalise

STORY = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings, the mayor said.",
    "“It’s the worst in forty years,” said Åsa Dàl, who has fished at São Bento’s café quay – all her life.",
    "The ministry of transport said that it expects the port to open on Monday, once the quay has been inspected.",
    "Nobody was hurt, but the ferry to the islands has been cancelled until further notice, leaving hundreds stranded.",
]
TEXT = "\n".join(STORY)
PLAIN = "“Naïve” café – it’s 5 €"


def spoilt(text: str, encoding: str = "cp1252") -> str:
    """Return UTF-8 as it looks when it is read in another encoding; bytes without a sign become controls."""
    read = text.encode().decode(encoding, errors="surrogateescape")
    return "".join(chr(ord(sign) - 0xDC00) if "\udc80" <= sign <= "\udcff" else sign for sign in read)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(b" \r\n\t ", " \n\t ", id="only blanks"),
        pytest.param(bytes(range(256)) * 8, None, id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(4000), None, id="a picture"),
        pytest.param(b"One.\rTwo.\r\rThree.\r", "One.\nTwo.\n\nThree.\n", id="CR-only line ends"),
        pytest.param(b"Har\x00bour" + b" open" * 20, "Harbour" + " open" * 20, id="a NUL"),
        pytest.param(PLAIN.encode("utf-16-le"), PLAIN, id="UTF-16 without a mark"),
        pytest.param(PLAIN.encode("utf-16-be"), PLAIN, id="big-endian UTF-16 without a mark"),
        pytest.param(PLAIN.encode("cp1252"), PLAIN, id="Windows-1252"),
        pytest.param(b"<meta charset=iso-8859-1>" + PLAIN.encode("cp1252"), f"<meta charset=iso-8859-1>{PLAIN}",
            id="Windows-1252 that calls itself Latin-1"),
        pytest.param((PLAIN * 3).encode() + b" caf\xe9", PLAIN * 3 + " café", id="one Latin-1 byte in UTF-8"),
        pytest.param(PLAIN.encode() + b" \x93caf\xe9\x94 \x96 \xe0 na\xefve", f"{PLAIN} “café” – à naïve",
            id="as much Windows-1252 as UTF-8"),
        pytest.param("Кафе открыто".encode()[:-1], "Кафе открыт", id="UTF-8 that was cut off within a letter"),
        pytest.param(b"a\xed\xa0\xbdb \xc3\xa9", "ab é", id="half a sign"),
        pytest.param(b"a \xed\xa0\xbd\xed\xb8\x80", "a 😀", id="a sign in two halves"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfOne.", "One.", id="two marks"),
        pytest.param(spoilt(PLAIN).encode(), PLAIN, id="mojibake"),
    ],
)  # fmt: skip
def test_bytes_become_the_text_that_was_meant_or_none(content, text):
    assert decode(content) == text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It’s “good” – so… 5 €™", id="English"),
        pytest.param("São João à noite; où ça, Noël? État, Ünal, García, Pérez, único", id="accents"),
        pytest.param("Größe, Österreich, łódź, żółć, Únor, ışık", id="other letters"),
        pytest.param("Привет, мир. Ελλάδα. ميناء. 海港关闭 😀", id="other scripts"),
    ],
)
def test_mojibake_is_repaired_however_often_it_was_made(text, encoding):
    once = spoilt(text, encoding)
    assert (repaired(once), repaired(spoilt(once, encoding))) == (text, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("SÃO PAULO, JOÃO E A MANHÃ", id="Portuguese in capitals"),
        pytest.param("“AMANHÔ, disse; “MAÇÔ… “IRMÓ", id="a shouted word before a quotation mark"),
        pytest.param("“CAFÉ” CAFÉ… CAFÉ™ CAFÉ·BAR É» “É…”", id="other shouted words before signs"),
        pytest.param("“C’est passé…” “Déjà…”", id="small letters before two signs"),
        pytest.param("„groß“, «groß», VÍŠ, UVIDÍŠ, ÚŠTÍ", id="German and Czech"),
        pytest.param("Ãrea: 20 °C, © 2024, 5 £, Âme, â, Ã, â€", id="single signs"),
        pytest.param("Привет, мир; Ελλάδα; 海港; ميناء; 😀", id="other scripts"),
    ],
)
def test_what_is_no_mojibake_stays(text):
    assert repaired(text) == text


def test_what_is_meant_stays_beside_mojibake():
    assert repaired("“CAFÉ” isnâ€™t Ã©galitÃ© – “SÃO”") == "“CAFÉ” isn’t égalité – “SÃO”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Alma&#8217;s &quot;quay&quot;&nbsp;&ndash; A&amp;B", 'Alma’s "quay"\xa0– A&B', id="once"),
        pytest.param("&amp;amp;quot;A&amp;#8217;s&amp;amp;quot;", '"A’s"', id="twice, thrice"),
        pytest.param("a?b=1&section=2&copy=3 R&D AT&T & Co; &", "a?b=1&section=2&copy=3 R&D AT&T & Co; &", id="no end"),
        pytest.param("&nosuchname; &#; &#x;", "&nosuchname; &#; &#x;", id="no character"),
        pytest.param("a&#8238;b&#x200B;c&#0;d&#xD800;e&#1114112;f&#7;g", "abcdefg", id="hidden signs"),
        pytest.param("&" + "amp;" * 250_000, "&", id="250,000 times"),
        pytest.param("&" * 300_000, "&" * 300_000, id="300,000 signs"),
    ],
)
def test_references_are_decoded_however_often_they_were_escaped(text, expected):
    assert unescaped(text) == expected


def test_a_reference_never_moves_a_line():
    extract = clean_plaintext("\n".join([STORY[0].replace(" ", "&#10;", 1), *STORY[1:]]))
    assert list(extract.paragraphs) == STORY


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        pytest.param("a&#8238;b&#x200b;c", ("abc",), id="hidden signs"),
        pytest.param("Alma&amp;#8217;s", ("Alma’s",), id="escaped twice"),
        pytest.param("<p>&#8203;</p>One.", ("One.",), id="a paragraph of nothing but hidden signs"),
    ],
)
def test_what_a_feed_escapes_is_as_safe_as_what_it_writes(html, paragraphs):
    assert clean_fragment(html) == paragraphs


def test_what_a_page_escapes_is_as_safe_as_what_it_writes():
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    head = '<title>Alma&#8238; closed</title><meta property="og:site_name" content="Harbour&#8203; Post &amp;amp; Co">'
    page = f"<html><head>{head}</head><body><article><h1>Alma&#8238; closed</h1>{story}<p>{STORY[0]}&#8238;&amp;#8217;s"
    found = clean_webpage(page, 1, clean_plaintext)
    assert found.title is not None
    assert found.source is not None
    assert (found.title.value, found.source.value) == ("Alma closed", "Harbour Post & Co")
    assert found.paragraphs == (*STORY, f"{STORY[0]}’s")


@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        pytest.param("\u0301", 30, id="one accent"),
        pytest.param("\u0301\u0316", 30, id="accents that want to be put in order"),
    ],
)
def test_a_letter_bears_a_bounded_number_of_accents(mark, kept):
    # Putting n accents in order takes n² steps; they are bounded, so it does not matter how many there were.
    assert len(normalise("x" + mark * 500_000)) == 1 + kept


def test_no_accent_of_any_language_is_lost():
    text = "Việt Nam, שָׁלוֹם, ประเทศ, नमस्ते, Ǖ, ų̄́"
    assert normalise(text) == text


def test_a_line_of_any_length_is_judged_in_a_bounded_number_of_pieces():
    text = "A. " * 350_000
    pieces = segments(text, 1)
    assert len(pieces) <= 5_001
    assert " ".join(piece.text for piece in pieces) == text.strip()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("A" * 1_000_000, id="a megabyte of capitals"),
        pytest.param("1" * 1_000_000, id="a megabyte of digits"),
        pytest.param("By " * 333_000, id="a megabyte of bylines"),
        pytest.param("(" * 1_000_000, id="a megabyte of brackets"),
        pytest.param("| " * 500_000, id="a megabyte of bars"),
        pytest.param("&#8217;" * 140_000, id="a megabyte of references"),
        pytest.param("01/02/2025 " * 90_000, id="a megabyte of dates"),
        pytest.param(" " * 1_000_000 + "x", id="a megabyte of spaces"),
        pytest.param("word " * 200_000, id="a megabyte of words"),
        pytest.param("海" * 300_000, id="a script without spaces"),
        pytest.param("a\u200d" * 300_000, id="joiners"),
    ],
)
def test_a_megabyte_in_one_line_among_paragraphs_takes_no_line_of_them_along(line):
    extract = clean_plaintext(f"{TEXT}\n{line}\n{TEXT}")
    kept = [paragraph for paragraph in extract.paragraphs if paragraph in STORY]
    assert kept == STORY * 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Menu Alma\n" * 30_000, id="30,000 times one line"),
        pytest.param("\n".join(map(str, range(30_000))), id="30,000 short lines"),
        pytest.param("\n" * 1_000_000 + "Harbour closed", id="a million empty lines"),
    ],
)
def test_a_scrape_of_any_number_of_lines_has_a_body_and_accounts_for_each(text):
    extract = clean_plaintext(text)
    assert extract.paragraphs
    assert len({block.line for block in extract.blocks}) == sum(bool(line) for line in text.split("\n"))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 20_000 + TEXT + "</div>" * 20_000, id="20,000 nested tags"),
        pytest.param("<b>" * 20_000 + TEXT, id="20,000 tags that nobody closes"),
        pytest.param(TEXT, id="no tag"),
        pytest.param("<html><body>" + "<" * 100_000 + "\n" + TEXT, id="100,000 brackets"),
    ],
)
def test_a_page_that_is_no_tree_is_read_as_text(page):
    extract = clean_webpage(page, 1, clean_plaintext)
    assert [word for word in " ".join(extract.paragraphs).split() if word in TEXT.split()] == TEXT.split()
