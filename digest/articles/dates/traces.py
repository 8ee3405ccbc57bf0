"""Which sentences of an article may name a day at all: those with a trace of one, a sign or a part of a word.

Few sentences name one, and to read each for it takes a third of the time that it takes to clean an article. So the
whole of it is looked over first for what no date expression is without (`expressions`, `manylanguages`,
`weekdaynames`), and only where that stands is read. A trace may be found in vain, and must not be missed: whoever adds
an expression there sees to it that it has one here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

_FIGURES = "0123456789"
# These two go on to the end of the sentence, which often holds many more of the same.
_FIGURE = re.compile(f"[{_FIGURES}].*")
# Letters of which dates of other scripts are made, and other digits: all but those of Western Europe and punctuation.
_OTHER_SIGN = re.compile("[^\x00-\xff\u2000-\u206f€].*")
# Each pattern begins with one plain sign, and looks on and back from there: so it is found ten times as fast as one
# that may begin with several. Most begin with a rare sign of the word, not with its first, which may be a capital.
_TRACES = tuple(
    re.compile(trace)
    for trace in (
        # today, Monday, days; this year; year-end
        r"y(?:(?<=[Dd]ay)|ear(?:(?<=his year)|(?<=ast year)|(?<=ext year)|(?<=the year)|[- ]end))",
        # ago, tonight, morning; Montag, maandag; domingo
        r"g(?:o(?:\b(?<=ago)|(?<=mingo))|ht(?<=night)|(?<=morning)|(?<=evening)|(?<=[dt]ag))",
        # tomorrow, this month; mardi, martes, mercredi, mercoledì, miércoles, samedi, dimanche, domenica
        (
            r"m(?:orrow|onth(?:(?<=his month)|(?<=ast month)|(?<=ext month)|(?<=the month))"
            r"|ar(?:di|te)|ercre|(?:er|i[ée]r)co|edi\b|anche|enica)"
        ),
        r"f(?:ternoon|eira)",
        r"k(?:end|(?<=wtork)|(?<=wtorek))",
        r"u(?:n?di\b|ne[ds]|eves)",  # lundi, jeudi, lunes, lunedì, jueves
        r"v(?:endred|iernes|ed[ìi]|enerd)",  # vendredi, viernes, giovedì, venerdì
        r"b(?:at(?<=abat)|ad(?<=[aá]bad)|ot(?<=sobot)|end(?<=abend))",  # sabato, sábado, soboty, Sonnabend
        r"z(?:wart|iel)",  # czwartek, niedzieli; the other Polish names have letters that are found above
        # Signs that are as rare as capitals are quicker found together.
        (
            r"J(?:an|un|ul)|Feb|M(?:a[yr]|ercre|ercol|ittwoch)|A(?:pr|ug)|Sep|Oct|Nov|Dec|V(?:endred|enerd)|Eve"
            r"|Christmas|Halloween"
        ),
    )
)


def traced(texts: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the texts that may name a day, a month or a year; no other does.

    >>> sorted(traced(("The mill burnt on Monday.", "Nobody was hurt.", "It was built in 1871.")))
    [0, 2]
    """
    whole = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    return frozenset(bisect_right(ends, place) for place in _places(whole))


def _places(text: str) -> Iterator[int]:
    for trace in _TRACES:
        for found in trace.finditer(text):
            yield found.start()
    # To ask for each figure takes a thirtieth of the time that the pattern takes to find none.
    if any(map(text.__contains__, _FIGURES)):
        for found in _FIGURE.finditer(text):
            yield found.start()
    if not text.isascii():
        for found in _OTHER_SIGN.finditer(text):
            yield found.start()
