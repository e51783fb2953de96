"""Chance is told by a seed number and a count alone."""

from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.engine.chance import draw, draw_normal

ANY = st.integers(-(2**70), 2**70)


@pytest.mark.parametrize(
    ("seed", "number", "expected"),
    [
        (0, 0, 0.28176129772258496),
        (0, 1, 0.6524484863740322),
        (0, -1, 0.9701714704688417),
        (1, 1, 0.36818951565166946),
        (7, 1, 0.7215081806049702),
        (7, 2, 0.6497043364684557),
        (7, 1000000, 0.036760518841355894),
        (9223372036854775807, 1, 0.41323623306268253),
    ],
)
def test_the_same_is_drawn_today_and_in_every_release_to_come(seed: int, number: int, expected: float) -> None:
    assert draw(seed, number) == expected


def test_the_order_in_which_it_is_drawn_does_not_matter() -> None:
    forwards = [draw(7, number) for number in range(100)]
    assert [draw(7, number) for number in reversed(range(100))] == forwards[::-1]


@given(ANY, ANY)
def test_it_is_at_least_0_and_less_than_1(seed: int, number: int) -> None:
    assert 0 <= draw(seed, number) < 1


@pytest.mark.parametrize("seed", [0, 1, 2, 2**63 - 1])
def test_every_tenth_of_the_range_is_as_likely_as_another(seed: int) -> None:
    tenths = [int(draw(seed, number) * 10) for number in range(1, 10_001)]
    assert all(900 < tenths.count(tenth) < 1100 for tenth in range(10))


def test_neighbouring_seeds_have_nothing_in_common() -> None:
    rows = [[draw(seed, number) for number in range(-50, 50)] for seed in range(50)]
    assert len({drawn for row in rows for drawn in row}) == 5000


@given(ANY, ANY)
def test_a_normal_one_is_finite(seed: int, number: int) -> None:
    assert -8.3 < draw_normal(seed, number) < 8.3


def test_normal_ones_have_the_mean_0_and_the_deviation_1() -> None:
    drawn = [draw_normal(7, number) for number in range(10_000)]
    assert abs(fmean(drawn)) < 0.03
    assert abs(pstdev(drawn) - 1) < 0.03
