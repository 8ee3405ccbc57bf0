"""Which sentence each one leans on.

What says nothing without the sentence before it ("She kept her word") has its place beside that one, and none where
that one is not shown.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.model import Mark, Told
from digest.stories.wording import wording


def supports(told: Sequence[Told]) -> Mapping[Mark, Mark]:
    """Return for each sentence that leans on another the one that tells what stands before it in its article.

    What begins an article leans on nothing that could be told.
    """
    leaning = [each for each in told if wording(each.text).leans]
    articles = {each.mark.article for each in leaning}
    telling = {each.mark: each.mark for each in told if each.mark.article in articles}
    for each in told:
        telling.update((repeat.mark, each.mark) for repeat in each.repeats if repeat.mark.article in articles)
    numbers = _numbers(telling)
    found = {}
    for each in leaning:
        article, number = each.mark.article, each.mark.number
        if before := bisect_left(numbers[article], number):
            support = telling[Mark(article, numbers[article][before - 1])]
            if support != each.mark:
                found[each.mark] = support
    return found


def _numbers(marks: Iterable[Mark]) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the sentences of each article, in their order."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for mark in marks:
        numbers[mark.article].append(mark.number)
    for each in numbers.values():
        each.sort()
    return numbers
