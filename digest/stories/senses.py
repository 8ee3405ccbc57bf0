"""Words of news that mean the same, and words that exclude each other.

A line of the table is a matter; "/" parts its senses. Two words of one sense are taken for one word: to kill and to
slay. Two senses of one matter never stand for each other: who was killed was not injured. A line with one sense only
joins words. What is not in the table means itself; the table is of English and of matters that news is about.
"""

import re
from functools import lru_cache

MATTERS = """
kill killed killing slain slay dead die died dying death deaths fatality fatalities perish perished
    / injure injured injuring injury injuries wound wounded wounding hurt
    / missing / survive survived survivor survivors
    / infect infected infection infections / displace displaced / recover recovered
arrest arrested arresting detain detained detaining custody apprehend apprehended
    / release released releasing free freed freeing / convict convicted convicting / acquit acquitted acquitting cleared
    / convince convinced / charge charged charging indict indicted / sentence sentenced / pardon pardoned
rise rises rose risen rising increase increased increases increasing climb climbed climbs grow grew grown up
    / fall falls fell fallen falling decrease decreased drop dropped drops decline shrink shrank shrunk down
    / double doubled / triple tripled / halve halved / stagnate stagnated
open opened opening opens reopen reopened reopening / close closed closes closing closure shut shutting shuttered
win wins won winning victory / lose loses lost losing / tie tied draw drew
accept accepted accepting approve approved approving approval endorse endorsed
    / reject rejected rejecting rejection veto vetoed / postpone postponed delay delayed defer deferred
begin begins began begun beginning start started starting starts commence commenced launch launched launching
    / end ended ending ends stop stopped halt halted cease ceased finish finished conclude concluded complete completed
    / resume resumed resuming / suspend suspended suspending / cancel cancelled canceled scrap scrapped
    / continue continued
import imported imports / export exported exports
buy buys bought buying purchase purchased acquire acquired / sell sells sold selling
guilty / innocent
support supported supporting supports back backed backing / oppose opposed opposing opposes
enter entered entering arrive arrived arriving arrival / leave leaves left leaving depart departed departure
advance advanced advancing / retreat retreated retreating withdraw withdrew withdrawn withdrawal
attack attacked attacking assault assaulted / defend defended defending
allow allowed allowing permit permitted / ban banned banning prohibit prohibited forbid forbade bar barred
succeed succeeded success / failure
man men male males / woman women female females / boy boys / girl girls
husband / wife
son sons / daughter daughters / brother brothers / sister sisters / father / mother
north northern / south southern / east eastern / west western / northeast northeastern / northwest northwestern
    / southeast southeastern / southwest southwestern
morning dawn / afternoon / evening / night overnight nightfall / noon midday / midnight
yesterday / today / tomorrow
last previous past / next coming
weekly / monthly / daily / annual annually yearly / hourly
monday mon / tuesday tue tues / wednesday wed / thursday thu thur thurs / friday fri / saturday / sunday
january jan / february feb / march / april apr / june jun / july jul / august aug / september sep sept / october oct
    / november nov / december dec
high higher highest / low lower lowest
large larger largest big bigger biggest huge enormous massive major / small smaller minor tiny
early earlier / late later
old older / young younger / new
public / private
legal lawful / illegal unlawful
safe / unsafe dangerous
hot / cold
alive / lifeless
majority / minority
maximum / minimum
best / worst
strong stronger / weak weaker
rich / poor
left-wing leftist / right-wing rightist
summer / winter / spring / autumn
land / air / sea
primary / secondary
hire hired hiring recruit recruited / fired sack sacked dismiss dismissed / resign resigned
    / appoint appointed named / elect elected
raise raised raising / cut cuts cutting reduce reduced lowered slash slashed / keep kept maintain maintained
praise praised hail hailed welcome welcomed / condemn condemned denounce denounced criticise criticised criticize
    criticized
build built construct constructed / demolish demolished destroy destroyed wreck wrecked
gain gains gained / loss losses
profit profits / deficit
agree agreed / disagree disagreed
teacher teachers / pupil pupils student students
soldier soldiers troop troops serviceman servicemen / civilian civilians / officer officers police policeman policemen
    policewoman / rebel rebels insurgent insurgents militant militants / protester protesters protestor protestors
    demonstrator demonstrators
doctor doctors physician physicians / nurse nurses / patient patients
child children kid kids / adult adults
house houses home homes / school schools / hospital hospitals / church churches / factory factories plant plants
    / bridge bridges / road roads / airport airports / harbour harbor
car cars automobile automobiles / truck trucks lorry lorries / bus buses coach coaches / train trains
    / plane planes aircraft airplane airplanes aeroplane jet / boat boats / ship ships vessel vessels / ferry ferries
flood floods flooding flooded / fire fires blaze blazes flames / storm storms / earthquake earthquakes quake tremor
    / drought / landslide landslides
people persons person residents resident inhabitants
show shows showed shown demonstrate demonstrated
help helped helping aid assist assisted assistance
happen happened occur occurred occurring took
protest protests demonstration demonstrations rally rallies
explosion explosions blast blasts
crash crashed collision collided
deal agreement accord pact
talks negotiations negotiation
country nation nations
firm company corporation business
town city
government authorities
plan plans proposal
worker workers employee employees staff
vote votes voted ballot
money funds funding
probe inquiry investigation investigate investigated investigating
try tried attempt attempted
get got receive received
ask asked request requested urge urged call called
hit struck strike
deadly fatal lethal
evacuate evacuated evacuating evacuation
search searched searching
rescue rescued rescuing save saved
discover discovered find found
because since
damage damaged
nearby close-by
quickly rapidly swiftly
whole entire
burn burnt burned burning
send sends sent sending
seize seized seizing capture captured capturing
meet met meeting
hold held holding
pay paid paying
give gave given giving
go goes went gone going
come came
take taken
make made making
speak spoke spoken
bring brought
run ran running
break broke broken
choose chose chosen
know knew known
see saw seen
lead led leading
fly flew flown flying
lie lay lain
steal stole stolen
drive drove driven driving
shoot shot shooting gunned gunfire
"""
_LONGEST = len("ements")  # of the endings below
_TWICE = re.compile(r"([^\W\d])\1+")
_OF_Y = re.compile(r"(?<=\w{2})ie[sd]$")  # "applies", "applied" are forms of "apply"
# No "-ly" after three letters, nor where the word itself ends so: "reply", "apply", "supply", "family", "comply".
_SUFFIX = re.compile(
    r"(?<=\w{3})(?:ingly|ements?|ings?|edly|ed|ers?|es|s|e)$|(?<=\w{4})(?<![pmi]p)(?<!fami)(?<!emb)ly$"
)


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Return what forms of one word have in common, roughly.

    >>> root("captured"), root("capturing"), root("convicted"), root("convinced")
    ('captur', 'captur', 'convict', 'convinc')
    >>> root("applies"), root("apply"), root("families"), root("family"), root("quickly")
    ('apli', 'apli', 'famili', 'famili', 'quick')
    """
    plain = _OF_Y.sub("y", word) if word.endswith(("ies", "ied")) else word
    # To look for an ending from the word's beginning would take twice as long.
    ending = _SUFFIX.search(plain, max(0, len(plain) - _LONGEST)) if len(word) > 3 else None
    bare = plain[: ending.start()] if ending else plain
    # Few words have a letter twice, and to put one in its place begins with a look at the template.
    return (_TWICE.sub(r"\1", bare) if _TWICE.search(bare) else bare).replace("y", "i")


def sense(word: str) -> str:
    """Return the one word for all of this sense, as "matter:sense", else the root of the word itself.

    >>> sense("slain") == sense("killed"), sense("killed") == sense("injured"), sense("harbourmaster")
    (True, False, 'harbourmast')
    """
    return _SENSES.get(word) or root(word)


def exclude(one: str, other: str) -> bool:
    """Return whether two senses are of one matter and cannot both be meant."""
    return one != other and ":" in one and one.partition(":")[0] == other.partition(":")[0]


def _read() -> dict[str, str]:
    found: dict[str, str] = {}
    matters = re.sub(r"\n +", " ", MATTERS.strip()).splitlines()
    for number, matter in enumerate(matters):
        for place, words in enumerate(matter.split(" / ")):
            found |= dict.fromkeys(words.split(), f"{number}:{place}")
    return found


_SENSES = _read()
