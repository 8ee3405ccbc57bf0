"""What `digest threads` prints: what came since the lock, and what the machine would do otherwise.

Users' scripts read the JSON: keys are added, never renamed or removed. A proposal that a command carries out comes with
that command; it writes to the curator's files, which the next build obeys.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from digest.desk import Manuscript
from digest.errors import printable
from digest.model import Article
from digest.threads.kinship import Kinship
from digest.threads.lock import Lock
from digest.threads.proposals import Proposal, propose
from digest.threads.settings import GroupSettings
from digest.threads.storylines import StorylineProposal, storyline_proposals
from digest.tools.text import SLUG_LENGTH, counted, slug

_WIDTH = 100  # signs of a title that a line shows
_MARGIN = " " * 14  # below the kind and the confidence

Proposed = Proposal | StorylineProposal


def proposals(manuscript: Manuscript, lock: Lock, settings: GroupSettings) -> tuple[Proposed, ...]:
    """Return what came since `lock` was written, and what the machine proposes; storylines come last."""
    threads = [story.thread for story in manuscript.stories]
    return (*propose(threads, lock.slugs, settings), *storyline_proposals(threads))


def proposal_rows(found: Iterable[Proposed], manuscript: Manuscript) -> Iterator[str]:
    """Yield one JSON object a line for each proposal."""
    articles = _articles(manuscript)
    rows = (_row(each, articles) if isinstance(each, Proposal) else _storyline_row(each) for each in found)
    return (json.dumps(row, ensure_ascii=False, check_circular=False) for row in rows)


def proposal_table(found: Iterable[Proposed], manuscript: Manuscript) -> Iterator[str]:
    """Yield lines for a person to read: each proposal, what says most for it, and the command that would do it."""
    articles = _articles(manuscript)
    for each in found:
        lines = _lines(each, articles) if isinstance(each, Proposal) else _storyline_lines(each)
        yield from map(printable, lines)


def because(kinship: Kinship) -> str:
    """Return why two articles are held to be of one event, in words.

    >>> because(Kinship("a-1", "a-2", 0.93, ("port amber", "trawler"), 1, 2))
    '0.93 likely of one event: 2 days apart, 1 same sentence, both say port amber, trawler'
    """
    days = "undated" if kinship.days_apart is None else f"{counted(kinship.days_apart, 'day')} apart"
    reasons = [days if kinship.days_apart != 0 else "of one day"]
    if kinship.sentences:
        reasons.append(counted(kinship.sentences, "same sentence"))
    if kinship.words:
        reasons.append(f"both say {', '.join(kinship.words)}")
    return f"{kinship.likelihood:.2f} likely of one event: {', '.join(reasons)}"


def _articles(manuscript: Manuscript) -> Mapping[str, Article]:
    return {article.id: article for article in manuscript.articles}


def _row(proposal: Proposal, articles: Mapping[str, Article]) -> Mapping[str, object]:
    return {
        "kind": proposal.kind, "thread": proposal.thread, "other": proposal.other, "articles": list(proposal.articles),
        "confidence": proposal.confidence, "reasons": [asdict(reason) for reason in proposal.reasons],
        "command": _command(proposal, articles),
    }  # fmt: skip


def _storyline_row(proposal: StorylineProposal) -> Mapping[str, object]:
    return {
        "kind": "storyline", "threads": list(proposal.threads), "storyline": proposal.storyline,
        "confidence": proposal.confidence, "names": list(proposal.names),
        "first": proposal.first.isoformat(), "last": proposal.last.isoformat(),
    }  # fmt: skip


def _command(proposal: Proposal, articles: Mapping[str, Article]) -> str | None:
    """Return the command that does what is proposed; of what happened already, and of a doubt alone, there is none."""
    names = " ".join(proposal.articles)
    if proposal.kind == "merge":
        return f"digest thread merge {proposal.thread} {proposal.other}"
    if proposal.kind == "split":
        return f"digest thread split {proposal.thread} {_fresh(articles[proposal.articles[0]])} {names}"
    return f"digest thread move {names} {proposal.other}" if proposal.kind == "border" and proposal.other else None


def _fresh(article: Article) -> str:
    """Return a slug for a thread that begins with an article; its id tells it from the thread that it is taken from."""
    ending = article.id.removeprefix("a")
    return slug(article.slug or article.title, limit=SLUG_LENGTH - len(ending)) + ending


def _lines(proposal: Proposal, articles: Mapping[str, Article]) -> Iterator[str]:
    yield f"{proposal.kind:6s}  {proposal.confidence:.2f}  {_said(proposal, articles)}"
    if proposal.kind == "split":
        yield from (f"{_MARGIN}{_shown(articles[name])}" for name in proposal.articles)
    for reason in proposal.reasons[:1]:
        yield f"{_MARGIN}{reason.article} and {reason.other}: {because(reason)}"
    command = _command(proposal, articles)
    if command:
        yield f"{_MARGIN}> {command}"


def _said(proposal: Proposal, articles: Mapping[str, Article]) -> str:
    count, first = counted(len(proposal.articles), "article"), _shown(articles[proposal.articles[0]])
    return {
        "new": f"{proposal.thread}: {count}",
        "joined": f"{proposal.thread}: {first}",
        "merge": f"{proposal.thread}: with {proposal.other}, {count}",
        "split": f"{proposal.thread}: {count} off",
        "border": f"{proposal.thread}: {first}{f', near {proposal.other}' if proposal.other else ''}",
    }[proposal.kind]


def _shown(article: Article) -> str:
    title = article.title
    return f"{article.id} {title if len(title) <= _WIDTH else f'{title[: _WIDTH - 1]}…'}"


def _storyline_lines(proposal: StorylineProposal) -> Iterable[str]:
    into = proposal.storyline or "a new one"
    days, names = f"{proposal.first} to {proposal.last}", ", ".join(proposal.names)
    threads: Sequence[str] = [f"{_MARGIN}{name}" for name in proposal.threads]
    return (f"storyline  {proposal.confidence:.2f}  {into}: {days}; {names}", *threads)
