"""A brief is not taken for one in the site's language where its letters or words say otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.briefs import brief_language


@pytest.mark.parametrize(
    ("text", "own", "language"),
    [
        pytest.param("Eine Fähre fährt über den Fluss, seit die Brücke fehlt.", "en", "de", id="words of another"),
        pytest.param("Le port de la ville fermé après une tempête", "en", "fr", id="a headline"),
        pytest.param("Brücke über den Fluss gesperrt, fünf verletzt", "en", "de", id="letters of another"),
        pytest.param("og i det er en til på for med den ikke", "en", "und-Latn", id="words of two others"),
        pytest.param("og i det er en til på for med den ikke", "da", "da", id="words of the site's and a neighbour"),
        pytest.param("The harbour of the town was closed on Friday.", "en-GB", "en", id="words of the site's"),
        pytest.param("The harbour of the town was closed on Friday.", "de", "en", id="words that the site's has not"),
        pytest.param("the of and to die der und von", "en", None, id="words of the site's and as many of another"),
        pytest.param("Ada Alm, Bo Berg", "en", None, id="names"),
        pytest.param("Günther Müller and Jürgen Schröder met", "en", None, id="foreign names"),
        pytest.param("Los Angeles police hold man of La Crosse", "en", None, id="names with little words of another"),
        pytest.param("U. S. Marshals add I. Berg", "en", None, id="initials"),
        pytest.param("Ada Alm, Bo Berg", "ru", "und-Latn", id="Latin names where the site writes none"),
        pytest.param("Мост закрыт", "en", "und-Cyrl", id="another script"),
        pytest.param("Мост закрыт", "uk", None, id="the script of the site's"),
        pytest.param("Рыбаки не знают, когда его откроют", "en", "ru", id="another script, a letter of one"),
        pytest.param("港は閉鎖された。", "en", "ja", id="kana"),
        pytest.param("東京地震", "en", "und-Hani", id="signs of two languages"),
        pytest.param("東京地震", "ja", None, id="signs of the site's and another"),
        pytest.param("Λιμάνι", "en", "el", id="a script of one language"),
        pytest.param("أغلق ميناء المدينة", "en", "ar", id="Arabic letters"),
        pytest.param("ባቡር", "en", "und", id="a script that is not told"),
        pytest.param("Мост закрыт", "mk", None, id="the script of a site whose words are not known"),
        pytest.param("Sadam on suletud, ja laevad ei sõida", "et", None, id="words of such a site"),
        pytest.param("Мост закрыт", "et", "und-Cyrl", id="another script than that of such a site"),
        pytest.param("2031 14:05", "en", None, id="figures"),
        pytest.param("", "en", None, id="nothing"),
    ],
)  # fmt: skip
def test_it_is_told_by_what_the_site_s_language_has_not(text, own, language):
    assert brief_language([text], own) == language


@given(st.lists(st.text(), max_size=3), st.sampled_from(["en", "de-AT", "ru", "ja", "nb", "tlh"]))
def test_any_text_has_a_language_or_none(paragraphs, own):
    found = brief_language(paragraphs, own)
    assert found is None or found.split("-")[0].isalpha()
