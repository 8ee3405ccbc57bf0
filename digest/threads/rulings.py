"""The curator's word on sentences: which one is told on its own, and which is folded under which other.

Where two words contradict one another, the one that comes first counts; but that a sentence is told on its own counts
before all: a repeat that stands twice misleads nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from digest.model import Article, Mark, Reference, Ruling, ThreadWord
from digest.threads.references import References
from digest.threads.sentences import named, number_of

_MEND = "Write it as `digest explain` shows it now, or delete it"
_ONE = "Delete one of the two"


@dataclass(slots=True)
class _Said:
    """What is said so far."""

    alone: dict[Mark, Reference] = field(default_factory=dict)
    into: dict[Mark, Mark] = field(default_factory=dict)
    folds: dict[Mark, Reference] = field(default_factory=dict)


def rulings(
    words: Iterable[ThreadWord], articles: Iterable[Article], homes: Mapping[str, str], found: References
) -> tuple[Ruling, ...]:
    """Return the rulings on the sentences of a thread, by mark; a word that means none, or contradicts, is a fault.

    `words` are those of the files that lead to the thread, `homes` the slugs of the threads of all articles.
    """
    files, here, said = [*words], {article.id: article for article in articles}, _Said()
    for reference in (each for word in files for each in word.unfold):
        if mark := _mark(reference, here, homes, found):
            said.alone.setdefault(mark, reference)
    for fold in (each for word in files for each in word.fold):
        under = _mark(fold.into, here, homes, found)
        for reference in fold.sentences:
            mark = _mark(reference, here, homes, found)
            if mark and under and not _contradicts(mark, under, reference, said, found):
                said.into[mark], said.folds[mark] = under, said.folds.get(mark, reference)
    alone = (Ruling(mark, None, each.path, each.line) for mark, each in said.alone.items())
    folded = (Ruling(mark, said.into[mark], each.path, each.line) for mark, each in said.folds.items())
    return tuple(sorted([*alone, *folded], key=lambda each: each.mark))


def _mark(
    reference: Reference, here: Mapping[str, Article], homes: Mapping[str, str], found: References
) -> Mark | None:
    """Return where the sentence that is meant stands; what means none of this thread is a fault."""
    name, number, words = named(reference.name) or ("", 0, "")
    for _, article in found.each([Reference(name, reference.path, reference.line)]):
        if article not in here:
            what = f'"{reference.name[:80]}" is of an article in the thread "{homes.get(article, "")}"'
            found.report(reference, what, "Name a sentence of this thread, or delete this word", "dangling-word")
        elif (meant := number_of(here[article], number, words)) is None:
            what = f'"{reference.name[:80]}" is no sentence of {here[article].path}, or no longer'
            found.report(reference, what, _MEND, "dangling-word")
        else:
            return Mark(article, meant)
    return None


def _contradicts(mark: Mark, under: Mark, reference: Reference, said: _Said, found: References) -> bool:
    """Return whether a sentence cannot be folded so, by what was said before; that is a fault."""
    if mark in said.alone:
        what, mend = f"{mark} is told on its own by {_place(said.alone[mark])}, so it is not folded", _ONE
    elif said.into.get(mark, under) != under:
        what, mend = f"{mark} is folded under {said.into[mark]} by {_place(said.folds[mark])} already", _ONE
    elif mark in (way := chain(under, said.into)):
        what, mend = f"sentences are folded in a circle: {_shown([mark, *way])}", "Delete one of these words"
    else:
        return False
    found.report(reference, what, mend)
    return True


def chain(mark: Mark, into: Mapping[Mark, Mark]) -> Sequence[Mark]:
    """Return a sentence, the one that it is folded under, the one that this is folded under, and so on."""
    way = [mark]
    while way[-1] in into:
        way.append(into[way[-1]])
    return way


def _place(reference: Reference) -> str:
    return f"{reference.path}:{reference.line}"


def _shown(way: Sequence[Mark]) -> str:
    return ", ".join(map(str, way[:4]))
