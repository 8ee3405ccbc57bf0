"""Which article or thread a curator's file means, and what is to be said where it means none, or more than one."""

from collections import defaultdict
from collections.abc import Iterable

from digest.errors import Fault
from digest.model import Article, Reference

_ARTICLE = "Write an article's id, path or file name; `digest list articles` shows them"


class References:
    """Finds articles by id, by path, or by a file name that is one article's alone, and gathers what was not found."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.faults: list[Fault] = []
        # In the order in which a name is looked up: an exact path is never taken for a file of that name elsewhere.
        self._names: tuple[dict[str, set[str]], ...] = tuple(defaultdict(set) for _ in range(4))
        for article in articles:
            below = article.path.partition("content/articles/")[2]
            for names, name in zip(
                self._names, (article.id, article.path, below, article.path.rsplit("/", 1)[-1]), strict=True
            ):
                names[name].add(article.id)

    def ids(self, references: Iterable[Reference]) -> list[str]:
        """Return the ids of the articles that are meant; what means none, or several, is a fault."""
        return [article for _, article in self.each(references)]

    def each(self, references: Iterable[Reference]) -> list[tuple[Reference, str]]:
        """Return the references that mean an article, with its id; what means none, or several, is a fault."""
        return [(reference, article) for reference in references if (article := self._id(reference))]

    def report(self, reference: Reference, what: str, mend: str, rule: str = "contradiction") -> None:
        """Note what is wrong with a reference."""
        self.faults.append(Fault(reference.path, reference.line, what, mend, rule=rule))

    def _id(self, reference: Reference) -> str | None:
        found = next((names[reference.name] for names in self._names if names.get(reference.name)), set())
        shown = reference.name[:80]
        if not found:
            self.report(reference, f'there is no article "{shown}"', _ARTICLE, "dangling-word")
        elif len(found) > 1:
            what = f'"{shown}" means {", ".join(sorted(found))}'
            self.report(reference, what, "Write the id of the one you mean", "dangling-word")
        return min(found) if len(found) == 1 else None
