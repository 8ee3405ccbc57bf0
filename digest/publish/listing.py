"""What `digest list` prints. Users' scripts read the JSON: keys are added, never renamed or removed."""

import json
from collections.abc import Iterable, Mapping

from digest.desk import Desk, Manuscript
from digest.model import Article, Story
from digest.pages.threadjson import thread_row

# All others are the source's own.
_TITLE_ORIGINS = {"front-matter": "editor", "derived": "derived", "file-name": "derived"}


def rows(what: str, desk: Desk) -> Iterable[str]:
    """Yield one JSON object a line for each of the articles or sources, or, of a Manuscript, the threads."""
    listed = {"articles": article_rows, "threads": thread_rows, "sources": source_rows}[what](desk)
    return (json.dumps(row, ensure_ascii=False, check_circular=False) for row in listed)


def table(what: str, desk: Desk) -> Iterable[str]:
    """Yield a line for a person to read for each of the articles or sources, or, of a Manuscript, the threads."""
    if what == "articles":
        return (f"{article.id}  {article.published or 'undated   '}  {article.title}" for article in desk.articles)
    if what == "threads":
        return (
            f"{len(story.thread.articles):5d}  {story.thread.slug}  {story.thread.title}" for story in _stories(desk)
        )
    return (f"{row['articles']:5d}  {row['key']}  {row['name']}" for row in source_rows(desk))


def article_rows(desk: Desk) -> Iterable[Mapping[str, object]]:
    """Yield the articles in the order of date and id; undated ones come last."""
    return map(_article, desk.articles)


def thread_rows(desk: Desk) -> Iterable[Mapping[str, object]]:
    """Yield the threads, that of the newest article first."""
    return map(thread_row, _stories(desk))


def source_rows(desk: Desk) -> Iterable[Mapping[str, object]]:
    """Yield the outlets of sources.yaml and those that articles name, by key, with the number of their articles."""
    counts: dict[str, int] = dict.fromkeys(desk.outlets.by_key, 0)
    for article in desk.articles:
        if article.source:
            counts[article.source] = counts.get(article.source, 0) + 1
    for key, count in sorted(counts.items()):
        outlet = desk.outlets.named(key)
        yield {
            "key": key, "name": outlet.name, "home": outlet.home, "kind": outlet.kind, "country": outlet.country,
            "known": outlet.known, "articles": count,
        }  # fmt: skip


def _stories(desk: Desk) -> Iterable[Story]:
    return desk.stories if isinstance(desk, Manuscript) else ()


def _article(article: Article) -> Mapping[str, object]:
    return {
        "id": article.id, "path": article.path, "title": article.title,
        "title_origin": _TITLE_ORIGINS.get(article.origins.title, "source"),
        "source": article.source, "wire": article.wire, "link": article.link,
        "date": article.published.isoformat() if article.published else None,
        "authors": list(article.authors), "lang": article.lang, "status": article.status, "tags": list(article.tags),
        "section": article.section, "lead": article.lead, "excerpt": article.excerpt,
        "paragraphs": list(article.paragraphs),
        "sentences": [
            {
                "text": sentence.text, "paragraph": sentence.paragraph,
                "date": sentence.when.value if sentence.when else None,
                "precision": sentence.when.precision if sentence.when else None,
                "date_origin": sentence.when.origin if sentence.when else None,
                "mentions": [{"text": mention.text, "value": mention.value} for mention in sentence.mentions],
            }
            for sentence in article.sentences
        ],
        "cuts": [{"line": cut.line, "text": cut.text, "rule": cut.rule} for cut in article.cuts],
    }  # fmt: skip
