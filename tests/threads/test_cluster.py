"""Clusters of what is linked: the best first, never two that have a name, and no chain of weak links."""

from itertools import combinations

from digest.threads.cluster import Cluster, agglomerate, nearest
from digest.tools.arrays import numpy


def clusters(links: dict[str, float], names: dict[str, str] | None = None, barred: dict[str, str] | None = None):
    """Return a cluster for each letter in `links`, whose keys are pairs of letters, linked so."""
    letters = sorted({letter for pair in links for letter in pair})
    number = {letter: index for index, letter in enumerate(letters)}
    found = []
    for letter in letters:
        name = (names or {}).get(letter)
        bars = frozenset((barred or {}).get(letter, "").split())
        found.append(Cluster([number[letter]], name, frozenset([name] if name else ()), bars))
    for (one, other), link in links.items():
        found[number[one]].links[number[other]] = found[number[other]].links[number[one]] = link
    return found


def together(found: list[Cluster]) -> set[str]:
    return {"".join(sorted("abcdefghijklmnopqrstuvwxyz"[item] for item in cluster.items)) for cluster in found}


class TestAgglomerate:
    def test_joins_what_is_linked_well_enough(self):
        assert together(agglomerate(clusters({"ab": 0.9, "bc": 0.2, "cd": 0.5}), 0.4)) == {"ab", "cd"}

    def test_takes_the_best_link_first_and_asks_the_mean_of_the_others(self):
        # b is nearer to c than to a; with c it is no longer near enough to a, whose link to c is unknown.
        assert together(agglomerate(clusters({"ab": 0.6, "bc": 0.9}), 0.4)) == {"a", "bc"}

    def test_asks_no_item_for_more_than_a_few_links(self):
        story = {"".join(pair): 0.9 for pair in combinations("abcdefgh", 2)}
        late = {f"{letter}z": 0.9 for letter in "abcd"}
        assert together(agglomerate(clusters({**story, **late}), 0.6)) == {"abcdefghi"}

    def test_never_joins_two_that_have_a_name(self):
        found = agglomerate(clusters({"ab": 1.0, "bc": 0.9}, names={"a": "fire", "b": "flood"}), 0.1)
        assert {(cluster.name, tuple(cluster.items)) for cluster in found} == {("fire", (0,)), ("flood", (1, 2))}

    def test_gives_nothing_a_name_that_it_is_barred_from(self):
        found = agglomerate(clusters({"ab": 1.0, "bc": 0.9}, names={"a": "fire"}, barred={"b": "fire"}), 0.1)
        assert together(found) == {"a", "bc"}

    def test_bars_all_of_a_cluster_for_one_of_it(self):
        found = agglomerate(clusters({"ab": 0.5, "bc": 0.9}, names={"a": "fire"}, barred={"c": "fire"}), 0.1)
        assert together(found) == {"a", "bc"}

    def test_of_equal_links_takes_the_first(self):
        assert together(agglomerate(clusters({"ab": 0.8, "bc": 0.8}), 0.5)) == {"ab", "c"}


class TestNearest:
    def test_keeps_a_link_that_is_among_the_ten_best_of_one_end(self):
        np = numpy()
        left, right = np.zeros(12, dtype=int), np.arange(1, 13)
        weights = np.linspace(0.9, 0.1, 12)
        assert nearest(left, right, weights, 13).all()  # each is the best of its right end

    def test_drops_one_that_is_among_the_best_of_neither(self):
        np = numpy()
        pairs = [(0, other) for other in range(2, 13)] + [(1, other) for other in range(2, 13)] + [(0, 1)]
        left, right = np.array(pairs).T
        weights = np.array([0.9] * 22 + [0.1])
        assert nearest(left, right, weights, 13).tolist() == [True] * 22 + [False]
