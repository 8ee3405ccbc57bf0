"""Which spellings are one name."""

import pytest

from digest.stories.names import name_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Kiev", "Kyiv", True, id="two transcriptions"),
        pytest.param("Zelensky", "Zelenskyy", True, id="an ending"),
        pytest.param("Zelensky", "Zelenskiy", True, id="another ending"),
        pytest.param("Türkiye", "Turkey", True, id="accents"),
        pytest.param("Russia’s", "Russian", True, id="a possessive and an adjective"),
        pytest.param("Ukraine", "Ukrainian", True, id="an adjective"),
        pytest.param("Iran", "Iraq", False, id="two short names"),
        pytest.param("Austria", "Australia", False, id="two that begin alike"),
        pytest.param("Niger", "Nigeria", False, id="two that an ending tells apart"),
        pytest.param("Alma", "Alm", False, id="a town and a person"),
    ],
)
def test_two_names(one, other, same):
    assert (name_key(one) == name_key(other)) is same
