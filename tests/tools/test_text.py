"""Text at the door: safe signs, one form of slug, links that a page may carry."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.tools.text import fingerprint, host, is_slug, normalise, one_line, slug, web_link, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc\n", "a\nb\nc\n", id="line ends"),
        pytest.param("Cafe\u0301", "Café", id="accents are composed"),
        pytest.param("a\x00b\x1b[2Jc\x7f", "ab[2Jc", id="controls go"),
        pytest.param("a\tb", "a\tb", id="a tab stays"),
        pytest.param("zero\u200bwidth\ufeff", "zerowidth", id="zero-width signs go"),
        pytest.param("\u202eevil\u202c\u2066x\u2069", "evilx", id="what turns a line round goes"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner that Persian needs stays"),
        pytest.param("👩\u200d🚒", "👩\u200d🚒", id="a joiner that emoji need stays"),
        pytest.param("a\u2028b\x0bc\x85d", "a b c d", id="odd line ends become spaces and move no line number"),
        pytest.param("a\ud800b", "ab", id="half a sign goes"),
        pytest.param("soft\xadhyphen", "softhyphen", id="a soft hyphen goes"),
    ],
)
def test_text_is_made_safe(text, expected):
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("first", "last"),
    [
        *[(0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x200B, 0x200B), (0x202A, 0x202E)],
        *[(0x2060, 0x2060), (0x2066, 0x2069), (0xD800, 0xDFFF), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFF)],
    ],
)
def test_each_unsafe_sign_goes_from_a_text_that_is_safe_but_for_it(first, last):
    assert [sign for sign in map(chr, range(first, last + 1)) if normalise(f"a\n“b”{sign}c") != "a\n“b”c"] == []


@given(st.text())
def test_safe_text_stays_as_it_is_and_can_be_written(text):
    safe = normalise(text)
    assert normalise(safe) == safe
    assert safe.encode().decode() == safe
    assert safe.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param(" a \n b\t c ", 300, "a b c", id="spaces"),
        pytest.param("one two three", 9, "one two", id="cut at a word's end"),
        pytest.param("onetwothree", 5, "onetw", id="cut within a word that is too long"),
    ],
)
def test_a_line_is_one_line(text, limit, expected):
    assert one_line(text, limit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Port Amber", "port-amber", id="words"),
        pytest.param("Port Amber's “new” bridge: 1,000 m!", "port-ambers-new-bridge-1-000-m", id="signs"),
        pytest.param("../../etc/passwd", "etc-passwd", id="a path"),
        pytest.param("CON", "con-page", id="a name that Windows keeps"),
        pytest.param("lpt1", "lpt1-page", id="another one"),
        pytest.param("東京の地震", "東京の地震", id="another script"),
        pytest.param("ميناء العنبر", "ميناء-العنبر", id="Arabic"),
        pytest.param("حريق عبّارة", "حريق-عبّارة", id="a letter of Arabic with a mark"),
        pytest.param("हिन्दी में समाचार", "हिन्दी-में-समाचार", id="vowels of Hindi, which are marks"),
        pytest.param("เรือไฟไหม้", "เรือไฟไหม้", id="Thai"),
        pytest.param("\u0301fire ❤\ufe0f", "fire", id="marks that are on no letter"),
        pytest.param("a'\u0301 g'\u032d\u0307", "\u00e1-\u0121\u032d", id="a mark on an apostrophe"),
        pytest.param("ＦＵＬＬ ｗｉｄｔｈ", "full-width", id="full width"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("!!!", "untitled", id="no word"),
        pytest.param("", "untitled", id="nothing"),
        pytest.param("a" * 100, "a" * 60, id="one long word"),
        pytest.param(
            "seven boats " * 9, "seven-boats-seven-boats-seven-boats-seven-boats-seven-boats", id="many words"
        ),
        pytest.param("a\u202e\u0000b", "ab", id="hostile signs"),
    ],
)
def test_a_slug_is_the_one_form(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_its_own_slug_and_a_safe_name_of_a_file(text):
    found = slug(text)
    assert slug(found) == found
    assert 0 < len(found) <= 65
    assert not set(found) & set("/\\.: \n\t\"'<>?*|\x00")
    assert unicodedata.normalize("NFC", found) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("https://outlet.example/a", "https://outlet.example/a", id="https"),
        pytest.param("HTTP://outlet.example:8080/a?b#c", "HTTP://outlet.example:8080/a?b#c", id="http with a port"),
        pytest.param(" https://outlet.example/a b ", "https://outlet.example/a%20b", id="spaces"),
        pytest.param("https://outlet.example/مقال", "https://outlet.example/مقال", id="another script"),
        pytest.param("javascript:alert(1)", None, id="a script"),
        pytest.param("java\nscript:alert(1)", None, id="a script on two lines"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("//outlet.example/a", None, id="no scheme"),
        pytest.param("/a", None, id="a path"),
        pytest.param("https://", None, id="no host"),
        pytest.param("https://user:word@outlet.example/", None, id="a password"),
        pytest.param("https://user@outlet.example/", None, id="a user"),
        pytest.param('https://outlet.example/"onclick=', None, id="a quotation mark"),
        pytest.param("https://outlet.example/<b>", None, id="a tag"),
        pytest.param("https://outlet.example:99999/", None, id="a port that is none"),
        pytest.param("https://[::1", None, id="half an address"),
        pytest.param(
            "https://outlet.example/a b\u3000c", "https://outlet.example/a%20b%E3%80%80c", id="blanks of any kind"
        ),
        pytest.param(f"https://outlet.example/{'a' * 2000}", None, id="too long"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_link_is_one_that_a_page_may_carry_or_none(text, expected):
    assert web_link(text) == expected


@given(st.text() | st.from_regex(r"[a-z0-9-]{1,70}|con|com[0-9]", fullmatch=True))
def test_a_slug_is_what_would_be_made_of_itself(text):
    assert is_slug(text) == (slug(text) == text)


@pytest.mark.parametrize(
    ("link", "expected"),
    [("https://www.outlet.example/a", "outlet.example"), ("https://OUTLET.example:80/", "outlet.example"), ("", "")],
)
def test_a_host_is_without_www(link, expected):
    assert host(link) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Russia’s army", ["russia's", "army"], id="an apostrophe belongs to its word"),
        pytest.param("10,000 m² — café", ["10", "000", "m²", "café"], id="figures and accents"),
        pytest.param("snake_case", ["snake", "case"], id="an underscore parts words"),
    ],
)
def test_words_are_in_lower_case_and_order(text, expected):
    assert words(text) == expected


def test_a_fingerprint_is_the_same_on_every_machine_and_knows_its_parts():
    assert fingerprint("path", "a.md") == "27c54cd2a7"
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert len(fingerprint("\ud800")) == 10
