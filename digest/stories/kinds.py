"""Tell by what alone two accounts of one thing differ: by a figure, a name, or a negation.

Accounts differ where all else is the same; two sentences with two differences are two facts. Where one of them takes
back the other's figure, or both tell one toll, less need be the same: it is plain what they are about.
"""

from digest.model import DifferenceKind
from digest.stories.compare import between
from digest.stories.rivals import is_correction, things_shared, told_apart
from digest.stories.senses import sense
from digest.stories.terms import Terms
from digest.stories.wordlists import NEGATIONS, PRONOUNS

_KINDS: dict[str, DifferenceKind] = {"figures": "figures", "names": "names"}
_BOTH = frozenset({"figures", "negation"})  # "three faults" has a figure that "no fault" lacks, which has none to lack
_COUNTED = """
    killed injured missing infected displaced evacuated arrested rescued toll cases left fled homeless stranded trapped
    """
_TOLLS = frozenset(map(sense, _COUNTED.split()))
_FEWEST_SHARED = 3  # words; two that share fewer are hardly accounts of one thing
_FEWEST = 2  # words, of two that are the same but for "not", or of which one takes back the other's figure
_LEAST_OF_LONGER = 0.5  # of the longer sentence's words; one that tells much more is another account
_MOST_NAMES = 6  # words of names on both sides; where more differ, so does the thing


def kind_of(found: frozenset[str], mine: Terms, theirs: Terms, least: float) -> DifferenceKind | None:
    """Return by what alone two sentences differ of which `found` is what stands between them, or None."""
    kind = _kind(found) or (_kind(between(theirs, mine)) if found >= _BOTH else None)
    if kind is None or not _each_has(kind, mine, theirs):
        return None
    return kind if _is_one_matter(kind, mine, theirs, least) else None


def _kind(found: frozenset[str]) -> DifferenceKind | None:
    if found in (frozenset({"negation", "modality"}), frozenset({"negation"})):  # what was to happen did not
        return "negation"
    # A toll is often told anew with the day on which it was told: "... , officials said on Wednesday".
    others = found - {"days"}
    kind = _KINDS.get(next(iter(others))) if len(others) == 1 else None
    return kind if kind == "figures" or "days" not in found else None


def _each_has(kind: DifferenceKind, mine: Terms, theirs: Terms) -> bool:
    """Return whether there is something to show on the page: figures or names of both, or a negation of one."""
    if kind == "figures":
        return bool(told_apart(mine, theirs))
    if kind == "negation":
        return negations(mine) != negations(theirs)
    ours, others = names_apart(mine, theirs), names_apart(theirs, mine)
    return len(ours | others) <= _MOST_NAMES and _in_one_slot(mine, theirs)


def _in_one_slot(mine: Terms, theirs: Terms) -> bool:
    """Return whether a name of one stands where one of the other does.

    Who is credited is no part of the account, unless "it" stands for him, or the words are his own.
    """
    own = bool((mine.raws | theirs.raws) & PRONOUNS) or (mine.quoting and theirs.quoting)
    unsaid: frozenset[str] = frozenset() if own else mine.speakers | theirs.speakers
    return bool(_slots(mine, theirs, unsaid) & _slots(theirs, mine, unsaid))


def _slots(mine: Terms, theirs: Terms, unsaid: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return what stands before and after the names that only the first sentence has."""
    apart = names_apart(mine, theirs)
    keys = (key for key, raw in mine.written.items() if raw in apart and key not in unsaid)
    places = [mine.places[key] for key in keys if key in mine.places]
    beside = {("before", place.before) for place in places} | {("after", place.after) for place in places}
    return frozenset(each for each in beside if each[1])


def negations(those: Terms) -> frozenset[str]:
    """Return the words of a sentence that negate, in lower case."""
    return frozenset(raw for raw in those.raws if raw in NEGATIONS or raw.endswith("n't"))


def _is_one_matter(kind: DifferenceKind, mine: Terms, theirs: Terms, least: float) -> bool:
    """Return whether two sentences say enough in the same words, names and negations apart, to be of one thing."""
    keys, others = _telling(mine), _telling(theirs)
    shared = len(keys & theirs.keys)
    if shared < _FEWEST or shared < least * len(keys - _keys_apart(mine, theirs)):
        return False
    if kind == "figures" and (is_correction(mine, theirs) or (keys <= theirs.keys and _count_one_toll(mine, theirs))):
        return True
    is_enough = shared >= _FEWEST_SHARED or (kind == "negation" and keys == others)
    return is_enough and shared >= _LEAST_OF_LONGER * len(others - _keys_apart(theirs, mine))


def _telling(those: Terms) -> frozenset[str]:
    return frozenset(those.told) - frozenset(map(sense, negations(those)))


def are_tolls(mine: Terms, theirs: Terms) -> bool:
    """Return whether both sentences tell of what is counted anew day by day."""
    return bool(_TOLLS & mine.keys and _TOLLS & theirs.keys)


def _count_one_toll(mine: Terms, theirs: Terms) -> bool:
    """Return whether both tell in several words how many were hurt or left: the longer may tell much besides."""
    shared = (things_shared(pair, mine, theirs) for pair in told_apart(mine, theirs))
    return any(len(things) > 1 and things & _TOLLS for things in shared)


def _keys_apart(mine: Terms, theirs: Terms) -> frozenset[str]:
    return frozenset(mine.names) - theirs.keys


def names_apart(mine: Terms, theirs: Terms) -> frozenset[str]:
    """Return the names, as they stand in lower case, that only the first sentence has."""
    return frozenset(raw for key, raw in mine.written.items() if key not in theirs.written and raw not in theirs.raws)
