"""Which thread is merged into which: the one rule, for the build and for the commands.

The first file, in the order of names, that merges a thread has it. What a later one says of the same thread, and a
merge that would close a circle, is a fault and counts for nothing, so a chain of merges always comes to an end.
"""

from collections.abc import Iterable, Mapping

from digest.model import Reference, ThreadWord
from digest.threads.references import References

_ONE = "Delete one of the two; the other one counts"


def merges(words: Iterable[ThreadWord], found: References) -> dict[str, str]:
    """Return into which thread each merged one goes at first, along no chain; what contradicts another is a fault.

    A merge that names no thread today is in it too: it counts as soon as there is one.
    """
    into: dict[str, str] = {}
    said: dict[str, Reference] = {}
    for word in words:
        for reference in word.merge:
            if _counts(reference, word.slug, into, said, found):
                into[reference.name], said[reference.name] = word.slug, reference
    return into


def _counts(
    reference: Reference, thread: str, into: Mapping[str, str], said: Mapping[str, Reference], found: References
) -> bool:
    """Return whether a merge stands; one that was said twice of one file needs no second word."""
    name = reference.name[:80]
    first = said.get(reference.name)
    if reference.name == thread:
        found.report(reference, f'the thread "{name}" cannot be merged into itself', "Delete this word")
    elif first is None and follow(thread, into) == reference.name:
        found.report(reference, "these threads are merged in a circle", "Delete one of the merges")
    elif first is not None and into[reference.name] != thread:
        found.report(reference, f'the thread "{name}" is merged by {first.path}:{first.line} already', _ONE)
    return first is None and follow(thread, into) != reference.name


def follow(name: str, into: Mapping[str, str]) -> str:
    """Return where a chain of merges ends; it runs in no circle, since `merges` lets none close."""
    while name in into:
        name = into[name]
    return name
