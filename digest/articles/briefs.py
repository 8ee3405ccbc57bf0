"""The language of a brief: a headline or a few sentences, too short for their words to leave no doubt.

It need not be taken for one in the site's language all the same. A script in which that is never written says so; so
do a few words that this language does not have, or letters of another one. What is then still not known is said to be
so, "und", by which it stays apart from what is known (`digest.threads` compares no two languages).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from digest.articles.languages import (
    ALIKE,
    BLOCKS,
    CLEARLY,
    LITTLE_WORDS,
    SIGNS,
    language_in,
    main_script,
    sample_of,
    scripts_of,
    times,
)
from digest.tools.text import primary_language

_LEAST_KINDS = 2  # of little words, of a text that is too short for more
# Letters that, in a word without a capital, tell a language as a little word does; names keep theirs everywhere.
_LETTERS: Mapping[str, frozenset[str]] = {language: frozenset(letters) for language, letters in {
    "de": "äöüß", "fr": "àâçèéêëîïôûœ", "es": "áéíñóú", "it": "àèìòù", "pt": "ãâáàçéêíóõú", "ca": "àçèéíòóú",
    "ro": "ăâîșşțţ", "nl": "ëï", "sv": "åäö", "da": "æøå", "no": "æøå", "fi": "äö", "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hr": "čćđšž", "hu": "áéíóöőúüű", "tr": "çğıöşü",
    "vi": "ăâđêôơư", "ru": "ёыэ", "uk": "ґєії", "be": "ўыэ", "sr": "ђјљњћџ",
}.items()}  # fmt: skip
_TAGS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva", "han": "Hani"}  # ISO 15924
_SCRIPTS = {language: script for script, lists in LITTLE_WORDS.items() for language in lists} | {
    "ar": "arabic", "fa": "arabic", "ur": "arabic", "ja": "han", "zh": "han",
    **{script: script for script in BLOCKS if script not in {*_TAGS, "kana"}},
    **dict.fromkeys(("mk", "kk", "ky", "mn", "tg", "tt"), "cyrillic"),
    **dict.fromkeys(("am", "ti", "dv", "bo"), "other"),
    **dict.fromkeys(("ps", "sd", "ug", "ckb"), "arabic"), "yi": "he", "as": "bn", "sa": "devanagari",
}  # fmt: skip


def brief_language(paragraphs: Iterable[str], own: str) -> str | None:
    """Return the language that a text too short for `language_of` seems to be in; None where it may be that of `own`.

    What is surely not in that language, and not clearly in another, is "und" with its script (RFC 5646).

    >>> brief_language(["Die Brücke über den Fluss ist gesperrt"], "en"), brief_language(["Мост закрыт"], "en")
    ('de', 'und-Cyrl')
    """
    sample, site = sample_of(paragraphs), primary_language(own)
    site = ALIKE.get(site, site)
    scripts = scripts_of(sample)
    if not scripts:
        return None
    script, kana = main_script(scripts)
    is_at_home = script == _SCRIPTS.get(site, "latin")
    if script in LITTLE_WORDS:
        if is_at_home and site not in LITTLE_WORDS[script]:
            return None  # of whose words nothing is known, so no others can be told from them
        found = _by_few_words(sample.split(), LITTLE_WORDS[script], site)
    elif script == "han":
        found = "ja" if kana else None
    else:
        found = language_in(script, sample, scripts[script])
    return found or (None if is_at_home else _unknown(script))


def _unknown(script: str) -> str:
    return f"und-{_TAGS[script]}" if script in _TAGS else "und"


def _by_few_words(words: Sequence[str], lists: Mapping[str, frozenset[str]], site: str) -> str | None:
    """Return the language with the most little words and letters of its own; None where it may be that of the site."""
    bare = Counter([word.strip(SIGNS).casefold() for word in words])
    # A name keeps its "Los" or "Müller" in every language, and stands with a capital; so does an initial.
    small = frozenset(word.strip(SIGNS) for word in words if not word[0].isupper())
    said = {language: _telling(language, little, small) for language, little in lists.items()}
    own = said[site] = lists.get(site, frozenset()) & bare.keys() | said.get(site, frozenset())
    best = max(said, key=lambda each: (times(said[each], bare), each == site, each))
    if best == site:
        return site if len(own) >= _LEAST_KINDS and _is_ahead(site, said, bare) else None
    alien = said[best] - own
    if len(alien) < (_LEAST_KINDS if site in lists else 1):
        return None
    if times(alien, bare) < CLEARLY * times(own - said[best], bare):
        return None
    return best if _is_ahead(best, said, bare) else _unknown(_SCRIPTS[best])


def _telling(language: str, little: frozenset[str], small: frozenset[str]) -> frozenset[str]:
    """Return which of the words are little ones of a language, or have its letters."""
    letters = _LETTERS.get(language, frozenset())
    found = (little & small) | {word for word in small if not letters.isdisjoint(word)}
    return frozenset(word for word in found if len(word) > 1 or not word.isascii())


def _is_ahead(language: str, said: Mapping[str, frozenset[str]], bare: Mapping[str, int]) -> bool:
    """Tell whether a language has more words of its own than each of the others has, beside what both have."""
    ours = said[language]
    others = (theirs for other, theirs in said.items() if other != language)
    return all(times(ours - theirs, bare) > times(theirs - ours, bare) for theirs in others)
