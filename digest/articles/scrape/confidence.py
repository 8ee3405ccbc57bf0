"""How sure the cleaner is of a scrape's body: a text that it hardly understands is named, not passed off as clean.

Where the line model knows the script, its own scores tell: what it kept half-heartedly may be too much, and sentences
that it nearly kept may be missing. In a script of which it saw next to nothing it is as sure where it errs, so there
the look of the lines is asked: a doubt is spared only where all that is kept are sentences, and none was cut.
"""

import re
from collections.abc import Sequence

from digest.articles.doubts import low_confidence, unlearnt_script
from digest.articles.scrape.bodies import HEADLINE_LIST, LINE_MODEL, Verdict
from digest.articles.scrape.segments import Segment
from digest.articles.scrape.wrapping import ends_sentence
from digest.model import Doubt

# In doubt, of the signs that are kept. On outlets that the model had not seen, more than a third of the bodies above
# had an F1 under .7, and more than half one under .8; of those with an F1 of .9, one in forty is above.
_UNSURE = 0.15
_LONGEST = 400  # signs that a line counts for at most
_SENTENCE = 60  # signs of a line that looks like body; it counts although it was cut
_BY_MODEL = frozenset((LINE_MODEL, HEADLINE_LIST))

# The scripts that the model has learnt, as their letters. Of the 477 pages in the development data 462 are in Latin
# letters, of 242 outlets; 6 are Japanese, 5 Korean, 3 in Cyrillic letters, 1 in Arabic ones, and none in another.
# Languages are not told apart: the nine of few pages (es, fr, it, nl, cs, tr ...) have on unseen outlets an F1 of .87,
# as English has .88, and where one is cleaned badly, the scores say so.
_LEARNT = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_SAMPLE = 50  # lines
_LEAST_SENTENCE = 15  # signs; a Chinese sentence has no more


def doubts_about(lines: Sequence[Segment], scores: Sequence[float], verdicts: Sequence[Verdict]) -> tuple[Doubt, ...]:
    """Return the doubt about the body, if the model is not sure of it or has not learnt its script."""
    kept = [line for line, verdict in zip(lines, verdicts, strict=True) if verdict is None]
    if not kept:
        return ()
    if _is_learnt(kept):
        return (low_confidence(kept[0].line),) if _is_unsure(lines, scores, verdicts) else ()
    cut = [line for line, verdict in zip(lines, verdicts, strict=True) if verdict in _BY_MODEL]
    plain = all(map(_is_sentence, kept)) and not any(map(_is_sentence, cut))
    return () if plain else (unlearnt_script(kept[0].line),)


def _is_learnt(kept: Sequence[Segment]) -> bool:
    """Return whether most letters are of a script that the model has learnt."""
    sample = " ".join([line.prose[:_LONGEST] for line in kept[:_SAMPLE]])
    plain = sample.encode("ascii", "ignore")
    if len(plain.translate(None, _NO_LETTERS)) >= len(sample) - len(
        plain
    ):  # whatever the others are; so are most texts
        return True
    return 2 * len(_LEARNT.findall(sample)) >= sum(map(str.isalpha, sample))


def _is_unsure(lines: Sequence[Segment], scores: Sequence[float], verdicts: Sequence[Verdict]) -> bool:
    """Return whether too much of the body is in doubt: kept with a low score, or cut with a high one."""
    signs, doubtful = 0, 0.0
    for line, score, verdict in zip(lines, scores, verdicts, strict=True):
        length = min(len(line.prose), _LONGEST)
        if verdict is None:
            signs += length
            doubtful += length * (1 - score)
        elif verdict in _BY_MODEL and length >= _SENTENCE:
            doubtful += length * score
    return doubtful > _UNSURE * signs


def _is_sentence(line: Segment) -> bool:
    return len(line.prose) >= _LEAST_SENTENCE and ends_sentence(line.prose)
