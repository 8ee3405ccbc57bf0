"""Which addresses lead to which thread: links last, so no slug that was ever a thread's is given to another one."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from digest.model import Reference
from digest.threads.curation import Curation
from digest.threads.references import References
from digest.tools.text import slug


def taken_slugs(curation: Curation, placed: Collection[str], standing: Collection[str]) -> set[str]:
    """Return the slugs that no new thread may get: of threads, and those that lead to one.

    A curator's file on a thread that is not `standing`, which the machine is yet to propose, means that thread, and
    takes no name from it; nor does a `merge` of one.
    """
    aliases = {slug(each.name) for word in curation.words for each in curation.said(word, "aliases")}
    merged = {each.name for word in curation.words.values() for each in word.merge}
    awaited = {*curation.words}.difference(standing)
    return ({*placed} - awaited) | aliases | merged.intersection(standing)


def addresses(
    live: Collection[str], merged: Mapping[str, str], curation: Curation, found: References
) -> dict[str, tuple[str, ...]]:
    """Return the slugs that lead to each thread that has any; an alias that leads elsewhere already is a fault.

    `live` are the slugs of threads with articles, `merged` the threads in which merged ones end.
    """
    ends = {old: end for old, end in merged.items() if end in live and old not in live and slug(old) == old}
    said: dict[str, Reference] = {}
    for end, alias in _aliases(live, merged, curation):
        old = slug(alias.name)
        if old in live and old != end:
            mend = f"Delete this alias, or merge that thread: `merge: [{old}]`"
            found.report(alias, f'"{old}" is the address of a thread, and does not lead to another', mend)
        elif ends.setdefault(old, end) != end:
            by = f" by {said[old].path}:{said[old].line}" if old in said else ""
            found.report(alias, f'the address "{old}" leads to "{ends[old]}"{by} already', "Delete one of the two")
        else:
            said.setdefault(old, alias)
    leading = defaultdict(list)
    for old, end in sorted(ends.items()):
        if old != end:
            leading[end].append(old)
    return {end: tuple(olds) for end, olds in leading.items()}


def _aliases(live: Collection[str], merged: Mapping[str, str], curation: Curation) -> Iterator[tuple[str, Reference]]:
    """Yield the thread in which an alias ends, and the alias; those of a merged thread go where it went."""
    for name in curation.words:
        end = merged.get(name, name)
        if end in live:
            yield from ((end, alias) for alias in curation.said(name, "aliases"))
