"""The language that a text is in, where its letters or its commonest words leave no doubt.

Most scripts are written by one language of the news alone. Where many share one, the little words decide: a fifth of
any running text is made of them, while rows of names or headlines have few. Neighbours such as Danish and Norwegian
share most, so only the others tell them apart. In doubt nothing is said, since a wrong language keeps an article out of
its thread. The theory: Grefenstette 1995.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from digest.tools.text import primary_language

_SAMPLE = 2_000  # signs; more of them do not make the answer surer
_LEAST_WORDS = 20
_LEAST_LETTERS = 40  # of a script that is written without spaces
_MOSTLY = 0.6  # of the letters; names are written in Latin ones everywhere
_LEAST_KINDS = 4  # of little words; a name that is said often may be one
_LEAST_SHARE = 0.07  # of the words; Finnish and Turkish have the fewest little words, about a tenth
CLEARLY = 1.5  # times the words of the runner-up, without those that both languages have
_AHEAD = 2  # words
SIGNS = ".,;:!?\"'()[]«»„“”‘’…–—-"

# A script by the blocks of 128 signs that it stands in: only letters are counted, so punctuation there does not matter.
BLOCKS: Mapping[str, Sequence[int]] = {
    "latin": (0, 1, 2, 3, 4, 60, 61), "el": (6, 7, 62, 63), "cyrillic": (8, 9), "hy": (10,), "he": (11,),
    "arabic": (12, 13, 14), "devanagari": (18,), "bn": (19,), "pa": (20,), "gu": (21,), "or": (22,), "ta": (23,),
    "te": (24,), "kn": (25,), "ml": (26,), "si": (27,), "th": (28,), "lo": (29,), "my": (32,), "ka": (33,),
    "km": (47,), "kana": (96, 97), "han": range(0x4E00 >> 7, 0xA000 >> 7), "ko": range(0xAC00 >> 7, 0xD7B0 >> 7),
}  # fmt: skip
_SCRIPT_OF = {block: script for script, blocks in BLOCKS.items() for block in blocks}
_UNSPACED = frozenset(("th", "lo", "my", "km", "han", "kana"))
LITTLE_WORDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    script: MappingProxyType({language: frozenset(words.split()) for language, words in lists.items()})
    for script, lists in {
        "latin": {
            "en": "the of and to in a that is was for on with as by at from it he his be are have has had this not but",
            "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er hat",
            "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec",
            "es": "de la que el en y a los del se las por un para con no una su al es lo como más pero sus este ha",
            "it": "di e il la che in a per un del è non della le si con i da al una dei sono nel alla ha come gli",
            "pt": "de a que o e do da em um para com não uma os no se na por mais as dos como foi ao à das seu são",
            "ca": "de la i que el a en les els del per un una amb no és al dels va més ha se pel aquest com també",
            "ro": "de și în a la care cu o un din pe nu că pentru este au fost al mai se sunt prin după ale",
            "nl": "de het een en van in is op te dat die voor met zijn niet aan er om ook als bij door naar heeft",
            "sv": "och i att det som en på är av för med den till inte har om ett var de från han så men kan sig",
            "da": "og i at det er en til af på for med den der ikke som de har et om var fra han men blev efter også",
            "no": "og i det er en til av på for med den ikke som de har et om var fra han men ble etter også å at",
            "fi": "ja on ei että se oli joka mutta kun myös ovat hän mukaan sen mitä niin ole olla kuin sekä jo tai",
            "pl": "w i na z się do nie to że jest o jak a po od za przez co dla są ale był oraz tym było",
            "cs": "a v se na je že s z do o to i ve pro za by ale jako po jsou který jsem však také už od při podle",
            "sk": "a v sa na je že s z do o to aj vo pre za by ale ako po sú ktorý však tiež už od pri podľa",
            "hr": "i u je na se da za su od s o a koji ne iz to kako što će bi nije ali sam ili biti je",
            "hu": "a az és hogy nem is egy ez meg volt már csak de el azt vagy még mint ki lesz szerint után",
            "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise ne o en ancak değil dedi göre",
            "id": "yang di dan itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh telah para",
            "vi": "và của là không được các một trong người cho có này với những đã để khi ở đến về",
        },
        "cyrillic": {
            "ru": "и в не на что с по это как из к он у за от о его для но что был также году при было или бы",
            "uk": "і в не на що з та до у за це як від про для його але він його під також був або які",
            "be": "і ў не на што з да у за гэта як ад пра для яго але ён пад таксама быў або якія",
            "bg": "и в не на че с по това като от за да се е са ще или при до си но са също беше",
            "sr": "и у је на се да за су од с о а који не из то како што ће би није али или",
        },
        "devanagari": {
            "hi": "के में की है और से को का ने पर यह कि भी नहीं हैं एक इस लिए था गया",
            "mr": "आणि आहे या ते की हा ही व नाही होते एक आहेत होता त्या यांनी केली",
            "ne": "र छ को मा ले पनि हो गरेको भने छन् भएको यो गर्न लागि थियो",
        },
    }.items()
}  # fmt: skip
_WORDS: Mapping[str, frozenset[str]] = {
    script: frozenset().union(*lists.values()) for script, lists in LITTLE_WORDS.items()
}
_NO_LATIN = bytes(code for code in range(128) if not chr(code).isalpha())
_BEYOND = re.compile(r"[^\x00-\x7f]")
_PERSIAN, _URDU = frozenset("پچژگ"), frozenset("ٹڈڑے")
_MANY = 0.01  # of the letters; a foreign name in an Arabic text has fewer
_KANA = 0.1  # of the Japanese letters; even the driest text has more
ALIKE = {"nb": "no", "nn": "no"}


def language_of(paragraphs: Iterable[str]) -> str | None:
    """Return the language tag of a text, without a region; None where it is too short, or no language clearly wins.

    >>> language_of(["The harbour of the town was closed on Friday after a storm tore two ships from it, and the mayor"
    ...              " said that it is to open with the tide."])
    'en'
    """
    sample = sample_of(paragraphs)
    scripts = scripts_of(sample)
    letters = scripts.total()
    script, kana = main_script(scripts)
    if not letters or scripts[script] < _MOSTLY * letters:
        return None
    if letters < _LEAST_LETTERS if script in _UNSPACED else len(sample.split(None, _LEAST_WORDS)) < _LEAST_WORDS:
        return None
    if script == "han":
        return "ja" if kana >= _KANA * scripts[script] else "zh"
    return language_in(script, sample, scripts[script])


def spelled(language: str, own: str) -> str:
    """Return `language`, with the region that the tag `own` names where both are of one language.

    >>> spelled("en", "en-GB"), spelled("no", "nb"), spelled("fr", "en-GB")
    ('en-GB', 'nb', 'fr')
    """
    primary = primary_language(own)
    return own if ALIKE.get(primary, primary) == language else language


def sample_of(paragraphs: Iterable[str]) -> str:
    """Return as much of the text as is looked at."""
    parts, left = [], _SAMPLE
    for paragraph in paragraphs:
        parts.append(paragraph[:left])
        left -= len(parts[-1]) + 1
        if left <= 0:
            break
    return " ".join(parts)


def scripts_of(sample: str) -> Counter[str]:
    """Return how many letters of each script stand in the sample."""
    # Nearly all signs of most texts are of ASCII, and need not be looked at one by one.
    latin = len(sample.encode("ascii", "ignore").translate(None, _NO_LATIN))
    scripts: Counter[str] = Counter(latin=latin) if latin else Counter()
    for sign, many in () if sample.isascii() else Counter(_BEYOND.findall(sample)).items():
        if sign.isalpha():
            scripts[_SCRIPT_OF.get(ord(sign) >> 7, "other")] += many
    return scripts


def main_script(scripts: Counter[str]) -> tuple[str, int]:
    """Return the script of most letters, and how many are kana; Japanese mixes these with Han, as which they count."""
    kana = scripts.pop("kana", 0)
    scripts["han"] += kana
    return max(scripts, key=lambda each: (scripts[each], each)), kana


def language_in(script: str, sample: str, letters: int) -> str | None:
    """Return the language of a text in a script, but for Han, of which so many letters are; None in doubt."""
    if script in LITTLE_WORDS:
        return _by_words(sample.casefold().split(), script)
    if script == "arabic":
        return _by_letters(sample, letters)
    return None if script == "other" else script


def _by_letters(sample: str, letters: int) -> str:
    """Return which language that is written in Arabic letters has letters of its own in the text."""
    if sum(map(sample.count, _URDU)) > _MANY * letters:
        return "ur"
    return "fa" if sum(map(sample.count, _PERSIAN)) > _MANY * letters else "ar"


def _by_words(words: Sequence[str], script: str) -> str | None:
    """Return the language with clearly the most little words among `words`."""
    bare = Counter(filter(_WORDS[script].__contains__, [word.strip(SIGNS) for word in words]))
    spoken = frozenset(bare)  # few, so that what is looked for in each list is little
    lists = LITTLE_WORDS[script]
    said = {language: little & spoken for language, little in lists.items()}
    hits = sorted(((times(own, bare), language) for language, own in said.items()), reverse=True)
    (most, language), (_, second) = hits[0], hits[1]
    is_text = most >= _LEAST_SHARE * len(words) and len(said[language]) >= _LEAST_KINDS
    ours, theirs = times(said[language] - said[second], bare), times(said[second] - said[language], bare)
    return language if is_text and ours >= max(CLEARLY * theirs, theirs + _AHEAD) else None


def times(words: Iterable[str], counts: Mapping[str, int]) -> int:
    """Return how often `words` were said."""
    return sum(map(counts.__getitem__, words))
