"""Lines that give themselves away, in many languages; and sentences that only speak of what such lines are about."""

import pytest

from digest.articles.scrape.patterns import rule_of
from digest.articles.scrape.plaintext import clean_plaintext


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Credit-rating agency Alma Ratings cut its outlook to negative, citing debt.", id="credit-rating"),
        pytest.param("Photo-sharing app Pixa was down for three hours on Friday, its owner said.", id="photo-sharing"),
        pytest.param("Image-sharing site Pixa was down for three hours on Friday.", id="image-sharing"),
        pytest.param("Picture-postcard villages were cut off by the storm on Friday.", id="picture-postcard"),
        pytest.param("Credit – or the lack of it – is what small firms talk of.", id="credit and a dash"),
        pytest.param("The judge dismissed most of the claims that were brought by Getty Images.", id="a party"),
        pytest.param("It was bought on Friday by its larger rival Shutterstock.", id="a rival"),
        pytest.param("After the ruling, Getty Images said it would appeal.", id="who said so"),
        pytest.param("The votes were counted via AP.", id="by way of an agency"),
        pytest.param("Universal Credit: what changes in April", id="a benefit"),
        pytest.param("She lives on Universal Credit: it leaves her little.", id="a benefit in a sentence"),
        pytest.param("Credit: who gets it in April", id="credit and a question"),
        pytest.param("Copyright owners sued on Friday, saying that it copied 200,000 books.", id="owners of rights"),
        pytest.param("(c) to keep a record of each hour in the cell.", id="the third of a list"),
        pytest.param("The firm said it would let advertisers use cookies until 2026 after all.", id="cookies"),
        pytest.param("The regulator fined the town for its cookie policy on Friday.", id="a cookie policy"),
        pytest.param("Register of voters was copied and sent by e-mail, police said.", id="a register"),
        pytest.param("By Christmas Day", id="a holiday"),
        pytest.param("By Friday Morning", id="a weekday"),
        pytest.param("By April", id="a month"),
        pytest.param("Share the load", id="a subhead"),
        pytest.param("Auch interessant ist der zweite Fall, sagte Ada Alm.", id="a German sentence"),
        pytest.param("相关新闻显示，渡轮在港口沉没。", id="a Chinese sentence"),
        "Have you got a boat? The harbour office asked every owner that question on Friday.",
        "Have you seen her? Her mother writes to our town every year.",
        "Correction of the prices will take years, the ministry said.",
        "Correction: Storm in the harbour of Alma",
        "An earlier version of the law was struck down by the court.",
        "From our reporter's window the whole harbour can be seen.",
    ],
)
def test_a_sentence_that_speaks_of_such_things_is_left_to_the_model(sentence: str) -> None:
    assert rule_of(sentence) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        pytest.param("The quay on Friday. Photo: Ada Alm", "caption", id="a photographer behind a sentence"),
        pytest.param("Photo by Ada Alm/Getty Images", "caption", id="a library"),
        pytest.param("The quay on Friday. (Ada Alm/Harbour Post via AP, File)", "caption", id="by way of an agency"),
        pytest.param("Photo courtesy of Alma police via AP", "caption", id="no sentence"),
        pytest.param("FILE - The quay of Alma in March.", "caption", id="from the archive"),
        pytest.param("Credits:", "caption", id="credits alone"),
        pytest.param("(c) Harbour Post", "copyright", id="a name behind the third letter"),
        pytest.param("Copyright Harbour Post 2026.", "copyright", id="a name and a year"),
        pytest.param("Copyright 2026 Harbour Post, the town's own paper.", "copyright", id="a year first"),
        pytest.param("By April Alm", "byline", id="a name that is a month"),
        pytest.param("By clicking, you accept our use of cookies.", "cookies", id="what a reader accepts"),
        pytest.param("Privacy and cookie policy", "cookies", id="a label of cookies"),
        pytest.param("Register now for our alerts", "newsletter", id="an appeal to register"),
        pytest.param("From our reporter Ada Alm", "byline", id="our reporter"),
        pytest.param("READ ALSO: Storm closes the harbour of Alma", "related-link", id="another story"),
        pytest.param("See also: Storm closes the harbour of Alma", "related-link", id="see also another story"),
        pytest.param("Have you got pictures? Send them to our newsroom.", "reader-appeal", id="an appeal for pictures"),
        pytest.param("Do you know more? Please write to tips@post.example.", "reader-appeal", id="an appeal for tips"),
        pytest.param("Haben Sie Fotos vom Sturm? Schicken Sie sie uns.", "reader-appeal", id="an appeal in German"),
        pytest.param("Correction, 6 March: The quay was built in 1890.", "correction-notice", id="a dated correction"),
        pytest.param("Clarification (6 March, 12:45 p.m.): The quay is old.", "correction-notice", id="with its hour"),
        pytest.param("CORRECTION: The quay was built in 1890, not in 1892.", "correction-notice", id="shouted"),
        pytest.param("Korrektur vom 6.3.2031: Der Kai ist von 1890.", "correction-notice", id="in German"),
        pytest.param("Fe de errores: El muelle es de 1890.", "correction-notice", id="in Spanish"),
        pytest.param("訂正：岸壁は1890年に建てられました。", "correction-notice", id="in Japanese"),
        pytest.param(
            "An earlier version of this article gave a wrong year for the quay.",
            "correction-notice",
            id="told in words",
        ),
        pytest.param("This report was amended on 6 March.", "correction-notice", id="amended"),
    ],
)
def test_what_gives_itself_away_is_cut(line: str, rule: str) -> None:
    assert rule_of(line) == rule


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        pytest.param("Lesen Sie auch: Sturm schließt den Hafen", "related-link", id="German"),
        pytest.param("Tous droits réservés", "copyright", id="French"),
        pytest.param("PUBLICITE", "advertisement", id="French without accents"),
        pytest.param("Suscríbete", "navigation", id="Spanish"),
        pytest.param("Compartilhar", "share-button", id="Portuguese"),
        pytest.param("Lascia un commento", "comments", id="Italian"),
        pytest.param("Meest gelezen", "related-heading", id="Dutch"),
        pytest.param("Zdjęcie: Ada Alm", "caption", id="Polish"),
        pytest.param("Všechna práva vyhrazena © 2026", "copyright", id="Czech"),
        pytest.param("Поделиться", "share-button", id="Russian"),
        pytest.param("Подпишитесь на нашу рассылку", "navigation", id="a Russian newsletter"),
        pytest.param("Читайте також: Паром сів на мілину", "related-link", id="Ukrainian"),
        pytest.param("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "related-heading", id="Greek capitals"),
        pytest.param("PAYLAŞ", "share-button", id="Turkish"),
        pytest.param("YAZDIR", "share-button", id="Turkish with an i without its dot"),
        pytest.param("İLGİLİ HABERLER", "related-heading", id="Turkish with a dot on its capital"),
        pytest.param("إعلان", "advertisement", id="Arabic"),
        pytest.param("اقرأ أيضا: العاصفة تغلق الميناء", "related-link", id="an Arabic link"),
        pytest.param("विज्ञापन", "advertisement", id="Hindi"),
        pytest.param("शेयर करें", "share-button", id="a Hindi button"),
        pytest.param("বিজ্ঞাপন", "advertisement", id="Bengali"),
        pytest.param("图片：港口", "caption", id="Chinese"),
        pytest.param("分享到：", "share-button", id="a Chinese button"),
        pytest.param("関連記事", "related-heading", id="Japanese"),
        pytest.param("댓글 (12)", "comments", id="Korean"),
        pytest.param("Baca juga: Badai menutup pelabuhan", "related-link", id="Indonesian"),
        pytest.param("Đăng nhập", "navigation", id="Vietnamese"),
    ],
)
def test_labels_are_known_in_many_languages(line: str, rule: str) -> None:
    assert rule_of(line) == rule


STORY = [
    "The ferry to Alma sank in the harbour on Friday after a storm tore it from its moorings, the mayor said.",
    "Rescuers from three towns worked through the night, and two tugs brought the survivors to the hospital.",
    "The harbour master said that the ferry had been inspected in March and that nothing had been found wrong.",
]
INQUIRY = "An inquiry begins on Monday, when the insurers will look at what is left of the ship in the second basin."


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(["Three people died:", "Anna Roe, 34", "Ben Hill, 51", "Cara Moss, 7"], id="names and ages"),
        pytest.param(["Results:", "Green Party 34.2%", "Blue Party 31.8%", "Harbour List 12.0%"], id="figures"),
        pytest.param(
            ["Customers can:", "- change the date of their journey", "- ask for money", "- travel by bus"], id="bullets"
        ),
    ],
)
@pytest.mark.parametrize(
    ("below", "body"),
    [
        pytest.param([], [], id="at the end"),
        pytest.param([INQUIRY], [INQUIRY], id="between paragraphs"),
        pytest.param(["Home", "About us", "© 2026 Harbour Post"], [], id="above the foot of the page"),
    ],
)
def test_the_facts_below_a_colon_stay_together(facts: list[str], below: list[str], body: list[str]) -> None:
    assert list(clean_plaintext("\n".join([*STORY, *facts, *below])).paragraphs) == [*STORY, *facts, *body]


def test_many_lines_below_a_colon_are_the_rest_of_the_page() -> None:
    menu = [f"Storm no. {number}" for number in range(13)]
    assert list(clean_plaintext("\n".join([*STORY, "Results:", *menu])).paragraphs)[:3] == STORY
    assert "Storm no. 12" not in clean_plaintext("\n".join([*STORY, "Results:", *menu])).paragraphs
