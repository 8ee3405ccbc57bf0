"""What stands between two sentences that share most of their words.

Each guard looks for one thing that an editor would call news: another figure, name, day, unit, negation or modality,
a role that was swapped, a word that excludes the one in its place. A guard may be wrong on the side of "other" only
at the cost of a repeat that stands twice; on the side of "same" it hides an update.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from digest.model import When
from digest.stories.daykeys import DATES, DAYS
from digest.stories.roles import other_roles
from digest.stories.scopes import Scope
from digest.stories.senses import exclude
from digest.stories.swaps import one_stem, other_word
from digest.stories.terms import Terms
from digest.stories.wordlists import PRONOUNS, SIDES, STRICT

_BESIDE = frozenset({"days", "modality"})  # they may differ besides: what was to happen on Friday did not
_OPPOSITES = ("un", "in", "il", "im", "ir", "dis", "non", "de")


def between(mine: Terms, theirs: Terms) -> frozenset[str]:
    """Return what differs between the shorter of two sentences and the longer; nothing, if they say the same.

    Of "length", "figures", "units", "names", "negation", "modality", "days", "words" and "roles". It is not all that
    differs: after two differences, "days" and "modality" apart, no more are looked for.
    """
    found: set[str] = set()
    for name, differs in _GUARDS:
        if differs(mine, theirs):
            found.add(name)
            if len(found - _BESIDE) > 1:
                break
    return frozenset(found)


def other_day(mine: When | None, theirs: When | None) -> bool:
    """Return whether both name a day, and not the same."""
    both_resolved = mine and theirs and mine.origin == theirs.origin == "resolved"
    return bool(both_resolved and mine and theirs and mine.value != theirs.value)


def _other_figures(mine: Terms, theirs: Terms) -> bool:
    """Return whether a figure is missing, bounded the other way, or counts something else than in the other."""
    if not mine.figures <= theirs.figures or _takes_back(mine, theirs) or _takes_back(theirs, mine):
        return True
    if any(_other_bound(mine.bounds.get(figure, ""), theirs.bounds.get(figure, "")) for figure in mine.figures):
        return True
    return any(_counts_other(each, theirs) for each in mine.counted) or _swapped_pairs(mine, theirs)


def _takes_back(mine: Terms, theirs: Terms) -> bool:
    """Return whether a sentence tells a figure that the other takes back, and not what is told in its place."""
    ours, others = mine.figures - mine.withdrawn, theirs.figures - theirs.withdrawn
    return bool(ours & theirs.withdrawn) and not (others and others <= ours)


def _other_bound(one: str, other: str) -> bool:
    """Return whether a figure is bounded another way: "over 120" is not 120, but "at least 120" often is."""
    return one != other and (bool(one and other) or bool({one, other} & STRICT))


def _counts_other(counted: tuple[str, str, str], theirs: Terms) -> bool:
    figure, before, after = counted
    there = [each for each in theirs.counted if each[0] == figure]
    if any(each[2] == after or (before and each[1] == before) for each in there):
        return False
    taken = {each[2] for each in theirs.counted if each[0] != figure} - {""}
    return after in taken


def _swapped_pairs(mine: Terms, theirs: Terms) -> bool:
    """Return whether two figures changed places: a score of 3-2 and one of 2-3, from 5 to 6 and from 6 to 5."""
    ours, others = [each[0] for each in mine.counted], [each[0] for each in theirs.counted]
    if sorted(ours) != sorted(others) or ours == others:
        return False
    after = {(figure, follows) for figure, _, follows in mine.counted}
    return not all((figure, follows) in after and follows for figure, _, follows in theirs.counted)


def _other_units(mine: Terms, theirs: Terms) -> bool:
    """Return whether both give one figure with another unit: 5 percent, 5 points."""
    ours, others = mine.measures - theirs.measures, theirs.measures - mine.measures
    return bool({figure for figure, _ in ours} & {figure for figure, _ in others})


def _other_negation(mine: Terms, theirs: Terms) -> bool:
    return _other_scopes(mine.negated, theirs.negated, mine, theirs)


def _other_modality(mine: Terms, theirs: Terms) -> bool:
    return _other_scopes(mine.modal, theirs.modal, mine, theirs)


def _other_scopes(mine: Sequence[Scope], theirs: Sequence[Scope], one: Terms, other: Terms) -> bool:
    """Return whether one sentence negates, or qualifies, what stands plainly in the other."""
    return bool(mine or theirs) and (_unmatched(mine, theirs, other) or _unmatched(theirs, mine, one))


def _unmatched(scopes: Sequence[Scope], partners: Sequence[Scope], other: Terms) -> bool:
    free = list(partners)
    for scope in scopes:
        partner = next((each for each in free if each.sorts & scope.sorts and _one_scope(each, scope)), None)
        if partner:
            free.remove(partner)
        elif not scope.keys or scope.keys & other.keys or not _apart(scope, other):
            return True
    return False


def _one_scope(one: Scope, other: Scope) -> bool:
    return bool(one.keys & other.keys) or one.keys == other.keys


def _apart(scope: Scope, other: Terms) -> bool:
    """Return whether nothing near a negation has a counterpart in the other sentence, in whatever form."""
    return not any(one_stem(key, there) for key in scope.keys for there in other.keys)


def _other_names(mine: Terms, theirs: Terms) -> bool:
    """Return whether each has a name that the other lacks."""
    ours, others = _names_apart(mine, theirs), _names_apart(theirs, mine)
    if not ours or not others:
        return False
    credited = ours & mine.speakers, others & theirs.speakers
    # Who is credited may be told in one and left out in the other, unless "it" stands for who is credited.
    if (credited[0] == ours) != (credited[1] == others) and not (mine.raws | theirs.raws) & PRONOUNS:
        return all(credited)
    return True


def _names_apart(mine: Terms, theirs: Terms) -> set[str]:
    """Return the keys of the names that the other sentence has in no spelling, nor by their initials."""
    apart = {key for key in mine.names if key not in theirs.written and mine.written[key] not in theirs.raws}
    # A name that stands more often here may have been put in the place of another.
    if len(mine.names) == len(theirs.names) and len(set(mine.names)) < len(mine.names):
        apart |= {key for key in mine.names if 0 < theirs.names.count(key) < mine.names.count(key)}
    apart = {key for key in apart if mine.written[key] not in theirs.initials}
    for initials, keys in mine.initials.items():
        if initials in theirs.written.values():
            apart -= keys
    return apart


def _other_days(mine: Terms, theirs: Terms) -> bool:
    if any(exclude(one, other) for one, other in _exclusive(mine, theirs) if one in DAYS):
        return True
    # "On 21 January" is left out by who tells no day at all; who says "on Friday" may tell of another.
    dates = DATES & mine.keys
    return bool(dates) and dates.isdisjoint(theirs.keys) and not DAYS.isdisjoint(theirs.keys)


def _other_words(mine: Terms, theirs: Terms) -> bool:
    if any(exclude(one, other) for one, other in _exclusive(mine, theirs) if one not in DAYS):
        return True
    ours, others = mine.keys - theirs.keys, theirs.keys - mine.keys
    return _opposite(ours, others) or _opposite(others, ours) or _other_side(mine, theirs) or other_word(mine, theirs)


def _exclusive(mine: Terms, theirs: Terms) -> Iterator[tuple[str, str]]:
    """Yield pairs of senses, one of each sentence, that the other sentence has not."""
    others = [key for key in theirs.keys - mine.keys if ":" in key]
    yield from ((one, other) for one in mine.keys - theirs.keys if ":" in one for other in others)


def _opposite(ours: Iterable[str], others: frozenset[str]) -> bool:
    """Return whether one has a word that the other has with "un-" or the like before it."""
    return any(
        key[len(prefix) :] in others
        for key in ours
        if key.startswith(_OPPOSITES)
        for prefix in _OPPOSITES
        if key.startswith(prefix) and len(key) > len(prefix) + 3
    )


def _other_side(mine: Terms, theirs: Terms) -> bool:
    """Return whether one says "before" where the other says "after"."""
    for pair in SIDES:
        ours, others = mine.raws & set(pair), theirs.raws & set(pair)
        if len(ours) == len(others) == 1 and ours != others:
            return True
    return False


_GUARDS: tuple[tuple[str, Callable[[Terms, Terms], bool]], ...] = (
    ("length", lambda mine, theirs: not (mine.whole and theirs.whole)), ("figures", _other_figures),
    ("names", _other_names), ("days", _other_days), ("negation", _other_negation), ("modality", _other_modality),
    ("units", _other_units), ("words", _other_words), ("roles", other_roles),
)  # fmt: skip
