"""How much later an answer comes."""

from statistics import fmean, median
from typing import Any

import pytest

from mock_isales.engine.faults.forms import Answer, Latency
from tests.engine.faults.wrong import wrong, wrong_places

NUMBER = "must be a number of seconds, 0 to 600, or one of fixed, uniform and log_normal"


def latency(said: Any) -> Latency:  # noqa: ANN401 - a number or an object
    return Latency.model_validate(said)


def delays(said: dict[str, Any], count: int = 10_000) -> list[float]:
    """The latencies of the first hits, in seconds."""
    drawn = latency(said)
    return [drawn.delay(hits) for hits in range(1, count + 1)]


@pytest.mark.parametrize("seconds", [0, 0.25, 1, 600, 600.0])
def test_a_number_alone_is_fixed(seconds: float) -> None:
    assert [latency(seconds).delay(hits) for hits in (1, 2, 1000)] == [seconds] * 3
    assert latency({"fixed": seconds}) == latency(seconds)


def test_a_uniform_one_lies_between_its_ends() -> None:
    drawn = delays({"uniform": [0.1, 0.5], "seed": 7})
    assert 0.1 <= min(drawn) < 0.101
    assert 0.499 < max(drawn) <= 0.5
    assert abs(fmean(drawn) - 0.3) < 0.005


def test_a_uniform_one_may_have_no_extent() -> None:
    assert set(delays({"uniform": [0.5, 0.5]}, 10)) == {0.5}


def test_a_log_normal_one_has_its_median_and_a_long_tail() -> None:
    drawn = delays({"log_normal": {"median": 0.2, "sigma": 1}, "seed": 7})
    assert abs(median(drawn) - 0.2) < 0.01
    # 84.1 % of a normal distribution lie below its deviation.
    assert 0.83 < sum(each < 0.2 * 2.71828 for each in drawn) / len(drawn) < 0.85
    assert min(drawn) > 0


def test_a_log_normal_one_without_scatter_is_its_median() -> None:
    assert set(delays({"log_normal": {"median": 0.2, "sigma": 0}}, 10)) == {0.2}


def test_a_log_normal_one_is_never_more_than_600_seconds() -> None:
    drawn = delays({"log_normal": {"median": 600, "sigma": 10}})
    assert max(drawn) == 600
    assert 4800 < drawn.count(600) < 5200


def test_it_is_told_by_the_seed_and_the_hit_alone() -> None:
    said = {"uniform": [0, 1], "seed": 7}
    assert delays(said, 3) == [0.8583639891335944, 0.5473947416748152, 0.5762210859826241]
    assert latency(said).delay(3) == delays(said, 3)[2]
    assert delays({**said, "seed": 8}, 3) != delays(said, 3)
    assert delays({"uniform": [0, 1]}, 3) == delays({"uniform": [0, 1], "seed": 0}, 3)


def test_it_is_told_again_as_it_was_said() -> None:
    for said in (0.25, {"uniform": [0.1, 0.5], "seed": 7}, {"log_normal": {"median": 0.2, "sigma": 0.5}}):
        answer = Answer.model_validate({"latency": said})
        assert answer.model_dump(mode="json", exclude_unset=True) == {"latency": said}
        assert Answer.model_validate_json(answer.model_dump_json()) == answer


def test_it_can_be_put_together_in_python() -> None:
    assert Answer(latency=Latency(fixed=1)) == Answer.model_validate({"latency": 1})


@pytest.mark.parametrize("said", ["1", True, False, [1], float("nan")])
def test_it_is_a_number_or_one_kind(said: object) -> None:
    assert wrong(Answer, {"latency": said}) == [("latency", NUMBER)]


@pytest.mark.parametrize(
    ("said", "nearest"),
    [(-0.001, 0), (-1, 0), (float("-inf"), 0), (600.001, 600), (10**400, 600), (float("inf"), 600)],
)
def test_a_number_out_of_range_is_told_the_nearest(said: float, nearest: int) -> None:
    assert wrong(Answer, {"latency": said}) == [("latency", f"{NUMBER}; the nearest is {nearest}")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "nothing is said"),
        ({"seed": 1}, "nothing is said"),
        ({"fixed": 1, "uniform": [1, 2]}, "fixed and uniform exclude each other"),
    ],
)
def test_exactly_one_kind_is_said(said: object, told: str) -> None:
    rest = ": say one of fixed, uniform and log_normal, or just a number of seconds"
    assert wrong(Latency, said) == [("", told + rest)]


def test_a_fixed_one_has_no_seed() -> None:
    assert wrong(Latency, {"fixed": 1, "seed": 1}) == [("seed", "a seed number is for uniform and log_normal alone")]


def test_the_ends_of_a_uniform_one_ascend() -> None:
    told = "must be the lower number of seconds, and then the higher one"
    assert wrong(Latency, {"uniform": [0.5, 0.1]}) == [("uniform", told)]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"fixed": 601}, "fixed"),
        ({"fixed": True}, "fixed"),
        ({"uniform": [1]}, "uniform"),
        ({"uniform": [1, 2, 3]}, "uniform"),
        ({"uniform": 1}, "uniform"),
        ({"uniform": [-1, 2]}, "uniform.0"),
        ({"uniform": [1, 601]}, "uniform.1"),
        ({"uniform": [0, True]}, "uniform.1"),
        ({"uniform": [0, float("nan")]}, "uniform.1"),
        ({"log_normal": {"median": 601, "sigma": 1}}, "log_normal.median"),
        ({"log_normal": {"median": 1, "sigma": -1}}, "log_normal.sigma"),
        ({"log_normal": {"median": 1, "sigma": 10.1}}, "log_normal.sigma"),
        ({"log_normal": {"median": 1, "sigma": float("inf")}}, "log_normal.sigma"),
        ({"log_normal": {"median": 1}}, "log_normal.sigma"),
        ({"uniform": [0, 1], "seed": -1}, "seed"),
        ({"normal": [0, 1]}, "normal"),
    ],
)
def test_bad_values_are_told_their_place(said: object, place: str) -> None:
    assert place in wrong_places(Latency, said)
