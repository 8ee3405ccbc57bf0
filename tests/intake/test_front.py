"""Front matter is put above an article so that not a byte of it changes, nor what is read of it."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.decode import decode
from digest.articles.given import open_front_matter
from digest.errors import DigestError
from digest.intake.front import Word, above, with_front_matter
from digest.tools.text import one_line

WORD = Word(link="https://post.example/fire", source="Harbour Post", tags=("alma", "Порт: Алма"))
ALMA = "<p>В порту Алмы в пятницу сгорели пять лодок, сообщила Ада Альм.</p>\n"
DECLARED = f'<html><head><meta charset="windows-1251"></head>{ALMA}</html>'


def read(content: bytes):
    return open_front_matter(decode(content) or "", "fire.html")


class TestAbove:
    @pytest.mark.parametrize(
        ("body", "charset", "text"),
        [
            pytest.param(ALMA.encode(), None, ALMA, id="UTF-8"),
            pytest.param(codecs.BOM_UTF8 + ALMA.encode(), None, ALMA, id="UTF-8 with a mark"),
            pytest.param(codecs.BOM_UTF16_LE + ALMA.encode("utf-16-le"), None, ALMA, id="UTF-16 with a mark"),
            pytest.param("<p>Fire.</p>\n".encode("utf-16-be"), None, "<p>Fire.</p>\n", id="UTF-16 without one"),
            pytest.param(ALMA.encode(), "windows-1251", ALMA, id="the server says an old encoding of UTF-8"),
            pytest.param(DECLARED.encode("cp1251"), "utf-8", DECLARED, id="the server says UTF-8 of an old encoding"),
            pytest.param(DECLARED.encode("cp1251"), "koi8-r", DECLARED, id="the server contradicts a page that fits"),
            pytest.param(DECLARED.encode("cp1251"), "iso-8859-1", DECLARED, id="the server says its default"),
            pytest.param(ALMA.encode("cp1251"), "windows-1251", ALMA, id="only the server says it"),
            pytest.param(ALMA.encode("koi8-r"), "koi8-r", ALMA, id="only the server says another"),
            pytest.param(ALMA.encode("cp1251"), None, ALMA, id="nobody says it"),
            pytest.param(b"<p>Caf\xe9 \x93Alma\x94</p>\n", None, "<p>Café “Alma”</p>\n", id="Western, nobody says it"),
        ],
    )
    def test_the_bytes_stay_and_so_does_what_they_say(self, body, charset, text):
        made = above(body, WORD, charset)
        marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE)
        assert made.endswith(next((body[len(mark) :] for mark in marks if body.startswith(mark)), body))
        opened = read(made)
        assert opened.text == text
        assert (opened.given.link, opened.given.source, opened.given.tags) == (WORD.link, WORD.source, WORD.tags)

    def test_what_nobody_needs_quoted_is_not(self):
        made = above(b"Text.\n", Word(title="Fire at Alma", link="https://post.example/a?b=1", date="2031-03-07"))
        lines = ("---", "title: Fire at Alma", "link: https://post.example/a?b=1", "date: 2031-03-07", "---", "Text.\n")
        assert made.decode() == "\n".join(lines)

    def test_front_matter_in_what_came_is_text(self):
        made = above(b"---\nthread: other\n---\nText.\n", Word(link="https://post.example/a"))
        assert read(made).given.thread is None
        assert read(made).text == "---\nthread: other\n---\nText.\n"

    @given(
        st.text("ab: #'\"\\-[]{},&*!|>%@`\n\t\x85\x00жЖé—\u2028😀0~?", max_size=80), st.sampled_from(["a", "\udce9"])
    )
    def test_every_title_is_read_as_it_was_said(self, title, sign):
        made = above(f"Text {sign}".encode(errors="surrogateescape"), Word(title=title))
        assert read(made).given.title == (one_line(title) or None)

    @given(st.binary(max_size=300), st.sampled_from([None, "windows-1251", "zip", "utf-16", "x\0", "idna"]))
    def test_no_bytes_and_no_charset_break_it(self, body, charset):
        assert above(body, WORD, charset).endswith(body[4:])


class TestWithFrontMatter:
    def test_a_file_keeps_what_it_says_and_gets_what_it_lacks(self):
        content = b"---\n# mine\nurl: https://post.example/mine\ntags: [sea]\n---\nText.\n"
        expected = "---\n# mine\nurl: https://post.example/mine\ntags: [sea, alma]\nsource: Harbour Post\n---\nText.\n"
        word = Word(link="https://post.example/x", source="Harbour Post", tags=("sea", "alma"))
        assert with_front_matter(content, word).decode() == expected

    def test_without_a_word_not_a_byte_changes(self):
        assert with_front_matter(b"Caf\xe9\r\n", Word()) == b"Caf\xe9\r\n"

    def test_a_faulty_one_is_told(self):
        with pytest.raises(DigestError, match=r'date is "7\.3\.31"'):
            with_front_matter(b"---\ndate: 7.3.31\n---\nText.\n", Word(source="Harbour Post"))
