"""Which lines are the body: what patterns and scores say of single lines, corrected by what only their order shows.

A line's verdict is the name of the rule that cuts it, or None for a line of the body. Every correction takes verdicts
and gives verdicts, so that each can be read, and tested, by itself.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from digest.articles.scrape.patterns import rule_of
from digest.articles.scrape.segments import Segment

Verdict = str | None  # the rule that cuts a line, or None: it stays

LINE_MODEL = "line-model"
HEADLINE_LIST = "headline-list"
_LONGEST_PIECE = 100  # signs of a sentence that an exact pattern may claim
_COMMENTS = "comments"
_RELATED_HEADING = "related-heading"
_LEAST_BODY = 150  # signs of body above the comments; a link "3 comments" may stand above the body too
_BODY_SHARE = 0.25  # of what else would stay
_LONGEST_SUBHEAD = 14  # words
_SHORTEST_PROSE = 12  # words of a line that surely is a paragraph
_LEAST_HEADLINE = 4  # words
_LONGEST_HEADLINE = 30  # words
_PROSE_ENDS = (".", ":", ";", ",", ".”", '."')
_LONGEST_LABEL = 2  # words
_CERTAIN = 0.8  # score of a line that stays all the same
_LEAST_LIST = 3  # headlines
_COLONS = (":", "：")
_LEAST_FACTS, _MOST_FACTS = 2, 12  # lines below one that ends in a colon; more are a table, or the rest of the page
_LONGEST_FACT = 120  # signs


def exact_rules(lines: Sequence[Segment]) -> list[Verdict]:
    """Return the rule of the exact pattern that each line fits, if one does.

    Of a line that holds a page, a long sentence is not claimed: "Photo: Ada Alm/Harbour Post" may begin it, and the
    first sentence of the article end it.
    """
    pieces = Counter(line.line for line in lines)
    return [
        rule_of(line.prose) if pieces[line.line] == 1 or len(line.prose) <= _LONGEST_PIECE else None for line in lines
    ]


def verdicts(
    lines: Sequence[Segment], rules: Sequence[Verdict], scores: Sequence[float], threshold: float
) -> list[Verdict]:
    """Return the verdict on each line; at least one line stays if there is any."""
    found: list[Verdict] = [
        rule or (None if score >= threshold else LINE_MODEL) for rule, score in zip(rules, scores, strict=True)
    ]
    found = _never_empty(lines, found, scores)
    found = _without_related(lines, found)
    found = _with_subheads(lines, found)
    found = _without_comments(lines, rules, found)
    found = _without_labels(lines, found, scores)
    found = _with_facts(lines, found)
    return _with_headline_lists(lines, found)


def lead_index(lines: Sequence[Segment], found: Sequence[Verdict]) -> int:
    """Return the index of the first paragraph of the body that is prose; else of its first line; else 0."""
    kept = [index for index, verdict in enumerate(found) if verdict is None]
    return next((index for index in kept if _is_prose(lines[index])), kept[0] if kept else 0)


def _never_empty(lines: Sequence[Segment], found: list[Verdict], scores: Sequence[float]) -> list[Verdict]:
    """Keep the likeliest line, the longest of equals, where nothing would stay."""
    if None in found or not found:
        return found
    best = max(range(len(lines)), key=lambda index: (scores[index], len(lines[index].text), -index))
    return [None if index == best else verdict for index, verdict in enumerate(found)]


def _with_subheads(lines: Sequence[Segment], found: list[Verdict]) -> list[Verdict]:
    """Keep a single short line between two paragraphs: what patterns have claimed does not part it from them."""
    unclaimed = [index for index, verdict in enumerate(found) if verdict in {None, LINE_MODEL}]
    subheads = {
        here
        for (above, here), (_, below) in pairwise(pairwise(unclaimed))
        if found[here]
        and not found[above]
        and not found[below]
        and _is_subhead(lines[above], lines[here], lines[below])
    }
    return [None if index in subheads else verdict for index, verdict in enumerate(found)]


def _without_related(lines: Sequence[Segment], found: list[Verdict]) -> list[Verdict]:
    """Cut the headlines below a heading such as "Recommended", if there are enough of them to be a list."""
    mended, end = list(found), 0
    first = found.index(None) if None in found else len(found)
    for heading in (index for index, verdict in enumerate(found) if verdict == _RELATED_HEADING):
        start = end = max(end, heading + 1)
        while end < len(lines) and found[end] in {None, LINE_MODEL} and _is_headline(lines[end]):
            end += 1
        if end - start >= _LEAST_LIST and first < start:
            mended[start:end] = [HEADLINE_LIST] * (end - start)
    return mended


def _is_headline(line: Segment) -> bool:
    return _LEAST_HEADLINE <= _words(line) <= _LONGEST_HEADLINE and not line.prose.endswith(_PROSE_ENDS)


def _without_comments(lines: Sequence[Segment], rules: Sequence[Verdict], found: list[Verdict]) -> list[Verdict]:
    """Cut what readers wrote: everything below a heading "Comments" that stands below most of the body."""
    sizes = [0 if verdict else len(line.prose) for line, verdict in zip(lines, found, strict=True)]
    before, total = 0, sum(sizes)
    for here, (size, rule) in enumerate(zip(sizes, rules, strict=True)):
        if rule == _COMMENTS and before >= _LEAST_BODY and before >= _BODY_SHARE * total:
            return found[:here] + [verdict or _COMMENTS for verdict in found[here:]]
        before += size
    return found


def _without_labels(lines: Sequence[Segment], found: list[Verdict], scores: Sequence[float]) -> list[Verdict]:
    """Cut the last entry of a menu, which looks like a subhead there; but none stands above the first words."""
    lead = lead_index(lines, found)
    return [
        LINE_MODEL if verdict is None and index < lead and score < _CERTAIN and _is_label(line.prose) else verdict
        for index, (line, verdict, score) in enumerate(zip(lines, found, scores, strict=True))
    ]


def _with_facts(lines: Sequence[Segment], found: list[Verdict]) -> list[Verdict]:
    """Keep the short lines below a line of the body that ends in a colon, if they are few and look alike.

    "Three people died:" is nothing without the three names, which by themselves look like a menu.
    """
    kept = list(found)
    for here, line in enumerate(lines):
        if line.prose.endswith(_COLONS) and _stands_in_body(here, kept):
            end = _end_of_facts(lines, found, here + 1)
            if _LEAST_FACTS <= end - here - 1 <= _MOST_FACTS:
                kept[here:end] = [None] * (end - here)
    return kept


def _stands_in_body(index: int, found: Sequence[Verdict]) -> bool:
    """Tell whether a line is kept, or was cut by the model alone right below one that is."""
    return found[index] is None or (found[index] == LINE_MODEL and index > 0 and found[index - 1] is None)


def _end_of_facts(lines: Sequence[Segment], found: Sequence[Verdict], start: int) -> int:
    """Return the end of the short lines from `start` on that begin and end alike, and that no pattern claims."""
    end, first = start, _outline(lines[start].text) if start < len(lines) else ("", "")
    while (
        end < len(lines)
        and end - start <= _MOST_FACTS
        and found[end] in {None, LINE_MODEL}
        and len(lines[end].text) <= _LONGEST_FACT
        and _outline(lines[end].text) == first != ("", "")
    ):
        end += 1
    return end


def _outline(text: str) -> tuple[str, str]:
    """Return the sign that begins a line and the one that ends it: nothing for a letter, "9" for any digit."""
    return _kind(text[:1]), _kind(text[-1:])


def _kind(sign: str) -> str:
    return "9" if sign.isdigit() else "" if sign.isalpha() else sign


def _is_label(text: str) -> bool:
    return text[:1].isupper() and text[-1:].isalpha() and text.count(" ") < _LONGEST_LABEL


def _is_subhead(above: Segment, line: Segment, below: Segment) -> bool:
    return _is_prose(above) and _is_prose(below) and _words(line) <= _LONGEST_SUBHEAD


def _is_prose(line: Segment) -> bool:
    return _words(line) >= _SHORTEST_PROSE


def _words(line: Segment) -> int:
    """Return the number of words, between which a segment has single spaces."""
    return line.prose.count(" ") + 1 if line.prose else 0


def _with_headline_lists(lines: Sequence[Segment], found: list[Verdict]) -> list[Verdict]:
    """Call runs of cut headlines by their name: it tells a curator more than that a model has cut them."""
    named, start = list(found), 0
    while start < len(named):
        end = start
        while end < len(named) and named[end] == LINE_MODEL and _words(lines[end]) >= _LEAST_HEADLINE:
            end += 1
        if end - start >= _LEAST_LIST:
            named[start:end] = [HEADLINE_LIST] * (end - start)
        start = end + 1
    return named
