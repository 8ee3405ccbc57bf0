"""A feed's entries, each as an article file of its own.

A feed shows its newest entries and forgets the others, so it is not kept whole: what was added stays, and can be
edited. Its entries become Markdown, in which nothing is judged, as nothing is judged in a feed; each keeps the id that
it would have in the feed, and is so never added again, nor counted twice where the feed lies in the digest too.
"""

import re

from digest.articles.entries import clean_entry
from digest.intake.front import Word
from digest.intake.links import untracked
from digest.model import RawArticle
from digest.tools.text import slug

_MEANING = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w)")  # what Markdown would read as something else
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_MOST = 50  # tags, or authors, that are kept; honest feeds have about ten
_NAMED = 8  # words that name an entry without a title


def of_entry(raw: RawArticle, word: Word) -> tuple[str, bytes, Word]:
    """Return the name, the Markdown, and the front matter of one entry; with what the curator says."""
    given, paragraphs = raw.given, clean_entry(raw).paragraphs
    said = Word(
        title=given.title, link=untracked(given.link) if given.link else None, source=word.source or given.source,
        date=given.date or word.date, authors=given.authors[:_MOST], lead=given.lead,
        lang=given.lang if given.lang and _LANG.fullmatch(given.lang) else None,
        tags=tuple(dict.fromkeys((*word.tags, *given.tags)))[:_MOST], thread=word.thread, id=raw.id,
    )  # fmt: skip
    name = slug(given.title or " ".join(" ".join(paragraphs).split()[:_NAMED]) or raw.id)
    return name, "".join(f"{markdown(each)}\n\n" for each in paragraphs)[:-1].encode(), said


def markdown(paragraph: str) -> str:
    r"""Return a paragraph so that Markdown reads exactly its words.

    >>> print(markdown("2031. A year of *many* fires <in> Alma & its port"))
    2031\. A year of \*many\* fires \<in\> Alma & its port
    """
    text = _MEANING.sub(lambda sign: f"\\{sign[0]}", " ".join(paragraph.split()))
    if number := re.match(r"\d{1,9}(?=[.)])", text):
        return f"{number[0]}\\{text[number.end() :]}"
    return f"\\{text}" if text.startswith(("#", "+", "=", ":", "-")) else text
