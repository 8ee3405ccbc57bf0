"""What came since the lock was written, and what the machine would do otherwise today. It proposes; nothing is moved.

Five kinds: new threads; articles that joined a thread; and, by `regroup.py`, threads to merge, articles to split off,
and articles at the border. Each comes with its confidence and with the pairs of articles that say most for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import get_args

from digest.model import Thread
from digest.threads.boilerplate import boilerplate
from digest.threads.kinship import Kinship, describe
from digest.threads.regroup import Finding, Kind, border, merges, splits
from digest.threads.settings import GroupSettings
from digest.threads.ties import Ties, tie

_REASONS = 3  # pairs of articles for each proposal
_EXACT = 3  # decimals of a confidence


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a curator may want to look at: `articles` of `thread`, and the `other` thread that it is about, if any."""

    kind: Kind
    thread: str
    other: str | None  # to go into `thread`, of a merge; near to an article, at the border
    articles: tuple[str, ...]  # that came, that would be split off, at the border; of a merge those of `other`
    confidence: float  # 0..1
    reasons: tuple[Kinship, ...]  # the likeliest pair of articles first


def propose(threads: Sequence[Thread], locked: Mapping[str, str], settings: GroupSettings) -> tuple[Proposal, ...]:
    """Return the proposals by kind, the surest of each kind first.

    `locked` is the slug of each article before this build. It costs what threading all articles anew would.
    """
    ties = tie(threads, settings, locked)
    regrouped = [*merges(ties, settings), *splits(ties, settings)]
    findings = [*_arrived(ties, locked), *regrouped, *border(ties, settings, regrouped)]
    return tuple(sorted(_proposals(ties, findings), key=_rank))


def _rank(proposal: Proposal) -> tuple[int, float, str, str, tuple[str, ...]]:
    kind = get_args(Kind).index(proposal.kind)
    return kind, -proposal.confidence, proposal.thread, proposal.other or "", proposal.articles


def _arrived(ties: Ties, locked: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the threads of which the lock knows nothing, and the articles that joined others."""
    known = frozenset(locked.values())
    for number, thread in enumerate(ties.threads):
        arrived = [article for article in ties.members[number] if ties.articles[article].id not in locked]
        if len(arrived) == len(thread.articles) and thread.slug not in known:
            yield Finding("new", number, None, tuple(arrived), _cohesion(ties, arrived), ties.inside(number))
        elif arrived:
            for article in arrived:
                confidence = ties.hold(article, number)
                yield Finding("joined", number, None, (article,), confidence, ties.links(article, number))


def _cohesion(ties: Ties, articles: Sequence[int]) -> float:
    """Return how well the articles of a thread are linked to the others; of a lone one, how little to any thread."""
    if len(articles) == 1:
        _, other = ties.strongest(articles[0])
        return 1.0 if other is None else 1 - ties.hold(articles[0], other)
    return fsum(ties.hold(article, ties.thread_of[article]) for article in articles) / len(articles)


def _proposals(ties: Ties, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """Yield the findings with names for numbers, and with the words that the likeliest pairs share."""
    best = [sorted(each.links, key=lambda link: (-link.likelihood, link.left, link.right)) for each in findings]
    pairs = dict.fromkeys(link for links in best for link in links[:_REASONS])
    articles = ties.articles
    told = describe(
        ((articles[link.left], articles[link.right], link.likelihood) for link in pairs), boilerplate(articles)
    )
    reasons = dict(zip(pairs, told, strict=True))
    for each, links in zip(findings, best, strict=True):
        yield Proposal(
            each.kind,
            ties.threads[each.thread].slug,
            None if each.other is None else ties.threads[each.other].slug,
            tuple(articles[article].id for article in each.articles),
            round(each.confidence, _EXACT),
            tuple(reasons[link] for link in links[:_REASONS]),
        )
