"""Which sentences tell a story at a glance, and a day first."""

import math

from digest.model import Difference, Mark, Repeat, Told, When
from digest.stories.summarise import best_first, centroid, score, summarise

FIRE = "Six boats burnt in the old harbour of Port Amber overnight."
BRIGADE = "The fire brigade fought the boats' flames in the harbour until dawn."
REGATTA = "The regatta of the upper school was called off for want of wind."
SHE = "She said that boats in the harbour of Port Amber burnt overnight."


def told(text: str, number: int = 0, *, article: str = "a", repeats: int = 0) -> Told:
    return Told(
        text, Mark(article, number), None, tuple(Repeat(text, Mark(f"r{each}", 0), 1.0) for each in range(repeats))
    )


def test_the_summary_has_what_the_reports_share_in_the_order_of_the_telling():
    sentences = [told(BRIGADE, 0), told(REGATTA, 1), told(FIRE, 2)]
    assert summarise(sentences, centroid(sentences), most=2) == (sentences[0], sentences[2])


def test_the_summary_has_no_more_than_there_is_to_say_and_nothing_that_does_not_stand_alone():
    sentences = [told(SHE, 0), told(FIRE, 1)]
    assert summarise(sentences, centroid(sentences), most=4) == (sentences[1],)
    assert summarise([], {}, most=4) == ()


def test_what_many_reports_carried_comes_first():
    sentences = [told(FIRE, 0, article="a"), told(FIRE.replace("Six", "Seven"), 0, article="b", repeats=5)]
    assert best_first(sentences, centroid(sentences)) == (sentences[1], sentences[0])


def test_what_repeats_the_first_comes_after_what_is_new():
    boats = [told(FIRE, 0), told("Six boats burnt in the harbour of Port Amber.", 1)]
    ferries = [
        told("Ferries and police left the quay before dawn.", 2),
        told("Ferries and police left the quay at dawn.", 3),
    ]
    sentences = [*boats, *ferries]
    order = best_first(sentences, centroid(sentences))
    assert [each in boats for each in order] == [True, False, True, False]


def test_what_leans_on_another_sentence_comes_after_all_that_stands_alone():
    sentences = [told(SHE, 0, repeats=9), told(REGATTA, 1), told(FIRE, 2)]
    assert best_first(sentences, centroid(sentences)) == (sentences[2], sentences[1], sentences[0])


def test_a_day_is_told_by_what_its_weights_say_wherever_that_stands_in_a_report():
    sentences = [told(REGATTA, 0), told(FIRE, 30)]
    assert best_first(sentences, {"boat": 1.0, "burnt": 1.0}) == (sentences[1], sentences[0])


def test_a_summary_prefers_what_stands_early_in_a_report():
    sentences = [told(FIRE.replace("Six", "Nine"), 30), told(FIRE, 0)]
    assert summarise(sentences, {"boat": 1.0, "burnt": 1.0}, most=1) == (sentences[1],)


def on(day: int, sentence: Told) -> Told:
    return sentence._replace(when=When(f"2031-03-{day:02}", "day", "published"))


def test_a_summary_prefers_what_happened_to_what_was_said():
    quotation = told('"Six boats burnt in the old harbour of Port Amber overnight," the mayor said.', 0)
    sentences = [quotation, told(FIRE, 9)]
    assert summarise(sentences, {"boat": 1.0, "burnt": 1.0}, most=1) == (sentences[1],)


def test_a_summary_passes_over_a_scene():
    scene = "Blankets and tea for the boats' crews: the hall of Port Amber burnt every log overnight."
    sentences = [told(scene, 0), told(FIRE, 9)]
    assert summarise(sentences, {"boat": 1.0, "burnt": 1.0, "crew": 0.5}, most=1) == (sentences[1],)


def test_a_summary_tells_how_things_stand_at_the_end():
    sentences = [on(3, told(FIRE, 0)), on(3, told(BRIGADE, 1)), on(4, told(FIRE.replace("old", "new"), 2))]
    sentences.append(on(9, told(REGATTA, 3)))
    assert summarise(sentences, centroid(sentences), most=3) == (sentences[0], sentences[2], sentences[3])


def test_the_evening_before_the_last_day_is_of_the_end_too():
    sentences = [on(3, told(FIRE, 0)), on(3, told(BRIGADE, 1)), on(3, told(FIRE.replace("old", "new"), 2))]
    sentences += [
        on(8, told("The boats of Port Amber came home to the harbour on Tuesday.", 3)),
        on(9, told(REGATTA, 4)),
    ]
    assert summarise(sentences, centroid(sentences), most=3) == (sentences[0], sentences[2], sentences[3])


def test_a_summary_tells_the_figure_that_was_given_anew_last_and_not_the_one_before():
    earlier = on(3, told("Two sailors died in the fire in the harbour of Port Amber.", 0, article="a"))
    six = "The death toll of the fire has risen to six sailors."
    update = Difference(earlier.text, earlier.mark, ("6",), ("2",), since="earlier")
    later = on(5, told(six, 1, article="b"))._replace(differs=(update,))
    sentences = [earlier, on(3, told(FIRE, 1)), on(4, told(BRIGADE, 2)), later, on(9, told(REGATTA, 4))]
    assert summarise(sentences, centroid(sentences), most=3) == (sentences[1], later, sentences[4])


def test_the_figure_that_was_given_anew_may_be_what_is_set_beside_the_one_before():
    six = on(5, told("The death toll of the fire has risen to six sailors.", 1, article="b"))
    update = Difference(six.text, six.mark, ("2",), ("6",), since="later")
    two = on(3, told("Two sailors died in the fire in the harbour of Port Amber.", 0))._replace(differs=(update,))
    sentences = [two, on(3, told(FIRE, 1)), on(4, told(BRIGADE, 2)), six, on(9, told(REGATTA, 4))]
    assert summarise(sentences, centroid(sentences), most=3) == (sentences[1], six, sentences[4])


WILL = "The council of Port Amber will vote on the boats' harbour on 14 March."


def named(day: int, sentence: Told) -> Told:
    return sentence._replace(when=When(f"2031-03-{day:02}", "day", "resolved", "then"))


def test_a_plan_counts_less_once_more_is_told_than_its_day():
    weights = {"council": 2.0, "vote": 2.0, "boat": 1.0, "burnt": 1.0, "harbour": 1.0}
    plan, fire, end = named(4, told(WILL, 0)), named(3, told(FIRE, 9)), named(9, told(REGATTA, 20))
    assert summarise([plan, fire], weights, most=1) == (plan,)
    assert summarise([plan, fire, end], weights, most=1) == (fire,)


def test_a_summary_has_the_event_though_its_words_are_seldom():
    weights = {"boat": 1.0, "burnt": 1.0, "harbour": 1.0, "amber": 1.0, "port": 1.0}
    fires = [on(3, told(FIRE.replace("Six", each), number)) for number, each in enumerate(("Six", "Seven", "Nine"))]
    ban = on(3, told("Parliament forbade all farming of salmon in the lake of Alma.", 8))
    sentences = [*fires, ban, on(9, told(BRIGADE, 9))]
    assert ban not in summarise(sentences, weights, most=3)
    assert ban in summarise(sentences, weights, 3, {ban.mark})


def test_what_was_announced_for_a_day_comes_after_what_was_reported_and_before_what_leans():
    sentences = [told(WILL, 0), told(FIRE, 1), told(SHE, 2)]
    weights = {"council": 9.0, "boat": 1.0}
    assert best_first(sentences, weights) == (sentences[0], sentences[1], sentences[2])
    assert best_first(sentences, weights, {sentences[0].mark}) == (sentences[1], sentences[0], sentences[2])


def test_a_word_that_several_articles_have_weighs_more_than_one_that_an_article_repeats():
    sentences = [told("Boats burnt.", 0), told("Boats sank, and a quay burnt.", 1), told("Quays sank.", 0, article="b")]
    weights = centroid(sentences)
    assert weights["quay"] > weights["boat"] == weights["burnt"]


def test_the_order_is_the_same_whatever_order_the_sentences_come_in():
    sentences = [told(text, number) for number, text in enumerate([FIRE, BRIGADE, REGATTA, SHE] * 5)]
    weights = centroid(sentences)
    assert best_first(sentences[::-1], weights) == best_first(sentences, weights)


def test_a_score_does_not_depend_on_the_order_in_which_a_set_gives_its_words():
    large = {"boat": 1e17, "harbour": -1e17}
    small = "amber brigade calder ferry gravel mayor quay regatta school town".split()
    text = f"boat harbour {' '.join(small)}"
    assert score(told(text), large | dict.fromkeys(small, 1.0)) == 10 / math.sqrt(12 + 7)


def test_no_sentence_is_lost():
    sentences = [told(f"{number} boats burnt in the harbour of Port Amber.", number) for number in range(40)]
    assert sorted(best_first(sentences, centroid(sentences)), key=lambda each: each.mark) == sentences
