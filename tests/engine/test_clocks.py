"""A world's clock goes as it is told, in every mode, and never where data ids would not have 19 digits."""

import pytest

from mock_isales.engine.clocks import ClockMode, ClockState, Lent, OutOfRange, WorldClock
from tests.clocks import ManualClock

NOON = 1_790_000_000_000_000
SECOND = 1_000_000
EARLIEST = 1_527_811_200_000_000  # 2018-06-01T00:00:00Z
LATEST = 3_484_425_600_000_000  # 2080-06-01T00:00:00Z
STANDING = [ClockMode.FROZEN, ClockMode.MANUAL]
SETTABLE = [ClockMode.OFFSET, *STANDING]


class Running(ManualClock):
    """A host's clock that goes on by a microsecond whenever it is read."""

    def __call__(self) -> int:
        self.now += 1
        return self.now


@pytest.fixture
def host() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def clock(host: ManualClock) -> WorldClock:
    return WorldClock(host)


def test_it_is_the_hosts_at_first(clock: WorldClock, host: ManualClock) -> None:
    assert clock.state == ClockState(ClockMode.REAL)
    assert clock() == NOON
    host.advance(5)
    assert clock() == NOON + 5


@pytest.mark.parametrize("now", [NOON - 60 * SECOND, NOON, NOON + 60 * SECOND])
def test_an_offset_one_follows_the_hosts(clock: WorldClock, host: ManualClock, now: int) -> None:
    clock.set(ClockMode.OFFSET, now)
    assert clock() == now
    assert clock.state == ClockState(ClockMode.OFFSET, offset=now - NOON)
    host.advance(SECOND)
    assert clock() == now + SECOND
    host.advance(-2 * SECOND)
    assert clock() == now - SECOND


@pytest.mark.parametrize("mode", STANDING)
def test_a_frozen_or_manual_one_stands_still(clock: WorldClock, host: ManualClock, mode: ClockMode) -> None:
    clock.set(mode, NOON + 7, step=SECOND)
    host.advance(SECOND)
    assert clock() == NOON + 7


@pytest.mark.parametrize("mode", SETTABLE)
def test_it_goes_on_from_where_it_stands_if_no_time_is_said(
    clock: WorldClock, host: ManualClock, mode: ClockMode
) -> None:
    clock.set(ClockMode.FROZEN, NOON + SECOND)
    host.advance(5)
    clock.set(mode)
    assert clock() == NOON + SECOND


@pytest.mark.parametrize("mode", SETTABLE)
def test_a_real_one_goes_over_into_another_at_the_hosts_time(clock: WorldClock, mode: ClockMode) -> None:
    clock.set(mode)
    assert clock() == NOON


def test_a_real_one_forgets_all_it_was_told(clock: WorldClock, host: ManualClock) -> None:
    clock.set(ClockMode.MANUAL, NOON + SECOND, step=5)
    clock.set(ClockMode.REAL, NOON + 9 * SECOND, step=5)
    host.advance(3)
    assert clock() == NOON + 3
    assert clock.state == ClockState()


def test_a_host_whose_time_is_far_off_does_not_keep_a_clock_from_being_real() -> None:
    clock = WorldClock(ManualClock(0))
    clock.set(ClockMode.REAL)
    assert clock() == 0


@pytest.mark.parametrize("by", [-SECOND, 0, 1, 1_500_000])
@pytest.mark.parametrize("mode", SETTABLE)
def test_it_can_be_advanced_in_every_mode(clock: WorldClock, mode: ClockMode, by: int) -> None:
    clock.set(mode, NOON + SECOND)
    clock.advance(by)
    assert clock() == NOON + SECOND + by
    assert clock.state.mode is mode


def test_a_real_one_becomes_an_offset_one_by_advancing(clock: WorldClock, host: ManualClock) -> None:
    clock.advance(1_500_000)
    assert clock.state == ClockState(ClockMode.OFFSET, offset=1_500_000)
    host.advance(SECOND)
    assert clock() == NOON + 2_500_000


def test_nothing_gets_lost_when_a_clock_that_goes_is_advanced_often() -> None:
    clock = WorldClock(Running(NOON))
    for _ in range(1000):
        clock.advance(SECOND)
    assert clock.state.offset == 1000 * SECOND


def test_a_clock_that_goes_takes_no_time_to_become_an_offset_one() -> None:
    clock = WorldClock(Running(NOON))
    clock.set(ClockMode.OFFSET)
    assert clock.state.offset == 0


def test_a_manual_one_is_moved_on_by_each_call(clock: WorldClock) -> None:
    clock.set(ClockMode.MANUAL, NOON, step=SECOND)
    assert clock() == NOON
    clock.tick()
    clock.tick()
    assert clock() == NOON + 2 * SECOND


def test_a_manual_one_keeps_its_step_when_it_is_advanced(clock: WorldClock) -> None:
    clock.set(ClockMode.MANUAL, NOON, step=SECOND)
    clock.advance(5)
    clock.tick()
    assert clock() == NOON + SECOND + 5


@pytest.mark.parametrize("mode", [ClockMode.REAL, ClockMode.OFFSET, ClockMode.FROZEN])
def test_a_call_moves_no_other_one(clock: WorldClock, mode: ClockMode) -> None:
    clock.set(mode, NOON, step=SECOND)
    before = clock.state
    clock.tick()
    assert clock.state == before
    assert clock() == NOON


@pytest.mark.parametrize(("standing", "step", "end"), [(LATEST - 1, SECOND, LATEST), (EARLIEST + 1, -SECOND, EARLIEST)])
def test_a_manual_one_stops_at_the_end_of_its_range(clock: WorldClock, standing: int, step: int, end: int) -> None:
    clock.set(ClockMode.MANUAL, standing, step)
    clock.tick()
    assert clock() == end


@pytest.mark.parametrize("mode", SETTABLE)
@pytest.mark.parametrize("now", [EARLIEST, LATEST])
def test_it_can_be_set_up_to_the_ends_of_its_range(clock: WorldClock, mode: ClockMode, now: int) -> None:
    clock.set(mode, now)
    assert clock() == now


@pytest.mark.parametrize("mode", SETTABLE)
@pytest.mark.parametrize(
    ("now", "nearest"), [(EARLIEST - 1, "2018-06-01T00:00:00Z"), (LATEST + 1, "2080-06-01T00:00:00Z")]
)
def test_it_cannot_be_set_beyond_and_is_told_the_nearest_time(
    clock: WorldClock, mode: ClockMode, now: int, nearest: str
) -> None:
    with pytest.raises(OutOfRange, match=nearest):
        clock.set(mode, now)
    assert clock.state == ClockState()


@pytest.mark.parametrize("mode", [ClockMode.REAL, *SETTABLE])
@pytest.mark.parametrize(("end", "beyond"), [(EARLIEST, -1), (LATEST, 1)])
def test_it_can_be_advanced_to_the_ends_of_its_range_and_no_further(
    clock: WorldClock, mode: ClockMode, end: int, beyond: int
) -> None:
    clock.set(mode)
    before = clock.state
    with pytest.raises(OutOfRange):
        clock.advance(end - NOON + beyond)
    assert clock.state == before
    clock.advance(end - NOON)
    assert clock() == end


@pytest.mark.parametrize(("end", "beyond"), [(EARLIEST, -SECOND), (LATEST, SECOND)])
def test_an_offset_one_stops_at_the_end_of_its_range_and_can_be_brought_back(
    clock: WorldClock, host: ManualClock, end: int, beyond: int
) -> None:
    clock.set(ClockMode.OFFSET, end)
    host.advance(beyond)
    assert clock() == end
    clock.advance(-beyond)
    assert clock() == end - beyond


def test_it_goes_on_by_a_state_that_it_is_given(host: ManualClock) -> None:
    assert WorldClock(host, ClockState(ClockMode.OFFSET, offset=-SECOND))() == NOON - SECOND


def test_a_clock_is_lent_to_one_alone() -> None:
    clock = WorldClock(lambda: 0, ClockState(ClockMode.MANUAL, standing=NOON, step=5))
    with clock.lent():
        with pytest.raises(Lent), clock.lent():
            pass
        clock.set(ClockMode.FROZEN, NOON + 7)
    with clock.lent():
        assert clock() == NOON + 7
