"""What a thread is called: its slug, made once of the article that begins it, and the headline that goes with it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice

from digest.model import Article
from digest.tools.text import SLUG_LENGTH, slug


def wanted_slug(article: Article) -> str:
    """Return what a thread is called that begins with `article`, unless another is called so already."""
    return slug(article.slug or article.title)


def namer(taken: Iterable[str], barred: Mapping[str, Collection[str]]) -> Callable[[Article], str]:
    """Return a function that makes the slug of a new thread of its first article, each slug once.

    No slug is made that is `taken`, nor one that is `barred` for that article.
    """
    used = {*taken}

    def name(article: Article) -> str:
        not_its = barred.get(article.id, ())
        made = next(each for each in _slugs(article) if each not in used and each not in not_its)
        used.add(made)
        return made

    return name


def _slugs(article: Article) -> Iterator[str]:
    """Yield what a thread that begins with `article` may be called, the best first."""
    # The article's id, not a number, tells two of a name apart: a number would depend on which of them came first.
    ending = article.id.removeprefix("a")
    wanted = wanted_slug(article)
    yield wanted
    for more in chain([""], map("-{}".format, count(2))):
        yield slug(wanted, limit=SLUG_LENGTH - len(ending + more)) + ending + more


def title(thread: str, articles: Sequence[Article], foreign: Collection[str]) -> str:
    """Return the headline of the article that gave the thread its slug, else of the first that stands and has one.

    One of an article whose id is in `foreign`, that came by another thread or by hand, only where there is no other.
    """
    if len(articles) == 1:
        return articles[0].title
    standing = [article for article in articles if article.status != "retracted"] or articles
    ranked = sorted(standing, key=lambda each: (not _gave(each, thread), each.id in foreign))
    headlines = [article.title for article in ranked if article.origins.title != "derived"]
    return (headlines or [ranked[0].title])[0]


def _gave(article: Article, thread: str) -> bool:
    """Return whether the thread is called after an article."""
    # With its id only where that stands there: to make a slug takes longer than all else here.
    wanted = 1 if article.id.removeprefix("a") not in thread else 2
    return thread in islice(_slugs(article), wanted)
