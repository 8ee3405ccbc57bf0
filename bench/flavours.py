"""The same article as each generator wants it: its front matter differs, its text does not.

A scrape is the page as text, as a program that knows nothing of pages takes it: menus, buttons, teasers and all.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from invented import CATEGORIES, Article

_MARKS = re.compile(r"^(?:> |## |- )|\*+|\[([^]]*)\]\([^)]*\)", re.MULTILINE)
_BUTTONS = ("Share", "Copy link", "Facebook", "WhatsApp", "Print")
_FOOT = ("About us", "Contact", "Privacy policy", "Terms of use", "Newsletter", "All rights reserved")
_TEASERS = 9


def digest(article: Article) -> str:
    """Return an article for digest, with its thread."""
    return unthreaded(article).replace("\nlead:", f"\nthread: {article.thread}\nlead:", 1)


def unthreaded(article: Article) -> str:
    """Return an article for digest, without its thread."""
    return _yaml(
        article, tags=_listed(article.tags), section=article.category, source=article.outlet, link=article.link,
        lead=f'"{article.lead}"',
    )  # fmt: skip


def hugo(article: Article) -> str:
    """Return an article for Hugo; a thread is a taxonomy."""
    taxonomies = {"categories": _listed([article.category]), "threads": _listed([article.thread])}
    described = f'"{article.lead}"'
    return _yaml(
        article, slug=article.slug, tags=_listed(article.tags), **taxonomies, source=article.outlet,
        description=described,
    )  # fmt: skip


def zola(article: Article) -> str:
    """Return an article for Zola; a thread is a taxonomy."""
    named = {"tags": article.tags, "categories": [article.category], "threads": [article.thread]}
    quoted = {name: _listed(f'"{value}"' for value in values) for name, values in named.items()}
    taxonomies = "\n".join(f"{name} = {values}" for name, values in quoted.items())
    return (
        f'+++\ntitle = "{article.title}"\ndate = {article.published:%Y-%m-%dT%H:%M:%SZ}\nslug = "{article.slug}"\n'
        f'description = "{article.lead}"\n[taxonomies]\n{taxonomies}\n[extra]\nsource = "{article.outlet}"\n+++\n\n'
        f"{article.body}"
    )


def pelican(article: Article) -> str:
    """Return an article for Pelican, which groups by author, tag and category: a thread stands as author."""
    head = {
        "Title": article.title,
        "Date": f"{article.published:%Y-%m-%d %H:%M}",
        "Slug": article.slug,
        "Tags": ", ".join(article.tags),
        "Category": article.category,
        "Author": article.thread,
        "Source": article.outlet,
        "Summary": article.lead,
    }
    return "\n".join(f"{key}: {value}" for key, value in head.items()) + f"\n\n{article.body}"


def eleventy(article: Article) -> str:
    """Return an article for Eleventy; collections are made of threads and categories, as of tags."""
    return _yaml(
        article, tags=_listed(article.tags), category=article.category, thread=article.thread, source=article.outlet,
        description=f'"{article.lead}"',
    )  # fmt: skip


def scrape(article: Article) -> str:
    """Return an article as a naive scrape of about 40 lines; an outlet's pages share most of the rest."""
    others = random.Random(article.slug)
    teasers = [_teaser(others, article.lead) for _ in range(_TEASERS)]
    body = [line for line in plain(article.body).splitlines() if line]
    day = f"{article.published:%B} {article.published.day}, {article.published.year}"
    lines = [f"date {article.published:%Y-%m-%d} {article.category.upper()}", f"{len(body) // 3} MIN READ"]
    lines += [article.title, article.lead, *_BUTTONS, day, *body[:6], f"Related{teasers[0]}", "Recommended", *body[6:]]
    lines += [f"SOURCE:{article.outlet.partition('.')[0].title()}", "Explore", *teasers[1:], *_foot(article)]
    return "\n".join(lines) + "\n"


def plain(body: str) -> str:
    """Return Markdown as the text that is read.

    >>> plain("> It [was so](https://post.example/1) in *Alma*.")
    'It was so in Alma.'
    """
    return _MARKS.sub(lambda found: found[1] or "", body)


FLAVOURS: Mapping[str, Callable[[Article], str]] = MappingProxyType(
    {
        "digest": digest,
        "unthreaded": unthreaded,
        "scrape": scrape,
        "hugo": hugo,
        "pelican": pelican,
        "mkdocs": eleventy,  # MkDocs takes any keys
        "eleventy": eleventy,
        "zola": zola,
    }
)


def _yaml(article: Article, **keys: str) -> str:
    head = {"title": f'"{article.title}"', "date": f"{article.published:%Y-%m-%dT%H:%M:%SZ}", **keys}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + f"---\n\n{article.body}"


def _listed(words: Iterable[str]) -> str:
    return f"[{', '.join(words)}]"


def _teaser(draw: random.Random, words: str) -> str:
    return " ".join(draw.sample(words.removesuffix(".").split(), k=8)).capitalize()


def _foot(article: Article) -> tuple[str, ...]:
    return (*(name.title() for name in CATEGORIES), *_FOOT, f"© 2021 {article.outlet}")
