"""What the rules of edits and changes both know: the words of bench/edits.txt, and how one is swapped for another."""

import re
from collections.abc import Callable, Iterator

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
NAMES = "Ada Alm|Omar Lind|Ines Calder|Karin Holt|Lena Roth|Tomas Eder|Dina Marsh|Marek Dov|Jon Berg|Mia Tarn".split(
    "|"
)
PLACES = (
    """Port Amber|Lower Wick|Alma|Selden|Westhaven|Dunmore|Torvik|Brandmoor|Rosmere|Kasra|Hask|Brack|Estoria|Veria
    |Norrland|Pelago|Ukraine|London|Dorn""".replace("\n", "")
    .replace(" |", "|")
    .replace("    ", "")
    .split("|")
)

Rule = Callable[[str, int], Iterator[str]]


def swapped(text: str, one: str, other: str) -> Iterator[str]:
    if re.search(rf"\b{re.escape(one)}\b", text):
        yield re.sub(rf" ?\b{re.escape(one)}\b" if other == "%" else rf"\b{re.escape(one)}\b", other, text, count=1)
