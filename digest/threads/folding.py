"""What a thread's file must say so that a sentence is folded under another one, or is told on its own.

As in `edit.py`, a word that is added may lose against one that stands already, so each edit drops those that contradict
it. Whether the machine folds the sentence just so today is not asked: it may do otherwise when more articles come.
"""

from collections.abc import Iterable

from digest.model import Mark, Reference
from digest.threads.clear import Edit
from digest.threads.edit import Plan
from digest.threads.references import References
from digest.threads.rulings import chain
from digest.threads.sentences import named, number_of, spelled
from digest.threads.standing import Standing, check_thread, refuse
from digest.tools.yamledit import Change


def fold(now: Standing, thread: str, sentence: str, into: str) -> Plan:
    """Return how a sentence of the thread comes to be listed as a repeat of another one."""
    mark, under = _sentences(now, thread, sentence, into)
    refuse([f"{mark} cannot be folded under itself. Name another sentence."] if mark == under else [])
    folds = _folds(now, thread)
    if folds.get(mark) == under:
        return Plan(notes=(f"{mark} is folded under {under} already.",))
    # In a circle the newest word counts, so what closes it is dropped.
    freed = [mark, under] if mark in chain(under, folds) else [mark]
    added = Edit(thread, _added(now, thread, mark, under), f"fold: {mark} into {under}")
    return Plan((*_unfolded(now, thread, mark), *_parted(now, thread, freed), added))


def unfold(now: Standing, thread: str, sentence: str) -> Plan:
    """Return how a sentence of the thread comes to be told on its own."""
    (mark,) = _sentences(now, thread, sentence)
    parted = tuple(_parted(now, thread, [mark]))
    if any(_meant(now, thread, each) == mark for each in now.word(thread).unfold):
        return Plan(parted, () if parted else (f"{mark} is told on its own already.",))
    added = Edit(thread, Change("add", ("unfold",), [_spelled(now, mark)]), f"unfold: {mark} added")
    return Plan((*parted, added))


def _sentences(now: Standing, thread: str, *names: str) -> list[Mark]:
    """Return the marks of sentences of the thread; a name that means none is refused, and all are at once."""
    check_thread(now, thread)
    meant = [(name, _meant(now, thread, Reference(name, "", 1))) for name in names]
    refuse(
        f'"{name[:80]}" names no sentence of "{thread}". `digest explain {thread}` shows their marks.'
        for name, mark in meant
        if mark is None
    )
    return [mark for _, mark in meant if mark]


def _meant(now: Standing, thread: str, reference: Reference) -> Mark | None:
    article, number, words = named(reference.name) or ("", 0, "")
    ids = now.found.ids([Reference(article, "", 1)]) or _none(now.found)
    for name in ids:
        place = number_of(now.articles[name], number, words)
        if place is not None and now.homes[name] == thread:
            return Mark(name, place)
    return None


def _none(found: References) -> list[str]:
    """Return nothing, and forget what is wrong: a build tells it, and an edit says more of what it needs."""
    found.faults.pop()
    return []


def _folds(now: Standing, thread: str) -> dict[Mark, Mark]:
    """Return under which sentence the thread's file folds each one."""
    found: dict[Mark, Mark] = {}
    for item in now.word(thread).fold:
        if under := _meant(now, thread, item.into):
            for each in item.sentences:
                mark = _meant(now, thread, each)
                if mark and mark not in chain(under, found):
                    found.setdefault(mark, under)
    return found


def _added(now: Standing, thread: str, mark: Mark, under: Mark) -> Change:
    """Return the change that folds a sentence, in the item of the other one where there is one."""
    sentences = [_spelled(now, mark)]
    for place, item in enumerate(now.word(thread).fold):
        if _meant(now, thread, item.into) == under:
            return Change("add", ("fold", place, "sentences"), [*sentences])
    return Change("add", ("fold",), [{"into": _spelled(now, under), "sentences": [*sentences]}])


def _parted(now: Standing, thread: str, marks: Iterable[Mark]) -> Iterable[Edit]:
    """Yield the edits after which the thread's file folds none of these sentences."""
    gone = {*marks}
    for place, item in enumerate(now.word(thread).fold):
        yield from _dropped(now, thread, ("fold", place, "sentences"), item.sentences, gone)


def _unfolded(now: Standing, thread: str, mark: Mark) -> Iterable[Edit]:
    return _dropped(now, thread, ("unfold",), now.word(thread).unfold, {mark})


def _dropped(
    now: Standing, thread: str, place: tuple[str | int, ...], references: Iterable[Reference], gone: set[Mark]
) -> Iterable[Edit]:
    found = {each.name: mark for each in references if (mark := _meant(now, thread, each)) in gone}
    if found:
        marks = ", ".join(str(mark) for mark in dict.fromkeys(found.values()))
        yield Edit(thread, Change("drop", place, [*found]), f"{place[0]}: {marks} dropped")


def _spelled(now: Standing, mark: Mark) -> str:
    return spelled(now.articles[mark.article], mark.number)
