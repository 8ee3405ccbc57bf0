"""What breaks into a body: boxes such as "Watch: ...", and true sentences that such a box parts from their body.

A box looks like a subhead between two paragraphs, and a sentence below one, with nothing but boilerplate further down,
looks like the beginning of that. Both are judged where they stand: the line model sees only a few neighbours.
"""

import re
from collections.abc import Sequence

from digest.articles.scrape.bodies import LINE_MODEL, Verdict, lead_index, verdicts
from digest.articles.scrape.segments import Segment
from digest.articles.scrape.wrapping import ends_sentence

_RELATED_LINK = "related-link"
_BOX = re.compile(
    r"(?:watch|listen|video|podcast|see|in pictures|read|play|gallery|schauen sie|sehen sie|hören sie|ansehen"
    r"|regardez|à voir|écoutez|vea|mira|mire|escuche|escucha|veja|assista|ouça|guarda|ascolta|bekijk|luister"
    r"|se også|se även|oglądaj|zobacz|смотрите|слушайте|дивіться|izle|izleyin|شاهد|动画|動画|视频|영상)\s?[:：] ?\S",
    re.IGNORECASE,
)
_LONGEST_BOX = 160  # signs
_LEAST_WORDS, _LEAST_SIGNS = 7, 40  # of a sentence that a box has parted from the body
_LIKELY = 0.15  # score of such a sentence; where the body alone is judged again, its score is that of a paragraph
_BOXES = frozenset({_RELATED_LINK, "related-heading", "advertisement"})


def body_verdicts(
    lines: Sequence[Segment], rules: Sequence[Verdict], scores: Sequence[float], threshold: float
) -> list[Verdict]:
    """Return the verdict on each line, as `verdicts` gives it, mended where something breaks into the body."""
    found = _without_boxes(lines, verdicts(lines, rules, scores, threshold))
    return _with_last_sentence(lines, found, scores)


def _without_boxes(lines: Sequence[Segment], found: list[Verdict]) -> list[Verdict]:
    """Cut what is called a film or a recording below the lead; above it, a title may say so."""
    lead = lead_index(lines, found)
    return [
        _RELATED_LINK if verdict is None and index > lead and _is_box(line.prose) else verdict
        for index, (line, verdict) in enumerate(zip(lines, found, strict=True))
    ]


def _is_box(text: str) -> bool:
    return len(text) <= _LONGEST_BOX and _BOX.match(text) is not None and not ends_sentence(text)


def _with_last_sentence(lines: Sequence[Segment], found: list[Verdict], scores: Sequence[float]) -> list[Verdict]:
    """Keep the sentence that a box parts from the last paragraph of the body, if the model is not sure of it."""
    last = max((index for index, verdict in enumerate(found) if verdict is None), default=len(found))
    here = last + 2
    is_parted = here < len(found) and found[last + 1] in _BOXES and found[here] == LINE_MODEL
    if is_parted and scores[here] >= _LIKELY and _is_sentence(lines[here].prose):
        return [*found[:here], None, *found[here + 1 :]]
    return found


def _is_sentence(text: str) -> bool:
    return text.count(" ") >= _LEAST_WORDS and len(text) >= _LEAST_SIGNS and ends_sentence(text)
