"""Tell who did it from whom it was done to: two sentences of the same words whose parts were swapped.

What stands before and after a word tells its part. In the passive voice the parts are told in another order, so a
sentence with "by" is not compared with one without.
"""

from collections.abc import Mapping

from digest.stories.daykeys import DAYS
from digest.stories.senses import exclude
from digest.stories.terms import Place, Terms


def other_roles(mine: Terms, theirs: Terms) -> bool:
    """Return whether two that both sentences name changed places: who attacked was attacked."""
    if ("by" in mine.raws) != ("by" in theirs.raws):  # the one is in the active voice and the other in the passive
        return False
    ours, others = mine.places, theirs.places
    for middle in ours.keys() & others.keys():
        one, other = ours[middle].before, others[middle].before
        if one != other and {one, other} <= ours.keys() & others.keys() and _swapped(one, other, ours, others):
            return True
    return _other_slots(mine, theirs)


def _swapped(one: str, other: str, ours: Mapping[str, Place], others: Mapping[str, Place]) -> bool:
    """Return whether two keys, each before the same word in its sentence, have each other's place elsewhere too."""
    here, there = ours[other], others[one]
    beside = other in {ours[one].before, ours[one].after}  # "the council of Alma" and "Alma's council"
    joined = {ours[one].lead, others[other].lead, here.lead, there.lead} & {"and", "or"}
    if beside or joined or here.is_name != ours[one].is_name:
        return False
    return bool(here.before == there.before != "" or here.after == there.after or here.lead == there.lead != "")


def _other_slots(mine: Terms, theirs: Terms) -> bool:
    """Return whether after one word, "the museum of ...", stands a name here and another there, and both in one."""
    for slot, (key, is_name) in mine.slots.items():
        other, is_too = theirs.slots.get(slot, (key, is_name))
        if key == other or not key or not other:
            continue
        if exclude(key, other) and key not in DAYS:
            return True
        lead = theirs.places[key].lead if key in theirs.places else "and"
        if is_name and is_too and lead not in {"and", "or"} and other not in mine.keys:
            return True
    return False
