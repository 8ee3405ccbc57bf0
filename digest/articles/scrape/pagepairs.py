"""What two pages are to one another: of one site, the same article saved twice, or two articles of one story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from digest.articles.scrape.linekeys import PageLines

_LEAST_LABELS = 6  # in common; all sites have "Home", "Share", "Comments"
_LABEL_SHARE = 0.2  # of the lines of the smaller page
_COPY_SHARE = 0.5  # of the paragraphs of the smaller page
_LEAST_WORDS = 12  # by which to tell what an article is about
_STORY_SHARE = 0.25  # of the words of the article with fewer


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pages of a batch, by their numbers, and the words of each line of prose that several of them have."""

    pages: Sequence[PageLines]
    words: Mapping[int, int]

    def same_site(self, one: int, other: int) -> bool:
        """Return whether two pages have so many labels in common that they are of one site."""
        left, right = self.pages[one], self.pages[other]
        shared = len(left.labels & right.labels)
        return shared >= max(_LEAST_LABELS, _LABEL_SHARE * min(left.lines, right.lines))

    def copies(self, one: int, other: int) -> bool:
        """Return whether two pages hold the same article: half of the paragraphs of one, and no other subject."""
        left, right = self.pages[one], self.pages[other]
        shared = len(left.prose & right.prose)
        return shared >= _COPY_SHARE * min(left.paragraphs, right.paragraphs) and self.same_story(one, other)

    def same_story(self, one: int, other: int) -> bool:
        """Return whether two articles share many words, apart from those of shared lines; true where they have few."""
        left, right = self.pages[one], self.pages[other]
        apart = ~_union(self.words[key] for key in left.prose & right.prose)
        mine, theirs = left.words & apart, right.words & apart
        least = min(mine.bit_count(), theirs.bit_count())
        return least < _LEAST_WORDS or (mine & theirs).bit_count() >= _STORY_SHARE * least


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
