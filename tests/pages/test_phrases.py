"""What templates say again and again is made once, and is what it would be if it were made anew."""

import pytest
from markupsafe import Markup

from digest.pages.phrases import Once, counted, filled, spoken


class Noted:
    """A function that notes what it was asked."""

    def __init__(self, say):
        self.say, self.asked = say, []

    def __call__(self, *given, **words):
        self.asked.append((given, words))
        return self.say(*given, **words)


class Thing:
    """Something that is equal to all of its kind, and is another one nevertheless."""

    def __eq__(self, other):
        return isinstance(other, Thing)

    def __hash__(self):
        return 1


class TestAMacro:
    @pytest.mark.parametrize(
        ("first", "second", "times"),
        [
            pytest.param(("Alma",), ("Al" + "ma",), 1, id="of equal words is made once"),
            pytest.param(("Alma",), ("Amber",), 2, id="of other words is made anew"),
            pytest.param((None,), (None,), 1, id="of nothing is made once"),
            pytest.param((True,), (1,), 2, id="of what is only equal is made anew"),
            pytest.param(("Alma", True), ("Alma", False), 2, id="of another thing in second place is made anew"),
        ],
    )
    def test_once(self, first, second, times):
        once, macro = Once(), Noted(lambda *things: f"<b>{things}</b>")
        assert [once(macro, *first), once(macro, *second)] == [f"<b>{first}</b>", f"<b>{second}</b>"]
        assert len(macro.asked) == times

    def test_is_made_once_of_one_object_and_anew_of_its_equal(self):
        once, macro, thing = Once(), Noted(id), Thing()
        other = Thing()
        assert [once(macro, thing), once(macro, thing), once(macro, other)] == [id(thing), id(thing), id(other)]
        assert len(macro.asked) == 2

    def test_that_is_another_one_makes_its_own(self):
        once, thing = Once(), Thing()
        card, line = (lambda _: "card"), (lambda _: "line")
        assert [once(card, thing), once(line, thing)] == ["card", "line"]

    def test_of_an_object_that_is_gone_is_never_taken_for_that_of_one_in_its_place(self):
        once, place = Once(), iter(range(1000))

        def of_one_that_is_gone():
            return once(lambda number: number[0], [next(place)])

        assert [of_one_that_is_gone() for _ in range(1000)] == list(range(1000))

    def test_is_made_anew_after_all_was_forgotten(self):
        once, macro = Once(), Noted(str)
        once(macro, "Alma")
        once.forget()
        once(macro, "Alma")
        assert len(macro.asked) == 2


class TestWords:
    def test_are_looked_up_once(self):
        gettext = Noted(str.upper)
        say = spoken(gettext)
        assert [say("Sources"), say("Sources"), say("Tags")] == ["SOURCES", "SOURCES", "TAGS"]
        assert gettext.asked == [(("Sources",), {}), (("Tags",), {})]

    def test_are_filled_in_each_time(self):
        gettext = Noted(str)
        say = spoken(gettext)
        assert [say("in %(text)s", text=name) for name in ("Alma", "A & B")] == ["in Alma", "in A &amp; B"]
        assert len(gettext.asked) == 1

    def test_that_lack_what_they_are_to_be_filled_with_are_an_error_each_time(self):
        say = spoken(str)
        for _ in range(2):
            with pytest.raises(KeyError, match="text"):
                say("in %(text)s")

    def test_with_a_number_are_looked_up_once_for_each_number(self):
        ngettext = Noted(lambda one, many, count: one if count == 1 else many)
        say = counted(ngettext, "de")
        said = [say("%(num)s Meldung", "%(num)s Meldungen", count) for count in (1, 12345, 1, 12345)]
        assert said == ["1 Meldung", "12.345 Meldungen"] * 2
        assert len(ngettext.asked) == 2

    def test_with_a_number_are_filled_in_each_time(self):
        say = counted(lambda one, many, count: one if count == 1 else many, "en")
        said = [say("%(num)s on %(day)s", "%(num)s since %(day)s", 2000, day=day) for day in ("Friday", "Sunday")]
        assert said == ["2,000 since Friday", "2,000 since Sunday"]

    @pytest.mark.parametrize(
        ("form", "words"),
        [
            pytest.param("<b>%(who)s</b>", {"who": "A & B"}, id="a text is escaped"),
            pytest.param("%(who)s", {"who": Markup("<i>A</i>")}, id="HTML is not"),
            pytest.param("%(num)s, 100 %%", {"num": 3}, id="a number, and a sign of per cent"),
            pytest.param("%(num)d", {"num": "3"}, id="a text taken for a number"),
            pytest.param("%(who)r", {"who": "<A>"}, id="another form"),
            pytest.param("%(who)-5s|", {"who": "<A>"}, id="a form with a width"),
            pytest.param("%(who)s", {"who": None}, id="what is no text"),
            pytest.param("%(who)s", {"who": ["<A>"]}, id="a list"),
            pytest.param("%(who)s", {"who": "A", "more": object()}, id="more than is asked for"),
        ],
    )
    def test_are_filled_in_as_markup_fills_them_in(self, form, words):
        assert filled(Markup(form), words) == Markup(form) % words
        assert type(filled(Markup(form), words)) is Markup
