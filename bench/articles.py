"""Write invented articles, the same ones for each generator, as files.

    python bench/articles.py FLAVOUR COUNT FOLDER [--seed NUMBER]

Each has 4.5 kB: 400 to 600 words in ten paragraphs, with a quote, a list, a subheading and six links. They come from 40
outlets, have 3 of 60 tags each, and tell of an eighth as many threads, 40 a day.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from flavours import FLAVOURS
from invented import SEED, articles


def write(flavour: str, count: int, folder: Path, seed: int = SEED) -> None:
    """Write so many articles into the folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles(count, seed):
        path = folder / f"{article.slug}{suffix(flavour)}"
        path.write_text(FLAVOURS[flavour](article), encoding="utf-8")
    if flavour == "mkdocs":
        _write_threads(count, folder, seed)


def suffix(flavour: str) -> str:
    """Return how the names of a flavour's files end."""
    return ".txt" if flavour == "scrape" else ".md"


def _write_threads(count: int, folder: Path, seed: int) -> None:
    """Write a page of links for each thread: MkDocs groups nothing by itself."""
    threads: dict[str, list[str]] = defaultdict(list)
    for article in articles(count, seed):
        threads[article.thread].append(f"- [{article.title}](../{article.slug}.md) {article.published:%Y-%m-%d}\n")
    (folder / "threads").mkdir(exist_ok=True)
    (folder / "index.md").write_text("".join(f"- [{slug}](threads/{slug}.md)\n" for slug in sorted(threads)))
    for slug, lines in threads.items():
        (folder / f"threads/{slug}.md").write_text(f"# {slug}\n\n{''.join(lines)}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write invented articles.")
    parser.add_argument("flavour", choices=FLAVOURS)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    write(given.flavour, given.count, given.folder, given.seed)


if __name__ == "__main__":
    main()
