"""The graph of a thread's coverage: its bars, and where it has none."""

import pytest

from digest.pages.coverage import BarView, CoverageView, view_coverage


def test_a_bar_stands_for_a_day_and_the_highest_for_most_reports():
    published = ["2031-03-03", "2031-03-04", "2031-03-04", "2031-03-04", "2031-03-04", None, "2031-03-06"]
    assert view_coverage(published) == CoverageView(
        days=1,
        bars=(BarView("2031-03-03", 1), BarView("2031-03-04", 4), BarView("2031-03-06", 1)),
        most=BarView("2031-03-04", 4),
        width=16,
        height=24,
        path="M2 24v-6M6 24v-24M14 24v-6",
    )


def test_one_report_a_day_is_no_wall():
    graph = view_coverage(["2031-03-03", "2031-03-04", "2031-03-05"])
    assert graph is not None
    assert graph.path == "M2 24v-8M6 24v-8M10 24v-8"


@pytest.mark.parametrize(
    "published",
    [
        pytest.param([], id="no report"),
        pytest.param(["2031-03-03", "2031-03-04", "2031-03-04"], id="two days"),
        pytest.param(["2031-03-03", "2031-03-04", None, None], id="two days and undated reports"),
    ],
)
def test_reports_on_fewer_than_three_days_have_none(published):
    assert view_coverage(published) is None


def test_a_thread_of_years_has_bars_of_several_days_each():
    graph = view_coverage(["2031-01-01", "2031-01-06", "2031-01-07", "2031-12-31"])
    assert graph is not None
    assert (graph.days, graph.width) == (7, 212)
    assert graph.bars == (BarView("2031-01-01", 3), BarView("2031-12-31", 1))


def test_all_of_time_is_a_picture_of_at_most_sixty_bars():
    graph = view_coverage(["0001-01-01", "2031-03-04", "9999-12-31"])
    assert graph is not None
    assert graph.width <= 60 * 4
