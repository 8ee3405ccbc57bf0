"""Take out of a page what surely is none of its article, before the extractor weighs the rest.

An extractor judges by the mass of text, so a long box of comments, or a short one of links within the article, can
mislead it. Newsrooms name such boxes for what they are. A name alone proves nothing, though: the whole article may
stand in an element called "share-wrap", or each of its paragraphs be called "story-topic"; so only parts that are small
beside the page, all that share a name together, and without its headline, go.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from digest.articles.web.classnames import name_words
from digest.articles.web.tree import Tree, remove, text_sizes

_UNSEEN = (
    "script", "style", "svg", "noscript", "template", "iframe", "button", "select", "nav", "canvas", "object",
)  # fmt: skip
_NO_ARTICLE = frozenset(
    """
    ad ads advert taboola outbrain cta callout login skip cookie cookies consent breadcrumb breadcrumbs share
    newsletter newsletters author-bio author-box author-info author-card bio biography disclaimer copyright credit
    credits read-more readmore also-like most-read most-popular popular trending recirc recirculation recommend
    recommended recommendation recommendations more-from more-on more-stories more-news more-articles more-like
    hidden visually-hidden sr-only screen-reader offscreen d-none disclosure info-box infobox fact-box factbox facts
    topic topics comment comments caption image-caption
    """.split()
)
_PARTS = (
    "div", "section", "aside", "ul", "ol", "dl", "p", "span", "figure", "figcaption", "footer", "header", "form",
    "details", "article", "blockquote", "table", "h2", "h3", "h4", "h5",
)  # fmt: skip
_LARGEST_PART = 0.3  # of the page's text; a larger one is the page, whatever it is called
_FAR = 12  # elements outwards; a part of the same name that is further away is another one
_COMMENTS = frozenset({"comment", "comments"})  # readers may write more than the newsroom, each of them a little


def prune_unseen(tree: Tree) -> None:
    """Take what no reader sees out of the tree of a page."""
    remove(list(tree.iter(*_UNSEEN)))


def prune(tree: Tree) -> None:
    """Take the parts of a page that are no article out of its tree; the text behind them stays."""
    sizes = text_sizes(tree)
    largest = _LARGEST_PART * sizes[tree]
    small = {each: sizes[each] for each in _named(tree) if sizes[each] < largest and not _holds_headline(each)}
    spared = {word for word, size in _sums(small).items() if size >= largest} - _COMMENTS
    remove([element for element in small if not _calls(element) <= spared])


def _named(tree: Tree) -> Iterator[Tree]:
    return (element for element in tree.iter(*_PARTS) if _calls(element))


def _calls(element: Tree) -> frozenset[str]:
    """Return the words by which an element is called no article."""
    return _NO_ARTICLE & name_words(element)


def _sums(sizes: Mapping[Tree, int]) -> Mapping[str, int]:
    """Return how much text each word calls no article; what stands in another part of that name is counted once."""
    sums: dict[str, int] = defaultdict(int)
    for element, size in sizes.items():
        outer = {word for each in islice(element.iterancestors(), _FAR) if each in sizes for word in _calls(each)}
        for word in _calls(element) - outer:
            sums[word] += size
    return sums


def _holds_headline(element: Tree) -> bool:
    return next(element.iter("h1"), None) is not None
