"""The language of a text is recognised where its letters or its commonest words leave no doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.languages import language_of

DANISH = (
    "Havnen i byen blev lukket fredag, efter at en storm havde revet to skibe løs, og borgmesteren siger, at der ikke"
    " er penge til en ny kaj, men at man vil tale med staten om det."
)
NORWEGIAN = (
    "Havnen i byen ble stengt fredag etter at en storm hadde revet løs to skip, og ordføreren sier at det ikke er"
    " penger til en ny kai, men at de vil snakke med staten om det og se hva som kan gjøres av andre."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "The harbour of the town was closed on Friday after a storm tore two ships from their moorings, and the"
            " mayor said that it is to be opened on Monday.",
            "en", id="English",
        ),
        pytest.param(
            "Der Hafen der Stadt wurde am Freitag geschlossen, nachdem ein Sturm zwei Schiffe losgerissen hatte, und"
            " die Bürgermeisterin sagt, dass er nicht vor Montag zu öffnen ist.",
            "de", id="German",
        ),
        pytest.param(
            "Le port de la ville a été fermé vendredi après une tempête qui a emporté deux bateaux, a dit la maire, et"
            " les pêcheurs ne savent pas quand il est prévu de le rouvrir.",
            "fr", id="French",
        ),
        pytest.param(
            "El puerto de la ciudad fue cerrado el viernes por una tormenta que se llevó dos barcos, dijo la alcaldesa,"
            " y los pescadores no saben cuándo se va a abrir.",
            "es", id="Spanish",
        ),
        pytest.param(
            "Il porto della città è stato chiuso venerdì per una tempesta che ha portato via due navi, ha detto la"
            " sindaca, e i pescatori non sanno quando la cosa sarà risolta con il governo.",
            "it", id="Italian",
        ),
        pytest.param(
            "O porto da cidade foi fechado na sexta-feira por uma tempestade que levou dois barcos, disse a prefeita, e"
            " os pescadores não sabem quando ele vai abrir, mas há esperança em uma solução.",
            "pt", id="Portuguese",
        ),
        pytest.param(
            "De haven van de stad is vrijdag gesloten door een storm die twee schepen los heeft gerukt, en de vissers"
            " weten niet wanneer het weer open gaat, zei de burgemeester.",
            "nl", id="Dutch",
        ),
        pytest.param(
            "Hamnen i staden stängdes på fredagen efter att en storm slitit loss två fartyg, och borgmästaren säger att"
            " det inte finns pengar till en ny kaj, men att man vill tala med staten om det som har hänt.",
            "sv", id="Swedish",
        ),
        pytest.param(DANISH, "da", id="Danish"),
        pytest.param(NORWEGIAN, "no", id="Norwegian"),
        pytest.param(
            "Port w mieście został zamknięty w piątek, bo sztorm zerwał z cum dwa statki, a burmistrz mówi, że nie"
            " ma pieniędzy na nowe nabrzeże i że do poniedziałku nic się nie zmieni.",
            "pl", id="Polish",
        ),
        pytest.param(
            "Přístav ve městě byl v pátek uzavřen, když se při bouři utrhly dvě lodě, a starostka říká, že na nové"
            " molo nejsou peníze a že se do pondělí nic nestane, ale jednání se státem už začala.",
            "cs", id="Czech",
        ),
        pytest.param(
            "Kentin limanı cuma günü iki gemiyi koparan bir fırtına ile kapandı ve belediye başkanı bu iş için para"
            " olmadığını, ancak daha sonra bir çözüm bulunacağını söyledi, balıkçılar da çok endişeli.",
            "tr", id="Turkish",
        ),
        pytest.param(
            "Kaupungin satama suljettiin perjantaina, kun myrsky irrotti kaksi laivaa, ja pormestari sanoi, että uuteen"
            " laituriin ei ole rahaa, mutta asia on hallituksen käsissä ja siitä puhutaan myös ensi viikolla.",
            "fi", id="Finnish",
        ),
        pytest.param(
            "Порт города закрыли в пятницу, когда шторм сорвал с якоря два судна, и мэр сказала, что на новый причал"
            " нет денег и что он не откроется до понедельника, но рыбаки на это не надеются.",
            "ru", id="Russian",
        ),
        pytest.param(
            "Порт міста закрили у п'ятницю, коли шторм зірвав з якоря два судна, і мерка сказала, що на новий причал"
            " немає грошей та що він не відкриється до понеділка, але рибалки на це не сподіваються.",
            "uk", id="Ukrainian",
        ),
        pytest.param("أغلق ميناء المدينة يوم الجمعة بعد عاصفة قوية " * 4, "ar", id="Arabic"),
        pytest.param("بندر شهر روز جمعه پس از طوفانی که دو کشتی را برد بسته شد و گفت چرا " * 3, "fa", id="Persian"),
        pytest.param("נמל העיר נסגר ביום שישי אחרי סערה חזקה " * 4, "he", id="Hebrew"),
        pytest.param("Το λιμάνι της πόλης έκλεισε την Παρασκευή μετά από καταιγίδα " * 3, "el", id="Greek"),
        pytest.param(
            "町の港は金曜日、嵐で二隻の船が流されたため閉鎖された。市長は月曜日に開くと述べた。" * 2,
            "ja", id="Japanese",
        ),
        pytest.param("ひらがなだけのぶんしょうです。" * 5, "ja", id="Japanese in kana alone"),
        pytest.param(
            "该市港口周五因风暴关闭，两艘船只被冲走。市长表示，港口将于周一重新开放。" * 2,
            "zh", id="Chinese",
        ),
        pytest.param("도시의 항구는 금요일에 폭풍으로 두 척의 배가 떠내려가 폐쇄되었다 " * 3, "ko", id="Korean"),
        pytest.param(
            "शहर का बंदरगाह शुक्रवार को तूफान के बाद बंद कर दिया गया और महापौर ने यह कहा कि पैसा नहीं है " * 2,
            "hi", id="Hindi",
        ),
        pytest.param("ท่าเรือของเมืองปิดเมื่อวันศุกร์หลังจากพายุพัดเรือสองลำหลุดจากท่า" * 2, "th", id="Thai"),
        pytest.param("", None, id="nothing"),
        pytest.param("The harbour of the town was closed on Friday.", None, id="too few words"),
        pytest.param("港は閉鎖された。", None, id="too few letters"),
        pytest.param("Ada Alm, Bo Berg, Port Amber " * 10, None, id="names alone"),
        pytest.param("2031 14:05 99 % " * 20, None, id="figures alone"),
        pytest.param("og i det er en til på for med den ikke som de har " * 3, None, id="words of two neighbours"),
        pytest.param("the of and to die der und von " * 6, None, id="two languages in one text"),
    ],
)  # fmt: skip
def test_a_language_is_told_by_a_clear_winner_only(text, language):
    assert language_of([text]) == language


def test_all_paragraphs_count_up_to_a_bound():
    assert language_of(DANISH.split(", ")) == "da"
    assert language_of([DANISH] * 12 + [NORWEGIAN] * 1_000) == "da"


@given(st.lists(st.text(), max_size=5))
def test_any_text_has_a_language_or_none(paragraphs):
    found = language_of(paragraphs)
    assert found is None or (found.isalpha() and len(found) == 2)
