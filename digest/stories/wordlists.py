"""Words of English that decide what a sentence says, or say nothing by themselves."""

# They stand in every sentence, so that two sentences share them without saying the same.
FUNCTION_WORDS = frozenset(
    """
    a about above according added after again against all also am an and any are as at be because been before
    being below between both but by can could did do does doing down during each few for from further had has
    have having he her here hers him his how i if in into is it it's its itself just may me might more most must
    my of off on once only or other our out over own per said same say says she should so some such than that
    the their theirs them then there these they this those through to told too under until up upon us very was
    we were what when where which while who whom whose why will with would you your yours
    """.split()
)
NEGATIONS = frozenset(
    """
    cannot denied denies deny denying fail failed fails false neither never no nobody none nor not nothing
    refuse refused refuses reject rejected unlikely untrue without
    """.split()
)
MODALS = frozenset(
    "allegedly can could likely may might must plans possibly reportedly shall should will would".split()
)

# They are no names of whom or what a sentence speaks; when it speaks of is compared by its day.
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """.split()
)

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
# News style spells out small numbers, so digits alone would miss them.
NUMBERS = {
    **{word: str(number) for number, word in enumerate(_UNITS.split())},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), start=2)},
    "half": "0.5",
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
}
# What multiplies the number before it.
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
VAGUE_FIGURES = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?:\s+of\s+(?:hundreds|thousands|millions|billions))?"
)
# A unit is compared by its one name. Nouns that are counted (troops, boats) are none: reports call them differently.
UNITS = {
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    **{unit: unit.rstrip("s") for unit in "point points mile miles metre metres".split()},
    **dict.fromkeys("km kilometre kilometres kilometer kilometers".split(), "kilometre"),
    **dict.fromkeys("meter meters".split(), "metre"),
    **{unit: unit.rstrip("s") for unit in "minute minutes hour hours day days week weeks month months".split()},
    **{unit: unit.rstrip("s") for unit in "year years dollar dollars euro euros pound pounds rouble roubles".split()},
}
