"""Who is meant where a report tells only the last part of a name.

"Halloran" is Ruth Halloran in a story that tells of her and of no other Halloran; of two, nobody is guessed.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from digest.stories.quoted import NAME, own_name
from digest.stories.wordlists import BEGINNINGS, FUNCTION_WORDS, TITLES

_NAMES = re.compile(NAME)
_OFFICES = frozenset(
    """
    inspector superintendent detective constable sergeant admiral ambassador archbishop bishop pastor father brother
    sister nurse doctor lord lady sheikh councillor councilman councilwoman prosecutor justice coach
    """.split()
)
_NO_PART = TITLES | _OFFICES | BEGINNINGS | FUNCTION_WORDS  # of a name, where it stands before one
_MOST = 100  # speakers of one story who are looked for; a hostile one has thousands


def full_names(speakers: Collection[str], texts: Iterable[str]) -> Mapping[str, str]:
    """Return for each speaker of whom only the last name is told the one full name that the texts have for it."""
    parts = {speaker: _parts(speaker) for speaker in sorted(speakers)}
    short = {speaker: bare[0] for speaker, bare in parts.items() if len(bare) == 1}
    everything = "\n".join(texts)
    fuller: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for last in sorted(set(short.values()))[:_MOST]:
        for text in _with(last, everything):
            fuller[last].update(name for name in map(_parts, _NAMES.findall(text)) if name[1:] and name[-1] == last)
    # "Anna Ruth Halloran" and "Ruth Halloran" are one.
    sole = {last: names for last, names in fuller.items() if len({name[-2:] for name in names}) == 1}
    fullest = {last: max(names, key=_fullness) for last, names in sole.items()}
    return {speaker: " ".join(fullest[last]) for speaker, last in short.items() if last in fullest}


def _with(name: str, lines: str) -> Iterator[str]:
    """Yield the lines that have a name; a search through the whole takes a fraction of one through each."""
    found = lines.find(name)
    while found >= 0:
        end = lines.find("\n", found) + 1 or len(lines)
        yield lines[lines.rfind("\n", 0, found) + 1 : end]
        found = lines.find(name, end)


def _fullness(name: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return len(name), name


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name without its titles, and without what only begins a sentence."""
    parts = (own_name(name) or "").split()
    while parts and parts[0].lower() in _NO_PART:
        parts.pop(0)
    return tuple(parts)
