"""The words of a page, and which of them belong to a text that was found there.

Two readers of one page part its words in other paragraphs and with other signs, so texts are sought word by word: in
one line of all words, in which a search takes linear time, and all of them together a bounded time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

_WORD = re.compile(r"\w+")
_MOST_SEARCHED = 50_000_000  # signs; what a page of a megabyte needs, if fifty of its texts are not found in it
_MOST_TRIES = 20  # places where a text stands, but as a part of another one

Span = tuple[int, int]  # words of the page: the first, and the one after the last


class PageWords:
    """The words of a page's paragraphs, each of which can be taken once."""

    def __init__(self, paragraphs: Iterable[tuple[int, str]]) -> None:
        self._paragraphs = tuple(paragraphs)  # each with its line
        self._words = [
            (number, *word.span()) for number, (_, text) in enumerate(self._paragraphs) for word in _WORD.finditer(text)
        ]
        words = [self._paragraphs[number][1][start:end].casefold() for number, start, end in self._words]
        self._line = " ".join(["", *words, ""])
        # Where the space before each word stands in that line, and the one after the last.
        self._starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        self._taken = [0] * len(words)  # by which text, from 1
        self._texts = 0
        self._searched = 0

    def __len__(self) -> int:
        return len(self._words)

    def take(self, text: str, within: Span, *, last: bool = False) -> Span | None:
        """Return the first place within some words where `text` stands, or the last, and take its words."""
        wanted = " ".join(["", *(word.casefold() for word in _WORD.findall(text)), ""])
        count = wanted.count(" ") - 1
        for first in self._places(wanted, within, last=last) if count > 0 else ():
            if not any(self._taken[first : first + count]):
                self._texts += 1
                self._taken[first : first + count] = [self._texts] * count
                return first, first + count
        return None

    def pieces(self, span: Span) -> Iterator[tuple[int, int, bool]]:
        """Yield the runs of words of one paragraph that one text has taken or none has: first, last, whether taken."""
        for (_, taken), run in groupby(range(*span), lambda word: (self._words[word][0], self._taken[word])):
            words = list(run)
            yield words[0], words[-1], bool(taken)

    def line_of(self, word: int) -> int:
        """Return the line of the paragraph in which a word stands, or of the last paragraph."""
        number = self._words[word][0] if word < len(self._words) else -1
        return self._paragraphs[number][0] if self._paragraphs else 1

    def text_of(self, first: int, last: int) -> str:
        """Return the text from one word of a paragraph to another, with the signs that no other word comes before."""
        number, start, _ = self._words[first]
        text = self._paragraphs[number][1]
        begins = first == 0 or self._words[first - 1][0] != number
        ends = last + 1 == len(self._words) or self._words[last + 1][0] != number
        return text[0 if begins else start : len(text) if ends else self._words[last + 1][1]].strip()

    def _places(self, wanted: str, within: Span, *, last: bool) -> Iterator[int]:
        low, high = self._starts[within[0]], self._starts[max(within)] + 1
        for _ in range(_MOST_TRIES):
            if self._searched > _MOST_SEARCHED:
                return
            place = self._line.rfind(wanted, low, high) if last else self._line.find(wanted, low, high)
            self._searched += high - low if place < 0 else len(wanted)
            if place < 0:
                return
            yield bisect_right(self._starts, place) - 1
            low, high = (low, place + len(wanted) - 1) if last else (place + 1, high)
