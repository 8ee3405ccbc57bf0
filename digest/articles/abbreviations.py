"""The words of English news that end with a full stop, by what the full stop can mean.

The lists are closed on purpose: an unknown short word with a full stop ends its sentence, which is right far more
often than not. Entries are written with their full stop, as they stand in the text.
"""

import re


def _stopped(words: str) -> frozenset[str]:
    return frozenset(f"{word}." for word in words.split())


def _capitalised(words: str) -> frozenset[str]:
    return frozenset(word.title() for word in words.split())


# A name, a number or an explanation follows, so the sentence goes on whatever comes.
ALWAYS_GOES_ON = _stopped(
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Fr Hon Pres Gov Lt Sen Rep Reps Sens Amb Sec Supt Det Insp Cpl Sgt Pvt"
    " Pfc Capt Cmdr Cdr Col Gen Maj Adm Brig Comdr Ste Mt vs v cf e.g i.e approx viz Msgr Sra MM Nr Hr bzw"
    " Lt.Col Lt.Gen Maj.Gen Brig.Gen Vice-Adm"
)

# An abbreviation before a number or a day, else an ordinary word or the end of a sentence: "No. 10", "He said no."
BEFORE_NUMBER = _stopped(
    "No Nos no nos Art Fig Vol Ch Op p pp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    " Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)

# May stand at the end of a sentence or within it; then the next word decides.
MAY_END = _stopped(
    "Inc Corp Co Cos Ltd Bros LLC PLC plc Jr Sr Esq etc al Ave Blvd Rd Dept Univ Assn Intl Natl Gov't Ala Ariz Ark"
    " Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt"
    " Wash Wis Wyo Ont Que Ph.D M.D est ca ft lb lbs oz sq Gen.-elect St Ft"
)

TIMES = frozenset({"a.m.", "p.m.", "am.", "pm."})

# All of them as words, in lower case and without the full stop: no other word has a full stop that goes on.
WORDS = frozenset(each[:-1].lower() for each in (*ALWAYS_GOES_ON, *BEFORE_NUMBER, *MAY_END, *TIMES))

# The words with which a sentence of news begins, and hardly ever a name.
OPENERS = _capitalised(
    "a according after all also although among an and another any as at authorities because before both but by"
    " critics despite during each earlier even experts few for from further he her here his how however i if in"
    " instead it its last later local many meanwhile more moreover most much my neither nevertheless no nobody none"
    " nor not nothing now officials on once one only or other others our over people police prosecutors several she"
    " since so some soon still such that the their then there these they this those though three through thus to"
    " today two under until we what when where whether which while who why will with without witnesses yes"
    " yesterday yet you your"
)

# German writes "am 3. Mai" and "im 20. Jahrhundert".
_AFTER_ORDINAL = re.compile(
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert"
)
_AFTER_TIME = re.compile(
    r"(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,5}\b|\d"
    r"|(?:Eastern|Central|Pacific|Mountain|Greenwich|Moscow|Kyiv|Beijing) )"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def opens_sentence(after: str) -> bool:
    """Tell whether the text begins as a sentence does, even after an abbreviation."""
    word = _FIRST_WORD.match(after)
    return word.group() in OPENERS if word else not after[:1].isdigit() and not after.startswith("(")


def goes_on_after_time(after: str) -> bool:
    """Tell whether the text continues a time of day: with a day, a number or a time zone."""
    return bool(_AFTER_TIME.match(after))


def goes_on_after_ordinal(after: str) -> bool:
    """Tell whether the text continues an ordinal number that is written with a full stop."""
    return bool(_AFTER_ORDINAL.match(after))
