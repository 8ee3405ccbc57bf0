"""Count in how many documents each word stands: the background frequencies of digest/threads/background.json.

    python bench/count_words.py FILE.jsonl... > digest/threads/background.json

Each FILE has one JSON object a line, with the document in "text", "body" or "gold_body". A young site has no document
frequencies of its own: these make the weights of the first article's words as good as those of the ten thousandth.
"""

import collections
import itertools
import json
import lzma
import sys
from pathlib import Path

from digest.threads.terms import stem
from digest.tools.text import words

LEAST = 6  # documents; rarer words all weigh the same
MOST_WORDS = 20_000
MOST_DOCUMENTS = 400  # of one file, so that no one subject weighs too much


def documents(path: Path):
    with lzma.open(path, "rt", encoding="utf8") as file:
        if path.suffixes[-2:] == [".json", ".xz"]:
            yield from (article["text"] for article in json.load(file)["articles"])
            return
        for line in file:
            row = json.loads(line)
            yield row.get("text") or row.get("body") or row.get("gold_body") or ""


def main() -> None:
    counts: collections.Counter[str] = collections.Counter()
    total = 0
    for name in sorted(sys.argv[1:]):
        long_ones = (text for text in documents(Path(name)) if len(text) > 500)
        for text in itertools.islice(long_ones, MOST_DOCUMENTS):
            total += 1
            counts.update({stem(word) for word in words(text) if word.isalpha() and len(word) > 1})
    frequent = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]
    table = {word: count for word, count in sorted(frequent) if count >= LEAST}
    json.dump({"documents": total, "counts": table}, sys.stdout, ensure_ascii=False, indent=0, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
