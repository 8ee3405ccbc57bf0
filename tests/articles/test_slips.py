"""A key of front matter that is nearly a known one is told of; any other is another program's."""

import pytest

from digest.articles.given import open_front_matter


def advice(key: str) -> list[str]:
    opened = open_front_matter(f"---\ndate: 2031-03-07\n{key}: 1999-12-31\n---\nText.", "a.md")
    return [str(fault) for fault in opened.advice]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        pytest.param("kep", "keep", id="a letter is missing"),
        pytest.param("keeep", "keep", id="a letter too many"),
        pytest.param("titel", "title", id="two letters changed places"),
        pytest.param("dat", "date", id="the last letter is missing"),
        pytest.param("ttle", "title", id="a letter within is missing"),
        pytest.param("auther", "author", id="a wrong letter"),
        pytest.param("kepp", "keep", id="a wrong letter in a short word"),
        pytest.param("keap", "keep", id="a wrong letter within a short word"),
        pytest.param("linc", "link", id="a wrong letter at a short word's end"),
        pytest.param("Title", "title", id="a capital"),
        pytest.param("publishd", "published", id="of another name of a key"),
        pytest.param("tag", "tags", id="one for many"),
    ],
)
def test_a_slip_is_named_with_the_key_that_is_meant(key, meant):
    assert advice(key) == [f'a.md:3: the key "{key}" is unknown. Did you mean "{meant}"?']


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("layout", id="another word"),
        pytest.param("data", id="a short word with another letter"),
        pytest.param("line", id="another short word"),
        pytest.param("cat", id="too short to have a wrong letter"),
        pytest.param("updated", id="a word with a known one in it"),
        pytest.param("it", id="too short"),
        pytest.param("weight", id="a key of other generators"),
        pytest.param("t" * 60_000, id="an endless one"),
        pytest.param("author", id="a known one"),
        pytest.param("standfirst", id="another name of a known one"),
    ],
)
def test_any_other_key_is_passed_over(key):
    typed = f"? {key}\n" if len(key) > 100 else key  # YAML takes no long key without its mark
    assert advice(typed) == []
