"""Tell a curator why: what was cut from an article by which rule, what a thread is made of, what was folded."""

from collections.abc import Iterable
from pathlib import Path

from digest.build import Manuscript
from digest.config import Project
from digest.errors import UsageError, printable
from digest.model import Article, Story, Told
from digest.threads.kinship import kinships
from digest.tools.text import counted

_WIDTH = 160  # signs of a text that a line shows


def explain(name: str, manuscript: Manuscript, project: Project) -> Iterable[str]:
    """Return lines about the article or the thread that `name` means: a file's path, an article's id, or a slug.

    Raises UsageError where it means none.
    """
    articles = [article for article in manuscript.articles if _means(name, article, project)]
    stories = [story for story in manuscript.stories if story.thread.slug == name]
    aside = [str(fault) for fault in manuscript.faults if fault.path in _paths(name, project)]
    if aside and not articles and not stories:
        return ["this file is set aside:", *aside]
    if not articles and not stories:
        mend = "`digest list articles` and `digest list threads` show what there is."
        raise UsageError(f'"{name}" is no file, article or thread of this digest. {mend}')
    lines = [line for article in articles for line in _article(article, manuscript)]
    return map(printable, [*lines, *(line for story in stories for line in _story(story))])


def _paths(name: str, project: Project) -> set[str]:
    """Return how messages may name the file `name`: as it is given, as an article's, or from the project's folder."""
    return {name, f"content/articles/{name}", project.shown(Path(name).resolve())}


def _means(name: str, article: Article, project: Project) -> bool:
    place = (project.root / article.path).resolve()
    return name in {article.id, article.path, Path(article.path).name} or Path(name).resolve() == place


def _article(article: Article, manuscript: Manuscript) -> Iterable[str]:
    yield f"{article.path} ({article.id})"
    for label, value, origin in _facts(article, manuscript):
        yield f"  {label:8s}  {value} ({origin})" if value else f"  {label:8s}  not recorded"
    yield f"cut: {counted(len(article.cuts), 'line')}"
    yield from (f"  line {cut.line:4d}  {cut.rule:16s}  {_short(cut.text)}" for cut in article.cuts)
    yield f"kept: {counted(len(article.paragraphs), 'paragraph')}, {counted(len(article.sentences), 'sentence')}"
    for number, sentence in enumerate(article.sentences):
        when = sentence.when
        why = f', from "{when.expression}"' if when and when.expression else ""
        yield f"  #{number:<3d}  {when.value if when else 'no day':10s}{why}  {_short(sentence.text)}"


def _facts(article: Article, manuscript: Manuscript) -> Iterable[tuple[str, object, str | None]]:
    """Yield what is known of an article, and where it was found."""
    origins = article.origins
    yield "title", article.title, origins.title
    yield "date", article.published, origins.date
    yield "authors", ", ".join(article.authors), origins.authors
    yield "source", article.source, origins.source
    yield "wire", article.wire, origins.wire
    yield "link", article.link, origins.link
    yield "language", article.lang, origins.lang or "digest.yaml"
    slugs = [story.thread.slug for story in manuscript.stories if article in story.thread.articles]
    yield "thread", ", ".join(slugs), "front-matter" if article.thread else "threads.lock, or proposed"


def _story(story: Story) -> Iterable[str]:
    yield f"{story.thread.slug}: {story.thread.title}"
    yield f"articles: {len(story.thread.articles)}"
    nearest = kinships(story.thread.articles)
    for article in story.thread.articles:
        yield f"  {article.id}  {article.published or 'undated   '}  {article.path}  {_short(article.title)}"
        near = nearest.get(article.id)
        if near:
            yield f"    {near.similarity:.2f} alike to {near.article} by: {', '.join(near.words)}"
    for title, told in (
        *((day.value, day.sentences) for day in story.days),
        ("background", story.background),
        ("ahead", story.ahead),
        ("undated", story.undated),
    ):
        if told:
            yield f"{title}: {counted(len(told), 'sentence')}"
            yield from (line for each in told for line in _told(each))


def _told(told: Told) -> Iterable[str]:
    yield f"  {told.mark}  {_short(told.text)}"
    for repeat in told.repeats:
        yield f"    folded, {repeat.resemblance:.2f} alike: {repeat.mark}  {_short(repeat.text)}"
    for other in told.differs:
        yield f"    differs in {', '.join(other.figures)}: {other.mark}  {_short(other.text)}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
