"""Text that was broken at some width is read as its paragraphs; all other text line by line."""

import pytest

from digest.articles.extract import Found
from digest.articles.scrape.plaintext import clean_plaintext
from digest.articles.scrape.wrapping import paragraphs

BROKEN = """\
Engineers have found a crack in the spillway of the Alma dam, delaying
repairs by at least six weeks, the water board said on Friday. It is
about four metres long, and nobody knows since when it has been there.
So far.

The repair, first put at 12 million crowns, will now cost about 15
million, and the lake will be lowered by two metres until it is done,
the board said.""".split("\n")
SENTENCES = """\
The ferry left the harbour of Alma at noon on Friday.
It carried 143 passengers and a crew of twenty-one people.
An hour later it ran onto a rock off the old lighthouse.
Lifeboats from three towns took off everybody on board.
Four people were treated for mild hypothermia on shore.
The owner said that the ship was inspected last month.
Salvage teams are to try again with the evening tide.""".split("\n")
CHINESE = (
    "阿尔马港周五上午因暴风雨关闭，两艘船只脱离锚地，港务局表示预计周六傍晚潮水退去之后才能重新开放，渡轮同时停运。",
    "市长说，没有人受伤，但是码头上的三座仓库被海浪冲毁，修复工作预计需要六个星期，费用约为一千二百万克朗，由市政府承担。",
    "气象部门警告说，风力在夜间还会继续加强，沿海居民应当留在家中，学校和图书馆在周一之前将全部关闭，公共汽车也不会行驶。",
    "救援人员整夜工作，把住在海边低洼地区的四百名居民送到镇上的体育馆，红十字会为他们准备了热饭、毛毯和简单的床铺。",
    "渔民们抱怨说，预警来得太晚，许多小船没有来得及拖上岸，港务局答应调查此事，并且在月底之前向市议会提交一份报告。",
)
HINDI = (
    "अल्मा का बंदरगाह शुक्रवार को तूफान के कारण बंद कर दिया गया।",
    "महापौर ने कहा कि किसी को चोट नहीं आई और मरम्मत जल्द शुरू होगी।",
    "मौसम विभाग ने चेतावनी दी कि रात में हवा और तेज हो सकती है।",
    "बचाव दल ने पूरी रात काम किया और सबको सुरक्षित बाहर निकाला।",
    "मछुआरों ने शिकायत की कि चेतावनी उन्हें बहुत देर से मिली थी।",
)
THAI = ("ท่าเรืออัลมาปิดทำการเมื่อวันศุกร์เพราะพายุพัดเรือสองลำหลุดจากที่จอด",) * 6
HEADLINES = (
    "Mayor of Alma Defends the Price of the New Sea Wall",
    "Ferry Line Cancels All Sailings to the Outer Islands",
    "Schools on the Coast to Stay Closed Until Wednesday",
    "Fishermen Ask for Earlier Warnings Before the Winter",
    "Lighthouse of Kestrel Point Is to Become a Museum",
)


def test_broken_lines_are_joined_with_the_number_of_the_first() -> None:
    joined = [(number, text) for number, text in paragraphs(BROKEN, 3) if text]
    assert [number for number, _ in joined] == [3, 8]
    assert joined[0][1] == " ".join(BROKEN[:4])
    assert joined[1][1] == " ".join(BROKEN[5:])


def test_a_list_entry_is_no_continuation() -> None:
    lines = [*BROKEN, "", BROKEN[0], "- " + BROKEN[1]]
    assert [text for _, text in paragraphs(lines, 1)][-2:] == [BROKEN[0], "- " + BROKEN[1]]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                "Home",
                "News",
                "A short sentence stands here.",
                "x" * 200,
                "Another paragraph, which is not long at all.",
            ],
            id="of all lengths",
        ),
        pytest.param(SENTENCES, id="a sentence each"),
        pytest.param([line[:-1] + '."' for line in SENTENCES], id="a quotation each"),
        pytest.param(HEADLINES, id="a headline each"),
        pytest.param(CHINESE, id="a Chinese sentence each"),
        pytest.param(HINDI, id="a Hindi sentence each"),
        pytest.param(THAI, id="in a script that marks no end of a sentence"),
    ],
)
def test_lines_that_are_paragraphs_stay_lines(lines) -> None:
    assert list(paragraphs(lines, 1)) == list(enumerate(lines, 1))


def test_a_headline_and_a_date_above_broken_lines_stay_lines() -> None:
    head = ["Crack in the spillway of the Alma dam delays repairs", "Published 14 March 2025"]
    assert list(paragraphs([*head, *BROKEN[:4]], 1)) == [(1, head[0]), (2, head[1]), (3, " ".join(BROKEN[:4]))]


def test_a_headline_and_a_date_above_sentences_are_found() -> None:
    head = ["Ferry runs onto a rock off Alma with 143 people aboard", "Published 14 March 2025"]
    article = clean_plaintext("\n".join([*head, *SENTENCES]))
    assert (article.title, article.date) == (Found(head[0], "line 1"), Found("2025-03-14", "line 2"))
    assert article.paragraphs == tuple(SENTENCES)


def test_a_text_without_spaces_is_joined_without_them() -> None:
    text = "".join(CHINESE)
    lines = [text[start : start + 55] for start in range(0, len(text), 55)]
    assert list(paragraphs(lines, 1)) == [(1, text)]


def test_a_scrape_of_broken_lines_has_whole_sentences() -> None:
    kept = clean_plaintext("\n".join(BROKEN)).paragraphs
    assert any("It is about four metres long" in paragraph for paragraph in kept)
