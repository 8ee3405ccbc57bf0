"""Which articles a folder gives: what makes two feed entries one article, and what is said of one that is replaced."""

import json
import os

import pytest

from digest.articles.feeds import MAX_FEED
from digest.articles.read import Reading, read
from digest.errors import DigestError

COURIER, HERALD = "https://courier.example/", "https://herald.example/"
REPLACED = "Delete the older file if that is right."


def rss(*texts: str, link: str = COURIER, title: str = "News", guid: str = "1") -> str:
    """Return a feed whose entries, from line 3, all have one guid."""
    items = "\n".join(
        f"<item><guid>{guid}</guid><title>Fire</title><description>{text}</description></item>" for text in texts
    )
    return f'<rss version="2.0"><channel><title>{title}</title>\n<link>{link}</link>\n{items}\n</channel></rss>'


@pytest.fixture
def reading(tmp_path, put):
    def reading(files: dict[str, str | bytes]) -> Reading:
        return read(put(tmp_path, files), tmp_path)

    return reading


def given(found: Reading) -> list[tuple[str, str]]:
    return [(article.path, article.text) for article in found.articles]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(rss("Two.", link=HERALD), id="feeds with other links"),
        pytest.param(rss("Two.", link="", title="Other news"), id="a feed without a link has another title"),
    ],
)
def test_two_feeds_may_use_the_same_guid(reading, other):
    found = reading({"a.xml": rss("One."), "b.xml": other})
    assert given(found) == [("a.xml", "One."), ("b.xml", "Two.")]
    assert len({article.id for article in found.articles}) == 2
    assert found.faults == ()


def test_a_feed_that_is_saved_twice_gives_each_article_once(reading):
    found = reading({"monday.xml": rss("One."), "tuesday.xml": "\n" + rss("One.")})
    assert given(found) == [("monday.xml", "One.")]
    assert found.faults == ()


def test_a_feed_in_json_is_the_same_feed(reading):
    feed = {"title": "News", "home_page_url": COURIER, "items": [{"id": "1", "title": "Fire", "content_html": "One."}]}
    found = reading({"monday.xml": rss("One."), "tuesday.json": json.dumps(feed)})
    assert given(found) == [("monday.xml", "One.")]
    assert found.faults == ()


def test_of_an_article_that_was_corrected_the_one_of_the_later_path_counts(reading):
    found = reading({"10/a.xml": rss("One."), "9.xml": rss("Three."), "10/b.xml": rss("Two.")})
    assert given(found) == [("9.xml", "Three.")]
    assert [(str(fault), fault.level) for fault in found.faults] == [
        (f"10/a.xml:3: this entry is replaced by the one in 10/b.xml. {REPLACED}", "advice"),
        (f"10/b.xml:3: this entry is replaced by the one in 9.xml. {REPLACED}", "advice"),
    ]


def test_of_two_articles_with_one_guid_in_one_feed_the_first_counts_and_the_other_is_named(reading):
    found = reading({"a.xml": rss("New.", "Old.")})
    assert given(found) == [("a.xml", "New.")]
    assert [(str(fault), fault.level) for fault in found.faults] == [
        ("a.xml:4: this entry has the guid of the one in line 3. Give one of the two another guid.", "advice"),
    ]


def test_such_a_feed_that_is_saved_twice_gives_its_first_too(reading):
    found = reading({"a.xml": rss("New.", "Old."), "b.xml": rss("New.", "Old.")})
    assert given(found) == [("a.xml", "New.")]
    assert [f"{fault.path}:{fault.line}" for fault in found.faults] == ["a.xml:4", "b.xml:4"]


@pytest.mark.parametrize(
    ("name", "sign", "message"),
    [
        pytest.param("a.xml", b" ", "a.xml:1: the feed has more than 20 MB. Split it into smaller files.", id="a feed"),
        pytest.param("a.txt", b"a", "a.txt:1: this file has more than 8 MB. Keep the article's text alone.", id="text"),
    ],
)
def test_a_file_that_is_too_long_is_named_with_its_limit(reading, name, sign, message):
    assert [str(fault) for fault in reading({name: sign * (MAX_FEED + 1)}).faults] == [message]


def test_a_file_that_gives_its_listed_id_can_be_moved(tmp_path):
    (tmp_path / "moved.md").write_text("---\nid: a-7f3c91d2e4\n---\nBoats burnt in the harbour.\n")
    assert [each.id for each in read(tmp_path, tmp_path).articles] == ["a-7f3c91d2e4"]


def test_half_an_emoji_in_a_feed_is_left_out(tmp_path):
    (tmp_path / "s.json").write_text(r'{"items": [{"id": "s", "title": "A \ud83d", "content_text": "A \ud83d fire."}]}')
    assert [(each.given.title, each.text) for each in read(tmp_path, tmp_path).articles] == [("A", "A  fire.")]


def test_a_file_is_filed_under_the_day_that_its_name_or_its_folders_bear(tmp_path, put):
    names = ("2031-03-07-fire.md", "2031/03/08/fire.md", "20310309.txt", "fire-2031-03-10.md", "2031-03-11.rss")
    articles = put(tmp_path / "2031/01/01/articles", {name: rss("Rain.") for name in names})
    found = {each.path.removeprefix("2031/01/01/articles/"): each.filed for each in read(articles, tmp_path).articles}
    assert found == dict(zip(names, ("2031-03-07", "2031-03-08", "2031-03-09", None, None), strict=True))


def test_an_entry_that_a_feed_calls_a_summary_in_one_file_and_a_text_in_another_is_one(reading):
    feed = {"title": "News", "home_page_url": COURIER, "items": [{"id": "1", "title": "Fire", "content_html": "One."}]}
    found = reading({"monday.xml": rss("One."), "tuesday.json": json.dumps(feed)})
    assert [article.given.excerpt for article in found.articles] == [True]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-8", "utf-8-sig"])
def test_a_text_of_another_script_is_read_in_the_encoding_that_it_is_in(encoding, tmp_path):
    text = "Мэр города открыл новый мост через реку в пятницу, сообщила администрация. Мост строили три года.\n" * 3
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert [each.text for each in read(tmp_path, tmp_path).articles] == [text]


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
def test_mojibake_in_a_feed_is_repaired(reading, name):
    title, lead, body = (
        "Almaâ€™s cafÃ© burnt",
        "It wasnâ€™t insured.",
        "<p>â€œIt isnâ€™t lost,â€\x9d said JosÃ© Alm.</p>",
    )
    entry = {"id": "1", "title": title, "summary": lead, "content_html": body, "tags": ["CafÃ©s"]}
    feed = {
        "feed.json": json.dumps({"title": "The Islandâ€™s Post", "items": [entry | {"author": {"name": "JosÃ© Alm"}}]}),
        "feed.xml": (
            f"<rss version='2.0' xmlns:c='http://purl.org/rss/1.0/modules/content/' "
            f"xmlns:d='http://purl.org/dc/elements/1.1/'><channel><title>The Islandâ€™s Post</title>"
            f"<item><guid>1</guid><title>{title}</title><description>{lead}</description><category>CafÃ©s</category>"
            f"<d:creator>JosÃ© Alm</d:creator><c:encoded><![CDATA[{body}]]></c:encoded></item></channel></rss>"
        ),
    }
    (found,) = reading({name: feed[name]}).articles
    told = found.given
    assert (told.title, told.lead, found.text) == (
        "Alma’s café burnt", "It wasn’t insured.", "<p>“It isn’t lost,” said José Alm.</p>",
    )  # fmt: skip
    assert (told.source, told.authors, told.tags) == ("The Island’s Post", ("José Alm",), ("Cafés",))


def test_a_feed_that_shouts_is_no_mojibake(reading):
    (found,) = reading({"a.xml": rss("“LE CAFÉ” À LA UNE")}).articles
    assert found.text == "“LE CAFÉ” À LA UNE"


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        pytest.param("pt_BR", "pt-BR", id="a tag, with the mark of locales"),
        pytest.param("English", None, id="a word"),
        pytest.param("\ud800", None, id="half a sign, which no feed of ours could carry"),
        pytest.param("en-" + "x" * 9, None, id="what is too long to be one"),
    ],
)
def test_a_feeds_language_is_a_tag_or_none(reading, said, lang):
    feed = json.dumps({"title": "F", "language": said, "items": [{"id": "1", "content_text": "Two boats."}]})
    assert [article.given.lang for article in reading({"feed.json": feed}).articles] == [lang]


def test_a_folder_that_cannot_be_looked_into_is_named_and_the_rest_is_read(tmp_path, monkeypatch):
    (tmp_path / "private").mkdir()
    (tmp_path / "fire.md").write_text("Boats burnt in the harbour.\n")
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("private"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = read(tmp_path, tmp_path)
    assert [each.path for each in found.articles] == ["fire.md"]
    assert [str(fault) for fault in found.faults] == [
        "private:1: this folder cannot be read: Permission denied. Give yourself the right to read it."
    ]


EMPTY = "there is no article in this feed. Save it again from its source, or delete the file."


@pytest.mark.parametrize(
    ("name", "feed", "articles", "message"),
    [
        pytest.param("a.xml", '<rss version="2.0"><channel/></rss>', 0, EMPTY, id="without an entry"),
        pytest.param("a.json", '{"items": []}', 0, EMPTY, id="in JSON"),
        pytest.param("a.json", '{"items": [{"id": "1"}, {"id": "2"}]}', 0, EMPTY, id="of empty entries"),
        pytest.param(
            "a.json", '{"items": [{"id": "1"}, {"id": "2", "title": "Fire"}]}', 1,
            "1 entry of this feed has neither a title nor a text. Save it again from its source.",
            id="of one empty entry",
        ),
        pytest.param(
            "a.json", '{"items": [{"id": "1"}, {"id": "3"}, {"id": "2", "title": "Fire"}]}', 1,
            "2 entries of this feed have neither a title nor a text. Save it again from its source.", id="of two",
        ),
    ],
)  # fmt: skip
def test_a_feed_with_nothing_in_it_is_named(reading, name, feed, articles, message):
    found = reading({name: feed})
    assert (len(found.articles), [*map(str, found.faults)]) == (articles, [f"{name}:1: {message}"])


def test_a_folder_that_is_not_there_has_nothing_and_is_no_fault(tmp_path):
    found = read(tmp_path / "articles", tmp_path)
    assert (found.articles, found.faults) == ((), ())


def test_a_folder_that_is_a_link_to_nothing_stops_the_build_and_does_not_empty_the_site(tmp_path):
    (tmp_path / "articles").symlink_to("unmounted")
    message = r"^articles:1: this folder cannot be read: No such file or directory\. Give yourself the right"
    with pytest.raises(DigestError, match=message):
        read(tmp_path / "articles", tmp_path)
