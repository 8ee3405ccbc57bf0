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
# They lead from a fact to who told it. "Announced" and "confirmed" may be the news itself and are no more than ignored.
SAYING = frozenset(
    """
    said say says saying told tells added adds stated noted according reported wrote writes
    explained explains insisted insists claimed remarked commented informed
    """.split()
)
IGNORED = (
    SAYING
    | FUNCTION_WORDS
    | frozenset(
        """
    announced announce announces announcing confirmed confirms confirm confirming declared declares warned warns
    acknowledged argued report reporting statement around nearly almost roughly approximately least some however
    meanwhile amid among including included onto within toward towards alongside via today's currently already
    yet still even well now since though although whether another itself themselves himself herself
    """.split()
    )
)
# Who speaks where a report names nobody: one may stand for another.
SPEAKERS = frozenset(
    """
    official officials police policeman spokesman spokeswoman spokesperson spokespeople ministry minister office
    statement reporter reporters journalist journalists news agency authority authorities government source sources
    witness witnesses media local state conference briefing interview press service department report reports senior
    """.split()
)
# A name after one of them has a part of its own: from where, by whom.
PLACING = frozenset("of in at from to by over against near for with".split())
# They stand before names and are none.
TITLES = frozenset(
    """
    president prime minister mayor governor mr mrs ms dr gen general col colonel sen senator rep secretary king
    queen prince princess pope chancellor sir judge chief director spokesman spokeswoman spokesperson premier
    foreign-minister deputy vice captain capt lt sgt major prof professor chairman chairwoman the leader commander
    """.split()
)
# A sentence often begins with one of them, and then its capital makes no name of it.
BEGINNINGS = frozenset(
    """
    officials authorities police residents witnesses people rescuers firefighters workers soldiers troops fire
    yesterday today earlier later last next new local several many two three four five six seven eight nine ten
    nearly almost around roughly approximately dozens hundreds thousands scores tens crowds most no not firefighters
    engineers doctors teachers students voters fishermen farmers heavy strong police-officers investigators
    prosecutors lawyers critics experts analysts scientists researchers lawmakers judges inspectors organisers
    organizers demonstrators protesters strikers drivers passengers tourists villagers parents children women men
    nobody nothing none neither never former all some every each half few
    """.split()
)
NEGATIONS = frozenset(
    """
    cannot denied denies deny denying fail failed fails false neither never no nobody none nor not nothing
    refuse refused refuses reject rejected unlikely untrue without hardly barely lacks lacked
    """.split()
)
# What may be, will be, can be, must be; "would" is how "will" is reported, and "could" how "can" is.
MODALS = {
    **dict.fromkeys("will would shall won't wouldn't".split(), frozenset({"will"})),
    **dict.fromkeys("may might possibly perhaps".split(), frozenset({"may"})),
    **dict.fromkeys(("could", "couldn't"), frozenset({"may", "can"})),
    **dict.fromkeys(("can", "can't", "cannot"), frozenset({"can"})),
    **dict.fromkeys(("should", "shouldn't"), frozenset({"should"})),
    **{word: frozenset({word}) for word in "must likely plans allegedly reportedly".split()},
}
# Each excludes the one beside it, wherever it stands.
SIDES = (("before", "after"), ("above", "below"), ("for", "against"), ("inside", "outside"), ("up", "down"))
# They tell what is ahead, before "to".
AHEAD = frozenset("set due going poised slated scheduled about is are was were".split())
ALMOST = frozenset({"nearly", "almost"})
FORMER = frozenset({"former", "ex", "formerly", "onetime"})
# How many of all. A count of them is a figure, none at all a negation; "all members" says no more than "the members".
SHARES = frozenset("most many some few".split())
PRONOUNS = frozenset("it its he his him she her they their them".split())
# What is told of somebody's son is not told of himself.
KIN = frozenset(
    """
    son sons daughter daughters wife husband widow widower brother brothers sister sisters father mother parents
    cousin nephew niece uncle aunt grandson granddaughter relative relatives family friend friends aide aides adviser
    advisers advisor lawyer lawyers driver bodyguard bodyguards supporter supporters ally allies rival rivals
    predecessor successor
    """.split()
)
# What stands before a figure and bounds it, by its last words.
BOUNDS = {
    **dict.fromkeys(("more than", "over", "above", "exceeding", "upwards of"), ">"),
    **dict.fromkeys(("at least", "least", "no fewer than", "no less than", "not less than"), ">="),
    **dict.fromkeys(("less than", "fewer than", "under", "below"), "<"),
    **dict.fromkeys(("at most", "up to", "no more than", "not more than"), "<="),
    **dict.fromkeys(("nearly", "almost"), "~<"),
}
STRICT = frozenset({"<", "<=", ">"})  # they say another thing than the figure alone; "at least five" were counted, five

# They are no names of whom or what a sentence speaks; when it speaks of is compared by its day.
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """.split()
)

# With which a date is written.
MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
# News style spells out small numbers, so digits alone would miss them.
NUMBERS = {
    **{word: str(number) for number, word in enumerate(_UNITS.split())},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), start=2)},
    "half": "0.5",
    **{word: f"{number}{_ENDINGS.get(number, 'th')}" for number, word in enumerate(_ORDINALS.split(), start=1)},
}
# What multiplies the number before it.
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000,
}  # fmt: skip
VAGUE_WORDS = "tens dozens scores hundreds thousands millions billions".split()
VAGUE_FIGURES = rf"(?:{'|'.join(VAGUE_WORDS)})(?:\s+of\s+(?:hundreds|thousands|millions|billions))?"
# A unit is compared by its one name. Nouns that are counted (troops, boats) are none: reports call them differently.
UNITS = {
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    **dict.fromkeys(("percentage point", "percentage points"), "point"),
    **{unit: unit.rstrip("s") for unit in "point points mile miles metre metres".split()},
    **dict.fromkeys("km kilometre kilometres kilometer kilometers".split(), "kilometre"),
    **dict.fromkeys("meter meters".split(), "metre"),
    **{unit: unit.rstrip("s") for unit in "minute minutes hour hours day days week weeks month months".split()},
    **{unit: unit.rstrip("s") for unit in "year years dollar dollars euro euros pound pounds rouble roubles".split()},
    **dict.fromkeys("ruble rubles".split(), "rouble"),
    **dict.fromkeys("kg kilogram kilograms kilogramme kilogrammes kilo kilos".split(), "kilogram"),
    **{unit: unit.rstrip("s") for unit in "ton tons tonne tonnes litre litres acre acres hectare hectares".split()},
    **dict.fromkeys("liter liters".split(), "litre"),
}
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "₽": "rouble"}
