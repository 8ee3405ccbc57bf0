"""Measure how well repeats are told from updates: precision, recall, and figures that changed and were folded.

    python bench/edits.py [--wrong] [--all]

Each line of bench/edits.txt is a sentence of invented news and another that says the same. From them rules make
edited sentences (still the same fact) and changed ones (another fact). The rules know several vocabularies, so that the
guards cannot learn the set; every third sentence is held out: look at the others while tuning. `--wrong` prints what
came out wrong of the others, `--all` of the held-out ones too.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from edit_changes import CHANGES
from edit_rules import EDITS, SAID, credit_added, credit_dropped, shortened

from digest.model import Mark
from digest.stories.dedupe import Candidate, DedupeSettings, dedupe

BASE = Path(__file__).with_suffix(".txt")
EXAMPLES = 6  # of each kind that `--wrong` prints


def pairs(text: str, retold: str, number: int) -> Iterator[tuple[str, bool, str, str]]:
    """Yield the kind, whether it is the same fact, and two sentences."""
    yield "reworded", True, text, retold
    for rule in EDITS:
        yield from ((rule.__name__, True, text, edited) for edited in rule(text, number) if edited != text)
    for edited in (*shortened(retold, number), *credit_added(retold, number)):
        yield "reworded and cut or credited", True, text, edited
    for rule in CHANGES:
        for changed in rule(text, number):
            if changed != text:
                yield rule.__name__, False, text, changed
                cut = next(iter((*shortened(changed, number), *credit_dropped(changed, number))), None)
                # What was changed may be in the part that was cut.
                if cut and cut.rstrip(".") not in text:
                    yield f"{rule.__name__}, and cut", False, text, cut
                if SAID.sub(".", changed) != SAID.sub(".", text):
                    yield f"{rule.__name__}, and credited", False, text, next(credit_added(changed, number))


def is_folded(one: str, other: str) -> bool:
    candidates = [Candidate(text, Mark(name, 0), None, 1.0, ("", name, 0)) for name, text in (("a", one), ("b", other))]
    return len(dedupe(candidates, DedupeSettings())) == 1


def report(name: str, cases: list[tuple[str, bool, str, str]], *, show: bool) -> None:
    total: Counter[tuple[str, bool]] = Counter((kind, same) for kind, same, _, _ in cases)
    folded = {case: is_folded(case[2], case[3]) for case in cases}
    right: Counter[tuple[str, bool]] = Counter()
    shown: Counter[str] = Counter()
    for case in cases:
        kind, same, one, other = case
        right[kind, same] += folded[case] == same
        if show and folded[case] != same and shown[kind] < EXAMPLES:
            shown[kind] += 1
            print(f"{kind}:\n    {one}\n    {other}")
    found = [case for case in cases if folded[case]]
    true = sum(case[1] for case in found)
    figures = [case for case in cases if case[0].startswith(("another_figure", "bound", "bounded"))]
    print(f"{name}: {sum(case[1] for case in cases)} edited, {sum(not case[1] for case in cases)} changed")
    print(f"  precision {true / len(found):.3f}  recall {true / sum(case[1] for case in cases):.3f}", end="  ")
    print(f"changed figures folded {sum(folded[case] for case in figures) / len(figures):.4f}")
    for (kind, same), count in sorted(total.items(), key=lambda pair: (not pair[0][1], pair[0][0])):
        print(f"    {'same ' if same else 'other'}  {kind:34} {right[kind, same]:4d} of {count:4d} right")


def main() -> None:
    rows = [line.split(" | ") for line in BASE.read_text(encoding="utf8").splitlines()]
    cases = [list(dict.fromkeys(pairs(text, retold, number))) for number, (text, retold) in enumerate(rows)]
    tuned = [case for number, each in enumerate(cases) for case in each if number % 3]
    report("tuned on", tuned, show="--wrong" in sys.argv or "--all" in sys.argv)
    held = [case for number, each in enumerate(cases) for case in each if not number % 3]
    report("held out", held, show="--all" in sys.argv)


if __name__ == "__main__":
    main()
