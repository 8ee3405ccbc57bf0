"""The accounts of a page that differ, as its templates see them: each is told beside both of its sentences."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from digest.model import Difference, Mark, Since, Story, Told
from digest.pages.quotes import DifferenceView, SourceView

_BACK: Mapping[str, Since] = {"earlier": "later", "later": "earlier"}


def anchor(mark: Mark) -> str:
    """Return the id of a sentence on its thread's page."""
    return f"s-{mark.article.removeprefix('a-')}-{mark.number}"


def differences(story: Story, sources: Mapping[str, SourceView]) -> Mapping[Mark, tuple[DifferenceView, ...]]:
    """Return for each sentence of the page those that differ from it."""
    told = [*(each for day in story.days for each in day.sentences), *story.ahead, *story.background, *story.undated]
    shown = {each.mark for each in told}
    found: dict[Mark, list[DifferenceView]] = defaultdict(list)
    for each, other in _pairs(told):
        if other.mark in shown:
            ours, theirs, since = other.ours, other.theirs, other.since
            there, here = sources[other.mark.article], sources[each.mark.article]
            found[each.mark].append(DifferenceView(anchor(other.mark), there, ours, theirs, since))
            found[other.mark].append(DifferenceView(anchor(each.mark), here, theirs, ours, _BACK.get(since or "")))
    return {mark: tuple(differing) for mark, differing in found.items()}


def _pairs(told: Iterable[Told]) -> Iterable[tuple[Told, Difference]]:
    return ((each, other) for each in told for other in each.differs)
