"""Weekdays in sentences of nine languages beside English: "am Samstag", "ce lundi", "в пятницу", «الجمعة».

News tells what was, so a weekday is the latest one; it is the coming one only where a few clear words of its language
stand in the same clause ("wird", "prévu", "será"). A name is read only as its language writes it on a day: in lower
case, or behind the preposition that goes with it. "Freitag" alone may be a surname, "los lunes" is every Monday.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_REACH = 80  # characters to either side in which the words of the clause stand
_BESIDE = 16  # characters in which "last" or "next" stands
_CLAUSE_END = re.compile(r"[.,;:!?()«»„“”\"،؛]")
# No other language here has these words, and most English sentences have one, the first ones most often.
_ENGLISH = (" the ", " and ", " for ", " that ", " with ", " said ")


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language names a weekday, and which words of it look ahead."""

    days: re.Pattern[str]  # each weekday a group, from Monday
    hints: Sequence[str]  # parts of the names, of which most sentences hold none: found far sooner than the patterns
    ahead: re.Pattern[str]
    sentence_case: bool = True  # a name at the head of a sentence has a capital that it has not elsewhere


def _language(  # noqa: PLR0913 - a table, whose rows bear the names of the last ones
    lead: str, names: str, hints: str, ahead: str, tail: str = "", *, sentence_case: bool = True
) -> _Language:
    days = "|".join(f"({name})" for name in names.split())
    # A number behind it makes it part of a written date, which is read elsewhere.
    pattern = re.compile(rf"{lead}(?:{days}){tail}\b(?!-|,? \d)")
    return _Language(pattern, hints.split(), re.compile(rf"\b(?:{ahead})\b"), sentence_case)


_GERMAN_LEAD = (
    r"\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Ss]eit|[Dd]en|[Dd]em|(?:[Ll]etzte|[Vv]ergangene|[Nn]ächste|[Kk]ommende)[nrs]?) "
    r"(?:(?:späten|frühen|letzten|vergangenen|vorigen|kommenden|nächsten) )?"
)
_LATIN = (
    _language(
        _GERMAN_LEAD, "Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag",
        "tag twoch abend",
        r"wird|werden|geplant|(?:soll|sollen|will|wollen)(?!.*(?:t|en) (?:haben|worden sein)\b)",
        "(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)?", sentence_case=False,
    ),
    _language(
        r"(?<![\w-])(?<!\ble )(?<!\bles )(?<!\bchaque )", "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "ndi ardi redi eudi amedi anche",
        r"sera|seront|aura|auront|devra|devront|devrait|devraient|doit|doivent|va|vont|prévue?s?|attendue?s?"
        r"|\w{2,}(?:era|dra|eront|dront)", "(?: (?:matin|midi|après-midi|soir))?",
    ),
    _language(
        r"\b(?:[Ee]l|[Ee]ste|[Pp]asado|[Pp]róximo|[Dd]el|[Aa]l) ",
        "lunes martes mi[ée]rcoles jueves viernes s[áa]bado domingo", "unes artes coles ueves iernes bado mingo",
        r"habrá|va a|van a|prevé|prevén|prevista|previsto|previstas|previstos|\w{2,}(?:[aei]rá|[aei]rán)",
    ),
    _language(
        r"(?<![\w-])(?<!\bil )(?<!\bla )(?<!\bogni )",
        "luned[ìi] marted[ìi] mercoled[ìi] gioved[ìi] venerd[ìi] sabato domenica",
        "uned arted oled ioved enerd abato enica",
        r"sarà|saranno|avrà|avranno|dovrebbe|dovrebbero|previst[aoie]|\w{3,}[ei]rà|\w{3,}[ei]ranno",
    ),
    _language(
        r"\b(?:[Nn][oa]|[Nn]est[ea]|[Dd]est[ea]|[Dd][oa]|[Úú]ltim[oa]|[Pp]róxim[oa]|[Aa]o|[Àà]|[Aa]té) ",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo", "feira bado mingo",
        r"haverá|vai|vão|deve|devem|deverá|previst[ao]s?|\w{2,}[aei]rá|\w{2,}[aei]rão",
    ),
    _language(
        r"(?<![\w-])(?<!\belke )(?<!\biedere )(?<!\bop een )",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", "dag",
        r"zal|zullen|gaat|gaan|moet|moeten|gepland", "(?:och?tend|morgen|middag|avond|nacht)?",
    ),
    _language(
        r"\b(?:[Ww]e?|[Dd]o|[Nn]a) (?:(?:ubiegł|zeszł|przyszł|najbliższ)\w+ )?",
        "poniedziałe?k(?:u)? wtore?k(?:u)? śro(?:dę|dy) czwart(?:ek|ku) piąt(?:ek|ku) sobo(?:tę|ty) niedziel[ęi]",
        "edział wtor środ czwart piąt sobot niedziel",
        "będzie|będą|planuje|planują|odbędzie|odbędą|zostanie|zostaną",
    ),
)  # fmt: skip
_RUSSIAN = _language(
    r"\b(?:[Вв]о?|[Нн]а|[Дд]о) (?:(?:прошл|минувш|следующ|ближайш)\w+ )?",
    "понедельника? вторника? сред[уы] четверга? пятниц[уы] суббот[уы] воскресень[ея]",
    "е о",
    "будет|будут|состоится|состоятся|пройд[её]т|планирует|планируют|намерен|намерена|намерены|ожидается",
)
_ARABIC = _language(
    r"(?<!\w)(?<!صلاة )(?<!خطبة )(?<!كلا )", "ال[اإ]ثنين الثلاثاء الأربعاء|الاربعاء الخميس الجمعة السبت الأحد|الاحد",
    "ال", "سوف|سيتم|ستتم|سيكون|ستكون|سيعقد|ستعقد|سيجتمع|ستجتمع|سيبدأ|ستبدأ|من المقرر",
)  # fmt: skip

_LAST = re.compile(
    r"letzte|vergangene|vorige|dernier|passé|pasado|últim[oa]\b|scors[oa]\b|passad[oa]\b|afgelopen"
    r"|прошл|минувш|ubiegł|zeszł|الماضي",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"nächste|kommende|prochain|próxim[oa]\b|que viene|prossim[oa]\b|volgende|komende|aanstaande"
    r"|следующ|ближайш|przyszł|najbliższ|المقبل|القادم",
    re.IGNORECASE,
)
# Only right before the name: "bis zu 40 Menschen" and "odniósł się do" are of anything.
_UNTIL = re.compile(
    r"\b(?:bis|jusqu['’]à|d['’]ici(?: à)?|hasta(?: el)?|entro|fino a|até(?: a)?|tot|do|до|حتى)(?: ce)? \Z",
    re.IGNORECASE,
)
# One of these stands in each name of these languages, at the head of a sentence too, and in few words of English. Each
# begins with a plain sign of its own, so that a sentence is looked over four times as fast as hint by hint.
_LATIN_HINT = re.compile(
    r"di(?<=undi|ardi|redi|eudi|medi)|g(?<=[dt]ag)|u(?:ne[sd]|eves)|m(?:arte[sd]|anche|enica|ingo)|Marted|cole[sd]"
    r"|v(?:iernes|enerd|ed(?<=oved))|Venerd|b(?:at|ad|ot|end)|feira|z(?:ia|ie|wart)|w(?:och|tor)|środ|ąt"
)


def named_weekdays(text: str, published: date | None) -> Sequence[tuple[int, str, str]]:
    """Return the place, the words and the ISO day of each weekday that is named in another language than English.

    >>> named_weekdays("Der Damm brach am Samstag.", date(2031, 3, 9))
    [(15, 'am Samstag', '2031-03-08')]
    """
    if published is None or _holds_any(text, _ENGLISH):
        return ()
    languages = _languages(text)
    return [*_named(text, published, languages)] if languages else ()


def _named(text: str, published: date, languages: Iterable[_Language]) -> Iterator[tuple[int, str, str]]:
    lowered = text[:1].lower() + text[1:] if text[:1].isascii() else text
    for language in languages:
        for found in language.days.finditer(lowered if language.sentence_case else text):
            day = _resolved(text, found, language, published)
            if day:
                yield found.start(), text[found.start() : found.end()], day.isoformat()


def _languages(text: str) -> Sequence[_Language]:
    """Return the languages that the text can be in, told by its letters and by parts of the names."""
    latin = _hinted(text, _LATIN) if _LATIN_HINT.search(text) else ()
    return latin if text.isascii() else (*_hinted(text, (_ARABIC, _RUSSIAN)), *latin)


def _hinted(text: str, languages: Iterable[_Language]) -> Sequence[_Language]:
    return [language for language in languages if _holds_any(text, language.hints)]


def _holds_any(text: str, parts: Iterable[str]) -> bool:
    # A plain loop: any() takes three times as long to ask, and nearly all sentences are asked.
    for part in parts:  # noqa: SIM110 - as above
        if part in text:
            return True
    return False


def _resolved(text: str, found: re.Match[str], language: _Language, published: date) -> date | None:
    """Return the latest such day, publication's included; the coming one where the words look ahead."""
    beside = text[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]
    try:
        latest = published - _DAY * ((published.weekday() - (found.lastindex or 1) + 1) % 7)
        if _NEXT.search(beside):
            return latest + _WEEK
        if _LAST.search(beside):
            return latest - _WEEK * (latest == published)
        coming = latest < published and _looks_ahead(text, found, language)
        return latest + _WEEK if coming else latest
    except OverflowError:  # at either end of what a date can be
        return None


def _looks_ahead(text: str, found: re.Match[str], language: _Language) -> bool:
    name = found.start(found.lastindex or 0)
    is_end = _UNTIL.search(text[max(0, name - _BESIDE) : name])
    return bool(is_end or language.ahead.search(_clause(text, found)))


def _clause(text: str, found: re.Match[str]) -> str:
    before = _CLAUSE_END.split(text[max(0, found.start() - _REACH) : found.start()])[-1]
    return before + found.group() + _CLAUSE_END.split(text[found.end() : found.end() + _REACH], maxsplit=1)[0]
