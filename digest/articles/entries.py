"""The text of a feed's entry: trusted, since a feed holds the article alone, without the page around it.

Nothing is classified. But the programs that make feeds add lines of their own at an entry's end, "The post ... appeared
first on ...", a link that is a paragraph by itself ("Listen live"), and a mark where they broke the text off; these
forms are known exactly, and cut. So is a notice of what was corrected.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from html import unescape

from digest.articles.extract import Block, Extract, cuts_of, paragraphs_of
from digest.articles.scrape.amendments import is_amendment
from digest.articles.web.fragment import clean_fragment
from digest.model import RawArticle
from digest.tools.tags import decode

_LAST = 4  # paragraphs that may hold such lines
_LONGEST = 500  # signs of one
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE
)
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|div|a|span|strong|em|b|i|ul|ol|li|h[1-6]|img|figure|blockquote)\b", re.IGNORECASE
)
_TAG = re.compile(r"<[a-z/!]", re.IGNORECASE)
# A paragraph that holds nothing but a link; a possessive quantifier tries no shorter tag.
_LINK = re.compile(
    r"<(?:p|li|div|h[1-6])(?:\s[^<>]{0,300}+)?>\s{0,20}+(?:<(?:strong|em|b|i|span)(?:\s[^<>]{0,300}+)?>\s{0,20}+){0,3}"
    r"<a\s[^<>]{1,2000}+>(?P<text>[^<>]{1,160}+)</a>(?:[\s.»›→]|</(?:strong|em|b|i|span)>){0,20}+"
    r"(?:</(?:p|li|div|h[1-6]|ul|ol)>|<(?:p|li|div)\b|\Z)",
    re.IGNORECASE,
)
_END = 10_000  # signs of the end of an entry that are looked at for such links
# What WordPress writes, in the words of its translators.
_SYNDICATED = re.compile(
    r"(?:The post .+ (?:appeared first|first appeared) on|Der Beitrag .+ erschien zuerst auf"
    r"|L[’']article .+ est apparu en premier sur|La entrada .+ (?:se publicó primero en|aparece primero en)"
    r"|O post .+ apareceu primeiro em|O conteúdo .+ aparece primeiro em"
    r"|L[’']articolo .+ (?:proviene da|sembra essere il primo su)"
    r"|Het bericht .+ verscheen eerst op|Artykuł .+ pochodzi z serwisu|Сообщение .+ появились сначала на"
    r"|Inlägget .+ dök först upp på) .+"
)
_MORE = (
    r"(?:Continue reading|Read more|Read the rest(?: of (?:this|the) (?:article|story|entry|post))?|Read (?:the )?full "
    r"(?:article|story|post)|Keep reading|Weiterlesen|Lire la suite|Leer más|Seguir leyendo|Leia mais|Leggi tutto"
    r"|Continua a leggere|Lees verder|Läs mer|Czytaj więcej|Читать далее)"
)
_LEADS_ON = re.compile(rf"[\[(]?{_MORE}[\])]?[ .…:→»›>]{{0,9}}", re.IGNORECASE)
_LEADS_ON_TO = re.compile(rf"{_MORE}[ :→»“\"']{{1,3}}(?P<title>.+?)[\"”']?[ .…→»›>]{{0,9}}", re.IGNORECASE)
_BREAKS_OFF = re.compile(
    rf"(?:\s*(?:\[(?:…|\.{{3}})\]|\((?:…|\.{{3}})\)))(?:\s*{_LEADS_ON.pattern})?\Z"
    rf"|(?<=[.…!?”\"])\s+{_LEADS_ON.pattern}\Z",
    re.IGNORECASE,
)


def clean_entry(raw: RawArticle) -> Extract:
    """Return the paragraphs of a feed's entry, and what its feed has added to them."""
    text = _tagged(raw.text)
    paragraphs = clean_fragment(text) if raw.syntax == "html" or text is not raw.text else _lines(text)
    texts = [mended(paragraph) for paragraph in paragraphs]
    blocks = tuple(_blocks(texts, raw.first_line, raw.given.title or ""))
    blocks = _without_links(blocks, {_bare(mended(link["text"])) for link in _LINK.finditer(text[-_END:])})
    return Extract(paragraphs_of(blocks), cuts_of(blocks), blocks=blocks)


def mended(text: str) -> str:
    """Return `text` with the entities decoded that its feed had escaped twice.

    >>> mended("Fire &amp; smoke, the crew&#8217;s captain said")
    'Fire & smoke, the crew’s captain said'
    """
    return " ".join(_ENTITY.sub(lambda entity: decode(entity[0]), text).split()) if "&" in text else text


def breaks_off(text: str) -> bool:
    """Return whether a text ends where its feed broke it off: "The fire [...] Read more"."""
    return bool(_BREAKS_OFF.search(text[-_LONGEST:]))


def without_break(text: str) -> str:
    """Return a text without the mark where its feed broke it off."""
    return text[: len(text) - len(found[0])].rstrip() if (found := _BREAKS_OFF.search(text[-_LONGEST:])) else text


def _tagged(text: str) -> str:
    """Return a text whose tags were escaped twice with its tags."""
    return decode(text) if _ESCAPED_TAG.search(text) and not _TAG.search(text) else text


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.split("\n") if (line := " ".join(each.split())))


def _blocks(paragraphs: list[str], line: int, title: str) -> Iterator[Block]:
    first = len(paragraphs) - _LAST
    for number, text in enumerate(paragraphs):
        if number and is_amendment(text):
            yield Block(line, text, "correction-notice")
            continue
        yield from _judged(text, line, title) if number >= first else (Block(line, text, None),)


def _without_links(blocks: tuple[Block, ...], links: Collection[str]) -> tuple[Block, ...]:
    """Cut the last paragraphs that are links and nothing else; what stands above another paragraph is a part of it."""
    judged = list(blocks)
    for index in range(len(blocks) - 1, max(0, len(blocks) - 1 - _LAST), -1):
        if not judged[index].rule and _bare(judged[index].text) in links:
            judged[index] = replace(judged[index], rule="feed-notice")
        elif not judged[index].rule:
            break
    return tuple(judged)


def _bare(text: str) -> str:
    return "".join(unescape(text).split()).rstrip(".»›→")


def _judged(text: str, line: int, title: str) -> Iterable[Block]:
    if len(text) <= _LONGEST and _is_added(text, title):
        return (Block(line, text, "feed-notice"),)
    found = _BREAKS_OFF.search(text, max(0, len(text) - _LONGEST))
    if not found or not found.start():
        return (Block(line, text, None),)
    kept, cut = text[: found.start()].rstrip(), text[found.start() :].strip()
    return Block(line, kept, None), Block(line, cut, "feed-notice", goes_on=True)


def _is_added(text: str, title: str) -> bool:
    if _SYNDICATED.fullmatch(text) or _LEADS_ON.fullmatch(text) or text in {"[…]", "[...]", "…", "..."}:
        return True
    named = _LEADS_ON_TO.fullmatch(text)
    return bool(named and title and named["title"].casefold().strip(" .…") == title.casefold().strip(" .…"))
