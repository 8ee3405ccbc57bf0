"""Measure what a build costs: cold, with nothing changed, with one article changed.

    python bench/build.py [ARTICLES]

Prints the CPU seconds (user and system, of the whole process) of each. The articles are made up from a fixed seed.
"""

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLES = 500
_PLACES = "Alma Bergen Cove Dorn Elm Ferrol Grove Harbour Isle Junction".split()
_THINGS = "bridge ferry harbour market mill quay reservoir school station tower".split()
_DEEDS = "burnt closed collapsed flooded opened reopened shut sank stopped struck".split()


def article(number: int) -> str:
    """Return the text of a fictional article; eight tell of one event."""
    event, words = random.Random(number // 8), random.Random(number)
    place, thing, deed = event.choice(_PLACES), event.choice(_THINGS), event.choice(_DEEDS)
    day = f"2026-{1 + event.randrange(12):02d}-{1 + event.randrange(27):02d}"
    sentences = [
        f"The {thing} of {place} {deed} on Monday, officials said in a report with number {event.randrange(999)}."
    ]
    sentences += [" ".join(words.choices(_THINGS + _DEEDS + _PLACES, k=18)).capitalize() + "." for _ in range(25)]
    paragraphs = "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))
    return f"---\ntitle: {place} {thing} {deed} {number}\ndate: {day}\n---\n\n{paragraphs}\n"


def cost(folder: Path) -> float:
    """Return the CPU seconds of one build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "digest", "-q", "-C", str(folder), "build"], check=True, stderr=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else ARTICLES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "content" / "articles"
        articles.mkdir(parents=True)
        (folder / "digest.yaml").write_text("title: Bench\nbase_url: https://example.org/\n")
        for number in range(count):
            (articles / f"{number:06d}.md").write_text(article(number))
        print(f"{count} articles, CPU seconds")
        print(f"cold             {cost(folder):8.2f}")
        print(f"nothing changed  {cost(folder):8.2f}")
        with (articles / "000000.md").open("a") as file:
            file.write("\nOne more sentence was added.\n")
        print(f"one changed      {cost(folder):8.2f}")


if __name__ == "__main__":
    main()
