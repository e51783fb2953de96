"""Coverages are merged in any order, and what is shown of one is all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.coverage.views import CoverageView

OPERATIONS = ["add_calling_numbers", "add_outbound_numbers"]
LABELS = ["0200006", "HTTP 503", "reset", "<b>"]
COUNTS = st.integers(1, 1_000_000)


@st.composite
def coverages(draw: st.DrawFn) -> CoverageView:
    points = draw(st.dictionaries(st.sampled_from(list(POINTS)), COUNTS, max_size=6))
    labels = st.dictionaries(st.sampled_from(LABELS), COUNTS, min_size=1, max_size=3)
    injected = draw(st.dictionaries(st.sampled_from(OPERATIONS), labels))
    return CoverageView(points=points, injected=injected)


def merged(*views: CoverageView) -> CoverageView:
    whole = Coverage()
    for view in views:
        whole.merge(Coverage.of(view))
    return whole.view()


@given(coverages(), coverages(), coverages())
def test_merging_is_commutative_and_associative(one: CoverageView, two: CoverageView, three: CoverageView) -> None:
    assert merged(one, two) == merged(two, one)
    assert merged(merged(one, two), three) == merged(one, merged(two, three)) == merged(three, one, two)


@given(coverages(), coverages())
def test_counts_are_sums_and_the_points_met_a_union(one: CoverageView, two: CoverageView) -> None:
    both = merged(one, two)
    assert set(both.points) == {*one.points, *two.points}
    assert all(count == one.points.get(each, 0) + two.points.get(each, 0) for each, count in both.points.items())
    assert set(merged(one, one).points) == set(one.points)
    assert merged(one, CoverageView()) == merged(one)


@given(coverages(), coverages())
def test_what_was_counted_since_is_the_rest(before: CoverageView, more: CoverageView) -> None:
    assert Coverage.of(merged(before, more)).since(Coverage.of(before)).view() == merged(more)


@given(coverages())
def test_what_is_shown_is_all(view: CoverageView) -> None:
    shown = Coverage.of(view).view()
    assert (shown.points, shown.injected, shown.version) == (view.points, view.injected, 1)
    assert sorted([*shown.points, *shown.missed]) == sorted(POINTS)
    assert Coverage.of(CoverageView.model_validate_json(shown.model_dump_json())).view() == shown


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"points": {"ON-PACE:att": 1}}, "ON-PACE:att is no point of coverage; the nearest is ON-PACE:at"),
        ({"points": {"!": 1}}, "! is no point of coverage"),
        ({"points": {"ON-PACE": 0}}, "greater than or equal to 1"),
        ({"points": {"ON-PACE": "1"}}, "valid integer"),
        ({"injected": {"add": {}}}, "add is no operation: add_calling_numbers or add_outbound_numbers"),
        ({"version": 2}, "Input should be 1"),
        ({"x": 1}, "Extra inputs"),
    ],
)
def test_what_cannot_have_been_shown_is_refused(said: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        CoverageView.model_validate(said)
