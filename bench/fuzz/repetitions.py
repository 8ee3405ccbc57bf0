"""Texts of one thing without end: what a rule that is not linear takes minutes for.

`growth.py` measures how the time grows with their size, `tests/hostile/test_time.py` builds a site of each.
"""

from collections.abc import Callable, Iterator
from itertools import count

REPEATED = {
    "dates": "Monday, January 3, 2025 at 10:00 AM ",
    "dates of many languages": "3. januar 2025 4 février 2024 5 de marzo de 2023 2025年1月3日 ",
    "days of the week": "on Monday ",
    "months": "in May ",
    "figures": "twenty-one hundred 12 million dollars 3.5 % ",
    "credits": "officials said on Friday, ",
    "quotations that never end": "“‘Boats burnt in the harbour ",
    "straight quotation marks": "\"Boats' ",
    "abbreviations": "U.S. Mr. A. B. ",
    "words written as one": "close to no one ",
    "hyphens": "boat-",
    "brackets": "([",
    "capitals": "BOATS BURNT ",
    "names": "Ada Alm ",
    "one letter": "a ",
    "one word": "a",
    "a sentence": "Two boats burnt in the harbour of Alma on Monday. ",
    "paragraphs": "Boats burnt.\n\n",
    "labels": "Author: Ada Alm\n",
    "ideographs": "港で火事があった",
    "Thai": "เรือไหม้ที่ท่าเรือ ",
    "piled accents": "a\u0301\u0327",
    "blanks": " \t",
    "addresses": "https://post.example/a ada@post.example ",
    "quoted lines": "> ",
    "lists": "- ",
    "links": "[a](",
    "emphasis": "*a **b _",
    "tags": "<div><b>boats ",
    "entities": "&amp&#x41;",
}
COUNTED: dict[str, Callable[[int], str]] = {
    "words": lambda number: f"w{number} ",
    "sentences": lambda number: f"The boat b{number} of pier p{number * 7} burnt. ",
    "quotations": lambda number: f"“We saw b{number} burn in p{number * 3},” said Ada Alm. ",
    "tolls": lambda number: f"The death toll has risen to {number}. ",
}


def repetitions(size: int) -> dict[str, str]:
    """Return the texts by what they have without end, each of `size` signs."""
    repeated = {name: unit * (size // len(unit)) for name, unit in REPEATED.items()}
    return repeated | {name: "".join(_until(size, unit)) for name, unit in COUNTED.items()}


def _until(size: int, unit: Callable[[int], str]) -> Iterator[str]:
    for number in count():
        if size <= 0:
            return
        yield unit(number)
        size -= len(unit(number))
