"""Measure what it costs to tell one thread of 1,500 articles: for the first time, and after one more article.

    python bench/longthread.py [ARTICLES]

Prints CPU seconds, each of a process of its own, without the time to make the articles. They have twenty sentences
each, made up from a fixed seed of words as unequally common as those of a language (Zipf), and one in ten is told
again by another article.
"""

import gc
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from digest.model import Article, Origins, Sentence, Thread, ThreadWord, When
from digest.stories.settings import StorySettings
from digest.stories.tell import tell
from digest.tools.cache import Cache
from digest.tools.means import Means

ARTICLES = 1_500
_SENTENCES = 20
_WORDS = 8_000  # different ones, of which about half are met
_TOLD_AGAIN = 0.1
_A_DAY = 5  # articles
_PARTS = "ba de fi go hu ka le mi no pu ra se ti vo wu za".split()


def _word(number: int) -> str:
    parts = []
    while not parts or number:
        number, rest = divmod(number, len(_PARTS))
        parts.append(_PARTS[rest])
    return "".join(parts) + "n"


def _thread(count: int) -> Thread:
    draw = random.Random(1)
    words = [_word(number) for number in range(_WORDS)]
    weights = [1 / (rank + 3) for rank in range(_WORDS)]
    told: list[str] = []
    articles = []
    for number in range(count):
        texts = []
        for _ in range(_SENTENCES):
            length = draw.randint(8, 30)
            fresh = " ".join(draw.choices(words, weights, k=length)).capitalize() + f" on pier {draw.randrange(99)}."
            texts.append(draw.choice(told) if told and draw.random() < _TOLD_AGAIN else fresh)
        told += texts[:1]
        articles.append(_article(number, texts, date(2031, 1, 1) + timedelta(number // _A_DAY)))
    return Thread("long", "A long thread", tuple(articles), ThreadWord("long"))


def _article(number: int, texts: list[str], day: date) -> Article:
    when = When(day.isoformat(), "day", "published")
    return Article(
        f"a-{number:010x}", f"{number}.md", f"Headline {number}", day, None, (), "post", None, None, "en", None, None,
        (), None, None, "published", "excerpt", Origins("front-matter"), ("",),
        tuple(Sentence(text, 0, when) for text in texts), (),
    )  # fmt: skip


def _tell(count: int, file: str) -> None:
    """Tell the thread, and print the CPU seconds."""
    thread = _thread(count)
    gc.set_threshold(100_000)  # as the command does
    begin = time.process_time()
    tell([thread], {}, StorySettings(), Means(Cache(Path(file))))
    print(f"{time.process_time() - begin:.2f}")


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        print(f"{count} articles of {_SENTENCES} sentences, CPU seconds")
        for name, articles in (("first", count), ("one more", count + 1), ("the same", count + 1)):
            command = [sys.executable, __file__, str(articles), f"{folder}/results.sqlite"]
            print(f"{name:10}{subprocess.run(command, check=True, capture_output=True, text=True).stdout:>8}", end="")


if __name__ == "__main__":
    _tell(int(sys.argv[1]), sys.argv[2]) if len(sys.argv) > 2 else main()
