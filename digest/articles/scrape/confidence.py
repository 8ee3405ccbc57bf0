"""How sure the cleaner is of a scrape's body: a text that it hardly understands is named, not passed off as clean."""

from collections.abc import Sequence

from digest.articles.doubts import low_confidence
from digest.articles.scrape.segments import Segment
from digest.model import Doubt

_SURE = 0.85  # mean score of what is kept; of the bodies below, half had an F1 under .7, and of all bodies, a tenth
_LONGEST = 400  # signs that a line counts for at most


def doubts_about(
    lines: Sequence[Segment], scores: Sequence[float], verdicts: Sequence[str | None]
) -> tuple[Doubt, ...]:
    """Return the doubt about the body, if the lines that are kept are on the whole none that the model is sure of."""
    kept = [
        (min(len(line.prose), _LONGEST), score, line.line)
        for line, score, verdict in zip(lines, scores, verdicts, strict=True)
        if verdict is None
    ]
    signs = sum(length for length, _, _ in kept)
    if not signs or sum(length * score for length, score, _ in kept) >= _SURE * signs:
        return ()
    return (low_confidence(kept[0][2]),)
