"""Tell a curator why: what was cut from an article by which rule, what a thread is made of, what was folded."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from digest.articles.clean import account_for, repeated_lines
from digest.articles.extract import Block
from digest.articles.read import read
from digest.articles.settings import CleanSettings
from digest.desk import Manuscript
from digest.errors import UsageError, printable
from digest.model import Article, Mark, Ruling, Story, Thread, Told
from digest.project import Project
from digest.publish.account import account
from digest.publish.proposals import because
from digest.stories.datelines import told_texts
from digest.threads.authority import decided_by
from digest.threads.curation import read_curation
from digest.threads.kinship import kinships
from digest.threads.lock import read_lock
from digest.threads.standing import likely
from digest.tools.names import written_out
from digest.tools.text import counted

_WIDTH = 160  # signs of a text that a line shows
_COMPARED = 2_500  # names before and after in the alphabet, so that it takes a second
_MEND = "`digest list articles` and `digest list threads` show what there is."


def explain(name: str, manuscript: Manuscript, project: Project, settings: CleanSettings, width: int) -> Iterable[str]:
    """Return lines about the article or the thread that `name` means: a file's path, an article's id, or a slug.

    Those about an article have at most `width` columns. Raises UsageError where `name` means nothing.
    """
    articles = [article for article in manuscript.articles if _means(name, article, project)]
    stories = [story for story in manuscript.stories if story.thread.slug == name]
    aside = [str(fault) for fault in manuscript.faults if fault.path in _paths(name, project)]
    if aside and not articles and not stories:
        return ["this file is set aside:", *aside]
    if not articles and not stories:
        mend = _likely(name, manuscript) or _MEND
        raise UsageError(printable(f'"{name[:_WIDTH]}" is no file, article or thread of this digest. {mend}'))
    blocks = _blocks(articles, project, settings)
    lines: list[str] = []
    for article in articles:
        slugs = [story.thread.slug for story in manuscript.stories if article in story.thread.articles]
        lines += account(article, blocks.get(article.id, ()), slugs, width)
    threads = [story.thread for story in manuscript.stories]
    placed = _placed(threads, manuscript, project) if stories else {}
    return map(printable, [*lines, *(line for story in stories for line in _story(story, threads, placed))])


def _paths(name: str, project: Project) -> set[str]:
    """Return how messages may name the file `name`: as it is given, as an article's, or from the project's folder."""
    return {*map(written_out, (name, f"content/articles/{name}", project.shown(Path(name).resolve())))}


def _means(name: str, article: Article, project: Project) -> bool:
    said, place = written_out(name), (project.root / article.path).resolve()
    is_called = said in {article.id, article.path, Path(article.path).name}
    return is_called or written_out(str(Path(name).resolve())) == written_out(str(place))


def _likely(name: str, manuscript: Manuscript) -> str:
    """Return a question that names what was likely meant, "" where nothing is like it.

    Of a path the file's name tells most: the folders before it are those of every other article.
    """
    if Path(name).name == name:
        return likely(name, _names(manuscript))
    paths: dict[str, list[str]] = {}  # without endings, which make short names alike, and say nothing
    for article in manuscript.articles:
        paths.setdefault(Path(article.path).stem, []).append(article.path)
    stem = Path(name).stem[:_WIDTH]
    ordered = sorted(paths)
    place = bisect(ordered, stem)
    near = get_close_matches(stem, ordered[max(0, place - _COMPARED) : place + _COMPARED], n=1)
    namesakes = sorted(paths[near[0]]) if near else ()
    return likely(name, namesakes) or next((f'Did you mean "{path}"?' for path in namesakes), "")


def _names(manuscript: Manuscript) -> set[str]:
    """Return all that an article or a thread can be called."""
    slugs = {story.thread.slug for story in manuscript.stories}
    return slugs.union(*({each.id, each.path, Path(each.path).name} for each in manuscript.articles))


def _blocks(articles: Iterable[Article], project: Project, settings: CleanSettings) -> dict[str, tuple[Block, ...]]:
    """Return what the articles hold, by their ids, cleaned as the build cleans them: each knowing all the others."""
    wanted = {article.id for article in articles}
    raws = read(project.articles, project.root).articles if wanted else ()
    repeats = repeated_lines(raws)
    return {raw.id: account_for(raw, settings, repeats.get(raw.id, {})) for raw in raws if raw.id in wanted}


def _placed(threads: Sequence[Thread], manuscript: Manuscript, project: Project) -> Mapping[str, str]:
    folder = project.content / "threads"
    curation = read_curation(folder, project.shown(folder))
    return decided_by(threads, curation, read_lock(project.lock, project.shown(project.lock)), manuscript.lock)


def _story(story: Story, threads: Sequence[Thread], placed: Mapping[str, str]) -> Iterable[str]:
    yield f"{story.thread.slug}: {story.thread.title}"
    yield f"articles: {len(story.thread.articles)}"
    rulings = {ruling.mark: ruling for ruling in story.thread.rulings}
    nearest = kinships(story.thread.articles, [article for thread in threads for article in thread.articles])
    for article in story.thread.articles:
        yield f"  {article.id}  {article.published or 'undated   '}  {article.path}  {_short(article.title)}"
        if why := placed.get(article.id):
            yield f"    {why}"
        if near := nearest.get(article.id):
            yield f"    with {near.other}: {because(near)}"
        elif len(story.thread.articles) > 1:
            yield "    shares no telling word with the others"
    for title, told in (
        *((day.value, day.sentences) for day in story.days),
        ("background", story.background),
        ("ahead", story.ahead),
        ("undated", story.undated),
    ):
        if told:
            yield f"{title}: {counted(len(told), 'sentence')}"
            yield from (line for each in told for line in _told(each, rulings))
    yield from _left_out(story)
    yield from _idle(story)


def _told(told: Told, rulings: Mapping[Mark, Ruling]) -> Iterable[str]:
    yield f"  {told.mark}  {_short(told.text)}"
    if (ruling := rulings.get(told.mark)) and ruling.into in {None, *told.marks}:
        how = f"in the place of {ruling.into}, under which it is folded" if ruling.into else "told on its own"
        yield f"    {how} by {ruling.path}:{ruling.line}"
    for repeat in told.repeats:
        unsaid = "" if repeat.shown else ", its words not shown"
        ruling = rulings.get(repeat.mark)
        by = f" by {ruling.path}:{ruling.line}" if ruling else ""
        yield f"    folded{by}, {repeat.resemblance:.2f} alike{unsaid}: {repeat.mark}  {_short(repeat.text)}"
    for other in told.differs:
        yield f"    differs in {', '.join((*other.ours, *other.theirs))}: {other.mark}  {_short(other.text)}"


def _idle(story: Story) -> Iterable[str]:
    """Yield the curator's rulings that come to nothing, since one of their sentences is told nowhere."""
    left = {mark for each in story.left_out for mark in each.marks}
    for ruling in story.thread.rulings:
        gone = [mark for mark in (ruling.mark, ruling.into) if mark in left]
        if gone:
            untold = " or ".join(map(str, gone))
            yield f"{ruling.path}:{ruling.line} changes nothing, since the story does not tell {untold}"


def _left_out(story: Story) -> Iterable[str]:
    """Yield what is told nowhere, by article and by what says so."""
    texts = {article.id: told_texts(article) for article in story.thread.articles}
    for each in story.left_out:
        yield f"left out: {counted(len(each.numbers), 'sentence')} of {each.article}, {each.why}"
        yield from (f"  {mark}  {_short(texts[mark.article][mark.number])}" for mark in each.marks)


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
