"""A sentence as a timeline shows it: without the dateline of its report, "OSLO, Jan 31 (Reuters) -".

Where and when a report was filed stands at its source. Before one sentence among others it tells nothing of what
happened, and a reader takes its place and day for the sentence's own.
"""

import re

from digest.model import Article

_LONGEST = 90  # signs of a dateline with the beginning of its sentence
_FEWEST = 4  # words of a sentence; with fewer it is more likely a heading
_FIRST = 3  # paragraphs that may have a dateline: a standfirst may stand above it
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]"
_TOWN = rf"(?:{_CAPITALS}{{3}}|{_CAPITALS}{{2,}}[ /.'’-]{_CAPITALS})(?:[ /.'’-]{{0,2}}{_CAPITALS}){{0,40}}"
_REGION = r"(?:[,/] ?[A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,2}){0,2}"
_DAY = r"(?:,? (?:[A-ZÀ-Þ][a-zà-ÿ]{2,9}\.? \d{1,2}|\d{1,2}\.? [A-ZÀ-Þ][a-zà-ÿ]{2,9}\.?))?"
_AGENCY = r" ?\([A-ZÀ-Þ][\w /.’'-]{1,30}\)"
_SMALL_TOWN = r"[A-ZÀ-Þ][\w.’'-]{2,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,2}"  # a dateline only with an agency behind it
_DATELINE = re.compile(
    rf"(?:{_TOWN}{_REGION}{_DAY}(?:{_AGENCY})?|{_SMALL_TOWN}{_REGION}{_DAY}{_AGENCY}),? ?(?:--|[-–—:]) ?"
    r"(?=[\"'“‘«„]?[A-ZÀ-Þ\d])"
)


def without_dateline(text: str) -> str:
    """Return a sentence without the dateline that it begins with, if there is one.

    >>> without_dateline("PORT AMBER, Jan 31 (Coast Wire) - Six boats burnt in the harbour.")
    'Six boats burnt in the harbour.'
    >>> without_dateline("NATO-led troops left Alma.")
    'NATO-led troops left Alma.'
    """
    found = _DATELINE.match(text, 0, _LONGEST)
    rest = text[found.end() :] if found else ""
    return rest if len(rest.split(maxsplit=_FEWEST)) >= _FEWEST and not rest.isupper() else text


def told_texts(article: Article) -> tuple[str, ...]:
    """Return the sentences of an article as a story tells them: at the top of the first paragraphs without dateline."""
    texts, last = [], -1
    for sentence in article.sentences:
        opens = last < sentence.paragraph < _FIRST
        texts.append(without_dateline(sentence.text) if opens else sentence.text)
        last = sentence.paragraph
    return tuple(texts)
